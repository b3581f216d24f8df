"""How a script writes v5's constants where a number stands: by its own binding of the SDK.

Nothing is declared and nothing imported: where no binding is in reach, the reason names the line
that brings one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.fix.javascript.moments import Moments
from flake8_trtc.fix.javascript.reach import Reach
from flake8_trtc.fix.javascript.tree import is_common, is_esm, is_key, suits_a_literal
from flake8_trtc.fix.javascript.worlds import Worlds
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, Binding, name_in
from flake8_trtc.languages.javascript.constants import Constants
from flake8_trtc.languages.javascript.grammar import whole_number
from flake8_trtc.languages.javascript.sdk_bindings import Held, bindings_of
from flake8_trtc.languages.loads import addressed_by
from flake8_trtc.languages.tree import (
    Finder,
    ancestors,
    enclosing,
    field,
    kept,
    parent_of,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import SCRIPTS, Role

_MOCKED = regex(
    rb"\.\s*(?:doMock|mock|unstable_mockModule|setMock)\s*\(\s*(?:import\s*\(\s*)?[\"'`]trtc-sdk-v5[\"'`]"
)
_VITEST = regex(rb"(?<![\w$.])vi\s*\.\s*(?:mock|doMock|hoisted)\b")
_PACKAGE = "'trtc-sdk-v5'"
_AWAITED = f"(await import({_PACKAGE})).default"
_ANY_NUMBER = regex(
    r"[:<]?\s*(?:(?:Readonly|Partial|Array|ReadonlyArray|Set|ReadonlySet|Map|ReadonlyMap|Record)<\s*"
    r"|readonly\s+|\{\s*(?:readonly\s+)?\[\s*\w+\s*:\s*)*(?:number|string|any|unknown|PropertyKey)\b"
)
"""A type that takes any number where it takes one."""
_CODE = regex(rb"\b5\d{3}\b")
_CLASSIC: frozenset[Role] = frozenset(
    {"script", "handler", "function", "evaluated", "value", "sealed"}
)
_LOADING = regex(rb"(?<![\w$.])(?:import|require)\s*\(")
"""What a file has that is built, or run by Node."""
_ASSERTING = frozenset({"as_expression", "satisfies_expression"})
_HOLDING = frozenset(
    "variable_declarator public_field_definition required_parameter optional_parameter "
    "arrow_function".split()
)
_THROUGH = _ASSERTING | frozenset(
    "pair object array parenthesized_expression ternary_expression spread_element "
    "computed_property_name".split()
)
"""Node types between a type and a number in it."""


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
        self._bindings = bindings_of(self._root, script.utf8)
        self._moments = Moments(self._root, script.utf8)
        self._nearest: dict[Node, Node | None] = {}
        self._mocked = _MOCKED.search(script.utf8) is not None

    def expression(self, node: Node) -> str | Message:
        """The name of v5's codes where a number stands; why there is none."""
        if self._script.dialect != "js" and self._wants_literal(node):
            return refusals.SDK_LITERAL()
        found = chain(self._by_names(node), self._by_earlier(node), self._by_globals(node))
        return next(found, None) or self._reason(node)

    def _by_names(self, node: Node) -> Iterator[str]:
        """The values of the script's own names, those of the nearest scope first."""
        scope = resolved(node, self._nearest, self._outwards)
        while scope is not None:
            for item in self._held[scope]:
                there = self._reach.has(_constants(item), node)
                if there and (item.actual or not self._is_mocked(node)):
                    yield self._bindings.expression(item)
            scope = resolved(scope, self._nearest, self._outwards)

    def _outwards(self, node: Node) -> tuple[Node | None, Node | None]:
        parent = parent_of(node)
        return (None, parent) if parent is None or parent in self._held else (parent, None)

    @cached_property
    def _held(self) -> dict[Node, list[Held]]:
        """The names by their scopes, the shortest expressions first."""
        found: dict[Node, list[Held]] = {}
        for item in sorted(self._bindings.held, key=self._length):
            found.setdefault(item.binding.scope, []).append(item)
        return found

    def _length(self, item: Held) -> int:
        return self._bindings.expression(item).count(".")

    def _is_mocked(self, node: Node) -> bool:
        """True if a mock stands for the SDK where a number stands: in a page there is none."""
        apart = self._worlds.apart(node)
        return self._mocked and (apart is None or apart.reason != refusals.SENT())

    def _by_earlier(self, node: Node) -> Iterator[str]:
        """Names that a component's other script, or the page's before it, binds at its top."""
        for name, expression in self._at_top if self._reach.sees_page(node) else ():
            if self._means_nothing(name, node):
                yield expression

    @cached_property
    def _at_top(self) -> list[tuple[str, str]]:
        """The names that the earlier scripts bind at their tops, and the codes by them."""
        found: dict[str, str] = {}
        for other in self._earlier:
            root = other.tree.root_node
            bindings = bindings_of(root, other.utf8)
            for item in bindings.held:
                inside = other.branches.at(item.binding.name.start_byte)
                if item.binding.scope == root and not inside:
                    found.setdefault(text_of(item.binding.name), bindings.expression(item))
        return list(found.items())

    def _by_globals(self, node: Node) -> Iterator[str]:
        written = None if self._is_doubted else self._global(node)
        if written is not None and (self._is_loaded(node) or not self._moments.is_loading(node)):
            yield f"{written}.ERROR_CODE"

    def _global(self, node: Node) -> str | None:
        """How the global is written where a node stands; None where nothing tells whose it is."""
        if node.start_byte >= self._template or self._script.role == "expression":
            return None
        around = self._worlds.apart(node)
        branches = self._script.branches
        for written, start in self._globals.get(around and around.node, {}).values():
            there = branches.covers(start, node.start_byte)
            if there and self._bindings.is_global(written.partition(".")[0], node):
                return written
        here = bool(self._on_page or self._bindings.loading)
        own = around is None and here and self._bindings.is_global("TRTC", node)
        return "TRTC" if own else None

    @cached_property
    def _is_doubted(self) -> bool:
        """True if the script asks whether the global is there: what it does where it is not."""
        return _DOUBT.search(self._script.utf8) is not None

    def _is_loaded(self, node: Node) -> bool:
        """True if the global is there though a node runs while its script is loaded.

        A script that waits for nothing has defined it, or the script itself has read it before.
        """
        if self._worlds.apart(node) is not None or min(self._on_page, default=_LATER) < _LATER:
            return True
        return self._read_from <= node.start_byte

    @cached_property
    def _read_from(self) -> int:
        """Where the script has read the global, or loaded the SDK, as the first thing it does."""
        read = (seen.node for seen in self._bindings.globals if seen.fifth)
        found = (*read, *self._bindings.loading)
        ends = (node.end_byte for node in found if self._moments.is_certain(node))
        return min(ends, default=len(self._script.utf8))

    @cached_property
    def _globals(self) -> dict[Node | None, dict[_Read, tuple[str, int]]]:
        """How the global TRTC is written where v5's members are read of it, by where that runs.

        Each is there once for the branches of a template that it stands in, with its offset.
        """
        found: dict[Node | None, dict[_Read, tuple[str, int]]] = {}
        for seen in (seen for seen in self._bindings.globals if seen.fifth):
            world, start = self._worlds.apart(seen.node), seen.node.start_byte
            written = "".join(text_of(seen.node).split())
            read = written, self._script.branches.at(start)
            found.setdefault(world and world.node, {}).setdefault(read, (written, start))
        return found

    @cached_property
    def _on_page(self) -> list[int]:
        """How the page loads v5's script, which leaves the global, and no v4 beside it."""
        page = self._script.parent
        if page is None or page.dialect != "html":
            return []
        if page not in _FIFTH:
            _FIFTH[page] = _fifth_of(page)
        branches, pieces = page.branches, self._script.map.pieces
        start = (page.map.inner(pieces[0].outer) if pieces else None) or 0
        late = self._script.role == "module"
        return [
            _LATER if way > late or (start < at and not (late and way == _AT_ONCE)) else way
            for at, way in _FIFTH[page]
            if branches.covers(at, start)
        ]

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
        if apart is not None and apart.reason == refusals.CIRCLE() and self._bindings.held:
            return apart.reason
        if self._mocked:
            return refusals.SDK_MOCKED(line=self._actual)
        if self._global(node) is not None:
            named = refusals.SDK_DOUBTED(line="const { ERROR_CODE } = window.TRTC")
            return named if self._is_doubted else refusals.SDK_LATE()
        for name in self._names:
            meant = name_in(self._root, self._script.utf8, name).at(node)
            if meant is not None and meant not in self._own:
                return refusals.SDK_SHADOWED(name=name, line=self._line(node))
        if self._bindings.typed:
            return refusals.SDK_TYPED(line=self._line(node))
        unbound = refusals.SDK_CLASSIC if self._is_classic else refusals.SDK_UNBOUND
        return unbound(line=self._line(node))

    @cached_property
    def _actual(self) -> str:
        """Calls that give the SDK itself in a test that mocks it."""
        if _VITEST.search(self._script.utf8) is not None:
            return f"(await vi.importActual({_PACKAGE})).default"
        return f"jest.requireActual({_PACKAGE})"

    @cached_property
    def _own(self) -> frozenset[Binding]:
        return frozenset(item.binding for item in self._bindings.held)

    @cached_property
    def _names(self) -> list[str]:
        """The names of the SDK in the script, a few of them."""
        held = dict.fromkeys(text_of(item.binding.name) for item in self._bindings.held)
        if self._bindings.globals or self._on_page:
            held["TRTC"] = None
        return list(held)[:_MOST_NAMES]

    @cached_property
    def _requires(self) -> bool:
        file = self._script.role == "function" and self._script.parent is None
        return (file or is_common(self._root)) and not is_esm(self._root)

    @cached_property
    def _is_classic(self) -> bool:
        """True if the script can't import: as all that tells, it runs in a page as it is."""
        role = self._script.role
        if is_esm(self._root) or self._requires:
            return False
        plain = self._script.dialect == "js" and _LOADING.search(self._script.utf8) is None
        return role in _CLASSIC or (role == "file" and plain)

    def _line(self, node: Node) -> str:
        """What to add for the SDK, under a name that is free where a number stands."""
        if self._is_classic:
            free = self._means_nothing("ERROR_CODE", node)
            return f"const {{ ERROR_CODE{'' if free else ': TRTC_ERROR_CODE'} }} = window.TRTC"
        free = self._means_nothing("TRTC", node) and not self._bindings.typed
        name = "TRTC" if free else "TRTCv5"
        if self._requires:
            return f"const {name} = require({_PACKAGE})"
        return f"import {name} from {_PACKAGE}"

    def _wants_literal(self, node: Node) -> bool:
        """True if TypeScript may want the number itself, where the SDK's codes are any number."""
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


