"""Lists of lines, and what is written line by line: strings of Python that are one text."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.lines import Line, Lines, added_to, lines_in, lines_with
from flake8_trtc.languages.python.strings import LISTS, is_text
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    kept,
    operands,
    parent_of,
    resolved,
    text_of,
    type_of,
)

_WRITES = {
    **dict.fromkeys(("write", "send", "sendall", "add_text"), b""),
    **dict.fromkeys(("append", "writeln", "write_line", "line", "add", "emit", "print"), b"\n"),
}
"""The functions that are given a line, and what they put behind it."""


def lines_of(whole: Node) -> Lines | None:
    """The expression a string is one text with; None where it is alone. whole: see `whole_of`."""
    parent = parent_of(resolved(whole, _ITEMS, _outwards))
    if parent is None:
        return None
    if parent.type in LISTS:
        return lines_in(parent, _text)
    statement = _statement(parent)
    return None if statement is None else lines_with(statement, _line_of, _text)


_ITEMS: dict[Node, Node] = kept()


def _outwards(item: Node) -> tuple[Node | None, Node]:
    """From a string through what fills it in."""
    parent = parent_of(item)
    return (parent if parent is not None and _filled(parent) == item else None), item


def _filled(node: Node) -> Node | None:
    """The string expression that `%` or `.format()` fills in."""
    if node.type == "binary_operator" and text_of(field(node, "operator")) == "%":
        return field(node, "left")
    if node.type == "attribute" and text_of(field(node, "attribute")) == "format":
        return field(node, "object")
    function = field(node, "function") if node.type == "call" else None
    return function if function is not None and _filled_method(function) else None


def _filled_method(function: Node) -> bool:
    return function.type == "attribute" and text_of(field(function, "attribute")) == "format"


def _text(item: Node) -> Node | None:
    """The string expression in an item; None where it is none."""
    while not is_text(item):
        inner = _filled(item)
        if inner is None:
            return None
        item = inner
    return item


def _statement(parent: Node) -> Node | None:
    """The statement that a string is written by, its parent given."""
    around = parent_of(parent) if parent.type == "argument_list" else parent
    statement = parent_of(around)
    return statement if type_of(statement) == "expression_statement" else None


def _line_of(statement: Node) -> Line | None:
    """The line that a statement writes."""
    inner = operands(statement)[0] if type_of(statement) == "expression_statement" else None
    if inner is None:
        return None
    if inner.type == "call":
        return _line_of_call(inner)
    value = field(inner, "right")
    if value is None or inner.type not in {"assignment", "augmented_assignment"}:
        return None
    if inner.type == "augmented_assignment" and text_of(field(inner, "operator")) != "+=":
        return None
    target = text_of(field(inner, "left"))
    more = added_to(value, target)
    first = inner.type == "assignment" and more is None
    return Line(target, more or value, b"", first)


def _line_of_call(call: Node) -> Line | None:
    function, arguments = field(call, "function"), call_arguments(call)
    name = text_of(field(function, "attribute") or function)
    if name not in _WRITES or not arguments or arguments[0].type == "keyword_argument":
        return None
    others = arguments[1:]
    if any(item.type != "keyword_argument" for item in others):
        return None
    target = text_of(field(function, "object")) or name
    return Line(f"{target}({', '.join(map(text_of, others))})", arguments[0], _WRITES[name])
