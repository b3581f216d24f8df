"""Where the constants of a use can be declared: the narrowest room that serves it."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.fix.script.reasons import BROKEN, NO_ROOM, SENT, TOP
from flake8_trtc.languages.climb import ancestors, field
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, is_body
from flake8_trtc.languages.javascript.subjects import last_name

_SENDING = frozenset(
    "evaluate evaluateHandle evaluateAll evaluateOnNewDocument $eval $$eval addInitScript "
    "waitForFunction executeScript executeAsyncScript".split()
)
_GIVEN = frozenset({"arguments", "object", "pair", "parenthesized_expression", "as_expression"})
_WRAPPED = frozenset(
    "expression_statement if_statement switch_statement for_statement for_in_statement "
    "while_statement do_statement try_statement".split()
)


def room(node: Node, role: str, *, modular: bool) -> Node | str:
    """The program, the function's block or the statement to declare in, or why there is none.

    role: of the script, see `Region`; modular: its top level is its own.
    """
    if role == "handler":
        return NO_ROOM
    blocks = bodies(node)
    statement = top_statement(node)
    if sent(node) is not None:
        if not blocks:
            return SENT
        scope = blocks[-1]
    elif modular:
        scope = _outermost(node)
    elif blocks:
        scope = blocks[-1]
    elif role != "script":
        return NO_ROOM
    elif statement.type not in _WRAPPED:
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
    shared = bodies(uses[0])
    for use in uses[1:]:
        around = bodies(use)
        shared = [body for body in shared if body in around]
    return shared[0]


def bodies(node: Node) -> list[Node]:
    """The blocks of the functions that a node runs in, from the inside out.

    A node in a function's parameters does not run in its block. Outside a function that is sent to
    a page there is nothing that it could see.
    """
    found = []
    child = node
    for parent in ancestors(node):
        if parent.type in FUNCTIONS:
            body = _block_of(parent)
            if body is not None and body == child:
                found.append(body)
            if _is_sent(parent):
                break
        child = parent
    return found


def sent(node: Node) -> Node | None:
    """The function around a node whose text goes to a page and runs there: `page.evaluate(f)`."""
    return next(
        (item for item in ancestors(node) if item.type in FUNCTIONS and _is_sent(item)), None
    )


def _is_sent(function: Node) -> bool:
    to = next(parent for parent in ancestors(function) if parent.type not in _GIVEN)
    return to.type == "call_expression" and last_name(field(to, "function")) in _SENDING


def _block_of(function: Node) -> Node | None:
    """The block of a function; None for an arrow function that is an expression."""
    body = field(function, "body")
    if body is None and function.type == "class_static_block":
        body = next(
            (item for item in function.named_children if item.type == "statement_block"), None
        )
    return body if body is not None and body.type == "statement_block" else None


def _outermost(node: Node) -> Node:
    *_, root = ancestors(node)
    return root


def top_statement(node: Node) -> Node:
    """The statement of the program that a node is in."""
    *_, statement, _ = (node, *ancestors(node))
    return statement
