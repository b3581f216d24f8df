"""The tree-sitter grammar of Python, and the few questions everyone asks of its nodes."""

from __future__ import annotations

import re

from tree_sitter import Node, Parser, Tree

from flake8_trtc._lean import regex
from flake8_trtc.languages.grammars import grammar
from flake8_trtc.languages.python.brackets import joined
from flake8_trtc.languages.tree import forget, text_of

LANGUAGE = grammar("tree_sitter_python")
_LONE_CR = regex(rb"\r(?!\n)")
# The grammar looks ahead from each comment over all that follow it: 8,000 lines took 27 s.
_MANY_COMMENTS = regex(rb"(?m)^(?:[ \t\r]*(?:#[^\n]*)?\n){40,}")
_COMMENT = regex(rb"#[^\r\n]*")
# So it does from each of many lines that are continued one after the other: 20,000 took 15 s.
_MANY_CONTINUED = regex(rb"(?:[ \t]*\\\r?\n){40,}")


def parse_python(utf8: bytes) -> Tree:
    """Parse a text; offsets in the tree are those of the text. Broken code gives ERROR nodes."""
    forget()
    # Python ends a line at a lone CR, the grammar does not; the offsets stay the same.
    text = _LONE_CR.sub(b"\n", utf8) if b"\r" in utf8 else utf8
    text = _MANY_CONTINUED.sub(_blank, text) if b"\\\n" in text or b"\\\r" in text else text
    text = _MANY_COMMENTS.sub(_uncommented, text)
    tree = Parser(LANGUAGE).parse(text)
    if tree.root_node.has_error and (closer := joined(text)) != text:
        other = Parser(LANGUAGE).parse(closer)
        return min(tree, other, key=lambda tree: _unread(tree.root_node))
    return tree


def _unread(root: Node) -> int:
    """How many bytes of a text are in no statement that could be read."""
    unread = 0
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if node.is_error:
            unread += node.end_byte - node.start_byte + 1
        elif node.is_missing:
            unread += 1
        elif node.has_error:
            nodes += node.children
    return unread


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _uncommented(comments: re.Match[bytes]) -> bytes:
    """Many lines of comments, with blanks for each: the tree has no comments there."""
    return _COMMENT.sub(_blank, comments[0])


def spelled_string(node: Node | None) -> str | None:
    """The value of a string or of bytes that are written without escapes or holes."""
    if node is None or node.type != "string":
        return None
    prefix = text_of(node.children[0]).rstrip("'\"").lower()
    if "f" in prefix or "t" in prefix or any(child.named_child_count for child in node.children):
        return None
    return "".join(text_of(child) for child in node.children if child.type == "string_content")


def plain_string(node: Node | None) -> str | None:
    """The value of a string literal without prefix, escapes or holes; None for anything else."""
    if node is None or node.type != "string":
        return None
    content = b""
    for child in node.children:
        if child.type == "string_start" and child.text not in {b'"', b"'"}:
            return None
        if child.type == "string_content":
            if child.named_child_count:
                return None
            content += child.text or b""
    return content.decode("utf-8", "replace")
