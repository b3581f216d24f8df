"""noqa, read by flake8's own code, so that it silences here what it silences there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from flake8_trtc.languages.document import Document, Text
from flake8_trtc.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8.processor import FileProcessor


def unsuppressed(document: Document, findings: list[Finding]) -> list[Finding]:
    """Leave out the findings that a noqa comment silences, as flake8 would; it reads Python.

    The cells of a notebook are read as if they were one module: one that silences all of its file
    silences the notebook.
    """
    root = document.root
    if not findings or b"noqa" not in root.utf8.lower():
        return findings
    texts = root.parts if root.dialect == "notebook" else (root,)
    silenced: set[int] = set()
    for text in texts:
        if text.dialect != "python" or b"noqa" not in text.utf8.lower():
            continue
        processor = _processor(document.source.path, text)
        if processor.should_ignore_file():
            return []
        silenced.update(_silenced(text, findings, processor))
    return [finding for at, finding in enumerate(findings) if at not in silenced]


def _silenced(text: Text, findings: list[Finding], processor: FileProcessor) -> Iterator[int]:
    """Which of the findings, in their order, are in a text and silenced there."""
    from flake8.violation import Violation

    pieces = text.map.pieces
    starts = [finding.span.start for finding in findings]
    first = bisect_left(starts, pieces[0].outer) if pieces else 0
    last = bisect_right(starts, pieces[-1].outer + pieces[-1].length) if pieces else 0
    for at in range(first, last):
        offset = text.map.inner(starts[at])
        if offset is None or _far_from_noqa(text, offset):
            continue
        finding = findings[at]
        line, column = text.position(offset)
        # Where the text is none that Python reads, flake8 would ask the file for the line.
        written = processor.noqa_line_for(line) or processor.lines[line - 1]
        violation = Violation(
            finding.code, processor.filename, line, column, finding.message, written
        )
        if violation.is_inline_ignored(disable_noqa=False):
            yield at


def _far_from_noqa(text: Text, offset: int) -> bool:
    """True if no noqa reaches an offset: none is on its statement's lines, which are its own.

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


def _processor(path: str, text: Text) -> FileProcessor:
    """flake8's view of a text of Python."""
    import io
    from argparse import Namespace

    from flake8.processor import FileProcessor

    written = text.utf8.decode("utf-8", "replace")
    lines = io.StringIO(written, newline=None).readlines()

    class Cell(FileProcessor):
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
    return Cell(path, options, list(lines))
