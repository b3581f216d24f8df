"""npm's packages that cases are compiled with, installed once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PACKAGES = (
    "@vue/compiler-sfc@3.5.45", "@vue/server-renderer@3.5.45", "esbuild@0.28.2", "jest@30.5.2",
    "vitest@5.1.2", "vue@3.5.45",
)  # fmt: skip


def installed(directory: Path) -> Path | None:
    """A directory with the packages, from npm if they are not there; None where it reaches none."""
    npm = shutil.which("npm")
    if (directory / "node_modules" / "vue").is_dir():
        return directory
    if npm is None:
        return None
    directory.mkdir(parents=True, exist_ok=True)
    install = [npm, "install", "--no-audit", "--no-fund", "--prefer-offline", "--prefix"]
    done = subprocess.run([*install, str(directory), *PACKAGES], capture_output=True, check=False)
    return None if done.returncode else directory
