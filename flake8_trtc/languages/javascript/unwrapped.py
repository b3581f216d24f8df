"""What gives a JavaScript expression its value: inside brackets, casts and conversions."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.javascript.asked import keyed_by
from flake8_trtc.languages.javascript.calls import SELECTS
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.tree import call_arguments, field, operands, text_of, type_of

_TRANSPARENT = frozenset(
    {
        "parenthesized_expression",
        "await_expression",
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
    }
)
_CONVERSIONS = frozenset(
    {"cy.wrap", "Number", "parseInt", "parseFloat", "String", "BigInt", "Math.abs"}
)
_LONGEST = max(map(len, _CONVERSIONS))
_METHODS = frozenset({"toString", "trim", "toLowerCase", "toUpperCase", "valueOf", "padStart"})


def unwrapped(node: Node) -> Node:
    """The expression that gives the value: inside parentheses, casts, `await`, `Number()`, `||`."""
    while (inner := _inner(node)) is not None:
        node = inner
    return node


def _inner(node: Node) -> Node | None:
    if node.type in _TRANSPARENT:
        return next(iter(operands(node)), None)
    if node.type == "type_assertion":
        return operands(node)[-1]
    if node.type == "unary_expression" and text_of(field(node, "operator")) == "+":
        return field(node, "argument")
    if node.type == "assignment_expression":
        return field(node, "right")
    if node.type == "binary_expression":
        return _inner_of_binary(node)
    if node.type == "template_string":
        return _formatted(node)
    if node.type == "new_expression" and text_of(field(node, "constructor")) == "Set":
        return next(iter(call_arguments(node)), None)
    keys = keyed_by(node)
    if keys is not None or node.type != "call_expression":
        return keys
    function = field(node, "function")
    if function is not None and _converts(function):
        return next(iter(call_arguments(node)), None)
    if type_of(function) == "identifier" and text_of(function) in SELECTS:
        body = field(next(iter(call_arguments(node)), None), "body")
        return None if type_of(body) == "statement_block" else body
    if function is not None and text_of(field(function, "property")) in _METHODS:
        return field(function, "object")
    return None


def _inner_of_binary(node: Node) -> Node | None:
    left, right, operator = (
        field(node, "left"),
        field(node, "right"),
        text_of(field(node, "operator")),
    )
    if operator in {"||", "??"}:
        return left
    if operator == "&&":
        return right
    if operator != "+":
        return None
    if plain_string(right) == "":
        return left
    return right if plain_string(left) in {"", "0x"} else None


def _formatted(template: Node) -> Node | None:
    """The expression that `${code}` alone spells, also behind 0x; None for any other template."""
    parts = operands(template)
    holes = [part for part in parts if part.type == "template_substitution"]
    texts = [text_of(part) for part in parts if part.type != "template_substitution"]
    return (
        next(iter(operands(holes[0])), None) if len(holes) == 1 and texts in ([], ["0x"]) else None
    )


def _converts(function: Node) -> bool:
    return function.end_byte - function.start_byte <= _LONGEST and text_of(function) in _CONVERSIONS
