"""Markup with expressions in braces: Svelte's, Astro's and MDX's.

Each expression is read as a script's, and what is an attribute's value as the value of an object's
key, so that `code={16388}` is seen to be a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.names import is_code_key
from flake8_trtc.languages.parts import Part
from flake8_trtc.model import Dialect
from flake8_trtc.spans import Piece, SpanMap

Markup = Literal["svelte", "jsx", "mdx"]
"""Svelte, whose quoted attributes hold expressions, too, and has blocks; what is like JSX; or that
in Markdown, which quotes code.
"""

_RAW = rb"<(?P<raw>script|style)(?=[\s/>])"
_JSX = rb"(?P<open>\{)|<!--|(?i:%s)|(?P<tag><[A-Za-z])|\\." % _RAW
_OUTSIDE: dict[Markup, re.Pattern[bytes]] = {
    "svelte": regex(rb"(?P<open>\{)|<!--|(?i:%s)" % _RAW),
    "jsx": regex(_JSX, re.DOTALL),
    "mdx": regex(_JSX + rb"|`[^`\n]*+`", re.DOTALL),
}
_IN_TAG = regex(rb"""(?P<open>\{)|(?P<end>>)|"[^"]*+"|'[^']*+'|`[^`]*+`""")
_INSIDE = regex(
    rb"""(?P<open>\{)|(?P<close>\})|(?P<text>`)
    |"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/""",
    re.VERBOSE | re.DOTALL,
)
_IN_TEXT = regex(rb"(?P<text>`)|(?P<open>\$\{)|\\.", re.DOTALL)
_NAME = regex(rb"""(?<![^\s"'}/])(?P<name>[A-Za-z@_$][\w:.$|-]*)\s*=\s*(?P<quote>["']?)\Z""")
_LONGEST = 100
"""Bytes of an attribute's name."""
_BLOCK = regex(
    rb"\s*(?:[#:@](?:if|else\s+if|key|html|render|attach|const|(?P<each>each)|(?P<await>await))\b"
    rb"|\.\.\.)"
)
_OTHER = regex(rb"\s*[#:@/]")
_AWAITED = regex(rb"\s(?:then|catch)(?:\s[^()]*)?\Z")
_VISIBLE = regex(rb"[^\r\n]")


class Braced(NamedTuple):
    """An expression in braces: the offsets of what is between them, and its attribute's name."""

    start: int
    end: int
    name: bytes = b""


def braced(text: bytes, markup: Markup) -> Iterator[Braced]:
    """The outermost braces of a text, in order; one that is not closed ends it."""
    at, tag = 0, False
    while (found := (_IN_TAG if tag else _OUTSIDE[markup]).search(text, at)) is not None:
        start, at = found.span()
        if found.lastgroup == "raw":
            end = re.compile(rb"(?i)</%s" % found["raw"]).search(text, at)
            at = len(text) if end is None else end.end()
        elif found.lastgroup in {"tag", "end"}:
            tag = found.lastgroup == "tag"
        elif found[0] == b"<!--":
            end_at = text.find(b"-->", at)
            at = len(text) if end_at < 0 else end_at
        elif found.lastgroup == "open":
            closed = _closed(text, at)
            if closed is None:
                return
            yield Braced(at, closed, _name_before(text, start, closed))
            at = closed + 1


def _closed(text: bytes, at: int) -> int | None:
    """Where the brace closes that is open at an offset; strings, texts and comments are passed."""
    stack = [b"{"]
    while (found := (_IN_TEXT if stack[-1] == b"`" else _INSIDE).search(text, at)) is not None:
        at = found.end()
        if found.lastgroup == "open":
            stack.append(b"{")
        elif found.lastgroup == "close":
            stack.pop()
            if not stack:
                return found.start()
        elif found.lastgroup == "text":
            if stack[-1] == b"`":
                stack.pop()
            else:
                stack.append(b"`")
    return None


def _name_before(text: bytes, start: int, closed: int) -> bytes:
    """The name of the attribute whose whole value stands in the braces; b"" for none."""
    found = _NAME.search(text[max(0, start - _LONGEST) : start])
    if found is None or (found["quote"] and text[closed + 1 : closed + 2] != found["quote"]):
        return b""
    return found["name"]


def blanked(text: bytes, found: list[Braced]) -> bytes:
    """The text with a name for each expression in braces, of the same length."""
    made = bytearray(text)
    for item in found:
        span = slice(item.start - 1, item.end + 1)
        made[span] = _VISIBLE.sub(b"_", made[span])
    return bytes(made)


def parts(text: bytes, found: list[Braced], dialect: Dialect) -> Iterator[Part]:
    """The expressions in braces as texts."""
    for item in found:
        yield from _part(text, item, dialect)


def _part(text: bytes, item: Braced, dialect: Dialect) -> Iterator[Part]:
    start, end, after = item.start, item.end, b""
    block = _BLOCK.match(text, start, end)
    if block is None and _OTHER.match(text, start, end) is not None:
        return
    if block is not None:
        start = block.end()
        if block["each"]:
            end, after = _looped(text, start, end)
        awaited = _AWAITED.search(text, start, end) if block["await"] else None
        end = end if awaited is None else awaited.start()
    before = b""
    key = item.name.removeprefix(b"data-")
    if is_code_key(key.decode()):
        before, after = b'({"%s":' % key, b"})"
    elif text[start:end].lstrip()[:1] == b"{":
        before, after = b"(", b")"
    content = text[start:end]
    pieces = SpanMap([Piece(len(before), start, len(content))])
    yield Part(dialect, before + content + after, pieces, "expression")


def _looped(text: bytes, start: int, end: int) -> tuple[int, bytes]:
    """Where the list of `each` ends, and what makes its loop of it: a call with its pattern."""
    cut = text.rfind(b" as ", start, end)
    if cut < 0:
        return end, b""
    pattern = re.match(rb"\s*(\w+)", text[cut + 4 : end])
    return cut, b"" if pattern is None else b".map((%s)=>0)" % pattern[1]
