"""flake8's own configuration means to `check` what it means to flake8, compared with flake8."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_CODE = "import trtc\nif e.getCode() == 16388:\n    pass\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a.py", "sub/a.py", "sub/b.py", "sub/deep/a.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(_CODE, encoding="utf-8")
    return tmp_path


def _run(directory: Path, *command: str) -> tuple[bool, list[str]]:
    """Whether a run could not be made, and what it found."""
    done = subprocess.run(
        [sys.executable, "-m", *command, "-j1", "."],
        cwd=directory,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = sorted(line.split(" TRT001")[0] for line in done.stdout.splitlines())
    return done.returncode == 2 or "ValueError" in done.stderr, found


def _agree(tree: Path, setting: str, where: str) -> tuple[bool, list[str]]:
    (tree / "setup.cfg").write_text(f"[flake8]\n{setting}\n", encoding="utf-8")
    directory = tree / where
    expected = _run(directory, "flake8", "--select", "TRT")
    assert _run(directory, "flake8_trtc", "check", "--select", "TRT") == expected
    return expected


@pytest.mark.parametrize("where", ["", "sub"])
@pytest.mark.parametrize(
    "glob",
    ["a.py", "./a.py", "sub/a.py", "sub/", "sub", "sub/*", "*/a.py", "../a.py", "deep/*", "."],
)
def test_per_file_ignores(glob: str, where: str, tree: Path) -> None:
    """Globs with a slash are relative to the working directory, wherever the file is."""
    wrong, _ = _agree(tree, f"per-file-ignores = {glob}: TRT001", where)
    assert not wrong


@pytest.mark.parametrize(
    "globs",
    ["*.py", "*.tac", "*.py,*.tac", "a.py", "./sub/*.py", "*/sub/*", "*a*", "*.js", "*.pyi", "*"],
)
def test_filename(globs: str, tree: Path) -> None:
    """Which modules a walk takes; files of other languages are none of flake8's business."""
    for name in ("c.tac", "sub/c.tac", "d.pyi", "e.pyw", "f.txt"):
        (tree / name).write_text(_CODE, encoding="utf-8")
    _agree(tree, f"filename = {globs}", "")
    (tree / "web.js").write_text("// trtc\nif (e.getCode() === 16388) f();\n", encoding="utf-8")
    assert "./web.js:2:21:" in _run(tree, "flake8_trtc", "check")[1]


def test_a_named_file_is_a_module_by_filename(tree: Path) -> None:
    (tree / "c.tac").write_text(_CODE, encoding="utf-8")
    command = [sys.executable, "-m", "flake8_trtc", "check", "c.tac", "a.py"]
    for globs, names in (("*.py", ["a.py"]), ("*.tac", ["c.tac", "a.py"])):
        (tree / "setup.cfg").write_text(f"[flake8]\nfilename = {globs}\n", encoding="utf-8")
        done = subprocess.run(command, cwd=tree, capture_output=True, encoding="utf-8", check=False)
        assert [line.split(":")[0] for line in done.stdout.splitlines()] == names


@pytest.mark.parametrize("name", ["ignore", "extend-ignore"])
@pytest.mark.parametrize(
    ("codes", "wrong"),
    [
        ("E203", False),
        ("E203, W503", False),
        ("TTR001", False),
        ("TRT101", False),
        ("E203,", False),
        ("TRTX", True),
        ("TRT0001", True),
        ("TRT999", True),
        ("trt001", True),
        ("e203", True),
        ("E203X", True),
        ("E2*", True),
        ("E203;W503", True),
        ("E203 # why", True),
    ],
)
def test_codes_that_are_misspelt(codes: str, wrong: bool, name: str, tree: Path) -> None:
    assert _agree(tree, f"{name} = {codes}", "")[0] == wrong


def test_what_is_said_of_a_code_that_flake8_refuses(tree: Path) -> None:
    (tree / "setup.cfg").write_text("[flake8]\nmax-line-length = 99\nignore = E1,e203\n")
    command = [sys.executable, "-m", "flake8_trtc", "check", "."]
    done = subprocess.run(command, cwd=tree, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "python -m flake8_trtc check: error: setup.cfg:3: ignore: 'e203' is no code to flake8, which ends "
        "there: up to three capital letters and up to three digits\n"
    )
