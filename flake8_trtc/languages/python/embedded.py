"""Which strings of a Python module are code: JavaScript, or a page that holds some.

A string is a snippet when it is marked (`# language=js`, or `/* js */` at its start), when the
call it goes to says so (`page.evaluate`), or when it parses as such and holds the idioms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.climb import (
    ancestors,
    field,
    kept,
    parent_of,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.languages.python.strings import decoded, is_text
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.model import Region, Span, SpanMap
from flake8_trtc.source import line_start

_EVALUATED = frozenset(
    "evaluate evaluate_handle evaluateHandle eval_on_selector eval_on_selector_all "
    "wait_for_function eval_js evaluate_js run_js runJavaScript evaluateJavaScript "
    "run_javascript js_eval evaljs".split()
)
_FUNCTION_BODIES = frozenset({"execute_script", "execute_async_script", "Javascript", "JavaScript"})
_RUN = frozenset("add_init_script add_script_tag add_script exec_js execute_js".split())
_PAGES = frozenset(
    "HTMLResponse HTML Markup mark_safe render_template_string html markdown_html components_html "
    "set_content setHtml from_string make_response Response HttpResponse write_html".split()
)
_TEMPLATES = frozenset({"render_template_string", "from_string"})
_PASSED_ON = frozenset("dedent strip lstrip rstrip replace encode inspect cleandoc str".split())
_FILLED = {
    "format": "format",
    "format_map": "format",
    "format_html": "format",
    "substitute": "template",
    "safe_substitute": "template",
    "Template": "template",
}
_FOLLOWED = frozenset(
    "binary_operator attribute argument_list assignment call parenthesized_expression await "
    "keyword_argument".split()
)
"""The nodes around a string that may say where it goes."""

_MARKED = re.compile(
    rb"\s*(?:/\*\s*(?:js|javascript)\s*\*/|<!--\s*html\s*-->|//\s*(?:js|javascript)\b)"
)
_NEWLINE = re.compile(rb"[\r\n]")
_LANGUAGE = re.compile(
    rb"#[^\r\n]*\blanguage\s*=\s*(js|javascript|jsx|ts|typescript|tsx|html)\b", re.I
)
_IDIOMS = re.compile(
    rb"getCode\b|===|!==|=>|\bfunction\b|\bswitch\s*\(|\b(?:const|let|var)\s|\bnew\s+\w+\("
)
_TAG = re.compile(rb"<(?:script|!doctype|html|body|head|div|button|\w+[^<>]*\son\w+\s*=)\b", re.I)
_DIALECTS = {b"javascript": "js", b"jsx": "js", b"typescript": "ts"}


class Use(NamedTuple):
    """What the program does with a string: the calls it goes to, and how it is filled in."""

    calls: frozenset[str]
    style: str | None


def regions(utf8: bytes, strings: Iterable[Node], scopes: frozenset[str]) -> Iterator[Region]:
    """The regions of code in the string expressions around some string nodes, in order.

    scopes: the node types of the module whose text speaks for the code in their strings.
    """
    seen = set()
    for node in strings:
        whole = _whole(node)
        if whole.id in seen:
            continue
        seen.add(whole.id)
        use = _use(whole, utf8)
        text, pieces = decoded(whole, use.style)
        language = _language(whole, utf8, text)
        alone = type_of(parent_of(whole)) == "expression_statement"
        if alone and language is None:
            continue  # a docstring, or a string that does nothing
        around = tuple(
            Span(parent.start_byte, parent.end_byte)
            for parent in ancestors(whole)
            if parent.type in scopes
        )
        for region in _read(text, use, language):
            yield region._replace(map=region.map.within(pieces), host="string", scopes=around)


def texts(utf8: bytes, strings: Iterable[Node]) -> Iterator[tuple[bytes, SpanMap]]:
    """The texts of the string expressions around some string nodes, code or not, in order."""
    for whole in {node.id: node for node in map(_whole, strings)}.values():
        yield decoded(whole, _use(whole, utf8).style)


def filled_as(literal: Node, utf8: bytes) -> str | None:
    """How the program fills in the text that a string literal is part of, a key of HOLES."""
    return _use(_whole(literal), utf8).style


def _whole(string: Node) -> Node:
    """The largest string expression around a string."""
    return resolved(string, _WHOLES, _larger)


_WHOLES: dict[Node, Node] = kept()


def _larger(string: Node) -> tuple[Node | None, Node]:
    """The string expression that a smaller one is put into, if any."""
    parent = parent_of(string)
    return (parent if parent is not None and is_text(parent) else None), string


def _read(text: bytes, use: Use, language: str | None) -> Iterator[Region]:
    """The regions of a text, with maps to the text itself."""
    template = b"{%" in text or bool(use.calls & _TEMPLATES)
    if language == "html" or (language is None and text.lstrip()[:1] == b"<"):
        if language == "html" or use.calls & _PAGES or _TAG.search(text):
            from flake8_trtc.languages import html

            yield from html.regions(text, template=template)
        return
    dialect = language or "js"
    if template:
        from flake8_trtc.languages.templates import neutral

        text = neutral(text, script=True)
    if language is None and not use.calls & (_EVALUATED | _FUNCTION_BODIES | _RUN):
        from flake8_trtc.languages.javascript.grammar import parse

        if not _IDIOMS.search(text) or parse(text, dialect).root_node.has_error:
            return
    role = "value" if use.calls & _EVALUATED else "script"
    role = "function" if use.calls & _FUNCTION_BODIES else role
    yield Region(dialect, text, SpanMap.shifted(0, len(text)), role)


def _language(whole: Node, utf8: bytes, text: bytes) -> str | None:
    """The language that a comment names, before the string's statement or at the text's start."""
    start = line_start(utf8, whole.start_byte)
    above = start - 1 - (utf8[max(start - 2, 0) : start] == b"\r\n")
    end = _NEWLINE.search(utf8, whole.start_byte)
    lines = utf8[line_start(utf8, max(above, 0)) : end.start() if end is not None else None]
    if (found := _LANGUAGE.search(lines)) is not None:
        named = found[1].lower()
        return _DIALECTS.get(named, named.decode())
    if (found := _MARKED.match(text)) is not None:
        return "html" if b"html" in found[0] else "js"
    return None


def _use(whole: Node, utf8: bytes) -> Use:
    """Where a string goes, followed through `format`, `dedent` and one name."""
    calls: set[str] = set()
    style: str | None = None
    child, parent = whole, parent_of(whole)
    while parent is not None and parent.type in _FOLLOWED:
        if parent.type == "binary_operator":
            if text_of(field(parent, "operator")) != "%" or field(parent, "left") != child:
                break
            style = "percent"
        elif parent.type == "attribute":
            style = _FILLED.get(text_of(field(parent, "attribute")), style)
        elif parent.type == "argument_list":
            name = last_name(field(parent_of(parent), "function"))
            style = _FILLED.get(name, style)
            if name not in _FILLED and name not in _PASSED_ON:
                calls.add(name)
                break
        elif parent.type == "assignment":
            target = field(parent, "left")
            if target is None or target.type != "identifier":
                break
            named = _use_of_name(target.text or b"", utf8)
            return Use(frozenset(calls | named.calls), style or named.style)
        child, parent = parent, parent_of(parent)
    return Use(frozenset(calls), style)


def _use_of_name(name: bytes, utf8: bytes) -> Use:
    """What a module does with a name that a string is bound to."""
    calls, styles = _uses(utf8)
    called = calls.get(name, frozenset())
    style = styles.get(name) or ("template" if "Template" in called else None)
    return Use(called, style)


_GIVEN = re.compile(rb"\b(\w++)\((?=\s*+(?:\w++\s*+=\s*+)?(\w+))")
_FORMATTED = re.compile(rb"\b(\w++)\s*+\.\s*+format(?:_map)?\(")
_PERCENT = re.compile(rb"\b(\w++)\s*+%\s*+[\w({]")


@lru_cache(maxsize=2)
def _uses(utf8: bytes) -> tuple[dict[bytes, frozenset[str]], dict[bytes, str]]:
    """The functions that a module gives each name to, and how each is filled in."""
    calls: dict[bytes, set[str]] = {}
    for match in _GIVEN.finditer(utf8):
        calls.setdefault(match[2], set()).add(match[1].decode("utf-8", "replace"))
    styles = dict.fromkeys((match[1] for match in _PERCENT.finditer(utf8)), "percent")
    styles |= dict.fromkeys((match[1] for match in _FORMATTED.finditer(utf8)), "format")
    return {name: frozenset(found) for name, found in calls.items()}, styles
