"""The meaning of a name of a script where it is used: where it is bound, and in which scope."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.tree import (
    ancestors,
    enclosing,
    field,
    kept,
    outermost,
    parent_of,
    resolved,
    text_of,
    type_of,
)

FUNCTIONS = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
        "class_static_block",
    }
)
"""Nodes with a body that runs when they are called, or `var` names of their own."""

_NAMES = frozenset(
    {
        "identifier",
        "type_identifier",
        "shorthand_property_identifier",
        "shorthand_property_identifier_pattern",
    }
)
_PATTERNS = {
    "object_pattern": None,
    "array_pattern": None,
    "rest_pattern": None,
    "assignment_pattern": "left",
    "object_assignment_pattern": "left",
    "pair_pattern": "value",
    "required_parameter": "pattern",
    "optional_parameter": "pattern",
}
"""The nodes of a pattern, with the field that binds; None: all that is in it does."""

_BLOCKS = frozenset(
    {"program", "statement_block", "switch_body", "for_statement", "for_in_statement"}
)
_HOISTED = frozenset({"function_declaration", "generator_function_declaration"})
_IMPORTING = frozenset({"import_clause", "namespace_import", "import_require_clause"})
NAMESPACES = frozenset({"internal_module", "module"})
_OWNERS = FUNCTIONS | NAMESPACES


class Binding(NamedTuple):
    """A name where it is bound, and the node all through which it means that."""

    name: Node
    scope: Node


class Name:
    """One name in one script: where it stands, and what it means there.

    mentions: its nodes, in the order of the text.
    """

    def __init__(self, name: str, mentions: list[Node]) -> None:
        self.name = name
        self.mentions = mentions
        self._meant: dict[Node, Binding | None] = {}

    @cached_property
    def bindings(self) -> list[Binding]:
        """Where the name is bound, in the order of the text."""
        return list(self._bound.values())

    @cached_property
    def _bound(self) -> dict[Node, Binding]:
        found = ((mention, _binding(mention)) for mention in self.mentions)
        return {mention: binding for mention, binding in found if binding is not None}

    def at(self, node: Node) -> Binding | None:
        """The binding of a name where a node stands; None where it is no name of the script.

        The last one where a scope binds it twice.
        """
        return resolved(node, self._meant, self._outwards) if self._scopes else None

    def _outwards(self, node: Node) -> tuple[Node | None, Binding | None]:
        parent = parent_of(node)
        if parent is None or parent in self._scopes:
            return None, None if parent is None else self._scopes[parent]
        return parent, None

    @cached_property
    def _scopes(self) -> dict[Node, Binding]:
        return {binding.scope: binding for binding in self.bindings}

    @cached_property
    def _counts(self) -> Counter[Node]:
        return Counter(binding.scope for binding in self.bindings)

    def is_alone(self, binding: Binding) -> bool:
        """True if the scope of a binding binds the name only there."""
        return self._counts[binding.scope] == 1

    def binding(self, mention: Node) -> Binding | None:
        """The binding that a mention is itself; None for a use."""
        return self._bound.get(mention)

    def uses(self) -> Iterator[tuple[Node, Binding | None]]:
        """Every use of the name, with what it is bound to there."""
        return ((node, self.at(node)) for node in self.mentions if node not in self._bound)

    @cached_property
    def uses_of(self) -> dict[Binding, list[Node]]:
        """The uses of the name by what it is bound to there, which is something."""
        found: dict[Binding, list[Node]] = {}
        for use, meant in self.uses():
            if meant is not None:
                found.setdefault(meant, []).append(use)
        return found

    def stands_at(self, node: Node | None) -> bool:
        """True if a node is a mention of the name."""
        return node in self._nodes

    @cached_property
    def _nodes(self) -> frozenset[Node]:
        return frozenset(self.mentions)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start_byte for mention in self.mentions]

    def is_free(self, block: Node) -> bool:
        """True if a block can declare the name, and change nothing that is in it.

        block: of a function, or a program, or a statement that is to stand in a block of its own.
        """
        owner = parent_of(block) if is_body(block) else None
        if block in self._scopes or owner in self._scopes:
            return False
        first = bisect_left(self._starts, block.start_byte)
        last = bisect_left(self._starts, block.end_byte)
        for mention in self.mentions[first:last]:
            if holds(block, mention):
                meant = self.binding(mention) or self.at(mention)
                if meant is None or not holds(block, meant.scope):
                    return False
        return True

    def is_hidden(self, block: Node, use: Node) -> bool:
        """True if what a block declares by the name is something else where a node in it stands."""
        meant = self.at(use)
        return meant is not None and holds(block, meant.scope)


_NAMED: dict[tuple[Node, str], Name] = kept()


def name_in(root: Node, text: bytes, name: str) -> Name:
    """A name in a script; root, text: the script's."""
    found = _NAMED.get((root, name))
    if found is None:
        nodes = nodes_of(root, text, name)
        found = Name(name, [node for node in nodes if node.type in _NAMES])
        _NAMED[root, name] = found
    return found


