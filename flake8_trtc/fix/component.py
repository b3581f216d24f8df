"""A Vue component's setup script and its template, planned as one, since the one sees the other.

To the planner the expressions are statements behind the script, so that the constants that the
script has serve them, too, and what is declared for them is declared in the script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from flake8_trtc.fix.edits import Edit
from flake8_trtc.languages.javascript.grammar import parse
from flake8_trtc.model import Fix, Region, Span

Fixes = dict[Fix, list[Fix]]
"""The fixes of a region, and the file's fixes that each of them stands for."""

_BETWEEN = b"\n;"
_BINDING = re.compile(
    rb"""(?:\sv-for|\sv-slot[^\s=]*|\s#[^\s=]+|\sslot-scope)\s*=\s*("[^"]*"|'[^']*')"""
)
_NAME = re.compile(rb"[A-Za-z_$][\w$]*")


class Group(NamedTuple):
    """What is planned as one: a text, its fixes, and the regions in it with their offsets.

    taken: the names that a template binds itself (`v-for="code in codes"`).
    """

    region: Region
    fixes: Fixes
    parts: tuple[tuple[int, Region], ...]
    taken: frozenset[bytes] = frozenset()

    def split(self, edits: Sequence[Edit]) -> list[tuple[Region, tuple[Edit, ...]]] | None:
        """The edits of each region; None where one stands in none, or would mean another name."""
        found = [(region, tuple(_within(edits, start, region))) for start, region in self.parts]
        placed = sum(len(own) for _, own in found) == len(edits)
        names = {_NAME.findall(edit.new)[0] for _, own in found[1:] for edit in own}
        return found if placed and not names & self.taken else None


def _within(edits: Sequence[Edit], start: int, region: Region) -> Iterator[Edit]:
    end = start + len(region.text)
    for edit in edits:
        if start <= edit.start and edit.end <= end:
            yield edit._replace(start=edit.start - start, end=edit.end - start)


def groups(
    text: bytes, alone: Iterable[tuple[Region, Fixes]], regions: Sequence[Region]
) -> Iterator[Group]:
    """What is planned as one in a file. alone: its regions with fixes; regions: all of them."""
    setup = next((region for region in regions if region.role == "setup"), None)
    joined: list[tuple[Region, Fixes]] = []
    for region, fixes in alone:
        if setup is not None and _meets(region, setup):
            joined.append((region, fixes))
        else:
            yield Group(region, fixes, ((0, region),))
    if setup is not None and joined:
        bound = (_NAME.findall(attribute) for attribute in _BINDING.findall(text))
        taken = frozenset(name for names in bound for name in names)
        yield from _together(setup, joined, taken)


def _meets(region: Region, setup: Region) -> bool:
    """Whether a region is the setup script, or an expression that sees what it declares."""
    seen = region.role == "expression" and region.language == setup.language
    return seen or region.role == "setup"


def _together(
    setup: Region, alone: list[tuple[Region, Fixes]], taken: frozenset[bytes]
) -> Iterator[Group]:
    text, fixes = setup.text, Fixes()
    parts = [(0, setup)]
    for region, own in alone:
        if region.role != "setup":
            text += _BETWEEN
            parts.append((len(text), region))
            text += region.text
        start = parts[-1][0] if region.role != "setup" else 0
        fixes |= {_moved(fix, start): outers for fix, outers in own.items()}
    if parse(text, setup.language).root_node.has_error:
        yield from (Group(region, own, ((0, region),)) for region, own in alone)
    else:
        yield Group(setup._replace(text=text), fixes, tuple(parts), taken)


def _moved(fix: Fix, shift: int) -> Fix:
    return fix._replace(span=Span(fix.span.start + shift, fix.span.end + shift))
