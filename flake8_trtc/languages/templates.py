"""Text with the holes of a server's template: what is put in at run time made neutral."""

from __future__ import annotations

import re

_HOLES = re.compile(
    rb"(?P<kept>\{%-?\s*(?P<raw>raw|verbatim)\b[^%]*%\}.*?\{%-?\s*end(?P=raw)\b[^%]*%\})"
    rb"|(?P<blank>\{%.*?%\}|\{#.*?#\}|<%(?![=-]).*?%>|<\?(?!=|xml).*?\?>)"
    rb"|(?P<value>\{\{(?:[^{}]|\{[^{}]*\})*\}\}|<%[=-].*?%>|<\?=.*?\?>)",
    re.DOTALL,
)
_MARKS = (b"{{", b"{%", b"{#", b"<%", b"<?")
_VISIBLE = re.compile(rb"[^\r\n]")


COMMAND = b"/*%"
"""What a template's command begins with in a neutral script."""


def neutral(text: bytes, *, script: bool = False) -> bytes:
    """The text with a name for every value that a template puts in, and blanks for its commands.

    Of the same length, with the same lines. Reads Jinja, Django, EJS, ERB and PHP; what stands in
    `{% raw %}` or `{% verbatim %}` is kept. script: commands become comments, so that it can be
    told where they stood.
    """
    if not any(mark in text for mark in _MARKS):
        return text

    def command(written: bytes) -> bytes:
        blank = _VISIBLE.sub(b" ", written)
        return COMMAND + blank[3:-2] + b"*/" if script and len(blank) > 4 else blank

    def filled(match: re.Match[bytes]) -> bytes:
        if match["kept"] is None:
            value = match["blank"] is None
            return _VISIBLE.sub(b"_", match[0]) if value else command(match[0])
        opening, closing = match[0].find(b"%}") + 2, match[0].rfind(b"{%")
        kept = match[0][opening:closing]
        return command(match[0][:opening]) + kept + command(match[0][closing:])

    return _HOLES.sub(filled, text)
