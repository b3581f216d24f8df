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
_EARLY = (
    *("enum", "flake8_trtc", "functools", "re", "sitecustomize", "types", "typing"),
    "usercustomize",
)
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
OTHERS = (
    *("explain 16388", "list", "constants --lang python", "constants --lang json", "--help"),
    *("completion bash", "logs app.log", "check --show-settings", "check - < a0.py"),
    *("fix - < a0.py", "check --since HEAD .", "nothing"),
)
"""What else there is to ask for; none of it finds its way into a tree, either."""


def _plant(tree: Path, *names: str) -> None:
    planted = 'open("EXECUTED", "a").close()\nraise SystemExit(9)\n'
    for name in names:
        (tree / f"{name}.py").write_text(planted, encoding="utf-8")
    for name in ("flake8", "pygls", "rich", "shtab", "zstandard"):
        (tree / name).mkdir()
        (tree / name / "__init__.py").write_text(planted, encoding="utf-8")


def _open(door: str, tree: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line as a shell there would; nothing of that shell's is in its environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", door],
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
    done = _open(f"{DOORS[name]} --isolated .", tmp_path)
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
    done = _open(f"python -m {module} --isolated .", tmp_path)
    assert not (tmp_path / "EXECUTED").exists()
    assert done.returncode == 1


def test_the_action_imports_nothing_of_the_checkout() -> None:
    install, check = (step["run"].splitlines() for step in _ACTION["runs"]["steps"])
    modules = [line for line in check if " -m " in line]
    assert all(" -P -m flake8_trtc " in line for line in modules)
    assert len(modules) == 1
    first = next(number for number, line in enumerate(install) if " -m " in line)
    assert any(line.startswith('cd "$environment"') for line in install[:first])


@pytest.mark.parametrize("words", OTHERS)
@pytest.mark.parametrize("door", ["flake8-trtc", "python -P -m flake8_trtc"])
def test_no_other_command_imports_what_is_planted(door: str, words: str, tmp_path: Path) -> None:
    _plant(tmp_path, *_EARLY, *_LATE)
    (tmp_path / "a0.py").write_text(_CODE, encoding="utf-8")
    (tmp_path / "app.log").write_text("RtcError 0x4004\n", encoding="utf-8")
    done = _open(f"{door} {words}", tmp_path)
    assert not (tmp_path / "EXECUTED").exists()
    assert "Traceback" not in done.stderr


def test_the_server_imports_nothing_of_its_directory(tmp_path: Path) -> None:
    _plant(tmp_path, *_EARLY, *_LATE)
    _open("timeout 20 flake8-trtc server < /dev/null", tmp_path)
    assert not (tmp_path / "EXECUTED").exists()


@pytest.mark.parametrize("form", ["github", "sarif", "text"])
def test_the_line_of_the_action(form: str, tmp_path: Path) -> None:
    """It runs in the checkout, whose names it is given after its own options."""
    tree, temporary = tmp_path / "tree", tmp_path / "temporary"
    tree.mkdir()
    temporary.mkdir()
    _plant(tree, *_EARLY, *_LATE)
    for name in ("a.py", "--config=evil.cfg.py", "-q.py", "--exit-zero.py"):
        (tree / name).write_text(_CODE, encoding="utf-8")
    check = _ACTION["runs"]["steps"][1]["run"]
    variables = {
        "ARGS": "--isolated", "FORMAT": form, "PYTHON": sys.executable,
        "PATHS": "a.py\n--config=evil.cfg.py\n\n-q.py\n--exit-zero.py\n",
        "RUNNER_TEMP": str(temporary), "GITHUB_OUTPUT": str(temporary / "output"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", check],
        cwd=tree,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not (tree / "EXECUTED").exists()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("checked 4 files: 4 findings")
    assert {path.name for path in temporary.iterdir()} <= {"output", "flake8-trtc.sarif"}


NAMES = ("--config=evil.py", "--output-file=pwned.py", "-q.py", "--write-baseline=p.py", "--.py")


@pytest.mark.parametrize("hook", _HOOKS, ids=[hook["id"] for hook in _HOOKS])
def test_names_that_look_like_options_reach_the_hooks_as_files(
    hook: dict[str, object], tmp_path: Path
) -> None:
    for name in NAMES:
        (tmp_path / name).write_text(_CODE, encoding="utf-8")
    assert hook["args"] == ["--"]
    done = _open(f"{hook['entry']} -- {shlex.join(NAMES)}", tmp_path)
    assert f"checked {len(NAMES)} files: {len(NAMES)} findings" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == set(NAMES)


def test_what_configuration_names_is_not_imported(tmp_path: Path) -> None:
    """flake8 loads plugins of a tree where its configuration says so; `check` reads that, too."""
    _plant(tmp_path, "mine")
    local = "[flake8:local-plugins]\nextension =\n  TRT = mine:Plugin\npaths = .\n"
    (tmp_path / ".flake8").write_text(f"[flake8]\nrequire-plugins = mine\n{local}")
    toml = '[tool.flake8-trtc]\ntrtc-error-code = "mine:ErrorCode"\n'
    (tmp_path / "pyproject.toml").write_text(toml)
    for name in ("conftest.py", "setup.py", ".prettierrc.js", "eslint.config.js", ".pythonrc.py"):
        (tmp_path / name).write_text('open("EXECUTED", "a").close()\n')
    (tmp_path / "a.py").write_text(_CODE, encoding="utf-8")
    for command in ("check", "fix --diff", "check --show-settings"):
        _open(f"flake8-trtc {command} .", tmp_path)
        assert not (tmp_path / "EXECUTED").exists()
