"""Progress: a line on a terminal while a run is long, and not a byte of it anywhere else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal

from flake8_trtc.cli import main, progress

CODE = "import trtc\nx = code == 16388\n"
# As if every run were long, and every moment the next.
PROGRAM = """\
import sys
from flake8_trtc import cli
from flake8_trtc.cli import progress
progress.DELAY = progress.EVERY = 0
code = cli.main(sys.argv[1:])
print(code, "rich" in sys.modules)
"""


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for index in range(40):
        Path(f"f{index:02}.py").write_text(CODE if index % 10 == 0 else "x = 1\n", encoding="utf-8")
    Path("x\x1b[31m.py").write_text("x = 1\n", encoding="utf-8")


def on_a_terminal(*arguments: str) -> tuple[str, str]:
    """Standard output of a run, and what its standard error showed on a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "60"},
        encoding="utf-8",
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            data = os.read(ours, 4096)
        except OSError:  # Linux's word for the end
            break
        if not data:
            break
        shown += data
    os.close(ours)
    return process.communicate()[0], shown.decode()


def piped(*arguments: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.stdout, done.stderr


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_check(jobs: str) -> None:
    out, shown = on_a_terminal("check", jobs, ".")
    quiet, summary = piped("check", jobs, ".")
    assert out == quiet.replace("1 False", "1 True")
    assert summary == "checked 41 files: 4 findings, 4 with a fix (flake8-trtc fix)\n"
    assert shown.endswith(summary.replace("\n", "\r\n"))
    # Of how many is known where no directory is left to be looked into.
    for count, files, path in (
        (1, "1 file", "f00.py"),
        (12, "12 files", "f11.py"),
        (41, "41 files", "x?[31m.py"),
    ):
        told = files if jobs == "-j1" else f"{count} of 41 files"
        assert f"checked {told}  ./{path}" in shown
    # What is shown last before the summary is that the line is wiped and the cursor is back.
    before = shown.removesuffix(summary.replace("\n", "\r\n"))
    assert before.endswith("\x1b[2K")
    assert before.count("\x1b[?25l") == before.count("\x1b[?25h") > 0


def test_the_total_of_files_that_are_named() -> None:
    _, shown = on_a_terminal("fix", "-j1", "--check", "f01.py", "f02.py", "f03.py")
    assert "checked 2 of 3 files  f02.py" in shown
    assert shown.endswith("checked 3 files: no findings\r\n")


def test_fix() -> None:
    out, shown = on_a_terminal("fix", "-j1", "--diff", ".")
    quiet, said = piped("fix", "-j1", "--diff", ".")
    assert out == quiet.replace("1 False", "1 True")
    assert "checked 12 files  ./f11.py" in shown
    for line in said.splitlines():
        assert f"{line}\r\n" in shown
    assert len(said.splitlines()) == 5


@pytest.mark.parametrize("silenced", ["-q", "-v"])
def test_not_where_it_is_not_wanted(silenced: str) -> None:
    out, shown = on_a_terminal("check", silenced, "-j1", ".")
    assert out.endswith("1 False\n")
    assert "\x1b" not in shown


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch, "stderr")
    Path("x.py").write_text("x = 16388\n", encoding="utf-8")  # looked at, and nothing to say
    for path in ("x.py", "f00.py"):
        main(["check", "-j1", "--isolated", path])
    assert terminal.getvalue() == (
        "checked 1 file: no findings\nchecked 1 file: 1 finding, 1 with a fix (flake8-trtc fix)\n"
    )


def test_hidden_until_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal: io.StringIO = Terminal(monkeypatch, "stderr")
    monkeypatch.setattr(progress, "DELAY", 0)
    monkeypatch.setattr(progress, "EVERY", 0)
    line = progress.Progress("{} files".format)
    line.hide()
    line.tick(1, "a.py")
    assert terminal.getvalue() == ""
    line.show()
    line.tick(2, "b.py")
    assert "2 files  b.py" in terminal.getvalue()
    line.hide()
    assert terminal.getvalue().endswith("\x1b[2K")
