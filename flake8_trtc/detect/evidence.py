"""How sure it is that a number is a code of TRTC's, and whose: a site in, a verdict out.

A value is never evidence by itself: MetaTrader's timeframes, IKEv2's notify types and buffer
sizes are the same numbers. What counts is where the value comes from (origin), what it is called
(name), how common the number is elsewhere (rarity), and which SDK the code around it uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS
from flake8_trtc.catalog.liteav_codes import CODES as LITEAV
from flake8_trtc.catalog.v5_codes import CODES as V5
from flake8_trtc.catalog.v5_codes import EXTRA_CODES
from flake8_trtc.detect.uses import Around, Uses
from flake8_trtc.languages.document import Document
from flake8_trtc.languages.names import (
    Likeness,
    entry_likeness,
    holds_codes,
    is_text_table,
    likeness,
    says_code,
    says_error_code,
    table_likeness,
    words,
)
from flake8_trtc.messages import reasons as said
from flake8_trtc.model import (
    SCRIPTS,
    Generation,
    Kind,
    Level,
    Origin,
    Place,
    Site,
    Subject,
    Verdict,
)


class Rarity(Enum):
    """How often a number is seen outside TRTC."""

    RARE = "rare"
    COMMON = "common"
    DETAIL = "detail"  # an extra or an account code


def level(
    origin: Origin, name: Likeness, rarity: Rarity, *, uses: bool | None, bare: bool = False
) -> Level:
    """How sure it is: the whole ruling, of which everything else in here supplies the facts.

    origin: where it comes from: a code is one of the SDK that has this value, a code of another
    SDK another thing, and that of a reply of an HTTP API's own, if it is no rare one. uses: whether
    the code around it uses the SDK that has this value, None where it uses none that is known of.
    bare: the name says code, but not whose, or only so (a JavaScript `.code`, a default, an
    argument): without a word of TRTC it is possible only.
    """
    if origin.kind == "code":
        return Level.CERTAIN
    if origin.kind == "other" or uses is False or name is Likeness.OTHER:
        return Level.NOTHING
    if rarity is not Rarity.RARE:
        if origin.aspect == "envelope":
            return Level.NOTHING
        return Level.LIKELY if uses and name is Likeness.CODE else Level.NOTHING
    if uses or (name is Likeness.CODE and not bare):
        return Level.LIKELY
    return Level.POSSIBLE


class Asked(NamedTuple):
    """The code that a number may be: the generation of the SDK, and how rare it is."""

    generation: Generation
    rarity: Rarity


class Evidence:
    """Judges the sites of one file.

    document: the file's; around: what the code around a site uses.
    """

    def __init__(self, document: Document, around: Around) -> None:
        self._document = document
        self._around = around

    def judge(self, site: Site, *, company: frozenset[object] = frozenset()) -> Verdict:
        """Weigh one site.

        company: the chains and subjects of rare codes that have been found, which speak for a
        common one.
        """
        if site.kind is Kind.MEMBER and site.ours:
            return Verdict(Level.CERTAIN, (said.OWNER(owner=site.owner),))
        uses = self._around.uses(site)
        if site.kind is Kind.MEMBER:
            used = uses is not None and "v4" in uses.sdks
            return Verdict(Level.LIKELY if used else Level.NOTHING, (uses.reason,) if uses else ())
        if site.kind is Kind.MISUSE:
            known = site.misuse != "banned" or (uses is not None and "v4" in uses.sdks)
            reasons = (uses.reason,) if uses is not None else ()
            return Verdict(Level.CERTAIN if known else Level.NOTHING, reasons)
        if site.kind in {Kind.BROKEN, Kind.LOST}:
            speaks = uses is not None and not uses.sdks.isdisjoint(_GENERATIONS)
            return Verdict(Level.CERTAIN if speaks else Level.NOTHING, ())
        name = _name(site)
        if name is Likeness.OTHER:
            return Verdict(Level.NOTHING, (_DESCRIBED[name],))
        asked = _asked(site, uses)
        if asked is None or not _unambiguous(site, asked):
            reason = uses.reason if uses is not None else said.NO_WORD()
            return Verdict(Level.NOTHING, (reason,))
        return self._weigh(site, name, uses, asked, company)

    def _weigh(
        self,
        site: Site,
        name: Likeness,
        uses: Uses | None,
        asked: Asked,
        company: frozenset[object],
    ) -> Verdict:
        used = None if uses is None else asked.generation in uses.sdks
        if uses is not None and "v5" in uses.sdks and _is_of_v4(site, asked):
            used = True
        if used and uses is not None and uses.doubt and asked.rarity is not Rarity.RARE:
            used = False
        reasons = [uses.reason] if uses is not None else []
        if used is not False and asked.rarity is Rarity.COMMON and company_of(site) & company:
            used, reasons = True, reasons or [said.COMPANY()]
            if site.subject is not None and says_code(site.subject.name):
                name = Likeness.CODE  # `reply.code`
        origin = _origin(site.subject, asked.generation, used=bool(used and uses))
        found = level(origin, name, asked.rarity, uses=used, bare=self._is_bare(site))
        if site.kind is Kind.STRING and name is not Likeness.CODE:
            found = Level.NOTHING
        return Verdict(found, (*reasons, _DESCRIBED[name]), asked.generation)

    def _is_bare(self, site: Site) -> bool:
        """True if a word of TRTC has to stand beside a name: it says code, but not an error's.

        A code of five digits that is a text may be a postal code, too.
        """
        subject = site.subject
        if subject is None or _in_table(site) or site.place is Place.ARGUMENT:
            return True
        if subject.getter or says_error_code(subject.name):
            return False
        script = self._document.texts[site.text_number].dialect in SCRIPTS
        member = script and bool(subject.base) and not subject.name.endswith("_")
        return (
            member
            or site.kind is Kind.STRING
            or not site.place.compares
            or not says_code(subject.name)
        )


_GENERATIONS: tuple[Generation, ...] = ("v4", "v5", "liteav")
_DESCRIBED = {
    Likeness.OTHER: said.OTHER_NAME(),
    Likeness.NEUTRAL: said.NEUTRAL_NAME(),
    Likeness.CODE: said.CODE_NAME(),
}
_SDK_WORDS = frozenset("trtc rtc join room publish subscribe signal signaling".split())
"""An error class that is called by one of them is given the SDK's codes: `JoinError(4097)`."""
_ANYWHERE = frozenset({0, -1})
"""Codes of liteav that any function gives back: they count where OnError's error is compared."""


