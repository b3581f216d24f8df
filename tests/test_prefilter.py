"""The search beside one that is slow and obvious: it may miss nothing, on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import found

from flake8_trtc.catalog import _codes
from flake8_trtc.catalog._codes import NAMES, RARE_NAMES
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS
from flake8_trtc.languages import prefilter
from flake8_trtc.languages.prefilter import candidates

VALUES = {*CONSTANTS, *DETAILS}
RARE = {value for value, constant in CONSTANTS.items() if constant.rare}
OTHERS = {*_codes.V5, *_codes.V5_EXTRA, *_codes.LITEAV} - {0}
MENTIONS = ("TRTC", "trtc", "Trtc", "RtcError", "liteav", "实时音视频", *RARE_NAMES)
GETTERS = ("getCode", "get_code", "createClient", "client.join", "localStream")
SPOKEN = ("liteav", "ERROR_CODE", "extraCode", "v5", "TRTC.create", "TRTC.EVENT", "trtc-sdk-v5")
# An operand before a minus makes it a subtraction, or a word: utf-8.
SIGN = re.compile(r"(?:^|[^A-Za-z0-9_)\]]|return|case|or|in|\\n|\\x20)-$")
Spans = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
_LONGEST = 30
"""Characters of a number that the slow search goes to."""


def test_the_numbers_are_the_catalog_s() -> None:
    assert set(_codes.RARE) == RARE
    assert {*_codes.RARE, *_codes.COMMON} == set(CONSTANTS)
    assert set(_codes.DETAILS) == set(DETAILS)
    assert set(_codes.NAMES) == set(BY_NAME)


MISUSED = re.compile(r"(?<![\w$])(?:getCode|getExtraCode|RtcError|liteav)(?![\w$])", re.ASCII)


def slow(text: str, *, whole: bool, constants: tuple[str, ...]) -> Spans | None:
    """What `candidates` finds, by trying every place."""
    others = re.search(
        r"liteav|ERROR_CODE|extraCode|v5|TRTC\.(create|EVENT|TYPE|isSupported)\b|trtc[\w./@?=-]*5",
        text,
        re.ASCII,
    )
    values = VALUES | OTHERS if others else VALUES
    numbers = [(span, value) for span, value in slow_numbers(text, values) if value in values]
    spans = {span for span, _ in numbers}
    if others:  # whatever an error's code is compared with
        compared = r"(?:[!=]==?|\bcase)\s*-?\s*([1-9]\w*)"
        spans |= {match.span(1) for match in re.finditer(compared, text, re.ASCII)}
    misused = others is not None or "client-banned" in text
    names = [
        match.span()
        for match in re.finditer(r"[A-Za-z0-9_]+", text)
        if match[0] in {*BY_NAME, *constants}
    ]
    speaks = whole or any(word in text for word in (*MENTIONS, *constants))
    if not speaks and not any(value in RARE for _, value in numbers):
        return None
    if not spans and not names and not (misused and MISUSED.search(text)):
        return None
    return tuple(sorted(spans)), tuple(names)


def slow_numbers(text: str, values: set[int] = VALUES) -> list[tuple[tuple[int, int], int]]:
    """Every number as Python reads it, by its span; a minus sign before it counts."""
    found = []
    for start in range(len(text)):
        if start and re.match(r"[A-Za-z0-9_.$#]", text[start - 1]):
            continue
        for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
            piece, after = text[start:end], text[end : end + 1]
            based = piece[1:2] in {*"xXoObB"}
            inside = "0123456789abcdefABCDEF_" if based else "0123456789_."
            if not re.fullmatch(r"[A-Za-z0-9_]+", piece) or (after and after in inside):
                continue
            try:
                value = int(piece, 0)
            except ValueError:
                continue
            minus = not based and SIGN.search(text[:start].rstrip()) is not None
            found.append(((start, end), -value if minus and -value in values else value))
    return found


def spell(value: int, base: str, zeros: int, marks: list[bool], *, upper: bool) -> str:
    """A value in a base, with zeros before it and underscores between its digits."""
    digits = format(abs(value), base)
    if base != "d":
        digits = "0" * zeros + digits
    digits = digits[0] + "".join(
        ("_" if mark else "") + digit
        for digit, mark in zip(digits[1:], [*marks, *[False] * len(digits)], strict=False)
    )
    text = digits if base == "d" else f"0{base}{digits}"
    return ("-" if value < 0 else "") + (text.upper() if upper else text)


spelled = st.builds(
    spell,
    st.sampled_from(sorted(VALUES))
    | st.sampled_from([4095, 16384, 16393, 16462, 65536, -9, 70000]),
    st.sampled_from("dxob"),
    st.integers(0, 2),
    st.lists(st.booleans(), max_size=6),
    upper=st.booleans(),
)
words = st.sampled_from(
    [*sorted(MENTIONS), *GETTERS, *SPOKEN, "TRTc", "_FAILED", "rtc", "tcError", "FAILED", "_FAILE", "Code", "get", "ErrorCode", "TRTC_CODES",
     *BY_NAME, "0", "1", "16", "40", "e5", "n", "utf-8", "x-8", "return-8", "\\n-8", "\\x20-8", "or-8", ")-8"]
)  # fmt: skip
between = st.sampled_from([*" \n\t,.:;=()-_$#xE'\"", "- ", "é", "错", "-\n", ""])
texts = st.lists(st.tuples(spelled | words, between), max_size=8).map(
    lambda parts: "".join(piece for part in parts for piece in part)
)


@pytest.fixture(params=["fast", "plain"], autouse=True)
def searched(request: pytest.FixtureRequest) -> Iterator[None]:
    """With the extra `fast`, and without."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "plain":
            patch.setattr(prefilter, "FAST", False)
        yield


