"""Can a file hold a finding at all, and where: a text search, before anything is parsed.

`candidates` is the whole detection path's first step, and on most files its last. Every pattern
begins with letters or digits of its own: `re` then skips to them at the speed of memchr, some
3 ms a megabyte for all of them, where one alternation, or a set to begin with, takes 10 to 30.
With the extra `fast` most texts are not even shown to `re`: ahocorasick_rs tells in 0.5 ms a
megabyte that they hold none of the pieces that every match begins or ends with.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

try:
    import ahocorasick_rs
except ImportError:  # it is an extra, since it is not built for every platform
    FAST = False
else:
    FAST = True

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog._codes import (
    COMMON,
    DETAILS,
    GETTERS,
    LITEAV,
    NAMES,
    RARE,
    RARE_NAMES,
    V5,
    V5_CALLS,
    V5_EXTRA,
)  # fmt: skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flake8_trtc.spans import Span

    _Find = Callable[[bytes | memoryview], list[tuple[int, int, int]]]


class Candidates(NamedTuple):
    """Where to look: the spans of numbers, and of catalog names and ErrorCode, in their order.

    others: whether v5's and liteav's numbers are among them. mentions: of what may be used as what
    it is not, though there is no number.
    """

    numbers: tuple[Span, ...]
    names: tuple[Span, ...]
    others: bool = False
    mentions: tuple[Span, ...] = ()


_TOLD = ("TRTC", "trtc", "Trtc", "RtcError", "ErrorCode", "liteav", "实时音视频")
_MENTIONS = (*_TOLD, *RARE_NAMES)
_SUPPRESSIONS = tuple(map("".join, product("tT", "rR", "tT", "cC", ":")))
"""How every suppression begins."""
_WINDOW = 1 << 16
"""Bytes of a text that are looked at at a time: a list of what they hold stays small."""
# That a minus is a sign: no operand stands right before it, as in utf-8, but perhaps a keyword or,
# in a string, an escaped newline or space.
_SIGN = (
    "(?:"
    + "|".join(
        rf"(?<={word}-)"
        for word in (
            "and assert await case default del delete do elif else if in instanceof is not of or "
            r"raise return throw typeof void while yield \\[fnrtv] \\x0[9a-dA-D] \\x20 \\u0020"
        ).split()
    )
    + r"|(?<![\w)\]]-))"
)


_V4 = (*RARE, *COMMON, *DETAILS)
_ALL = tuple(dict.fromkeys((*_V4, *V5, *V5_EXTRA, *(value for value in LITEAV if value))))
_METHODS = tuple(name for name in GETTERS if not name.islower())
_MISUSED = (*_METHODS, "RtcError", "ERROR_CODE", "liteav", "flake8_trtc")
_BANNED = b"client-banned"


_DIGITS_OF = (b"(16)", b"hex(", b"x}", b"X}", b'x"', b'X"', b"x'", b"X'")
"""What makes hexadecimal digits of a number, without 0x: one of them ends each."""


@cache
def _digits() -> tuple[re.Pattern[bytes], ...]:
    """Patterns of such digits of v4's codes, in quotes, one a first character."""
    firsts: dict[str, list[str]] = {}
    for value in (*RARE, *COMMON):
        for digits in {f"{value:x}", f"{value:X}"}:
            firsts.setdefault(digits[0], []).append(digits[1:])
    return tuple(
        re.compile(rf"{first}(?<=[\"'`]{first})(?i:{'|'.join(rests)})(?=[\"'`])".encode())
        for first, rests in firsts.items()
    )


def candidates(
    utf8: bytes,
    *,
    whole: bool = False,
    spoken: bool | None = None,
    constants: tuple[str, ...] = ("ErrorCode",),
    others: bool = False,
) -> Candidates | None:
    """Find where a text may hold codes; None where it can hold no finding.

    utf8: the text, or any ASCII-compatible bytes of it. whole: the text is to be searched whole
    even where nothing in it speaks of TRTC. spoken: what `speaks` says of it, if that was asked.
    constants: the names of ErrorCode in this project. others: v5's and liteav's numbers count even
    where nothing in it speaks of those.
    """
    if not whole:
        spoken = speaks(utf8) if spoken is None else spoken
        if not (_named(utf8, constants) or (spoken and _mentions(utf8)) or _rare(utf8)):
            return None
    others = others or _speaks_of_others(utf8)
    found = set(_numbers(utf8, _ALL if others else _V4))
    if others:
        found |= {match.span(1) for form in _compared() for match in form.finditer(utf8)}
        if b"liteav" in utf8 and b"OnError" in utf8:
            found |= {match.span() for match in _zero().finditer(utf8)}
    if any(mark in utf8 for mark in _DIGITS_OF):
        found |= {match.span() for digits in _digits() for match in digits.finditer(utf8)}
    numbers = sorted(found)
    names = [match.span() for match in _names(constants).finditer(utf8)]
    misused = others or _BANNED in utf8
    mentions = sorted(_mentioned_words(utf8)) if misused else []
    if not numbers and not names and not mentions:
        return None
    from flake8_trtc.spans import Span

    first, second, third = (
        tuple(Span(*span) for span in spans) for spans in (numbers, names, mentions)
    )
    return Candidates(first, second, others, third)


