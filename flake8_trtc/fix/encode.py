"""Edits of a text inside another text, written as the outer text needs them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from flake8_trtc._lean import regex
from flake8_trtc.fix.edits import Edit
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.tree import enclosing, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import SCRIPTS
from flake8_trtc.source import line_start
from flake8_trtc.spans import Span

if TYPE_CHECKING:
    from tree_sitter import Node

_MARGIN = regex(rb"[ \t>]*")
_QUOTATION = regex(rb"(?:[ ]{0,3}>[ ]?)*+")
_BLANK_LINES = regex(r"(?:\r\n?|\n|\A)(?=[ \t])")
_ENDING = regex(rb"[\s>]")
_STRINGS = frozenset({"string"})
_NEXT_LINE = regex(rb'\\n"(\s*,\s*")')
_LISTED = regex(rb'\[(\s*)"\Z')
"""The text before the one line of a cell whose lines are a list."""


class Carrier(Protocol):
    """How edits get into one kind of file."""

    def barred(self, text: Text) -> Message | None:
        """Why nothing of a text is to be rewritten, or None."""

    def newline(self, text: Text) -> str:
        """The end of a line in a text; " " where nothing can."""

    def carry(self, text: Text, edit: Edit) -> Edit | None:
        """An edit of the text as an edit of the file; None where it has no place there."""


def carrier(document: Document) -> Carrier:
    """The carrier of a file."""
    return _InStrings(document) if document.root.dialect == "python" else _InText(document)


@lru_cache(maxsize=8)
def newline_of(text: bytes) -> str:
    """The end of the lines of a text."""
    if b"\r\n" in text:
        return "\r\n"
    return "\r" if b"\r" in text and b"\n" not in text else "\n"


def indented(edit: Edit, text: bytes) -> Edit:
    """The same edit behind the indentation of its line.

    A line put before an indented line is put behind its indentation, and the indentation after
    it: in a string the blanks may be escapes, where nothing can be put.
    """
    blank = re.compile(rb"[ \t]*").match(text, edit.start)
    margin = blank[0] if blank is not None else b""
    begins = text[edit.start - 1 : edit.start] in {b"\n", b"\r"}
    if edit.start < edit.end or not begins or not margin or not edit.new.startswith(margin):
        return edit
    start = edit.start + len(margin)
    return Edit(start, start, edit.new[len(margin) :] + margin)


class _InText:
    """Pages, documents and scripts."""

    def __init__(self, document: Document) -> None:
        self._utf8 = document.root.utf8
        self._quotes = document.root.dialect == "markdown"

    def barred(self, text: Text) -> Message | None:
        script = script_around(text)
        if script is None:
            return refusals.NESTED_TEXT() if text.host == "string" else None
        plain = script.host == "" and text.parent is not None and text.parent.parent is script
        if text.kept or self._quotes or not plain or in_script(script):
            return refusals.SCRIPT_STRING()
        return None

    def newline(self, text: Text) -> str:
        if text.host == "json":
            return "\n"
        script = script_around(text)
        if script is None or not text.map.pieces:
            return newline_of(text.utf8)
        literal = _literal_at(script, text.map.pieces[0].outer)
        template = type_of(literal) == "template_string"  # a string has it as an escape
        return newline_of(self._utf8) if template else "\n"

    def carry(self, text: Text, edit: Edit) -> Edit | None:
        edit = indented(edit, text.utf8)
        place = _place(text, edit)
        if place is None or _is_parted(text, edit):
            return None
        new = edit.new.decode()
        script = script_around(text)
        if script is not None:
            return _in_literal(script, place, new)
        if text.host == "json":
            import json

            new = json.dumps(new, ensure_ascii=False)[1:-1]
            first, last = text.map.pieces[0], text.map.pieces[-1]
            lines = _NEXT_LINE.search(self._utf8, first.outer, last.outer + last.length)
            listed = _LISTED.search(self._utf8[: first.outer])
            if lines is not None:  # a string a line
                new = new.replace("\\n", f'\\n"{lines[1].decode()}')
            elif listed is not None:
                new = new.replace("\\n", f'\\n",{listed[1].decode() or " "}"')
        elif text.host == "html-attribute":
            import html

            new = html.escape(new)
        else:
            margin, pad = self._margin(text, edit.start)
            begins = pad * (edit.start == line_start(text.utf8, edit.start))
            new = _BLANK_LINES.sub(lambda start: start[0] + (pad if start[0] else begins), new)
            new = re.sub(r"\r\n?|\n", lambda newline: newline[0] + margin, new)
            ends = self._utf8[place.end : place.end + 1] in {b"\r", b"\n"}
            blank = rf"([\r\n]){re.escape(margin)}(?=[\r\n]{'|$' * ends})"
            new = re.sub(blank, rf"\g<1>{margin.rstrip()}", new)
        return Edit(*place, new.encode())

    def _margin(self, text: Text, offset: int) -> tuple[str, str]:
        """The prefix of each line of a text that is no part of it: a quotation's `> `.

        Also what a line that begins with blanks has to have behind it, so that it keeps them: the
        mark of a quotation takes one, and a fence as many as it stands in.
        """
        start = line_start(text.utf8, offset)
        outer = text.map.point(start)
        if outer is None or not text.map.begins(start):
            return "", ""
        margin = self._utf8[line_start(self._utf8, outer) : outer]
        blank = _MARGIN.match(margin)
        # A script that begins in the middle of a quotation's line goes on in others of it.
        if blank is None or (blank[0] != margin and not (self._quotes and start == 0)):
            return "", ""
        behind = _QUOTATION.sub(b"", blank[0], count=1)
        lacks = max(text.indent - len(behind), 0) + blank[0].endswith(b">")
        return blank[0].decode(), " " * lacks


class _InStrings:
    """Python: the text stands in string literals, which LibCST writes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._utf8 = document.root.utf8
        self._tree = document.root.tree
        self._barred: dict[int, Message | None] = {}
        self._newlines: dict[int, str] = {}

    def barred(self, text: Text) -> Message | None:
        if text.number not in self._barred:
            self._barred[text.number] = self._bar(text)
        return self._barred[text.number]

    def _bar(self, text: Text) -> Message | None:
        if in_script(text):
            return refusals.SCRIPT_STRING()
        from flake8_trtc.fix.python.statements import is_printed
        from flake8_trtc.languages.python.strings import literal_at

        found = {literal_at(self._tree, piece.outer) for piece in text.map.pieces}
        literals = [literal for literal in found if literal is not None]
        if any(map(is_printed, literals)):
            return refusals.PRINTED()
        around = (enclosing(literal, _STRINGS) for literal in literals)
        in_code = any(outer is not None and outer in self._with_code for outer in around)
        return refusals.NESTED_TEXT() if in_code else None

    @cached_property
    def _with_code(self) -> frozenset[Node]:
        """The string literals that hold a script, whole or in part."""
        from flake8_trtc.languages.python.strings import literal_at

        scripts = (text for text in self._document.texts if text.dialect in SCRIPTS)
        pieces = (piece for text in scripts for piece in text.map.pieces)
        found = (literal_at(self._tree, piece.outer) for piece in pieces)
        return frozenset(literal for literal in found if literal is not None)

    def newline(self, text: Text) -> str:
        if text.number not in self._newlines:
            self._newlines[text.number] = self._newline(text)
        return self._newlines[text.number]

    def _newline(self, text: Text) -> str:
        from flake8_trtc.languages.python.strings import holds_newline, literal_at

        literals = {literal_at(self._tree, piece.outer) for piece in text.map.pieces}
        holds = all(literal is not None and holds_newline(literal) for literal in literals)
        return newline_of(text.utf8) if holds else " "

    def carry(self, text: Text, edit: Edit) -> Edit | None:
        from flake8_trtc.languages.python.embedded import filled_as
        from flake8_trtc.languages.python.strings import encoded, literal_at

        edit = indented(edit, text.utf8)
        place = _place(text, edit)
        literal = literal_at(self._tree, place.start) if place is not None else None
        if place is None or literal is None or self._parts_braces(place) or _is_parted(text, edit):
            return None
        style = filled_as(literal, self._utf8)
        new = encoded(edit.new.decode(), literal, style)
        if new is not None and newline_of(self._utf8) == "\r":
            new = new.replace("\n", "\r")  # which a literal's text has for the others, too
        return None if new is None else Edit(*place, new.encode())

    def _parts_braces(self, place: Span) -> bool:
        """True if something would be put between two braces: they may stand for one."""
        around = self._utf8[place.start - 1 : place.end + 1]
        return place.start == place.end and around in {b"{{", b"}}"}


