"""The commands `explain` and `list`: what is known of a code, as plain text, JSON or in colours."""

from __future__ import annotations

import io
import json
import time

import pytest
from terminal import Terminal

from flake8_trtc.catalog.codes import BY_NAME, CAPTURE_ERRORS, CONSTANTS, DETAILS
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli import main

JOIN = "ErrorCode.JOIN_ROOM_FAILED = 16388 (0x4004)"
PROGRAM = "flake8-trtc explain:"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("query", "title"),
    [
        *(
            (query, f"{JOIN}: the room could not be entered")
            for query in (
                *("16388", "016388", " 16_388 ", "+16388", "0x4004", "0X4004", "0o40004"),
                *("JOIN_ROOM_FAILED", "ErrorCode.join_room_failed"),
            )
        ),
        ("UNKOWN", "ErrorCode.UNKNOWN = 65535 (0xffff): unknown error"),
        ("-100013", f"-100013, a detail of {JOIN}: the service is in arrears"),
        (
            "70001",
            "70001, an account-system code of ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED = 16385 "
            "(0x4001): userSig has expired",
        ),
        (
            "aborterror",
            "AbortError, a capture error of ErrorCode.INITIALIZE_FAILED = 4100 (0x1004)",
        ),
        ("trt001", "TRT001: magic number"),
    ],
)
def test_queries(query: str, title: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "explain", query)
    assert (code, out.splitlines()[0], err) == (0, title, "")


