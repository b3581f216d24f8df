"""What v5 gives where v4 gave a code, in words."""

from __future__ import annotations

from flake8_trtc.catalog.entries import Conversion, Text

_ERROR = Text("TRTC.ERROR_CODE.{}", "TRTC.ERROR_CODE.{}")
_EXTRA = Text(" with the extra code {}", "，详细错误码为 {}")
_SERVER = Text(" with the server's code as its extra code", "，详细错误码为服务端的错误码")
_BROUGHT = Text(", brought by TRTC.EVENT.{}", "，由 TRTC.EVENT.{} 事件给出")
_EVENT = Text("the event TRTC.EVENT.{}", "TRTC.EVENT.{} 事件")
_NONE = Text("nothing: no error of v5 stands for it", "v5 没有对应的错误")
_UNSURE = Text("probably {}", "可能是 {}")
_AND = Text("{}; {}", "{}；{}")


def in_v5(conversion: Conversion, language: str) -> str:
    """What v5 gives in place of a code, in "en" or "zh": a phrase without a full stop."""
    given = _given(conversion, language)
    if not conversion.sure:
        given = _UNSURE.of(language).format(given)
    if conversion.note is None:
        return given
    return _AND.of(language).format(given, conversion.note.of(language))


def _given(conversion: Conversion, language: str) -> str:
    if conversion.kind == "none":
        return _NONE.of(language)
    if conversion.kind == "event":
        return _EVENT.of(language).format(conversion.event)
    said = _ERROR.of(language).format(conversion.code)
    if conversion.server:
        said += _SERVER.of(language)
    elif conversion.extra is not None and conversion.note is None:
        said += _EXTRA.of(language).format(conversion.extra)
    if conversion.event is not None:
        said += _BROUGHT.of(language).format(conversion.event)
    return said
