"""The head of a name: an error's code, a name for any value, or another thing's.

Judged by its head word and what comes before it, by lists of what *is* an error's name:
`error_code` and `item.code` are; `join_code`, `error_budget` and `trtc_port` are not, whatever
words they hold. Only what a code is read from, and what a table is called, are judged by lists of
what they are not: there are too many words for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from flake8_trtc._lean import regex
from flake8_trtc.model import Subject

_WORD = regex(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^\W\d_a-zA-Z]+")


def words(name: str) -> tuple[str, ...]:
    """Split a snake_case, camelCase or kebab-case name into lower-case words, digits dropped."""
    return tuple(word.lower() for word in _WORD.findall(name))


class Likeness(IntEnum):
    """The likeness of a name."""

    OTHER = 0  # it names another thing: a size, a country, a room
    NEUTRAL = 1  # it names any value: `x`, `value`
    CODE = 2  # it names an error's code


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


CODE_WORDS = _set("code codes 代码")
_OWN = _set("err error errors exception failure trtc rtc")
_COMPOUNDS = _set(
    "errcode errcodes errorcode errorcodes ecode ecodes errno errnum errcd ec retcode retcodes "
    "rtncode returncode trtccode trtcerror 错误码 错误代码 错误号 异常码"
)
"""Head words that say code and error at once."""
_ERRORS = _set("err error exc exception failure fail fault 错误")
_ERROR_HEADS = _set("err error 错误")
ERROR_CLASSES = _set("error exception failure")
"""Last words of the names of classes that are errors."""
_ERROR_PLURALS = _set("errors errs failures faults exceptions")
_AFTER = _set("num number no nr int integer value val str string hex dec raw")
"""Words that may follow the head and say nothing: `error_code_hex`, `errNo`."""
_ABOUT = _set("of for from in by with on at")
"""Prepositions: what follows them says more of it, `code_of_error`."""
_WHOSE = _set("trtc rtc sdk web v my our its")
_SIDES = _set("client server remote peer")
"""Whose code may be an error's; a `SERVER_ERROR` is one of the application's."""
_WHY = _set(
    "reason cause root problem issue incident fatal failed failing ret return returned result "
    "reject rejected rejection permanent transient recoverable"
)
_WHICH = _set(
    "the this that it last first latest prev previous next old new cur current recent init initial "
    "final some any all each every no left other same second third sub inner outer nested main "
    "base default fallback extra detail details known unknown unexpected expect expected actual "
    "real exact good bad wrong right valid invalid likely possible common rare"
)
_HOW = _set(
    "raw orig original plain bare numeric numerical n int integer dom js py json str string hex "
    "test mock mocked fake faked stub stubbed sample sampled simulated injected"
)
_DONE = _set(
    "thrown raised caught catched got get given want wanted seen found observed set read has is "
    "fetch fetched extract extracted parse parsed decode decoded normalize normalized normalise "
    "normalised convert converted map mapped translate translated find lookup pick picked recv "
    "received incoming reported report emitted forwarded logged recorded stored saved tracked "
    "retry retryable retriable ignore ignored ignorable handle handled unhandled show print log "
    "classify describe explain format a b to as on"
)
_BEFORE = _WHOSE | _SIDES | _WHY | _WHICH | _HOW | _DONE
"""Words that may stand before the head and leave it an error's: whose it is, why, which of several,
how it is written, and what is done to tell it. What is done with a code that is typed, sent or run
is no such word: `send_code`, `pop_code`."""
_FOREIGN = _set(
    "http https status exit close ws websocket socket process proc shell db sql mysql pg postgres "
    "sqlite oracle redis mongo kafka mqtt amqp smtp ftp dns tls ssl grpc curl os system errata "
    "ime correcting correction mac cassandra ike doip modbus can usb quic fax "
    "printer modem scanner plc"
)
"""Whose errors are not TRTC's, before an error's name: `http_error_code`."""
_ANY = _set("x y z v val value values n num number c d e k m o q s t u it arg args any anything")
"""Names of values that say nothing of them."""
_NEARLY = _set("reason cause failure fault rc ev error errors errs err exc item 原因")
"""Names of numbers that may be an error's, and mostly are not."""

