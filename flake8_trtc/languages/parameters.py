"""What the functions of a text call what they are given by its position."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tree_sitter import Node

from flake8_trtc.catalog.things import BY_GIVEN
from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.names import Likeness, likeness, table_likeness
from flake8_trtc.languages.tree import kept, outermost
from flake8_trtc.model import Place, Subject

_Lists = Iterable[list[str]]


class Signatures:
    """The parameters of a text's own functions, found once for each name that is called."""

    def __init__(self, find: Callable[[Node, str, bool], _Lists]) -> None:
        """Take what finds functions.

        find: gives the names of the parameters of each of a text's functions, from the root of its
        tree, the functions' name, and whether methods are meant. "*" begins the name of what takes
        all the rest; one is "" where a parameter has no name.
        """
        self._find = find
        self._known: dict[Node, dict[tuple[str, bool], list[str]]] = kept()

    def parameter(self, function: Node, name: str, at: int, *, method: bool) -> str | None:
        """The name that functions of a name have for an argument; None where none is known.

        function: any node of the tree; at: the argument's position, from 0. Where several have the
        name of what is called, all of them have to say the same.
        """
        if not name or name in BY_GIVEN:
            return None
        known = self._known.setdefault(root := outermost(function), {})
        if (name, method) not in known:
            known[name, method] = _agreed(self._find(root, name, method))
        names = known[name, method]
        if names and at >= len(names) and names[-1].startswith("*"):
            return names[-1]
        return names[at] or None if at < len(names) else None


def _agreed(lists: _Lists) -> list[str]:
    """The names at each position that several lists agree on, "" elsewhere."""
    return [found[0] if len(set(found)) == 1 else "" for found in zip(*lists, strict=False)]


def placed(context: Context, name: str, parameter: str) -> Placement | None:
    """Place what a function is given as a parameter; None where it is no code by that.

    name: of the function, which may name another thing.
    """
    rest, parameter = parameter.startswith("*"), parameter.lstrip("*")
    subject = Subject(parameter, parameter)
    if likeness(Subject(parameter, parameter, name)) is Likeness.OTHER:
        return None
    if context.table is None and not rest:
        code = likeness(subject) is Likeness.CODE
        return context.held(Place.VALUE, subject) if code else None
    code = table_likeness(parameter) is Likeness.CODE
    return context.held(Place.ELEMENT, subject) if code else None
