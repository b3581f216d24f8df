"""The catalog of the SDK's error codes: typed entries and look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flake8_trtc.catalog import _data as data
from flake8_trtc.catalog.entries import Bilingual, CaptureError, Constant, Detail, Provenance

__all__ = [
    "BY_NAME",
    "CAPTURE_ERRORS",
    "CONSTANTS",
    "DETAILS",
    "Bilingual",
    "CaptureError",
    "Constant",
    "Detail",
    "Provenance",
    "close_member",
]  # fmt: skip

CONSTANTS: dict[int, Constant] = {row.value: row for row in data.CONSTANTS}
"""The constants of v4 by value, in the page's order, which is that of the values."""

BY_NAME: dict[str, Constant] = {
    name: constant for constant in CONSTANTS.values() for name in (constant.name, *constant.aliases)
}
"""The same by name and by alias."""

DETAILS: dict[int, Detail] = {row.value: row for row in data.DETAILS}
"""The 13 details of JOIN_ROOM_FAILED and the 62 account codes by value, in the page's order."""

CAPTURE_ERRORS: dict[str, CaptureError] = {row.name: row for row in data.CAPTURE_ERRORS}
"""The 5 names of capture errors, in the page's order."""


def close_member(name: str, members: Iterable[str]) -> str | None:
    """The one member that an unknown name is a misspelling of, or None."""
    known = sorted(members)
    if name in BY_NAME:
        return BY_NAME[name].name if BY_NAME[name].name in known else None
    from difflib import get_close_matches

    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
    if snake in known:
        return snake
    close = get_close_matches(snake, known, n=2, cutoff=0.8)
    return close[0] if len(close) == 1 else None
