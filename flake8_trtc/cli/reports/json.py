"""An array with an object for each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flake8_trtc.catalog.pages import constant, page
from flake8_trtc.cli.reports.common import dumped, relative
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.detect.reported import Reported


def write_json(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say all findings at once."""
    say(dumped([record(finding, style.language) for finding in findings]))


def record(finding: Reported, language: str) -> dict[str, object]:
    """The object for a finding: plain values by the names of the fields."""
    return {
        "path": relative(finding.path),
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "code": finding.code,
        "message": finding.message,
        "constant": constant(finding.value),
        "value": finding.value,
        "url": page(language, finding.value),
        "level": finding.level,
        "evidence": finding.reasons,
        "fix": finding.fix,
        "refusal": finding.refusal,
    }
