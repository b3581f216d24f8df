"""Codes put into real files, found and fixed: `python -m benchmarks.injection`.

Takes files of the accuracy bench's corpus at random (from a seed), puts codes into every place
where one can be and into every place where the number is something else, and looks at what is
found. Then fixes the files and has the fix proved. Fails on any miss, false alarm or broken fix.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.corpus import CorpusError, listed, obtain
from benchmarks.accuracy.readme import refresh
from benchmarks.injection.hosts import Host, chosen
from benchmarks.injection.inject import Mark, injected
from benchmarks.injection.prove import python_broken, script_broken
from benchmarks.injection.table import markdown, rows
from benchmarks.results import written
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source, dialect_of

_CACHE = Path(tempfile.gettempdir()) / "flake8-trtc-corpus"
_LANGUAGES = {"tuning": {"python"}, "npm": {"js", "ts", "tsx"}}
_ALONG = frozenset({"TRT101", "TRT102", "TRT205"})
"""What is rightly told of a code beside TRT001."""


class Outcome(NamedTuple):
    """What became of one file.

    found: of each mark, whether a code was seen there; own: findings at numbers of the file
    itself; fixed: how many were rewritten; refused: the reasons for those that were not;
    problems: a line each.
    """

    marks: tuple[Mark, ...]
    found: tuple[bool, ...]
    own: int
    fixed: int
    refused: tuple[str, ...]
    problems: tuple[str, ...]


def main() -> int:
    """Inject, look, fix, print the tables, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.injection")
    add = parser.add_argument
    add("--cache", type=Path, default=_CACHE, help=f"keeps the packages (default: {_CACHE})")
    add("--files", type=int, default=300, help="of Python and of the web, each (default: 300)")
    add("--seed", type=int, default=1, help="other files, places and codes (default: 1)")
    add("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: a CPU)")
    add("--write", action="store_true", help="keep the tables in benchmarks/results/")
    given = parser.parse_args()
    start = time.perf_counter()
    hosts: list[Host] = []
    try:
        for corpus, languages in _LANGUAGES.items():
            paths = obtain((item for item in listed() if item.corpus == corpus), given.cache)
            archives = {package.spec: path for package, path in paths.items()}
            hosts += chosen(archives, languages, given.files, Random(given.seed))
    except (CorpusError, ValueError) as error:
        print(f"the corpus is incomplete:\n{error}", file=sys.stderr)
        return 1
    work = [(host, given.seed + at) for at, host in enumerate(hosts)]
    with multiprocessing.Pool(given.jobs) as pool:
        outcomes = pool.map(_tried, work, chunksize=4)
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    table = rows(outcomes)
    refused = Counter(reason for outcome in outcomes for reason in outcome.refused)
    text = markdown(table, outcomes, refused, f"{given.files} Python and {given.files} web")
    print(f"{text}Seed {given.seed}, {time.perf_counter() - start:.0f} s.")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems", file=sys.stderr)
    if given.write and not problems:
        told = {
            "files": str(len(hosts)),
            "seed": str(given.seed),
            "fixed": str(sum(outcome.fixed for outcome in outcomes)),
            "refused": str(refused.total()),
        }
        written("injection", f"{text}Seed {given.seed}.\n", [{**row, **told} for row in table])
        refresh()
    return 1 if problems else 0


def _tried(item: tuple[Host, int]) -> Outcome:
    """Inject into a file, scan it, fix it and have the fix proved."""
    host, seed = item
    text, marks = injected(host, Random(seed))
    source = Source.from_bytes(host.path, text)
    options = Options()
    default = [found for found in scan(source, options) if options.wants(found.code, host.path)]
    codes = {found.span.start for found in default if found.code == "TRT001"}
    said = {found.span.start for found in default if found.code not in _ALONG}
    seen = tuple(mark.start in (codes if mark.wanted else said) for mark in marks)
    ours = {mark.start for mark in marks}
    own = [found for found in default if found.span.start not in ours]
    problems = []
    for mark, is_found in zip(marks, seen, strict=True):
        if mark.wanted != is_found:
            line = text[: mark.start].count(b"\n")
            said_there = text.split(b"\n")[line].decode().strip()
            word = "missed" if mark.wanted else "false alarm"
            problems.append(f"{word}: {host.origin}: {mark.kind}: {mark.place}: {said_there}")
    problems += [
        f"false alarm: {host.origin}: its own: {item.line}: {item.message}" for item in own
    ]
    outcome = fix_source(source, options)
    refused = tuple(item.reason for item in outcome.refusals)
    broken = outcome.error or _broken(host.path, text, outcome.new)
    if broken is None and len(outcome.fixed) + len(refused) != len(codes):
        broken = f"{len(codes)} codes, {len(outcome.fixed)} fixed and {len(refused)} refused"
    if broken is not None:
        problems.append(f"broken fix: {host.origin} (seed {seed}): {broken}")
    return Outcome(marks, seen, len(own), len(outcome.fixed), refused, tuple(problems))


def _broken(path: str, old: bytes, new: bytes | None) -> str | None:
    if new is None:
        return None
    dialect = dialect_of(path)
    if dialect == "python":
        broken = python_broken(old.decode(), new.decode())
    else:
        module = path.endswith(".mjs")
        broken = script_broken(old.decode(), new.decode(), dialect, module=module)
    if broken is None and fix_source(Source.from_bytes(path, new), Options()).new is not None:
        return "a second fix changes it again"
    return broken


if __name__ == "__main__":
    sys.exit(main())
