"""Pages whose tags are nested deeper than their grammar can tell, made flat where they are.

The grammar keeps the names of the open tags in 1,024 bytes. Where more are open it takes the next
end tag for an error, and what follows, scripts and all, for text.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_TAG = re.compile(
    rb"""<!--(?:[^-]|-(?!->))*+-->
    |(?i:<(?P<raw>script|style|textarea|title)(?=[\s/>])(?:[^<]|<(?!/(?P=raw)))*+)
    |<(?P<start>[A-Za-z][^\s/>]*+)(?P<rest>(?:"[^"]*+"|'[^']*+'|[^"'>])*+)>
    |</(?P<end>[A-Za-z][^\s/>]*+)[^>]*+>
    """,
    re.VERBOSE,
)
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_ROOM = 900
"""Bytes of names that may be open; of a tag that HTML knows, the grammar keeps fewer."""


class _Open(NamedTuple):
    """A tag that is open; size: the bytes that the grammar may keep of it, 0 for one made flat."""

    name: bytes
    size: int


def flat(shape: bytes) -> bytes:
    """A page with nothing nested where too much would be: the tags there hold nothing.

    Of the same length, with the same attributes and scripts.
    """
    made = bytearray(shape)
    open_: list[_Open] = []
    counts: Counter[bytes] = Counter()
    used = 0
    for match in _TAG.finditer(shape):
        if match["start"] is not None:
            name = match["start"].lower()
            if name in _VOID or match["rest"].endswith(b"/"):
                continue
            size = len(name) + 2 if used < _ROOM else 0
            if not size and not _empty(made, match):
                size = len(name) + 2  # there is no room for another name
            open_.append(_Open(name, size))
            counts[name] += 1
            used += size
        elif match["end"] is not None and counts[match["end"].lower()]:
            name = match["end"].lower()
            while True:
                last = open_.pop()
                counts[last.name] -= 1
                used -= last.size
                if last.name == name:
                    break
            if not last.size:
                made[match.start() : match.end()] = b" " * len(match[0])
    return bytes(made)


def _empty(made: bytearray, tag: re.Match[bytes]) -> bool:
    """Make a start tag one of an element that holds nothing; False where that takes more room."""
    start, end = tag.span("start")
    if not tag["rest"].strip():
        made[tag.start() : tag.end()] = b" " * len(tag[0])
    elif end - start < 2:
        return False
    else:
        made[start:end] = b"br".ljust(end - start)
    return True
