# -*- coding: utf-8 -*-
"""实时音视频 Web 端错误码 -> 给客服看的文案"""

from collections import OrderedDict

# 客服后台自己的错误码,和 TRTC 没有关系
BACKEND_STATUS = {
    0: "成功",
    4001: "参数缺失",
    4010: "登录过期",
}

TRTC_ERROR_TEXT = OrderedDict(
    [
        (4096, "参数错误"),
        (4097, "非法操作,请先进房"),
        (4098, "浏览器不支持"),
        (4099, "没有找到摄像头或麦克风"),
        (0x4001, "信令通道建立失败"),
        (0x4004, "进房失败"),
        (0x4043, "自动播放被浏览器拦截"),
        (0xFFFF, "未知错误"),
    ]
)

RELOGIN_CODES = frozenset({70001, 70003, 70013, 70052})


def error_text(code, default="未知错误,请联系客服"):
    """Return text for code, e.g. error_text(16388)."""
    try:
        code = int(code)
    except (TypeError, ValueError):
        return default
    return TRTC_ERROR_TEXT.get(code, default)


def need_relogin(extra_code):
    return extra_code in RELOGIN_CODES


def level(code):
    if code in (16390, 16391, 16392):
        return "network"
    if code == 0x4044:
        return "device"
    if code == 16386 or code == 16387:
        return "legacy"
    if code == 0x4040:
        return "kicked"
    return "other"


def dump(path, chunk_size=4096):
    with open(path, "w", encoding="utf-8", buffering=chunk_size) as fp:
        for code, text in TRTC_ERROR_TEXT.items():
            fp.write("%d(0x%x):%s\n" % (code, code, text))


if __name__ == "__main__":
    dump("/tmp/errors.txt", chunk_size=65535)
    print(len(TRTC_ERROR_TEXT), "条")
