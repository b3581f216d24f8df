"""Pages and Vue components: the scripts, handlers and expressions in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tree_sitter import Language, Node, Parser, Query, QueryCursor

from flake8_trtc.languages.climb import ancestors, forget, text_of
from flake8_trtc.languages.grammars import grammar
from flake8_trtc.languages.javascript.grammar import parse
from flake8_trtc.languages.templates import neutral
from flake8_trtc.model import Piece, Region, Span, SpanMap

_DIALECTS = {
    **dict.fromkeys(("", "text/javascript", "application/javascript", "module"), "js"),
    **dict.fromkeys(("text/ecmascript", "application/ecmascript", "text/jscript"), "js"),
    **dict.fromkeys(("text/babel", "text/jsx", "js", "jsx", "javascript"), "js"),
    **dict.fromkeys(("text/typescript", "application/typescript", "ts", "typescript"), "ts"),
    "tsx": "tsx",
}
"""The dialect of a script by its `type` or `lang`; any other is not code (JSON, a template)."""

_PARTS = """
(script_element (start_tag) @tag (raw_text) @code)
(attribute (attribute_name) @name [(attribute_value) (quoted_attribute_value)] @value)
"""
_QUOTED = re.compile(rb'"([^"\r\n]*)"')
_RAW = frozenset({"textarea", "title"})
_HANDLER = re.compile(r"on[a-z]+", re.I)
_BOUND = re.compile(
    r"(?:@|v-on:|x-on:)(?P<event>.+)|:.+|v-(?:bind:.+|if|else-if|show|model|for|html|text)|x-(?:if|show|init|text)"
)
_MUSTACHE = re.compile(rb"\{\{(.*?)\}\}", re.DOTALL)
_ENTITY = re.compile(rb"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


def regions(text: bytes, *, template: bool) -> Iterator[Region]:
    """The code of a page, in order; its maps lead to the text.

    template: the page may have the holes of a server's template.
    """
    shape, code = text, text
    if template:
        shape, code = neutral(text), neutral(text, script=True)
    for found in _parts(shape):
        if "code" in found:
            yield from _script(text, code, found["tag"], found["code"])
        else:
            yield from _attribute(text, shape, text_of(found["name"]), found["value"], "js")


def vue_regions(text: bytes) -> Iterator[Region]:
    """The code of a Vue component: its scripts, and the expressions of its template."""
    shape = neutral(text)
    dialect = "js"
    inside: list[tuple[Node, Node]] = []
    for found in _parts(shape):
        if "code" not in found:
            if _in_template(found["name"]):
                inside.append((found["name"], found["value"]))
        elif _depth(found["tag"]) == 2:
            attributes = _attributes(found["tag"])
            dialect = _DIALECTS.get(attributes.get("lang", "").lower(), "")
            span = Span(found["code"].start_byte, found["code"].end_byte)
            if dialect and "src" not in attributes:
                role = "setup" if "setup" in attributes else "module"
                yield _region(text, dialect, text[span.start : span.end], span.start, role)
    for name, value in inside:
        yield from _attribute(text, text, text_of(name), value, dialect or "js")
    yield from _mustaches(text, shape, dialect or "js")


def _mustaches(text: bytes, shape: bytes, dialect: str) -> Iterator[Region]:
    """The `{{ … }}` of a component's template."""
    for element in parsed(shape).named_children:
        if not _is_template(element):
            continue
        for match in _MUSTACHE.finditer(text, element.start_byte, element.end_byte):
            node = element.descendant_for_byte_range(*match.span())
            if node is not None and node.type in {"text", "element"}:
                yield _expression(text, dialect, match[1], match.start(1), "")


@cache
def _language() -> Language:
    return grammar("tree_sitter_html")


@cache
def _query() -> Query:
    return Query(_language(), _PARTS)


@lru_cache(maxsize=2)
def parsed(shape: bytes) -> Node:
    """The root of a page's tree; its template has no holes."""
    forget()
    return Parser(_language()).parse(shape).root_node


def _parts(shape: bytes) -> Iterator[dict[str, Node]]:
    """The scripts (`tag`, `code`) and attributes (`name`, `value`) of a page, in order."""
    matches = QueryCursor(_query()).matches(parsed(shape))
    found = [{name: nodes[0] for name, nodes in captures.items()} for _, captures in matches]
    yield from sorted(found, key=lambda item: min(node.start_byte for node in item.values()))


def _script(text: bytes, filled: bytes, tag: Node, code: Node) -> Iterator[Region]:
    attributes = _attributes(tag)
    kind = attributes.get("type", "").partition(";")[0].strip().lower()
    dialect = _DIALECTS.get(attributes.get("lang", "").lower() or kind)
    if dialect is None or "src" in attributes or any(map(_is_raw, ancestors(tag))):
        return
    start, end = code.start_byte, code.end_byte
    role = "module" if kind == "module" else "script"
    yield _region(text, dialect, _legible(text[start:end], filled[start:end], dialect), start, role)


