"""Small mistakes made where they would cost most, one at a time: `python -m benchmarks.mutation`.

The tests named in targets.toml run against a copy of the package with one mistake. A mutant that
they let live is a gap in the tests, or harmless; judged.toml says which, and why. Fails where one
lives that is not judged, and where a judgement is of a mutant that there is no more.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import hypothesis  # noqa: F401
import libcst  # noqa: F401
import pytest
import tree_sitter  # noqa: F401

from benchmarks.mutation.mutants import Mutant, mutants
from benchmarks.results import aligned, written

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_PACKAGE = _ROOT / "flake8_trtc"
_TIMEOUT = 300  # seconds: a mutant may loop for ever


class Target(NamedTuple):
    """A module of the package, the class in it that is meant (or None), and its test files."""

    module: str
    within: str | None
    tests: tuple[str, ...]


class Result(NamedTuple):
    """What became of a mutant: "killed", "timeout" or "survived"."""

    target: Target
    mutant: Mutant
    fate: str


def main() -> int:
    """Make the mutants, run the tests, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.mutation")
    add = parser.add_argument
    add("--only", action="append", default=[], help="modules whose path holds this text")
    add("--sample", type=int, default=10, help="mutants a module, 0 for all (default: 10)")
    add("--seed", type=int, default=1, help="other mutants (default: 1)")
    add("-j", "--jobs", type=int, default=2, help="processes (default: 2)")
    add("--write", action="store_true", help="keep the table in benchmarks/results/")
    given = parser.parse_args()
    table = tomllib.loads((_HERE / "targets.toml").read_text(encoding="utf-8"))["target"]
    targets = [
        Target(item["module"], item.get("within"), tuple(item["tests"]))
        for item in table
        if not given.only or any(part in item["module"] for part in given.only)
    ]
    if not targets:
        parser.error("no module of targets.toml has such a path")
    whole = {
        item: mutants((_PACKAGE / item.module).read_text("utf-8"), item.within) for item in targets
    }
    chosen = [
        (target, mutant)
        for target, made in whole.items()
        for mutant in _sample(made, given.sample, given.seed)
    ]
    start = time.perf_counter()
    results = list(_run(targets, chosen, given.jobs))
    judged = _judgements()
    text, rows = _table(
        results, {target.module: len(made) for target, made in whole.items()}, judged
    )
    text += f"\nSeed {given.seed}, {time.perf_counter() - start:.0f} s.\n"
    print(text)
    if given.write:
        written("mutation", text, rows)
    lives = [item for item in results if item.fate == "survived" and _key(item) not in judged]
    known = {(target.module, made.old, made.new) for target in whole for made in whole[target]}
    stale = [key for key in judged if key[0] in {t.module for t in targets} and key not in known]
    for key in stale:
        print(f"judged.toml: there is no mutant `{key[1]}` → `{key[2]}` in {key[0]}")
    return 1 if lives or stale else 0


def _sample(made: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """So many of a module's mutants, or all, in the order of the text."""
    if not 0 < size < len(made):
        return made
    mixed = Random(seed).sample(made, len(made))  # so that a bigger sample holds a smaller one
    return sorted(mixed[:size], key=lambda mutant: mutant.line)


def _run(targets: list[Target], chosen: list[tuple[Target, Mutant]], jobs: int) -> Iterator[Result]:
    # A fork a mutant: what the tests import besides the package is imported once, here.
    context = multiprocessing.get_context("fork")
    with context.Pool(jobs, maxtasksperchild=1) as pool:
        # Tests that fail anyway would kill every mutant.
        every = tuple(dict.fromkeys(name for target in targets for name in target.tests))
        if pool.apply(_fate, (targets[0]._replace(tests=every), None)) != "survived":
            sys.exit("the tests fail without any mistake")
        fates = pool.imap(_tested, chosen, chunksize=1)
        for (target, mutant), fate in zip(chosen, fates, strict=True):
            print(
                f"{fate:8} {target.module}:{mutant.line} {mutant.new}", file=sys.stderr, flush=True
            )
            yield Result(target, mutant, fate)


def _tested(job: tuple[Target, Mutant]) -> str:
    return _fate(*job)


def _fate(target: Target, mutant: Mutant | None) -> str:
    """Run a target's tests in this process, which has none of the package yet, and ends then."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(shutil.copytree(_PACKAGE, Path(scratch, _PACKAGE.name)))
        if mutant is not None:
            module = copy / target.module
            # Compiled code is told from stale by its whole seconds: none of the module may be kept.
            for compiled in module.parent.glob(f"__pycache__/{module.stem}.*"):
                compiled.unlink()
            module.write_text(mutant.text, encoding="utf-8", newline="")
        sys.path.insert(0, scratch)
        sys.dont_write_bytecode = True
        os.environ |= {"PYTHONPATH": scratch, "PYTHONSAFEPATH": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        os.chdir(_ROOT)
        if mutant is not None:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
        signal.signal(signal.SIGALRM, signal.default_int_handler)
        signal.alarm(_TIMEOUT)
        tests = [str(_ROOT / "tests" / name) for name in target.tests]
        status = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", *tests])
        signal.alarm(0)
    if status == pytest.ExitCode.INTERRUPTED:
        return "timeout"
    return "survived" if status == pytest.ExitCode.OK else "killed"


def _key(item: Result) -> tuple[str, str, str]:
    return item.target.module, item.mutant.old, item.mutant.new


def _judgements() -> dict[tuple[str, str, str], str]:
    """What judged.toml says of each mutant: its module and its two lines, and why it may live."""
    table = tomllib.loads((_HERE / "judged.toml").read_text(encoding="utf-8"))["mutant"]
    return {(item["module"], item["old"], item["new"]): item["judgement"] for item in table}


def _table(
    results: list[Result], possible: dict[str, int], judged: dict[tuple[str, str, str], str]
) -> tuple[str, list[dict[str, str]]]:
    """The table in Markdown with the list of survivors, and its rows."""
    rows = []
    for module, count in possible.items():
        fates = Counter(item.fate for item in results if item.target.module == module)
        row = {"module": module, "possible": str(count), "made": str(fates.total())}
        row |= {"killed": str(fates["killed"] + fates["timeout"]), "lived": str(fates["survived"])}
        rows.append(row)
    text = aligned(rows)
    for item in results:
        if item.fate == "survived":
            why = judged.get(_key(item), "NOT JUDGED")
            place = f"{item.target.module}:{item.mutant.line}"
            lines = f"  - {item.mutant.old}\n  + {item.mutant.new}\n"
            text += f"\n- {place}: {why}\n\n  ```diff\n{lines}  ```\n"
    return text, rows


if __name__ == "__main__":
    sys.exit(main())
