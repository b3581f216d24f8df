"""Nothing of a tree that is checked is imported, whatever its files are called."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from environments import ROOT
from ruamel.yaml import YAML

_CODE = "import trtc\n\n\ndef f(code):\n    return code == 16388\n"
# What Python itself imports at its start, what we do, and what each of our libraries is called.
_EARLY = ("enum", "functools", "re", "sitecustomize", "types", "typing", "usercustomize")
_LATE = (
    *("ahocorasick_rs", "argparse", "ast", "bisect", "json", "libcst", "marshal", "pathspec"),
    *("pickle", "rich", "select", "signal", "symtable", "tokenize", "tree_sitter"),
    *("tree_sitter_javascript", "tree_sitter_python"),
)
_HOOKS = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
_ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
DOORS = {
    "script": "flake8-trtc check",
    "script that fixes": "flake8-trtc fix --diff",
    "module": "python -P -m flake8_trtc check",
    "module that fixes": "python -P -m flake8_trtc.fix --diff",
    **{hook["id"]: hook["entry"] for hook in _HOOKS},
}


def _plant(tree: Path, *names: str) -> None:
    for name in names:
        planted = 'open("EXECUTED", "a").close()\nraise SystemExit(9)\n'
        (tree / f"{name}.py").write_text(planted, encoding="utf-8")


def _open(door: str, tree: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line as a shell there would."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", f"{door} --isolated ."],
        cwd=tree,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("files", [1, 40])  # with forty there are several processes
@pytest.mark.parametrize("name", DOORS)
def test_nothing_planted_is_imported(name: str, files: int, tmp_path: Path) -> None:
    _plant(tmp_path, *_EARLY, *_LATE)
    for number in range(files):
        (tmp_path / f"a{number}.py").write_text(_CODE, encoding="utf-8")
    done = _open(DOORS[name], tmp_path)
    assert not (tmp_path / "EXECUTED").exists()
    fixes = shlex.split(DOORS[name])[-1] == "--force-exclude" and "fix" in DOORS[name]
    assert done.returncode == (0 if fixes else 1)
    assert f"{files} finding" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("module", ["flake8_trtc check", "flake8_trtc.fix --diff"])
def test_without_the_option_what_we_import_is_not_the_tree_s(module: str, tmp_path: Path) -> None:
    """What Python imports before it gets to us nobody but the option can keep away."""
    _plant(tmp_path, *_LATE)
    (tmp_path / "a.py").write_text(_CODE, encoding="utf-8")
    done = _open(f"python -m {module}", tmp_path)
    assert not (tmp_path / "EXECUTED").exists()
    assert done.returncode == 1


def test_the_action_imports_nothing_of_the_checkout() -> None:
    install, check = (step["run"].splitlines() for step in _ACTION["runs"]["steps"])
    modules = [line for line in check if " -m " in line]
    assert all(" -P -m flake8_trtc " in line for line in modules)
    assert len(modules) == 1
    first = next(number for number, line in enumerate(install) if " -m " in line)
    assert any(line.startswith('cd "$environment"') for line in install[:first])
