"""The steps from a Python literal to its place, one a node type."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import (
    Context,
    Placement,
    Step,
    collection,
    held_under,
    lookup,
    search,
    through,
    value_of_constant,
)
from flake8_trtc.languages.names import Likeness, table_likeness
from flake8_trtc.languages.python import calls
from flake8_trtc.languages.python.arguments import argument, dotted, is_bound
from flake8_trtc.languages.python.comparisons import comparison
from flake8_trtc.languages.python.functions import own_nodes
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.tree import (
    enclosing,
    field,
    kept,
    operands,
    parent_of,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.model import Place, Subject

_FUNCTIONS = frozenset({"function_definition"})
_SCOPES = frozenset({"function_definition", "lambda", "class_definition", "module"})
_SEARCHES = frozenset({"get", "pop", "index", "count", "__contains__"})


def _conditional(context: Context, parent: Node) -> Context | None:
    parts = operands(parent)
    if len(parts) != 3 or parts[1] == context.child:
        return None
    return context.instead_of(parts[2 if parts[0] == context.child else 0])


def _either(context: Context, parent: Node) -> Context:
    last = field(parent, "right") == context.child and text_of(field(parent, "operator")) == "or"
    return context.instead_of(field(parent, "left")) if last else context


def _pair(context: Context, parent: Node) -> Placement | Context | None:
    key = field(parent, "key")
    if context.child == key:
        return context.as_key(parent)
    text = plain_string(key)
    if text in calls.RELATIONS and _relates(parent, text):
        return _related(context, text)
    if key is None or context.table is not None:
        return _nested(context, text)
    if value_of_constant(key) is not None:
        return context  # as under the number
    subject = context.names.of(key) if text is None else dotted(text)
    if subject is None:
        return context
    base = subject.base or held_under(parent, subject.name, _key_of) or _declared(parent)
    return context.held(Place.VALUE, subject._replace(base=base))


def _key_of(pair: Node) -> str:
    return plain_string(field(pair, "key")) or last_name(field(pair, "key"))


_NEAR = frozenset({"assignment", "argument_list", "lambda", "function_definition"})


def _declared(pair: Node) -> str:
    """The name of the constant that a dictionary, of which a pair is, is the value of."""
    around = enclosing(pair, _NEAR)
    while type_of(around) == "argument_list" and around is not None:
        made = last_name(field(parent_of(around), "function")) in calls.COLLECTIONS
        around = enclosing(around, _NEAR) if made else None
    if around is None or around.type != "assignment":
        return ""
    name = last_name(field(around, "left"))
    return "" if name in calls.FAKED else name


def _relates(pair: Node, key: str) -> bool:
    """True if a key only says how a value relates to the key around it."""
    return key.startswith("$") or type_of(parent_of(parent_of(pair))) == "pair"


def _related(context: Context, key: str) -> Placement | Context:
    """The value of a relation; in an expression, `{"$eq": ["$code", 16388]}`, that of its field."""
    for part in operands(context.child)[:2] if context.item is not None else ():
        text = plain_string(part) or ""
        if text.startswith("$"):
            place = Place.COMPARISON if context.child == context.table else Place.MEMBERSHIP
            table = None if context.child == context.table else context.table
            return context._replace(table=table).held(place, dotted(text.lstrip("$")))
    return context._replace(closed=context.closed + 1, relation=calls.RELATIONS[key])


_DEEPEST = 16
"""How many keys without a meaning are gone past, for each collection anew."""


def _nested(context: Context, key: str | None) -> Placement | Context | None:
    """A collection under a key: of codes where that says so, else what is said further out."""
    named = Likeness.NEUTRAL if key is None else table_likeness(key)
    if named is Likeness.CODE or (named is Likeness.OTHER and not context.key):
        return context.held(Place.ELEMENT, Subject(key or "", key or ""))
    return context._replace(closed=context.closed + 1) if context.closed < _DEEPEST else None


def _keyword(context: Context, parent: Node) -> Placement | Context | None:
    """A keyword, judged by its own name: `code__in=[…]` asks a column as Django does."""
    name = text_of(field(parent, "name"))
    if name in calls.CARRIED:
        return context
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
    if context.child not in (field(parent, "value"), field(parent, "type")) or name is None:
        return None
    return context.held(Place.VALUE, Subject(text_of(name), text_of(name)))


def _assignment(context: Context, parent: Node) -> Placement | None:
    left = field(parent, "left") or field(parent, "name")
    given = (field(parent, "right"), field(parent, "value"), field(parent, "type"))
    if context.child not in given or left is None:
        return None
    if left.type in {"pattern_list", "tuple_pattern", "list_pattern"}:
        targets = operands(left)
        if context.item is None or context.item >= len(targets):
            return None
        left, context = targets[context.item], context._replace(table=None)
    subject = context.names.bound(left)
    if context.item == 0 and context.table == field(parent, "right") and _is_enumerated(parent):
        context = context._replace(table=None)  # with its label
    if context.table is not None:
        subject = context.names.table(left, subject, keys=context.key)
    table = _enumeration(parent) if left.type == "identifier" else ""
    if table and subject is not None and not subject.base:
        subject = subject._replace(base=table)
    return context.held(Place.VALUE, subject)


def _enumeration(assignment: Node) -> str:
    """The class whose constant an assignment is: an enumeration's member, a name in capitals."""
    around = enclosing(assignment, _SCOPES)
    if type_of(around) != "class_definition":
        return ""
    constant = text_of(field(assignment, "left")).isupper() or _is_enumerated(assignment)
    return text_of(field(around, "name")) if constant else ""


