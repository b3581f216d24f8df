"""How findings are shown: a module a format, which is imported when it is asked for.

Each has its name in FORMATS and one function:

    write(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None

which gives `say` text with its line ends, as the findings come or after the last one.
"""

from __future__ import annotations

import importlib

from flake8_trtc._namedtuple import NamedTuple
from flake8_trtc.messages.console import local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flake8_trtc.model import Finding
    from flake8_trtc.source import Source

    Writer = Callable[[Iterable["Reported"], Callable[[str], object], "Style"], None]

FORMATS = {
    "text": "a line each, as flake8 does; on a terminal with the source, its meaning and advice",
    "json": "an array of objects",
    "sarif": "SARIF 2.1.0 with fixes, for code scanning",
    "github": "workflow commands, which GitHub shows in the changed files",
    "gitlab": "a Code Quality report",
}


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
    fix; refusal: why a fixable finding has none; replacements: the fix in full, where it was
    asked for.
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


class Style(NamedTuple):
    """How a report is to look. language: "en" or "zh"; evidence: with the reasons.

    explain: with what each rule and each code is, the first time; rich: with the source and the
    advice, where the format is for people; colour: with colours.
    """

    language: str = "en"
    evidence: bool = False
    explain: bool = False
    rich: bool = False
    colour: bool = False


def writer(name: str) -> Writer:
    """The function of a format in FORMATS."""
    write: Writer = importlib.import_module(f"flake8_trtc.cli.reports.{name}").write
    return write


def report(
    source: Source,
    finding: Finding,
    replacements: tuple[Replacement, ...] = (),
    language: str = "en",
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
        reasons=tuple(local(reason, language) for reason in finding.verdict.reasons),
        fix=finding.fix.constant if finding.fix is not None else None,
        refusal=None if finding.refusal is None else local(finding.refusal, language),
        replacements=replacements,
    )
