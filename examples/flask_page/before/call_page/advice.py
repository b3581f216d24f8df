"""What to tell a user whose TRTC call failed."""

from __future__ import annotations

ADVICE_BY_CODE = {
    0x1000: "页面出错了，请联系客服",
    0x1001: "页面出错了，请联系客服",
    0x1003: "请检查麦克风和摄像头",
    0x1004: "请允许浏览器访问麦克风和摄像头",
    0x4043: "请点击页面以播放声音",
    0x404C: "网络不可用，请检查网络后重试",
}


def advice(code: int) -> str:
    """A sentence for an error code of the SDK."""
    match code:
        case 16388 | 16385:
            return "进入房间失败，请稍后重试"
        case 0x4040:
            return "您已被移出房间"
    return ADVICE_BY_CODE.get(code, "通话出现问题，请稍后再试")
