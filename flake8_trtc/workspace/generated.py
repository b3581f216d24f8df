"""Scripts that are not the project's own: built, minified, or copied from elsewhere."""

from __future__ import annotations

import os

from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.source import language_of

_SCRIPTS = frozenset({"js", "ts", "tsx"})
_LINE = 500
"""Bytes a line on average, from which a script is taken for a built one."""
_BUILT = 2000
_MEMBERS = frozenset(constant.name.encode() for constant in CONSTANTS.values())


def not_ours(path: str, data: bytes) -> str | None:
    """Why a file is not to be looked at though it may hold a code, or None. data: its bytes."""
    if language_of(path) not in _SCRIPTS:
        return None
    minified = ".min." in os.path.basename(path)
    if minified or (len(data) > _BUILT and len(data) > _LINE * (data.count(b"\n") + 1)):
        return "a build of the TRTC SDK" if _is_sdk(data) else "minified"
    return "a build of the TRTC SDK" if len(data) > 100_000 and _is_sdk(data) else None


def _is_sdk(data: bytes) -> bool:
    """Whether a script holds the SDK's own table of codes, and the class of its errors."""
    named = sum(1 for name in _MEMBERS if name in data)
    return named * 5 >= len(_MEMBERS) * 4 and b"getCode" in data
