"""What several tests need and only npm has."""

from __future__ import annotations

import shutil
import signal
import subprocess
from pathlib import Path

import pytest

# A run in the background ignores Ctrl-C, and what it starts would, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def typescript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the TypeScript compiler, installed by npm."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    directory = tmp_path_factory.mktemp("typescript")
    install = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(directory)]
    done = subprocess.run(
        [*install, "typescript@5", "@types/node@20"], capture_output=True, check=False, timeout=300
    )
    if done.returncode:
        pytest.skip("npm can't install TypeScript here")
    return directory


@pytest.fixture(scope="session")
def sdk_v5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the real SDK v5, installed by npm."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    directory = tmp_path_factory.mktemp("sdk")
    install = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(directory)]
    done = subprocess.run(
        [*install, "trtc-sdk-v5@5.17.1"], capture_output=True, check=False, timeout=300
    )
    if done.returncode:
        pytest.skip("npm can't install the SDK v5 here")
    return directory / "node_modules" / "trtc-sdk-v5"
