"""One replacement in a text, putting replacements into it, and what a round of them came to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flake8_trtc.model import Fix


class Edit(NamedTuple):
    """Put `new` where `[start, end)` is: byte offsets into the UTF-8 text before any edit."""

    start: int
    end: int
    new: bytes


class Written(NamedTuple):
    """One round's new text, the fixes in it, the others with their reasons, and the edits made."""

    utf8: bytes
    done: tuple[Fix, ...]
    refused: tuple[tuple[Fix, str], ...]
    edits: tuple[Edit, ...]


class RewriteError(Exception):
    """A file can't be rewritten as a whole; says why."""


class ProofError(Exception):
    """A rewrite is not what it should be; says how."""


def splice(utf8: bytes, edits: Iterable[Edit]) -> bytes:
    """Apply edits that don't overlap, in any order; every other byte stays as it is."""
    parts: list[bytes] = []
    done = 0
    for edit in sorted(edits):
        parts += utf8[done : edit.start], edit.new
        done = edit.end
    parts.append(utf8[done:])
    return b"".join(parts)
