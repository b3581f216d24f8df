"""What a name of a script means where it stands: where it is bound, and in which scope."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.climb import ancestors, field, parent_of, text_of, type_of

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
"""What has a body that runs when it is called, or `var` names of its own."""

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
_NAMESPACES = frozenset({"internal_module", "module"})


class Binding(NamedTuple):
    """A name where it is bound, and the node all through which it means that."""

    name: Node
    scope: Node


class Name:
    """One name in one script: where it stands, and what it means there."""

    def __init__(self, root: Node, text: bytes, name: str) -> None:
        self.name = name
        pattern = re.compile(rb"(?<![\w$])%s(?![\w$])" % re.escape(name.encode()))
        found = (root.descendant_for_byte_range(*item.span()) for item in pattern.finditer(text))
        self.mentions = [node for node in found if node is not None and node.type in _NAMES]

    @cached_property
    def bindings(self) -> list[Binding]:
        """Where the name is bound, in the order of the text."""
        return list(filter(None, map(_binding, self.mentions)))

    def at(self, node: Node) -> Binding | None:
        """What the name is bound to where a node stands; None where it is no name of the script.

        The last one where a scope binds it twice.
        """
        scopes = self._scopes
        if not scopes:
            return None
        return next((scopes[item.id] for item in ancestors(node) if item.id in scopes), None)

    @cached_property
    def _scopes(self) -> dict[int, Binding]:
        return {binding.scope.id: binding for binding in self.bindings}

    def binding(self, mention: Node) -> Binding | None:
        """The binding that a mention is itself; None for a use."""
        return next((item for item in self.bindings if item.name == mention), None)

    def uses(self) -> Iterator[tuple[Node, Binding | None]]:
        """Every use of the name, with what it is bound to there."""
        bound = {binding.name.id for binding in self.bindings}
        return ((node, self.at(node)) for node in self.mentions if node.id not in bound)

    def is_free(self, block: Node, uses: list[Node]) -> bool:
        """Whether a block can declare the name for the uses in it, and change nothing else.

        block: of a function, or a program, or a statement that is to stand in a block of its own.
        """
        owner = parent_of(block) if is_body(block) else None
        for binding in self.bindings:
            if binding.scope in (block, owner):
                return False
        for mention in self.mentions:
            if _holds(block, mention):
                meant = self.binding(mention) or self.at(mention)
                if meant is None or not _holds(block, meant.scope):
                    return False
        meanings = (self.at(use) for use in uses)
        return not any(meant is not None and _holds(block, meant.scope) for meant in meanings)


def is_body(block: Node) -> bool:
    """Whether a block is the body of a function."""
    return type_of(parent_of(block)) in FUNCTIONS


def _holds(block: Node, node: Node) -> bool:
    """Whether a node is in another, and not that one itself."""
    inside = block.start_byte <= node.start_byte and node.end_byte <= block.end_byte
    return inside and node != block and not _is_around(node, block)


def _is_around(node: Node, block: Node) -> bool:
    """Whether a node of the same span as a block is one of those around it."""
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
        return _outermost(parent)
    if kind == "import_specifier":
        return _outermost(parent) if (field(parent, "alias") or child) == child else None
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
    return _around(parent, hoisted=False) if declared or kind in _NAMESPACES else None


def _around(node: Node, *, hoisted: bool) -> Node:
    """The scope of what is declared at a node: its block, or its function's where it is hoisted."""
    for parent in ancestors(node):
        if parent.type in FUNCTIONS or parent.type in _NAMESPACES:
            return parent
        if parent.type in _BLOCKS and not hoisted and not is_body(parent):
            return parent
    return _outermost(node)


def _outermost(node: Node) -> Node:
    *_, root = ancestors(node)
    return root