def _speaks_of_others(utf8: bytes) -> bool:
    """True if a text holds evidence of v5 or liteav: their numbers, which are common, need it."""
    if any(word in utf8 for word in (b"liteav", b"ERROR_CODE", b"extraCode", b"v5")):
        return True
    return any(pattern.search(utf8) for pattern in _v5_calls()) or any(
        b"5" in match[0] for match in _name_of_trtc().finditer(utf8)
    )


@cache
def _v5_calls() -> tuple[re.Pattern[bytes], ...]:
    """Patterns of the calls that v5 alone has, one for each object."""
    objects: dict[str, list[str]] = {}
    for call in V5_CALLS:
        name, _, member = call.partition(".")
        objects.setdefault(name, []).append(re.escape(member))
    return tuple(
        re.compile(rf"{name}\.(?:{'|'.join(members)})\b".encode())
        for name, members in objects.items()
    )


@cache
def _name_of_trtc() -> re.Pattern[bytes]:
    """A pattern of a name, package or address from trtc on: its version may be in it."""
    return re.compile(rb"trtc[\w./@?=-]*+")


@cache
def _compared() -> tuple[re.Pattern[bytes], ...]:
    """Patterns of numbers that an error's code is compared with, though they are in no table."""
    number = rb"\s*-?\s*([1-9]\w*)"
    return re.compile(rb"=(?<=[!=]=)" + number), re.compile(rb"case(?<=\bcase)" + number)


@cache
def _zero() -> re.Pattern[bytes]:
    """A pattern of liteav's ERR_OK, which counts where OnError's error is compared."""
    return re.compile(rb"0(?<![\w.$]0)(?![\w.])")


def _mentioned_words(utf8: bytes) -> Iterator[tuple[int, int]]:
    """Where the words stand that may be used as what they are not."""
    for word, pattern in _misused():
        if word in utf8:
            for match in pattern.finditer(utf8):
                yield match.span()


@cache
def _misused() -> tuple[tuple[bytes, re.Pattern[bytes]], ...]:
    return tuple(
        (word.encode(), re.compile(rf"{word}(?<![\w$]{word})(?![\w$])".encode()))
        for word in _MISUSED
    )


def speaks(utf8: bytes) -> bool:
    """True if a text holds a piece of what evidence is made of, or of a suppression, or may."""
    return not FAST or next(_starts(utf8, (*_SUPPRESSIONS, *_MENTIONS)), None) is not None


def _named(utf8: bytes, constants: tuple[str, ...]) -> bool:
    """True if a text holds a name that ErrorCode has in this project alone."""
    return any(name.encode() in utf8 for name in constants if name != "ErrorCode")


def _mentions(utf8: bytes) -> bool:
    """True if a text holds anything that evidence may be made of."""
    return any(pattern.search(utf8) is not None for pattern in _mentioned())


@cache
def _mentioned() -> tuple[re.Pattern[bytes], ...]:
    """Patterns of what evidence is made of, _TOLD and the rare names, which is judged strictly.

    A pattern for those that have a rare letter in common, and a look back at what stands before it;
    the others, if there are any, have one that is slower.
    """
    others = [name for name in sorted(RARE_NAMES) if not re.search("F|C|NOT_", name)]
    return tuple(
        re.compile(pattern.encode())
        for pattern in (
            f"F(?:{_names_with('F')})",
            f"C(?:(?<=TRTC)|ode(?<=ErrorCode)|{_names_with('C', without='F')})",
            f"NOT_(?:{_names_with('NOT_', without='FC')})",
            "tc(?:(?<=[Tt]rtc)|(?<=Rtc)Error)",
            "teav(?<=liteav)",
            "频(?<=实时音视频)",
            *([rf"(?<!\w)(?:{'|'.join(others)})(?!\w)"] if others else ()),
        )
    )


def _names_with(letters: str, without: str = "") -> str:
    """The rest of the rare names that hold some letters, and a look back at their beginning."""
    return "|".join(
        f"{name.rpartition(letters)[2]}(?<={name})"
        for name in RARE_NAMES
        if letters in name and not set(name) & set(without)
    )


