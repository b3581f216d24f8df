"""The text of a Python string, and how a text is written into one."""

from __future__ import annotations

import pytest

from flake8_trtc.languages.python.grammar import parse_python
from flake8_trtc.languages.python.strings import decoded, encoded, holds_newline, hole, literal_at
from flake8_trtc.spans import Piece

TEXT = "a\n\t\r\"'\\{}%$"


@pytest.mark.parametrize(
    ("literal", "style", "text", "written"),
    [
        ('"x"', None, TEXT, "a\\n\\t\\r\\\"'\\\\{}%$"),
        ("'x'", None, TEXT, "a\\n\\t\\r\"\\'\\\\{}%$"),
        ('"""x"""', None, TEXT, "a\n\t\r\\\"'\\\\{}%$"),
        ('u"x"', "format", TEXT, "a\\n\\t\\r\\\"'\\\\{{}}%$"),
        ('B"x"', "percent", TEXT, "a\\n\\t\\r\\\"'\\\\{}%%$"),
        ('"x"', "template", TEXT, "a\\n\\t\\r\\\"'\\\\{}%$$"),
        ('F"x"', None, TEXT, "a\\n\\t\\r\\\"'\\\\{{}}%$"),
        ('r"x"', None, "a\t'\\{}%$", "a\t'\\{}%$"),
        ('r"x"', None, 'a"', None),
        ('r"x"', None, "a\n", None),
        ('Rb"""x"""', None, "a\n'", "a\n'"),
        ("r'''x'''", None, "a'", None),
        ('rf"x"', None, "a{}", "a{{}}"),
    ],
)
def test_a_text_in_a_literal(
    literal: str, style: str | None, text: str, written: str | None
) -> None:
    node = literal_at(parse_python(literal.encode()), literal.index("x"))
    assert node is not None
    assert encoded(text, node, style) == written
    if written is not None and "\r" not in written:
        whole = literal_at(
            parse_python(literal.replace("x", "x" + written).encode()), literal.index("x")
        )
        assert whole is not None
        assert decoded(whole, style)[0].decode() == "x" + text


@pytest.mark.parametrize(
    ("literal", "holds"),
    [('"x"', True), ('r"x"', False), ('R"""x"""', True), ("'''x'''", True), ("rb'x'", False)],
)
def test_where_a_newline_can_be_written(literal: str, holds: bool) -> None:
    node = literal_at(parse_python(literal.encode()), literal.index("x"))
    assert node is not None
    assert holds_newline(node) is holds


def test_no_literal_there() -> None:
    assert literal_at(parse_python(b"x = 'a'"), 0) is None


def test_a_hole_is_a_name_as_long_as_what_fills_it() -> None:
    assert [hole(text) for text in (b"", b"x", b"{x}")] == [b"_", b"_", b"___"]


@pytest.mark.parametrize(
    ("source", "style", "text", "pieces"),
    [
        ("'ab'", None, b"ab", [(0, 1, 2)]),
        ("''", None, b"", []),
        (r"'a\n\\b'", None, b"a\n\\b", [(0, 1, 1), (3, 6, 1)]),
        (r"b'\xff\N{BULLET}'", None, b"\xff\\N{BULLET}", None),
        (r"'\N{NO SUCH}'", None, b"___________", []),
        (r"'\u9519x'", None, "错x".encode(), [(3, 7, 1)]),
        ("f'{{a{b}c}}'", None, b"{a___c}", [(1, 4, 1), (5, 8, 1)]),
        ("'{{a{b}c}}'", "format", b"{a___c}", [(1, 3, 1), (5, 7, 1)]),
        ("'%%a%(b)sc%'", "percent", b"%a_____c%", [(1, 3, 1), (7, 9, 2)]),
        ("'$$a$b${c}$'", "template", b"$a______$", [(1, 3, 1), (8, 10, 1)]),
        ("'a' 'b'", None, b"ab", [(0, 1, 1), (1, 5, 1)]),
        ("('a' + x + 'b')", None, b"a_b", [(0, 2, 1), (2, 12, 1)]),
    ],
)
def test_the_text_and_where_it_stands(
    source: str, style: str | None, text: bytes, pieces: list[tuple[int, int, int]] | None
) -> None:
    (statement,) = parse_python(source.encode()).root_node.children
    found, spans = decoded(statement.children[0], style)
    assert found == text
    if pieces is not None:
        assert spans.pieces == tuple(Piece(*piece) for piece in pieces)
