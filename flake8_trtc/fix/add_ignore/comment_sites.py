"""Where a comment that silences a line may stand, and what it looks like there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from flake8_trtc.detect.suppressions.comments import suppressions
from flake8_trtc.detect.suppressions.directives import Directive
from flake8_trtc.detect.suppressions.texts import Part
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.encode import carrier, newline_of
from flake8_trtc.languages.regions import SCRIPTS
from flake8_trtc.model import Finding, Region, SpanMap
from flake8_trtc.source import Source, language_of

_INSIDE = frozenset({"handler", "expression"})
"""Roles of code that a comment of its own line's end can't stand in."""
_TEMPLATES = frozenset({".j2", ".jinja", ".jinja2"})


class Line(NamedTuple):
    """A line of a text with findings to silence.

    region: the text, None for the file's own; number: 1-based, in that text; end: the offset there
    behind the last finding.
    """

    region: Region | None
    number: int
    end: int
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> str:
        """What goes into the brackets."""
        return ", ".join(sorted({finding.code for finding in self.findings}))


@lru_cache(maxsize=4)
def _source(text: bytes) -> Source:
    """A text whose lines are counted once."""
    return Source("", text)


@lru_cache(maxsize=4)
def _suppressed(language: str, text: bytes) -> dict[int, list[Directive]]:
    """The comments of a text that silence one line each, by that line."""
    found: dict[int, list[Directive]] = {}
    for item in suppressions(Part(language, text, SpanMap(()))):
        if item.directive.word in {"ignore", "ignore-next-line"}:
            found.setdefault(item.first, []).append(item.directive)
    return found


def lines_of(source: Source, findings: Sequence[Finding]) -> list[Line]:
    """The lines that findings are on, in order; each line of each text once."""
    found: dict[tuple[int, int], Line] = {}
    for finding in findings:
        region = finding.region
        span = finding.span if region is None or finding.inner is None else finding.inner
        inner = source if region is None else _source(region.text)
        number = inner.position(span.start)[0]
        key = (-1 if region is None else region.map.pieces[0].outer, number)
        before = found.get(key, Line(region, number, 0, ()))
        end = max(before.end, span.end)
        found[key] = before._replace(end=end, findings=(*before.findings, finding))
    return list(found.values())


def places(source: Source, line: Line) -> list[list[Edit]]:
    """The edits of the file that would silence a line, the best first."""
    language, region = language_of(source.path), line.region
    whole = Region(language, source.utf8, SpanMap.shifted(0, len(source.utf8)))
    if region is None:
        return [[edit] for edit in (*_merges(whole, line), *_added(whole, line))]
    host = carrier(source)
    inside = [host.carry(region, edit) for edit in (*_merges(region, line), *_added(region, line))]
    if language == "python" and host.barred(region) is not None:
        inside = []
    found = [edit for edit in inside if edit is not None]
    if language in {"python", "html", "vue"}:
        first = line.findings[0]
        outside = line._replace(number=first.line, end=first.span.end)
        template = os.path.splitext(source.path)[1].lower() in _TEMPLATES
        # A comment that is there already comes first, wherever it is.
        found = [*_merges(whole, outside), *found, *_added(whole, outside, template=template)]
    return [[edit] for edit in found]


def _added(region: Region, line: Line, *, template: bool = False) -> Iterator[Edit]:
    """The edits of a text that would give a line of it a comment, the best first.

    template: comments are to be those of a server's template.
    """
    text, codes = region.text, line.codes
    inner = _source(text)
    start, end = inner.line_span(inner.offset_of(line.number))
    written = text[start:end]
    end = start + len(written.rstrip())
    margin = written[: len(written) - len(written.lstrip())].decode()
    above = f"{margin}{{}}{newline_of(text)}"
    if region.language == "python":
        yield _put(end, f"  # trtc: ignore[{codes}]")
        yield _put(start, above.format(f"# trtc: ignore-next-line[{codes}]"))
    elif region.language in SCRIPTS:
        if region.role not in _INSIDE and not _ends_in_comment(region, end):
            # The lines of a string may be put together at run time.
            opening, closing = ("/*", " */") if region.host == "string" else ("//", "")
            yield _put(end, f" {opening} trtc: ignore[{codes}]{closing}")
        yield _put(line.end, f" /* trtc: ignore[{codes}] */")
    else:
        before, after = ("{#", "#}") if template else ("<!--", "-->")
        yield _put(end, f" {before} trtc: ignore[{codes}] {after}")
        yield _put(start, above.format(f"{before} trtc: ignore-next-line[{codes}] {after}"))


def _put(offset: int, text: str) -> Edit:
    return Edit(offset, offset, text.encode())


def _merges(region: Region, line: Line) -> Iterator[Edit]:
    """The edits that add the codes to a comment that speaks for the line already."""
    for directive in _suppressed(region.language, region.text).get(line.number, ()):
        if directive.codes and region.text.endswith(b"]", 0, directive.span.end):
            new = [code for code in line.codes.split(", ") if not code.startswith(directive.codes)]
            yield _put(directive.span.end - 1, "".join(f", {code}" for code in new))


def _ends_in_comment(region: Region, end: int) -> bool:
    """Whether a line ends with a comment, which may be for another tool."""
    from flake8_trtc.languages.javascript.grammar import parse

    node = parse(region.text, region.language).root_node.descendant_for_byte_range(end - 1, end)
    return node is not None and node.type.endswith("comment")
