"""flake8 that is given scripts or pages by name: it reads Python alone, and says what reads those."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

JS = "import TRTC from 'trtc-js-sdk';\nif (error.getCode() === 16388) retry();\n"
ONE = (
    "flake8-trtc: flake8 reads Python only, so room.js is not searched for TRTC codes; "
    "run flake8-trtc check room.js\n"
)


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("room.js").write_text(JS, encoding="utf-8")
    Path("room.vue").write_text(f"<script>\n{JS}</script>\n", encoding="utf-8")
    Path("a.py").write_text("x = 1\n", encoding="utf-8")


def flake8(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "flake8", *arguments], capture_output=True, encoding="utf-8"
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
@pytest.mark.parametrize("select", ["T", "TRT", "TRT001", "E,TRT1"])
def test_it_says_so_once(select: str, jobs: str) -> None:
    ignored = "--extend-ignore=E225,E999"
    code, out, err = flake8("--isolated", jobs, f"--select={select}", ignored, "a.py", "room.js")
    assert (code, out, err) == (0, "", ONE)


def test_by_default_beside_what_flake8_makes_of_it() -> None:
    code, out, err = flake8("--isolated", "room.js")
    assert code == 1
    assert "E999" in out
    assert err == ONE


def test_several_and_in_chinese() -> None:
    _, _, err = flake8("--isolated", "--select=TRT", "room.vue", "room.js", "a.py")
    assert err == (
        "flake8-trtc: flake8 reads Python only, so 2 files such as room.vue are not searched for "
        "TRTC codes; run flake8-trtc check on them\n"
    )
    options = ("--isolated", "--select=TRT", "--trtc-language=zh")
    assert flake8(*options, "room.vue", "room.js")[2] == (
        "flake8-trtc: flake8 只读取 Python，因此 room.vue 等 2 个文件未检查 TRTC 错误码；"
        "请用 flake8-trtc check 检查\n"
    )


@pytest.mark.parametrize(
    "line", ["--select=TRT .", "--select=TRT a.py", "--select=E999 a.py", "--select=E1,W room.js"]
)
def test_what_asks_nothing_of_us_hears_nothing(line: str) -> None:
    assert flake8("--isolated", *line.split())[2] == ""