def _legible(written: bytes, filled: bytes, dialect: str) -> bytes:
    """A script without its template's holes; as it is written where `{{a: 1}}` is none."""
    if written != filled and parse(filled, dialect).root_node.has_error:
        return filled if parse(written, dialect).root_node.has_error else written
    return filled


def _attribute(text: bytes, shape: bytes, name: str, value: Node, dialect: str) -> Iterator[Region]:
    """The code of an attribute: an `on…` handler, a link that is a script, a bound expression."""
    quoted = value.type == "quoted_attribute_value"
    start, end = (value.start_byte + quoted, value.end_byte - quoted)
    content = shape[start:end]
    if _HANDLER.fullmatch(name):
        yield _region(text, dialect, content, start, "handler", "html-attribute")
    elif name.lower() == "href" and content[:11].lower() == b"javascript:":
        yield _region(text, dialect, content[11:], start + 11, "handler", "html-attribute")
    elif _BOUND.fullmatch(name):
        yield _expression(text, dialect, content, start, "html-attribute")


def _expression(text: bytes, dialect: str, content: bytes, start: int, host: str) -> Region:
    """An expression; an object in it would be a block if it began a script."""
    if not content.lstrip().startswith(b"{"):
        return _region(text, dialect, content, start, "expression", host)
    region = _region(text, dialect, content, start, "expression", host)
    pieces = [piece._replace(inner=piece.inner + 1) for piece in region.map.pieces]
    return region._replace(text=b"(" + region.text + b")", map=SpanMap(pieces))


def _region(
    text: bytes, dialect: str, content: bytes, start: int, role: str, host: str = ""
) -> Region:
    """A region whose content stands at an offset of the text."""
    scopes = (Span(0, len(text)),)
    if host != "html-attribute" or b"&" not in content:
        plain = SpanMap.shifted(start, len(content))
        return Region(dialect, content, plain, role, host, scopes, text)
    decoded = bytearray()
    pieces = []
    at = 0
    for match in _ENTITY.finditer(content):
        pieces.append(Piece(len(decoded), start + at, match.start() - at))
        decoded += content[at : match.start()] + html.unescape(match[0].decode()).encode()
        at = match.end()
    pieces.append(Piece(len(decoded), start + at, len(content) - at))
    whole = bytes(decoded + content[at:])
    return Region(dialect, whole, SpanMap(pieces), role, host, scopes, text)


def _attributes(tag: Node) -> dict[str, str]:
    """The attributes of a start tag, their names in small letters."""
    found = {}
    for item in tag.named_children:
        if item.type == "attribute":
            name, *value = item.named_children
            found[text_of(name).lower()] = text_of(value[0]).strip("'\"") if value else ""
    return found


def _is_raw(element: Node) -> bool:
    """Whether an element holds text alone, whatever the grammar makes of it."""
    tag = element.named_children[0] if element.type == "element" else None
    return tag is not None and text_of(next(iter(tag.named_children), None)).lower() in _RAW


def _depth(node: Node) -> int:
    return sum(1 for _ in ancestors(node))


def _in_template(node: Node) -> bool:
    around = list(ancestors(node))
    return len(around) > 3 and _is_template(around[-2]) and around[-3].type != "start_tag"


def _is_template(element: Node) -> bool:
    """Whether a component's block is its template, in HTML."""
    if element.type != "element" or not element.named_children:
        return False
    tag = element.named_children[0]
    lang = _attributes(tag).get("lang", "html")
    return text_of(next(iter(tag.named_children), None)) == "template" and lang == "html"


def sources(text: bytes) -> Iterator[str]:
    """The addresses that a page's scripts are loaded from, as written, its import maps' included.

    text: the page's, which may have the holes of a server's template.
    """
    for found in _parts(neutral(text)):
        if "code" in found:
            code = found["code"]
            if _attributes(found["tag"]).get("type", "").lower() == "importmap":
                for match in _QUOTED.finditer(text, code.start_byte, code.end_byte):
                    yield match[1].decode("utf-8", "replace")
        elif text_of(found["name"]).lower() in {"src", "href"} and _loads(found["name"]):
            span = found["value"].start_byte, found["value"].end_byte
            yield text[slice(*span)].decode("utf-8", "replace").strip("'\"")


def _loads(name: Node) -> bool:
    """Whether an attribute is one of an element that loads a script."""
    *_, tag = (parent for parent, _ in zip(ancestors(name), range(2), strict=False))
    return text_of(next(iter(tag.named_children), None)).lower() in {"script", "link"}


def comments(shape: bytes) -> Iterator[Span]:
    """The comments of a page without holes, in no order."""
    pending = [parsed(shape)] if b"<!--" in shape else []
    while pending:
        node = pending.pop()
        if node.type == "comment":
            yield Span(node.start_byte, node.end_byte)
        if not node.type.endswith("tag"):  # the grammar sees comments even there
            pending += node.named_children
