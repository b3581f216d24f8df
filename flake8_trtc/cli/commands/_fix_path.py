"""One path: read it, fix it in memory, write it back; what happened comes back as plain data."""

from __future__ import annotations

import os

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.api import fix_text
from flake8_trtc.messages import failures, run
from flake8_trtc.workspace import files
from flake8_trtc.workspace.walk import within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.config.options import Options
    from flake8_trtc.fix.constants_module import Missing
    from flake8_trtc.fix.engine import Note, Outcome
    from flake8_trtc.messages.message import Message
    from flake8_trtc.model import Finding

_TRIES = 3
_DECLARED = regex(rb"\s*(?:\{\s*)?(?:const|class) (?:Trtc)?ErrorCode\b")


class Job(NamedTuple):
    """How files are to be treated.

    write: put the result in the file; diff: describe it; supply: write the module of the constants
    where it is missing; silence: prefixes of codes whose findings, where they stay, get a comment;
    named: the paths of the command line; colour: of the diff.
    """

    options: Options
    write: bool
    diff: bool
    supply: bool = False
    silence: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    colour: bool = False


class Result(NamedTuple):
    """The result of fixing one file; small, since it may come from another process.

    fixed: how many findings were rewritten, or would be; refusals: one line each; reasons: those
    of the refusals; remaining: how many findings no fix exists for; notes: one line each, about the
    new text; error: why the file was not treated, one line without the path; diff: a unified diff
    in the file's own bytes, b"" where none was asked for; missing: the module of its constants,
    where that is not there; unversioned: its SDK was looked for and not found; silenced: how many
    findings got a comment, or would; unsilenced: one line for each that was to get one; lost: the
    line and column of what may hold a code and could not be parsed. declares: a script got
    constants of its own; imports: a file got an import of flake8_trtc.
    """

    path: str
    fixed: int = 0
    refusals: tuple[Message, ...] = ()
    reasons: tuple[Message, ...] = ()
    remaining: int = 0
    notes: tuple[Message, ...] = ()
    error: Message | None = None
    diff: bytes = b""
    missing: Missing | None = None
    unversioned: bool = False
    silenced: int = 0
    unsilenced: tuple[Message, ...] = ()
    lost: tuple[int, int] | None = None
    declares: bool = False
    imports: bool = False

    @property
    def speaks(self) -> bool:
        """True if there is anything to print of it."""
        told = self.refusals or self.notes or self.unsilenced
        return bool(self.fixed or self.silenced or told or self.error or self.diff)


def fix_path(path: str, job: Job) -> Result:
    """Fix one file. Whatever goes wrong with it is in the result."""
    # A tree is not to have the files around it rewritten.
    if os.path.islink(path) and path not in job.named and not within(path, job.named):
        return Result(path, notes=(run.SKIPPED(path=path, reason=failures.LEAVES_TREE()),))
    left = _TRIES
    while True:
        left -= 1
        try:
            return describe(path, *_fixed(path, job), job)
        except files.FileError as error:
            # An editor saves it, or another name of it is fixed: then it is read anew.
            if not (left and isinstance(error, files.Changed)):
                return Result(path, error=error.message)


def _fixed(path: str, job: Job) -> tuple[bytes, Outcome]:
    """A file's bytes before, and what became of it. Raises FileError."""
    data, stamp = files.read(path)
    outcome = fix_text(path, data, job.options, job.silence)
    if job.write and outcome.new is not None:
        files.replace(path, outcome.new, stamp)
    return data, outcome


def _declares(path: str, outcome: Outcome) -> bool:
    """True if a script of modules has got constants of its own that it could import instead."""
    from flake8_trtc.model import SCRIPTS
    from flake8_trtc.source import dialect_of

    if dialect_of(path) not in {*SCRIPTS, "vue"}:
        return False
    return any(_DECLARED.match(edit.new) is not None for edit in outcome.edits)


def _position(item: Finding | Note, before: tuple[int, int] | None) -> dict[str, int]:
    """Where something stands in the file on disk. before: where, if that is not the fixed one."""
    line, column = before or (item.line, item.column)
    return {"line": line, "column": column}


def describe(path: str, data: bytes, outcome: Outcome, job: Job) -> Result:
    """Put an outcome in the words of the command line."""
    from flake8_trtc.detect.sdk import unversioned

    before = {} if job.write else outcome.before
    refusals = tuple(
        run.NOT_FIXED(path=path, **_position(at, before.get(at)), reason=reason)
        for at, reason in outcome.refusals
    )
    notes = tuple(
        run.NOTE(path=path, **_position(note, None if job.write else note.before), text=note.text)
        for note in outcome.notes
    )
    unsilenced = tuple(
        run.NOT_SILENCED(path=path, **_position(at, before.get(at)), code=at.code)
        for at in outcome.unsilenced
    )
    text = b""
    if job.diff and outcome.new is not None:
        from flake8_trtc.fix.diff import painted, unified

        text = unified(path, data, outcome.new)
        text = painted(text) if job.colour else text
    absent = None
    if outcome.error is None:
        from flake8_trtc.fix.constants_module import missing

        absent = missing(path, data if outcome.new is None else outcome.new, job.options)
    return Result(
        path,
        fixed=len(outcome.fixed),
        refusals=refusals,
        reasons=tuple(reason for _, reason in outcome.refusals),
        remaining=len(outcome.remaining),
        notes=notes,
        error=outcome.error,
        diff=text,
        missing=absent,
        unversioned=unversioned(path, data, job.options),
        silenced=len(outcome.silenced),
        unsilenced=unsilenced,
        lost=outcome.lost,
        declares=outcome.new is not None and _declares(path, outcome),
        imports=any(b"flake8_trtc" in edit.new for edit in outcome.edits)
        and b"flake8_trtc" not in data,
    )
