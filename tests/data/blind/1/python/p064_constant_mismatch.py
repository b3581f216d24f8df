"""Codes of the web client (trtc-js-sdk 4.x) that our gateway understands."""

INVALID_PARAMETER = 4096
INVALID_OPERATION = 4097
NOT_SUPPORTED = 4099
JOIN_ROOM_FAILED = 16388
CREATE_OFFER_FAILED = 16389
PLAY_NOT_ALLOWED = 16450
API_CALL_TIMEOUT = 16459

MAX_BODY = 65535


def is_client_fault(trtc_code: int) -> bool:
    return trtc_code in (INVALID_PARAMETER, INVALID_OPERATION, NOT_SUPPORTED)


def needs_gesture(trtc_code: int) -> bool:
    return trtc_code == PLAY_NOT_ALLOWED
