"""What a table costs on Spark: `python -m benchmarks.spark`; needs a Java, PyPI, and Linux's /proc.

Trees of files of the accuracy bench's packages, with codes put into one in two hundred, are checked
by `check -j1`, and as tables by Spark. Fails where a finding is missing or one too many, or where
Spark's Python workers take more than 1.3 times the CPU that `check` takes on the same files.

CPU, not time: the sum of all workers, or of `check` with the reading of the files, each without its
start. The start is what a few files take until every worker has loaded what it needs. Java's CPU
stands beside it: reading the table, moving it to Python and back, and compiling itself, for which
it has its first compiler alone: the second does not pay on runs this short. Executors are processes
of a cluster on this machine, with one core each. In the skewed table one of the eight parts has
half of the files: no run on it can take less than that part does. A run's seconds depend on what
else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.accuracy.corpus import CorpusError
from benchmarks.results import Row, aligned, written
from benchmarks.spark.corpus import plant, table
from benchmarks.spark.readme import costs, refresh

RATIO = 1.3
PARTS = 8
_JAVA = (
    "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' --conf "
    "'spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' pyspark-shell"
)
_SHARE = 200  # one file in so many has codes


class Table(NamedTuple):
    """A tree, what `check` finds in it and takes for it, and the same as a table."""

    name: str
    files: int
    megabytes: float
    findings: int
    seconds: float
    path: Path


def main() -> int:
    """Measure, print the tables, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.spark")
    add = parser.add_argument
    add("--files", type=int, default=10_000, help="of the small tree (default: 10000)")
    add("--large", type=int, default=30_000, help="of the large one (default: 30000; 0: none)")
    add("--runs", type=int, default=3, help="of each (default: 3)")
    add("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        base = Path(directory)
        try:
            tables = _tables(base, given.files, given.large, given.runs)
        except (CorpusError, ValueError) as error:
            print(f"the corpus is incomplete:\n{error}", file=sys.stderr)
            return 1
        alone = [item for item in tables if item.files == given.files]
        rows = _measured(base, 1, tables, given.runs) + _measured(base, 2, alone, given.runs)
    faults = [row for row in rows if row["findings"] != "the same" or float(row["ratio"]) > RATIO]
    text = f"{(__doc__ or '').partition(chr(10) * 2)[2]}\n{aligned(rows)}\n{costs(rows)}"
    print(text)
    if given.write:
        written("spark", text, rows)
        refresh()
    return 1 if faults else 0


def _tables(base: Path, files: int, large: int, runs: int) -> list[Table]:
    """The trees, even and skewed, and a few files beside them. Raises CorpusError."""
    plant(base / "few", PARTS * 4, PARTS * 2)
    table(base / "few", base / "few.parquet", PARTS)
    start, _ = _checked(base / "few", 2)
    found = []
    for count in filter(None, (files, large)):
        tree = base / f"{count}"
        wanted = plant(tree, count, count // _SHARE)
        seconds, findings = _checked(tree, runs)
        if findings < wanted:
            raise ValueError(f"check finds {findings} of {wanted} codes")
        size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file())
        kinds = ("even", "skewed") if count == files else ("even",)
        for kind in kinds:
            path = base / f"{count}.{kind}"
            table(tree, path, PARTS, skewed=kind == "skewed")
            found.append(Table(kind, count, size / 1e6, findings, seconds - start, path))
    return found


def _checked(tree: Path, runs: int) -> tuple[float, int]:
    """Seconds of CPU of `check -j1` (median), and the number of its findings."""
    taken, findings = [], 0
    command = [sys.executable, "-P", "-m", "flake8_trtc", "check", "-j1", "--isolated", "-q"]
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [*command, "--output-format=json", "."], cwd=tree, capture_output=True, check=False
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        findings = len(json.loads(done.stdout))
    return median(taken), findings


def _measured(base: Path, executors: int, tables: list[Table], runs: int) -> list[Row]:
    """A row a table, on a cluster of so many executors with one core each."""
    master = f"local-cluster[{executors},1,1024]"
    paths = [str(item.path) for item in tables]
    command = [sys.executable, "-m", "benchmarks.spark.run", master, str(base / "few.parquet")]
    done = subprocess.run(
        [*command, *paths * runs],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_SUBMIT_ARGS": _JAVA},
    )
    figures = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        _row(executors, item, figures[number :: len(tables)]) for number, item in enumerate(tables)
    ]


def _row(executors: int, item: Table, figures: list[dict[str, float]]) -> Row:
    python, java, seconds = (
        median(run[name] for run in figures) for name in ("python", "java", "seconds")
    )
    odd = [run for run in figures if (run["findings"], run["errors"]) != (item.findings, 0)]
    return {
        "table": f"{item.files:,} files, {item.name}",
        "executors": f"{executors}",
        "MB": f"{item.megabytes:.0f}",
        "findings": f"{odd[0]['findings']:.0f} of {item.findings}" if odd else "the same",
        "check -j1": f"{item.seconds:.1f} s",
        "Python workers": f"{python:.1f} s",
        "ratio": f"{python / item.seconds:.2f}",
        "their start": f"{figures[0]['start']:.1f} s",
        "Java": f"{java:.1f} s",
        "its start": f"{figures[0]['start of java']:.1f} s",
        "took": f"{seconds:.0f} s",
    }


if __name__ == "__main__":
    sys.exit(main())
