"""What must agree across the project's files, and what the built wheel holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import flake8_trtc
from flake8_trtc.catalog.rules import RULES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "flake8_trtc"
GENERATED = {
    "error_code.py", "v5.py", "_codes.py", "_data.py", "v5_codes.py", "liteav_codes.py",
    "native_codes.py", "_sdks.py",
}  # fmt: skip

installed = pytest.mark.skipif(
    "FLAKE8_TRTC_INSTALLED" not in os.environ,
    reason="the checkout is tested, not a wheel (see nox)",
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_one_version() -> None:
    assert flake8_trtc.__version__ == metadata.version("flake8-trtc")
    released = re.findall(r"^## \[(\d\S+)\]", text("CHANGELOG.md"), re.MULTILINE)
    assert released[0] == flake8_trtc.__version__


def test_changelog_lists_every_rule() -> None:
    added = re.findall(
        r"^ +- (TRT\d+) (.+?)(?: \((opt-in)\))?$", text("CHANGELOG.md"), re.MULTILINE
    )
    assert added == [
        (rule.code, rule.title.en, "" if rule.default else "opt-in") for rule in RULES.values()
    ]


def test_modules_are_small() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_bytes().splitlines())
        for folder in (PACKAGE, ROOT / "catalog", ROOT / "docs")
        for path in folder.rglob("*.py")
        if path.name not in GENERATED
    }
    assert "flake8_trtc/detect/scan.py" in lines
    assert {name: count for name, count in lines.items() if count > 400} == {}


def test_no_file_names_a_registry_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    # Put together here, so that this file does not name them either.
    named = ["pypi" + ".org", "python" + "hosted", "npm" + "js", "npm" + "mirror", "/" + "work/"]
    named += ["/" + "root/", "/" + "home/", ".py" + "env/versions"]
    found = [
        (name, word)
        for name in listed.stdout.decode().split("\0")
        if name and (ROOT / name).is_file()
        for word in named
        if word.encode() in (ROOT / name).read_bytes()
    ]
    assert found == []


def test_the_constants_load_nothing_heavy() -> None:
    heavy = ["flake8", "libcst", "tree_sitter", "rich", "argparse", "tomllib"]
    script = (
        "import sys; from flake8_trtc import ErrorCode; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_entry_points() -> None:
    points = metadata.distribution("flake8-trtc").entry_points
    loaded = {point.name: point.load() for point in points.select(group="flake8.extension")}
    assert {name: plugin.__name__ for name, plugin in loaded.items()} == {
        "TRT": "Plugin",
        "TRT4": "MigrationPlugin",
        "TRT9": "OptInPlugin",
    }


@installed
def test_the_wheel_is_what_is_tested() -> None:
    assert Path(flake8_trtc.__file__ or "").parent.parent.name == "site-packages"
    assert not Path(flake8_trtc.__file__ or "").is_relative_to(PACKAGE)


@installed
def test_the_wheel_holds_the_package_and_nothing_else() -> None:
    packed = {path.as_posix() for path in metadata.files("flake8-trtc") or ()}
    modules = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    held = {name for name in packed if not name.endswith(".pyc") and ".dist-info/" not in name}
    scripts = {name for name in held if name.startswith("../")}
    assert held - scripts == modules
    assert "flake8_trtc/py.typed" in held
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in packed)
