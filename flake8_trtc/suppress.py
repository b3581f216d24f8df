"""What comments silence: flake8's noqa, read by flake8's own code so that the two can't differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_trtc.model import Finding
from flake8_trtc.source import Source

if TYPE_CHECKING:
    from flake8.processor import FileProcessor


def unsuppressed(source: Source, findings: list[Finding]) -> list[Finding]:
    """Leave out the findings that a noqa comment silences, as flake8 would."""
    if not findings or b"noqa" not in source.utf8.lower():
        return findings
    from flake8.violation import Violation

    processor = _processor(source)
    if processor.should_ignore_file():
        return []
    return [
        finding
        for finding in findings
        if not Violation(
            finding.code,
            source.path,
            finding.line,
            finding.column,
            finding.message,
            processor.noqa_line_for(finding.line),
        ).is_inline_ignored(disable_noqa=False)
    ]


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
