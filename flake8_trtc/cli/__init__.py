"""`flake8-trtc COMMAND`: finds the command's module and runs it.

A command is one module in flake8_trtc/commands with its name, imported only when it is called:

    add_arguments(parser: argparse.ArgumentParser) -> None
    run(args: argparse.Namespace) -> int    # the exit code

and one row in COMMANDS. Its first line says what it does, its EPILOG, if it has one, gives examples
and exit codes. Exit codes: 0 all is well; 1 something was found, or is not known; 2 wrong
usage; 3 a file could not be read or written, or the output; as in a shell 130 where it was
interrupted, and 141 where the reader of standard output has gone.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys

from flake8_trtc import __version__
from flake8_trtc.cli.arguments import Parser
from flake8_trtc.cli.console import ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "check": "find codes in Python and in the scripts beside it",
    "fix": "rewrite codes to names",
    "explain": "what a code, a name, a rule or a capture error means, and what to do",
    "logs": "count the codes in logs, with times, and say what they are",
    "list": "every error code of the SDK",
    "constants": "the catalog as a module of your own: Python, JavaScript, TypeScript, JSON",
    "server": "findings, fixes and explanations in an editor (Language Server Protocol)",
    "completion": "a script that completes all this in bash, zsh, fish, tcsh or PowerShell",
}
_PROGRAM = "flake8-trtc"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: that of the process) and return its exit code.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 for --help and --version.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Chinese must not fail on an ASCII terminal
            stream.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    return ended(lambda: _run(words))


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
    """What someone may have meant who wrote no command, or an unknown one."""
    if words and os.path.exists(words[-1]):
        import shlex

        return f"did you mean: {_PROGRAM} check {shlex.join(words)}"
    from difflib import get_close_matches

    close = get_close_matches(words[0], COMMANDS, n=1) if words else []
    return f"did you mean {close[0]}?" if close else f"choose from {', '.join(COMMANDS)}"
