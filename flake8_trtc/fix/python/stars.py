"""Modules that others import by star: what they bind at their top is bound there, too."""

from __future__ import annotations

import ast
import os
import re
from functools import lru_cache

from flake8_trtc._lean import regex
from flake8_trtc.workspace.files import MODULE, FileError, read

_STAR = regex(rb"^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]*\(?[ \t]*\*", re.MULTILINE)
_MOST = 500
"""Modules of a directory that are read."""


def exports_all(path: str, tree: ast.Module) -> bool:
    """True if a module is imported by star beside it or above it, and does not list its names.

    path, tree: the module's.
    """
    return not any(map(_lists_names, tree.body)) and _is_starred(path)


def _lists_names(statement: ast.stmt) -> bool:
    """True if a statement binds `__all__`."""
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    return any(isinstance(item, ast.Name) and item.id == "__all__" for item in targets)


def _is_starred(path: str) -> bool:
    directory, base = os.path.split(os.path.abspath(path))
    stem = base.partition(".")[0]
    name = os.path.basename(directory) if stem == "__init__" else stem
    return any(name in _starred_in(place) for place in (directory, os.path.dirname(directory)))


@lru_cache(maxsize=256)
def _starred_in(directory: str) -> frozenset[str]:
    """The last names of the modules that those of a directory import by star."""
    try:
        names = sorted(name for name in os.listdir(directory) if name.endswith(".py"))[:_MOST]
    except OSError:
        return frozenset()
    modules = (module for name in names for module in _STAR.findall(_read(directory, name)))
    return frozenset(module.decode().rpartition(".")[2] for module in modules)


def _read(directory: str, name: str) -> bytes:
    try:
        return read(os.path.join(directory, name), MODULE).data
    except FileError:
        return b""
