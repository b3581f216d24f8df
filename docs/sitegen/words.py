"""The fixed words of the site, in both languages, and text made fit for Markdown."""

from __future__ import annotations

import re

from flake8_trtc.catalog.codes import Bilingual

HOME = Bilingual("Home", "首页")
GUIDE = Bilingual("Guide", "指南")
RECIPES = Bilingual("Recipes", "使用方法")
COMMANDS = Bilingual("Commands", "命令")
RULES = Bilingual("Rules", "规则")
CODES = Bilingual("Error codes", "错误码")
OPTIONS = Bilingual("Options", "选项")
MEASURED = Bilingual("Measured", "实测")
TABLES = {
    "accuracy": Bilingual("How accurate", "准确率"),
    "injection": Bilingual("Found and fixed", "检出与修复"),
    "speed": Bilingual("How fast", "速度"),
}
"""The titles of what the benchmarks write, by the names of their files."""

CODE = Bilingual("code", "编号")
FINDS = Bilingual("finds", "检查内容")
DEFAULT = Bilingual("default", "默认")
FIX = Bilingual("fix", "自动修复")
ON = Bilingual("on", "默认开启")
OPT_IN = Bilingual("opt-in", "需启用")
YES = Bilingual("yes", "可以")
SEVERITY = Bilingual("severity", "严重程度")
SEVERITIES = {
    "error": Bilingual("error", "错误"),
    "warning": Bilingual("warning", "警告"),
    "note": Bilingual("note", "提示"),
}
OPTION = Bilingual("option", "选项")
VALUE = Bilingual("value", "取值")
DOES = Bilingual("what it does", "作用")
MEANING = Bilingual("meaning", "含义")
NAME = Bilingual("name", "名称")
STATUS = Bilingual("status", "状态")
HEXADECIMAL = Bilingual("hexadecimal", "十六进制")
DECIMAL = Bilingual("decimal", "十进制")

