"""JUnit's XML, which most continuous integrations show as failed tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from flake8_trtc.cli.reports.common import relative
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.detect.reported import Reported
from flake8_trtc.messages.message import visible
from flake8_trtc.messages.run import NOTHING


def write_junit(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say all findings at once: a suite a file, a failed test a finding; a passed one for none."""
    whole = Element("testsuites", name="flake8-trtc")
    for path, group in groupby(findings, lambda finding: relative(finding.path)):
        _suite(whole, path, [*group])
    failures = sum(int(suite.attrib["failures"]) for suite in whole)
    if not failures:
        suite = SubElement(whole, "testsuite", {"name": "flake8-trtc", **_counts(1, 0)})
        passed = NOTHING.of(style.language)
        SubElement(suite, "testcase", name=passed, classname="flake8-trtc", time="0")
    whole.attrib |= {"tests": str(max(failures, 1)), "failures": str(failures), "errors": "0"}
    indent(whole)
    say(f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(whole, encoding='unicode')}\n")


def _suite(whole: Element, path: str, findings: list[Reported]) -> None:
    """The suite of one file. XML can't hold what can't be printed."""
    name = visible(path)
    counts = _counts(len(findings), len(findings))
    suite = SubElement(whole, "testsuite", {"name": name, **counts})
    for finding in findings:
        place = f"{finding.line}:{finding.column}"
        message = visible(finding.message)
        case = SubElement(
            suite, "testcase", name=f"{finding.code} {place}", classname=name, time="0"
        )
        failure = SubElement(case, "failure", type=finding.code, message=message)
        failure.text = f"{name}:{place}: {finding.code} {message}"


def _counts(tests: int, failures: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "time": "0"}
