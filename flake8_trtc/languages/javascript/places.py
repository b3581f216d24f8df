"""What a JavaScript literal does where it stands: the steps of the climb, one a node type."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.climb import (
    Climb,
    Placement,
    Step,
    collection,
    enclosing,
    field,
    kept,
    lookup,
    operands,
    parent_of,
    resolved,
    search,
    text_of,
    through,
    type_of,
)
from flake8_trtc.languages.javascript.arguments import argument
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.subjects import is_same_again, last_name
from flake8_trtc.model import Place, Subject

_EQUAL = frozenset({"===", "==", "!==", "!="})
_VALUE = frozenset({"||", "??", "&&", ","})
_NAMED_FUNCTIONS = frozenset({"function_declaration", "method_definition", "function_expression"})
_SEARCHES = frozenset({"includes", "indexOf", "lastIndexOf", "has", "get", "some", "find"})


def _binary(climb: Climb, parent: Node) -> Placement | Climb | None:
    operator = text_of(field(parent, "operator"))
    if operator in _VALUE:
        return climb
    left, right = field(parent, "left"), field(parent, "right")
    other = right if climb.child == left else left
    if operator == "in" and climb.key and climb.child == right:
        return climb.held(Place.MEMBERSHIP, climb.names.of(left))
    if operator not in _EQUAL or climb.table is not None:
        return None
    found = climb.held(Place.COMPARISON, climb.names.of(other))
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


def _ternary(climb: Climb, parent: Node) -> Climb | None:
    return None if field(parent, "condition") == climb.child else climb


def _case(climb: Climb, parent: Node) -> Placement | None:
    switch = enclosing(parent, frozenset({"switch_statement"}))
    if field(parent, "value") != climb.child or switch is None:
        return None
    subject = climb.names.of(field(switch, "value"))
    return Placement(Place.CASE, subject, chain=(switch.start_byte, "switch"))


def _pair(climb: Climb, parent: Node) -> Placement | Climb | None:
    key = field(parent, "key")
    if climb.child == key:
        return climb.as_key(parent)
    if key is None or climb.key:
        return climb
    name = plain_string(key) or last_name(key)
    if key.type == "computed_property_name":
        name = last_name(next(iter(operands(key)), None))
    if not name:
        return climb
    declared = enclosing(parent, frozenset({"variable_declarator", "statement_block"}))
    base = last_name(field(declared, "name")) if declared is not None else ""
    return climb.held(Place.VALUE, climb.names.given(Subject(name, name, base), parent))


def _bound(name: str, value: str) -> Step:
    """The step of a node that binds the name in one field to the value in another."""

    def step(climb: Climb, parent: Node) -> Placement | None:
        target = field(parent, name)
        if field(parent, value) != climb.child or target is None:
            return None
        if target.type in {"array_pattern", "object_pattern"}:
            return None
        return climb.held(Place.VALUE, climb.names.bound(target))

    return step


def _return(climb: Climb, parent: Node) -> Placement | None:
    function = enclosing(parent, _NAMED_FUNCTIONS | {"arrow_function"})
    return _given_back(climb, function) if function is not None else None


def _arrow(climb: Climb, parent: Node) -> Placement | None:
    return _given_back(climb, parent) if field(parent, "body") == climb.child else None


def _given_back(climb: Climb, function: Node) -> Placement | None:
    """What a function gives back is called what the function is called."""
    name = last_name(field(function, "name"))
    holder = parent_of(function)
    if not name and holder is not None and holder.type in {"variable_declarator", "pair"}:
        name = last_name(field(holder, "name") or field(holder, "key"))
    return climb.held(Place.VALUE, Subject(name, name)) if name else None


def _attribute(climb: Climb, parent: Node) -> Placement | None:
    """A JSX attribute: `<Failure code={16388} />`."""
    parts = operands(parent)
    name = text_of(parts[0])
    return climb.held(Place.VALUE, Subject(name, name)) if parts[-1] == climb.child else None


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
    "enum_assignment": _bound("name", "value"),
    "return_statement": _return,
    "arrow_function": _arrow,
    "subscript_expression": lookup("object", "index"),
    "member_expression": search("call_expression", "property", _SEARCHES, chained=True),
    "jsx_attribute": _attribute,
    "arguments": argument,
}
