"""What a JavaScript literal does among the arguments of a call."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.names import tells_of_errors, words
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    operands,
    parent_of,
    position_in,
    text_of,
)
from flake8_trtc.model import Place, Subject

_COLLECTIONS = frozenset(
    "Set Map WeakMap Array freeze seal from of entries fromEntries keys reactive ref "
    "shallowRef readonly".split()
)
_EXPECTED = frozenset("toBe toEqual toStrictEqual equal eql equals strictEqual eq".split())
_ASSERTED = frozenset(
    "equal strictEqual notEqual notStrictEqual deepEqual deepStrictEqual is".split()
)
_TABLE_METHODS = frozenset({"get", "has", "set", "delete"})
_LIST_METHODS = frozenset({"includes", "indexOf", "lastIndexOf"})


def argument(context: Context, parent: Node) -> Placement | Context | None:
    """Place an argument: of a comparison in disguise, a table, a search, an error."""
    call = parent_of(parent)
    function = None if call is None else field(call, "function") or field(call, "constructor")
    arguments = operands(parent)
    at = position_in(parent, context.child)
    if function is None or at is None:
        return None
    name = last_name(function)
    receiver = field(function, "object")
    if context.table is not None:
        if name in _COLLECTIONS and at == 0:
            return context
        return context.held(Place.ELEMENT, Subject(name, name)) if name else None
    if name in _EXPECTED and at == 0 and (expected := _expected(receiver)) is not None:
        return context.held(Place.COMPARISON, context.names.of(expected))
    if name in _ASSERTED and at < 2 <= len(arguments):
        return context.held(Place.COMPARISON, context.names.of(arguments[1 - at]))
    if receiver is not None and at == 0:
        if name in _TABLE_METHODS:
            return context.held(Place.LOOKUP, context.names.of(receiver))
        if name in _LIST_METHODS:
            return context.held(Place.MEMBERSHIP, context.names.of(receiver))
    said = words(name)
    made = name[:1].isupper() and said[-1:] in {("error",), ("exception",)}
    if made or (not name[:1].isupper() and tells_of_errors(name)):
        return context.held(Place.ARGUMENT, Subject(name, name))
    return None


def _expected(receiver: Node | None) -> Node | None:
    """What `expect(x).not.to` is about: x; None for any other chain of calls."""
    while receiver is not None and receiver.type == "member_expression":
        receiver = field(receiver, "object")
    if receiver is None or text_of(field(receiver, "function")) not in {"expect", "assert"}:
        return None
    return next(iter(call_arguments(receiver)), None)
