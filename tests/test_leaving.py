"""A small helping of what `tests/leaving.py` does to every command; nox -s leaving takes it all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("it makes small pipes", allow_module_level=True)

import leaving

RUNS = {run.name: run for run in leaving.runs(("text", "json"))}


@pytest.mark.parametrize(
    "name", ["check text -j1", "check json -j2", "fix --diff -j2", "fix -j2", "list", "--help"]
)
def test_nothing_hangs_stays_or_prints_a_traceback(name: str, tmp_path: Path) -> None:
    found = leaving.measure(RUNS[name], tmp_path, sizes=(0, 100), count=3)
    assert set(found) <= {"", leaving.START}
    assert found.total() == 5


def test_every_command_is_ended() -> None:
    from flake8_trtc.cli import COMMANDS

    named = {word for name in RUNS for word in name.split()}
    assert set(COMMANDS) - {"server"} <= named


def test_an_interrupt_of_our_imports_is_silent(tmp_path: Path) -> None:
    """From the first line of ours on the process just ends: no traceback, and no word."""
    import signal
    import subprocess

    script = (
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'flake8_trtc.cli.program':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from flake8_trtc.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
