"""Positions as editors count them: lines from 0, columns in code units of an encoding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

from flake8_trtc._lean import NamedTuple, regex

Encoding = Literal["utf-8", "utf-16", "utf-32"]
"""The unit of columns: bytes, UTF-16 code units or characters."""

_LINE = regex(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_WORD = regex(r"\w+|\s+|.")
_MOST = 4000
"""Words in which two runs of lines are compared; longer ones are replaced as a whole."""
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Point(NamedTuple):
    """A place between two characters: line from 0, column from 0 in code units."""

    line: int
    unit: int


class Change(NamedTuple):
    """Put `text` between two points."""

    start: Point
    end: Point
    text: str


class Positions:
    """The lines of a text, and columns in characters turned into code units and back.

    Lines end where the Language Server Protocol and `Source` end them: at LF, CR and CRLF alone.
    """

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self.lines = split(text)
        self._codec, self._size = _CODECS[encoding]
        self._end = Point(len(self.lines), 0)
        if self.lines and not self.lines[-1].endswith(("\r", "\n")):
            self._end = Point(len(self.lines) - 1, self._units(self.lines[-1]))

    def point(self, line: int, column: int) -> Point:
        """The point of a line and column, both 1-based, the column in characters."""
        if line > len(self.lines):
            return self._end
        return Point(line - 1, self._units(self.lines[line - 1][: column - 1]))

    def place(self, point: Point) -> tuple[int, int]:
        """The line and column, 1-based and in characters, of a point; of its line's end at most."""
        if point.line >= len(self.lines):
            return len(self.lines) + 1, 1
        line = self.lines[point.line].rstrip("\r\n")
        if not line.isascii():
            units = line.encode(self._codec, "surrogatepass")[: point.unit * self._size]
            return point.line + 1, len(units.decode(self._codec, "ignore")) + 1
        return point.line + 1, min(point.unit, len(line)) + 1

    def changes(self, new: str) -> list[Change]:
        """The smallest changes that make another text of this one, in order."""
        return [
            Change(self._moved(line, start), self._moved(line, end), text)
            for line, start, end, text in _hunks(self.lines, split(new))
        ]

    def _moved(self, line: int, characters: int) -> Point:
        """The point so many characters behind the start of a line (from 0)."""
        while line < len(self.lines) and characters >= len(self.lines[line]):
            characters -= len(self.lines[line])
            line += 1
        return self.point(line + 1, characters + 1)

    def _units(self, text: str) -> int:
        if text.isascii():
            return len(text)
        return len(text.encode(self._codec, "surrogatepass")) // self._size


def split(text: str) -> list[str]:
    """The lines of a text, each with its end; there is none behind the last end."""
    return _LINE.findall(text)


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, str]]:
    """A difference: a line from 0, where it starts and ends behind that line's start, the text."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    from difflib import SequenceMatcher  # only edits need it

    before, after = old[first : len(old) - last], new[first : len(new) - last]
    for tag, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            continue
        pairs = [("".join(before[i:j]), "".join(after[k:m]))]
        if j - i == m - k:
            pairs = list(zip(before[i:j], after[k:m], strict=True))
        at = first + i
        for one, other in pairs:
            for start, end, text in _parts(one, other):
                yield at, start, end, text
            at += 1


def _parts(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Differences of two texts, in whole words: from where to where in the old one, the new text.

    Line ends are words, so that none of two characters is cut in two.
    """
    from difflib import SequenceMatcher

    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > _MOST:
        yield 0, len(old), new
        return
    starts = [0, *accumulate(map(len, before))]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield starts[i], starts[j], "".join(after[k:m])
