"""A name, taken for what its scope binds it to, where that says more or otherwise."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.names import (
    Likeness,
    is_measure,
    likeness,
    says_error_code,
    table_likeness,
)
from flake8_trtc.languages.origins import Origins
from flake8_trtc.languages.tree import enclosing, text_of
from flake8_trtc.model import Origin, Subject


class Asked(NamedTuple):
    """What a table is asked for, or given; key: as a key, not as an element of a list."""

    node: Node
    key: bool = True


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
        self._asked: dict[tuple[Node, bool], Subject | None] = {}

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
    def asked_at(self, use: Node) -> Asked | None:
        """What a table is asked for, or given, where it is used: `hints[error.code]`."""

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
        uses = self._origins.mentions_of(target) if own is not Likeness.CODE else []
        if not uses:
            return named
        keyed = uses[0], keys
        if keyed not in self._asked:
            self._asked[keyed] = self._asked_for(uses, keys=keys)
        asked = self._asked[keyed]
        sure = asked is not None and (keys or asked.getter) and _tells(named, asked)
        told = own is Likeness.NEUTRAL or sure
        return asked if asked is not None and told else named

    def asked(self, table: Node | None, *, keys: bool = True) -> Subject | None:
        """Name a table that is asked for a literal, as its key or an element of it."""
        named = self.of(table)
        if table is None or (named is not None and named.origin.kind != "unknown"):
            return named
        return self.table(table, named, keys=keys)

    def _asked_for(self, uses: Iterable[Node], *, keys: bool) -> Subject | None:
        """The code that a table is asked for, or given; None where another thing is, too.

        keys: elements of a list, which are no keys of it, do not count.
        """
        found = filter(None, map(self.asked_at, uses))
        nodes = [asked.node for asked in found if asked.key or not keys]
        asked = [subject for subject in map(self.of, nodes) if subject is not None]
        if any(subject.origin.kind == "other" for subject in asked):
            return None
        return next((subject for subject in asked if likeness(subject) is Likeness.CODE), None)

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


def _tells(table: Subject | None, asked: Subject) -> bool:
    """True if it is surely an error's code that a table is asked for: no `code` of what it names.

    That of a count, or of a level, is one.
    """
    sure = asked.getter or bool(asked.base) or says_error_code(asked.name)
    return sure or (table is not None and is_measure(table.name))


def with_origin(named: Subject | None, text: str, origin: Origin) -> Subject | None:
    """A subject with its origin; where that is known one without a name is one, too.

    text: as it is written.
    """
    if origin == Origin():
        return named
    subject = Subject(text, "") if named is None else named
    return subject._replace(origin=origin, getter=origin.kind == "code")
