"""A page of labelled sections, and how it is printed: plain text, or rich on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TextIO

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.entries import Bilingual
from flake8_trtc.messages import explain as said

_INDENT = "  "


class Section(NamedTuple):
    """Lines under a label: paragraphs, a list with bullets, rows of a table or JavaScript."""

    label: str
    lines: tuple[str, ...]
    kind: Literal["text", "list", "rows", "code"] = "text"


class Sheet(NamedTuple):
    """A title, a phrase beside it (may be empty) and the sections below, in "en" or "zh"."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    language: str = "en"


def meaning(text: Bilingual, language: str, beside: Bilingual | None = None) -> Iterator[Section]:
    """The section of a description, unless it says no more than the summary beside it."""
    told = text.of(language)
    if beside is None or told.rstrip(".。").casefold() != beside.of(language).casefold():
        yield Section(said.MEANING.of(language), tuple(told.split("\n")))


def advice(text: Bilingual | None, language: str) -> Iterator[Section]:
    """The section of the handling advice, where there is any."""
    if text is not None:
        yield Section(said.ADVICE.of(language), tuple(text.of(language).split("\n")))


def plain(sheet: Sheet) -> str:
    """The sheet as text without control codes and without wrapping; ends with a newline."""
    titled = said.TITLED.of(sheet.language, title=sheet.title, summary=sheet.summary)
    lines = [titled if sheet.summary else sheet.title]
    for section in sheet.sections:
        bullet = "- " if section.kind == "list" else ""
        label = said.LABEL.of(sheet.language, label=section.label)
        lines.append(f"{_INDENT}{label}")
        lines += (f"{_INDENT * 2}{bullet}{line}".rstrip() for line in section.lines)
    return "\n".join(lines) + "\n"


def markdown(sheet: Sheet) -> str:
    """The sheet as Markdown, as editors show it; ends with a newline."""
    parts = [f"**{escaped(sheet.title)}**" + f"  \n{escaped(sheet.summary)}" * bool(sheet.summary)]
    for section in sheet.sections:
        label = said.LABEL.of(sheet.language, label=section.label)
        if section.kind == "code":
            body = "\n".join(("```js", *section.lines, "```"))
        elif section.kind == "rows":
            body = "\n".join(("```text", *section.lines, "```"))
        elif section.kind == "list":
            body = "\n".join(f"- {escaped(line)}" for line in section.lines)
        else:
            body = "  \n".join(map(escaped, section.lines))
        parts.append(f"**{escaped(label)}**\n\n{body}")
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)


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
    """True if `out` is a terminal that may be sent control codes, or FORCE_COLOR says so."""
    import os

    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and out.isatty()
