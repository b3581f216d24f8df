"""A reader that goes away, Ctrl-C, a run that is killed: it ends at once, with all its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
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


_COMMANDS = {
    "check": "check --isolated .",
    "json": "check --isolated --output-format=json .",
    "sarif": "check --isolated --output-format=sarif .",
    "gitlab": "check --isolated --output-format=gitlab .",
    "github": "check --isolated --output-format=github .",
    "junit": "check --isolated --output-format=junit .",
    "rdjson": "check --isolated --output-format=rdjson .",
    "fix": "fix --isolated --diff .",
    "standard input": "fix --isolated - < f0.py",
    "explain": "explain 0x4043",
    "list": "list",
    "constants": "constants --lang py",
    "completion": "completion bash",
    "help": "check --help",
    "version": "--version",
}
_FULL = "python -m flake8_trtc: error: output could not be written: no space left on device\n"
_CLOSED = "python -m flake8_trtc: error: standard output is closed\n"


def _shell(words: str, tree: Path, *, unbuffered: bool) -> tuple[int, str]:
    """Run a command line of ours in a shell; its exit code, and what it says on standard error."""
    done = subprocess.run(
        ["sh", "-c", f'"$0" -P -m flake8_trtc {words}', sys.executable],
        cwd=tree,
        capture_output=True,
        encoding="utf-8",
        timeout=_TOO_LONG,
        env={**os.environ, "PYTHONUNBUFFERED": "1" if unbuffered else ""},
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("unbuffered", [False, True])
@pytest.mark.parametrize("name", _COMMANDS)
def test_standard_output_that_can_not_be_written(name: str, unbuffered: bool, tree: Path) -> None:
    command = _COMMANDS[name]
    code, said = _shell(f"{command} > /dev/full", tree, unbuffered=unbuffered)
    assert (code, said) == (3, _FULL)
    assert _shell(f"{command} >&-", tree, unbuffered=unbuffered) == (3, _CLOSED)
    code, _ = _shell(f"{command} > /dev/full 2>&1", tree, unbuffered=unbuffered)
    assert code == 3
    code, said = _shell(f"{command} <&- >&- 2>&-", tree, unbuffered=unbuffered)
    assert (code, said) == (3, "")


@pytest.mark.parametrize("name", _COMMANDS)
def test_standard_input_or_error_that_is_closed(name: str, tree: Path) -> None:
    command = _COMMANDS[name]
    code, said = _shell(command, tree, unbuffered=False)
    assert "Traceback" not in said
    assert _shell(f"{command} 2>&-", tree, unbuffered=False) == (code, "")
    closed = (3, "stdin: bad file descriptor\n") if "- <" in command else (code, said)
    assert _shell(f"{command} <&-", tree, unbuffered=False) == closed


@pytest.mark.parametrize("redirected", ["2>/dev/full", ">/dev/null 2>/dev/full"])
@pytest.mark.parametrize("name", ["check", "fix", "json"])
def test_standard_error_that_is_full(name: str, redirected: str, tree: Path) -> None:
    assert _shell(f"{_COMMANDS[name]} {redirected}", tree, unbuffered=False) == (3, "")


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_a_report_is_in_a_file_whole_or_not_at_all(name: str, tree: Path, tmp_path: Path) -> None:
    """The limit stands for a disk that gets full."""
    report = tmp_path / "report"
    report.write_text("before\n", encoding="utf-8")
    words = f"check --isolated -q -j1 --output-format={name} . >> {report}"
    done = subprocess.run(
        ["bash", "-c", f'ulimit -f 2; "$0" -P -m flake8_trtc {words}', sys.executable],
        cwd=tree,
        capture_output=True,
        encoding="utf-8",
        timeout=_TOO_LONG,
        check=False,
    )
    assert done.returncode == 3
    assert (
        done.stderr == "python -m flake8_trtc: error: output could not be written: file too large\n"
    )
    assert report.read_text(encoding="utf-8") == "before\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_fix_that_is_ended_says_so_and_leaves_no_process(
    number: signal.Signals, jobs: str, tree: Path
) -> None:
    with _run(tree, *FIX, jobs) as process:
        assert process.stdout is not None
        assert len(os.read(process.stdout.fileno(), 100)) > 0
        process.send_signal(number)
        said = [line for line in _said(process).splitlines() if not line.startswith("would fix ")]
    assert process.returncode == -number
    assert said == ["interrupted; files fixed so far stay fixed, the others are untouched"]


_IN_A_CALLBACK = """
import os, sys, weakref
from flake8_trtc.cli.console import ended

def interrupt(_):
    os.kill(os.getpid(), int(sys.argv[1]))

def work():
    thing = set()
    gone = weakref.ref(thing, interrupt)
    del thing
    while True:
        pass

sys.exit(ended(work))
"""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)]
)
def test_an_interrupt_is_not_lost_in_a_callback(number: signal.Signals, code: int) -> None:
    """Python prints what is raised there, and goes on."""
    done = subprocess.run(
        [sys.executable, "-c", _IN_A_CALLBACK, str(int(number))],
        capture_output=True,
        timeout=_TOO_LONG,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_a_signal_that_is_ignored_stays_ignored(tree: Path) -> None:
    """As nohup starts a command."""
    words = "trap '' HUP; \"$0\" -P -m flake8_trtc check --isolated -q . | (sleep 1; wc -c)"
    with subprocess.Popen(
        ["bash", "-c", words, sys.executable],
        cwd=tree,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGHUP)
        output, _ = process.communicate(timeout=_TOO_LONG)
    assert int(output) > 4096
