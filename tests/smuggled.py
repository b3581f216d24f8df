"""Try again what SECURITY.md says was tried: `python tests/smuggled.py`.

Each row of its table names a test; how many ways of it were tried, and in how many it held, is
printed, and kept in benchmarks/results/ with --write. Fails where one did not.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent


class Tried(NamedTuple):
    """A row of the table.

    kind: what was to be smuggled in; what: how; outcome: as the row says; test: the test's file,
    with its name where that is said.
    """

    kind: str
    what: str
    outcome: str
    test: str


class _Counting:
    """Counts the cases of each test, by its file and by its name in it: all, and those that held."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.held: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a case by what became of it itself: a skipped one is none."""
        name = report.nodeid.partition("[")[0].rpartition("/")[2]
        failed = report.failed and report.when != "call"
        if failed or (report.when == "call" and not report.skipped):
            for key in (name, name.partition("::")[0]):
                self.all[key] += 1
                self.held[key] += report.passed


def rows(text: str) -> list[Tried]:
    """The rows of SECURITY.md."""
    kind, found = "", []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
        if line.startswith("| **"):
            kind = line.split("**")[1]
        elif line.startswith("| ") and (test := re.search(r"`(test_\w+\.py(?:::\w+)?)` \|$", line)):
            found.append(Tried(kind, cells[0], cells[1], test[1]))
    return found


def main() -> int:
    """Run the tests, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    tried = rows((ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    counts = _Counting()
    tests = sorted({f"{ROOT / 'tests' / row.test}" for row in tried})
    code = pytest.main(["-q", "-p", "no:cacheprovider", *tests], plugins=[counts])
    table = [
        {
            "kind": row.kind,
            "tried": row.what,
            "outcome": row.outcome,
            "test": f"`{row.test}`",
            "ways": str(counts.all[row.test]),
            "held": str(counts.held[row.test]),
        }
        for row in tried
    ]
    for row in table:
        print(f"{row['held']:>4} of {row['ways']:>4}: {row['tried']}")
    if given.write:
        from benchmarks.endurance import keep

        keep("smuggled", table)
    return int(code)


if __name__ == "__main__":
    sys.path.append(str(ROOT))  # behind an installed wheel
    sys.exit(main())
