"""Where liteav's members can stand for their numbers: they equal and hash like those, no more.

What each of it does was tried with liteav 13.2: `==`, `in`, `match` and the keys of tables find the
member by the number and the other way round; JSON, databases and arithmetic fail on it.
"""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.tree import field, kept, operands, parent_of, text_of, type_of

_EQUAL = frozenset({"==", "!="})
_SEARCHED = frozenset({"in", "not in"})
_COLLECTIONS = frozenset({"tuple", "list", "set"})
_MAKING = frozenset({"set", "frozenset", "tuple", "list"})
_ASSERTING = regex(r"assert(?:Not)?(?:Equals?|In)|assert_(?:not_)?(?:equals?|in)")
_ASKING = regex(r"filter|filter_by|where|having|and_|or_|not_|case|when|Q|exists|select|query")
"""Calls that make a database's question of a comparison."""
_WRITING = regex(
    r"dumps?|safe_dump|dump_all|jsonify|\w*Response|packb?|json|to_json|send_json|setex|hset|hmset"
)
"""Calls that write a table, where it takes numbers for keys."""


def takes_member(node: Node, root: Node, text: bytes) -> bool:
    """True if a number, with its sign, stands where liteav's member does the same.

    root, text: of its module.
    """
    inner, parent = _outside(node)
    if parent is None:
        return False
    if "pattern" in parent.type or parent.type == "case_clause":
        return True
    if parent.type in _COLLECTIONS:
        return _is_searched(parent)
    if parent.type == "comparison_operator":
        return _is_compared(parent, inner, _EQUAL | _SEARCHED) and not _asks(parent)
    table = parent_of(parent)
    if parent.type == "pair" and field(parent, "key") == inner and table is not None:
        if table not in _WRITTEN:
            _WRITTEN[table] = _is_written(table, root, text)
        return not _WRITTEN[table]
    return parent.type == "argument_list" and _asserts(parent)


def _outside(node: Node) -> tuple[Node, Node | None]:
    """A node with its brackets, and the node around that."""
    parent = parent_of(node)
    while type_of(parent) == "parenthesized_expression" and parent is not None:
        node, parent = parent, parent_of(parent)
    return node, parent


def _is_compared(comparison: Node, part: Node, allowed: frozenset[str]) -> bool:
    """True if all operators that stand beside a part of a comparison are allowed."""
    operators = comparison.children_by_field_name("operators")
    at = operands(comparison).index(part)
    return all(text_of(item) in allowed for item in operators[max(0, at - 1) : at + 1])


def _is_searched(collection: Node) -> bool:
    """True if a collection is what `in` searches, as it is or as a set of it."""
    inner, parent = _outside(collection)
    if type_of(parent) == "argument_list":
        call = parent_of(parent)
        if text_of(field(call, "function")) not in _MAKING or call is None:
            return _asserts(parent)
        inner, parent = _outside(call)
    if type_of(parent) != "comparison_operator" or parent is None:
        return False
    return operands(parent)[-1] == inner and _is_compared(parent, inner, _SEARCHED)


def _asks(comparison: Node) -> bool:
    """True if a comparison is an argument of what asks a database."""
    _, parent = _outside(comparison)
    while type_of(parent) in {"binary_operator", "boolean_operator", "not_operator"}:
        _, parent = _outside(parent) if parent is not None else (comparison, None)
    call = parent_of(parent) if type_of(parent) == "argument_list" else None
    return _ASKING.fullmatch(_last_name(call)) is not None


def _asserts(arguments: Node | None) -> bool:
    return _ASSERTING.fullmatch(_last_name(parent_of(arguments))) is not None


def _last_name(call: Node | None) -> str:
    function = field(call, "function")
    return text_of(field(function, "attribute") or function)


_WRITTEN: dict[Node, bool] = kept()


def _is_written(table: Node, root: Node, text: bytes) -> bool:
    """True if a table is seen to get where its keys have to be numbers or texts."""
    inner, parent = _inside_of(table)
    name = field(parent, "left") if type_of(parent) == "assignment" else None
    if name is not None and name.type == "identifier":
        return any(map(_writes, nodes_of(root, text, text_of(name))))
    return _writes(inner)


def _inside_of(node: Node) -> tuple[Node, Node | None]:
    """The largest table or list that a node is put into, and what is around that."""
    inner, parent = _outside(node)
    while type_of(parent) in _CONTAINERS and parent is not None:
        inner, parent = _outside(parent)
    return inner, parent


_CONTAINERS = frozenset({"pair", "dictionary", "list", "tuple"})


def _writes(node: Node) -> bool:
    """True if a node is given to a call that writes it."""
    _, parent = _inside_of(node)
    if type_of(parent) == "keyword_argument":
        parent = parent_of(parent)
    call = parent_of(parent) if type_of(parent) == "argument_list" else None
    return call is not None and _WRITING.fullmatch(_last_name(call)) is not None
