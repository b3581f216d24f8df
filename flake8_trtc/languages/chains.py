"""Chains of members, calls and indexes, the same for every language: what they are called."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog._codes import GETTERS
from flake8_trtc.catalog.things import REPLIES

_REPLY = frozenset({"res", "resp", "response", "reply", "rsp"})
"""What a reply of an HTTP API's is called, by people who read its `data` or `json()`."""


class Chains(NamedTuple):
    """How one grammar writes chains.

    calls: node types of calls; again: of those that may give the same value again; members: of
    members and indexes; indexed: of indexes alone; plain: of names and values.
    unwrapped: the expression that gives the value of one; called: what a call calls; owner: what a
    member or an index is looked up on; key: what names the element that an index looks up;
    key_read: the key that a call of a function with a name reads; own_name: the last name of an
    expression that is no call.
    """

    calls: frozenset[str]
    again: frozenset[str]
    members: frozenset[str]
    indexed: str
    plain: frozenset[str]
    unwrapped: Callable[[Node], Node]
    called: Callable[[Node], Node | None]
    owner: Callable[[Node], Node | None]
    key: Callable[[Node], str | None]
    key_read: Callable[[Node, str], str | None]
    own_name: Callable[[Node], str]

    def last_name(self, node: Node | None) -> str:
        """The last name of an expression: `a.b` -> "b", `f()` -> "f", `x["k"]` -> "k"; "" if none.

        Takes each link of a chain of calls once, and calls no deeper than one link.
        """
        calls: list[Node] = []
        while node is not None:
            node = self.unwrapped(node)
            if node.type in self.calls:
                calls.append(node)
                node = self.called(node)
            elif node.type == self.indexed and self.key(node) is None:
                node = self.owner(node)
            else:
                break
        name = self.own_name(node) if node is not None else ""
        for call in reversed(calls):
            key = self.key_read(call, name)
            name = name if key is None else key
        return name

    def holder_name(self, node: Node | None) -> str:
        """The last name of what a member is read from; of a reply's content that of the reply."""
        name = self.last_name(node)
        if node is None or name not in REPLIES:
            return name
        node = self.unwrapped(node)
        content = self.called(node) if node.type in self.calls else node
        if content is None or content.type not in self.members:
            return name
        above = self.last_name(self.owner(content))
        return above if above in _REPLY else name

    def is_same_again(self, node: Node | None) -> bool:
        """True if an expression gives the same value again: it holds no call but of getters."""
        while node is not None:
            node = self.unwrapped(node)
            if node.type in self.again:
                function = self.called(node)
                name = self.last_name(function)
                if name == "pop" or (name not in GETTERS and self.key_read(node, name) is None):
                    return False
                node = None if function is None else self.owner(function)
            elif node.type in self.members:
                node = self.owner(node)
            else:
                return node.type in self.plain
        return True
