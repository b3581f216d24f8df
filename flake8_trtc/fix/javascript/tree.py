"""The planner's questions to a syntax tree: kinds of statements, and the order they run in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.catalog.generations import is_member
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.javascript.bindings import name_in
from flake8_trtc.languages.javascript.constants import Constants, constants_of, is_written
from flake8_trtc.languages.javascript.grammar import signed_number
from flake8_trtc.languages.javascript.imports import DECLARATIONS, required
from flake8_trtc.languages.templates import COMMAND
from flake8_trtc.languages.tree import (
    ancestors,
    enclosing,
    field,
    kept,
    operands,
    parent_of,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import SCRIPTS, Fix

_ESM = frozenset({"import_statement", "export_statement"})
_EXPORTS = regex(rb"(?:module\.)?exports\b")
_HOISTED = frozenset({"function_declaration", "generator_function_declaration"})
_COMPARING = frozenset({"===", "!==", "==", "!="})


def suits_a_literal(node: Node) -> bool:
    """True if a number may get a type of its own in TypeScript: it is compared, or a key."""
    parents = (item for item in ancestors(node) if item.type != "parenthesized_expression")
    parent = next(parents, None)
    if parent is None or parent.type == "binary_expression":
        return parent is not None and text_of(field(parent, "operator")) in _COMPARING
    computed = parent.type == "computed_property_name"
    return computed or parent.type == "switch_case" or is_key(node)


_CHECKED = regex(rb"^[ \t]*//[ \t]*@ts-check\b", re.MULTILINE)
_TOP = 4096
"""Bytes of a script that such a comment stands in."""


def needs_width(text: bytes, numbers: Iterable[Node]) -> bool:
    """True if tsc checks a script, and one of its numbers can't have a type of its own."""
    return _CHECKED.search(text, 0, _TOP) is not None and not all(map(suits_a_literal, numbers))


def is_key(node: Node) -> bool:
    """True if a number is a key of an object or pattern, or names a method, as it is."""
    parent = parent_of(node)
    key = _KEYED.get(parent.type) if parent is not None else None
    return key is not None and field(parent, key) == node


_KEYED = {"pair": "key", "pair_pattern": "key", "method_definition": "name"}


def is_esm(root: Node) -> bool:
    """True if a script imports or exports."""
    return any(node.type in _ESM for node in root.named_children)


def is_common(root: Node) -> bool:
    """True if a script requires a module at its top, or sets `module.exports`."""
    return any(is_require(node) or _EXPORTS.match(node.text or b"") for node in root.named_children)


def is_require(statement: Node) -> bool:
    """True if a statement binds what `require` gives."""
    return statement.type in DECLARATIONS and any(
        required(field(declarator, "value")) is not None for declarator in statement.named_children
    )


def is_directive(statement: Node) -> bool:
    """True if a statement is `'use strict'` or another directive."""
    inner = operands(statement)
    return (
        statement.type == "expression_statement" and len(inner) == 1 and inner[0].type == "string"
    )


def has_run(known: Constants, use: Node) -> bool:
    """True if constants are there whenever a use in their scope runs."""
    scope = known.binding.scope
    if known.end > use.start_byte:
        return False
    if scope.type == "switch_body":  # another case may be the one that runs
        return _child_around(scope, use) == _child_around(scope, known.binding.name)
    block = field(scope, "body") or scope
    statement = _child_around(block, use)
    if known.end == 0 or _function_in(statement) is None:
        return True
    name = known.binding.name
    early = _EARLY.get((block, name))
    if early is None:
        early = _EARLY[block, name] = _calls_early(block, name)
    return not early


_EARLY: dict[tuple[Node, Node], bool] = kept()


def _calls_early(block: Node, name: Node) -> bool:
    """True if a block calls a function of its own before it binds a name."""
    functions = filter(None, map(_function_in, block.named_children))
    names = "|".join(re.escape(text_of(field(item, "name"))) for item in functions)
    called = re.compile(rf"(?<![\w$.])(?:{names})(?![\w$])".encode())
    return any(
        called.search(item.text or b"")
        for item in block.named_children
        if item.end_byte <= name.start_byte and _function_in(item) is None
    )


def is_hoisted(function: Node, root: Node) -> bool:
    """True if a function can be called as soon as its script's exports are known."""
    holder = parent_of(function)
    if type_of(holder) != "export_statement":
        return function.type in _HOISTED and holder == root
    return function.type in _HOISTED or function.type == "function_expression"


