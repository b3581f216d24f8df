"""Virtual environments that tests make: packages from PyPI, and what is tested beside them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest


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
