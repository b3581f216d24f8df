"""A page of labelled sections, and how it is printed: plain text, or rich on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TextIO

_INDENT = "  "


class Section(NamedTuple):
    """Lines under a label: paragraphs, a list with bullets, rows of a table or JavaScript."""

    label: str
    lines: tuple[str, ...]
    kind: Literal["text", "list", "rows", "code"] = "text"


class Sheet(NamedTuple):
    """A title, a phrase beside it (may be empty) and the sections below."""

    title: str
    summary: str
    sections: tuple[Section, ...]


def plain(sheet: Sheet) -> str:
    """The sheet as text without control codes and without wrapping; ends with a newline."""
    lines = [f"{sheet.title}: {sheet.summary}" if sheet.summary else sheet.title]
    for section in sheet.sections:
        bullet = "- " if section.kind == "list" else ""
        lines.append(f"{_INDENT}{section.label}:")
        lines += (f"{_INDENT * 2}{bullet}{line}".rstrip() for line in section.lines)
    return "\n".join(lines) + "\n"


def show(sheets: Sequence[Sheet], out: TextIO) -> None:
    """Print the sheets to a terminal, wrapped and coloured."""
    from rich.console import Console, Group
    from rich.padding import Padding
    from rich.syntax import Syntax
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, highlight=False)
    for number, sheet in enumerate(sheets):
        if number:
            console.print()
        console.print(Text(sheet.title, style="bold cyan"))
        if sheet.summary:
            console.print(Text(sheet.summary))
        for section in sheet.sections:
            body: Group | Syntax | Table
            if section.kind == "code":
                code = "\n".join(section.lines)
                body = Syntax(code, "javascript", background_color="default", word_wrap=True)
            elif section.kind == "list":
                body = Table.grid(padding=(0, 1))
                for line in section.lines:
                    body.add_row("•", Text(line, overflow="fold"))
            else:
                body = Group(*map(Text, section.lines))
            console.print(Padding(Text(section.label, style="bold"), (0, 0, 0, 2)))
            console.print(Padding(body, (0, 0, 0, 4)))


def wants_rich(out: TextIO) -> bool:
    """Whether `out` is a terminal that may be sent control codes."""
    import os

    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return out.isatty()
