"""The texts of a file that may hold a suppression, and the comments in them.

A file is a text, and so is each script, cell and fence in it, and each string of Python. A comment
is one of the text's own language: what looks like one inside a string is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages import html, markdown, notebook
from flake8_trtc.languages.climb import Finder
from flake8_trtc.languages.regions import SCRIPTS
from flake8_trtc.languages.templates import holes, neutral
from flake8_trtc.model import Region, Span, SpanMap
from flake8_trtc.source import Source, language_of, line_start

MENTION = re.compile(rb"[tT][rR][tT][cC]:")
"""What every suppression holds."""

_COMMENTS = frozenset({"comment", "html_comment"})
_HTML = re.compile(rb"<!--.*?-->", re.DOTALL)


class Part(NamedTuple):
    """A text in a file.

    language: "python", "js", "ts", "tsx", "html", "vue", "markdown", or "string" for a string of
    Python; text: in UTF-8; map: to the file; code: whether it is code, or holds some.
    """

    language: str
    text: bytes
    map: SpanMap
    code: bool = True


def parts(source: Source) -> Iterator[Part]:
    """The texts of a file that may hold a suppression, from the outside in."""
    whole = SpanMap.shifted(0, len(source.utf8))
    yield from _within(language_of(source.path), source.utf8, whole)


def comments(part: Part) -> Iterator[Span]:
    """The comments of a text, and of none inside it, that may hold a suppression, in order."""
    if part.language == "python" or part.language in SCRIPTS:
        find = Finder(_root(part)).at
        for at in _mentions(part.text):
            node = find(at, at)
            if node.type in _COMMENTS:
                yield Span(node.start_byte, node.end_byte)
            elif part.language == "python" and not node.type.startswith(("string", "escape")):
                yield from _unread(part.text, at)
    else:
        yield from sorted(span for span in _of_page(part) if _mentions(part.text, *span))


_ALONE = re.compile(rb"[ \t\f]*(#[^\r\n]*)")


def _unread(text: bytes, at: int) -> Iterator[Span]:
    """The comment around an offset, on a line of its own among many that the parser is spared."""
    line = _ALONE.match(text, line_start(text, at))
    if line is not None and line.start(1) <= at < line.end(1):
        yield Span(*line.span(1))


def _mentions(text: bytes, start: int = 0, end: int | None = None) -> list[int]:
    found = MENTION.finditer(text, start, len(text) if end is None else end)
    return [match.start() for match in found]


def _root(part: Part) -> Node:
    if part.language == "python":
        from flake8_trtc.languages.python.grammar import parse

        return parse(part.text).root_node
    from flake8_trtc.languages.javascript import grammar

    return grammar.parse(part.text, part.language).root_node


def _of_page(part: Part) -> Iterator[Span]:
    """The comments of a page, of its template, and of a document."""
    if part.language == "markdown":
        outside = bytearray(part.text)
        for fence in markdown.fences(part.text):
            for piece in fence.map.pieces:
                outside[piece.outer : piece.outer + piece.length] = b" " * piece.length
        for match in _HTML.finditer(outside):
            line = outside.rfind(b"\n", 0, match.start()) + 1
            if outside.count(b"`", line, match.start()) % 2 == 0:  # else it is quoted as code
                yield Span(*match.span())
        return
    shape = part.text
    if part.language != "vue":
        shape = neutral(part.text)
        for hole in holes(part.text):
            if part.text.startswith(b"{#", hole.start):
                yield Span(hole.start, hole.end)
    yield from html.comments(shape)


def _within(language: str, text: bytes, to_file: SpanMap) -> Iterator[Part]:
    """A text and those inside it, as far as they may hold a suppression."""
    if not MENTION.search(text):
        return
    inside: Iterable[Region] = ()
    if language == "python":
        yield Part(language, text, to_file)
        yield from _strings(text, to_file)
        return
    if language == "notebook":
        inside = notebook.cells_of(text)
    else:
        yield Part(language, text, to_file)
    if language == "markdown":
        inside = (fence for fence in markdown.fences(text) if fence.language)
    elif language == "vue":
        inside = html.vue_regions(text)
    elif language == "html":
        inside = html.regions(text, template=True)
    for region in inside:
        yield from _within(region.language, region.text, region.map.within(to_file))


def _strings(text: bytes, to_file: SpanMap) -> Iterator[Part]:
    """The strings of a Python text that may hold a suppression, and the code in them."""
    from flake8_trtc.languages.python import embedded
    from flake8_trtc.languages.python.grammar import parse
    from flake8_trtc.languages.python.strings import literal_at

    tree = parse(text)
    literals = [literal_at(tree, at) for at in _mentions(text)]
    found = [literal for literal in literals if literal is not None]
    if not found:
        return
    regions = list(embedded.regions(text, found, frozenset()))
    for content, pieces in embedded.texts(text, found):
        starts = (piece.outer for region in regions for piece in region.map.pieces[:1])
        code = any(pieces.inner(start) is not None for start in starts)
        yield Part("string", content, pieces.within(to_file), code)
    for region in regions:
        yield from _within(region.language, region.text, region.map.within(to_file))
