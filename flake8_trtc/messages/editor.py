"""Messages of the language server in an editor."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# Titles of code actions.
USE = Sentence("Use {name} here", "在此处使用 {name}")
FIX_ALL = Sentence(
    "Use constants for all TRTC codes in this file", "将该文件中的 TRTC 错误码全部改为常量"
)
SILENCE = Sentence("Suppress {code} on this line with a comment", "用注释屏蔽此行的 {code}")
OPEN = Sentence("Open the page of {what}", "打开 {what} 的文档页面")

# What an action could not do.
NOT_FIXED = Sentence("not fixed: {reason}", "未改写：{reason}")
NOT_SILENCED = Sentence("no comment can stand here", "此处无法放置注释")
NOTHING = Sentence("there is nothing to change any more", "已无可改动之处")

# What is wrong with a file or its configuration.
CONFIGURATION = Sentence("flake8-trtc: {reason}", "flake8-trtc 的配置有误：{reason}")
UNCHECKED = Sentence(
    "flake8-trtc: {name} is not checked: {reason}", "flake8-trtc：未检查 {name}：{reason}"
)
HUGE = Sentence(
    "it has more than {most} characters; run flake8-trtc check",
    "超过 {most} 个字符；请运行 flake8-trtc check",
)
MISSING_EXTRA = Sentence(
    "flake8-trtc server: error: pygls is not installed; "
    "run: {python} -m pip install 'flake8-trtc[lsp]'",
    "flake8-trtc server：错误：未安装 pygls；请运行：{python} -m pip install 'flake8-trtc[lsp]'",
)
