"""Sources with their expected findings marked in place: ‹16388› is a TRT001, ‹TRT102:…› another."""

from __future__ import annotations

import re

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.source import Source

_MARK = re.compile(r"‹((?:TRT\d+[,:])*)([^‹›]*)›")


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain source, and (line, column, code) of each mark, in order."""
    plain, expected, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        line, column = plain.count("\n") + 1, len(plain) - (plain.rfind("\n") + 1) + 1
        codes = re.findall(r"TRT\d+", match[1]) or ["TRT001"]
        expected += [(line, column, code) for code in codes]
        plain += match[2]
        at = match.end()
    return plain + text[at:], expected


def found(
    text: str, path: str = "app.py", options: Options | None = None
) -> list[tuple[int, int, str]]:
    """(line, column, code) of each default finding in a source, in order."""
    findings = scan(Source.from_bytes(path, text.encode()), options or Options())
    return [
        (item.line, item.column, item.code)
        for item in findings
        if RULES[item.code].default or (options and options.wants(item.code, path))
    ]


def messages(text: str, path: str = "app.py", options: Options | None = None) -> list[str]:
    """Each default finding as flake8 prints it, without the path."""
    findings = scan(Source.from_bytes(path, text.encode()), options or Options())
    return [
        f"{item.line}:{item.column}: {item.code} {item.message}"
        for item in findings
        if RULES[item.code].default or (options and options.wants(item.code, path))
    ]