def _is_enumerated(assignment: Node) -> bool:
    """True if an assignment gives an enumeration, or Django's choices, a member."""
    around = enclosing(assignment, _SCOPES)
    bases = operands(listed) if (listed := field(around, "superclasses")) is not None else []
    return any(last_name(base).endswith(("Enum", "Flag", "Choices")) for base in bases)


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
    compared = _compared_in(parent, left)
    if compared is not None:
        searched = text_of(field(parent_of(compared), "operators")).endswith("in")
        place = Place.ELEMENT if searched else Place.MEMBERSHIP
        return context.held(place, context.names.of(compared))
    return context.held(Place.ELEMENT, context.names.of(left))


_COMPARED: dict[Node, Node | None] = kept()


def _compared_in(clause: Node, name: Node) -> Node | None:
    """The subject of `any(code == c for c in (16388, 16451))`: code."""
    if clause.type != "for_in_clause" or name.type != "identifier":
        return None
    if clause not in _COMPARED:
        _COMPARED[clause] = _compared_with(parent_of(clause), text_of(name))
    return _COMPARED[clause]


def _compared_with(comprehension: Node | None, name: str) -> Node | None:
    for node in own_nodes(comprehension):
        parts = operands(node) if node.type == "comparison_operator" else []
        if len(parts) == 2 and name in map(text_of, parts):
            asked = text_of(field(node, "operators")) in {"==", "!=", "in", "not in"}
            return parts[text_of(parts[0]) == name] if asked else None
    return None


def _return(context: Context, parent: Node) -> Placement | None:
    function = enclosing(parent, _FUNCTIONS)
    name = text_of(field(function, "name")) if function is not None else ""
    return context.held(Place.VALUE, Subject(name, name)) if name else None


def _lambda(context: Context, parent: Node) -> Context | None:
    return context if field(parent, "body") == context.child else None


def _annotated(context: Context, parent: Node) -> Context | None:
    """`Annotated[int, Field(default=16388)]`, which is no type like `Literal[16388]`."""
    annotated = context.child.type == "type_parameter" and text_of(operands(parent)[0])
    return context if annotated and annotated.endswith("Annotated") else None


def _typed(context: Context, parent: Node) -> Placement | None:
    """A parameter whose annotation declares a default."""
    name = operands(parent)[0]
    if field(parent, "type") != context.child:
        return None
    return context.held(Place.VALUE, Subject(text_of(name), text_of(name)))


def _type(context: Context, parent: Node) -> Context | None:
    """An annotation, in which only a call declares a value."""
    return context if context.child.type in {"call", "generic_type"} else None


def _alias(context: Context, parent: Node) -> Placement | None:
    """`type(err).code = Mock(…)`, which the grammar takes for a type's name."""
    name = text_of(field(parent, "left")).rpartition(".")[2]
    given = field(parent, "right") == context.child and name.isidentifier()
    return context.held(Place.VALUE, Subject(name, name)) if given else None


def _algebra(context: Context, parent: Node) -> Placement | Context | None:
    """A collection that is joined or met with another one: `codes & {16388}`."""
    operator = text_of(field(parent, "operator"))
    if context.table is None:  # but what makes values, joined by a test's strategies
        return context if operator == "|" and context.child.type == "call" else None
    if operator == "*":  # `[16388] * 10`
        return context if context.child.type in {"list", "tuple"} else None
    if operator not in _JOINS:
        return None
    left, right = field(parent, "left"), field(parent, "right")
    whole = resolved(parent, _WHOLES, _joined) or parent
    other = context.names.of(right if left == context.child else resolved(left, _FIRSTS, _first))
    named = Likeness.NEUTRAL if other is None else table_likeness(other.name)
    if other is not None and other.name and (named is not Likeness.NEUTRAL or not is_bound(whole)):
        return context.held(Place.ELEMENT, other)
    return context._replace(child=whole)


_JOINS = frozenset({"|", "&", "-", "^", "+"})
_WHOLES: dict[Node, Node | None] = kept()


_FIRSTS: dict[Node | None, Node | None] = kept()


def _first(node: Node | None) -> tuple[Node | None, Node | None]:
    """The first operand of a chain of operators."""
    joins = type_of(node) == "binary_operator" and text_of(field(node, "operator")) in _JOINS
    return (field(node, "left"), None) if joins else (None, node)


def _joined(node: Node) -> tuple[Node | None, Node | None]:
    """The whole of what is joined by a chain of operators."""
    parent = parent_of(node)
    joins = type_of(parent) == "binary_operator" and text_of(field(parent, "operator")) in _JOINS
    return (parent, None) if joins else (None, node)


_search = search("call", "attribute", _SEARCHES, calls.RELATED, chained=False)


def _attribute(context: Context, parent: Node) -> Placement | Context | None:
    """A method of a collection: `.items()` makes rows of it, others search it."""
    if text_of(field(parent, "attribute")) in {"items", "keys", "values"} and context.table:
        return context._replace(item=0 if context.key else 1)
    return _search(context, parent)


STEPS: dict[str, Step] = {
    "lambda": _lambda,
    "type_parameter": through,
    "type": _type,
    "type_alias_statement": _alias,
    "generic_type": _annotated,
    "typed_parameter": _typed,
    "binary_operator": _algebra,
    "dictionary_splat": through,
    "list_splat": through,
    "parenthesized_expression": through,
    "boolean_operator": _either,
    "call": through,
    "conditional_expression": _conditional,
    "comparison_operator": comparison,
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
    "yield": _return,
    "subscript": lookup("value", "subscript"),
    "attribute": _attribute,
    "argument_list": argument,
}
