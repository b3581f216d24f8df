"""The command `list`: every code of the SDK."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TextIO

from flake8_trtc.catalog.codes import CONSTANTS, Constant
from flake8_trtc.catalog.explain import record, status
from flake8_trtc.catalog.sheet import wants_rich
from flake8_trtc.cli.commands._output import add_output_arguments, print_json
from flake8_trtc.config.files import asked_language
from flake8_trtc.messages.explain import BESIDE
from flake8_trtc.messages.run import MARKS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the selection and the form of the list."""
    parser.add_argument("--deprecated", action="store_true")
    add_output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the list; always 0."""
    language = args.language or asked_language({})
    constants = [
        constant
        for constant in CONSTANTS.values()
        if not args.deprecated or constant.deprecated or constant.not_thrown_since
    ]
    if args.json:
        print_json([record(constant) for constant in constants])
    elif wants_rich(sys.stdout):
        _show([_row(constant, language) for constant in constants], sys.stdout)
    else:
        rows = [_row(constant, language) for constant in constants]
        width = max(len(name) for _, _, name, _, _ in rows)
        for hexadecimal, decimal, name, summary, state in rows:
            print(f"{hexadecimal}  {decimal:>5}  {name:<{width}}  {summary}{state}")
    return 0


def _row(constant: Constant, language: str) -> tuple[str, str, str, str, str]:
    return (
        f"{constant.value:#06x}",
        str(constant.value),
        constant.name,
        constant.summary.of(language),
        _beside(status(constant, language), language),
    )


def _beside(phrases: Sequence[str], language: str) -> str:
    """Phrases in the brackets that follow a text, "" where there are none."""
    if not phrases:
        return ""
    return BESIDE.of(language, phrases=MARKS[language][2].join(phrases))


def _show(rows: Sequence[tuple[str, str, str, str, str]], out: TextIO) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for style in ("cyan", "cyan", "bold"):
        table.add_column(style=style, no_wrap=True)
    table.add_column()
    for hexadecimal, decimal, name, summary, state in rows:
        said = Text(summary)
        if state:
            said.append(state, style="yellow")
        table.add_row(hexadecimal, decimal, name, said)
    Console(file=out, highlight=False).print(table)
