"""What a table of a script is asked for, or filled with, where it is used."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.followed import Asked
from flake8_trtc.languages.javascript.calls import ASKING, HELD, LISTING
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)


def asked_at(use: Node) -> Asked | None:
    """What a table is asked for, or given, where it is used: `hints[error.code]`."""
    access = parent_of(use)
    if text_of(field(access, "property")) in HELD and field(access, "object") == use:
        use, access = access or use, parent_of(access)
    if type_of(access) == "subscript_expression" and field(access, "object") == use:
        index = field(access, "index")
        return None if index is None else Asked(index)
    if type_of(access) == "binary_expression" and field(access, "right") == use:
        left = field(access, "left") if text_of(field(access, "operator")) == "in" else None
        return None if left is None else Asked(left)
    if type_of(access) == "for_in_statement":
        return _taken_from(access)
    name, call = text_of(field(access, "property")), parent_of(access)
    call = call if type_of(access) == "member_expression" else access
    if type_of(call) == "arguments":  # Object.entries(counts)
        call = parent_of(call)
        name = text_of(field(field(call, "function"), "property"))
    if type_of(call) != "call_expression" or call is None:
        return None
    if name == "entries" and type_of(parent_of(call)) == "for_in_statement":
        return _taken_from(parent_of(call))
    given = call_arguments(call) if name in ASKING else []
    return Asked(given[0], name not in LISTING) if given and given[0] != use else None


def _taken_from(loop: Node | None) -> Asked | None:
    """The name that a loop gives the keys, or the elements, of the table that it goes through."""
    left = field(loop, "left")
    paired = type_of(left) == "array_pattern"
    first = next(iter(operands(left)), None) if paired and left is not None else left
    keyed = paired or text_of(field(loop, "operator")) == "in"
    return Asked(first, keyed) if type_of(first) == "identifier" and first is not None else None
