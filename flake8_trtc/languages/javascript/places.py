"""The steps from a JavaScript literal to its place, one a node type."""

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
from flake8_trtc.languages.javascript.arguments import argument
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.subjects import is_same_again, last_name
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

_EQUAL = frozenset({"===", "==", "!==", "!="})
_VALUE = frozenset({"||", "??", "&&", ","})
_NAMED_FUNCTIONS = frozenset({"function_declaration", "method_definition", "function_expression"})
_RELATED = frozenset(
    "isDisjointFrom isSubsetOf isSupersetOf intersection difference symmetricDifference".split()
)
_SEARCHES = frozenset({"includes", "indexOf", "lastIndexOf", "has", "get", "some", "find"})


def _binary(context: Context, parent: Node) -> Placement | Context | None:
    operator = text_of(field(parent, "operator"))
    if operator in _VALUE:
        return context
    left, right = field(parent, "left"), field(parent, "right")
    other = right if context.child == left else left
    if operator == "in" and context.key and context.child == right:
        return context.held(Place.MEMBERSHIP, context.names.of(left))
    if operator not in _EQUAL or context.table is not None:
        return None
    found = context.held(Place.COMPARISON, context.names.of(other))
    found = found._replace(converts=len(operator) == 2)
    start = _if_chain(parent) if operator.startswith("==") else None
    if start is None or found.subject is None or not is_same_again(other):
        return found
    return found._replace(chain=(start, found.subject.text))


def _if_chain(comparison: Node) -> int | None:
    """Where the if statement begins whose tests this comparison decides alone, or None."""
    return resolved(comparison, _CHAINS, _decided)


_CHAINS: dict[Node, int | None] = kept()


def _decided(test: Node) -> tuple[Node | None, int | None]:
    """What a test, or the if statement of one, decides alone: a larger one, or it begins a chain.

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


def _ternary(context: Context, parent: Node) -> Context | None:
    return None if field(parent, "condition") == context.child else context


def _case(context: Context, parent: Node) -> Placement | None:
    switch = enclosing(parent, frozenset({"switch_statement"}))
    if field(parent, "value") != context.child or switch is None:
        return None
    subject = context.names.of(field(switch, "value"))
    return Placement(Place.CASE, subject, chain=(switch.start_byte, "switch"))


def _pair(context: Context, parent: Node) -> Placement | Context | None:
    key = field(parent, "key")
    if context.child == key:
        return context.as_key(parent)
    if key is None or context.key:
        return context
    name = plain_string(key) or last_name(key)
    if key.type == "computed_property_name":
        name = last_name(next(iter(operands(key)), None))
    if not name:
        return context
    declared = enclosing(parent, frozenset({"variable_declarator", "statement_block"}))
    base = last_name(field(declared, "name")) if declared is not None else ""
    return context.held(Place.VALUE, context.names.given(Subject(name, name, base), parent))


def _bound(name: str, value: str) -> Step:
    """The step of a node that binds the name in one field to the value in another."""

    def step(context: Context, parent: Node) -> Placement | None:
        target = field(parent, name)
        if field(parent, value) != context.child or target is None:
            return None
        if target.type in {"array_pattern", "object_pattern"}:
            return None
        return context.held(Place.VALUE, context.names.bound(target))

    return step


def _member(context: Context, parent: Node) -> Placement | None:
    """A member of an enum, which may be a table of codes by the enum's name."""
    name, around = (
        text_of(field(parent, "name")),
        enclosing(parent, frozenset({"enum_declaration"})),
    )
    if field(parent, "value") != context.child or not name:
        return None
    return context.held(Place.VALUE, Subject(name, name, text_of(field(around, "name"))))


def _return(context: Context, parent: Node) -> Placement | None:
    function = enclosing(parent, _NAMED_FUNCTIONS | {"arrow_function"})
    return _given_back(context, function) if function is not None else None


def _arrow(context: Context, parent: Node) -> Placement | None:
    return _given_back(context, parent) if field(parent, "body") == context.child else None


def _given_back(context: Context, function: Node) -> Placement | None:
    """What a function gives back is called what the function is called."""
    name = last_name(field(function, "name"))
    holder = parent_of(function)
    if not name and holder is not None and holder.type in {"variable_declarator", "pair"}:
        name = last_name(field(holder, "name") or field(holder, "key"))
    return context.held(Place.VALUE, Subject(name, name)) if name else None


def _attribute(context: Context, parent: Node) -> Placement | None:
    """A JSX attribute: `<Failure code={16388} />`."""
    parts = operands(parent)
    name = text_of(parts[0])
    return context.held(Place.VALUE, Subject(name, name)) if parts[-1] == context.child else None


STEPS: dict[str, Step] = {
    "parenthesized_expression": through,
    "as_expression": through,
    "satisfies_expression": through,
    "non_null_expression": through,
    "type_assertion": through,
    "call_expression": through,
    "new_expression": through,
    "jsx_expression": through,
    "spread_element": through,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "switch_case": _case,
    "array": collection,
    "object": collection,
    "pair": _pair,
    "computed_property_name": through,
    "variable_declarator": _bound("name", "value"),
    "assignment_expression": _bound("left", "right"),
    "assignment_pattern": _bound("left", "right"),
    "object_assignment_pattern": _bound("left", "right"),
    "field_definition": _bound("property", "value"),
    "public_field_definition": _bound("name", "value"),
    "required_parameter": _bound("pattern", "value"),
    "optional_parameter": _bound("pattern", "value"),
    "enum_assignment": _member,
    "return_statement": _return,
    "arrow_function": _arrow,
    "subscript_expression": lookup("object", "index"),
    "member_expression": search("call_expression", "property", _SEARCHES, _RELATED, chained=True),
    "jsx_attribute": _attribute,
    "arguments": argument,
}
