"""The command `completion`: a script for a shell, of what the parsers declare."""

from __future__ import annotations

import argparse
from importlib import import_module

import shtab


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the shell."""
    parser.add_argument("shell", choices=shtab.SUPPORTED_SHELLS)


def run(args: argparse.Namespace) -> int:
    """Print the script; always 0."""
    print(shtab.complete(_whole_parser(), args.shell))
    return 0


def _whole_parser() -> argparse.ArgumentParser:
    """One parser of all commands, whose arguments know what they are completed with."""
    from flake8_trtc import cli
    from flake8_trtc.messages.arguments import SHARED
    from flake8_trtc.messages.commands import SUMMARIES

    whole = argparse.ArgumentParser(prog="flake8-trtc")
    whole.add_argument("--version", action="version", help=SHARED["version"].en)
    commands = whole.add_subparsers()
    for name in cli.COMMANDS:
        words = SUMMARIES[name].en
        command = commands.add_parser(name, help=words, description=words)
        import_module(f"flake8_trtc.cli.commands.{name}").add_arguments(command)
        for action in command._actions:
            _complete(action, name)
    return whole


def _complete(action: argparse.Action, command: str) -> None:
    """Give an argument the words or the files that may follow it."""
    from flake8_trtc.cli.worded import help_of

    metavar = str(action.metavar or "")
    if metavar in {"F", "PATH"} or metavar.startswith("GLOB"):
        action.complete = shtab.FILE  # type: ignore[attr-defined]
    elif not action.choices:
        action.choices = _words(action, metavar, command)
    action.metavar = None  # in zsh a colon in it ends it
    action.help = help_of(action, command).en.partition(" (")[0]


def _words(action: argparse.Action, metavar: str, command: str) -> list[str] | None:
    """The choices of an argument, None where nothing is known of it."""
    from flake8_trtc.catalog.codes import CONSTANTS
    from flake8_trtc.catalog.rules import RULES

    names = [constant.name for constant in CONSTANTS.values()]
    if action.dest == "trtc_allow":
        return names
    if metavar.startswith("CODE"):
        return ["TRT", *RULES]
    if metavar == "en|zh":
        return metavar.split("|")
    if command == "explain" and not action.option_strings:
        return [*names, *RULES]
    return None
