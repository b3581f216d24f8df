"""Where a function goes in its script, by whatever name, and what there takes its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.climb import ancestors, field, parent_of, position_in, text_of, type_of
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, name_in, nodes_of
from flake8_trtc.languages.javascript.subjects import last_name

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
"""What runs the text of a function that it is given; classes, too."""

_SENT_KEYS = frozenset({"$where"})
_FILTERS = frozenset({"filter", "find", "child", "parent", "sibling"})
"""Methods of TestCafe's selectors that take a function."""

_GIVEN = frozenset(
    "parenthesized_expression as_expression satisfies_expression non_null_expression "
    "await_expression array spread_element sequence_expression type_assertion".split()
)
"""What an expression goes through as it is, or in a list."""

_KEYED = frozenset({"pair", "method_definition", "field_definition", "public_field_definition"})
_LISTS = frozenset({"join", "concat", "map", "slice", "at", "bind", "pop", "find", "toString"})
"""Methods that give on the functions that they are called on, or their text."""


class Way(NamedTuple):
    """An expression that gives a function; text: made a text, it is the function's."""

    node: Node
    text: bool = True


class Ways:
    """Follows the functions of one script."""

    def __init__(self, root: Node, text: bytes) -> None:
        """root: of the script's tree; text: it."""
        self._root = root
        self._text = text

    def of(self, function: Node) -> Iterator[Way]:
        """A function, and every expression that it is given on to by a name of the script."""
        pending = [Way(function)]
        seen: set[Node] = set()
        while pending:
            way = pending.pop()
            if way.node in seen:
                continue
            seen.add(way.node)
            yield way
            pending += self._onward(way)

    def _onward(self, way: Way) -> Iterator[Way]:
        """The expressions that have the value of an expression next."""
        node, parent = way.node, parent_of(way.node)
        if node.type in FUNCTIONS and field(node, "name") is not None:
            if node.type in _KEYED:
                yield from self._members(_key(node), way)
            else:
                yield from self._mentions(field(node, "name"), way)
        if parent is None or node.type == "function_declaration":
            return
        kind = parent.type
        if kind in _GIVEN or _chooses(parent, node):
            yield Way(parent, way.text)
        elif kind in _KEYED and (field(parent, "value") or node) == node:
            yield from self._members(_key(parent), way)
            yield from _up(parent_of(parent), way)
        elif kind in {"object", "class_body"}:
            yield Way(parent, way.text)
        elif kind == "variable_declarator" and field(parent, "value") == node:
            yield from self._mentions(field(parent, "name"), way)
        elif kind == "assignment_expression" and field(parent, "right") == node:
            left = field(parent, "left")
            if type_of(left) == "member_expression":
                yield from self._members(text_of(field(left, "property")), way)
            else:
                yield from self._mentions(left, way)
            yield Way(parent, way.text)
        elif kind in {"member_expression", "subscript_expression"}:
            yield from _read(parent, node, way)
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
            yield from (Way(use, way.text) for use in found.uses_of.get(bound, ()))

    def _members(self, key: str, way: Way) -> Iterator[Way]:
        """The places where a member of a name is read, whatever of."""
        for node in nodes_of(self._root, self._text, key):
            holder = parent_of(node)
            if type_of(holder) == "member_expression" and field(holder, "property") == node:
                yield from _up(holder, way)
            elif node.type == "shorthand_property_identifier_pattern":
                yield from self._mentions(node, way)

    def _passed(self, arguments: Node, node: Node, way: Way) -> Iterator[Way]:
        """Where an argument goes: into the parameter of a function here, or through a call."""
        call = parent_of(arguments)
        called = field(call, "function")
        if call is None or called is None or type_of(called) != "identifier":
            return
        yield Way(call, text=False)
        bound = name_in(self._root, self._text, text_of(called)).at(called)
        function = _function_of(bound.name) if bound is not None else None
        at = position_in(arguments, node)
        parameters = field(function, "parameters")
        found = parameters.named_children if parameters is not None else []
        if at is not None and at < len(found):
            pattern = field(found[at], "pattern") or found[at]
            yield from self._mentions(pattern, way)

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
                yield from _up(call, way)


def sends(way: Way) -> bool:
    """Whether an expression stands where its text is taken."""
    node, parent = way.node, parent_of(way.node)
    if parent is None:
        return False
    if parent.type == "arguments":
        call = parent_of(parent)
        called = field(call, "function") or field(call, "constructor")
        name = last_name(called)
        if name in _SENDING or (name == "String" and way.text):
            return True
        return name in _FILTERS and _is_selector(called)
    if parent.type == "pair" and field(parent, "value") == node:
        return _key(parent) in _SENT_KEYS
    if not way.text:
        return False
    if parent.type == "member_expression":
        return text_of(field(parent, "property")) in {"toString", "toSource"}
    if parent.type == "binary_expression":
        return text_of(field(parent, "operator")) == "+"
    return parent.type == "template_substitution"


_NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern"})
_CHOOSING = frozenset({"||", "&&", "??"})


def _chooses(expression: Node, node: Node) -> bool:
    """Whether an expression may give what another in it gives."""
    if expression.type == "ternary_expression":
        return field(expression, "condition") != node
    operator = field(expression, "operator") if expression.type == "binary_expression" else None
    return text_of(operator) in _CHOOSING


def _up(node: Node | None, way: Way) -> Iterator[Way]:
    if node is not None:
        yield Way(node, way.text)


def _read(reading: Node, node: Node, way: Way) -> Iterator[Way]:
    """What is read of a list or an object of functions, or given back by a method of it."""
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
