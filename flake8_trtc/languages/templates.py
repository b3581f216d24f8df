"""Text with the holes of a server's template: what is put in at run time made neutral."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(
    rb"(?P<value>\{\{|<%[=:-]|<\?(?:=|php\s+(?:echo|print)\b))|\{%|\{#|<%|<\?(?!xml)"
)
_END = {b"{%": b"%}", b"{#": b"#}", b"<%": b"%>", b"<?": b"?>"}
# Balanced, so that the braces of a script are rarely taken for a value's.
_BRACED = re.compile(rb"\{\{(?:[^{}]++|\{[^{}]*+\})*+\}\}")
_KEPT = re.compile(rb"\{%-?\s*(raw|verbatim)\b")
_KEPT_END = re.compile(rb"\{%-?\s*end(?:raw|verbatim)\b")
_VISIBLE = re.compile(rb"[^\r\n]")
_NEWLINE = re.compile(rb"[\r\n]")

COMMAND = b"/*%"
"""What a template's command begins with in a neutral script."""


class Hole(NamedTuple):
    """Where a template puts something in: a value, or nothing by itself (a command, a comment)."""

    start: int
    end: int
    value: bool


def holes(text: bytes) -> Iterator[Hole]:
    """The holes of a text, in order: of Jinja, Django, EJS, ERB and PHP.

    What stands between `{% raw %}` and `{% endraw %}` (or `verbatim`) has none. One that does not
    end is none.
    """
    endless: set[bytes] = set()
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        start, at = opening.span()
        kind = opening[0][:2]
        if kind == b"{{":
            braced = _BRACED.match(text, start)
            if braced is None:
                continue
            at = braced.end()
        else:
            end = -1 if kind in endless else text.find(_END[kind], at)
            if end < 0:
                endless.add(kind)
                continue
            at = end + 2
        yield Hole(start, at, opening["value"] is not None)
        if kind == b"{%" and _KEPT.match(text, start) is not None:
            kept = _KEPT_END.search(text, at)
            at = kept.start() if kept is not None else at


def neutral(text: bytes, *, script: bool = False) -> bytes:
    """The text with a name for every value that a template puts in, and blanks for its commands.

    Of the same length, with the same lines. script: commands become comments, so that it can be
    told where they stood.
    """
    parts: list[bytes] = []
    at = 0
    for start, end, value in holes(text):
        written = text[start:end]
        parts += (text[at:start], _name(written) if value else _blank(written, script=script))
        at = end
    return b"".join((*parts, text[at:]))


def _name(written: bytes) -> bytes:
    """An identifier, on the first line of what it stands for."""
    newline = _NEWLINE.search(written)
    end = newline.start() if newline is not None else len(written)
    return b"_" * end + _VISIBLE.sub(b" ", written[end:])


def _blank(written: bytes, *, script: bool) -> bytes:
    blank = _VISIBLE.sub(b" ", written)
    return COMMAND + blank[3:-2] + b"*/" if script and len(blank) > 4 else blank
