"""Comparisons of Python: the other side, and the chain of tests that one is in."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.python.subjects import is_same_again, last_name
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
from flake8_trtc.model import Place, Subject


def comparison(context: Context, parent: Node) -> Placement | None:
    """The step of a comparison: with what a literal in it is compared, and in which chain."""
    parts = operands(parent)
    operators = [text_of(node) for node in parent.children_by_field_name("operators")]
    at = position_in(parent, context.child)
    if at is None or len(parts) != len(operators) + 1:
        return None  # broken code
    sides = [(operators[at - 1], parts[at - 1], True)] if at > 0 else []
    sides += [(operators[at], parts[at + 1], False)] if at < len(operators) else []
    for operator, other, left in sides:
        if operator in {"==", "!="}:
            return _equal(context, parent, operator, other)
        if operator in _ORDERS_OF_SETS and _is_set(context.child):
            return context.held(Place.ELEMENT, context.names.of(other))
        if operator in {"in", "not in"} and left == (context.table is not None):
            other = _item_of(other, context.item) or other
            names = context.names
            named = names.asked(other, keys=False) if context.table is None else names.of(other)
            found = context.held(Place.MEMBERSHIP, named)
            subject = found.subject if is_same_again(other) else None
            return found._replace(chain=_member_chain(context, parent, operator, subject))
    return None


_ORDERS_OF_SETS = frozenset({"<=", ">=", "<", ">"})


def _is_set(node: Node) -> bool:
    made = node.type == "call" and last_name(field(node, "function")) in {"set", "frozenset"}
    return made or node.type in {"set", "set_comprehension"}


def _item_of(rows: Node, item: int | None) -> Node | None:
    """The part of `(code, lang)` that an item of each row is compared with."""
    if rows.type not in {"tuple", "list"} or item is None or item >= len(operands(rows)):
        return None
    return operands(rows)[item]


def _member_chain(
    context: Context, parent: Node, operator: str, subject: Subject | None
) -> tuple[int, str] | None:
    """The chain of `code in {…}`: that of its if statement, else the collection by itself."""
    if context.table is None or operator == "not in":
        return None
    start = _if_chain(parent)
    if start is None or subject is None:
        return context.table.start_byte, "in"
    return start, subject.text


def _equal(context: Context, parent: Node, operator: str, other: Node) -> Placement | None:
    if context.table is None:
        found = context.held(Place.COMPARISON, context.names.of(other))
        start = _if_chain(parent) if operator == "==" else None
        if start is None or found.subject is None or not is_same_again(other):
            return found
        return found._replace(chain=(start, found.subject.text))
    item = _item_of(other, context.item)
    if item is not None:
        return context._replace(table=None).held(Place.COMPARISON, context.names.of(item))
    return context.held(Place.ELEMENT, context.names.of(other))


def _if_chain(comparison: Node) -> int | None:
    """Where the if statement begins whose tests this comparison decides alone, or None."""
    return resolved(comparison, _CHAINS, _decided)


_CHAINS: dict[Node, int | None] = kept()


def _decided(test: Node) -> tuple[Node | None, int | None]:
    """The node that a test decides alone: a larger test, or an if statement at an offset."""
    parent = parent_of(test)
    kind = type_of(parent)
    if kind == "parenthesized_expression":
        return parent, None
    if kind == "boolean_operator":
        return (parent if text_of(field(parent, "operator")) == "or" else None), None
    if kind not in {"if_statement", "elif_clause"} or field(parent, "condition") != test:
        return None, None
    top = parent if kind == "if_statement" else parent_of(parent)
    return None, None if top is None else top.start_byte
