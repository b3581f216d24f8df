"""The climb from a literal to its place, the same for every language.

A step looks at one parent of the expression climbed so far and answers with a placement, with a
climb (the value passes through, look at the next parent), or with None (nothing here is a code).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Protocol

from tree_sitter import Node

from flake8_trtc.model import Place, Subject


class Names(Protocol):
    """Names the expressions of one tree."""

    def of(self, node: Node | None) -> Subject | None:
        """Name an expression, following a plain name one step to what its function binds it to."""


class Placement(NamedTuple):
    """A place, its subject, the collection passed on the way, and the chain of tests it is in.

    converts: the comparison converts its operands, or compares the keys of an object.
    """

    place: Place
    subject: Subject | None
    table: Node | None = None
    chain: tuple[int, str] | None = None
    converts: bool = False


class Climb(NamedTuple):
    """Where the climb stands.

    child: the expression climbed so far; table: the outermost collection among it; key: whether
    the literal is a key in it; chain: if it is a whole key, that of the keys of the same object;
    item: its index in the innermost tuple or list, if any.
    """

    child: Node
    names: Names
    table: Node | None = None
    key: bool = False
    chain: tuple[int, str] | None = None
    item: int | None = None

    def as_key(self, pair: Node) -> Climb:
        """The climb from the key of a pair."""
        table = pair.parent
        if self.table is not None or table is None:  # but a part of the key
            return self._replace(key=True)
        return self._replace(key=True, chain=(table.start_byte, "table"))

    def held(self, place: Place, subject: Subject | None) -> Placement:
        """Place a literal, or the collection that holds it."""
        chain = None
        if self.table is not None and not place.compares:
            place = Place.KEY if self.key else Place.ELEMENT
            chain = self.chain
        return Placement(place, subject, self.table, chain, self.key)


Step = Callable[[Climb, Node], "Placement | Climb | None"]


def reach(node: Node, names: Names, steps: Mapping[str, Step]) -> Placement | None:
    """Climb from a literal; None where it can't be an error code."""
    climb, parent = Climb(node, names), node.parent
    while parent is not None and (step := steps.get(parent.type)) is not None:
        reached = step(climb, parent)
        if not isinstance(reached, Climb):
            return reached
        climb, parent = reached._replace(child=parent), parent.parent
    return None


def through(climb: Climb, parent: Node) -> Climb:
    """The step of a parent that gives the value on as it is."""
    return climb


def ancestors(node: Node) -> Iterator[Node]:
    """The nodes around a node, from its parent to the root."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def enclosing(node: Node, types: frozenset[str]) -> Node | None:
    """The nearest node around a node that is of one of the types."""
    return next((parent for parent in ancestors(node) if parent.type in types), None)


def field(node: Node, name: str) -> Node | None:
    """The child in a field."""
    return node.child_by_field_name(name)


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


_EXTRAS = frozenset({"comment", "line_continuation"})


def operands(node: Node) -> list[Node]:
    """The named children of a node, comments and line continuations left out."""
    return [child for child in node.named_children if child.type not in _EXTRAS]
