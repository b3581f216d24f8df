"""Pages as their grammar can follow them: tags that are nested too deep, or odd, made plain.

The grammar keeps the names of the open tags in 1,024 bytes. Where more are open it takes the next
end tag for an error, and what follows, scripts and all, for text. Whatever is no tag and no
attribute is an error to it, too, and with many of both its time grows with their square.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from flake8_trtc._lean import NamedTuple, regex

_VALUE = rb"""(?:"[^"]*+"|'[^']*+'|[^\s"'<>=]++(?![^\s>]))"""
_START = rb"""
    <(?P<start>[A-Za-z][\w:\x80-\xff-]*+)
    (?P<rest>(?:\s++(?:[^\s"'<>/=]++(?:=(?:%s))?+)?+)*+
        (?P<odd>(?:=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)|/(?!>)|[^/>])*+))
    (?P<empty>/?)(?:>|\Z)
""".replace(b"%s", _VALUE)
_ELEMENTS = rb"""
    (?i:<(?P<raw>script|style|textarea|title)(?=[\s/>])(?:[^<]|<(?!/(?P=raw)))*+)
    |%s
    |</(?P<end>[A-Za-z][\w:\x80-\xff-]*+)[^>]*+(?:>|\Z)
    |(?i:<!doctype\b)[^>]*+>
    |(?P<stray>[<>]|&(?![A-Za-z]|\#[0-9]|\#[xX][0-9a-fA-F]))
""".replace(b"%s", _START)
_TAG = regex(rb"<!--(?P<note>(?:[^-]|-(?!->))*+(?:-->|\Z))|" + _ELEMENTS, re.VERBOSE)
_UNNOTED = regex(_ELEMENTS, re.VERBOSE)
_START_TAG = regex(_START, re.VERBOSE)
_ATTRIBUTE = regex(
    rb"""(?<![^\s"'/])(?P<name>[^\s"'<>/=]++)(?:\s*+=\s*+(?P<value>%s)|(?![^\s/]))""".replace(
        b"%s", _VALUE
    )
)
_MARKS = bytes.maketrans(b"<>&", b"   ")
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset(b"script style textarea title".split())
_ROOM = 900
"""Bytes of names that may be open; of a tag that HTML knows, the grammar keeps fewer."""


class _Open(NamedTuple):
    """A tag that is open; size: the bytes that the grammar may keep of it, 0 for one made flat."""

    name: bytes
    size: int


class _Stack:
    """The tags that are open."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._counts: Counter[bytes] = Counter()
        self._used = 0

    def open(self, name: bytes) -> bool:
        """Open a tag; whether the grammar has room for its name."""
        size = len(name) + 2 if self._used < _ROOM else 0
        self._open.append(_Open(name, size))
        self._counts[name] += 1
        self._used += size
        return size > 0

    def close(self, name: bytes) -> bool:
        """Close the last tag of a name, and those in it; whether the grammar knows of it."""
        while self._counts[name]:
            last = self._open.pop()
            self._counts[last.name] -= 1
            self._used -= last.size
            if last.name == name:
                return last.size > 0
        return False


def plain(shape: bytes) -> bytes:
    """A page with nothing nested where too much would be: the tags there hold nothing.

    What the grammar has no place for is left out: end tags of nothing, marks that begin no tag,
    what is no attribute. Of the same length, with the same scripts, the attributes' values where
    they were.
    """
    made = bytearray(shape)
    stack = _Stack()
    for match in _tags(shape):
        kind = match.lastgroup
        if kind == "empty":
            name = match["start"].lower()
            if name not in _VOID and not match["empty"] and not stack.open(name):
                _write(made, match, _nothing(name))
            elif match["odd"]:
                _write(made, match, b"<" + match["start"])
        elif kind == "end":
            name = match["end"].lower()
            if not stack.close(name) and name not in _RAW:
                made[slice(*match.span())] = b" " * len(match[0])
        elif kind == "stray":
            made[match.start()] = ord(" ")
        elif kind == "raw" and match["raw"].lower() in {b"textarea", b"title"}:
            tag = _START_TAG.match(shape, match.start())
            if tag is not None and tag.end() < match.end():
                made[tag.end() : match.end()] = shape[tag.end() : match.end()].translate(_MARKS)
    return bytes(made)


def code_alone(shape: bytes) -> bytes:
    """A page with its scripts and the attributes of its tags alone, in no element but a template.

    Of the same length, with the attributes' values where they were.
    """
    made = bytearray(b" " * len(shape))
    templates = 0
    for match in _tags(shape):
        raw, start, end = ((match[kind] or b"").lower() for kind in ("raw", "start", "end"))
        if b"script" in {raw, end}:
            made[slice(*match.span())] = match[0]
        elif start == b"template" and not match["empty"]:
            templates += 1
            _write(made, match, b"<template" if templates == 1 else _nothing(start))
        elif end == b"template" and templates:
            templates -= 1
            if not templates:
                made[slice(*match.span())] = match[0]
        elif start:
            _write(made, match, _nothing(start))
    return bytes(made)


def _nothing(name: bytes) -> bytes:
    """The beginning of a tag that holds nothing, in the room of that of another.

    One letter has no room for `br`; each `p` ends the one before it.
    """
    return b"<br" if len(name) > 1 else b"<p"


def _write(made: bytearray, tag: re.Match[bytes], begin: bytes) -> None:
    """Write a start tag that begins so, with the attributes that it has; nothing of half a tag."""
    start, end = tag.span()
    made[start:end] = b" " * (end - start)
    if not tag[0].endswith(b">"):
        return
    made[start : start + len(begin)] = begin
    made[end - 1 - len(tag["empty"]) : end] = tag["empty"] + b">"
    for attribute in _ATTRIBUTE.finditer(tag.string, *tag.span("rest")):
        name, value, last = attribute["name"], attribute["value"], attribute.end()
        written = name if value is None else name + b"=" + value
        made[last - len(written) : last] = written


def scripts(shape: bytes) -> int:
    """How many scripts a page has, whatever the grammar makes of it."""
    return sum((match["raw"] or b"").lower() == b"script" for match in _tags(shape))


def _tags(shape: bytes) -> Iterator[re.Match[bytes]]:
    """The tags of a page, and what hides some; a comment that does not end hides nothing."""
    pattern, at = _TAG, 0
    while (match := pattern.search(shape, at)) is not None:
        yield match
        at = match.end()
        if match.lastgroup == "note" and not match["note"].endswith(b"-->"):
            pattern, at = _UNNOTED, match.start() + len(b"<!--")
