"""Suppressions by comments: `trtc: ignore` in every language, and flake8's noqa.

A `trtc: ignore` comment is part of detection (`scan` applies it), so the plugin, `check` and the
fix all honour it. noqa is flake8's, which applies it itself to what the plugin reports.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.config.options import Options
from flake8_trtc.detect.suppressions.directives import EVERY, Directive, directives
from flake8_trtc.languages.comments import MENTION
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.tree import resolved
from flake8_trtc.messages import suppressions as messages
from flake8_trtc.messages.message import Message, listed, visible
from flake8_trtc.model import Finding, Level, Verdict
from flake8_trtc.source import LineIndex, Source
from flake8_trtc.spans import Span

_MARKS = (b"#", b"//", b"/*", b"{/*", b"<!--", b"{#")
_ENDS = {b"/*": b"*/", b"{/*": b"*/}", b"<!--": b"-->", b"{#": b"#}"}


class Suppression(NamedTuple):
    """One directive, and the lines of its text that it is about.

    first, last: 1-based, both included; paired: an ignore-start that has its ignore-end, or the
    other way round, and any other directive.
    """

    directive: Directive
    first: int
    last: int
    paired: bool = True


def suppressions(text: Text) -> Iterator[Suppression]:
    """The suppressions of a text, in order.

    An `ignore-start` reaches to the next `ignore-end`, or to the end of the text.
    """
    last = text.position(len(text.utf8))[0]
    found = [
        (directive, comment)
        for comment in text.comments
        for directive in directives(text.utf8, comment)
    ]
    lines = [text.position(directive.span.start)[0] for directive, _ in found]
    ends = [at for at, (item, _) in enumerate(found) if item.word == "ignore-end"]
    below: dict[int, int] = {}
    opened = False  # there is a start without an end so far
    for at, (directive, comment) in enumerate(found):
        line = lines[at]
        if directive.word == "ignore":
            yield Suppression(directive, line, line)
        elif directive.word == "ignore-next-line":
            after = _next_line(text, comment.end, below)
            yield Suppression(directive, after, after)
        elif directive.word == "ignore-file":
            yield Suppression(directive, 1, last)
        elif directive.word == "ignore-start":
            opened = True
            end = bisect_right(ends, at)
            paired = end < len(ends)
            yield Suppression(directive, line, lines[ends[end]] if paired else last, paired)
        elif directive.word == "ignore-end":
            yield Suppression(directive._replace(codes=()), 0, 0, opened)
            opened = False
        else:
            yield Suppression(directive, 0, 0)


def _next_line(text: LineIndex, offset: int, below: dict[int, int]) -> int:
    """The line below an offset; lines that hold nothing but a comment are passed over.

    below: what has been found of other lines.
    """
    last = text.position(len(text.utf8))[0]

    def step(line: int) -> tuple[int | None, int]:
        if line >= last:
            return None, line
        start, end = text.line_span(text.offset_of(line))
        written = text.utf8[start:end].strip()
        mark = next((mark for mark in _MARKS if written.startswith(mark)), None)
        comment = mark is not None and written.endswith(_ENDS.get(mark, b""))
        return line + 1 if comment else None, line

    return resolved(text.position(offset)[0] + 1, below, step)


class _Inside:
    """The findings in a text, by their code and line, and which of them are silenced.

    starts: where the findings of the file begin, which come in their order.
    """

    def __init__(self, text: Text, findings: list[Finding], starts: list[int]) -> None:
        self._found: dict[str, list[tuple[int, int]]] = {}
        self._marks: dict[str, list[int]] = {}
        pieces = text.map.pieces
        first = bisect_left(starts, pieces[0].outer) if pieces else 0
        last = bisect_right(starts, pieces[-1].outer + pieces[-1].length) if pieces else 0
        for at in range(first, last):
            offset = text.map.inner(starts[at])
            if offset is not None:
                found = self._found.setdefault(findings[at].code, [])
                found.append((text.position(offset)[0], at))
        for code, found in self._found.items():
            found.sort()
            self._marks[code] = [0] * (len(found) + 1)

    def silence(self, item: Suppression) -> frozenset[str]:
        """Silence what a suppression is about; the codes of the findings among it."""
        hit = set()
        for code, found in self._found.items():
            if code.startswith(item.directive.codes):
                first = bisect_left(found, (item.first, -1))
                last = bisect_left(found, (item.last + 1, -1))
                if first < last:
                    hit.add(code)
                    self._marks[code][first] += 1
                    self._marks[code][last] -= 1
        return frozenset(hit)

    def silenced(self) -> set[int]:
        """Which of the file's findings are silenced."""
        return {
            at
            for code, found in self._found.items()
            for (_, at), depth in zip(found, accumulate(self._marks[code]), strict=False)
            if depth
        }


