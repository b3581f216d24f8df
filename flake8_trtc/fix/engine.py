"""One file, in memory: scan, plan, write, prove. Nothing here touches a disk."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.detect.scan import shown
from flake8_trtc.messages import failures, refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from flake8_trtc.config.options import Options
    from flake8_trtc.fix.edits import Edit, Written
    from flake8_trtc.languages.document import Document
    from flake8_trtc.messages.message import Message
    from flake8_trtc.model import Codes, Finding, Fix
    from flake8_trtc.source import Source
    from flake8_trtc.spans import Span


class Refused(NamedTuple):
    """A finding that is not rewritten, and why, in words for the user."""

    finding: Finding
    reason: Message


class Note(NamedTuple):
    """Something to know of a fixed file: 1-based line and column of the new text, one line.

    before: the line and column in the old text.
    """

    line: int
    column: int
    text: Message
    before: tuple[int, int]


class Outcome(NamedTuple):
    """The outcome of a file's fix.

    new: its new bytes, None where nothing is to be written; fixed: what was rewritten, at its old
    position; refusals: what a fix exists for but not here; remaining: what only a person can
    settle; notes: what the user should know of the new text, with its line and column there;
    error: why nothing of the file is written although there was something to fix; silenced: what a
    comment was written for, unsilenced: what one was asked for and has no room, both at their
    position after the fix; lost: the line and column of what may hold a code and could not be
    parsed; edits: of the old text, comments aside; before: the line and column in the old text of
    what is not rewritten.
    """

    new: bytes | None = None
    fixed: tuple[Finding, ...] = ()
    refusals: tuple[Refused, ...] = ()
    remaining: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    error: Message | None = None
    silenced: tuple[Finding, ...] = ()
    unsilenced: tuple[Finding, ...] = ()
    lost: tuple[int, int] | None = None
    edits: tuple[Edit, ...] = ()
    before: Mapping[Finding, tuple[int, int]] = {}


def fix_source(
    source: Source,
    options: Options,
    silence: tuple[str, ...] = (),
    document: Document | None = None,
    wanted: Callable[[Finding], bool] | None = None,
) -> Outcome:
    """Rewrite everything in a file that has a fix and that the options select.

    silence: prefixes of codes whose findings, where they stay, are to get a comment that silences
    them; document: the source's, where it is at hand; wanted: which findings are to be rewritten,
    where not all of them are.

    What is rewritten is planned once, from the findings of the file as it is: what the fix has
    written makes no other number a finding. The new bytes are proved: they parse, and differ only
    in the numbers and what declares or imports the constants. Never raises for what is in the
    file; see `Outcome.error`.
    """
    from flake8_trtc.fix.edits import RewriteError
    from flake8_trtc.languages.document import Document

    document = document or Document(source)
    found = shown(document, options)
    plan = _Plan(document, found, options)
    chosen = found if wanted is None else [item for item in found if wanted(item)]
    left_alone = {item.span for item in found} - {item.span for item in chosen}
    try:
        for turn in _turns(document, chosen):
            plan.write(turn)
    except RewriteError as error:
        return Outcome(remaining=tuple(found), error=error.message)
    current, refusals, remaining = plan.document, [], []
    for item, place in plan.left():
        reason = item.refusal or (plan.reasons.get(place) if place is not None else None)
        if place in left_alone or (item.fix is None and item.refusal is None):
            remaining.append(item)
        elif reason is not None:
            refusals.append(Refused(item, reason))
        else:
            return Outcome(error=failures.NOT_CONVERGED())
    outcome = Outcome(
        None, tuple(plan.fixed), tuple(refusals), tuple(remaining), lost=document.lost
    )
    outcome = outcome._replace(edits=tuple(plan.edits), before=dict(plan.before()))
    if plan.fixed:
        outcome = outcome._replace(notes=_notes(document, current, options))
    stays = [item for item, _ in plan.left() if silence and item.code.startswith(silence)]
    stays = [item for item in stays if RULES[item.code].silenceable]
    if stays:
        current, outcome = _silence(current, stays, options, outcome)
    return outcome if current is document else _encoded(source, current.source, outcome)


def refusals_of(document: Document, found: list[Finding], options: Options) -> dict[Span, Message]:
    """Why findings that have a fix would not be rewritten, by their span; nothing is written.

    found: of the document. It costs what the plan costs: LibCST, which could refuse a statement
    that the running Python takes, is not asked.
    """
    from flake8_trtc.fix.edits import RewriteError
    from flake8_trtc.fix.embedded import write_embedded

    refused: dict[Span, Message] = {}
    for family in _FAMILIES:
        fixable = [item for item in found if _codes(item) in family]
        if not fixable:
            continue
        own, inside = _parted(document, fixable)
        try:
            written = write_embedded(document, inside, options, own, draft=True)
        except RewriteError as error:
            refused |= {item.span: error.message for item in fixable}
        else:
            refused |= {fix.span: reason for fix, reason in written.refused}
    return refused


def silence_source(source: Source, options: Options, wanted: Callable[[Finding], bool]) -> Outcome:
    """Write comments that silence some of the findings of a file, and nothing else.

    wanted: which; a comment speaks for all findings of a rule on its line.
    """
    from flake8_trtc.languages.document import Document

    document = Document(source)
    found = shown(document, options)
    stays = [item for item in found if wanted(item) and RULES[item.code].silenceable]
    if not stays:
        return Outcome(remaining=tuple(found))
    current, outcome = _silence(document, stays, options, Outcome(remaining=tuple(found)))
    return outcome if current is document else _encoded(source, current.source, outcome)


def _encoded(source: Source, current: Source, outcome: Outcome) -> Outcome:
    """The outcome of a file's fix, with its new bytes in its own encoding."""
    from flake8_trtc.source import Source, SourceError

    try:
        new = source.encode(current.utf8)
        if Source.from_bytes(source.path, new).utf8 != current.utf8:
            return Outcome(error=failures.NOT_ENCODABLE())
    except SourceError as error:
        return Outcome(error=error.message)
    return outcome._replace(new=new)


