"""The fixed words of the site, in both languages, and text made fit for Markdown."""

from __future__ import annotations

import re

from flake8_trtc.catalog.codes import Text

HOME = Text("Home", "首页")
GUIDE = Text("Guide", "指南")
RECIPES = Text("Recipes", "使用方法")
COMMANDS = Text("Commands", "命令")
RULES = Text("Rules", "规则")
CODES = Text("Error codes", "错误码")
OPTIONS = Text("Options", "选项")
MEASURED = Text("Measured", "实测")
TABLES = {
    "accuracy": Text("How accurate", "准确率"),
    "injection": Text("Found and fixed", "检出与修复"),
    "speed": Text("How fast", "速度"),
}
"""The titles of what the benchmarks write, by the names of their files."""

CODE = Text("code", "编号")
FINDS = Text("finds", "检查内容")
DEFAULT = Text("default", "默认")
FIX = Text("fix", "自动修复")
ON = Text("on", "默认开启")
OPT_IN = Text("opt-in", "需启用")
YES = Text("yes", "可以")
SEVERITY = Text("severity", "严重程度")
SEVERITIES = {
    "error": Text("error", "错误"),
    "warning": Text("warning", "警告"),
    "note": Text("note", "提示"),
}
OPTION = Text("option", "选项")
VALUE = Text("value", "取值")
DOES = Text("what it does", "作用")
MEANING = Text("meaning", "含义")
NAME = Text("name", "名称")
STATUS = Text("status", "状态")
HEXADECIMAL = Text("hexadecimal", "十六进制")
DECIMAL = Text("decimal", "十进制")

FOUND = Text("Found", "会报告的写法")
CONFIGURED = Text("With this configuration:", "使用以下配置：")
SAYS = Text("`check` says:", "`check` 的输出：")
AFTER = Text("After the fix:", "自动修复之后：")
REFUSED = Text("The fix leaves it, and says why:", "修复命令不改写它，并说明原因：")
SILENT = Text("Not flagged", "不会报告的写法")
NO_EXAMPLE = Text(
    "There is no example: what made the plugin fail has been mended.",
    "没有示例：已知会导致出错的情况都已修正。",
)
BEARING = Text("Options", "相关选项")
SWITCH_ON = Text(
    "Switch it on with `enable-extensions = TRT9` in flake8's configuration, or for one run with",
    "在 flake8 配置中写 `enable-extensions = TRT9` 启用，或仅为一次运行启用：",
)
SILENCE = Text(
    "Silence one line with a comment, or leave the rule out altogether:",
    "用注释屏蔽某一行，或完全关闭该规则：",
)
EXPLAIN = Text("The same on the command line:", "在命令行查看同样的内容：")
OTHER_LANGUAGE = Text("In Chinese", "英文")
SDK_PAGE = Text("The SDK's own page", "SDK 的错误码页面")
DETAILS_OF = Text(
    "Its extra codes come with `error.getExtraCode()`.",
    "明细错误码通过 `error.getExtraCode()` 给出。",
)
ALL_CODES = Text(
    "Every code of the SDK by its value; each name leads to what it means and what to do.",
    "SDK 的全部错误码，按数值排列；点击名称查看含义与处理建议。",
)
EXTRA_CODES = Text("Extra codes", "明细错误码")
ALL_EXTRA = Text(
    "Numbers that come as the extra code of another error, all with their meaning on its page.",
    "随另一个错误给出的明细错误码，含义见该错误码的页面。",
)
ALL_OPTIONS = Text(
    "The options of the plugin, which `check` and the fix read from the same configuration. "
    "Those of the command line alone are with the [commands](../commands/check.md).",
    "插件的选项，`check` 与修复命令读取同一份配置。仅用于命令行的选项见[命令](../commands/check.md)。",
)
HELP = Text("This is what `--help` prints.", "以下为 `--help` 的输出（英文）。")


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
