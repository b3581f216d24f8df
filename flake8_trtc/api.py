"""flake8-trtc for other programs: options, findings and fixes of one text, codes of a log's line.

Everything here works in memory: only `load_options` reads files, and nothing is written or run.
`check` and `fix`, and whatever else shows findings, go through these functions. Importing this
module loads nothing heavy.
"""

from __future__ import annotations

from flake8_trtc._lean import NamedTuple
from flake8_trtc.config.files import load
from flake8_trtc.config.options import Options, OptionsError
from flake8_trtc.detect.reported import Replacement, Reported, report
from flake8_trtc.messages import failures
from flake8_trtc.source import Source, SourceError, is_read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flake8_trtc.fix.engine import Outcome
    from flake8_trtc.languages.document import Document
    from flake8_trtc.model import Finding
    from flake8_trtc.spans import Span

__all__ = [
    "LogCode", "Options", "OptionsError", "Replacement", "Reported", "SourceError", "check_text",
    "fix_text", "forget", "is_read", "load_options", "log_codes", "silence_text",
]  # fmt: skip


def load_options(
    *,
    config: str | None = None,
    isolated: bool = False,
    directory: str = "",
    defaults: Mapping[str, object] | None = None,
    **values: object,
) -> Options:
    """The options for a directory: its configuration files, overridden by `values`.

    values: by their names in configuration files, with `_` for `-` (`trtc_sdk_version="4.15.22"`,
    `select=["TRT0"]`); None is not given. config: a configuration file to read instead of those
    that are found. isolated: read none. directory: where files are looked for, and above it; ""
    for the working directory. defaults: what holds where no file says otherwise, by the names in
    configuration files.

    Raises:
        OptionsError: for an option or a file that is wrong, in one line that says where.
    """
    overrides = {name.replace("_", "-"): value for name, value in values.items()}
    return load(overrides, config=config, isolated=isolated, start=directory, defaults=defaults)


def forget() -> None:
    """Look anew at what is kept of package.json and lock files: they may have changed."""
    from flake8_trtc.detect.npm import forget

    forget()


def check_text(
    path: str,
    data: bytes | str,
    options: Options,
    *,
    replacements: bool = False,
    everything: bool = False,
    lost: Callable[[int, int], object] | None = None,
) -> tuple[Reported, ...]:
    """The findings of one file that are shown: selected, and silenced by no comment.

    path: its name, which tells its kind and whose options apply; it need not exist, and is taken
    for Python's where it is of no kind that is read (see `is_read`). data: its
    bytes, as they are in the file, or its text as another program has decoded it. replacements:
    also work out, for findings with a fix, what the fix replaces; that takes as long as the fix.
    everything: also what is not selected or is silenced. lost: is told of the line and column of
    what may hold a code and could not be parsed, if there is any. The findings come in the order
    of the text, lines and columns 1-based and in characters.

    Raises:
        SourceError: for bytes that can't be read as text.
    """
    from flake8_trtc.detect.scan import candidates_of, scan, shown

    source = _source(path, data)
    found = candidates_of(source.utf8, source.path, options)
    if found is None:
        return ()
    from flake8_trtc.languages.document import Document

    document = Document(source)
    if everything:
        findings = scan(source, options, document, silenced=True)
    else:
        findings = shown(document, options, found)
    if document.lost is not None and lost is not None:
        lost(*document.lost)
    edits: dict[Span, tuple[Replacement, ...]] = {}
    alone = False
    if any(item.fix is not None for item in findings):
        findings = _promised(document, findings, options)
        if replacements:
            from flake8_trtc.fix.replacements import rewrites

            edits, alone = rewrites(document, options)
    taken = (edits.pop(item.span, ()) if item.fix else () for item in findings)
    return tuple(
        report(source, item, replaced, options.language, alone=alone and bool(replaced))
        for item, replaced in zip(findings, taken, strict=True)
    )


def _promised(document: Document, findings: list[Finding], options: Options) -> list[Finding]:
    """Findings with a fix only where it would be made, else with the reason."""
    from flake8_trtc.fix.engine import refusals_of

    refused = refusals_of(document, findings, options)
    return [
        item._replace(fix=None, refusal=refused[item.span])
        if item.fix is not None and item.span in refused
        else item
        for item in findings
    ]


def fix_text(
    path: str,
    data: bytes | str,
    options: Options,
    silence: tuple[str, ...] = (),
    *,
    at: tuple[int, int] | None = None,
) -> Outcome:
    """Fix one file and prove it; `Outcome.new` is None where nothing changes.

    path, data: as for `check_text`; of a text, `Outcome.new` is in the encoding that its file has.
    silence: prefixes of rule codes whose findings, where they stay, get a comment. at: rewrite
    only what is found at this line and column, with what it needs. Never raises for what a file
    holds: `Outcome.error` says why it could not be treated, and then nothing of it is changed.
    """
    from flake8_trtc.fix.engine import fix_source

    def wanted(item: Finding) -> bool:
        return at is None or (item.line, item.column) == at

    return _settled(lambda: fix_source(_source(path, data), options, silence, wanted=wanted))


def silence_text(
    path: str, data: bytes | str, options: Options, code: str, at: tuple[int, int]
) -> Outcome:
    """A file with a comment that silences one finding, and the same rule's others on its line.

    path, data: as for `fix_text`. code, at: the finding's rule, line and column.
    `Outcome.unsilenced` has it where no comment can stand. Never raises for what a file holds.
    """
    from flake8_trtc.fix.engine import silence_source

    def wanted(item: Finding) -> bool:
        return (item.code, item.line) == (code, at[0])

    return _settled(lambda: silence_source(_source(path, data), options, wanted))


class LogCode(NamedTuple):
    """A code that a line of a log mentions.

    name: as `logs` shows it, "ErrorCode.JOIN_ROOM_FAILED"; of a detail code, its number. value:
    the number. summary: what it means, a phrase in English.
    """

    name: str
    value: int
    summary: str


def log_codes(line: bytes | str) -> tuple[LogCode, ...]:
    """The codes that a line of a log mentions, as `logs` counts them: in order, each once.

    A number that is common elsewhere is one only where the line says TRTC. () where there is none.
    Never raises for what a line holds.
    """
    from flake8_trtc.catalog import explain
    from flake8_trtc.catalog.mentions import mentions

    text = line.encode("utf-8", "replace") if isinstance(line, str) else line
    found = sorted(mentions(text), key=lambda item: item.start)
    codes = (
        LogCode(explain.name(entry), entry.value, explain.summary(entry, "en"))
        for entry in (item.entry for item in found)
    )
    return tuple(dict.fromkeys(codes))


def _settled(work: Callable[[], Outcome]) -> Outcome:
    """An outcome, whatever goes wrong."""
    from flake8_trtc.fix.engine import Outcome

    try:
        return work()
    except SourceError as error:
        return Outcome(error=error.message)
    except Exception as error:
        # A defect of ours, or a file nested too deeply: it must not take the other files with it.
        said = failures.DEFECT(kind=type(error).__name__, error=error)
        return Outcome(error=said)


def _source(path: str, data: bytes | str) -> Source:
    """The source of bytes, or of a text. Raises SourceError."""
    if isinstance(data, str):
        return Source.from_text(path, data)
    return Source.from_bytes(path, data)
