"""The context of a literal: what it does where it is, the same for every language.

A step looks at one parent of the expression passed so far and answers with a placement, with a
context (the value passes through, look at the next parent), or with None (nothing here is a code).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.generations import all_values
from flake8_trtc.languages.names import Likeness, is_entity, likeness, says_code
from flake8_trtc.languages.tree import (
    call_arguments,
    field,
    kept,
    operands,
    parent_of,
    position_in,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Place, Subject


class Names(Protocol):
    """Names the expressions of one tree."""

    def of(self, node: Node | None) -> Subject | None:
        """Name an expression, following a plain name one step to what its function binds it to."""

    def bound(self, target: Node) -> Subject | None:
        """Name what a literal is bound to; a code, or another thing, where all else of it is."""

    def table(self, target: Node, named: Subject | None, *, keys: bool) -> Subject | None:
        """Name a table by what it is asked for, where its own name does not say that."""

    def asked(self, table: Node | None, *, keys: bool = True) -> Subject | None:
        """Name a table that is asked for a literal, as its key or an element of it."""

    def given(self, subject: Subject, argument: Node) -> Subject:
        """A subject that is given to something by its name: `socket.close(code=…)`."""


class Placement(NamedTuple):
    """A place, its subject, the collection passed on the way, and the chain of tests it is in.

    converts: the comparison converts its operands, or compares the keys of an object. obstacle: why
    a constant can't be written there.
    """

    place: Place
    subject: Subject | None
    table: Node | None = None
    chain: tuple[int, str] | None = None
    converts: bool = False
    obstacle: Message | None = None


class Context(NamedTuple):
    """The way from a literal to its place, as far as it has been gone.

    child: the expression passed so far; table: the outermost collection among it that holds it
    with its like; key: whether the literal is a key in it; chain: if it is a whole key, that of the
    keys of the same object; item: its index in the innermost tuple or list, if any.
    closed: how many keys have been passed whose objects are not its table; relation: the place that
    an operator in between puts it in, `{"code": {"$eq": 16388}}`; instead: what it stands for,
    where it has no code's name itself: `show(code or 16388)`.
    """

    child: Node
    names: Names
    table: Node | None = None
    key: bool = False
    chain: tuple[int, str] | None = None
    item: int | None = None
    closed: int = 0
    relation: Place | None = None
    instead: Subject | None = None

    def as_key(self, pair: Node) -> Context:
        """The context of the key of a pair."""
        table = parent_of(pair)
        if self.table is not None or table is None:  # but a part of the key
            return self._replace(key=True)
        return self._replace(key=True, chain=(table.start_byte, "table"))

    def held(self, place: Place, subject: Subject | None) -> Placement:
        """Place a literal, or the collection that holds it."""
        chain = None
        place = place if self.relation is None else self.relation
        if self.table is not None and not place.compares:
            place = Place.KEY if self.key else Place.ELEMENT
            chain = self.chain
        return Placement(place, subject, self.table, chain, self.key)

    def instead_of(self, other: Node | None) -> Context:
        """The context of a literal that is there where the value of another expression is not.

        Of a chain of them it is the nearest.
        """
        other = field(other, "right") if type_of(other) in _CHAINED else other
        plain = self.table is None and type_of(other) in _PLAIN
        named = self.names.of(other) if plain else None
        code = named is not None and likeness(named) is Likeness.CODE
        return self._replace(instead=named) if code else self


_CHAINED = frozenset({"boolean_operator", "binary_expression"})
_PLAIN = frozenset(
    "identifier attribute subscript call member_expression subscript_expression call_expression "
    "await await_expression".split()
)
Step = Callable[[Context, Node], "Placement | Context | None"]


_PLACED: dict[Context, Placement | None] = kept()
_FAR = 8
"""Hops after which others are likely to come along the same way."""


def resolve_place(node: Node, names: Names, steps: Mapping[str, Step]) -> Placement | None:
    """The place of a literal; None where it can't be an error code."""

    def up(context: Context) -> tuple[Context | None, Placement | None]:
        parent = parent_of(context.child)
        step = steps.get(type_of(parent))
        answer = None if step is None or parent is None else step(context, parent)
        if isinstance(answer, Context) and parent is not None:
            moved = answer.child != context.child
            return answer if moved else answer._replace(child=parent), None
        placed = None if isinstance(answer, Context) else answer
        if context.instead is not None:
            named = placed is not None and likeness(placed.subject) is Likeness.CODE
            obstacle = None if placed is None else placed.obstacle
            instead = Placement(Place.VALUE, context.instead, obstacle=obstacle)
            return None, placed if named else instead
        return None, placed

    context = Context(node, names)
    for _ in range(_FAR):
        onward, placed = up(context)
        if onward is None:
            return placed
        context = onward
    return resolved(context, _PLACED, up)


