"""How time grows with a file: `python -m benchmarks.growth`.

Each shape is made twice, the second twice as big, and each task is done with both. Fails where the
second takes more than 2.3 times as long, or more than a task's seconds a megabyte, or fails.
"""

from __future__ import annotations

import argparse
import sys
import time

from benchmarks.growth.measure import GROWTH, Measured, measure
from benchmarks.growth.shapes import SHAPES, Shape
from benchmarks.growth.tasks import TASKS, Task
from benchmarks.results import Row, aligned, written

_SHORT = 0.05
"""Seconds below which a measurement says nothing of growth."""


def main() -> int:
    """Measure, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.growth")
    add = parser.add_argument
    add("--only", action="append", default=[], help="shapes whose name or path holds this text")
    add("--task", action="append", default=[], choices=[task.name for task in TASKS])
    add("--limit", type=float, default=60, help="seconds until a task hangs (default: 60)")
    add("--scale", type=float, default=1, help="a part of each size, for a quick look (default: 1)")
    add("--write", action="store_true", help="keep the table in benchmarks/results/")
    given = parser.parse_args()
    shapes = [
        item._replace(n=max(2, round(item.n * given.scale)))
        for item in SHAPES
        if _wanted(item, given.only)
    ]
    tasks = [task for task in TASKS if not given.task or task.name in given.task]
    if not shapes:
        parser.error("no shape has such a name")
    _warm(tasks)
    start = time.perf_counter()
    rows, faults = [], 0
    for shape in shapes:
        row = {"shape": f"{shape.name} ({shape.path.rpartition('.')[2]})", "n": f"{shape.n:,}"}
        for task in tasks:
            found = measure(shape, task, given.limit)
            bad = fault(found, task)
            faults += bad is not None
            row[task.name] = cell(found, bad)
            print(f"{shape.name:40} {task.name:14} {row[task.name]}", file=sys.stderr, flush=True)
        rows.append(row)
    text = _text(rows, tasks, faults, time.perf_counter() - start)
    if given.scale != 1:
        text = f"Each size is multiplied by {given.scale:g}. {text}"
    print(text)
    if given.write:
        written("growth", text, rows)
    return 1 if faults else 0


def _wanted(shape: Shape, only: list[str]) -> bool:
    return not only or any(part in shape.name or part in shape.path for part in only)


def _warm(tasks: list[Task]) -> None:
    """Import and compile everything once, before processes are forked."""
    for shape in SHAPES:
        for task in tasks:
            task.run(shape, shape.text(1, noted=task.noted))


def fault(found: Measured, task: Task) -> str | None:
    """What is wrong with a measurement; None for nothing."""
    if found.problem:
        return found.problem
    growth, speed = found.growth, found.speed
    if growth is not None and found.twice is not None and found.twice > _SHORT and growth > GROWTH:
        return f"more than {GROWTH} times"
    if speed is not None and found.twice is not None and found.twice > _SHORT:
        return f"more than {task.ceiling:g} s a megabyte" if speed > task.ceiling else None
    return None


def cell(found: Measured, bad: str | None) -> str:
    """`1.97 × (4 s/MB)`, and what is wrong."""
    if bad and (found.growth is None or found.speed is None):
        return f"**{bad}**"
    if found.growth is None or found.speed is None or found.twice is None:
        return "0 ms"
    said = f"{found.twice * 1000:.0f} ms, × {found.growth:.2f}, {found.speed:.1f} s/MB"
    return f"**{said}: {bad}**" if bad else said


def _text(rows: list[Row], tasks: list[Task], faults: int, seconds: float) -> str:
    ceilings = ", ".join(f"{task.name} {task.ceiling:g}" for task in tasks)
    return (
        "Of each file: the time for twice the size, how many times that for the size it is "
        f"(at most {GROWTH}), and seconds of CPU a megabyte (at most: {ceilings}). Below "
        f"{_SHORT * 1000:.0f} ms nothing is judged.\n\n{aligned(rows)}\n"
        f"{len(rows)} shapes, {len(rows) * len(tasks)} measurements, {faults} faults, "
        f"{seconds:.0f} s.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
