"""What a table of a script is asked for, or filled with, where it is used."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.followed import Asked
from flake8_trtc.languages.javascript.calls import ASKING, GROUPED, HELD, KEYED, LISTING
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


def keyed_by(made: Node) -> Node | None:
    """What the keys of a table are that a call makes: `new Map(errors.map((e) => [e.code, e]))`."""
    given = call_arguments(made) if made.type in {"call_expression", "new_expression"} else []
    function = field(made, "function") or field(made, "constructor")
    name = text_of(field(function, "property") or function)
    if not given or name not in KEYED | GROUPED:
        return None
    if name in GROUPED:  # _.groupBy(errors, "code")
        return _body(given[-1])
    mapped = call_arguments(given[0]) if given[0].type == "call_expression" else []
    row = _body(mapped[0]) if mapped else None
    return next(iter(operands(row)), None) if row is not None and row.type == "array" else None


def _body(function: Node) -> Node | None:
    """What a function gives that is one expression; a text, the key that it reads, is itself."""
    body = field(function, "body")
    if body is None:
        return function if function.type == "string" else None
    return None if body.type == "statement_block" else body


def _taken_from(loop: Node | None) -> Asked | None:
    """The name that a loop gives the keys, or the elements, of the table that it goes through."""
    left = field(loop, "left")
    paired = type_of(left) == "array_pattern"
    first = next(iter(operands(left)), None) if paired and left is not None else left
    keyed = paired or text_of(field(loop, "operator")) == "in"
    return Asked(first, keyed) if type_of(first) == "identifier" and first is not None else None
