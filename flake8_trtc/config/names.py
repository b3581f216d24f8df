"""Names that options give and that become code: strictly those that both languages take."""

from __future__ import annotations

import keyword
import os
import re

from flake8_trtc._lean import regex
from flake8_trtc.source import DIALECTS

_JS_NAME = regex(r"[A-Za-z_$][\w$]*", re.ASCII)
RESERVED = frozenset(
    "await break case catch class const continue debugger default delete do else enum export "
    "extends false finally for function if implements import in instanceof interface let new null "
    "package private protected public return static super switch this throw true try typeof var "
    "void while with yield".split()
)
"""The words that JavaScript keeps for itself somewhere: strict, in modules, or in generators."""

_FIXED = frozenset("arguments eval undefined NaN Infinity".split())
"""Names with a meaning of their own wherever they stand."""

_SPECIAL = frozenset({"__future__", "__main__", "__init__", "__debug__"})
"""Modules that are not what their name says when they are imported."""

_NO_SPECIFIER = regex(r"[\s\x00-\x1f\x7f'\"`\\<>{}]|#$|[^./]\.$")


def is_python_name(name: str) -> bool:
    """True if Python takes a text as a name, and as that very name."""
    if not name.isidentifier() or keyword.iskeyword(name):
        return False
    if name.isascii():
        return True
    from unicodedata import normalize

    return normalize("NFKC", name) == name  # else Python takes it for another


def is_module_part(name: str) -> bool:
    """True if a text may be a part of the dotted name of a module."""
    return is_python_name(name) and name not in _SPECIAL and not _is_private(name)


def is_member_name(name: str) -> bool:
    """True if something of a module's own may have a name; Python's own `__all__` is none."""
    return is_python_name(name) and not name.startswith("__")


def _is_private(name: str) -> bool:
    """True if a class changes a name that is used in it."""
    return name.startswith("__") and not name.endswith("__")


def is_script_name(name: str) -> bool:
    """True if JavaScript takes a text as the name of a variable, in any script."""
    return _JS_NAME.fullmatch(name) is not None and name not in RESERVED and name not in _FIXED


def is_member_path(names: list[str]) -> bool:
    """True if names, put together by dots, are a variable and members of members of it."""
    first, *rest = names
    members = (name == "default" or is_script_name(name) or name in _FIXED for name in rest)
    return is_script_name(first) and all(members)


def is_written(names: list[str]) -> bool:
    """True if every one of some texts has the form of a name in JavaScript."""
    return all(map(_JS_NAME.fullmatch, names))


def is_specifier(text: str) -> bool:
    """True if a text can stand in quotes in any script as the name of a module."""
    return bool(text) and text.isprintable() and _NO_SPECIFIER.search(text) is None


def module_of(text: str) -> str | None:
    """What names the module where a text is the path of a script: `./codes.js` for `codes.js`."""
    if DIALECTS.get(os.path.splitext(text)[1]) not in {"js", "ts", "tsx"} or not is_specifier(text):
        return None
    return text if text.startswith((".", "/", "@")) else f"./{text}"
