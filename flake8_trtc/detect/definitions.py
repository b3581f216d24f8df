"""Constants that a project defines itself: copies of the catalog's, and those that are wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, Constant
from flake8_trtc.catalog.generations import is_member, values
from flake8_trtc.catalog.v5_codes import CODES as V5
from flake8_trtc.detect.evidence import AFFIXES, copied_name, v5_name
from flake8_trtc.languages.names import Likeness, likeness, table_likeness, words
from flake8_trtc.model import Kind, Place, Site, Subject

_ENOUGH = 2
"""So many constants under their own names say that a table is TRTC's."""


class Definitions:
    """The constants that one file defines."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._copies: Counter[object] = Counter()
        for site in sites:
            named = copied_name(site.name or "") if _defines(site) else None
            if named is not None and BY_NAME[named].value == site.value:
                self._copies[site.scopes[1:]] += 1
            elif is_member(_v5_name(site) or "", site.value, "v5"):
                self._copies[_v5_table(site)] += 1

    def misnamed(self, site: Site) -> int | None:
        """The value of the constant whose name a definition takes with another's value, or None.

        Where both are common the definitions around it have to say that it is TRTC's table. All
        of v5's are: an application may well have a SERVER_ERROR of its own that is 5000.
        """
        fifth = _v5_name(site)
        if fifth is not None:
            expected = values("v5")[fifth]
            known = expected != site.value and self._copies[_v5_table(site)] >= _ENOUGH
            return expected if known else None
        other = named_for_another(site)
        if other is None:
            return None
        telling = CONSTANTS[site.value or 0].rare or other.name_rare
        return other.value if telling or self._copies[site.scopes[1:]] >= _ENOUGH else None


def _v5_name(site: Site) -> str | None:
    """The name of a code of v5 that a definition with the value of one takes, or None."""
    known = site.kind is Kind.DEFINITION and site.value in V5
    return v5_name(site.name or "") if known else None


def _v5_table(site: Site) -> object:
    """The table of v5's codes that a definition is in: its scope, and the object there."""
    return "v5", site.scopes[1:], "" if site.subject is None else site.subject.base


def named_for_another(site: Site) -> Constant | None:
    """The constant whose name a definition takes though its value is that of another one."""
    if site.kind is not Kind.DEFINITION or site.value not in CONSTANTS:
        return None
    name = copied_name(site.name or "")
    return None if name is None or BY_NAME[name].value == site.value else BY_NAME[name]


def _defines(site: Site) -> bool:
    """True for a constant with its number, or a name that is bound to a member of ErrorCode.

    So a table says the same of itself when the fix has taken its numbers from there.
    """
    taken = site.kind is Kind.MEMBER and site.ours and site.place is Place.VALUE
    return site.kind is Kind.DEFINITION or taken


def role_as_number(site: Site) -> Site:
    """Tell a definition (`JOIN_FAILED = 16388`) from a use (`DEFAULT_ERROR_CODE = 16388`)."""
    if site.kind is not Kind.DEFINITION or site.value not in CONSTANTS or site.name is None:
        return site
    role = set(words(site.name)) - AFFIXES
    own = set(words(CONSTANTS[site.value].name))
    member = site.subject is not None and table_likeness(site.subject.base) is Likeness.CODE
    named = member or likeness(Subject(site.name, site.name)) is Likeness.CODE
    uses = named and not role <= own and copied_name(site.name) is None
    return site._replace(kind=Kind.NUMBER) if uses else site
