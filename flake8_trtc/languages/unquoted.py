"""Attributes without quotes, made such that their grammar reads them as browsers do.

To the grammar the value ends before a quote or another equals sign: `onerror=f(code===1)`.
"""

from __future__ import annotations

import re

from flake8_trtc._lean import regex

_MAY = regex(rb"""[\s"'/](?:on|@|:|v-)[\w.:-]*+\s*+=\s*+[^\s"'>]""", re.I)
_SKIPPED = regex(
    rb"""<!--(?:[^-]|-(?!->))*+(?:-->|\Z)
    |(?i:<(?P<raw>script|style|textarea|title)(?=[\s/>])(?:[^<]|<(?!/(?P=raw)))*+)
    |<[A-Za-z][^\s/>]*+(?P<tag>)
    """,
    re.VERBOSE,
)
_ATTRIBUTE = regex(
    rb"""[\s/]*+[^\s/>=][^\s/>=]*+
    (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?P<value>[^\s"'>][^\s>]*+)))?+
    """,
    re.VERBOSE,
)
_APART = regex(rb"""["'=`<]""")


def legible(shape: bytes) -> bytes:
    """A page without quotes and equals signs in the values of attributes that have no quotes."""
    if _MAY.search(shape) is None:
        return shape
    made = bytearray(shape)
    at = 0
    while (found := _SKIPPED.search(shape, at)) is not None:
        at = found.end()
        while found["tag"] is not None and (item := _ATTRIBUTE.match(shape, at)) is not None:
            at = item.end()
            if item["value"] is not None:
                made[slice(*item.span("value"))] = _APART.sub(b"_", item["value"])
    return bytes(made)
