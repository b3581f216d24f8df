"""The hooks, with the real pre-commit, on commits that must pass, fail and be rewritten."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from environments import ROOT, checkout, git, needs_git, wheel
from identify.extensions import EXTENSIONS, NAMES
from identify.identify import tags_from_filename
from ruamel.yaml import YAML
from test_readme import blocks

from flake8_trtc.source import SUFFIXES, is_read

HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
JS = "import TRTC from 'trtc-js-sdk';\nif (e.getCode() === {}) f();\n"
PUG = (
    "script.\n  const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
    "  if (trtcError.getCode() === 16388) f();\n"
)
# A file of each kind with one number; what git and pre-commit take it for is in its name.
KINDS = {
    "a.py": "import trtc\nif code == 16388: pass\n",
    "a.pyi": "import trtc\ndef f(error_code=16388): ...\n",
    "a.pyw": "import trtc\nif code == 16388: pass\n",
    "script": "#!/usr/bin/env python3\nimport trtc\nif code == 16388: pass\n",
    **dict.fromkeys(("a.js", "a.mjs", "a.cjs", "a.jsx", "a.ts", "a.tsx"), JS.format(16388)),
    **dict.fromkeys(
        ("a.html", "a.htm", "a.j2", "a.jinja", "a.jinja2"),
        "<script>\nif (e.getCode() === 16388) trtc();\n</script>\n",
    ),
    "a.wxs": "var ErrorCode = { JOIN_ROOM_FAILED: 16388 };\nif (trtcError.getCode() === 16388) f();\n",
    **dict.fromkeys(
        ("a.xhtml", "a.njk", "a.twig", "a.ejs", "a.erb", "a.hbs"),
        "<script>\nif (e.getCode() === 16388) trtc();\n</script>\n",
    ),
    **dict.fromkeys(
        ("a.mustache", "a.liquid"), "<script>\nif (e.getCode() === 16388) trtc();\n</script>\n"
    ),
    **dict.fromkeys(("a.pug", "a.jade"), PUG),
    **dict.fromkeys(("a.vue", "a.svelte", "a.astro"), f"<script>\n{JS.format(16388)}</script>\n"),
    **dict.fromkeys(("a.md", "a.markdown", "a.mdx"), f"```js\n{JS.format(16388)}```\n"),
    "a.ipynb": '{"cells": [{"cell_type": "code", "source": ["import trtc\\n", "code == 16388"]}],'
    ' "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n',
}
OTHERS = {
    "a.txt": "trtc getCode() === 16388",
    "a.json": '{"trtc": {"error_code": 16388}}',
    **dict.fromkeys(
        ("a.gyp", "a.pyt", "a.tac", "a.wsgi", "wscript"), "# trtc\nerror_code == 16388\n"
    ),
}


def write(directory: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(text, encoding="utf-8")
        if text.startswith("#!"):
            (directory / name).chmod(0o755)


def test_the_manifest_is_valid() -> None:
    manifest = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(manifest, cwd=ROOT, check=True)
    assert [hook["id"] for hook in HOOKS] == ["flake8-trtc", "flake8-trtc-fix"]
    for hook in HOOKS:
        assert hook["require_serial"] is True


def test_the_hooks_take_every_kind_of_file() -> None:
    """Of some suffixes, such as .mts, pre-commit knows no kind."""
    known = {suffix for suffix in SUFFIXES if tags_from_filename(f"a{suffix}")}
    for hook in HOOKS:
        wanted = {*hook["types_or"]}
        assert {item for item in known if tags_from_filename(f"a{item}") & wanted} == known
    assert {Path(name).suffix for name in KINDS} == known | {""}


def test_the_hooks_take_no_other_kind_of_file() -> None:
    """Each suffix and each name that pre-commit knows."""
    for hook in HOOKS:
        wanted = {*hook["types_or"]}
        for name in (*(f"a.{suffix}" for suffix in EXTENSIONS), *NAMES):
            tags = tags_from_filename(name)
            if tags & wanted and not re.search(hook["exclude"], name):
                assert is_read(name, b"")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with this checkout as a repository `hooks`, where pip can build what is in it."""
    directory = tmp_path_factory.mktemp("home")
    wheel(directory / "wheel")
    checkout(directory / "hooks")
    return directory


