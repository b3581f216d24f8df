from enum import IntEnum, unique


@unique
class TrtcErrorCode(IntEnum):
    INVALID_PARAMETER = 0x1000
    INVALID_OPERATION = 0x1001
    JOIN_ROOM_FAILED = 0x4004
    PLAY_NOT_ALLOWED = 0x4043
    UNKNOWN = 0xFFFF

    @property
    def user_fault(self) -> bool:
        return self is TrtcErrorCode.INVALID_PARAMETER


def from_report(report: dict) -> TrtcErrorCode:
    try:
        return TrtcErrorCode(report["code"])
    except ValueError:
        return TrtcErrorCode.UNKNOWN


def is_join(code: int) -> bool:
    return code == TrtcErrorCode.JOIN_ROOM_FAILED
