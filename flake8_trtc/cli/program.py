"""One command line: its command's module is found and run."""

from __future__ import annotations

import argparse
import importlib
import io
import sys

from flake8_trtc import __version__
from flake8_trtc.cli import COMMANDS
from flake8_trtc.cli.arguments import Parser
from flake8_trtc.cli.console import ended
from flake8_trtc.messages.message import program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_USAGE = 2


def run_words(words: list[str], *, ours: bool = False) -> int:
    """Run a command line, and return its exit code.

    ours: Ctrl-C ends this process at once but for the time that its work takes. Raises SystemExit
    for wrong usage, --help and --version.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _make_room(stream)
    return ended(lambda: _run(words), ours=ours)


def _make_room(stream: io.TextIOWrapper) -> None:
    """Let a stream take any text: where it can't hold Chinese (cp1252, ASCII), as UTF-8."""
    stream.reconfigure(errors="backslashreplace")  # lone surrogates, an emoji in cp936
    try:
        "\u8fdb".encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(words: list[str]) -> int:
    command = words[0] if words else ""
    if command not in COMMANDS:
        return _without_command(words)
    module = importlib.import_module(f"flake8_trtc.cli.commands.{command}")
    prepared = getattr(module, "prepared", list)
    code: int = module.run(parser(command).parse_words(prepared(words[1:])))
    return code


def parser(command: str, words: Sequence[str] = (), width: int | None = None) -> Parser:
    """The documented command line of a command; words, width: as of a Parser."""
    module = importlib.import_module(f"flake8_trtc.cli.commands.{command}")
    made = Parser(prog=program(command), command=command, words=words, width=width)
    module.add_arguments(made)
    return made


def _without_command(words: list[str]) -> int:
    """The help, the version, or a line that says what is wrong."""
    first = words[0] if words else ""
    if first == "help" and words[1:2] and words[1] in COMMANDS:
        parser(words[1], words).print_help()
        return 0
    if first in {"-h", "--help", "help", "-V", "--version", "version"}:
        option = "--help" if first == "help" else "--version" if first == "version" else first
        _whole(words).parse_args([option])
    if not words:
        _whole(words).print_help(sys.stderr)
        return _USAGE
    from flake8_trtc.cli.hints import command_hint
    from flake8_trtc.cli.worded import language_of
    from flake8_trtc.messages.usage import UNKNOWN_COMMAND

    told = UNKNOWN_COMMAND(program=program(), word=first, hint=command_hint(words))
    print(told.of(language_of(words)), file=sys.stderr)
    return _USAGE


def _whole(words: Sequence[str]) -> Parser:
    """The parser of the program without a command: its help lists them."""
    made = Parser(prog=program(), words=words)
    made.add_argument("-V", "--version", action="version", version=f"flake8-trtc {__version__}")
    made.add_argument("command", metavar="COMMAND", nargs="?", help=argparse.SUPPRESS)
    return made
