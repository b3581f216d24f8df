"""Values, their members, elements and results: the algebra of origins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog import generations
from flake8_trtc.catalog._codes import GETTERS
from flake8_trtc.catalog.sdks import BY_KEY as SDKS
from flake8_trtc.catalog.sdks import Product, of_call
from flake8_trtc.catalog.things import (
    BODIES,
    BY_CALL,
    BY_KEY,
    BY_WORD,
    ENVELOPE,
    REPLIES,
    Thing,
)
from flake8_trtc.languages.names import words
from flake8_trtc.model import Aspect, Codes, Origin

_FIELD = "code_"
_MEMBERS: tuple[Codes, ...] = ("v4", "v5", "v5-extra")
_V5_FIELDS: dict[str, Aspect] = {"code": "", "extraCode": "extra"}
_KEPT: frozenset[Aspect] = frozenset({"event", "banned"})
"""The origin of an object's code."""
_ERRORS: frozenset[Aspect] = frozenset({"error", "event"})
"""Errors of v4's, which have no `.code`."""
_TOLD: frozenset[Aspect] = frozenset({"envelope", "absent"})
"""Facts about a value whose origin is unknown."""
BANNED = "client-banned"
_ENUM = "Error"
_ASPECTS: dict[tuple[str, str], Aspect] = {
    ("v4", "createClient"): "client",
    ("v5", "name"): "name",
    ("v5", "ERROR_CODE"): "codes",
    ("liteav", _ENUM): "type",
}
"""The members of an SDK's objects."""
_NAMES = frozenset(name for codes in _MEMBERS for name in generations.values(codes))
_WITHOUT = frozenset({"electron", "native", "mini"})
"""TRTC's own whose errors have none of the Web SDK's codes."""
MOST_HOPS = 16
"""How many bindings a value is followed through."""

_Kind: TypeAlias = Literal["code", "other", "sdk", "library", "unknown", "literal"]


class Value(NamedTuple):
    """The value of an expression.

    kind: a "code" of an SDK; "other" thing; an object that comes from an "sdk" or a "library";
    "unknown"; or a "literal", which tells nothing of what else a name is bound to. key: of the SDK
    (of a code "" where it is not known), of the row of things or of the vendor. hops: how many
    bindings it came through. aspect: what of the SDK's it is.
    """

    kind: _Kind
    key: str = ""
    hops: int = 0
    aspect: Aspect = ""


UNKNOWN = Value("unknown")
_REPLY = Value("unknown", aspect="reply")
LITERAL = Value("literal")
CODE = Value("code")


def other(thing: Thing | None) -> Value:
    """The value that a row of the table gives; unknown for none."""
    return UNKNOWN if thing is None else Value("other", thing.key)


def of_sdk(product: Product | None) -> Value:
    """The value of an SDK: another vendor's another thing, and all that comes of it."""
    if product is None:
        return UNKNOWN
    if product.codes is not None or product.key == "web":
        return Value("sdk", product.key)
    foreign = product.family != "trtc" or product.key in _WITHOUT
    return Value("other", product.key) if foreign else UNKNOWN


def join(values: Sequence[Value]) -> Value:
    """The value of a name that several values reach.

    A code if one is and none is another thing; another thing only if all are. What is absent is
    what stands for it.
    """
    known = [value for value in values if value.kind != "literal"]
    if not known:
        return LITERAL
    if len(known) < len(values) and any(value.aspect == "absent" for value in known):
        return UNKNOWN
    kinds = {value.kind for value in known}
    alike = len({value.aspect for value in known}) == 1
    if kinds == {"other"} or len({(value.kind, value.key) for value in known}) == 1:
        return known[0] if alike else known[0]._replace(aspect="")
    if "code" not in kinds or "other" in kinds:
        return UNKNOWN
    keys = {value.key for value in known if value.kind == "code"}
    return Value("code", keys.pop() if len(keys) == 1 else "")


_CLIENTS = frozenset({"$http", "$axios"})
"""Members of a component that are an HTTP client."""


def member(value: Value, name: str) -> Value:
    """The value of a member."""
    if value.kind == "other":
        return value if _is_object(value) else UNKNOWN
    if name == _FIELD:
        return _code_of(value)
    if name in _NAMES and value.kind in {"unknown", "literal", "sdk"}:
        return LITERAL  # as the number is, so that the fix makes no evidence
    if value.kind == "sdk":
        return _member_of_sdk(value, name)
    if value.kind != "library":
        client = value.kind == "unknown" and name in _CLIENTS
        return Value("library", "http") if client else _of_reply(value, name)
    thing = BY_KEY[value.key]
    if name in thing.gives or "*" in thing.gives:
        return other(thing)
    if name not in BODIES:
        return value
    return _REPLY if value.key == "http" and name in REPLIES else UNKNOWN


def _of_reply(value: Value, name: str) -> Value:
    """The content of an HTTP API's reply: its own code, and data of any kind."""
    if value.aspect != "reply":
        return UNKNOWN
    return _REPLY._replace(aspect="envelope") if name in ENVELOPE else UNKNOWN


def _member_of_sdk(value: Value, name: str) -> Value:
    if value.key == "v5" and name in _V5_FIELDS:
        return Value("code", "v5", aspect=_V5_FIELDS[name])
    if value.key == "v4" and name == "code" and value.aspect in _ERRORS:
        return UNKNOWN._replace(aspect="absent")
    product = of_call(f"TRTC.{name}") if value.key == "web" else None
    found = value._replace(aspect="") if product is None else of_sdk(product)
    return found._replace(aspect=_ASPECTS.get((found.key, name), _enumerated(found, name)))


