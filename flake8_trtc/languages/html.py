"""Pages and Vue components: the scripts, handlers and expressions in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from tree_sitter import Language, Node, Parser, Query, QueryCursor, Tree

from flake8_trtc._lean import regex
from flake8_trtc.languages.attributes import (
    attribute_parts,
    code_part,
    expression_part,
    is_bound,
)
from flake8_trtc.languages.grammars import grammar
from flake8_trtc.languages.nesting import code_alone, plain, scripts
from flake8_trtc.languages.parts import Parse, Part, is_format, sealed
from flake8_trtc.languages.templates import neutral
from flake8_trtc.languages.tree import ancestors, forget, parent_of, text_of, type_of
from flake8_trtc.languages.unquoted import legible
from flake8_trtc.model import Dialect, Role
from flake8_trtc.spans import Span, SpanMap

_JAVASCRIPT = (
    *("javascript", "ecmascript", "x-javascript", "x-ecmascript", "jscript", "livescript"),
    *(f"javascript1.{version}" for version in range(6)),
)
"""The JavaScript types of the HTML standard, without `text/` or `application/`."""
DIALECTS: dict[str, Dialect | Literal[""]] = {
    **{f"{kind}/{name}": "js" for kind in ("text", "application") for name in _JAVASCRIPT},
    **dict.fromkeys(("", "module", "text/babel", "text/jsx", "js", "jsx", "javascript"), "js"),
    **dict.fromkeys(("text/typescript", "application/typescript", "ts", "typescript"), "ts"),
    "tsx": "tsx",
    "uts": "ts",
}
"""The dialect of a script by its `type` or `lang`; any other is not code (JSON, a template)."""

_TEMPLATE = "text/x-template"
_CDATA = regex(rb"<!\[CDATA\[|\]\]>")
_PARTS = """
(script_element (start_tag) @tag (raw_text) @code)
(attribute (attribute_name) @name [(attribute_value) (quoted_attribute_value)] @value)
"""
_QUOTED = regex(rb'"([^"\r\n]*)"')
_RAW = frozenset({"textarea", "title"})
_SMALL = 1 << 13
"""Bytes of a page that the grammar reads in little time, whatever is in it."""
_SHOWN = regex(rb"(?<=\s)v-pre(?![\w-])")


def html_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    """The code of a page, in order.

    shape: the page without the holes of a server's template, which is what is parsed.
    """
    code = text if shape == text else neutral(text, script=True)
    root = parse(shape, "html").root_node
    shown = Shown(root, shape)
    for found in found_in(root):
        if "code" not in found:
            yield from _shown_attribute(shape, found, shown)
        elif _kind(attributes_of(found["tag"])) == _TEMPLATE:
            span = slice(found["code"].start_byte, found["code"].end_byte)
            outer = SpanMap.shifted(span.start, span.stop - span.start)
            for part in template_parts(text[span], shape[span], parse):
                yield part._replace(map=part.map.within(outer))
        else:
            yield from script_parts(text, code, found["tag"], found["code"], parse)


def _shown_attribute(shape: bytes, found: dict[str, Node], shown: Shown) -> Iterator[Part]:
    if "code" in found:
        return
    name = text_of(found["name"])
    if not (is_bound(name) and shown.holds(found["name"].start_byte)):
        yield from attribute_parts(shape, name, found["value"], "js")


def scripted(text: bytes, dialect: Dialect, parse: Parse) -> Part:
    """The script that a server's template makes, as one text."""
    return code_part(dialect, _legible(text, neutral(text, script=True), dialect, parse), 0, "file")


def bare(part: Part) -> Part:
    """A script of a component in a language that has no `Object.freeze`."""
    return part._replace(role="bare") if part.role in {"module", "setup"} else part


def templates(root: Node) -> list[Span]:
    """Where the templates of Vue's stand that are written in a script's place, in order."""
    scripts = (found for found in found_in(root) if "code" in found)
    return [
        Span(found["code"].start_byte, found["code"].end_byte)
        for found in scripts
        if _kind(attributes_of(found["tag"])) == _TEMPLATE
    ]


def template_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    """The code of a template of Vue's by itself, in order. shape: see `html_parts`."""
    root = parse(shape, "html").root_node
    shown = Shown(root, shape)
    mustaches = list(_mustaches_in(text, root, "js", shown))
    parts = (part for found in found_in(root) for part in _shown_attribute(shape, found, shown))
    yield from sorted([*_outside(mustaches, parts), *mustaches], key=_begins)


