"""The place of a JavaScript literal among what a test asserts, and of what a callback is given."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.javascript import calls
from flake8_trtc.languages.javascript.grammar import parameters_of, plain_string
from flake8_trtc.languages.javascript.linked import Links
from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.javascript.targets import own_nodes
from flake8_trtc.languages.javascript.unwrapped import unwrapped
from flake8_trtc.languages.names import tells_of_errors
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    kept,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.model import Place, Subject

_FUNCTIONS = frozenset({"arrow_function", "function_expression", "function_declaration"})
_EQUAL = frozenset({"===", "==", "!==", "!="})


def asserted(context: Context, call: Node, name: str, at: int) -> Placement | Context | None:
    """An argument of an assertion, and what it is compared with."""
    arguments, receiver = call_arguments(call), field(field(call, "function"), "object")
    if name in calls.SUBJECTS and at == 0 and context.table is not None:
        return _searched(context, call)
    if name in calls.CALLED_WITH:
        return _called_with(context, receiver, arguments, at)
    if name in {"should", "and"}:
        return _should(context, receiver, arguments, at)
    if name in calls.PROPERTY and at == 1 + (name.endswith("Val")):
        path = arguments[at - 1]
        last = operands(path)[-1] if path.type == "array" and operands(path) else path
        key = (plain_string(last) or "").rpartition(".")[2]
        return context.held(Place.COMPARISON, Subject(key, key)) if key else None
    about = None if at else _expected(receiver)
    if about is not None:
        return _compared(context, name, about)
    if at > 1 or len(arguments) < 2:
        return None
    other = context.names.of(arguments[1 - at])
    if name in calls.ASSERTED:
        place = Place.COMPARISON if context.table is None else Place.ELEMENT
        return context.held(place, other)
    if name in {"oneOf", "include", "includes", "notInclude"} and text_of(receiver) == "assert":
        held = Place.MEMBERSHIP if context.table is not None else Place.LOOKUP
        return context.held(held, other) if held is Place.MEMBERSHIP or at == 1 else None
    return None


def _compared(context: Context, name: str, about: Node) -> Placement | None:
    """A value, or a collection, that what a test is about is compared with."""
    if context.table is None and name in calls.HOLD:
        return context.held(Place.LOOKUP, context.names.asked(about, keys=False))
    subject = context.names.of(about)
    if context.table is None:
        return context.held(Place.COMPARISON, subject) if name in calls.EQUAL else None
    if name in calls.ONE_OF:
        return context.held(Place.MEMBERSHIP, subject)
    return context.held(Place.ELEMENT, subject) if name in calls.MEMBERS else None


_SAID = Links(frozenset({"should", "and"}))


def _should(
    context: Context, receiver: Node | None, arguments: list[Node], at: int
) -> Placement | None:
    """Cypress's `should("eq", 16388)`, `should("have.property", "code", 16388)`."""
    matcher = (plain_string(arguments[0]) or "").rpartition(".")[2]
    if receiver is None or at == 0:
        return None
    if matcher in calls.PROPERTY and at == 2:
        key = plain_string(arguments[1]) or ""
        return context.held(Place.COMPARISON, Subject(key, key))
    return _compared(context, matcher, _SAID.base(receiver)) if at == 1 else None


def _called_with(
    context: Context, receiver: Node | None, arguments: list[Node], at: int
) -> Placement | None:
    """The parameter that `expect(showError).toHaveBeenCalledWith(16388)` is about."""
    about = _expected(receiver) or (arguments[0] if at else None)
    name = "" if about is None else last_name(about)
    if not tells_of_errors(name):
        return None
    return context.held(Place.ARGUMENT, Subject(name, name))


