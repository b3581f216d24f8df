"""Which names of a script are TRTC's ErrorCode, and where their members are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.climb import field, text_of
from flake8_trtc.languages.javascript.grammar import plain_string


class Member(NamedTuple):
    """A constant looked up by name: its node, its name, the object, and the whole expression."""

    node: Node
    name: str
    owner: str
    ours: bool
    whole: Node


def members(root: Node, text: bytes, owners: tuple[str, ...]) -> Iterator[Member]:
    """Every look-up on one of the owners (`TRTC.ErrorCode`), whatever the name."""
    for owner in owners:
        pattern = rb"(?<![\w.$])%s(?=\s*(?:\?\.|[.\[]))" % re.escape(owner.encode())
        for match in re.finditer(pattern, text):
            node = root.descendant_for_byte_range(match.start(), match.end())
            found = _looked_up(node, owner) if node is not None else None
            if found is not None:
                yield found


def _looked_up(owner: Node, text: str) -> Member | None:
    parent = owner.parent
    if parent is None or owner.type not in {"identifier", "member_expression"}:
        return None
    if parent.type == "member_expression" and field(parent, "object") == owner:
        name = field(parent, "property")
        return None if name is None else Member(name, text_of(name), text, True, parent)
    if parent.type == "subscript_expression" and field(parent, "object") == owner:
        key = field(parent, "index")
        value = plain_string(key)
        return None if key is None or value is None else Member(key, value, text, True, parent)
    return None


def named_constant(node: Node) -> Member | None:
    """A catalog name that is read, on whatever object: `codes.CLIENT_BANNED`, `CLIENT_BANNED`."""
    parent = node.parent
    if parent is None:
        return None
    if node.type == "property_identifier" and parent.type == "member_expression":
        return Member(node, text_of(node), text_of(field(parent, "object")), False, parent)
    if node.type == "identifier":
        return Member(node, text_of(node), "", False, node)
    return None
