"""The catalog of the SDK's error codes: typed entries and look-ups.

The facts are those of the SDK's own page of error codes, of its bundle and of its index.d.ts
(trtc-js-sdk 4.15.22); they are edited in catalog/*.toml.
"""

from __future__ import annotations

from typing import NamedTuple

from flake8_trtc import _catalog_data as data


class Text(NamedTuple):
    """The same text in ASCII English and in Chinese (of the catalog: the page's own)."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        """The text in "en" or "zh"."""
        return self.zh if language == "zh" else self.en


class Provenance(NamedTuple):
    """What each source has: "named" (value and name), "unnamed" (the value alone) or "absent"."""

    page: str
    bundle: str
    dts: str


class Constant(NamedTuple):
    """One member of the SDK's ErrorCode.

    aliases: how older builds misspelt the name; rare: the number is hardly seen outside TRTC;
    summary: a phrase without a full stop; since, deprecated, not_thrown_since: SDK versions such
    as "4.11.12"; replacement: a phrase that says what to use instead; raised_by: where the page
    says the error comes out; related: methods such as "Client.join"; examples: JavaScript, which
    differs by language in its comments.
    """

    value: int
    name: str
    aliases: tuple[str, ...]
    rare: bool
    summary: Text
    description: Text
    advice: Text | None
    notes: tuple[Text, ...]
    since: str | None
    deprecated: str | None
    not_thrown_since: str | None
    replacement: Text | None
    raised_by: tuple[str, ...]
    related: tuple[str, ...]
    examples: tuple[Text, ...]
    provenance: Provenance


class Detail(NamedTuple):
    """A code that comes as the extra code of its parent: of JOIN_ROOM_FAILED, or an account code.

    ambiguous: so common elsewhere that it says nothing by itself.
    """

    value: int
    parent: str
    summary: Text
    description: Text
    ambiguous: bool


class CaptureError(NamedTuple):
    """A browser's `error.name` behind its parent, INITIALIZE_FAILED."""

    name: str
    parent: str
    description: Text
    advice: Text | None


def _text(pair: tuple[str, str] | None) -> Text | None:
    return None if pair is None else Text(*pair)


CONSTANTS: dict[int, Constant] = {
    value: Constant(
        value=value,
        name=name,
        aliases=aliases,
        rare=rare,
        summary=Text(*summary),
        description=Text(*description),
        advice=_text(advice),
        notes=tuple(Text(*note) for note in notes),
        since=since,
        deprecated=deprecated,
        not_thrown_since=not_thrown_since,
        replacement=_text(replacement),
        raised_by=raised_by,
        related=related,
        examples=tuple(Text(*example) for example in examples),
        provenance=Provenance(*provenance),
    )
    for (
        value,
        name,
        aliases,
        rare,
        summary,
        description,
        advice,
        notes,
        since,
        deprecated,
        not_thrown_since,
        replacement,
        raised_by,
        related,
        examples,
        provenance,
    ) in data.CONSTANTS
}
"""The 29 constants by value, in the page's order, which is that of the values."""

BY_NAME: dict[str, Constant] = {
    name: constant for constant in CONSTANTS.values() for name in (constant.name, *constant.aliases)
}
"""The same by name and by alias."""

DETAILS: dict[int, Detail] = {
    value: Detail(value, parent, Text(*summary), Text(*description), ambiguous)
    for value, parent, summary, description, ambiguous in data.DETAILS
}
"""The 13 details of JOIN_ROOM_FAILED and the 62 account codes by value, in the page's order."""

CAPTURE_ERRORS: dict[str, CaptureError] = {
    name: CaptureError(name, parent, Text(*description), _text(advice))
    for name, parent, description, advice in data.CAPTURE_ERRORS
}
"""The 5 names of capture errors, in the page's order."""
