"""Which strings of a Python module are code: JavaScript, or a page that holds some.

A string is a snippet when it is marked (`# language=js`, or `/* js */` at its start), when the
call it goes to says so (`page.evaluate`), or when it parses as such and holds the idioms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.parts import Parse, Part
from flake8_trtc.languages.python.strings import decoded, is_text
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.templates import neutral
from flake8_trtc.languages.tree import (
    ancestors,
    field,
    kept,
    parent_of,
    position_in,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.model import Dialect, Role
from flake8_trtc.source import line_start
from flake8_trtc.spans import Span, SpanMap

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
_FILLING_METHODS = {
    "format": "format",
    "format_map": "format",
    "substitute": "template",
    "safe_substitute": "template",
}
_FILLING_FUNCTIONS = {"format_html": "format", "Template": "template"}
_KEEPING_METHODS = frozenset("strip lstrip rstrip replace encode".split())
_KEEPING_FUNCTIONS = frozenset("dedent cleandoc str".split())
"""What gives the text that it gets back, but for blanks and names that are put in."""
_PASSED_ON = (
    frozenset({*_FILLING_METHODS, *_FILLING_FUNCTIONS, "inspect"})
    | _KEEPING_METHODS
    | _KEEPING_FUNCTIONS
)
_CODE_KEYWORDS = frozenset("script content code js js_code source data expression".split())
"""What the parameter of a call is named that takes code."""
_FOLLOWED = frozenset(
    "binary_operator attribute argument_list assignment call parenthesized_expression await "
    "keyword_argument".split()
)
"""The nodes around a string that may say where it goes."""

_MARKED = re.compile(
    rb"\s*(?:/\*\s*(?:js|javascript)\s*\*/|<!--\s*html\s*-->|//\s*(?:js|javascript)\b)"
)
_NEWLINE = re.compile(rb"[\r\n]")
_PUT_IN = re.compile(rb"_+;?")
_LANGUAGE = re.compile(
    rb"#[^\r\n]*\blanguage\s*=\s*(js|javascript|jsx|ts|typescript|tsx|html)\b", re.I
)
_IDIOMS = re.compile(
    rb"getCode\b|===|!==|=>|\bfunction\b|\bswitch\s*\(|\b(?:const|let|var)\s|\bnew\s+\w+\("
)
_TAG = re.compile(
    rb"<(?:script|!doctype|html|body|head|div|button|\w++[^<>]*\son\w++\s*+=)\b", re.I
)
_FORMAT_BRACES = re.compile(
    rb"\{\{|\}\}"
    rb"|\{[\w\x80-\xff]*(?:\.\w+|\[[^\[\]{}\n]*\])*(?:![rsa])?(?::(?:[^{}\n]|\{\w*\})*)?\}"
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


SCOPES = frozenset({"function_definition", "class_definition"})
"""The nodes of a module whose text is evidence for the code in their strings."""


class Use(NamedTuple):
    """What the program does with a string: the calls it goes to, and how it is filled in.

    whole: each of the calls takes it as all of its code, or as its beginning.
    """

    calls: frozenset[str]
    style: str | None
    whole: bool = False

    def runs_in(self, calls: frozenset[str]) -> bool:
        """Whether the string is run by some calls, and by nothing else that is seen."""
        return self.whole and bool(self.calls) and self.calls <= calls


def string_parts(whole: Node, utf8: bytes, parse: Parse) -> tuple[Part, tuple[Part, ...]]:
    """A string expression as a text, and the code in it: a script, or that of a page.

    whole: see `whole_of`; utf8: the module's text.
    """
    use = _use(whole, utf8)
    text, pieces, sealed = _decoded(whole, use)
    dialect = _dialect(whole, utf8, text)
    around = tuple(
        Span(parent.start_byte, parent.end_byte)
        for parent in ancestors(whole)
        if parent.type in SCOPES
    )
    string = Part("string", text, pieces, host="string", scopes=around, template=True)
    if type_of(parent_of(whole)) == "expression_statement" and dialect is None:
        return string, ()  # a docstring, or a string that does nothing
    if dialect == "html" or (dialect is None and text.lstrip()[:1] == b"<"):
        if dialect is None and not use.calls & _PAGES and _TAG.search(text) is None:
            return string, ()
        from flake8_trtc.languages import html

        string = string._replace(dialect="html", template=_is_template(text, use))
        shape = neutral(text) if string.template else text
        code = tuple(html.html_parts(text, shape, parse))
    else:
        code = tuple(_script(text, use, dialect, parse))
    return string, tuple(_sealed(part) for part in code) if sealed else code


def _sealed(part: Part) -> Part:
    """The code of a text that a `format` unseen is to fill in."""
    return part if part.role == "expression" else part._replace(role="sealed")


def _decoded(whole: Node, use: Use) -> tuple[bytes, SpanMap, bool]:
    """The text of a string expression, its map, and whether a `format` unseen is to fill it in."""
    text, pieces = decoded(whole, use.style)
    if use.style is None and not _is_template(text, use) and _is_format(text):
        return *decoded(whole, "format"), True
    return text, pieces, False


def filled_as(literal: Node, utf8: bytes) -> str | None:
    """How the program fills in the text that a string literal is part of, a key of HOLES."""
    return _use(whole_of(literal), utf8).style


def whole_of(string: Node) -> Node:
    """The largest string expression around a string."""
    return resolved(string, _WHOLES, _larger)


_WHOLES: dict[Node, Node] = kept()


def _larger(string: Node) -> tuple[Node | None, Node]:
    """The string expression that a smaller one is put into, if any."""
    parent = parent_of(string)
    return (parent if parent is not None and is_text(parent) else None), string


def _script(text: bytes, use: Use, dialect: Dialect | None, parse: Parse) -> Iterator[Part]:
    """A string as a script, if it is one. dialect: where it is marked as one, else None."""
    if _is_template(text, use):
        text = neutral(text, script=True)
    called = use.calls & (_EVALUATED | _FUNCTION_BODIES | _RUN)
    if dialect is None and not called and not _looks_like_script(text, parse):
        return
    dialect = dialect or "js"
    role = _role(text, dialect, use, parse)
    yield Part(dialect, text, SpanMap.shifted(0, len(text)), role, "string")


def _looks_like_script(text: bytes, parse: Parse) -> bool:
    return _IDIOMS.search(text) is not None and not parse(text, "js").root_node.has_error


def _role(text: bytes, dialect: Dialect, use: Use, parse: Parse) -> Role:
    """What runs a script; where that is not seen, what it comes to may be used."""
    if use.runs_in(_FUNCTION_BODIES):
        return "function"
    runs = use.runs_in(_RUN | _FUNCTION_BODIES)
    return "script" if runs and not _is_part(parse(text, dialect).root_node) else "value"


def _is_part(root: Node) -> bool:
    """Whether a script may be part of another: one expression, or statements with others put in."""
    statements = [node for node in root.named_children if node.type != "comment"]
    only = statements[0] if len(statements) == 1 else None
    if only is not None and only.type == "expression_statement":
        return not text_of(only).endswith(";")
    return any(_PUT_IN.fullmatch(node.text or b"") for node in statements)


def _is_template(text: bytes, use: Use) -> bool:
    """Whether a text is a template of Jinja's or Django's."""
    return b"{%" in text or bool(use.calls & _TEMPLATES)


def _is_format(text: bytes) -> bool:
    """Whether `str.format` may fill in a text: its braces are doubled, or hold a name."""
    braces = _FORMAT_BRACES.findall(text)
    if b"{{" not in braces and b"}}" not in braces:
        return False
    single = _FORMAT_BRACES.sub(b"", text)
    return b"{" not in single and b"}" not in single


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


def _use(string: Node, utf8: bytes) -> Use:
    """Where a string goes, followed through `format`, `dedent` and one name."""
    style: str | None = None
    whole = True
    child, parent = string, parent_of(string)
    while parent is not None and parent.type in _FOLLOWED:
        if parent.type == "binary_operator":
            if text_of(field(parent, "operator")) != "%" or field(parent, "left") != child:
                break
            style = "percent"
        elif parent.type == "attribute":
            name = text_of(field(parent, "attribute"))
            style = _FILLING_METHODS.get(name, style)
            whole = whole and (name in _FILLING_METHODS or name in _KEEPING_METHODS)
        elif parent.type == "argument_list":
            name = last_name(field(parent_of(parent), "function"))
            first = position_in(parent, child) == 0
            if name not in _PASSED_ON:
                return Use(frozenset({name}), style, whole and (first or _is_code(child)))
            style = _FILLING_FUNCTIONS.get(name, style) if first else style
            whole = whole and first and (name in _FILLING_FUNCTIONS or name in _KEEPING_FUNCTIONS)
        elif parent.type == "assignment":
            target = field(parent, "left")
            if target is None or target.type != "identifier":
                break
            named = _use_of_name(target.text or b"", utf8)
            return Use(named.calls, style or named.style, whole and named.whole)
        child, parent = parent, parent_of(parent)
    return Use(frozenset(), style)


def _is_code(argument: Node) -> bool:
    """Whether an argument is given by the name of a parameter that takes code."""
    return argument.type == "keyword_argument" and (
        text_of(field(argument, "name")) in _CODE_KEYWORDS
    )


def _use_of_name(name: bytes, utf8: bytes) -> Use:
    """What a module does with a name that a string is bound to."""
    return _uses(utf8).get(name, Use(frozenset(), None))


_GIVEN = re.compile(
    rb"\b(\w++)\((?=\s*+(?:\w++\s*+=\s*+)?(\w++)"
    rb"(\s*+(?:[,)%%]|\.\s*+(?:%s)\())?)"
    % "|".join((*_FILLING_METHODS, *_KEEPING_METHODS)).encode()
)
_FORMATTED = re.compile(rb"\b(\w++)\s*+\.\s*+format(?:_map)?\(")
_PERCENT = re.compile(rb"\b(\w++)\s*+%\s*+[\w({]")
_ASSIGNED = re.compile(rb"\b(\w++)\s*+=(?!=)")
_ANNOTATED = re.compile(rb"(?m)^[ \t]*+(\w++)[ \t]*+:[ \t]*+[\w.\[\]]++[ \t]*+=(?!=)")
_WORD = re.compile(rb"\w+")


@lru_cache(maxsize=2)
def _uses(utf8: bytes) -> dict[bytes, Use]:
    """What a module does with each name that it binds or gives to a function."""
    calls: dict[bytes, set[str]] = {}
    places = Counter(_ASSIGNED.findall(utf8)) + Counter(_ANNOTATED.findall(utf8))
    for match in _GIVEN.finditer(utf8):
        calls.setdefault(match[2], set()).add(match[1].decode("utf-8", "replace"))
        places[match[2]] += match[3] is not None  # with nothing put behind it
    styles = dict.fromkeys((match[1] for match in _PERCENT.finditer(utf8)), "percent")
    styles |= dict.fromkeys((match[1] for match in _FORMATTED.finditer(utf8)), "format")
    mentions = Counter(_WORD.findall(utf8))
    uses = {}
    for name, seen in places.items():
        given = frozenset(calls.get(name, ()))
        style = styles.get(name) or ("template" if "Template" in given else None)
        uses[name] = Use(given, style, mentions[name] == seen)
    return uses
