"""The map between an inner text and the one it stands in."""

from __future__ import annotations

import pytest

from flake8_trtc.spans import Piece, Span, SpanMap

# inner:  abcdefg        outer: ..abc...def.g
PARTS = SpanMap([Piece(0, 2, 3), Piece(4, 8, 3), Piece(7, 12, 1)])


def test_pieces_without_length_are_left_out() -> None:
    assert SpanMap([Piece(0, 0, 0), Piece(0, 5, 1)]).pieces == (Piece(0, 5, 1),)


@pytest.mark.parametrize(
    "second",
    [Piece(2, 9, 1), Piece(3, 4, 1), Piece(0, 9, 1), Piece(9, 0, 1)],
)
def test_pieces_that_overlap_or_go_backwards_are_refused(second: Piece) -> None:
    with pytest.raises(ValueError) as told:  # noqa: PT011 - the whole message is compared
        SpanMap([Piece(0, 2, 3), second])
    assert str(told.value) == f"pieces overlap: {Piece(0, 2, 3)} and {second}"


def test_pieces_may_touch() -> None:
    assert len(SpanMap([Piece(0, 2, 3), Piece(3, 5, 3)]).pieces) == 2


def test_a_plain_part() -> None:
    assert SpanMap.shifted(5, 3).pieces == (Piece(0, 5, 3),)


@pytest.mark.parametrize(
    ("span", "outer"),
    [
        (Span(0, 3), Span(2, 5)),
        (Span(1, 2), Span(3, 4)),
        (Span(0, 4), None),
        (Span(3, 4), None),
        (Span(4, 7), Span(8, 11)),
        (Span(6, 8), None),
        (Span(7, 8), Span(12, 13)),
        (Span(7, 9), None),
    ],
)
def test_outer(span: Span, outer: Span | None) -> None:
    assert PARTS.outer(span) == outer


def test_nothing_stands_before_the_first_piece() -> None:
    late = SpanMap([Piece(2, 7, 2)])
    assert late.outer(Span(1, 3)) is None
    assert late.point(1) is None
    assert late.inner(6) is None
    assert late.around(Span(0, 1)) == Span(7, 7)


def test_point() -> None:
    points = [PARTS.point(offset) for offset in range(10)]
    assert points == [2, 3, 4, 5, 8, 9, 10, 12, 13, None]


def test_inner() -> None:
    offsets = [PARTS.inner(offset) for offset in range(15)]
    assert offsets == [None, None, 0, 1, 2, 3, None, None, 4, 5, 6, 7, 7, 8, None]


@pytest.mark.parametrize(
    ("span", "outer"),
    [
        (Span(0, 3), Span(2, 5)),
        (Span(0, 4), Span(2, 5)),
        (Span(3, 5), Span(5, 9)),
        (Span(4, 7), Span(8, 11)),
        (Span(4, 8), Span(8, 13)),
        (Span(2, 8), Span(4, 13)),
    ],
)
def test_around(span: Span, outer: Span) -> None:
    assert PARTS.around(span) == outer


def test_around_without_pieces() -> None:
    assert SpanMap([]).around(Span(3, 4)) == Span(0, 0)


def test_a_map_within_another() -> None:
    # The inner text is bytes 1 to 8 of the middle one, which is that of PARTS.
    assert SpanMap.shifted(1, 7).within(PARTS).pieces == (
        Piece(0, 3, 2),
        Piece(3, 8, 3),
        Piece(6, 12, 1),
    )
    assert SpanMap.shifted(3, 1).within(PARTS).pieces == ()
    two = SpanMap([Piece(0, 0, 1), Piece(5, 5, 2)])
    assert two.within(PARTS).pieces == (Piece(0, 2, 1), Piece(5, 9, 2))
