"""Files of a project that a script loads, and those that these load, as it is loaded itself."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache

from flake8_trtc._lean import regex
from flake8_trtc.languages.javascript.imports import ALIASES
from flake8_trtc.source import Source, SourceError
from flake8_trtc.workspace.files import FileError, read_module

_SUFFIXES = ("", ".js", ".ts", ".mjs", ".cjs", ".mts", ".cts", ".jsx", ".tsx")
_TYPED = {".js": ".ts", ".mjs": ".mts", ".cjs": ".cts", ".jsx": ".tsx"}
"""TypeScript's suffixes for those of the JavaScript that an import names, before compilation."""

TSCONFIG = "tsconfig.json"
ROOTS = ("package.json", TSCONFIG, "jsconfig.json")
"""Files that make a directory a project's."""
_ALLOWED = regex(
    rb'^(?:(?!//|/\*).)*"(?:allowImportingTs|rewriteRelativeImport)Extensions"\s*:\s*true\b',
    re.MULTILINE,
)
"""What in TypeScript's configuration allows an import to name a file by its own suffix."""
_MOST = 200
"""How many modules are gone through to see whether one loads a file."""

_BEFORE = rb"[^'\"`;()]{0,2000}?"
_LOADS = regex(
    rb"^[ \t]*(?:import|export)\b(?!\s+(?:type|typeof)\s+(?!from\b|,))"
    + _BEFORE
    + rb"\bfrom\s*['\"]([^'\"\n]+)"
    rb"|^[ \t]*import\s*['\"]([^'\"\n]+)"
    rb"|^(?:[\w$]" + _BEFORE + rb"\b)??require\s*\(\s*['\"]([^'\"\n]+)['\"]\s*\)",
    re.MULTILINE,
)
"""What a module loads at its top: of what is none at most too much, in a comment or in a string."""


def file_of(path: str, specifier: str) -> str | None:
    """The file of the project that an import in another means."""
    return next(filter(os.path.isfile, _places(path, specifier)), None)


def first_loading(path: str, text: bytes) -> int | None:
    """Where a script loads the first module that loads the script itself; None for no such.

    path, text: the script's.
    """
    own, seen = os.path.realpath(path), set[str]()
    for start, specifier in _loaded(text):
        found = file_of(path, specifier)
        if found is not None and loads(os.path.realpath(found), own, seen):
            return start
    return None


def loads(path: str, own: str, seen: set[str]) -> bool:
    """True if loading a file loads another one. seen: the files that are known not to."""
    pending = [path]
    while pending and len(seen) < _MOST:
        module = pending.pop()
        if module == own:
            return True
        if module not in seen:
            seen.add(module)
            found = (file_of(module, item) for item in _loaded_by(module))
            pending += (os.path.realpath(item) for item in found if item is not None)
    return False


def _loaded_by(path: str) -> tuple[str, ...]:
    try:
        state = os.stat(path)
    except OSError:
        return ()
    return _specifiers(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=10 * _MOST)
def _specifiers(path: str, changed: int, size: int) -> tuple[str, ...]:
    """The modules that a file loads; changed, size: so that one that is written is read anew."""
    text = read_script(path)
    return () if text is None else tuple(specifier for _, specifier in _loaded(text))


def loading(text: bytes) -> bytes:
    """Code that loads what a text of a script loads, and does nothing else."""
    return b"".join(b"import '%s';\n" % specifier.encode() for _, specifier in _loaded(text))


def _loaded(text: bytes) -> Iterator[tuple[int, str]]:
    for match in _LOADS.finditer(text):
        yield match.start(), match[match.lastindex or 0].decode("utf-8", "replace")


def read_script(path: str) -> bytes | None:
    """The text of a file beside the one to be fixed; None of one that can't be read."""
    try:
        data = read_module(path)
        return None if data is None else Source.from_bytes(path, data).utf8
    except (FileError, SourceError):
        return None


def _places(path: str, specifier: str) -> Iterator[str]:
    """The files that an import may mean, the likeliest first."""
    directory = os.path.dirname(path)
    bases = []
    if specifier.startswith(("./", "../")):
        bases.append(os.path.normpath(os.path.join(directory, specifier)))
    elif specifier.startswith(ALIASES):
        root = _root(os.path.abspath(directory))
        bases += (os.path.join(root, part, specifier[2:]) for part in ("src", "") if root)
    for base in bases:
        stem, suffix = os.path.splitext(base)
        yield from (base + other for other in _SUFFIXES)
        yield stem + _TYPED.get(suffix, suffix)
        yield from (os.path.join(base, f"index{other}") for other in _SUFFIXES[1:])


def allows_suffixes(data: bytes) -> bool:
    """True if a configuration of TypeScript's allows imports of `./module.ts`."""
    return _ALLOWED.search(data) is not None


def has_suffixes(path: str) -> bool:
    """True if the configuration of the project that a script is in allows those."""
    root = _root(os.path.dirname(os.path.abspath(path)))
    try:
        data = read_module(os.path.join(root, TSCONFIG)) if root else None
    except FileError:
        return False
    return data is not None and allows_suffixes(data)


def _root(directory: str) -> str:
    """The nearest directory upwards that is a project's; "" for none."""
    while not any(os.path.isfile(os.path.join(directory, name)) for name in ROOTS):
        directory, last = os.path.split(directory)
        if not last:
            return ""
    return directory
