"""Spans of a text, and the maps from a text to the one that it stands in. Imports nothing of ours.

All offsets are 0-based byte offsets into a text in UTF-8.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from flake8_trtc._lean import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of 0-based UTF-8 byte offsets."""

    start: int
    end: int


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

    def point(self, offset: int) -> int | None:
        """Where to put something in the outer text so that it stands before an inner offset.

        None where neither side of the offset stands in a piece.
        """
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset > self.pieces[at].inner + self.pieces[at].length:
            return None
        return self.pieces[at].outer + offset - self.pieces[at].inner

    def inner(self, offset: int) -> int | None:
        """The offset in the inner text of an offset in the outer one; None where it is not in it.

        The end of a piece is in it.
        """
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.outer) - 1
        if at < 0 or offset > self.pieces[at].outer + self.pieces[at].length:
            return None
        return self.pieces[at].inner + offset - self.pieces[at].outer

    def begins(self, offset: int) -> bool:
        """True if a piece begins at an offset of the inner text."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self._starts[at] == offset

    def around(self, span: Span) -> Span:
        """The part of the outer text that a span comes from, what stands between included."""
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
            first = max(bisect_right(outer._starts, start) - 1, 0)
            last = bisect_right(outer._starts, end)
            for other in outer.pieces[first:last]:
                low, high = max(start, other.inner), min(end, other.inner + other.length)
                if low < high:
                    pieces.append(
                        Piece(
                            piece.inner + low - start, other.outer + low - other.inner, high - low
                        )
                    )
        return SpanMap(pieces)
