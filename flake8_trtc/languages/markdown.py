"""Markdown: the code in its fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_trtc.languages import html
from flake8_trtc.model import Piece, Region, SpanMap

# What the marks of quotations and lists have taken is not given back: a blank between two marks may
# belong to either, and thirty of them would be tried in every way.
_OPENING = re.compile(
    rb"(?P<quote>(?:[ ]{0,3}>[ ]?)*+)(?P<indent>[ \t]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+)"
    rb"(?P<fence>`{3,}|~{3,})[ \t]*\{?[ \t]*\.?(?P<language>[\w+-]*)(?P<rest>[^\r\n]*)"
)
_QUOTE = re.compile(rb"[ ]{0,3}>[ ]?")
_LANGUAGES = {
    **dict.fromkeys(("js", "javascript", "jsx", "mjs", "cjs", "node"), "js"),
    **dict.fromkeys(("ts", "typescript", "mts", "cts"), "ts"),
    "tsx": "tsx",
    **dict.fromkeys(("py", "python", "python3", "py3"), "python"),
    "html": "html",
    "vue": "vue",
}


def regions(text: bytes) -> Iterator[Region]:
    """The code in the fences of a document, in order; its maps lead to the text."""
    for fence in fences(text):
        if fence.language in {"html", "vue"}:
            vue = fence.language == "vue"
            inside = (
                html.vue_regions(fence.text) if vue else html.regions(fence.text, template=True)
            )
            for region in inside:
                yield region._replace(map=region.map.within(fence.map), scopes=())
        elif fence.language:
            yield fence


def fences(text: bytes) -> Iterator[Region]:
    """The fences of a document, in order. Their language may also be "html", "vue" or ""."""
    offset = 0
    lines = iter(text.splitlines(keepends=True))
    for line in lines:
        opening = _OPENING.match(line)
        offset += len(line)
        if opening is None or (opening["fence"][:1] == b"`" and b"`" in opening["rest"]):
            continue
        inner, pieces, length = _fenced(lines, opening, offset)
        offset += length
        language = _LANGUAGES.get(opening["language"].decode().lower(), "")
        yield Region(language, inner, SpanMap(pieces))


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
