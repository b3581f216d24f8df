"""The text of a Python string expression, and where each byte of it stands in the source.

Covers prefixes, escapes, line continuations, implicit and `+` concatenation, f-string holes and
doubled braces, and what `str.format`, `%` and `string.Template` replace. What the program puts in
at run time becomes an identifier of the same length, so that the text still parses.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator

from tree_sitter import Node, Tree

from flake8_trtc._lean import regex
from flake8_trtc.languages.joined import Joined
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.tree import (
    SPELLED,
    Finder,
    call_arguments,
    enclosing,
    field,
    is_or_holds,
    kept,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.spans import Span, SpanMap

HOLES = {
    "format": regex(rb"(?P<one>\{\{|\}\})|\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*\}"),
    "percent": regex(rb"(?P<one>%%)|%(?:\([^)\n]*\))?[-+ #0]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]"),
    "template": regex(rb"(?P<one>\$\$)|\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*"),
}
"""Placeholders of each way of filling in a text; the group `one` stands for its first character."""

_DOUBLED = {"format": "{}", "percent": "%", "template": "$"}
"""Characters that each way of filling in a text wants written twice."""

_STRING = frozenset({"string"})
_STRINGS = frozenset({"string", "concatenated_string"})
LISTS = frozenset({"list", "tuple"})


class _Text(Joined):
    """A text that a program may fill in."""

    def filled(self, run: bytes, outer: int, style: str | None) -> None:
        """Add a run whose holes are of a style."""
        at = 0
        for match in HOLES[style].finditer(run) if style is not None else ():
            self.plain(run[at : match.start()], outer + at)
            self.text += match["one"][:1] if match["one"] else hole(match[0])
            at = match.end()
        self.plain(run[at:], outer + at)


def hole(written: bytes) -> bytes:
    """The stand-in for a value that the program puts in: an identifier as long as it is written."""
    return b"_" * max(len(written), 1)


def is_text(node: Node) -> bool:
    """True if an expression is a string, or strings put together with `+` or `join`."""
    return is_or_holds(node, _TEXTS, lambda item: item.type in _STRINGS, _joined)


_TEXTS: dict[Node, bool] = kept()


def _joined(node: Node) -> list[Node]:
    """The operands of `+` or `join`, or the expression in parentheses."""
    if node.type == "parenthesized_expression":
        return operands(node)
    if node.type == "call":
        items = joined_items(node)
        return [] if items is None else operands(items)
    added = node.type == "binary_operator" and text_of(field(node, "operator")) == "+"
    return operands(node) if added else []


def joined_items(call: Node) -> Node | None:
    """The list or tuple in `"…".join([…])`; None for another call."""
    function = field(call, "function")
    between = field(function, "object")
    if type_of(between) != "string" or text_of(field(function, "attribute")) != "join":
        return None
    arguments = call_arguments(call)
    return arguments[0] if len(arguments) == 1 and arguments[0].type in LISTS else None


def decoded(expression: Node, style: str | None) -> tuple[bytes, SpanMap]:
    """The text of a string expression in UTF-8, and its map to the source.

    style: how the program fills in the text afterwards, a key of HOLES, or None.
    """
    return joined([(expression, style)], b"")


def joined(
    expressions: Iterable[tuple[Node | None, str | None]], between: bytes
) -> tuple[bytes, SpanMap]:
    """The text of several string expressions, each with its style, and its map to the source.

    between: what stands between two of them. None stands for nothing.
    """
    text = _Text()
    for at, (expression, style) in enumerate(expressions):
        text.text += between if at else b""
        for part in _parts(expression) if expression is not None else ():
            if isinstance(part, bytes):
                text.text += part
            elif part.type == "string":
                _add(text, part, style)
            else:
                text.text += hole(part.text or b"")
    return text.done()


def literal_at(tree: Tree, offset: int) -> Node | None:
    """The string literal whose content a byte offset is in, or ends."""
    node = tree.root_node.descendant_for_byte_range(offset, offset)
    return node if node is None or node.type == "string" else enclosing(node, _STRING)


def literals_around(root: Node, spans: Iterable[Span]) -> Iterator[Node]:
    """The string literals that hold something at one of some spans, and more than a number.

    One that is a part of a longer text may hold just that.
    """
    find = Finder(root).at
    for span in sorted(spans):
        node: Node | None = find(*span)
        if type_of(node) == "string_content":
            node = parent_of(node)
        if node is None or node.type != "string":
            continue
        around = parent_of(node)
        joined = around is not None and is_text(around)
        if joined or SPELLED.fullmatch(plain_string(node) or "") is None:
            yield node


def holds_newline(literal: Node) -> bool:
    """True if a newline can be written into a literal."""
    letters, quotes = _opening(literal)
    return len(quotes) == 3 or "r" not in letters


def encoded(text: str, literal: Node, style: str | None) -> str | None:
    """A text as it has to be written in the content of a literal so that `decoded` gives it back.

    style: a key of HOLES, or None. None where the literal has no way to write it.
    """
    letters, quotes = _opening(literal)
    for doubled in _DOUBLED.get(style or "", ""):
        text = text.replace(doubled, doubled * 2)
    if "f" in letters or "t" in letters:
        text = text.replace("{", "{{").replace("}", "}}")
    if "r" not in letters:
        text = text.replace("\\", "\\\\").replace(quotes[0], "\\" + quotes[0])
        if len(quotes) == 1:
            text = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")
    elif quotes[0] in text or (len(quotes) == 1 and ("\n" in text or "\r" in text)):
        return None
    return text


def _opening(literal: Node) -> tuple[str, str]:
    """The prefix of a literal in small letters, and its quotes."""
    start = text_of(literal.children[0]).lower()
    quotes = start.lstrip("bfrtu")
    return start.removesuffix(quotes), quotes


def _parts(node: Node) -> Iterator[Node | bytes]:
    """The literals and values that a string expression is made of, and what is put between them."""
    pending: list[Node | bytes] = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, bytes) or item.type == "string":
            yield item
        elif item.type == "call" and is_text(item):
            items = operands(joined_items(item) or item)
            between = decoded(field(field(item, "function"), "object") or item, None)[0]
            for at, part in enumerate(reversed(items)):
                pending += [between, part] if at else [part]
        elif item.type in {"parenthesized_expression", "concatenated_string"} or is_text(item):
            pending += reversed(operands(item))
        else:
            yield item


def _add(text: _Text, string: Node, style: str | None) -> None:
    for child in string.children:
        if child.type == "interpolation":
            text.text += hole(child.text or b"")
        elif child.type == "string_content":
            at = child.start_byte
            run = child.text or b""
            for special in child.named_children:
                before = run[at - child.start_byte : special.start_byte - child.start_byte]
                text.filled(before, at, style)
                text.text += _value(special, bytes_literal=_is_bytes(string))
                at = special.end_byte
            text.filled(run[at - child.start_byte :], at, style)


def _is_bytes(string: Node) -> bool:
    return "b" in text_of(string.children[0]).lower()


def _value(special: Node, *, bytes_literal: bool) -> bytes:
    """The text of an escape or a doubled brace, in UTF-8."""
    written = text_of(special)
    if special.type == "escape_interpolation":
        return written[:1].encode()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an escape that is none stands for itself
            value = ast.literal_eval(f'{"b" if bytes_literal else ""}"""{written}"""')
    except (SyntaxError, ValueError):  # a name that \N{…} does not know
        return hole(written.encode())
    return value if isinstance(value, bytes) else value.encode("utf-8", "replace")
