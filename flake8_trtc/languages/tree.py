"""Helpers of syntax trees, the same for every language: parents, fields, operands, texts.

A tree-sitter node does not know its parent: what has been asked of nodes is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from tree_sitter import Node

from flake8_trtc._lean import regex

_MANY = 1 << 15
_KEPT: list[dict[Any, Any]] = []
_Key = TypeVar("_Key", bound=Hashable)
_Answer = TypeVar("_Answer")


def kept() -> dict[Any, Any]:
    """A memory of what has been asked of nodes; it is emptied when much is kept.

    A tree-sitter node does not know its parent: to tell it, the tree is gone through from its
    root. A node that is kept keeps its tree, so that no other node takes its place.
    """
    _KEPT.append({})
    return _KEPT[-1]


def forget(many: int = _MANY) -> None:
    """Let what is kept go where it is more than many; for when a new tree comes."""
    if sum(map(len, _KEPT)) > many:
        for memory in _KEPT:
            memory.clear()


_PARENTS: dict[Node, Node] = kept()
_OPERANDS: dict[Node, tuple[list[Node], dict[Node, int]]] = kept()
_ENCLOSING: dict[tuple[Node, frozenset[str]], Node | None] = kept()


def resolved(
    key: _Key, memory: dict[_Key, _Answer], step: Callable[[_Key], tuple[_Key | None, _Answer]]
) -> _Answer:
    """The answer at the end of a way, which is that of all who come along there, too.

    step: from one to the next, or None and the answer.
    """
    passed = [key]
    while True:
        if passed[-1] in memory:
            answer = memory[passed[-1]]
            break
        onward, answer = step(passed[-1])
        if onward is None:
            break
        passed.append(onward)
    memory.update(dict.fromkeys(passed, answer))
    return answer


def is_or_holds(
    node: Node,
    memory: dict[Node, bool],
    told: Callable[[Node], bool],
    parts: Callable[[Node], Sequence[Node]],
) -> bool:
    """True if something is true of a node, or of one of its parts, or of theirs; asked once each.

    told: whether it is true of a node itself; parts: those of a node that count.
    """
    pending = [node]
    while pending:
        item = pending[-1]
        inner = parts(item) if item not in memory else ()
        unknown = [part for part in inner if part not in memory]
        if not unknown:
            pending.pop()
            memory.setdefault(item, told(item) or any(memory[part] for part in inner))
        pending += unknown
    return memory[node]


class Finder:
    """Finds the nodes of one tree by their spans.

    Each is found from the one before: in the order of the text, all together take no longer than
    a walk through the tree, however deep it is.
    """

    def __init__(self, root: Node) -> None:
        self._path = [root]
        self._cursor = root.walk()

    def at(self, start: int, end: int) -> Node:
        """The smallest node around a span; the root where it is in none."""
        path, cursor = self._path, self._cursor
        while len(path) > 1 and not _is_around(path[-1], start, end):
            path.pop()
            cursor.goto_parent()
        while cursor.goto_first_child_for_byte(start) is not None:
            child = cursor.node
            if child is None or not _is_around(child, start, end):
                cursor.goto_parent()
                break
            _PARENTS[child] = path[-1]
            path.append(child)
        return path[-1]


def _is_around(node: Node, start: int, end: int) -> bool:
    return node.start_byte <= start and end <= node.end_byte


def parent_of(node: Node | None) -> Node | None:
    """The parent of a node; None for the root."""
    if node is None:
        return None
    found = _PARENTS.get(node)
    if found is None and (found := node.parent) is not None:
        _PARENTS[node] = found
    return found


def ancestors(node: Node) -> Iterator[Node]:
    """The nodes around a node, from its parent to the root."""
    parent = parent_of(node)
    while parent is not None:
        yield parent
        parent = parent_of(parent)


def enclosing(node: Node, types: frozenset[str]) -> Node | None:
    """The nearest node around a node that is of one of the types."""
    return resolved((node, types), _ENCLOSING, _outwards)


_Wanted = tuple[Node, frozenset[str]]


def _outwards(wanted: _Wanted) -> tuple[_Wanted | None, Node | None]:
    node, types = wanted
    parent = parent_of(node)
    if parent is None or parent.type in types:
        return None, parent
    return (parent, types), None


_ROOTS: dict[Node, Node] = kept()


def outermost(node: Node) -> Node:
    """The root of the tree that a node is in."""
    return resolved(node, _ROOTS, lambda inner: (parent_of(inner), inner))


def field(node: Node | None, name: str) -> Node | None:
    """The child in a field; None for no node."""
    found = None if node is None else node.child_by_field_name(name)
    if found is not None and node is not None:
        _PARENTS[found] = node
    return found


def type_of(node: Node | None) -> str:
    """The type of a node; "" for none."""
    return "" if node is None else node.type


def text_of(node: Node | None) -> str:
    """The source text of a node; "" for none."""
    return (node.text or b"").decode("utf-8", "replace") if node is not None else ""


def number_in(text: str) -> int | None:
    """The value of a whole number as Python and JavaScript spell it.

    None where a broken text looks like one (`16388_`), and for one longer than any code: Python
    refuses to count thousands of digits.
    """
    try:
        return int(text, 0)
    except ValueError:
        return None


SPELLED = regex(r"\s*([+-]?)\s*(0[xXoO][0-9a-fA-F]+|[1-9][0-9]*)\s*")
"""The pattern of a string that spells a number: its sign, and the number without it."""

COMMENTS = frozenset({"comment", "html_comment"})
"""The types of comments; a script's may begin with `<!--`."""
_EXTRAS = COMMENTS | {"line_continuation"}


def operands(node: Node) -> list[Node]:
    """The named children of a node, comments and line continuations left out."""
    return _operands(node)[0]


def call_arguments(call: Node) -> list[Node]:
    """The arguments of a call, comments left out."""
    arguments = field(call, "arguments")
    return operands(arguments) if arguments is not None else []


def position_in(node: Node, child: Node) -> int | None:
    """Which of the operands of a node a child is, from 0; None where it is none."""
    return _operands(node)[1].get(child)


def _operands(node: Node) -> tuple[list[Node], dict[Node, int]]:
    found = _OPERANDS.get(node)
    if found is None:
        parts = [child for child in node.named_children if child.type not in _EXTRAS]
        _PARENTS.update(dict.fromkeys(parts, node))
        found = _OPERANDS[node] = parts, {part: at for at, part in enumerate(parts)}
    return found
