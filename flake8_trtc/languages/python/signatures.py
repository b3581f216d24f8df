"""Functions and classes of a Python module, and what they call what they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.parameters import Signatures
from flake8_trtc.languages.python.functions import SELVES, method_at, parameter_name
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.tree import (
    Finder,
    enclosing,
    field,
    kept,
    operands,
    parent_of,
    text_of,
    type_of,
)

_CLASS = regex(rb"^[ \t]*class[ \t]+([^\W\d]\w*)", re.MULTILINE)
_CLASSES: dict[Node, dict[str, Node]] = kept()
_ENDINGS = ("Error", "Exception", "Failure")
_MOST_BASES = 8
"""How many classes upwards one is followed."""


def own_classes(root: Node) -> dict[str, Node]:
    """The classes that a module defines, by their names."""
    if root not in _CLASSES:
        found: dict[str, Node] = {}
        finder = Finder(root)
        for match in _CLASS.finditer(root.text or b""):
            start, end = (root.start_byte + at for at in match.span(1))
            defined = parent_of(finder.at(start, end))
            if defined is not None and defined.type == "class_definition":
                found.setdefault(text_of(field(defined, "name")), defined)
        _CLASSES[root] = found
    return _CLASSES[root]


def is_error_class(root: Node, name: str) -> bool:
    """True if a class of a module is an error's, by what it is derived from."""
    return any(base.endswith(_ENDINGS) for base in _lineage(root, name))


def parameter_at(root: Node, name: str, at: int, *, inherited: bool) -> str | None:
    """The name that a class of a module has for an argument; None where it does not tell.

    inherited: what it is derived from has, `super().__init__(…)`.
    """
    classes = own_classes(root)
    for base in (*(() if inherited else (name,)), *_lineage(root, name)):
        defined = classes.get(base)
        names = [] if defined is None else _parameters(defined)
        if names:
            return names[at] if at < len(names) and not names[at].startswith("*") else None
    return None


def parameter_given(function: Node, arguments: list[Node], at: int) -> str | None:
    """The name that a function or class of the module has for an argument; None where none has.

    function: what is called; at: the argument's position. It begins with "*" where it takes the
    rest of the arguments.
    """
    if any(part.type == "list_splat" for part in arguments[:at]):
        return None
    name, method = last_name(function), field(function, "object") is not None
    if name in SELVES and not method:
        name = text_of(field(enclosing(function, _CLASSES_OF), "name"))
    return _OWN.parameter(function, name, at, method=method)


def _own(root: Node, name: str, method: bool) -> Iterator[list[str]]:
    """The parameters of the functions, or classes, or of the methods that have a name."""
    for mention in nodes_of(root, None, name):
        defined = parent_of(mention)
        if defined is None or field(defined, "name") != mention:
            continue
        if defined.type == "class_definition" and not method:
            yield _parameters(defined)
        elif defined.type == "function_definition" and (method_at(mention) is not None) == method:
            listed = field(defined, "parameters")
            yield _names(operands(listed) if listed is not None else [], method=method)


def _names(parameters: list[Node], *, method: bool) -> list[str]:
    """The names of parameters by the positions of the arguments that they take."""
    names: list[str] = []
    for part in parameters:
        if part.type in {"keyword_separator", "dictionary_splat_pattern"}:
            break
        if part.type != "positional_separator":
            names.append(parameter_name(part))
            if names[-1].startswith("*"):
                break
    return names[1:] if method and names[:1] and names[0] in SELVES else names


_OWN = Signatures(_own)
_CLASSES_OF = frozenset({"class_definition"})


def _lineage(root: Node, name: str) -> Iterator[str]:
    """The names of the classes that one is derived from, as far as the module tells."""
    classes, pending, seen = own_classes(root), [name], {name}
    while pending and len(seen) <= _MOST_BASES:
        listed = field(classes.get(pending.pop()), "superclasses")
        for base in map(last_name, operands(listed) if listed is not None else ()):
            if base not in seen:
                seen.add(base)
                pending.append(base)
                yield base


def _parameters(defined: Node) -> list[str]:
    """What a class is given: by `__init__`, or by the fields of a dataclass."""
    body = field(defined, "body")
    fields: list[str] = []
    for statement in operands(body) if body is not None else ():
        method = field(statement, "definition") or statement
        if text_of(field(method, "name")) == "__init__":
            listed = field(method, "parameters")
            return _names(operands(listed), method=True) if listed is not None else []
        inner = next(iter(operands(statement)), None)
        if type_of(inner) == "assignment" and field(inner, "type") is not None:
            fields.append(text_of(field(inner, "left")))
    decorated = type_of(parent_of(defined)) == "decorated_definition"
    return fields if decorated else []
