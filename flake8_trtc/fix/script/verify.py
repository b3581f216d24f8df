"""The proof of a script's rewrite: its tokens are the old ones, with constants for numbers.

It shares nothing with the planner. Each edit is a number that becomes the constant of that value,
a misspelt member that becomes one there is, or text of one of a few harmless forms; every other
token is the same as before, so that no edit runs into its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from flake8_trtc.catalog import BY_NAME
from flake8_trtc.fix.edits import Edit, ProofError, splice
from flake8_trtc.languages.javascript.grammar import parse, whole_number

_NAME = r"[A-Za-z_$][\w$]*"
_ENTRY = rf"(?P<name>{_NAME}):\s*(?P<value>0x[0-9a-f]+)"
_ENTRIES = rf"(?:\s*{_NAME}: 0x[0-9a-f]+,?)+\s*"
_OBJECT = rf"\{{{_ENTRIES}\}}"
_FROZEN = rf"Object\.freeze\({_OBJECT}\)"
_LOCAL = rf"(?:{_NAME}|\{{ {_NAME}(?:(?::| as) {_NAME})? \}})"
_MODULE = r"(['\"])[^'\"\\\s]+\1"
_ADDED = tuple(
    re.compile(form)
    for form in (
        rf"\s*(?:\{{\s*)?const {_NAME} = (?:{_OBJECT}(?: as const)?|{_FROZEN});\s*",
        rf",{_ENTRIES}",
        rf"\s*import {_LOCAL} from {_MODULE};?\s*",
        rf"\s*const {_LOCAL} = require\({_MODULE}\)(?:\.default)?;?\s*",
        r"\s*\}",
    )
)
"""What may be put between the tokens of a script."""

_CONSTANT = re.compile(rf"(\[)?(?:{_NAME}\.)+({_NAME})(?(1)\]| ?)")


def verify(before: bytes, edits: Sequence[Edit], language: str) -> None:
    """Prove the edits of a script. Raises ProofError.

    before: the script in UTF-8; language: "js", "ts" or "tsx".
    """
    old = parse(before, language).root_node
    new = parse(splice(before, edits), language).root_node
    for edit in edits:
        if not _harmless(old, edit):
            raise ProofError(f"{edit.new.decode()!r} is not what a fix may write")
    if _errors(new) > _errors(old):
        raise ProofError("the script no longer parses")
    if list(_kept(old, edits, moved=False)) != list(_kept(new, edits, moved=True)):
        raise ProofError("the script has other tokens than it had")


def _harmless(old: Node, edit: Edit) -> bool:
    text = edit.new.decode()
    if edit.start == edit.end:
        form = next((form for form in _ADDED if form.fullmatch(text)), None)
        entries = re.finditer(_ENTRY, text)
        return form is not None and all(
            item["name"] in BY_NAME and int(item["value"], 16) == BY_NAME[item["name"]].value
            for item in entries
        )
    node = old.descendant_for_byte_range(edit.start, edit.end)
    if node is None or (node.start_byte, node.end_byte) != (edit.start, edit.end):
        return False
    value = whole_number(node)
    if value is None:
        return node.type == "property_identifier" and text in BY_NAME
    found = _CONSTANT.fullmatch(text)
    return found is not None and found[2] in BY_NAME and BY_NAME[found[2]].value == value


def _errors(root: Node) -> int:
    """How many places do not parse."""
    if not root.has_error:
        return 0
    return sum(1 for node in _walk(root) if node.is_error or node.is_missing)


def _walk(root: Node) -> Iterator[Node]:
    cursor = root.walk()
    while cursor.node is not None:
        yield cursor.node
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


def _kept(
    root: Node, edits: Sequence[Edit], *, moved: bool
) -> Iterator[tuple[int, int, str, bytes]]:
    """The tokens outside the edits: offsets in the old text, type and text.

    moved: the tree is of the text after the edits.
    """
    spans = []
    shift = 0
    for edit in sorted(edits):
        width = len(edit.new) if moved else edit.end - edit.start
        start = edit.start + (shift if moved else 0)
        spans.append((start, start + width, edit))
        shift += len(edit.new) - (edit.end - edit.start)
    at = back = 0
    for node in _walk(root):
        if node.child_count or node.start_byte == node.end_byte:
            continue
        while at < len(spans) and spans[at][1] <= node.start_byte:
            edit = spans[at][2]
            back += len(edit.new) - (edit.end - edit.start)
            at += 1
        if at < len(spans) and spans[at][0] <= node.start_byte and node.end_byte <= spans[at][1]:
            continue
        offset = back if moved else 0
        yield node.start_byte - offset, node.end_byte - offset, node.type, node.text or b""