_HOLDERS = _set(
    "e er err error errors ex exc exception failure fail fault reason cause rejection problem "
    "issue caught thrown wrapped trtc rtc sdk item items obj object o it i x a b d r rec record "
    "records row rows entry entries element el report reports payload data body info detail "
    "details params param args arg opts options config props query json log line hit last first "
    "latest self this cls me other that source src state ctx context values fields got actual "
    "expected received input out output kwargs attrs meta doc document model instance node ref "
    "dict mapping groups df frame table tbl column col qs m p s t u v w c f g h k l n q y z found "
    "match matched parsed sent notice sample samples case cases example examples fixture fixtures "
    "pipeline pipelines stage stages where criteria filter filters mock mocks fake fakes stub "
    "stubs kw ns namespace vm value store window datum"
)
"""Receivers whose code is an error's: `item.code`."""
_ENTITIES = _set("room user member account trade order bank device group channel")
"""What has a code of its own, which a key around it says: `{"room": {"code": …}}`."""
_NOT_ERRORS = _set(
    "unicode char character chr ord key keyboard scan virtual vk button country countries lang "
    "language locale region province city area postal zip post status currency color colour http "
    "https type kind byte bar qr barcode machine asm native hash free min max prefix suffix "
    "huffman lzw gray morse symbol ticker stock product sku station airport airline iata icao "
    "dept department pin sms captcha verify verification auth authorization invite invitation "
    "referral coupon promo promotion discount voucher gift geo epsg crs point page size len "
    "length width bit bits func function instr instruction mime charset encoding glyph cid gid "
    "version sizes port ports timeframe timeframes period periods op opcode course lesson class "
    "swift tax hs loc mode unit vendor supplier customer batch ticket token badge seat shop "
    "branch bank school subject project plan activity campaign category brand model file serial "
    "ime socket ws websocket close exit process proc"
)
"""Receivers, and words before the head, whose code is not an error's."""
_MEASURES = _set(
    "count counts total totals sum limit limits budget budgets quota quotas rate rates flag flags "
    "delay delays timeout timeouts interval intervals duration durations time times ts timestamp "
    "timestamps date dates cost costs score scores level levels rank ranks weight weights"
)
"""Of what has no code itself: in a table of them it is what they are of."""
_NOT_CODES = (
    _NOT_ERRORS
    | _MEASURES
    | _set(
        "room rooms id ids uid uids user users member members account accounts size range "
        "ranges bounds udp tcp bitrate bitrates fps width widths height heights bytes offset "
        "offsets index indexes indices seed seeds mask masks price prices age ages volume "
        "volumes channel channels track tracks stream streams frame frames packet packets "
        "buffer buffers chunk chunks block blocks sample samples frequency frequencies "
        "resolution resolutions pixel pixels address addresses register registers ticks tick "
        "magic number numbers sequence seq line lines row rows column columns page pages notify "
        "notifies exit notifications opcodes tag tags geokey geokeys capacity capacities dim "
        "dims dimension dimensions"
    )
)
"""Of what a table is one that is none of codes."""
_HANDED_OUT = _set("join gift invite access promo vendor entry")
"""Whose codes are handed out: `JOIN_CODES`."""
_TEXT_HEADS = _set(
    "message messages msg msgs text texts hint hints advice advices description descriptions desc "
    "meaning meanings label labels title titles name names explanation explanations retry action "
    "actions handler handlers severity severities category categories reason reasons retryable "
    "retriable transient fatal recoverable ignored ignorable known expected tip tips "
    "prompt prompts translation translations help summary summaries remedy remedies solution "
    "solutions 提示 说明 文案 信息"
)
"""Words for tables that say something of errors, or of remedies."""
_TABLE_HEADS = _TEXT_HEADS | _set(
    "map mapping maps table tables dict lookup lookups list lists set sets info infos detail "
    "details data entry entries catalog catalogue registry enum group groups string strings doc "
    "docs type types array constants values cases key keys choice choices option options 表"
)
_ERROR_TABLES = CODE_WORDS | _COMPOUNDS | _ERRORS | _ERROR_PLURALS
_STATISTICS = _set(
    "max min mean avg average abs rel std total num n count sum square squared root rms rmse mse "
    "quantization rounding round numeric allowed tolerance budget rate pixel position syntax"
)
"""Before `error`, what makes it a measure, or a number of errors."""


