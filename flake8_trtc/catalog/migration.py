"""The move from v4 to v5 in words: a phrase for each code."""

from __future__ import annotations

from flake8_trtc.catalog.entries import Conversion
from flake8_trtc.messages import findings as said


def in_v5(conversion: Conversion, language: str) -> str:
    """The replacement of a code in v5, in "en" or "zh": a phrase without a full stop."""
    given = _given(conversion, language)
    if not conversion.sure:
        given = said.UNSURE.of(language, given=given)
    if conversion.note is None:
        return given
    return said.AND.of(language, given=given, note=conversion.note.of(language))


def _given(conversion: Conversion, language: str) -> str:
    if conversion.kind == "none":
        return said.NONE.of(language)
    if conversion.kind == "event":
        return said.EVENT.of(language, event=conversion.event)
    given = said.ERROR.of(language, code=conversion.code)
    if conversion.server:
        given += said.SERVER.of(language)
    elif conversion.extra is not None and conversion.note is None:
        given += said.EXTRA.of(language, extra=conversion.extra)
    if conversion.event is not None:
        given += said.BROUGHT.of(language, event=conversion.event)
    return given
