"""What the booking service does about a client's error."""
from dataclasses import dataclass

from flake8_trtc import ErrorCode

RETRY = frozenset({
    ErrorCode.SCHEDULE_FAILED,
    ErrorCode.API_CALL_TIMEOUT,
    ErrorCode.API_CALL_ABORTTED,
})


@dataclass(frozen=True)
class Policy:
    retry: bool = False
    notify: bool = False
    delay_ms: int = 4096


def policy(code: int) -> Policy:
    if code in RETRY:
        return Policy(retry=True)
    if code == ErrorCode.JOIN_ROOM_FAILED:
        return Policy(notify=True, delay_ms=65535)
    if code == ErrorCode.CLIENT_BANNED:
        return Policy(notify=True)
    if code == ErrorCode.ICE_TRANSPORT_ERROR:
        return Policy(retry=True, delay_ms=16385)
    if code == ErrorCode.UPLINK_RECONNECTION_FAILED or code == 16392:
        return Policy(retry=True, notify=True)
    if code == ErrorCode.PLAY_NOT_ALOWED:
        return Policy()
    return Policy(notify=code >= 16385)