@pytest.mark.parametrize("family", ["TRT4", "trt9", " TRT90 ", "TRT2", "TRT"])
def test_a_family_of_rules(family: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each of its rules, as if it was asked for by its own code."""
    rules = [code for code in RULES if code.startswith(family.strip().upper())]
    assert len(rules) == {"TRT4": 1, "TRT2": 6, "TRT": len(RULES)}.get(family, 5)
    told = run(capsys, "explain", family)
    assert told == run(capsys, "explain", *rules)
    assert (told[0], told[2]) == (0, "")
    _, out, _ = run(capsys, "explain", "--json", family)
    assert [(item["query"], item["code"]) for item in json.loads(out)] == [
        (family, code) for code in rules
    ]


def test_no_family_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    said = f"{PROGRAM} 'TRT3' is not known; nearest: TRT103, TRT203, TRT903\n"
    assert run(capsys, "explain", "TRT3") == (1, "", said)
    assert run(capsys, "explain", "TR")[:2] == (1, "")


EXPLAINED = {
    ("en", "CLIENT_BANNED", "-8"): """\
ErrorCode.CLIENT_BANNED = 16448 (0x4040): the user was removed from the room
  Status:
    deprecated since v4.14.0
  Builds on npm:
    last constructed by 4.12.7, no longer by 4.14.3
  Instead:
    listen to the client's 'client-banned' event
  In v5:
    the event TRTC.EVENT.KICKED_OUT
  Notes:
    - The error code is deprecated since v4.14.0; the client event stays.
  Raised by:
    client.on('client-banned')

-8, an account-system code of ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED = 16385 (0x4001): \
sdkAppId is not correct
  Meaning:
    The sdkAppId is not correct. Check the value that was passed.
  Notes:
    - It comes as the error's extra code: error.getExtraCode().
    - The number is common elsewhere, so it is never taken for a TRTC code by itself.
""",
    ("en", "TRT203", "TRT901", "UNKNOWN"): """\
TRT203: comment names another code
  Status:
    on by default
    fix does not rewrite it
  Meaning:
    The comment beside a code names another constant. The value decides what the program does; \
the comment misleads whoever reads it.
  Example:
    case 4096: // INVALID_OPERATION

TRT901: home-made copy of a constant
  Status:
    opt-in: switch it on with --enable-extensions TRT9
    fix can rewrite it
  Meaning:
    A constant of the project's own that repeats one of the catalog. Copies drift; bind the name \
to ErrorCode instead.
  Example:
    const MY_CODES = { JOIN_ROOM_FAILED: 16388 };

ErrorCode.UNKNOWN = 65535 (0xffff): unknown error
  Builds on npm:
    first constructed by 4.6.1, not yet by 4.4.0
  In v5:
    TRTC.ERROR_CODE.UNKNOWN_ERROR
  Older spelling:
    UNKOWN
""",
    ("zh", "NotReadableError", "16392"): """\
NotReadableError，ErrorCode.INITIALIZE_FAILED = 4100 (0x1004) 对应的采集错误
  含义：
    尽管用户已经授权使用相应的设备，但是由于操作系统上某个硬件、浏览器或者网页层面发生的错误导致设备无法被访问。
  处理建议：
    根据浏览器的报错信息处理，并提示用户：
    “暂时无法访问摄像头/麦克风，请确保当前没有其他应用请求访问摄像头/麦克风，并重试”

ErrorCode.DOWNLINK_RECONNECTION_FAILED = 16392 (0x4008)：下行 PeerConnection 重连失败
  npm 上的构建：
    自 4.6.6 起会产生该错误，4.6.5 尚不会产生
  处理建议：
    提醒用户检查网络，然后重新进房。
  v5 中的对应项：
    TRTC.ERROR_CODE.OPERATION_FAILED，由 TRTC.EVENT.ERROR 事件给出；\
检测到防火墙时详细错误码为 5501，否则没有详细错误码
  说明：
    - 当下行 PeerConnection 异常断开时，SDK 会尝试多次重连，如果都失败了，则会抛出此错误。
  抛出位置：
    client.on('error')
  来源：
    SDK 的错误码页面只列出了数值，没有名称。
""",
}


OTHERS = {
    ("en", "TRTC.ERROR_CODE.SERVER_ERROR", "5302", "16465"): """\
TRTC.ERROR_CODE.SERVER_ERROR = 5400: the server answered with an error
  What to do:
    The extra code is the server's own (such as -8, -10012, -100013 or 70001), or 5401.
  Extra codes:
    -100013  the service is in arrears
       5401  the feature needs a paid package
  In v4:
    - ErrorCode.JOIN_ROOM_FAILED
    - ErrorCode.SWITCH_ROLE_FAILED

DEVICE_NOT_ALLOWED_ERROR = 5302, an extra code of TRTC.ERROR_CODE.DEVICE_ERROR = 5300: \
the user or the system denied access
  Notes:
    - It comes as error.extraCode; the SDK does not export its name.
    - The browser's error behind it is NotAllowedError.
    - error.handler() opens the system's settings where the system denied it.

VIDEO_ENCODE_FAILED = 16465 (0x4051), a code inside v5: video could not be encoded
  In v5:
    TRTC.ERROR_CODE.OPERATION_FAILED with the extra code 5506
""",
    ("zh", "5015", "5020", "5401", "ERR_READ_TRY_AGAIN", "-3301"): """\
INVALID_ROOM_ID_REQUIRED = 5015，TRTC.ERROR_CODE.INVALID_PARAMETER = 5000 的详细错误码：\
roomId 与 strRoomId 均未填写
  说明：
    - 通过 error.extraCode 给出；SDK 不导出该名称。
  历史拼写：
    INVALID_ROOM_ID_REQUIED

INVALID_ROOM_ID_DUPLICATE = 5020，TRTC.ERROR_CODE.INVALID_PARAMETER = 5000 的详细错误码：\
目标房间就是当前房间
  说明：
    - 通过 error.extraCode 给出；SDK 不导出该名称。
    - SDK 文档中没有该错误码。

NEED_TO_BUY = 5401，TRTC.ERROR_CODE.SERVER_ERROR = 5400 的详细错误码：该功能需要购买套餐
  说明：
    - 通过 error.extraCode 给出；SDK 不导出该名称。
    - 5.17.1 的核心代码只定义了该错误码，并不给出；插件可能会给出。

liteav.Error.ERR_READ_TRY_AGAIN = -102：暂无数据可读
  说明：
    - 请稍后重试读取。

liteav.Error.ERR_ENTER_ROOM_FAILED = -3301：进房失败
  其他 SDK：
    - ERR_ROOM_ENTER_FAIL = -3301，TRTC Electron SDK
""",
    ("en", "5001", "ERR_MIC_START_FAIL"): """\
5001, a detail of ErrorCode.JOIN_ROOM_FAILED = 16388 (0x4004): the server timed out
  Meaning:
    The server timed out. Try again.
  Notes:
    - It comes as the error's extra code: error.getExtraCode().
    - The number is common elsewhere, so it is never taken for a TRTC code by itself.
  In other SDKs:
    - INVALID_PARAMETER_REQUIRED = 5001, an extra code of TRTC.ERROR_CODE.INVALID_PARAMETER = 5000: \
a required parameter is missing

ERR_MIC_START_FAIL = -1302, in the TRTC Electron SDK
""",
}


@pytest.mark.parametrize("query", OTHERS)
def test_codes_of_other_sdks(query: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain", "--language", *query) == (0, OTHERS[query], "")


def test_a_member_is_looked_for_where_it_belongs(capsys: pytest.CaptureFixture[str]) -> None:
    firsts = {
        "INVALID_PARAMETER": "ErrorCode.INVALID_PARAMETER = 4096 (0x1000)",
        "ErrorCode.INVALID_PARAMETER": "ErrorCode.INVALID_PARAMETER = 4096 (0x1000)",
        "v5.ErrorCode.INVALID_PARAMETER": "TRTC.ERROR_CODE.INVALID_PARAMETER = 5000",
        "TRTC.ERROR_CODE.INVALID_PARAMETER": "TRTC.ERROR_CODE.INVALID_PARAMETER = 5000",
        "liteav.Error.ERR_INVALID_PARAMETER": "liteav.Error.ERR_INVALID_PARAMETER = -2",
    }
    for query, title in firsts.items():
        code, out, _ = run(capsys, "explain", query)
        assert (code, out.partition(": ")[0]) == (0, title)
    for query in ("TRTC.ERROR_CODE.JOIN_ROOM_FAILED", "liteav.Error.DEVICE_ERROR"):
        assert run(capsys, "explain", query)[:2] == (1, "")


def test_json_of_other_sdks(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "explain", "--json", "5300", "5301", "16464", "-2", "KICKED_OUT_REST_API")[1]
    code, extra, internal, liteav, name = json.loads(out)
    assert [row["kind"] for row in (code, extra, internal, liteav, name)] == [
        "v5", "v5_extra", "v5_internal", "liteav", "name",
    ]  # fmt: skip
    assert (code["name"], extra["parent"], extra["browser"]) == (
        "DEVICE_ERROR", "DEVICE_ERROR", "NotFoundError",
    )  # fmt: skip
    assert internal["v5"]["server"]
    assert liteav["note"]["zh"] == "多为接口返回值。"
    assert name == {
        "query": "KICKED_OUT_REST_API",
        "kind": "name",
        "name": "KICKED_OUT_REST_API",
        "value": 3006,
        "sdk": "chat",
        "elsewhere": [],
    }


@pytest.mark.parametrize("query", EXPLAINED)
def test_explained(query: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain", "--language", *query) == (0, EXPLAINED[query], "")


def test_rows_and_code_stand_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    shown = run(capsys, "explain", "JOIN_ROOM_FAILED")[1].splitlines()
    rows = shown[shown.index("  Extra codes:") + 1 :]
    assert len(rows) == 13
    assert rows[:2] == ["       5001  the server timed out", "     -10011  unknown server error"]
    shown = run(capsys, "explain", "INITIALIZE_FAILED")[1].splitlines()
    rows = shown[shown.index("  Names of the error:") + 1 : shown.index("  Example:")]
    assert [row[:26] for row in rows] == [f"    {name:<20}  " for name in CAPTURE_ERRORS]
    example = BY_NAME["INITIALIZE_FAILED"].examples[0].en.split("\n")
    assert shown[shown.index("  Example:") + 1 :] == [f"    {line}" for line in example]


@pytest.mark.parametrize(
    ("query", "close"),
    [
        ("16838", "16388, 16389, 16387"),
        ("0x4143", "0x4043, 0x11243, 0x404d"),
        ("-100031", "-100013, -100021, -10016"),
        ("99999999", "5999"),
        ("-33188", "-3318, -3319, -3317"),
        ("NotReadable", "NotReadableError"),
        ("TRT302", "TRT203, TRT002, TRT102"),
    ],
)
def test_what_is_not_known(query: str, close: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "explain", query, "UNKNOWN")
    assert (code, out.splitlines()[0]) == (1, "ErrorCode.UNKNOWN = 65535 (0xffff): unknown error")
    assert err == f"{PROGRAM} {query!r} is not known; nearest: {close}\n"


def test_what_is_not_known_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    said = "flake8-trtc explain：未找到 '0x4143'；相近的有：0x4043、0x11243、0x404d\n"
    assert run(capsys, "explain", "--language=zh", "0x4143") == (1, "", said)


@pytest.mark.parametrize("query", ["9" * 5000, "0x" + "9" * 5000, "0o" + "7" * 6000])
def test_a_number_that_is_too_long(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = f"{PROGRAM} '{query[:99]}…' is not known\n"
    assert run(capsys, "explain", query) == (1, "", said)


@pytest.mark.parametrize("letter", ["a", "A", "a_", "A1", "é", "("])
def test_a_word_that_is_too_long(letter: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name is not looked for in it: that took minutes."""
    began = time.process_time()
    said = f"{PROGRAM} '{(letter * 100)[:99]}…' is not known\n"
    assert run(capsys, "explain", letter * 100_000) == (1, "", said)
    assert time.process_time() - began < 5


def test_a_word_that_is_too_long_beside_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "explain", f"{'aGk' * 20_000} errorCode=16388 {'A' * 60_000}")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith("ErrorCode.JOIN_ROOM_FAILED = 16388 (0x4004): ")


