"""Which of the places that bind a name may have given it its value where it is used."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple

_MOST_TARGETS = 8
"""How many bindings of a name are looked at one by one for one use of it; else all are joined."""


class Target(NamedTuple):
    """A place that binds a name.

    end: the 0-based byte offset from which on it holds. block: what is in it and behind the target
    has got past it. branch: a statement of which only one branch runs, in one of which it is.
    owner: the function, or module, that it runs with; everywhere: it holds in front of it, too.
    """

    node: Node
    end: int
    block: Node | None
    branch: Node | None
    owner: Node
    everywhere: bool = False


class Variable:
    """One name in one scope: who binds it, in the order of the text. owner: as in Target."""

    def __init__(self, scope: Node, name: str, owner: Node, targets: Iterable[Target]) -> None:
        self.scope = scope
        self.name = name
        self.owner = owner
        self.targets = sorted(targets, key=lambda target: target.node.start_byte)
        self._local = [
            target for target in self.targets if target.owner == owner and not target.everywhere
        ]
        self._starts = [target.node.start_byte for target in self._local]
        local = set(self._local)
        self._always = [target for target in self.targets if target not in local]

    def reaching(self, use: Node, owner: Node, loops: Sequence[Node]) -> list[Target] | None:
        """The targets that a use may get its value from; None for all of them.

        owner: the function that the use runs with; loops: those around it in there, inside out.
        """
        if owner != self.owner or len(self._always) > _MOST_TARGETS:
            return None
        at = bisect_left(self._starts, use.start_byte)
        found: list[Target] = []
        last: Target | None = None
        for passed, target in enumerate(reversed(self._local[max(0, at - _MOST_TARGETS) : at])):
            if passed + 1 == _MOST_TARGETS:
                return None
            if target.end > use.start_byte or _in_another_branch(target, use):
                continue
            found.append(target)
            if target.block is None or _holds(target.block, use):
                last = target
                break
        around = [loop for loop in loops if last is None or not _holds(loop, last.node)]
        if around:
            end = bisect_left(self._starts, around[-1].end_byte)
            if end - at > _MOST_TARGETS:
                return None
            found += self._local[at:end]
        return found + self._always


def _holds(around: Node, node: Node) -> bool:
    return around.start_byte <= node.start_byte and node.end_byte <= around.end_byte


def _in_another_branch(target: Target, use: Node) -> bool:
    if target.branch is None or target.block is None:
        return False
    return _holds(target.branch, use) and not _holds(target.block, use)
