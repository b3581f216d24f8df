"""Words that are looked for before a pattern is: they change nothing of what it finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_trtc.detect import uses
from flake8_trtc.languages import loads


def test_words_narrow_a_search_and_change_nothing() -> None:
    """A pattern of those parts alone whose words a text holds finds what all of them find."""
    examples = Path(__file__).parents[1] / "docs" / "examples"
    texts = [path.read_bytes() for path in sorted(examples.rglob("*")) if path.is_file()]
    texts += [
        b"",
        b"TRTC.create(); AgoraRTC.x; Trtc: ignore",
        "实时音视频 JOIN_ROOM_FAILED".encode(),
    ]
    every = (uses._TRTC, uses._OWN_NAMES, uses._CALLS, uses._EXTRA, uses._written(("trtc_codes",)))
    found = 0
    for words in every:
        whole = re.compile("|".join(part for _, part in words._parts).encode())
        for text in texts:
            narrow = words.within(text)
            told = [(item.span(), item.lastgroup) for item in (narrow or _NEVER).finditer(text)]
            assert told == [(item.span(), item.lastgroup) for item in whole.finditer(text)]
            found += len(told)
    assert found > 100


_NEVER = re.compile(rb"(?!)")


@pytest.mark.parametrize("word", uses._FOREIGN_WORDS)
def test_words_of_others(word: bytes) -> None:
    """Each word that is looked for first is one that others' pattern finds, in either case."""
    assert uses.FOREIGN.search(word)
    assert uses.FOREIGN.search(word.upper())


@pytest.mark.parametrize("name", ["trtc-js-sdk", "TrTc", "agora-rtc-sdk-ng", "MetaTrader5", "none"])
def test_a_mention_is_told_as_the_pattern_tells_it(name: str) -> None:
    """The quick search for a name of an SDK says what the pattern says."""
    utf8 = f"import x from '{name}'".encode()
    assert loads._mentions(utf8) is (loads._MENTION.search(utf8) is not None)
