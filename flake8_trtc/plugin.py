"""The flake8 adapter: TRT for the rules that are on, TRT4 and TRT9 for those that are asked for.

flake8 runs the plugin of each entry point on the same lines, one after another: they share a scan.
"""

from __future__ import annotations

import ast
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, ClassVar

from flake8_trtc import __version__
from flake8_trtc.config.files import asked_language, flake8_layer
from flake8_trtc.config.options import Options, OptionsError, build, check_code
from flake8_trtc.config.settings import CODES, SETTINGS
from flake8_trtc.detect.scan import scan
from flake8_trtc.source import DIALECTS, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8.options.manager import OptionManager

    from flake8_trtc.model import Finding

_OTHERS = tuple(DIALECTS)
_Report = tuple[int, int, str, type["Plugin"]]
_Scanned = tuple[list[str], str, Options, "list[Finding]"]


class Plugin:
    """Reports the rules that are on by default, of one file, to flake8.

    flake8 makes one for each file and calls `run` once. tree is not used: the file is read from
    its lines, as every other file is. filename and lines are as flake8 has them.

    family: the entry point, which is that of the rules it reports; loaded: the opt-in families that
    flake8 runs, too; last: the lines that were scanned last, by which options, and what was found.
    """

    name = "flake8-trtc"
    version = __version__
    family: ClassVar[str] = "TRT"
    options: ClassVar[Options] = Options()
    loaded: ClassVar[tuple[str, ...]] = ()
    last: ClassVar[_Scanned | None] = None

    def __init__(self, tree: ast.AST, filename: str, lines: list[str]) -> None:
        self._path = filename
        self._lines = lines

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Tell flake8 the options; it reads them from its configuration and command line."""
        for setting in SETTINGS:
            manager.add_option(
                f"--{setting.name}",
                metavar=setting.metavar,
                parse_from_config=True,
                comma_separated_list=setting.listed,
                normalize_paths=setting.paths,
                help=setting.help.replace("%", "%%"),
            )

    @classmethod
    def parse_options(cls, manager: OptionManager, options: Namespace, args: list[str]) -> None:
        """Check the options once; a wrong one ends the run with one line and status 2."""
        try:
            given = {
                setting.name: getattr(options, setting.name.replace("-", "_"))
                for setting in SETTINGS
            }
            # As it is written: flake8 drops names and types that it can't place.
            config, isolated = _configuration()
            config = config or getattr(options, "toml_config", None)  # Flake8-pyproject's
            layer = None if isolated else flake8_layer(config)
            if layer is not None:
                layer.check()
            for name in CODES:
                for code in getattr(options, name.replace("-", "_")) or ():
                    check_code(name, code, strict=False)
            Plugin.options = build({k: v for k, v in given.items() if v is not None})
            Plugin.loaded = ()
            _say_what_is_not_loaded(manager, options, Plugin.options.language)
            _say_what_is_not_read(options, Plugin.options.language)
        except OptionsError as error:
            language = asked_language({"trtc-language": options.trtc_language}, isolated=True)
            print(f"flake8-trtc: {error.message.of(language)}", file=sys.stderr)
            raise SystemExit(2) from None

    def run(self) -> Iterator[_Report]:
        """Yield line (1-based), column (0-based, characters), text and this class."""
        try:
            for finding in self._findings():
                text = f"{finding.code} {finding.message}"
                yield finding.line, finding.column - 1, text, Plugin
        except Exception as error:
            from flake8_trtc.detect.checks import defect

            yield 1, 0, defect(error, self.options.language), Plugin

    def _findings(self) -> list[Finding]:
        """The findings of the family's rules."""
        found = self._scanned()
        if not found:
            return []
        from flake8_trtc.catalog.rules import RULES

        lost = next((item for item in found if item.lost), None)
        if lost is not None and self.family == Plugin.family:
            self._say_lost(lost)
        return [item for item in found if RULES[item.code].family == self.family]

    def _say_lost(self, lost: Finding) -> None:
        """Say on standard error what flake8 shows only with TRT902: not all could be checked."""
        from flake8_trtc.messages import run
        from flake8_trtc.messages.message import visible

        said = run.LOST(n=1, path=self._path, line=lost.line, column=lost.column)
        print(f"flake8-trtc: {visible(said.of(self.options.language))}", file=sys.stderr)

    def _scanned(self) -> list[Finding]:
        """All findings of the file, from the scan of another entry point where there was one."""
        families = {*self.loaded, self.family} - {Plugin.family}
        options = self.options._replace(extend_select=tuple(sorted(families)))
        last = Plugin.last
        if last is None or last[0] is not self._lines or last[1:3] != (self._path, options):
            found = scan(Source.from_lines(self._path, self._lines), options)
            last = Plugin.last = self._lines, self._path, options, found
        return last[3]


