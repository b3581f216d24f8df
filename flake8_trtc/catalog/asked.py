"""Questions to explain: anything with a code in it, a name that is nearly one, or words for it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog import elsewhere, liteav_codes, v5_codes
from flake8_trtc.catalog.codes import BY_NAME, CAPTURE_ERRORS, CONSTANTS, DETAILS
from flake8_trtc.catalog.explain import Answer, look_up, names_other
from flake8_trtc.catalog.mentions import identity, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_trtc.catalog.explain import Entry
    from flake8_trtc.catalog.mentions import Identity

_NUMBER = regex(r"(?<![\w.])-?(?:0[xX][\da-fA-F]{1,8}|\d{2,9})(?![\w]|\.\d)")
_WHOLE = regex(r"(?<=^\d{4})\.0+$|(?<=^\d{5})\.0+$")
_BARE_HEX = regex(r"[14][\da-fA-F]{3}|[fF]{4}")
_NAME = regex(r"[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)+|[A-Z]{5,}")
_EVENT = regex(r"\b[a-z]+(?:-[a-z]+)+\b")
_TOKEN = regex(
    rf"{_NUMBER.pattern}|{_NAME.pattern}|{_EVENT.pattern}|\b(?:{'|'.join(CAPTURE_ERRORS)})\b"
)
_PLAYS = regex(r"\b(?:auto)?play|播放", re.IGNORECASE)
_FAILS = regex(r"err|fail|\bcode|码|错|报|失败", re.IGNORECASE)
_NO_SIGN = regex(r"(?<![\w.-])\d{4,6}(?![\w.])")
_WORD = regex(r"[a-z][a-z\d]{2,}|\bid\b")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_HAN = regex(r"[\u4e00-\u9fff]+")
_NO_NAME = regex(r"\w{101,}", re.ASCII)
"""A word that is too long for a name or a number: data, as Base64 is."""
_ALIKE = 0.75
"""How alike a misspelt name is to the one that is meant, at least."""
_MOST = 3
_ENOUGH, _STRONG = 0.3, 8.0
"""The share of a question's weight that an answer bears, or how much of it its name does."""
_ENDING = regex(r"(?<=[a-z]{3})(?:at(?:ion|e)|ing|ion|er|ed|e|y)?s?$")
"""What two forms of one word differ in: publish, publishing."""
_NAME_WEIGHT, _SUMMARY_WEIGHT, _TEXT_WEIGHT = 3.0, 2.0, 1.0
_COMMON = frozenset(
    "the and for with what does mean why when how can not error code trtc sdk web get got "
    "from that this are was has have had you our his her its user users app call calls "
    "function after before into out all any but also only there then than who will shows show "
    "some more most such own same too very just now don won isn doesn didn nobody somebody "
    "someone something nothing always never still yet again because while during their here "
    "which would could should may might must been being were did done having please hello "
    "thanks help try tried keep keeps right gets getting goes going come comes say says said "
    "soon one two 怎么 么办 什么 为什 是不 不是 一直 以后 时候 提示 出现 报错 错误 请问 如何 "
    "怎样 收到 一下 这个 那个 现在 然后 还是 是否 问题 原因 解决 没有 必须 就报 误码".split()
)

# What people say, and the catalog's words for it.
_PHRASES = (
    (regex(r"\bused by\b|\bin use\b|\boccupied\b|占用", re.IGNORECASE), "busy 占用"),
    (
        regex(r"\bno sound\b|\b(?:silent|can't hear)\b|没有?声音|听不[到见]", re.IGNORECASE),
        "autoplay 自动播放",
    ),
    (regex(r"\bpermissions?\b", re.IGNORECASE), "allowed"),
    (regex("(?:没有?|无|弹).{0,3}(?:权限|授权)"), "not allowed 拒绝授权"),
    (regex("断开|断线|掉线|断连"), "reconnect 重连"),
)
_SYNONYMS = {
    "kicked": "removed", "kick": "removed", "banned": "removed", "mic": "microphone",
    "webcam": "camera", "denied": "allowed", "deny": "allowed", "refused": "allowed",
    "overdue": "arrears", "unpaid": "arrears", "money": "arrears", "lag": "network",
    "disconnected": "reconnect", "offline": "network", "muted": "autoplay", "https": "http",
    "interrupted": "aborted", "params": "parameter", "param": "parameter", "illegal": "invalid",
    "malformed": "invalid", "wrong": "invalid", "occupied": "busy",
}  # fmt: skip


