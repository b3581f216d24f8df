"""The fixed words around a catalog entry, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_trtc.catalog.codes import Text
from flake8_trtc.catalog.sheet import Section


class Wording:
    """The fixed words of a sheet in one language, and the choice between two texts."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = ("en", "zh").index(language)

    def say(self, key: str) -> str:
        """The fixed text of a key."""
        return _WORDS[key][self._column]

    def of(self, text: Text) -> str:
        """The text in this language."""
        return text.of(self.language)

    def meaning(self, text: Text, beside: Text | None = None) -> Iterator[Section]:
        """The section of a description, unless it says no more than the summary beside it."""
        said = self.of(text)
        if beside is None or said.rstrip(".。").casefold() != self.of(beside).casefold():
            yield Section(self.say("meaning"), tuple(said.split("\n")))

    def advice(self, text: Text | None) -> Iterator[Section]:
        """The section of the handling advice, where there is any."""
        if text is not None:
            yield Section(self.say("advice"), tuple(self.of(text).split("\n")))


_WORDS: dict[str, tuple[str, str]] = {
    "status": ("Status", "状态"),
    "meaning": ("Meaning", "描述"),
    "instead": ("Instead", "替代方案"),
    "advice": ("What to do", "处理建议"),
    "notes": ("Notes", "说明"),
    "raised_by": ("Raised by", "抛出位置"),
    "related": ("Related methods", "相关方法"),
    "details": ("Extra codes", "明细错误码"),
    "capture_errors": ("Names of the error", "错误名"),
    "example": ("Example", "示例"),
    "aliases": ("Older spelling", "历史拼写"),
    "sources": ("Sources", "来源"),
    "since": ("since v{}", "v{} 新增"),
    "deprecated": ("deprecated since v{}", "自 v{} 起废弃"),
    "not_thrown_since": ("no longer thrown since v{}", "自 v{} 起不再抛出"),
    "builds": ("Builds on npm", "npm 上的构建"),
    "first_build": (
        "first constructed by {}, not yet by {}",
        "{} 起会产生该错误，{} 中尚无",
    ),
    "last_build": (
        "last constructed by {}, no longer by {}",
        "最后一次产生该错误是 {}，{} 中已不再产生",
    ),
    "v5": ("In v5", "v5 中的对应"),
    "v4": ("In v4", "v4 中的对应"),
    "elsewhere": ("In other SDKs", "其他 SDK"),
    "extra": ("{} = {}, an extra code of {}", "{} = {}，{} 的明细错误码"),
    "internal": ("{} = {} ({}), a code inside v5", "{} = {}（{}），v5 内部的错误码"),
    "name_of": ("{} = {}, in the {}", "{} = {}，{}"),
    "extra_of_v5": (
        "It comes as error.extraCode; the SDK does not export its name.",
        "通过 error.extraCode 给出；SDK 不导出该名称。",
    ),
    "browser": ("The browser's error behind it is {}.", "对应浏览器的 {}。"),
    "undocumented": (
        "The SDK's documentation does not have it.",
        "SDK 文档中没有该错误码。",
    ),
    "only_defined": (
        "The core of 5.17.1 defines it and sends it nowhere; a plugin may.",
        "5.17.1 的核心代码只定义、未给出该错误码；插件可能会给出。",
    ),
    "detail": ("{}, a detail of {}", "{},{} 的明细错误码"),
    "account": ("{}, an account-system code of {}", "{},{} 的帐号系统错误码"),
    "capture_error": ("{}, a capture error of {}", "{},{} 的采集错误名"),
    "extra_code": (
        "It comes as the error's extra code: error.getExtraCode().",
        "通过错误的 extraCode 给出:error.getExtraCode()。",
    ),
    "ambiguous": (
        "The number is common elsewhere, so it is never taken for a TRTC code by itself.",
        "该数字在其他场合很常见,不会仅凭数值判断为 TRTC 错误码。",
    ),
    "page_unnamed": (
        "The SDK's page of error codes gives the value without its name.",
        "SDK 错误码页面只有数值,缺少名称。",
    ),
    "dts_absent": ("The SDK's index.d.ts does not have it.", "SDK 的 index.d.ts 中没有该错误码。"),
    "on": ("on by default", "默认开启"),
    "opt_in": (
        "opt-in: name it, or TRT9, with flake8's --extend-select",
        "默认关闭:用 flake8 的 --extend-select 指定它或 TRT9",
    ),
    "fixable": ("fix can rewrite it", "fix 可自动改写"),
    "not_fixable": ("fix does not rewrite it", "fix 不会自动改写"),
}