def in_bytes(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    return tuple((len(text[:start].encode()), len(text[:end].encode())) for start, end in spans)


@settings(max_examples=600, deadline=None)
@given(texts, st.booleans(), st.sampled_from([("ErrorCode",), ("ErrorCode", "TRTC_CODES")]))
def test_nothing_is_missed_and_nothing_is_made_up(
    text: str, whole: bool, constants: tuple[str, ...]
) -> None:
    expected = slow(text, whole=whole, constants=constants)
    found = candidates(text.encode(), whole=whole, constants=constants)
    if expected is not None:
        numbers, names = expected
        expected = in_bytes(text, numbers), in_bytes(text, names)
    if found is not None and found.mentions:  # what may be misused has no number
        expected = expected or ((), ())
    assert found is None if expected is None else found is not None and found[:2] == expected


@pytest.mark.parametrize("base", "dxob")
@pytest.mark.parametrize("value", sorted(VALUES))
def test_every_spelling(value: int, base: str) -> None:
    if value < 0 and base != "d":
        return
    for marks in ([], [True], [False, True], [True] * 20):
        for upper in (False, True):
            for zeros in (0, 3):
                text = spell(value, base, zeros, marks, upper=upper)
                number = text.lstrip("-")
                start = 5 + len(text) - len(number)
                found = candidates(f"if (({text})) trtc".replace("((", "(", 1).encode())
                assert found is not None
                assert found[:2] == (((start - 1, start - 1 + len(number)),), ()), text


PYTHON = "def handle(err, error_code):\n    page = '{word}'\n    if {subject} == {number}:\n        pass\n"
SCRIPT = "function handle(err, errorCode) {{\n  {word};\n  if ({subject} === {number}) {{}}\n}}\n"
NUMBERS = ("4099", "16388", "0x4043", "-100013", "-8", "70001", "'4099'", "'16388'", "'-100013'")
SUBJECTS = ("err.{getter}()", "error_code", "errorCode", "x")


@pytest.mark.parametrize("word", sorted({*MENTIONS, *NAMES, "ErrorCode", "other"}))
def test_what_it_leaves_out_has_no_finding(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        (path, form.format(word=word, subject=subject.format(getter=getter), number=number))
        for path, form in (("a.py", PYTHON), ("a.js", SCRIPT))
        for getter in GETTERS
        for subject in SUBJECTS
        for number in NUMBERS
    ]
    fast = [found(text, path) for path, text in texts]
    monkeypatch.setattr(
        "flake8_trtc.detect.scan.candidates",
        lambda utf8, whole, **rest: candidates(utf8, whole=True, **rest),
    )
    everything = [found(text, path) for path, text in texts]
    assert fast == everything
    assert any(everything)


def spans(text: bytes) -> Spans | None:
    found = candidates(text)
    return None if found is None else found[:2]


@pytest.mark.parametrize("before", [0, 1, 7, prefilter._WINDOW - 3, prefilter._WINDOW + 1, 200_000])
@pytest.mark.parametrize("filler", ["x ", "0x4 ", "get_cod"])
@pytest.mark.parametrize("piece", ["16388", "0x0004_043", "trtc 70001", "RtcError -8"])
def test_a_long_text(piece: str, filler: str, before: int) -> None:
    start = filler * (before // len(filler)) + " " * (before % len(filler)) + "(;"
    text = start + piece + ") " + filler * 50_000
    number = piece.split(" ")[-1].lstrip("-")
    at = text.index(number, len(start))
    assert spans(text.encode()) == (((at, at + len(number)),), ())
    assert candidates((start + ") " + filler * 50_000).encode()) is None


def test_the_number_of_an_issue_is_no_code() -> None:
    assert spans(b"x = 1  # see #16388 and (16388)\n") == (((25, 30),), ())
    assert candidates(b"x = 1  # see #16388.\n<a href='#16385'>&#16386;</a>\n") is None
