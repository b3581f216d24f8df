"""Where a function goes in its script, by whatever name, and what there takes its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, name_in
from flake8_trtc.languages.javascript.grammar import parameters_of
from flake8_trtc.languages.javascript.signatures import method_named
from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.tree import (
    ancestors,
    call_arguments,
    enclosing,
    field,
    parent_of,
    position_in,
    resolved,
    text_of,
    type_of,
)

_SENDING = frozenset(
    # Playwright, Puppeteer
    "evaluate evaluateHandle evaluateAll evaluateOnNewDocument $eval $$eval addInitScript "
    "waitForFunction "
    # WebDriver: Selenium, WebdriverIO, Nightwatch; extensions
    "executeScript executeAsyncScript execute executeAsync "
    # TestCafe; Cypress
    "ClientFunction Selector eval origin "
    # processes, threads, other realms
    "Worker SharedWorker Blob Function greenlet workerize useWorker spawn exec "
    "executeJavaScript injectJavaScript runInContext runInNewContext runInThisContext "
    # MongoDB
    "mapReduce".split()
)
"""Calls that run the text of a function that they are given; classes, too."""

_EARLY = regex(r"(?:jest|vi|vitest)\s*\.(?:.*\.)?\s*(?:mock|hoisted)", re.DOTALL)
"""Calls that test runners move above everything else of a file."""

_LONGEST = 400
"""Bytes of a callee that is looked at: a chain of calls is one for each of its links."""


_SENT_KEYS = frozenset({"$where"})
_FILTERS = frozenset({"filter", "find", "child", "parent", "sibling"})
"""Methods of TestCafe's selectors that take a function."""

_GIVEN = frozenset(
    "parenthesized_expression as_expression satisfies_expression non_null_expression "
    "await_expression array spread_element sequence_expression type_assertion".split()
)
"""Node types that pass an expression on as it is, or in a list."""

_KEYED = frozenset({"pair", "method_definition", "field_definition", "public_field_definition"})
_LISTS = frozenset("join concat map slice at bind pop find toString get values entries".split())
"""Methods that give on the functions that they are called on, or their text."""

_EACH = frozenset({"map", "forEach", "filter", "flatMap", "some", "every", "find", "reduce"})
"""Methods that call a function with each member of a list."""
_WHOLE = frozenset("Object.values Object.entries Object.assign Object.freeze Map Set".split())
"""What gives on the members of an object or a list."""
_TEXTS = frozenset({"toString", "toSource"})
_PATTERNS = frozenset("array_pattern object_pattern pair_pattern required_parameter".split())


class Way(NamedTuple):
    """An expression that gives a function.

    text: made a text, it is the function's; inline: the function itself stands in it.
    """

    node: Node
    text: bool = True
    inline: bool = True


class _Member(NamedTuple):
    """All reads of a member of a name, whatever of: each gives what is held by that name."""

    key: str
    text: bool


class _Parameter(NamedTuple):
    """A parameter, by its position, of all methods of a name: what is given to one of them."""

    method: str
    at: int
    text: bool


class _Outer(NamedTuple):
    """A function that a function is used in."""

    node: Node


_Step = Way | _Member | _Parameter | _Outer


