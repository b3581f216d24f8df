r"""How `logs` counts a gigabyte: `python -m benchmarks.logs`; needs ripgrep.

Three logs from a seed are counted by `flake8-trtc logs` and by `rg -c` with the same patterns, one
after the other, several times. Fails where a count is wrong, where ours takes more than five times
as long as ripgrep (medians), or more than 80 MiB of memory.

The patterns are those that ours searches for, all of them in one call of ripgrep, as its syntax has
them: `\b` stands behind a number instead of a look ahead. It counts the lines where one matches,
with one thread, as it does for a file. Ours also decides which matches are a code of TRTC's, reads
the times of their lines and counts by code, in as many processes as there are cores.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.logs.generate import KINDS, generate
from benchmarks.results import Row, aligned, written
from flake8_trtc.catalog.mentions import AHEAD, PATTERNS

TIMES, MEMORY = 5.0, 80
"""What is allowed: times ripgrep's seconds, MiB."""


def main() -> int:
    """Measure, print the table, and give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.logs")
    parser.add_argument("--megabytes", type=int, default=1000, help="of each log (default: 1000)")
    parser.add_argument("--runs", type=int, default=5, help="of each command (default: 5)")
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    if shutil.which("rg") is None:
        print("ripgrep (rg) is not on the PATH", file=sys.stderr)
        return 2
    rows, faults = [], 0
    for kind in KINDS:
        row, bad = _measured(kind, given.megabytes * 1_000_000, given.runs)
        rows.append(row)
        faults += bad
        print(row, file=sys.stderr, flush=True)
    text = f"{(__doc__ or '').partition(chr(10) * 2)[2]}\n{aligned(rows)}\n"
    print(text)
    if given.write:
        written("logs", text, rows)
    return 1 if faults else 0


def _measured(kind: str, size: int, runs: int) -> tuple[Row, bool]:
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as directory:
        log = Path(directory, "log")
        with log.open("wb") as stream:
            stream.writelines(generate(kind, size, counts))
        ours = [sys.executable, "-m", "flake8_trtc", "logs", "--json", str(log)]
        rg = ["rg", "-c", *(word for pattern in _patterns() for word in ("-e", pattern)), str(log)]
        seconds: dict[str, list[float]] = {"ours": [], "rg": []}
        memory, found = 0, {}
        for _ in range(runs):
            took, _, _ = _timed(rg)
            seconds["rg"].append(took)
            took, peak, output = _timed(ours)
            seconds["ours"].append(took)
            memory = max(memory, peak)
            found = {str(row["value"]): row["count"] for row in json.loads(output)["codes"]}
        right = found == dict(counts)
        own, other = (statistics.median(seconds[name]) for name in ("ours", "rg"))
        megabytes = log.stat().st_size / 1e6
    row = {
        "log": kind,
        "MB": f"{megabytes:.0f}",
        "mentions": f"{sum(counts.values()):,}",
        "counts": "exact" if right else f"wrong: {found} instead of {dict(counts)}",
        "logs": f"{own:.2f} s",
        "rg -c": f"{other:.2f} s",
        "times": f"{own / other:.2f}",
        "MB/s": f"{megabytes / own:.0f}",
        "peak memory": f"{memory} MiB",
    }
    return row, not right or own / other > TIMES or memory > MEMORY


def _patterns() -> list[str]:
    """Ours as ripgrep takes them: it does not look behind a match, so a word's end stands there.

    It never goes back over a text, so it has no mark for what is not given back, and needs no look
    ahead for what fails the sooner.
    """
    texts = (pattern.pattern.replace(AHEAD, b"").decode() for pattern in PATTERNS)
    bounded = (re.sub(r"(?<=[}?])\+", "", text.replace(r"(?!\w|\.\d)", r"\b")) for text in texts)
    return [re.sub(r"\?P<\w+>", "?:", text) for text in bounded]


def _timed(command: Sequence[str]) -> tuple[float, int, bytes]:
    """Seconds, peak memory of the largest process in MiB, and output of a command."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        took = time.perf_counter() - start
        output.seek(0)
        return took, usage.ru_maxrss // 1024, output.read()


if __name__ == "__main__":
    sys.exit(main())
