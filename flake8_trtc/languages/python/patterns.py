"""A literal in a `case` pattern: which part of the match subject it is tested against."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import Placement
from flake8_trtc.languages.names import words
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.subjects import Subjects
from flake8_trtc.languages.tree import (
    field,
    operands,
    parent_of,
    position_in,
    text_of,
    type_of,
)
from flake8_trtc.model import Place, Subject

_TRANSPARENT = frozenset({"case_pattern", "union_pattern", "as_pattern"})


def match_place(node: Node, names: Subjects) -> Placement | None:
    """Place a literal that stands in a pattern: CASE, with what it is matched against."""
    plain = True  # nothing but alternatives between the literal and its case
    index: int | None = None
    child, parent = node, parent_of(node)
    while parent is not None and parent.type != "case_clause":
        if parent.type in {"keyword_pattern", "class_pattern"}:
            name = text_of(operands(parent)[0])
            return Placement(Place.CASE, Subject(name, name))
        if parent.type == "dict_pattern":
            return _entry(parent, child, names)
        if parent.type in {"tuple_pattern", "list_pattern"} and not _parenthesised(parent):
            if not plain:
                return None
            plain, index = False, position_in(parent, child)
        elif parent.type not in _TRANSPARENT and not _parenthesised(parent):
            return None
        child, parent = parent, parent_of(parent)
    return None if parent is None else _clause(parent, node, names, plain, index)


def _parenthesised(pattern: Node) -> bool:
    """True if a pattern is one in parentheses, which the grammar takes for a tuple's."""
    commas = any(child.type == "," for child in pattern.children)
    return pattern.type == "tuple_pattern" and not commas


def _entry(pattern: Node, child: Node, names: Subjects) -> Placement | None:
    """A literal in `{"code": 16388}`: tested against what is under the key."""
    keys = pattern.children_by_field_name("key")
    values = pattern.children_by_field_name("value")
    if child not in values:
        return _looked_up(pattern, names)
    key = plain_string(keys[values.index(child)])
    return None if key is None else Placement(Place.CASE, Subject(key, key))


def _looked_up(pattern: Node, names: Subjects) -> Placement | None:
    """A key of `case {16388: text}`, looked up in what is matched."""
    clause = parent_of(parent_of(pattern))
    found = _subjects(clause) if type_of(clause) == "case_clause" else []
    subject = names.of(found[0]) if len(found) == 1 else None
    table = subject is not None and words(subject.name)[-1:] != ("code",)
    return Placement(Place.LOOKUP, subject) if table else None


def _subjects(clause: Node | None) -> list[Node]:
    match = parent_of(parent_of(clause))
    return [] if match is None else match.children_by_field_name("subject")


def _clause(
    clause: Node, literal: Node, names: Subjects, plain: bool, index: int | None
) -> Placement | None:
    """A literal tested against the subject of the match, or against one item of it."""
    match = parent_of(parent_of(clause))
    subjects = _subjects(clause)
    if match is None or not subjects:
        return None
    subject = subjects[0]
    patterns = [child for child in clause.named_children if child.type == "case_pattern"]
    if plain and len(patterns) > 1:  # `case "error", 16388:`
        holding = [at for at, pattern in enumerate(patterns) if _holds(pattern, literal)]
        plain, index = False, holding[0] if holding else None
    if plain:
        guarded = field(clause, "guard") is not None
        chain = None if guarded else (match.start_byte, "match")
        return Placement(Place.CASE, names.of(subject), chain=chain)
    items = subjects if len(subjects) > 1 else operands(subject) if subject.type == "tuple" else []
    if index is None or index >= len(items):
        return None
    return Placement(Place.CASE, names.of(items[index]))


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