class Ways:
    """Follows the functions of one script. What has been asked once is known for all."""

    def __init__(self, root: Node, text: bytes) -> None:
        """root: of the script's tree; text: it."""
        self._root = root
        self._text = text
        self._mocks = b"mock" in text or b"hoisted" in text
        self._sent: dict[_Step, bool] = {}
        self._early: dict[_Step, bool] = {}
        self._hoisted: dict[Node, bool] = {}

    def is_sent(self, function: Node) -> bool:
        """True if the text of a function is taken somewhere, by whatever name it gets there."""
        return _reaches(Way(function), self._sent, _takes_text, self._next)

    def is_early(self, function: Node) -> bool:
        """True if a function is used, by whatever name, where a test's mocks are made."""
        return self._mocks and _reaches(
            Way(function), self._early, self._is_hoisted, self._next_or_outer
        )

    def _is_hoisted(self, step: _Step) -> bool:
        if not isinstance(step, Way) or step.inline:
            return False
        return resolved(step.node, self._hoisted, _to_hoisting)

    def _next_or_outer(self, step: _Step) -> Iterator[_Step]:
        """The next mentions, and the functions that a mention stands in: it runs when they do."""
        if not isinstance(step, _Outer):
            yield from self._next(step)
        if isinstance(step, (_Member, _Parameter)) or (isinstance(step, Way) and step.inline):
            return
        function = enclosing(step.node, FUNCTIONS)
        if function is not None:
            yield Way(function)
            yield _Outer(function)

    def _next(self, step: _Step) -> Iterator[_Step]:
        if isinstance(step, Way):
            yield from self._onward(step)
        elif isinstance(step, _Member):
            yield from self._reads(step)
        elif isinstance(step, _Parameter):
            way = Way(self._root, step.text, inline=False)
            for mention in nodes_of(self._root, self._text, step.method):
                yield from self._parameter(method_named(mention), step.at, way)

    def _onward(self, way: Way) -> Iterator[_Step]:
        """The expressions that have the value of an expression next."""
        node, parent = way.node, parent_of(way.node)
        if node.type in FUNCTIONS and field(node, "name") is not None:
            if node.type in _KEYED:
                yield _Member(_key(node), way.text)
            else:
                yield from self._mentions(field(node, "name"), way)
        if parent is None or node.type == "function_declaration":
            return
        if node.type == "class_body":
            yield from self._of_class(parent, way)
            return
        kind = parent.type
        if kind in _GIVEN or _chooses(parent, node):
            yield from _up(parent, way)
        elif kind in _KEYED and (field(parent, "value") or node) == node:
            yield _Member(_key(parent), way.text)
            yield from _up(parent_of(parent), way)
        elif kind in {"object", "class_body"}:
            yield from _up(parent, way)
        elif kind == "variable_declarator" and field(parent, "value") == node:
            yield from self._mentions(field(parent, "name"), way)
        elif kind == "assignment_expression" and field(parent, "right") == node:
            left = field(parent, "left")
            if type_of(left) == "member_expression":
                yield _Member(text_of(field(left, "property")), way.text)
            else:
                yield from self._mentions(left, way)
            yield from _up(parent, way)
        elif kind in {"member_expression", "subscript_expression"}:
            yield from _read(parent, node, way)
            yield from self._handed(parent, node, way)
        elif kind == "for_in_statement" and field(parent, "right") == node:
            yield from self._patterned(field(parent, "left"), way)
        elif kind == "arguments":
            yield from self._passed(parent, node, way)
        elif kind == "return_statement" or (
            kind == "arrow_function" and field(parent, "body") == node
        ):
            yield from self._returned(parent, way)

    def _mentions(self, name: Node | None, way: Way) -> Iterator[Way]:
        """The uses of what a name is bound to."""
        if type_of(name) not in _NAMES or name is None:
            return
        found = name_in(self._root, self._text, text_of(name))
        bound = found.binding(name) or found.at(name)
        if bound is not None:
            yield from (Way(use, way.text, False) for use in found.uses_of.get(bound, ()))

    def _of_class(self, class_: Node, way: Way) -> Iterator[Way]:
        """The places that have a class, whose text is that of its methods, too."""
        for use in (Way(class_, way.text), *self._mentions(field(class_, "name"), way)):
            reading = parent_of(use.node)
            member = type_of(reading) == "member_expression"
            if not member or text_of(field(reading, "property")) in _TEXTS:
                yield use

    def _handed(self, reading: Node, node: Node, way: Way) -> Iterator[Way]:
        """What the members of a list are called in the function that one of its methods calls."""
        call = parent_of(reading)
        if type_of(call) != "call_expression" or field(reading, "object") != node or call is None:
            return
        function = next(iter(call_arguments(call)), None)
        if type_of(function) in FUNCTIONS and text_of(field(reading, "property")) in _EACH:
            for parameter in parameters_of(function)[:2]:
                yield from self._patterned(parameter, way)

    def _patterned(self, pattern: Node | None, way: Way) -> Iterator[Way]:
        """The uses of the names that a pattern of a list's members binds."""
        pending = [pattern]
        while pending:
            item = pending.pop()
            yield from self._mentions(item, way)
            if type_of(item) in _PATTERNS and item is not None:
                pending += item.named_children

    def _reads(self, member: _Member) -> Iterator[Way]:
        """The places where a member of a name is read, whatever of."""
        way = Way(self._root, member.text, inline=False)
        for node in nodes_of(self._root, self._text, member.key):
            holder = parent_of(node)
            if type_of(holder) == "member_expression" and field(holder, "property") == node:
                yield from _up(holder, way)
            elif node.type == "shorthand_property_identifier_pattern":
                yield from self._mentions(node, way)

    def _passed(self, arguments: Node, node: Node, way: Way) -> Iterator[Way | _Parameter]:
        """Where an argument goes: into the parameter of a function here, or through a call."""
        call = parent_of(arguments)
        called = field(call, "function") or field(call, "constructor")
        if call is not None and text_of(called) in _WHOLE:
            yield Way(call, way.text, way.inline)
        if call is None or called is None:
            return
        if called.type == "identifier":
            yield Way(call, text=False, inline=way.inline)
        at = position_in(arguments, node)
        if called.type == "identifier" and at is not None:
            bound = name_in(self._root, self._text, text_of(called)).at(called)
            function = _function_of(bound.name) if bound is not None else None
            yield from self._parameter(function, at, way)
        elif called.type == "member_expression" and at is not None:
            yield _Parameter(text_of(field(called, "property")), at, way.text)

    def _parameter(self, function: Node | None, at: int, way: Way) -> Iterator[Way]:
        """The uses of a parameter of a function, by its position."""
        for part in parameters_of(function)[at : at + 1]:
            yield from self._mentions(field(part, "pattern") or field(part, "left") or part, way)

    def _returned(self, node: Node, way: Way) -> Iterator[Way]:
        """The calls of the function that gives a value back."""
        function = next((item for item in (node, *ancestors(node)) if item.type in FUNCTIONS), None)
        name = field(function, "name")
        holder = parent_of(function)
        if name is None and type_of(holder) == "variable_declarator":
            name = field(holder, "name")
        for use in self._mentions(name, way):
            call = parent_of(use.node)
            if type_of(call) == "call_expression" and field(call, "function") == use.node:
                yield from _up(call, way._replace(inline=False))


