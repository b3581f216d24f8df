"""Which names of a script are TRTC's ErrorCode, and where their members are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tree_sitter import Node

from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS
from flake8_trtc.config.options import JsConstants
from flake8_trtc.languages.javascript.bindings import name_in
from flake8_trtc.languages.javascript.constants import Constants, constants_of, types_of_sdk
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.reader import Member
from flake8_trtc.languages.tree import Finder, field, parent_of, text_of

_ALL = frozenset(constant.name for constant in CONSTANTS.values())
INHERITED = frozenset(
    "constructor hasOwnProperty isPrototypeOf length name propertyIsEnumerable prototype "
    "toLocaleString toString valueOf".split()
)


def script_members(
    root: Node, text: bytes, own: JsConstants | None, beside: Sequence[Constants] = ()
) -> Iterator[Member]:
    """Every look-up on an object that is TRTC's ErrorCode, whatever the name.

    Those are `TRTC.ErrorCode`, the constants that the script declares or imports, those of the
    SDK's types, and what the configuration names. Of a module that only says TRTC in its name
    nobody knows which members it has. beside: those that scripts beside it declare or import, and
    it names.
    """
    yield from _of_expression(root, text, "TRTC.ErrorCode", own=False)
    if own is not None and own.specifier is None:
        yield from _of_expression(root, text, own.name, own=True)
    for known in (*constants_of(root, text, own), *types_of_sdk(root, text)):
        yield from _of_constants(
            known, name_in(root, text, known.name).uses_of.get(known.binding, ())
        )
    for known in beside:
        found = name_in(root, text, known.name).uses()
        yield from _of_constants(known, (use for use, meant in found if meant is None))


def _of_constants(known: Constants, uses: Iterable[Node]) -> Iterator[Member]:
    """The look-ups among the uses of constants, unless those may be of anybody."""
    rare = any(BY_NAME[member].rare for member in known.members or () if member in BY_NAME)
    if not rare and known.members is not None:
        return
    seen = known.members if known.members is not None else _ALL if known.own else frozenset()
    for use in uses:
        found = _looked_up(use, known.name, seen, known.members is None)
        if found is not None:
            yield found


def _of_expression(root: Node, text: bytes, owner: str, *, own: bool) -> Iterator[Member]:
    if owner.encode() not in text:
        return  # a search that begins with a look behind is slow
    pattern = rb"(?<![\w.$])%s(?=\s*(?:\?\.|[.\[]))" % re.escape(owner.encode())
    finder = Finder(root)
    for match in re.finditer(pattern, text):
        found = _looked_up(finder.at(*match.span()), owner, _ALL, own)
        if found is not None:
            yield found


def _looked_up(owner: Node, text: str, known: frozenset[str], own: bool) -> Member | None:
    """Members looked up on an object: `O.X`, `O["X"]`."""
    parent = parent_of(owner)
    if parent is None or owner.type not in {"identifier", "member_expression"}:
        return None
    if field(parent, "object") != owner:
        return None
    key = field(parent, "property") or field(parent, "index")
    name = text_of(key) if parent.type == "member_expression" else plain_string(key)
    if key is None or name is None or name in INHERITED:
        return None
    return Member(key, name, text, True, parent, known, own)


def named_constant(node: Node) -> Member | None:
    """A catalog name that is read, on whatever object: `codes.CLIENT_BANNED`, `CLIENT_BANNED`."""
    parent = parent_of(node)
    if parent is None:
        return None
    if node.type == "property_identifier" and parent.type == "member_expression":
        return Member(node, text_of(node), text_of(field(parent, "object")), False, parent)
    if node.type == "identifier":
        return Member(node, text_of(node), "", False, node)
    return None
