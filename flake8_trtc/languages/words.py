"""The words of a name, and what they say: an error code, something near one, or something else."""

from __future__ import annotations

import re
from enum import IntEnum

from flake8_trtc.model import Subject

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^\W\d_a-zA-Z]+")


def words(name: str) -> tuple[str, ...]:
    """Split a snake_case, camelCase or kebab-case name into lower-case words, digits dropped."""
    return tuple(word.lower() for word in _WORD.findall(name))


class Likeness(IntEnum):
    """How much a name speaks of an error code."""

    OTHER = 0  # it names something else: a key code, a size, a country
    NEUTRAL = 1  # it says nothing either way
    ERROR = 2  # it speaks of an error, or of a result
    CODE = 3  # it names a code


CODE_WORDS = frozenset("code codes errcode errcodes errorcode ecode retcode errno errnum".split())
_AFTER_CODE = frozenset("num number int integer value val str string hex dec raw".split())
_ERROR_WORDS = frozenset(
    "err error errors errs exc exception failure failures fail failed fault reason reasons cause "
    "ret rc res result rv ec trtc".split()
)
# Words that turn "code" into another thing, before it (`country_code`) or as what it is read
# from (`country.code`).
_STOP = frozenset(
    "uni unicode char character chr ord key keyboard scan virtual vk button country lang "
    "language locale region province city area postal zip post status currency color colour "
    "http https type kind byte bar qr source src object obj py machine asm native hash clear "
    "free min max in out eoi prefix suffix huffman lzw gray morse symbol ticker stock product "
    "item sku station airport airline iata icao dept department pin sms captcha verify "
    "verification auth authorization invite invitation referral coupon promo discount voucher "
    "geo epsg crs point page size len length count width bit bits func function instr "
    "instruction packet mime charset encoding glyph cid gid version versions sizes ports "
    "timeframe timeframes period periods op opcode course class swift tax hs line loc mode "
    "unit".split()
)
# Words that leave it open: in TRTC's own surroundings `event.code` is an error's.
_OPEN = frozenset(
    "operation event response resp exit return process next prev previous old new first "
    "last start end current cur message frame room user member account trade order bank access "
    "device subject state test".split()
)
_TABLE_WORDS = CODE_WORDS | frozenset(
    "err error errors errs failure failures fault faults reason reasons trtc".split()
)
_TEXT_WORDS = frozenset(
    "message messages msg msgs text texts hint hints advice description descriptions meaning "
    "meanings label labels title titles name names explanation explanations retry retryable "
    "retriable transient fatal recoverable ignored ignorable known expected handler handlers "
    "action actions severity severities category categories".split()
)


# What a value is called where nobody cares to say what it is; `n` would be a count.
_BARE = frozenset("c e v x val value".split())
_ERROR_NOUNS = frozenset("err error errors errs failure failures fault".split())


def is_bare(subject: Subject | None) -> bool:
    """Whether a name is one for any value: `c`, `value`."""
    return subject is not None and not subject.base and subject.name in _BARE


def tells_of_errors(function: str) -> bool:
    """Whether a function's name says that it is given an error code: `show_error`, `isErrCode`.

    One word alone is not enough: `log.error(…)` is given anything.
    """
    found = words(function)
    if len(found) < 2 or _STOP.intersection(found):
        return False
    if _ERROR_NOUNS.intersection(found):
        return True
    return likeness(Subject(function, function)) is Likeness.CODE


def likeness(subject: Subject | None) -> Likeness:
    """Judge what a literal is compared with or bound to by the words of its name."""
    if subject is None:
        return Likeness.OTHER
    if subject.getter:
        return Likeness.CODE
    found = words(subject.name)
    while found and found[-1] in _AFTER_CODE and len(found) > 1:
        found = found[:-1]
    if not found:
        return Likeness.OTHER
    if found[-1] in CODE_WORDS:
        return _judge_code(found[:-1], words(subject.base))
    if _STOP.intersection(found):
        return Likeness.OTHER
    return Likeness.ERROR if _ERROR_WORDS.intersection(found) else Likeness.NEUTRAL


def _judge_code(before: tuple[str, ...], base: tuple[str, ...]) -> Likeness:
    """Judge a name that ends in "code" by the words before it, else by what it is read from."""
    if _ERROR_WORDS.intersection(before):
        return Likeness.CODE
    qualifier = before or base[-1:]
    if _STOP.intersection(qualifier):
        return Likeness.OTHER
    return Likeness.ERROR if _OPEN.intersection(qualifier) else Likeness.CODE


def table_likeness(name: str) -> Likeness:
    """Judge a table by its name: CODE speaks of errors or codes, ERROR of what is said of them."""
    found = words(name)
    if _STOP.intersection(found) or not found:
        return Likeness.OTHER
    if _TABLE_WORDS.intersection(found):
        return Likeness.CODE
    return Likeness.ERROR if _TEXT_WORDS.intersection(found) else Likeness.NEUTRAL
