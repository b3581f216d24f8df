"""A reader that goes away, Ctrl-C, a run that is killed: it ends at once, with all its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("it makes small pipes", allow_module_level=True)

_PY = '"""TRTC."""\n\n\ndef f(error):\n    code = error.get_code()\n    return code in (%s)\n'
_TOO_LONG = 60
"""Seconds; nothing here takes one."""

CHECK = ("-m", "flake8_trtc", "check", "--isolated")
FIX = ("-m", "flake8_trtc", "fix", "--isolated", "--diff")
OTHER_DOOR = ("-m", "flake8_trtc.fix", "--isolated", "--diff")
RUNS = {
    "text": CHECK,
    "github": (*CHECK, "--output-format=github"),
    "json": (*CHECK, "--output-format=json"),
    "sarif": (*CHECK, "--output-format=sarif"),
    "fix": FIX,
    "the other door": OTHER_DOOR,
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough for two processes, with more to say than a small pipe and a buffer hold."""
    root = tmp_path_factory.mktemp("streams")
    numbers = ", ".join(["16388", "0x4043"] * 2)
    for number in range(33):
        (root / f"f{number}.py").write_text(_PY % numbers, encoding="utf-8")
    return root


@contextmanager
def _run(
    tree: Path, *arguments: str, unbuffered: bool = False
) -> Iterator[subprocess.Popen[bytes]]:
    """A run in a group of processes of its own; none of them is left."""
    process = subprocess.Popen(
        [sys.executable, *arguments, "."],
        cwd=tree,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pipesize=4096,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1" if unbuffered else ""},
    )
    with process:
        try:
            yield process
            process.wait(_TOO_LONG)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise


def _said(process: subprocess.Popen[bytes]) -> str:
    """What it said on standard error: to the end, which is when no process has it open any more."""
    assert process.stderr is not None
    return process.stderr.read().decode()


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
@pytest.mark.parametrize("name", RUNS)
def test_the_reader_goes_away(name: str, jobs: str, tree: Path) -> None:
    with _run(tree, *RUNS[name], jobs) as process:
        assert process.stdout is not None
        assert len(os.read(process.stdout.fileno(), 100)) > 0
        process.stdout.close()
        said = _said(process)
    assert process.returncode == 141
    assert said.count("\n") == said.count("would fix ")


@pytest.mark.parametrize("name", ["json", "fix"])
def test_without_a_buffer_a_text_of_which_a_part_was_read(name: str, tree: Path) -> None:
    with _run(tree, *RUNS[name], unbuffered=True) as process:
        assert process.stdout is not None
        assert len(os.read(process.stdout.fileno(), 100)) > 0
        process.stdout.close()
    assert process.returncode == 141


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
@pytest.mark.parametrize("name", RUNS)
def test_interrupted_while_the_reader_does_not_read(name: str, jobs: str, tree: Path) -> None:
    with _run(tree, *RUNS[name], jobs) as process:
        assert process.stdout is not None
        assert len(os.read(process.stdout.fileno(), 100)) > 0
        os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it
        said = [line for line in _said(process).splitlines() if not line.startswith("would fix ")]
    assert process.returncode == 130
    fixes = name in {"fix", "the other door"}
    assert said == (
        ["interrupted; files fixed so far stay fixed, the others are untouched"] if fixes else []
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_killed_leaves_no_process(number: signal.Signals, tree: Path) -> None:
    with _run(tree, *RUNS["github"], "-j2") as process:
        assert process.stdout is not None
        assert len(os.read(process.stdout.fileno(), 100)) > 0
        process.send_signal(number)
        assert _said(process) == ""  # its end: the others are gone, too
    assert process.returncode == -number


def test_the_reader_of_standard_error_goes_away(tree: Path) -> None:
    with _run(tree, *CHECK, "-v", "-j2") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stderr.close()
        while os.read(process.stdout.fileno(), 1 << 16):
            pass
    assert process.returncode == 141