class OptInPlugin(Plugin):
    """Reports TRT9, the opt-in rules; flake8 runs it only with `--enable-extensions TRT9`."""

    name = "flake8-trtc-opt-in"
    off_by_default = True
    family = "TRT9"

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Plugin has told flake8 already."""

    @classmethod
    def parse_options(cls, manager: OptionManager, options: Namespace, args: list[str]) -> None:
        """Plugin has checked them already; it scans for the rules of this one, too."""
        Plugin.loaded = (*Plugin.loaded, cls.family)


class MigrationPlugin(OptInPlugin):
    """Reports TRT4, the rules for the move from v4 to v5, as OptInPlugin reports TRT9."""

    name = "flake8-trtc-migration"
    family = "TRT4"


def _say_what_is_not_loaded(manager: OptionManager, options: Namespace, language: str) -> None:
    """Say on stderr which opt-in families are selected in vain, once a run.

    flake8 loads an entry point that is off by default only where it is named as an extension, and
    says nothing where codes of one are selected that it has not loaded.
    """
    named = [*(options.select or ()), *(options.extend_select or ())]
    if not any(code.startswith("TRT") and code != "TRT" for code in named):
        return
    from multiprocessing import parent_process

    from flake8_trtc.catalog.rules import FAMILIES
    from flake8_trtc.messages.message import listed
    from flake8_trtc.messages.options import NOT_LOADED

    asked = {code[:4] for code in named if code[:4] in FAMILIES}
    # The codes that are selected by default: the names of all entry points that it has loaded.
    missing = sorted(asked.difference(manager.extended_default_select))
    if missing and parent_process() is None:  # spawned workers read the options, too
        said = NOT_LOADED(families=listed(missing, " and "), value=",".join(missing))
        print(f"flake8-trtc: {said.of(language)}", file=sys.stderr)


def _say_what_is_not_read(options: Namespace, language: str) -> None:
    """Say on stderr, once a run, what reads the scripts and pages that flake8 was given by name.

    flake8 takes them for Python, so that they are a syntax error at most, which `--select TRT` does
    not show, and plugins never see them.
    """
    others = [path for path in options.filenames or () if path.lower().endswith(_OTHERS)]
    if not others:
        return
    from multiprocessing import parent_process

    from flake8_trtc.messages.message import visible
    from flake8_trtc.messages.options import NOT_READ

    selected = [code for code in options.select or ["TRT"] if code[:3] == "TRT"[: len(code)]]
    if selected and parent_process() is None:
        said = NOT_READ(n=len(others), path=others[0])
        print(f"flake8-trtc: {visible(said.of(language))}", file=sys.stderr)


def _configuration() -> tuple[str | None, bool]:
    """The configuration file that flake8 was told to read, and whether it reads none.

    It takes both from its command line before it asks plugins, and does not pass them on.
    """
    if "flake8" not in sys.argv[0]:
        return None, False
    parser = ArgumentParser(add_help=False)
    parser.add_argument("--config")
    parser.add_argument("--isolated", action="store_true")
    given = parser.parse_known_args(sys.argv[1:])[0]
    return given.config, given.isolated
