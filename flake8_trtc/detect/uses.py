"""Which SDKs the code around a site uses: by what it loads, then its calls, then TRTC's words.

The nearest scope with evidence decides: a function that calls Agora in a module about TRTC is
about Agora. A word of TRTC tells no generation; a word of another vendor is no evidence at all,
its import is. What only a comment says counts where nothing else says anything.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import NamedTuple

from flake8_trtc.catalog._codes import RARE_NAMES
from flake8_trtc.catalog.sdks import ALONE, BESIDE, BY_KEY, LIBRARIES, PRODUCTS, Product
from flake8_trtc.messages import reasons
from flake8_trtc.messages.message import Message, listed
from flake8_trtc.model import Kind, Site
from flake8_trtc.spans import Span

# Other vendors sell 实时音视频, too: then their name stands before it, or their brand in brackets.
_VENDORS = "声网 引擎 云信 即构 融云 百度云 阿里云 华为云".split()
_CHINESE_NAME = "".join(f"(?<!{name})" for name in _VENDORS) + r"(?<!\w\))(?<!\w）)实时音视频"
# Strict and case-sensitive: fastRTC, KDSETRTCDEC and WebRTCError are not TRTC; nor are the call
# kit and the Electron SDK TRTC's Web SDK. A comment that silences us is no evidence.
_TRTC = re.compile(
    rb"(?:(?<![A-Za-z@])trtc(?!-(?:calling|electron|react|wx|component|cloud))"
    rb"|(?<![A-Z])TRTC(?!Calling)|Trtc)(?!:[ \t]*[iI](?:gn|ng|GN|NG))"
    rb"|\bRtcError\b|" + _CHINESE_NAME.encode()
)
_TRTC_PARTS = tuple(word.encode() for word in "trtc TRTC Trtc RtcError 实时音视频".split())
_WITHOUT = re.compile(rb"(?i)(?:without|non?|not)[-_. ]trtc")
# Names no other SDK gives a constant.
_OWN_NAMES = re.compile(rb"(?<!\w)(?:%s)(?!\w)" % "|".join(sorted(RARE_NAMES)).encode())


_FREE = r"(?:(?<![\w$.])|(?<=window\.)|(?<=globalThis\.)|(?<=self\.))"
"""Before a name that is no member of something, or of all that is global."""


def _calls(product: Product) -> str:
    """A pattern of what one SDK alone has: its calls, and the global of another vendor."""
    named = [re.escape(name) for name in product.calls if name[0] != "."]
    named += [rf"{name}(?=\s*\.)" for name in product.globals if product.family != "trtc"]
    members = [rf"{re.escape(name)}(?=\s*\()" for name in product.calls if name[0] == "."]
    own = [rf"{_FREE}(?:{'|'.join(named)})(?![\w$])"] if named else []
    return "|".join([*own, *members])


_WRITTEN = (
    r"\b(?:(?:Trtc)?ErrorCode|Trtc(?:V5)?ExtraCode)(?:\s*+=(?:\s*+Object\.freeze\()?)?\s*+\{[^{}]*+\}"
    r"|\bTrtc(?:ErrorCode|(?:V5)?ExtraCode)\b|\bflake8_trtc\b|(?<=\.)(?:"
    + "|".join(sorted(RARE_NAMES))
    + r")(?!\w)"
)
"""A pattern of the fix's own words: a declaration, a name for it, an import, a constant."""
_CALLING = [(product.key, _calls(product)) for product in PRODUCTS]
_CALLS = re.compile("|".join(f"(?P<{key}>{calls})" for key, calls in _CALLING if calls).encode())
_PARTS = {
    _TRTC: _TRTC_PARTS,
    _OWN_NAMES: tuple(name.encode() for name in RARE_NAMES),
    _CALLS: tuple(
        {
            name.encode()
            for product in PRODUCTS
            for name in (*product.calls, *(product.globals if product.family != "trtc" else ()))
        }
    ),
}
"""Of each pattern the texts of which any match holds one: they are looked for much faster."""
_GENERATIONS = frozenset({"v4", "v5"})
FOREIGN = re.compile(
    rb"(?i:metatrader|\bmt5\b|ikev2|isakmp|\bike_|geotiff|geokey|\bdoip|unicodedata|codepoint|\blzw\b)"
)
"""Others that use the same numbers: what they say counts where nothing speaks of TRTC."""
_EXTRA = re.compile(rb"(?<![\w$])extraCode(?![\w$])")
_COMMENT = re.compile(rb"^\s*(?:\*|/\*|#|<!--)|(?:^|[\s;{}),])//|\s#\s|/\*")


