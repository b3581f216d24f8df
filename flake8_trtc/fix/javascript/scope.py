"""Where the constants of a use can be declared: the narrowest room that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tree_sitter import Node

from flake8_trtc.fix.javascript.refusals import BROKEN, NO_ROOM, SEALED, SENT, TOP
from flake8_trtc.languages.climb import ancestors, enclosing, field, kept, parent_of, resolved
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, is_body, outermost
from flake8_trtc.languages.javascript.subjects import last_name

_SENDING = frozenset(
    "evaluate evaluateHandle evaluateAll evaluateOnNewDocument $eval $$eval addInitScript "
    "waitForFunction executeScript executeAsyncScript".split()
)
_CLOSED = {"handler": NO_ROOM, "sealed": SEALED}
"""The roles with no room at all, and why."""
_GIVEN = frozenset({"arguments", "object", "pair", "parenthesized_expression", "as_expression"})
_WRAPPED = frozenset(
    "expression_statement if_statement switch_statement for_statement for_in_statement "
    "while_statement do_statement try_statement".split()
)


def room(node: Node, role: str, *, modular: bool) -> Node | str:
    """The program, the function's block or the statement to declare in, or why there is none.

    role: of the script, see `Region`; modular: its top level is its own.
    """
    if role in _CLOSED:
        return _CLOSED[role]
    block = _outermost_body(node)
    if sent(node) is not None:
        if block is None:
            return SENT
        scope = block
    elif modular:
        scope = outermost(node)
    elif block is not None:
        scope = block
    elif role != "script":
        return NO_ROOM
    elif (statement := top_statement(node)).type not in _WRAPPED:
        return TOP
    else:
        scope = statement
    return BROKEN if scope.has_error else scope


def is_wrapped(scope: Node) -> bool:
    """Whether a scope is a statement that needs a block around it to declare in."""
    return scope.type in _WRAPPED


def narrowest(scope: Node, uses: list[Node]) -> Node:
    """The innermost function's block in a scope that every use runs in; else the scope."""
    if not is_body(scope):
        return scope
    start, end = min(use.start_byte for use in uses), max(use.end_byte for use in uses)
    around = (body for body in _bodies(uses[0]) if body.start_byte <= start)
    return next(body for body in around if end <= body.end_byte)


def _bodies(node: Node) -> Iterator[Node]:
    """The blocks of the functions that a node runs in, from the inside out.

    A node in a function's parameters does not run in its block. Outside a function that is sent to
    a page there is nothing that it could see.
    """
    function = enclosing(node, FUNCTIONS)
    while function is not None:
        body = _block_of(function)
        if body is not None and body.start_byte <= node.start_byte < body.end_byte:
            yield body
        function = None if _is_sent(function) else enclosing(function, FUNCTIONS)


_OUTERMOST: dict[Node, Node | None] = kept()


def _outermost_body(node: Node) -> Node | None:
    """The last of the blocks of the functions that a node runs in, None where it is in none."""
    passed = [node]
    found: Node | None = None
    while passed[-1] not in _OUTERMOST:
        function = enclosing(passed[-1], FUNCTIONS)
        if function is None:
            break
        passed.append(function)
        if _is_sent(function):
            break
    else:
        found = _OUTERMOST[passed.pop()]
    for inner, function in reversed([*pairwise(passed)]):
        body = _block_of(function)
        inside = body is not None and body.start_byte <= inner.start_byte < body.end_byte
        found = found or (body if inside else None)
        _OUTERMOST[inner] = found
    return found


_SENT: dict[Node, Node | None] = kept()
_ARE_SENT: dict[Node, bool] = kept()


def sent(node: Node) -> Node | None:
    """The function around a node whose text goes to a page and runs there: `page.evaluate(f)`."""
    return resolved(node, _SENT, _to_sent)


def _to_sent(node: Node) -> tuple[Node | None, Node | None]:
    function = enclosing(node, FUNCTIONS)
    if function is None or _is_sent(function):
        return None, function
    return function, None


def _is_sent(function: Node) -> bool:
    found = _ARE_SENT.get(function)
    if found is None:
        to = next(parent for parent in ancestors(function) if parent.type not in _GIVEN)
        sends = to.type == "call_expression" and last_name(field(to, "function")) in _SENDING
        found = _ARE_SENT[function] = sends
    return found


def _block_of(function: Node) -> Node | None:
    """The block of a function; None for an arrow function that is an expression."""
    body = field(function, "body")
    if body is None and function.type == "class_static_block":
        body = next(
            (item for item in function.named_children if item.type == "statement_block"), None
        )
    return body if body is not None and body.type == "statement_block" else None


_TOPS: dict[Node, Node] = kept()


def top_statement(node: Node) -> Node:
    """The statement of the program that a node is in."""
    return resolved(node, _TOPS, _to_top)


def _to_top(node: Node) -> tuple[Node | None, Node]:
    parent = parent_of(node)
    return (None if parent_of(parent) is None else parent), node
