"""The proof that comments silence what they are to silence, and change nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from tree_sitter import Node

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.edits import Edit, ProofError, splice
from flake8_trtc.fix.python import proof as verify
from flake8_trtc.fix.python import syntax
from flake8_trtc.languages import html
from flake8_trtc.languages.regions import SCRIPTS, regions
from flake8_trtc.languages.templates import neutral
from flake8_trtc.model import Finding
from flake8_trtc.source import Source, SourceError, language_of

_COMMENTS = frozenset({"comment", "html_comment"})
_CODE = frozenset({"raw_text", "attribute_value"})
"""What of a page may be code, which is compared by itself."""


class Proof:
    """What a file says before any comment is written, to compare with what it says after.

    tries: how often it has been asked.
    """

    def __init__(self, source: Source, options: Options) -> None:
        self._source = source
        self._options = options
        self.tries = 0

    def holds(self, edits: Sequence[Edit], silenced: Sequence[Finding]) -> bool:
        """Whether the edits silence these findings, no other, and keep the code as it is.

        edits: sorted, each puts something in.
        """
        self.tries += 1
        new = Source(
            self._source.path,
            splice(self._source.utf8, edits),
            self._source.encoding,
            self._source.bom,
        )
        try:
            same = self._same_python(edits) and _code(new, self._options) == self._before
            return same and self._silences(new, edits, silenced)
        except (SourceError, ProofError, syntax.ParseError):
            return False

    @cached_property
    def _before(self) -> list[list[tuple[str, bytes]]]:
        return _code(self._source, self._options)

    @cached_property
    def _findings(self) -> list[Finding]:
        return shown(self._source, self._options)

    def _same_python(self, edits: Sequence[Edit]) -> bool:
        """Whether the running Python reads the same, but for what code in strings says."""
        if language_of(self._source.path) != "python":
            return True
        tree = syntax.parse(self._source.text)
        inside = any(self._in_string(edit.start) for edit in edits)
        verify.check_trees(self._source.utf8, edits, tree, (), None, strings=inside)
        return True

    def _in_string(self, offset: int) -> bool:
        from flake8_trtc.languages.python.grammar import parse
        from flake8_trtc.languages.python.strings import literal_at

        literal = literal_at(parse(self._source.utf8), offset)
        return literal is not None and literal.start_byte < offset < literal.end_byte

    def _silences(self, new: Source, edits: Sequence[Edit], silenced: Sequence[Finding]) -> bool:
        starts = [edit.start for edit in edits]
        grown = [0]
        for edit in edits:
            grown.append(grown[-1] + len(edit.new))
        gone = {(item.code, item.span) for item in silenced}
        expected = Counter(
            (item.code, item.span.start + grown[bisect_right(starts, item.span.start)])
            for item in self._findings
            if (item.code, item.span) not in gone
        )
        found = Counter((item.code, item.span.start) for item in shown(new, self._options))
        # A comment that was of no use may be of use now.
        return found <= expected and all(code == "TRT904" for code, _ in expected - found)


def _code(source: Source, options: Options) -> list[list[tuple[str, bytes]]]:
    """The tokens of each text of a file, without comments."""
    language = language_of(source.path)
    found = [_tokens(_parsed(region.text, region.language)) for region in regions(source, options)]
    if language in SCRIPTS or language == "python":
        found.append(_tokens(_parsed(source.utf8, language), strings=language != "python"))
    elif language in {"html", "vue"}:
        found.append(_words(html.parsed(neutral(source.utf8))))
    return found


def _parsed(text: bytes, language: str) -> Node:
    if language == "python":
        from flake8_trtc.languages.python.grammar import parse

        return parse(text).root_node
    from flake8_trtc.languages.javascript import grammar

    return grammar.parse(text, language).root_node


def _leaves(root: Node) -> Iterator[Node]:
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type in _COMMENTS:
            continue
        if node.child_count:
            pending += reversed(node.children)
        elif node.end_byte > node.start_byte:
            yield node


def _tokens(root: Node, *, strings: bool = True) -> list[tuple[str, bytes]]:
    """The leaves of a tree; strings: what strings say, too."""
    return [
        (node.type, node.text or b"" if strings or node.type != "string_content" else b"")
        for node in _leaves(root)
    ]


def _words(root: Node) -> list[tuple[str, bytes]]:
    """The words of a page without its code.

    Blanks between them don't count, nor does the length of what stands for a template's value.
    """
    return [
        (node.type, re.sub(rb"_+", b"_", word))
        for node in _leaves(root)
        if node.type not in _CODE
        for word in (node.text or b"").split()
    ]