def _starts(utf8: bytes, pieces: tuple[str, ...]) -> Iterator[int]:
    """Where in a text the pieces begin; of two that overlap the first."""
    find, longest = _finder(pieces)
    if len(utf8) <= _WINDOW:
        for _, start, _ in find(utf8):
            yield start
        return
    view = memoryview(utf8)
    for window in range(0, len(utf8), _WINDOW):
        for _, start, _ in find(view[window : window + _WINDOW + longest]):
            yield window + start


@cache
def _finder(pieces: tuple[str, ...]) -> tuple[_Find, int]:
    """The search that lists the pieces in some bytes, and the length of the longest of them."""
    words = [piece.encode() for piece in pieces]
    # Only for this kind of match are they sought several bytes at a time.
    kind = ahocorasick_rs.MatchKind.LeftmostFirst
    automaton = ahocorasick_rs.BytesAhoCorasick(words, matchkind=kind)
    return automaton.find_matches_as_indexes, max(map(len, words))


def _rare(utf8: bytes) -> bool:
    """True if a text holds a rare number."""
    if not FAST:
        return next(_numbers(utf8, RARE), None) is not None
    spellings = _spellings(RARE)
    for start in _starts(utf8, _beginnings()):
        pattern, sizes = spellings[utf8[start]]
        match = pattern.match(utf8, start)
        if match is not None and _value(match) in sizes:
            return True
    return False


@cache
def _beginnings() -> tuple[str, ...]:
    """The beginnings of rare numbers, in every spelling."""
    found = set()
    for value in RARE:
        digits = f"{value}"
        found |= {digits[:3], f"{digits[:2]}_", f"{digits[0]}_{digits[1]}"}
        for base in "xob":
            digits = f"{value:{base}}"
            for start in (digits[:2], f"{digits[0]}_", "0", "_"):
                found |= {f"0{base}{start}", f"0{base.upper()}{start}"}
    return tuple(sorted(found))


def _numbers(utf8: bytes, values: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Where the numbers stand, without their sign, in every spelling of Python and JavaScript."""
    for pattern, sizes in _spellings(values).values():
        for match in pattern.finditer(utf8):
            if _value(match) in sizes:
                yield match.span(1)


def _value(match: re.Match[bytes]) -> int:
    return int(match[1].replace(b"_", b""), 0)


@cache
def _spellings(values: tuple[int, ...]) -> dict[int, tuple[re.Pattern[bytes], frozenset[int]]]:
    """Patterns by the first byte, and the numbers that each is for, without their sign.

    They also fit numbers that lie between those: that compiles in a tenth of the time. Group 1 is
    the number without its sign; no letter, digit or dot stands before it, and no #: an issue's.
    """
    firsts: dict[str, list[int]] = {}
    for value in values:
        firsts.setdefault(f"{value}"[0], []).append(abs(value))
        if value > 0:
            firsts.setdefault("0", []).append(value)
    return {
        ord(first): (re.compile(_pattern(first, sizes).encode()), frozenset(sizes))
        for first, sizes in firsts.items()
    }


def _pattern(first: str, sizes: list[int]) -> str:
    """The pattern of the numbers that begin with a character."""
    if first == "-":
        return rf"-{_SIGN}\s*({_places(f'{size}' for size in sizes)})(?![0-9_.])"
    begins = rf"{first}(?<![\w$.#]{first})"
    if first != "0":
        return rf"({begins}_?(?:{_places(f'{size}'[1:] for size in sizes)}))(?![0-9_.])"
    based = (
        f"[{base}{base.upper()}][0_]*(?:{_places(f'{size:{base}}' for size in sizes)})"
        for base in "xob"
    )
    return f"({begins}(?:{'|'.join(based)}))(?![0-9a-fA-F_])"


def _places(numbers: Iterable[str]) -> str:
    """A pattern of the digits, in either case, that stand in each place of equally long numbers."""
    lengths: dict[int, list[str]] = {}
    for number in numbers:
        lengths.setdefault(len(number), []).append(number)
    return "|".join(
        "_?".join(
            f"[{''.join(sorted({*digits, *map(str.upper, digits)}))}]"
            for digits in zip(*alike, strict=True)
        )
        for alike in lengths.values()
    )


@cache
def _names(constants: tuple[str, ...]) -> re.Pattern[bytes]:
    """A pattern of the names as whole words, which begins with their first letters."""
    firsts: dict[str, list[str]] = {}
    for name in (*NAMES, *constants):
        firsts.setdefault(re.escape(name[0]), []).append(re.escape(name[1:]))
    words = (rf"{first}(?<!\w{first})(?:{'|'.join(rests)})" for first, rests in firsts.items())
    return re.compile(rf"(?:{'|'.join(words)})(?!\w)".encode())
