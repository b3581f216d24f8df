"""Counts the codes in logs: how often each, from when to when, and by what else is wanted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from flake8_trtc.catalog.mentions import PATTERNS, entry_of, identity

if TYPE_CHECKING:
    from flake8_trtc.catalog.explain import Entry
    from flake8_trtc.catalog.mentions import Coded, Identity


_WINDOW = 4096
"""Bytes on each side of a code that are looked at, in a line that is longer."""
_BEFORE = 5
"""Lines above one without a time in which its time is looked for."""
_TIME = re.compile(
    rb"(?P<iso>\d{4}-[01]\d-[0-3]\d[T ][0-2]\d:[0-5]\d:[0-6]\d)(?:[.,](?P<part>\d{1,9}))?"
    rb"(?P<zone>Z|[+-]\d\d:?\d\d)?"
    rb"|(?P<web>[0-3]\d/[A-Z][a-z]{2}/\d{4}:[0-2]\d:[0-5]\d:[0-6]\d [+-]\d{4})"
    rb"|(?<![\d.])(?P<epoch>1[5-9]\d{8})(?P<millis>\d{3})?(?![\d])"
)
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
            self.first = when if self.first is None else min(self.first, when)
            self.last = when if self.last is None else max(self.last, when)
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

    def add(self, block: bytes) -> None:
        """Count a block of whole lines, which comes after the blocks that were counted."""
        self.lines += block.count(b"\n") + (not block.endswith(b"\n"))
        self.bytes += len(block)
        for start, (end, matches) in sorted(_candidates(block).items()):
            first = matches[0].start()
            low, high = max(start, first - _WINDOW), min(end, first + _WINDOW)
            entries = {
                identity(entry): entry
                for match in matches
                if (entry := entry_of(match, low, high)) is not None
            }
            if entries:
                self._count(block, start, block[low:high], entries)
        last = block.rfind(b"\n", 0, len(block) - 1) + 1
        self._before = _time(block, last, self._before)

    def _count(self, block: bytes, start: int, line: bytes, entries: dict[Identity, Coded]) -> None:
        when = _time(block, start, self._before)
        bounded = self._since is not None or self._until is not None
        if bounded and not self._is_between(when):
            return
        try:
            line.decode()
        except UnicodeDecodeError:
            self.broken += 1
        group = self._group(line)
        for key, entry in entries.items():
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

    def _group(self, line: bytes) -> str | None:
        match = self._by.search(line) if self._by is not None else None
        if match is None:
            return None
        named = match.re.groupindex.get("by", 1 if match.re.groups else 0)
        return (match[named] or b"").decode("utf-8", "replace")


def _candidates(block: bytes) -> dict[int, tuple[int, list[re.Match[bytes]]]]:
    """The lines that may mention a code, by their start: the end, and where patterns match."""
    lines: dict[int, tuple[int, list[re.Match[bytes]]]] = {}
    for pattern in PATTERNS:
        start = past = -1
        for match in pattern.finditer(block):
            at = match.start()
            if at > past:
                start = block.rfind(b"\n", 0, at) + 1
                past = block.find(b"\n", at)
                past = len(block) if past < 0 else past
            lines.setdefault(start, (past, []))[1].append(match)
    return lines


def _time(block: bytes, start: int, before: float | None) -> float | None:
    """The time of a line, or of one shortly above it; in seconds since 1970.

    before: the time of what is above the block.
    """
    for _ in range(_BEFORE + 1):
        end = block.find(b"\n", start)
        match = _TIME.search(block, start, min(end if end >= 0 else len(block), start + _HEAD))
        when = None if match is None else _seconds(match)
        if when is not None or start == 0:
            return before if when is None else when
        start = block.rfind(b"\n", 0, start - 1) + 1
    return None


def _seconds(match: re.Match[bytes]) -> float | None:
    """The seconds of a time as it is written; one without a zone is taken for UTC."""
    try:
        if match["epoch"] is not None:
            return int(match["epoch"]) + int(match["millis"] or 0) / 1000
        if match["web"] is not None:
            return datetime.strptime(match["web"].decode(), "%d/%b/%Y:%H:%M:%S %z").timestamp()
        part = float(b"0." + match["part"]) if match["part"] else 0.0
        return _moment(match["iso"], match["zone"] or b"Z") + part
    except ValueError:  # a 31st of June
        return None


@lru_cache(maxsize=1024)
def _moment(text: bytes, zone: bytes) -> float:
    return datetime.fromisoformat((text + zone).decode()).timestamp()


def moment(text: str) -> float | None:
    """The seconds of a time on a command line, such as 2026-11-30 or 2026-11-30T08:00+08:00."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
