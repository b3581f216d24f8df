"""Measure and print a table: `python -m benchmarks.speed [--pairs N] [--python N] [--web N]`."""

from __future__ import annotations

import argparse
import platform
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.speed.peers import commands, write_ast_grep
from benchmarks.speed.tree import grow

# Ours, the peer, and whether they write: then each gets the tree as it was, and the peer runs
# until a pass changes nothing.
_PAIRS = (
    ("check", "check", False),
    ("check", "ast-grep scan", False),
    ("check", "ruff PLR2004", False),
    ("fix", "ast-grep --update-all", True),
)
_PASSES = 8


def main() -> None:
    """Grow the tree, run the pairs in turn, print the medians and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("pairs", 7), ("python", 2000), ("web", 500)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)
        size = grow(root / "tree", given.python, given.web)
        config = write_ast_grep(root / "ast-grep")
        print(f"{given.python} Python and {given.web} web files, {size / 1e6:.1f} MB;", end=" ")
        print(f"{given.pairs} pairs; Python {platform.python_version()}, {platform.machine()}\n")
        print("| ours | s | beside it | s | ratio of medians | range |\n|---|---|---|---|---|---|")
        for ours, peer, writes in _PAIRS:
            pairs = [_pair(root, config, ours, peer, writes=writes) for _ in range(given.pairs)]
            mine, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
            ratios = sorted(a / b for a, b in pairs)
            a, b = statistics.median(mine), statistics.median(theirs)
            print(f"| {ours} | {a:.2f} | {peer} | {b:.2f} | {a / b:.2f} |", end=" ")
            print(f"{ratios[0]:.2f}–{ratios[-1]:.2f} |", flush=True)


def _pair(root: Path, config: Path, ours: str, peer: str, *, writes: bool) -> tuple[float, float]:
    """The seconds of both, one after the other."""
    mine, theirs = (_seconds(root, config, name, writes=writes) for name in (ours, peer))
    return mine, theirs


def _seconds(root: Path, config: Path, name: str, *, writes: bool) -> float:
    tree = root / "tree"
    if not writes:
        return _run(commands(tree, config)[name])
    copy = root / "copy"
    shutil.copytree(tree, copy)
    try:
        if name == "fix":
            return _run(commands(copy, config)[name])
        taken = 0.0
        for _ in range(_PASSES):
            before = _state(copy)
            taken += _run(commands(copy, config)[name])
            if _state(copy) == before:
                return taken
        raise SystemExit(f"{name} does not converge in {_PASSES} passes")
    finally:
        shutil.rmtree(copy)


def _state(tree: Path) -> dict[Path, tuple[int, int]]:
    """Which files were written: their times and sizes."""
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_size)
        for path in tree.rglob("*")
        if path.is_file()
    }


def _run(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{command[0]} failed: {done.stderr.decode(errors='replace')[-500:]}")
    return taken


if __name__ == "__main__":
    main()
