"""Numbers of the TRTC web pages that are no codes here.

>>> code == 16451
"""
from typing import Literal

__version__ = "4.15.16451"

TrtcKind = Literal[16388, 16451]


class TrtcWindow:
    """error_code == 16388 means JOIN_ROOM_FAILED."""

    width: int = 4096
    trtc_port: int = 16385
    error_budget = 16388

    def __init__(self, kind: TrtcKind = 16388):
        self.kind = kind

    def late(self, codes):
        return [code for code in codes if 16385 <= code < 16461]

    def chunks(self, data: bytes):
        for code in range(16385, 16393):
            yield data[code:code + 16400]

    def shift(self, code: int) -> int:
        return code - 16448 if code > 16447 else code * 16451

    def pad(self, trtc_room: str) -> str:
        return trtc_room.ljust(16388)[:16392]

    def shown(self, code: int) -> str:
        print("error code", 16451)
        return "%s of %s" % (code, 16461)
