"""The steps from a Python literal to its place, one a node type."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import (
    Context,
    Placement,
    Step,
    collection,
    lookup,
    search,
    through,
)
from flake8_trtc.languages.python.arguments import argument
from flake8_trtc.languages.python.subjects import is_same_again, last_name
from flake8_trtc.languages.tree import (
    enclosing,
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

_FUNCTIONS = frozenset({"function_definition"})
_SEARCHES = frozenset({"get", "pop", "index", "count", "__contains__"})


def _conditional(context: Context, parent: Node) -> Context | None:
    parts = operands(parent)
    return None if len(parts) == 3 and parts[1] == context.child else context


def _comparison(context: Context, parent: Node) -> Placement | None:
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
        if operator in {"in", "not in"} and left == (context.table is not None):
            found = context.held(Place.MEMBERSHIP, context.names.of(other))
            subject = found.subject if is_same_again(other) else None
            return found._replace(chain=_member_chain(context, parent, operator, subject))
    return None


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
    if other.type in {"tuple", "list"} and context.item is not None:
        pair = operands(other)
        if context.item < len(pair):
            subject = context.names.of(pair[context.item])
            return context._replace(table=None).held(Place.COMPARISON, subject)
    return context.held(Place.ELEMENT, context.names.of(other))


def _if_chain(comparison: Node) -> int | None:
    """Where the if statement begins whose tests this comparison decides alone, or None."""
    return resolved(comparison, _CHAINS, _decided)


_CHAINS: dict[Node, int | None] = kept()


def _decided(test: Node) -> tuple[Node | None, int | None]:
    """What a test decides alone: a larger test, or an if statement, which begins at an offset."""
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


def _pair(context: Context, parent: Node) -> Placement | Context | None:
    key = field(parent, "key")
    if context.child == key:
        return context.as_key(parent)
    if key is None or context.key:
        return context
    dictionary = parent_of(parent)
    around = enclosing(dictionary, frozenset({"assignment"})) if dictionary is not None else None
    base = last_name(field(around, "left")) if around is not None else ""
    subject = context.names.of(key)
    if subject is None:
        return context
    return context.held(Place.VALUE, subject._replace(base=base))


def _keyword(context: Context, parent: Node) -> Placement | None:
    """A keyword, judged by its own name: `code__in=[…]` asks a column as Django does."""
    name = text_of(field(parent, "name"))
    column, lookups = name.partition("__")[0], name.split("__")[1:]
    if not lookups or not column or name.startswith("__"):
        return context.held(Place.VALUE, context.names.given(Subject(name, name), parent))
    if _ORDERS.intersection(lookups):
        return None
    if not _LOOKUPS.intersection(lookups[-1:]):
        return context.held(Place.VALUE, Subject(name, name))
    key = next((part for part in reversed(name.split("__")) if part not in _LOOKUPS), column)
    return context.held(
        Place.MEMBERSHIP if context.table is not None else Place.COMPARISON, Subject(name, key)
    )


_LOOKUPS = frozenset({"in", "exact", "iexact", "ne", "not", "notin", "nin", "contains"})
_ORDERS = frozenset({"gt", "gte", "lt", "lte", "range", "startswith", "regex"})


def _default(context: Context, parent: Node) -> Placement | None:
    name = field(parent, "name")
    if field(parent, "value") != context.child or name is None:
        return None
    return context.held(Place.VALUE, Subject(text_of(name), text_of(name)))


def _assignment(context: Context, parent: Node) -> Placement | None:
    left = field(parent, "left") or field(parent, "name")
    if context.child not in (field(parent, "right"), field(parent, "value")) or left is None:
        return None
    if left.type in {"pattern_list", "tuple_pattern", "list_pattern"}:
        targets = operands(left)
        if context.item is None or context.item >= len(targets):
            return None
        left, context = targets[context.item], context._replace(table=None)
    return context.held(Place.VALUE, context.names.bound(left))


def _augmented(context: Context, parent: Node) -> Placement | None:
    if context.table is None:
        return None
    return context.held(Place.ELEMENT, context.names.of(field(parent, "left")))


def _loop(context: Context, parent: Node) -> Placement | None:
    left = field(parent, "left")
    if context.table is None or field(parent, "right") != context.child or left is None:
        return None
    if left.type in {"pattern_list", "tuple_pattern"}:
        targets = operands(left)
        if context.item is None or context.item >= len(targets):
            return None
        left = targets[context.item]
    return context.held(Place.ELEMENT, context.names.of(left))


def _return(context: Context, parent: Node) -> Placement | None:
    function = enclosing(parent, _FUNCTIONS)
    name = text_of(field(function, "name")) if function is not None else ""
    return context.held(Place.VALUE, Subject(name, name)) if name else None


STEPS: dict[str, Step] = {
    "parenthesized_expression": through,
    "boolean_operator": through,
    "call": through,
    "conditional_expression": _conditional,
    "comparison_operator": _comparison,
    "tuple": collection,
    "list": collection,
    "set": collection,
    "expression_list": collection,
    "dictionary": collection,
    "pair": _pair,
    "keyword_argument": _keyword,
    "default_parameter": _default,
    "typed_default_parameter": _default,
    "assignment": _assignment,
    "named_expression": _assignment,
    "augmented_assignment": _augmented,
    "for_statement": _loop,
    "for_in_clause": _loop,
    "return_statement": _return,
    "subscript": lookup("value", "subscript"),
    "attribute": search("call", "attribute", _SEARCHES, chained=False),
    "argument_list": argument,
}
