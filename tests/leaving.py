"""Readers that go away and Ctrl-C, for every command: what hangs, prints a traceback or stays.

`python tests/leaving.py` closes the reader of each command's output after 0, 1, 100 and 10,000
bytes, and interrupts each at ten moments, with one process and with two; it prints what came of it
and fails where anything did. The tests take a smaller helping. Until the few lines of our entry
point are run an interrupt is Python's own, which prints a traceback: those are counted by
themselves.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from flake8_trtc.cli.reports.formats import FORMATS

_SCRIPT = str(Path(sys.executable).parent / "flake8-trtc")
_PY = '"""TRTC."""\n\n\ndef f(error):\n    code = error.get_code()\n    return code in (%s)\n'
_TOO_LONG = 60
"""Seconds; nothing here takes one."""
_OURS = re.compile(rb'flake8_trtc(?:/\w+)*/(?!__init__|__main__)\w+\.py"')
"""A module of ours behind the entry point, as a traceback names it."""
START = "interrupt of Python's own start"
BYTES = (0, 1, 100, 10_000)
MOMENTS = 10


class Run(NamedTuple):
    """A command line; writes: whether it rewrites the files of its tree."""

    name: str
    words: tuple[str, ...]
    writes: bool = False


def runs(formats: Sequence[str]) -> Iterator[Run]:
    """Every command, those that work on files with one process and with two."""
    for jobs in ("-j1", "-j2"):
        for form in formats:
            words = ("check", "--isolated", jobs, "--output-format", form, ".")
            yield Run(f"check {form} {jobs}", (_SCRIPT, *words))
        yield Run(f"fix {jobs}", (_SCRIPT, "fix", "--isolated", jobs, "."), writes=True)
        fix = ("fix", "--isolated", jobs, "--add-ignore", ".")
        yield Run(f"fix --add-ignore {jobs}", (_SCRIPT, *fix), writes=True)
        yield Run(f"fix --check {jobs}", (_SCRIPT, "fix", "--isolated", "--check", jobs, "."))
        yield Run(f"fix --diff {jobs}", (_SCRIPT, "fix", "--isolated", "--diff", jobs, "."))
        module = (sys.executable, "-P", "-m", "flake8_trtc.fix", "--isolated", "--diff", jobs, ".")
        yield Run(f"python -m flake8_trtc.fix {jobs}", module)
    yield Run("python -m flake8_trtc", (sys.executable, "-P", "-m", "flake8_trtc", "list"))
    yield Run("explain", (_SCRIPT, "explain", *(f"{number}" for number in range(16385, 16393))))
    yield Run("list", (_SCRIPT, "list"))
    yield Run("rules", (_SCRIPT, "rules"))
    yield Run("logs", (_SCRIPT, "logs", "f0.py", "f1.py"))
    yield Run("constants", (_SCRIPT, "constants", "--lang", "py"))
    yield Run("completion", (_SCRIPT, "completion", "bash"))
    yield Run("--help", (_SCRIPT, "check", "--help"))


def grow(tree: Path, files: int = 40) -> None:
    """Make a tree that has more to say than a small pipe and a buffer hold."""
    tree.mkdir()
    numbers = ", ".join(["16388", "0x4043"] * 4)
    for number in range(files):
        (tree / f"f{number}.py").write_text(_PY % numbers, encoding="utf-8")


def _started(run: Run, tree: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        run.words,
        cwd=tree,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pipesize=4096,
        start_new_session=True,
    )


def close_after(run: Run, tree: Path, size: int) -> set[str]:
    """Read so much of a run's output and go away; what went wrong."""
    process = _started(run, tree)
    assert process.stdout is not None
    left = size
    while left and (read := os.read(process.stdout.fileno(), left)):
        left -= len(read)
    process.stdout.close()
    return _troubles(process, {0, 1, 141})


def interrupt_at(run: Run, tree: Path, delay: float) -> set[str]:
    """Send Ctrl-C to a run after so many seconds, as a terminal does; what went wrong."""
    process = _started(run, tree)
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGINT)  # ours until it has been waited for
    return _troubles(process, {0, 1, 130, -signal.SIGINT})


def _troubles(process: subprocess.Popen[bytes], statuses: set[int]) -> set[str]:
    """What went wrong with a run by its end: a hang, a traceback, a status, a process that stays."""
    found = set()
    try:
        _, said = process.communicate(timeout=_TOO_LONG)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return {"hang"}
    except ValueError:  # its output has been closed
        said = _rest(process)
    if any(mark in said for mark in (b"Traceback", b"Exception ignored", b"Error:")):
        found.add("traceback" if _OURS.search(said) else START)
    if process.returncode not in statuses and START not in found:
        found.add(f"status {process.returncode}")
    if _stays(process.pid):
        found.add("orphan")
    return found


def _rest(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    process.wait(_TOO_LONG)
    return said


def _stays(group: int) -> bool:
    """Whether a process of a group still runs a moment later."""
    for _ in range(20):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return True


def moments(run: Run, tree: Path, count: int = MOMENTS) -> list[float]:
    """So many moments of a run, from its first to its last; in seconds from its start."""
    start = time.perf_counter()
    process = _started(run, tree)
    process.communicate(timeout=_TOO_LONG)
    length = time.perf_counter() - start
    return [length * number / count for number in range(count)]


def _left_over(tree: Path) -> bool:
    return any(not path.name.startswith("f") for path in tree.iterdir())


def measure(run: Run, top: Path, sizes: Sequence[int], count: int) -> Counter[str]:
    """End a run in all these ways; how often each thing went wrong, "" for how often none did."""
    found: Counter[str] = Counter()

    def note(troubles: set[str], tree: Path) -> None:
        if run.writes and _left_over(tree):
            found["left behind"] += 1
        found.update(troubles or {""})
        if run.writes:
            shutil.rmtree(tree)

    def fresh() -> Path:
        tree = top / "tree"
        if not tree.exists():
            grow(tree)
        return tree

    for size in sizes:
        note(close_after(run, tree := fresh(), size), tree)
    delays = moments(run, fresh(), count)
    shutil.rmtree(fresh())
    for delay in delays:
        note(interrupt_at(run, tree := fresh(), delay), tree)
    return found


def _row(run: Run, found: Counter[str]) -> dict[str, str]:
    """A row of the table: how often a command was ended, and what went wrong how often."""
    statuses = sum(count for trouble, count in found.items() if trouble.startswith("status"))
    told = {trouble: str(found[trouble]) for trouble in _TROUBLES}
    return {"command": f"`{run.name}`", "ends": str(found.total()), **told, "status": str(statuses)}


_TROUBLES = ("hang", "traceback", "orphan", "left behind", START)


def main() -> int:
    """End every command in every way; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="the commands whose name holds this")
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    table: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        for run in runs(tuple(FORMATS)):
            if given.only not in run.name:
                continue
            found = measure(run, top, BYTES, MOMENTS)
            total += found
            table.append(_row(run, found))
            wrong = ", ".join(f"{count} {trouble}" for trouble, count in found.items() if trouble)
            print(f"{run.name:<32} {found.total():>3} ends: {wrong or 'all well'}", flush=True)
    for trouble in _TROUBLES:
        print(f"{total[trouble]} {trouble}")
    if given.write:
        from benchmarks.endurance import keep

        keep("left", table)
    return int(any(trouble not in {"", START} for trouble in total))


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parent.parent))  # behind an installed wheel
    sys.exit(main())
