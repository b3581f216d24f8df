"""The edits of the fix to a file, told apart by finding, for reports that carry fixes.

The fix writes a file as a whole: numbers become names, and somewhere the names are imported or
declared. A finding's own fix is its number's change and whatever is not a number's change, so that
it is right by itself; applied together, each change once, they make the file that the fix makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from flake8_trtc.config.options import Options
from flake8_trtc.detect.reported import Replacement
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.document import Document
from flake8_trtc.model import Fix
from flake8_trtc.source import Source
from flake8_trtc.spans import Span

_LINE = re.compile(rb"[^\r\n]*(?:\r\n?|\n|\Z)")


def rewrites(document: Document, options: Options) -> dict[Span, tuple[Replacement, ...]]:
    """The replacements for each finding that the fix rewrites, by the finding's span."""
    source = document.source
    outcome = fix_source(source, options, document=document)
    if outcome.new is None:
        return {}
    new = Source.from_bytes(source.path, outcome.new).utf8
    fixes = {item.span: item.fix for item in outcome.fixed if item.fix is not None}
    own: dict[Span, Replacement] = {}
    shared: list[Replacement] = []
    for start, end, text in _hunks(source.utf8, new):
        within = [fix for span, fix in sorted(fixes.items()) if start <= span.start < end]
        parts = _parts(source.utf8[start:end], start, text, within) if within else None
        if parts is None:
            shared.append(_replacement(source, start, end, text))
            continue
        before, names, after = parts
        own |= {
            fix.span: _replacement(source, *fix.span, name)
            for fix, name in zip(within, names, strict=True)
        }
        shared += (
            _replacement(source, at, at, added)
            for at, added in ((start, before), (end, after))
            if added
        )
    return {span: tuple(sorted([*shared, own[span]] if span in own else shared)) for span in fixes}


def _hunks(old: bytes, new: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Runs of lines that differ: where they stand in the old text, and the new lines."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        if tag != "equal":
            yield starts[i1], starts[i2], b"".join(after[j1:j2])


def _parts(
    old: bytes, start: int, new: bytes, fixes: list[Fix]
) -> tuple[bytes, list[bytes], bytes] | None:
    """The text that a hunk puts before its lines, for each number in them, and after them.

    None where it does something else. old stands at `start`; the fixes are in it, in order.
    """
    pattern, done = b"(.*?)", 0
    for fix in fixes:
        gap = old[done : fix.span.start - start]
        pattern += re.escape(gap) + rb"([ (]*(?:[\w$]+\.)*%b[ )]*)" % fix.constant.encode()
        done = fix.span.end - start
    match = re.fullmatch(pattern + re.escape(old[done:]) + b"(.*)", new, re.DOTALL)
    if match is None:
        return None
    before, *names, after = match.groups()
    return before, names, after


def _replacement(source: Source, start: int, end: int, text: bytes) -> Replacement:
    return Replacement(*source.position(start), *source.position(end), text.decode("utf-8"))
