"""What to tell a user whose TRTC call failed."""

from __future__ import annotations

from flake8_trtc import ErrorCode

ADVICE_BY_CODE = {
    ErrorCode.INVALID_PARAMETER: "页面出错了，请联系客服",
    ErrorCode.INVALID_OPERATION: "页面出错了，请联系客服",
    ErrorCode.DEVICE_NOT_FOUND: "请检查麦克风和摄像头",
    ErrorCode.INITIALIZE_FAILED: "请允许浏览器访问麦克风和摄像头",
    ErrorCode.PLAY_NOT_ALLOWED: "请点击页面以播放声音",
    ErrorCode.SCHEDULE_FAILED: "网络不可用，请检查网络后重试",
}


def advice(code: int) -> str:
    """A sentence for an error code of the SDK."""
    match code:
        case ErrorCode.JOIN_ROOM_FAILED | ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED:
            return "进入房间失败，请稍后重试"
        case ErrorCode.CLIENT_BANNED:
            return "您已被移出房间"
    return ADVICE_BY_CODE.get(code, "通话出现问题，请稍后再试")
