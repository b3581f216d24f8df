"""A script's names for the SDK v5: by import, by require, as a global, and by way of others.

The class is the module's default export, which `require` gives, too, and which the SDK's script
leaves in the global TRTC; its codes are a static member of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.sdks import BY_KEY, of_script
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, Binding, name_in
from flake8_trtc.languages.javascript.constants import is_changed, is_sure
from flake8_trtc.languages.javascript.grammar import parameters_of, plain_string
from flake8_trtc.languages.javascript.sdk_mentions import (
    import_of,
    imported_by,
    is_ambient,
    is_sdk,
    is_type,
    is_typed,
    members_of,
    read_of,
)
from flake8_trtc.languages.tree import (
    Finder,
    call_arguments,
    enclosing,
    field,
    kept,
    operands,
    parent_of,
    position_in,
    text_of,
    type_of,
)

Gives: TypeAlias = Literal["class", "required", "module", "codes", "later module", "later class"]
"""An expression's value: the class, what `require` does, the module, the codes, or a promise."""

_STEPS: dict[tuple[str, str], Gives] = {
    ("class", "ERROR_CODE"): "codes",
    ("required", "ERROR_CODE"): "codes",
    ("required", "default"): "class",
    ("module", "default"): "class",
}
"""The value of each member."""
_AWAITED: dict[Gives, Gives] = {"later module": "module", "later class": "class"}
_LOADING: dict[str, Gives] = {
    "import": "later module",
    "importActual": "later module",
    "require": "required",
    "requireActual": "required",
}
_ACTUAL = regex(r"(?:import|require)Actual")
_SAME = frozenset(
    "parenthesized_expression as_expression satisfies_expression non_null_expression".split()
)
_TAKING = regex(
    rb"\b(?:import|require)\b|=\s*\(?\s*(?:await\s+)?(?:(?:window|globalThis|self)\s*\.\s*)?TRTC\b"
)
_MENTION = regex(rb"[tT][rR][tT][cC]")
_GLOBAL = regex(rb"(?<![\w$.])(?:(?:window|globalThis|self)\s*\.\s*)?TRTC(?![\w$])")
_WORLDS = frozenset({"window", "globalThis", "self"})
_CODES = regex(rb"(?<![\w$.])([A-Za-z_$][\w$]*(?<=[tT][rR][tT][cC]))\.(?:ERROR_CODE|EVENT)\b")
"""Members that only the class has; `TRTC.EVENT` is no instance's."""
_IMPORTING = frozenset({"import_statement"})
_OWN = ("./", "../", "@/", "~/", "#")
_SCRIPTS = regex(rb"(?<![\w$])importScripts\s*\(\s*[\"']([^\"'\s]+)")
_FIFTH, _FOURTH = frozenset(BY_KEY["v5"].calls), frozenset(BY_KEY["v4"].calls)


class Held(NamedTuple):
    """A name that a script binds to the SDK.

    binding: where; end: the offset from which it can be used, 0 for an import's; gives: what it
    is; actual: it is the SDK itself though a test mocks it.
    """

    binding: Binding
    end: int
    gives: Gives
    actual: bool = False


class Seen(NamedTuple):
    """An expression that reads the global TRTC: its node, and whether only v5 has what it reads."""

    node: Node
    fifth: bool


def may_bind_sdk(text: bytes) -> bool:
    """True if a text may give the SDK a name: it imports or takes something, and names the SDK."""
    return _TAKING.search(text) is not None and _MENTION.search(text) is not None


