"""The Chinese of the reasons that evidence gives in English.

`{}` stands for what differs from case to case.
"""

from __future__ import annotations

import re
from functools import cache


def chinese(text: str) -> str:
    """A text in Chinese; what is not known stays as it is."""
    known = _TEXTS.get(text)
    if known is not None:
        return known
    for pattern, template in _patterns():
        match = pattern.fullmatch(text)
        if match is not None:
            return template.format(*map(chinese, match.groups()))
    return text


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The texts with something in them, the longest first: it says most."""
    return [
        (re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL), _TEXTS[english])
        for english in sorted(_TEXTS, key=len, reverse=True)
        if "{}" in english
    ]


_TEXTS = {
    # evidence
    "trtc-assume names this file": "trtc-assume 指明了该文件",
    "the file's name speaks of TRTC": "文件名与 TRTC 有关",
    "nothing here names a code": "此处没有表示错误码的名字",
    "a rare code is used in this file": "该文件中还使用了少见的错误码",
    "the code around it calls {}": "周围的代码调用了 {}",
    "the code around it says {}": "周围的代码中有 {}",
    "the file says {}": "文件中有 {}",
    "{} is TRTC's": "{} 来自 TRTC",
    "a place for codes": "此处通常是错误码",
    "its subject speaks of an error": "与之相关的名字表示错误",
    "its subject is named like a code": "与之相关的名字表示错误码",
    "nothing here tells the version of the SDK": "无法得知 SDK 的版本",
    "the SDK is {}, says {}": "SDK 版本为 {}（来自 {}）",
}
