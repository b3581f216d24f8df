"""Positions of editors: lines, code units, and the smallest edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_trtc.source import LineIndex
from flake8_trtc.workspace.buffers import Notebook, Part
from flake8_trtc.workspace.positions import Change, Encoding, Point, Positions, split

ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("ab1 \t\"'\\\n\r\x0c\x0b\x1c\x85\u2028错é🎥"), max_size=40)


def applied(text: str, changes: list[Change], encoding: Encoding) -> str:
    """A text with changes in it, by bytes alone."""
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[
        encoding
    ]
    starts = [0]
    for line in split(text):
        starts.append(starts[-1] + len(line.encode(codec)))
    data = text.encode(codec)
    for change in reversed(changes):
        start, end = (starts[at.line] + at.unit * size for at in (change.start, change.end))
        assert start <= end
        data = data[:start] + change.text.encode(codec) + data[end:]
    return data.decode(codec)


@given(TEXTS, TEXTS, st.sampled_from(ENCODINGS))
def test_changes_make_the_new_text(old: str, new: str, encoding: Encoding) -> None:
    changes = Positions(old, encoding).changes(new)
    assert applied(old, changes, encoding) == new
    assert bool(changes) == (old != new)
    for change in changes:
        for at in (change.start, change.end):
            line = (*split(old), "")[at.line]
            ended = at.line == len(split(old))
            assert not ended or not old or old[-1] in "\r\n"
            assert at.unit <= len(line.rstrip("\r\n").encode("utf-8"))
    points = [at for change in changes for at in (change.start, change.end)]
    assert points == sorted(points)


@given(TEXTS)
def test_lines_are_those_of_a_source(text: str) -> None:
    lines = [line.encode() for line in split(text)]
    index = LineIndex(text.encode())
    for number in range(len(lines)):
        assert index.offset_of(number + 1) == sum(map(len, lines[:number]))


@given(TEXTS, st.sampled_from(ENCODINGS), st.integers(0, 60))
def test_a_place_is_found_again(text: str, encoding: Encoding, at: int) -> None:
    positions = Positions(text, encoding)
    for number, line in enumerate(positions.lines, 1):
        column = min(at, len(line.rstrip("\r\n"))) + 1
        point = positions.point(number, column)
        assert positions.place(point) == (number, column)
    assert positions.place(Point(10**6, 5)) == (len(positions.lines) + 1, 1)
    assert positions.place(Point(0, 10**6))[0] == 1


@pytest.mark.parametrize(("encoding", "unit"), [("utf-8", 10), ("utf-16", 5), ("utf-32", 4)])
def test_code_units(encoding: Encoding, unit: int) -> None:
    positions = Positions("x\na错🎥 4\n", encoding)
    assert positions.point(2, 5) == Point(1, {"utf-8": 9, "utf-16": 5, "utf-32": 4}[encoding])
    assert positions.place(Point(1, 100)) == (2, 6)
    assert positions.point(3, 1) == Point(2, 0)


def test_half_a_character_is_the_one_before() -> None:
    assert Positions("🎥x", "utf-16").place(Point(0, 1)) == (1, 1)


def test_a_line_before_another_is_one_insertion() -> None:
    old = "import trtc\r\nif code == 16388:\r\n    a(16388)\r\n"
    new = "import trtc\r\nfrom x import E\r\nif code == E.J:\r\n    a(E.J)\r\n"
    assert Positions(old).changes(new) == [
        Change(Point(1, 0), Point(1, 0), "from x import E\r\n"),
        Change(Point(1, 11), Point(1, 16), "E.J"),
        Change(Point(2, 6), Point(2, 11), "E.J"),
    ]


def test_very_long_runs_are_replaced_as_a_whole() -> None:
    old, new = "a b " * 2000, "b a " * 2000
    assert Positions(old).changes(new) == [Change(Point(0, 0), Point(0, 8000), new)]


@given(st.lists(TEXTS, max_size=4), st.sampled_from(ENCODINGS))
def test_cells_and_the_notebook(texts: list[str], encoding: Encoding) -> None:
    import json

    parts = [Part(f"cell:{number}", 1, text) for number, text in enumerate(texts)]
    book = Notebook("a.ipynb", parts, encoding, "python")
    sources = ["".join(cell["source"]) for cell in json.loads(book.text)["cells"]]
    assert sources == (texts or [""])
    assert book.changes(book.text) == []
    lines = split(book.text)
    for number, text in enumerate(texts):
        for index, line in enumerate(split(text)):
            for column in range(len(line.rstrip("\r\n")) + 1):
                point = Positions(text, encoding).point(index + 1, column + 1)
                row, there = book.place(number, point)
                assert book.point(row, there) == (number, point)
                rest = json.loads('"' + lines[row - 1][there - 1 :].rstrip(",\n"))
                assert rest == line[column:]
    assert book.point(1, 1) is None
    assert book.point(10**6, 1) is None


def test_a_fixed_notebook_is_changed_cell_by_cell() -> None:
    parts = [Part("a", 1, "x = 1\ny = 错🎥2\n"), Part("b", 2, "z"), Part("c", 3, "n", False)]
    book = Notebook("a.ipynb", parts, "utf-16", "python")
    new = book.text.replace("错🎥2", "错🎥A.B").replace('"z"', '"import A\\nz"')
    assert book.changes(new) == [
        (0, [Change(Point(1, 7), Point(1, 8), "A.B")]),
        (1, [Change(Point(0, 0), Point(0, 0), "import A\n")]),
    ]
    assert '"cell_type": "raw", "source": [\n"n"' in book.text
    assert book.index("b") == 1
    assert book.index("d") is None
