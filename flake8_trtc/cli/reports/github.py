"""Workflow commands: GitHub shows each finding at its line of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.reports.common import relative
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.detect.reported import Reported
from flake8_trtc.messages.message import visible

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write_github(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say each finding as it comes."""
    for finding in findings:
        properties = {
            "file": relative(finding.path),
            "line": finding.line,
            "col": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
            "title": finding.code,
        }
        listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        message = _escaped(f"{finding.code} {finding.message}")
        say(f"::{_COMMANDS[RULES[finding.code].severity]} {listed}::{message}\n")
    for path, reason in style.failures:
        say(f"::error file={_property(relative(path))}::{_escaped(reason)}\n")


def _escaped(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text if text.isprintable() else visible(text)


def _property(value: object) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")
