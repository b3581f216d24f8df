"""What the generators make and the runners run: a case, and what it is made with."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")

RARE = (16385, 16387, 16388, 16390, 16391, 16392, 16400, 16448, 16449, 16451, 16452, 16457, 16460)
COMMON = (4096, 4097, 4098, 4099, 65535)
OTHER = 7
"""A number that is no code."""


class Case(NamedTuple):
    """A small project, and how to run it.

    kind: its row of the table; shape: what is special about it, for the messages; files: the texts
    by their paths; main: the one that is run; runner: which of `runners.RUNNERS` runs it; codes:
    those that its code asks for.
    """

    kind: str
    shape: str
    files: Mapping[str, str]
    main: str
    runner: str
    codes: tuple[int, ...]


class Maker:
    """A source of chance that remembers the codes it has given out.

    Every case has a maker of its own, so that one case can be made again without the others.
    """

    def __init__(self, seed: str) -> None:
        """seed: the same text makes the same case."""
        self.random = Random(seed)
        self.codes: list[int] = []
        self._hexadecimal = self.random.random() < 0.7
        self._names = 0
        self._asked: set[str] = set()

    def code(self, *, rare: bool = True) -> str:
        """A code as it is written in a script, remembered."""
        pool = RARE if rare or self.random.random() < 0.7 else COMMON
        value = self.random.choice(pool)
        self.codes.append(value)
        return f"0x{value:04x}" if self._hexadecimal else str(value)

    def pick(self, *items: _T) -> _T:
        """One of some things."""
        return self.random.choice(items)

    def chance(self, share: float) -> bool:
        """True in that share of the cases, from 0 to 1."""
        return self.random.random() < share

    def first(self, word: str) -> bool:
        """Whether it is asked for a word for the first time."""
        asked = word in self._asked
        self._asked.add(word)
        return not asked

    def name(self, word: str) -> str:
        """A name that is new in the case."""
        self._names += 1
        return f"{word}{self._names}"

    def case(self, kind: str, shape: str, files: Mapping[str, str], main: str, runner: str) -> Case:
        """The case, with the codes that were given out."""
        return Case(kind, shape, files, main, runner, tuple(dict.fromkeys(self.codes)))
