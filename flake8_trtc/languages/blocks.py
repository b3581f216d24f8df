"""Blocks of a child template that are scripts: its parent has the `<script>` around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_trtc._lean import regex
from flake8_trtc.languages.parts import Parse, Part
from flake8_trtc.languages.templates import neutral
from flake8_trtc.spans import SpanMap

_EXTENDS = regex(rb"\{%[-+]?\s*extends\b")
_EDGE = regex(rb"\{%[-+]?\s*(?P<word>block|endblock)\b[^%\r\n]*%\}")
_TAG = regex(rb"<[A-Za-z!/]")
_IDIOM = regex(rb"\bfunction\b|=>|\b(?:if|switch)\s*\(")


def with_blocks(parts: Iterable[Part], text: bytes, parse: Parse) -> Iterator[Part]:
    """The code of a page, and that of its blocks that are scripts, if it is a child template's.

    A declaration outside of their functions would have to stand in the parent's script.
    """
    if _EXTENDS.search(text) is None:
        yield from parts
        return
    covered = bytearray(len(text))
    for part in parts:
        yield part
        for _, first, length in part.map.pieces:
            covered[first : first + length] = b"\1" * length
    start = -1
    for edge in _EDGE.finditer(text):
        if edge["word"] == b"endblock" and start >= 0 and not covered[start]:
            yield from _script(text, start, edge.start(), parse)
        start = edge.end() if edge["word"] == b"block" else -1


def _script(text: bytes, start: int, end: int, parse: Parse) -> Iterator[Part]:
    content = text[start:end]
    if _IDIOM.search(content) is None or _TAG.search(content) is not None:
        return
    filled = neutral(content, script=True)
    if not parse(filled, "js").root_node.has_error:
        yield Part("js", filled, SpanMap.shifted(start, end - start), "value")
