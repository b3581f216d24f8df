"""The command `rules`: every rule in a line."""

from __future__ import annotations

import argparse

from flake8_trtc.catalog.pages import rule_page
from flake8_trtc.catalog.rules import RULES, Rule
from flake8_trtc.cli.commands._output import add_output_arguments, print_json
from flake8_trtc.config.files import asked_language
from flake8_trtc.messages import rules as said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the form of the list."""
    add_output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the list; always 0."""
    if args.json:
        print_json([_record(rule) for rule in RULES.values()])
        return 0
    language = args.language or asked_language({})
    for rule in RULES.values():
        phrases = [rule.title.of(language)]
        if not rule.default:
            phrases.append(said.OPT_IN.of(language, family=rule.family))
        if rule.fixable:
            phrases.append(said.FIXABLE.of(language))
        print(f"{rule.code}  {said.SEMICOLON[language].join(phrases)}")
    return 0


def _record(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "title": {language: rule.title.of(language) for language in ("en", "zh")},
        "doc": {language: rule.doc.of(language) for language in ("en", "zh")},
        "default": rule.default,
        "family": rule.family,
        "severity": rule.severity,
        "fixable": rule.fixable,
        "url": {language: rule_page(language, rule.code) for language in ("en", "zh")},
    }
