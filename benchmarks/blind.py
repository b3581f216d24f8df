"""Files written without a look at the code, against their labels: `python -m benchmarks.blind`.

They came in thirds, each opened once: from then on its files are regression tests, and what was
found on the first look is a note. A label is a file's line and the code of a rule.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from benchmarks.results import Row, aligned, written

FILES = Path(__file__).parent.parent / "tests" / "data" / "blind"
KINDS = ("python", "web")

Label = tuple[str, int, str]
"""A file, a line of it, and the code of a rule."""


class Score(NamedTuple):
    """What is found of what is labelled, what is not, and what is found besides."""

    found: set[Label]
    missed: set[Label]
    false: set[Label]


def score(folder: Path, kind: str) -> Score:
    """Check the files of one kind in a third. Raises ValueError where the check fails."""
    labels = json.loads((folder / f"{kind}.json").read_text(encoding="utf-8"))
    want = {(name, row["line"], row["rule"]) for name, rows in labels.items() for row in rows}
    command = [sys.executable, "-P", "-m", "flake8_trtc", "check", "--isolated", "-q"]
    run = subprocess.run(
        [*command, "--output-format", "json", "."],
        cwd=folder / kind,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in {0, 1}:
        raise ValueError(run.stderr)
    have = {
        (Path(item["path"]).name, item["line"], item["code"]) for item in json.loads(run.stdout)
    }
    return Score(want & have, want - have, have - want)


def main() -> int:
    """Score every third, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.blind")
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    opened = tomllib.loads((FILES / "opened.toml").read_text(encoding="utf-8"))
    rows = [_row(third, kind, opened[third]) for third in sorted(opened) for kind in KINDS]
    text = (
        "Files written without a look at the code, in thirds. Each third was opened once; since "
        "then its files are regression tests: today's figures say nothing of unknown code. "
        "On the first look: as noted then, the false ones of both kinds together.\n\n"
    ) + aligned(rows)
    print(text)
    if given.write:
        written("blind", text, rows)
    return 0


def _row(third: str, kind: str, opened: dict[str, object]) -> Row:
    result = score(FILES / third, kind)
    return {
        "third": f"{third}, {kind}",
        "labels": str(len(result.found) + len(result.missed)),
        "found": str(len(result.found)),
        "missed": str(len(result.missed)),
        "false": str(len(result.false)),
        "found on the first look": str(opened[kind]),
        "false on the first look": str(opened["false"]),
    }


if __name__ == "__main__":
    sys.exit(main())
