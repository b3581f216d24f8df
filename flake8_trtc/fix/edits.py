"""One replacement in a text, and putting replacements into it. Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Put `new` where `[start, end)` is: byte offsets into the UTF-8 text before any edit."""

    start: int
    end: int
    new: bytes


def splice(utf8: bytes, edits: Iterable[Edit]) -> bytes:
    """Apply edits that don't overlap, in any order; every other byte stays as it is."""
    parts: list[bytes] = []
    done = 0
    for edit in sorted(edits):
        parts += utf8[done : edit.start], edit.new
        done = edit.end
    parts.append(utf8[done:])
    return b"".join(parts)