def _function_in(statement: Node) -> Node | None:
    """The function that a statement declares, which can be called before it."""
    declared = field(statement, "declaration") or statement
    return declared if declared.type in _HOISTED else None


_CHILDREN: dict[tuple[Node, Node], Node] = kept()


def _child_around(block: Node, node: Node) -> Node:
    """The child of a block that a node in it is, or is in."""
    return resolved((block, node), _CHILDREN, _towards)


def _towards(way: tuple[Node, Node]) -> tuple[tuple[Node, Node] | None, Node]:
    block, node = way
    parent = parent_of(node)
    return (None if parent is None or parent == block else (block, parent)), node


def constants_at_top(script: Text) -> list[Constants]:
    """Names that a classic script declares for those after it."""
    root = script.tree.root_node
    return [
        known
        for known in constants_of(root, script.utf8)
        if known.binding.scope == root
        and known.members is not None
        and (known.table is None or COMMAND not in (known.table.text or b""))
        and not script.branches.at(known.binding.name.start_byte)
    ]


def is_bound_again(script: Text, name: str) -> bool:
    """True if other code of the page binds or changes what a script declares at its top.

    Of two declarations one may keep its whole script from running.
    """
    parts = () if script.parent is None else script.parent.parts
    word = name.encode()
    for part in (item for item in parts if item.dialect in SCRIPTS and word in item.utf8):
        root = part.tree.root_node
        found = name_in(root, part.utf8, name)
        at_top = part.role == "script" and any(item.scope == root for item in found.bindings)
        written = (is_written(use) for use, meant in found.uses() if meant is None)
        if part is not script and (at_top or any(written)):
            return True
    return False


_WITH = frozenset({"with_statement"})
"""What may give any name another meaning."""
_TOUCHING = regex(rb"[\w$]")


_WITHS: dict[Text, bool] = kept()
"""Whether the word stands in a script."""


def unfit(node: Node, fix: Fix, script: Text) -> Message | None:
    """Why a number or a member is not to be rewritten whatever is around its statement, or None.

    The script may have `16388in x` or `ErrorCode.#x`: the grammar takes both.
    """
    text = script.utf8
    signed = text[fix.span.start : fix.span.start + 1] == b"-"
    touched = [fix.span.end, *([fix.span.start - 1] if signed and fix.span.start else [])]
    glued = any(_TOUCHING.match(text, at) for at in touched)
    if glued or node.type == "private_property_identifier":
        return refusals.BROKEN()
    if not fix.qualified:
        return None
    if not is_member(fix.constant, signed_number(node), fix.codes):
        return refusals.NO_NUMBER()
    if script not in _WITHS:
        _WITHS[script] = b"with" in text
    if _WITHS[script] and enclosing(node, _WITH) is not None:
        return refusals.SHADOWED(name="ErrorCode")
    if _is_const(node):
        return refusals.AS_CONST()
    barred = resolved(node, _BARRED, _outwards)
    declares = _DECLARES.search(script.document.source.path) is not None
    ambient = declares or resolved(node, _AMBIENT, _to_ambient)
    return refusals.AMBIENT() if barred is None and ambient else barred


def _is_const(number: Node) -> bool:
    """True if a number is asserted to be `const` by itself, which TypeScript takes of literals."""
    around = parent_of(number)
    while type_of(around) == "parenthesized_expression":
        around = parent_of(around)
    if around is None or around.type not in {"as_expression", "type_assertion"}:
        return False
    return any(child.type == "const" or child.text == b"<const>" for child in around.children)


_DECLARES = regex(r"\.d(?:\.[^./\\]+)?\.[mc]?ts\Z", re.IGNORECASE)
"""Files of declarations alone, `x.d.css.ts` among them."""
_AMBIENT: dict[Node, bool] = kept()


def _to_ambient(node: Node) -> tuple[Node | None, bool]:
    ambient = node.type == "ambient_declaration"
    return (None if ambient else parent_of(node)), ambient


_BARRED: dict[Node, Message | None] = kept()


def _outwards(node: Node) -> tuple[Node | None, Message | None]:
    parent = parent_of(node)
    kind = type_of(parent)
    if kind == "literal_type":
        return None, refusals.TYPE()
    if kind == "enum_assignment":
        return None, refusals.ENUM()
    return (None if kind.endswith("_statement") else parent), None