_DEEPEST = 8
_LISTS = frozenset({"list", "tuple", "array", "parenthesized_expression"})


def held_under(pair: Node, name: str, key_of: Callable[[Node], str]) -> str:
    """The nearest key around a pair that says what a code in it is of: `{"country": {"code": …}}`.

    name: of the pair; key_of: the text of a pair's key. "" where none does.
    """
    if not says_code(name):
        return ""
    for _ in range(_DEEPEST):
        holder = parent_of(parent_of(pair))
        while holder is not None and holder.type in _LISTS:
            holder = parent_of(holder)
        if holder is None or holder.type != "pair":
            return ""
        key, pair = key_of(holder), holder
        if is_entity(key) or likeness(Subject(key, "code", key)) is not Likeness.NEUTRAL:
            return key
    return ""


def through(context: Context, parent: Node) -> Context:
    """The step of a parent that gives the value on as it is."""
    return context


def collection(context: Context, parent: Node) -> Context:
    """The step of a collection: the value is an element or a key of it."""
    if context.closed:
        return context
    at = position_in(parent, context.child) if parent.type != "set" else None
    return context._replace(table=parent, item=context.item if context.item is not None else at)


def lookup(table: str, index: str) -> Step:
    """The step of a look-up by an index, with the fields of its grammar."""

    def step(context: Context, parent: Node) -> Placement | None:
        value = field(parent, table)
        if value == context.child:
            if not context.key:
                return None
            return context.held(Place.MEMBERSHIP, context.names.of(field(parent, index)))
        if value is None or not (context.table is None or context.table.type == "tuple"):
            return None
        return context._replace(table=None).held(Place.LOOKUP, context.names.asked(value))

    return step


def search(
    call: str, method: str, searches: frozenset[str], related: frozenset[str], *, chained: bool
) -> Step:
    """The step of a collection whose method searches it: `[16388].includes(code)`.

    call, method: the type of a call, and the field of the method's name; searches: the methods;
    related: those that compare it with another collection, `{16388}.isdisjoint(codes)`; chained:
    the same code twice in the collection is dead code.
    """

    def step(context: Context, parent: Node) -> Placement | None:
        around = parent_of(parent)
        if context.table is None or around is None or around.type != call:
            return None
        arguments, name = call_arguments(around), text_of(field(parent, method))
        if not arguments or name not in searches | related:
            return None
        if name in related:
            return context.held(Place.ELEMENT, context.names.of(arguments[0]))
        asked = arguments[0]
        if asked.type in {"tuple", "array"} and context.item is not None:  # a row of the table
            asked = next(iter(operands(asked)[context.item : context.item + 1]), asked)
        found = context.held(Place.MEMBERSHIP, context.names.of(asked))
        return found._replace(chain=(context.table.start_byte, "in")) if chained else found

    return step


_MEMBERS = frozenset({"attribute", "member_expression"})
_LONGEST = 80
"""Bytes of a constant as it is written; anything may be as long as its file."""


def value_of_constant(node: Node | None) -> int | None:
    """The number that a constant stands for: of it a table tells what it told before a fix."""
    if node is None or node.type not in _MEMBERS:
        return None
    if node.end_byte - node.start_byte > _LONGEST:
        return None
    return all_values().get(text_of(node).rpartition(".")[2])
