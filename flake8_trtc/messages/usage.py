"""Mistakes in a command line: ours, and those that argparse finds."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

USAGE = Sentence("usage: ", "用法：")

# Commands.
UNKNOWN_COMMAND = Sentence(
    "{program}: unknown command {word!r}; {hint}", "{program}：未知命令 {word!r}；{hint}"
)
MEANT = Sentence("did you mean: {line}", "是否想写：{line}")
CHOOSE = Sentence("choose from {names}", "可用的有：{names}")
HAS = Sentence("{program} has {option}", "{option} 是 {program} 的选项")

# Arguments.
NOT_ALONE = Sentence(
    "- (standard input) can't be combined with other paths", "-（标准输入）不能与其他路径同时使用"
)
NO_STDIN = Sentence(
    "--stdin-filename needs - as the only path", "--stdin-filename 要求路径只有 - 一个"
)
NEED_TABLES = Sentence(
    "IN and OUT are needed, or --repos DIR and OUT", "需要 IN 和 OUT，或 --repos DIR 和 OUT"
)
NO_NUMBER = Sentence("{text} is not a number above 0", "{text} 不是大于 0 的整数")
UNRECOGNIZED_HINT = Sentence(
    "unrecognized arguments: {words}; {hint}", "无法识别的参数：{words}；{hint}"
)
UNRECOGNIZED = Sentence("unrecognized arguments: {words}", "无法识别的参数：{words}")
REQUIRED = Sentence("the following arguments are required: {names}", "缺少以下参数：{names}")
ARGUMENT = Sentence("argument {name}: {reason}", "参数 {name}：{reason}")
MAYBE = Sentence(
    "invalid choice: {value}, maybe you meant {near}? (choose from {names})",
    "不能是 {value}；是否想写 {near}？（可用的有：{names}）",
)
CHOICE = Sentence(
    "invalid choice: {value} (choose from {names})", "不能是 {value}（可用的有：{names}）"
)
NOT_WITH = Sentence("not allowed with argument {other}", "不能与参数 {other} 同时使用")
NO_VALUE = Sentence("ignored explicit argument {value}", "不接受值 {value}")
ONE = Sentence("expected one argument", "需要一个值")
AT_LEAST_ONE = Sentence("expected at least one argument", "至少需要一个值")

THEIRS = (REQUIRED, ARGUMENT, MAYBE, CHOICE, NOT_WITH, NO_VALUE, ONE, AT_LEAST_ONE, NO_NUMBER)
"""What argparse says itself, or takes as text: told by its English, the narrower one first."""