_NEAREST = 16
"""How many of the functions and classes around a number speak for others in them."""


def company_of(site: Site) -> frozenset[object]:
    """The company of a rare code, which is evidence for common ones: chain, table and subject."""
    found: set[object] = {site.chain, site.table.start if site.table is not None else None}
    if site.subject is not None and len(site.scopes) > 1:
        around = site.scopes[1:-1][:_NEAREST] if site.subject.base else ()
        found |= {(site.subject.text, scope) for scope in around or site.scopes[1:2]}
    return frozenset(found - {None})


def _is_of_v4(site: Site, asked: Asked) -> bool:
    """True if a number of v4's stands in code that uses v5, which is to understand both.

    So it is in a table of such codes, one rare, or in one that is called v4's.
    """
    table = _in_table(site) and asked.generation == "v4"
    named = site.subject is not None and _V4.search(site.subject.text) is not None
    return table and (named or mostly_ours(site))


_V4 = regex(r"(?<![A-Za-z])(?i:v)4(?!\d)|(?<=[a-z])V4(?!\d)")


def _asked(site: Site, uses: Uses | None) -> Asked | None:
    """The code of a number: of the SDKs that have it the one it comes from, or in use, or first."""
    value, subject = site.value or 0, site.subject
    having = [generation for generation in _GENERATIONS if _rarity(value, generation) is not None]
    giver = subject.origin.source if subject is not None else ""
    given = [generation for generation in having if generation == giver]
    used = [generation for generation in having if uses is not None and generation in uses.sdks]
    found = next(iter((*given, *used, *having)), None)
    rarity = None if found is None else _rarity(value, found)
    return None if found is None or rarity is None else Asked(found, rarity)


def _origin(subject: Subject | None, generation: Generation, *, used: bool) -> Origin:
    """Where a number comes from that may be a code of one generation.

    used: whether the code around it uses that: `getCode()` alone does not tell whose code it is.
    """
    origin = Origin() if subject is None else subject.origin
    if generation == "v5" and origin.kind == "unknown" and origin.source:
        return Origin("other", origin.source)  # what v4 gives has no code of v5's
    if origin.kind != "code" or origin.source == generation:
        return origin
    if origin.source:
        return Origin("other", origin.source)
    return origin if used else Origin()


def _rarity(value: int, generation: Generation) -> Rarity | None:
    """How rare a code of one generation is; None where it has no such code."""
    if generation == "liteav":
        return Rarity.COMMON if value in LITEAV else None
    if generation == "v5":
        if value in V5:
            return Rarity.COMMON
        return Rarity.DETAIL if value in EXTRA_CODES else None
    if value in CONSTANTS:
        return Rarity.RARE if CONSTANTS[value].rare else Rarity.COMMON
    return Rarity.DETAIL if value in DETAILS else None


