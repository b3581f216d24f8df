"""The proof that comments silence what they are to silence, and change nothing else."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.edits import Edit, ProofError, splice
from flake8_trtc.fix.python import proof as verify
from flake8_trtc.fix.python import syntax
from flake8_trtc.languages.document import Document
from flake8_trtc.languages.tokens import Token
from flake8_trtc.model import Finding
from flake8_trtc.source import SourceError
from flake8_trtc.spans import Span

_Place = tuple[str, Span]
"""A finding by its rule and where it is."""


class Proof:
    """A file before any comment is written, to compare with the file after.

    tries: how often it has been asked; document: the file with the last edits that hold.
    """

    def __init__(self, document: Document, options: Options) -> None:
        self._before = self.document = document
        self._options = options
        self.tries = 0
        self._refused: set[tuple[tuple[Edit, ...], frozenset[_Place]]] = set()

    def holds(self, edits: Sequence[Edit], silenced: Sequence[Finding]) -> bool:
        """True if the edits silence these findings, no other, and keep the code as it is.

        edits: sorted, each puts something in.
        """
        self.tries += 1
        asked = tuple(edits), frozenset((item.code, item.span) for item in silenced)
        if asked in self._refused:
            return False
        code = self._code  # what it parses need not be parsed again
        new = self.document.revised(splice(self._before.root.utf8, edits))
        try:
            same = self._same_python(edits) and _code(new, self._options) == code
            holds = same and self._silences(new, edits, silenced)
        except (SourceError, ProofError, syntax.ParseError):
            holds = False
        if holds:
            self.document = new
        else:
            self._refused.add(asked)
        return holds

    @cached_property
    def _code(self) -> list[Sequence[Token]]:
        return _code(self._before, self._options)

    @cached_property
    def _findings(self) -> list[Finding]:
        return shown(self._before, self._options)

    @cached_property
    def _module(self) -> ast.Module:
        """The module as the running Python reads it. Raises ParseError."""
        return syntax.parse_module(self._before.source.text)

    def _same_python(self, edits: Sequence[Edit]) -> bool:
        """True if the running Python reads the same, but for what code in strings says."""
        root = self._before.root
        if root.dialect == "python":
            inside = any(self._in_string(edit.start) for edit in edits)
            verify.check_trees(root.utf8, edits, self._module, (), {}, strings=inside)
        return True

    def _in_string(self, offset: int) -> bool:
        from flake8_trtc.languages.python.strings import literal_at

        literal = literal_at(self._before.root.tree, offset)
        return literal is not None and literal.start_byte < offset < literal.end_byte

    def _silences(self, new: Document, edits: Sequence[Edit], silenced: Sequence[Finding]) -> bool:
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
        now = shown(new, self._options)
        found = Counter((item.code, item.span.start) for item in now)
        # A comment that was of no use may be of use now.
        return found <= expected and all(
            RULES[code].subject == "comments" for code, _ in expected - found
        )


def _code(document: Document, options: Options) -> list[Sequence[Token]]:
    """The tokens of the file itself and of each text of code in it, without comments."""
    root = document.root
    own: Sequence[Token] = root.tokens
    if root.dialect == "python":  # what strings say counts only where it is code
        own = [(kind, b"" if kind == "string_content" else text) for kind, text in own]
    return [own, *(text.tokens for text in document.code(options.constants))]
