"""flake8-trtc for other programs: options, findings and fixes of one text, without a command line.

Everything here works in memory: only `load_options` reads files, and nothing is written or run.
`check` and `fix`, and whatever else shows findings, go through these functions. Importing this
module loads nothing heavy.
"""

from __future__ import annotations

from flake8_trtc.config.files import load
from flake8_trtc.config.options import Options, OptionsError
from flake8_trtc.detect.reported import Replacement, Reported, report
from flake8_trtc.messages import failures
from flake8_trtc.source import Source, SourceError, is_read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.fix.engine import Outcome

__all__ = [
    "Options", "OptionsError", "Replacement", "Reported", "SourceError",
    "check_text", "fix_text", "is_read", "load_options",
]  # fmt: skip


def load_options(*, config: str | None = None, isolated: bool = False, **values: object) -> Options:
    """The options for the working directory: its configuration files, overridden by `values`.

    values: by their names in configuration files, with `_` for `-` (`trtc_sdk_version="4.15.22"`,
    `select=["TRT0"]`); None is not given. config: a configuration file to read instead of those
    that are found. isolated: read none.

    Raises:
        OptionsError: for an option or a file that is wrong, in one line that says where.
    """
    overrides = {name.replace("_", "-"): value for name, value in values.items()}
    return load(overrides, config=config, isolated=isolated)


def check_text(
    path: str, data: bytes, options: Options, *, replacements: bool = False
) -> tuple[Reported, ...]:
    """The findings of one file that are shown: selected, and silenced by no comment.

    path: its name, which tells its kind and whose options apply; it need not exist, and is taken
    for Python's where it is of no kind that is read (see `is_read`). data: its
    bytes, as they are in the file. replacements: also work out, for findings with a fix, what the
    fix replaces; that takes as long as the fix. The findings come in the order of the text, lines
    and columns 1-based and in characters.

    Raises:
        SourceError: for bytes that can't be read as text.
    """
    from flake8_trtc.detect.scan import shown

    source = Source.from_bytes(path, data)
    document = None
    if replacements:
        from flake8_trtc.languages.document import Document

        document = Document(source)
    findings = shown(source, options, document)
    edits = {}
    if document is not None and any(item.fix is not None for item in findings):
        from flake8_trtc.fix.replacements import rewrites

        edits = rewrites(document, options)
    return tuple(
        report(source, item, edits.get(item.span, ()) if item.fix else (), options.language)
        for item in findings
    )


def fix_text(path: str, data: bytes, options: Options, silence: tuple[str, ...] = ()) -> Outcome:
    """What the fix makes of one file, proved; `Outcome.new` is None where nothing changes.

    path, data: as for `check_text`. silence: prefixes of rule codes whose findings, where they
    stay, get a comment. Never raises for what a file holds: `Outcome.error` says why it could not
    be treated, and then nothing of it is changed.
    """
    from flake8_trtc.fix.engine import Outcome, fix_source

    try:
        return fix_source(Source.from_bytes(path, data), options, silence)
    except SourceError as error:
        return Outcome(error=error.message)
    except Exception as error:
        # A defect of ours, or a file nested too deeply: it must not take the other files with it.
        said = failures.DEFECT(kind=type(error).__name__, error=error)
        return Outcome(error=said)
