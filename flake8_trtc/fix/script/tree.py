"""What the planner asks a script's syntax tree: functions around a node, names, statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.climb import ancestors, field

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
_ESM = frozenset({"import_statement", "export_statement"})
_NAMES = frozenset(
    {
        "identifier",
        "type_identifier",
        "shorthand_property_identifier",
        "shorthand_property_identifier_pattern",
        "jsx_identifier",
    }
)
_PATTERNS = frozenset({"object_pattern", "array_pattern", "rest_pattern", "formal_parameters"})
_BINDING_FIELDS = {
    "variable_declarator": ("name",),
    "function_declaration": ("name",),
    "generator_function_declaration": ("name",),
    "class_declaration": ("name",),
    "enum_declaration": ("name",),
    "catch_clause": ("parameter",),
    "arrow_function": ("parameter",),
    "assignment_pattern": ("left",),
    "object_assignment_pattern": ("left",),
    "pair_pattern": ("value",),
    "required_parameter": ("pattern",),
    "optional_parameter": ("pattern",),
    "for_in_statement": ("left",),
    "import_specifier": ("alias", "name"),
}
_BINDING_PARENTS = frozenset({"import_clause", "namespace_import", "import_require_clause"})


def bodies(node: Node) -> Iterator[Node]:
    """The blocks of the functions that a node runs in, from the inside out.

    A node in a function's parameters does not run in its block.
    """
    child = node
    for parent in ancestors(node):
        if parent.type in FUNCTIONS:
            body = block_of(parent)
            if body is not None and body == child:
                yield body
        child = parent


def block_of(function: Node) -> Node | None:
    """The block of a function; None for an arrow function that is an expression."""
    body = field(function, "body")
    if body is None and function.type == "class_static_block":
        body = next(
            (item for item in function.named_children if item.type == "statement_block"), None
        )
    return body if body is not None and body.type == "statement_block" else None


def top_statement(node: Node) -> Node:
    """The statement of the program that a node is or is in."""
    statement = node
    for parent in ancestors(node):
        if parent.parent is not None:
            statement = parent
    return statement


def mentions(scope: Node, text: bytes, name: str) -> Iterator[Node]:
    """Every use or declaration of a name in a node; names of properties are no names."""
    pattern = re.compile(rb"(?<![\w$])%s(?![\w$])" % re.escape(name.encode()))
    for match in pattern.finditer(text, scope.start_byte, scope.end_byte):
        node = scope.descendant_for_byte_range(*match.span())
        if node is not None and node.type in _NAMES:
            yield node


def is_free(scope: Node, text: bytes, name: str) -> bool:
    """Whether nothing in a node uses or declares a name."""
    return next(mentions(scope, text, name), None) is None


def binds(name: Node) -> bool:
    """Whether an identifier is where its name is declared."""
    parent = name.parent
    if parent is None:
        return False
    if name.type == "shorthand_property_identifier_pattern" or parent.type in _PATTERNS:
        return True
    if parent.type in _BINDING_PARENTS:
        return True
    fields = _BINDING_FIELDS.get(parent.type, ())
    return any(field(parent, item) == name for item in fields)


def is_modular(root: Node) -> bool:
    """Whether a script is a module by what it says: it imports, exports or requires."""
    return is_esm(root) or is_common(root)


def is_esm(root: Node) -> bool:
    """Whether a script imports or exports."""
    return any(node.type in _ESM for node in root.named_children)


def is_common(root: Node) -> bool:
    """Whether a script requires a module at its top, or sets `module.exports`."""
    return any(
        is_require(node) or re.match(rb"(?:module\.)?exports\b", node.text or b"")
        for node in root.named_children
    )


def is_require(statement: Node) -> bool:
    """Whether a statement binds what `require` gives."""
    if statement.type not in {"lexical_declaration", "variable_declaration"}:
        return False
    return any(
        value is not None and re.match(rb"require\s*\(", value.text or b"")
        for declarator in statement.named_children
        for value in (field(declarator, "value"),)
    )


def is_directive(statement: Node) -> bool:
    """Whether a statement is `'use strict'` or another directive."""
    inner = statement.named_children
    return (
        statement.type == "expression_statement" and len(inner) == 1 and inner[0].type == "string"
    )
