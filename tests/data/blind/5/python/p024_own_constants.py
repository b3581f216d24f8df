# Codes we react to; keep in sync with the web client.
from typing import Final

PLAY_NOT_ALLOWED: Final = 16452
API_CALL_TIMEOUT: Final = 0x404B
NOT_SUPPORTED_H264: Final = 16457
ROOM_CAPACITY: Final = 16388


class Trtc:
    """TRTC web, v4."""

    JOIN_ROOM_FAILED = 0x4005
    SCHEDULE_FAILED = 16460
    max_rooms = 16385


def is_silent(report: dict) -> bool:
    return report["trtc_code"] in (API_CALL_TIMEOUT, NOT_SUPPORTED_H264)


def wants_click(report: dict) -> bool:
    code = report["trtc_code"]
    return code == PLAY_NOT_ALLOWED or code == 16461


def full(room: dict) -> bool:
    return room["members"] >= ROOM_CAPACITY or room["id"] == 16400
