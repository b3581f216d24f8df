"""What is run beside what, on which tree, and what the ratio should be."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.clock import pair
from benchmarks.speed.table import Done, Row
from benchmarks.speed.tools import EARLIER, PLAIN, RG, Tool, has_rg, measure, sites
from benchmarks.speed.trees import Tree

LIBRARY = "standard library"
DJANGO = "Django"
MIXED = "mixed"
ONE = "one clean file"


class Comparison(NamedTuple):
    """Two tools on a tree. slow: they take minutes, so fewer pairs are run.

    kind: "peer" does the same or a part of it, "floor" is what can't be beaten.
    """

    ours: str
    beside: str
    tree: str
    target: float | None = None
    kind: str = "peer"
    slow: bool = False
    telling: bool = False

    def __str__(self) -> str:
        return f"{self.ours} / {self.beside} / {self.tree}"


COMPARISONS = (
    Comparison("check", "check", LIBRARY, kind="noise"),
    Comparison("check", "ruff PLR2004", LIBRARY, 0.8, telling=True),
    Comparison(PLAIN, "ruff PLR2004", LIBRARY),
    Comparison("check", RG, LIBRARY, 5, telling=True),
    Comparison("check", "bare Python", LIBRARY, kind="floor"),
    Comparison("check", "ruff PLR2004", DJANGO, 0.8, telling=True),
    Comparison(PLAIN, "ruff PLR2004", DJANGO),
    Comparison("check", RG, DJANGO, 5),
    Comparison("check", "bare Python", DJANGO, kind="floor"),
    Comparison("check", "check", MIXED, kind="noise"),
    Comparison("check", "ast-grep scan", MIXED, 0.5, telling=True),
    Comparison("check", "ruff PLR2004", MIXED, telling=True),
    Comparison("check", RG, MIXED),
    Comparison("check", "bare Python", MIXED, kind="floor"),
    Comparison("check", "Fixit lint", MIXED, slow=True),
    Comparison("fix", "ast-grep until it converges", MIXED, 0.5, telling=True),
    Comparison("fix", "ast-grep, one pass", MIXED, 1.2),
    Comparison("fix", "Fixit fix", MIXED, 1 / 60, slow=True, telling=True),
    Comparison("fix", "libcst.tool codemod", MIXED, 1 / 60, slow=True, telling=True),
    Comparison("flake8", "flake8", DJANGO, kind="noise"),
    Comparison("flake8 + flake8-trtc", "flake8", DJANGO, 1.05, kind="floor", telling=True),
    Comparison("flake8 + flake8-trtc", "flake8 + bugbear", DJANGO),
    Comparison("python -c pass", "python -c pass", ONE, kind="noise"),
    Comparison("check", "python -c pass", ONE, 3, kind="floor", telling=True),
    Comparison("fix", "python -c pass", ONE, 3, kind="floor"),
)

AGAINST = (
    Comparison("check", "check", MIXED, kind="noise"),
    *(
        Comparison(command, f"{EARLIER}{command}", tree, 1.05)
        for command in ("check", "fix")
        for tree in (LIBRARY, DJANGO, MIXED)
    ),
)
"""What is run beside an earlier version."""


def compare(
    comparison: Comparison, tools: dict[str, Tool], tree: Tree, work: Path, pairs: int
) -> Row | None:
    """Run a comparison; None where ripgrep is missing."""
    if comparison.beside == RG and not has_rg():
        return None
    first, second = tools[comparison.ours], tools[comparison.beside]
    done = pair(
        lambda: measure(first, tree, work),
        lambda: measure(second, tree, work),
        pairs,
        warm=comparison.slow,  # `prove` has run it
    )
    for side, name in ((done.first, comparison.ours), (done.second, comparison.beside)):
        if comparison.tree != MIXED and name == "check" and any(run.out for run in side):
            raise SystemExit(f"check finds something in {comparison.tree}: {side[0].out[:500]}")
    value, beside = done.medians
    return Row(
        comparison.kind,
        comparison.ours,
        comparison.tree,
        value,
        "s",
        comparison.beside,
        beside,
        done.ratio,
        *done.range,
        comparison.target,
        pairs,
        *done.peaks,
        comparison.telling,
    )


def prove(tools: dict[str, Tool], tree: Tree, work: Path, wanted: set[str]) -> list[Done]:
    """Count what each tool does on the mixed tree.

    Raises SystemExit where one does less than its rule should: it would be no peer.
    """
    done = []
    for name, tool in tools.items():
        if (
            name not in wanted
            or not (tool.reported or tool.writes)
            or (name == RG and not has_rg())
        ):
            continue
        found = sites(tool, measure(tool, tree, work))
        of = tree.python_sites if tool.finds == "Python" else tree.sites
        short = {"some": found == 0, "more": found < of}.get(tool.finds, found != of)
        if short:
            raise SystemExit(f"{name} has {found} sites of {of}: that is not an equal rule")
        done.append(Done(name, found, of))
    return done
