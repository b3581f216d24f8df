"""Codes that people and programs write into prose: lines of logs, consoles and tickets.

A number alone is never one: it stands behind a name such as errorCode, or beside a code's name. A
number that is common elsewhere counts where its line says TRTC.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog import elsewhere, liteav_codes, v5_codes
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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
_COLOUR = rb"\x1b\[[\d;]{0,12}m"
# Nothing is given back of it: what no value follows is left the sooner.
_BETWEEN = (
    rb"""["'\])(\\]{0,6}+(?:%s)?+[ \t]{0,2}+(?:is|%s)?+(?:[:=]>?|%s)?+[ \t]{0,2}+(?:%s)?+"""
    rb"""["'(\\]{0,4}+"""
) % (_COLOUR, "是|为".encode(), "：|（".encode(), _COLOUR)
AHEAD = rb"""(?=\.|["'\])(\\ \t:=>]{0,16}+(?:%s|[\x1bi%s]))""" % (
    _VALUE,
    b"".join(sorted({word.encode()[:1] for word in "是为：（"})),
)
"""What every code behind a key fulfils, quick to tell, for it is tried wherever there is a key."""
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rb"<(?P<name>%s)[ \t]?\(?(?P<value>0[xX][\da-fA-F]{1,8})\)?>" % _NAME,
        rb"ode%s(?:\.(?P<name>%s)|%s(?P<value>%s))" % (AHEAD, _NAME, _BETWEEN, _VALUE),
        rb"ODE%s(?:\.(?P<name>%s)|%s(?P<value>%s))" % (AHEAD, _NAME, _BETWEEN, _VALUE),
        rb"ERR_(?P<name>%s)(?:%s(?P<value>-\d{1,6}\b))?" % (_NAME, _BETWEEN),
        rb"rror(?P<name>)%s(?P<value>-\d{2,6}\b)" % _BETWEEN,
        rb"%s(?P<name>)(?:%s)?%s%s(?P<value>%s)"
        % ("错误".encode(), "代".encode(), "码".encode(), _BETWEEN, _VALUE),
    )
)
"""Where a text may mention a code; each begins with plain letters, so that it is found fast."""
_TAG, _, _CAPITALS, _CONSTANT, _NEGATIVE, _CHINESE = PATTERNS
_RARE = {
    _TAG: (b"<", 0),
    _CAPITALS: (b"D", -1),
    _CONSTANT: (b"_", -3),
    _CHINESE: ("错".encode()[:1], 0),
}
"""A byte that is rare in most texts, and where from it a match begins: the quickest to look for."""
_SELDOM = 1024
"""Bytes for each of them from which on looking for it is quicker than searching its pattern."""
_WORD = f"{string.ascii_letters}{string.digits}_-".encode()
_ESCAPED = regex(rb"(?:\x1b|\\u001[bB]|\\x1[bB])\[[\d;]*m|\\[nrt]")
"""What may stand right before a key: a colour, or a blank as JSON writes it in a string."""
_OF_OTHERS = regex(
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
_FIFTH = regex(rb"(?<![\w.-])(?:%s)(?![\w.-])" % "|".join(map(str, v5_codes.CODES)).encode())
_NAME_IN_CHINESE = "实时音视频".encode()


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
    for match in matches(text):
        entry = entry_of(match, 0, len(text))
        if entry is not None:
            yield Mention(entry, match.start(), match.end())


def matches(text: bytes) -> list[re.Match[bytes]]:
    """Where the `PATTERNS` match in a text, one pattern after the other."""
    found: list[re.Match[bytes]] = []
    for pattern in PATTERNS:
        start = 0
        if pattern in _RARE:
            start = _found_by_byte(pattern, text, found)
        found += pattern.finditer(text, start)
    return found


def _found_by_byte(pattern: re.Pattern[bytes], text: bytes, found: list[re.Match[bytes]]) -> int:
    """Append what finditer gives, from the places of the rare byte; where finditer has to go on.

    That is the end of the text, except where the byte is frequent.
    """
    rare, offset = _RARE[pattern]
    past, at = 0, text.find(rare)
    for _ in range(len(text) // _SELDOM + 1):
        if at < 0:
            return len(text)
        match = pattern.match(text, at + offset) if at + offset >= past else None
        if match is not None:
            found.append(match)
            past = match.end()
        at = text.find(rare, max(past, at + 1))
    return past if at < 0 else max(past, at + offset)


def entry_of(match: re.Match[bytes], start: int, end: int) -> Coded | None:
    """The code that a match of one of the `PATTERNS` mentions, if it is one.

    start, end: offsets of the line that decides it.
    """
    text, at = match.string, match.start()
    first = at - _LONGEST
    before = text[first if first > start else start : at]
    if b"\\" in before or b"\x1b" in before:
        before = _ESCAPED.sub(b" ", before)
    entry, asks, is_code = _reading(match[0], before[len(before.rstrip(_WORD)) :])
    if asks is not None:
        entry = asks(text, start, end)
    if entry is None or not is_code or before[-2:-1] != b" ":
        return entry
    return None if _OF_OTHERS.search(before[:-1]) else entry


class _Reading(NamedTuple):
    """What a match is by itself: a code, or what its line has to be asked.

    asks: takes a text and the offsets of the line in it. is_code: the key is "code", of which
    others have theirs.
    """

    entry: Coded | None = None
    asks: Callable[[bytes, int, int], Coded | None] | None = None
    is_code: bool = False


@lru_cache(maxsize=4096)
def _reading(text: bytes, word: bytes) -> _Reading:
    """Read a match behind the end of a word; logs repeat theirs, so it is kept."""
    match = next(found for pattern in PATTERNS if (found := pattern.fullmatch(text)))
    pattern, name = match.re, match["name"]
    value = None if match["value"] is None else _number(match["value"])
    if pattern is _TAG:
        return _Reading(BY_NAME.get(name.decode()) or CONSTANTS.get(value or 0))
    if pattern is _CONSTANT:
        return _Reading(asks=partial(_of_native, f"ERR_{name.decode()}", value))
    if value is None:
        return _Reading(_of_member(name.decode(), _key(word)))
    if pattern is _NEGATIVE:
        return _of_value(value)
    return _of_key(b"errorcode" if pattern is _CHINESE else _key(word), value)


def _of_key(key: bytes, value: int) -> _Reading:
    """What a number behind a key is."""
    if key in _EXTRA:
        return _of_extra(value)
    if key not in _CODES:
        return _Reading()
    constant = CONSTANTS.get(value)
    if constant is not None and constant.rare:
        return _Reading(constant, is_code=key == b"code")
    return _of_value(value, spoken=key.startswith((b"trtc", b"rtc")), is_code=key == b"code")


def _of_value(value: int, *, spoken: bool = False, is_code: bool = False) -> _Reading:
    """What a number is where its line speaks of TRTC; spoken: it does."""
    entry, liteav = _known(value), liteav_codes.CODES.get(value)
    if liteav is not None:
        return _Reading(None, partial(_of_liteav, liteav, entry, spoken), is_code)
    if entry is None or spoken:
        return _Reading(entry, None, is_code)
    return _Reading(None, partial(_if_spoken, entry), is_code)


def _known(value: int) -> Coded | None:
    """The code that a number is in all SDKs, liteav's last."""
    found: Coded | None = CONSTANTS.get(value) or v5_codes.CODES.get(value)
    if found is None and value in DETAILS and not DETAILS[value].ambiguous:
        found = DETAILS[value]
    if found is None:
        found = v5_codes.EXTRA_CODES.get(value)
    if found is None and value < -1:
        found = next(iter(elsewhere.by_value(value)), None)
    return found


def _if_spoken(entry: Coded, text: bytes, start: int, end: int) -> Coded | None:
    return entry if _speaks(text, start, end) else None


def _of_liteav(
    liteav: Coded, other: Coded | None, spoken: bool, text: bytes, start: int, end: int
) -> Coded | None:
    if not spoken and not _speaks(text, start, end):
        return None
    return liteav if _holds(text, start, end, b"liteav") else other


def _speaks(text: bytes, start: int, end: int) -> bool:
    """True if a line says TRTC."""
    line = text[start:end].lower()
    if b"rtc" in line and (b"trtc" in line or b"rtcerror" in line or b"rtc_error" in line):
        return True
    return b"liteav" in line or _NAME_IN_CHINESE in line


def _holds(text: bytes, start: int, end: int, word: bytes) -> bool:
    """True if a word is in a line, in small letters or in capitals."""
    return text.find(word, start, end) >= 0 or text.find(word.upper(), start, end) >= 0


def _key(word: bytes) -> bytes:
    """The name that begins with a word and ends in "ode", in small letters without `_` and `-`."""
    return (word + b"ode").lower().replace(b"_", b"").replace(b"-", b"")


def _number(text: bytes) -> int:
    return int(text, 16 if b"x" in text.lower() else 10)


def _of_member(name: str, key: bytes) -> Coded | None:
    if key not in {b"errorcode", b"code"}:
        return None
    constant = BY_NAME.get(name)
    if constant is not None:
        return constant
    return next(iter(elsewhere.by_name(name)), None) if key == b"errorcode" else None


def _of_native(name: str, value: int | None, text: bytes, start: int, end: int) -> Coded | None:
    """A name such as ERR_ROOM_ENTER_FAIL; ERR_FAILED and its like are browsers', too."""
    found = elsewhere.by_name(name)
    if not _holds(text, start, end, b"liteav"):
        found = [item for item in found if isinstance(item, elsewhere.Name)] or found
    fits = [item for item in found if value is None or item.value == value]
    return fits[0] if fits and (value is not None or _speaks(text, start, end)) else None


def _of_extra(value: int) -> _Reading:
    """An extra code of v5, or a detail of v4's; which of both, v5's codes in the line decide."""
    extra, detail = v5_codes.EXTRA_CODES.get(value), DETAILS.get(value)
    if extra is None or detail is None:
        return _Reading(extra or detail)
    return _Reading(None, partial(_of_either, extra, detail))


def _of_either(extra: Coded, detail: Coded, text: bytes, start: int, end: int) -> Coded:
    return extra if _FIFTH.search(text, start, end) else detail
