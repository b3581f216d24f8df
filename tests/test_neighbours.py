"""The plugin beside others of flake8 and beside ruff: each says what it says alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from environments import environment

pytestmark = pytest.mark.network

TEXT = '''\
"""What a TRTC client reports."""


def f(code, seen=[]):
    if code == 16388:
        return 1
    if code == 16389:  # noqa: TRT001
        return 2
    if code == 7:  # noqa: TRT001
        return 3
'''
OURS = "a.py:5:16: TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
BUGBEAR = "a.py:4:18: B006 "
NOQA = 'a.py:9:20: NQA102 "# noqa: TRT001" has no matching violations'


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the commands of an environment with bugbear, flake8-noqa and ruff."""
    directory = tmp_path_factory.mktemp("neighbours")
    return environment(directory, "flake8-bugbear", "flake8-noqa", "ruff")


def said(commands: Path, work: Path, *command: str) -> list[str]:
    """The lines that a command prints of one file."""
    (work / "a.py").write_text(TEXT, encoding="utf-8")
    environ = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(
        [commands / command[0], *command[1:], "a.py"],
        cwd=work, env=environ, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.stderr == ""
    return run.stdout.splitlines()


def test_flake8(neighbours: Path, tmp_path: Path) -> None:
    flake8 = ("python", "-m", "flake8", "--isolated")
    alone = said(neighbours, tmp_path, *flake8, "--select=TRT")
    assert alone == [OURS]
    together = said(neighbours, tmp_path, *flake8, "--select=TRT,B0,NQA102")
    assert together[0].startswith(BUGBEAR)
    assert together[1:] == [OURS, NOQA]


def test_ruff(neighbours: Path, tmp_path: Path) -> None:
    """ruff leaves our noqa alone where it is told of our codes, and the fix leaves ruff content."""
    ruff = (
        "ruff",
        "check",
        "--isolated",
        "--quiet",
        "--select=RUF100,F,I",
        "--output-format=concise",
    )
    known = ("--config", 'lint.external = ["TRT"]')
    assert said(neighbours, tmp_path, *ruff, *known) == []
    fix = subprocess.run(
        [neighbours / "python", "-m", "flake8_trtc.fix", "--isolated", "--quiet", "a.py"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (fix.returncode, fix.stdout, fix.stderr) == (0, "", "")
    run = subprocess.run(
        [neighbours / "ruff", *ruff[1:], *known, "a.py"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (run.stdout, run.stderr, run.returncode) == ("", "", 0)
    assert "ErrorCode.JOIN_ROOM_FAILED" in (tmp_path / "a.py").read_text(encoding="utf-8")
