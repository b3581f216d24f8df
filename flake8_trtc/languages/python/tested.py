"""The place of a Python literal among what a test is given, asserts, or fakes by a decorator."""

from __future__ import annotations

import re

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.python import calls
from flake8_trtc.languages.python.functions import parameter_name
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.messages import refusals
from flake8_trtc.model import Place, Subject

_ASSERTS_EQUAL = regex(
    r"assert_?(?:not_?|almost_?)?equals?|assertIs(?:Not)?|eq_|"
    r"assert_?(?:List|Set|Tuple|Dict|Count|Sequence|array|items)_?equal",
    re.IGNORECASE,
)
_SIDES = frozenset({"first", "second"})
_ASSERTS_IN = frozenset({"assertIn", "assertNotIn", "assert_in", "assert_not_in", "contains"})


_PROPERTY = frozenset({"has_property", "has_entry", "has_attr", "has_attribute"})


def asserted(context: Context, call: Node, name: str, at: int) -> Placement | Context | None:
    """An argument of an assertion, and what it is compared with."""
    arguments, function = call_arguments(call), field(call, "function")
    place = Place.COMPARISON if context.table is None else Place.ELEMENT
    receiver = field(function, "object")
    if _ASSERTS_EQUAL.fullmatch(name) and at < 2 <= len(arguments):
        found = context.held(place, context.names.of(arguments[1 - at]))
        identity = name.startswith("assertIs") and context.table is None
        return found._replace(obstacle=refusals.IDENTITY() if identity else None)
    if name in _ASSERTS_IN and at < 2 <= len(arguments):
        return _within(context, name, arguments, at)
    if name in _PROPERTY and at == 1 and context.table is None:
        key = plain_string(arguments[0]) or ""
        return context.held(Place.COMPARISON, Subject(key, key))
    if name in calls.SUBJECTS and at == 1:
        return context.held(place, context.names.of(arguments[0]))
    tested = None if receiver is None else _tested(receiver)
    if tested is not None and name in calls.EXPECTED | {"to", "not_to", "to_not", *calls.MATCHERS}:
        return context.held(place, context.names.of(tested))
    around = last_name(field(parent_of(parent_of(call)), "function"))
    matches = {"to", "not_to", "to_not", *calls.SUBJECTS, *calls.MATCHERS}
    return context if name in calls.MATCHERS and around in matches else None


def _within(context: Context, name: str, arguments: list[Node], at: int) -> Placement | None:
    """`assertIn(code, {16388})`, `assertIn(16388, codes)`, `contains({16388}, code)`."""
    other = context.names.of(arguments[1 - at])
    if context.table is None:
        asked = context.names.asked(arguments[1 - at], keys=False)
        return context.held(Place.LOOKUP, asked) if at == (name == "contains") else None
    return context.held(Place.MEMBERSHIP, other)


def _tested(receiver: Node) -> Node | None:
    """The subject of `expect(x).not_`: x; None for any other chain of calls."""
    node: Node | None = receiver
    while node is not None and node.type == "attribute":
        node = field(node, "object")
    if type_of(node) != "call" or last_name(field(node, "function")) not in calls.SUBJECTS:
        return None
    return next(iter(call_arguments(node)), None) if node is not None else None


def parametrized(
    context: Context, call: Node, name: str, at: int | str
) -> Placement | Context | None:
    """A value of `parametrize`, in a row or by itself; `param` is a row."""
    if name == "param":
        return context._replace(item=at) if isinstance(at, int) else None
    if name != "parametrize" or context.table is None or at not in {1, "argvalues"}:
        return None
    arguments = call_arguments(call)
    keywords = {
        text_of(field(part, "name")): field(part, "value")
        for part in arguments
        if part.type == "keyword_argument"
    }
    names = _parameters(keywords.get("argnames") or arguments[0])
    if len(names) == 1:
        return context.held(Place.ELEMENT, Subject(names[0], names[0]))
    if context.item is None or context.item >= len(names):
        return None
    parameter = names[context.item]
    return context.held(Place.ELEMENT, Subject(parameter, parameter))


def _parameters(written: Node) -> list[str]:
    """The names of parameters, in one string or in a tuple or list of strings."""
    if written.type in {"tuple", "list"}:
        return [plain_string(part) or "" for part in operands(written)]
    return [part.strip() for part in (plain_string(written) or "").split(",")]


_FROM_THE_RIGHT = frozenset({"given", "example"})
_ROWS = frozenset({"expand", "parameterized", "data", "idata"})


def decorated(context: Context, call: Node, name: str, at: int | None) -> Placement | None:
    """The values that a decorator gives a test, by its parameters, or a fixture, by its name.

    at: which argument; None for a keyword.
    """
    decorator = parent_of(call)
    if type_of(decorator) != "decorator":
        return None
    function = field(parent_of(decorator), "definition")
    names = _names_of(function)
    if name == "fixture":
        names, at = [text_of(field(function, "name"))], 0
    elif name in _ROWS:
        at = context.item or 0
    elif name in _FROM_THE_RIGHT and at is not None:
        keywords = [part.type == "keyword_argument" for part in call_arguments(call)]
        at += len(names) - keywords.count(False)
    else:
        return None
    if not 0 <= at < len(names):
        return None
    place = Place.VALUE if context.table is None else Place.ELEMENT
    return context.held(place, Subject(names[at], names[at]))


def _names_of(function: Node | None) -> list[str]:
    """The names of a function's parameters, but `self`."""
    parameters = field(function, "parameters")
    names = list(map(parameter_name, operands(parameters))) if parameters is not None else []
    return names[1:] if names[:1] in (["self"], ["cls"]) else names
