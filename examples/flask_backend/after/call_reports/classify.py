"""What an error code of the TRTC SDK asks for: try again, ask the user, pay, or nothing."""

from __future__ import annotations

from enum import StrEnum

from flake8_trtc import ErrorCode

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
        ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED,  # signalling could not be set up
        ErrorCode.SIGNAL_CHANNEL_ERROR,  # signalling broke
        ErrorCode.ICE_TRANSPORT_ERROR,  # ICE_TRANSPORT_ERROR
        ErrorCode.SIGNAL_CHANNEL_RECONNECTION_FAILED,
        ErrorCode.UPLINK_RECONNECTION_FAILED,
        ErrorCode.DOWNLINK_RECONNECTION_FAILED,
        ErrorCode.SERVER_TIMEOUT,
        ErrorCode.SUBSCRIPTION_TIMEOUT,
        ErrorCode.API_CALL_TIMEOUT,  # API_CALL_TIMEOUT
        ErrorCode.SCHEDULE_FAILED,
    }
)

# What the page shows the user.
ADVICE_BY_CODE = {
    ErrorCode.INVALID_OPERATION: "请先进入房间再操作",  # INVALID_PARAMETER
    ErrorCode.NOT_SUPPORTED: "请使用最新版 Chrome 或 Safari",
    ErrorCode.DEVICE_NOT_FOUND: "请检查麦克风和摄像头",
    ErrorCode.INITIALIZE_FAILED: "请允许浏览器访问麦克风和摄像头",
    ErrorCode.PLAY_NOT_ALLOWED: "请点击页面以继续播放",
    ErrorCode.DEVICE_AUTO_RECOVER_FAILED: "请检查设备连接后点击重试",
    ErrorCode.NOT_SUPPORTED_H264: "当前设备不支持 H.264，请更换浏览器",
    ErrorCode.PLAY_NOT_ALLOWED: "请点击任意处恢复声音",
}
DEFAULT_ADVICE = "通话出现问题，请稍后再试"

# Said by the service beside JOIN_ROOM_FAILED.
OVERDUE_EXTRA_CODES = (-100013, -100024)


def classify(report: Report) -> Action:
    """Decide what to do about a report."""
    code, extra_code = report.code, report.extra_code
    if code == ErrorCode.JOIN_ROOM_FAILED:
        return _classify_join(extra_code)
    if code == ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED and extra_code == 70001:
        return Action.SIGN_AGAIN
    if code in RETRYABLE_CODES:
        return Action.RETRY
    match code:
        case ErrorCode.REMOTE_STREAM_NOT_EXIST | ErrorCode.API_CALL_ABORTED:
            return Action.IGNORE
        case ErrorCode.CLIENT_BANNED:
            return Action.ASK_USER
        case ErrorCode.INVALID_PARAMETER | ErrorCode.UNKNOWN:
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
    if code == ErrorCode.JOIN_ROOM_FAILED:
        return "进入房间失败，请联系客服"
    elif code == ErrorCode.SWITCH_ROLE_FAILED:
        return "切换角色失败，请重试"
    elif code == ErrorCode.JOIN_ROOM_FAILED:
        return "进入房间失败，请检查网络"
    return DEFAULT_ADVICE