def likeness(subject: Subject | None) -> Likeness:
    """Judge what a literal is compared with or bound to by its name, and what it is read from."""
    if subject is None:
        return Likeness.OTHER
    if subject.getter:
        return Likeness.CODE
    found = _head_last(words(subject.name))
    if not found:
        return Likeness.OTHER
    head, before = found[-1], found[:-1]
    if head in _COMPOUNDS or (head in CODE_WORDS and before and before[-1] in _ERROR_TABLES):
        return Likeness.OTHER if _FOREIGN.intersection(before) else Likeness.CODE
    if head in CODE_WORDS:
        return _code(before, words(subject.base))
    if head in _ERROR_HEADS:
        return _error(before)
    return _any(found, words(subject.base))


def _head_last(found: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words up to its head: `code_of_error` -> code, `error_code_hex` -> error code."""
    at = next((at for at, word in enumerate(found) if at and word in _ABOUT), len(found))
    found = found[:at]
    while len(found) > 1 and found[-1] in _AFTER and found[-2] in _ERROR_TABLES:
        found = found[:-1]
    return found


def _code(before: Sequence[str], base: Sequence[str]) -> Likeness:
    """Judge a name that ends in "code" by the words before it, then by what it is read from."""
    if not all(word in _BEFORE or word in _ERROR_TABLES for word in before):
        return Likeness.OTHER
    if not base or before:
        return Likeness.CODE
    if _ERROR_TABLES.intersection(base) or base[-1] in {"trtc", "rtc"}:
        return Likeness.CODE
    if _NOT_ERRORS.intersection(base):
        return Likeness.OTHER
    return Likeness.CODE if base[-1] in _HOLDERS else Likeness.NEUTRAL


def _error(before: Sequence[str]) -> Likeness:
    """Judge a name that ends in "error": an error's number may be called so."""
    if _STATISTICS.intersection(before) or _FOREIGN.intersection(before):
        return Likeness.OTHER
    plain = all(word in _BEFORE - _SIDES or word in _ERROR_TABLES for word in before)
    return Likeness.CODE if plain else Likeness.NEUTRAL


def _any(found: Sequence[str], base: Sequence[str]) -> Likeness:
    """Judge a name that is none of an error's: one for any value, or of another thing."""
    head = found[-1]
    if len(found) > 1 and not (head in _ERROR_PLURALS and set(found[:-1]) <= _BEFORE - {"n"}):
        return Likeness.OTHER
    if head in _AFTER and _ERROR_TABLES.intersection(base):
        return Likeness.CODE  # `err.number`
    if head not in _ANY and head not in _NEARLY and head not in _ERROR_PLURALS:
        return Likeness.OTHER
    held = not base or base[-1] in _HOLDERS or bool(_ERROR_TABLES.intersection(base))
    return Likeness.NEUTRAL if held else Likeness.OTHER


def table_likeness(name: str) -> Likeness:
    """Judge a table, a collection or a look-up in one by its name.

    CODE: it says error or code; NEUTRAL: nothing against it; OTHER: it is a table of other things.
    What a name says of its keys decides where it does: `text_by_code`, `errors_by_room`.
    """
    found = _keyed(words(name))
    if not found or found[-1] in _NOT_CODES or _FOREIGN.intersection(found):
        return Likeness.OTHER
    tabular = found[-1] in _ERROR_TABLES | _TABLE_HEADS
    if (_ERROR_TABLES - CODE_WORDS).intersection(found):
        counted = found[-1] in _ERROR_PLURALS and _STATISTICS.intersection(found)
        return Likeness.CODE if tabular and not counted else Likeness.OTHER
    if _NOT_CODES.intersection(found):
        return Likeness.OTHER
    if not CODE_WORDS.intersection(found):
        return Likeness.NEUTRAL
    return Likeness.OTHER if _HANDED_OUT.intersection(found) or not tabular else Likeness.CODE


def is_entity(name: str) -> bool:
    """True if a key names what has a code of its own: a room, an account."""
    return not _ENTITIES.isdisjoint(words(name)[-1:])


def is_measure(name: str) -> bool:
    """True if a table is named by what is measured or counted of its keys: `counts`, `levels`."""
    found = words(name)
    return bool(found) and found[-1] in _MEASURES


def is_text_table(name: str) -> bool:
    """True if a table is named by what is said of an error, or done about it: `MESSAGES`."""
    found = words(name)
    return bool(found) and found[-1] in _TEXT_HEADS and table_likeness(name) > Likeness.OTHER


def _keyed(found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a table's name that say what its keys are."""
    for at, word in enumerate(found):
        if at and at + 1 < len(found):
            if word in {"by", "per"}:
                return found[at + 1 :]
            if word in {"to", "for", "of"}:
                after = found[at + 1 :]
                coded = word != "to" and _ERROR_TABLES.intersection(after)
                return after if coded else found[:at]
    return found


def holds_codes(table: str) -> bool:
    """True if a table is named for the codes in it, whatever they are called there: `CODES`.

    A type is named for one of them: `enum ErrorCode`.
    """
    found = words(table)
    at = next((at for at, word in enumerate(found) if at and word in {"by", "per"}), len(found))
    found = found[:at]  # `CODES_BY_NAME`
    head = found[-1] if found else ""
    plural = head in {"codes", "errcodes", "errorcodes"}
    type_ = table[:1].isupper() and not table.isupper() and head in CODE_WORDS | _COMPOUNDS
    return (plural or type_) and table_likeness("_".join(found)) is Likeness.CODE


def entry_likeness(name: str) -> Likeness:
    """Judge the name of an entry in a table of codes: any is a code's, except a count's or so."""
    return Likeness.OTHER if _NOT_CODES.intersection(words(name)) else Likeness.CODE


def says_code(name: str) -> bool:
    """True if the head of a name says code."""
    found = _head_last(words(name))
    return bool(found) and (found[-1] in CODE_WORDS or found[-1] in _COMPOUNDS)


def is_code_key(name: str) -> bool:
    """True if an attribute of markup is called like a code: any other there is of the display."""
    return bool(name) and likeness(Subject(name, name)) is Likeness.CODE


def says_error_code(name: str) -> bool:
    """True if a name says whose code it is: an error's, or TRTC's."""
    found = _head_last(words(name))
    whose = _OWN.intersection(found) or "extra" in found
    return says_code(name) and (found[-1] in _COMPOUNDS or bool(whose))


def given_to_setter(function: str) -> str:
    """The name of what a function sets, by its own: `setErrorCode`; "" for any other function."""
    found = words(function)
    return "_".join(found[1:]) if found[:1] == ("set",) and len(found) > 1 else ""


def tells_of_errors(function: str) -> bool:
    """True if a function's name says that it is given an error code: `show_error`, `isErrCode`.

    One word alone is not enough: `log.error(…)` is given anything.
    """
    found = words(function)
    if len(found) < 2 or _NOT_CODES.intersection(found) or _STATISTICS.intersection(found):
        return False
    if _ERRORS.intersection(found) or _ERROR_PLURALS.intersection(found):
        return True
    return likeness(Subject(function, function)) is Likeness.CODE
