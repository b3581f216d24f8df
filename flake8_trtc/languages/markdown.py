"""Markdown: the code in its fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from flake8_trtc.model import Dialect
from flake8_trtc.spans import Piece, SpanMap

# What the marks of quotations and lists have taken is not given back: a blank between two marks may
# belong to either, and thirty of them would be tried in every way.
_OPENING = re.compile(
    rb"(?P<quote>(?:[ ]{0,3}>[ ]?)*+)(?P<indent>[ \t]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+)"
    rb"(?P<fence>`{3,}|~{3,})[ \t]*\{?[ \t]*\.?(?P<language>[\w+-]*)(?P<rest>[^\r\n]*)"
)
_QUOTE = re.compile(rb"[ ]{0,3}>[ ]?")
_DIALECTS: dict[str, Dialect] = {
    **dict.fromkeys(("js", "javascript", "javascriptreact", "jsx", "mjs", "cjs", "node"), "js"),
    **dict.fromkeys(("ts", "typescript", "mts", "cts"), "ts"),
    **dict.fromkeys(("tsx", "typescriptreact"), "tsx"),
    **dict.fromkeys(("py", "python", "python3", "py3"), "python"),
    "html": "html",
    "vue": "vue",
}


class Fence(NamedTuple):
    """What stands in a fence: its dialect, None for one that is not read; its text, and the map."""

    dialect: Dialect | None
    utf8: bytes
    map: SpanMap


def fences(text: bytes) -> Iterator[Fence]:
    """The fences of a document, in order."""
    offset = 0
    lines = iter(text.splitlines(keepends=True))
    for line in lines:
        opening = _OPENING.match(line)
        offset += len(line)
        if opening is None or (opening["fence"][:1] == b"`" and b"`" in opening["rest"]):
            continue
        inner, pieces, length = _fenced(lines, opening, offset)
        offset += length
        dialect = _DIALECTS.get(opening["language"].decode().lower())
        yield Fence(dialect, inner, SpanMap(pieces))


def _fenced(
    lines: Iterator[bytes], opening: re.Match[bytes], offset: int
) -> tuple[bytes, list[Piece], int]:
    """What stands in a fence, its pieces, and how many bytes it and the closing line take.

    A fence without an end reaches to the end of the document.
    """
    fence = opening["fence"]
    closing = re.compile(rb"[ ]{0,3}%s{%d,}[ \t]*\r?\n?" % (re.escape(fence[:1]), len(fence)))
    depth, indent = opening["quote"].count(b">"), len(opening["indent"])
    inner, pieces, length = bytearray(), [], 0
    for line in lines:
        content = _without(line, depth, indent)
        if content is None:  # the quotation ends, and the fence with it
            length += len(line)
            break
        start = offset + length + len(line) - len(content)
        length += len(line)
        if closing.fullmatch(content):
            break
        pieces.append(Piece(len(inner), start, len(content)))
        inner += content
    return bytes(inner), pieces, length


def _without(line: bytes, depth: int, indent: int) -> bytes | None:
    """A line of a fence without the marks of the quotation and the indentation of the list."""
    start = 0
    for _ in range(depth):
        mark = _QUOTE.match(line, start)
        if mark is None:
            return None
        start = mark.end()
    line = line[start:]
    blank = len(line) - len(line.lstrip(b" \t"))
    return line[min(blank, indent) :]
