"""Trees of real files with codes put into some of them, and the same as tables."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.accuracy.archives import members
from benchmarks.accuracy.corpus import STDLIB, CorpusError, listed, obtain
from benchmarks.injection.hosts import Host, chosen
from benchmarks.injection.inject import injected
from flake8_trtc.source import Source, SourceError

CACHE = Path(tempfile.gettempdir()) / "flake8-trtc-corpus"
PACKAGES = (
    *("ansible-core", "bokeh", "celery", "django", "gradio", "homeassistant", "keras"),
    *("kubernetes", "openai", "pandas", "plotly", "streamlit", "sympy", "transformers", "twisted"),
)
MOST = 1_000_000
"""Bytes of a file; larger ones are left out, as they are of The Stack."""
_HOSTS = 60
"""Files that codes are put into, again and again, in other places."""


def plant(tree: Path, files: int, planted: int = 150) -> int:
    """Make a tree of so many files of the accuracy corpus, with codes put into some; how many.

    They are the standard library's and those of packages, each once, in an order that is random
    and always the same. The files with codes lie among the others. Raises CorpusError.
    """
    hosts, others = _corpus()
    if len(others) < files:
        raise CorpusError(f"{len(others)} files, {files} there should be")
    every = files // planted
    wanted = 0
    for number in range(files):
        if number % every or number // every >= planted:
            path, data = others[number]
        else:
            seed = number // every
            host = hosts[seed % _HOSTS]
            data, marks = injected(host, Random(seed))
            path = f"planted/{seed}/{host.path}"
            wanted += sum(mark.wanted for mark in marks)
        target = tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return wanted


@cache
def _corpus() -> tuple[list[Host], list[tuple[str, bytes]]]:
    """Files to put codes into, and all others by their paths. Raises CorpusError."""
    packages = [item for item in listed() if item.spec.partition("==")[0] in PACKAGES]
    library = [item for item in listed() if item.corpus == STDLIB]
    found = obtain([*packages, *library], CACHE)
    archives = {package.spec.partition("==")[0]: path for package, path in found.items()}
    return chosen(archives, {"python", "js"}, _HOSTS, Random(1)), _files(archives)


def _files(archives: dict[str, Path]) -> list[tuple[str, bytes]]:
    """The packages' files that can be read as text and are not too large, at random."""
    found = [
        (f"{name}/{path}", data)
        for name, archive in sorted(archives.items())
        for path, data in members(archive)
        if len(data) <= MOST and _is_text(path, data)
    ]
    Random(3).shuffle(found)
    return found


def _is_text(path: str, data: bytes) -> bool:
    try:
        Source.from_bytes(path, data)
    except SourceError:
        return False
    return True


def table(tree: Path, directory: Path, parts: int, *, skewed: bool = False) -> None:
    """Write a tree as a table of so many Parquet files; skewed: the first has half of the rows.

    The files of the tree are shuffled, so that equal parts take equally long.
    """
    import pyarrow as pa
    from pyarrow import parquet

    paths = sorted(path for path in tree.rglob("*") if path.is_file())
    Random(2).shuffle(paths)
    first = len(paths) // 2 if skewed else len(paths) // parts
    rest = -(-(len(paths) - first) // (parts - 1)) if parts > 1 else len(paths)
    bounds = [0, first, *range(first + rest, len(paths) + rest, rest)]
    directory.mkdir(parents=True)
    for number in range(parts):
        rows = [
            {"path": path.relative_to(tree).as_posix(), "content": path.read_bytes()}
            for path in paths[bounds[number] : bounds[number + 1]]
        ]
        parquet.write_table(pa.Table.from_pylist(rows), directory / f"{number}.parquet")
