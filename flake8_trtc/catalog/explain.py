"""The explanation of a code, a name, a rule or a capture error: look-up and wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog._codes import LITEAV, LITEAV_NAMES, V5, V5_EXTRA, V5_NAMES
from flake8_trtc.catalog.codes import (
    BY_NAME,
    CAPTURE_ERRORS,
    CONSTANTS,
    DETAILS,
    CaptureError,
    Constant,
    Detail,
)
from flake8_trtc.catalog.entries import Code
from flake8_trtc.catalog.guides import guides
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.sheet import Section, Sheet, advice, meaning
from flake8_trtc.messages import explain as said

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_trtc.catalog.elsewhere import Other
    from flake8_trtc.catalog.rules import Rule

    Entry: TypeAlias = Constant | Detail | CaptureError | Rule | Other


class Answer(NamedTuple):
    """Entries for a query: v4's entry where it has one, and others of the same name or number."""

    entry: Entry
    others: tuple[Other, ...] = ()


def look_up(query: str) -> Answer | None:
    """The entry that a query names, or None.

    A query is a number in any Python spelling (16388, 0x4004, -100013), a code's name or an older
    spelling of it, with or without what it is a member of before it (`ErrorCode.`,
    `TRTC.ERROR_CODE.`, `liteav.Error.`), a capture error's name, or a rule's code. Case does not
    matter. A member of TRTC.ERROR_CODE or of liteav.Error is not looked for in v4.
    """
    from flake8_trtc.catalog import elsewhere

    query = query.strip()
    value = _number(query)
    owner, _, name = query.rpartition(".")
    if value is not None:
        own: Entry | None = CONSTANTS.get(value) or DETAILS.get(value)
        others = elsewhere.by_value(value)
    else:
        own = None if names_other(owner) else _of_v4(query, name)
        others = [item for item in elsewhere.by_name(name.upper()) if _is_of(item, owner)]
    if own is not None:
        return Answer(own, tuple(others))
    return Answer(others[0], tuple(others[1:])) if others else None


def names_other(owner: str) -> bool:
    """True if what stands before a member's name is another SDK than v4."""
    return not {"ERROR_CODE", "V5", "LITEAV"}.isdisjoint(owner.upper().split("."))


def _is_of(entry: Other, owner: str) -> bool:
    """True if an entry belongs to what stands before a member's name."""
    from flake8_trtc.catalog.elsewhere import Name, is_liteav

    if not names_other(owner):
        return True
    liteav = isinstance(entry, Code) and is_liteav(entry)
    return not isinstance(entry, Name) and liteav == ("LITEAV" in owner.upper().split("."))


def _of_v4(query: str, name: str) -> Entry | None:
    constant = BY_NAME.get(name.upper())
    if constant is not None:
        return constant
    for capture in CAPTURE_ERRORS.values():
        if capture.name.casefold() == name.casefold():
            return capture
    from flake8_trtc.catalog.rules import RULES

    return RULES.get(query.upper())


def _number(text: str) -> int | None:
    """The number that a text is; None for one that is none, or far too long to be a code."""
    if len(text) >= 100:
        return None
    for base in (0, 10):  # 10 for leading zeros, which Python refuses
        try:
            return int(text, base)
        except ValueError:
            continue
    return None


def nearest(query: str, limit: int = 3) -> list[str]:
    """Known queries close to an unknown one, the closest first; at most `limit`, at least one.

    Numbers are answered with numbers, in the notation of the query. [] for nothing, and for a word
    that is longer than a misspelt name can be.
    """
    from difflib import SequenceMatcher

    from flake8_trtc.catalog.rules import RULES

    query = query.strip()
    value = _number(query)
    if value is None:
        wanted = query.rpartition(".")[2].upper()
        names = (constant.name for constant in CONSTANTS.values())
        known: Iterable[str] = {*names, *CAPTURE_ERRORS, *RULES, *V5_NAMES, *LITEAV_NAMES}
        if not 0 < len(wanted) <= 2 * max(map(len, known)):
            return []
    else:
        hexadecimal = query.lower().lstrip("+-").startswith("0x")
        wanted = f"{value:#X}" if hexadecimal else str(value)
        # Only v4's are ever written so.
        others = () if hexadecimal else (*V5, *V5_EXTRA, *LITEAV)
        numbers = {*CONSTANTS, *DETAILS, *others}
        known = (f"{number:#x}" if hexadecimal else str(number) for number in numbers)

    def distance(candidate: str) -> tuple[bool, float, int]:
        """Letters or digits that changed places first, then likeness, then arithmetic."""
        shuffled = sorted(wanted) == sorted(candidate.upper())
        alike = SequenceMatcher(None, wanted, candidate.upper(), autojunk=False).ratio()
        return not shuffled, -alike, 0 if value is None else abs(int(candidate, 0) - value)

    ranked = sorted((*distance(candidate), candidate) for candidate in known)
    close = [candidate for _, unlike, _, candidate in ranked if -unlike >= 0.6]
    return close[:limit] or [ranked[0][-1]]


