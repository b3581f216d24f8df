"""Version ranges as npm writes them: `^4.11.13`, `~4.6`, `4.x`, `>=4.5 <4.12 || 4.15.0`."""

from __future__ import annotations

import re
from typing import NamedTuple

Version = tuple[int, ...]
_ANY = (10**9,)
_PART = r"(\d{1,9}|[xX*])"
_VERSION = re.compile(rf"v?{_PART}(?:\.{_PART})?(?:\.{_PART})?(?:[-+][\w.+-]*)?", re.ASCII)
_COMPARATOR = re.compile(rf"(\^|~>?|>=|<=|>|<|=)?\s*({_VERSION.pattern})(?=\s|$)", re.ASCII)
_HYPHEN = re.compile(rf"({_VERSION.pattern})\s+-\s+({_VERSION.pattern})", re.ASCII)


class Interval(NamedTuple):
    """Versions from `low` up to `high`, which is excluded."""

    low: Version
    high: Version


def parse_version(text: str) -> Version | None:
    """The three numbers of a full version; None where it is not one. Pre-releases count as it."""
    match = _VERSION.fullmatch(text.strip())
    parts = match.groups() if match is not None else ()
    if not parts or not all(part is not None and part.isdigit() for part in parts):
        return None
    return tuple(int(part) for part in parts if part is not None)


def parse_range(text: str) -> list[Interval] | None:
    """The intervals that a range admits; None where it is not one (a tag, a path, a URL)."""
    intervals = []
    for part in text.strip().split("||"):
        interval = _conjunction(part.strip())
        if interval is None:
            return None
        if interval.low < interval.high:
            intervals.append(interval)
    return intervals


def admits(intervals: list[Interval], version: Version) -> bool:
    """Whether a version is in a range."""
    return any(low <= version < high for low, high in intervals)


def _conjunction(text: str) -> Interval | None:
    if hyphen := _HYPHEN.fullmatch(text):
        first, last = _numbers(hyphen[1]), _numbers(hyphen[5])
        return Interval(_padded(first), _after(last))
    low: Version = (0, 0, 0)
    high: Version = _ANY
    rest = text
    while rest:
        match = _COMPARATOR.match(rest)
        if match is None:
            return None
        found = _comparator(match[1] or "=", _numbers(match[2]))
        low, high = max(low, found.low), min(high, found.high)
        rest = rest[match.end() :].lstrip()
    return Interval(low, high)


def _comparator(sign: str, numbers: Version) -> Interval:
    first = _padded(numbers)
    if not numbers:
        return Interval(_ANY if sign in {"<", ">"} else first, _ANY)
    if sign == "^":
        # Up to the next step of the first number that is not zero.
        kept = next((at for at, number in enumerate(numbers) if number), len(numbers) - 1)
        return Interval(first, _after(numbers[: kept + 1]))
    if sign.startswith("~"):
        return Interval(first, _after(numbers[:2]))
    if sign == ">=":
        return Interval(first, _ANY)
    if sign == ">":
        return Interval(_after(numbers), _ANY)
    if sign == "<":
        return Interval((0, 0, 0), first)
    if sign == "<=":
        return Interval((0, 0, 0), _after(numbers))
    return Interval(first, _after(numbers))


def _numbers(text: str) -> Version:
    """The numbers of a version up to its first wildcard."""
    match = _VERSION.fullmatch(text)
    numbers: list[int] = []
    for part in match.groups() if match is not None else ():
        if part is None or not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def _padded(numbers: Version) -> Version:
    return (*numbers, 0, 0, 0)[:3]


def _after(numbers: Version) -> Version:
    """The first version that does not begin with these numbers."""
    if not numbers:
        return _ANY
    return _padded((*numbers[:-1], numbers[-1] + 1))