def asked(query: str) -> list[Answer]:
    """The answers to a question, the likeliest first; [] where there is none.

    Full-width letters and digits are read as others, 16388.0 as 16388, as tables write it.
    In this order, the first that finds something: what `look_up` takes; the rules of a family
    (TRT4); codes that the text mentions as logs do; numbers and names in it; a number that lacks
    its 0x or its minus sign; a misspelt name; the words of it, English or Chinese.
    """
    query = _NO_NAME.sub(" ", _WHOLE.sub("", normalize("NFKC", query)))
    exact = look_up(query)
    if exact is not None:
        return [exact]
    if family := _family(query.strip().upper()):
        return family
    if " " not in query and names_other(query.rpartition(".")[0]):
        return []  # a member that it has not
    ways = (_mentioned, _tokens, _bare_hexadecimal, _unsigned, _misspelt, _words)
    return next((found for way in ways if (found := _distinct(way(query)))), [])


def _family(prefix: str) -> list[Answer]:
    """The rules that a prefix selects, as `select` and `enable-extensions` take it."""
    if not prefix.startswith("TRT"):
        return []
    from flake8_trtc.catalog.rules import RULES

    return [Answer(rule) for code, rule in RULES.items() if code.startswith(prefix)]


def _distinct(entries: Iterable[Entry]) -> list[Answer]:
    """An answer for each entry, with what else has its number; each once."""
    answers: list[Answer] = []
    seen: set[Identity] = set()
    for entry in entries:
        value = getattr(entry, "value", None)
        others = elsewhere.by_value(value) if value is not None else []
        key = identity(entry)
        if key not in seen:
            rest = (item for item in others if identity(item) not in {*seen, key})
            answers.append(Answer(entry, tuple(rest)))
            seen |= {key, *map(identity, others)}
    return answers


def _mentioned(query: str) -> Iterator[Entry]:
    found = sorted(mentions(query.encode("utf-8", "replace")), key=lambda item: item.start)
    return (item.entry for item in found)


def _tokens(query: str) -> Iterator[Entry]:
    """The codes that numbers and names in a text are; a short number only if the text says TRTC."""
    for match in _TOKEN.finditer(query):
        text = match[0]
        if _NUMBER.fullmatch(text) and len(text.lstrip("-0xX")) < 4:
            continue
        if text == "NotAllowedError" and _PLAYS.search(query):
            yield BY_NAME["PLAY_NOT_ALLOWED"]  # play() throws it, too
        found = look_up(text.replace("-", "_") if text[0].islower() else text)
        if found is not None and not hasattr(found.entry, "fixable"):
            yield found.entry


def _bare_hexadecimal(query: str) -> Iterator[Entry]:
    """4043 for 0x4043, as people copy it."""
    for match in re.finditer(r"(?<![\w.])\w{4}(?![\w.])", query):
        constant = CONSTANTS.get(int(match[0], 16)) if _BARE_HEX.fullmatch(match[0]) else None
        if constant is not None:
            yield constant


def _unsigned(query: str) -> Iterator[Entry]:
    """3301 for -3301, where the text speaks of an error."""
    for match in _NO_SIGN.finditer(query) if _FAILS.search(query) else ():
        named = elsewhere.by_value(-int(match[0]))
        yield from [item for item in named if item.name.startswith("ERR_")][:1]


