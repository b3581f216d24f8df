"""The edits of the fix to a file, told apart by finding, for reports that carry fixes.

The fix writes a file as a whole: numbers become names, and somewhere the names are imported or
declared. A finding's own fix is its number's change; what is declared is in the fix of the first
finding that uses it. So all fixes of a file, applied together, make the file that the fix makes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from flake8_trtc._lean import regex
from flake8_trtc.config.options import Options
from flake8_trtc.detect.reported import Replacement
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.document import Document
from flake8_trtc.source import Source
from flake8_trtc.spans import Span

_SAYS = regex(rb"\w")


def rewrites(
    document: Document, options: Options
) -> tuple[dict[Span, tuple[Replacement, ...]], bool]:
    """The replacements for each finding that the fix rewrites, by the finding's span.

    And whether each finding's stand alone: nothing is imported or declared for several.
    """
    source = document.source
    outcome = fix_source(source, options, document=document)
    spans = sorted({item.span for item in outcome.fixed})
    made: dict[Span, list[Edit]] = {span: [] for span in spans}
    shared = []
    for edit in sorted(outcome.edits if outcome.new is not None else ()):
        span = Span(edit.start, edit.end)
        if span in made:
            made[span].append(edit)
        else:
            shared.append(edit)
    for span, edit in _owned(shared, spans):
        made[span].append(edit)
    replaced = {
        span: tuple(_replacement(source, edit) for edit in sorted(edits))
        for span, edits in made.items()
    }
    return replaced, not shared


def _owned(shared: list[Edit], spans: list[Span]) -> Iterator[tuple[Span, Edit]]:
    """Each of the changes that are no number's, with the finding that it goes with.

    It is the next one after it: it uses what is declared first. What only closes a block, or moves
    a line, goes with what opened it. spans: of the findings, in order.
    """
    owner = next(iter(spans), Span(0, 0))
    for edit in shared:
        if _SAYS.search(edit.new) is not None:
            owner = spans[min(bisect_left(spans, Span(edit.start, 0)), len(spans) - 1)]
        yield owner, edit


def _replacement(source: Source, edit: Edit) -> Replacement:
    start, end = source.position(edit.start), source.position(edit.end)
    return Replacement(*start, *end, edit.new.decode("utf-8"))
