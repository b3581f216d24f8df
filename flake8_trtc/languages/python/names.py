"""The meaning of a name of a Python module where it is used: who binds it, and in which scope."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.tree import (
    enclosing,
    field,
    operands,
    parent_of,
    position_in,
    resolved,
    type_of,
)

COMPREHENSIONS = frozenset(
    "list_comprehension set_comprehension dictionary_comprehension generator_expression".split()
)
FUNCTIONS = frozenset({"function_definition", "lambda"})
OWNERS = FUNCTIONS | {"module", "class_definition"}
"""Blocks that run by themselves."""
SCOPES = OWNERS | COMPREHENSIONS
PARAMETERS = frozenset({"parameters", "lambda_parameters"})
_PATTERNS = frozenset(
    "pattern_list tuple_pattern list_pattern list_splat_pattern as_pattern_target "
    "parenthesized_expression case_pattern dict_pattern".split()
)
_BINDING = {
    "assignment": "left",
    "augmented_assignment": "left",
    "named_expression": "name",
    "for_statement": "left",
    "for_in_clause": "left",
    "as_pattern": "alias",
    "function_definition": "name",
    "class_definition": "name",
}
"""The nodes that bind a name, with the field that it is in."""
_DECLARATIONS = frozenset({"global_statement", "nonlocal_statement"})
_IMPORTS = frozenset({"import_statement", "import_from_statement"})
_PARAMETERS = frozenset(
    "default_parameter typed_parameter typed_default_parameter list_splat_pattern "
    "dictionary_splat_pattern".split()
)


class Bound(NamedTuple):
    """Where a target is bound.

    path: the positions and keys that lead to it, from the outside in; child: the outermost
    pattern; whole: the node that has that: an assignment, a loop, `parameters`, an import…
    """

    path: tuple[str, ...]
    child: Node
    whole: Node


def bound_by(target: Node) -> Bound | None:
    """Where a name, or a member, is bound; None where it is only used."""
    path: list[str] = []
    child, parent = target, parent_of(target)
    if type_of(parent) == "dotted_name" and parent is not None:
        return _imported_or_captured(parent, target)
    while parent is not None and parent.type in _PATTERNS:
        if parent.type in {"pattern_list", "tuple_pattern", "list_pattern"}:
            path.append(str(position_in(parent, child) or 0))
        elif parent.type == "list_splat_pattern" and type_of(parent_of(parent)) in PARAMETERS:
            break
        child, parent = parent, parent_of(parent)
    if parent is None:
        return None
    if parent.type in _PARAMETERS and type_of(parent_of(parent)) in PARAMETERS:
        named = field(parent, "name") or next(iter(operands(parent)), None)
        whole = parent_of(parent)
        return Bound((), parent, whole) if named == target and whole is not None else None
    if parent.type in PARAMETERS:
        return Bound((), child, parent)
    if parent.type == "aliased_import":
        statement = parent_of(parent)
        own = field(parent, "alias") == child and statement is not None
        return Bound((), parent, statement) if own and statement is not None else None
    at = _BINDING.get(parent.type)
    bound = at is not None and field(parent, at) == child
    return Bound(tuple(reversed(path)), child, parent) if bound else None


def _imported_or_captured(dotted: Node, name: Node) -> Bound | None:
    """`import a.b` binds a, `from m import a` a, `case a:` a."""
    parent = parent_of(dotted)
    if parent is None or operands(dotted)[0] != name:
        return None
    if parent.type == "import_statement" or (
        parent.type == "import_from_statement" and field(parent, "module_name") != dotted
    ):
        return Bound((), dotted, parent)
    if parent.type != "case_pattern" or len(operands(dotted)) > 1:
        return None
    path: list[str] = []
    child, around = dotted, parent
    while around.type != "case_clause":
        if around.type in {"tuple_pattern", "list_pattern"}:
            path.append(str(position_in(around, child) or 0))
        elif around.type == "dict_pattern":
            values = around.children_by_field_name("value")
            keys = around.children_by_field_name("key")
            key = plain_string(keys[values.index(child)]) if child in values else None
            path.append(key or "*")
        elif around.type not in {"case_pattern", "union_pattern", "as_pattern"}:
            path.append("*")
        child = around
        up = parent_of(around)
        if up is None:
            return None
        around = up
    return Bound(tuple(reversed(path)), child, around)


class Name:
    """One name in one module: where it stands, and what it means there."""

    def __init__(self, root: Node, text: bytes, name: str) -> None:
        self._root = root
        found = nodes_of(root, text, name)
        self.mentions = [node for node in found if node.type == "identifier" and _is_name(node)]
        self._meant: dict[Node, Node | None] = {}

    @cached_property
    def targets(self) -> dict[Node, list[Node]]:
        """The targets that bind the name, by the scope that they bind it in."""
        elsewhere = dict(self._declared())
        found: dict[Node, list[Node]] = {}
        for node in self.mentions:
            scope = _scope_of(node)
            if scope is not None:
                found.setdefault(elsewhere.get(scope, scope), []).append(node)
        return found

    def uses_of(self, target: Node) -> list[Node]:
        """The uses of the name that a target binds."""
        return self.uses_in(_scope_of(target))

    def uses_in(self, scope: Node | None) -> list[Node]:
        """The uses of the name that mean that of a scope."""
        return self._uses.get(scope, []) if scope is not None else []

    @cached_property
    def _uses(self) -> dict[Node, list[Node]]:
        """The uses of the name, by the scope whose name it is."""
        found: dict[Node, list[Node]] = {}
        for node in self.mentions:
            scope = self.scope_at(node) if bound_by(node) is None else None
            if scope is not None:
                found.setdefault(scope, []).append(node)
        return found

    def _declared(self) -> Iterator[tuple[Node, Node]]:
        """The functions that declare the name global or nonlocal, and the scope that it is of."""
        for node in self.mentions:
            kind = type_of(parent_of(node))
            function = enclosing(node, FUNCTIONS) if kind in _DECLARATIONS else None
            if function is not None:
                outer = enclosing(function, FUNCTIONS) if kind == "nonlocal_statement" else None
                yield function, outer or self._root

    def scope_at(self, node: Node) -> Node | None:
        """The scope whose name is meant where a node stands; None where none binds it."""
        nearest = enclosing(node, SCOPES)
        if nearest is not None and nearest.type == "class_definition" and nearest in self.targets:
            return nearest
        return resolved(node, self._meant, self._outwards)

    def _outwards(self, node: Node) -> tuple[Node | None, Node | None]:
        scope = enclosing(node, SCOPES - {"class_definition"})
        if scope is None or scope in self.targets:
            return None, scope
        return scope, None


def _is_name(node: Node) -> bool:
    """True if an identifier is a variable's name, and no attribute's or keyword's."""
    parent = parent_of(node)
    if type_of(parent) == "attribute":
        return field(parent, "attribute") != node
    return type_of(parent) != "keyword_argument" or field(parent, "name") != node


def _scope_of(name: Node) -> Node | None:
    """The scope that a name is bound in where it stands; None for a use."""
    bound = bound_by(name)
    if bound is None:
        return None
    whole = bound.whole
    if whole.type in PARAMETERS:
        return parent_of(whole)
    if whole.type in {"function_definition", "class_definition"}:
        return enclosing(whole, OWNERS)
    return enclosing(name, SCOPES if whole.type == "for_in_clause" else OWNERS)


def is_from_elsewhere(name: Node) -> bool:
    """True if a name is imported from another package, or is a builtin."""
    bound = bound_by(name)
    if bound is None or bound.whole.type not in {"import_statement", "import_from_statement"}:
        return False
    return type_of(field(bound.whole, "module_name")) != "relative_import"