def test_nothing_is_like_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain", "") == (1, "", f"{PROGRAM} '' is not known\n")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    queries = ("4099", "UNKOWN", "-100013", "-8", "NotReadableError", "TRT901")
    code, out, err = run(capsys, "explain", "--json", *queries, "x")
    assert (code, err.startswith(f"{PROGRAM} 'x' is not known")) == (1, True)
    records = json.loads(out)
    assert [(record["query"], record["kind"]) for record in records] == [
        ("4099", "constant"),
        ("UNKOWN", "constant"),
        ("-100013", "detail"),
        ("-8", "account"),
        ("NotReadableError", "capture_error"),
        ("TRT901", "rule"),
    ]
    assert "\\u" not in out
    assert records[0] | records[1] == records[0] | {
        "query": "UNKOWN",
        "kind": "constant",
        "value": 65535,
        "hex": "0xffff",
        "name": "UNKNOWN",
        "aliases": ["UNKOWN"],
        "rarity": "common",
        "name_rarity": "common",
        "builds": {
            "first_build": "4.6.1",
            "last_without": "4.4.0",
            "last_build": None,
            "first_not_constructing": None,
        },
        "v5": {
            "kind": "error",
            "code": "UNKNOWN_ERROR",
            "extra": None,
            "server": False,
            "event": None,
            "note": None,
            "sure": True,
            "exact": True,
        },
        "summary": {"en": "unknown error", "zh": "未知错误"},
        **{key: records[1][key] for key in ("description", "provenance")},
        **dict.fromkeys(("advice", "since", "deprecated", "not_thrown_since", "replacement")),
        **{key: [] for key in ("notes", "raised_by", "related", "examples")},
        **{key: [] for key in ("details", "capture_errors")},
    }
    detail, rule = DETAILS[-100013], RULES["TRT901"]
    assert records[2] == {
        "query": "-100013",
        "kind": "detail",
        "value": -100013,
        "parent": "JOIN_ROOM_FAILED",
        "summary": detail.summary._asdict(),
        "description": detail.description._asdict(),
        "ambiguous": False,
        "elsewhere": records[2]["elsewhere"],
    }
    assert [(item["kind"], item["name"]) for item in records[2]["elsewhere"]] == [
        ("v5_extra", "ACCOUNT_NO_MONEY"),
        ("liteav", "ERR_SERVICE_SUSPENDED"),
        ("name", "ERR_SERVER_INFO_SERVICE_SUSPENDED"),
    ]
    assert records[5] == {
        "query": "TRT901",
        "kind": "rule",
        "code": "TRT901",
        "title": rule.title._asdict(),
        "default": False,
        "fixable": True,
        "message": rule.message._asdict(),
        "doc": rule.doc._asdict(),
        "elsewhere": [],
    }


