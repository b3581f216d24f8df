"""The constants as data: a JSON array of records, which has no room for a head."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from flake8_trtc.catalog.codes import CONSTANTS, Bilingual, Constant
from flake8_trtc.catalog.constants.forms import Form
from flake8_trtc.catalog.entries import Code, ExtraCode

_Said: TypeAlias = Callable[[Bilingual | None], str | None]


def write_records(form: Form) -> str:
    """The text of the array."""

    def said(text: Bilingual | None) -> str | None:
        return None if text is None else text.of(form.language)

    return json.dumps(_rows(form.sdk, said), ensure_ascii=False, indent=2) + "\n"


def _rows(sdk: str, said: _Said) -> list[dict[str, Any]]:
    if sdk == "v4":
        return [_of_v4(constant, said) for constant in CONSTANTS.values()]
    if sdk == "v5-extra":
        from flake8_trtc.catalog.v5_codes import EXTRA_CODES

        return [_extra(code, said) for code in EXTRA_CODES.values()]
    if sdk == "liteav":
        from flake8_trtc.catalog.liteav_codes import CODES
    else:
        from flake8_trtc.catalog.v5_codes import CODES
    return [_plain(code, said) for code in CODES.values()]


def _of_v4(constant: Constant, said: _Said) -> dict[str, Any]:
    return {
        "name": constant.name,
        "value": constant.value,
        "hex": f"{constant.value:#x}",
        "summary": said(constant.summary),
        "description": said(constant.description),
        "advice": said(constant.advice),
        "since": constant.since,
        "deprecated": constant.deprecated,
        "not_thrown_since": constant.not_thrown_since,
        "replacement": said(constant.replacement),
    }


def _plain(code: Code, said: _Said) -> dict[str, Any]:
    return {
        "name": code.name,
        "value": code.value,
        "summary": said(code.summary),
        "advice": said(code.advice),
        "note": said(code.note),
    }


def _extra(code: ExtraCode, said: _Said) -> dict[str, Any]:
    return {
        "name": code.name,
        "value": code.value,
        "parent": code.parent,
        "summary": said(code.summary),
        "note": said(code.note),
        "documented": code.documented,
        "in_core": code.in_core,
    }
