"""Measure `check`, `fix` and the plugin beside their peers, and print the tables.

`nox -s speed` runs it with everything it needs; all of it takes about an hour on two cores.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.results import written
from benchmarks.speed import inside, readme, trees
from benchmarks.speed.comparisons import (
    AGAINST,
    COMPARISONS,
    DJANGO,
    LIBRARY,
    MIXED,
    ONE,
    compare,
    prove,
)
from benchmarks.speed.report import Report
from benchmarks.speed.scale import scale
from benchmarks.speed.table import Done, Row, markdown
from benchmarks.speed.tools import has_rg, machine, tools, version_of, versions
from benchmarks.speed.trees import Tree

_ROOT = Path(__file__).parents[2]
_PAIRS = 7
_SLOW_PAIRS = 3
_CLAIM = 15
"""The pairs that it takes to say that nothing has become slower."""
# Above this load a core, other people's work is measured.
_QUIET = 0.5


class _Bench:
    """One run of the bench: what is asked for, and where it works."""

    def __init__(self, given: argparse.Namespace, work: Path) -> None:
        self._given = given
        self._work = work
        self._pairs: int = 2 if given.quick else given.pairs
        self._slow: int = 1 if given.quick else given.slow_pairs
        self._tools = tools(work, given.against or "")
        compared = AGAINST if given.against else COMPARISONS
        self._chosen = [each for each in compared if self._asked(str(each))]
        self.trees: dict[str, Tree] = {}
        self.done: list[Done] = []
        self.missing: list[str] = []

    def rows(self) -> Iterator[Row]:
        """Measure all that is asked for."""
        run = [each for each in self._chosen if self._slow or not each.slow]
        self.missing += (f"{each}: not run" for each in self._chosen if each not in run)
        wanted = {name for each in run for name in (each.ours, each.beside)}
        if any(each.tree == MIXED for each in run):
            self.done = prove(self._tools, self._tree(MIXED), self._work, wanted)
        for each in run:
            pairs = self._slow if each.slow else self._pairs
            row = compare(each, self._tools, self._tree(each.tree), self._work, pairs)
            if row:
                yield row
            else:
                self.missing.append(f"{each}: no rg")
        if self._given.against:
            return
        for name in (LIBRARY, DJANGO):
            if self._asked(f"plugin in process / {name}"):
                yield from inside.by_megabyte(name, self._tree(name), self._work, self._pairs)
        if self._asked("plugin's import"):
            yield inside.importing(self._work, self._pairs)
        if self._asked("scale"):
            most = 3 if self._given.quick else 5 if self._given.huge else 4
            sizes = [10**power for power in range(2, most + 1)]
            yield from scale(self._tools, self._work, sizes)

    def _asked(self, name: str) -> bool:
        return not self._given.only or any(only in name for only in self._given.only)

    def _tree(self, name: str) -> Tree:
        if name not in self.trees:
            root = self._work / "trees" / name.replace(" ", "-")
            root.parent.mkdir(exist_ok=True)
            print(f"preparing {name}", file=sys.stderr)
            if name == LIBRARY:
                self.trees[name] = trees.standard_library(root)
            elif name == DJANGO:
                self.trees[name] = trees.django(root, self._given.cache)
            elif name == ONE:
                self.trees[name] = trees.one_file(root)
            else:
                part = 10 if self._given.quick else 1
                self.trees[name] = trees.grow(root, 2000 // part, 500 // part)
        return self.trees[name]


def main() -> None:
    """Measure what is asked for, print it, and write it with `--write`."""
    given = _arguments()
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    if given.write and load > _QUIET:
        raise SystemExit(f"the machine is busy (load {load:.1f} a core): see to it and run again")
    rows = []
    with tempfile.TemporaryDirectory(prefix="speed-") as directory:
        bench = _Bench(given, Path(directory).resolve())
        for row in bench.rows():
            print(markdown([row]).splitlines()[-1], file=sys.stderr)
            rows.append(row)
        said = {name: str(tree) for name, tree in bench.trees.items()}
        mixed = bench.trees.get(MIXED)
        unpacked = bench.trees.get(DJANGO)
        django = {DJANGO: trees.django_version(unpacked.path)} if unpacked else {}
    if not rows:
        raise SystemExit(f"nothing to measure is named {' or '.join(given.only)}")
    if given.against:
        _tell(given, rows, said)
        return
    known = {**versions(), **django}
    using = ", ".join(f"{name} {version}" for name, version in known.items())
    date = datetime.datetime.now(datetime.UTC).date().isoformat()
    files, size = (mixed.files, mixed.size) if mixed else (0, 0)
    facts = readme.Facts(date, machine(), files, size / 1e6, using)
    report = Report(facts, said, load, rows, bench.done, bench.missing)
    print(report.markdown())
    if given.write:
        report.write(_ROOT)


def _tell(given: argparse.Namespace, rows: list[Row], trees_said: dict[str, str]) -> None:
    """Print the rows beside an earlier version, and keep them with `--write`."""
    table = markdown(rows)
    print(table)
    if given.write:
        described = "".join(f"- {name}: {what}\n" for name, what in trees_said.items())
        told = f"Beside {version_of(given.against)}, on {machine()}.\n\n{described}\n{table}"
        written(
            "earlier",
            told,
            [
                {
                    "ours": row.ours,
                    "tree": row.tree,
                    "beside": row.beside,
                    "seconds": f"{row.value:.3f}",
                    "beside seconds": f"{row.beside_value:.3f}",
                    "ratio": f"{row.ratio:.3f}",
                    "pairs": str(row.pairs),
                }
                for row in rows
            ],
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.speed", description=__doc__)
    parser.add_argument(
        "--only",
        action="append",
        metavar="TEXT",
        help="only rows whose name, such as 'check / rg / Django', holds this; repeatable",
    )
    parser.add_argument(
        "--against",
        metavar="PYTHON",
        help="measure check and fix beside those of an earlier version, which this Python runs, "
        "and nothing else; --write then needs 15 pairs and writes benchmarks/results/earlier.md",
    )
    parser.add_argument("--pairs", type=int, default=_PAIRS, metavar="N")
    parser.add_argument(
        "--slow-pairs",
        type=int,
        default=_SLOW_PAIRS,
        metavar="N",
        help="of Fixit and LibCST, which take half an hour; 0: leave them out, and say so",
    )
    parser.add_argument(
        "--quick", action="store_true", help="two pairs and a tenth of the tree, to try the bench"
    )
    parser.add_argument("--huge", action="store_true", help="100,000 files too")
    parser.add_argument(
        "--cache", type=Path, default=trees.cache_directory(), help="where downloads are kept"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="write benchmarks/results/ and the READMEs' block; needs a whole run, a quiet machine",
    )
    given = parser.parse_args()
    if given.pairs < 1 or given.slow_pairs < 0:
        parser.error("--pairs is a number above 0, --slow-pairs one from 0")
    if given.against:
        if given.write and (given.only or given.quick or given.pairs < _CLAIM):
            parser.error(f"--against with --write needs no --only, no --quick, {_CLAIM} pairs")
    elif given.write and (given.only or given.quick or given.pairs < _PAIRS or not has_rg()):
        parser.error(f"--write needs a whole run: no --only, no --quick, {_PAIRS} pairs, and rg")
    return given


if __name__ == "__main__":
    main()
