"""The peers: their rules, as good as we can write them, and their commands."""

from __future__ import annotations

import sys
from pathlib import Path

from flake8_trtc.catalog import CONSTANTS, Constant

_PLACES = {
    "python": (
        "integer",
        "comparison_operator case_pattern tuple list set pair keyword_argument assignment "
        "default_parameter return_statement",
    ),
    "javascript": (
        "number",
        "binary_expression switch_case array pair arguments variable_declarator "
        "assignment_expression assignment_pattern return_statement",
    ),
    "typescript": (
        "number",
        "binary_expression switch_case array pair arguments variable_declarator "
        "assignment_expression assignment_pattern return_statement",
    ),
}
_CONFIG = """\
ruleDirs: [rules]
languageGlobs:
  html: ["*.vue", "*.html"]
languageInjections:
- hostLanguage: python
  rule:
    kind: string_content
    pattern: $CONTENT
    inside:
      kind: string
      inside:
        kind: argument_list
        inside: {pattern: $PAGE.evaluate($$$)}
  injected: javascript
"""
_RULE = """\
id: {id}
language: {language}
severity: error
message: {message}
rule:
  kind: {kind}
  regex: {regex}
  inside: {{any: [{places}]}}
fix: ErrorCode.{name}
---
"""


def write_ast_grep(directory: Path) -> Path:
    """Write a configuration with a rule for each constant and language; its path."""
    rules = directory / "rules"
    rules.mkdir(parents=True)
    for language, (kind, places) in _PLACES.items():
        text = "".join(
            _RULE.format(
                id=f"{language}-{constant.name}".lower(),
                language=language,
                message=f"use ErrorCode.{constant.name}",
                kind=kind,
                regex=f"'^({_spellings(constant)})$'",
                places=", ".join(f"{{kind: {place}}}" for place in places.split()),
                name=constant.name,
            )
            for constant in CONSTANTS.values()
        )
        (rules / f"{language}.yml").write_text(text.removesuffix("---\n"), encoding="utf-8")
    config = directory / "sgconfig.yml"
    config.write_text(_CONFIG, encoding="utf-8")
    return config


def _spellings(constant: Constant) -> str:
    value = constant.value
    return f"{value}|0[xX]0*{value:x}|0[oO]{value:o}|0[bB]{value:b}"


def commands(tree: Path, config: Path) -> dict[str, list[str]]:
    """What is measured, by name."""
    ours = [sys.executable, "-m", "flake8_trtc"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "check": [*ours, "check", "--isolated", "-j2", str(tree)],
        "ast-grep scan": ["ast-grep", "scan", "-c", str(config), "-j2", str(tree)],
        "ruff PLR2004": [
            "ruff",
            "check",
            "--select=PLR2004",
            "--no-cache",
            "--isolated",
            str(tree),
        ],
        "fix": [sys.executable, "-m", "flake8_trtc.fix", "--isolated", "-j2", str(tree)],
        "ast-grep --update-all": [
            *("ast-grep", "scan", "-c", str(config), "-j2", "--update-all", str(tree)),
        ],
    }
