"""Why a number of a script is not rewritten, in words for the user."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.languages.javascript.grammar import whole_number
from flake8_trtc.languages.tree import kept, parent_of, resolved, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Fix

TOP = refusals.TOP()
BROKEN = refusals.BROKEN()
TEMPLATE = refusals.TEMPLATE()
BRANCH = refusals.BRANCH()
NO_ROOM = refusals.NO_ROOM()
SEALED = refusals.SEALED()
TAKEN = refusals.TAKEN()
SENT = refusals.SENT()
EARLY = refusals.EARLY()
MACRO = refusals.MACRO()
ENUM = refusals.ENUM()
TYPE = refusals.TYPE()
MOVED = refusals.NO_NUMBER()


def unfit(node: Node | None, fix: Fix) -> Message | None:
    """Why a node is not to be rewritten, or None."""
    value = whole_number(node) if node is not None else None
    if node is None or value not in CONSTANTS or CONSTANTS[value].name != fix.constant:
        return MOVED
    return resolved(node, _BARRED, _outwards)


_BARRED: dict[Node, Message | None] = kept()


def _outwards(node: Node) -> tuple[Node | None, Message | None]:
    parent = parent_of(node)
    kind = type_of(parent)
    if kind == "literal_type":
        return None, TYPE
    if kind == "enum_assignment":
        return None, ENUM
    return (None if kind.endswith("_statement") else parent), None
