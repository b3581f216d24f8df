"""A text put together from runs that stand in the source as they are, and others."""

from __future__ import annotations

from flake8_trtc.spans import Piece, SpanMap


class Joined:
    """A text in the making. text: its bytes so far, to which what stands for a value is added."""

    def __init__(self) -> None:
        self.text = bytearray()
        self._pieces: list[Piece] = []

    def plain(self, run: bytes, outer: int) -> None:
        """Add a run that stands at an offset of the source."""
        if run:
            self._pieces.append(Piece(len(self.text), outer, len(run)))
            self.text += run

    def done(self) -> tuple[bytes, SpanMap]:
        """The text, and its map to the source."""
        return bytes(self.text), SpanMap(self._pieces)
