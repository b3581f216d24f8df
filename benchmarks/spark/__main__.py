"""What a table costs on Spark: `python -m benchmarks.spark`; needs a Java, PyPI, and Linux's /proc.

Trees of ordinary files, with codes put into one in two hundred, are checked by `check` with as many
processes as there are executors, and as tables by Spark, one after the other and several times:
what stands here are the medians. Fails where a finding is missing or one too many, or where Spark's
Python workers take more than 1.3 times the CPU that `check` takes on the same files.

The files are drawn from the standard library and from fifteen of PyPI's packages, applications as
well as libraries, each file once; those above 1 MB are left out, as they are of The Stack.

CPU, not time: the sum of all workers, or of `check` with the reading of the files, each without its
start: of `check`, what it takes for one file with codes; of the workers, what a few such files take
until each of them has loaded what it needs. Java's CPU stands beside it: reading the table, moving
it to Python and back, and compiling itself, for which it has its first compiler alone: the second
does not pay on runs this short. Executors are processes of a cluster on this machine, with one core
each. In the skewed table one of the eight parts has half of the files: no run on it can take less
than that part does. A run's seconds depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
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
    """A tree as a table. wanted: how many codes were put into it; largest: its largest file, MB."""

    name: str
    files: int
    megabytes: float
    largest: float
    wanted: int
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
            tables = _tables(base, given.files, given.large)
        except CorpusError as error:
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


def _tables(base: Path, files: int, large: int) -> list[Table]:
    """The trees, even and skewed, and a few files beside them. Raises CorpusError."""
    plant(base / "one", 1, 1)
    plant(base / "few", PARTS * 4, PARTS * 2)
    table(base / "few", base / "few.parquet", PARTS)
    found = []
    for count in filter(None, (files, large)):
        tree = base / f"{count}"
        wanted = plant(tree, count, count // _SHARE)
        sizes = [path.stat().st_size / 1e6 for path in tree.rglob("*") if path.is_file()]
        kinds = ("even", "skewed") if count == files else ("even",)
        for kind in kinds:
            path = base / f"{count}.{kind}"
            table(tree, path, PARTS, skewed=kind == "skewed")
            found.append(Table(kind, count, sum(sizes), max(sizes), wanted, path))
    return found


def _measured(base: Path, executors: int, tables: list[Table], runs: int) -> list[Row]:
    """A row a table, on a cluster of so many executors with one core each."""
    paths = [str(item.path) for item in tables]
    first = [str(base / "one"), str(base / "few.parquet")]
    command = [sys.executable, "-m", "benchmarks.spark.run", str(executors), *first]
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
    python, java, seconds, start = (
        median(run[name] for run in figures)
        for name in ("python", "java", "seconds", "start of check")
    )
    checks = [run["check"] - start for run in figures]
    ratio = median(run["python"] / check for run, check in zip(figures, checks, strict=True))
    odd = [
        run
        for run in figures
        if run["errors"] or not run["findings"] == run["expected"] >= item.wanted
    ]
    return {
        "table": f"{item.files:,} files, {item.name}",
        "executors": f"{executors}",
        "MB": f"{item.megabytes:.0f}",
        "largest file": f"{item.largest / item.megabytes:.1%}",
        "findings": f"{odd[0]['findings']:.0f} of {odd[0]['expected']:.0f}" if odd else "the same",
        "check": f"{median(checks):.1f} s",
        "its start": f"{start:.1f} s",
        "Python workers": f"{python:.1f} s",
        "ratio": f"{ratio:.2f}",
        "their start": f"{figures[0]['start']:.1f} s",
        "Java": f"{java:.1f} s",
        "start of Java": f"{figures[0]['start of java']:.1f} s",
        "took": f"{seconds:.0f} s",
    }


if __name__ == "__main__":
    sys.exit(main())
