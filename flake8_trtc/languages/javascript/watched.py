"""What the function of a script is called with that watches a value: Vue's `watch`, a store's."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.javascript.grammar import parameters_of
from flake8_trtc.languages.names import Likeness, likeness
from flake8_trtc.languages.tree import call_arguments, field, operands, parent_of, text_of, type_of
from flake8_trtc.model import Subject

_WATCHES = frozenset(
    "watch $watch whenever watchOnce watchDebounced watchThrottled watchPausable watchIgnorable "
    "watchWithFilter watchAtMost watchTriggerable watchImmediate watchDeep".split()
)
_GIVES = frozenset({"subscribe", "then", "tap"})
"""Methods of what is called a code that give it to a function."""
_BOTH = 2
"""A watcher gets what the value is, and what it was before."""


def watched(function: Node, name: str) -> Node | None:
    """What a function that is written where it watches gets under a name; None for any other."""
    for target in _parameters(function)[:_BOTH]:
        if text_of(target) == name:
            return _source(function)
        if target.type == "array_pattern":  # of several values
            source, names = _source(function), list(map(text_of, operands(target)))
            if name in names and source is not None and source.type == "array":
                return _result(next(iter(operands(source)[names.index(name) :]), None))
    return None


def _parameters(function: Node) -> list[Node]:
    return [field(part, "pattern") or part for part in parameters_of(function)]


def _source(function: Node) -> Node | None:
    """The expression, or the key, that says what is watched."""
    holder = parent_of(function)
    if type_of(holder) == "arguments":
        call = parent_of(holder)
        made = field(call, "function")
        given = call_arguments(call) if call is not None else []
        name = text_of(field(made, "property") or made)
        if name in _GIVES:
            return _code(field(made, "object")) if given[:1] == [function] else None
        return _result(given[0]) if name in _WATCHES and given[1:2] == [function] else None
    return next(_keys(function), None)


def _code(given: Node | None) -> Node | None:
    """The last name of what gives something, where it says a code: `error.code$`."""
    made = field(given, "function") or given  # `errorCode().then(…)`
    named = field(made, "property") or made
    if type_of(named) not in _NAMES:
        return None
    return named if likeness(Subject("", text_of(named))) is Likeness.CODE else None


_NAMES = frozenset({"identifier", "property_identifier", "private_property_identifier"})


def _keys(function: Node) -> Iterator[Node]:
    """The key in a component's `watch` whose function one is, or that of an object's `handler`."""
    member = function if function.type == "method_definition" else parent_of(function)
    key = field(member, "name") or field(member, "key")
    around = parent_of(parent_of(member))
    if text_of(key) == "handler" and type_of(around) == "pair":
        key, around = field(around, "key"), parent_of(parent_of(around))
    if key is not None and text_of(field(around, "key")) == "watch":
        yield key


def _result(source: Node | None) -> Node | None:
    """What is watched itself: `state.code` of `() => state.code`."""
    body = field(source, "body")
    if type_of(body) == "statement_block" and body is not None:
        returned = [part for part in operands(body) if part.type == "return_statement"]
        return next(iter(operands(returned[-1])), None) if returned else None
    return body or source