def unignored(document: Document, findings: list[Finding], options: Options) -> list[Finding]:
    """Leave out what `trtc: ignore` comments silence, and report those that are of no use.

    findings: of every rule. A comment speaks for the lines of its own text: of the file, or of the
    string, script, cell or fence that it stands in; of a cell an `ignore-file` for its notebook.
    """
    source = document.source
    silenced: set[int] = set()
    useless: list[Finding] = []
    starts = [finding.span.start for finding in findings]
    root = document.root
    notebook = _Inside(root, findings, starts) if root.dialect == "notebook" else None
    for text in _noted(root):
        inside = _Inside(text, findings, starts)
        for item in suppressions(text):
            if item.directive.word == "ignore-file" and notebook and text.parent is root:
                hit = notebook.silence(item._replace(last=root.position(len(root.utf8))[0]))
            else:
                hit = inside.silence(item)
            problem = _problem(item, hit, source.path, options)
            if problem is not None and _is_code(text):
                span = text.map.around(item.directive.span)
                useless.append(_useless(source, span, problem, options.language))
        silenced |= inside.silenced()
    silenced |= notebook.silenced() if notebook else set()
    kept = [finding for at, finding in enumerate(findings) if at not in silenced]
    return sorted([*kept, *useless], key=lambda finding: (finding.span, finding.code))


def _noted(text: Text) -> Iterator[Text]:
    """A text and those inside it, as far as they may hold a suppression, from the outside in."""
    pending = [text] if MENTION.search(text.utf8) is not None else []
    while pending:
        text = pending.pop()
        yield text
        pending += reversed(text.noted)


def _is_code(text: Text) -> bool:
    """True if a text is code or a page or document with code, and no other string."""
    if text.host != "string" or text.dialect not in {"string", "html"}:
        return True
    return any(part.map.pieces for part in text.parts)


def _problem(item: Suppression, hit: frozenset[str], path: str, options: Options) -> Message | None:
    """The mistake in a suppression that silences findings with some codes, or None."""
    directive = item.directive
    if directive.problem is not None:
        return directive.problem
    if directive.word == "ignore-end":
        return None if item.paired else messages.NO_START()
    if hit and not item.paired:
        return messages.NO_END()
    idle = [code for code in directive.codes if not any(found.startswith(code) for found in hit)]
    if hit and not idle:
        return None
    if directive.codes == EVERY:
        return messages.NOTHING()
    # A rule that is off finds nothing, whatever it would find.
    off = [code for code in idle if not _is_on(code, path, options)]
    idle = [code for code in idle if code not in off]
    if not idle:
        return None
    if not hit and not off:
        return messages.NOTHING()
    return messages.NOTHING_OF(what=listed(idle))


def _is_on(prefix: str, path: str, options: Options) -> bool:
    return any(rule.startswith(prefix) and options.wants(rule, path) for rule in RULES)


def _useless(source: Source, span: Span, problem: Message, language: str) -> Finding:
    """A TRT904."""
    line, column = source.position(span.start)
    # It quotes the file's comments, which may hold anything.
    message = visible(RULES["TRT904"].message.of(language).format(problem=problem.of(language)))
    return Finding("TRT904", span, line, column, message, Verdict(Level.CERTAIN, ()))