def _searched(context: Context, call: Node) -> Placement | None:
    """`expect([16388]).toContain(code)`: in what it is looked for."""
    node: Node | None = parent_of(call)
    while type_of(node) == "member_expression":
        outer = parent_of(node)
        if type_of(outer) == "call_expression" and outer is not None:
            name, arguments = last_name(field(outer, "function")), call_arguments(outer)
            if not arguments or name not in calls.HOLD | calls.MEMBERS:
                return None
            place = Place.MEMBERSHIP if name in calls.HOLD else Place.ELEMENT
            return context.held(place, context.names.of(arguments[0]))
        node = outer
    return None


def _expected(receiver: Node | None) -> Node | None:
    """The subject of `expect(x).not.to`, or of `x.code.should`; None for any other chain of calls.

    Where a property of it is taken on the way it is about that: `.have.property("code").that`.
    """
    node = receiver
    while node is not None:
        if node.type == "member_expression":
            if text_of(field(node, "property")) == "should":
                return field(node, "object")
            node = field(node, "object")
            continue
        name = last_name(field(node, "function")) if node.type == "call_expression" else ""
        if name == "property":
            return node
        if name in calls.SUBJECTS:
            about = next(iter(call_arguments(node)), None)
            return _result_of(about) if name == "poll" else about
        return None
    return None


def _result_of(function: Node | None) -> Node | None:
    """The result of a function that is written out: `() => err.getCode()`."""
    body = field(function, "body")
    if body is None or body.type != "statement_block":
        return body or function
    returned = [node for node in operands(body) if node.type == "return_statement"]
    return next(iter(operands(returned[-1])), None) if returned else None


def called_back(context: Context, call: Node, name: str) -> Placement | None:
    """A collection whose elements a test, or a property, is called with: `each`, `constantFrom`."""
    outer = parent_of(call) if name == "each" else parent_of(parent_of(call))
    if outer is None or name not in {"each", "constantFrom"}:
        return None
    given = call_arguments(outer)
    functions = [part for part in given if part.type in _FUNCTIONS]
    if not functions:
        return None
    if name == "constantFrom":
        return by_parameter(context, functions[-1], given.index(call) if call in given else 0)
    return by_parameter(context, functions[0]) if context.table is not None else None


def by_parameter(context: Context, function: Node, index: int = 0) -> Placement | None:
    """A collection whose elements a function gets, by the name of its parameter.

    A row, of which the literal is one item, is spread over the parameters, or over a pattern.
    """
    names = list(parameters(function))
    if index >= len(names):
        return None
    target, item = names[index], context.item
    if index == 0 and item is not None and (context.key or _has_rows(context)):
        spread = operands(target) if target.type == "array_pattern" else names
        target = spread[item] if item < len(spread) else target
    other = compared_in(function, target)
    if other is not None:
        return context.held(Place.MEMBERSHIP, context.names.of(other))
    written = text_of(target)
    place = Place.VALUE if context.table is None else Place.ELEMENT
    return context.held(place, Subject(written, written))


def _has_rows(context: Context) -> bool:
    table = context.table
    return table is not None and any(row.type == "array" for row in operands(table)[:1])


def parameters(function: Node) -> Iterator[Node]:
    """The parameters of a function, without their types and defaults."""
    for part in parameters_of(function):
        named = field(part, "pattern") or part
        yield field(named, "left") or named if named.type == "assignment_pattern" else named


_COMPARED: dict[tuple[Node, str], Node | None] = kept()


def compared_in(function: Node, name: Node) -> Node | None:
    """The expression that a function compares its parameter with: `(c) => c === code`."""
    key = function, text_of(name)
    if key not in _COMPARED:
        _COMPARED[key] = _compared_with(*key)
    return _COMPARED[key]


def _compared_with(function: Node, name: str) -> Node | None:
    for node in own_nodes(field(function, "body")):
        if node.type != "binary_expression" or text_of(field(node, "operator")) not in _EQUAL:
            continue
        left, right = field(node, "left"), field(node, "right")
        if left is None or right is None:
            continue
        sides = {text_of(unwrapped(left)): right, text_of(unwrapped(right)): left}
        if name in sides:
            return sides[name]
    return None
