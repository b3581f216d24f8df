"""Numbers that are seen to reach a YAML dumper, which takes no member of an enum for a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tree_sitter import Node

from flake8_trtc.languages.tree import Finder, ancestors, field, text_of, type_of
from flake8_trtc.model import Fix

_DUMPER = re.compile(r"(?:.*\.)?(?:yaml|YAML\([^()]*\))\.(?:safe_)?dump(?:_all)?", re.DOTALL)
_DUMPED = re.compile(rb"(?:yaml|YAML\([^()]*\))\.(?:safe_)?dump(?:_all)?\(\s*\[?\s*([^\W\d]\w*)")
_LONGEST = 200
"""Bytes of what is called that are looked at."""

_TESTS = frozenset({"comparison_operator", "not_operator", "subscript", "lambda"})
"""What gives something else than the numbers in it."""


_MAKERS = frozenset({"dict", "list", "tuple", "set"})
"""Calls that give on the numbers that they are given."""


def dumped(root: Node, utf8: bytes, fixes: Iterable[Fix]) -> frozenset[Fix]:
    """The fixes of numbers in what a module gives to a dumper, there or by a name.

    root: of the module's tree; utf8: its text.
    """
    if b"yaml" not in utf8.lower():
        return frozenset()
    names = {match.decode() for match in _DUMPED.findall(utf8)}
    find = Finder(root).at
    return frozenset(fix for fix in sorted(fixes) if _is_dumped(find(*fix.span), names))


def _is_dumped(number: Node, names: set[str]) -> bool:
    for node in ancestors(number):
        if node.type in _TESTS or node.type.endswith(("_statement", "_definition")):
            return False
        if node.type == "call" and text_of(field(node, "function")) not in _MAKERS:
            return _is_dumper(field(node, "function"))
        if node.type == "assignment":
            left = field(node, "left")
            while type_of(left) == "subscript":
                left = field(left, "value")
            return text_of(left) in names
    return False


def _is_dumper(called: Node | None) -> bool:
    short = called is not None and called.end_byte - called.start_byte <= _LONGEST
    return short and _DUMPER.fullmatch(text_of(called)) is not None
