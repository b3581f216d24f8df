"""The language server in figures: `python -m benchmarks.editor`.

Fails where a change takes too long, a start is too late beside the smallest server that pygls can
make, or memory grows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from benchmarks.editor import texts
from benchmarks.editor.client import Client
from benchmarks.results import Row, aligned, written

SERVER = (sys.executable, "-P", "-m", "flake8_trtc", "server")
SMALLEST = (sys.executable, "-P", str(Path(__file__).with_name("smallest.py")))
START = 0.25
"""Seconds that a start may take more than that of the smallest server."""
GROWTH = 0.05
"""The part by which memory may grow: less than noise between runs."""


class Case(NamedTuple):
    """A file that is typed into. limit: seconds that 95 of 100 changes may take."""

    name: str
    language: str
    make: Callable[[int], str]
    candidates: int
    limit: float


CASES = [
    Case("a.py", "python", texts.python, 0, 0.05),
    Case("a.vue", "vue", texts.vue, 0, 0.05),
    Case("a.py", "python", texts.python, 20, 0.15),
    Case("a.vue", "vue", texts.vue, 20, 0.15),
]


def main() -> int:
    """Measure, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.editor")
    add = parser.add_argument
    add("--changes", type=int, default=300, help="changes to each file (default: 300)")
    add("--starts", type=int, default=15, help="starts of each server (default: 15)")
    add("--many", type=int, default=10_000, help="changes that memory is watched for")
    add("--write", action="store_true", help="keep the table in benchmarks/results/")
    given = parser.parse_args()
    found = [
        *(changed(case, given.changes) for case in CASES),
        *(started(given.starts, candidates) for candidates in (0, 20)),
        remembered(given.many),
    ]
    rows = [row for row, _ in found]
    text = aligned(rows)
    print(text)
    faults = [row["measured"] for row, good in found if not good]
    for fault in faults:
        print(f"too much: {fault}", file=sys.stderr)
    if given.write:
        written("editor", text, rows)
    return 1 if faults else 0


def changed(case: Case, changes: int) -> tuple[Row, bool]:
    """From a change to its diagnostics."""
    text, uri = case.make(case.candidates), f"file:///project/{case.name}"
    times = []
    with Client(*SERVER) as client:
        count = client.open(uri, case.language, text)
        before = client.processor
        for version in range(1, changes + 1):
            taken, found = client.change(uri, typed(text, version), version)
            times.append(taken)
            if found != count or bool(found) != bool(case.candidates):
                raise AssertionError(f"{case.name}: {found} findings, not {count}")
        used = (client.processor - before) / changes
    late = quantiles(times, n=20)[-1]
    name = f"a change of {case.name}, {text.count(chr(10)):,} lines, {count} findings"
    said = f"{median(times) * 1000:.0f} ms, 95 % in {late * 1000:.0f} ms"
    row = {"measured": name, "found": f"{said} ({used * 1000:.0f} ms of CPU)"}
    return {**row, "at most": f"95 % in {case.limit * 1000:.0f} ms"}, late <= case.limit


def typed(text: str, version: int) -> str:
    """A text with a few characters typed in its middle."""
    lines = text.split("\n")
    lines[len(lines) // 2 // 10 * 10] += " " * (version % 7 + 1)
    return "\n".join(lines)


def started(starts: int, candidates: int) -> tuple[Row, bool]:
    """From the start to the first diagnostics, beside the smallest server, one after the other."""
    text = texts.vue(candidates)
    times: dict[tuple[str, ...], list[float]] = {SERVER: [], SMALLEST: []}
    for _ in range(starts):
        for command, taken in times.items():
            start = perf_counter()
            with Client(*command) as client:
                client.open("file:///project/a.vue", "vue", text)
                taken.append(perf_counter() - start)
    ours, least = median(times[SERVER]), median(times[SMALLEST])
    name = f"start to first diagnostics of a.vue, {candidates} findings"
    said = f"{ours * 1000:.0f} ms; pygls' smallest server {least * 1000:.0f} ms"
    limit = f"{START * 1000:.0f} ms more"
    return {"measured": name, "found": said, "at most": limit}, ours - least <= START


def remembered(changes: int) -> tuple[Row, bool]:
    """The server's memory after some changes and after very many."""
    text, uri = texts.vue(10, 100), "file:///project/a.vue"
    with Client(*SERVER) as client:
        client.open(uri, "vue", text)
        sizes = []
        for version in range(1, changes + 1):
            client.change(uri, typed(text, version), version)
            if version in {changes // 10, changes}:
                sizes.append(client.memory)
    grown = sizes[-1] / sizes[0] - 1
    name = f"memory after {changes // 10:,} and after {changes:,} changes, 10 findings"
    said = f"{sizes[0] / 2**20:.1f} and {sizes[-1] / 2**20:.1f} MiB"
    row = {"measured": name, "found": said, "at most": f"{GROWTH:.0%} more"}
    return row, grown <= GROWTH


if __name__ == "__main__":
    sys.exit(main())
