"""GitLab's Code Quality report."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.reports.common import dumped, fingerprinted, relative
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.detect.reported import Reported

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write_gitlab(findings: Iterable[Reported], say: Callable[[str], object], _style: Style) -> None:
    """Say all findings at once."""
    issues = [
        {
            "description": f"{finding.code} {finding.message}",
            "check_name": finding.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[RULES[finding.code].severity],
            "location": {
                "path": relative(finding.path),
                "lines": {"begin": finding.line, "end": finding.end_line},
            },
        }
        for finding, fingerprint in fingerprinted(findings)
    ]
    say(dumped(issues))