_BUILDS = ("first_build", "last_without", "last_build", "first_not_constructing")


_INNER = {"severity", "silenceable", "subject", "example", "retired"}  # of a rule: how it works


def record(entry: Entry) -> dict[str, Any]:
    """All that is known of the entry, in both languages, as JSON values.

    The key "kind" tells the shapes apart: constant, detail, account, capture_error, rule; v5,
    v5_extra, v5_internal, liteav, name (of another SDK).
    """
    if isinstance(entry, Constant):
        rest = _json(entry._asdict())
        rarity = "rare" if rest.pop("rare") else "common"
        name_rarity = "rare" if rest.pop("name_rare") else "common"
        builds = {key: rest.pop(key) for key in _BUILDS}
        v5 = rest.pop("v5")
        return {
            "kind": "constant",
            "value": rest.pop("value"),
            "hex": f"{entry.value:#x}",
            "name": rest.pop("name"),
            "aliases": rest.pop("aliases"),
            "rarity": rarity,
            "name_rarity": name_rarity,
            **rest,
            "builds": builds,
            "v5": v5,
            "details": [detail.value for detail in _details(entry)],
            "capture_errors": [capture.name for capture in _captures(entry)],
        }
    if isinstance(entry, Detail):
        return {"kind": _kind(entry), **_json(entry._asdict())}
    if isinstance(entry, CaptureError):
        return {"kind": "capture_error", **_json(entry._asdict())}
    from flake8_trtc.catalog import elsewhere

    if isinstance(entry, elsewhere.OTHER):
        return {key: _json(value) for key, value in elsewhere.record(entry).items()}
    shown = {key: value for key, value in entry._asdict().items() if key not in _INNER}
    return {"kind": "rule", **_json(shown)}


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    if hasattr(value, "_asdict"):
        return _json(value._asdict())
    return [_json(item) for item in value] if isinstance(value, tuple) else value


def _kind(detail: Detail) -> str:
    return "detail" if detail.parent == "JOIN_ROOM_FAILED" else "account"


def _details(constant: Constant) -> list[Detail]:
    return [detail for detail in DETAILS.values() if detail.parent == constant.name]


def _captures(constant: Constant) -> list[CaptureError]:
    return [capture for capture in CAPTURE_ERRORS.values() if capture.parent == constant.name]


def sheet(entry: Entry, language: str, others: Sequence[Other] = ()) -> Sheet:
    """The entry as it is shown to a person, in "en" or "zh".

    others: what the same number or name is in other SDKs.
    """
    shown = _sheet(entry, language)
    if not others:
        return shown
    from flake8_trtc.catalog import elsewhere

    lines = tuple(elsewhere.line(other, language) for other in others)
    section = Section(said.ELSEWHERE.of(language), lines, "list")
    return shown._replace(sections=(*shown.sections, section))


def title(entry: Entry, language: str) -> str:
    """The name of an entry, with its number and the SDK or code that it belongs to."""
    return _sheet(entry, language).title


def name(entry: Entry) -> str:
    """The name of an entry alone, with its owner; the number of one that has no name."""
    return title(entry, "en").partition(",")[0].partition(" = ")[0]


def summary(entry: Entry, language: str) -> str:
    """The meaning of an entry, a phrase; "" where there is none."""
    return _sheet(entry, language).summary


def successor(entry: Entry, language: str) -> str:
    """The name of an entry and, for a code of v4, its replacement in v5; a line."""
    named = title(entry, language)
    given = in_v5(entry.v5, language) if isinstance(entry, Constant) else said.ONLY_V4.of(language)
    return said.TITLED.of(language, title=named, summary=given)


def _sheet(entry: Entry, language: str) -> Sheet:
    from flake8_trtc.catalog import elsewhere

    if isinstance(entry, elsewhere.OTHER):
        return elsewhere.sheet(entry, language)
    if isinstance(entry, Constant):
        title, summary = _named(entry), entry.summary.of(language)
        sections = _constant_sections(entry, language)
    elif isinstance(entry, Detail):
        kind = said.DETAIL if _kind(entry) == "detail" else said.ACCOUNT
        title = kind.of(language, value=entry.value, parent=_named(BY_NAME[entry.parent]))
        summary = entry.summary.of(language)
        sections = _detail_sections(entry, language)
    elif isinstance(entry, CaptureError):
        parent = _named(BY_NAME[entry.parent])
        title = said.CAPTURE_ERROR.of(language, name=entry.name, parent=parent)
        summary = ""
        sections = _capture_sections(entry, language)
    else:
        title, summary = entry.code, entry.title.of(language)
        sections = _rule_sections(entry, language)
    return Sheet(title, summary, tuple(sections), language)


