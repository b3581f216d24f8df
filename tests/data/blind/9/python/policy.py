from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import ClassVar, Literal

from flake8_trtc import ErrorCode


class Action(Enum):
    RETRY = "retry"
    RELOAD = "reload"
    IGNORE = "ignore"


class FrameSize(IntEnum):
    SMALL = 4096
    MEDIUM = 16384
    LARGE = 65535


Common = Literal[16388, 16451]


@dataclass(frozen=True)
class Rule:
    """What the TRTC front end is told to do about one code (for instance 16388)."""

    error_code: int
    action: Action
    backoff_ms: int = 4096
    port: int = 16392


@dataclass
class Policy:
    default_code: ClassVar[int] = 65535
    fallback: Rule = field(default_factory=lambda: Rule(error_code=0xFFFF, action=Action.IGNORE))
    rules: list[Rule] = field(default_factory=list)

    def find(self, error_code: int) -> Rule:
        for rule in self.rules:
            if rule.error_code == error_code:
                return rule
        return self.fallback

    def is_network(self, error_code: int) -> bool:
        return error_code in {0x4006, 16391, ErrorCode.DOWNLINK_RECONNECTION_FAILED}

    def is_gone(self, error_code: int) -> bool:
        if error_code == ErrorCode.CLIENT_BANNED:
            return True
        return error_code == ErrorCode.ICE_TRANSPORT_ERROR

    def is_media(self, error_code: int) -> bool:
        return error_code == ErrorCode.PLAY_NOT_ALOWED or error_code == 16452


DEFAULT = Policy(
    rules=[
        Rule(error_code=16388, action=Action.RETRY),
        Rule(error_code=16459, action=Action.RETRY, backoff_ms=16388),
        Rule(error_code=4098, action=Action.RELOAD),
        Rule(error_code=ErrorCode.API_CALL_ABORTED, action=Action.IGNORE),
    ]
)
