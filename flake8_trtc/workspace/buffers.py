"""The buffers of an editor: texts and notebooks as files are checked, and the way back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flake8_trtc._lean import NamedTuple
from flake8_trtc.workspace.positions import Change, Encoding, Point, Positions, split


class Part(NamedTuple):
    """One text of an editor: a file, or a cell of a notebook.

    uri, version: as the editor knows it; code: whether it is code of the notebook's language.
    """

    uri: str
    version: int | None
    text: str
    code: bool = True


class Buffer:
    """A file as an editor holds it, in one part. path: its name; text: what is checked."""

    def __init__(self, path: str, parts: Sequence[Part], encoding: Encoding) -> None:
        self.path = path
        self.parts = tuple(parts)
        self.text = self.parts[0].text
        self._positions = [Positions(part.text, encoding) for part in self.parts]

    @property
    def versions(self) -> tuple[tuple[str, int | None], ...]:
        """The identity of this state of the buffer."""
        return tuple((part.uri, part.version) for part in self.parts)

    def index(self, uri: str) -> int | None:
        """Which part has an address."""
        return next((at for at, part in enumerate(self.parts) if part.uri == uri), None)

    def point(self, line: int, column: int) -> tuple[int, Point] | None:
        """The part that a place of the checked text is in, and the point there."""
        return 0, self._positions[0].point(line, column)

    def place(self, part: int, point: Point) -> tuple[int, int]:
        """The line and column of the checked text, 1-based and in characters, of a part's point."""
        return self._positions[part].place(point)

    def line(self, part: int, point: Point) -> tuple[str, int]:
        """The line of a part that a point is on, and the point's index in it."""
        number, column = self._positions[part].place(point)
        lines = self._positions[part].lines
        return lines[number - 1] if number <= len(lines) else "", column - 1

    def span(self, part: int, line: int, start: int, end: int) -> tuple[Point, Point]:
        """The points of two indexes in a line (from 0) of a part."""
        positions = self._positions[part]
        return positions.point(line + 1, start + 1), positions.point(line + 1, end + 1)

    def changes(self, new: str) -> list[tuple[int, list[Change]]]:
        """The edits that make another checked text of this one, by part."""
        return [(0, self._positions[0].changes(new))]


class Notebook(Buffer):
    """A notebook as an editor holds it, in cells, written as the file that Jupyter would save.

    Each line of a cell is a string on a line of its own, so that places are found again.
    language: of its code cells.
    """

    def __init__(self, path: str, parts: Sequence[Part], encoding: Encoding, language: str) -> None:
        super().__init__(path, [*parts] or [Part("", None, "")], encoding)
        self._rows: list[tuple[int, int] | None] = [None]  # of each line: the part and its line
        self._first: list[int] = []  # of each part: the line its source begins on, from 0
        written = ['{"cells": [']
        for index, part in enumerate(self.parts):
            kind = "code" if part.code else "raw"
            written.append(f'{"," * bool(index)}{{"cell_type": "{kind}", "source": [')
            self._rows.append(None)
            self._first.append(len(written))
            lines = split(part.text)
            for number, line in enumerate(lines):
                comma = "," * (number + 1 < len(lines))
                written.append(json.dumps(line, ensure_ascii=False) + comma)
                self._rows.append((index, number))
            written.append("]}")
            self._rows.append(None)
        kernel = json.dumps({"kernelspec": {"language": language}})
        written.append(f'], "metadata": {kernel}, "nbformat": 4, "nbformat_minor": 5}}\n')
        self.text = "\n".join(written)

    def point(self, line: int, column: int) -> tuple[int, Point] | None:
        """See `Buffer.point`; None for what is between the cells."""
        found = self._rows[line - 1] if line <= len(self._rows) else None
        if found is None:
            return None
        part, number = found
        left = column - 2  # behind the quotation mark
        text = self._positions[part].lines[number]
        index = 0
        while index < len(text) and left > 0:
            left -= _width(text[index])
            index += 1
        return part, self._positions[part].point(number + 1, index + 1)

    def place(self, part: int, point: Point) -> tuple[int, int]:
        """See `Buffer.place`."""
        line, column = self._positions[part].place(point)
        lines = self._positions[part].lines
        before = lines[line - 1][: column - 1] if line <= len(lines) else ""
        return self._first[part] + line, 2 + sum(map(_width, before))

    def changes(self, new: str) -> list[tuple[int, list[Change]]]:
        """See `Buffer.changes`. new: a notebook with as many cells."""
        sources = (cell["source"] for cell in json.loads(new)["cells"])
        texts = (text if isinstance(text, str) else "".join(text) for text in sources)
        return [
            (index, found)
            for index, text in enumerate(texts)
            if (found := self._positions[index].changes(text))
        ]


def _width(character: str) -> int:
    """How many characters of JSON a character takes in a string."""
    return len(json.dumps(character, ensure_ascii=False)) - 2
