"""The codes of the SDKs beside v4: the look-up, and the words of the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog import liteav_codes, native_codes, v5_codes
from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.catalog.entries import Code, ExtraCode, InternalCode, Product
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.native_meanings import MEANINGS
from flake8_trtc.catalog.sdks import BY_KEY
from flake8_trtc.catalog.sheet import Section, Sheet, advice
from flake8_trtc.messages import explain as said


class Name(NamedTuple):
    """A name that another TRTC SDK has for a number; of few is more known, see `MEANINGS`."""

    name: str
    value: int
    sdk: Product


Other: TypeAlias = Code | ExtraCode | InternalCode | Name
OTHER = (Code, ExtraCode, InternalCode, Name)
"""The kinds of entries that are not v4's."""
_TABLES: tuple[dict[int, Code] | dict[int, ExtraCode] | dict[int, InternalCode], ...] = (
    v5_codes.CODES,
    v5_codes.EXTRA_CODES,
    v5_codes.INTERNAL_CODES,
    liteav_codes.CODES,
)


def by_value(value: int) -> list[Other]:
    """The codes that a number is, v5's first."""
    found: list[Other] = [table[value] for table in _TABLES if value in table]
    return found + [
        Name(name, number, BY_KEY[key])
        for key, names in native_codes.NAMES.items()
        for name, number in names.items()
        if number == value
    ]


def by_name(name: str) -> list[Other]:
    """The codes that have a name, in capitals, or had it in an older build; v5's first."""
    found: list[Other] = [
        row
        for table in _TABLES
        for row in table.values()
        if name == row.name or (isinstance(row, ExtraCode) and name in row.aliases)
    ]
    return found + [
        Name(name, names[name], BY_KEY[key])
        for key, names in native_codes.NAMES.items()
        if name in names
    ]


def is_liteav(code: Code) -> bool:
    """True if a code is one of liteav's, and not of v5."""
    return liteav_codes.CODES.get(code.value) is code


def title(entry: Other, language: str) -> str:
    """The name of a code, where it belongs and its number."""
    if isinstance(entry, Name):
        return said.NAME_OF.of(language, name=entry.name, value=entry.value, sdk=entry.sdk.name)
    if isinstance(entry, InternalCode):
        return said.INTERNAL.of(language, name=entry.name, value=entry.value)
    if isinstance(entry, ExtraCode):
        parent = next(code for code in v5_codes.CODES.values() if code.name == entry.parent)
        of_parent = title(parent, language)
        return said.EXTRA.of(language, name=entry.name, value=entry.value, parent=of_parent)
    owner = "liteav.Error" if is_liteav(entry) else "TRTC.ERROR_CODE"
    return f"{owner}.{entry.name} = {entry.value}"


def summary(entry: Other, language: str) -> str:
    """The meaning of a code, a phrase; "" where nobody says."""
    if isinstance(entry, Name):
        means = MEANINGS.get(entry.name)
        return "" if means is None else means.of(language)
    return entry.summary.of(language)


def line(entry: Other, language: str) -> str:
    """The name of a code and, where somebody says it, its meaning."""
    named, means = title(entry, language), summary(entry, language)
    return said.TITLED.of(language, title=named, summary=means) if means else named


def sheet(entry: Other, language: str) -> Sheet:
    """The entry as it is shown to a person, in "en" or "zh"."""
    sections: Iterator[Section] = iter(())
    if isinstance(entry, Code):
        sections = _code_sections(entry, language)
    elif isinstance(entry, ExtraCode):
        sections = _extra_sections(entry, language)
    elif isinstance(entry, InternalCode):
        sections = iter([Section(said.V5.of(language), (in_v5(entry.v5, language),))])
    named, means = title(entry, language), summary(entry, language)
    return Sheet(named, means, tuple(sections), language)


def _code_sections(code: Code, language: str) -> Iterator[Section]:
    yield from advice(code.advice, language)
    if code.note is not None:
        yield Section(said.NOTES.of(language), (code.note.of(language),), "list")
    if is_liteav(code):
        return
    extra = [row for row in v5_codes.EXTRA_CODES.values() if row.parent == code.name]
    if extra:
        width = max(len(str(row.value)) for row in extra)
        lines = (f"{row.value:>{width}}  {row.summary.of(language)}" for row in extra)
        yield Section(said.DETAILS.of(language), tuple(lines), "rows")
    before = [row.name for row in CONSTANTS.values() if row.v5.code == code.name]
    if before:
        yield Section(said.V4.of(language), tuple(f"ErrorCode.{name}" for name in before), "list")


def _extra_sections(code: ExtraCode, language: str) -> Iterator[Section]:
    notes = [said.EXTRA_OF_V5.of(language)]
    if code.browser is not None:
        notes.append(said.BROWSER.of(language, name=code.browser))
    if not code.documented:
        notes.append(said.UNDOCUMENTED.of(language))
    if not code.in_core:
        notes.append(said.ONLY_DEFINED.of(language))
    if code.note is not None:
        notes.append(code.note.of(language))
    yield Section(said.NOTES.of(language), tuple(notes), "list")
    if code.aliases:
        yield Section(said.ALIASES.of(language), (", ".join(code.aliases),))


def record(entry: Other) -> dict[str, Any]:
    """All that is known of the entry but for its texts, which the caller turns into JSON values."""
    if isinstance(entry, Name):
        return {"kind": "name", "name": entry.name, "value": entry.value, "sdk": entry.sdk.key}
    if isinstance(entry, Code):
        kind = "liteav" if is_liteav(entry) else "v5"
    else:
        kind = "v5_extra" if isinstance(entry, ExtraCode) else "v5_internal"
    return {"kind": kind, **entry._asdict()}
