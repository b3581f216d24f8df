"""Texts that Python makes of a number: the hexadecimal digits of a code, without 0x."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.tree import call_arguments, field, operands, text_of, type_of

_SPEC = regex(r"0?\d*[xX]")
_PERCENT = regex(r"%0?\d*[xX]")
_FORMAT = regex(r"\{\d*:0?\d*[xX]\}")
_SAME = frozenset({"upper", "lower", "strip", "zfill", "rjust", "casefold"})
_CUTS = frozenset({"removeprefix", "lstrip", "replace"})


def is_digits(node: Node | None) -> bool:
    """True if an expression makes hexadecimal digits of a number, without 0x before them."""
    while node is not None:
        if node.type == "call":
            function = field(node, "function")
            if _formats(node, function):
                return True
            method = text_of(field(function, "attribute"))
            node = field(function, "object") if method in _SAME else None
        elif node.type == "parenthesized_expression":
            node = next(iter(operands(node)), None)
        elif node.type == "string":
            return _is_filled(node)
        elif node.type == "binary_operator":
            return _PERCENT.fullmatch(plain_string(field(node, "left")) or "") is not None
        else:
            cut = text_of(field(node, "subscript")) == "2:"
            return node.type == "subscript" and cut and _is_hex(field(node, "value"))
    return False


def _formats(call: Node, function: Node | None) -> bool:
    """True for `format(code, "x")`, `"{:x}".format(code)`, `hex(code).removeprefix("0x")`."""
    arguments, owner = call_arguments(call), field(function, "object")
    if text_of(function) == "format" and len(arguments) == 2:
        return _SPEC.fullmatch(plain_string(arguments[1]) or "") is not None
    method = text_of(field(function, "attribute"))
    if method == "format":
        return _FORMAT.fullmatch(plain_string(owner) or "") is not None
    first = plain_string(next(iter(arguments), None))
    return method in _CUTS and first == "0x" and _is_hex(owner)


def _is_hex(node: Node | None) -> bool:
    return type_of(node) == "call" and text_of(field(node, "function")) == "hex"


def _is_filled(string: Node) -> bool:
    """True for `f"{code:x}"`."""
    parts = string.named_children
    holes = [part for part in parts if part.type == "interpolation"]
    if len(holes) != 1 or any(part.type == "string_content" for part in parts):
        return False
    specs = [part for part in holes[0].named_children if part.type == "format_specifier"]
    return len(specs) == 1 and _SPEC.fullmatch(text_of(specs[0]).lstrip(":")) is not None
