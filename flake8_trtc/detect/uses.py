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
from functools import cache, cached_property, lru_cache

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog._codes import RARE_NAMES
from flake8_trtc.catalog.sdks import ALONE, BESIDE, BY_KEY, LIBRARIES, PRODUCTS, Product
from flake8_trtc.messages import reasons
from flake8_trtc.messages.message import Message, listed
from flake8_trtc.model import Kind, Site
from flake8_trtc.spans import Span

# Other vendors sell 实时音视频, too: then their name stands before it, or their brand in brackets.
_VENDORS = "声网 引擎 云信 即构 融云 百度云 阿里云 华为云".split()
_CHINESE_NAME = "".join(f"(?<!{name})" for name in _VENDORS) + r"(?<!\w\))(?<!\w）)实时音视频"


class _Words:
    """A pattern in parts, each with words, one of which stands in whatever the part matches.

    Most texts hold none of them, and a search for a word takes a hundredth of one for a pattern.
    """

    def __init__(self, *parts: tuple[tuple[str, ...], str]) -> None:
        self._parts = [(word.encode(), part) for words, part in parts for word in words]

    def within(self, text: bytes) -> re.Pattern[bytes] | None:
        """The pattern of the parts that may match in a text; None where none can."""
        parts = tuple(dict.fromkeys([part for word, part in self._parts if word in text]))
        return _compiled(parts) if parts else None

    def search(self, text: bytes) -> _Match | None:
        """The first match in a text."""
        pattern = self.within(text)
        return None if pattern is None else pattern.search(text)


