"""Findings on a terminal: the source with a mark under the number, the meaning, the advice."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flake8_trtc.catalog.codes import CONSTANTS, DETAILS
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.cli.reports.text import Explainer
from flake8_trtc.detect.reported import Reported
from flake8_trtc.messages import explain as said

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_MARGIN = 2


def show(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say the findings as they come, those of one place together.

    What a code means is said once, at its first finding.
    """
    width = max(shutil.get_terminal_size().columns, 40)
    console = Console(
        width=width,
        force_terminal=style.colour,
        color_system="standard" if style.colour else None,
        no_color=not style.colour,
        highlight=False,
        emoji=False,
        markup=False,
    )
    told: set[int] = set()
    explainer = Explainer(style.language) if style.explain else None
    for _, group in groupby(findings, lambda item: (item.path, item.line, item.column)):
        items = list(group)
        with console.capture() as captured:
            _place(console, items, style)
            if explainer is not None:
                _explained(console, items, explainer)
            else:
                for value in {item.value: None for item in items if item.value is not None}:
                    if value not in told:
                        told.add(value)
                        _meaning(console, value, style.language)
            console.print()
        say(captured.get())


def _place(console: Console, items: list[Reported], style: Style) -> None:
    """One place: what there is to say of it, and its line with the number marked."""
    first = items[0]
    where = f":{first.line}:{first.column}"
    console.print(Text.assemble((_plain(first.path), "bold"), where), soft_wrap=True)
    for item in items:
        code = (item.code, _STYLES[RULES[item.code].severity])
        console.print(Text.assemble(code, " ", _plain(item.message)))
    gutter = " " * _MARGIN + str(first.line) + " "
    blank = " " * len(gutter)
    before, number, after = _cut(first, console.width - len(gutter) - 2)
    mark = " " * cell_len(before) + "^" * max(cell_len(number), 1)
    line = Text.assemble((f"{gutter}| ", "blue"), before, (number, "bold"), after)
    console.print(line, soft_wrap=True)
    console.print(Text.assemble((f"{blank}| ", "blue"), (mark, "bold red")), soft_wrap=True)
    if style.evidence:
        for reason in {reason: None for item in items for reason in item.reasons}:
            console.print(Padding(Text(f"= {_plain(reason)}"), (0, 0, 0, len(blank))))


def _cut(item: Reported, room: int) -> tuple[str, str, str]:
    """The line before the number, the number and the line after it, in so many columns."""
    start = item.column - 1
    end = item.end_column - 1 if item.end_line == item.line else len(item.text)
    # A character takes a column at least, so of a very long line the rest need not be looked at.
    before = _plain(item.text[max(start - room - 1, 0) : start])
    number = _head(_plain(item.text[start:end][: room + 1]), room)
    after = _plain(item.text[end : end + room + 1])
    spare = room - cell_len(number)
    before = _head(before[::-1], max(spare - cell_len(after), spare * 2 // 3))[::-1]
    return before, number, _head(after, spare - cell_len(before))


def _head(text: str, width: int) -> str:
    """A text's beginning in so many columns, with a sign that it is cut."""
    if cell_len(text) <= width:
        return text
    while cell_len(text) >= width > 0:
        text = text[:-1]
    return text + "…" * (width > 0)


def _plain(text: str) -> str:
    """Text that can't steer the terminal or the reading direction; a tab is four columns."""
    text = text.replace("\t", "    ")
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def _explained(console: Console, items: list[Reported], explainer: Explainer) -> None:
    """Whatever has not come up yet: rules and codes."""
    for line in (line for item in items for line in explainer.lines(item)):
        text = line.lstrip()
        console.print(Padding(Text(text), (0, 0, 0, _MARGIN + len(line) - len(text))))


def _meaning(console: Console, value: int, language: str) -> None:
    """The meaning of a code and the advice on it."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in _told(value, language):
        table.add_row(label, Text(text))
    console.print(Padding(table, (0, 0, 0, _MARGIN)))


def _told(value: int, language: str) -> Iterator[tuple[str, str]]:
    constant = CONSTANTS.get(value)
    entry = DETAILS[value] if constant is None else constant
    yield said.MEANING.of(language), entry.description.of(language)
    if constant is not None and constant.replacement is not None:
        yield said.INSTEAD.of(language), constant.replacement.of(language)
    if constant is not None and constant.advice is not None:
        yield said.ADVICE.of(language), constant.advice.of(language)
