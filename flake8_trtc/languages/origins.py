"""Where a value comes from, followed inside its file: what Python and scripts share of it.

A language says what an expression is made of, and what each place gives that binds a name; here is
how that is put together. Nothing is judged before it is asked for, and nothing twice, so that all
questions of a file together take time in proportion to it, however long a chain of assignments is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.reaching import Target, Variable
from flake8_trtc.languages.tree import enclosing
from flake8_trtc.languages.values import (
    LITERAL,
    MOST_HOPS,
    UNKNOWN,
    Value,
    element,
    join,
    member,
    origin,
)
from flake8_trtc.model import Origin

_MOST_FUNCTIONS = 64
"""How many functions a name may mean that is called; of more nothing is known."""
_MOST_LOOPS = 16


_At: TypeAlias = Callable[[Node], "Node | None"]


class Ask(NamedTuple):
    """One thing to be found out.

    what: the "value" of an expression; what is "bound" at a target; what a "variable" of a scope
    is by all its targets; what is "held" by a member that the file assigns to; what a function has
    "returned"; its "parameter"; what a "callback" gets where it is given away; what has been
    "raised" for a clause that catches it.
    name, at: of the variable or member; which parameter it is, from 0.
    """

    what: Literal[
        "value", "bound", "variable", "held", "returned", "parameter", "callback", "raised"
    ]
    node: Node
    name: str = ""
    at: int = 0


class Wait(NamedTuple):
    """An answer that is put together of others; hop: whether a binding is followed there."""

    on: tuple[Ask, ...]
    then: Callable[[Sequence[Value]], Value] = join
    hop: bool = False


Step: TypeAlias = "Value | Wait"


class Origins(ABC):
    """Answers for one tree; root, text: its own. Subclasses know its language."""

    loops: frozenset[str]
    """Node types of loops."""
    owners: frozenset[str]
    """Node types that run by themselves: functions, the module."""

    def __init__(self, root: Node, text: bytes) -> None:
        self.root = root
        self.text = text
        self._members: dict[str, dict[Ask, list[Ask]]] = {}
        self._classes: dict[tuple[_At, str], dict[Node, list[Node]]] = {}
        self._known: dict[Ask, Value] = {}
        self._steps: dict[Ask, Step] = {}

    def of(self, node: Node) -> Origin:
        """Where the value of an expression comes from."""
        return origin(self.value_of(node))

    def of_all(self, target: Node) -> Origin:
        """Where all that comes from that a name is bound to, where that is written: `code = …`."""
        variable = self.variable(target) if target.type == "identifier" else None
        if variable is None:
            return Origin()
        return origin(self._value(Ask("variable", variable.scope, variable.name)))

    def given_to(self, node: Node) -> Origin:
        """The other thing that a literal is by the call that a keyword or pair gives it to."""
        return origin(self.receiver(node))

    @abstractmethod
    def expression(self, node: Node) -> Step:
        """The value of an expression."""

    @abstractmethod
    def bound(self, target: Node) -> Step:
        """The value of a target: a name, or a member that is assigned to."""

    @abstractmethod
    def variable(self, name: Node) -> Variable | None:
        """The variable that a name means; None for one that the file does not bind."""

    @abstractmethod
    def all_of(self, scope: Node, name: str) -> Variable | None:
        """The variable of a scope that has a name."""

    @abstractmethod
    def mentions_of(self, node: Node) -> Sequence[Node]:
        """The uses of a name of the file, or of a member of `self` or `this`, that a node is."""

    @abstractmethod
    def function_at(self, target: Node) -> Node | None:
        """The function that a target is the name of."""

    @abstractmethod
    def is_elsewhere(self, target: Node) -> bool:
        """True if a target is a name that is imported from another package."""

    @abstractmethod
    def class_of(self, node: Node) -> Node:
        """The class that a node is in; the root outside of any."""

    @abstractmethod
    def member_given(self, mention: Node) -> tuple[Ask | None, Ask]:
        """The member that a mention of its name gives a value, if it does, and that value."""

    @abstractmethod
    def returns(self, function: Node) -> Iterable[Node]:
        """The expressions that a function gives back."""

    @abstractmethod
    def handled(self, function: Node, index: int) -> Step | None:
        """The argument of a function that is the handler of an event by its name."""

    @abstractmethod
    def passings(self, function: Node, index: int) -> list[Ask] | None:
        """The arguments that the file gives a parameter; None where it is not all to be seen."""

    @abstractmethod
    def callback(self, place: Node, index: int) -> Step:
        """The argument of a callback where it is given away."""

    @abstractmethod
    def raised(self, clause: Node) -> Step:
        """The value that a clause catches."""

    @abstractmethod
    def receiver(self, node: Node) -> Value:
        """The thing that is given by a keyword or a pair: `socket.close(code=…)`."""

    def value_of(self, node: Node) -> Value:
        """The value of an expression."""
        return self._value(Ask("value", node))

    def _value(self, asked: Ask) -> Value:
        """The answer to a question, and to all that have to be answered before it."""
        waiting = [asked]
        while waiting:
            top = waiting[-1]
            if top in self._known:
                waiting.pop()
                continue
            begun = top in self._steps
            step = self._steps[top] if begun else self._step(top)
            self._steps[top] = step
            if isinstance(step, Wait) and not begun:
                # One that has begun and is not known waits for this: a cycle, which is unknown.
                missing = [ask for ask in step.on if ask not in self._steps]
                if missing:
                    waiting += reversed(missing)
                    continue
            self._known[top] = self._finished(step)
            waiting.pop()
        return self._known[asked]

    def _finished(self, step: Step) -> Value:
        if isinstance(step, Value):
            return step
        values = [self._known.get(ask, UNKNOWN) for ask in step.on]
        found = step.then(values)
        hops = max((value.hops for value in values), default=0) + step.hop
        return found._replace(hops=hops) if hops <= MOST_HOPS else UNKNOWN

    def _step(self, ask: Ask) -> Step:
        node = ask.node
        if ask.what == "value":
            return self.expression(node)
        if ask.what == "bound":
            return self.bound(node)
        if ask.what == "variable":
            variable = self.all_of(node, ask.name)
            return joined(() if variable is None else variable.targets)
        if ask.what == "held":
            return Wait(tuple(self._held(ask)), hop=True)
        if ask.what == "returned":
            return Wait(tuple(Ask("value", value) for value in self.returns(node)), hop=True)
        if ask.what == "parameter":
            return self._parameter(node, ask.at)
        return self.callback(node, ask.at) if ask.what == "callback" else self.raised(node)

    def _parameter(self, function: Node, index: int) -> Step:
        handled = self.handled(function, index)
        if handled is not None:
            return handled
        passed = self.passings(function, index)
        if not passed:
            return UNKNOWN
        away = [at for at, ask in enumerate(passed) if ask.what == "callback"]

        def given(values: Sequence[Value]) -> Value:
            passed_on = any(values[at].kind == "unknown" for at in away)
            return join(values) if not passed_on or len(set(values)) == 1 else UNKNOWN

        return Wait(tuple(passed), given, hop=True)

    def used(self, name: Node) -> Step | None:
        """The value of a name where it is used; None for one that the file does not bind."""
        variable = self.variable(name)
        if variable is None:
            return None
        targets = self._reaching(variable, name)
        if targets is None:
            return Wait((Ask("variable", variable.scope, variable.name),))
        return joined(targets)

    def reaching(self, name: Node) -> list[Node] | None:
        """The names whose bindings may have given a name its value where it is used.

        None where that may be any of them, or the file binds it nowhere.
        """
        variable = self.variable(name)
        targets = None if variable is None else self._reaching(variable, name)
        return None if targets is None else [target.node for target in targets]

    def _reaching(self, variable: Variable, use: Node) -> list[Target] | None:
        owner = enclosing(use, self.owners) or self.root
        return variable.reaching(use, owner, self._loops_around(use))

    def targets_of(self, name: Node) -> Sequence[Target]:
        """Who binds a name that is used, as far as they are few."""
        variable = self.variable(name)
        targets = variable.targets if variable is not None else []
        return targets if len(targets) <= _MOST_FUNCTIONS else []

    def functions_named(self, name: Node) -> list[Node]:
        """The functions of the file that a name means."""
        found = (self.function_at(target.node) for target in self.targets_of(name))
        return [function for function in found if function is not None]

    def is_own(self, name: Node) -> bool:
        """True if a name is bound by the file, or imported from a module of its project."""
        return any(not self.is_elsewhere(target.node) for target in self.targets_of(name))

    def in_class(self, around: Node, name: str, at: _At) -> list[Node]:
        """Values of a name's mentions in a class, or outside of any; at: the value of one of them.

        It is read of all the classes of the file at once.
        """
        if (at, name) not in self._classes:
            found = self._classes[at, name] = {}
            for mention in nodes_of(self.root, self.text, name):
                node = at(mention)
                if node is not None:
                    found.setdefault(self.class_of(node), []).append(node)
        return self._classes[at, name].get(around, [])

    def methods(self, access: Node, name: str, at: _At) -> list[Node]:
        """The methods that are meant where `this.name` is read; none where they are many."""
        found = self.in_class(self.class_of(access), name, at)
        return found if len(found) <= _MOST_FUNCTIONS else []

    def _held(self, holder: Ask) -> Sequence[Ask]:
        """Who gives a member of `this`, `self` or a variable its value in the file."""
        name = holder.name.rpartition(".")[2]
        if name not in self._members:
            found = self._members[name] = {}
            for mention in nodes_of(self.root, self.text, name.lstrip("#")):
                member, given = self.member_given(mention)
                if member is not None:
                    found.setdefault(member, []).append(given)
        return self._members[name].get(holder, ())

    def _loops_around(self, node: Node) -> list[Node]:
        """The loops around a node in its function, from the inside out, as far as they count."""
        found: list[Node] = []
        around = enclosing(node, self.loops | self.owners)
        while around is not None and around.type in self.loops and len(found) < _MOST_LOOPS:
            found.append(around)
            around = enclosing(around, self.loops | self.owners)
        return found


def joined(targets: Sequence[Target]) -> Step:
    """The value of a name by some of its targets."""
    asks = tuple(Ask("bound", target.node) for target in targets)
    return Wait(asks, _or_unknown, hop=True) if asks else UNKNOWN


def _or_unknown(values: Sequence[Value]) -> Value:
    return join(values) if values else UNKNOWN


def same(node: Node | None) -> Step:
    """The step of an expression that gives what another one gives."""
    return UNKNOWN if node is None else Wait((Ask("value", node),), _first)


def turned(node: Node | None, change: Callable[[Value], Value]) -> Step:
    """The step of an expression that gives something that is made of another."""
    if node is None:
        return UNKNOWN
    return Wait((Ask("value", node),), lambda values: change(values[0]))


def any_of(nodes: Iterable[Node | None]) -> Step:
    """The step of an expression that gives what one of several gives."""
    asks = tuple(Ask("value", node) for node in nodes if node is not None)
    return Wait(asks) if asks else LITERAL


def else_held(step: Step, holder: Ask | None) -> Step:
    """A step, or where that is unknown what the file gives the member that it reads."""
    return step if holder is None else or_else(step, Wait((holder,), _known_only))


def or_else(step: Step, second: Step) -> Step:
    """A step, or where that is unknown another one."""
    if isinstance(step, Value):
        return step if step.kind != "unknown" or second == UNKNOWN else second
    then, count = step.then, len(step.on)
    last = Wait((), lambda values: second) if isinstance(second, Value) else second

    def first(values: Sequence[Value]) -> Value:
        found = then(values[:count])
        other = last.then(values[count:]) if found.kind == "unknown" else UNKNOWN
        return found if other.kind == "unknown" else other

    return Wait((*step.on, *last.on), first, step.hop or last.hop)


def _known_only(values: Sequence[Value]) -> Value:
    return UNKNOWN if values[0].kind == "literal" else values[0]


def _first(values: Sequence[Value]) -> Value:
    return values[0]


def along(value: Value, path: Iterable[str]) -> Value:
    """The value at the end of a path of keys and positions in a value."""
    for name in path:
        value = element(value) if name.isdigit() else member(value, name)
    return value


def walked(ask: Ask, path: Sequence[str], defaults: Sequence[Node]) -> Step:
    """The value at the end of a path of keys and positions, or the defaults."""
    asks = (ask, *(Ask("value", default) for default in defaults))

    def then(values: Iterable[Value]) -> Value:
        first, *others = values
        return join([along(first, path), *others])

    return Wait(asks, then)
