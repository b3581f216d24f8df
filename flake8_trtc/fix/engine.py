"""One file, in memory: scan, plan, write, prove. Nothing here touches a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flake8_trtc.scan import shown

if TYPE_CHECKING:
    from flake8_trtc.fix.edits import Written
    from flake8_trtc.model import Finding, Fix
    from flake8_trtc.options import Options
    from flake8_trtc.source import Source

# A rewrite may make another number certain (the file now imports ErrorCode); two rounds settle it.
_ROUNDS = 6
_LOUD = frozenset({"TRT000", "TRT904"})
"""What no comment silences."""


class Refused(NamedTuple):
    """A finding that is not rewritten, and why, in words for the user."""

    finding: Finding
    reason: str


class Note(NamedTuple):
    """Something to know of a fixed file: 1-based line and column of the new text, one line."""

    line: int
    column: int
    text: str


class Outcome(NamedTuple):
    """What became of a file.

    new: its new bytes, None where nothing is to be written; fixed: what was rewritten, at its old
    position; refusals: what a fix exists for but not here; remaining: what only a person can
    settle; notes: what the user should know of the new text, with its line and column there;
    error: why nothing of the file is written although there was something to fix; silenced: what a
    comment was written for, unsilenced: what one was asked for and has no room, both at their
    position after the fix.
    """

    new: bytes | None = None
    fixed: tuple[Finding, ...] = ()
    refusals: tuple[Refused, ...] = ()
    remaining: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    error: str | None = None
    silenced: tuple[Finding, ...] = ()
    unsilenced: tuple[Finding, ...] = ()


def fix_source(source: Source, options: Options, silence: tuple[str, ...] = ()) -> Outcome:
    """Rewrite everything in a file that has a fix and that the options select.

    silence: prefixes of codes whose findings, where they stay, are to get a comment that silences
    them.

    The new bytes are proved: they parse, differ only in the numbers and what declares or imports
    the constants, and would not be changed by a second run. Never raises for what is in the file;
    see `Outcome.error`.
    """
    from flake8_trtc.source import Source, SourceError

    current = source
    fixed: list[Finding] = []
    for _ in range(_ROUNDS):
        findings = shown(current, options)
        open_ = [item for item in findings if item.fix is not None]
        refusals = [Refused(item, item.refusal) for item in findings if item.refusal is not None]
        if not open_:
            break
        from flake8_trtc.fix.edits import RewriteError

        try:
            written = _write(current, open_, options)
        except RewriteError as error:
            return Outcome(remaining=tuple(findings), error=str(error))
        reasons = dict(written.refused)
        refusals += (
            Refused(item, reasons[item.fix])
            for item in open_
            if item.fix is not None and item.fix in reasons
        )
        if not written.done:
            break
        done = set(written.done)
        fixed += (item for item in open_ if item.fix in done)
        current = Source(source.path, written.utf8, source.encoding, source.bom)
    else:
        return Outcome(error="the fix does not settle: each round finds more to rewrite")
    refusals.sort(key=lambda refused: refused.finding.span)
    remaining = tuple(item for item in findings if item.fix is None and item.refusal is None)
    outcome = Outcome(None, tuple(fixed), tuple(refusals), remaining)
    if fixed:
        outcome = outcome._replace(notes=_notes(source, current, options))
    stays = [item for item in findings if silence and item.code.startswith(silence)]
    stays = [item for item in stays if item.code not in _LOUD]
    if stays:
        current, outcome = _silence(current, stays, options, outcome)
    if current is source:
        return outcome
    try:
        new = source.encode(current.utf8)
        if Source.from_bytes(source.path, new).utf8 != current.utf8:
            return Outcome(error="the new text does not survive the file's encoding")
    except SourceError as error:
        return Outcome(error=str(error))
    return outcome._replace(new=new)


def _silence(
    source: Source, stays: list[Finding], options: Options, outcome: Outcome
) -> tuple[Source, Outcome]:
    """Write comments for what stays of a fixed file; the file, and what became of it now."""
    from flake8_trtc.fix.silence import silence
    from flake8_trtc.source import Source

    written = silence(source, stays, options)
    done = set(written.done)
    outcome = outcome._replace(
        refusals=tuple(item for item in outcome.refusals if item.finding not in done),
        remaining=tuple(item for item in outcome.remaining if item not in done),
        silenced=written.done,
        unsilenced=written.refused,
    )
    if written.utf8 == source.utf8:
        return source, outcome
    return Source(source.path, written.utf8, source.encoding, source.bom), outcome


def _notes(before: Source, after: Source, options: Options) -> tuple[Note, ...]:
    from flake8_trtc.fix.eslint import RULE, made_useless

    return tuple(
        Note(*after.position(span.start), f"{RULE.decode()} has nothing to silence here any more")
        for span in made_useless(before, after, options)
    )


def _write(source: Source, findings: list[Finding], options: Options) -> Written:
    """Write one round: Python's own code, and the code in its strings; or that of a page.

    Raises RewriteError.
    """
    from flake8_trtc.fix.embedded import write_embedded
    from flake8_trtc.source import language_of

    if language_of(source.path) != "python":
        return write_embedded(source, findings, options)
    from flake8_trtc.fix.python import stands_in_string, write_python

    own = _fixes([item for item in findings if item.region is None])
    inside = [item for item in findings if item.region is not None]
    refused: tuple[tuple[Fix, str], ...] = ()
    # A number in a hole of a string changes the string's text: the code in it has to wait.
    if not inside or any(stands_in_string(source, fix) for fix in own):
        written = write_python(source, own, options)
        if written.done or not inside:
            return written
        own, refused = [], written.refused
    written = write_embedded(source, inside, options, own)
    return written._replace(refused=(*refused, *written.refused))


def _fixes(findings: list[Finding]) -> list[Fix]:
    """The fixes of findings, one a span (two rules may want the same)."""
    fixes: dict[tuple[int, int], Fix] = {}
    for fix in (finding.fix for finding in findings if finding.fix is not None):
        fixes.setdefault(fix.span, fix)
    return list(fixes.values())
