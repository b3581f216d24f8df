"""Lists of lines, and what is written line by line: strings of JavaScript that are one text."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.javascript.strings import is_text
from flake8_trtc.languages.lines import Line, Lines, added_to, lines_in, lines_with
from flake8_trtc.languages.tree import call_arguments, field, operands, parent_of, text_of

_WRITES = {"write": b"", "writeln": b"\n", "push": b"\n", "log": b"\n", "append": b""}
"""The methods that are given a line, and what they put behind it."""


def lines_of(whole: Node) -> Lines | None:
    """The expression a string is one text with; None where it is alone."""
    parent = parent_of(whole)
    if parent is None:
        return None
    if parent.type == "array":
        return lines_in(parent, _text)
    around = parent_of(parent) if parent.type == "arguments" else parent
    statement = parent_of(around)
    return None if statement is None else lines_with(statement, _line_of, _text)


def _text(item: Node) -> Node | None:
    return item if is_text(item) else None


def _line_of(statement: Node) -> Line | None:
    """The line that a statement writes."""
    inner = next(iter(operands(statement)), None)
    if inner is None:
        return None
    if statement.type in {"lexical_declaration", "variable_declaration"}:
        value = field(inner, "value")
        return None if value is None else Line(text_of(field(inner, "name")), value, b"", True)
    if statement.type != "expression_statement":
        return None
    if inner.type == "call_expression":
        return _line_of_call(inner)
    value = field(inner, "right")
    if inner.type == "augmented_assignment_expression" and value is not None:
        added = text_of(field(inner, "operator")) == "+="
        return Line(text_of(field(inner, "left")), value, b"") if added else None
    if inner.type == "assignment_expression" and value is not None:
        target = text_of(field(inner, "left"))
        more = added_to(value, target)
        return Line(target, more or value, b"", more is None)
    return None


def _line_of_call(call: Node) -> Line | None:
    function, arguments = field(call, "function"), call_arguments(call)
    name = text_of(field(function, "property"))
    if name not in _WRITES or len(arguments) != 1:
        return None
    return Line(text_of(function), arguments[0], _WRITES[name])
