"""Texts that a program writes line by line: statements of one block that write to one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.tree import kept, operands, parent_of


class Line(NamedTuple):
    """A statement that writes a text.

    target: what it writes to, as written; text: what it writes; between: what comes between two
    of them; first: whether it is what the target begins with.
    """

    target: str
    text: Node
    between: bytes
    first: bool = False


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
