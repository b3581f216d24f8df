"""The packages that are read: a pinned list, downloaded by pip and npm into a cache.

Nothing of a package is installed, built or run: wheels and npm tarballs are read as archives.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).with_name("corpus.toml")
STDLIB = "standard library"
# One fixed platform, so that the corpus is the same on every machine; Windows for MetaTrader5.
_PLATFORMS = (
    *(f"manylinux_2_{glibc}_x86_64" for glibc in (17, 28, 34)),
    "manylinux2014_x86_64",
    "manylinux1_x86_64",
    "win_amd64",
)
_PIP = (
    *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
    *("--no-deps", "--ignore-requires-python", "--only-binary=:all:"),
    *(f"--platform={name}" for name in _PLATFORMS),
    *("--implementation=cp", "--python-version=3.12", "--abi=cp312", "--abi=abi3", "--abi=none"),
)
_NPM = ("npm", "pack", "--silent", "--ignore-scripts")
_AT_ONCE = 6
_SECONDS = 300


class CorpusError(Exception):
    """A part of the corpus is not to be had, or is not what the list says; says which and why."""


class Package(NamedTuple):
    """One package of the list.

    corpus: "standard library", "tuning" or "held out" (PyPI), or "npm"; spec: its name and
    version as its client takes them; files: how many of its files are in a language of ours, at
    least (the standard library) or exactly.
    """

    corpus: str
    spec: str
    files: int


def listed() -> list[Package]:
    """The packages of corpus.toml, in its order."""
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return [
        Package(corpus, spec, files)
        for corpus, packages in table.items()
        for spec, files in packages.items()
    ]


def obtain(packages: Iterable[Package], cache: Path) -> dict[Package, Path]:
    """Where each package is: downloaded, several at a time, unless an earlier run did.

    Raises CorpusError that names every package that is not to be had.
    """
    wanted = list(packages)
    for tool in {_NPM[0]} if any(package.corpus == "npm" for package in wanted) else ():
        if shutil.which(tool) is None:
            raise CorpusError(f"{tool} is not installed; it is what downloads the npm packages")
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(lambda package: _obtained(package, cache), wanted))
    missing = [item for item in found if isinstance(item, CorpusError)]
    if missing:
        raise CorpusError("\n".join(map(str, missing)))
    return {
        package: path for package, path in zip(wanted, found, strict=True) if isinstance(path, Path)
    }


def _obtained(package: Package, cache: Path) -> Path | CorpusError:
    if package.corpus == STDLIB:
        return Path(sysconfig.get_path("stdlib"))
    directory = cache / re.sub(r"[^\w.=@-]", "+", package.spec)
    if not _archives(directory):
        partial = directory.with_name(directory.name + ".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        npm = package.corpus == "npm"
        command = (*_NPM, "--pack-destination") if npm else (*_PIP, "--dest")
        try:
            done = subprocess.run(
                [*command, str(partial), package.spec],
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return CorpusError(f"{package.spec}: not downloaded in {_SECONDS} s")
        if done.returncode or not _archives(partial):
            said = (done.stderr.strip().splitlines() or ["its client says nothing"])[-1]
            return CorpusError(f"{package.spec}: {said}")
        partial.rename(directory)
    (archive,) = _archives(directory)
    return archive


def _archives(directory: Path) -> list[Path]:
    return [*directory.glob("*.whl"), *directory.glob("*.tgz")]