def test_json_of_what_belongs_to_a_constant(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "explain", "--json", "16388", "4100")[1]
    join, initialize = json.loads(out)
    assert (join["rarity"], join["capture_errors"], len(join["details"])) == ("rare", [], 13)
    assert (initialize["rarity"], initialize["details"]) == ("common", [])
    assert initialize["capture_errors"] == list(CAPTURE_ERRORS)
    example = BY_NAME["INITIALIZE_FAILED"].examples[0]
    assert initialize["examples"] == [{"en": example.en, "zh": example.zh}]


def test_json_where_there_is_no_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(shown, encoding="ascii"))
    assert main(["explain", "--json", "UNKNOWN"]) == 0
    assert '"zh": "未知错误"'.encode() in shown.getvalue()
    assert json.loads(shown.getvalue())[0]["summary"]["zh"] == "未知错误"


RETIRED = {
    "en": """\
0x4002  16386  SIGNAL_CHANNEL_ERROR  error on the signaling channel (no longer thrown since v4.6.5)
0x4003  16387  ICE_TRANSPORT_ERROR   error on the audio and video transport \
(no longer thrown since v4.6.6)
0x4040  16448  CLIENT_BANNED         the user was removed from the room (deprecated since v4.14.0)
""",
    "zh": """\
0x4002  16386  SIGNAL_CHANNEL_ERROR  WebSocket 信令通道错误（自 v4.6.5 起不再抛出）
0x4003  16387  ICE_TRANSPORT_ERROR   ICE Transport 连接错误（自 v4.6.6 起不再抛出）
0x4040  16448  CLIENT_BANNED         用户被踢出房间（自 v4.14.0 起废弃）
""",
}