def _outside(mustaches: list[Part], parts: Iterable[Part]) -> Iterator[Part]:
    """The parts that begin in no mustache: what looks like a tag there is an expression."""
    starts = [_begins(mustache) for mustache in mustaches]
    for part in parts:
        at = bisect_right(starts, _begins(part)) - 1
        if at < 0 or _ends(mustaches[at]) <= _begins(part):
            yield part


def _begins(part: Part) -> int:
    return part.map.pieces[0].outer if part.map.pieces else 0


def _ends(part: Part) -> int:
    return sum(part.map.pieces[-1][1:]) if part.map.pieces else 0


def vue_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    """The code of a Vue component: its scripts, and the expressions of its template."""
    dialect: Dialect | Literal[""] = "js"
    inside: list[tuple[str, Node]] = []
    root = parse(shape, "vue").root_node
    shown = Shown(root, shape)
    for found in found_in(root):
        if "code" not in found:
            if _in_template(found["name"]) and not shown.holds(found["name"].start_byte):
                inside.append((text_of(found["name"]), found["value"]))
        elif depth_of(found["tag"]) == 2:
            attributes = attributes_of(found["tag"])
            dialect = DIALECTS.get(attributes.get("lang", "").lower(), "")
            start, end = found["code"].start_byte, found["code"].end_byte
            if dialect and "src" not in attributes:
                role: Role = "setup" if "setup" in attributes else "module"
                part = code_part(dialect, text[start:end], start, role)
                yield bare(part) if attributes.get("lang") == "uts" else part
    mustaches = list(_mustaches(text, root, dialect or "js", shown))
    parts = (part for item in inside for part in attribute_parts(text, *item, dialect or "js"))
    yield from _outside(mustaches, parts)
    yield from mustaches
    if b"pug" in text or b"jade" in text:
        from flake8_trtc.languages import pug

        yield from pug.vue_parts(text, dialect or "js")


class Shown:
    """The elements of a page that are shown as they are written: with `v-pre`."""

    def __init__(self, root: Node, shape: bytes) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for match in _SHOWN.finditer(shape):
            name = root.descendant_for_byte_range(*match.span())
            tag = parent_of(parent_of(name)) if type_of(name) == "attribute_name" else None
            element = parent_of(tag)
            if element is not None and (not self._ends or element.end_byte > self._ends[-1]):
                self._starts.append(element.start_byte)
                self._ends.append(element.end_byte)

    def holds(self, offset: int) -> bool:
        """True if an offset is in one of them."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def _mustaches(text: bytes, root: Node, dialect: Dialect, shown: Shown) -> Iterator[Part]:
    """The `{{ … }}` of a component's template."""
    for element in root.named_children:
        if _is_template(element):
            yield from _mustaches_in(text, element, dialect, shown)


def _mustaches_in(text: bytes, element: Node, dialect: Dialect, shown: Shown) -> Iterator[Part]:
    at = element.start_byte
    while (start := text.find(b"{{", at, element.end_byte) + 2) > 1:
        at = start
        node = element.descendant_for_byte_range(start - 2, start)
        if type_of(node) not in _TEXT:
            continue
        end = text.find(b"}}", start, element.end_byte)
        if end == -1:
            return
        at = end + 2
        if not shown.holds(start):
            yield expression_part(dialect, text[start:end], start, "")


_TEXT = frozenset({"text", "element", "document"})


@cache
def _language() -> Language:
    return grammar("tree_sitter_html")


@cache
def _query() -> Query:
    return Query(_language(), _PARTS)


def parse_html(shape: bytes) -> Tree:
    """Parse a page or a component, without the holes of a server's template."""
    forget()
    shape = legible(shape)
    parser = Parser(_language())
    tree = parser.parse(shape if len(shape) < _SMALL else plain(shape))
    if tree.root_node.has_error and len(shape) < _SMALL:
        tree = parser.parse(plain(shape))
    if tree.root_node.has_error and _scripts(tree.root_node) < scripts(shape):
        tree = parser.parse(code_alone(shape))
    return tree


def _scripts(root: Node) -> int:
    """How many scripts are in a tree."""
    return sum("code" in found for found in found_in(root))


