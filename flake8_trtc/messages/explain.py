"""The labels and fixed sentences around what the catalog knows of a code, a name or a rule."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# Labels of sections.
STATUS = Sentence("Status", "状态")
BUILDS = Sentence("Builds on npm", "npm 上的构建")
MEANING = Sentence("Meaning", "含义")
INSTEAD = Sentence("Instead", "替代方案")
ADVICE = Sentence("What to do", "处理建议")
V5 = Sentence("In v5", "v5 中的对应项")
V4 = Sentence("In v4", "v4 中的对应项")
NOTES = Sentence("Notes", "说明")
GUIDES = Sentence("Guides", "参考文档")
RAISED_BY = Sentence("Raised by", "抛出位置")
RELATED = Sentence("Related methods", "相关方法")
DETAILS = Sentence("Extra codes", "详细错误码")
CAPTURE_ERRORS = Sentence("Names of the error", "错误名")
EXAMPLE = Sentence("Example", "示例")
ALIASES = Sentence("Older spelling", "历史拼写")
SOURCES = Sentence("Sources", "来源")
ELSEWHERE = Sentence("In other SDKs", "其他 SDK")

# Since when.
SINCE = Sentence("since v{version}", "v{version} 新增")
DEPRECATED = Sentence("deprecated since v{version}", "自 v{version} 起废弃")
NOT_THROWN_SINCE = Sentence("no longer thrown since v{version}", "自 v{version} 起不再抛出")
FIRST_BUILD = Sentence(
    "first constructed by {one}, not yet by {other}", "自 {one} 起会产生该错误，{other} 尚不会产生"
)
LAST_BUILD = Sentence(
    "last constructed by {one}, no longer by {other}",
    "{one} 是最后一个会产生该错误的版本，{other} 已不再产生",
)

# Titles.
DETAIL = Sentence("{value}, a detail of {parent}", "{value}，{parent} 的详细错误码")
ACCOUNT = Sentence(
    "{value}, an account-system code of {parent}", "{value}，{parent} 的账号系统错误码"
)
CAPTURE_ERROR = Sentence("{name}, a capture error of {parent}", "{name}，{parent} 对应的采集错误")
EXTRA = Sentence(
    "{name} = {value}, an extra code of {parent}", "{name} = {value}，{parent} 的详细错误码"
)
INTERNAL = Sentence(
    "{name} = {value} ({value:#x}), a code inside v5",
    "{name} = {value}（{value:#x}），v5 内部的错误码",
)
NAME_OF = Sentence("{name} = {value}, in the {sdk}", "{name} = {value}，{sdk}")
TITLED = Sentence("{title}: {summary}", "{title}：{summary}")
BESIDE = Sentence(" ({phrases})", "（{phrases}）")
LABEL = Sentence("{label}:", "{label}：")

# Notes.
EXTRA_CODE = Sentence(
    "It comes as the error's extra code: error.getExtraCode().",
    "通过错误的 extraCode 给出：error.getExtraCode()。",
)
EXTRA_OF_V5 = Sentence(
    "It comes as error.extraCode; the SDK does not export its name.",
    "通过 error.extraCode 给出；SDK 不导出该名称。",
)
AMBIGUOUS = Sentence(
    "The number is common elsewhere, so it is never taken for a TRTC code by itself.",
    "该数字在其他场合很常见，不会仅凭数值判断为 TRTC 错误码。",
)
BROWSER = Sentence("The browser's error behind it is {name}.", "对应的浏览器错误为 {name}。")
UNDOCUMENTED = Sentence("The SDK's documentation does not have it.", "SDK 文档中没有该错误码。")
ONLY_DEFINED = Sentence(
    "The core of 5.17.1 defines it and sends it nowhere; a plugin may.",
    "5.17.1 的核心代码只定义了该错误码，并不给出；插件可能会给出。",
)
PAGE_UNNAMED = Sentence(
    "The SDK's page of error codes gives the value without its name.",
    "SDK 的错误码页面只列出了数值，没有名称。",
)
DTS_ABSENT = Sentence(
    "The SDK's index.d.ts does not have it.", "SDK 的 index.d.ts 中没有该错误码。"
)
ON = Sentence("on by default", "默认开启")
OPT_IN = Sentence(
    "opt-in: switch it on with --enable-extensions {family}",
    "默认关闭：用 --enable-extensions {family} 启用",
)
FIXABLE = Sentence("fix can rewrite it", "fix 可自动改写")
NOT_FIXABLE = Sentence("fix does not rewrite it", "fix 不会自动改写")

CODES = Sentence("Codes", "相关错误码")
ONLY_V4 = Sentence("no code of v4", "不是 v4 的错误码")
UNKNOWN = Sentence(
    "{program}: {query!r} is not known; nearest: {near}",
    "{program}：未找到 {query!r}；相近的有：{near}",
)
UNLIKE_ANY = Sentence("{program}: {query!r} is not known", "{program}：未找到 {query!r}")
