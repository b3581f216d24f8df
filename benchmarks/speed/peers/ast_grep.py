"""ast-grep's rules: one a constant and language, with the same idea of a place as ours.

A rare value is named where it is compared with something that is named like a code. A common one,
and a value that is bound to such a name, need a file that speaks of TRTC besides. They declare and
import nothing, unlike `fix`.
"""

from __future__ import annotations

from pathlib import Path

from flake8_trtc.catalog.codes import CONSTANTS, Constant

LANGUAGES = {"python": "integer", "javascript": "number", "typescript": "number"}
"""The kind of node that a number is, by language."""

_CODE = r"(?i:\b(?:\w*_)?code\b|get_?code\b)|\b\w*[a-z]Code\b"
_TRTC = r"TRTC|Trtc|trtc|RtcError"
_CONFIG = """\
ruleDirs: [rules]
utilDirs: [utils]
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
_PYTHON = """\
id: python-compared
language: python
rule:
  any:
  - inside:
      kind: comparison_operator
      regex: '{code}'
      has: {{field: operators, regex: '^[!=]=$'}}
  - inside:
      any: [{{kind: tuple}}, {{kind: list}}, {{kind: set}}]
      inside: {{kind: comparison_operator, regex: '{code}'}}
  - inside:
      kind: case_pattern
      inside: {{stopBy: end, kind: match_statement, has: {{field: subject, regex: '{code}'}}}}
---
id: python-bound
language: python
rule:
  any:
  - inside: {{kind: keyword_argument, has: {{field: name, regex: '{code}'}}}}
  - inside: {{kind: assignment, has: {{field: left, regex: '{code}'}}}}
  - inside: {{kind: default_parameter, has: {{field: name, regex: '{code}'}}}}
  - inside: {{kind: pair, has: {{field: key, regex: '{code}'}}}}
---
id: python-speaks
language: python
rule: {{inside: {{stopBy: end, kind: module, regex: '{trtc}'}}}}
"""
_SCRIPT = """\
id: {language}-compared
language: {language}
rule:
  any:
  - inside:
      kind: binary_expression
      regex: '{code}'
      has: {{field: operator, regex: '^[!=]==?$'}}
  - inside:
      kind: switch_case
      inside: {{stopBy: end, kind: switch_statement, has: {{field: value, regex: '{code}'}}}}
  - inside:
      kind: array
      inside: {{kind: member_expression, inside: {{kind: call_expression, regex: '{code}'}}}}
---
id: {language}-bound
language: {language}
rule:
  any:
  - inside: {{kind: pair, has: {{field: key, regex: '{code}'}}}}
  - inside: {{kind: variable_declarator, has: {{field: name, regex: '{code}'}}}}
  - inside: {{kind: assignment_expression, has: {{field: left, regex: '{code}'}}}}
---
id: {language}-speaks
language: {language}
rule: {{inside: {{stopBy: end, kind: program, regex: '{trtc}'}}}}
"""
_RULE = """\
id: {language}-{lower}
language: {language}
severity: error
message: use ErrorCode.{name}
rule:
  kind: {kind}
  regex: '^(?:{spellings})$'
  {places}
fix: ErrorCode.{name}
"""
_RARE = (
    "any: [{{matches: {0}-compared}}, {{all: [{{matches: {0}-bound}}, {{matches: {0}-speaks}}]}}]"
)
_COMMON = (
    "all: [{{any: [{{matches: {0}-compared}}, {{matches: {0}-bound}}]}}, {{matches: {0}-speaks}}]"
)


def rules(language: str) -> str:
    """The rules of a language: a YAML document a constant."""
    return "---\n".join(
        _RULE.format(
            language=language,
            lower=constant.name.lower(),
            kind=LANGUAGES[language],
            spellings=_spellings(constant),
            places=(_RARE if constant.rare else _COMMON).format(language),
            name=constant.name,
        )
        for constant in CONSTANTS.values()
    )


def write(directory: Path) -> Path:
    """Write the configuration and the rules; the configuration's path."""
    for name in ("rules", "utils"):
        (directory / name).mkdir(parents=True)
    for language in LANGUAGES:
        (directory / "rules" / f"{language}.yml").write_text(rules(language), encoding="utf-8")
        utils = (_PYTHON if language == "python" else _SCRIPT).format(
            language=language, code=_CODE, trtc=_TRTC
        )
        for number, document in enumerate(utils.split("---\n")):
            path = directory / "utils" / f"{language}{number}.yml"
            path.write_text(document, encoding="utf-8")
    config = directory / "sgconfig.yml"
    config.write_text(_CONFIG, encoding="utf-8")
    return config


def _spellings(constant: Constant) -> str:
    value = constant.value
    return f"{value}|0[xX]0*(?i:{value:x})|0[oO]0*{value:o}|0[bB]0*{value:b}"
