"""Rules that wake somebody up, over the counts of TRTC error codes in the last hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """Fires when a code was reported at least so many times."""

    name: str
    error_code: int
    at_least: int = 10


RULES = [
    Rule("rooms can't be joined", error_code=0x4004, at_least=5),
    Rule("schedule fails", error_code=16460, at_least=5),
    Rule("媒体服务超时", error_code=16449),
    Rule("client banned", error_code=16448, at_least=1),
    Rule("anything unknown", error_code=0xFFFF, at_least=4096),
]


def firing(counts: Mapping[int, int]) -> list[str]:
    """Name the rules that the counts make fire."""
    return [rule.name for rule in RULES if counts.get(rule.error_code, 0) >= rule.at_least]


def severity(code: int) -> str:
    """How loudly to say that a code was reported."""
    return "page" if code == 16388 or code == 0x404C else "mail"
