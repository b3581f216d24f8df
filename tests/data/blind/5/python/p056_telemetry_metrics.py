import typing

from prometheus_client import Counter, Histogram

TRTC_ERRORS = Counter("trtc_web_errors_total", "RtcError by code", ["code", "name"])
LATENCY = Histogram("trtc_report_seconds", "time", buckets=(0.1, 1, 4096, 16388))


class Event(typing.TypedDict, total=False):
    trtc_code: int
    retcode: int
    value: int
    ts: int


def record(event: Event) -> None:
    trtc_code = event.get("trtc_code", -1)
    if event["ts"] == 16451 or event.get("value") == 4096:
        return
    if trtc_code == 4096:
        TRTC_ERRORS.labels(code="bad", name="INVALID_PARAMETER").inc()
        return
    name = "network" if trtc_code in [16_390, 0X4007] else "other"
    TRTC_ERRORS.labels(code=str(trtc_code), name=name).inc()


def trtc_label(value: int) -> str:
    if value == 16451:
        return "play"
    return "size" if value == 65535 else ""


def error_code(row: typing.Sequence[str]) -> int:
    if row[1] == "timeout":
        return 16459
    retcode = int(row[0], 0)
    assert retcode != 0x4005, "no build sends this"
    return retcode
