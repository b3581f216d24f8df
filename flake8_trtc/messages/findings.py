"""Sentences of rules besides their own message: hints, remedies, and why a test never holds."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

NAMED = Sentence("{text} ({name})", "{text}（{name}）")
CLOSE = Sentence("; did you mean {close}?", "；是否想写 {close}？")
FIRST_BUILD = Sentence("{version} (its first build on npm)", "{version}")
REMOVE = Sentence("remove the branch", "请删除该分支")

# TRT204.
NO_GETTER = Sentence(
    "{text} is a TypeError: errors of v5 have no {name}(); read .code, or .extraCode",
    "{text} 会抛出 TypeError：v5 的错误对象没有 {name}()；请读取 .code 或 .extraCode",
)
OTHER_NAME = Sentence(
    "{text} is never 'RtcError': the name of an error of v5 is that of its code; compare .code "
    "with TRTC.ERROR_CODE",
    "{text} 永远不是 'RtcError'：v5 错误的 name 是其错误码的名称；"
    "请将 .code 与 TRTC.ERROR_CODE 比较",
)
INSTEAD = Sentence(
    "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE; in its place v5 gives "
    "{given}",
    "v5 错误的 .code 只会是 TRTC.ERROR_CODE 的八个值之一；v5 中与之对应的是：{given}",
)
EXTRA_CODE = Sentence(
    "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE; this one is in .extraCode",
    "v5 错误的 .code 只会是 TRTC.ERROR_CODE 的八个值之一；该值在 .extraCode 中",
)
EIGHT_CODES = Sentence(
    "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE; a server's code is in "
    ".extraCode",
    "v5 错误的 .code 只会是 TRTC.ERROR_CODE 的八个值之一；服务端的错误码在 .extraCode 中",
)
NO_CODE = Sentence(
    "errors of the v4 SDK have no .code; call getCode()",
    "v4 SDK 的错误对象没有 .code；请调用 getCode()",
)
NOT_A_STRING = Sentence("it is a number; compare it with the constant", "它是数字；请与常量比较")

# TRT105.
BANNED = Sentence(
    "from v4.14.0 'client-banned' brings {{reason, message}}, which has no getters; read .reason",
    "自 v4.14.0 起，'client-banned' 给出的是 {{reason, message}}，没有这些方法；请读取 .reason",
)
ERROR_EVENT = Sentence(
    "in v4.15.22 the client's 'error' event carries only 0x4004, 0x4006, 0x4007 and 0x4008",
    "在 v4.15.22 中，client 的 'error' 事件只会给出 0x4004、0x4006、0x4007 和 0x4008",
)

# TRT206.
NO_ORDER = Sentence(
    "which has no order, so this is a TypeError; compare it by == with another, or int() of it",
    "没有大小之分，此处会抛出 TypeError；请用 == 与其他成员比较，或比较其 int() 值",
)
ALWAYS_TRUE = Sentence(
    "which is always true, ERR_OK too; compare it by == with liteav.Error.ERR_OK",
    "始终为真，ERR_OK 也不例外；请用 == 与 liteav.Error.ERR_OK 比较",
)
NO_JSON = Sentence(
    "which JSON can't hold, so this is a TypeError; write int() of it",
    "不能写入 JSON，此处会抛出 TypeError；请写入其 int() 值",
)

# What v5 gives in place of a code of v4: phrases without a full stop.
ERROR = Sentence("TRTC.ERROR_CODE.{code}", "TRTC.ERROR_CODE.{code}")
EXTRA = Sentence(" with the extra code {extra}", "，详细错误码为 {extra}")
SERVER = Sentence(" with the server's code as its extra code", "，详细错误码为服务端的错误码")
BROUGHT = Sentence(", brought by TRTC.EVENT.{event}", "，由 TRTC.EVENT.{event} 事件给出")
EVENT = Sentence("the event TRTC.EVENT.{event}", "TRTC.EVENT.{event} 事件")
NONE = Sentence("nothing: no error of v5 stands for it", "v5 没有对应的错误")
UNSURE = Sentence("probably {given}", "可能是 {given}")
AND = Sentence("{given}; {note}", "{given}；{note}")
