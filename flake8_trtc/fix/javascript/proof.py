"""The proof of a script's rewrite: its tokens are the old ones, with constants for numbers.

It shares no decision with the planner. Each edit is a number that becomes the constant of that
value, a misspelt member that becomes one there is, or text of one of a few harmless forms; every
other token is the same as before, so that no edit runs into its neighbours; and where a constant
stands now, its object's name means an object that has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.catalog.codes import BY_NAME
from flake8_trtc.catalog.generations import declarable, is_member, values
from flake8_trtc.config.options import JsConstants
from flake8_trtc.fix.edits import Edit, ProofError, placed, splice
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.javascript.bindings import name_in
from flake8_trtc.languages.javascript.constants import constants_of
from flake8_trtc.languages.javascript.grammar import signed_number
from flake8_trtc.languages.javascript.imports import imported
from flake8_trtc.languages.tree import Finder, enclosing, field, kept, text_of
from flake8_trtc.model import Codes
from flake8_trtc.spans import Span

_NAME = r"[A-Za-z_$][\w$]*"
_NUMBER = r"(?:0x[0-9a-f]+|-?[0-9]+)"
_PAIR = rf"(?:{_NAME}|'{_NAME}'|\"{_NAME}\"): {_NUMBER}"
_FIELD = rf"static (?:readonly )?{_NAME} = {_NUMBER}"
_OBJECT = rf"\{{\s*{_PAIR}(?:,\s*{_PAIR})*,?\s*\}}"
_FROZEN = rf"Object\.freeze\({_OBJECT}\)"
_END = r"(?:;|(?=\s*[\r\n])|\Z)"
_CLASS = rf"class {_NAME} \{{(?:\s*{_FIELD}{_END})+\s*\}}"
_PART = rf"{_NAME}(?: as {_NAME})?"
_LOCAL = rf"(?:{_NAME}|\{{ {_PART} \}}|\{{ {_NAME}: {_NAME} \}})"
_MODULE = r"(['\"])[^'\"\\\s]+\1"
_ADDED = tuple(
    regex(form)
    for form in (
        rf"\s*(?:\{{\s*)?(?:const {_NAME} = (?:{_FROZEN}|{_OBJECT}(?: as const)?){_END}|{_CLASS})"
        r"\s*(?:return )?",
        rf"(?:,\s*{_PAIR})+|(?:\s*{_PAIR},\s*)+",
        rf";?(?:\s*{_FIELD};\s*)+",
        rf", {_PART}",
        rf"\s*import {_LOCAL} from {_MODULE};?\s*",
        rf"\s*const {_LOCAL} = require\({_MODULE}\)(?:\.default)?;?\s*",
        r"return |;?\s*\}|[ \t]+",
    )
)
"""Text that may be put between the tokens of a script."""

_OF_SDK: tuple[Codes, ...] = ("v5", "v5-moved")
_CODES: tuple[Codes, ...] = ("v4", "v5", "v5-moved", "v5-extra")
_ENTRY = regex(rf"({_NAME})['\"]?(?:: | = )({_NUMBER})")
_CONSTANT = regex(rf"(\[)?((?:{_NAME}\.)+)({_NAME})(?(1)\])")


def verify(script: Text, edits: Sequence[Edit], own: JsConstants | None = None) -> None:
    """Prove the edits of a script. Raises ProofError. own: the project's own constants."""
    draft = script.revised(splice(script.utf8, edits))
    old, after, new = script.tree.root_node, draft.utf8, draft.tree.root_node
    find = Finder(old).at
    for edit in edits:
        if not _harmless(find(edit.start, edit.end), edit):
            raise ProofError(f"{edit.new.decode()!r} is not what a fix may write")
    if _errors(new) > _errors(old):
        raise ProofError("the script no longer parses")
    if not _same(old, new, edits):
        raise ProofError("the script has other tokens than it had")
    for edit, name, node in _written(new, edits):
        value = signed_number(find(edit.start, edit.end))
        constant = text_of(field(node, "property"))
        of_sdk = any(is_member(constant, value, codes) for codes in _OF_SDK)
        there = of_sdk and _is_of_sdk(new, after, name, node, own)
        if is_member(constant, value, "v4") or not of_sdk:  # moved codes may have v4's names
            there = there or _is_there(new, after, name, node, own)
        if not there:
            raise ProofError(f"{name} is not what it should be where it is used")


def _harmless(node: Node, edit: Edit) -> bool:
    """True if an edit is one that a fix may make; node: the smallest around its span."""
    text = edit.new.decode()
    if edit.start == edit.end:
        known = any(form.fullmatch(text) for form in _ADDED)
        return known and all(
            declarable().get(name) == int(number, 0) for name, number in _ENTRY.findall(text)
        )
    if (node.start_byte, node.end_byte) != (edit.start, edit.end):
        return False
    value = signed_number(node)
    if value is None:
        known = text in BY_NAME or text in values("v5")
        return node.type == "property_identifier" and known
    found = _CONSTANT.fullmatch(text)
    return found is not None and any(is_member(found[3], value, codes) for codes in _CODES)