class Uses(NamedTuple):
    """SDKs that the code around a site uses, and the words that say so.

    sdks: keys of the table of SDKs; "v4" is among them where TRTC's words alone speak, too; doubt:
    only a number that others hardly have is TRTC's here, for it uses a library with such numbers.
    """

    sdks: frozenset[str]
    reason: Message
    doubt: bool = False


class Around:
    """The evidence of one file, asked once a scope.

    utf8: the text; path: the file's name, which may speak, too; loads: what the text around a site
    loads; own: what the project calls its constants and their modules; assumed: the user says that
    the file is TRTC code; fifth: that the SDK is v5. fenced: its texts are programs of their own,
    as a document's fences are, which may show one SDK beside the other.

    What the fix writes is no evidence, so that it makes nothing a finding that was none.
    """

    def __init__(
        self,
        utf8: bytes,
        path: str,
        loads: Callable[[Site], frozenset[str]],
        *,
        own: Iterable[str] = (),
        assumed: bool = False,
        fifth: bool = False,
        fenced: bool = False,
    ) -> None:
        self._utf8 = _without(utf8, tuple(own))
        self._loads = loads
        self._whole = Span(0, len(utf8))
        self._fifth = fifth
        self._fenced = fenced
        name = os.path.basename(path).encode("utf-8", "replace")
        self._outside = (
            reasons.ASSUMED()
            if assumed
            else reasons.FILE_NAME()
            if _TRTC.search(_WITHOUT.sub(b"", name))
            else None
        )
        self._found: dict[tuple[re.Pattern[bytes], bool], tuple[list[int], list[_Match]]] = {}
        self._nearest: dict[tuple[_Patterns, bool, Span, int], _Heard | None] = {}

    def uses(self, site: Site) -> Uses | None:
        """The SDKs that the code around a site uses; None without evidence."""
        loaded, reason = self._loaded(site)
        word = self._word(site)
        if not loaded:
            return self._named(word.reason, loaded) if word else self._foreign
        if loaded & ALONE:
            return Uses(loaded, reason)
        if "web" in loaded or (word and (word.near or loaded <= BESIDE)):
            return self._named(word.reason if word else reason, loaded)
        if word and loaded <= LIBRARIES:
            return self._named(word.reason, loaded)._replace(doubt=True)
        return Uses(loaded, reason)

    @cached_property
    def _foreign(self) -> Uses | None:
        found = FOREIGN.search(self._utf8)
        if found is None:
            return None
        return Uses(frozenset(), reasons.FILE(said=found[0].decode("utf-8", "replace")))

    def _named(self, reason: Message, loaded: frozenset[str]) -> Uses:
        """TRTC of an unknown generation: v4, unless the configuration says v5."""
        if self._fifth:
            return Uses(loaded | {"v5"}, reason)
        return Uses(loaded | {"v4"} | self._extra, reason)

    @cached_property
    def _extra(self) -> frozenset[str]:
        """v5, where the text reads the extra code of an error."""
        return frozenset({"v5"}) if _EXTRA.search(self._utf8) else frozenset()

    def _loaded(self, site: Site) -> tuple[frozenset[str], Message]:
        """The SDKs that the nearest scope calls, else the nearest text loads; and the reason."""
        call = self._near(site, (_CALLS,), comments=False)
        if call is None or not call.near:
            loaded = self._loads(site)
            called = frozenset({call.match.lastgroup or ""} if call is not None else ())
            if "web" in loaded and call is not None and called <= _GENERATIONS:
                return loaded - {"web"} | called, call.reason  # which of the two tells the call
            if loaded:
                names = sorted(BY_KEY[key].name for key in loaded)
                return loaded, reasons.LOADED(names=listed(names, " and "))
        if call is None:
            return frozenset(), reasons.NO_WORD()
        key = call.match.lastgroup or ""
        beside = {"v4"} if self._fenced and not call.near and key == "v5" else set[str]()
        return frozenset({key, *beside}), call.reason

    def _word(self, site: Site) -> _Heard | None:
        """TRTC's word in the nearest scope that has one, in code, the file's name, or a comment."""
        # A constant's name is no evidence for itself: others have a CLIENT_BANNED too.
        patterns = (_TRTC,) if site.kind is Kind.MEMBER else (_TRTC, _OWN_NAMES)
        found = self._near(site, patterns, comments=False)
        if found is not None:
            return found
        if self._outside is not None:
            return _Heard(self._outside, False, _NOTHING)
        return self._near(site, patterns, comments=True)

    def _near(self, site: Site, patterns: _Patterns, *, comments: bool) -> _Heard | None:
        """The first match in the nearest scope that has one."""
        count, passed, heard = len(site.scopes), [], None
        for at, scope in enumerate(site.scopes):
            key = patterns, comments, scope, count - at
            if key in self._nearest:  # from here on it has been asked before
                heard = self._nearest[key]
                break
            passed.append(key)
            matches = (self._first(pattern, scope, comments) for pattern in patterns)
            found = next((match for match in matches if match is not None), None)
            if found is not None:
                near = scope != self._whole
                where = reasons.NEAR if near else reasons.FILE
                heard = _Heard(where(said=found[0].decode("utf-8", "replace")), near, found)
                break
        self._nearest.update(dict.fromkeys(passed, heard))
        return heard

    def _first(self, pattern: re.Pattern[bytes], scope: Span, comments: bool) -> _Match | None:
        """The first match in a scope. The text is searched once, however many scopes there are."""
        if (pattern, comments) not in self._found:
            parted: tuple[list[_Match], list[_Match]] = [], []
            possible = any(part in self._utf8 for part in _PARTS[pattern])
            for match in pattern.finditer(self._utf8) if possible else ():
                parted[_in_comment(self._utf8, match.start())].append(match)
            for kind in (False, True):
                starts = [match.start() for match in parted[kind]]
                self._found[pattern, kind] = starts, parted[kind]
        starts, matches = self._found[pattern, comments]
        at = bisect_left(starts, scope.start)
        return matches[at] if at < len(starts) and matches[at].end() <= scope.end else None


