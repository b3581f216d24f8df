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
    """Say all findings at once: a suite a file, a failed test a finding; a passed one for none.

    A file that could not be checked is a suite with an error.
    """
    whole = Element("testsuites", name="flake8-trtc")
    for path, group in groupby(findings, lambda finding: relative(finding.path)):
        _suite(whole, path, [*group])
    for path, reason in style.failures:
        _unread(whole, visible(relative(path)), visible(reason))
    if not len(whole):
        suite = SubElement(whole, "testsuite", {"name": "flake8-trtc", **_counts(1)})
        passed = NOTHING.of(style.language)
        SubElement(suite, "testcase", name=passed, classname="flake8-trtc", time="0")
    for count in ("tests", "failures", "errors"):
        whole.set(count, str(sum(int(suite.attrib[count]) for suite in whole)))
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


def _unread(whole: Element, name: str, reason: str) -> None:
    """The suite of a file that could not be checked."""
    suite = SubElement(whole, "testsuite", {"name": name, **_counts(1, errors=1)})
    case = SubElement(suite, "testcase", name=reason, classname=name, time="0")
    SubElement(case, "error", type="error", message=reason).text = f"{name}: {reason}"


def _counts(tests: int, failures: int = 0, errors: int = 0) -> dict[str, str]:
    counts = {"tests": tests, "failures": failures, "errors": errors, "time": 0}
    return {name: str(count) for name, count in counts.items()}