def _written(new: Node, edits: Sequence[Edit]) -> Iterator[tuple[Edit, str, Node]]:
    """The constants written for numbers: the object's name, and the node of the look-up."""
    shift = 0
    find = Finder(new).at
    for edit in sorted(edits):
        found = _CONSTANT.fullmatch(edit.new.decode())
        start = edit.start + shift + len(found[1] or "") if found is not None else 0
        shift += len(edit.new) - (edit.end - edit.start)
        if found is None or edit.start == edit.end:
            continue
        yield edit, found[2][:-1], find(start, start + len(found[2] + found[3]))


def _is_there(new: Node, text: bytes, owner: str, lookup: Node, own: JsConstants | None) -> bool:
    """True if an object that is looked up is declared once, and with the member.

    One that the script does not declare is a global of the page, and so is what the configuration
    names where no function declares it.
    """
    name = name_in(new, text, owner.partition(".")[0])
    meant = name.at(lookup)
    if meant is None or (own is not None and own[:2] == (owner, None) and meant.scope == new):
        return True
    if not name.is_alone(meant):
        return False
    members = _seen(new, text).get(meant.name, frozenset())
    return members is None or text_of(field(lookup, "property")) in members


def _is_of_sdk(new: Node, text: bytes, owner: str, lookup: Node, own: JsConstants | None) -> bool:
    """True if an object that one of v5's codes is looked up on is the SDK's, as far as it shows.

    It is bound where the SDK's module or its global is named, or to a name that is.
    """
    name = name_in(new, text, owner.partition(".")[0])
    pending = [(name, name.at(lookup))]
    seen: set[Node] = set()
    while pending:
        name, meant = pending.pop()
        if meant is None:
            return True
        if meant.name in seen or not name.is_alone(meant):
            continue
        seen.add(meant.name)
        holder = enclosing(meant.name, _BINDING)
        if holder is None or _NAMES_SDK.search(holder.text or b""):
            return holder is not None
        value = field(holder, "value")
        first = re.match(_NAME, text_of(value))
        if value is not None and first is not None:
            name = name_in(new, text, first[0])
            pending.append((name, name.at(value)))
    return False


_BINDING = frozenset({"import_statement", "variable_declarator", "call_expression"})
_NAMES_SDK = regex(rb"trtc", re.IGNORECASE)
_SEEN: dict[Node, dict[Node, frozenset[str] | None]] = kept()


def _seen(root: Node, text: bytes) -> dict[Node, frozenset[str] | None]:
    """The names of constants that a script binds, with the members; None for an import's."""
    found = _SEEN.get(root)
    if found is None:
        found = {known.binding.name: known.members for known in constants_of(root, text)}
        found |= {item.name: None for item in imported(root)}
        _SEEN[root] = found
    return found


def _errors(root: Node) -> int:
    """How many places do not parse."""
    count, nodes = 0, [root] if root.has_error else []
    while nodes:
        node = nodes.pop()
        count += node.is_error or node.is_missing
        nodes += node.children
    return count


def _same(old: Node, new: Node, edits: Sequence[Edit]) -> bool:
    """True if two scripts have the same tokens outside the edits."""
    # Parts without edits and mistakes are compared as they are first: they rarely differ.
    return any(
        list(_kept(old, edits, moved=False, whole=whole))
        == list(_kept(new, edits, moved=True, whole=whole))
        for whole in (True, False)
    )


_SHORT = 512
"""Bytes of a node whose shape may be asked for: that recurses to its depth, which is no greater."""


def _kept(
    root: Node, edits: Sequence[Edit], *, moved: bool, whole: bool
) -> Iterator[tuple[int, int, str, bytes, str]]:
    """Tokens outside the edits: offsets in the old text, type, text and shape.

    moved: the tree is of the text after the edits; whole: a short node that no edit is in comes as
    one, else token by token.
    """
    here = [Span(edit.start, edit.end) for edit in sorted(edits)]
    spans = placed(edits) if moved else here
    grown = [len(edit.new) - (edit.end - edit.start) if moved else 0 for edit in sorted(edits)]
    nodes = [root]
    at = back = 0
    while nodes:
        node = nodes.pop()
        start, end = node.start_byte, node.end_byte
        while at < len(spans) and spans[at].end <= start:
            back += grown[at]
            at += 1
        touched = at < len(spans) and spans[at].start < end
        if start == end or (touched and spans[at].start <= start and end <= spans[at].end):
            continue
        apart = touched or node.has_error or not whole or end - start > _SHORT
        if node.child_count and apart:
            nodes += reversed(node.children)
        else:
            yield start - back, end - back, node.type, node.text or b"", str(node)