def _without(utf8: bytes, own: tuple[str, ...]) -> bytes:
    """A text with blanks for what the fix writes in a project of such names and modules."""
    parts = (b"ErrorCode", b"ExtraCode", b"flake8_trtc", *_PARTS[_OWN_NAMES])
    if not any(part in utf8 for part in (*parts, *(name.encode() for name in own))):
        return utf8
    return _written(own).sub(_blank, utf8)


@cache
def _written(own: tuple[str, ...]) -> re.Pattern[bytes]:
    """A pattern of what the fix writes in a project that has such names and modules."""
    telling = (name for name in own if _TRTC.search(name.encode()))
    names = (rf"(?<![\w.]){re.escape(name)}(?!\w)" for name in sorted(telling, key=len)[::-1])
    aliases = (rf"\bTrtc{re.escape(name)}\b" for name in own if name.isidentifier())
    return re.compile("|".join((_WRITTEN, *names, *aliases)).encode())


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


_Match = re.Match[bytes]
_Patterns = tuple[re.Pattern[bytes], ...]
_NOTHING = re.compile(b"").match(b"") or next(re.finditer(b"", b""))
_LINE = 200
"""Bytes before a word that are looked at to tell whether it is in a comment."""


class _Heard(NamedTuple):
    """Evidence in a scope, whether that is nearer than the whole file, and where it is."""

    reason: Message
    near: bool
    match: _Match


def _in_comment(utf8: bytes, at: int) -> bool:
    """True if an offset seems to be in a comment, by what stands before it on its line."""
    before = utf8[max(0, at - _LINE) : at]
    line = before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :]
    return _COMMENT.search(line) is not None