@pytest.mark.parametrize("language", RETIRED)
def test_list(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--language", language)
    assert run(capsys, "list", "--deprecated", *options) == (0, RETIRED[language], "")
    code, out, err = run(capsys, "list", *options)
    assert (code, err) == (0, "")
    assert [line.split()[:3] for line in out.splitlines()] == [
        [f"0x{value:04x}", str(value), constant.name] for value, constant in CONSTANTS.items()
    ]


def test_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    names = [constant.name for constant in CONSTANTS.values()]
    listed = json.loads(run(capsys, "list", "--json")[1])
    assert listed == [
        {key: value for key, value in record.items() if key not in {"query", "elsewhere"}}
        for record in json.loads(run(capsys, "explain", "--json", *names)[1])
    ]
    retired = json.loads(run(capsys, "list", "--json", "--deprecated")[1])
    assert [record["value"] for record in retired] == [16386, 16387, 16448]


def test_explained_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    assert main(["explain", "NotReadableError", "SCHEDULE_FAILED"]) == 0
    assert terminal.getvalue().startswith("\x1b[1;36mNotReadableError, a capture error of")
    assert "\x1b[1mWhat to do\x1b[0m" in terminal.getvalue()
    assert terminal.lines == [
        "NotReadableError, a capture error of",
        "ErrorCode.INITIALIZE_FAILED = 4100 (0x1004)",
        "  Meaning",
        "    The user granted access, but the device could not be",
        "    reached because of an error in the hardware, the browser",
        "    or the page.",
        "  What to do",
        "    Act on the browser's own error message, and tell the",
        '    user: "The camera or microphone cannot be reached at the',
        "    moment. Make sure that no other application is using it,",
        '    and try again."',
        "",
        "ErrorCode.SCHEDULE_FAILED = 16460 (0x404c)",
        "the signaling schedule request failed",
        "  Builds on npm",
        "    first constructed by 4.12.0, not yet by 4.11.13",
        "  In v5",
        "    TRTC.ERROR_CODE.OPERATION_FAILED",
        "  Notes",
        "    • When client.join is called, the SDK first asks a",
        "      scheduler for a server near the user; it throws this",
        "      error if that request fails.",
        "    • The network is the usual cause.",
        "  Related methods",
        "    Client.join",
        "  Sources",
        "    The SDK's index.d.ts does not have it.",
    ]


def test_code_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["explain", "INITIALIZE_FAILED"]) == 0
    lines = terminal.lines
    example = BY_NAME["INITIALIZE_FAILED"].examples[0].en.split("\n")
    assert lines[lines.index("  Example") + 1 :] == [f"    {line}".rstrip() for line in example]


def test_list_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    assert main(["list", "--deprecated"]) == 0
    assert terminal.lines == [
        "0x4002  16386  SIGNAL_CHANNEL_ERROR  error on the signaling",
        "                                     channel (no longer",
        "                                     thrown since v4.6.5)",
        "0x4003  16387  ICE_TRANSPORT_ERROR   error on the audio and",
        "                                     video transport (no",
        "                                     longer thrown since",
        "                                     v4.6.6)",
        "0x4040  16448  CLIENT_BANNED         the user was removed",
        "                                     from the room",
        "                                     (deprecated since",
        "                                     v4.14.0)",
    ]
    assert "\x1b[36m0x4040\x1b[0m" in terminal.getvalue()
    assert "\x1b[33m(deprecated since \x1b[0m" in terminal.getvalue()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_without_colours(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert main(["explain", "UNKNOWN"]) == 0
    assert main(["list", "--deprecated"]) == 0
    assert terminal.getvalue() == (
        "ErrorCode.UNKNOWN = 65535 (0xffff): unknown error\n"
        "  Builds on npm:\n    first constructed by 4.6.1, not yet by 4.4.0\n"
        "  In v5:\n    TRTC.ERROR_CODE.UNKNOWN_ERROR\n"
        "  Older spelling:\n    UNKOWN\n" + RETIRED["en"]
    )
