"""Pug: the scripts, handlers and expressions of a page that is written by its indentation.

Nothing is put into it: a declaration would have to stand at the right depth, so its scripts are
sealed. What is no line of Pug's is passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.attributes import attribute_role
from flake8_trtc.languages.html import DIALECTS
from flake8_trtc.languages.names import is_code_key
from flake8_trtc.languages.parts import Part
from flake8_trtc.model import Dialect, Role
from flake8_trtc.spans import Piece, SpanMap

_TEMPLATE = regex(rb"(?m)^<template\b[^>]*\slang=[\"']?(?:pug|jade)\b[^>]*>")
_LINE = regex(rb"(?P<indent>[ \t]*+)(?P<rest>[^\r\n]*+)(?:\r?\n|\r|\Z)")
_KEYWORD = regex(rb"(?P<word>if|else\s+if|unless|while|case|when|each|for)\s+(?P<rest>\S[^\r\n]*)")
_LOOP = regex(rb"(?P<name>[A-Za-z_$][\w$]*)[^\r\n]*?\s(?:in|of)\s+")
_PLAIN = regex(
    rb"(?:include|extends|block|append|prepend|doctype|mixin|default|else|import|yield)\b"
)
_TAG = regex(rb"\+?(?:[A-Za-z][\w:-]*|[#.][\w-]+)(?:[#.][\w-]+)*")
_TYPE = regex(rb"\btype\s*=\s*[\"']([\w/-]*)")
_SPLICE = regex(rb"&attributes(?=\()")
_BUFFERED = regex(rb"!?=[ \t]*")
_HOLE = regex(rb"[#!]\{|\{\{")
_ATTRIBUTE = regex(
    rb"""[\s,]*+(?P<quote>["']?)(?P<name>[^\s,=!"'(){}]+(?:\([^()]*\))?)(?P=quote)
    (?P<is>\s*!?=(?!=)\s*)?""",
    re.VERBOSE,
)
_NEXT = regex(rb"""[ \t]+(?=["']?[@:#\w.-]+["']?\s*!?=(?!=))|[,\r\n]""")
_WHOLE = regex(rb"""(?P<mark>["'`])(?P<text>(?:(?!(?P=mark))[^\\\r\n])*)(?P=mark)""")
_NESTING = regex(
    rb"""(?P<open>[(\[{])|(?P<close>[)\]}])
    |"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`""",
    re.VERBOSE | re.DOTALL,
)

_Block = Literal["", "comment", "script", "code", "text"]


class _Open(NamedTuple):
    """A block of lines that are no tags: its kind, the indentation above it, where it begins."""

    kind: _Block = ""
    indent: int = 0
    start: int = 0


def shape(text: bytes) -> bytes:
    """A page of Pug's as HTML: nothing of it is."""
    return re.sub(rb"[^\r\n]", b" ", text)


def vue_parts(text: bytes, dialect: Dialect) -> Iterator[Part]:
    """The code of the template of a component of Vue's that is written in Pug."""
    for block in _TEMPLATE.finditer(text):
        end = text.find(b"</template>", block.end())
        yield from parts(text, block.end(), len(text) if end < 0 else end, dialect)


def parts(text: bytes, start: int, end: int, dialect: Dialect) -> Iterator[Part]:
    """The code of a page, or of a template's block, between two offsets."""
    return iter(_Reader(text, end, dialect).read(start))


class _Reader:
    def __init__(self, text: bytes, end: int, dialect: Dialect) -> None:
        self._text = text
        self._end = end
        self._dialect = dialect
        self._found: list[Part] = []
        self._cases: list[tuple[int, bytes]] = []
        self._endless = False

    def read(self, at: int) -> list[Part]:
        """The parts from an offset on, each line once."""
        block, last = _Open(), at
        while at < self._end:
            line = _LINE.match(self._text, at, self._end)
            if line is None or line.end() == at:
                break
            at = line.end()
            indent = len(line["indent"])
            if not line["rest"].strip():
                continue
            if block.kind and indent > block.indent:
                if block.kind == "text":
                    self._holes(line.start("rest"), line.end("rest"))
                last = line.end("rest")
                continue
            self._close(block, last)
            block, at = self._line(indent, line.start("rest"), line.end("rest"), at)
            last = block.start
        self._close(block, last)
        return self._found

    def _close(self, block: _Open, last: int) -> None:
        if block.kind in {"script", "code"} and last > block.start:
            dialect: Dialect = "js" if block.kind == "code" else self._dialect
            self._add(block.start, last, "sealed", dialect)

    def _add(self, start: int, end: int, role: Role, dialect: Dialect | None = None) -> None:
        self._wrapped(b"", start, end, b"", role, dialect)

    def _wrapped(
        self,
        before: bytes,
        start: int,
        end: int,
        after: bytes = b"",
        role: Role = "expression",
        dialect: Dialect | None = None,
    ) -> None:
        content = self._text[start:end]
        pieces = SpanMap([Piece(len(before), start, len(content))])
        self._found.append(Part(dialect or self._dialect, before + content + after, pieces, role))

    def _line(self, indent: int, start: int, end: int, after: int) -> tuple[_Open, int]:
        """Read a line; what block it opens, and where the next one begins."""
        text = self._text
        while self._cases and self._cases[-1][0] >= indent:
            self._cases.pop()
        if text.startswith(b"//", start) or text.startswith(b":", start):
            return _Open("comment", indent, end), after
        if text.startswith(b"-", start):
            if not text[start + 1 : end].strip():
                return _Open("code", indent, end), after
            self._add(start + 1, end, "sealed")
        elif text.startswith(b"|", start) or text.startswith(b"<", start):
            self._holes(start, end)
        elif (word := _KEYWORD.match(text, start, end)) is not None:
            self._keyword(word, indent)
        elif (buffered := _BUFFERED.match(text, start, end)) is not None:
            self._add(buffered.end(), end, "expression")
        elif _PLAIN.match(text, start, end) is None:
            return self._tag(indent, start, end, after)
        return _Open(), after

    def _keyword(self, match: re.Match[bytes], indent: int) -> None:
        """`if code === 16388`, `when 16388` of a `case code`, `each code in codes`."""
        word, (start, end) = match["word"].split()[0], match.span("rest")
        if word in {b"each", b"for"}:
            loop = _LOOP.match(self._text, start, end)
            if loop is not None:
                self._wrapped(b"", loop.end(), end, b".map((%s)=>0)" % loop["name"])
        elif word == b"when":
            colon = self._text.find(b":", start, end)
            asked = self._cases[-1][1] if self._cases else b""
            if asked:
                self._wrapped(b"(%s)===" % asked, start, end if colon < 0 else colon)
        else:
            if word == b"case":
                self._cases.append((indent, match["rest"].strip()))
            self._add(start, end, "expression")

    def _tag(self, indent: int, start: int, end: int, after: int) -> tuple[_Open, int]:
        """A tag: its attributes, and what stands behind them."""
        text = self._text
        tag = _TAG.match(text, start, end)
        if tag is None:
            return _Open(), after
        at, script = tag.end(), tag[0].split(b"#")[0].split(b".")[0] == b"script"
        while text[at : at + 1] == b"(" or _SPLICE.match(text, at) is not None:
            opened = text.index(b"(", at)
            closed = self._closed(opened)
            if closed is None:
                return _Open(), after
            if tag[0][:1] == b"+":  # what a mixin is given
                self._add(start + 1, closed + 1, "expression")
            elif opened > at:
                self._add(opened + 1, closed, "expression")
            else:
                self._attributes(opened + 1, closed)
                kind = _TYPE.search(text, opened, closed)
                script = script and (kind is None or bool(DIALECTS.get(kind[1].decode().lower())))
            at = closed + 1
            if at > end:
                line = _LINE.match(text, at, self._end)
                end = at if line is None else line.end("rest")
                after = at if line is None else line.end()
        return self._behind(indent, at, end, script=script), after

    def _behind(self, indent: int, at: int, end: int, *, script: bool) -> _Open:
        """What stands behind a tag: an expression, another tag, a block of text, or a text."""
        text = self._text
        if text[at:end].strip() == b".":
            style = not script and text[:at].rstrip().endswith(b"style")
            return _Open("script" if script else "comment" if style else "text", indent, end)
        if (buffered := _BUFFERED.match(text, at, end)) is not None:
            self._add(buffered.end(), end, "expression")
        elif text[at : at + 2] == b": ":
            inner = at + 2
            return self._tag(indent, inner, end, end)[0]
        else:
            self._holes(at, end)
        return _Open()

    def _closed(self, opened: int) -> int | None:
        """Where a bracket closes; of those behind one that does not nothing is known."""
        depth = 0
        if self._endless:
            return None
        for found in _NESTING.finditer(self._text, opened, self._end):
            depth += (found.lastgroup == "open") - (found.lastgroup == "close")
            if depth == 0 and found.lastgroup == "close":
                return found.start()
        self._endless = True
        return None

    def _attributes(self, at: int, end: int) -> None:
        """The attributes between brackets."""
        while (found := _ATTRIBUTE.match(self._text, at, end)) is not None:
            at = found.end()
            if found["is"] is not None:
                closed = self._value_end(at, end)
                self._attribute(found["name"].decode("utf-8", "replace"), at, closed)
                at = closed

    def _value_end(self, at: int, end: int) -> int:
        """Where an attribute's value ends: at a comma, a newline, or before another attribute."""
        stop = _NEXT.search(self._text, at, end)
        while True:
            if stop is not None and stop.start() < at:
                stop = _NEXT.search(self._text, at, end)
            nested = _NESTING.search(self._text, at, end)
            if nested is None or (stop is not None and stop.start() < nested.start()):
                return end if stop is None else stop.start()
            closed = self._closed(nested.start()) if nested.lastgroup == "open" else None
            at = nested.end() if closed is None else closed + 1

    def _attribute(self, name: str, start: int, end: int) -> None:
        """A handler, an expression of Vue's in a string, or what Pug itself computes."""
        whole = _WHOLE.fullmatch(self._text[start:end].strip())
        if whole is None:
            key = name.removeprefix("data-")
            if is_code_key(key):
                self._wrapped(b'({"%s":' % key.encode(), start, end, b"})")
            else:
                self._add(start, end, "expression")
            return
        role = attribute_role(name)
        first = self._text.index(whole["mark"], start) + 1
        if role == "handler":
            self._add(first, first + len(whole["text"]), "sealed")
        elif role == "expression":
            key = name.rpartition(":")[2] if name.startswith((":", "v-bind:")) else ""
            before, after = (b'({"%s":' % key.encode(), b"})") if is_code_key(key) else (b"", b"")
            if whole["text"].lstrip()[:1] == b"{":
                before, after = b"(", b")"
            self._wrapped(before, first, first + len(whole["text"]), after)

    def _holes(self, start: int, end: int) -> None:
        """`#{…}`, `!{…}` and Vue's `{{ … }}` in a text."""
        while (hole := _HOLE.search(self._text, start, end)) is not None:
            double = hole[0] == b"{{"
            closed = self._text.find(b"}}" if double else b"}", hole.end(), end)
            if closed < 0:
                return
            self._add(hole.end(), closed, "expression")
            start = closed + 1