def of_liteav(value: Value, name: str) -> Value:
    """The value of a name in a module of liteav's, as far as that tells more."""
    named: Aspect = "type" if name == _ENUM else _enumerated(value, name)
    return value._replace(aspect=named) if value.key == "liteav" else value


def made(value: Value) -> Value:
    """The result of calling a value, as far as that tells more: a type makes its members."""
    return value._replace(aspect="enum") if value.aspect == "type" else value


def _enumerated(value: Value, name: str) -> Aspect:
    return "enum" if value.key == "liteav" and name.startswith("ERR_") else ""


def _code_of(value: Value) -> Value:
    """The code that a getter gives of a value, which is no other thing."""
    key = value.key if value.kind == "sdk" and value.key != "web" else ""
    aspect: Aspect = value.aspect if value.aspect in _KEPT else ""
    return Value("code", key, aspect="method" if key == "v5" else aspect)


def called(value: Value, name: str) -> Value:
    """The result of a value's method."""
    if name in GETTERS and value.kind != "other":
        return _code_of(value)
    found = made(member(value, name))
    if found.kind not in {"unknown", "library"}:
        return found
    known = by_callee(name)
    return found if known.kind == "unknown" else known


def of_method(name: str, values: Sequence[Value]) -> Value:
    """The result of a method: by its own body, where that tells, else by its object.

    values: of the object, then of what the bodies of such methods of the file give back.
    """
    own = join(values[1:])
    if own.kind not in {"unknown", "literal"}:
        return own
    if len(values) > 1 and name not in GETTERS:
        return UNKNOWN
    return called(values[0], name)


def by_callee(name: str) -> Value:
    """The result of a function that is known by name alone: `len`, `crc32`."""
    thing = BY_CALL.get(name)
    if thing is None:
        thing = next((BY_WORD[word] for word in words(name) if word in BY_WORD), None)
    return other(thing)


def entry(value: Value, key: str = "") -> Value:
    """The value under a key: of a library's object what others wrote."""
    if value.aspect == "reply":
        return _of_reply(value, key)
    if value.kind == "library":
        return error(value) if "*" in BY_KEY[value.key].gives else UNKNOWN
    return value if value.kind == "other" and _is_object(value) else UNKNOWN


def element(value: Value) -> Value:
    """An element of a value, by its position or in turn."""
    if value.kind == "other" and value.key in BY_KEY and BY_KEY[value.key].reach == "data":
        return UNKNOWN
    if value.aspect == "enum":  # a conversion
        value = value._replace(aspect="")
    return UNKNOWN if value.kind == "library" else value


def masked(value: Value) -> Value:
    """Some bits of a value: of another thing they are that."""
    return element(value) if value.kind == "other" else UNKNOWN


def error(value: Value) -> Value:
    """The error thrown by, or given first to a callback of, something that comes from a value."""
    if value.kind == "library":
        return other(BY_KEY[value.key])
    found = passed(value)
    return found._replace(aspect="error") if (found.kind, found.key) == ("sdk", "v4") else found


def passed(value: Value) -> Value:
    """The argument of a callback of something that comes from a value."""
    if value.kind == "library":
        return entry(value)
    object_ = value.kind == "sdk" or (value.kind == "other" and _is_object(value))
    return value._replace(aspect="") if object_ else UNKNOWN


_ERRORS_FIRST = frozenset({"database", "exit"})
"""Libraries whose callbacks are given an error though they take nothing else."""


def first_given(index: int, count: int, value: Value) -> Value:
    """The arguments of a callback: an error first, where it takes more, as Node's do."""
    first = count > 1 or (value.kind == "library" and value.key in _ERRORS_FIRST)
    given = error(value) if index == 0 and first else passed(value)
    return given._replace(aspect="")


def heard(event: str, index: int, count: int, value: Value) -> Value:
    """The argument of an event's listener, given by something that comes from a value."""
    if event == BANNED and index == 0 and value.kind in {"unknown", "sdk"}:
        return value._replace(aspect="banned")
    if value.kind == "library" and event == "error" and index == 0:
        return error(value)  # its own, as a server's or a connection's
    found = first_given(index, count, value)
    brings = value.aspect == "client" and event == "error" and index == 0
    return found._replace(aspect="event") if brings else found


def from_delegate(name: str, index: int, bases: Sequence[Value]) -> Value:
    """The code that a method of liteav's delegate gets, by what its class is made of."""
    known = (base for base in bases if base.kind == "sdk" and base.key == "liteav")
    found = next(known, None)
    if found is None or _GIVEN.get(name) != index:
        return UNKNOWN
    return found._replace(aspect="enum" if name == "OnError" else "")


_GIVEN = {"OnError": 1, "OnMissCustomCmdMsg": 3}
"""Which argument of a delegate's method is a code; others are states and reasons."""


def _is_object(value: Value) -> bool:
    return value.key not in BY_KEY or BY_KEY[value.key].reach == "object"


def origin(value: Value) -> Origin:
    """Where a value comes from, as far as it is to be judged."""
    if value.kind == "code" or (value.kind == "sdk" and value.key == "liteav"):
        return Origin("code", value.key, value.aspect)
    if value.aspect == "name":
        return Origin("other", SDKS[value.key].name, value.aspect)
    if value.kind == "other":
        known = BY_KEY.get(value.key)
        return Origin("other", known.name if known is not None else SDKS[value.key].name)
    of_v4 = value.aspect == "absent" or (value.kind == "sdk" and value.key == "v4")
    giver = "v4" if of_v4 else ""
    return Origin("unknown", giver, value.aspect if value.aspect in _TOLD else "")
