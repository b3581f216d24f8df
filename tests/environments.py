"""What tests make elsewhere: environments with packages from PyPI, a copy of this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def environment(directory: Path, *requirements: str) -> Path:
    """A new environment with packages installed by pip, and the tested flake8_trtc with all it needs.

    What pip has installed comes first. Skips the test where pip can't reach its packages. The
    result is the directory of its commands.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(directory)], check=True)
    commands = directory / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(commands / "python")]
    install = ["install", "--quiet", "--disable-pip-version-check", "--retries=1"]
    done = subprocess.run([*pip, *install, *requirements], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"pip can't install {' '.join(requirements)} here")
    (site,) = directory.glob("[Ll]ib/**/site-packages")
    for name, path in (("a", sysconfig.get_path("purelib")), ("b", sysconfig.get_path("platlib"))):
        line = f"import site; site.addsitedir({path!r})\n"
        (site / f"tested_{name}.pth").write_text(line, encoding="utf-8")
    return commands


def wheel(directory: Path) -> Path:
    """A wheel of this checkout in a new directory; skips the test where pip can't build one."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*build, "--retries=1", "--no-deps", f"--wheel-dir={directory}", str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        # What the wheel is built with comes from PyPI: without it nothing is said of our files.
        assert "No matching distribution found" in done.stderr, done.stderr
        pytest.skip("pip reaches no packages here")
    (built,) = directory.glob("*.whl")
    return built


def checkout(directory: Path) -> str:
    """A repository with one commit that has the files of this checkout as they are; its name."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in os.fsdecode(listed.stdout).split("\0"):
        if name and (ROOT / name).is_file():
            (directory / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, directory / name)
    git(directory, "init", "-q")
    git(directory, "add", "--all")
    git(directory, "commit", "-qm", "x")
    return git(directory, "rev-parse", "HEAD").stdout.strip()


def git(
    directory: Path, *arguments: str, fails: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run git as nobody in particular, with no configuration but the repository's."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        cwd=directory, env={**clean, **alone, **environment}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert bool(done.returncode) == fails, done.stdout + done.stderr
    return done
