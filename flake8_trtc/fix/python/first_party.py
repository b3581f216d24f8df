"""Which modules are the project's own: what isort and ruff find in a source root."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from flake8_trtc._lean import regex
from flake8_trtc.fix.layout import read_text, upwards
from flake8_trtc.fix.python.package import ModuleName, is_package
from flake8_trtc.source import PYTHON

IsOwn = Callable[[str], bool]
SORTERS = ("ruff.toml", ".ruff.toml", ".isort.cfg")
"""Files that are of a sorter of imports alone: they only have to be there."""
_SHARED = ("pyproject.toml", "setup.cfg", "tox.ini")
_TABLE = regex(r"^[ \t]*\[(?:tool[.:])?(?:ruff|isort)\b", re.MULTILINE)
_PROJECT = ("pyproject.toml", "setup.cfg", "setup.py", ".git")


def tellers(module: ModuleName) -> Iterator[IsOwn]:
    """What may tell the modules of a file's project by their dotted names, the likeliest first.

    Both sorters look into the project's root and its `src`, ruff for the whole name, isort for its
    first part. Which directory the root is depends on where they are started and what they are
    told; so then come all that lie above the file, but the whole disk, which has a `/lib`.
    """
    above = [*upwards(module.directory)]
    told = (next(filter(is_it, above), None) for is_it in (_sorts, _is_project, _is_working))
    root = next(filter(None, told), None)
    if root is not None:
        yield partial(_is_own, module, [root], True)
        yield partial(_is_own, module, [root], False)
    wide = [item for item in above if os.path.dirname(item) != item and not is_package(item)]
    yield partial(_is_own, module, wide, False)


def _is_own(module: ModuleName, roots: Sequence[str], whole: bool, name: str) -> bool:
    """True for a module of the file's own outermost package, or in a root or its `src`."""
    parts = name.split(".")
    if parts[0] == module.package.partition(".")[0]:
        return True
    inside = os.path.join(*(parts if whole else parts[:1]))
    places = (os.path.join(root, part, inside) for root in roots for part in ("", "src"))
    return any(map(_is_module, places))


def _is_module(place: str) -> bool:
    """True if a path is a module's but for its suffix, or a directory's that has modules in it."""
    if any(os.path.isfile(place + suffix) for suffix in PYTHON):
        return True
    try:
        with os.scandir(place) as inside:
            return any(entry.name.endswith(PYTHON) for entry in inside)
    except OSError:
        return False


def _sorts(directory: str) -> bool:
    """True if a directory configures a sorter of imports."""
    if any(os.path.isfile(os.path.join(directory, name)) for name in SORTERS):
        return True
    return any(_TABLE.search(read_text(os.path.join(directory, name))) for name in _SHARED)


def _is_project(directory: str) -> bool:
    return any(os.path.exists(os.path.join(directory, name)) for name in _PROJECT)


def _is_working(directory: str) -> bool:
    return directory == os.getcwd()
