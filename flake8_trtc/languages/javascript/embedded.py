"""Which strings of a script are code: a script themselves, or a page that holds some.

A string is a snippet when it is marked (a comment or tag that says so), when what takes it runs
it (`new Function`, a worker's `Blob`), or when it is a page with code, or holds functions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.javascript.grammar import SCOPES, plain_string
from flake8_trtc.languages.javascript.lines import lines_of
from flake8_trtc.languages.javascript.strings import (
    is_text,
    joined,
    joined_items,
)
from flake8_trtc.languages.lines import Lines
from flake8_trtc.languages.parts import Parse, Part, is_format, loosened, sealed, string_part
from flake8_trtc.languages.snippets import begins_with_tag, has_tags, is_put_in, legible_script
from flake8_trtc.languages.templates import neutral
from flake8_trtc.languages.tree import (
    field,
    kept,
    operands,
    parent_of,
    position_in,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.model import Dialect, Role
from flake8_trtc.spans import SpanMap

__all__ = [
    "lines_of",
    "lines_parts",
    "string_parts",
    "whole_of",
]

_RUN = frozenset(
    "eval Function GeneratorFunction AsyncFunction setTimeout setInterval setImmediate execScript "
    "evaluate evaluateHandle evaluateOnNewDocument addInitScript addScriptTag waitForFunction "
    "executeScript executeAsyncScript executeJavaScript injectJavaScript runInContext "
    "runInNewContext runInThisContext Script compileFunction globalEval Blob".split()
)
"""Calls that run the text that they are given, or make a script of it."""
_SHOW = frozenset(
    "write writeln insertAdjacentHTML html append prepend before after replaceWith push send end "
    "setContent setHTML setHTMLUnsafe parseFromString createContextualFragment".split()
)
"""Calls that show the page that they are given."""
_BODIES = frozenset({"Function", "GeneratorFunction", "AsyncFunction"})
_TIMED = frozenset(
    "setTimeout setInterval setImmediate execScript addInitScript evaluateOnNewDocument".split()
)
"""Calls of `_RUN` that use nothing of what the text comes to."""
_MARKS: dict[str, Dialect] = {
    **dict.fromkeys(("js", "javascript"), "js"),
    **dict.fromkeys(("ts", "typescript"), "ts"),
    **dict.fromkeys(("html", "vue"), "html"),
}
_CALLED = "()"
"""Among the uses of a string: it is given to a call."""
_AROUND = frozenset({"array", "parenthesized_expression", "object", "pair"})
_HANDLER = regex("on[a-z]+", re.IGNORECASE)
_MARK = regex(r"/\*\s*(?:language\s*=\s*)?(\w+)\s*\*/")
_FUNCTIONS = regex(rb"\bfunction\b|=>")
_GIVEN = regex(rb"\b(\w++)\s*+\(\s*+\[?\s*+([A-Za-z_$][\w$]*+)")
_SOURCES = frozenset({"import_statement", "export_statement", "literal_type", "pair_pattern"})


def whole_of(string: Node) -> Node:
    """The largest string expression around a string."""
    return resolved(string, _WHOLES, _larger)


_WHOLES: dict[Node, Node] = kept()


def _larger(string: Node) -> tuple[Node | None, Node]:
    """The string expression that a smaller one is put into, if any."""
    parent = parent_of(string)
    if type_of(parent) == "array":
        call = parent_of(parent_of(parent))
        parent = call if call is not None and joined_items(call) == parent else None
    return (parent if parent is not None and is_text(parent) else None), string


def string_parts(whole: Node, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
    """A string expression as a text, and the code in it: a script, or that of a page.

    whole: see `whole_of`; utf8: the script's text.
    """
    text, pieces = joined([whole], b"")
    parent = parent_of(whole)
    string = string_part(whole, text, pieces, SCOPES)
    if type_of(parent) == "expression_statement" or type_of(parent) in _SOURCES:
        return string, ()  # a directive, or the name of a module
    first = type_of(parent) == "arguments" and position_in(parent or whole, whole) == 0
    return _code(string, _uses_of(whole, utf8), _mark(whole), parse, first=first)


def lines_parts(lines: Lines, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
    """Strings that are one text as that text, and the code in it."""
    string = string_part(lines.first, *joined(lines.texts, lines.between), SCOPES)
    string, code = _code(string, _uses_of(lines.first, utf8), _mark(lines.first), parse)
    return string, tuple(map(loosened, code))


def _code(
    string: Part,
    uses: frozenset[str],
    dialect: Dialect | None,
    parse: Parse,
    *,
    first: bool = False,
) -> tuple[Part, tuple[Part, ...]]:
    """A string, and the code in it.

    dialect: where it is marked as one, else None; first: it is the first argument of a call.
    """
    text = string.utf8
    kept = _CALLED in uses and not uses & (_RUN | _SHOW)
    run = bool(uses & _RUN) or text[:11].lower() == b"javascript:"
    found = None
    if dialect != "html" and (run or dialect is not None or _FUNCTIONS.search(text) is not None):
        found = legible_script(text, parse, dialect)
    tags = has_tags(text)
    if dialect == "html" or (tags and (begins_with_tag(text) or (found is None and not run))):
        from flake8_trtc.languages import html

        template = b"{{" in text or b"{%" in text
        shape = neutral(text) if template else text
        read = html.template_parts if "template" in uses else html.html_parts
        parts = tuple(part._replace(kept=kept) for part in read(text, shape, parse))
        return string._replace(dialect="html", template=template), parts
    if found is None:
        return string, ()
    dialect, text = found
    whole = SpanMap.shifted(0, len(text))
    role = _role(uses, parse(text, dialect).root_node, first=first)
    part = Part(dialect, text, whole, role, "string", kept=kept)
    return string, (sealed(part) if is_format(text) else part,)


def _role(uses: frozenset[str], root: Node, *, first: bool) -> Role:
    """How the calls that a script is given to run it. first: as the first argument of the only one.

    A script that returns is the body of a function, whatever makes one of it.
    """
    if uses & _BODIES and uses <= {_CALLED, *_BODIES}:
        return "function"
    if not (first and uses <= {_CALLED, *_RUN}):
        return "value"
    if any(statement.type == "return_statement" for statement in root.named_children):
        return "function"
    if any(map(is_put_in, root.named_children)):
        return "value"
    return "script" if uses <= {_CALLED, *_TIMED} else "evaluated"


def _mark(whole: Node) -> Dialect | None:
    """The dialect that a comment before a string names, or the tag of a template."""
    before = whole.prev_sibling
    parent = parent_of(whole)
    if type_of(parent) == "call_expression" and whole.type == "template_string":
        return _MARKS.get(text_of(field(parent, "function")).lower())
    named = _MARK.fullmatch(text_of(before)) if type_of(before) == "comment" else None
    return None if named is None else _MARKS.get(named[1].lower())


def _uses_of(whole: Node, utf8: bytes) -> frozenset[str]:
    """Targets that a string is given to or bound to: the names of calls, and of a key or member."""
    found: set[str] = set()
    child, parent = whole, parent_of(whole)
    while parent is not None and parent.type in _AROUND:
        if parent.type == "pair" and field(parent, "value") == child:
            found.add(text_of(field(parent, "key")).strip("'\""))
        child, parent = parent, parent_of(parent)
    if parent is None:
        return frozenset(found)
    if parent.type == "arguments":
        call = parent_of(parent)
        name = field(call, "function") or field(call, "constructor")
        found |= {_CALLED, text_of(field(name, "property") or name)}
        first = plain_string(operands(parent)[0])
        if "setAttribute" in found and _HANDLER.fullmatch(first or "") is not None:
            found.add("eval")
    if found:
        return frozenset(found)
    if parent.type == "assignment_expression":
        target = field(parent, "left")
        return frozenset({text_of(field(target, "property") or target)})
    if parent.type == "variable_declarator":
        return _given(utf8).get((field(parent, "name") or whole).text or b"", frozenset())
    return frozenset()


@lru_cache(maxsize=2)
def _given(utf8: bytes) -> dict[bytes, frozenset[str]]:
    """The calls that a script gives each of its names to."""
    found: dict[bytes, set[str]] = {}
    for match in _GIVEN.finditer(utf8):
        found.setdefault(match[2], set()).add(match[1].decode("utf-8", "replace"))
    return {name: frozenset(calls) for name, calls in found.items()}
