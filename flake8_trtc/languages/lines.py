"""Texts that a program writes line by line: statements of one block that write to one thing."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.tree import field, kept, operands, parent_of, text_of

_LEAST = 2
"""How many strings are lines."""


class Line(NamedTuple):
    """A statement that writes a text.

    target: what it writes to, as written; text: what it writes; between: what comes between two
    of them; first: whether it is what the target begins with.
    """

    target: str
    text: Node
    between: bytes
    first: bool = False


def added_to(value: Node, target: str) -> Node | None:
    """The text that is put behind a target's own value: `text + "more"`; None of another value."""
    parts = operands(value)
    added = text_of(field(value, "operator")) == "+" and len(parts) == 2
    return parts[1] if added and text_of(parts[0]) == target else None


_RUNS: dict[Node, dict[Node, list[Line]]] = kept()


def run_of(statement: Node, line_of: Callable[[Node], Line | None]) -> list[Line]:
    """The lines that are written together with that of a statement, in order.

    line_of: tells the line of a statement. None are there where the statement writes none.
    """
    block = parent_of(statement)
    if block is None:
        return []
    runs = _RUNS.get(block)
    if runs is None:
        runs = _RUNS[block] = {}
        targets: dict[str, list[Line]] = {}
        for item in operands(block):
            line = line_of(item)
            if line is None:
                continue
            if line.first or targets.get(line.target, [line])[0].between != line.between:
                targets[line.target] = []
            runs[item] = targets.setdefault(line.target, [])
            runs[item].append(line)
    return runs.get(statement, [])


class Lines(NamedTuple):
    """String expressions that are one text.

    first: a node that stands for them; texts: the expressions, None for what is none.
    """

    first: Node
    texts: list[Node | None]
    between: bytes


_LINES: dict[Node, Lines | None] = kept()


def lines_in(items: Node, text_in: Callable[[Node], Node | None]) -> Lines | None:
    """The lines in a list. text_in: the string expression in an item."""
    if items in _LINES:
        return _LINES[items]
    return _together(items, operands(items), b"\n", text_in)


def lines_with(
    statement: Node,
    line_of: Callable[[Node], Line | None],
    text_in: Callable[[Node], Node | None],
) -> Lines | None:
    """The lines that are written together with that of a statement. See `run_of`, `lines_in`."""
    run = run_of(statement, line_of)
    if not run:
        return None
    first = run[0].text
    if first in _LINES:
        return _LINES[first]
    return _together(first, [line.text for line in run], run[0].between, text_in)


def _together(
    first: Node, items: list[Node], between: bytes, text_in: Callable[[Node], Node | None]
) -> Lines | None:
    texts = [text_in(item) for item in items]
    many = sum(text is not None for text in texts) >= _LEAST
    _LINES[first] = Lines(first, texts, between) if many else None
    return _LINES[first]
