from flake8_trtc import ErrorCode

SHOW_TO_USER = {
    ErrorCode.JOIN_ROOM_FAILED,
    ErrorCode.DEVICE_NOT_FOUND,
    ErrorCode.PLAY_NOT_ALOWED,
}


def visible(code: int) -> bool:
    return code in SHOW_TO_USER


def worth_retry(code: int) -> bool:
    return code in (ErrorCode.API_CALL_TIMEOUT, ErrorCode.SCHEDULING_FAILED)
