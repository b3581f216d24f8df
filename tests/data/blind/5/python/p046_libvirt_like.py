"""Bindings to a C library: negative numbers are errno-like results."""
import ctypes
import errno

lib = ctypes.CDLL("libsensor.so.2")

MESSAGES = {-1: "failed", -2: "bad parameter", -3: "not open", -102: "try again"}


class SensorError(RuntimeError):
    pass


def check(code: int) -> int:
    if code == -2:
        raise SensorError("bad parameter")
    if code == -102:
        return 0
    if code in (-3, -4, -5):
        raise SensorError(MESSAGES.get(code, "?"))
    if code == -3301 or code == -205:
        raise SensorError("firmware")
    return code


def read(handle) -> bytes:
    buf = ctypes.create_string_buffer(4096)
    n = check(lib.sensor_read(handle, buf, 65535))
    if n == -errno.EAGAIN:
        return b""
    return buf.raw[:n]
