"""Attributes of a page's tags that hold code: handlers, scripts in links, bound expressions."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.names import is_code_key
from flake8_trtc.languages.parts import Part
from flake8_trtc.model import Dialect, Host, Role
from flake8_trtc.spans import Piece, SpanMap

_HANDLER = regex(r"on(?!ce$|e$|ly$)[a-z]+|hx-on[:-].+", re.I)
_LINKS = frozenset("href action formaction src xlink:href".split())
_BOUND = regex(
    r"(?:@|v-on:|x-on:).+|(?:v-bind|x-bind)?:(?P<prop>.+)|\[(?P<input>[\w.-]+)\]|\([\w.-]+\)|\*ng\w+"
    r"|v-(?:if|else-if|show|model|html|text|scope|effect)|(?P<loop>v-for|x-for)"
    r"|x-(?:if|show|init|text|data|effect|model|html)"
)
_LOOP = regex(rb"\s*\(?\s*(?P<name>[A-Za-z_$][\w$]*)[^()]*\)?\s+(?:in|of)\s+")
_ENTITY = regex(rb"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


def attribute_parts(shape: bytes, name: str, value: Node, dialect: Dialect) -> Iterator[Part]:
    """The code of an attribute: an `on…` handler, a link that is a script, a bound expression."""
    quoted = value.type == "quoted_attribute_value"
    start, end = (value.start_byte + quoted, value.end_byte - quoted)
    content = shape[start:end]
    part = None
    if _HANDLER.fullmatch(name):
        part = code_part(dialect, content, start, "handler", "html-attribute")
    elif name.lower() in _LINKS and content[:11].lower() == b"javascript:":
        part = code_part(dialect, content[11:], start + 11, "handler", "html-attribute")
    elif name.lower() == "srcdoc":
        part = code_part("html", content, start, "module", "html-attribute")._replace(template=True)
    elif (bound := _BOUND.fullmatch(name)) is not None:
        key = bound["prop"] or bound["input"]
        part = expression_part(dialect, content, start, "html-attribute", key)
        if bound["loop"] is not None and (loop := _LOOP.match(content)) is not None:
            part = code_part(
                dialect, content[loop.end() :], start + loop.end(), "expression", "html-attribute"
            )
            part = wrapped(part, b"(", b").map((%s)=>0)" % loop["name"])
    if part is not None:
        yield part._replace(quoted=quoted)


def attribute_role(name: str) -> Role | None:
    """What the value of an attribute is, if it is code: a handler, or a bound expression."""
    if _HANDLER.fullmatch(name):
        return "handler"
    return "expression" if is_bound(name) else None


def is_bound(name: str) -> bool:
    """True if an attribute holds an expression: of Vue's, Alpine's or Angular's."""
    return _BOUND.fullmatch(name) is not None


def expression_part(
    dialect: Dialect, content: bytes, start: int, host: Host, key: str | None = None
) -> Part:
    """An expression; an object in it would be a block if it began a script.

    key: whose value it is, for an object of that key is read.
    """
    part = code_part(dialect, content, start, "expression", host)
    if key is not None and is_code_key(key):
        return wrapped(part, b'({"%s":' % key.encode(), b"})")
    return wrapped(part, b"(", b")") if content.lstrip().startswith(b"{") else part


def wrapped(part: Part, before: bytes, after: bytes) -> Part:
    """A part with what stands before and behind it only for its reader."""
    shift = len(before)
    pieces = [piece._replace(inner=piece.inner + shift) for piece in part.map.pieces]
    return part._replace(utf8=before + part.utf8 + after, map=SpanMap(pieces))


def code_part(dialect: Dialect, content: bytes, start: int, role: Role, host: Host = "") -> Part:
    """A part whose content stands at an offset of the page."""
    if host != "html-attribute" or b"&" not in content:
        return Part(dialect, content, SpanMap.shifted(start, len(content)), role, host)
    decoded = bytearray()
    pieces = []
    at = 0
    for match in _ENTITY.finditer(content):
        pieces.append(Piece(len(decoded), start + at, match.start() - at))
        decoded += content[at : match.start()] + html.unescape(match[0].decode()).encode()
        at = match.end()
    pieces.append(Piece(len(decoded), start + at, len(content) - at))
    whole = bytes(decoded + content[at:])
    return Part(dialect, whole, SpanMap(pieces), role, host)