class _Plan:
    """The findings of a file as it was, and where they are as it is rewritten.

    document: the file as it is now; fixed: what has been rewritten; reasons: why others were not,
    by their old span.
    """

    def __init__(self, document: Document, found: list[Finding], options: Options) -> None:
        self.document = document
        self.fixed: list[Finding] = []
        self.edits: list[Edit] = []
        self.reasons: dict[Span, Message] = {}
        self._options = options
        self._found = found
        self._now = found  # the findings of the file as it is now
        self._places = {item.span: item.span for item in found}  # where each is now

    def write(self, findings: list[Finding]) -> None:
        """Rewrite some of the findings of the file as it was. Raises RewriteError."""
        from flake8_trtc.fix.edits import before, moved

        old = {self._places[item.span]: item for item in findings}
        here = [item for item in self._now if item.fix is not None and item.span in old]
        written = _write(self.document, here, self._options)
        for fix, reason in written.refused:
            self.reasons[old[fix.span].span] = reason
        if not written.done:
            return
        done = {old[fix.span].span for fix in written.done}
        self.fixed += (item for item in findings if item.span in done)
        places = moved(self._places.values(), written.edits)
        self._places = dict(zip(self._places, places, strict=True))
        self.edits += before(written.edits, self.edits)
        self.document = written.document or self.document.revised(written.utf8)
        self._now = shown(self.document, self._options)

    def left(self) -> Iterator[tuple[Finding, Span | None]]:
        """Findings that are left, as they are now, each with the old span of its place.

        A constant stands inside the place that its number had. What has a fix, but no place, was
        no finding before. What was refused may have been found by what is rewritten: it stays.
        """
        seen = set()
        places = sorted((now, old) for old, now in self._places.items())
        starts = [now.start for now, _ in places]
        for item in self._now:
            at = bisect_right(starts, item.span.start) - 1
            known = at >= 0 and item.span.end <= places[at][0].end
            if known or not (item.fix or item.refusal):
                yield item, places[at][1] if known else None
            if known:
                seen.add(places[at][1])
        for item in self._found:
            refused = item.span in self.reasons or item.refusal is not None
            if refused and item.span not in seen:
                span = self._places[item.span]
                line, column = self.document.source.position(span.start)
                yield item._replace(span=span, line=line, column=column), item.span

    def before(self) -> Iterator[tuple[Finding, tuple[int, int]]]:
        """The findings that are left, each with the line and column that its place had."""
        old = {item.span: (item.line, item.column) for item in self._found}
        yield from ((item, old[place]) for item, place in self.left() if place in old)


