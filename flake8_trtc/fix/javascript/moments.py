"""When the code of a script runs: as the script is loaded, or not before something calls it."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.javascript.bindings import FUNCTIONS, name_in
from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.tree import ancestors, enclosing, field, parent_of, text_of, type_of

_PASSED_AT_ONCE = frozenset(
    "forEach map filter some every find findIndex findLast flatMap reduce reduceRight sort "
    "Promise".split()
)
"""Calls that call what they are given before they give anything back; classes, too."""
_SAME = frozenset({"parenthesized_expression", "await_expression", "unary_expression"})
_MAYBE = frozenset(
    "if_statement ternary_expression switch_statement for_statement for_in_statement "
    "while_statement try_statement optional_chain binary_expression".split()
)
"""Node types that may leave out some of what is in them."""


class Moments:
    """Answers for one script. root, text: its own."""

    def __init__(self, root: Node, text: bytes) -> None:
        self._root = root
        self._text = text
        self._called: dict[Node, bool] = {}

    def is_loading(self, node: Node) -> bool:
        """True if a node may run while its script is loaded."""
        pending, seen = [node], set[Node]()
        while pending:
            function = enclosing(pending.pop(), FUNCTIONS)
            if function is None or self._called.get(function):
                self._called.update(dict.fromkeys(seen, True))
                return True
            if function not in seen and function not in self._called:
                seen.add(function)
                pending += self._calls(function)
        self._called.update(dict.fromkeys(seen, False))
        return False

    def is_certain(self, node: Node) -> bool:
        """True if a node runs whenever its script is loaded, and runs to its end."""
        return not any(item.type in _MAYBE or item.type in FUNCTIONS for item in ancestors(node))

    def _calls(self, function: Node) -> Iterator[Node]:
        """Where a function is called, as far as that is seen."""
        if function.type == "class_static_block":
            yield function
            return
        inner, outer = function, parent_of(function)
        while type_of(outer) in _SAME:
            inner, outer = outer or inner, parent_of(outer)
        if type_of(outer) == "member_expression":  # `(function () {…}).call(this)`
            inner, outer = outer or inner, parent_of(outer)
        if type_of(outer) == "call_expression" and field(outer, "function") == inner:
            yield inner
        elif type_of(outer) == "arguments":
            call = parent_of(outer)
            called = field(call, "function") or field(call, "constructor")
            if last_name(called) in _PASSED_AT_ONCE:
                yield inner
        name = field(function, "name")
        if type_of(outer) == "variable_declarator":
            name = field(outer, "name")
        if type_of(name) == "identifier" and name is not None:
            found = name_in(self._root, self._text, text_of(name))
            bound = found.binding(name)
            uses = found.uses_of.get(bound, []) if bound is not None else []
            yield from (use for use in uses if field(parent_of(use), "function") == use)
