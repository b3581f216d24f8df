"""What a module gives to some calls, by a name or by way of functions of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc.languages.tree import enclosing, field, operands, text_of

_FUNCTIONS = frozenset({"function_definition"})


def given_to(
    calls: Iterable[str], before: str, root: Node, utf8: bytes
) -> tuple[set[str], list[str]]:
    """The names that are given to calls; and all calls, by patterns.

    calls: patterns of what is called; before: of what stands between the bracket and a name; root,
    utf8: of the module. A function that gives on what it is given is called for that, too.
    """
    names, found, pending = set[str](), [*calls], [*calls]
    while pending:
        pattern = rf"(?<!\w)(?:{pending.pop()})\({before}([^\W\d]\w*)"
        for match in re.finditer(pattern.encode(), utf8):
            name = match[1].decode()
            names.add(name)
            node = root.descendant_for_byte_range(*match.span(1))
            function = None if node is None else enclosing(node, _FUNCTIONS)
            owner = rf"(?:\w+\.)*{text_of(field(function, 'name'))}"
            if name in _parameters(function) and owner not in found:
                found.append(owner)
                pending.append(owner)
    return names, found


def _parameters(function: Node | None) -> Iterator[str]:
    parameters = field(function, "parameters")
    for item in operands(parameters) if parameters is not None else ():
        name = field(item, "name") or next(iter(operands(item)), item)
        yield text_of(name)
