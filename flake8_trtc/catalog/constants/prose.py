"""The comment of a constant beside its number, and how it is wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.codes import CONSTANTS, Bilingual, Constant
from flake8_trtc.messages import explain as said

if TYPE_CHECKING:
    from flake8_trtc.catalog.entries import Code, ExtraCode

WIDTH = 79
"""Columns of a line; a Chinese character takes two."""
# A line breaks at blanks and beside a wide character, but not before the marks that close.
_WORD = regex(
    r"\s*(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[，。、；：？！）】》”’]*[\x21-\x2f\x3a-\x3e]*"
)


class Member(NamedTuple):
    """A constant of a copy and what is said of it.

    paragraphs: what it means and what to do; since, retired: a phrase each, or None.
    """

    name: str
    value: int
    paragraphs: tuple[str, ...]
    since: str | None = None
    retired: str | None = None


def members_of(sdk: str, language: str) -> list[Member]:
    """The constants of an SDK, a key of `constants.SDKS`, as they are said in "en" or "zh"."""
    if sdk == "v4":
        return [_of_v4(constant, language) for constant in CONSTANTS.values()]
    if sdk == "v5-extra":
        from flake8_trtc.catalog.v5_codes import EXTRA_CODES

        return [_extra(code, language) for code in EXTRA_CODES.values()]
    if sdk == "liteav":
        from flake8_trtc.catalog.liteav_codes import CODES
    else:
        from flake8_trtc.catalog.v5_codes import CODES
    return [_plain(code, language) for code in CODES.values()]


def _of_v4(constant: Constant, language: str) -> Member:
    meaning = constant.description.of(language)
    advice = () if constant.advice is None else (constant.advice.of(language),)
    retired = [
        fact.of(language, version=version)
        for fact, version in (
            (said.DEPRECATED, constant.deprecated),
            (said.NOT_THROWN_SINCE, constant.not_thrown_since),
        )
        if version is not None
    ]
    if retired and constant.replacement is not None:
        retired.append(constant.replacement.of(language))
    between = ";" if language == "zh" else "; "  # as in copies that are out there: they stay fresh
    return Member(
        constant.name,
        constant.value,
        tuple(line for text in (meaning, *advice) for line in text.split("\n")),
        None if constant.since is None else f"v{constant.since}",
        between.join(retired) or None,
    )


def _plain(code: Code, language: str) -> Member:
    texts = (code.advice, code.note)
    more = (text.of(language) for text in texts if text is not None)
    return Member(code.name, code.value, (sentence(code.summary, language), *more))


def _extra(code: ExtraCode, language: str) -> Member:
    beside = f"随 {code.parent} 给出。" if language == "zh" else f"Comes with {code.parent}."
    note = () if code.note is None else (code.note.of(language),)
    return Member(code.name, code.value, (sentence(code.summary, language), beside, *note))


def sentence(phrase: Bilingual, language: str) -> str:
    """A phrase as a sentence; a name that it begins with stays as it is."""
    said = phrase.of(language)
    if language == "zh":
        return f"{said}。"
    first = said.partition(" ")[0]
    return f"{said[0].upper() if first.islower() else said[0]}{said[1:]}."


def number(member: Member, sdk: str, *, upper: bool = False) -> str:
    """The value as the SDK's documents write it: v4's in hexadecimal, the others' in decimal."""
    if sdk != "v4":
        return str(member.value)
    return f"0x{member.value:04X}" if upper else f"0x{member.value:04x}"


_ABOUT = {
    "v4": (
        Bilingual(
            "The error codes of Tencent's TRTC Web SDK v4.", "腾讯云 TRTC Web SDK v4 的错误码。"
        ),
        Bilingual("What `RtcError.getCode()` returns.", "`RtcError.getCode()` 的返回值。"),
    ),
    "v5": (
        Bilingual(
            "The error codes of Tencent's TRTC Web SDK v5.", "腾讯云 TRTC Web SDK v5 的错误码。"
        ),
        Bilingual("What `error.code` is.", "`error.code` 的值。"),
    ),
    "v5-extra": (
        Bilingual(
            "The extra codes of Tencent's TRTC Web SDK v5.",
            "腾讯云 TRTC Web SDK v5 的详细错误码。",
        ),
        Bilingual("What `error.extraCode` is.", "`error.extraCode` 的值。"),
    ),
    "liteav": (
        Bilingual(
            "The error codes of liteav, Tencent's TRTC SDK for Python.",
            "腾讯云 TRTC Python SDK（liteav）的错误码。",
        ),
        Bilingual(
            "What `OnError()` is given, and what methods return.",
            "`OnError()` 的参数，以及各接口的返回值。",
        ),
    ),
}


def about(sdk: str, language: str) -> tuple[str, str]:
    """A sentence on the constants as a whole, and one on each of them."""
    whole, one = _ABOUT[sdk]
    return whole.of(language), one.of(language)


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
