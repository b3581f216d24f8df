"""The rows of the rules that are off until they are asked for."""

from __future__ import annotations

from flake8_trtc.catalog.entries import Bilingual, Rule

OPT_IN = (
    Rule(
        "TRT401",
        Bilingual("v4 error handling", "v4 的错误处理"),
        False,
        True,
        Bilingual("{what} in v5: {given}", "{what} 在 v5 中：{given}"),
        Bilingual(
            "A code of v4, and what v5 gives in its place: another code, an event, or nothing. For "
            "teams that move from v4 to v5; several codes of v4 are one of v5. Rewritten where one code "
            "of v5 stands for that alone, and it is compared with the code of an error of v5.",
            "v4 的错误码，以及 v5 中与之对应的错误码、事件（或没有对应）。供从 v4 迁移到 v5 的团队使用；"
            "v4 的多个错误码可能对应 v5 的同一个。仅当 v5 有唯一对应的错误码、且比较的是 v5 错误的 code 时才会自动改写。",
        ),
        severity="note",
        example="if (error.getCode() === ErrorCode.DEVICE_NOT_FOUND) ...",
    ),
    Rule(
        "TRT901",
        Bilingual("home-made copy of a constant", "自行定义的重复常量"),
        False,
        True,
        Bilingual(
            "{label} = {text} is a copy of ErrorCode.{name}; take it from there",
            "{label} = {text} 与 ErrorCode.{name} 重复；请直接引用",
        ),
        Bilingual(
            "A constant of the project's own that repeats one of the catalog. Copies drift; bind "
            "the name to ErrorCode instead.",
            "项目自行定义、与目录重复的常量。两处定义容易不一致，请改为引用 ErrorCode。",
        ),
        example="const MY_CODES = { JOIN_ROOM_FAILED: 16388 };",
    ),
    Rule(
        "TRT902",
        Bilingual("embedded code that does not parse", "无法解析的内嵌代码"),
        False,
        False,
        Bilingual(
            "the {text} here does not parse; codes behind this may be missed",
            "此处的 {text} 无法解析，其后的错误码可能被遗漏",
        ),
        Bilingual(
            "JavaScript inside a string, a page or a document that mentions codes and does not "
            "parse. It may be broken, or be put together in a way that can't be followed. In any "
            "code it is also the place of a number that may be a code and that the parser lost; "
            "of such a place check and fix say a word even where this rule is off.",
            "字符串、页面或文档中提到错误码、但无法解析的 JavaScript。可能代码有误，也可能拼接方式无法识别。"
            "此外，任何代码中可能是错误码、却因解析出错而无法读取的数字也会在此报告；"
            "即使未启用本规则，check 和 fix 也会给出提示。",
        ),
        subject="texts",
        example='eval("if (code === 16388) {{")',
    ),
    Rule(
        "TRT903",
        Bilingual("possible code", "疑似错误码"),
        False,
        False,
        Bilingual(
            "{text} may be ErrorCode.{name} ({summary}), but nothing here says TRTC",
            "{text} 可能是 ErrorCode.{name}（{summary}），但此处没有 TRTC 的迹象",
        ),
        Bilingual(
            "A number in a place for codes, without evidence that it is one of TRTC's. For a "
            "first look at an unknown code base; name TRTC files with trtc-assume to be sure.",
            "位于错误码位置、但没有 TRTC 迹象的数字。用于初次排查陌生代码库；可用 trtc-assume 指明 TRTC 文件。",
        ),
        severity="note",
        example="if (x === 16388) ...",
    ),
    Rule(
        "TRT904",
        Bilingual("useless suppression", "无效的屏蔽注释"),
        False,
        False,
        Bilingual("this suppression is wrong: {problem}", "此屏蔽注释有误：{problem}"),
        Bilingual(
            "A `trtc: ignore` comment that is misspelt, names no known rule, or silences nothing; an "
            "`ignore-start` without its end, or the other way round. Mend or remove it, so that it "
            "does not hide the next finding.",
            "`trtc: ignore` 注释拼写有误、写了不存在的规则、没有可屏蔽的问题，或 `ignore-start` 与 `ignore-end` 不成对。"
            "请改正或删除，以免掩盖以后的问题。",
        ),
        severity="note",
        silenceable=False,
        subject="comments",
        example="x = 1  # trtc: ignore[TRT001]",
    ),
    Rule(
        "TRT905",
        Bilingual("extra code of v5", "v5 的详细错误码"),
        False,
        True,
        Bilingual(
            "{text} is the extra code {name} of TRTC.ERROR_CODE.{parent}: {summary}",
            "{text} 是 TRTC.ERROR_CODE.{parent} 的详细错误码 {name}：{summary}",
        ),
        Bilingual(
            "A number that v5 gives as `error.extraCode`. The SDK keeps its name to itself; "
            "`flake8_trtc.v5.ExtraCode` and `flake8-trtc constants --sdk v5-extra` have it. In scripts "
            "the fix declares `TrtcExtraCode` with those that are used.",
            "v5 以 `error.extraCode` 给出的数字。SDK 不公开其名称；`flake8_trtc.v5.ExtraCode` 与 "
            "`flake8-trtc constants --sdk v5-extra` 提供名称。在脚本中，fix 会声明只含所用成员的 `TrtcExtraCode`。",
        ),
        example="if (error.extraCode === 5302) ...",
    ),
)
