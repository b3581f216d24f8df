"""Members of liteav's enumeration that are used as the numbers that they are not.

What each of it does was tried with liteav 13.2: pybind11 gives such members `==` with numbers, a
hash, int() and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache

from tree_sitter import Node, Query, QueryCursor

from flake8_trtc._lean import regex
from flake8_trtc.catalog.generations import values
from flake8_trtc.languages.context import Placement
from flake8_trtc.languages.grammars import grammar
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.members import owners, python_members
from flake8_trtc.languages.python.origins import PythonOrigins
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.model import Codes, Misuse, Place, Subject

_ORDERS = frozenset({"<", ">", "<=", ">="})
_SPOTS = """
(comparison_operator) @order
(if_statement condition: (_) @truth)
(elif_clause condition: (_) @truth)
(while_statement condition: (_) @truth)
(not_operator argument: (_) @truth)
(boolean_operator left: (_) @truth)
(assert_statement . (_) @truth)
(if_clause (_) @truth)
(conditional_expression (_) . (_) @truth)
(attribute attribute: (identifier) @member (#match? @member "^ERR_"))
(call function: (identifier) @bool (#eq? @bool "bool")) @called
(call function: (attribute object: (identifier) @of) (#eq? @of "json")) @json
(call function: (identifier) @name (#any-of? @name "dumps" "dump")) @json
"""
_JSON = frozenset({"json.dumps", "json.dump", "dumps", "dump"})
_IMPORTED = regex(rb"from[ \t]+json[ \t]+import\b[^\n]*\bdumps?\b")
_HOME = "flake8_trtc.v5"
_OWN: tuple[tuple[str, Codes], ...] = (("ErrorCode", "v5"), ("ExtraCode", "v5-extra"))
_CONVERTS = frozenset({"default", "cls"})
_ENTRIES = frozenset({"dictionary", "list", "tuple", "pair", "parenthesized_expression"})


@cache
def _spots() -> Query:
    return Query(grammar("tree_sitter_python"), _SPOTS)


def misuses_in(root: Node, origins: PythonOrigins) -> Iterator[tuple[Node, Misuse, Placement]]:
    """The members that a module orders, tests for truth or writes as JSON, by their kind."""
    found = QueryCursor(_spots()).captures(root)
    spots: list[tuple[Node, Misuse]] = []
    for comparison in found.get("order", ()):
        spots += [(part, "order") for part in _ordered(comparison)]
    for test in (*found.get("truth", ()), *_arguments(found.get("called", ()))):
        spots += [(part, "truth") for part in _tested(test)]
    bare = _IMPORTED.search(origins.text) is not None
    for call in found.get("json", ()):
        if bare or type_of(field(call, "function")) == "attribute":
            spots += [(part, "json") for part in _written(call)]
    for name in found.get("member", ()):
        table = field(parent_of(name), "object")
        lacking = _lacking(name, text_of(table), "liteav")
        if table is not None and lacking and origins.value_of(table).aspect == "type":
            yield lacking
    yield from _of_own(root, origins.text)
    for node, misuse in dict.fromkeys(spots):
        if origins.value_of(node).aspect == "enum":
            yield node, misuse, Placement(Place.VALUE, Subject(text_of(node), ""))


def _of_own(root: Node, text: bytes) -> Iterator[tuple[Node, Misuse, Placement]]:
    """The members that this package's constants of v5 do not have."""
    for enumeration, codes in _OWN:
        known = owners(root, text, ((_HOME, enumeration),)) - {"TRTC.ErrorCode"}
        for member in python_members(root, text, known):
            lacking = _lacking(member.node, member.owner, codes)
            if lacking and not hasattr(IntEnum, member.name):
                yield lacking


def _lacking(name: Node, owner: str, codes: Codes) -> tuple[Node, Misuse, Placement] | None:
    """A member that a table does not have."""
    written = plain_string(name) or text_of(name)
    if written in values(codes):
        return None
    return name, "member", Placement(Place.VALUE, Subject(owner, written, codes))


def _ordered(comparison: Node) -> Iterator[Node]:
    """The sides of `<` and the like."""
    parts = operands(comparison)
    operators = comparison.children_by_field_name("operators")
    for at, operator in enumerate(operators[: len(parts) - 1]):
        if text_of(operator) in _ORDERS:
            yield from parts[at : at + 2]


def _arguments(calls: list[Node] | tuple[()]) -> list[Node]:
    return [part for call in calls for part in call_arguments(call)[:1]]


def _tested(test: Node) -> Iterator[Node]:
    """The expression a test asks for truth; left sides of `and` and `or` are tests themselves."""
    while test.type in {"parenthesized_expression", "boolean_operator"}:
        inner = field(test, "right") or next(iter(operands(test)), None)
        if inner is None:
            return
        test = inner
    yield test


def _written(call: Node) -> Iterator[Node]:
    """Arguments of `json.dumps`, in lists and dictionaries, too; with `default=` anything goes."""
    arguments = call_arguments(call)
    named = {text_of(field(part, "name")) for part in arguments if _is_keyword(part)}
    if text_of(field(call, "function")) not in _JSON or not named.isdisjoint(_CONVERTS):
        return
    pending = [part for part in arguments[:1] if not _is_keyword(part)]
    while pending:
        part = pending.pop()
        if part.type in _ENTRIES:
            pending += operands(part)
        else:
            yield part


def _is_keyword(argument: Node) -> bool:
    return type_of(argument) in {"keyword_argument", "dictionary_splat"}
