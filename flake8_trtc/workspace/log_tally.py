"""Counts the codes in logs: how often each, from when to when, and by what else is wanted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from flake8_trtc._lean import regex
from flake8_trtc.catalog.mentions import entry_of, identity, matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_trtc.catalog.explain import Entry
    from flake8_trtc.catalog.mentions import Coded, Identity


_WINDOW = 4096
"""Bytes on each side of a code that are looked at, in a line that is longer."""
_CHARACTER = 4
"""Bytes of the longest character in UTF-8."""
_BEFORE = 5
"""Lines above one without a time in which its time is looked for."""
_TIME = regex(
    rb"(?P<day>\d{4}[-/][01]\d[-/][0-3]\d)(?:T| (?:- )?)(?P<minute>[0-2]\d:[0-5]\d:)"
    rb"(?P<second>[0-6]\d(?:[.,]\d{1,9})?)(?P<zone>Z|[+-]\d\d:?\d\d| [+-][01]\d:?(?:00|30|45)\b)?"
    rb"|(?P<web>[0-3]\d/[A-Z][a-z]{2}/\d{4}:[0-2]\d:[0-5]\d:[0-6]\d [+-]\d{4})"
    rb"|\b(?P<month>[A-Z][a-z]{2} [ 0-3]?\d [0-2]\d:[0-5]\d:[0-6]\d)"
    rb"(?!(?:\.\d+)? [A-Z]{1,5} \d{4}\b)(?P<part>\.\d{1,9})?(?: (?P<year>(?:19|20)\d\d)\b)?"
    rb"|(?<![\d.])(?P<epoch>1[5-9]\d{8})(?P<millis>\d{3})?(?![\d])"
)
_CLOCK = regex(rb"(?:[\[(<\"']{0,2}|\S.{0,32}?\d\D{1,6})[0-2]?\d:[0-5]\d:[0-5]\d(?![\d:])")
"""A time of day that a line begins with, behind a date or none. A line that goes on is indented."""
_YEARS = 8
"""How many years may be between two 29ths of February."""
_DAY = timedelta(days=1)
_SECONDS = 60
_HEAD = 300
"""Bytes of a line in which its time is looked for."""


@dataclass
class Count:
    """The tally of one code: lines that mention it, and the times of the first and last.

    times: in seconds since 1970; None where no line has one. groups: lines by what the expression
    of `Tally.by` finds. minutes: lines by the minute since 1970.
    """

    entry: Entry
    lines: int = 0
    first: float | None = None
    last: float | None = None
    groups: Counter[str] = field(default_factory=Counter)
    minutes: Counter[int] = field(default_factory=Counter)

    def add(self, when: float | None) -> None:
        """Count a line of this time."""
        self.lines += 1
        if when is not None:
            if self.first is None or when < self.first:
                self.first = when
            if self.last is None or when > self.last:
                self.last = when
            self.minutes[int(when // 60)] += 1

    def merge(self, other: Count) -> None:
        """Add the lines that another one has counted of the same code."""
        self.lines += other.lines
        for pick, name in ((min, "first"), (max, "last")):
            times = [at for at in (getattr(self, name), getattr(other, name)) if at is not None]
            setattr(self, name, pick(times, default=None))
        self.groups += other.groups
        self.minutes += other.minutes


class Tally:
    """The counts of all logs of a run. A code that a line mentions twice counts once.

    by: an expression for what lines are grouped by: its group `by`, its first group, or all of it.
    since, until: only lines between these times, in seconds since 1970; a line without a time has
    that of the line above it.
    """

    def __init__(
        self,
        by: re.Pattern[bytes] | None = None,
        since: float | None = None,
        until: float | None = None,
    ) -> None:
        self.counts: dict[Identity, Count] = {}
        self.lines = 0
        self.bytes = 0
        self.broken = 0
        self._by = by
        self._since = since
        self._until = until
        self._bounded = since is not None or until is not None
        self._open = False  # the last line that was counted may go on
        self._before: float | None = None  # the time of what was counted last

    def empty(self) -> Tally:
        """Another one that counts the same, with nothing counted."""
        return Tally(self._by, self._since, self._until)

    def merge(self, other: Tally) -> None:
        """Count what another one has counted."""
        self.lines += other.lines
        self.bytes += other.bytes
        self.broken += other.broken
        for key, count in other.counts.items():
            mine = self.counts.setdefault(key, Count(count.entry))
            mine.merge(count)

    def begin(self) -> None:
        """Another log begins: with a line of its own, which has no time above it."""
        self._open = False
        self._before = None

    def add(self, block: bytes) -> None:
        """Count a block of whole lines, which comes after the blocks that were counted."""
        whole = block.endswith(b"\n")
        self.lines += block.count(b"\n") + (not whole) - self._open
        self._open = not whole
        self.bytes += len(block)
        for start, end, found in _candidates(block):
            low, high = start, end
            is_long = end - start > _WINDOW
            entries = []
            for match in found:
                if is_long:
                    low, high = _window(block, start, end, match.start())
                entry = entry_of(match, low, high)
                if entry is not None:
                    entries.append(entry)
            if entries:
                self._count(block, start, end, found[0].start(), entries)
        last = block.rfind(b"\n", 0, len(block) - 1) + 1
        self._before = _time(block, last, len(block), self._before)

    def _count(
        self, block: bytes, start: int, end: int, position: int, entries: list[Coded]
    ) -> None:
        when = _time(block, start, end, self._before)
        if self._bounded and not self._is_between(when):
            return
        low, high = _window(block, start, end, position)
        line = block[low:high]
        if not line.isascii() and not _is_utf8(line):
            self.broken += 1
        group = None if self._by is None else self._group(self._by, line)
        for entry in entries if len(entries) == 1 else _distinct(entries):
            key = identity(entry)
            count = self.counts.get(key)
            if count is None:
                count = self.counts[key] = Count(entry)
            count.add(when)
            if group is not None:
                count.groups[group] += 1

    def _is_between(self, when: float | None) -> bool:
        if when is None:
            return False
        return (self._since is None or when >= self._since) and (
            self._until is None or when <= self._until
        )

    @staticmethod
    def _group(by: re.Pattern[bytes], line: bytes) -> str | None:
        match = by.search(line)
        if match is None:
            return None
        named = match.re.groupindex.get("by", 1 if match.re.groups else 0)
        return (match[named] or b"").decode("utf-8", "replace")


def _candidates(block: bytes) -> Iterator[tuple[int, int, list[re.Match[bytes]]]]:
    """The lines that may mention a code: start, end, and where patterns match."""
    start = past = -1
    found: list[re.Match[bytes]] = []
    for match in sorted(matches(block), key=re.Match.start):
        at = match.start()
        if at > past:
            if found:
                yield start, past, found
            start, past, found = block.rfind(b"\n", 0, at) + 1, block.find(b"\n", at), []
            past = len(block) if past < 0 else past
        found.append(match)
    if found:
        yield start, past, found


def _distinct(entries: list[Coded]) -> Iterable[Coded]:
    return {identity(entry): entry for entry in entries}.values()


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _window(block: bytes, start: int, end: int, position: int) -> tuple[int, int]:
    """The part of a line that decides what a position in it is; it begins and ends characters."""
    if end - start <= _WINDOW:
        return start, end
    low, high = position - _WINDOW, position + _WINDOW
    return (
        start if low <= start else _character(block, low),
        end if high >= end else _character(block, high),
    )


def _character(block: bytes, position: int) -> int:
    """Where the character begins that a byte of UTF-8 is in; the byte itself in what is broken."""
    for at in range(position, position - _CHARACTER, -1):
        if block[at] & 0xC0 != 0x80:
            return at
    return position


def _time(block: bytes, start: int, end: int, before: float | None) -> float | None:
    """The time of a line, or of one shortly above it; in seconds since 1970.

    None where one of these lines has a time in a form that is not known: another line's would be
    wrong. before: the time of what is above the block.
    """
    for _ in range(_BEFORE + 1):
        head = start + _HEAD
        match = _TIME.search(block, start, end if end < head else head)
        when = None if match is None else _seconds(match)
        known = end if match is None or when is None else match.start()
        if _CLOCK.match(block, start, known) is not None:
            return None
        if when is not None:
            return when
        if start == 0:
            return before
        end = start - 1
        start = block.rfind(b"\n", 0, end) + 1
    return None


def _seconds(match: re.Match[bytes]) -> float | None:
    """The seconds of a time as it is written; one without a zone is taken for UTC."""
    day, minute, second, zone, web, month, part, year, epoch, millis = match.groups()
    try:
        if day is not None:
            seconds = float(second.replace(b",", b"."))
            return _minute(day, minute, zone or b"Z") + seconds if seconds < _SECONDS else None
        if web is not None:
            return datetime.strptime(web.decode(), "%d/%b/%Y:%H:%M:%S %z").timestamp()
        if month is not None:
            when = _in_year(month, year) if year else _in_last_year(month)
            return None if when is None else when.timestamp() + float(part or 0)
        return int(epoch) + int(millis or 0) / 1000
    except ValueError:  # a 31st of June
        return None


@lru_cache(maxsize=1024)
def _minute(day: bytes, minute: bytes, zone: bytes) -> float:
    date = day.decode().replace("/", "-")
    return datetime.fromisoformat(f"{date}T{minute.decode()}00{zone.decode().strip()}").timestamp()


@lru_cache(maxsize=1024)
def _in_last_year(text: bytes) -> datetime | None:
    """A time that does not tell its year, in the last one in which it is not to come.

    A day to come is let through: it may be later there than in UTC.
    """
    latest = datetime.now(UTC) + _DAY
    for year in range(latest.year, latest.year - _YEARS - 1, -1):
        try:
            when = _in_year(text, b"%d" % year)
        except ValueError:  # a 29th of February
            continue
        if when <= latest:
            return when
    return None


def _in_year(text: bytes, year: bytes) -> datetime:
    found = datetime.strptime(f"{year.decode()} {text.decode()}", "%Y %b %d %H:%M:%S")
    return found.replace(tzinfo=UTC)


def moment(text: str) -> float | None:
    """The seconds of a time on a command line, such as 2026-11-30 or 2026-11-30T08:00+08:00."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