def _misspelt(query: str) -> Iterator[Entry]:
    """Names that the names in a text are nearly."""
    from difflib import get_close_matches

    known: dict[str, Entry] = {
        **BY_NAME,
        **{row.name: row for row in v5_codes.CODES.values() if row.name not in BY_NAME},
        **{row.name: row for row in v5_codes.EXTRA_CODES.values() if row.name not in BY_NAME},
        **{row.name: row for row in liteav_codes.CODES.values()},
    }
    for match in _NAME.finditer(query):
        wanted = match[0].upper()
        starts = [name for name in known if name.startswith(wanted) and len(wanted) > 5]
        close = starts[:1] or get_close_matches(wanted, known, n=1, cutoff=_ALIKE)
        yield from (known[name] for name in close)


class _Page(NamedTuple):
    """An entry, and the weight of each word and pair of characters that is in its texts."""

    entry: Entry
    weights: dict[str, float]


def _words(query: str) -> list[Entry]:
    """The entries whose texts have most of a question's words; a rare word counts more."""
    said = " ".join(words for pattern, words in _PHRASES if pattern.search(query))
    text = query if " " in query else query.lower()  # a name alone is not taken apart
    wanted = _terms(f"{text} {said}")
    rarity = _rarity()
    known = {term: rarity[term] for term in wanted if term in rarity}
    # What the catalog never says is in no answer; of Chinese that is mostly how a question is put.
    total = sum(rarity.get(term, 0.0 if " " in term else 1.0) for term in wanted)
    if not known:
        return []
    scored = []
    for page in _pages():
        held = [
            (page.weights[term], weight) for term, weight in known.items() if term in page.weights
        ]
        share = sum(weight for _, weight in held) / total
        strong = sum(weight for own, weight in held if own == _NAME_WEIGHT)
        many = len(held) >= min(len(wanted) - 1, 2)  # one word of several may be there by chance
        if strong >= _STRONG or (share >= _ENOUGH and (many or strong)):
            scored.append((sum(own * weight for own, weight in held), page.entry))
    scored.sort(key=lambda item: -item[0])
    best = scored[0][0] if scored else 0.0
    return [entry for score, entry in scored[:_MOST] if score >= 0.6 * best]


def _terms(text: str) -> list[str]:
    """The stems of a text's words, and pairs of those side by side; of Chinese, of characters."""
    stems: list[str] = []
    for form in dict.fromkeys((text, _CAMEL.sub(" ", text))):
        words = _WORD.findall(form.lower().replace("h.26", "h26"))
        found = [_stem(_SYNONYMS.get(word, word)) for word in words if word not in _COMMON]
        stems += [*found, *map(" ".join, pairwise(found))]
    pairs = [run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)]
    return list(dict.fromkeys(stems + [pair for pair in pairs if pair not in _COMMON]))


def _stem(word: str) -> str:
    return _ENDING.sub("", word)


@cache
def _pages() -> tuple[_Page, ...]:
    entries: list[Any] = [
        *CONSTANTS.values(), *v5_codes.CODES.values(), *v5_codes.EXTRA_CODES.values(),
        *liteav_codes.CODES.values(), *DETAILS.values(), *CAPTURE_ERRORS.values(),
    ]  # fmt: skip
    return tuple(_Page(entry, _weights(entry)) for entry in entries)


def _weights(entry: Any) -> dict[str, float]:
    name = getattr(entry, "name", "").replace("_", " ")
    summary = getattr(entry, "summary", None) or entry.description
    parts = [getattr(entry, part, None) for part in ("description", "advice", "note")]
    texts = [(_NAME_WEIGHT, name), (_SUMMARY_WEIGHT, summary.en), (_NAME_WEIGHT, summary.zh)]
    texts += [(_TEXT_WEIGHT, f"{text.en} {text.zh}") for text in parts if text is not None]
    weights: dict[str, float] = {}
    for weight, text in texts:
        for term in _terms(text):
            weights[term] = max(weight, weights.get(term, 0.0))
    return weights


@cache
def _rarity() -> dict[str, float]:
    """How much a word says: the rarer, the more."""
    pages = _pages()
    held = Counter(term for page in pages for term in page.weights)
    return {term: log(1 + len(pages) / count) for term, count in held.items()}
