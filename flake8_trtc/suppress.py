"""What comments silence: `trtc: ignore` in every language, and flake8's noqa.

A `trtc: ignore` comment is part of detection (`scan` applies it), so the plugin, `check` and the
fix all honour it. noqa is read by flake8's own code, so that the two can't differ; in the plugin
flake8 applies it itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_trtc.catalog import Text
from flake8_trtc.model import Finding, Level, Span, Verdict
from flake8_trtc.rules import RULES
from flake8_trtc.source import Source, language_of

if TYPE_CHECKING:
    from flake8.processor import FileProcessor

# One in quotes is somebody writing about it.
_COMMENT = re.compile(
    rb"(?<![\w'\"`])(?P<mark>#|//|/\*|<!--|\{#)\s*trtc:\s*ignore(?![\w])"
    rb"(?P<reach>-next-line|-start|-end|-file|)(?![\w-])[ \t]*(?:\[(?P<codes>[^\]\r\n]*)\])?"
)
_SCRIPT, _PAGE = (b"//", b"/*"), (b"<!--", b"{#")
_MARKS = {
    "python": (b"#",),
    "js": _SCRIPT,
    "ts": _SCRIPT,
    "tsx": _SCRIPT,
    "html": _PAGE,
    "vue": _PAGE,
    "markdown": _PAGE,
    "notebook": (),
}
"""What begins a comment in each language; the code in a page or a string is asked by itself."""

_UNKNOWN = Text("there is no rule {codes}", "没有规则 {codes}")
_SILENCES_NOTHING = Text("it silences nothing", "没有可抑制的提示")


class Suppression(NamedTuple):
    """One comment.

    span: where it stands; first, last: the 1-based lines it silences, both included; codes: the
    prefixes of the codes it silences, ("",) for every code.
    """

    span: Span
    first: int
    last: int
    codes: tuple[str, ...]

    def silences(self, code: str, line: int) -> bool:
        """Whether a finding on a line is silenced."""
        return self.first <= line <= self.last and code.startswith(self.codes)


def suppressions(source: Source, language: str) -> Iterator[Suppression]:
    """The `trtc: ignore` comments of a text, in order.

    An `ignore-start` reaches to the next `ignore-end`, or to the end of the text.
    """
    found = [match for match in _COMMENT.finditer(source.utf8) if match["mark"] in _MARKS[language]]
    last = source.position(len(source.utf8))[0]
    ends = [source.position(match.start())[0] for match in found if match["reach"] == b"-end"]
    for match in found:
        line = source.position(match.start())[0]
        first, final = {
            b"": (line, line),
            b"-next-line": (line + 1, line + 1),
            b"-file": (1, last),
            b"-start": (line, next((end for end in ends if end >= line), last)),
            b"-end": (0, 0),
        }[match["reach"]]
        if final:
            named = (match["codes"] or b"").decode("utf-8", "replace")
            codes = tuple(re.findall(r"[^\s,]+", named)) or ("",)
            yield Suppression(Span(*match.span()), first, final, codes)


def unignored(source: Source, findings: list[Finding], language: str) -> list[Finding]:
    """Leave out what `trtc: ignore` comments silence, and report those that silence nothing.

    findings: of every rule. Comments are looked for in the file, and in each string, script and
    cell that holds a finding. language: of the messages.
    """
    comments = list(suppressions(source, language_of(source.path)))
    used: set[Suppression] = set()
    inner: dict[bytes, tuple[Source, list[Suppression]]] = {}
    kept: list[Finding] = []
    for finding in findings:
        silent = {item for item in comments if item.silences(finding.code, finding.line)}
        if finding.region is not None and finding.inner is not None:
            text = finding.region.text
            if text not in inner:
                snippet = Source("", text)
                inner[text] = snippet, list(suppressions(snippet, finding.region.language))
            snippet, own = inner[text]
            line = snippet.position(finding.inner.start)[0]
            silent |= {item for item in own if item.silences(finding.code, line)}
        used |= silent
        if not silent:
            kept.append(finding)
    kept += (
        _useless(source, item, problem, language)
        for item in comments
        if (problem := _problem(item, used, language)) is not None
    )
    return sorted(kept, key=lambda finding: (finding.span, finding.code))


def _problem(item: Suppression, used: set[Suppression], language: str) -> str | None:
    """What is wrong with a comment, or None."""
    unknown = [code for code in item.codes if not any(rule.startswith(code) for rule in RULES)]
    if unknown:
        return _UNKNOWN.of(language).format(codes=", ".join(unknown))
    return None if item in used else _SILENCES_NOTHING.of(language)


def _useless(source: Source, item: Suppression, problem: str, language: str) -> Finding:
    """A TRT904."""
    line, column = source.position(item.span.start)
    message = RULES["TRT904"].message.of(language).format(problem=problem)
    verdict = Verdict(Level.CERTAIN, ())
    return Finding("TRT904", item.span, line, column, message, verdict)


def unsuppressed(source: Source, findings: list[Finding]) -> list[Finding]:
    """Leave out the findings that a noqa comment silences, as flake8 would; it reads Python."""
    if language_of(source.path) != "python" or b"noqa" not in source.utf8.lower():
        return findings
    from flake8.violation import Violation

    processor = _processor(source)
    if processor.should_ignore_file():
        return []
    return [
        finding
        for finding in findings
        if _far_from_noqa(source, finding.span.start)
        or not Violation(
            finding.code,
            source.path,
            finding.line,
            finding.column,
            finding.message,
            processor.noqa_line_for(finding.line),
        ).is_inline_ignored(disable_noqa=False)
    ]


def _far_from_noqa(source: Source, offset: int) -> bool:
    """Whether no noqa reaches an offset: none is on its statement's lines, which are its own.

    It saves flake8's way to know which lines are one: to read every token of the file.
    """
    from flake8_trtc.languages.python.grammar import parse

    root = parse(source.utf8).root_node
    cursor = root.walk()
    if root.has_error or cursor.goto_first_child_for_byte(offset) is None:
        return False
    node = cursor.node
    if node is None:
        return False
    start, end = source.line_span(node.start_byte)[0], source.line_span(node.end_byte)[1]
    alone = start == node.start_byte and not source.utf8[node.end_byte : end].strip()
    continues = source.utf8[max(0, start - 3) : start].strip(b"\r\n").endswith(b"\\")
    return alone and not continues and b"noqa" not in source.utf8[start:end].lower()


def _processor(source: Source) -> FileProcessor:
    """flake8's view of a file whose text is at hand."""
    import io
    from argparse import Namespace

    from flake8.processor import FileProcessor

    lines = io.StringIO(source.text, newline=None).readlines()

    class Text(FileProcessor):
        def read_lines(self) -> list[str]:
            return list(lines)

    options = Namespace(
        disable_noqa=False,
        hang_closing=False,
        indent_size=4,
        max_line_length=79,
        max_doc_length=None,
        verbose=0,
    )
    return Text(source.path, options, list(lines))
