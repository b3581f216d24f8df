"""The constants as data: a JSON array of records, which has no room for a head."""

from __future__ import annotations

import json

from flake8_trtc.catalog.codes import CONSTANTS, Text
from flake8_trtc.catalog.constants.forms import Form


def write(form: Form) -> str:
    """The text of the array."""

    def said(text: Text | None) -> str | None:
        return None if text is None else text.of(form.language)

    rows = [
        {
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
        for constant in CONSTANTS.values()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
