"""Codes that people and programs write into prose: lines of logs, consoles and tickets.

A number alone is never one: it stands behind a name such as errorCode, or beside a code's name. A
number that is common elsewhere counts where its line says TRTC.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from flake8_trtc.catalog import elsewhere, liteav_codes, v5_codes
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from flake8_trtc.catalog.codes import Constant, Detail
    from flake8_trtc.catalog.explain import Entry

    Coded: TypeAlias = Constant | Detail | elsewhere.Other
    """What has a number."""
    Identity: TypeAlias = tuple[type, str, int]

_NAME = rb"[A-Z][A-Z\d_]{2,48}\b"
# The shapes of the catalog's values, so that what follows every other "code=" costs nothing.
_VALUE = (
    rb"(?:-[1-9]\d{0,5}|0[xX]0{0,4}[\da-fA-F]{4}|16[34]\d\d|409[6-9]|4100|5[0-59]\d\d|65535"
    rb"|70\d{3}|60022)(?!\w|\.\d)"
)
_BETWEEN = rb"""["'\])(]{0,3}[ \t]{0,2}(?:[:=]>?|is)?[ \t]{0,2}["'(]{0,2}"""
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rb"<(?P<name>%s)[ \t]?\(?(?P<value>0[xX][\da-fA-F]{1,8})\)?>" % _NAME,
        rb"ode(?:\.(?P<name>%s)|%s(?P<value>%s))" % (_NAME, _BETWEEN, _VALUE),
        rb"ODE(?:\.(?P<name>%s)|%s(?P<value>%s))" % (_NAME, _BETWEEN, _VALUE),
        rb"ERR_(?P<name>%s)(?:%s(?P<value>-\d{1,6}\b))?" % (_NAME, _BETWEEN),
        rb"rror(?P<name>)%s(?P<value>-\d{2,6}\b)" % _BETWEEN,
    )
)
"""Where a text may mention a code; each begins with plain letters, so that it is found fast."""
_TAG, _, _, _CONSTANT, _NEGATIVE = PATTERNS
_WORD = re.compile(rb"[\w-]*\Z")
_OF_OTHERS = re.compile(
    rb"\b(?:clos\w*|exit\w*|status|https?|response|reply|zip|postal|post|country|area|bar|qr|product"
    rb"|promo|invit\w*|gift|voucher|reason)(?: with)?(?: the)? \Z",
    re.IGNORECASE,
)
"""Words before "code" that make it the code of something else."""
_LONGEST = 24
"""Bytes of a key that are looked at."""
_CODES = frozenset(
    b"code errorcode errcode retcode trtccode trtcerrorcode rtccode rtcerrorcode sdkcode "
    b"sdkerrorcode lasterrorcode getcode".split()
)
_EXTRA = frozenset(b"extracode errorextracode extraerrorcode subcode getextracode".split())
_FIFTH = re.compile(rb"(?<![\w.-])(?:%s)(?![\w.-])" % "|".join(map(str, v5_codes.CODES)).encode())
_SPEAKS = re.compile("trtc|liteav|rtcerror|rtc_error|实时音视频".encode(), re.IGNORECASE)


class Mention(NamedTuple):
    """A code in a text: what the catalog has of it, and from where to where; in bytes."""

    entry: Coded
    start: int
    end: int


def identity(entry: Entry) -> Identity:
    """What tells an entry of the catalog from others; quicker to compare than the entry."""
    return type(entry), getattr(entry, "name", ""), getattr(entry, "value", 0)


def mentions(text: bytes) -> Iterator[Mention]:
    """The codes that a line or a paragraph mentions, in UTF-8; each place once, by its pattern."""
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            entry = entry_of(match, 0, len(text))
            if entry is not None:
                yield Mention(entry, match.start(), match.end())


