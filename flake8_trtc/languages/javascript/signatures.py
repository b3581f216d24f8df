"""Functions of a script, and what they call what they are given."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.javascript.grammar import parameters_of
from flake8_trtc.languages.javascript.targets import FIELDS
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.parameters import Signatures
from flake8_trtc.languages.tree import call_arguments, field, parent_of, text_of

_FUNCTIONS = frozenset({"arrow_function", "function_expression", "generator_function"})
_DECLARED = frozenset({"function_declaration", "generator_function_declaration"})
_KEYED = FIELDS | {"pair"}


def parameter_given(function: Node, name: str, arguments: list[Node], at: int) -> str | None:
    """The name that a function of the script has for an argument; None where none has.

    function: what is called, by a name; at: the argument's position. It begins with "*" where it
    takes the rest of the arguments.
    """
    if any(part.type == "spread_element" for part in arguments[:at]):
        return None
    if function.type not in {"identifier", "member_expression"}:
        return None
    return _OWN.parameter(function, name, at, method=function.type != "identifier")


def _own(root: Node, name: str, method: bool) -> Iterator[list[str]]:
    """The parameters of the functions, or of the methods, that have a name."""
    for mention in nodes_of(root, None, name):
        function = method_named(mention) if method else _function(mention)
        if function is not None:
            yield [*_names(parameters_of(function))]


def _function(mention: Node) -> Node | None:
    """The function that a mention of its name declares."""
    holder = parent_of(mention)
    if holder is None or mention not in (field(holder, "name"), field(holder, "left")):
        return None
    if holder.type in _DECLARED:
        return holder
    if holder.type not in {"variable_declarator", "assignment_expression"}:
        return None
    return _value(field(holder, "value") or field(holder, "right"))


def method_named(mention: Node) -> Node | None:
    """The method, of a class or an object, that a mention of its name declares."""
    holder = parent_of(mention)
    if holder is None:
        return None
    if holder.type == "method_definition":
        return holder if field(holder, "name") == mention else None
    if holder.type in _KEYED:
        named = mention in (field(holder, "key"), field(holder, "property"), field(holder, "name"))
        return _value(field(holder, "value")) if named else None
    outer = parent_of(holder) if holder.type == "member_expression" else None
    if outer is None or outer.type != "assignment_expression" or field(outer, "left") != holder:
        return None
    return _value(field(outer, "right")) if field(holder, "property") == mention else None


def _value(value: Node | None) -> Node | None:
    """The function that a value is, or that a hook such as `useCallback` is given."""
    if value is not None and value.type == "call_expression":
        value = next(iter(call_arguments(value)), None)
    return value if value is not None and value.type in _FUNCTIONS else None


def _names(parameters: list[Node]) -> Iterator[str]:
    """The names of parameters by the positions of the arguments that they take."""
    for part in parameters:
        target = field(part, "pattern") or field(part, "left") or part
        if target.type == "rest_pattern":
            yield "*" + text_of(target).removeprefix("...")
        elif target.type != "this":
            yield text_of(target) if target.type == "identifier" else ""


_OWN = Signatures(_own)