def found_in(root: Node) -> Iterator[dict[str, Node]]:
    """The scripts (`tag`, `code`) and attributes (`name`, `value`) of a page, in order."""
    matches = QueryCursor(_query()).matches(root)
    found = [{name: nodes[0] for name, nodes in captures.items()} for _, captures in matches]
    yield from sorted(found, key=lambda item: min(node.start_byte for node in item.values()))


def script_parts(text: bytes, filled: bytes, tag: Node, code: Node, parse: Parse) -> Iterator[Part]:
    """The code of a script, if it is one. filled: the text with its template's holes neutral."""
    attributes = attributes_of(tag)
    kind = _kind(attributes)
    made = "_" in kind  # by a template: a script's, if it is one; but no module's
    dialect = "js" if made else DIALECTS.get(attributes.get("lang", "").lower() or kind)
    if not dialect or "src" in attributes or any(map(_is_raw, ancestors(tag))):
        return
    start, end = code.start_byte, code.end_byte
    role: Role = "module" if kind == "module" else "script"
    legible = _legible(text[start:end], filled[start:end], dialect, parse)
    if not (made and _is_data(parse(legible, dialect).root_node)):
        part = code_part(dialect, legible, start, role)
        yield sealed(part) if is_format(legible) else part


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _is_data(root: Node) -> bool:
    """True if what may be a script is none, or nothing but an object or a list."""
    first = next(iter(root.named_children), None)
    alone = first.named_children[:1] if type_of(first) == "expression_statement" and first else []
    return root.has_error or any(item.type in {"object", "array"} for item in alone)


def _kind(attributes: dict[str, str]) -> str:
    """The type of a script as the HTML standard reads it, without parameters."""
    kind = attributes.get("type")
    if kind is None:
        language = attributes.get("language", "").strip().lower()
        return f"text/{language}" if language else ""
    return kind.partition(";")[0].strip().lower()


def _legible(written: bytes, filled: bytes, dialect: Dialect, parse: Parse) -> bytes:
    """A script without its template's holes; as it is written where `{{a: 1}}` is none."""
    if b"<![CDATA[" in written:
        written, filled = (_CDATA.sub(_blank, form) for form in (written, filled))
    if written != filled and parse(filled, dialect).root_node.has_error:
        return filled if parse(written, dialect).root_node.has_error else written
    return filled


def attributes_of(tag: Node) -> dict[str, str]:
    """The attributes of a start tag, their names in small letters."""
    found = {}
    for item in tag.named_children:
        if item.type == "attribute":
            name, *value = item.named_children
            found[text_of(name).lower()] = text_of(value[0]).strip("'\"") if value else ""
    return found


def _is_raw(element: Node) -> bool:
    """True if an element holds text alone, whatever the grammar makes of it."""
    tag = element.named_child(0) if element.type == "element" else None
    return tag is not None and text_of(next(iter(tag.named_children), None)).lower() in _RAW


def depth_of(node: Node) -> int:
    """How many nodes are around one."""
    return sum(1 for _ in ancestors(node))


def _in_template(node: Node) -> bool:
    around = list(ancestors(node))
    return len(around) > 3 and _is_template(around[-2]) and around[-3].type != "start_tag"


def _is_template(element: Node) -> bool:
    """True if a component's block is its template, in HTML."""
    tag = element.named_child(0) if element.type == "element" else None  # it may have thousands
    if tag is None:
        return False
    lang = attributes_of(tag).get("lang", "html")
    return text_of(next(iter(tag.named_children), None)) == "template" and lang == "html"


def addresses(text: bytes, root: Node, *, maps: bool = True) -> Iterator[str]:
    """The addresses that a page's scripts are loaded from, as written.

    text, root: the page's; maps: those in its import maps, too.
    """
    for found in found_in(root):
        if "code" in found:
            code = found["code"]
            if maps and attributes_of(found["tag"]).get("type", "").lower() == "importmap":
                for match in _QUOTED.finditer(text, code.start_byte, code.end_byte):
                    yield match[1].decode("utf-8", "replace")
        elif text_of(found["name"]).lower() in {"src", "href"} and _loads(found["name"]):
            span = found["value"].start_byte, found["value"].end_byte
            yield text[slice(*span)].decode("utf-8", "replace").strip("'\"")


def _loads(name: Node) -> bool:
    """True if an attribute is one of an element that loads a script."""
    *_, tag = (parent for parent, _ in zip(ancestors(name), range(2), strict=False))
    return text_of(next(iter(tag.named_children), None)).lower() in {"script", "link"}
