"""Generated files, fixed and run before and after: `python -m benchmarks.behaviour`.

Modules, scripts, pages, templates, strings and functions that tools send elsewhere, made from a
seed by a generator that shares nothing with the fix, are written to a disk, fixed by the command
line and run as they were and as they are. Fails if one of them does something else.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.behaviour import fixed as fixing
from benchmarks.behaviour.case import Case
from benchmarks.behaviour.kinds import cases
from benchmarks.behaviour.packages import installed
from benchmarks.behaviour.real import at_hand, really
from benchmarks.behaviour.running import Version, traces
from benchmarks.behaviour.table import Outcome, markdown, rows
from benchmarks.results import written

SIZES = {"full": 20_000, "ci": 2_000, "tests": 300}
_BATCH = 500
_CACHE = Path(tempfile.gettempdir()) / "flake8-trtc-behaviour"


def main() -> int:
    """Make, fix and run the files, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.behaviour")
    add = parser.add_argument
    add("size", nargs="?", choices=SIZES, default="ci", help="how many files (default: ci)")
    add("--files", type=int, help="how many files, about")
    add("--seed", type=int, default=1, help="other files (default: 1)")
    add("--kind", default="", help="only kinds whose name has this in it")
    add("--show", type=int, default=5, help="differences to show (default: 5)")
    add("--no-real", action="store_true", help="not by jest, vitest and Chromium")
    add("--keep", type=Path, help="a directory for the files that do something else")
    add("--cache", type=Path, default=_CACHE, help=f"keeps npm's packages (default: {_CACHE})")
    add("--write", action="store_true", help="keep the table in benchmarks/results/")
    given = parser.parse_args()
    start = time.perf_counter()
    if shutil.which("node") is None:
        print("Node is not installed: nothing can be run", file=sys.stderr)
        return 1
    packages = installed(given.cache)
    if packages is None:
        print("npm reaches no packages: TypeScript and Vue are left out", file=sys.stderr)
    made = cases(given.files or SIZES[given.size], given.seed, npm=packages is not None)
    chosen = [case for case in made if given.kind in case.kind]
    outcomes: list[Outcome] = []
    for at in range(0, len(chosen), _BATCH):
        outcomes += behaviour(chosen[at : at + _BATCH], packages, real=not given.no_real)
    text = markdown(table := rows(outcomes), outcomes)
    text += f"Run by Python, Node{_by(packages, real=not given.no_real)}.\n\n"
    print(f"{text}Seed {given.seed}, {time.perf_counter() - start:.0f} s.")
    different = [item for item in outcomes if item.different is not None or item.fixed.error]
    for item in different[: given.show]:
        print(shown(item), file=sys.stderr)
    if given.keep is not None:
        fixing.write([item.case for item in different], given.keep)
    if given.write and not different:
        written("behaviour", f"{text}Seed {given.seed}.\n", table)
    return 1 if different else 0


def _by(packages: Path | None, *, real: bool) -> str:
    """What else runs the files, as the end of a sentence."""
    compilers = "" if packages is None else ", esbuild, Vue's compiler"
    testers = ", jest, vitest" if packages is not None and real else ""
    browser = ", Chromium" if real and at_hand() is not None else ""
    return f"{compilers}{testers}{browser} and stand-ins for the tools that send code elsewhere"


def behaviour(made: Sequence[Case], packages: Path | None, *, real: bool = True) -> list[Outcome]:
    """Write, fix and run some cases. real: by jest, vitest and Chromium, too, where they are."""
    with tempfile.TemporaryDirectory() as directory:
        old, new = Path(directory, "before"), Path(directory, "after")
        fixing.write(made, old)
        shutil.copytree(old, new)
        fixes = fixing.fix(made, new)
        changed = [at for at, case in enumerate(made) if fixes[at].files != case.files]
        texts = [Version(made[at], made[at].files, old / str(at)) for at in changed]
        new_texts = [Version(made[at], fixes[at].files, new / str(at)) for at in changed]
        before, after = traces(texts, packages), traces(new_texts, packages)
        really_before = really(texts, packages) if real else {}
        really_after = really(new_texts, packages) if real else {}
    found = {}
    for number, at in enumerate(changed):
        first = [*before[number], *really_before.get(number, ())]
        second = [*after[number], *really_after.get(number, ())]
        deciding = len(set(first)) > 1
        found[at] = (deciding, None if first == second else _difference(first, second))
    return [Outcome(case, fixes[at], *found.get(at, (None, None))) for at, case in enumerate(made)]


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """The first traces that differ."""
    if len(before) != len(after):
        return f"{len(before)} runs", f"{len(after)} runs"
    return next(pair for pair in zip(before, after, strict=True) if pair[0] != pair[1])


def shown(outcome: Outcome) -> str:
    """What is to be known of a case that does something else."""
    case = outcome.case
    texts = "".join(f"--- {name}\n{text}\n" for name, text in outcome.fixed.files.items())
    before, after = outcome.different or ("", outcome.fixed.error or "")
    return f"{case.kind}: {case.shape}\n{texts}--- did\n{before}\n--- does\n{after}\n{'=' * 70}"


if __name__ == "__main__":
    os.environ["PYTHONSAFEPATH"] = "1"
    sys.exit(main())
