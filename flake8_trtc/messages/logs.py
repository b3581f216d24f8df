"""Messages of `logs`: the heads of its table, and the sum."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

CODE = Sentence("code", "错误码")
COUNT = Sentence("count", "次数")
FIRST = Sentence("first", "首次")
LAST = Sentence("last", "末次")
MEANING = Sentence("meaning", "含义")
STATUS = Sentence("status", "状态")
NOT_THROWN = Sentence("not thrown in {version}", "{version} 已不再抛出")
READ = Sentence("read {n} lines", "读取了 {n} 行", one="read 1 line")
MENTIONED = Sentence("{n} mentions of {codes} codes", "{codes} 个错误码共 {n} 次")
MENTIONED_ONE = Sentence("{n} mentions of 1 code", "1 个错误码共 {n} 次", one="1 mention of 1 code")
NOTHING = Sentence("no TRTC codes", "没有 TRTC 错误码")
BROKEN = Sentence("{n} of them not valid UTF-8", "其中 {n} 行不是有效的 UTF-8")
FAILED = Sentence("{n} logs failed", "{n} 个日志出错", one="1 log failed")
NO_MOMENT = Sentence(
    "{text!r} is no time; write 2026-11-30 or 2026-11-30T08:00",
    "{text!r} 不是时间；请写成 2026-11-30 或 2026-11-30T08:00",
)
NO_EXPRESSION = Sentence(
    "{text!r} is no regular expression: {error}", "{text!r} 不是正则表达式：{error}"
)
NO_VERSION = Sentence(
    "{text!r} is no version; write 4.15.22", "{text!r} 不是版本号；请写成 4.15.22"
)
NO_PLOT = Sentence(
    "--plot needs the extra plot: pip install 'flake8-trtc[plot]'",
    "--plot 需要附加依赖 plot：pip install 'flake8-trtc[plot]'",
)
NOT_A_PICTURE = Sentence(
    "--plot writes .svg or .png, not {name}", "--plot 只能写 .svg 或 .png，不能写 {name}"
)
OVER_TIME = Sentence("lines a minute", "每分钟行数")
MOMENT = Sentence("time (UTC)", "时间（UTC）")