def is_body(block: Node) -> bool:
    """True if a block is the body of a function."""
    return type_of(parent_of(block)) in FUNCTIONS


def holds(block: Node, node: Node) -> bool:
    """True if a node is in another, and not that one itself."""
    inside = block.start_byte <= node.start_byte and node.end_byte <= block.end_byte
    return inside and node != block and not _is_around(node, block)


def _is_around(node: Node, block: Node) -> bool:
    """True if a node of the same span as a block is one of those around it."""
    same = (node.start_byte, node.end_byte) == (block.start_byte, block.end_byte)
    return same and node in ancestors(block)


def _binding(name: Node) -> Binding | None:
    """The binding that a name is where it stands; None for a use of it."""
    child, parent = name, parent_of(name)
    while parent is not None and parent.type in _PATTERNS:
        kept = _PATTERNS[parent.type]
        if kept is not None and field(parent, kept) != child:
            return None
        child, parent = parent, parent_of(parent)
    scope = _scope(child, parent) if parent is not None else None
    return None if scope is None else Binding(name, scope)


def _scope(child: Node, parent: Node) -> Node | None:
    """The scope of a pattern by what it is the pattern of; None where it binds nothing."""
    kind = parent.type
    if kind == "formal_parameters" or (kind in FUNCTIONS and field(parent, "parameter") == child):
        return parent_of(parent) if kind == "formal_parameters" else parent
    if kind == "catch_clause":
        return parent if field(parent, "parameter") == child else None
    if kind in _IMPORTING:
        return outermost(parent)
    if kind == "import_specifier":
        return outermost(parent) if (field(parent, "alias") or child) == child else None
    if kind == "variable_declarator":
        if field(parent, "name") != child:
            return None
        return _around(parent, hoisted=type_of(parent_of(parent)) == "variable_declaration")
    if kind == "for_in_statement":
        word = text_of(field(parent, "kind"))
        if field(parent, "left") != child or not word:
            return None
        return _around(parent, hoisted=True) if word == "var" else parent
    if field(parent, "name") != child:
        return None
    if kind in {"function_expression", "generator_function", "class"}:
        return parent
    if kind in _HOISTED or kind == "function_signature":
        return _around(parent, hoisted=True)  # of a block, too: sloppy scripts hoist it
    declared = kind in {"class_declaration", "abstract_class_declaration", "enum_declaration"}
    return _around(parent, hoisted=False) if declared or kind in NAMESPACES else None


def _around(node: Node, *, hoisted: bool) -> Node:
    """The scope of what is declared at a node: its block, or its function's where it is hoisted."""
    scope = enclosing(node, _OWNERS if hoisted else _OWNERS | _BLOCKS)
    if scope is None:
        return outermost(node)
    if scope.type in _BLOCKS and is_body(scope):
        return parent_of(scope) or scope
    return scope
