"""Arguments and results of a Python function, as far as its module shows them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.names import OWNERS
from flake8_trtc.languages.tree import (
    call_arguments,
    enclosing,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)

SELVES = frozenset({"self", "cls"})


def access_at(mention: Node) -> Node | None:
    """The reading of a member of `self` that a mention of its name is in."""
    access = parent_of(mention)
    own = text_of(field(access, "object")) in SELVES
    return access if own and field(access, "attribute") == mention else None


def handles(place: Node) -> str:
    """What a function is given as: `on_close=f`, `app.on_close = f`, `{"on_close": f}`; else ""."""
    parent = parent_of(place)
    if type_of(parent) == "keyword_argument":
        return text_of(field(parent, "name"))
    if type_of(parent) == "pair":
        return (plain_string(field(parent, "key")) or "") * (field(parent, "value") == place)
    left = field(parent, "left") if type_of(parent) == "assignment" else None
    return text_of(field(left, "attribute")) if type_of(left) == "attribute" else ""


def method_at(mention: Node) -> Node | None:
    """The method of a class that a mention of its name names."""
    method = parent_of(mention)
    if method is None or method.type != "function_definition" or field(method, "name") != mention:
        return None
    around = enclosing(method, OWNERS)
    return method if around is not None and around.type == "class_definition" else None


def parameter_name(parameter: Node) -> str:
    named = field(parameter, "name") or parameter
    return text_of(next(iter(operands(named)), named) if named.type == "typed_parameter" else named)


def given_to(call: Node, index: int, name: str) -> list[Node] | None:
    """The argument that a call gives a parameter; None where that is not to be seen."""
    arguments = call_arguments(call)
    if any(part.type in {"list_splat", "dictionary_splat"} for part in arguments):
        return None
    for part in arguments:
        if part.type == "keyword_argument" and text_of(field(part, "name")) == name:
            value = field(part, "value")
            return [] if value is None else [value]
    positional = [part for part in arguments if part.type != "keyword_argument"]
    return positional[index : index + 1] if index >= 0 else []


def inside(value: Node, at: str) -> Node | None:
    """The element at a position of a tuple or a list that is written out."""
    if value.type not in {"tuple", "list", "expression_list"} or not at.isdigit():
        return None
    parts = operands(value)
    plain = all(part.type != "list_splat" for part in parts[: int(at) + 1])
    return parts[int(at)] if plain and int(at) < len(parts) else None


def is_property(function: Node) -> bool:
    decorated = parent_of(function)
    if decorated is None or decorated.type != "decorated_definition":
        return False
    return any(text_of(part).endswith("property") for part in operands(decorated)[:-1])


def own_nodes(around: Node | None) -> Iterator[Node]:
    """The nodes that run with a block: those of functions and classes in it are left out."""
    pending = [around] if around is not None else []
    while pending:
        node = pending.pop()
        yield node
        pending += [child for child in reversed(node.named_children) if child.type not in OWNERS]
