"""What a browser sends when a TRTC call fails, checked and made plain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MAX_MESSAGE = 4096  # characters of a message that are kept
MAX_ROOM = 65535


class BadReport(Exception):
    """A report that can't be used; the text says why."""


@dataclass(frozen=True)
class Report:
    """One failed call. code is the SDK's own, extra_code says more about some of them."""

    room: int
    user: str
    code: int = 65535
    extra_code: int = 0
    message: str = ""


def read_report(payload: Mapping[str, Any]) -> Report:
    """Check a report as it came over the wire.

    The page sends `{"room": 7, "user": "alice", "code": 16388, "extraCode": -100013}`.
    """
    room = payload.get("room")
    if not isinstance(room, int) or not 0 < room <= MAX_ROOM:
        raise BadReport(f"room must be a number up to {MAX_ROOM}")
    user = payload.get("user")
    if not isinstance(user, str) or not user:
        raise BadReport("user must be a name")
    return Report(
        room,
        user,
        _read_code(payload),
        _number(payload.get("extraCode", 0)),
        str(payload.get("message", ""))[:MAX_MESSAGE],
    )


def _read_code(payload: Mapping[str, Any]) -> int:
    if "code" not in payload:
        return _number(payload.get("errorCode", 0xFFFF))
    # 旧版页面用 String(error.getCode()) 上报；自动播放被拦截最常见，先行处理。
    if payload["code"] == "16451":
        return 16451
    return _number(payload["code"])


def _number(value: object) -> int:
    try:
        return int(str(value), 0)
    except ValueError:
        raise BadReport(f"{value!r} is not a code") from None
