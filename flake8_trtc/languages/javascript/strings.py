"""The text of a string expression of JavaScript, and where each byte of it stands in the source.

Covers strings and templates, their escapes and holes, `+` and `join`. What the program puts in at
run time becomes an identifier, so that the text still parses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node, Tree

from flake8_trtc._lean import regex
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.joined import Joined
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

LITERALS = frozenset({"string", "template_string"})
_HOLE = b"_" * 16
_SINGLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_PARTING = regex(r"[\\`]|\$\{")
"""Characters that a template would have to escape; a tagged one takes them as they are written."""
_NEWLINE = regex(r"\\(?:\r\n|[\r\n\u2028\u2029])")


def is_text(node: Node) -> bool:
    """True if an expression is a string, or strings put together with `+` or `join`."""
    return is_or_holds(node, _TEXTS, lambda item: item.type in LITERALS, _joined)


_TEXTS: dict[Node, bool] = kept()


def _joined(node: Node) -> list[Node]:
    """The operands of `+` or `join`, or the expression in parentheses."""
    if node.type == "call_expression":
        items = joined_items(node)
        return [] if items is None else operands(items)
    added = node.type == "binary_expression" and text_of(field(node, "operator")) == "+"
    return operands(node) if added or node.type == "parenthesized_expression" else []


def joined_items(call: Node) -> Node | None:
    """The array in `[…].join("…")`; None for another call."""
    function = field(call, "function")
    items = field(function, "object")
    if type_of(items) != "array" or text_of(field(function, "property")) != "join":
        return None
    arguments = call_arguments(call)
    return items if len(arguments) == 1 and arguments[0].type in LITERALS else None


def joined(expressions: Iterable[Node | None], between: bytes) -> tuple[bytes, SpanMap]:
    """The text of several string expressions in UTF-8, and its map to the source.

    between: what stands between two of them. None stands for nothing.
    """
    text = Joined()
    for at, expression in enumerate(expressions):
        text.text += between if at else b""
        for part in _parts(expression) if expression is not None else ():
            if isinstance(part, bytes):
                text.text += part
            else:
                _add(text, part)
    return text.done()


def _parts(node: Node) -> Iterator[Node | bytes]:
    """The literals and values that a string expression is made of, and what is put between them."""
    pending: list[Node | bytes] = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, bytes) or item.type in LITERALS or not is_text(item):
            yield item
        elif item.type == "call_expression":
            between = joined(call_arguments(item), b"")[0]
            for at, part in enumerate(reversed(_joined(item))):
                pending += [between, part] if at else [part]
        else:
            pending += reversed(operands(item))


def _add(text: Joined, part: Node) -> None:
    """Add a literal; a name for a value."""
    if part.type not in LITERALS:
        text.text += _HOLE
        return
    for child in part.named_children:
        if child.type == "string_fragment":
            text.plain(child.text or b"", child.start_byte)
        elif child.type == "escape_sequence":
            text.text += _value(text_of(child)).encode("utf-8", "replace")
        elif child.type == "template_substitution":
            text.text += _HOLE


def _value(escape: str) -> str:
    """The text of an escape."""
    if _NEWLINE.fullmatch(escape) is not None:
        return ""
    letter, digits = escape[1:2], escape[2:].strip("{}")
    if letter in {"x", "u"} and digits:
        return chr(min(int(digits, 16), 0x10FFFF))
    return _SINGLE.get(escape[1:], escape[1:])


def encoded(text: str, literal: Node) -> str | None:
    """A text as it has to be written in a literal so that `joined` gives it back.

    None where the literal has no way to write it: an attribute of JSX knows no escapes.
    """
    if type_of(parent_of(literal)) == "jsx_attribute":
        return None
    if literal.type == "template_string":
        return None if _PARTING.search(text) is not None else text
    quote = text_of(literal)[:1]
    text = text.replace("\\", "\\\\").replace(quote, "\\" + quote)
    return text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")


def literal_at(tree: Tree, offset: int) -> Node | None:
    """The string or template whose content a byte offset is in, or ends."""
    node = tree.root_node.descendant_for_byte_range(offset, offset)
    return node if node is None or node.type in LITERALS else enclosing(node, LITERALS)


def literals_around(root: Node, spans: Iterable[Span]) -> Iterator[Node]:
    """The string literals that hold something at one of some spans, and more than a number.

    One that is a part of a longer text may hold just that.
    """
    find = Finder(root).at
    for span in sorted(spans):
        node: Node | None = find(*span)
        if type_of(node) == "string_fragment":
            node = parent_of(node)
        if node is None or node.type not in LITERALS:
            continue
        around = parent_of(node)
        joined = around is not None and is_text(around)
        if joined or SPELLED.fullmatch(plain_string(node) or "") is None:
            yield node
