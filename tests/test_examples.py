"""The examples are stories: what is found, what the fix makes of it, and that it still works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted(Path(__file__).parent.parent.glob("examples/*"))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_story(example: Path, tmp_path: Path) -> None:
    app = tmp_path / "app"
    shutil.copytree(example / "before", app)
    assert lint(app) == (1, read(example / "expected.txt"))
    check_own_tests(app)

    fixed = python(app, "flake8_trtc.fix", ".")
    assert (fixed.returncode, fixed.stdout) == (0, "")
    assert contents(app) == contents(example / "after")

    check_own_tests(app)
    assert lint(app) == (1, read(example / "expected_after.txt"))
    assert python(app, "flake8_trtc.fix", "--check", ".").returncode == 0


def test_nothing_that_is_left_has_a_fix(example: Path) -> None:
    left = {line.split()[1] for line in read(example / "expected_after.txt").splitlines()}
    assert left <= {"TRT002", "TRT004", "TRT101", "TRT102", "TRT202", "TRT203", "TRT205"}


def lint(app: Path) -> tuple[int, str]:
    """The exit code and output of `check`; flake8 says the same of the files that it reads."""
    done = python(app, "flake8_trtc", "check", "-q", ".")
    assert done.stderr == ""
    seen = python(app, "flake8", "--isolated", "--jobs=1", "--select=TRT", ".")
    in_python = [line for line in done.stdout.splitlines() if ".py:" in line]
    assert (seen.stdout.splitlines(), seen.stderr) == (in_python, "")
    return done.returncode, done.stdout


def check_own_tests(app: Path) -> None:
    """Run the example's own tests, which know nothing of ours; test_browser.py builds the rest."""
    if not (app / "tests").is_dir():
        return
    done = python(app, "pytest", "-p", "no:cacheprovider", "--strict-config", "-W", "error")
    assert done.returncode == 0, done.stdout


def python(app: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=app,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def contents(directory: Path) -> dict[str, bytes]:
    """Every file below a directory, by its relative path."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
