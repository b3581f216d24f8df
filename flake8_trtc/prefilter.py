"""Can a file hold a finding at all, and where: a text search, before anything is parsed.

`candidates` is the whole detection path's first step, and on most files its last. Every pattern
begins with letters or digits of its own: `re` then skips to them at the speed of memchr, some
3 ms a megabyte for all of them, where one alternation, or a set to begin with, takes 10 to 30.
"""

from __future__ import annotations

import re
from functools import cache

from flake8_trtc._codes import COMMON, DETAILS, NAMES, RARE
from flake8_trtc.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_trtc.model import Span


class Candidates(NamedTuple):
    """Where to look: the spans of numbers, and of catalog names and ErrorCode, in their order."""

    numbers: tuple[Span, ...]
    names: tuple[Span, ...]


COMMON_NAMES = frozenset(
    "INVALID_PARAMETER INVALID_OPERATION NOT_SUPPORTED DEVICE_NOT_FOUND INITIALIZE_FAILED "
    "SERVER_TIMEOUT API_CALL_TIMEOUT CREATE_OFFER_FAILED UNKNOWN UNKOWN".split()
)
"""Names that others give constants, too: they say nothing."""
IDIOMS = (
    rb"\b(?:createClient|createStream|client\.(?:join|leave|publish|subscribe)|local_?[sS]tream"
    rb"|remote_?[sS]tream|[sS]tream\.(?:play|resume|initialize)|switchRole|switch_role)\b"
)
"""The v4 API around an error's getCode(): what a client and its streams are told to do."""


def _names_with(letters: str, without: str = "") -> str:
    """The rest of the telling names that hold some letters, and a look back at their beginning."""
    return "|".join(
        f"{name.rpartition(letters)[2]}(?<={name})"
        for name in NAMES
        if letters in name and name not in COMMON_NAMES and not set(name) & set(without)
    )


# What evidence.py believes in: TRTC, trtc, Trtc, RtcError, ErrorCode, a telling name, or (group 1)
# getCode() and its like with one of IDIOMS. A pattern for those with a rare letter in common;
# evidence.py judges them strictly.
_MENTIONS = tuple(
    re.compile(pattern.encode())
    for pattern in (
        f"F(?:{_names_with('F')})",
        "C(?:(?<=TRTC)|ode(?:(?<=ErrorCode)|(?<=getCode)()|(?<=getExtraCode)())"
        f"|{_names_with('C', without='F')})",
        f"NOT_(?:{_names_with('NOT_', without='FC')})",
        "_code(?:(?<=get_code)|(?<=get_extra_code))()",
        "tc(?:(?<=[Tt]rtc)|(?<=Rtc)Error)",
    )
)
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


def candidates(
    utf8: bytes, *, whole: bool = False, constants: tuple[str, ...] = ("ErrorCode",)
) -> Candidates | None:
    """Find where a text may hold codes; None where it can hold no finding.

    utf8: the text, or any ASCII-compatible bytes of it. whole: the text is to be searched whole
    even where nothing in it speaks of TRTC. constants: the names of ErrorCode in this project.
    """
    if not whole and not _mentions(utf8, constants) and next(_numbers(utf8, RARE), None) is None:
        return None
    numbers = sorted(_numbers(utf8, (*RARE, *COMMON, *DETAILS)))
    names = [match.span() for match in _names(constants).finditer(utf8)]
    if not numbers and not names:
        return None
    from flake8_trtc.model import Span

    return Candidates(tuple(Span(*span) for span in numbers), tuple(Span(*span) for span in names))


def _mentions(utf8: bytes, constants: tuple[str, ...]) -> bool:
    """Whether a text holds anything that evidence may be made of."""
    getter = False
    for pattern in _MENTIONS:
        for match in pattern.finditer(utf8):
            if match.lastindex is None:
                return True
            getter = True
    if getter and re.search(IDIOMS, utf8):
        return True
    return any(name.encode() in utf8 for name in constants if name != "ErrorCode")


def _numbers(utf8: bytes, values: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Where the numbers stand, without their sign, in every spelling of Python and JavaScript."""
    for pattern, sizes in _spellings(values):
        for match in pattern.finditer(utf8):
            if int(match[1].replace(b"_", b""), 0) in sizes:
                yield match.span(1)


@cache
def _spellings(values: tuple[int, ...]) -> tuple[tuple[re.Pattern[bytes], frozenset[int]], ...]:
    """Patterns, one a first byte, and the numbers that each is for, without their sign.

    They also fit numbers that lie between those: that compiles in a tenth of the time. Group 1 is
    the number without its sign; no letter, digit or dot stands before it.
    """
    firsts: dict[str, list[int]] = {}
    for value in values:
        firsts.setdefault(f"{value}"[0], []).append(abs(value))
        if value > 0:
            firsts.setdefault("0", []).append(value)
    return tuple(
        (re.compile(_pattern(first, sizes).encode()), frozenset(sizes))
        for first, sizes in firsts.items()
    )


def _pattern(first: str, sizes: list[int]) -> str:
    """The pattern of the numbers that begin with a character."""
    if first == "-":
        return rf"-{_SIGN}\s*({_places(f'{size}' for size in sizes)})(?![0-9_.])"
    begins = rf"{first}(?<![\w$.]{first})"
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
