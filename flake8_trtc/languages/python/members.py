"""Which names of a module are TRTC's ErrorCode, and where their members are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tree_sitter import Node, Query, QueryCursor

from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS
from flake8_trtc.languages.python.grammar import LANGUAGE, plain_string
from flake8_trtc.languages.reader import Member
from flake8_trtc.languages.tree import (
    Finder,
    call_arguments,
    enclosing,
    field,
    number_in,
    operands,
    parent_of,
    text_of,
    type_of,
)

_ALL = frozenset(constant.name for constant in CONSTANTS.values())
_SCOPES = frozenset({"class_definition", "function_definition"})


def owners(root: Node, text: bytes, constants: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The expressions that mean ErrorCode in a module, as the text writes them.

    root, text: the module's; constants: pairs of a module's dotted name and the name that
    ErrorCode has in it.
    """
    found = {"TRTC.ErrorCode"}
    words = {word for home, name in constants for word in (home.rpartition(".")[2], name)}
    if not any(word.encode() in text for word in words):
        return frozenset(found)
    for captures in QueryCursor(_imports()).captures(root).values():
        for statement in captures:
            found.update(_bound(statement, constants))
    return frozenset(found)


@cache
def _imports() -> Query:
    return Query(LANGUAGE, "[(import_statement) (import_from_statement)] @import")


def _bound(statement: Node, constants: tuple[tuple[str, str], ...]) -> Iterator[str]:
    module = text_of(field(statement, "module_name"))
    for imported in statement.children_by_field_name("name"):
        aliased = imported.type == "aliased_import"
        name = text_of(field(imported, "name")) if aliased else text_of(imported)
        local = text_of(field(imported, "alias")) if aliased else name
        for home, constant in constants:
            if statement.type == "import_statement":
                if name == home:
                    yield f"{local}.{constant}"
            elif name == constant and _names_module(module, home):
                yield local
            elif _names_module(f"{module}.{name}".lstrip("."), home):
                yield f"{local}.{constant}"


def _names_module(written: str, home: str) -> bool:
    """True if an import's module is the one; a relative import is known by its tail."""
    tail = written.lstrip(".")
    return written == home or (written != tail and bool(tail) and home.endswith("." + tail))


def python_members(root: Node, text: bytes, ours: frozenset[str]) -> Iterator[Member]:
    """Every look-up on one of the owners, whatever the name, in the order of the owners."""
    for owner in sorted(ours):
        if owner.encode() not in text:
            continue  # a search that begins with a look behind is slow
        pattern = rb"(?<![\w.])%s(?=\s*[.\[,])" % re.escape(owner.encode())
        finder = Finder(root)
        for match in re.finditer(pattern, text):
            found = _looked_up(finder.at(*match.span()), owner)
            if found is not None:
                yield found


def _looked_up(owner: Node, text: str) -> Member | None:
    """Members looked up on an object: `O.X`, `O["X"]`, `getattr(O, "X")`, `case O.X`."""
    parent = owner if _is_pattern(owner) else parent_of(owner)
    if parent is not None and _is_pattern(parent):
        names = operands(parent)
        dotted = ".".join(text_of(name) for name in names[:-1])
        return _ours(names[-1], text_of(names[-1]), text) if dotted == text else None
    if parent is None or owner.type not in {"identifier", "attribute"}:
        return None
    if parent.type == "attribute" and field(parent, "object") == owner:
        name = field(parent, "attribute")
        return None if name is None else _ours(name, text_of(name), text)
    if parent.type == "subscript" and field(parent, "value") == owner:
        key = field(parent, "subscript")
    elif parent.type == "argument_list" and (call := parent_of(parent)) is not None:
        arguments = call_arguments(call)
        named = text_of(field(call, "function")) == "getattr" and len(arguments) == 2
        key = arguments[1] if named and arguments[0] == owner else None
    else:
        return None
    name_text = plain_string(key)
    return None if key is None or name_text is None else _ours(key, name_text, text)


def _ours(node: Node, name: str, owner: str) -> Member:
    """Members looked up on ErrorCode."""
    return Member(node, name, owner, True, _expression_of(node, owner), _ALL)


def _other(node: Node, owner: str) -> Member:
    """Members looked up on any object."""
    return Member(node, text_of(node), owner, False, _expression_of(node, owner))


def definition(name: Node) -> tuple[str, str] | None:
    """The class that gives a constant its number, by its name, and the constant.

    The name is "" for a variable of a module or a function; None where nothing is defined.
    """
    if name.type != "identifier":  # a string may be as long as its file
        return None
    constant, assignment = BY_NAME.get(text_of(name)), parent_of(name)
    if constant is None or assignment is None or field(assignment, "left") != name:
        return None
    value = field(assignment, "right")
    if type_of(value) != "integer" or number_in(text_of(value)) != constant.value:
        return None
    around = enclosing(name, _SCOPES)
    owner = text_of(field(around, "name")) if type_of(around) == "class_definition" else ""
    return owner, text_of(name)


def named_constant(node: Node) -> Member | None:
    """A catalog name that is read, on whatever object: `Codes.CLIENT_BANNED`, `CLIENT_BANNED`."""
    parent = parent_of(node)
    if node.type != "identifier" or parent is None:
        return None
    if parent.type == "attribute" and field(parent, "attribute") == node:
        return _other(node, text_of(field(parent, "object")))
    if _is_pattern(parent) and operands(parent)[-1] == node:
        owner = ".".join(text_of(name) for name in operands(parent)[:-1])
        return _other(node, owner) if owner else None
    return _other(node, "")


def _is_pattern(node: Node) -> bool:
    """True if a dotted name is a value pattern: `case O.X`."""
    return node.type == "dotted_name" and type_of(parent_of(node)).endswith("_pattern")


def _expression_of(node: Node, owner: str) -> Node:
    """The whole expression that looks a member up, which is what stands in a comparison."""
    parent = parent_of(node)
    if parent is None or not owner:
        return node
    if parent.type in {"attribute", "subscript", "dotted_name"} and operands(parent)[-1] == node:
        return parent
    if parent.type == "argument_list":
        return parent_of(parent) or node
    return node
