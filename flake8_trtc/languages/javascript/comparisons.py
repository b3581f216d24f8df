"""Comparisons of JavaScript: the other side, and the chain of tests that one is in."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.javascript.spelled import is_text
from flake8_trtc.languages.javascript.subjects import is_same_again
from flake8_trtc.languages.tree import enclosing, field, kept, parent_of, resolved, text_of, type_of
from flake8_trtc.model import Place

_EQUAL = frozenset({"===", "==", "!==", "!="})
_VALUE = frozenset({"||", "??", "&&", ","})


def binary(context: Context, parent: Node) -> Placement | Context | None:
    """The step of a comparison, or of an operator that gives one of its sides."""
    operator = text_of(field(parent, "operator"))
    if operator in _VALUE:
        last = field(parent, "right") == context.child and operator in {"||", "??"}
        return context.instead_of(field(parent, "left")) if last else context
    left, right = field(parent, "left"), field(parent, "right")
    other = right if context.child == left else left
    if operator == "in" and context.key and context.child == right:
        return context.held(Place.MEMBERSHIP, context.names.of(left))
    if operator == "in" and context.table is None and context.child == left:
        return context.held(Place.LOOKUP, context.names.asked(right))._replace(converts=True)
    if operator not in _EQUAL or context.table is not None:
        return None
    found = context.held(Place.COMPARISON, context.names.of(other))
    found = found._replace(converts=len(operator) == 2 or is_text(other))
    start = _if_chain(parent) if operator.startswith("==") else None
    if start is None or found.subject is None or not is_same_again(other):
        return found
    return found._replace(chain=(start, found.subject.text))


def _if_chain(comparison: Node) -> int | None:
    """Where the if statement begins whose tests this comparison decides alone, or None."""
    return resolved(comparison, _CHAINS, _decided)


_CHAINS: dict[Node, int | None] = kept()


def _decided(test: Node) -> tuple[Node | None, int | None]:
    """The node that a test, or the if statement of one, decides: a larger one, or a chain.

    With the offset of the statement that the chain begins with.
    """
    parent = parent_of(test)
    kind = type_of(parent)
    if test.type == "if_statement":
        return (None, test.start_byte) if kind != "else_clause" else (parent_of(parent), None)
    if kind == "parenthesized_expression":
        return parent, None
    if kind == "binary_expression":
        return (parent if text_of(field(parent, "operator")) == "||" else None), None
    alone = kind == "if_statement" and field(parent, "condition") == test
    return (parent if alone else None), None


def ternary(context: Context, parent: Node) -> Context | None:
    """The step of one of the two values of a conditional expression."""
    if field(parent, "condition") == context.child:
        return None
    first = field(parent, "consequence")
    return context.instead_of(field(parent, "alternative") if first == context.child else first)


def case(context: Context, parent: Node) -> Placement | None:
    """The step of what a `switch` is compared with."""
    switch = enclosing(parent, frozenset({"switch_statement"}))
    if field(parent, "value") != context.child or switch is None:
        return None
    subject = context.names.of(field(switch, "value"))
    return Placement(Place.CASE, subject, chain=(switch.start_byte, "switch"))
