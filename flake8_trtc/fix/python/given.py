"""What a module gives to some calls, by a name or by way of functions of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.tree import Finder, enclosing, field, operands, text_of

_FUNCTIONS = frozenset({"function_definition"})
_ANY = r"[A-Za-z_\x80-\xff][\w\x80-\xff]*"


class _Given(NamedTuple):
    """A name that is given to a call, and the function that this is done in, if any."""

    name: str
    function: Node | None


def given_to(
    calls: Iterable[str], before: str, root: Node, utf8: bytes
) -> tuple[set[str], set[str]]:
    """The names that are given to calls; and the functions of the module that give them on.

    calls: patterns of what is called; before: of what stands between the bracket and a name; root,
    utf8: of the module. A function that gives on what it is given is called for that, too.
    """
    names, owners = set[str](), set[str]()
    pending = [item for call in calls for _, item in _given(call, before, root, utf8)]
    by_callee: dict[str, list[_Given]] | None = None
    while pending:
        name, function = pending.pop()
        names.add(name)
        owner = text_of(field(function, "name"))
        if owner in owners or name not in _parameters(function):
            continue
        owners.add(owner)
        if by_callee is None:  # all calls of the module, once
            by_callee = {}
            for callee, item in _given(_ANY, before, root, utf8):
                by_callee.setdefault(callee, []).append(item)
        pending += by_callee.get(owner, ())
    return names, owners


def _given(call: str, before: str, root: Node, utf8: bytes) -> Iterator[tuple[str, _Given]]:
    """What is called by a pattern, and what that is given by name."""
    pattern = rf"(?<!\w)(?P<callee>{call})\((?={before}(?P<name>[^\W\d]\w*))"
    find = Finder(root).at
    for match in re.finditer(pattern.encode(), utf8):
        function = enclosing(find(*match.span("name")), _FUNCTIONS)
        yield match["callee"].decode("utf-8", "replace"), _Given(match["name"].decode(), function)


def _parameters(function: Node | None) -> Iterator[str]:
    parameters = field(function, "parameters")
    for item in operands(parameters) if parameters is not None else ():
        name = field(item, "name") or next(iter(operands(item)), item)
        yield text_of(name)
