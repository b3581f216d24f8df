"""Findings as plain data: what every report, editor and table shows of them."""

from __future__ import annotations

from flake8_trtc._lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.model import Finding
    from flake8_trtc.source import Source


class Replacement(NamedTuple):
    """Put `text` from a line and column up to another; 1-based, in characters, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Reported(NamedTuple):
    """A finding as it is shown: plain data, since it may come from another process.

    path: as the user named it; code, message, value: the finding's; line to end_column: of the
    number, 1-based, in characters, the end excluded; row: its 1-based line as git counts lines,
    by line feeds alone; text: the line it begins on; level: how sure it is ("certain", "likely",
    "possible"), and the reasons; fix: the constant that is to be written, None where it has no
    fix; refusal: why a fixable finding has none; replacements: what the fix changes for it, where
    that was asked for; what is declared is with the first finding that uses it; alone: whether they
    need nothing of another finding's.
    """

    path: str
    code: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    row: int
    text: str
    value: int | None
    level: str
    reasons: tuple[str, ...]
    fix: str | None = None
    refusal: str | None = None
    replacements: tuple[Replacement, ...] = ()
    alone: bool = False


def report(
    source: Source,
    finding: Finding,
    replacements: tuple[Replacement, ...] = (),
    language: str = "en",
    *,
    alone: bool = False,
) -> Reported:
    """Put a finding of a file in the form, and its reasons in the language, that is shown."""
    span = finding.span
    end_line, end_column = source.position(span.end)
    start, end = source.line_span(span.start)
    return Reported(
        path=source.path,
        code=finding.code,
        message=finding.message,
        line=finding.line,
        column=finding.column,
        end_line=end_line,
        end_column=end_column,
        row=source.utf8.count(b"\n", 0, span.start) + 1,
        text=source.utf8[start:end].decode("utf-8", "replace"),
        value=finding.value,
        level=finding.verdict.level.name.lower(),
        reasons=tuple(reason.of(language) for reason in finding.verdict.reasons),
        fix=finding.fix.constant if finding.fix is not None else None,
        refusal=None if finding.refusal is None else finding.refusal.of(language),
        replacements=replacements,
        alone=alone,
    )
