"""The climb from a literal to its place: where it stands, and what it reached."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.languages.python.subjects import Subjects
from flake8_trtc.model import Place, Subject


class Placement(NamedTuple):
    """A place, its subject, the collection passed on the way, and the chain of tests it is in."""

    place: Place
    subject: Subject | None
    table: Node | None = None
    chain: tuple[int, str] | None = None


class Climb(NamedTuple):
    """Where the climb stands.

    child: the expression climbed so far; table: the outermost collection among it; key: whether
    the literal is a key of it; item: its index in the innermost tuple or list, if any.
    """

    child: Node
    names: Subjects
    table: Node | None = None
    key: bool = False
    item: int | None = None

    def held(self, place: Place, subject: Subject | None) -> Placement:
        """Place a literal, or the collection that holds it."""
        if self.table is not None and not place.compares:
            place = Place.KEY if self.key else Place.ELEMENT
        return Placement(place, subject, self.table)