_Read = tuple[str, frozenset[int]]
"""The global as it is written, and the branches of a template around it."""
_DOUBT = regex(
    rb"typeof\s*\(?\s*(?:\w+\.)?TRTC\b(?!\s*\.)|!\s*(?:\w+\.)?TRTC\b(?!\s*[.(\[])"
    rb"|(?:window|globalThis|self)\.TRTC\s*(?:[!=]==?|\?\.|&&)|[\"']TRTC[\"']\s+in\b"
    rb"|\bif\s*\(\s*(?:\w+\.)?TRTC\s*\)"
)
"""How a script asks whether the SDK has been loaded."""
_AT_ONCE, _DEFERRED, _LATER = range(3)
"""When a script of a page has run: before what follows it, before the page's modules, some day."""
_FIFTH: dict[Text, list[tuple[int, int]]] = kept()
"""Where pages load v5, and when that is done."""


def _fifth_of(page: Text) -> list[tuple[int, int]]:
    """Where a page loads v5's script by its address, and no v4 beside it.

    Of an address that tells no version what the page's classic scripts read of the SDK does.
    """
    loaded = [(key, address) for key, address in addressed_by(page) if key in _GENERATIONS]
    if not loaded:
        return []
    scripts = [part for part in page.parts if part.dialect in SCRIPTS and part.role == "script"]
    read = [bindings_of(part.tree.root_node, part.utf8) for part in scripts]
    if any(item.reads_fourth for item in read):
        return []
    fifth = any(seen.fifth for item in read for seen in item.globals)
    if not fifth and any(key != "v5" for key, _ in loaded):
        return []
    places = (page.utf8.find(address.encode()) for _, address in loaded)
    return [(at, _way(page.utf8, at)) for at in places]


def _way(page: bytes, address: int) -> int:
    """When what an element of a page loads has run. address: where that stands in it."""
    start, end = page.rfind(b"<", 0, address), page.find(b">", address)
    tag = page[start : end if end >= 0 else len(page)].lower()
    if not tag.startswith(b"<script") or _ASYNC.search(tag) is not None:
        return _LATER
    return _AT_ONCE if _DEFER.search(tag) is None else _DEFERRED


_ASYNC = regex(rb"\sasync(?![\w.-])")
_DEFER = regex(rb"\sdefer(?![\w.-])|\stype\s*=\s*[\"']?\s*module")
_GENERATIONS = frozenset({"v4", "v5", "web"})
_MOST_NAMES = 16
"""How many names a reason is looked for by."""
