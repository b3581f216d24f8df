"""The numbers of one script that are to be planned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.javascript.constants import Constants
from flake8_trtc.model import Fix


class Use(NamedTuple):
    """A number, its node, and the fix of it."""

    fix: Fix
    node: Node


def uses_in(node: Node, uses: Sequence[Use], starts: list[int]) -> Sequence[Use]:
    """The uses in a node; starts: where all the uses begin, which come in order."""
    return uses[bisect_left(starts, node.start_byte) : bisect_left(starts, node.end_byte)]


def has_member(known: Constants, use: Use) -> bool:
    """True if constants have the one that a use needs, or may: nobody sees which they have."""
    return known.members is None or use.fix.constant in known.members


def without(uses: Sequence[Use], gone: Iterable[Use]) -> list[Use]:
    """The uses but for some."""
    out = set(gone)
    return [use for use in uses if use not in out]
