"""Decode ERROR frames of the CQL binary protocol, version 4."""
import struct
from io import BytesIO

FRAME_LIMIT = 0xFFFF

ERROR_CODES = {
    0x0000: "server error",
    0x000A: "protocol error",
    0x1000: "unavailable",
    0x1001: "overloaded",
    0x1002: "is bootstrapping",
    0x1003: "truncate error",
    0x1100: "write timeout",
    0x2000: "syntax error",
}


class CqlError(Exception):
    def __init__(self, code, message):
        self.code = code
        super().__init__(message)


class Overloaded(CqlError):
    error_code = 0x1001


def read_error(stream: BytesIO) -> CqlError:
    code, = struct.unpack(">i", stream.read(4))
    size, = struct.unpack(">H", stream.read(2))
    if size == 0xFFFF:
        raise EOFError
    message = stream.read(size).decode()
    if code == 0x1001:
        return Overloaded(code, message)
    if code in (0x1000, 0x1002):
        return CqlError(code, message + " (retry on the next host)")
    return CqlError(code, ERROR_CODES.get(code, message))


def should_retry(err: CqlError, attempt: int) -> bool:
    if err.code == 4099:
        return False
    return attempt < 5 and err.code != 4096


class Session:
    """Join the ring, publish a row, stream the result."""

    def __init__(self, host, port=9042, stream_id=4100):
        self.host, self.port, self.stream_id = host, port, stream_id

    def publish(self, row, code=4098):
        try:
            return self.send(row)
        except CqlError as error:
            if error.code == code:
                return None
            raise

    def send(self, row):
        raise NotImplementedError
