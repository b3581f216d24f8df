"""The examples of each rule: docs/examples/*.toml, and what `check` and `fix` say of them.

Only the source is written down, with its findings marked: ‹16388› is a finding of the rule TRT001,
‹TRT001,TRT203:16388› of those named. Messages and the fixed text come from the tools themselves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from flake8_trtc.api import fix_text
from flake8_trtc.catalog.codes import Bilingual
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.commands._fix_path import Job, describe
from flake8_trtc.config.options import build
from flake8_trtc.detect.scan import scan
from flake8_trtc.fix.engine import Outcome
from flake8_trtc.source import Source

DIRECTORY = Path(__file__).parent.parent / "examples"
_MARK = re.compile(r"‹(?:((?:TRT\d+,)*TRT\d+):)?([^‹›]*)›")


class Example(NamedTuple):
    """A file that a rule speaks on, or, with a reason why, is silent on.

    text: without marks; marks: (line, column, rule) of each, 1-based, in characters; settings: the
    configuration it is checked with, the rule's own switch included.
    """

    file: str
    text: str
    marks: tuple[tuple[int, int, str], ...]
    settings: dict[str, str]
    why: Bilingual | None = None

    def findings(self, language: str = "en") -> list[str]:
        """What `check` prints, a line each."""
        options = build({**self.settings, "trtc-language": language})
        return [
            f"{self.file}:{item.line}:{item.column}: {item.code} {item.message}"
            for item in scan(Source.from_bytes(self.file, self.text.encode()), options)
            if options.wants(item.code, self.file)
        ]

    @property
    def after(self) -> str | None:
        """The text that the fix writes, None where it writes nothing."""
        new = self.outcome().new
        return None if new is None else new.decode()

    def refusals(self, language: str = "en") -> tuple[str, ...]:
        """What the fix says that it does not take, a line each."""
        options = build({**self.settings, "trtc-language": language})
        job = Job(options, write=False, diff=False)
        told = describe(self.file, self.text.encode(), self.outcome(), job).refusals
        return tuple(refusal.of(language) for refusal in told)

    def outcome(self) -> Outcome:
        """What the fix makes of it."""
        return fix_text(self.file, self.text.encode(), build(self.settings))


class Examples(NamedTuple):
    """What docs/examples holds of a rule. options: the names of those that bear on it."""

    options: tuple[str, ...]
    found: tuple[Example, ...]
    silent: tuple[Example, ...]


@cache
def examples(rule: str) -> Examples:
    """The examples of a rule, by its code. Raises OSError or ValueError for a file that is bad."""
    path = DIRECTORY / f"{rule}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Examples(
        tuple(table["options"]),
        tuple(_examples(rule, table.get("found", []))),
        tuple(_examples(rule, table.get("silent", []))),
    )


def _examples(rule: str, rows: list[dict[str, Any]]) -> Iterator[Example]:
    for row in rows:
        settings = dict(row.get("settings", {}))
        if not RULES[rule].default:
            settings["extend-select"] = rule
        text, marks = _unmarked(row["text"])
        why = Bilingual(**row["why"]) if "why" in row else None
        yield Example(row["file"], text, tuple(marks), settings, why)


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text, and its marks."""
    plain, marks, at = "", list[tuple[int, int, str]](), 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        line, column = plain.count("\n") + 1, len(plain) - plain.rfind("\n")
        marks += [(line, column, code) for code in (match[1] or "TRT001").split(",")]
        plain += match[2]
        at = match.end()
    return plain + text[at:], marks
