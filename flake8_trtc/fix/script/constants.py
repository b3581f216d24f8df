"""The constants a script has already: an object of its own, or an import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.catalog import BY_NAME
from flake8_trtc.fix.script.imports import imported_constants
from flake8_trtc.fix.script.tree import binds, mentions
from flake8_trtc.languages.climb import ancestors, field, operands, text_of
from flake8_trtc.languages.javascript.grammar import plain_string, whole_number

_MEMBER = re.compile(rb"(?<![\w$])(?:%s)(?![\w$])" % "|".join(BY_NAME).encode())
_BLOCKS = frozenset({"program", "statement_block", "switch_body", "class_static_block"})


class Constants(NamedTuple):
    """Constants that a script declares or imports.

    name: what they are called; scope: the block that they are declared in; end: the offset from
    which they can be used; members: those it has, None where they can't be seen; table: the
    object literal, None where it can't be added to.
    """

    name: str
    scope: Node
    end: int
    members: frozenset[str] | None
    table: Node | None


def existing(root: Node, text: bytes) -> Iterator[Constants]:
    """The constants that a script has, in order; only those whose name is declared once."""
    seen: set[int] = set()
    for match in _MEMBER.finditer(text):
        node = root.descendant_for_byte_range(*match.span())
        table = _table_of(node) if node is not None else None
        if table is None or table.start_byte in seen:
            continue
        seen.add(table.start_byte)
        found = _declared(table)
        if found is not None and _declared_once(root, text, found.name):
            yield found
    for local, end in imported_constants(root):
        if _declared_once(root, text, local):
            yield Constants(local, root, end, None, None)


def _table_of(name: Node) -> Node | None:
    """The object or enum that a name is a key of."""
    entry = name.parent if name.type in {"property_identifier", "string_fragment"} else None
    if name.type == "string_fragment" and entry is not None:
        entry = entry.parent
    table = entry.parent if entry is not None else None
    holds = entry is not None and entry.type in {"pair", "enum_assignment"}
    return table if holds and table is not None and table.type in {"object", "enum_body"} else None


def _declared(table: Node) -> Constants | None:
    members = _members(table)
    if not members:
        return None
    holder = table.parent if table.type == "enum_body" else _declarator(table)
    name = field(holder, "name") if holder is not None else None
    scope = next((item for item in ancestors(table) if item.type in _BLOCKS), None)
    if holder is None or name is None or scope is None or name.type != "identifier":
        return None
    literal = table if table.type == "object" else None
    return Constants(text_of(name), scope, holder.end_byte, members, literal)


def _declarator(table: Node) -> Node | None:
    """The `const` that an object literal is the value of, as it is, frozen or `as const`."""
    for parent in ancestors(table):
        if parent.type == "variable_declarator":
            declaration = parent.parent
            kind = text_of(field(declaration, "kind")) if declaration is not None else ""
            return parent if kind == "const" else None
        if parent.type == "call_expression":
            if text_of(field(parent, "function")) != "Object.freeze":
                return None
        elif parent.type not in {
            "arguments",
            "as_expression",
            "satisfies_expression",
            "parenthesized_expression",
        }:
            return None
    return None


def _members(table: Node) -> frozenset[str]:
    """The members of a table of constants; none where it holds anything else."""
    found = set()
    for item in operands(table):
        key = field(item, "key") or field(item, "name")
        value = field(item, "value")
        name = plain_string(key) or text_of(key)
        constant = BY_NAME.get(name)
        if constant is None or value is None or whole_number(value) != constant.value:
            return frozenset()
        found.add(name)
    return frozenset(found)


def _declared_once(root: Node, text: bytes, name: str) -> bool:
    return sum(1 for node in mentions(root, text, name) if binds(node)) == 1
