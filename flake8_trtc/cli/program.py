"""One command line: its command's module is found and run."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys

from flake8_trtc import __version__
from flake8_trtc.cli import COMMANDS
from flake8_trtc.cli.arguments import Parser
from flake8_trtc.cli.console import ended

_PROGRAM = "flake8-trtc"


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
    code: int = module.run(parser(command).parse_args(prepared(words[1:])))
    return code


def parser(command: str) -> argparse.ArgumentParser:
    """The documented command line of a command."""
    module = importlib.import_module(f"flake8_trtc.cli.commands.{command}")
    made = Parser(
        prog=f"{_PROGRAM} {command}",
        description=module.__doc__,
        epilog=getattr(module, "EPILOG", None),
    )
    module.add_arguments(made)
    return made


def _without_command(words: list[str]) -> int:
    """--help, --version, or a line that says what is wrong."""
    width = max(map(len, COMMANDS))
    rows = (f"  {name:<{width}}  {help_}" for name, help_ in COMMANDS.items())
    parser = Parser(
        prog=_PROGRAM,
        usage=f"{_PROGRAM} COMMAND ...",
        description="Error codes of Tencent's TRTC Web SDK v4.",
        epilog="\n".join(["commands:", *rows, "", f"{_PROGRAM} COMMAND --help says more."]),
    )
    parser.add_argument("--version", action="version", version=f"flake8-trtc {__version__}")
    parser.add_argument("command", metavar="COMMAND", nargs="?", help=argparse.SUPPRESS)
    if words[:1] and words[0] in {"-h", "--help", "--version"}:
        parser.parse_args(words[:1])
    reason = f"unknown command {words[0]!r}" if words else "no command"
    print(f"{_PROGRAM}: {reason}; {_hint(words)}", file=sys.stderr)
    return 2


def _hint(words: list[str]) -> str:
    """The command that may have been meant by one who wrote none, or an unknown one."""
    if words and os.path.exists(words[-1]):
        import shlex

        return f"did you mean: {_PROGRAM} check {shlex.join(words)}"
    from difflib import get_close_matches

    close = get_close_matches(words[0], COMMANDS, n=1) if words else []
    return f"did you mean {close[0]}?" if close else f"choose from {', '.join(COMMANDS)}"
