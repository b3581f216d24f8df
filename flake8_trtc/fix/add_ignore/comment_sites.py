"""Where a comment that silences a line may stand, and what it looks like there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.detect.suppressions.comments import suppressions
from flake8_trtc.detect.suppressions.directives import Directive
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.encode import carrier, in_script, newline_of
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.tree import parent_of
from flake8_trtc.model import SCRIPTS, Finding
from flake8_trtc.spans import Span

_INSIDE = frozenset({"handler", "expression"})
"""Roles of code that a comment of its own line's end can't stand in."""
_COMMANDS = regex(rb"\{[%{#]|<[%?]|^[ \t]*#(?:if|for|end)", re.MULTILINE)
_MODULAR = frozenset({"import_statement", "export_statement"})
_TEMPLATES = frozenset({".j2", ".jinja", ".jinja2", ".njk", ".twig"})


class Line(NamedTuple):
    """A line of a text with findings to silence.

    text: which of the document's; number: 1-based, in that text; end: the offset there behind the
    last finding.
    """

    text: int
    number: int
    end: int
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> str:
        """The codes in the brackets."""
        return ", ".join(sorted({finding.code for finding in self.findings}))


def lines_of(document: Document, findings: Sequence[Finding]) -> list[Line]:
    """The lines that findings are on, in order; each line of each text once."""
    found: dict[tuple[int, int], Line] = {}
    for finding in findings:
        text, span = _commented(document.texts[finding.text_number], finding)
        key = text.number, text.position(span.start)[0]
        before = found.get(key, Line(*key, 0, ()))
        end = max(before.end, span.end)
        found[key] = before._replace(end=end, findings=(*before.findings, finding))
    return list(found.values())


def _commented(text: Text, finding: Finding) -> tuple[Text, Span]:
    """The text that a comment may be put into, and where a finding is there.

    What a string of a script says is not changed: the comment is the script's.
    """
    around: Text | None = text
    while around is not None and in_script(around):
        around = around.parent
    if around is None or around is text:
        return text, finding.inner or finding.span
    start, end = map(around.map.inner, finding.span)
    return around, Span(start or 0, end or 0)


class CommentSites:
    """Where comments may stand in a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._host = carrier(document)
        self._template = os.path.splitext(document.source.path)[1].lower() in _TEMPLATES
        self._said: dict[int, dict[int, list[Directive]]] = {}

    def of(self, line: Line) -> list[list[Edit]]:
        """The edits of the file that would silence a line, the best first."""
        root, text = self._document.root, self._document.texts[line.text]
        if text is root:
            own = (*self._merges(root, line), *_added(root, line))
            return [[edit] for edit in own if not self._is_said(edit)]
        edits = (*self._merges(text, line), *_added(text, line))
        inside = [self._host.carry(text, edit) for edit in edits]
        if root.dialect == "python" and self._host.barred(text) is not None:
            inside = []
        found = [edit for edit in inside if edit is not None]
        if root.dialect in {"python", "html", "vue"} and not root.is_pug:
            first = line.findings[0]
            outside = line._replace(number=first.line, end=first.span.end)
            # A comment that is there already comes first, wherever it is.
            added = _added(root, outside, template=self._template)
            kept = [edit for edit in added if not self._is_said(edit)]
            found = [*self._merges(root, outside), *found, *kept]
        return [[edit] for edit in found]

    def _is_said(self, edit: Edit) -> bool:
        """True if an edit of Python stands in a string, whose text it would be."""
        root = self._document.root
        if root.dialect != "python":
            return False
        node = root.tree.root_node.descendant_for_byte_range(edit.start, edit.start)
        while node is not None and not (node.type == "string" and node.start_byte < edit.start):
            node = parent_of(node)
        return node is not None and edit.start < node.end_byte

    def _merges(self, text: Text, line: Line) -> Iterator[Edit]:
        """The edits that add the codes to a comment that speaks for the line already."""
        for directive in self._silencing(text).get(line.number, ()):
            if directive.codes and text.utf8.endswith(b"]", 0, directive.span.end):
                codes = line.codes.split(", ")
                new = [code for code in codes if not code.startswith(directive.codes)]
                yield _put(directive.span.end - 1, "".join(f", {code}" for code in new))

    def _silencing(self, text: Text) -> dict[int, list[Directive]]:
        """The comments of a text that silence one line each, by that line."""
        found = self._said.get(text.number)
        if found is None:
            found = self._said[text.number] = {}
            for item in suppressions(text):
                if item.directive.word in {"ignore", "ignore-next-line"}:
                    found.setdefault(item.first, []).append(item.directive)
        return found


def _added(text: Text, line: Line, *, template: bool = False) -> Iterator[Edit]:
    """The edits of a text that would give a line of it a comment, the best first.

    template: comments are to be those of a server's template.
    """
    codes = line.codes
    start, end = text.line_span(text.offset_of(line.number))
    written = text.utf8[start:end]
    end = start + len(written.rstrip())
    margin = written[: len(written) - len(written.lstrip())].decode()
    above = f"{margin}{{}}{newline_of(text.utf8)}"
    if text.dialect == "python":
        yield _put(end, f"  # trtc: ignore[{codes}]")
        yield _put(start, above.format(f"# trtc: ignore-next-line[{codes}]"))
    elif text.dialect in SCRIPTS:
        if text.role not in _INSIDE and not _ends_in_comment(text, end):
            opening, closing = ("/*", " */") if _may_go_on(text, end) else ("//", "")
            yield _put(end, f" {opening} trtc: ignore[{codes}]{closing}")
        yield _put(line.end, f" /* trtc: ignore[{codes}] */")
    else:
        before, after = ("{#", "#}") if template else ("<!--", "-->")
        yield _put(end, f" {before} trtc: ignore[{codes}] {after}")
        yield _put(start, above.format(f"{before} trtc: ignore-next-line[{codes}] {after}"))


def _may_go_on(script: Text, end: int) -> bool:
    """True if more code may come behind the end of a line at run time.

    The lines of a string may be put together, a template's command may take the line's end with it,
    and a script that is included may end with it.
    """
    page = script.parent
    if script.host == "string":
        return True
    if page is None:
        top = script.tree.root_node.named_children
        modular = any(item.type in _MODULAR for item in top)
        return not modular and not script.utf8[end:].strip()
    return page.template and _COMMANDS.search(page.utf8) is not None


def _put(offset: int, text: str) -> Edit:
    return Edit(offset, offset, text.encode())


def _ends_in_comment(script: Text, end: int) -> bool:
    """True if a line ends with a comment, which may be for another tool."""
    node = script.tree.root_node.descendant_for_byte_range(end - 1, end)
    return node is not None and node.type.endswith("comment")
