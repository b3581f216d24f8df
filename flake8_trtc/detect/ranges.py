"""Version ranges as npm writes them: `^4.11.13`, `~4.6`, `4.x`, `>=4.5 <4.12 || 4.15.0`."""

from __future__ import annotations

import re

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.versions import PATTERN, Version, numbers_in, padded

_ANY = (10**9,)
_COMPARATOR = regex(rf"(\^|~>?|>=|<=|>|<|=)?\s*({PATTERN})(?=\s|$)", re.ASCII)
_HYPHEN = regex(rf"(?P<first>{PATTERN})\s+-\s+(?P<last>{PATTERN})", re.ASCII)


class Interval(NamedTuple):
    """Versions from `low` up to `high`, which is excluded."""

    low: Version
    high: Version


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
    """True if a version is in a range."""
    return any(low <= version < high for low, high in intervals)


def _conjunction(text: str) -> Interval | None:
    if hyphen := _HYPHEN.fullmatch(text):
        first, last = numbers_in(hyphen["first"]), numbers_in(hyphen["last"])
        return Interval(padded(first), _after(last))
    low: Version = (0, 0, 0)
    high: Version = _ANY
    rest = text
    while rest:
        match = _COMPARATOR.match(rest)
        if match is None:
            return None
        found = _comparator(match[1] or "=", numbers_in(match[2]))
        low, high = max(low, found.low), min(high, found.high)
        rest = rest[match.end() :].lstrip()
    return Interval(low, high)


def _comparator(sign: str, numbers: Version) -> Interval:
    first = padded(numbers)
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


def _after(numbers: Version) -> Version:
    """The first version that does not begin with these numbers."""
    if not numbers:
        return _ANY
    return padded((*numbers[:-1], numbers[-1] + 1))
