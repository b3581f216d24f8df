"""How time and memory grow with the tree."""

from __future__ import annotations

import math
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.table import Row
from benchmarks.speed.tools import Tool, measure
from benchmarks.speed.trees import Tree, grow

_MEBIBYTES = 120.0
_LINEAR = 1.05
_RUNS = 3


def scale(tools: dict[str, Tool], work: Path, sizes: list[int]) -> Iterator[Row]:
    """`check` and `fix` on trees of so many files, a fifth of them web files."""
    points: dict[str, list[tuple[int, float]]] = {"check": [], "fix": []}
    peaks = dict.fromkeys(points, 0.0)
    for size in sizes:
        tree = grow(work / "scale", size - size // 5, size // 5)
        for name, reached in points.items():
            row = _point(name, tools[name], tree, work)
            reached.append((tree.size, row.value))
            peaks[name] = max(peaks[name], row.peak or 0.0)
            yield row
        shutil.rmtree(tree.path)
    for name, peak in peaks.items():
        most = f"up to {sizes[-1]:,} files"
        yield Row("memory", f"{name}, peak of a process", most, peak, "MiB", target=_MEBIBYTES)
        if len(sizes) > 1:
            slope = exponent(points[name])
            yield Row(
                "linear", f"{name}, exponent of time by bytes", most, slope, "", target=_LINEAR
            )


def exponent(points: list[tuple[int, float]]) -> float:
    """How time grows with size from the last point but one to the last: 1 where it is linear."""
    (small, quick), (large, slow) = points[-2:]
    return math.log(slow / quick) / math.log(large / small)


def _point(name: str, tool: Tool, tree: Tree, work: Path) -> Row:
    measure(tool, tree, work)
    runs = [measure(tool, tree, work) for _ in range(_RUNS)]
    seconds = [run.seconds for run in runs]
    return Row(
        "scale",
        name,
        str(tree),
        statistics.median(seconds),
        "s",
        low=min(seconds),
        high=max(seconds),
        pairs=_RUNS,
        peak=max(run.peak for run in runs),
    )
