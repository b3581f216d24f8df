"""The tables of rules and options, on the site and between marks in the READMEs.

The marks are comments on lines of their own: <!-- rules --> before, <!-- /rules --> after.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.config.settings import SETTINGS
from sitegen import words

ROOT = Path(__file__).parent.parent.parent
READMES = {"en": "README.md", "zh": "README.zh-CN.md"}
"""The READMEs by their language."""
GUIDES = {"en": "docs/guide", "zh": "docs/guide/zh"}
"""The folders of the guide by their language."""
_GUIDE = ("scripts", "codes", "options", "recipes", "measured")


def documents(language: str) -> tuple[str, ...]:
    """A README and the files of the guide that go on from it, in their order."""
    folder = GUIDES[language]
    return (READMES[language], *(f"{folder}/{name}.md" for name in _GUIDE))


def whole(language: str) -> str:
    """A README and its guide as one text."""
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in documents(language))


BLOCK = re.compile(r"<!-- (rules|options) -->\n.*?<!-- /\1 -->\n", re.DOTALL)


def rules(language: str, link: str = "") -> str:
    """The rules. link: where a rule's code leads, with {} for the code; none if empty."""
    head = (words.CODE, words.FINDS, words.DEFAULT, words.FIX)
    rows = [
        [
            f"[{rule.code}]({link.format(rule.code)})" if link else rule.code,
            rule.title.of(language),
            (words.ON if rule.default else words.OPT_IN).of(language),
            words.YES.of(language) if rule.fixable else "–",
        ]
        for rule in RULES.values()
    ]
    return words.table([label.of(language) for label in head], rows)


def options(language: str) -> str:
    """The options of the plugin, and what each takes and does."""
    head = (words.OPTION, words.VALUE, words.DOES)
    rows = [
        [f"`{setting.name}`", f"`{setting.metavar}`", describe(setting.name, language)]
        for setting in SETTINGS
    ]
    return words.table([label.of(language) for label in head], rows)


def describe(name: str, language: str) -> str:
    """What an option does: a sentence. Raises KeyError for a name that is not ours."""
    setting = {setting.name: setting for setting in SETTINGS}[name]
    said = (
        setting.zh + "。" if language == "zh" else setting.help[0].upper() + setting.help[1:] + "."
    )
    return re.sub(r"[\w./-]+[:#]\w+|\b[A-Z]+_[A-Z]+\b", r"`\g<0>`", said, flags=re.ASCII)


_TABLES: dict[str, Callable[[str], str]] = {"rules": rules, "options": options}


def rewritten(text: str, language: str) -> str:
    """The text of a document with its tables as they should be."""
    return BLOCK.sub(
        lambda match: f"<!-- {match[1]} -->\n{_TABLES[match[1]](language)}<!-- /{match[1]} -->\n",
        text,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables; with --check write nothing, and end with 1 if one is stale."""
    parser = argparse.ArgumentParser(description="Write the tables of the READMEs.")
    parser.add_argument("--check", action="store_true", help="write nothing, only tell")
    check = parser.parse_args(arguments).check
    stale = 0
    for language in READMES:
        texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in documents(language)}
        there = {match[1] for old in texts.values() for match in BLOCK.finditer(old)}
        for lacking in sorted(_TABLES.keys() - there):
            print(f"{language}: no <!-- {lacking} --> … <!-- /{lacking} -->", file=sys.stderr)
            return 2
        for name, old in texts.items():
            new = rewritten(old, language)
            if new != old and check:
                print(f"{name}: stale tables; run python docs/tables.py", file=sys.stderr)
                stale = 1
            elif new != old:
                (ROOT / name).write_text(new, encoding="utf-8", newline="\n")
    return stale
