"""Texts that a script makes of a number: `String(code)`, `code.toString(16)`."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.tree import call_arguments, field, operands, text_of, type_of

_SAME = frozenset({"trim", "toLowerCase", "toUpperCase", "padStart"})
_TEXTS = _SAME | {"toString"}


def is_text(node: Node | None) -> bool:
    """True if an expression makes a text of a number: `String(code)`, `code.toString(16)`."""
    while node is not None and node.type == "parenthesized_expression":
        node = next(iter(operands(node)), None)
    if node is None or node.type != "call_expression":
        added = type_of(node) == "binary_expression" and text_of(field(node, "operator")) == "+"
        return added or type_of(node) == "template_string"
    function = field(node, "function")
    return text_of(function) == "String" or text_of(field(function, "property")) in _TEXTS


def is_digits(node: Node | None) -> bool:
    """True if an expression makes hexadecimal digits of a number, without 0x before them."""
    while node is not None:
        if node.type == "call_expression":
            function = field(node, "function")
            name = text_of(field(function, "property"))
            if name == "toString":
                return [text_of(part) for part in call_arguments(node)] == ["16"]
            node = field(function, "object") if name in _SAME else None
        elif node.type in {"parenthesized_expression", "template_string", "template_substitution"}:
            parts = operands(node)
            node = parts[0] if len(parts) == 1 else None
        else:
            return False
    return False
