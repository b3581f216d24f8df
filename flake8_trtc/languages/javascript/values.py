"""The value of an expression of a script: the steps of origins, one a node type."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tree_sitter import Node

from flake8_trtc.catalog._codes import GETTERS
from flake8_trtc.catalog.sdks import of_global, of_specifier
from flake8_trtc.catalog.things import BY_MAKER, BY_OPERATOR, of_package
from flake8_trtc.languages.javascript.calls import SELECTS
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.origins import Ask, Step, Wait, any_of, else_held, same, turned
from flake8_trtc.languages.tree import call_arguments, field, operands, text_of, type_of
from flake8_trtc.languages.values import (
    LITERAL,
    UNKNOWN,
    Value,
    by_callee,
    called,
    element,
    entry,
    masked,
    member,
    of_method,
    of_sdk,
    other,
)

if TYPE_CHECKING:
    from flake8_trtc.languages.javascript.origins import ScriptOrigins

FUNCTIONS = frozenset(
    "function_declaration function_expression generator_function generator_function_declaration "
    "arrow_function method_definition".split()
)
_INNER = frozenset(
    "parenthesized_expression await_expression as_expression satisfies_expression "
    "non_null_expression spread_element".split()
)
_LITERALS = frozenset("number string true false null undefined regex".split())
_CONVERSIONS = frozenset(
    "Number parseInt parseFloat String BigInt abs trunc freeze resolve isNaN ref shallowRef "
    "useRef useState computed unref toRaw structuredClone all allSettled".split()
)
_CONVERTED = frozenset("toString trim toLowerCase toUpperCase valueOf toFixed padStart".split())
_PICKED = frozenset(
    "at pop shift filter find findLast slice reverse sort concat values flat entries toSorted "
    "toReversed finally".split()
)
_WORLDS = frozenset({"window", "globalThis", "self"})
_COLLECTIONS = frozenset({"Set", "Map", "Array", "Number", "String"})
_PASSED = frozenset({"map", "flatMap", "from"})


def expression(origins: ScriptOrigins, node: Node) -> Step:
    """The value of an expression."""
    step = _STEPS.get(node.type)
    if step is not None:
        return step(origins, node)
    return LITERAL if node.type in _LITERALS else UNKNOWN


def _name(origins: ScriptOrigins, node: Node) -> Step:
    found = origins.used(node)
    if found is not None:
        return found
    name = text_of(node)
    if name in BY_MAKER:
        return Value("library", BY_MAKER[name].key)
    return LITERAL if name == "undefined" else of_sdk(of_global(name))


def _inner(origins: ScriptOrigins, node: Node) -> Step:
    return same(next(iter(operands(node)), None))


def _last(origins: ScriptOrigins, node: Node) -> Step:
    return same(operands(node)[-1] if operands(node) else None)


def _template(origins: ScriptOrigins, node: Node) -> Step:
    """`${code}`, which is a conversion, else a text."""
    parts = operands(node)
    held = [part for part in parts if part.type == "template_substitution"]
    if not held:
        return LITERAL
    return turned(next(iter(operands(held[0])), None), element) if len(parts) == 1 else UNKNOWN


def _unary(origins: ScriptOrigins, node: Node) -> Step:
    sign = text_of(field(node, "operator")) in {"+", "-"}
    return turned(field(node, "argument"), element) if sign else UNKNOWN


def _binary(origins: ScriptOrigins, node: Node) -> Step:
    operator = text_of(field(node, "operator"))
    left, right = field(node, "left"), field(node, "right")
    if operator in {"||", "??"}:
        return any_of((left, right))
    if operator == "&&":
        return same(right)
    if operator in {"|", ">>>"} and text_of(right) == "0":  # to a whole number
        return turned(left, element)
    if operator in {"&", "|"}:
        return turned(left, masked)
    return other(BY_OPERATOR.get(operator))


def _ternary(origins: ScriptOrigins, node: Node) -> Step:
    return any_of((field(node, "consequence"), field(node, "alternative")))


def _assigned(origins: ScriptOrigins, node: Node) -> Step:
    return same(field(node, "right"))


def augmented(node: Node) -> Step:
    """The value of an assignment such as `n += 1` or `n ??= m`."""
    operator = text_of(field(node, "operator"))
    if operator in {"??=", "||=", "&&="}:
        return same(field(node, "right"))
    return other(BY_OPERATOR.get(operator))


def _augmented(origins: ScriptOrigins, node: Node) -> Step:
    return augmented(node)


def _array(origins: ScriptOrigins, node: Node) -> Step:
    return any_of(operands(node))


def _member(origins: ScriptOrigins, node: Node) -> Step:
    name = text_of(field(node, "property"))
    if text_of(field(node, "object")) in _WORLDS and of_global(name) is not None:
        return of_sdk(of_global(name))
    read = turned(field(node, "object"), lambda value: member(value, name))
    return else_held(read, origins.holder(node))


def _subscript(origins: ScriptOrigins, node: Node) -> Step:
    key = plain_string(field(node, "index"))
    if key is None:
        return turned(field(node, "object"), element)
    read = turned(field(node, "object"), lambda value: _under(value, key))
    return else_held(read, origins.holder(node))


def _under(value: Value, key: str) -> Value:
    return entry(value, key) if value.kind == "library" else member(value, key)


def _call(origins: ScriptOrigins, node: Node) -> Step:
    function = field(node, "function")
    if type_of(function) == "import":
        return module(plain_string(next(iter(call_arguments(node)), None)))
    if function is None or function.type == "identifier":
        return _call_of_name(origins, node, function)
    if function.type == "member_expression":
        return _call_of_method(origins, node, function)
    if function.type in FUNCTIONS:
        return Wait((Ask("returned", function),))
    return turned(function, entry)


def _call_of_name(origins: ScriptOrigins, call: Node, name: Node | None) -> Step:
    written, first = text_of(name), next(iter(call_arguments(call)), None)
    functions = origins.functions_named(name) if name is not None else []
    if functions:
        return Wait(tuple(Ask("returned", function) for function in functions))
    if written == "require":
        return module(plain_string(first))
    if written in SELECTS and first is not None and first.type in FUNCTIONS:
        return Wait((Ask("returned", first),))
    if written == "await":  # `await (…).json()`, which the grammar takes for a call
        return same(first)
    if written in _CONVERSIONS:
        return turned(first, element)
    if name is None or origins.is_own(name):
        return UNKNOWN
    return turned(name, partial(_result, written))


def _result(name: str, value: Value) -> Value:
    if value.kind in {"unknown", "literal"}:
        return called(UNKNOWN, name) if name in GETTERS else by_callee(name)
    return value


def _call_of_method(origins: ScriptOrigins, call: Node, function: Node) -> Step:
    name, receiver = text_of(field(function, "property")), field(function, "object")
    arguments = call_arguments(call)
    if name in _CONVERTED or (name in _PICKED and name != "entries"):
        return turned(receiver, lambda value: _kept(value, name))
    if name in _CONVERSIONS and type_of(receiver) == "identifier" and arguments:
        return turned(arguments[0], element)
    given = [Ask("returned", part) for part in arguments if part.type in FUNCTIONS]
    if given and name in {"then", *_PASSED}:
        return Wait(tuple(given) if name == "then" else tuple(given[:1]))
    if given and name == "catch" and receiver is not None:
        return Wait((Ask("value", receiver), *given))
    if name in {"catch", "then"}:
        return same(receiver)
    methods = origins.methods_of(function)
    asks = [Ask("value", receiver)] if receiver is not None else []
    asks += [Ask("returned", method) for method in methods]
    return Wait(tuple(asks), partial(of_method, name))


def _kept(value: Value, name: str) -> Value:
    """Methods that give back a part of their own object."""
    if value.kind in {"library", "sdk"}:
        return member(value, name)
    return element(value)


def _new(origins: ScriptOrigins, node: Node) -> Step:
    made = field(node, "constructor")
    if text_of(made) in _COLLECTIONS:
        return turned(next(iter(call_arguments(node)), None), element)
    return same(made)


def module(specifier: str | None) -> Value:
    """The value of an imported module."""
    if specifier is None:
        return UNKNOWN
    thing = of_package(specifier)
    return Value("library", thing.key) if thing is not None else of_sdk(of_specifier(specifier))


_STEPS: dict[str, Callable[[ScriptOrigins, Node], Step]] = {
    "identifier": _name,
    "shorthand_property_identifier": _name,
    **dict.fromkeys(_INNER, _inner),
    "type_assertion": _last,
    "sequence_expression": _last,
    "template_string": _template,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "assignment_expression": _assigned,
    "augmented_assignment_expression": _augmented,
    "array": _array,
    "member_expression": _member,
    "subscript_expression": _subscript,
    "call_expression": _call,
    "new_expression": _new,
}
