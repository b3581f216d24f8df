"""What several tests need and only npm has; which tests need a network, and which a short run leaves out."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in each run, which so tells of a change and not of luck; tests/fuzz.py draws new
# ones, and so does `--hypothesis-profile=default`.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

# A run in the background ignores Ctrl-C, and what it starts would, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A continuous integration may ask all for colours; the tests say themselves where they want some.
os.environ.pop("FORCE_COLOR", None)

collect_ignore = ["data"]
"""Files that are read, some of which are called as tests are."""
_OF_NPM = {"typescript", "sdk_v5", "workshop"}
"""Fixtures that npm fills."""
_SLOW = {
    "test_accuracy_bench", "test_behaviour", "test_browser", "test_build", "test_command",
    "test_constants", "test_editor_bench", "test_editors", "test_embedded_fix", "test_examples",
    "test_flake8_agrees", "test_fragments", "test_fuzz", "test_gate", "test_growth",
    "test_hooks", "test_ignore", "test_leaving", "test_logs", "test_neovim", "test_plan",
    "test_prefilter", "test_property", "test_readme", "test_recipes", "test_script_property",
    "test_script_runs", "test_server", "test_site", "test_spark", "test_spark_command",
    "test_spark_organisation", "test_speed_bench", "test_streams",
    "test_torture", "test_v5_runs",
}  # fmt: skip
"""Modules whose tests take most of the time."""
_MANY = 8
"""Cases of one test above which `--quick` takes one in eight."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--quick",
        action="store_true",
        help="run what takes no network and little time, and one in eight of a test's many cases",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what npm is needed for; with --quick deselect most, of which pytest tells the number."""
    for item in items:
        if _OF_NPM & set(getattr(item, "fixturenames", ())):
            item.add_marker("network")
    if not config.getoption("quick"):
        return
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.path.stem not in _SLOW and item.get_closest_marker("network") is None:
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    chosen = {
        item for same in cases.values() for item in same[:: _MANY if len(same) > _MANY else 1]
    }
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = [item for item in items if item in chosen]


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
