"""How accurate the detector is, measured on real code: `python -m benchmarks.accuracy`.

Reads the standard library and the packages of corpus.toml, which pip and npm download into a
cache, and judges the labelled cases of the tests. Fails on a false alarm, on a missed one, and on
a corpus that is not the listed one.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.accuracy.corpus import CorpusError, Package, listed, obtain
from benchmarks.accuracy.judgement import expected, judge
from benchmarks.accuracy.labelled import judge as judge_labelled
from benchmarks.accuracy.reading import Reading, read
from benchmarks.accuracy.readme import refresh
from benchmarks.accuracy.table import corpus_rows, labelled_rows, markdown
from benchmarks.results import Row, written

_CACHE = Path(tempfile.gettempdir()) / "flake8-trtc-corpus"
_LEAST_CASES = 1900


def main() -> int:
    """Measure, print the tables, and give back the exit code."""
    given = _arguments()
    start = time.perf_counter()
    packages = [item for item in listed() if item.corpus in given.corpus]
    try:
        paths = obtain(packages, given.cache)
    except CorpusError as error:
        print(f"the corpus is incomplete:\n{error}", file=sys.stderr)
        return 1
    downloaded = time.perf_counter()
    largest = sorted(paths.items(), key=lambda item: -item[1].stat().st_size)
    with multiprocessing.Pool(given.jobs) as pool:
        readings = dict(pool.imap_unordered(_read, largest))
    labelled = judge_labelled()
    judgement = judge(packages, readings, expected())
    cases = sum(item.cases for item in labelled.values())
    problems = [*judgement.problems]
    problems += [f"missed: {line}" for item in labelled.values() for line in item.missed]
    problems += [f"false alarm: {line}" for item in labelled.values() for line in item.false]
    if cases < _LEAST_CASES:
        problems.append(f"{cases} labelled cases, at least {_LEAST_CASES} there should be")
    rows: list[Row] = corpus_rows(packages, readings, judgement)
    text = markdown(rows, labelled_rows(labelled))
    took = (
        f"{downloaded - start:.0f} s to get the packages, "
        f"{time.perf_counter() - downloaded:.0f} s to read them, {given.jobs} processes\n"
    )
    print(text + took)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems", file=sys.stderr)
    if given.write and not problems:
        written("accuracy", text, [*rows, *labelled_rows(labelled)])
        refresh()
    return 1 if problems else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.accuracy")
    corpora = list(dict.fromkeys(package.corpus for package in listed()))
    add = parser.add_argument
    add("--cache", type=Path, default=_CACHE, help=f"keeps the packages (default: {_CACHE})")
    add("--corpus", choices=corpora, action="append", help="read only this part (repeatable)")
    add("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: a CPU)")
    add("--write", action="store_true", help="keep the tables in benchmarks/results/")
    given = parser.parse_args()
    if given.write and given.corpus:
        parser.error("--write wants the whole corpus, not --corpus")
    given.corpus = given.corpus or corpora
    return given


def _read(item: tuple[Package, Path]) -> tuple[str, Reading]:
    package, path = item
    return package.spec, read(package.spec, path)


if __name__ == "__main__":
    sys.exit(main())
