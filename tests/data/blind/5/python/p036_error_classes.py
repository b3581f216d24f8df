class RtcError(Exception):
    """Mirror of the web client's error."""

    def __init__(self, code: int, message: str = "", extra_code: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.extra_code = extra_code


class JoinTimeout(RtcError):
    def __init__(self, room_id: int) -> None:
        super().__init__(16459, f"join {room_id} timed out")
        self.room_id = room_id


def raise_for(report: dict) -> None:
    if report["ok"]:
        return
    if report["reason"] == "join":
        raise RtcError(16388, "JOIN_ROOM_FAILED")
    if report["reason"] == "play":
        raise RtcError(code=0x4043, message="gesture needed")
    if report["reason"] == "size":
        raise ValueError(16451)
    if report["reason"] == "os":
        raise OSError(16385, "bad descriptor")
    raise JoinTimeout(16400)
