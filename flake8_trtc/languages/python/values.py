"""The value of a Python expression: the steps of origins, one a node type."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tree_sitter import Node

from flake8_trtc.catalog._codes import GETTERS
from flake8_trtc.catalog.sdks import of_module
from flake8_trtc.catalog.things import BY_MAKER, BY_OPERATOR
from flake8_trtc.catalog.things import of_module as library_of
from flake8_trtc.languages.origins import Ask, Step, Wait, any_of, else_held, same, turned
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.names import bound_by
from flake8_trtc.languages.tree import call_arguments, field, operands, text_of, type_of
from flake8_trtc.languages.values import (
    LITERAL,
    UNKNOWN,
    Value,
    by_callee,
    called,
    element,
    entry,
    made,
    masked,
    member,
    of_liteav,
    of_method,
    of_sdk,
    other,
)

if TYPE_CHECKING:
    from flake8_trtc.languages.python.origins import PythonOrigins

_INNER = frozenset({"parenthesized_expression", "await", "list_splat"})
_LITERALS = frozenset({"integer", "float", "none", "true", "false", "concatenated_string"})
_CONVERSIONS = frozenset(
    "int str hex oct bin abs format repr float bool list tuple set frozenset sorted iter next "
    "reversed min max deque cast".split()
)
_CONVERTED = frozenset(
    "strip lower upper lstrip rstrip casefold decode encode copy pop popleft values result".split()
)
_KEYED = frozenset({"get", "pop", "setdefault"})


def expression(origins: PythonOrigins, node: Node) -> Step:
    """The value of an expression."""
    step = _STEPS.get(node.type)
    if step is not None:
        return step(origins, node)
    return LITERAL if node.type in _LITERALS else UNKNOWN


def _name(origins: PythonOrigins, node: Node) -> Step:
    found = origins.used(node)
    if found is not None:
        return found
    name = text_of(node)
    return Value("library", BY_MAKER[name].key) if name in BY_MAKER else UNKNOWN


def _inner(origins: PythonOrigins, node: Node) -> Step:
    return same(next(iter(operands(node)), None))


def _string(origins: PythonOrigins, node: Node) -> Step:
    """`f"{code}"`, which is a conversion, else a text."""
    parts = [
        part for part in node.named_children if part.type not in {"string_start", "string_end"}
    ]
    held = [part for part in parts if part.type == "interpolation"]
    if not held:
        return LITERAL
    return turned(field(held[0], "expression"), element) if len(parts) == 1 else UNKNOWN


def _unary(origins: PythonOrigins, node: Node) -> Step:
    sign = text_of(field(node, "operator")) in {"+", "-"}
    return turned(field(node, "argument"), element) if sign else UNKNOWN


def _binary(origins: PythonOrigins, node: Node) -> Step:
    if type_of(field(node, "left")) in {"string", "concatenated_string"}:
        return UNKNOWN  # of a text
    operator = text_of(field(node, "operator"))
    if operator in {"&", "|"}:
        return turned(field(node, "left"), masked)
    return other(BY_OPERATOR.get(operator))


def _boolean(origins: PythonOrigins, node: Node) -> Step:
    right = field(node, "right")
    if text_of(field(node, "operator")) == "and":
        return same(right)
    return any_of((field(node, "left"), right))


def _conditional(origins: PythonOrigins, node: Node) -> Step:
    parts = operands(node)
    return any_of((parts[0], parts[2])) if len(parts) == 3 else UNKNOWN


def _value(origins: PythonOrigins, node: Node) -> Step:
    return same(field(node, "value"))


def _elements(origins: PythonOrigins, node: Node) -> Step:
    return any_of(operands(node))


def _comprehension(origins: PythonOrigins, node: Node) -> Step:
    return same(field(node, "body"))


def _attribute(origins: PythonOrigins, node: Node) -> Step:
    name = text_of(field(node, "attribute"))
    read = turned(field(node, "object"), lambda value: member(value, name))
    return else_held(read, origins.holder(node))


def _subscript(origins: PythonOrigins, node: Node) -> Step:
    key = plain_string(field(node, "subscript"))
    if key is None:
        return turned(field(node, "value"), element)
    read = turned(field(node, "value"), lambda value: entry(value, key))
    return else_held(read, origins.holder(node))


def _call(origins: PythonOrigins, node: Node) -> Step:
    function = field(node, "function")
    if function is not None and function.type == "attribute":
        return _call_of_method(origins, node, function)
    if function is None or function.type != "identifier":
        return turned(function, entry)
    return _call_of_name(origins, node, function)


def _call_of_name(origins: PythonOrigins, call: Node, name: Node) -> Step:
    written, arguments = text_of(name), call_arguments(call)
    functions = origins.functions_named(name)
    if functions:
        return Wait(tuple(Ask("returned", function) for function in functions))
    if origins.is_own(name):
        return UNKNOWN
    if written in _CONVERSIONS and arguments:
        return turned(arguments[-1 if written == "cast" else 0], element)
    if written == "getattr" and len(arguments) > 1:
        key = plain_string(arguments[1]) or ""
        return turned(arguments[0], lambda value: member(value, key))
    if written in {"map", "filter"} and len(arguments) > 1:
        return _mapped(origins, written, arguments)
    return turned(name, partial(_result, written))


def _mapped(origins: PythonOrigins, written: str, arguments: list[Node]) -> Step:
    """`map(f, codes)`: what f gives back; `filter(f, codes)`: codes."""
    if written == "filter" or text_of(arguments[0]) in _CONVERSIONS:
        return turned(arguments[1], element)
    functions = [arguments[0]] if arguments[0].type == "lambda" else []
    if arguments[0].type == "identifier":
        functions = origins.functions_named(arguments[0])
    if not functions:
        return UNKNOWN
    return Wait(tuple(Ask("returned", function) for function in functions))


def _result(name: str, value: Value) -> Value:
    if value.kind in {"unknown", "literal"}:
        return called(UNKNOWN, name) if name in GETTERS else by_callee(name)
    known = by_callee(name)
    return known if value.kind == "library" and known.kind != "unknown" else made(value)


def _call_of_method(origins: PythonOrigins, call: Node, function: Node) -> Step:
    name, receiver = text_of(field(function, "attribute")), field(function, "object")
    arguments = call_arguments(call)
    key = plain_string(arguments[0]) if arguments and name in _KEYED else None
    if key is not None:
        read = turned(receiver, lambda value: value if "/" in key else entry(value, key))
        return else_held(read, origins.holder_of(receiver, key))
    if name in _CONVERTED:
        return turned(receiver, partial(_kept, name))
    methods = origins.methods_of(function)
    asks = [Ask("value", receiver)] if receiver is not None else []
    asks += [Ask("returned", method) for method in methods]
    return Wait(tuple(asks), partial(of_method, name))


def _kept(name: str, value: Value) -> Value:
    """Methods that give back a part of their own object."""
    return member(value, name) if value.kind in {"library", "sdk"} else element(value)


def module(name: str) -> Value:
    """The value of an imported module, by its dotted name."""
    thing = library_of(name)
    return Value("library", thing.key) if thing is not None else of_sdk(of_module(name))


def imported(name: Node) -> Value | None:
    """The value that an import gives a name; None where it is none."""
    bound = bound_by(name)
    if bound is None or bound.whole.type not in {"import_statement", "import_from_statement"}:
        return None
    named = field(bound.child, "name") or bound.child
    home = field(bound.whole, "module_name")
    if type_of(home) == "relative_import":
        return UNKNOWN
    if home is None:
        return module(text_of(named))
    return of_liteav(module(f"{text_of(home)}.{text_of(named)}"), text_of(named))


_STEPS: dict[str, Callable[[PythonOrigins, Node], Step]] = {
    "identifier": _name,
    **dict.fromkeys(_INNER, _inner),
    "string": _string,
    "unary_operator": _unary,
    "binary_operator": _binary,
    "boolean_operator": _boolean,
    "conditional_expression": _conditional,
    "named_expression": _value,
    **dict.fromkeys(("tuple", "list", "set", "expression_list"), _elements),
    **dict.fromkeys(
        ("list_comprehension", "set_comprehension", "generator_expression"), _comprehension
    ),
    "attribute": _attribute,
    "subscript": _subscript,
    "call": _call,
}
