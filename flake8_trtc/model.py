"""The words every layer shares: dialect, site, verdict, finding, fix.

All offsets are 0-based byte offsets into the UTF-8 form of a file (`Source.utf8`); lines and
columns, where they appear, are 1-based and count characters, as flake8 prints them.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Literal

from flake8_trtc._lean import NamedTuple
from flake8_trtc.messages.message import Message
from flake8_trtc.spans import Span

Generation = Literal["v4", "v5", "liteav"]
"""Whose table of codes: that of the Web SDK v4, of v5, or of liteav."""

Codes = Literal["v4", "v5", "v5-moved", "v5-extra", "liteav"]
"""Whose constants a fix writes: a generation's, v5's for a number of v4's, or the names of v5's
extra codes."""

Dialect = Literal["python", "js", "ts", "tsx", "html", "vue", "markdown", "notebook", "string"]
"""The language of a text. "js": JavaScript, JSX too; "string": a Python string, no page."""

Role = Literal[
    "module",
    "setup",
    "function",
    "file",
    "script",
    "evaluated",
    "value",
    "sealed",
    "bare",
    "handler",
    "expression",
]
"""The way in which a text is run.

"module": its top level is its own (a Python file, `<script type=module>`, a file with imports, a
Vue script); "setup": so is a `<script setup>`'s, and its template sees it; "function": so is its,
but it can't import (a `.cjs` file, `execute_script`); "file": a script file, a module if it says
so, else as "script": its top level is shared with the page's other scripts; "evaluated": shared,
too, and what it comes to is used (`page.evaluate`); "value": what becomes of it is not seen at all;
without room for a declaration "sealed": a template of a `format` unseen, and "bare": where none
would run (wxs and uts have no `Object.freeze`, a declaration in MDX has to be exported);
"handler": the body of an `on…` attribute; "expression": one expression (a Vue template's).
"""

Host = Literal["", "html-attribute", "json", "string"]
"""The escaping of a text in another: nothing, an attribute, a notebook, a Python string."""

SCRIPTS: frozenset[Dialect] = frozenset({"js", "ts", "tsx"})


class Kind(Enum):
    """The kind of text at a site."""

    NUMBER = "number"  # a numeric literal with a catalog value
    STRING = "string"  # a string literal that spells such a number
    MEMBER = "member"  # a constant looked up by name: `ErrorCode.X`
    DEFINITION = "definition"  # a number given a constant's name: `JOIN_ROOM_FAILED = 16388`
    BROKEN = "broken"  # where code inside other text ceases to parse
    LOST = "lost"  # a number in code that the parser could not read
    MISUSE = "misuse"  # an object of an SDK, used as what it is not: there is no number


class Place(Enum):
    """The role of a literal in its expression; in no other can it be an error code."""

    COMPARISON = "comparison"  # an operand of == or !=
    MEMBERSHIP = "membership"  # an element of what `in` searches
    CASE = "case"  # a pattern of match or switch
    KEY = "key"  # a key of a table literal
    ELEMENT = "element"  # an element of a collection bound to a name
    LOOKUP = "lookup"  # the argument of `.get()` or an index on a table
    VALUE = "value"  # bound to a name: assignment, keyword, default, entry, return
    ARGUMENT = "argument"  # given to an error class, or to a function that speaks of errors

    @property
    def compares(self) -> bool:
        """True if the literal is tested against a value at run time."""
        return self in _COMPARING


_COMPARING = frozenset({Place.COMPARISON, Place.MEMBERSHIP, Place.CASE})


Aspect = Literal[
    "",
    "client",
    "error",
    "absent",
    "event",
    "banned",
    "type",
    "enum",
    "name",
    "extra",
    "method",
    "reply",
    "envelope",
    "codes",
]
"""The kind of an SDK's object, where a rule asks.

"client": one of v4's; "error": what its calls throw; "absent": the `.code` of that; "event": what
its 'error' event brings, and the code of that; "banned": what 'client-banned' brings; "type",
"enum": liteav's enumeration, a member of it; "name": of an error of v5; of a code of v5 "extra":
its `.extraCode`, "method": what a method would give that its errors do not have; "codes": v5's
table of them. Of what an HTTP client gives "reply": all that was sent back, "envelope": the code
of the API in it.
"""


class Origin(NamedTuple):
    """Where a compared or bound value comes from.

    kind: a "code" of an SDK, an "other" thing, or "unknown". source: the key of the SDK ("" where
    a getter does not tell whose it is), or the other thing as a reason says it; of an unknown one
    "v4" where that gave it. aspect: what of the SDK's it is.
    """

    kind: Literal["code", "other", "unknown"] = "unknown"
    source: str = ""
    aspect: Aspect = ""


Misuse = Literal["", "getter", "name", "banned", "member", "order", "truth", "json"]
"""A getter called on an error of v5, or its name compared with v4's; a getter on what
'client-banned' brings; a member that a table of v5's or liteav's does not have, whose subject has
the table's key as its base; a member of liteav's enumeration that is ordered, tested or written."""


class Subject(NamedTuple):
    """The expression that a literal is compared with or bound to.

    text: as written, for messages and for telling one chain of tests from another.
    name: the last name of it (`e.code` -> "code"), a string key counting as a name.
    base: what that name is read from (`e.code` -> "e"), or "".
    getter: it is what a getter of codes gives, as far as the file tells: its origin is a code.
    thrown: it is read from an error that the v4 SDK threw.
    origin: where its value comes from.
    spelled: it is a text that was made of a number, as by `String(code)`; digits: it is the
    hexadecimal digits of one, without 0x.
    """

    text: str
    name: str
    base: str = ""
    getter: bool = False
    thrown: bool = False
    origin: Origin = Origin()
    spelled: bool = False
    digits: bool = False


class Table(NamedTuple):
    """The collection literal a site is an element or key of."""

    start: int  # offset of the literal, its identity
    numbers: tuple[int, ...]  # every whole number among its keys or elements
    codes: bool  # two of them or more are codes, one of those rare, and hardly any is another


class Site(NamedTuple):
    """One place in a file that may hold an error code, as a language reader saw it.

    span: the number itself (with its minus sign), or the member's name; text: as written.
    value: the number; for a member the value of the constant, None where there is no such one.
    name: the constant's name where one is written (MEMBER, DEFINITION), else None.
    place, subject: what it does there, and with what; scopes: the spans around it, from the
        statement outwards; the last is the whole file.
    chain: sites with one chain are tested one after the other, so the same code twice is dead
        code (an if/elif chain, a switch, a match, a table); None where there is no such chain.
    table: the collection it stands in, if any; comment: the text of the comments on its line.
    owner: for a member, the object it is looked up on, as written (`ErrorCode`).
    ours: for a member, whether that object is known to be TRTC's ErrorCode; members: those it is
        known to have; open: whether it may have more. obstacle: why it can't be rewritten.
    text_number: of the text of its document that it stands in, 0 for the file's own; inner: its
        span there, None for the file's own.
    strict: whether it is compared without conversion, so that a string never equals a number.
    misuse: how an object is used that is a MISUSE.
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
    members: frozenset[str] = frozenset()
    open: bool = False
    obstacle: Message | None = None
    text_number: int = 0
    inner: Span | None = None
    strict: bool = False
    misuse: Misuse = ""


class Level(IntEnum):
    """How sure it is that a number is a TRTC code."""

    NOTHING = 0
    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


class Verdict(NamedTuple):
    """A level, and the reasons for it in the order they were weighed.

    generation: whose table the code is in.
    """

    level: Level
    reasons: tuple[Message, ...]
    generation: Generation = "v4"


class Fix(NamedTuple):
    """One edit: put a constant's name where `span` is.

    constant: the member's name (`JOIN_ROOM_FAILED`).
    qualified: True: the file's binding of the constants and a dot go before it; False: only the
        name is replaced, as when a misspelt member is corrected.
    codes: whose constant it is.
    """

    span: Span
    constant: str
    qualified: bool = True
    codes: Codes = "v4"


class Finding(NamedTuple):
    """One thing to tell the user.

    code: the rule's code; line, column: 1-based, in characters; message: without the code, one
    line; fix: how it is rewritten, None where the rule has no fix or the site no room for one;
    refusal: why a fixable rule's finding is not rewritten, else None. text_number, inner, value:
    its site's. lost: the parser lost what may hold a code.
    """

    code: str
    span: Span
    line: int
    column: int
    message: str
    verdict: Verdict
    fix: Fix | None = None
    refusal: Message | None = None
    text_number: int = 0
    inner: Span | None = None
    value: int | None = None
    lost: bool = False


class Sdk(NamedTuple):
    """The SDK that a file uses.

    version: the newest that it may be, None where it may be any; text: as it is written, a version
    or a range; source: the file that says so, as seen from the working directory, "" where it is
    the option itself.
    """

    version: tuple[int, ...] | None
    text: str
    source: str
