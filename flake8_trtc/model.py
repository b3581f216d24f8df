"""The words every layer shares: span, site, verdict, finding, fix. Imports nothing of ours.

All offsets are 0-based byte offsets into the UTF-8 form of a file (`Source.utf8`); lines and
columns, where they appear, are 1-based and count characters, as flake8 prints them.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of 0-based UTF-8 byte offsets."""

    start: int
    end: int


class Kind(Enum):
    """What is written at a site."""

    NUMBER = "number"  # a numeric literal with a catalog value
    STRING = "string"  # a string literal that spells such a number
    MEMBER = "member"  # a constant looked up by name: `ErrorCode.X`
    DEFINITION = "definition"  # a number given a constant's name: `JOIN_ROOM_FAILED = 16388`


class Place(Enum):
    """What the literal does where it stands; nothing else can be an error code."""

    COMPARISON = "comparison"  # an operand of == or !=
    MEMBERSHIP = "membership"  # an element of what `in` searches
    CASE = "case"  # a pattern of match or switch
    KEY = "key"  # a key of a table literal
    ELEMENT = "element"  # an element of a collection bound to a name
    LOOKUP = "lookup"  # the argument of `.get()` or an index on a table
    VALUE = "value"  # bound to a name: assignment, keyword, default, entry, return
    ARGUMENT = "argument"  # the code given to an error class

    @property
    def compares(self) -> bool:
        """Whether the literal is tested against a value at run time."""
        return self in _COMPARING


_COMPARING = frozenset({Place.COMPARISON, Place.MEMBERSHIP, Place.CASE})


class Subject(NamedTuple):
    """What a literal is compared with or bound to.

    text: as written, for messages and for telling one chain of tests from another.
    name: the last name of it (`e.code` -> "code"), a string key counting as a name.
    base: what that name is read from (`e.code` -> "e"), or "".
    getter: it is a call of `get_code()`/`getCode()`, or a name bound to one.
    """

    text: str
    name: str
    base: str = ""
    getter: bool = False


class Table(NamedTuple):
    """The collection literal a site is an element or key of."""

    start: int  # offset of the literal, its identity
    numbers: tuple[int, ...]  # every whole number among its keys or elements


class Site(NamedTuple):
    """One place in a file that may hold an error code, as a language reader saw it.

    span: the number itself (with its minus sign), or the member's name.
    text: the source text of the span.
    value: the number; for a member the value of the constant, None where there is no such one.
    name: the constant's name where one is written (MEMBER, DEFINITION), else None.
    place, subject: what it does there, and with what.
    scopes: the enclosing spans from the statement outwards; the last is the whole file.
    chain: sites with one chain are tested one after the other, so the same code twice is dead
        code (an if/elif chain, a switch, a match, a table); None where there is no such chain.
    table: the collection it stands in, if any.
    comment: the text of the comments on its line, "" where there are none.
    owner: for a member, the object it is looked up on, as written (`ErrorCode`).
    ours: for a member, whether that object is known to be TRTC's ErrorCode.
    obstacle: why it can't be rewritten where it stands, or None.
    """

    span: Span
    text: str
    kind: Kind
    value: int | None
    place: Place
    subject: Subject | None
    scopes: tuple[Span, ...]
    name: str | None = None
    chain: tuple[int, str] | None = None
    table: Table | None = None
    comment: str = ""
    owner: str = ""
    ours: bool = False
    obstacle: str | None = None


class Level(IntEnum):
    """How sure it is that a number is a TRTC code."""

    NOTHING = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


class Verdict(NamedTuple):
    """A level, and the reasons for it in the order they were weighed (English, for people)."""

    level: Level
    reasons: tuple[str, ...]


class Fix(NamedTuple):
    """One edit: put a constant's name where `span` is.

    constant: the member's name (`JOIN_ROOM_FAILED`).
    qualified: True: the file's binding of ErrorCode and a dot go before it; False: only the name
        is replaced, as when a misspelt member is corrected.
    """

    span: Span
    constant: str
    qualified: bool = True


class Finding(NamedTuple):
    """One thing to tell the user.

    code: the rule's code; line, column: 1-based, in characters; message: without the code, one
    line; fix: how it is rewritten, None where the rule has no fix or the site no room for one;
    refusal: why a fixable rule's finding is not rewritten, else None.
    """

    code: str
    span: Span
    line: int
    column: int
    message: str
    verdict: Verdict
    fix: Fix | None = None
    refusal: str | None = None
