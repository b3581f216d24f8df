"""The catalog against the SDKs themselves, which npm and pip bring while this runs."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from flake8_trtc.catalog import BY_NAME, CONSTANTS

CATALOG = Path(__file__).parent.parent / "catalog"
Packages = Callable[[str, list[str]], dict[str, Path]]

pytestmark = pytest.mark.network


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Gives the directories of a package's versions, as npm packed them."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")

    def obtain(name: str, versions: list[str]) -> dict[str, Path]:
        directory = tmp_path_factory.mktemp(name)
        wanted = [f"{name}@{version}" for version in versions]
        done = subprocess.run(
            [npm, "pack", "--silent", *wanted],
            cwd=directory, capture_output=True, check=False, timeout=600,
        )  # fmt: skip
        if done.returncode:
            pytest.skip(f"npm can't bring {name} here")
        found = {}
        for version in versions:
            found[version] = directory / version
            with tarfile.open(directory / f"{name}-{version}.tgz") as archive:
                archive.extractall(found[version], filter="data")
        return {version: path / "package" for version, path in found.items()}

    return obtain


def constructed(script: str) -> set[int]:
    """The codes that a build of v4 constructs errors with: entries of its table after `code:`."""
    entries = re.findall(r"\b([A-Z][A-Z0-9_]+):(0x[0-9a-fA-F]+|\d+)\b", script)
    table = {
        name for name, value in entries if name in BY_NAME and int(value, 0) == BY_NAME[name].value
    }
    built = set(re.findall(r"\bcode:[\w$]+(?:\.[\w$]+)?\.([A-Z][A-Z0-9_]+)\b", script))
    return {BY_NAME[name].value for name in built & table}


def test_every_build_of_v4(packages: Packages) -> None:
    """First and last constructing builds are those of the packages themselves."""
    document = tomllib.loads((CATALOG / "constants.toml").read_text(encoding="utf-8"))
    versions: list[str] = document["builds"]
    found = {
        version: constructed((path / "trtc.js").read_text(encoding="utf-8", errors="replace"))
        for version, path in packages("trtc-js-sdk", versions).items()
    }
    for constant in CONSTANTS.values():
        having = [version for version in versions if constant.value in found[version]]
        first, last = versions.index(having[0]), versions.index(having[-1])
        assert having == versions[first : last + 1], constant.name
        before = versions[first - 1] if first else None
        after = versions[last + 1] if last + 1 < len(versions) else None
        assert (constant.last_without, constant.first_build) == (before, having[0]), constant.name
        assert constant.first_not_constructing == after, constant.name
        assert constant.last_build == (having[-1] if after else None), constant.name
