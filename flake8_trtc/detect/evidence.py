"""How sure it is that a number is a TRTC code, and why: a site and its text in, a verdict out.

A value is never evidence by itself: MetaTrader's timeframes, IKEv2's notify types and buffer
sizes are the same numbers. What counts is what the literal does (place), what it does it with
(subject), and whether the code around it speaks of TRTC. The nearest scope that speaks decides:
a function about IKE in a module about TRTC is about IKE.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from flake8_trtc.catalog._codes import RARE_NAMES
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS
from flake8_trtc.languages.prefilter import IDIOMS
from flake8_trtc.languages.words import Likeness, is_bare, likeness, table_likeness, words
from flake8_trtc.model import Kind, Level, Place, Site, Verdict
from flake8_trtc.spans import Span

# Strict and case-sensitive: fastRTC, KDSETRTCDEC and WebRTCError are not TRTC.
# A comment that silences us is no evidence.
_TRTC = re.compile(
    rb"(?:(?<![A-Za-z])trtc|(?<![A-Z])TRTC|Trtc)(?!:[ \t]*[iI](?:gn|ng|GN|NG))|\bRtcError\b"
)
# Names no other SDK gives a constant.
_OWN_NAMES = re.compile(rb"(?<!\w)(?:%s)(?!\w)" % "|".join(sorted(RARE_NAMES)).encode())
_IDIOMS = re.compile(IDIOMS)
_WRITTEN = (
    r"\b(?:Trtc)?ErrorCode(?:\s*+=(?:\s*+Object\.freeze\()?)?\s*+\{[^{}]*+\}"
    r"|\bTrtcErrorCode\b|\bflake8_trtc\b|(?<=\.)(?:" + "|".join(sorted(RARE_NAMES)) + r")(?!\w)"
)
"""What the fix writes: a declaration, a name for it, an import, a constant."""
FOREIGN = re.compile(
    rb"(?i:metatrader|\bmt5|timeframe|ikev2|isakmp|\bike_|cassandra|\bcql|geotiff|geokey|\bdoip"
    rb"|\bmapi\b|agora|zegocloud|\bzego|livekit|unicodedata|codepoint|\blzw\b)"
)
"""Others that use the same numbers."""


_FEW = 8
"""Scopes that are searched one by one."""


class Evidence:
    """What one file's text says, asked once a scope.

    utf8: the text; path: the file's name, which may speak too; instead: tells the SDK of TRTC that
    the code around a site loads in v4's place, "" for none; own: what the project calls its
    constants and their modules; assumed: the user says that the file is TRTC code.
    company: a constant stands where a rare code was, which speaks as the code itself did: for a
    common one in the same file. Else what the fix writes is no evidence, so that it makes nothing a
    finding that was none.
    """

    def __init__(
        self,
        utf8: bytes,
        path: str,
        instead: Callable[[Site], str],
        *,
        own: Iterable[str] = (),
        assumed: bool = False,
    ) -> None:
        written = [match[0] for match in _written(tuple(own)).finditer(utf8)]
        self.company = any(map(_OWN_NAMES.search, written))
        self._utf8 = _written(tuple(own)).sub(_blank, utf8) if written else utf8
        self._instead = instead
        self._whole = Span(0, len(utf8))
        name = os.path.basename(path).encode("utf-8", "replace")
        self._outside = (
            "trtc-assume names this file"
            if assumed
            else "the file's name speaks of TRTC"
            if _TRTC.search(name)
            else ""
        )
        self._asked: Counter[re.Pattern[bytes]] = Counter()
        self._found: dict[re.Pattern[bytes], tuple[list[int], list[re.Match[bytes]]]] = {}
        self._around: dict[tuple[Span, int, bool, bool], _Heard | None] = {}
        self._said: dict[tuple[Span, bool], _Heard | None] = {}

    def judge(self, site: Site, *, company: bool = False) -> Verdict:
        """Weigh one site.

        company: a rare code has been reported in the same file, which speaks for a common one.
        """
        if site.kind is Kind.MEMBER and site.ours:
            return Verdict(Level.CERTAIN, (f"{site.owner} is TRTC's",))
        if site.kind is Kind.BROKEN:
            heard = self._heard(site)
            speaks = heard is not None and heard.trtc
            return Verdict(Level.CERTAIN if speaks else Level.NOTHING, ())
        alike = _alikeness(site)
        if alike is Likeness.OTHER:
            return Verdict(Level.NOTHING, ("nothing here names a code",))
        heard = self._heard(site)
        if heard is not None and not heard.trtc:
            return Verdict(Level.NOTHING, (heard.reason,))
        level = _weigh(site, alike, heard, company)
        if level is not Level.NOTHING and (other := self._instead(site)):
            return Verdict(Level.NOTHING, (f"{other} is loaded, which has other codes than v4",))
        reasons = [heard.reason] if heard is not None else []
        if company and level is Level.LIKELY and not _rare(site):
            reasons.append("a rare code is used in this file")
        return Verdict(level, (*reasons, _DESCRIBED[alike]))

    def _heard(self, site: Site) -> _Heard | None:
        """What the nearest scope that speaks says; None where none does."""
        # A constant's name is no evidence for itself: others have a CLIENT_BANNED too.
        names = site.kind is not Kind.MEMBER
        getter = site.subject is not None and site.subject.getter
        count = len(site.scopes)
        passed = []
        heard = _Heard(True, False, self._outside) if self._outside else None
        for at, scope in enumerate(site.scopes):
            key = scope, count - at, names, getter
            if key in self._around:  # from here on it has been asked before
                heard = self._around[key]
                break
            passed.append(key)
            said = self._listen(scope, names=names) or (self._idiom(scope) if getter else None)
            if said is not None:
                heard = said
                break
        self._around.update(dict.fromkeys(passed, heard))
        return heard

    def _idiom(self, scope: Span) -> _Heard | None:
        found = self._first(_IDIOMS, scope)
        if found is None:
            return None
        return _Heard(True, True, f"the code around it calls {_quoted(found)}")

    def _listen(self, scope: Span, *, names: bool) -> _Heard | None:
        key = (scope, names)
        if key not in self._said:
            near = scope != self._whole
            where = "the code around it says" if near else "the file says"
            self._said[key] = None
            for pattern in (_TRTC, _OWN_NAMES, FOREIGN) if names else (_TRTC, FOREIGN):
                found = self._first(pattern, scope)
                if found is not None:
                    reason = f"{where} {_quoted(found)}"
                    self._said[key] = _Heard(pattern is not FOREIGN, near, reason)
                    break
        return self._said[key]

    def _first(self, pattern: re.Pattern[bytes], scope: Span) -> re.Match[bytes] | None:
        """The first match in a scope; of many scopes the text is searched once for all."""
        self._asked[pattern] += 1
        if self._asked[pattern] <= _FEW:
            return pattern.search(self._utf8, scope.start, scope.end)
        if pattern not in self._found:
            matches = list(pattern.finditer(self._utf8))
            self._found[pattern] = [match.start() for match in matches], matches
        starts, matches = self._found[pattern]
        at = bisect_left(starts, scope.start)
        return matches[at] if at < len(starts) and matches[at].end() <= scope.end else None


@cache
def _written(own: tuple[str, ...]) -> re.Pattern[bytes]:
    """A pattern of what the fix writes in a project that has such names and modules."""
    telling = (name for name in own if _TRTC.search(name.encode()))
    names = (rf"(?<![\w.]){re.escape(name)}(?!\w)" for name in sorted(telling, key=len)[::-1])
    aliases = (rf"\bTrtc{re.escape(name)}\b" for name in own if name.isidentifier())
    return re.compile("|".join((_WRITTEN, *names, *aliases)).encode())


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


class _Heard(NamedTuple):
    """What a scope says: TRTC or not, whether it is nearer than the whole file, its words."""

    trtc: bool
    near: bool
    reason: str


_DESCRIBED = {
    Likeness.NEUTRAL: "a place for codes",
    Likeness.ERROR: "its subject speaks of an error",
    Likeness.CODE: "its subject is named like a code",
}


def _quoted(match: re.Match[bytes]) -> str:
    return match[0].decode("utf-8", "replace")


def _alikeness(site: Site) -> Likeness:
    """How much the subject speaks of codes; a table of codes speaks for itself."""
    subject = site.subject
    if site.kind is Kind.MEMBER:
        return Likeness.CODE
    if site.kind is Kind.DEFINITION and copied_name(site.name or ""):
        return Likeness.CODE
    if site.table is not None and not site.place.compares:
        if subject is None:
            return Likeness.NEUTRAL if mostly_ours(site) else Likeness.OTHER
        named = max(table_likeness(subject.name), likeness(subject))
        silent = named is Likeness.NEUTRAL and not mostly_ours(site)
        return Likeness.OTHER if silent else named
    if site.place is Place.LOOKUP:
        named = Likeness.OTHER if subject is None else table_likeness(subject.name)
        return Likeness.OTHER if named is Likeness.NEUTRAL else named
    if site.place is Place.ARGUMENT:
        error = subject is not None and subject.name[:1].isupper()
        return Likeness.CODE if error else Likeness.NEUTRAL if _rare(site) else Likeness.OTHER
    if site.place.compares and is_bare(subject) and site.kind is Kind.NUMBER and _rare(site):
        return Likeness.NEUTRAL
    if (
        site.place is Place.VALUE
        and subject is not None
        and (table_likeness(subject.base) is Likeness.CODE)
    ):
        return max(likeness(subject), Likeness.ERROR)
    found = likeness(subject)
    return Likeness.OTHER if found is Likeness.NEUTRAL else found


def mostly_ours(site: Site) -> bool:
    """Whether a table holds two codes or more, one of them rare, and hardly anything else."""
    return site.table is not None and site.table.codes


def _weigh(site: Site, alike: Likeness, heard: _Heard | None, company: bool) -> Level:
    """Place, subject and value against what was heard (which is TRTC, or nothing)."""
    named = alike is Likeness.CODE
    if site.kind in {Kind.MEMBER, Kind.STRING} or site.value in DETAILS:
        known = heard is not None and named and _unambiguous(site)
        return Level.CERTAIN if known else Level.NOTHING
    rare = _rare(site)
    if heard is not None:
        told = named or rare or heard.near or mostly_ours(site)
        return Level.CERTAIN if told else Level.POSSIBLE
    if not named:
        return Level.NOTHING
    if rare and (site.place.compares or mostly_ours(site)):
        return Level.LIKELY
    return Level.LIKELY if company and not rare else Level.POSSIBLE


def _rare(site: Site) -> bool:
    constant = CONSTANTS.get(site.value) if site.value is not None else None
    return constant is not None and constant.rare


def _unambiguous(site: Site) -> bool:
    """A detail code that is a common number needs a subject that speaks of extra codes."""
    detail = DETAILS.get(site.value or 0)
    said = words(site.subject.name) if site.subject is not None else ()
    return detail is None or not detail.ambiguous or "extra" in said


def copied_name(name: str) -> str | None:
    """The catalog name that a constant's name repeats (`ERR_JOIN_ROOM_FAILED`), or None."""
    said = [word.upper() for word in re.findall(r"[A-Z0-9]+|[a-z0-9]+", _snake(name))]
    while said and said[0] in _AFFIXES:
        said = said[1:]
    while said and said[-1] in _AFFIXES:
        said = said[:-1]
    constant = BY_NAME.get("_".join(said))
    return constant.name if constant is not None else None


_AFFIXES = frozenset("ERR ERROR ERRORS ERRCODE CODE TRTC RTC E K".split())


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
