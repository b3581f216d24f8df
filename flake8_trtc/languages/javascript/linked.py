"""Chains of calls of the same few methods: `new Set().add(1).add(2)`, from one end to the other."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.javascript.unwrapped import unwrapped
from flake8_trtc.languages.tree import field, kept, parent_of, resolved, type_of


def called(call: Node | None) -> Node | None:
    """The function that a call or `new` calls."""
    return field(call, "function") or field(call, "constructor")


class Links:
    """Chains of calls of some methods; all questions of one chain together go through it once."""

    def __init__(self, methods: frozenset[str]) -> None:
        self._methods = methods
        self._bases: dict[Node, Node | None] = kept()
        self._wholes: dict[Node, Node | None] = kept()

    def base(self, node: Node) -> Node:
        """The object of the first call in the chain that an expression ends."""
        return resolved(unwrapped(node), self._bases, self._inwards) or node

    def whole(self, call: Node) -> Node:
        """The chain that a call is in, to its last call."""
        return resolved(call, self._wholes, self._outwards) or call

    def _inwards(self, node: Node) -> tuple[Node | None, Node | None]:
        function = called(node) if node.type == "call_expression" else None
        owner = field(function, "object")
        if owner is None or last_name(function) not in self._methods:
            return None, node
        return unwrapped(owner), None

    def _outwards(self, call: Node) -> tuple[Node | None, Node | None]:
        access = parent_of(call)
        outer = parent_of(access) if type_of(access) == "member_expression" else None
        linked = type_of(outer) == "call_expression" and last_name(called(outer)) in self._methods
        return (outer, None) if linked else (None, call)
