"""Files that others are judged by, told from a path and its content alone.

A finding and its fix depend on what lies around a file: on the SDK's version in package.json, on
what git ignores, on configuration, and on the modules of the project. Only those are kept of a
table, and of most modules only that they are there.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from flake8_trtc._lean import regex
from flake8_trtc.config.files import CONFIGURATION
from flake8_trtc.detect.npm import MANIFESTS, PACKAGES
from flake8_trtc.fix.javascript.files import ROOTS, TSCONFIG, allows_suffixes, loading
from flake8_trtc.fix.layout import FORMATTERS
from flake8_trtc.fix.python.first_party import SORTERS
from flake8_trtc.model import SCRIPTS
from flake8_trtc.source import DIALECTS, PYTHON
from flake8_trtc.workspace.files import MODULE
from flake8_trtc.workspace.gitignore import NAME as IGNORED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES = frozenset({*MANIFESTS, *ROOTS, *FORMATTERS, *SORTERS, *CONFIGURATION, IGNORED})
"""Files that are no modules."""
_SCRIPTS = tuple(suffix for suffix, dialect in DIALECTS.items() if dialect in SCRIPTS)
_PACKAGES = tuple(name.encode() for name in PACKAGES.values())
_INDEX = regex(r"__init__\.pyi?|index\.[a-z]+")
_ON = regex(rb"export\s*(?:type\s*)?(?:\*|\{[^}]*\}\s*from)")
"""What a module exports that is another's."""
_STAR = regex(rb"p(?<=imp)ort[ \t]*\(?[ \t]*\*")
_IMPORTED = regex(r"\b(?:from|import)\b[ \t]*((?:\\\r?\n|[^\n#])*)")
_NAME = regex(r"[^\W\d]\w*")
_SORTED = regex(r"^[ \t\"]*(?:from|import)[ \t]+(\w[\w.]*)", re.MULTILINE)
"""What is imported, in a notebook's cells, too: is it the project's? A new import's place tells."""
_SPECIFIER = regex(r"""['"`]((?:\.\.?|[@~])/[^'"`\s]*)""")
_ABOVE = 64
"""Directories above a file that are looked at."""


def kept(path: str, data: bytes, *, every: bool = False) -> bytes | None:
    """What is kept of a file for the sake of others: None for nothing.

    b"": only that it is there counts; of most scripts, besides, what they load. every: the content
    of every module counts, since which of them may import the project's own constants depends on
    all that they import.
    """
    name = posixpath.basename(path)
    if name in NAMES:
        return data if _tells(name, data) else b""
    script = path.endswith(_SCRIPTS)
    if not script and not path.endswith(PYTHON):
        return None
    if len(data) > MODULE:
        return b""
    if every or (_ON if script else _STAR).search(data) is not None:
        return data
    return loading(data) if script else b""


def _tells(name: str, data: bytes) -> bool:
    """Whether the content of a file that is no module can make a difference."""
    if name in MANIFESTS:
        return any(map(data.__contains__, _PACKAGES)) or (
            name == "package.json" and b"prettier" in data
        )
    if name == TSCONFIG:
        return len(data) <= MODULE and allows_suffixes(data)
    if name in CONFIGURATION:
        return any(word in data for word in (b"flake8", b"line", b"isort", b"ruff"))
    return name not in {*ROOTS, *SORTERS} and len(data) <= MODULE


def found_from(path: str) -> list[str]:
    """The directories from which a module is looked for."""
    directory, name = posixpath.split(path)
    if _INDEX.fullmatch(name) is None or not directory:
        return [directory]
    return [directory, posixpath.dirname(directory)]


def looks_in(path: str, data: bytes) -> list[str]:
    """The directories in which a file may look for modules, links not followed.

    Those above it, where the modules may be that it imports, and where the relative specifiers
    lead that its texts hold.
    """
    directory, text = posixpath.dirname(path), data.decode("utf-8", "replace")
    above = _above(path)
    roots = [*above, *(posixpath.join(top, "src") for top in above)]
    found = dict.fromkeys(above)
    if not path.endswith(_SCRIPTS):
        modules = [*_modules(text)]
        found |= dict.fromkeys(roots)
        found |= dict.fromkeys(posixpath.join(top, module) for top in roots for module in modules)
    for specifier in set() if path.endswith(PYTHON) else set(_SPECIFIER.findall(text)):
        relative = specifier.startswith(".")
        rest = specifier if relative else specifier[2:]
        for start in [directory] if relative else roots:
            place = posixpath.normpath(posixpath.join(start, rest)).lstrip("/")
            found |= dict.fromkeys((place, posixpath.dirname(place)))
    return [*found]


def _modules(text: str) -> Iterator[str]:
    """What Python imports, and the packages around it, as paths."""
    for name in {"flake8_trtc", *_SORTED.findall(text)}:
        parts = name.split(".")
        yield from ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _above(path: str) -> list[str]:
    """The directories above a file, the nearest first."""
    above = [posixpath.dirname(path)]
    while above[-1] and len(above) < _ABOVE:
        above.append(posixpath.dirname(above[-1]))
    return above


class Beside:
    """The files that those of one repository are judged by: each is given out once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._within: dict[str, list[str]] = {}
        for path in files:
            directory, name = posixpath.split(path)
            if name not in NAMES:
                self._within.setdefault(directory, []).append(path)

    def settings(self) -> Iterator[tuple[str, bytes]]:
        """Those that are no modules; every file is judged by them."""
        return (
            (path, data) for path, data in self._files.items() if posixpath.basename(path) in NAMES
        )

    def modules(self, path: str, data: bytes, *, every: bool) -> Iterator[tuple[str, bytes]]:
        """Those that a file may look at, itself or by way of others. every: all that there are."""
        pending = [*self._within] if every else [*looks_in(path, data), *_packages(path, data)]
        while pending:
            for found in self._within.pop(pending.pop(), ()):
                yield found, self._files[found]
                if found.endswith(_SCRIPTS):
                    pending += looks_in(found, self._files[found])


def _packages(path: str, data: bytes) -> Iterator[str]:
    """The directories that the packages may be which a file imports, or is made to import."""
    names = {"flake8_trtc"}
    for statement in _IMPORTED.findall(data.decode("utf-8", "replace")):
        names.update(_NAME.findall(statement))
    for above in _above(path):
        yield from (posixpath.join(above, name) for name in names)
