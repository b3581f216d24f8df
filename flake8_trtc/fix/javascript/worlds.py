"""Where and when the functions of a script run: here, in another world, or before all the rest.

A function whose text is sent to a page, a worker or another process sees nothing of the script
there. What a mock is made by runs before the script's own declarations. What a compiler's macro is
given is moved out of the function that it stands in. A function of a module that is loaded in a
circle may be called by another one before the module has run. One table for each, and one walk from
a function to where it goes, by whatever name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.fix.javascript.tree import is_hoisted
from flake8_trtc.fix.javascript.ways import Ways, is_hoisting
from flake8_trtc.languages.javascript.bindings import FUNCTIONS, holds
from flake8_trtc.languages.tree import enclosing, field, parent_of, resolved, text_of, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Role

_MACROS = frozenset(
    "defineProps withDefaults defineEmits defineModel defineOptions defineSlots".split()
)
"""Vue's macros, whose arguments are moved out of the setup function."""

_METAS = frozenset("definePageMeta defineRouteMeta defineRouteRules defineI18nRoute".split())
"""Nuxt's macros, whose arguments are moved into a module of their own, with the imports."""


class Apart(NamedTuple):
    """A part of a script that runs apart from the rest.

    node: the function, or the arguments of a call; reason: why what the rest declares is not there;
    beside: but what the component's other script declares is.
    """

    node: Node
    reason: Message
    beside: bool = False


class Worlds:
    """The parts of one script that run apart."""

    def __init__(
        self, root: Node, text: bytes, role: Role, circle: Callable[[bytes], int | None]
    ) -> None:
        """root: of the script's tree; text: it; role: what runs it, see `Role`.

        circle: where a file's text loads a module that loads the file itself.
        """
        self._root = root
        self._text = text
        self._circle = circle
        self._role = role
        self._aparts: dict[Node, Apart | None] = {}
        self._outermost: dict[Node, tuple[Node | None, Node | None]] = {}
        self._ways = Ways(root, text)

    def apart(self, node: Node) -> Apart | None:
        """The innermost part around a node that runs apart from the rest; None for no such."""
        return resolved(node, self._aparts, self._outwards)

    def _outwards(self, node: Node) -> tuple[Node | None, Apart | None]:
        parent = parent_of(node)
        apart = None if parent is None else self._own(parent)
        return (None, apart) if parent is None or apart is not None else (parent, None)

    def _own(self, node: Node) -> Apart | None:
        """The part that a node is itself, if what it holds runs apart."""
        if node.type not in FUNCTIONS:
            return self._moved(node)
        if self._ways.is_sent(node):
            return Apart(node, refusals.SENT())
        if self._ways.is_early(node):
            return Apart(node, refusals.EARLY())
        hoisted = is_hoisted(node, self._root) and self.circle is not None
        return Apart(node, refusals.CIRCLE()) if hoisted else None

    @cached_property
    def circle(self) -> int | None:
        """Where the script loads a module that loads the script itself; None: nowhere."""
        return self._circle(self._text)

    def bodies(self, node: Node) -> Iterator[Node]:
        """The blocks of the functions that a node runs in, from the inside out.

        A node in a function's parameters does not run in its block. Around what runs apart there is
        nothing that it could see.
        """
        inner = node
        while (function := self._around(inner)) is not None:
            body = _block_of(function)
            if body is not None and _is_in(node, body):
                yield body
            apart = self.apart(inner)
            if apart is not None and apart.node == function:
                break
            inner = function

    def _around(self, node: Node) -> Node | None:
        """The function around a node, if what runs apart there is not inside it."""
        function, apart = enclosing(node, FUNCTIONS), self.apart(node)
        if function is None or (apart is not None and holds(function, apart.node)):
            return None
        return function

    def outermost(self, node: Node) -> tuple[Node | None, Node | None]:
        """The last block, and the last value of an arrow function without one, around a node."""
        passed = [node]
        found: tuple[Node | None, Node | None] = (None, None)
        while (inner := passed[-1]) not in self._outermost:
            function = self._around(inner)
            if function is None:
                self._outermost[inner] = found
                break
            passed.append(function)
            apart = self.apart(inner)
            if apart is not None and apart.node == function:
                break
        else:
            found = self._outermost[inner]
        for inner, function in reversed([*pairwise(passed)]):
            block, value = _block_of(function), field(function, "body")
            inside = block if block is not None and _is_in(inner, block) else None
            given = value if block is None and value is not None and _is_in(inner, value) else None
            found = (found[0] or inside, found[1] or given)
            self._outermost[inner] = found
        return found

    def _moved(self, node: Node) -> Apart | None:
        """The part that the arguments of a call are, if they are moved."""
        called: Node | None = None
        if node.type == "arguments":
            called = field(parent_of(node), "function")
            if is_hoisting(called):
                return Apart(node, refusals.EARLY())
        elif node.type == "object_pattern":  # its defaults are those of the props
            holder = parent_of(node)
            value = field(holder, "value") if type_of(holder) == "variable_declarator" else None
            called = field(value, "function")
        name = text_of(called) if type_of(called) == "identifier" and self._role == "setup" else ""
        if name in _MACROS or name in _METAS:
            return Apart(node, refusals.MACRO(), beside=name in _MACROS)
        return None


def _is_in(node: Node, around: Node) -> bool:
    return around.start_byte <= node.start_byte < around.end_byte


def _block_of(function: Node) -> Node | None:
    """The block of a function; None for an arrow function that is an expression."""
    body = field(function, "body")
    if body is None and function.type == "class_static_block":
        body = next(
            (item for item in function.named_children if item.type == "statement_block"), None
        )
    return body if type_of(body) == "statement_block" else None