FOUND = Bilingual("Found", "会报告的写法")
CONFIGURED = Bilingual("With this configuration:", "使用以下配置：")
SAYS = Bilingual("`check` says:", "`check` 的输出：")
AFTER = Bilingual("After the fix:", "自动修复之后：")
REFUSED = Bilingual("The fix leaves it, and says why:", "修复命令不改写它，并说明原因：")
SILENT = Bilingual("Not flagged", "不会报告的写法")
NO_EXAMPLE = Bilingual(
    "There is no example: what made the plugin fail has been mended.",
    "没有示例：已知会导致出错的情况都已修正。",
)
BEARING = Bilingual("Options", "相关选项")
SWITCH_ON = Bilingual(
    "Switch it on with `enable-extensions = {family}` in flake8's configuration, or for one run with",
    "在 flake8 配置中写 `enable-extensions = {family}` 启用，或仅为一次运行启用：",
)
SILENCE = Bilingual(
    "Silence one line with a comment, or leave the rule out altogether:",
    "用注释屏蔽某一行，或完全关闭该规则：",
)
EXPLAIN = Bilingual("The same on the command line:", "在命令行查看同样的内容：")
OTHER_LANGUAGE = Bilingual("In Chinese", "英文")
SDK_PAGE = Bilingual("The SDK's own page", "SDK 的错误码页面")
DETAILS_OF = Bilingual(
    "Its extra codes come with `error.getExtraCode()`.",
    "详细错误码通过 `error.getExtraCode()` 给出。",
)
ALL_CODES = Bilingual(
    "Every code of the SDK by its value; each name leads to what it means and what to do.",
    "SDK 的全部错误码，按数值排列；点击名称查看含义与处理建议。",
)
EXTRA_CODES = Bilingual("Extra codes", "详细错误码")
ALL_EXTRA = Bilingual(
    "Numbers that come as the extra code of another error, all with their meaning on its page.",
    "随另一个错误给出的详细错误码，含义见该错误码的页面。",
)
V5 = Bilingual("Codes of v5", "v5 的错误码")
ALL_V5 = Bilingual(
    "The members of `TRTC.ERROR_CODE` of `trtc-sdk-v5`, which are `error.code`; each name leads to what it means, what to do and which extra codes come with it. Python has them as `flake8_trtc.v5.ErrorCode`.",
    "`trtc-sdk-v5` 的 `TRTC.ERROR_CODE` 成员，即 `error.code` 的值；点击名称查看含义、处理建议与详细错误码。Python 中为 `flake8_trtc.v5.ErrorCode`。",
)
EXTRA_OF_V5 = Bilingual(
    "They come as `error.extraCode`. The names are those inside the SDK, which does not export them; Python has them as `flake8_trtc.v5.ExtraCode`. With `SERVER_ERROR` the server's own codes come, too.",
    "通过 `error.extraCode` 给出。名称取自 SDK 内部，SDK 并不导出；Python 中为 `flake8_trtc.v5.ExtraCode`。`SERVER_ERROR` 还会带有服务端的错误码。",
)
INTERNAL = Bilingual("Inside v5", "v5 内部的错误码")
ALL_INTERNAL = Bilingual(
    "v5 runs the engine of v4, whose codes show in its logs, and these besides. It converts them before an application sees them.",
    "v5 内部运行 v4 的引擎，日志中会出现 v4 的错误码以及下列错误码；业务收到之前，SDK 会先行转换。",
)
GIVEN = Bilingual("what an application gets", "业务收到的错误")
LITEAV = Bilingual("Codes of liteav", "liteav 的错误码")
ALL_LITEAV = Bilingual(
    "The members of `liteav.Error`, of TRTC's SDK for Python servers (`pip install liteav`). `OnError()` gets one of them; `EnterRoom()` and the other methods return them as plain ints.",
    "`liteav.Error` 的成员，来自 TRTC 的 Python 服务端 SDK（`pip install liteav`）。`OnError()` 收到的是其中之一；`EnterRoom()` 等接口返回普通整数。",
)
FROM_V4 = Bilingual("From v4 to v5", "从 v4 到 v5")
ABOUT_FROM_V4 = Bilingual(
    "An error of v5 has no `getCode()`: its code is `error.code`, one of the eight members of `TRTC.ERROR_CODE`; what went wrong in particular is `error.extraCode`. Several codes of v4 have become one, and some have become events.",
    "v5 的错误对象没有 `getCode()`：错误码为 `error.code`，取值是 `TRTC.ERROR_CODE` 的八个成员之一；具体原因见 `error.extraCode`。多个 v4 错误码合并为一个，部分改为事件。",
)
HANDLER_V4 = """\
client.join({ roomId }).catch((error) => {
  if (error.getCode() === 0x4004) showReason(error.getExtraCode()); // JOIN_ROOM_FAILED
});"""  # noqa: TRT001 what the page shows of v4 is how people write it
HANDLER_V5 = Bilingual(
    """\
trtc.enterRoom({ roomId, ...credentials }).catch((error) => {
  if (error.code === TRTC.ERROR_CODE.SERVER_ERROR) showReason(error.extraCode);
  // safe to ignore: a later call ended this one
  if (error.code === TRTC.ERROR_CODE.OPERATION_ABORT) return;
});""",
    """\
trtc.enterRoom({ roomId, ...credentials }).catch((error) => {
  if (error.code === TRTC.ERROR_CODE.SERVER_ERROR) showReason(error.extraCode);
  // 可以忽略：后续调用中止了本次调用
  if (error.code === TRTC.ERROR_CODE.OPERATION_ABORT) return;
});""",
)
SOURCES_FROM_V4 = Bilingual(
    "The table is what the SDK's own conversion gave for each code when it was run (5.17.1), and what its bundle does beside it. One to one: this code alone has become that one, so a test for it can be rewritten as it stands.",
    "下表为逐个运行 SDK 自身的转换函数（5.17.1）所得，并结合其代码中的其他处理。“一一对应”表示只有该错误码转换为右侧的错误码，判断条件可以直接改写。",
)
SEE_ALSO = Bilingual("See also:", "另见：")
IN_V4 = Bilingual("v4", "v4")
IN_V5 = Bilingual("v5", "v5")
ONE_TO_ONE = Bilingual("one to one", "一一对应")
METHODS = Bilingual("Methods", "方法")
EVENTS = Bilingual("Events", "事件")
REMARK = Bilingual("remark", "备注")
IS_ONE = Bilingual("yes", "是")
ALL_OPTIONS = Bilingual(
    "The options of the plugin, which `check` and the fix read from the same configuration. "
    "Those of the command line alone are with the [commands](../commands/check.md).",
    "插件的选项，`check` 与修复命令读取同一份配置。仅用于命令行的选项见[命令](../commands/check.md)。",
)
HELP = Bilingual("This is what `--help` prints.", "以下为 `--help` 的输出。")
NUMBERS = Bilingual("Hexadecimal {}, decimal {}.", "十六进制 {}，十进制 {}。")
REPOSITORY = Bilingual("Repository", "代码仓库")
SET_UP = Bilingual("More on setting it up", "更多安装方式")
MESSAGES = Bilingual("Messages", "提示信息")
ALL_MESSAGES = Bilingual(
    "Every sentence that the program says, in both languages, with an example of what it says it of. "
    "The Chinese ones come with `trtc-language = zh`.",
    "程序的全部提示信息，中英文对照，并填入示例内容。设置 `trtc-language = zh` 后显示中文。",
)


def escape(text: str) -> str:
    """Text of the catalog that is to stand in Markdown as it is; line ends stay."""
    return re.sub(r"([\\`*_\[\]])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; a bar in a cell is escaped."""
    lines = [[cell.replace("|", "\\|") for cell in line] for line in (head, *rows)]
    written = [f"| {' | '.join(line)} |\n" for line in lines]
    return "".join([written[0], "|---" * len(head) + "|\n", *written[1:]])


def fence(text: str, language: str = "text", title: str = "", lines: str = "") -> str:
    """A fenced block. title: shown above it; lines: numbers of lines to mark, "2 5"."""
    options = f' title="{title}"' if title else ""
    options += f' hl_lines="{lines}"' if lines else ""
    return f"```{language}{options}\n{text.rstrip()}\n```\n"


LANGUAGES = {
    "py": "python", "js": "javascript", "ts": "typescript", "html": "html", "vue": "html",
    "md": "markdown", "ipynb": "json",
}  # fmt: skip
"""The names that Pygments has for languages, by a file's extension."""