@pytest.fixture(scope="module")
def project(home: Path) -> Path:
    """A project that uses both hooks as the README says, installed."""
    directory = home / "project"
    revision = git(home / "hooks", "rev-parse", "HEAD").stdout.strip()
    (recipe,) = (b.text for b in blocks("README.md") if b.file == ".pre-commit-config.yaml")
    config, count = re.subn(
        r"repo: \S+\n( +)rev: \S+", rf"repo: {home / 'hooks'}\n\1rev: {revision}", recipe
    )
    assert count == 1
    settings = "[flake8]\nexclude = old/,generated.*\n"
    write(directory, {".pre-commit-config.yaml": config, "setup.cfg": settings})
    git(directory, "init", "-q")
    done = pre_commit(directory, home, "install", "--install-hooks")
    assert done.returncode == 0, done.stdout
    return directory


def pre_commit(cwd: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=cwd, env={**os.environ, "PRE_COMMIT_HOME": str(home / "cache")},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip


def commit(project: Path, files: dict[str, str], *, fails: bool = False) -> str:
    """Write files and commit them; what is said."""
    write(project, files)
    git(project, "add", "-f", "--all")
    cache = str(project.parent / "cache")
    return git(project, "commit", "-m", "x", fails=fails, PRE_COMMIT_HOME=cache).stderr


def read(project: Path, name: str) -> str:
    return (project / name).read_text(encoding="utf-8")


FIX = "rewrite TRTC error codes to names"
CHECK = "find TRTC error codes"


def outcomes(said: str) -> dict[str, str]:
    """How each hook has ended."""
    ends = [line.rstrip(".").partition("..") for line in said.splitlines() if "....." in line]
    return {name: end.strip(".") for name, _, end in ends}


@needs_git
@pytest.mark.network
def test_commits(project: Path) -> None:
    said = commit(project, {"clean.py": "x = 16388\n", "notes.txt": "trtc 16388\n"})
    assert outcomes(said) == {FIX: "Passed", CHECK: "Passed"}

    said = commit(project, {"room.js": JS.format(16388)}, fails=True)
    assert outcomes(said) == {FIX: "Failed", CHECK: "Passed"}
    assert "- files were modified by this hook" in said
    fixed = "import TRTC from 'trtc-js-sdk';\n\nconst ErrorCode"
    assert read(project, "room.js").startswith(fixed)
    assert outcomes(commit(project, {})) == {FIX: "Passed", CHECK: "Passed"}

    dead = "from flake8_trtc import ErrorCode\nif code == ErrorCode.ICE_TRANSPORT_ERROR: pass\n"
    said = commit(project, {"dead.py": dead}, fails=True)
    assert outcomes(said) == {FIX: "Passed", CHECK: "Failed"}
    assert (
        "dead.py:2:22: TRT102 ErrorCode.ICE_TRANSPORT_ERROR is no longer thrown since v4.6.6; "
    ) in said
    assert read(project, "dead.py") == dead
    alive = dead.replace("ICE_TRANSPORT_ERROR", "JOIN_ROOM_FAILED")
    assert outcomes(commit(project, {"dead.py": alive})) == {FIX: "Passed", CHECK: "Passed"}


@needs_git
@pytest.mark.network
def test_what_is_excluded_is_left_alone(project: Path) -> None:
    """Though pre-commit names it: excluded, below an excluded directory, vendored, ignored."""
    left = dict.fromkeys(
        ("old/a.js", "old/deep/b.js", "x/generated.js", "vendor/a.js", "a.min.js", "out/a.js",
         "node_modules/a.js"),
        JS.format(16389),
    )  # fmt: skip
    said = commit(project, {**left, ".gitignore": "out/\n"})
    assert outcomes(said) == {FIX: "Passed", CHECK: "Passed"}
    assert {read(project, name) for name in left} == {JS.format(16389)}


@needs_git
@pytest.mark.network
def test_try_repo(home: Path, project: Path, tmp_path: Path) -> None:
    """Both hooks on a file of each kind; then those that are installed find nothing more."""
    write(tmp_path, {**KINDS, **OTHERS})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "--all")
    done = pre_commit(tmp_path, home, "try-repo", str(home / "hooks"), "--all-files")
    assert (done.returncode, outcomes(done.stdout)) == (1, {CHECK: "Failed", FIX: "Failed"})
    found = [line.split(":")[0] for line in done.stdout.splitlines() if ": TRT001 16388 " in line]
    assert sorted(found) == sorted(KINDS)
    assert "- files were modified by this hook" in done.stdout
    for name in KINDS:
        assert "ErrorCode.JOIN_ROOM_FAILED" in read(tmp_path, name)
    assert {name: read(tmp_path, name) for name in OTHERS} == OTHERS

    write(tmp_path, {".pre-commit-config.yaml": read(project, ".pre-commit-config.yaml")})
    git(tmp_path, "add", "--all")
    done = pre_commit(tmp_path, home, "run", "--all-files")
    assert (done.returncode, outcomes(done.stdout)) == (0, {FIX: "Passed", CHECK: "Passed"})
