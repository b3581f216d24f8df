"""Words that are looked for before a pattern is: they change nothing of what it finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from marked import found as findings

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
        whole = re.compile("|".join(dict.fromkeys(part for _, part in words._parts)).encode())
        for text in texts:
            narrow = words.within(text)
            told = [(item.span(), item.lastgroup) for item in (narrow or _NEVER).finditer(text)]
            assert told == [(item.span(), item.lastgroup) for item in whole.finditer(text)]
            found += len(told)
    assert found > 100


_NEVER = re.compile(rb"(?!)")


@pytest.mark.parametrize(
    "text",
    "MetaTrader metatrader METATRADER mt5 MT5 IKEv2 ikev2 ISAKMP ike_notify GeoTIFF geotiff "
    "GeoKey DoIP doip".split(),
)
def test_names_of_others_speak_for_the_file(text: str) -> None:
    assert findings(f"# {text}\nif error_code == 16388: pass\n") == []
    assert findings(f"# trtc {text}\nif error_code == 16388: pass\n") == [(2, 18, "TRT001")]


@pytest.mark.parametrize("text", ["codepoint", "CODEPOINTS", "fromCodePoint", "unicodedata", "lzw"])
def test_words_for_characters_speak_for_their_scope(text: str) -> None:
    near = f"def f(error_code):\n    {text}\n    return error_code == 16388\n"
    assert findings(near) == []
    far = f"def g(): return {text}\ndef f(error_code):\n    return error_code == 16388\n"
    assert findings(far) == [(3, 26, "TRT001")]
    assert findings(f"import {text}\n" + far[far.index("def f") :]) == [(3, 26, "TRT001")]


def test_words_of_others_are_whole() -> None:
    assert findings("amt5x = spike_x = lzwx = xdoip = 1\nif error_code == 16388: pass\n")


def test_mentions_stand_where_a_pattern_of_all_finds_them() -> None:
    """The search for the names of SDKs, one by one, finds what one pattern of them all does."""
    names = loads._DISTINCTIVE
    pattern = re.compile(b"|".join([b"(?i:trtc)", *map(re.escape, names)]))
    utf8 = b" TrTc trtc-js-sdk none ".join([b"import x", *names])
    found = loads._mentions(utf8, names)
    assert {match.span() for match in pattern.finditer(utf8)} <= set(found)
    assert found == sorted(found)
    assert loads._mentions(b"rtc none", names) == []
