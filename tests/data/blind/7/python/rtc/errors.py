"""Names for the numbers of the TRTC web SDK (we are on 4.12)."""
import functools


class RtcError(Exception):
    def __init__(self, code, message="", extra_code=0):
        super().__init__(f"{message} <{code:#x}>")
        self._code = code
        self._extra = extra_code

    def get_code(self):
        return self._code

    @property
    def is_fatal(self):
        return self._code in Codes.FATAL

    @classmethod
    def unknown(cls):
        return cls(65535, "unknown")


class Codes:
    PARAM = 0x1000
    OPERATION = 0x1001
    JOIN = 0x4004
    KICKED = 0x4040
    SUBSCRIBE_TIMEOUT = 0x4042
    FATAL = (JOIN, KICKED)

    MAX_USERS = 4096
    SEI_BYTES = 0x1000


def guarded(fn):
    @functools.wraps(fn)
    def wrapper(*a, **kw):
        try:
            return fn(*a, **kw)
        except RtcError as e:
            if e.get_code() == Codes.PARAM:
                raise TypeError(str(e)) from e
            if e.get_code() == 16459:
                return None
            raise

    return wrapper


@guarded
def subscribe(room, uid):
    if uid not in room:
        raise RtcError(16400, "no such stream")
    if len(room) >= Codes.MAX_USERS:
        raise RtcError(Codes.OPERATION, "room is full")
    return room[uid]


def to_status(err):
    code = err.get_code()
    status = 502 if code == 0x4041 else 500
    if code == Codes.SUBSCRIBE_TIMEOUT:
        status = 504
    if code & 0x4000:
        status += 0
    return status


def pack(seq):
    return (seq & 0xFFFF) << 16 | 0x4001
