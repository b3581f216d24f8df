"""Reviewdog's diagnostics, which it shows as comments in a review."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flake8_trtc.catalog.pages import SITE, rule_page
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.reports.common import dumped, relative
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.detect.reported import Replacement, Reported

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def write_rdjson(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say all findings at once."""
    diagnostics = [_diagnostic(finding, style.language) for finding in findings]
    say(dumped({"source": {"name": "flake8-trtc", "url": SITE}, "diagnostics": diagnostics}))


def _diagnostic(finding: Reported, language: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": relative(finding.path), "range": _range(finding, finding.text)},
        "severity": _SEVERITIES[RULES[finding.code].severity],
        "code": {"value": finding.code, "url": rule_page(language, finding.code)},
    }
    # Each suggestion can be taken alone, so one that needs another edit, an import, is none.
    if finding.alone and len(finding.replacements) == 1:
        (edit,) = finding.replacements
        said["suggestions"] = [{"range": _range(edit, finding.text), "text": edit.text}]
    return said


def _range(item: Reported | Replacement, line: str) -> dict[str, dict[str, int]]:
    """Where something is, as reviewdog counts: columns in bytes of UTF-8.

    line: the text of the line that it begins on; an end on another line is left out.
    """
    start = {"line": item.line, "column": _column(line, item.column)}
    if item.end_line != item.line:
        return {"start": start}
    return {"start": start, "end": {"line": item.line, "column": _column(line, item.end_column)}}


def _column(line: str, column: int) -> int:
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1