def _unambiguous(site: Site, asked: Asked) -> bool:
    """True if a name says enough for a number that is everywhere: that it is an extra code's."""
    if asked.generation == "liteav":
        member = site.subject is not None and site.subject.origin.aspect == "enum"
        return member or site.value not in _ANYWHERE
    if asked.rarity is not Rarity.DETAIL:
        return True
    named = words(site.subject.name) if site.subject is not None else ()
    detail = DETAILS.get(site.value or 0) if asked.generation == "v4" else None
    return "extra" in named or (detail is not None and not detail.ambiguous)


def _name(site: Site) -> Likeness:
    """The likeness of the subject's name; a table of codes is its own evidence."""
    subject = site.subject
    if site.kind is Kind.DEFINITION and _repeats(site):
        return Likeness.CODE
    if _in_table(site):
        return _table_name(site)
    if subject is None:
        return Likeness.OTHER
    if site.place is Place.LOOKUP:
        return _looked_up(subject)
    if site.place is Place.ARGUMENT:
        own = subject.name[:1].isupper() and _SDK_WORDS.intersection(words(subject.name))
        return entry_likeness(subject.name) or Likeness.NEUTRAL if own else Likeness.NEUTRAL
    if site.place is Place.VALUE and holds_codes(subject.base):
        return max(likeness(subject), entry_likeness(subject.name))
    if site.place is Place.VALUE and table_likeness(subject.base) is Likeness.CODE:
        return max(likeness(subject), min(entry_likeness(subject.name), Likeness.NEUTRAL))
    return likeness(subject)


def _repeats(site: Site) -> bool:
    """True if a constant is named like one of the catalog, or by words of its own code's."""
    named = {word for word in words(site.name or "") if word not in AFFIXES}
    own = CONSTANTS.get(site.value or 0)
    part = own is not None and own.rare and bool(named) and named <= set(words(own.name))
    if site.value in V5:
        return v5_name(site.name or "") is not None
    return part or copied_name(site.name or "") is not None


def _in_table(site: Site) -> bool:
    return site.table is not None and not site.place.compares


def _table_name(site: Site) -> Likeness:
    """The name of a table; or two codes, one of them rare, where it names no other thing."""
    ours = mostly_ours(site)
    if site.subject is None:
        return Likeness.CODE if ours else Likeness.OTHER
    named, alike = table_likeness(site.subject.name), likeness(site.subject)
    if alike is Likeness.CODE:
        return Likeness.CODE
    if named is Likeness.NEUTRAL:
        text = is_text_table(site.subject.name)
        return Likeness.CODE if ours else Likeness.NEUTRAL if text else Likeness.OTHER
    return named


def _looked_up(subject: Subject) -> Likeness:
    """A table that is asked for a code, by its name."""
    named = table_likeness(subject.name)
    asked = named is not Likeness.NEUTRAL or is_text_table(subject.name)
    return named if asked else Likeness.OTHER


def mostly_ours(site: Site) -> bool:
    """True if a table holds two codes or more, one of them rare, and hardly anything else."""
    return site.table is not None and site.table.codes


def copied_name(name: str) -> str | None:
    """The catalog name that a constant's name repeats (`ERR_JOIN_ROOM_FAILED`), or None."""
    return next((BY_NAME[part].name for part in _unaffixed(name) if part in BY_NAME), None)


def v5_name(name: str) -> str | None:
    """The name of a public code of v5 that a constant's name repeats (`kServerError`), or None."""
    return next((part for part in _unaffixed(name) if part in _V5_NAMES), None)


_V5_NAMES = frozenset(code.name for code in V5.values())


def _unaffixed(name: str) -> Iterator[str]:
    """A constant's name in capitals without what stands before it, with fewer and fewer endings.

    Some codes are called by a word that others have for an ending: `SERVER_ERROR`.
    """
    parts = [word.lower() for word in re.findall(r"[A-Za-z0-9]+", _snake(name))]
    while parts and parts[0] in AFFIXES:
        parts = parts[1:]
    while parts:
        yield "_".join(parts).upper()
        if parts.pop() not in AFFIXES:
            return


AFFIXES = frozenset("err error errors errcode code trtc rtc e k".split())
"""Words around the name of a code in that of a constant: `ERR_JOIN_ROOM_FAILED`, `kUnknown`."""


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
