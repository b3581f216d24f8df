"""What comments silence: `trtc: ignore` in every language, and flake8's noqa.

A `trtc: ignore` comment is part of detection (`scan` applies it), so the plugin, `check` and the
fix all honour it. noqa is flake8's, which applies it itself to what the plugin reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_trtc.catalog import Text
from flake8_trtc.model import Finding, Level, Span, Verdict
from flake8_trtc.options import Options
from flake8_trtc.rules import RULES
from flake8_trtc.source import Source
from flake8_trtc.suppress.directives import EVERY, Directive, directives
from flake8_trtc.suppress.noqa import unsuppressed
from flake8_trtc.suppress.texts import MENTION, Part, comments, parts

__all__ = ["MENTION", "Suppression", "suppressions", "unignored", "unsuppressed"]

_NOTHING = Text("it silences nothing", "没有可抑制的提示")
_NOTHING_OF = Text("it silences nothing of {what}", "没有可抑制的 {what} 提示")
_NO_START = Text("there is no ignore-start before it", "前面没有 ignore-start")
_NO_END = Text(
    "there is no ignore-end after it, so it silences all the rest",
    "后面没有 ignore-end,会抑制其后的全部提示",
)
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

    def silences(self, code: str, line: int) -> bool:
        """Whether a finding on a line of its text is silenced."""
        return self.first <= line <= self.last and code.startswith(self.directive.codes)


def suppressions(part: Part) -> Iterator[Suppression]:
    """The suppressions of a text, in order.

    An `ignore-start` reaches to the next `ignore-end`, or to the end of the text.
    """
    source = Source("", part.text)
    last = source.position(len(part.text))[0]
    found = [
        (directive, comment)
        for comment in dict.fromkeys(comments(part))
        for directive in directives(part.text, comment)
    ]
    lines = [source.position(directive.span.start)[0] for directive, _ in found]
    starts = [at for at, (item, _) in enumerate(found) if item.word == "ignore-start"]
    ends = [at for at, (item, _) in enumerate(found) if item.word == "ignore-end"]
    closed = 0  # no start before this one is still open
    for at, (directive, comment) in enumerate(found):
        line = lines[at]
        if directive.word == "ignore":
            yield Suppression(directive, line, line)
        elif directive.word == "ignore-next-line":
            after = _next_line(source, comment.end)
            yield Suppression(directive, after, after)
        elif directive.word == "ignore-file":
            yield Suppression(directive, 1, last)
        elif directive.word == "ignore-start":
            end = next((other for other in ends if other > at), None)
            yield Suppression(directive, line, last if end is None else lines[end], end is not None)
        elif directive.word == "ignore-end":
            opened = any(closed <= other < at for other in starts)
            yield Suppression(directive._replace(codes=()), 0, 0, opened)
            closed = at
        else:
            yield Suppression(directive, 0, 0)


def _next_line(source: Source, offset: int) -> int:
    """The line below an offset; lines that hold nothing but a comment are passed over."""
    line, last = source.position(offset)[0] + 1, source.position(len(source.utf8))[0]
    while line < last:
        start, end = source.line_span(source.offset_of(line))
        text = source.utf8[start:end].strip()
        mark = next((mark for mark in _MARKS if text.startswith(mark)), None)
        if mark is None or not text.endswith(_ENDS.get(mark, b"")):
            break
        line += 1
    return line


def unignored(source: Source, findings: list[Finding], options: Options) -> list[Finding]:
    """Leave out what `trtc: ignore` comments silence, and report those that are of no use.

    findings: of every rule. A comment speaks for the lines of its own text: of the file, or of the
    string, script, cell or fence that it stands in.
    """
    silenced: set[int] = set()
    useless: list[Finding] = []
    for part in parts(source):
        inner = Source("", part.text)
        inside = [
            (at, finding.code, inner.position(offset)[0])
            for at, finding in enumerate(findings)
            if (offset := part.map.inner(finding.span.start)) is not None
        ]
        for item in suppressions(part):
            hit = {at: code for at, code, line in inside if item.silences(code, line)}
            silenced.update(hit)
            problem = _problem(item, frozenset(hit.values()), source.path, options)
            if problem is not None and part.code:
                span = part.map.around(item.directive.span)
                useless.append(_useless(source, span, problem, options.language))
    kept = [finding for at, finding in enumerate(findings) if at not in silenced]
    return sorted([*kept, *useless], key=lambda finding: (finding.span, finding.code))


def _problem(item: Suppression, hit: frozenset[str], path: str, options: Options) -> str | None:
    """What is wrong with a suppression that silences findings with some codes, or None."""
    directive, language = item.directive, options.language
    if directive.problem is not None:
        text, said = directive.problem
        return text.of(language).format(**said)
    if directive.word == "ignore-end":
        return None if item.paired else _NO_START.of(language)
    if hit and not item.paired:
        return _NO_END.of(language)
    idle = [code for code in directive.codes if not any(found.startswith(code) for found in hit)]
    if hit and not idle:
        return None
    if directive.codes == EVERY:
        return _NOTHING.of(language)
    # A rule that is off finds nothing, whatever it would find.
    off = [code for code in idle if not _is_on(code, path, options)]
    idle = [code for code in idle if code not in off]
    if not idle:
        return None
    if not hit and not off:
        return _NOTHING.of(language)
    return _NOTHING_OF.of(language).format(what=", ".join(idle))


def _is_on(prefix: str, path: str, options: Options) -> bool:
    return any(rule.startswith(prefix) and options.wants(rule, path) for rule in RULES)


def _useless(source: Source, span: Span, problem: str, language: str) -> Finding:
    """A TRT904."""
    line, column = source.position(span.start)
    message = RULES["TRT904"].message.of(language).format(problem=problem)
    return Finding("TRT904", span, line, column, message, Verdict(Level.CERTAIN, ()))
