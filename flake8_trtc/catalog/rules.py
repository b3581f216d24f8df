"""The rules: one row each, with the message it prints and the words that document it.

The rows of those that are off until they are asked for are in `opt_in_rules`.
"""

from __future__ import annotations

from flake8_trtc.catalog.entries import Bilingual, Rule
from flake8_trtc.catalog.opt_in_rules import OPT_IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.catalog.entries import Subject

__all__ = ["FAMILIES", "RULES", "Rule", "codes_about"]

_ROWS = (
    Rule(
        "TRT000",
        Bilingual("internal failure", "插件自身出错"),
        True,
        False,
        Bilingual(
            "flake8-trtc failed on this file ({error}); it was not checked, please report this",
            "flake8-trtc 处理此文件时出错（{error}），文件未被检查，请反馈该问题",
        ),
        Bilingual(
            "The plugin itself failed on the file. Nothing is known about its codes; every other "
            "file is still checked. The message names the error, which is what a report needs.",
            "插件自身在该文件上出错，未能给出结论；其他文件照常检查。请把提示中的错误反馈给我们。",
        ),
        severity="error",
        silenceable=False,
    ),
    Rule(
        "TRT001",
        Bilingual("magic number", "直接写成数字的错误码"),
        True,
        True,
        Bilingual(
            "{text} is {constant} ({summary}); use the constant",
            "{text} 是 {constant}（{summary}）；请使用该常量",
        ),
        Bilingual(
            "A number that is a TRTC error code: of v4, of v5 in code that uses v5, of liteav in code "
            "that uses that. Nobody remembers the numbers, and the comments beside them are often "
            "wrong; the constant says what is meant: ErrorCode's, TRTC.ERROR_CODE's by the script's "
            "own binding of the SDK, liteav.Error's.",
            "代码里直接写了 TRTC 错误码的数字：v4 的，使用 v5 的代码中 v5 的，使用 liteav 的代码中 liteav 的。"
            "数字难以记忆，旁边的注释也常常写错；常量能说明含义：ErrorCode 的、经由脚本自身 SDK 绑定的 "
            "TRTC.ERROR_CODE 的，或 liteav.Error 的。",
        ),
        example="if (error.getCode() === 0x4043) ...",
    ),
    Rule(
        "TRT002",
        Bilingual("code written as a string", "以字符串书写的错误码"),
        True,
        False,
        Bilingual(
            "{text} spells {constant} as a string; compare the number with the constant",
            "{text} 用字符串书写了 {constant}；请转换为数字后与常量比较",
        ),
        Bilingual(
            "An error code written as a string where codes are compared or looked up. The SDK "
            "gives numbers: convert the value once, where it enters the program, and compare it "
            "with the constant.",
            "在比较或查找错误码的地方使用了字符串。SDK 给出的是数字：请在入口处转换一次，再与常量比较。",
        ),
        example="if (error.getCode() === '16388') ...",
    ),
    Rule(
        "TRT004",
        Bilingual("detail code", "详细错误码"),
        True,
        False,
        Bilingual(
            "{text} is a detail code of ErrorCode.{name}: {summary}",
            "{text} 是 ErrorCode.{name} 的详细错误码：{summary}",
        ),
        Bilingual(
            "A detail code, which the SDK reports beside JOIN_ROOM_FAILED or "
            "SIGNAL_CHANNEL_SETUP_FAILED. It has no constant; the message says what it means.",
            "随 JOIN_ROOM_FAILED 或 SIGNAL_CHANNEL_SETUP_FAILED 一起给出的详细错误码。它没有常量，提示说明其含义。",
        ),
        example="if (error.getExtraCode() === -100013) ...",
    ),
    Rule(
        "TRT101",
        Bilingual("deprecated code", "已废弃的错误码"),
        True,
        False,
        Bilingual(
            "{what} is deprecated since v{version}; {remedy}",
            "{what} 自 v{version} 起已废弃；{remedy}",
        ),
        Bilingual(
            "A code the SDK has deprecated. CLIENT_BANNED went in 4.14.0: listen to the client's "
            "'client-banned' event instead.",
            "SDK 已废弃的错误码。CLIENT_BANNED 自 4.14.0 起废弃：请改为监听 client 的 'client-banned' 事件。",
        ),
        example="case ErrorCode.CLIENT_BANNED:",
        retired=True,
    ),
    Rule(
        "TRT102",
        Bilingual("code no longer thrown", "不再抛出的错误码"),
        True,
        False,
        Bilingual(
            "{what} is no longer thrown since v{version}; {remedy}",
            "{what} 自 v{version} 起不再抛出；{remedy}",
        ),
        Bilingual(
            "A code the SDK no longer throws, so the branch that waits for it is dead: "
            "SIGNAL_CHANNEL_ERROR since 4.6.5, ICE_TRANSPORT_ERROR since 4.6.6 (the "
            "NETWORK_QUALITY event tells of a bad network instead).",
            "SDK 不再抛出的错误码，等待它的分支永远不会执行：SIGNAL_CHANNEL_ERROR 自 4.6.5 起，"
            "ICE_TRANSPORT_ERROR 自 4.6.6 起（请改用 NETWORK_QUALITY 事件感知网络异常）。",
        ),
        example="case 16386: // SIGNAL_CHANNEL_ERROR",
        retired=True,
    ),
    Rule(
        "TRT103",
        Bilingual("code newer than the SDK", "当前 SDK 版本没有的错误码"),
        True,
        False,
        Bilingual(
            "{what} came with v{version}, but trtc-sdk-version is {sdk}",
            "{what} 自 v{version} 才有，而 trtc-sdk-version 为 {sdk}",
        ),
        Bilingual(
            "A code that the SDK version in use does not have yet. Speaks only where the option "
            "trtc-sdk-version names that version.",
            "所用 SDK 版本尚未提供的错误码。仅在设置了 trtc-sdk-version 时检查。",
        ),
        example="case ErrorCode.DEVICE_NOT_FOUND: // trtc-sdk-version = 4.6.1",
    ),
    Rule(
        "TRT104",
        Bilingual("code that no build constructs any more", "各版本均已不再产生的错误码"),
        True,
        False,
        Bilingual(
            "{what} is constructed by no build from v{version}; trtc-sdk-version is {sdk}",
            "自 v{version} 起没有任何版本会产生 {what}；trtc-sdk-version 为 {sdk}",
        ),
        Bilingual(
            "A code that the SDK's own list still has, but that no build on npm makes an error of any "
            "more, so the branch that waits for it is dead. Speaks only where the option "
            "trtc-sdk-version names one version, no range.",
            "SDK 的错误码列表仍有记载，但 npm 上的版本已不再产生的错误码，等待它的分支永远不会执行。"
            "仅在 trtc-sdk-version 指明一个确定版本（而非范围）时检查。",
        ),
        example="case ErrorCode.SERVER_TIMEOUT: // trtc-sdk-version = 4.15.22",
        retired=True,
    ),
    Rule(
        "TRT105",
        Bilingual("code awaited where it is never sent", "此处不会收到的错误码"),
        True,
        False,
        Bilingual("{sent} never comes here: {reason}", "此处不会收到 {sent}：{reason}"),
        Bilingual(
            "A code that waits for an event that never brings it, so the branch is dead: the "
            "'error' event of a client, made by createClient in the file, carries four codes in "
            "4.15.22 (a stream's 'error' is another event); 'client-banned' brings no error from "
            "4.14.0, so getCode() of it is a TypeError. Speaks only where the option "
            "trtc-sdk-version names such a version.",
            "在不会给出该错误码的事件中等待它，分支永远不会执行：在 4.15.22 中，本文件内由 createClient 创建的 client，其 "
            "'error' 事件只会给出四个错误码（stream 的 'error' 是另一个事件）；自 4.14.0 起 'client-banned' 给出的不再是错误对象，"
            "对其调用 getCode() 会抛出 TypeError。仅在 trtc-sdk-version 指明这样的版本时检查。",
        ),
        example="client.on('error', (e) => e.getCode() === ErrorCode.PLAY_NOT_ALLOWED)",
    ),
    Rule(
        "TRT201",
        Bilingual("unknown member", "不存在的成员"),
        True,
        True,
        Bilingual(
            "{owner} has no member {name}{hint}",
            "{owner} 没有成员 {name}{hint}",
        ),
        Bilingual(
            "A member that ErrorCode does not have, so the line fails when it runs. Rewritten when "
            "exactly one member is close.",
            "ErrorCode 中不存在的成员，运行到该行就会出错。仅当恰有一个相近的成员时才会自动改写。",
        ),
        severity="error",
        example="if (code === ErrorCode.JOIN_ROM_FAILED) ...",
    ),
    Rule(
        "TRT202",
        Bilingual("name and value disagree", "名称与数值不符"),
        True,
        False,
        Bilingual(
            "{label} is {expected}, but here it is {text}, which is {actual}",
            "{label} 的值应为 {expected}，此处却是 {text}（{actual}）",
        ),
        Bilingual(
            "A constant that is named after one code and has the value of another. One of the two "
            "is wrong, and only you know which.",
            "常量以一个错误码命名，却取了另一个错误码的值。两者必有一错，需要人来判断。",
        ),
        severity="error",
        example="const JOIN_ROOM_FAILED = 16389;",
    ),
    Rule(
        "TRT203",
        Bilingual("comment names another code", "注释写的是另一个错误码"),
        True,
        False,
        Bilingual(
            "the comment says {other}, but this is {what}",
            "注释写的是 {other}，实际是 {what}",
        ),
        Bilingual(
            "The comment beside a code names another constant. The value decides what the program "
            "does; the comment misleads whoever reads it.",
            "错误码旁的注释写的是另一个常量。程序的行为由数值决定，注释会误导读者。",
        ),
        example="case 4096: // INVALID_OPERATION",
    ),
    Rule(
        "TRT204",
        Bilingual("comparison that never holds", "永不成立的比较"),
        True,
        False,
        Bilingual(
            "{subject} never equals {what}: {reason}",
            "{subject} 永远不等于 {what}：{reason}",
        ),
        Bilingual(
            "A comparison in JavaScript that can never hold: getCode() gives a number, which === "
            "never finds equal to a string; an error that the v4 SDK threw has no .code at "
            "all, so the branch is dead. An error of v5 has no getCode(), which is a TypeError, its "
            "name is never RtcError, and its .code is one of the eight of TRTC.ERROR_CODE.",
            "JavaScript 中永远不成立的比较：getCode() 返回数字，用 === 与字符串比较必为假；"
            "v4 SDK 抛出的错误没有 .code 属性，该分支永远不会执行。v5 的错误没有 getCode()（调用会抛出 "
            "TypeError），其 name 从不是 RtcError，其 .code 只会是 TRTC.ERROR_CODE 的八个值之一。",
        ),
        severity="error",
        example="if (error.getCode() === '4099') ...",
    ),
    Rule(
        "TRT205",
        Bilingual("code handled twice", "同一错误码处理两次"),
        True,
        False,
        Bilingual(
            "{what} is already handled on line {line}",
            "{what} 已在第 {line} 行处理过",
        ),
        Bilingual(
            "The same code twice in one chain of tests, one match or one table. The second never "
            "runs, or silently replaces the first.",
            "同一错误码在一串判断、一个 match 或一张表中出现两次。后者不会执行，或悄悄覆盖前者。",
        ),
        severity="error",
        example="if (code === 16388) ... else if (code === 0x4004) ...",
    ),
    Rule(
        "TRT206",
        Bilingual("liteav error used as a number", "把 liteav 的错误当作数字使用"),
        True,
        False,
        Bilingual(
            "{text} is a member of liteav.Error, {reason}",
            "{text} 是 liteav.Error 的成员，{reason}",
        ),
        Bilingual(
            "What OnError of TRTC's Python SDK is given is a member of liteav.Error: it equals its "
            "number, but < is a TypeError, it is always true, and JSON can't hold it. What "
            "EnterRoom and the like return is a number.",
            "TRTC Python SDK 的 OnError 收到的是 liteav.Error 的成员：它与对应的数字相等，但用 < 比较会抛出 TypeError，"
            "其真值始终为真，也不能写入 JSON。EnterRoom 等方法的返回值则是普通数字。",
        ),
        severity="error",
        example="def OnError(self, error): return error < 0",
    ),
    *OPT_IN,
)

RULES: dict[str, Rule] = {rule.code: rule for rule in sorted(_ROWS)}
"""Every rule by its code, in order."""
FAMILIES = tuple(sorted({rule.family for rule in _ROWS if not rule.default}))
"""Opt-in families: their rules are looked for where they, or the rules themselves, are named."""


def codes_about(subject: Subject) -> tuple[str, ...]:
    """The codes of the rules that judge a kind of thing."""
    return tuple(rule.code for rule in _ROWS if rule.subject == subject)
