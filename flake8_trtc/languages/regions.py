"""A text inside a text: code in a page, a fence, a cell or a string, and the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from flake8_trtc.model import Span


class Piece(NamedTuple):
    """A run of bytes that stands in the inner text as it stands in the outer one.

    inner, outer: 0-based byte offsets of its start in each; length: in bytes.
    """

    inner: int
    outer: int
    length: int


class SpanMap:
    """Maps spans of an inner text to the outer text it was taken from.

    Between two pieces stands what is written differently outside: an escape, a hole, a quote.
    """

    __slots__ = ("_starts", "pieces")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Take the pieces in order. Raises ValueError where they overlap or go backwards."""
        self.pieces = tuple(piece for piece in pieces if piece.length > 0)
        self._starts = [piece.inner for piece in self.pieces]
        for before, after in zip(self.pieces, self.pieces[1:], strict=False):
            if (
                after.inner < before.inner + before.length
                or after.outer < before.outer + before.length
            ):
                raise ValueError(f"pieces overlap: {before} and {after}")

    @classmethod
    def shifted(cls, start: int, length: int) -> SpanMap:
        """The map of a plain part of the outer text: `length` bytes from offset `start`."""
        return cls([Piece(0, start, length)])

    def outer(self, span: Span) -> Span | None:
        """The same bytes in the outer text; None where they do not stand in one piece."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return None
        piece = self.pieces[at]
        if span.end > piece.inner + piece.length:
            return None
        shift = piece.outer - piece.inner
        return Span(span.start + shift, span.end + shift)

    def around(self, span: Span) -> Span:
        """The part of the outer text that a span comes from, quotes and escapes between included."""
        return Span(self._near(span.start), self._near(span.end, end=True))

    def _near(self, offset: int, *, end: bool = False) -> int:
        at = max(bisect_right(self._starts, offset - 1 if end else offset) - 1, 0)
        if not self.pieces:
            return 0
        piece = self.pieces[at]
        return piece.outer + min(max(offset - piece.inner, 0), piece.length)

    def within(self, outer: SpanMap) -> SpanMap:
        """This map, its outer text being the inner text of another map: the two put together."""
        pieces = []
        for piece in self.pieces:
            start, end = piece.outer, piece.outer + piece.length
            for other in outer.pieces:
                low, high = max(start, other.inner), min(end, other.inner + other.length)
                if low < high:
                    pieces.append(
                        Piece(
                            piece.inner + low - start, other.outer + low - other.inner, high - low
                        )
                    )
        return SpanMap(pieces)


class Region(NamedTuple):
    """A text in one language that stands in a file, whole or in part.

    language: "python", "js" (with JSX), "ts" or "tsx".
    text: it, in UTF-8, as its own language reads it.
    map: from the text to the file.
    role: what runs it. "module": its top level is its own (a Python file, `<script type=module>`,
        a file with imports, a Vue script); "script": its top level is shared with the page's
        other scripts; "handler": the body of an `on…` attribute; "expression": one expression,
        with no room for a declaration (a Vue template's).
    host: what the text is escaped by where it stands: "" (nothing), "html-attribute", "json",
        or "string" (a Python string).
    """

    language: str
    text: bytes
    map: SpanMap
    role: str = "module"
    host: str = ""
