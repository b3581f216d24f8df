"""The arguments that `check` and `fix` share: which rules, which files, which options."""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial

from flake8_trtc.cli.console import say
from flake8_trtc.config.options import Options, OptionsError
from flake8_trtc.config.settings import CHOICES, SETTINGS
from flake8_trtc.messages.options import ERROR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, NoReturn

    from _typeshed import SupportsWrite

    from flake8_trtc.config.files import Layer

_USAGE = 2


class Layout(argparse.RawDescriptionHelpFormatter):
    """Help as its texts are written, as wide as the terminal, in "en" or "zh".

    argparse makes one for each argument that is declared, to see whether it can; its own asks
    shutil for the width, which imports every kind of archive.
    """

    def __init__(self, prog: str, width: int | None = None, language: str = "en") -> None:
        super().__init__(prog, width=_columns() - 2 if width is None else width)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with the usage."""
        if prefix is None:
            from flake8_trtc.messages.usage import USAGE

            prefix = USAGE.of(self._language)
        super().add_usage(usage, actions, groups, prefix)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """An option as it is written: a value that may be left out stands behind `=`."""
        text = super()._format_action_invocation(action)
        if action.nargs != "?" or not action.option_strings:
            return text
        return re.sub(r" ((?:\x1b\[[0-9;]*m)*)\[", r"\1[=", text, count=1)

    def format_help(self) -> str:
        """The text; argparse has one colon behind a heading, in whatever language."""
        text = super().format_help()
        heading = "(?m)(?<=[\u4e00-\u9fff]):(?=(?:\x1b\\[[0-9;]*m)*$)"
        return text if self._language == "en" else re.sub(heading, "：", text)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """The lines of a text; argparse breaks none between Chinese characters."""
        if self._language == "en":
            return super()._split_lines(text, width)
        from flake8_trtc.catalog.constants.prose import wrapped

        return [*wrapped(text, width)]

    if sys.version_info[:2] == (3, 14):
        # It asks for colours whenever an argument is declared, and so imports dataclasses and
        # inspect, a third of a run; 3.15 waits until they are needed, and so does this.

        def _set_color(self, color: bool) -> None:
            self._coloured = color

        def __getattr__(self, name: str) -> Any:
            if name not in {"_theme", "_decolor"}:
                raise AttributeError(name)
            super()._set_color(self._coloured)
            return vars(self)[name]


class Misuse(Exception):
    """A line that a strict parser does not take."""


class Parser(argparse.ArgumentParser):
    """A parser with that help, whose abbreviations nobody has to know.

    What it says is given to it where it has to say something, by `worded`. command: whose it is, ""
    of none; words: the line that tells the language; width: of the help, None for the terminal's.
    strict: what is wrong raises Misuse instead of ending the run.
    """

    def __init__(
        self,
        *,
        command: str = "",
        words: Sequence[str] = (),
        width: int | None = None,
        **given: Any,
    ) -> None:
        self.command = command
        self.words = words
        self.width = width
        self.strict = False
        self._several: str | None = None
        super().__init__(formatter_class=Layout, allow_abbrev=False, **given)

    @property
    def groups(self) -> list[argparse._ArgumentGroup]:
        """The groups of the help."""
        return self._action_groups

    @property
    def arguments(self) -> list[argparse.Action]:
        """Every argument that is declared."""
        return self._actions

    @property
    def options(self) -> list[str]:
        """Every option, as it is written."""
        return [*self._option_string_actions]

    def add_argument(self, *names: Any, **given: Any) -> argparse.Action:
        """Declare an argument; one that takes several words is found again by `parse_words`."""
        action = super().add_argument(*names, **given)
        if given.get("nargs") in {"*", "+"} and not action.option_strings:
            self._several = action.dest
        return action

    def parse_words(self, words: list[str]) -> argparse.Namespace:
        """Parse a line in which paths may stand before, between and behind the options.

        argparse takes them only in one place. Leaves with the usage and status 2 for a mistake.
        """
        self.words = words
        given, rest = self.parse_known_args(words)
        if not rest:
            return given
        behind = words[words.index("--") + 1 :] if "--" in words else []
        loose = rest[: len(rest) - len(behind)] if rest[-len(behind) :] == behind else rest
        wrong = [word for word in loose if re.match("-(?![0-9]|-?$)", word)]
        if wrong or self._several is None:
            self._refuse(wrong or rest)
        more = [word for word in loose if word != "--"] + rest[len(loose) :]
        setattr(given, self._several, [*(getattr(given, self._several) or ()), *more])
        return given

    def _refuse(self, words: list[str]) -> NoReturn:
        """Leave with what is not known, and what may have been meant."""
        from flake8_trtc.cli.hints import option_hint
        from flake8_trtc.messages.usage import UNRECOGNIZED, UNRECOGNIZED_HINT

        hint = option_hint(self, words[0]) if words[0].startswith("-") and not self.strict else None
        if hint is None:
            self.error(UNRECOGNIZED(words=" ".join(words)))
        self.error(UNRECOGNIZED_HINT(words=" ".join(words), hint=hint))

    def error(self, message: str) -> NoReturn:
        """Leave with the usage and a line that says what is wrong, in the user's language."""
        if self.strict:
            raise Misuse(message)
        from flake8_trtc.cli.worded import known

        self.print_usage(sys.stderr)
        told = ERROR(program=self.prog, reason=known(message)).of(self._language())
        self.exit(_USAGE, f"{told}\n")

    def format_usage(self) -> str:
        """The usage in the user's language."""
        self._speak()
        return super().format_usage()

    def format_help(self) -> str:
        """The help in the user's language."""
        self._speak()
        return super().format_help()

    def _speak(self) -> None:
        from flake8_trtc.cli.worded import give_words

        language = self._language()
        give_words(self, language)
        self.formatter_class = partial(Layout, width=self.width, language=language)

    def _language(self) -> str:
        from flake8_trtc.cli.worded import language_of

        return language_of(self.words)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Print the help or an error; unlike argparse's own, say so where that can't be done."""
        (sys.stderr if file is None else file).write(message)


def _columns() -> int:
    """Columns of the terminal, as shutil counts them."""
    text = os.environ.get("COLUMNS", "")
    try:
        if text.isdecimal() and int(text) > 0:
            return int(text)
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):  # there is none
        return 80


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Declare what to look at, and the TRTC options."""
    chosen = add_options(parser)
    chosen.add_argument("--force-exclude", action="store_true")
    chosen.add_argument("--show-settings", action="store_true")


