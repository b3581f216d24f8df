"""How a script writes v5's constants where a number stands: by its own binding of the SDK.

Nothing is declared and nothing imported: where no binding is in reach, the reason names the import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from tree_sitter import Node

from flake8_trtc.fix.javascript.reach import Reach
from flake8_trtc.fix.javascript.tree import is_common, is_esm, is_key, suits_a_literal
from flake8_trtc.fix.javascript.worlds import Worlds
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, Binding, name_in
from flake8_trtc.languages.javascript.constants import Constants
from flake8_trtc.languages.javascript.grammar import whole_number
from flake8_trtc.languages.javascript.sdk_bindings import Held, SdkBindings, reads_fifth
from flake8_trtc.languages.loads import addressed_by
from flake8_trtc.languages.tree import (
    Finder,
    ancestors,
    enclosing,
    field,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message

_MOCKED = re.compile(
    rb"\.\s*(?:doMock|mock|unstable_mockModule|setMock)\s*\(\s*(?:import\s*\(\s*)?[\"'`]trtc-sdk-v5[\"'`]"
)
_VITEST = re.compile(rb"(?<![\w$.])vi\s*\.\s*(?:mock|doMock|hoisted)\b")
_PACKAGE = "'trtc-sdk-v5'"
_AWAITED = f"(await import({_PACKAGE})).default"
_ANY_NUMBER = re.compile(
    r"[:<]?\s*(?:(?:Readonly|Partial|Array|ReadonlyArray|Set|ReadonlySet|Map|ReadonlyMap|Record)<\s*"
    r"|readonly\s+|\{\s*(?:readonly\s+)?\[\s*\w+\s*:\s*)*(?:number|string|any|unknown|PropertyKey)\b"
)
"""A type that takes any number where it takes one."""
_CODE = re.compile(rb"\b5\d{3}\b")
_ASSERTING = frozenset({"as_expression", "satisfies_expression"})
_HOLDING = frozenset(
    "variable_declarator public_field_definition required_parameter optional_parameter "
    "arrow_function".split()
)
_THROUGH = _ASSERTING | frozenset(
    "pair object array parenthesized_expression ternary_expression spread_element "
    "computed_property_name".split()
)
"""What a type goes through to a number in it."""


class SdkNames:
    """Answers for one script.

    script: it; worlds, reach: its own; earlier: the scripts whose top level it sees; template:
    from which offset on it is a component's template, which sees no globals.
    """

    def __init__(
        self, script: Text, worlds: Worlds, reach: Reach, earlier: Sequence[Text], template: int
    ) -> None:
        self._script = script
        self._root = script.tree.root_node
        self._worlds = worlds
        self._reach = reach
        self._earlier = earlier
        self._template = template
        self._bindings = SdkBindings(self._root, script.utf8)
        self._mocked = _MOCKED.search(script.utf8) is not None

    def expression(self, node: Node) -> str | Message:
        """What v5's codes are called where a number stands; why it can't be told."""
        if self._script.dialect != "js" and self._wants_literal(node):
            return refusals.SDK_LITERAL()
        found = [*self._by_names(node), *self._by_earlier(node), *self._by_globals(node)]
        return min(found, key=_length) if found else self._reason(node)

    def _by_names(self, node: Node) -> Iterator[str]:
        for item in self._bindings.held:
            there = self._reach.has(_constants(item), node)
            if there and (item.actual or not self._is_mocked(node)):
                yield self._bindings.expression(item)

    def _is_mocked(self, node: Node) -> bool:
        """Whether a mock stands for the SDK where a number stands: in a page there is none."""
        apart = self._worlds.apart(node)
        return self._mocked and (apart is None or apart.reason != refusals.SENT())

    def _by_earlier(self, node: Node) -> Iterator[str]:
        """What a component's other script, or the page's before it, binds at its top."""
        for other in self._earlier if self._reach.sees_page(node) else ():
            root = other.tree.root_node
            bindings = SdkBindings(root, other.utf8)
            for item in bindings.held:
                name = text_of(item.binding.name)
                if item.binding.scope == root and self._means_nothing(name, node):
                    yield bindings.expression(item)

    def _by_globals(self, node: Node) -> Iterator[str]:
        if node.start_byte >= self._template or self._script.role == "expression":
            return
        around = self._worlds.apart(node)
        for seen in self._bindings.globals:
            written = text_of(seen.node)
            world = self._worlds.apart(seen.node)
            same = (world and world.node) == (around and around.node)
            first = written.partition(".")[0].strip()
            if seen.fifth and same and self._bindings.is_global(first, node):
                yield f"{''.join(written.split())}.ERROR_CODE"
        if around is None and self._is_on_page and self._bindings.is_global("TRTC", node):
            yield "TRTC.ERROR_CODE"

    @property
    def _is_on_page(self) -> bool:
        """Whether the script's page loads v5, and no v4 beside it, by a script's address.

        Of an address that tells no version what the page reads of the SDK does.
        """
        page = self._script.parent
        if page is None or page.dialect != "html":
            return False
        loaded = addressed_by(page)
        return loaded == {"v5"} or (bool(loaded) and reads_fifth(page.utf8))

    def _means_nothing(self, name: str, node: Node) -> bool:
        return name_in(self._root, self._script.utf8, name).at(node) is None

    def _reason(self, node: Node) -> Message:
        """Why no binding is in reach, with the line that would bring one."""
        if self._script.role == "expression" or node.start_byte >= self._template:
            return refusals.TEMPLATE()
        apart = self._worlds.apart(node)
        if apart is not None and apart.reason in {refusals.SENT(), refusals.EARLY()}:
            loaded = self._actual if apart.reason == refusals.EARLY() else _AWAITED
            return refusals.SDK_APART(line=f"const TRTC = {loaded}")
        if self._mocked:
            return refusals.SDK_MOCKED(line=self._actual)
        for name, meant in self._names:
            if name_in(self._root, self._script.utf8, name).at(node) not in {None, meant}:
                return refusals.SDK_SHADOWED(name=name, line=self._line(node))
        if self._bindings.typed:
            return refusals.SDK_TYPED(line=self._line(node))
        return refusals.SDK_UNBOUND(line=self._line(node))

    @property
    def _actual(self) -> str:
        """What gives the SDK itself in a test that mocks it."""
        if _VITEST.search(self._script.utf8) is not None:
            return f"(await vi.importActual({_PACKAGE})).default"
        return f"jest.requireActual({_PACKAGE})"

    @property
    def _names(self) -> list[tuple[str, Binding | None]]:
        """The names of the SDK in the script, and where it binds them."""
        held = [(text_of(item.binding.name), item.binding) for item in self._bindings.held]
        return [*held, *([("TRTC", None)] if self._bindings.globals or self._is_on_page else ())]

    def _line(self, node: Node) -> str:
        """The import to add, under a name that is free where a number stands."""
        free = self._means_nothing("TRTC", node) and not self._bindings.typed
        name = "TRTC" if free else "TRTCv5"
        if is_common(self._root) and not is_esm(self._root):
            return f"const {name} = require({_PACKAGE})"
        return f"import {name} from {_PACKAGE}"

    def _wants_literal(self, node: Node) -> bool:
        """Whether TypeScript may want the number itself, where the SDK's codes are any number."""
        if whole_number(node) in self._literals:
            return True
        if suits_a_literal(node) and not is_key(node):
            return False
        return not all(_ANY_NUMBER.match(text) for text in _types_around(node))

    @cached_property
    def _literals(self) -> frozenset[int | None]:
        """The numbers that are types in the script."""
        find = Finder(self._root).at
        nodes = (find(*match.span()) for match in _CODE.finditer(self._script.utf8))
        types = (node for node in nodes if type_of(parent_of(node)) == "literal_type")
        return frozenset(map(whole_number, types))


def _types_around(node: Node) -> Iterator[str]:
    """The types that TypeScript wants of what a number is a part of."""
    for parent in ancestors(node):
        kind = parent.type
        if kind in _ASSERTING:
            written = parent.named_children[1:]
            yield text_of(written[0]) if written else "const"
        elif kind == "arguments":
            yield from _type(parent_of(parent), "type_arguments")
        elif kind == "return_statement":
            yield from _type(enclosing(parent, FUNCTIONS), "return_type")
        elif kind in _HOLDING:
            yield from _type(parent, "return_type" if kind in FUNCTIONS else "type")
        if kind not in _THROUGH:
            return


def _type(node: Node | None, name: str) -> Iterator[str]:
    kind = field(node, name)
    if kind is not None:
        yield text_of(kind)


def _constants(item: Held) -> Constants:
    return Constants(text_of(item.binding.name), item.binding, item.end)


def _length(expression: str) -> int:
    return expression.count(".")
