"""Names mentioned at a column of a line of source: a constant looked up by name, or a rule."""

from __future__ import annotations

import re

from flake8_trtc._lean import NamedTuple, regex

_WORDS = regex(r"[\w$]+(?:\s*\??\.\s*[\w$]+)*")
_RULE = regex(r"TRT\d{3}")
_OWNERS = frozenset({"ErrorCode", "TrtcErrorCode", "ERROR_CODE", "ExtraCode", "TrtcExtraCode"})
_LITEAV = regex(r"(?:^|\.)(?:liteav|Error)\.(ERR_\w+)$")


class Mention(NamedTuple):
    """A word that can be explained: its span in the line, in characters, and what to look up."""

    start: int
    end: int
    query: str


def mention_at(line: str, index: int, constants: tuple[str, ...] = ()) -> Mention | None:
    """The code or the rule mentioned at an index of a line, or None.

    constants: names that the project's own constants have besides.
    """
    for match in _WORDS.finditer(line):
        if match.start() <= index <= match.end():
            return _mention(match, {*_OWNERS, *constants})
    return None


def _mention(match: re.Match[str], owners: set[str]) -> Mention | None:
    text = re.sub(r"[\s?]", "", match[0])
    if _RULE.fullmatch(text):
        return Mention(*match.span(), text)
    if liteav := _LITEAV.search(text):
        return Mention(*match.span(), f"liteav.Error.{liteav[1]}")
    *before, owner, name = ("", *text.split("."))[-3:]
    if owner not in owners:
        return None
    fifth = owner == "ERROR_CODE" or (before and before[-1].lower() == "v5")
    return Mention(*match.span(), f"TRTC.ERROR_CODE.{name}" if fifth else name)
