"""The comments of a text that may hold a suppression.

A comment is one of the text's own dialect: what looks like one inside a string is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.markdown import Fence, outside
from flake8_trtc.languages.templates import holes
from flake8_trtc.languages.tree import COMMENTS, Finder
from flake8_trtc.source import between, line_start
from flake8_trtc.spans import Span

MENTION = regex(rb"[tT][rR][tT][cC]:")
"""A pattern that every suppression holds."""

_OF_PUG = regex(rb"(?m)^[ \t]*(?P<comment>//[^\r\n]*)")
_MARK = regex(rb"#")
_LINE_END = regex(rb"[\r\n]")


def mentions(text: bytes) -> list[int]:
    """The offsets in a text at which a suppression may be."""
    return [match.start() for match in MENTION.finditer(text)]


def of_code(text: bytes, root: Node, *, python: bool) -> Iterator[Span]:
    """The comments of a script or a module, and of no text inside it, in order."""
    find = Finder(root).at
    for at in mentions(text):
        node = find(at, at)
        if node.type in COMMENTS:
            yield Span(node.start_byte, node.end_byte)
        elif python and not node.type.startswith(("string", "escape")):
            yield from _unread(text, at, find)


def _unread(text: bytes, at: int, find: Callable[[int, int], Node]) -> Iterator[Span]:
    """The comment around an offset, of those that the parser of Python is spared."""
    for mark in _MARK.finditer(text, line_start(text, at), at):
        if not find(*mark.span()).type.startswith("string"):
            end = _LINE_END.search(text, at)
            yield Span(mark.start(), len(text) if end is None else end.start())
            return


def of_page(text: bytes, root: Node) -> Iterator[Span]:
    """The comments of a page or a component, in no order."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type == "comment":
            yield from _mentioning(text, node.start_byte, node.end_byte)
        if not node.type.endswith("tag"):  # the grammar sees comments even there
            pending += node.named_children


def of_template(text: bytes) -> Iterator[Span]:
    """The comments of a server's template, in order."""
    for hole in holes(text):
        if hole.comment:
            yield from _mentioning(text, hole.start, hole.end)


def of_markdown(text: bytes, fences: Iterable[Fence]) -> Iterator[Span]:
    """The comments of a document outside its fences, in order."""
    shown = outside(text, fences)
    for start, end in between(shown, b"<!--", b"-->", 0, len(shown)):
        line = shown.rfind(b"\n", 0, start) + 1
        if shown.count(b"`", line, start) % 2 == 0:  # else it is quoted as code
            yield from _mentioning(text, start, end)


def of_pug(text: bytes) -> Iterator[Span]:
    """The comments of a page of Pug's, in order: of each its first line."""
    for match in _OF_PUG.finditer(text):
        yield from _mentioning(text, *match.span("comment"))


def _mentioning(text: bytes, start: int, end: int) -> Iterator[Span]:
    """A comment of a text, if it may hold a suppression."""
    if MENTION.search(text, start, end) is not None:
        yield Span(start, end)
