"""What an error code of the TRTC SDK asks for: try again, ask the user, pay, or nothing."""

from __future__ import annotations

from enum import StrEnum

from call_reports.reports import Report


class Action(StrEnum):
    """What to do about a report."""

    RETRY = "retry"
    ASK_USER = "ask-user"
    SIGN_AGAIN = "sign-again"
    BILLING = "billing"
    IGNORE = "ignore"
    INVESTIGATE = "investigate"


# The network or the service: the page tries again by itself.
RETRYABLE_CODES = frozenset(
    {
        16385,  # signalling could not be set up
        16386,  # signalling broke
        0x4003,  # ICE_TRANSPORT_ERROR
        16390,
        0x4007,
        0x4008,
        16_449,
        16450,
        0x404B,  # API_CALL_TIMEOUT
        16460,
    }
)

# What the page shows the user.
ADVICE_BY_CODE = {
    0x1001: "请先进入房间再操作",  # INVALID_PARAMETER
    0x1002: "请使用最新版 Chrome 或 Safari",
    4099: "请检查麦克风和摄像头",
    4100: "请允许浏览器访问麦克风和摄像头",
    0x4043: "请点击页面以继续播放",
    16452: "请检查设备连接后点击重试",
    16457: "当前设备不支持 H.264，请更换浏览器",
    16451: "请点击任意处恢复声音",
}
DEFAULT_ADVICE = "通话出现问题，请稍后再试"

# Said by the service beside JOIN_ROOM_FAILED.
OVERDUE_EXTRA_CODES = (-100013, -100024)


def classify(report: Report) -> Action:
    """Decide what to do about a report."""
    code, extra_code = report.code, report.extra_code
    if code == 16388:
        return _classify_join(extra_code)
    if code == 0x4001 and extra_code == 70001:
        return Action.SIGN_AGAIN
    if code in RETRYABLE_CODES:
        return Action.RETRY
    match code:
        case 16400 | 16461:
            return Action.IGNORE
        case 0x4040:
            return Action.ASK_USER
        case 4096 | 65535:
            return Action.INVESTIGATE
    return Action.ASK_USER if code in ADVICE_BY_CODE else Action.INVESTIGATE


def _classify_join(extra_code: int) -> Action:
    if extra_code in OVERDUE_EXTRA_CODES:
        return Action.BILLING
    if extra_code in (5001, -10011, -10016):
        return Action.RETRY
    return Action.INVESTIGATE


def advice(code: int) -> str:
    """What to tell the user about a code."""
    if code in ADVICE_BY_CODE:
        return ADVICE_BY_CODE[code]
    if code == 0x4004:
        return "进入房间失败，请联系客服"
    elif code == 16458:
        return "切换角色失败，请重试"
    elif code == 16388:
        return "进入房间失败，请检查网络"
    return DEFAULT_ADVICE