def add_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Declare the options that configuration files have, too; the group of what to look at."""
    chosen = parser.add_argument_group("look")
    for name, item in CHOICES:
        chosen.add_argument(f"--{name}", metavar=f"{item}[,...]")
    chosen.add_argument("--config", metavar="F")
    chosen.add_argument("--isolated", action="store_true")
    ours = parser.add_argument_group("TRTC")
    for setting in SETTINGS:
        ours.add_argument(f"--{setting.name}", metavar=setting.metavar)
    return chosen


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Declare the paths; `parser` in the result is the parser itself, see `need_paths`."""
    parser.add_argument("paths", metavar="PATH", nargs="*")
    parser.set_defaults(parser=parser)


def need_paths(given: argparse.Namespace) -> None:
    """Leave with the usage and status 2 where no path is given."""
    if not given.paths:
        from flake8_trtc.messages.usage import REQUIRED

        given.parser.error(REQUIRED(names="PATH"))


def add_stdin_filename(group: argparse._ArgumentGroup) -> None:
    """Declare `--stdin-filename`."""
    group.add_argument("--stdin-filename", metavar="F")


def is_piped(given: argparse.Namespace) -> bool:
    """True if standard input is to be read; leave with the usage where the arguments disagree."""
    if "-" in given.paths and len(given.paths) > 1:
        from flake8_trtc.messages.usage import NOT_ALONE

        given.parser.error(NOT_ALONE())
    if getattr(given, "stdin_filename", None) is not None and given.paths != ["-"]:
        from flake8_trtc.messages.usage import NO_STDIN

        given.parser.error(NO_STDIN())
    return bool(given.paths == ["-"])


def chosen_files(given: argparse.Namespace) -> list[str]:
    """The files that somebody has named; pre-commit, which excludes by force, names all there are.

    What is named may be a directory, too.
    """
    named = getattr(given, "stdin_filename", None)
    return [] if given.force_exclude else [*given.paths, *([named] if named else [])]


def add_colour(add: Callable[..., object]) -> None:
    """Declare `--color`; see `console.in_colour`. add: what declares an argument of the group."""
    add("--color", choices=("auto", "always", "never"), default="auto")


def add_jobs(group: argparse._ArgumentGroup | argparse.ArgumentParser) -> None:
    """Declare `--jobs`; its value is a number of processes."""
    group.add_argument("-j", "--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N")


def add_volume(parser: argparse.ArgumentParser) -> None:
    """Declare `--quiet` and `--verbose`."""
    volume = parser.add_mutually_exclusive_group().add_argument
    volume("-q", "--quiet", action="store_true")
    volume("-v", "--verbose", action="store_true")


def _jobs(text: str) -> int:
    if re.fullmatch("0*[1-9][0-9]{0,8}", text):
        return int(text)
    from flake8_trtc.messages.usage import NO_NUMBER

    raise argparse.ArgumentTypeError(NO_NUMBER(text=repr(text)))


def chosen_options(given: argparse.Namespace) -> Options:
    """The options of a command line and of the configuration. Raises OptionsError."""
    from flake8_trtc.config.files import combine

    return combine(_layers(given))


def show_settings(given: argparse.Namespace) -> None:
    """Print every option and where its value came from. Raises OptionsError."""
    from flake8_trtc.cli.provenance import settings

    named = (
        given.paths if getattr(given, "stdin_filename", None) is None else [given.stdin_filename]
    )
    for line in [*settings(_layers(given), named)]:
        print(line)


def say_mistake(given: argparse.Namespace, program: str, error: OptionsError) -> None:
    """Say what is wrong with the options, in the language that was asked for where it is known."""
    from flake8_trtc.config.files import asked_language

    language = asked_language(given_options(given), config=given.config, isolated=given.isolated)
    say(ERROR(program=program, reason=error.message).of(language))


def _layers(given: argparse.Namespace) -> list[Layer]:
    from flake8_trtc.config.files import layers, layers_near

    name: str | None = getattr(given, "stdin_filename", None)
    if name is None:
        return layers(given_options(given), config=given.config, isolated=given.isolated)
    return layers_near(name, given_options(given), config=given.config, isolated=given.isolated)


def given_options(given: argparse.Namespace) -> dict[str, object]:
    """The options that the command line has, None where it does not give them."""
    names = [name for name, _ in CHOICES] + [setting.name for setting in SETTINGS]
    return {name: getattr(given, name.replace("-", "_")) for name in names}