def script_around(text: Text) -> Text | None:
    """The nearest script around a text: one that has it in a string."""
    around = text.parent
    while around is not None and around.dialect not in SCRIPTS:
        around = around.parent
    return around


def in_script(text: Text) -> bool:
    """True if a text stands in a string of a script."""
    return script_around(text) is not None


def _literal_at(script: Text, offset: int) -> Node | None:
    """The literal of a script around an offset of the file."""
    from flake8_trtc.languages.javascript.strings import literal_at

    at = script.map.inner(offset)
    return None if at is None else literal_at(script.tree, at)


def _in_literal(script: Text, place: Span, new: str) -> Edit | None:
    """An edit of the file in a string of a script; None where the string can't say it."""
    from flake8_trtc.languages.javascript.strings import encoded

    literal = _literal_at(script, place.start)
    written = None if literal is None else encoded(new, literal)
    return None if written is None else Edit(*place, written.encode())


def _is_parted(text: Text, edit: Edit) -> bool:
    """True if an attribute without quotes would end in what is put into it."""
    return not text.quoted and _ENDING.search(edit.new) is not None


def _place(text: Text, edit: Edit) -> Span | None:
    """Where an edit of a text stands in the file; None where escapes or holes are in the way."""
    if edit.start < edit.end:
        return text.map.outer(Span(edit.start, edit.end))
    at = text.map.point(edit.start)
    return None if at is None else Span(at, at)