def _turns(document: Document, found: list[Finding]) -> Iterator[list[Finding]]:
    """Findings that can be written at once.

    A number in a hole of a string changes the string's text: the code in it has to wait. So does
    what another import or declaration brings: each finds the place that the one before has left.
    """
    for family in _FAMILIES:
        yield from _at_once(document, [item for item in found if _codes(item) in family])


_FAMILIES: tuple[frozenset[Codes], ...] = (
    frozenset({"v4", "liteav"}),
    frozenset({"v5", "v5-moved", "v5-extra"}),
)


def _codes(item: Finding) -> Codes | None:
    return None if item.fix is None else item.fix.codes


def _at_once(document: Document, fixable: list[Finding]) -> Iterator[list[Finding]]:
    own = [item for item in fixable if not item.text_number]
    if len(own) < len(fixable) and document.root.dialect == "python":
        from flake8_trtc.fix.python.writer import stands_in_string

        if any(stands_in_string(document.root, fix) for fix in _fixes(own)):
            yield own
            fixable = [item for item in fixable if item.text_number]
    if fixable:
        yield fixable


def _silence(
    document: Document, stays: list[Finding], options: Options, outcome: Outcome
) -> tuple[Document, Outcome]:
    """Write comments for what stays of a fixed file; the file, and what became of it now."""
    from flake8_trtc.fix.add_ignore.writer import silence

    written = silence(document, stays, options)
    done = set(written.done)
    outcome = outcome._replace(
        refusals=tuple(item for item in outcome.refusals if item.finding not in done),
        remaining=tuple(item for item in outcome.remaining if item not in done),
        silenced=written.done,
        unsilenced=written.refused,
    )
    return written.document, outcome


def _notes(before: Document, after: Document, options: Options) -> tuple[Note, ...]:
    from flake8_trtc.fix.javascript.eslint import RULE, made_useless

    return tuple(
        Note(
            *after.source.position(new.start),
            refusals.USELESS_COMMENT(rule=RULE.decode()),
            before.source.position(old.start),
        )
        for old, new in made_useless(before, after, options)
    )


def _write(document: Document, findings: list[Finding], options: Options) -> Written:
    """Write Python's own code, and the code in its strings; or that of a page.

    Raises RewriteError.
    """
    own, inside = _parted(document, findings)
    if not inside and document.root.dialect == "python":
        from flake8_trtc.fix.python.writer import write_python

        return write_python(document.root, own, options)
    from flake8_trtc.fix.embedded import write_embedded

    return write_embedded(document, inside, options, own)


def _parted(document: Document, findings: list[Finding]) -> tuple[list[Fix], list[Finding]]:
    """The fixes of Python's own code, and the findings in texts inside a file."""
    if document.root.dialect != "python":
        return [], findings
    own = _fixes([item for item in findings if not item.text_number])
    return own, [item for item in findings if item.text_number]


def _fixes(findings: list[Finding]) -> list[Fix]:
    """The fixes of findings, one a span (two rules may want the same)."""
    fixes: dict[tuple[int, int], Fix] = {}
    for fix in (finding.fix for finding in findings if finding.fix is not None):
        fixes.setdefault(fix.span, fix)
    return list(fixes.values())
