"""Can a file hold a finding at all, and where: a text search, before anything is parsed.

`candidates` is the whole detection path's first step, and on most files its last. Each pattern
begins with one fixed byte, which lets `re` skip through the text with memchr: some 3 ms a
megabyte for all of them, a tenth of what one alternation of them costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from flake8_trtc.catalog import BY_NAME, CONSTANTS, DETAILS
from flake8_trtc.model import Span


class Candidates(NamedTuple):
    """Where to look: the spans of numbers, and of catalog names and ErrorCode, in their order."""

    numbers: tuple[Span, ...]
    names: tuple[Span, ...]


def _digits(text: str) -> str:
    """A pattern of the digits, in either case, with `_` allowed between any two."""
    return "_?".join(f"[{d}{d.upper()}]" if d.isalpha() else d for d in text)


def _spellings(values: Iterable[int]) -> Iterator[str]:
    """Patterns of every way to write the numbers in Python or JavaScript, one a first byte.

    Group 1 is the number without its sign.
    """
    decimal: dict[str, list[str]] = {}
    based: list[str] = []
    for value in values:
        digits = _digits(str(abs(value)))
        if value < 0:
            decimal.setdefault("-", []).append(digits)
        else:
            decimal.setdefault(digits[0], []).append(digits[1:])
            based += (
                f"[{base}{base.upper()}][0_]*{_digits(format(value, base))}" for base in "xob"
            )
    for first, rests in decimal.items():
        number = "|".join(rests)
        pattern = rf"-\s*({number})" if first == "-" else f"({first}(?:{number}))"
        yield pattern + "(?![0-9_.])"
    yield f"(0(?:{'|'.join(based)}))(?![0-9a-fA-F_])"


# The beginnings of a rare number, in any spelling: quick to compile and to search for.
_RARE = (
    re.compile(rb"1_?6_?[34]"),
    re.compile(rb"0[xX][0_]*4_?0|0[oO][0_]*4_?0|0[bB][0_]*1_?0_?0_?0_?0_?0_?"),
)
# What a file that speaks of TRTC holds at least one of; evidence.py judges it strictly.
_MENTIONS = (b"TRTC", b"trtc", b"Trtc", b"RtcError", b"_FAILED", b"getCode", b"get_code")


@cache
def _numbers(*, rare: bool) -> tuple[re.Pattern[bytes], ...]:
    values = [value for value, constant in CONSTANTS.items() if constant.rare]
    if not rare:
        values = [*CONSTANTS, *DETAILS]
    return tuple(re.compile(pattern.encode()) for pattern in _spellings(values))


@cache
def _names(constants: tuple[str, ...]) -> re.Pattern[bytes]:
    names = "|".join(map(re.escape, (*BY_NAME, *constants)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)".encode())


def candidates(
    utf8: bytes, *, whole: bool = False, constants: tuple[str, ...] = ("ErrorCode",)
) -> Candidates | None:
    """Find where a text may hold codes; None where it can hold no finding.

    utf8: the text, or any ASCII-compatible bytes of it. whole: the text is to be searched whole
    even where nothing in it speaks of TRTC. constants: the names of ErrorCode in this project.
    """
    mentions = (*_MENTIONS, *(name.encode() for name in constants))
    if not (whole or any(mention in utf8 for mention in mentions)):
        found = any(pattern.search(utf8) for pattern in _RARE)
        if not found or not any(_spans(utf8, rare=True)):
            return None
    numbers = sorted(_spans(utf8, rare=False))
    names = tuple(Span(*match.span()) for match in _names(constants).finditer(utf8))
    if not numbers and not names:
        return None
    return Candidates(tuple(numbers), names)


def _spans(utf8: bytes, *, rare: bool) -> Iterator[Span]:
    for pattern in _numbers(rare=rare):
        for match in pattern.finditer(utf8):
            if _begins_number(utf8, match.start(1)):
                yield Span(*match.span(1))


def _begins_number(utf8: bytes, start: int) -> bool:
    """Whether no letter, digit or dot stands before, so that the match is a number's beginning."""
    before = utf8[start - 1 : start]
    return not (before.isalnum() or before in {b"_", b".", b"$"})