class SdkBindings:
    """The bindings of one script; root, text: its own."""

    def __init__(self, root: Node, text: bytes) -> None:
        self._root = root
        self._text = text

    @cached_property
    def held(self) -> list[Held]:
        """The names that are bound to the SDK, those that others are made of first."""
        pending = [item for item in self._loaded if not self._is_fourth(item)]
        pending += self._of_globals()
        pending += self._of_project()
        found: dict[Node, Held] = {}
        for item in pending:
            if item.binding.name in found or not self._is_steady(item):
                continue
            found[item.binding.name] = item
            pending += self._aliases(item)
        return list(found.values())

    def expression(self, item: Held) -> str:
        """How the codes are written by a name that is bound to the SDK."""
        name = text_of(item.binding.name)
        if item.gives == "codes":
            return name
        by_default = item.gives == "module" or (item.gives == "required" and self._reads(item))
        return f"{name}.default.ERROR_CODE" if by_default else f"{name}.ERROR_CODE"

    def _reads(self, item: Held) -> bool:
        """True if the script reads the default export of what it has required."""
        return any(
            text_of(field(parent_of(use), "property")) == "default" for use in self._uses(item)
        )

    @cached_property
    def typed(self) -> bool:
        """True if the SDK is imported for its types alone."""
        statements = [statement for literal in self._modules for statement in import_of(literal)]
        return bool(statements) and all(map(self._is_typed, statements))

    @cached_property
    def globals(self) -> list[Seen]:
        """Where the global TRTC is read that the SDK's script defines; none where v4's is."""
        if self.reads_fourth:
            return []
        return [Seen(node, any(call in _FIFTH for call in read_of(node))) for node in self._nodes]

    @cached_property
    def reads_fourth(self) -> bool:
        """True if the script reads of the global TRTC what only v4's SDK has."""
        return any(call in _FOURTH for node in self._nodes for call in read_of(node))

    def is_global(self, name: str, node: Node) -> bool:
        """True if a name means the page's or the program's global where a node stands."""
        meant = name_in(self._root, self._text, name).at(node)
        return meant is None or is_ambient(meant.name)

    def _is_free(self, name: Node) -> bool:
        return self.is_global(text_of(name), name)

    @cached_property
    def _nodes(self) -> list[Node]:
        return list(self._global_nodes())

    def _global_nodes(self) -> Iterator[Node]:
        finder = Finder(self._root)
        for match in _GLOBAL.finditer(self._text):
            node = finder.at(*match.span())
            if node.type == "member_expression" and text_of(field(node, "property")) == "TRTC":
                name = text_of(field(node, "object"))
                if name in _WORLDS and self.is_global(name, node):
                    yield node
            elif node.type == "identifier" and not is_ambient(node) and self._is_free(node):
                yield node

    def _of_globals(self) -> Iterator[Held]:
        """The names that are bound to the global, where its members tell whose it is."""
        for seen in self.globals:
            for item in self._bound(seen.node, "class", actual=False):
                own = {call for use in self._uses(item) for call in members_of(use)}
                if item.gives == "codes" or any(call in _FIFTH for call in own):
                    yield item

    def _of_project(self) -> Iterator[Held]:
        """The names that are imported from the project's own modules, and read as the class is."""
        finder = Finder(self._root)
        for match in _CODES.finditer(self._text):
            node = finder.at(*match.span(1))
            name = name_in(self._root, self._text, text_of(node))
            bound = name.at(node) if node.type == "identifier" else None
            statement = None if bound is None else enclosing(bound.name, _IMPORTING)
            if bound is not None and statement is not None and not is_typed(statement):
                specifier = plain_string(field(statement, "source")) or ""
                if specifier.startswith(_OWN):
                    yield Held(bound, 0, "class")

    @cached_property
    def loading(self) -> list[Node]:
        """Where a worker loads v5's script, which leaves the global."""
        finder = Finder(self._root)
        found = []
        for match in _SCRIPTS.finditer(self._text):
            product = of_script(match[1].decode("utf-8", "replace"))
            if product is not None and product.key == "v5":
                found.append(finder.at(*match.span()))
        return found

    @cached_property
    def _modules(self) -> list[Node]:
        """The strings that name the SDK's module."""
        finder = Finder(self._root)
        found: dict[int, Node] = {}
        for match in _MENTION.finditer(self._text):
            node: Node | None = finder.at(*match.span())
            literal = parent_of(node) if type_of(node) == "string_fragment" else node
            specifier = plain_string(literal)
            if literal is not None and specifier is not None and is_sdk(specifier):
                found.setdefault(literal.start_byte, literal)
        return list(found.values())

    @cached_property
    def _loaded(self) -> list[Held]:
        return [item for literal in self._modules for item in self._by_module(literal)]

    def _by_module(self, literal: Node) -> Iterator[Held]:
        """The names that a mention of the module's name binds."""
        for statement in import_of(literal):
            yield from self._by_import(statement)
        arguments = parent_of(literal)
        call = parent_of(arguments) if type_of(arguments) == "arguments" else None
        if call is not None and call_arguments(call)[:1] == [literal]:
            called = text_of(field(call, "function"))
            gives = _LOADING.get(called.rpartition(".")[2])
            if gives is not None:
                actual = _ACTUAL.search(called) is not None
                yield from self._bound(call, gives, actual=actual)
        elif type_of(arguments) == "array":
            yield from self._by_definition(literal, arguments)

    def _by_import(self, statement: Node) -> Iterator[Held]:
        if self._is_typed(statement):
            return
        for clause in statement.named_children:
            for item in clause.named_children if clause.type == "import_clause" else ():
                if item.type == "identifier":
                    yield from self._named(item, "class", 0)
                if item.type == "namespace_import":
                    yield from self._named(next(iter(operands(item)), None), "module", 0)
                for part in item.named_children if item.type == "named_imports" else ():
                    name, local = field(part, "name"), field(part, "alias")
                    typed = any(child.type == "type" for child in part.children)
                    if text_of(name) == "default" and not typed:
                        yield from self._named(local, "class", 0)

    def _by_definition(self, literal: Node, names: Node | None) -> Iterator[Held]:
        """The names that AMD's `define(['trtc-sdk-v5'], function (TRTC) {…})` binds."""
        call = parent_of(parent_of(names))
        at = position_in(names, literal) if names is not None else None
        if at is None or type_of(call) != "call_expression" or call is None:
            return
        if text_of(field(call, "function")) in {"define", "require", "requirejs"}:
            for function in call_arguments(call):
                yield from self._parameter(function, at, "required")

    def _bound(self, node: Node, gives: Gives, *, actual: bool) -> Iterator[Held]:
        """The names that an expression is bound to, by way of its members and of promises."""
        while (parent := parent_of(node)) is not None:
            if parent.type == "await_expression":
                gives = _AWAITED.get(gives, gives)
            elif parent.type == "member_expression" and field(parent, "object") == node:
                name = text_of(field(parent, "property"))
                if name == "then" and gives in _AWAITED:
                    then = self._then(parent, gives)
                    yield from then.held
                    if then.gives is None or then.call is None:
                        return
                    gives, parent = then.gives, then.call
                elif (gives, name) in _STEPS:
                    gives = _STEPS[gives, name]
                else:
                    return
            elif parent.type not in _SAME:
                break
            node = parent
        if type_of(parent) == "variable_declarator" and field(parent, "value") == node:
            end = parent.end_byte if parent is not None else 0
            target = field(parent, "name")
            yield from (item._replace(actual=actual) for item in self._taken(target, gives, end))

    def _then(self, reading: Node, gives: Gives) -> _Then:
        """Names and value of `.then(…)` of a promise: a module's default, at most."""
        call = parent_of(reading)
        if call is None or call.type != "call_expression":
            return _Then()
        given = next(iter(call_arguments(call)), None)
        held = tuple(self._parameter(given, 0, _AWAITED[gives])) if given is not None else ()
        body = field(given, "body")
        default = type_of(body) == "member_expression" and any(
            item.gives == "module" and text_of(body) == f"{text_of(item.binding.name)}.default"
            for item in held
        )
        return _Then(held, call, "later class" if default else None)

    def _parameter(self, function: Node, at: int, gives: Gives) -> Iterator[Held]:
        """The names that a parameter of a function is bound to."""
        if function.type not in FUNCTIONS:
            return
        parts = parameters_of(function)
        pattern = parts[at] if at < len(parts) else None
        yield from self._taken(field(pattern, "pattern") or pattern, gives, 0)

    def _taken(self, target: Node | None, gives: Gives, end: int) -> Iterator[Held]:
        """The names that a pattern binds to what is the SDK of a value."""
        pending = [(target, gives)]
        while pending:
            part, held = pending.pop()
            if part is None or held in _AWAITED:
                continue
            if part.type in {"identifier", "shorthand_property_identifier_pattern"}:
                yield from self._named(part, held, end)
            for entry in operands(part) if part.type == "object_pattern" else ():
                pair = entry.type == "pair_pattern"
                key = text_of(field(entry, "key") if pair else entry)
                if (held, key) in _STEPS:
                    pending.append((field(entry, "value") if pair else entry, _STEPS[held, key]))

    def _named(self, name: Node | None, gives: Gives, end: int) -> Iterator[Held]:
        binding = name_in(self._root, self._text, text_of(name)).binding(name) if name else None
        if binding is not None:
            yield Held(binding, end, gives)

    def _aliases(self, item: Held) -> Iterator[Held]:
        for use in self._uses(item):
            yield from self._bound(use, item.gives, actual=item.actual)

    def _uses(self, item: Held) -> list[Node]:
        return self._uses_of(item.binding.name)

    def _uses_of(self, bound: Node) -> list[Node]:
        name = name_in(self._root, self._text, text_of(bound))
        binding = name.binding(bound)
        return [] if binding is None else name.uses_of.get(binding, [])

    def _is_typed(self, statement: Node) -> bool:
        """True if an import statement is there for types, so that TypeScript drops it.

        Written as a value, the SDK would be loaded at once: where there is no browser that fails.
        """
        uses = [use for name in imported_by(statement) for use in self._uses_of(name)]
        return is_typed(statement) or (bool(uses) and all(map(is_type, uses)))

    def _is_fourth(self, item: Held) -> bool:
        """True if what is read of a name only v4's SDK has: its file may have the same name."""
        return any(call in _FOURTH for use in self._uses(item) for call in members_of(use))

    def _is_steady(self, item: Held) -> bool:
        """True if a name means the SDK, and nothing else, all through its scope."""
        name = name_in(self._root, self._text, text_of(item.binding.name))
        if item.binding.scope.type in FUNCTIONS and item.end == 0:  # a parameter
            return name.is_alone(item.binding) and not is_changed(name, item.binding)
        return is_sure(name, item.binding)


_BINDINGS: dict[Node, SdkBindings] = kept()


def bindings_of(root: Node, text: bytes) -> SdkBindings:
    """The bindings of one script, which are read once. root, text: its own."""
    found = _BINDINGS.get(root)
    if found is None:
        found = _BINDINGS[root] = SdkBindings(root, text)
    return found


class _Then(NamedTuple):
    """The names that a call of `then` binds, and its value, where that is known."""

    held: tuple[Held, ...] = ()
    call: Node | None = None
    gives: Gives | None = None
