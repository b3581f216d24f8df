import enum


class TrtcErrorCode(enum.IntEnum):
    """Mirror of the table in the docs of trtc-js-sdk."""

    INVALID_PARAMETER = 0x1000
    INVALID_OPERATION = 0x1001
    NOT_SUPPORTED = 0x1002
    DEVICE_NOT_FOUND = 0x1003
    JOIN_ROOM_FAILED = 0x4004
    SWITCH_ROLE_FAILED = 0x4049
    API_CALL_TIMEOUT = 0x404B
    UNKNOWN = 0xFFFF


def describe(code: int) -> str:
    try:
        return TrtcErrorCode(code).name.lower().replace("_", " ")
    except ValueError:
        return f"code {code:#06x}"