def entry_of(match: re.Match[bytes], start: int, end: int) -> Coded | None:
    """The code that a match of one of the `PATTERNS` mentions, if it is one.

    start, end: offsets of the line that decides it.
    """
    pattern, name, line = match.re, match["name"], _Line(match.string, start, end)
    value = None if match["value"] is None else _number(match["value"])
    if pattern is _TAG:
        return BY_NAME.get(name.decode()) or (CONSTANTS.get(value) if value is not None else None)
    if pattern is _CONSTANT:
        return _of_native(f"ERR_{name.decode()}", value, line)
    if pattern is _NEGATIVE:
        return _of_value(value, line) if value is not None and line.speaks() else None
    key = _key(line.text, match.start(), start)
    if value is None:
        return _of_member(name.decode(), key) if key in {b"errorcode", b"code"} else None
    if key in _EXTRA:
        return _of_extra(value, line)
    if key not in _CODES or (key == b"code" and line.is_of_others(match.start())):
        return None
    constant = CONSTANTS.get(value)
    if constant is not None and constant.rare:
        return constant
    return _of_value(value, line) if key.startswith((b"trtc", b"rtc")) or line.speaks() else None


class _Line(NamedTuple):
    """A line in a text; what it says is looked at only where that decides."""

    text: bytes
    start: int
    end: int

    def speaks(self) -> bool:
        """True if it says TRTC."""
        return _SPEAKS.search(self.text, self.start, self.end) is not None

    def is_of_others(self, position: int) -> bool:
        """True if the code whose name's end is at a position is the code of something else."""
        before = self.text[max(self.start, position - _LONGEST) : max(self.start, position - 1)]
        return _OF_OTHERS.search(before) is not None

    def holds(self, word: bytes) -> bool:
        """True if a word is in it, in small letters or in capitals."""
        found = self.text.find(word, self.start, self.end)
        return found >= 0 or self.text.find(word.upper(), self.start, self.end) >= 0


def _key(text: bytes, position: int, start: int) -> bytes:
    """The name that ends in what a pattern begins with, in small letters without `_` and `-`."""
    word = _WORD.search(text[max(start, position - _LONGEST) : position])
    before = b"" if word is None else word[0]
    return (before + b"ode").lower().replace(b"_", b"").replace(b"-", b"")


def _number(text: bytes) -> int:
    return int(text, 16 if b"x" in text.lower() else 10)


def _of_member(name: str, key: bytes) -> Coded | None:
    constant = BY_NAME.get(name)
    if constant is not None:
        return constant
    return next(iter(elsewhere.by_name(name)), None) if key == b"errorcode" else None


def _of_native(name: str, value: int | None, line: _Line) -> Coded | None:
    """A name such as ERR_ROOM_ENTER_FAIL; ERR_FAILED and its like are browsers', too."""
    found = elsewhere.by_name(name)
    if not line.holds(b"liteav"):
        found = [item for item in found if isinstance(item, elsewhere.Name)] or found
    fits = [item for item in found if value is None or item.value == value]
    return fits[0] if fits and (value is not None or line.speaks()) else None


def _of_extra(value: int, line: _Line) -> Coded | None:
    extra, detail = v5_codes.EXTRA_CODES.get(value), DETAILS.get(value)
    if extra is None or detail is None:
        return extra or detail
    return extra if _FIFTH.search(line.text, line.start, line.end) else detail


def _of_value(value: int, line: _Line) -> Coded | None:
    """The code that a number is where its line speaks of TRTC."""
    if value in liteav_codes.CODES and line.holds(b"liteav"):
        return liteav_codes.CODES[value]
    found: Coded | None = CONSTANTS.get(value) or v5_codes.CODES.get(value)
    if found is None and value in DETAILS and not DETAILS[value].ambiguous:
        found = DETAILS[value]
    if found is None:
        found = v5_codes.EXTRA_CODES.get(value)
    if found is None and value < -1:
        found = next(iter(elsewhere.by_value(value)), None)
    return found