def _takes_text(step: _Step) -> bool:
    return isinstance(step, Way) and sends(step)


def _reaches(
    start: _Step,
    known: dict[_Step, bool],
    goal: Callable[[_Step], bool],
    onward: Callable[[_Step], Iterator[_Step]],
) -> bool:
    """True if a way leads from a start to a goal; known: the steps of which that is known."""
    came: dict[_Step, _Step | None] = {start: None}
    pending = [start]
    while pending:
        step: _Step | None = pending.pop()
        if step is None or known.get(step) is False:
            continue
        if known.get(step) or goal(step):
            while step is not None:
                known[step] = True
                step = came[step]
            return True
        for following in onward(step):
            if following not in came:
                came[following] = step
                pending.append(following)
    known.update(dict.fromkeys(came, False))
    return False


def _to_hoisting(node: Node) -> tuple[Node | None, bool]:
    """A step up to the arguments of a call that is moved above all the rest."""
    parent = parent_of(node)
    if parent is None:
        return None, False
    if parent.type == "arguments" and is_hoisting(field(parent_of(parent), "function")):
        return None, True
    return parent, False


def sends(way: Way) -> bool:
    """True if an expression stands where its text is taken."""
    node, parent = way.node, parent_of(way.node)
    if parent is None:
        return False
    if parent.type == "arguments":
        call = parent_of(parent)
        called = field(call, "function") or field(call, "constructor")
        name = last_name(called)
        if name in _SENDING or (name == "String" and way.text):
            return True
        if name in {"call", "apply"} and last_name(field(called, "object")) in _TEXTS:
            return way.text
        return name in _FILTERS and _is_selector(called)
    if parent.type == "pair" and field(parent, "value") == node:
        return _key(parent) in _SENT_KEYS
    if not way.text:
        return False
    if parent.type == "member_expression":
        return text_of(field(parent, "property")) in _TEXTS
    if parent.type in {"binary_expression", "augmented_assignment_expression"}:
        return text_of(field(parent, "operator")) in {"+", "+="}
    return parent.type == "template_substitution"


_NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern"})
_CHOOSING = frozenset({"||", "&&", "??"})


def _chooses(expression: Node, node: Node) -> bool:
    """True if an expression may give what another in it gives."""
    if expression.type == "ternary_expression":
        return field(expression, "condition") != node
    operator = field(expression, "operator") if expression.type == "binary_expression" else None
    return text_of(operator) in _CHOOSING


def _up(node: Node | None, way: Way) -> Iterator[Way]:
    if node is not None:
        yield Way(node, way.text, way.inline)


def _read(reading: Node, node: Node, way: Way) -> Iterator[Way]:
    """Members read of a list or an object of functions, or results of its methods."""
    if field(reading, "object") != node:
        return
    holder = parent_of(reading)
    called = type_of(holder) == "call_expression" and field(holder, "function") == reading
    if not called and node.type not in FUNCTIONS:
        yield Way(reading, way.text)
    elif called and text_of(field(reading, "property")) in _LISTS:
        yield from _up(holder, way)


def _key(entry: Node) -> str:
    """The name that an entry of an object or a class is found by."""
    key = field(entry, "key") or field(entry, "name") or field(entry, "property")
    return text_of(key).strip("'\"")


def _function_of(name: Node) -> Node | None:
    """The function that a name is declared with."""
    holder = parent_of(name)
    if type_of(holder) == "variable_declarator":
        holder = field(holder, "value")
    return holder if type_of(holder) in FUNCTIONS else None


def _is_selector(called: Node | None) -> bool:
    return text_of(called).startswith("Selector(")


def is_hoisting(called: Node | None) -> bool:
    """True if what is called is moved above all the rest of its file by test runners."""
    if called is None or called.type != "member_expression":
        return False
    short = called.end_byte - called.start_byte <= _LONGEST
    return short and _EARLY.fullmatch(text_of(called)) is not None
