"""Which strings of a Python module are code: JavaScript, or a page that holds some.

A string is a snippet when it is marked (`# language=js`, or `/* js */` at its start), when the
call it goes to says so (`page.evaluate`), or when it parses as such and holds the idioms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.lines import Lines
from flake8_trtc.languages.parts import Parse, Part, is_format, loosened, sealed, string_part
from flake8_trtc.languages.python.lines import lines_of
from flake8_trtc.languages.python.strings import (
    LISTS,
    decoded,
    is_text,
    joined,
    joined_items,
)
from flake8_trtc.languages.python.uses import (
    EVALUATED,
    FUNCTION_BODIES,
    PAGES,
    RUN,
    TEMPLATES,
    Use,
    use_of,
)
from flake8_trtc.languages.snippets import begins_with_tag, has_tags, is_put_in, legible_script
from flake8_trtc.languages.templates import neutral
from flake8_trtc.languages.tree import kept, operands, parent_of, resolved, text_of, type_of
from flake8_trtc.model import Dialect, Role
from flake8_trtc.source import line_start
from flake8_trtc.spans import SpanMap

__all__ = [
    "lines_of",
    "lines_parts",
    "string_parts",
    "whole_of",
]

_MARKED = regex(rb"\s*(?:/\*\s*(?:js|javascript)\s*\*/|<!--\s*html\s*-->|//\s*(?:js|javascript)\b)")
_NEWLINE = regex(rb"[\r\n]")
_LANGUAGE = regex(rb"#[^\r\n]*\blanguage\s*=\s*(js|javascript|jsx|ts|typescript|tsx|html)\b", re.I)
_IDIOMS = regex(
    rb"getCode\b|===|!==|=>|\bfunction\b|\bswitch\s*\(|\b(?:const|let|var)\s|\bnew\s+\w+\("
)
_DIALECTS: dict[bytes, Dialect] = {
    b"js": "js",
    b"javascript": "js",
    b"jsx": "js",
    b"ts": "ts",
    b"typescript": "ts",
    b"tsx": "tsx",
    b"html": "html",
}


_TAKE_SCRIPTS = EVALUATED | FUNCTION_BODIES | RUN

SCOPES = frozenset({"function_definition", "class_definition"})
"""The nodes of a module whose text is evidence for the code in their strings."""


def string_parts(whole: Node, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
    """A string expression as a text, and the code in it: a script, or that of a page.

    whole: see `whole_of`; utf8: the module's text.
    """
    use = use_of(whole, utf8)
    text, pieces, closed = _decoded(whole, use)
    dialect = _dialect(whole, utf8, text)
    string = string_part(whole, text, pieces, SCOPES)
    if type_of(parent_of(whole)) == "expression_statement" and dialect is None:
        return string._replace(template=False), ()  # a docstring, or a string that does nothing
    string, code = _code(string, use, dialect, parse)
    return string, tuple(map(sealed, code)) if closed else code


def lines_parts(lines: Lines, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
    """Strings that are one text as that text, and the code in it.

    What becomes of it is not seen: it may be written more than once, or a line may be left out.
    """
    styled = [(text, None if text is None else use_of(text, utf8).style) for text in lines.texts]
    text, pieces = joined(styled, lines.between)
    string = string_part(lines.first, text, pieces, SCOPES)
    dialect = _dialect(lines.first, utf8, text)
    string, code = _code(string, Use(frozenset(), None), dialect, parse)
    return string, tuple(map(loosened, code))


def _code(
    string: Part, use: Use, dialect: Dialect | None, parse: Parse
) -> tuple[Part, tuple[Part, ...]]:
    """A string, and the code in it. dialect: where it is marked as one, else None."""
    text = string.utf8
    if dialect == "html" or (dialect is None and _is_page(text, use, parse)):
        from flake8_trtc.languages import html

        template = _is_template(text, use) or b"{{" in text
        string = string._replace(dialect="html", template=template)
        shape = neutral(text) if template else text
        return string, tuple(html.html_parts(text, shape, parse))
    return string, tuple(_script(text, use, dialect, parse))


def _is_page(text: bytes, use: Use, parse: Parse) -> bool:
    """True if a string is a page, or a part of one: it need not begin with a tag."""
    if not has_tags(text):
        return text.lstrip()[:1] == b"<" and bool(use.calls & PAGES)
    if begins_with_tag(text):
        return True
    return not use.calls & _TAKE_SCRIPTS and _read(text, use, parse) is None


def _decoded(whole: Node, use: Use) -> tuple[bytes, SpanMap, bool]:
    """The text of a string expression, its map, and whether a `format` unseen is to fill it in."""
    text, pieces = decoded(whole, use.style)
    if use.style is None and not _is_template(text, use) and is_format(text):
        return *decoded(whole, "format"), True
    return text, pieces, False


def filled_as(literal: Node, utf8: bytes) -> str | None:
    """How the program fills in the text that a string literal is part of, a key of HOLES."""
    return use_of(whole_of(literal), utf8).style


def whole_of(string: Node) -> Node:
    """The largest string expression around a string."""
    return resolved(string, _WHOLES, _larger)


_WHOLES: dict[Node, Node] = kept()


def _larger(string: Node) -> tuple[Node | None, Node]:
    """The string expression that a smaller one is put into, if any."""
    parent = parent_of(string)
    if type_of(parent) in LISTS:
        call = parent_of(parent_of(parent))
        parent = call if call is not None and joined_items(call) == parent else None
    return (parent if parent is not None and is_text(parent) else None), string


def _script(text: bytes, use: Use, dialect: Dialect | None, parse: Parse) -> Iterator[Part]:
    """A string as a script, if it is one. dialect: where it is marked as one, else None."""
    found = _read(text, use, parse, dialect)
    if found is None:
        if dialect is None and not use.calls & _TAKE_SCRIPTS:
            return
        found = dialect or "js", neutral(text, script=True) if _is_template(text, use) else text
    dialect, text = found
    role = _role(text, dialect, use, parse)
    yield Part(dialect, text, SpanMap.shifted(0, len(text)), role, "string")


def _read(
    text: bytes, use: Use, parse: Parse, dialect: Dialect | None = None
) -> tuple[Dialect, bytes] | None:
    """The dialect in which a string parses as a script, and what is parsed of it; None if in none.

    dialect: the only one.
    """
    if dialect is None and _IDIOMS.search(text) is None:
        return None
    return legible_script(text, parse, dialect, template=_is_template(text, use))


def _role(text: bytes, dialect: Dialect, use: Use, parse: Parse) -> Role:
    """Calls that run a script, or give what it comes to; where that is not seen, it may be used."""
    if use.runs_in(FUNCTION_BODIES):
        return "function"
    if not use.runs_in(_TAKE_SCRIPTS):
        return "value"
    statements = operands(parse(text, dialect).root_node)
    if any(map(is_put_in, statements)):
        return "value"
    if use.runs_in(RUN | FUNCTION_BODIES) and not _is_expression(statements):
        return "script"
    return "evaluated"


def _is_expression(statements: list[Node]) -> bool:
    """True if a script is one expression, which may be part of another."""
    only = statements[0] if len(statements) == 1 else None
    one = only is not None and only.type == "expression_statement"
    return one and not text_of(only).endswith(";")


def _is_template(text: bytes, use: Use) -> bool:
    """True if a text is a template of Jinja's or Django's."""
    return b"{%" in text or bool(use.calls & TEMPLATES)


def _dialect(whole: Node, utf8: bytes, text: bytes) -> Dialect | None:
    """The dialect that a comment names, before the string's statement or at the text's start."""
    start = line_start(utf8, whole.start_byte)
    above = start - 1 - (utf8[max(start - 2, 0) : start] == b"\r\n")
    end = _NEWLINE.search(utf8, whole.start_byte)
    lines = utf8[line_start(utf8, max(above, 0)) : end.start() if end is not None else None]
    if (found := _LANGUAGE.search(lines)) is not None:
        return _DIALECTS[found[1].lower()]
    if (found := _MARKED.match(text)) is not None:
        return "html" if b"html" in found[0] else "js"
    return None
