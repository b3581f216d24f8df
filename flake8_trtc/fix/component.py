"""A Vue component's setup script and its template, planned as one, since the one sees the other.

To the planner the expressions are statements behind the script, so that the constants that the
script has serve them, too, and what is declared for them is declared in the script.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.fix.edits import Edit
from flake8_trtc.languages.document import Text
from flake8_trtc.model import Fix
from flake8_trtc.spans import Span

Fixes = dict[Fix, list[Fix]]
"""The fixes of a text, and the file's fixes that each of them stands for."""

_BETWEEN = b"\n0;"
"""What ends the script: a mere semicolon would be the end of its last import."""
_BINDING = regex(
    rb"""(?:\sv-for|\sv-slot[^\s=]*|\s\#[^\s=]+|\sslot-scope)\s*=\s*(?P<vue>"[^"]*"|'[^']*')
    |\{\#each\b[^{}]*\sas\s(?P<each>[^{}]*)\}|\{[:@\#](?:const|then|catch|snippet)\s(?P<block>[^{}=]*)
    |\slet:(?P<let>\w+)""",
    re.VERBOSE,
)
"""What binds names in a template of Vue's, or in markup of Svelte's."""
_NAME = regex(rb"[A-Za-z_$][\w$]*")
_TAG = regex(rb"<([A-Za-z][\w-]*)")


class Group(NamedTuple):
    """A unit of planning: a text, its fixes, and the texts of the file in it, with offsets.

    taken: the names that a template binds itself (`v-for="code in codes"`), and those of components
    that its tags mean (`<error-code>`), whichever way they are registered.
    """

    text: Text
    fixes: Fixes
    parts: tuple[tuple[int, Text], ...]
    taken: frozenset[bytes] = frozenset()

    def split(self, edits: Sequence[Edit]) -> list[tuple[Text, tuple[Edit, ...]]] | None:
        """The edits of each text; None where one stands in none, or would mean another name.

        So it is where something would stand before an expression, which has room for none.
        """
        found = [(text, tuple(own)) for text, own in self._placed(edits)]
        placed = sum(len(own) for _, own in found) == len(edits)
        if any(edit.start == edit.end == 0 for _, own in found[1:] for edit in own):
            return None
        names = {_NAME.findall(edit.new)[0] for _, own in found[1:] for edit in own}
        return found if placed and not names & self.taken else None

    def _placed(self, edits: Sequence[Edit]) -> list[tuple[Text, list[Edit]]]:
        """The edits that stand in one text, by their texts, with spans into those."""
        starts = [start for start, _ in self.parts]
        placed = [(text, list[Edit]()) for _, text in self.parts]
        for edit in edits:
            at = bisect_right(starts, edit.start) - 1
            text, own = placed[at]
            if edit.end <= starts[at] + len(text.utf8):
                start, end = edit.start - starts[at], edit.end - starts[at]
                own.append(edit._replace(start=start, end=end))
        return placed

    def parted(self) -> tuple[Group, list[Fix]]:
        """The first text by itself, and the file's fixes in the others."""
        text = self.parts[0][1]
        own = {fix: outers for fix, outers in self.fixes.items() if fix.span.end <= len(text.utf8)}
        others = [fix for item, outers in self.fixes.items() if item not in own for fix in outers]
        return Group(text, own, ((0, text),), self.taken), others


def groups(alone: Iterable[tuple[Text, Fixes]], code: Sequence[Text]) -> Iterator[Group]:
    """Units of planning in a file. alone: its texts with fixes; code: all its code."""
    setups: dict[Text | None, Text] = {}
    for text in code:
        if text.role == "setup":
            setups.setdefault(text.parent, text)
    joined: dict[Text, list[tuple[Text, Fixes]]] = {}
    taken = cache(_taken)  # a component may have thousands of handlers
    for text, fixes in alone:
        setup = setups.get(text.parent)
        if setup is not None and _meets(text, setup):
            joined.setdefault(setup, []).append((text, fixes))
        else:
            names = frozenset[bytes]() if setup is None else taken(setup)
            yield Group(text, fixes, ((0, text),), names)
    for setup, together in joined.items():
        yield from _together(setup, together)


def _meets(text: Text, setup: Text) -> bool:
    """True if a text is the setup script, or an expression that sees what it declares."""
    seen = text.role == "expression" and text.dialect == setup.dialect
    return seen or text.role == "setup"


def _together(setup: Text, alone: list[tuple[Text, Fixes]]) -> Iterator[Group]:
    joined, fixes = setup.utf8, Fixes()
    parts = [(0, setup)]
    for text, own in alone:
        if text.role != "setup":
            joined += _BETWEEN
            parts.append((len(joined), text))
            joined += text.utf8
        start = parts[-1][0] if text.role != "setup" else 0
        fixes |= {_moved(fix, start): outers for fix, outers in own.items()}
    draft = setup.revised(joined)
    if draft.tree.root_node.has_error:
        yield from (Group(text, own, ((0, text),)) for text, own in alone)
    else:
        yield Group(draft, fixes, tuple(parts), _taken(setup))


def _taken(setup: Text) -> frozenset[bytes]:
    """The names that mean something else in the template of a component."""
    component = b"" if setup.parent is None else setup.parent.utf8
    found = (match[match.lastgroup or 0] for match in _BINDING.finditer(component))
    bound = (name for names in found for name in _NAME.findall(names))
    tags = (tag.split(b"-") for tag in set(_TAG.findall(component)))
    return frozenset((*bound, *(b"".join(map(_capital, parts)) for parts in tags)))


def _capital(word: bytes) -> bytes:
    return word[:1].upper() + word[1:]


def _moved(fix: Fix, shift: int) -> Fix:
    return fix._replace(span=Span(fix.span.start + shift, fix.span.end + shift))
