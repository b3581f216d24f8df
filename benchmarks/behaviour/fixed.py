"""Cases on a disk, fixed by the command line in one run, as a user does it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.behaviour.case import Case

_FIXED = re.compile(r"fixed (?P<path>\S+) \((?P<count>\d+) findings?\)")
_REFUSED = re.compile(r"(?P<path>[^\s:]+):\d+:\d+: not fixed: (?P<reason>.+)")
_FAILED = re.compile(r"(?:flake8-trtc: )?(?P<path>[^\s:]+): (?P<reason>.+)")


class Fixed(NamedTuple):
    """What became of a case.

    files: its texts after the fix; fixed: how many findings were rewritten; refused: the reasons
    why others were not; error: what kept the fix from writing a file.
    """

    files: Mapping[str, str]
    fixed: int
    refused: tuple[str, ...]
    error: str | None = None


def write(cases: Sequence[Case], directory: Path) -> None:
    """Write each case into a directory of its own, whose name is its position."""
    for at, case in enumerate(cases):
        for name, text in case.files.items():
            path = directory / str(at) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def fix(cases: Sequence[Case], directory: Path) -> list[Fixed]:
    """Fix the cases that `write` has written, and read them again.

    Raises RuntimeError if the fix ends in another way than with files fixed or left.
    """
    done = subprocess.run(
        [sys.executable, "-m", "flake8_trtc", "fix", "--isolated", "."],
        cwd=directory, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode not in {0, 1, 3} or "Traceback" in done.stderr:
        raise RuntimeError(f"the fix failed ({done.returncode}): {done.stderr[-2000:]}")
    counts: Counter[int] = Counter()
    refused: dict[int, list[str]] = {}
    errors: dict[int, str] = {}
    for line in done.stderr.splitlines():
        if (found := _FIXED.fullmatch(line)) is not None:
            counts[_at(found["path"])] += int(found["count"])
        elif (found := _REFUSED.fullmatch(line)) is not None:
            refused.setdefault(_at(found["path"]), []).append(found["reason"])
        elif (found := _FAILED.fullmatch(line)) is not None and (
            directory / found["path"]
        ).exists():
            errors[_at(found["path"])] = found["reason"]
    return [
        Fixed(_read(case, directory / str(at)), counts[at], tuple(refused.get(at, ())), errors.get(at))
        for at, case in enumerate(cases)
    ]  # fmt: skip


def _at(path: str) -> int:
    """The number of the case that a path is of."""
    return int(path.removeprefix("./").partition("/")[0])


def _read(case: Case, directory: Path) -> dict[str, str]:
    return {name: (directory / name).read_bytes().decode() for name in case.files}
