"""Rules that wake somebody up, over the counts of TRTC error codes in the last hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flake8_trtc import ErrorCode


@dataclass(frozen=True)
class Rule:
    """Fires when a code was reported at least so many times."""

    name: str
    error_code: int
    at_least: int = 10


RULES = [
    Rule("rooms can't be joined", error_code=ErrorCode.JOIN_ROOM_FAILED, at_least=5),
    Rule("schedule fails", error_code=ErrorCode.SCHEDULE_FAILED, at_least=5),
    Rule("媒体服务超时", error_code=ErrorCode.SERVER_TIMEOUT),
    Rule("client banned", error_code=ErrorCode.CLIENT_BANNED, at_least=1),
    Rule("anything unknown", error_code=ErrorCode.UNKNOWN, at_least=4096),
]


def firing(counts: Mapping[int, int]) -> list[str]:
    """Name the rules that the counts make fire."""
    return [rule.name for rule in RULES if counts.get(rule.error_code, 0) >= rule.at_least]


def severity(code: int) -> str:
    """How loudly to say that a code was reported."""
    return "page" if code == ErrorCode.JOIN_ROOM_FAILED or code == ErrorCode.SCHEDULE_FAILED else "mail"
