"""Runs a command and says how long it took and how much memory; runs two by turns."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

# Runs the command from a small process of its own: Linux counts the memory of whoever starts a
# process to its peak, which would be ours, and starting it would be part of the time.
_LAUNCHER = """\
import json, os, sys, time
out, *command = sys.argv[1:]
opened = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
into = [(os.POSIX_SPAWN_OPEN, n, f"{out}.{n}", opened, 0o644) for n in (1, 2)]
start = time.perf_counter()
process = os.posix_spawn(command[0], command, os.environ, file_actions=into)
_, status, usage = os.wait4(process, 0)
taken = time.perf_counter() - start
print(json.dumps([taken, usage.ru_maxrss, os.waitstatus_to_exitcode(status)]))
"""


class Run(NamedTuple):
    """What one run took: seconds of wall time, the peak of its largest process in MiB."""

    seconds: float
    peak: float
    out: str = ""


class Pairs(NamedTuple):
    """Two things that were run by turns, the first run of both thrown away."""

    first: list[Run]
    second: list[Run]

    @property
    def medians(self) -> tuple[float, float]:
        """The median seconds of both."""
        a, b = (statistics.median(run.seconds for run in runs) for runs in self)
        return a, b

    @property
    def ratio(self) -> float:
        """The ratio of the medians: below 1, the first is the faster."""
        return self.medians[0] / self.medians[1]

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest ratio of a pair."""
        ratios = [a.seconds / b.seconds for a, b in zip(self.first, self.second, strict=True)]
        return min(ratios), max(ratios)

    @property
    def peaks(self) -> tuple[float, float]:
        """The highest peaks of memory of both, MiB."""
        a, b = (max(run.peak for run in runs) for runs in self)
        return a, b


def pair(
    first: Callable[[], Run], second: Callable[[], Run], count: int, *, warm: bool = False
) -> Pairs:
    """Run both so often, each beginning by turns, after one run of each for the caches.

    warm: both have run before.
    """
    if not warm:
        first()
        second()
    pairs = Pairs([], [])
    for number in range(count):
        for turn in (0, 1):
            side = (number + turn) % 2
            pairs[side].append((first, second)[side]())
    return pairs


def run(
    command: list[str],
    directory: Path,
    environment: dict[str, str] | None = None,
    *,
    worst: int = 1,
) -> Run:
    """Run a command in a directory.

    worst: the highest status that is not a failure; 1 says that a linter has found something.
    Raises SystemExit where it fails.
    """
    found = shutil.which(command[0], path=search_path())
    if found is None:
        raise SystemExit(f"{command[0]} is missing: install the dependency group speed")
    out = directory / "out"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _LAUNCHER, str(out), found, *command[1:]],
        cwd=directory,
        env={**os.environ, "PATH": search_path(), **(environment or {})},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, peak, status = json.loads(done.stdout)
    said = Path(f"{out}.2").read_text(encoding="utf-8", errors="replace")
    # Python's status is 1 for a crash, too.
    if not 0 <= status <= worst or said.startswith("Traceback"):
        raise SystemExit(f"{' '.join(command)} failed with status {status}: {said[-500:]}")
    text = Path(f"{out}.1").read_text(encoding="utf-8", errors="replace")
    # In KiB, except on macOS.
    return Run(seconds, peak / (2**20 if sys.platform == "darwin" else 2**10), text)


def search_path() -> str:
    """Where commands are looked for: beside this Python first."""
    return os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
