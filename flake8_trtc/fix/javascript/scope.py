"""Where the constants of a use can be declared: the narrowest room that serves it."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from flake8_trtc.fix.javascript.worlds import Worlds
from flake8_trtc.languages.javascript.bindings import NAMESPACES, is_body
from flake8_trtc.languages.tree import (
    field,
    kept,
    operands,
    outermost,
    parent_of,
    resolved,
    type_of,
)
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Role

_CLOSED = {"handler": refusals.NO_ROOM(), "sealed": refusals.SEALED(), "bare": refusals.BARE()}
"""The roles with no room at all, and why."""

_WRAPPED = frozenset(
    "expression_statement if_statement switch_statement for_statement for_in_statement "
    "while_statement do_statement try_statement".split()
)


_ODD = frozenset({"ERROR", "html_comment"})


def rooms(
    nodes: Sequence[Node], role: Role, worlds: Worlds, *, modular: bool
) -> list[Node | Message]:
    """Where each node's constants are declared: what serves a statement serves all in it."""
    found = [room(node, role, worlds, modular=modular) for node in nodes]
    scopes = (item for item in found if isinstance(item, Node))
    shared = {top_statement(item): item for item in scopes if _serves_statement(item)}
    for index, node in enumerate(nodes):
        if not isinstance(found[index], Message) and worlds.apart(node) is None:
            found[index] = shared.get(top_statement(node), found[index])
    return found


def room(node: Node, role: Role, worlds: Worlds, *, modular: bool) -> Node | Message:
    """The program, the function's block or value, or the statement to declare in; or why none.

    role: of the script, see `Role`; worlds: of the script; modular: its top level is its own.
    """
    if role in _CLOSED:
        return _CLOSED[role]
    apart = worlds.apart(node)
    block, value = worlds.outermost(node)
    statement = top_statement(node)
    if apart is None and modular:
        scope = outermost(node)
    elif block is not None:
        scope = block
    elif apart is None and (body := _namespace(statement)) is not None:
        scope = body
    elif apart is None and statement.type in _WRAPPED and _takes_blocks(statement, role):
        scope = statement
    elif value is not None and _takes_bodies(statement, value, role):
        scope = value
    elif apart is not None:
        return apart.reason
    else:
        return refusals.TOP() if role in {"script", "file"} else refusals.NO_ROOM()
    return refusals.BROKEN() if scope.has_error or _touches_odd(scope) else scope


def _touches_odd(scope: Node) -> bool:
    """True if what does not parse, or an HTML comment, stands right beside: `8n{`, `}<!--`."""
    before, after = scope.prev_sibling, scope.next_sibling
    above = before is not None and before.type == "ERROR" and before.end_byte == scope.start_byte
    below = after is not None and after.type in _ODD and after.start_byte == scope.end_byte
    return above or below


def _namespace(statement: Node) -> Node | None:
    """The body of a namespace of TypeScript, which may not stand in a block; else None."""
    inner = next(iter(operands(statement)), statement)
    namespace = inner if statement.type == "expression_statement" else statement
    return field(namespace, "body") if namespace.type in NAMESPACES else None


def _takes_blocks(statement: Node, role: Role) -> bool:
    """True if a statement of the program may be put into a block.

    One that is evaluated comes to the same in a block, but `return` or an arrow may be put before
    it, if it begins with an expression.
    """
    if role != "evaluated":
        return role in {"script", "file"}
    program = parent_of(statement)
    first = next((item for item in operands(program)), statement) if program else statement
    return first.type != "expression_statement"


def _takes_bodies(statement: Node, value: Node, role: Role) -> bool:
    """True if an arrow function may give its value by a block: of a text that is one, a caller."""
    return role == "evaluated" or (role != "value" and not _is_whole(statement, value))


def _is_whole(statement: Node, value: Node) -> bool:
    """True if a statement is nothing but the arrow function that gives a value."""
    inner: Node | None = statement
    while inner is not None and inner.type in {"expression_statement", "parenthesized_expression"}:
        inner = next(iter(operands(inner)), None)
    return inner is not None and inner == parent_of(value)


def _serves_statement(scope: Node) -> bool:
    """True if a scope serves all of a statement of the program: a block around it, or in it."""
    return is_wrapped(scope) or type_of(parent_of(scope)) in NAMESPACES


def is_wrapped(scope: Node) -> bool:
    """True if a scope is a statement that needs a block around it to declare in."""
    return scope.type in _WRAPPED


def is_value(scope: Node) -> bool:
    """True if a scope is what an arrow function gives, which needs a block to declare in."""
    return scope.type != "statement_block" and is_body(scope)


def narrowest(scope: Node, uses: list[Node], worlds: Worlds) -> Node:
    """The innermost function's block in a scope that every use runs in; else the scope."""
    if not is_body(scope) or is_value(scope):
        return scope
    start, end = min(use.start_byte for use in uses), max(use.end_byte for use in uses)
    around = (body for body in worlds.bodies(uses[0]) if body.start_byte <= start)
    return next(body for body in around if end <= body.end_byte)


_TOPS: dict[Node, Node] = kept()


def top_statement(node: Node) -> Node:
    """The statement of the program that a node is in."""
    return resolved(node, _TOPS, _to_top)


def _to_top(node: Node) -> tuple[Node | None, Node]:
    parent = parent_of(node)
    return (None if parent_of(parent) is None else parent), node
