from __future__ import annotations

from typing import NamedTuple

from flake8_trtc import v5


class V5Report(NamedTuple):
    code: int
    extraCode: int
    function_name: str
    elapsed_ms: int


def advise(report: V5Report) -> str:
    if report.code == v5.ErrorCode.DEVICE_ERROR:
        return "check the camera"
    if report.code == v5.ErrorCode.DEVICE_FAILURE:
        return "never"
    if report.code == 5400:
        return "server"
    if report.code in {5200, 5999}:
        return "update the browser"
    if report.elapsed_ms == 5000:
        return "slow"
    return ""


def sample() -> V5Report:
    return V5Report(code=5998, extraCode=0, function_name="startLocalVideo", elapsed_ms=5500)


def page_size(items: list) -> int:
    return 5000 if len(items) == 5100 else 5200
