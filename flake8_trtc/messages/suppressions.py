"""Mistakes in comments that silence findings."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# How it is written.
MISSPELT = Sentence(
    "{what} is not known; did you mean {hint}?", "无法识别 {what}；是否想写 {hint}？"
)
UNCLOSED = Sentence("its bracket is not closed", "方括号未闭合")
EMPTY = Sentence("its brackets name no rule", "方括号中没有规则")
BARE = Sentence(
    "its codes stand outside brackets; write {hint}", "规则应写在方括号中；请写成 {hint}"
)
UNKNOWN = Sentence("there is no rule {what}", "没有规则 {what}")

# What it is about.
NOTHING = Sentence("it silences nothing", "没有可屏蔽的问题")
NOTHING_OF = Sentence("it silences nothing of {what}", "没有可屏蔽的 {what} 问题")
NO_START = Sentence("there is no ignore-start before it", "前面没有 ignore-start")
NO_END = Sentence(
    "there is no ignore-end after it, so it silences all the rest",
    "后面没有 ignore-end，会屏蔽其后的全部问题",
)
