"""Parts of a text, as a language finds them: the texts that stand in it."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node, Tree

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.tree import ancestors
from flake8_trtc.model import Dialect, Host, Role
from flake8_trtc.spans import Span, SpanMap

Parse = Callable[[bytes, Dialect], Tree]
"""Parses a text; a document's parses each once."""


class Part(NamedTuple):
    """A text that stands in another, whole or in part.

    utf8: it, as its own dialect reads it; map: from it to the text around it; role, host: see
    `model`; scopes: the spans of the text around it that are evidence for the code in it, from the
    inside out: the function whose string it is; template: it may have the holes of a server's
    template; quoted: it is no attribute without quotes, which has no room for blanks;
    kept: it must stay as it is, since what takes it may do anything with it; indent: how many
    blanks of each line's are none of it.
    """

    dialect: Dialect
    utf8: bytes
    map: SpanMap
    role: Role = "module"
    host: Host = ""
    scopes: tuple[Span, ...] = ()
    template: bool = False
    quoted: bool = True
    kept: bool = False
    indent: int = 0


def string_part(whole: Node, text: bytes, pieces: SpanMap, scopes: frozenset[str]) -> Part:
    """A string expression as a text. scopes: the nodes whose text is evidence for its code."""
    around = tuple(
        Span(parent.start_byte, parent.end_byte)
        for parent in ancestors(whole)
        if parent.type in scopes
    )
    return Part("string", text, pieces, host="string", scopes=around, template=True)


def loosened(part: Part) -> Part:
    """Code that may be written more than once, or without one of its lines."""
    return part._replace(role="value") if part.role in _TAKEN else part


_TAKEN: frozenset[Role] = frozenset({"script", "evaluated", "module"})


def sealed(part: Part) -> Part:
    """The code of a text that a `format` unseen is to fill in."""
    return part if part.role == "expression" else part._replace(role="sealed")


def is_format(text: bytes) -> bool:
    """True if `str.format` may fill in a text: its braces are doubled, or hold a name."""
    braces = _FORMAT_BRACES.findall(text)
    if b"{{" not in braces and b"}}" not in braces:
        return False
    single = _FORMAT_BRACES.sub(b"", text)
    return b"{" not in single and b"}" not in single


_FORMAT_BRACES = regex(
    rb"\{\{|\}\}"
    rb"|\{[\w\x80-\xff]*(?:\.\w+|\[[^\[\]{}\n]*\])*(?:![rsa])?(?::(?:[^{}\n]|\{\w*\})*)?\}"
)