@lru_cache(256)
def _compiled(parts: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile("|".join(parts).encode())


# Strict and case-sensitive: fastRTC, KDSETRTCDEC and WebRTCError are not TRTC; nor are the call
# kit and the Electron SDK TRTC's Web SDK. A comment that silences us is no evidence.
_NO_COMMENT = r"(?!:[ \t]*[iI](?:gn|ng|GN|NG))"
_TRTC = _Words(
    (
        ("trtc",),
        r"(?<![A-Za-z@])trtc(?!-(?:calling|electron|react|wx|component|cloud))" + _NO_COMMENT,
    ),
    (("TRTC",), r"(?<![A-Z])TRTC(?!Calling)" + _NO_COMMENT),
    (("Trtc",), "Trtc" + _NO_COMMENT),
    (("RtcError",), r"\bRtcError\b"),
    (("实时音视频",), _CHINESE_NAME),
)
_WITHOUT = regex(rb"(?i)(?:without|non?|not)[-_. ]trtc")
# Names no other SDK gives a constant.
_OWN_NAMES = _Words(*(((name,), rf"(?<!\w){name}(?!\w)") for name in sorted(RARE_NAMES)))


_FREE = r"(?:(?<![\w$.])|(?<=window\.)|(?<=globalThis\.)|(?<=self\.))"
"""Before a name that is no member of something, or of all that is global."""


def _calls(product: Product) -> tuple[tuple[str, ...], str] | None:
    """What one SDK alone has: its calls, and the global of another vendor; None for nothing."""
    named = [re.escape(name) for name in product.calls if name[0] != "."]
    given = product.globals if product.family != "trtc" else ()
    named += [rf"{name}(?=\s*\.)" for name in given]
    members = [rf"{re.escape(name)}(?=\s*\()" for name in product.calls if name[0] == "."]
    own = [rf"{_FREE}(?:{'|'.join(named)})(?![\w$])"] if named else []
    if not own and not members:
        return None
    return (*product.calls, *given), f"(?P<{product.key}>{'|'.join([*own, *members])})"


_WRITTEN = (
    (
        ("ErrorCode", "ExtraCode"),
        r"\b(?:(?:Trtc)?ErrorCode|Trtc(?:V5)?ExtraCode)"
        r"(?:\s*+=(?:\s*+Object\.freeze\()?)?\s*+\{++[^{}]*+\}"
        r"|\bTrtc(?:ErrorCode|(?:V5)?ExtraCode)\b",
    ),
    (("flake8_trtc",), r"\bflake8_trtc\b"),
    *(((f".{name}",), rf"(?<=\.){name}(?!\w)") for name in sorted(RARE_NAMES)),
)
"""The fix's own words: a declaration, a name for it, an import, a constant."""
_CALLS = _Words(*filter(None, map(_calls, PRODUCTS)))
_GENERATIONS = frozenset({"v4", "v5"})


def _in_any_case(*patterns: str) -> _Words:
    """Patterns of one word each, found in lower and upper case and as it is written here."""
    bare = ((pattern.replace(r"\b", ""), pattern) for pattern in patterns)
    return _Words(*(((word, word.lower(), word.upper()), f"(?i:{part})") for word, part in bare))


FOREIGN = _in_any_case(
    "MetaTrader", r"\bmt5\b", "IKEv2", "ISAKMP", r"\bike_", "GeoTIFF", "GeoKey", r"\bDoIP"
)
"""Others that use the same numbers: what they say counts where nothing speaks of TRTC."""
CHARACTERS = _in_any_case("unicodedata", "codepoint", "codePoint", "CodePoint", r"\bLZW\b")
"""Words for characters, whose numbers are the same, too: every file may have some. They count in
the scope that they are in."""
_EXTRA = _Words((("extraCode",), r"(?<![\w$])extraCode(?![\w$])"))
_COMMENT = regex(rb"^\s*(?:\*|/\*|#|<!--)|(?:^|[\s;{}),])//|\s#\s|/\*")


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
        written = _written(tuple(own)).within(utf8)
        self._utf8 = utf8 if written is None else written.sub(_blank, utf8)
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
        self._found: dict[tuple[_Words, bool], tuple[list[int], list[_Match]]] = {}
        self._nearest: dict[tuple[_Patterns, bool, Span, int], _Heard | None] = {}

    def uses(self, site: Site) -> Uses | None:
        """The SDKs that the code around a site uses; None without evidence."""
        loaded, reason = self._loaded(site)
        word = self._word(site)
        if not loaded:
            return self._named(word.reason, loaded) if word else self._foreign(site)
        if loaded & ALONE:
            return Uses(loaded, reason)
        if "web" in loaded or (word and (word.near or loaded <= BESIDE)):
            return self._named(word.reason if word else reason, loaded)
        if word and loaded <= LIBRARIES:
            return self._named(word.reason, loaded)._replace(doubt=True)
        return Uses(loaded, reason)

    def _foreign(self, site: Site) -> Uses | None:
        """Nobody's SDK, where others are named that use the same numbers."""
        for patterns in ((FOREIGN, CHARACTERS), (FOREIGN,)):
            for comments in (False, True):
                found = self._near(site, patterns, comments=comments)
                if found is not None and (found.near or CHARACTERS not in patterns):
                    return Uses(frozenset(), found.reason)
        return None

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

    def _first(self, pattern: _Words, scope: Span, comments: bool) -> _Match | None:
        """The first match in a scope. The text is searched once, however many scopes there are."""
        if (pattern, comments) not in self._found:
            parted: tuple[list[_Match], list[_Match]] = [], []
            found = pattern.within(self._utf8)
            for match in found.finditer(self._utf8) if found is not None else ():
                parted[_in_comment(self._utf8, match.start())].append(match)
            for kind in (False, True):
                starts = [match.start() for match in parted[kind]]
                self._found[pattern, kind] = starts, parted[kind]
        starts, matches = self._found[pattern, comments]
        at = bisect_left(starts, scope.start)
        return matches[at] if at < len(starts) and matches[at].end() <= scope.end else None


@cache
def _written(own: tuple[str, ...]) -> _Words:
    """What the fix writes in a project that has such names and modules."""
    telling = (name for name in own if _TRTC.search(name.encode()))
    names = (
        ((name,), rf"(?<![\w.]){re.escape(name)}(?!\w)") for name in sorted(telling, key=len)[::-1]
    )
    aliases = (((f"Trtc{name}",), rf"\bTrtc{name}\b") for name in own if name.isidentifier())
    return _Words(*_WRITTEN, *names, *aliases)


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


_Match = re.Match[bytes]
_Patterns = tuple[_Words, ...]
_NOTHING = regex(b"").match(b"") or next(re.finditer(b"", b""))
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
