"""A name, taken for what its scope binds it to, where that says more or otherwise."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.names import Likeness, likeness, says_error_code, table_likeness
from flake8_trtc.languages.origins import Origins
from flake8_trtc.languages.tree import enclosing, text_of
from flake8_trtc.model import Origin, Subject


class Bound(NamedTuple):
    """Of all that a scope binds a name to, the first of each kind; None for none.

    code: what is named like a code; other: what has the name of another thing.
    """

    code: Subject | None = None
    other: Subject | None = None


def bound_to(values: Iterable[Subject]) -> Bound:
    """A summary of the values that a name is bound to."""
    found = Bound()
    for value in values:
        alike = likeness(value)
        if alike is Likeness.OTHER and found.other is None:
            found = found._replace(other=value)
        elif alike is Likeness.CODE and found.code is None:
            found = found._replace(code=value)
        if None not in found:
            break
    return found


def followed(named: Subject, bound: Bound) -> Subject:
    """A name, or what it is bound to."""
    alike = likeness(named)
    if bound.code is not None and alike < Likeness.CODE:
        return Subject(named.text, bound.code.name, bound.code.base)
    if bound.other is not None and alike is Likeness.NEUTRAL:
        return bound.other
    return named


class Followed(ABC):
    """Names the expressions of one tree; remembers the bindings of the scopes it has looked at.

    Subclasses say what the expressions of their grammar are called, and what binds a name.
    """

    scopes: frozenset[str]
    """Node types that names are bound in."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._bound: dict[tuple[Node, str], tuple[Bound, dict[Node, Subject]]] = {}
        self._asked: dict[Node, Subject | None] = {}

    @abstractmethod
    def name_of(self, node: Node) -> Subject | None:
        """Name an expression by itself; None for one without a name."""

    @abstractmethod
    def value_of(self, node: Node) -> Node:
        """The expression that gives an expression its value: inside brackets and conversions."""

    @abstractmethod
    def bound_in(self, scope: Node, name: str) -> Iterable[tuple[Node, Subject | None]]:
        """Where a scope itself binds a name, and the values; None for one without a name."""

    @abstractmethod
    def asked_at(self, use: Node) -> Node | None:
        """The expression that a table is asked for where it is used: `hints[error.code]`."""

    @abstractmethod
    def looped_over(self, name: Node) -> Node | None:
        """The collection that a name is an element of: `for c in codes`, `codes.some((c) => …)`."""

    def of(self, node: Node | None) -> Subject | None:
        """Name an expression, and say where its value comes from.

        A plain name is followed one step to what its scope binds it to.
        """
        if node is None:
            return None
        return with_origin(self._named(node), text_of(node), self._origins.of(node))

    def bound(self, target: Node) -> Subject | None:
        """Name what a literal is bound to; a code, or another thing, where all else of it is."""
        named, origin = self.name_of(target), self._origins.of_all(target)
        known = origin.kind != "unknown"
        return with_origin(named, text_of(target), origin) if known else named

    def table(self, target: Node, named: Subject | None, *, keys: bool) -> Subject | None:
        """Name a table by what it is asked for, where its own name does not say that.

        target, named: the name that it is bound to; keys: they are what it is asked for.
        """
        own = Likeness.NEUTRAL if named is None else table_likeness(named.name)
        if own is Likeness.CODE or target.type != "identifier":
            return named
        if target not in self._asked:
            self._asked[target] = self._asked_for(target)
        asked = self._asked[target]
        if asked is None or (own is Likeness.OTHER and not (keys and _is_error_code(asked))):
            return named
        return asked

    def _asked_for(self, table: Node) -> Subject | None:
        """The code that a table is asked for; None where it is asked for another thing, too."""
        keys = (self.asked_at(use) for use in self._origins.uses_of(table)[:_MOST_USES])
        asked = [found for found in map(self.of, keys) if found is not None]
        if any(found.origin.kind == "other" for found in asked):
            return None
        return next((found for found in asked if likeness(found) is Likeness.CODE), None)

    def given(self, subject: Subject, argument: Node) -> Subject:
        """A subject that is given to something by its name: `socket.close(code=…)`."""
        given = with_origin(subject, subject.text, self._origins.given_to(argument))
        return subject if given is None else given

    def _named(self, node: Node) -> Subject | None:
        named = self.name_of(node)
        inner = self.value_of(node)
        scope = enclosing(inner, self.scopes) if inner.type == "identifier" else None
        if named is None or scope is None:
            return named
        over = self.looped_over(inner)
        if over is not None:
            element = self.name_of(over)
            return named if element is None else followed(named, bound_to((element,)))
        return followed(named, self._bound_at(inner, scope, named.name))

    def _bound_at(self, use: Node, scope: Node, name: str) -> Bound:
        """What a name is bound to where it is used: by what reaches it, else by all of a scope."""
        key = scope, name
        if key not in self._bound:
            found = self.bound_in(scope, name)
            values = {target: value for target, value in found if value is not None}
            self._bound[key] = bound_to(values.values()), values
        bound, values = self._bound[key]
        reaching = self._origins.reaching(use) if values else None
        if reaching is None:
            return bound
        return bound_to(values[target] for target in reaching if target in values)


_MOST_USES = 16


def _is_error_code(asked: Subject) -> bool:
    """True if it is surely an error's code that is asked for: no `code` of anything."""
    return asked.getter or bool(asked.base) or says_error_code(asked.name)


def with_origin(named: Subject | None, text: str, origin: Origin) -> Subject | None:
    """A subject with its origin; where that is known one without a name is one, too.

    text: as it is written.
    """
    if origin == Origin():
        return named
    subject = Subject(text, "") if named is None else named
    return subject._replace(origin=origin, getter=origin.kind == "code")
