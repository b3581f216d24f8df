"""What is said of a constant beside its number, and how it is wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from flake8_trtc.catalog.codes import Constant
from flake8_trtc.catalog.phrases import Wording

WIDTH = 79
"""Columns of a line; a Chinese character takes two."""
# A line breaks at blanks and beside a wide character, but not before the marks that close.
_WORD = re.compile(
    r"\s*(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[,。、;:?!)】》”’]*[\x21-\x2f\x3a-\x3e]*"
)


class Said(NamedTuple):
    """paragraphs: what it means and what to do; since, retired: a phrase each, or None."""

    paragraphs: tuple[str, ...]
    since: str | None
    retired: str | None


def said(constant: Constant, language: str) -> Said:
    """What is said of a constant in "en" or "zh"."""
    words = Wording(language)
    meaning = words.of(constant.description)
    advice = () if constant.advice is None else (words.of(constant.advice),)
    retired = [
        words.say(key).format(version)
        for key, version in (
            ("deprecated", constant.deprecated),
            ("not_thrown_since", constant.not_thrown_since),
        )
        if version is not None
    ]
    if retired and constant.replacement is not None:
        retired.append(words.of(constant.replacement))
    between = ";" if language == "zh" else "; "
    return Said(
        tuple(line for text in (meaning, *advice) for line in text.split("\n")),
        None if constant.since is None else f"v{constant.since}",
        between.join(retired) or None,
    )


def about(language: str) -> tuple[str, str]:
    """What the constants are as a whole, and what one of them is: a sentence each."""
    if language == "zh":
        return "腾讯云 TRTC Web SDK v4 的错误码。", "`RtcError.getCode()` 的返回值。"
    return (
        "The error codes of Tencent's TRTC Web SDK v4.",
        "What `RtcError.getCode()` returns.",
    )


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a paragraph; a word wider than a line has one of its own."""
    line = ""
    for match in _WORD.finditer(text):
        word = match[0]
        if line and columns(line + word) > width:
            yield line
            line = word.lstrip()
        else:
            line += word
    yield line.strip()


def columns(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
