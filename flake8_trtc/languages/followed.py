"""A name, taken for what its scope binds it to, where that says more or otherwise."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.climb import enclosing
from flake8_trtc.languages.names import Likeness, gives_another_thing, likeness
from flake8_trtc.model import Subject


class Bound(NamedTuple):
    """Of all that a scope binds a name to, the first of each kind; None for none.

    getter; other: what is known to be another thing; code: what is named like a code; named: what
    has the name of another thing.
    """

    getter: Subject | None = None
    other: Subject | None = None
    code: Subject | None = None
    named: Subject | None = None


def bound_to(values: Iterable[Subject]) -> Bound:
    """What is to be known of the values that a name is bound to."""
    found = Bound()
    for value in values:
        if value.getter and found.getter is None:
            found = found._replace(getter=value)
        alike = likeness(value)
        if gives_another_thing(value) and found.other is None:
            found = found._replace(other=value)
        elif alike is Likeness.OTHER and found.named is None:
            found = found._replace(named=value)
        elif alike is Likeness.CODE and found.code is None:
            found = found._replace(code=value)
        if None not in found:
            break
    return found


def followed(named: Subject, bound: Bound) -> Subject:
    """A name, or what it is bound to."""
    if bound.getter is not None:
        return Subject(named.text, bound.getter.name, bound.getter.base, getter=True)
    if bound.other is not None:
        return bound.other
    alike = likeness(named)
    if bound.code is not None and alike < Likeness.CODE:
        return Subject(named.text, bound.code.name, bound.code.base)
    if bound.named is not None and alike is Likeness.NEUTRAL:
        return bound.named
    return named


class Followed(ABC):
    """Names the expressions of one tree; remembers the bindings of the scopes it has looked at.

    Subclasses say what the expressions of their grammar are called, and what binds a name.
    """

    scopes: frozenset[str]
    """Node types that names are bound in."""

    def __init__(self) -> None:
        self._bound: dict[tuple[Node, str], Bound] = {}

    @abstractmethod
    def name_of(self, node: Node) -> Subject | None:
        """Name an expression by itself; None for one without a name."""

    @abstractmethod
    def value_of(self, node: Node) -> Node:
        """The expression that gives an expression its value: inside brackets and conversions."""

    @abstractmethod
    def bound_in(self, scope: Node, name: str) -> Iterable[Subject | None]:
        """What a scope itself binds a name to; None for what has no name."""

    def of(self, node: Node | None) -> Subject | None:
        """Name an expression, following a plain name one step to what its scope binds it to."""
        if node is None:
            return None
        named = self.name_of(node)
        inner = self.value_of(node)
        scope = enclosing(inner, self.scopes) if inner.type == "identifier" else None
        if named is None or scope is None:
            return named
        key = scope, named.name
        if key not in self._bound:
            values = self.bound_in(scope, named.name)
            self._bound[key] = bound_to(value for value in values if value is not None)
        return followed(named, self._bound[key])
