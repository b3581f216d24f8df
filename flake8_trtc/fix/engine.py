"""One file, in memory: scan, plan, write, prove. Nothing here touches a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flake8_trtc.scan import scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_trtc.model import Finding, Fix
    from flake8_trtc.options import Options
    from flake8_trtc.source import Source

# A rewrite may make another number certain (the file now imports ErrorCode); two rounds settle it.
_ROUNDS = 6
_EMBEDDED = "it stands in JavaScript inside a string, which is not rewritten yet"


class Refused(NamedTuple):
    """A finding that is not rewritten, and why, in words for the user."""

    finding: Finding
    reason: str


class Outcome(NamedTuple):
    """What became of a file.

    new: its new bytes, None where nothing is to be written; fixed: what was rewritten, at its old
    position; refusals: what a fix exists for but not here; remaining: what only a person can
    settle; error: why nothing of the file is written although there was something to fix.
    """

    new: bytes | None = None
    fixed: tuple[Finding, ...] = ()
    refusals: tuple[Refused, ...] = ()
    remaining: tuple[Finding, ...] = ()
    error: str | None = None


class Written(NamedTuple):
    """One round's new text, the fixes in it, and the others with their reasons."""

    utf8: bytes
    done: tuple[Fix, ...]
    refused: tuple[tuple[Fix, str], ...]


class RewriteError(Exception):
    """A file can't be rewritten as a whole; says why."""


def fix_source(source: Source, options: Options) -> Outcome:
    """Rewrite everything in a file that has a fix and that the options select.

    The new bytes are proved: they parse, differ only in the numbers and one import, and would not
    be changed by a second run. Never raises for what is in the file; see `Outcome.error`.
    """
    from flake8_trtc.source import Source, SourceError

    write = _WRITERS["python"]
    current = source
    fixed: list[Finding] = []
    for _ in range(_ROUNDS):
        findings = _wanted(current, options)
        open_ = [item for item in findings if item.fix is not None and item.region is None]
        refusals = [
            Refused(item, item.refusal or _EMBEDDED)
            for item in findings
            if item.refusal is not None or (item.fix is not None and item.region is not None)
        ]
        written: Written | None = None
        if open_:
            try:
                written = write(current, _fixes(open_), options)
            except RewriteError as error:
                return Outcome(remaining=tuple(findings), error=str(error))
            reasons = dict(written.refused)
            refusals += (
                Refused(item, reasons[item.fix])
                for item in open_
                if item.fix is not None and item.fix in reasons
            )
        if written is None or not written.done:
            break
        done = set(written.done)
        fixed += (item for item in open_ if item.fix in done)
        current = Source(source.path, written.utf8, source.encoding, source.bom)
    else:
        return Outcome(error="the fix does not settle: each round finds more to rewrite")
    refusals.sort(key=lambda refused: refused.finding.span)
    remaining = tuple(item for item in findings if item.fix is None and item.refusal is None)
    if not fixed:
        return Outcome(None, (), tuple(refusals), remaining)
    try:
        new = source.encode(current.utf8)
        if Source.from_bytes(source.path, new).utf8 != current.utf8:
            return Outcome(error="the new text does not survive the file's encoding")
    except SourceError as error:
        return Outcome(error=str(error))
    return Outcome(new, tuple(fixed), tuple(refusals), remaining)


def _wanted(source: Source, options: Options) -> list[Finding]:
    """What flake8 would show of a file: selected, and not silenced by a noqa."""
    findings = scan(source, options)
    if not findings:
        return []
    from flake8_trtc.suppress import unsuppressed

    selected = [item for item in findings if options.wants(item.code, source.path)]
    return unsuppressed(source, selected)


def _fixes(findings: list[Finding]) -> list[Fix]:
    """The fixes of findings, one a span (two rules may want the same)."""
    fixes: dict[tuple[int, int], Fix] = {}
    for finding in findings:
        if finding.fix is not None:
            fixes.setdefault(finding.fix.span, finding.fix)
    return list(fixes.values())


def write_python(source: Source, fixes: list[Fix], options: Options) -> Written:
    """Write a round of fixes into Python, and prove it. Raises RewriteError."""
    from flake8_trtc.fix import imports, syntax, verify
    from flake8_trtc.fix.edits import Edit, splice
    from flake8_trtc.fix.pieces import cut
    from flake8_trtc.languages.python.grammar import parse

    utf8 = source.utf8
    try:
        tree = syntax.parse(source.text)
        pieces, misfits = cut(utf8, parse(utf8), fixes)
        refused = [(misfit.fix, misfit.reason) for misfit in misfits]
        binding: imports.Binding | None = None
        targets = [target for piece in pieces for target in piece.targets if target.fix.qualified]
        if targets:
            found = imports.resolve(
                source.path, tree, syntax.Lines(utf8), targets, options.error_code
            )
            if isinstance(found, str):
                refused += ((target.fix, found) for target in targets)
                pieces = [
                    piece._replace(targets=left)
                    for piece in pieces
                    if (left := tuple(t for t in piece.targets if not t.fix.qualified))
                ]
            else:
                binding = found
        from flake8_trtc.fix.rewrite import rewrite

        edits: list[Edit] = []
        done: list[Fix] = []
        for piece in pieces:
            result = rewrite(utf8, piece, binding.expression if binding else "")
            if isinstance(result, Edit):
                edits.append(result)
                done += (target.fix for target in piece.targets)
            else:
                refused += ((misfit.fix, misfit.reason) for misfit in result)
        if not any(fix.qualified for fix in done):
            binding = None
        if binding is not None and binding.edit is not None:
            edits.append(binding.edit)
        new = splice(utf8, edits)
        if done:
            verify.check_bytes(utf8, new, done, binding)
            verify.check_trees(utf8, new, tree, done, binding)
    except syntax.ParseError as error:
        raise RewriteError(str(error)) from None
    except verify.ProofError as error:
        raise RewriteError(f"the rewrite failed its own proof: {error}") from None
    return Written(new, tuple(done), tuple(refused))


# A host language is one row: how its files are written.
_WRITERS: dict[str, Callable[[Source, list[Fix], Options], Written]] = {"python": write_python}
