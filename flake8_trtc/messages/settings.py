"""The comments of what `--show-settings` prints."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# What was read.
READ = Sentence("read: {files}", "已读取：{files}")
NO_CONFIGURATION = Sentence("no configuration", "没有配置文件")
NOT_FLAKE8_S = Sentence("flake8 itself does not read [{table}]", "flake8 自身不读取 [{table}]")

# Where a value came from.
DEFAULT = Sentence("default", "默认")
COMMAND_LINE = Sentence("command line", "命令行")
NOT = Sentence("{place}, not {others}", "{place}，而非 {others}")
AUTO = Sentence("auto, for {path}: {version}", "auto，{path}：{version}")
NOTHING = Sentence("nothing tells it", "无法得知")

# What follows from it.
ON = Sentence("rules that are on: {codes}", "已启用的规则：{codes}")
OFF = Sentence("rules that are off: {codes}", "未启用的规则：{codes}")
LEFT_OUT = Sentence(
    "left out unless named: {names}; what git ignores; minified scripts and the SDK's own builds; "
    "scripts below {vendored}",
    "默认跳过，需明确指定：{names}；被 git 忽略的文件；经过压缩的脚本与 SDK 自身的构建产物；{vendored} 中的脚本",
)
