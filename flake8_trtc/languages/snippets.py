"""A string that is code, told from one that only talks of it: tags, idioms, that it parses."""

from __future__ import annotations

import re

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.parts import Parse
from flake8_trtc.languages.templates import neutral
from flake8_trtc.model import Dialect

_TAG = regex(rb"<(?:script|!doctype|html|body|head|div|button)\b", re.I)
_ATTRIBUTE = regex(
    rb"[\s\"'/](?:on[a-z]++|(?:v-|x-|@|:)[\w.:-]++)\s*+=|\bjavascript:|\ssrcdoc\s*+=", re.I
)
"""The beginning of an attribute that may hold code; it stands in a tag."""
_SCRIPTS: tuple[Dialect, ...] = ("js", "ts", "tsx")


def has_tags(text: bytes) -> bool:
    """True if a text may hold tags that hold code."""
    return _TAG.search(text) is not None or (b"<" in text and _ATTRIBUTE.search(text) is not None)


def is_put_in(statement: Node) -> bool:
    """True if a statement of a script is nothing but what the program puts in there."""
    return _PUT_IN.fullmatch(statement.text or b"") is not None


_PUT_IN = regex(rb"_+;?")


def begins_with_tag(text: bytes) -> bool:
    """True if a text is nothing but what a template puts in before its first tag."""
    return neutral(text).lstrip(b"_ \t\r\n")[:1] == b"<"


def legible_script(
    text: bytes, parse: Parse, dialect: Dialect | None = None, *, template: bool = False
) -> tuple[Dialect, bytes] | None:
    """The dialect in which a text parses as a script, and what is parsed of it; None if in none.

    That is the text, or it without the holes of a server's template. dialect: the only one;
    template: it is such a template.
    """
    forms = [text]
    if (filled := neutral(text, script=True)) != text:
        forms.insert(0 if template else 1, filled)
    dialects = _SCRIPTS if dialect is None else (dialect,)
    tried = ((known, form) for form in forms for known in dialects)
    return next((one for one in tried if not parse(one[1], one[0]).root_node.has_error), None)
