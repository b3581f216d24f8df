"""import-linter holds the packages apart: what is planted against its contracts is seen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter")
ROOT = Path(__file__).parent.parent
PLANTED = {
    "catalog/entries.py": ("import flake8_trtc.detect.ranges", "detect.ranges"),
    "catalog/sdks.py": ("from flake8_trtc import workspace", "workspace"),
    "catalog/rules.py": ("from flake8_trtc.detect import ranges", "detect.ranges"),
    "config/files.py": ("from flake8_trtc.detect.ranges import admits", "detect.ranges"),
    "config/options.py": ("from ..detect.ranges import admits as a", "detect.ranges"),
    "languages/names.py": ("def f():\n    from flake8_trtc.detect import ranges", "detect.ranges"),
    "model.py": (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import flake8_trtc.detect.ranges",
        "detect.ranges",
    ),
    # Inside fix/ and languages/.
    "fix/edits.py": ("from flake8_trtc.fix.engine import Outcome", "fix.engine"),
    "fix/python/stack.py": ("import flake8_trtc.fix.javascript.ways", "fix.javascript.ways"),
    "languages/parts.py": ("from flake8_trtc.languages import document", "languages.document"),
    "languages/python/patterns.py": (
        "from ..javascript.grammar import parse_script",
        "languages.javascript.grammar",
    ),
}
"""What is put at the end of a module, and what it imports."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The package and its contracts."""
    shutil.copytree(ROOT / "flake8_trtc", tmp_path / "flake8_trtc")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(directory: Path) -> tuple[int, str]:
    """The exit code of `lint-imports`, and what it says."""
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {script}", "--no-cache"],
        cwd=directory,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, re.sub(r"\s+", " ", done.stdout)


def test_nothing_is_imported_upward(copied: Path) -> None:
    code, said = lint(copied)
    assert (code, "0 broken" in said) == (0, True)


def test_an_import_upward_is_seen_in_every_form(copied: Path) -> None:
    for name, (statement, _) in PLANTED.items():
        with (copied / "flake8_trtc" / name).open("a") as module:
            module.write(f"\n\n{statement}\n")
    code, said = lint(copied)
    assert code == 1
    for name, (_, imported) in PLANTED.items():
        importer = name.removesuffix(".py").replace("/", ".")
        assert f"flake8_trtc.{importer} -> flake8_trtc.{imported} (l." in said, name


def test_the_top_of_the_package_is_seen_at_a_glance() -> None:
    """Twelve modules and eight packages: what comes next goes into one of them."""
    there = [path for path in (ROOT / "flake8_trtc").iterdir() if path.name != "__pycache__"]
    assert len([path for path in there if path.suffix == ".py"]) <= 12
    assert len([path for path in there if path.is_dir()]) <= 8
