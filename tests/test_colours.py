"""Colours: of findings and of diffs, on a terminal and where the environment asks for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from terminal import Terminal

from flake8_trtc.cli import main
from flake8_trtc.fix.diff import painted

DIFF = """\
--- a.py
+++ a.py
@@ -1,2 +1,3 @@
 import trtc
-x = code == 16388
+from flake8_trtc import ErrorCode
+x = code == ErrorCode.JOIN_ROOM_FAILED
"""
COLOURED = """\
\x1b[1m--- a.py\x1b[m
\x1b[1m+++ a.py\x1b[m
\x1b[36m@@ -1,2 +1,3 @@\x1b[m
 import trtc
\x1b[31m-x = code == 16388\x1b[m
\x1b[32m+from flake8_trtc import ErrorCode\x1b[m
\x1b[32m+x = code == ErrorCode.JOIN_ROOM_FAILED\x1b[m
"""


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    Path("a.py").write_text("import trtc\nx = code == 16388\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "name", "coloured"),
    [
        ("--color=auto", "", False),
        ("--color=never", "", False),
        ("--color=always", "", True),
        ("--color=always", "NO_COLOR", True),
        ("--color=auto", "FORCE_COLOR", True),
        ("--color=never", "FORCE_COLOR", False),
    ],
)
def test_a_diff_in_a_pipe(
    option: str,
    name: str,
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if name:
        monkeypatch.setenv(name, "1")
    assert main(["fix", "-j1", "--isolated", "--diff", option, "a.py"]) == 1
    assert capfd.readouterr().out == (COLOURED if coloured else DIFF)


@pytest.mark.parametrize("option", ["--check", "-q"])
def test_what_is_no_diff_has_none(option: str, capfd: pytest.CaptureFixture[str]) -> None:
    main(["fix", "-j1", "--isolated", "--color=always", option, "a.py"])
    assert "\x1b" not in "".join(capfd.readouterr())


def test_colours_change_nothing_else() -> None:
    """Not the ends of lines, nor what no line of a diff begins with."""
    diff = b"--- a\r\n+++ a\r\n@@ -1 +1 @@\n-a\rb\r\n+b\r\n\\ No newline at end of file\n"
    shown = painted(diff)
    assert re.sub(rb"\x1b\[\d*m", b"", shown) == diff
    assert shown.splitlines()[-1] == b"\\ No newline at end of file"
    assert b"\x1b[31m-a\rb\x1b[m\r\n" in shown
    assert painted(b"") == b""


def test_findings_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """FORCE_COLOR is --color=always for them, NO_COLOR is stronger, and a file never gets them."""
    line = ["check", "-j1", "-q", "--isolated", "a.py"]
    main([*line, "--color=always"])
    always = capfd.readouterr().out
    assert "\x1b[" in always
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(line)
    assert capfd.readouterr().out == always
    main([*line, "--output-file=found.txt"])
    assert Path("found.txt").read_text(encoding="utf-8").startswith("a.py:2:13: TRT001 16388 is ")
    monkeypatch.setenv("NO_COLOR", "1")
    main(line)
    assert capfd.readouterr().out.startswith("a.py:2:13: TRT001 16388 is ")


def test_a_terminal_that_takes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    main(["check", "-j1", "-q", "--isolated", "a.py"])
    assert "\x1b" not in terminal.getvalue()
