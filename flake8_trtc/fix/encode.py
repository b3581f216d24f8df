"""Edits of a text inside another text, written as the outer text needs them."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from typing import Protocol

from flake8_trtc.fix.edits import Edit
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Region, Span
from flake8_trtc.source import Source, language_of, line_start

_MARGIN = re.compile(rb"[ \t>]*")
_NEXT_LINE = re.compile(rb'\\n"(\s*,\s*")')


class Carrier(Protocol):
    """How edits get into one kind of file."""

    def barred(self, region: Region) -> Message | None:
        """Why nothing of a region is to be rewritten, or None."""

    def newline(self, region: Region) -> str:
        """What ends a line in a region; " " where nothing can."""

    def carry(self, region: Region, edit: Edit) -> Edit | None:
        """An edit of the region as an edit of the file; None where it has no place there."""


def carrier(source: Source) -> Carrier:
    """The carrier of a file."""
    return _InStrings(source) if language_of(source.path) == "python" else _InText(source)


@lru_cache(maxsize=8)
def newline_of(text: bytes) -> str:
    """What ends the lines of a text."""
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

    def __init__(self, source: Source) -> None:
        self._utf8 = source.utf8
        self._quotes = language_of(source.path) == "markdown"

    def barred(self, region: Region) -> Message | None:
        return refusals.NESTED_TEXT() if region.host == "string" else None

    def newline(self, region: Region) -> str:
        return "\n" if region.host == "json" else newline_of(region.text)

    def carry(self, region: Region, edit: Edit) -> Edit | None:
        edit = indented(edit, region.text)
        place = _place(region, edit)
        if place is None:
            return None
        text = edit.new.decode()
        if region.host == "json":
            text = json.dumps(text, ensure_ascii=False)[1:-1]
            first, last = region.map.pieces[0], region.map.pieces[-1]
            lines = _NEXT_LINE.search(self._utf8, first.outer, last.outer + last.length)
            if lines is not None:  # a string a line
                text = text.replace("\\n", f'\\n"{lines[1].decode()}')
        elif region.host == "html-attribute":
            text = html.escape(text)
        else:
            margin = self._margin(region, edit.start)
            text = re.sub(r"\r\n?|\n", lambda newline: newline[0] + margin, text)
            text = re.sub(
                rf"([\r\n]){re.escape(margin)}(?=[\r\n])", rf"\g<1>{margin.rstrip()}", text
            )
        return Edit(*place, text.encode())

    def _margin(self, region: Region, offset: int) -> str:
        """What stands before each line of a region without being part of it: a quotation's `> `."""
        start = line_start(region.text, offset)
        outer = region.map.point(start)
        if outer is None or not region.map.begins(start):
            return ""
        margin = self._utf8[line_start(self._utf8, outer) : outer]
        blank = _MARGIN.match(margin)
        # A script that begins in the middle of a quotation's line goes on in others of it.
        if blank is None or (blank[0] != margin and not (self._quotes and start == 0)):
            return ""
        return blank[0].decode()


class _InStrings:
    """Python: the text stands in string literals, which LibCST writes."""

    def __init__(self, source: Source) -> None:
        from flake8_trtc.languages.python.grammar import parse

        self._source = source
        self._tree = parse(source.utf8)

    def barred(self, region: Region) -> Message | None:
        from flake8_trtc.fix.python.statements import is_printed
        from flake8_trtc.languages.python.strings import literal_at

        literals = (literal_at(self._tree, piece.outer) for piece in region.map.pieces)
        printed = any(literal is not None and is_printed(literal) for literal in literals)
        return refusals.PRINTED() if printed else None

    def newline(self, region: Region) -> str:
        from flake8_trtc.languages.python.strings import holds_newline, literal_at

        literals = {literal_at(self._tree, piece.outer) for piece in region.map.pieces}
        holds = all(literal is not None and holds_newline(literal) for literal in literals)
        return newline_of(region.text) if holds else " "

    def carry(self, region: Region, edit: Edit) -> Edit | None:
        from flake8_trtc.languages.python.embedded import filled_as
        from flake8_trtc.languages.python.strings import encoded, literal_at

        edit = indented(edit, region.text)
        place = _place(region, edit)
        literal = literal_at(self._tree, place.start) if place is not None else None
        if place is None or literal is None or self._parts_braces(place):
            return None
        style = filled_as(literal, self._source.utf8)
        text = encoded(edit.new.decode(), literal, style)
        if text is not None and newline_of(self._source.utf8) == "\r":
            text = text.replace("\n", "\r")  # which a literal's text has for the others, too
        return None if text is None else Edit(*place, text.encode())

    def _parts_braces(self, place: Span) -> bool:
        """Whether something would be put between two braces: they may stand for one."""
        around = self._source.utf8[place.start - 1 : place.end + 1]
        return place.start == place.end and around in {b"{{", b"}}"}


def _place(region: Region, edit: Edit) -> Span | None:
    """Where an edit of a region stands in the file; None where escapes or holes are in the way."""
    if edit.start < edit.end:
        return region.map.outer(Span(edit.start, edit.end))
    at = region.map.point(edit.start)
    return None if at is None else Span(at, at)
