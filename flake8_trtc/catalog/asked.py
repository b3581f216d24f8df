"""Questions to explain: anything with a code in it, a name that is nearly one, or words for it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_trtc.catalog import elsewhere, liteav_codes, v5_codes
from flake8_trtc.catalog.codes import BY_NAME, CAPTURE_ERRORS, CONSTANTS, DETAILS
from flake8_trtc.catalog.explain import Answer, look_up, names_other
from flake8_trtc.catalog.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_trtc.catalog.explain import Entry

_NUMBER = re.compile(r"(?<![\w.])-?(?:0[xX][\da-fA-F]{1,8}|\d{2,9})(?![\w]|\.\d)")
_BARE_HEX = re.compile(r"[14][\da-fA-F]{3}|[fF]{4}")
_NAME = re.compile(r"[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)+|[A-Z]{5,}")
_WORD = re.compile(r"[a-z]{3,}")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ALIKE = 0.75
"""How alike a misspelt name is to the one that is meant, at least."""
_MOST = 3
_ENOUGH = 0.35
"""The share of a question's weight that an entry has to bear to be an answer."""
_SAME_STEM = 5
"""Letters that two forms of one word have in common: publish, publishing."""
_NAME_WEIGHT, _SUMMARY_WEIGHT, _TEXT_WEIGHT = 3.0, 2.0, 1.0
_COMMON = frozenset(
    "the and for with what does mean why when how can not error code trtc sdk web get got from "
    "that this are was has have had you our his her its user users app page call calls function "
    "after before into out all any but also only there then than who will shows show".split()
)

# By their stems: words that people say for those of the catalog.
_SYNONYMS = {
    "kicke": "remov", "kick": "remov", "banne": "remov", "mic": "micro", "webca": "camer",
    "denie": "allow", "refus": "allow", "overd": "arrea", "unpai": "arrea", "money": "arrea",
    "lagg": "netwo", "disco": "recon", "offli": "netwo", "expir": "users", "muted": "autop",
}  # fmt: skip


def asked(query: str) -> list[Answer]:
    """The answers to a question, the likeliest first; [] where there is none.

    In this order, the first that finds something: what `look_up` takes; codes that the text
    mentions as logs do; numbers and names in it; a number that lacks its 0x; a misspelt name; the
    words of it, English or Chinese.
    """
    exact = look_up(query)
    if exact is not None:
        return [exact]
    if " " not in query and names_other(query.rpartition(".")[0]):
        return []  # a member that it has not
    ways = (_mentioned, _tokens, _bare_hexadecimal, _misspelt, _words)
    return next((found for way in ways if (found := _distinct(way(query)))), [])


def _distinct(entries: Iterable[Entry]) -> list[Answer]:
    """An answer for each entry, with what else has its number; each once."""
    answers: list[Answer] = []
    seen: set[tuple[object, ...]] = set()
    for entry in entries:
        value = getattr(entry, "value", None)
        others = elsewhere.by_value(value) if value is not None else []
        key = _key(entry)
        if key not in seen:
            rest = (item for item in others if _key(item) not in {*seen, key})
            answers.append(Answer(entry, tuple(rest)))
            seen |= {key, *map(_key, others)}
    return answers


def _key(entry: Any) -> tuple[object, ...]:
    return type(entry), getattr(entry, "name", None), getattr(entry, "value", None)


def _mentioned(query: str) -> Iterator[Entry]:
    found = sorted(mentions(query.encode("utf-8", "replace")), key=lambda item: item.start)
    return (item.entry for item in found)


def _tokens(query: str) -> Iterator[Entry]:
    """The codes that numbers and names in a text are; a short number only if the text says TRTC."""
    for match in re.finditer(f"{_NUMBER.pattern}|{_NAME.pattern}", query):
        text = match[0]
        if _NUMBER.fullmatch(text) and len(text.lstrip("-0xX")) < 4:
            continue
        found = look_up(text)
        if found is not None and not hasattr(found.entry, "fixable"):
            yield found.entry


def _bare_hexadecimal(query: str) -> Iterator[Entry]:
    """4043 for 0x4043, as people copy it."""
    for match in re.finditer(r"(?<![\w.])\w{4}(?![\w.])", query):
        constant = CONSTANTS.get(int(match[0], 16)) if _BARE_HEX.fullmatch(match[0]) else None
        if constant is not None:
            yield constant


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
    wanted = [term for term in _terms(query) if term not in _COMMON]
    rarity = _rarity()
    known = {term: rarity[term] for term in wanted if term in rarity}
    most = max(rarity.values())
    # What the catalog never says is in no answer; of Chinese that is mostly how a question is put.
    total = sum(rarity.get(term, most if term.isascii() else 1.0) for term in set(wanted))
    if not known:
        return []
    scored = []
    for page in _pages():
        held = [
            (page.weights[term], weight) for term, weight in known.items() if term in page.weights
        ]
        share = sum(weight for _, weight in held) / total
        if share >= _ENOUGH:
            scored.append((sum(own * weight for own, weight in held), page.entry))
    scored.sort(key=lambda item: -item[0])
    best = scored[0][0] if scored else 0.0
    return [entry for score, entry in scored[:_MOST] if score >= 0.6 * best]


def _terms(text: str) -> list[str]:
    """The words of a text by their stems, and the pairs of Chinese characters in it."""
    words = [word[:_SAME_STEM] for word in _WORD.findall(text.lower()) if word not in _COMMON]
    pairs = [run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)]
    return [_SYNONYMS.get(word, word) for word in words] + pairs


@cache
def _pages() -> tuple[_Page, ...]:
    entries: list[Any] = [
        *CONSTANTS.values(), *v5_codes.CODES.values(), *v5_codes.EXTRA_CODES.values(),
        *liteav_codes.CODES.values(), *DETAILS.values(), *CAPTURE_ERRORS.values(),
    ]  # fmt: skip
    return tuple(_Page(entry, _weights(entry)) for entry in entries)


def _weights(entry: Any) -> dict[str, float]:
    weights: dict[str, float] = {}
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", getattr(entry, "name", "")).replace("_", " ")
    parts = [
        (_TEXT_WEIGHT, getattr(entry, part, None)) for part in ("description", "advice", "note")
    ]
    parts += [(_SUMMARY_WEIGHT, getattr(entry, "summary", None))]
    texts = [(weight, f"{text.en} {text.zh}") for weight, text in parts if text is not None]
    for weight, text in [*texts, (_NAME_WEIGHT, name)]:
        for term in _terms(text):
            weights[term] = max(weight, weights.get(term, 0.0))
    return weights


@cache
def _rarity() -> dict[str, float]:
    """How much a word says: the rarer, the more."""
    pages = _pages()
    held = Counter(term for page in pages for term in page.weights)
    return {term: log(1 + len(pages) / count) for term, count in held.items()}
