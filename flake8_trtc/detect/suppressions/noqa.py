"""noqa, read by flake8's own code, so that it silences here what it silences there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_trtc.languages.document import Document, Text
from flake8_trtc.model import Finding
from flake8_trtc.source import Source

if TYPE_CHECKING:
    from flake8.processor import FileProcessor


def unsuppressed(document: Document, findings: list[Finding]) -> list[Finding]:
    """Leave out the findings that a noqa comment silences, as flake8 would; it reads Python."""
    source = document.source
    if document.root.dialect != "python" or b"noqa" not in source.utf8.lower():
        return findings
    from flake8.violation import Violation

    processor = _processor(source)
    if processor.should_ignore_file():
        return []
    return [
        finding
        for finding in findings
        if _far_from_noqa(document.root, finding.span.start)
        or not Violation(
            finding.code,
            source.path,
            finding.line,
            finding.column,
            finding.message,
            processor.noqa_line_for(finding.line),
        ).is_inline_ignored(disable_noqa=False)
    ]


def _far_from_noqa(text: Text, offset: int) -> bool:
    """Whether no noqa reaches an offset: none is on its statement's lines, which are its own.

    It saves flake8's way to know which lines are one: to read every token of the file.
    """
    root = text.tree.root_node
    cursor = root.walk()
    within = cursor.goto_first_child_for_byte(offset) is not None
    node = cursor.node
    if root.has_error or not within or node is None:
        return False
    start, end = text.line_span(node.start_byte)[0], text.line_span(node.end_byte)[1]
    alone = start == node.start_byte and not text.utf8[node.end_byte : end].strip()
    continues = text.utf8[max(0, start - 3) : start].strip(b"\r\n").endswith(b"\\")
    return alone and not continues and b"noqa" not in text.utf8[start:end].lower()


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