def status(constant: Constant, language: str) -> list[str]:
    """Since when the constant exists, is deprecated or is no longer thrown: a phrase each."""
    facts = (
        (said.SINCE, constant.since),
        (said.DEPRECATED, constant.deprecated),
        (said.NOT_THROWN_SINCE, constant.not_thrown_since),
    )
    return [fact.of(language, version=version) for fact, version in facts if version is not None]


def _named(constant: Constant) -> str:
    return f"ErrorCode.{constant.name} = {constant.value} ({constant.value:#x})"


def builds(constant: Constant, language: str) -> list[str]:
    """Which builds on npm construct the error, where not all do: a phrase each."""
    facts = (
        (said.FIRST_BUILD, constant.first_build, constant.last_without),
        (said.LAST_BUILD, constant.last_build, constant.first_not_constructing),
    )
    return [
        fact.of(language, one=one, other=other) for fact, one, other in facts if other is not None
    ]


_GAPS = {("page", "unnamed"): said.PAGE_UNNAMED, ("dts", "absent"): said.DTS_ABSENT}


def _constant_sections(constant: Constant, language: str) -> Iterator[Section]:
    state = tuple(status(constant, language))
    if state:
        yield Section(said.STATUS.of(language), state)
    built = tuple(builds(constant, language))
    if built:
        yield Section(said.BUILDS.of(language), built)
    yield from meaning(constant.description, language, beside=constant.summary)
    if constant.replacement is not None:
        yield Section(said.INSTEAD.of(language), (constant.replacement.of(language),))
    yield from advice(constant.advice, language)
    yield Section(said.V5.of(language), (in_v5(constant.v5, language),))
    if constant.notes:
        yield Section(
            said.NOTES.of(language), tuple(note.of(language) for note in constant.notes), "list"
        )
    yield from guides((constant.description, constant.advice, *constant.notes), language)
    for label, values in ((said.RAISED_BY, constant.raised_by), (said.RELATED, constant.related)):
        if values:
            yield Section(label.of(language), (", ".join(values),))
    details = _details(constant)
    if details:
        width = max(len(str(detail.value)) for detail in details)
        lines = (f"{detail.value:>{width}}  {detail.summary.of(language)}" for detail in details)
        yield Section(said.DETAILS.of(language), tuple(lines), "rows")
    captures = _captures(constant)
    if captures:
        width = max(len(capture.name) for capture in captures)
        rows = (f"{item.name:<{width}}  {item.description.of(language)}" for item in captures)
        yield Section(said.CAPTURE_ERRORS.of(language), tuple(rows), "rows")
    for example in constant.examples:
        yield Section(said.EXAMPLE.of(language), tuple(example.of(language).split("\n")), "code")
    if constant.aliases:
        yield Section(said.ALIASES.of(language), (", ".join(constant.aliases),))
    gaps = [
        _GAPS[source, presence].of(language)
        for source, presence in constant.provenance._asdict().items()
        if presence != "named"
    ]
    if gaps:
        yield Section(said.SOURCES.of(language), tuple(gaps))


def _detail_sections(detail: Detail, language: str) -> Iterator[Section]:
    yield from meaning(detail.description, language, beside=detail.summary)
    notes = [said.EXTRA_CODE.of(language)]
    if detail.ambiguous:
        notes.append(said.AMBIGUOUS.of(language))
    yield Section(said.NOTES.of(language), tuple(notes), "list")
    yield from guides([detail.description], language)


def _capture_sections(capture: CaptureError, language: str) -> Iterator[Section]:
    yield from meaning(capture.description, language)
    yield from advice(capture.advice, language)


def _rule_sections(rule: Rule, language: str) -> Iterator[Section]:
    default = (said.ON() if rule.default else said.OPT_IN(family=rule.family)).of(language)
    fix = (said.FIXABLE if rule.fixable else said.NOT_FIXABLE).of(language)
    yield Section(said.STATUS.of(language), (default, fix))
    yield from meaning(rule.doc, language)
    if rule.example:
        yield Section(said.EXAMPLE.of(language), (rule.example,), "code")
    codes = tuple(_codes_of(rule, language))
    if codes:
        yield Section(said.CODES.of(language), codes, "list")


def _codes_of(rule: Rule, language: str) -> Iterator[str]:
    """The codes that a rule speaks of, where they are not all."""
    telling: Callable[[Constant], object] | None = {
        "TRT101": lambda item: item.deprecated,
        "TRT102": lambda item: item.not_thrown_since,
        "TRT103": lambda item: item.since,
        "TRT104": lambda item: item.first_not_constructing and not item.not_thrown_since,
    }.get(rule.code)
    if telling is not None:
        yield from (_named(item) for item in CONSTANTS.values() if telling(item))
    elif rule.code == "TRT004":
        yield from (f"{item.value}  {item.summary.of(language)}" for item in DETAILS.values())
