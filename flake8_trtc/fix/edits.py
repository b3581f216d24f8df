"""One replacement in a text, putting replacements into it, and what writing them came to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.document import Document
from flake8_trtc.messages.message import Failure, Message
from flake8_trtc.model import Fix
from flake8_trtc.spans import Span


class Edit(NamedTuple):
    """Put `new` where `[start, end)` is: byte offsets into the UTF-8 text before any edit."""

    start: int
    end: int
    new: bytes


class Written(NamedTuple):
    """The new text, the fixes in it, the others with their reasons, and the edits made.

    document: the file with the new text, where the proof has read it.
    """

    utf8: bytes
    done: tuple[Fix, ...]
    refused: tuple[tuple[Fix, Message], ...]
    edits: tuple[Edit, ...]
    document: Document | None = None


class RewriteError(Failure):
    """A file can't be rewritten as a whole; says why."""


class UnparsedError(RewriteError):
    """A text can't be rewritten since the running Python can't parse it; says why."""


class StringsError(Exception):
    """Some string literals can't be written; strings: where they stand, and why."""

    def __init__(self, strings: Iterable[tuple[Span, Message]]) -> None:
        super().__init__()
        self.strings = tuple(strings)


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


def placed(edits: Iterable[Edit]) -> list[Span]:
    """Where the new text of edits is once they are made, in the order of the text."""
    spans, shift = [], 0
    for edit in sorted(edits):
        spans.append(Span(edit.start + shift, edit.start + shift + len(edit.new)))
        shift += len(edit.new) - (edit.end - edit.start)
    return spans


def before(edits: Iterable[Edit], done: Iterable[Edit]) -> list[Edit]:
    """Edits of a text as edits of the text that it was before others, which they stay clear of.

    done: the others, which don't overlap.
    """
    ordered = sorted(done)
    shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in ordered)]
    ends = [edit.end + shift for edit, shift in zip(ordered, shifts[1:], strict=True)]
    back = [(edit, shifts[bisect_right(ends, edit.start)]) for edit in edits]
    return [edit._replace(start=edit.start - by, end=edit.end - by) for edit, by in back]


def moved(spans: Iterable[Span], edits: Iterable[Edit]) -> list[Span]:
    """Where spans of a text are after edits that don't overlap.

    An edit at a span's edge that takes nothing away stands outside of it.
    """
    ordered = sorted(edits)
    starts, ends = [edit.start for edit in ordered], [edit.end for edit in ordered]
    grown = (len(edit.new) - (edit.end - edit.start) for edit in ordered)
    shifts = list(accumulate(grown, initial=0))
    places = []
    for start, end in spans:
        now = start + shifts[bisect_right(ends, start)]
        places.append(Span(now, max(now, end + shifts[bisect_left(starts, end)])))
    return places
