"""What v5 gives where v4 gave a code, in words."""

from __future__ import annotations

from flake8_trtc.catalog.entries import Conversion
from flake8_trtc.messages import findings as said


def in_v5(conversion: Conversion, language: str) -> str:
    """What v5 gives in place of a code, in "en" or "zh": a phrase without a full stop."""
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
