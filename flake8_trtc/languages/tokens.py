"""The tokens of a text without its comments: what stays the same when only comments change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.tree import COMMENTS

_CODE = frozenset({"raw_text", "attribute_value"})
"""Parts of a page that may be code, with tokens of their own."""

Token = tuple[str, bytes]
"""The type of a node without children, and its text."""


def of_code(root: Node) -> Iterator[Token]:
    """The tokens of a script or a module."""
    for node in _leaves(root):
        yield node.type, node.text or b""


def of_page(root: Node) -> Iterator[Token]:
    """The words of a page without its code.

    Blanks between them don't count, nor does the length of what stands for a template's value.
    """
    for node in _leaves(root):
        if node.type not in _CODE:
            for word in (node.text or b"").split():
                yield node.type, re.sub(rb"_+", b"_", word)


def _leaves(root: Node) -> Iterator[Node]:
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type in COMMENTS:
            continue
        if node.child_count:
            pending += reversed(node.children)
        elif node.end_byte > node.start_byte:
            yield node
