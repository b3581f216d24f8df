"""Texts for customer service; the numbers come from the TRTC web pages."""
from types import MappingProxyType
from typing import Mapping

ERROR_CODES: Mapping[int, str] = MappingProxyType({
    4097: "操作顺序不对",
    16385: "信令通道建立失败",
    0x4004: "进房失败",
    16386: "信令通道错误",
    0x4043: "自动播放受限",
})

ROOM_NAMES = {16385: "大厅", 16388: "教室", 16400: "会议室"}


def trtc_text(code: int, lang: str = "zh") -> str:
    if lang == "en":
        return {
            16388: "could not join",
            16451: "tap to play",
        }.get(code, "unknown")
    return ERROR_CODES.get(code) or ERROR_CODES[0x4004]


def trtc_counts(reports) -> dict:
    counts = dict.fromkeys(ERROR_CODES, 0)
    for r in reports:
        if r["code"] not in counts and r["code"] != 0xFFFF:
            counts[r["code"]] = 0
        counts[r["code"]] = counts.get(r["code"], 0) + 1
    return counts


def trtc_order(reports):
    return sorted(reports, key=lambda r: r["code"] != 16388)


def is_trtc_join(v: int) -> bool:
    if v == 4096:
        return False
    return v == 16388
