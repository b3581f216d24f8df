"""SARIF 2.1.0: results with their rules, fingerprints and fixes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flake8_trtc import __version__
from flake8_trtc.catalog.pages import SITE, constant, rule_page
from flake8_trtc.catalog.rules import RULES, Rule
from flake8_trtc.cli.reports.common import dumped, fingerprinted, relative
from flake8_trtc.cli.reports.formats import Style
from flake8_trtc.detect.reported import Replacement, Reported

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_ROOT_WORDS = "The directory that the check was run in, which paths are relative to."
_INDEX = {code: index for index, code in enumerate(RULES)}


def write_sarif(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say one run with all findings at once."""
    results = [_result(finding, mark) for finding, mark in fingerprinted(findings)]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "flake8-trtc",
                "semanticVersion": __version__,
                "informationUri": SITE,
                "rules": [_rule(rule, style.language) for rule in RULES.values()],
            }
        },
        "language": {"en": "en-US", "zh": "zh-CN"}[style.language],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_WORDS}}},
        "results": results,
    }
    if style.failures:
        told = [_notification(path, reason) for path, reason in style.failures]
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": told}]
    say(dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}))


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title.of(language)},
        "fullDescription": {"text": rule.doc.of(language)},
        "help": {"text": rule.doc.of(language)},
        "helpUri": rule_page(language, rule.code),
        "defaultConfiguration": {"enabled": rule.default, "level": rule.severity},
        "properties": {"tags": ["trtc"]},
    }


def _result(finding: Reported, fingerprint: str) -> dict[str, Any]:
    where = _location(finding.path)
    region = _region(finding)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": RULES[finding.code].severity,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": region}}],
        "partialFingerprints": {"pathRuleLine/v1": fingerprint},
        "properties": {"certainty": finding.level, "evidence": finding.reasons},
    }
    if finding.value is not None:
        result["properties"] |= {"value": finding.value, "constant": constant(finding.value)}
    if finding.replacements:
        changes = [
            {"deletedRegion": _region(item), "insertedContent": {"text": item.text}}
            for item in finding.replacements
        ]
        result["fixes"] = [
            {
                "description": {"text": f"Write ErrorCode.{finding.fix}"},
                "artifactChanges": [{"artifactLocation": where, "replacements": changes}],
            }
        ]
    return result


def _notification(path: str, reason: str) -> dict[str, Any]:
    """That a file could not be checked."""
    where = {"physicalLocation": {"artifactLocation": _location(path)}}
    return {"level": "error", "message": {"text": reason}, "locations": [where]}


def _location(path: str) -> dict[str, str]:
    near = relative(path)
    if os.path.isabs(near):
        return {"uri": Path(near).as_uri()}
    return {"uri": quote(os.fsencode(near)), "uriBaseId": _ROOT}


def _region(item: Reported | Replacement) -> dict[str, int]:
    return {
        "startLine": item.line,
        "startColumn": item.column,
        "endLine": item.end_line,
        "endColumn": item.end_column,
    }
