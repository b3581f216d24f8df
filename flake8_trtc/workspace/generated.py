"""Scripts that are not the project's own: built, minified, or copied from elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flake8_trtc._lean import regex
from flake8_trtc.catalog.codes import BY_NAME
from flake8_trtc.messages import failures
from flake8_trtc.source import dialect_of

if TYPE_CHECKING:
    from flake8_trtc.messages.message import Message

_SCRIPTS = frozenset({"js", "ts", "tsx"})
_LINE = 500
"""Bytes a line on average, from which a script is taken for a built one."""
_BUILT = 2000
_ENTRIES = 10
"""Names with their values, from which a table of codes is taken for the SDK's."""
_ENTRY = regex(rb"\b([A-Z][A-Z\d_]{4,})[\"']?\s*[:=]\s*(0[xX][\da-fA-F]{1,8}|[1-9]\d{0,8}|0)\b")
_CLASS = regex(rb"\bgetExtraCode[\"']?\s*(?:\(\s*\)\s*\{|,\s*value\b|[:=]\s*(?:function|\())")
"""A method that is defined, and not called: `getExtraCode() {`, `key: "getExtraCode", value:`."""


def not_ours(path: str, data: bytes) -> Message | None:
    """Why a file is not to be looked at though it may hold a code, or None. data: its bytes."""
    if dialect_of(path) not in _SCRIPTS:
        return None
    minified = ".min." in os.path.basename(path)
    if minified or (len(data) > _BUILT and len(data) > _LINE * (data.count(b"\n") + 1)):
        return failures.SDK_BUILD() if _is_sdk(data) else failures.MINIFIED()
    return failures.SDK_BUILD() if len(data) > 100_000 and _is_sdk(data) else None


def _is_sdk(data: bytes) -> bool:
    """True if a script holds the SDK's own table of codes, and the class of its errors.

    The oldest builds have 12 of the names; a project's own copy of the table is no class.
    """
    if _CLASS.search(data) is None:
        return False
    entries = {
        name
        for name, value in _ENTRY.findall(data)
        if (constant := BY_NAME.get(name.decode())) is not None and _number(value) == constant.value
    }
    return len(entries) >= _ENTRIES


def _number(text: bytes) -> int:
    return int(text, 16 if text[1:2] in {b"x", b"X"} else 10)
