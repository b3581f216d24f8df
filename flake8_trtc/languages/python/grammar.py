"""The tree-sitter grammar of Python, and the few questions everyone asks of its nodes."""

from __future__ import annotations

import re
from functools import lru_cache

import tree_sitter_python
from tree_sitter import Language, Node, Parser, Tree

LANGUAGE = Language(tree_sitter_python.language())
_LONE_CR = re.compile(rb"\r(?!\n)")


@lru_cache(maxsize=2)
def parse(utf8: bytes) -> Tree:
    """Parse a text; offsets in the tree are those of the text. Broken code gives ERROR nodes.

    The last two trees are kept: detection, the plan and the proof ask for the same texts.
    """
    # Python ends a line at a lone CR, the grammar does not; the offsets stay the same.
    return Parser(LANGUAGE).parse(_LONE_CR.sub(b"\n", utf8) if b"\r" in utf8 else utf8)


def plain_string(node: Node | None) -> str | None:
    """The value of a string literal without prefix, escapes or holes; None for anything else."""
    if node is None or node.type != "string":
        return None
    content = b""
    for child in node.children:
        if child.type == "string_start" and child.text not in {b'"', b"'"}:
            return None
        if child.type == "interpolation":
            return None
        if child.type == "string_content":
            if child.named_child_count:
                return None
            content += child.text or b""
    return content.decode("utf-8", "replace")
