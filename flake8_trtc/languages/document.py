"""A file as a tree of texts, each taken apart and parsed once, and only when it is asked.

A page holds scripts and attributes, a module strings that hold scripts that hold strings, a
document fences and a notebook cells that hold any of them. Whoever wants to know something of a
file's texts asks its `Document`; a fixed file is another one.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from flake8_trtc.languages.parsed import parsed
from flake8_trtc.languages.parts import Parse, Part, sealed
from flake8_trtc.languages.prefilter import candidates
from flake8_trtc.model import SCRIPTS, Dialect, Host, Role
from flake8_trtc.source import COMPONENTS, LineIndex, Source, dialect_inside, dialect_of
from flake8_trtc.spans import Span, SpanMap

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

    from flake8_trtc.languages.components import Component
    from flake8_trtc.languages.lines import Lines
    from flake8_trtc.languages.markdown import Fence
    from flake8_trtc.languages.templates import Branches
    from flake8_trtc.languages.tokens import Token

_PAGES: frozenset[Dialect] = frozenset({"html", "vue", "string"})
_ROLES: dict[str, Role] = {
    **dict.fromkeys((".mjs", ".mts"), "module"),
    **dict.fromkeys((".cjs", ".cts"), "function"),
    **dict.fromkeys((".wxs", ".uts"), "bare"),
}
"""The roles of scripts by the suffix of their file; that of any other is "file"."""


class _Embedded(Protocol):
    """A language's module that tells which strings are code."""

    def whole_of(self, string: Node) -> Node:
        """The largest string expression around a string."""

    def lines_of(self, whole: Node) -> Lines | None:
        """The expression a string is one text with, if anything."""

    def string_parts(self, whole: Node, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
        """A string expression as a text, and the code in it."""

    def lines_parts(self, lines: Lines, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
        """Strings that are one text as that text, and the code in it."""


class _Strings(Protocol):
    """A language's module of string literals."""

    def literal_at(self, tree: Tree, offset: int) -> Node | None:
        """The literal whose content an offset is in, or ends."""

    def literals_around(self, root: Node, spans: Iterable[Span]) -> Iterator[Node]:
        """The literals that hold something at one of some spans."""


class Text(LineIndex):
    """One text of a document.

    number: which of the document's texts it is, 0 for the file's own; dialect, utf8, role,
    template, quoted, kept: see `Part`; host: what it is escaped by at last; scopes:
    the spans of the text around it that are evidence for the code in it, from the inside out;
    parent: the text around it, None for the file's own; indent: how many blanks of a line's in
    the file are none of it, where there are so many.
    """

    def __init__(self, document: Document, number: int, part: Part, parent: Text | None) -> None:
        super().__init__(part.utf8)
        self.document = document
        self.number = number
        self.dialect = part.dialect
        self.role = part.role
        self.scopes = part.scopes
        self.template = part.template
        self.quoted = part.quoted
        self.kept = part.kept
        self.indent: int = part.indent or (0 if parent is None else parent.indent)
        self.parent = parent
        outside = "" if parent is None or part.host == "string" else parent.host
        self.host: Host = outside or part.host
        self._part = part
        self._strings: dict[int, Text] = {}
        self._written: dict[int, Text | None] = {}

    @cached_property
    def map(self) -> SpanMap:
        """From the text to the file."""
        around = self.parent
        if around is None or around.parent is None:  # the file's own text maps to itself
            return self._part.map
        return self._part.map.within(around.map)

    @property
    def is_pug(self) -> bool:
        """True if it is a page that is written by its indentation."""
        return self._component is not None and self._component.pug

    @property
    def begins(self) -> int:
        """The offset in the text around it where it begins; -1 where nothing of it stands there."""
        return self._part.map.pieces[0].outer if self._part.map.pieces else -1

    def revised(self, utf8: bytes) -> Text:
        """The same text with other bytes: a draft, which is no text of the document."""
        return Text(self.document, self.number, self._part._replace(utf8=utf8), self.parent)

    @cached_property
    def shape(self) -> bytes:
        """The parsed bytes: the text, of a page or component without a template's holes."""
        if self._component is not None:
            return self._component.shape(self.utf8)
        if self.dialect not in _PAGES or not (self.template or self.dialect == "vue"):
            return self.utf8
        from flake8_trtc.languages.templates import neutral

        return neutral(self.utf8)

    @cached_property
    def _component(self) -> Component | None:
        """How it is read, where the name of its file says more than that it is a page."""
        suffix = os.path.splitext(self.document.source.path)[1].lower()
        if self.parent is not None or suffix not in COMPONENTS:
            return None
        from flake8_trtc.languages.components import READERS

        return READERS[suffix]

    @cached_property
    def branches(self) -> Branches:
        """Which branches of a server's template are open at an offset of the text."""
        from flake8_trtc.languages.templates import Branches, neutral

        page = self.dialect in _PAGES and self.template
        return Branches(neutral(self.utf8, script=True) if page else self.utf8)

    @cached_property
    def tree(self) -> Tree:
        """The syntax tree; there is none of a document in Markdown or a notebook."""
        return self.document.parse(self.shape, self.dialect)

    @cached_property
    def parts(self) -> tuple[Text, ...]:
        """The texts in it, but for those in texts in it, in order; of Python see `strings`.

        Raises SourceError for a notebook that is none.
        """
        return tuple(self.document.add(part, self) for part in self._parts())

    def _parts(self) -> Iterable[Part]:
        parse, path = self.document.parse, self.document.source.path.lower()
        if self._component is not None:
            return self._component.parts(self.utf8, self.shape, parse)
        if self.dialect == "html" or self.dialect == "vue":
            from flake8_trtc.languages import html

            script = dialect_inside(path) if self.parent is None else None
            if script is not None:
                return [html.scripted(self.utf8, script, parse)]
            read = html.vue_parts if self.dialect == "vue" else html.html_parts
            parts = read(self.utf8, self.shape, parse)
            if self.template and b"endblock" in self.utf8:
                from flake8_trtc.languages.blocks import with_blocks

                parts = with_blocks(parts, self.utf8, parse)
            return map(sealed, parts) if self.role == "sealed" else parts
        if self.dialect == "notebook":
            from flake8_trtc.languages import notebook

            return notebook.cells(self.utf8)
        if self.dialect == "markdown":
            from flake8_trtc.languages import markdown

            mdx = self.parent is None and path.endswith(".mdx")
            return markdown.parts(self.utf8, self._fences, parse, mdx=mdx)
        return ()

    @cached_property
    def _fences(self) -> list[Fence]:
        """The fences of a document in Markdown."""
        if self.dialect != "markdown":
            return []
        from flake8_trtc.languages import markdown

        return list(markdown.fences(self.utf8))

    @property
    def _embedded(self) -> _Embedded:
        """The judge of which strings of the text are code."""
        if self.dialect == "python":
            from flake8_trtc.languages.python import embedded as python

            return python
        from flake8_trtc.languages.javascript import embedded as javascript

        return javascript

    @property
    def _literals(self) -> _Strings:
        """The finder of the text's string literals: all that is loaded where they hold none."""
        if self.dialect == "python":
            from flake8_trtc.languages.python import strings as python

            return python
        from flake8_trtc.languages.javascript import strings as javascript

        return javascript

    def strings(self, literals: Iterable[Node]) -> list[Text]:
        """The string expressions of code around some literals, each once."""
        wholes = {}
        for literal in literals:
            whole = self._embedded.whole_of(literal)
            wholes[whole.id] = whole
        found = (self._lines(whole) or self._string(whole) for whole in wholes.values())
        return list({text.number: text for text in found}.values())

    def _lines(self, whole: Node) -> Text | None:
        """The text of several strings that one is a part of, where that is code there."""
        lines = self._embedded.lines_of(whole)
        if lines is None:
            return None
        if lines.first.id not in self._written:
            string, code = self._embedded.lines_parts(lines, self.utf8, self.document.parse)
            self._written[lines.first.id] = self._added(string, code) if code else None
        text = self._written[lines.first.id]
        return text if text is not None and text.holds_code(whole) else None

    def holds_code(self, node: Node) -> bool:
        """True if something of a node of the text around this one is code in this one."""
        at = bisect_left(self._code_starts, node.start_byte)
        return at < len(self._code_starts) and self._code_starts[at] < node.end_byte

    @cached_property
    def _code_starts(self) -> list[int]:
        """Where the runs of the code in it begin in the text around it."""
        runs = (
            piece for part in self.parts for piece in part._part.map.within(self._part.map).pieces
        )
        return sorted(piece.outer for piece in runs)

    def _string(self, whole: Node) -> Text:
        found = self._strings.get(whole.id)
        if found is None:
            string, code = self._embedded.string_parts(whole, self.utf8, self.document.parse)
            found = self._strings[whole.id] = self._added(string, code)
        return found

    def _added(self, string: Part, code: Iterable[Part]) -> Text:
        found = self.document.add(string, self)
        found.parts = tuple(self.document.add(part, found) for part in code)
        return found

    def strings_at(self, spans: Sequence[Span]) -> list[Text]:
        """The strings of code that hold one of some spans, and more than a number."""
        if not spans:  # nothing is parsed for them
            return []
        return self.strings(self._literals.literals_around(self.tree.root_node, spans))

    @cached_property
    def noted(self) -> tuple[Text, ...]:
        """The texts in it, but for those in texts in it, that may hold a suppression."""
        from flake8_trtc.languages.comments import MENTION, mentions

        code = self.dialect == "python" or self.dialect in SCRIPTS
        parts: Iterable[Text] = () if code else self.parts
        if code:
            found = (self._literals.literal_at(self.tree, at) for at in mentions(self.utf8))
            parts = self.strings(literal for literal in found if literal is not None)
        return tuple(part for part in parts if MENTION.search(part.utf8) is not None)

    @cached_property
    def comments(self) -> tuple[Span, ...]:
        """The comments that may hold a suppression, in order, each once."""
        return tuple(sorted(set(self._comments())))

    def _comments(self) -> Iterator[Span]:
        from flake8_trtc.languages import comments

        if self.dialect == "python" or self.dialect in SCRIPTS:
            python = self.dialect == "python"
            yield from comments.of_code(self.utf8, self.tree.root_node, python=python)
        elif self.dialect == "markdown":
            yield from comments.of_markdown(self.utf8, self._fences)
        elif self.is_pug:
            yield from comments.of_pug(self.utf8)
        elif self.dialect in _PAGES:
            if self.dialect != "vue":
                yield from comments.of_template(self.utf8)
            if b"<!--" in self.shape:
                yield from comments.of_page(self.utf8, self.tree.root_node)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The text without comments: of code all tokens, of a page the words around its code.

        Nothing of a document in Markdown or a notebook.
        """
        from flake8_trtc.languages import tokens

        if self.dialect in _PAGES:
            return tuple(tokens.of_page(self.tree.root_node))
        if self.dialect == "markdown" or self.dialect == "notebook":
            return ()
        return tuple(tokens.of_code(self.tree.root_node))


class Document:
    """The texts of one file.

    source: the file as it is; texts: those that have been asked for; lost: the line and column of
    what may hold a code and could not be parsed, once the file has been scanned.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.texts: list[Text] = []
        self.lost: tuple[int, int] | None = None
        self._trees: dict[tuple[bytes, str], Tree] = {}
        self._before = self._trees  # those of the version before this one
        dialect = dialect_of(source.path)
        role: Role = "module"
        if dialect in SCRIPTS:
            role = _ROLES.get(os.path.splitext(source.path)[1].lower(), "file")
        whole = SpanMap.shifted(0, len(source.utf8))
        template = not source.path.lower().endswith(COMPONENTS)
        self.root = self.add(Part(dialect, source.utf8, whole, role, template=template), None)

    def revised(self, utf8: bytes) -> Document:
        """The document of the same file with another text.

        Trees that were asked for here need not be made again there: of what did not change, and of
        drafts that became true.
        """
        old = self.source
        new = Document(Source(old.path, utf8, old.encoding, old.bom))
        new._before = self._trees
        return new

    def add(self, part: Part, parent: Text | None) -> Text:
        """Take a text into the document; parent: the text around it."""
        text = Text(self, len(self.texts), part, parent)
        self.texts.append(text)
        return text

    def parse(self, utf8: bytes, dialect: Dialect) -> Tree:
        """The syntax tree of a text of this file, or of a draft of one; each is parsed once."""
        key = utf8, "html" if dialect in _PAGES else dialect
        tree = self._trees.get(key)
        if tree is None:
            tree = self._trees[key] = self._before.get(key) or parsed(utf8, dialect)
        return tree

    def code(self, constants: tuple[str, ...] = ()) -> list[Text]:
        """The texts of code, in order: a script itself, or the code in the file.

        Of Python it is the code in strings, of a document that of pages, that may hold a finding.
        constants: the names of the project's own. Raises SourceError for a notebook that is none.
        """
        from flake8_trtc.catalog.generations import DECLARED, values

        names = (*constants, *values("v5"), *DECLARED["v5-extra"], "ExtraCode")
        if self.root.dialect == "python":
            found = candidates(self.root.utf8, whole=True, constants=names, others=True)
            if found is None:
                return []
            strings = self.root.strings_at((*found.numbers, *found.names))
            parts = [part for string in strings for part in string.parts]
        else:
            parts = [self.root]
        return list(_code_in(parts, names))


def _code_in(texts: list[Text], names: tuple[str, ...]) -> Iterator[Text]:
    pending = texts[::-1]
    while pending:
        text = pending.pop()
        if text.dialect == "python" or text.dialect in SCRIPTS:
            yield text
        if text.dialect == "python":
            continue
        found = candidates(text.utf8, whole=True, constants=names, others=True)
        if text.dialect not in SCRIPTS:
            apart = text.parent is not None and text.dialect in _PAGES  # shares nothing with others
            pending += reversed(text.parts if found is not None or not apart else ())
        elif found is not None:
            strings = text.strings_at((*found.numbers, *found.names))
            pending += reversed([part for string in strings for part in string.parts])
