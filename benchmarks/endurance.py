"""What a run survives, part by part: `tests/torture.py --write` and others keep their figures here.

Each part is kept with the day, the Python and the machine of its run; those of the others stay.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Sequence

from benchmarks.results import RESULTS, Row, aligned, from_csv, written

PARTS = {
    "killed": (
        "Killed, full, odd",
        "`nox -s torture`: the fix of a tree is killed with all its processes when some of the "
        "files are fixed, has no room to write, loses its directories, and is given odd files. A "
        "file is lost when it is gone, when its bytes are neither the old ones nor the new, or "
        "when its mode is another.",
    ),
    "left": (
        "Readers that leave, Ctrl-C",
        "`nox -s leaving`: the reader of every command's output leaves after 0, 1, 100 and 10,000 "
        "bytes, and SIGINT comes at ten moments of its run. The last column counts what Python "
        "prints of an interrupt before the first line of ours is run.",
    ),
    "fuzz": (
        "Odd files and commands",
        "`nox -s fuzz`: files put together at random are checked, fixed, fixed again and read by "
        "the plugin; commands put together at random are run. Wrong is what any of them fails on, "
        "and what two of them say differently.",
    ),
    "smuggled": (
        "What was tried to be smuggled in",
        "`nox -s smuggled`: the rows of SECURITY.md. Each is tried by the test that it "
        "names, in so many ways.",
    ),
}
"""The heading of each part, and what it is about."""


def keep(part: str, rows: Sequence[Row]) -> None:
    """Keep the rows of one part in benchmarks/results/, with those that are there of the others."""
    path = RESULTS / "endurance.csv"
    kept = from_csv(path) if path.exists() else []
    new = [{"part": part, "run": _run(), **row} for row in rows]
    by_part = {name: [row for row in kept if row["part"] == name] for name in PARTS} | {part: new}
    text = "\n".join(_section(name, found) for name, found in by_part.items() if found)
    written("endurance", text, [row for found in by_part.values() for row in found])


def _run() -> str:
    """The day, the Python and the machine of a run."""
    machine = f"{platform.system()} on {platform.machine()} with {os.cpu_count()} cores"
    return f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {machine}"


def _section(part: str, rows: Sequence[Row]) -> str:
    heading, text = PARTS[part]
    columns = [name for name, value in rows[0].items() if value and name not in {"part", "run"}]
    table = aligned([{name: row[name] for name in columns} for row in rows])
    return f"## {heading}\n\n{text}\n\n{rows[0]['run']}.\n\n{table}"
