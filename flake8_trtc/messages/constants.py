"""Mistakes in the arguments of `constants`, and what it says of copies."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

WRITES_NOTHING = Sentence(
    "--check writes nothing: not with -o", "--check 不写入任何内容：不能与 -o 同时使用"
)
NO_LANGUAGE = Sentence(
    "{path}: no language has this suffix; choose from {suffixes}",
    "{path}：没有使用该后缀的语言；可用的有：{suffixes}",
)
NO_FORM = Sentence("--lang or -o is missing", "缺少 --lang 或 -o")
NOT_IN_FILE = Sentence(
    "{path}: --lang {lang} does not go into a file with this suffix",
    "{path}：--lang {lang} 不能写入该后缀的文件",
)
NOT_GLOBAL = Sentence("--global is for --lang dts", "--global 只用于 --lang dts")
NO_NAME = Sentence("--name: an array of records has no name", "--name：记录数组没有名称")
NOT_PYTHON = Sentence(
    "--name {name!r} is not a name in Python", "--name {name!r} 不是合法的 Python 名称"
)
NOT_JAVASCRIPT = Sentence(
    "--name {name!r} is not a name in JavaScript", "--name {name!r} 不是合法的 JavaScript 名称"
)
STALE = Sentence(
    "{path}: stale; renew it with: {command}", "{path}：已过期；请用以下命令更新：{command}"
)
