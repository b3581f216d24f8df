"""The catalog against the SDK's own page of error codes, of which catalog/page.zh.txt is a copy.

Both ways: what the catalog says in Chinese is the page's text, and no fact of the page is missing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from flake8_trtc.catalog import liteav_codes, native_codes, v5_codes
from flake8_trtc.catalog._codes import NAMES, RARE_NAMES
from flake8_trtc.catalog.codes import (
    BY_NAME,
    CAPTURE_ERRORS,
    CONSTANTS,
    DETAILS,
    Bilingual,
    Constant,
)
from flake8_trtc.catalog.versions import version_of

CATALOG = Path(__file__).parent.parent / "catalog"
PAGE = (CATALOG / "page.zh.txt").read_text(encoding="utf-8")
ACCOUNT = re.compile(r"(?m)^(-?\d+) 帐号系统 (.+)$")
BULLET = re.compile(r"(?m)^ *(?:• |\d\. )?")
# The page's words that stand for a field, before its text.
LABEL = re.compile(r"^(?:处理建议|说明|描述): ?")
SCAFFOLD = {
    "", "ErrorCode", "错误码定义", "See:", "Members", "Default Value:", "Since:", "Deprecated:", "Note",
    "Example", "错误信息:", "错误名 描述 处理建议", "帐号相关错误信息:", "错误码 错误类型 描述",
    "错误码 错误信息", "例如:",
}  # fmt: skip


# What the copy of the page has glued together, where the page has two links.
GLUED = {
    "getUserMedia 异常、getDisplayMedia 异常": "getUserMedia 异常getDisplayMedia 异常",
    "Client.publish、Client.subscribe": "Client.publishClient.subscribe",
}
FLAT = str.maketrans("，；：？！（）", ",;:?!()")


def flat(text: str) -> str:
    """Text as the copy of the page has it, which has lost the Chinese punctuation."""
    for ours, theirs in GLUED.items():
        text = text.replace(ours, theirs)
    return re.sub("([:,]) ", r"\1", text.translate(FLAT))


def plain_page() -> str:
    """The page without bullets, numbering and blank lines."""
    return flat("\n".join(line for line in BULLET.sub("", PAGE).splitlines() if line))


def members() -> list[tuple[str | None, int, str]]:
    """Each member of the page: its name (None where the page lost it), its value, its text."""
    value = re.compile(r"(?m)^Default Value:\n  • (\d+)\(十六进制: ?(0x[0-9a-f]+)\)$")
    heading = re.compile(r"(?m)^\(static\) (\w+)$")
    starts: list[tuple[str | None, int, int]] = []
    end = 0
    for hit in value.finditer(PAGE):
        assert int(hit[1]) == int(hit[2], 16)
        name = heading.search(PAGE, end, hit.start())
        starts.append((name and name[1], int(hit[1]), (name or hit).start()))
        end = hit.end()
    ends = [start for _, _, start in starts[1:]] + [len(PAGE)]
    return [
        (name, number, PAGE[start:end])
        for (name, number, start), end in zip(starts, ends, strict=True)
    ]


def section(name: str) -> str:
    return next(text for title, _, text in members() if title == name)


def texts() -> Iterator[tuple[str, Bilingual]]:
    """Every text of the catalog but the replacements and the examples, with its row."""
    for constant in CONSTANTS.values():
        single = (constant.summary, constant.description, constant.advice, *constant.notes)
        yield from ((constant.name, text) for text in single if text is not None)
    for detail in DETAILS.values():
        yield str(detail.value), detail.summary
        yield str(detail.value), detail.description
    for capture in CAPTURE_ERRORS.values():
        yield capture.name, capture.description
        if capture.advice is not None:
            yield capture.name, capture.advice


def test_counts() -> None:
    parents = [detail.parent for detail in DETAILS.values()]
    assert len(CONSTANTS) == 29
    assert parents.count("SIGNAL_CHANNEL_SETUP_FAILED") == 62
    assert parents.count("JOIN_ROOM_FAILED") == 13
    assert len(parents) == 75
    assert len(CAPTURE_ERRORS) == 5
    assert {capture.parent for capture in CAPTURE_ERRORS.values()} == {"INITIALIZE_FAILED"}


def test_constants_are_the_pages_members() -> None:
    lost = {16391: "UPLINK_RECONNECTION_FAILED", 16392: "DOWNLINK_RECONNECTION_FAILED"}
    page = [(value, name or lost.pop(value)) for name, value, _ in members()]
    assert page == [(value, constant.name) for value, constant in CONSTANTS.items()]
    assert lost == {}
    assert all(value == constant.value for value, constant in CONSTANTS.items())


def test_provenance_says_where_the_page_lost_a_name() -> None:
    page = {value: "unnamed" if name is None else "named" for name, value, _ in members()}
    assert {value: item.provenance.page for value, item in CONSTANTS.items()} == page


def test_account_codes_are_the_pages_rows() -> None:
    page = [(int(value), flat(text)) for value, text in ACCOUNT.findall(PAGE)]
    ours = [
        (value, flat(detail.description.zh))
        for value, detail in DETAILS.items()
        if detail.parent == "SIGNAL_CHANNEL_SETUP_FAILED"
    ]
    assert ours == page


def test_join_room_details_are_the_pages_rows() -> None:
    rows = re.findall(r"(?m)^(-?\d+) (.+)$", flat(section("JOIN_ROOM_FAILED")))
    ours = [
        (str(value), flat(detail.description.zh))
        for value, detail in DETAILS.items()
        if detail.parent == "JOIN_ROOM_FAILED"
    ]
    assert ours == rows


def test_capture_errors_are_the_pages_rows() -> None:
    table = section("INITIALIZE_FAILED").partition("参考:")[0]
    rows = re.findall(r"(?ms)^([A-Z]\w+Error) (.+?)(?=\n[A-Z]\w+Error |\n\n)", flat(table))
    ours = [
        (name, flat(item.description.zh + (f" {item.advice.zh}" if item.advice else "")))
        for name, item in CAPTURE_ERRORS.items()
    ]
    assert ours == rows


def test_every_chinese_text_is_the_pages() -> None:
    page = plain_page()
    assert [(label, text.zh) for label, text in texts() if flat(text.zh) not in page] == []


@pytest.mark.parametrize(("value", "text"), [row[1:] for row in members()])
def test_a_constants_texts_stand_under_it(value: int, text: str) -> None:
    constant = CONSTANTS[value]
    under = flat("\n".join(line for line in BULLET.sub("", text).splitlines() if line))
    single = (constant.summary, constant.description, constant.advice, *constant.notes)
    assert [item.zh for item in single if item is not None and flat(item.zh) not in under] == []


def test_every_line_of_the_page_is_in_the_catalog() -> None:
    known = {line for _, text in texts() for line in flat(text.zh).split("\n")}
    known |= {f"(static) {name}" for name in BY_NAME}
    known |= {f"{value}(十六进制:{value:#x})" for value in CONSTANTS}
    details = {value: flat(detail.description.zh) for value, detail in DETAILS.items()}
    known |= {f"{value} {text}" for value, text in details.items()}
    known |= {f"{value} 帐号系统 {text}" for value, text in details.items()}
    known |= {"v4.11.12 新增该错误码", "4.11.12"}
    known.add(flat(replacement("ICE_TRANSPORT_ERROR").zh))
    known |= {f"Client#on {place} 事件抛出该错误" for place in places()}
    for name, item in CAPTURE_ERRORS.items():
        row = f"{name} {item.description.zh}" + (f" {item.advice.zh}" if item.advice else "")
        known.update(flat(row).split("\n"))
    for constant in CONSTANTS.values():
        shown = (flat(text.zh) for text in constant.examples)
        known |= {line.strip() for text in shown for line in text.split("\n")}
    lines = (LABEL.sub("", line.strip()) for line in plain_page().splitlines())
    left = [line for line in lines if line not in known | SCAFFOLD]
    # The page announces advice for SCHEDULE_FAILED, and lost it.
    assert left == ["该错误一般是因网络原因引起,处理建议:"]


def places() -> set[str]:
    return {place for constant in CONSTANTS.values() for place in constant.raised_by}


def replacement(name: str) -> Bilingual:
    found = BY_NAME[name].replacement
    assert found is not None
    return found


def test_status_is_the_pages() -> None:
    def by_name(field: str) -> dict[str, str]:
        values = {item.name: getattr(item, field) for item in CONSTANTS.values()}
        return {name: value for name, value in values.items() if value is not None}

    assert by_name("since") == {
        "INITIALIZE_FAILED": "4.11.12",
        "REMOTE_STREAM_NOT_EXIST": "4.11.12",
    }
    assert by_name("deprecated") == {"CLIENT_BANNED": "4.14.0"}
    assert by_name("not_thrown_since") == {
        "SIGNAL_CHANNEL_ERROR": "4.6.5",
        "ICE_TRANSPORT_ERROR": "4.6.6",
    }
    page = plain_page()
    for constant in CONSTANTS.values():
        if constant.not_thrown_since:
            said = f"自 v{constant.not_thrown_since} 版本开始,SDK 不会再抛出该错误"
            assert said in section(constant.name)
    assert "在v4.14.0版本废除该错误码,保留 client 事件" in page
    for name in by_name("since"):
        assert re.search(r"Since:\n  • v?4\.11\.12\b", section(name))


def test_replacements() -> None:
    replaced = {item.name for item in CONSTANTS.values() if item.replacement}
    assert replaced == {"CLIENT_BANNED", "ICE_TRANSPORT_ERROR"}
    banned, ice = replacement("CLIENT_BANNED"), replacement("ICE_TRANSPORT_ERROR")
    assert banned.en == "listen to the client's 'client-banned' event"
    assert "client.on('client-banned')" in section("CLIENT_BANNED")
    assert "client.on('client-banned')" in banned.zh
    assert ice.en == "use the NETWORK_QUALITY event to learn of a bad network"
    assert flat(ice.zh) in flat(section("ICE_TRANSPORT_ERROR"))


def test_where_they_are_raised() -> None:
    reconnection = {
        "SIGNAL_CHANNEL_RECONNECTION_FAILED",
        "UPLINK_RECONNECTION_FAILED",
        "DOWNLINK_RECONNECTION_FAILED",
    }
    assert {item.name: item.raised_by for item in CONSTANTS.values() if item.raised_by} == {
        **dict.fromkeys(reconnection, ("client.on('error')",)),
        "CLIENT_BANNED": ("client.on('client-banned')",),
        "INITIALIZE_FAILED": ("LocalStream.initialize()",),
        "DEVICE_AUTO_RECOVER_FAILED": ("localStream.on('error')",),
    }


def test_examples_are_the_pages() -> None:
    page = [flat(text) for text in re.findall(r"(?ms)^Example\n(.+?)\n(?=\n)", PAGE)]
    ours = [flat(text.zh) for constant in CONSTANTS.values() for text in constant.examples]
    assert [item.name for item in CONSTANTS.values() if item.examples] == [
        "INITIALIZE_FAILED",
        "DEVICE_AUTO_RECOVER_FAILED",
    ]
    # The page's first example closes one brace too many.
    assert ours == [page[0].replace("\n     }\n   }\n})", "\n     }\n})"), page[1]]
    assert page[0] != ours[0]


def test_examples_differ_by_language_in_comments_only() -> None:
    for constant in CONSTANTS.values():
        for text in constant.examples:
            code = [re.sub(r"^( *)//.*", r"\1//", line) for line in text.en.split("\n")]
            assert code == [re.sub(r"^( *)//.*", r"\1//", line) for line in text.zh.split("\n")]
            assert text.en.count("{") == text.en.count("}")


def test_rarity() -> None:
    rare = {*range(16385, 16393), 16400, *range(16448, 16462)}
    assert {value for value, constant in CONSTANTS.items() if constant.rare} == rare
    assert {value for value in CONSTANTS if value not in rare} == {*range(4096, 4101), 65535}


def test_names_that_others_give_constants() -> None:
    common = {
        "INVALID_PARAMETER", "INVALID_OPERATION", "NOT_SUPPORTED", "DEVICE_NOT_FOUND",
        "INITIALIZE_FAILED", "SERVER_TIMEOUT", "API_CALL_TIMEOUT", "CREATE_OFFER_FAILED", "UNKNOWN",
    }  # fmt: skip
    assert {item.name for item in CONSTANTS.values() if not item.name_rare} == common
    assert set(NAMES) == set(BY_NAME)
    assert set(NAMES) - set(RARE_NAMES) == {*common, "UNKOWN"}


BUILDS = tomllib.loads((CATALOG / "constants.toml").read_text(encoding="utf-8"))["builds"]
"""The builds on npm, the oldest first."""


def test_first_and_last_builds() -> None:
    first = {
        item.name: (item.last_without, item.first_build)
        for item in CONSTANTS.values()
        if item.last_without
    }
    assert first == {
        "NOT_SUPPORTED": ("4.3.2", "4.3.3"),
        "DEVICE_NOT_FOUND": ("4.6.1", "4.6.2"),
        "INITIALIZE_FAILED": ("4.11.10", "4.11.13"),
        "SIGNAL_CHANNEL_RECONNECTION_FAILED": ("4.6.4", "4.6.5"),
        "UPLINK_RECONNECTION_FAILED": ("4.6.5", "4.6.6"),
        "DOWNLINK_RECONNECTION_FAILED": ("4.6.5", "4.6.6"),
        "REMOTE_STREAM_NOT_EXIST": ("4.11.10", "4.11.13"),
        "DEVICE_AUTO_RECOVER_FAILED": ("4.6.7", "4.7.1"),
        "START_PUBLISH_CDN_FAILED": ("4.7.1", "4.8.3"),
        "STOP_PUBLISH_CDN_FAILED": ("4.7.1", "4.8.3"),
        "START_MIX_TRANSCODE_FAILED": ("4.7.1", "4.8.3"),
        "STOP_MIX_TRANSCODE_FAILED": ("4.7.1", "4.8.3"),
        "NOT_SUPPORTED_H264": ("4.8.6", "4.10.2"),
        "SWITCH_ROLE_FAILED": ("4.8.6", "4.10.2"),
        "API_CALL_TIMEOUT": ("4.11.1", "4.11.4"),
        "SCHEDULE_FAILED": ("4.11.13", "4.12.0"),
        "API_CALL_ABORTED": ("4.14.4", "4.15.0"),
        "UNKNOWN": ("4.4.0", "4.6.1"),
    }
    last = {
        item.name: (item.last_build, item.first_not_constructing)
        for item in CONSTANTS.values()
        if item.last_build
    }
    assert last == {
        "SIGNAL_CHANNEL_ERROR": ("4.6.4", "4.6.5"),
        "CREATE_OFFER_FAILED": ("4.8.6", "4.10.2"),
        "CLIENT_BANNED": ("4.12.7", "4.14.3"),
        "SERVER_TIMEOUT": ("4.8.6", "4.10.2"),
        "SUBSCRIPTION_TIMEOUT": ("4.12.3", "4.12.7"),
    }
    assert {item.first_build for item in CONSTANTS.values() if not item.last_without} == {"4.3.2"}


def test_the_builds_agree_with_the_page() -> None:
    """What the page says of a version is between the builds on both sides of it."""
    for item in CONSTANTS.values():
        if item.since:
            assert item.last_without
            assert (
                version_of(item.last_without)
                < version_of(item.since)
                <= version_of(item.first_build)
            )
        retired = item.deprecated or (item.not_thrown_since if item.last_build else None)
        if retired:
            assert item.last_build
            assert item.first_not_constructing
            after = version_of(item.first_not_constructing)
            assert version_of(item.last_build) < version_of(retired) <= after


CONVERSIONS = {
    "INVALID_PARAMETER": ("error", "INVALID_PARAMETER"),
    "INVALID_OPERATION": ("error", "INVALID_OPERATION"),
    "NOT_SUPPORTED": ("error", "ENV_NOT_SUPPORTED"),
    "DEVICE_NOT_FOUND": ("error", "DEVICE_ERROR"),
    "INITIALIZE_FAILED": ("error", "DEVICE_ERROR"),
    "SIGNAL_CHANNEL_SETUP_FAILED": ("error", "OPERATION_FAILED"),
    "SIGNAL_CHANNEL_ERROR": ("event", "CONNECTION_STATE_CHANGED"),
    "ICE_TRANSPORT_ERROR": ("event", "NETWORK_QUALITY"),
    "JOIN_ROOM_FAILED": ("error", "SERVER_ERROR"),
    "CREATE_OFFER_FAILED": ("none", None),
    "SIGNAL_CHANNEL_RECONNECTION_FAILED": ("event", "CONNECTION_STATE_CHANGED"),
    "UPLINK_RECONNECTION_FAILED": ("error", "OPERATION_FAILED"),
    "DOWNLINK_RECONNECTION_FAILED": ("error", "OPERATION_FAILED"),
    "REMOTE_STREAM_NOT_EXIST": ("error", "OPERATION_ABORT"),
    "CLIENT_BANNED": ("event", "KICKED_OUT"),
    "SERVER_TIMEOUT": ("none", None),
    "SUBSCRIPTION_TIMEOUT": ("error", "OPERATION_FAILED"),
    "PLAY_NOT_ALLOWED": ("event", "AUTOPLAY_FAILED"),
    "DEVICE_AUTO_RECOVER_FAILED": ("error", "DEVICE_ERROR"),
    "START_PUBLISH_CDN_FAILED": ("none", None),
    "STOP_PUBLISH_CDN_FAILED": ("none", None),
    "START_MIX_TRANSCODE_FAILED": ("none", None),
    "STOP_MIX_TRANSCODE_FAILED": ("none", None),
    "NOT_SUPPORTED_H264": ("error", "ENV_NOT_SUPPORTED"),
    "SWITCH_ROLE_FAILED": ("error", "SERVER_ERROR"),
    "API_CALL_TIMEOUT": ("error", "OPERATION_FAILED"),
    "SCHEDULE_FAILED": ("error", "OPERATION_FAILED"),
    "API_CALL_ABORTED": ("error", "OPERATION_ABORT"),
    "UNKNOWN": ("error", "UNKNOWN_ERROR"),
}


def test_what_v5_gives_instead() -> None:
    given = {item.name: item.v5 for item in CONSTANTS.values()}
    assert {
        name: (one.kind, one.code if one.kind == "error" else one.event)
        for name, one in given.items()
    } == CONVERSIONS
    assert {name: one.extra for name, one in given.items() if one.extra is not None} == {
        "DEVICE_NOT_FOUND": 5300,
        "INITIALIZE_FAILED": 5300,
        "NOT_SUPPORTED_H264": 5204,
    }
    assert {name for name, one in given.items() if one.server} == {
        "JOIN_ROOM_FAILED",
        "SWITCH_ROLE_FAILED",
    }
    brought = {name for name, one in given.items() if one.kind == "error" and one.event}
    assert brought == {
        "UPLINK_RECONNECTION_FAILED",
        "DOWNLINK_RECONNECTION_FAILED",
        "DEVICE_AUTO_RECOVER_FAILED",
    }
    assert {name for name, one in given.items() if not one.sure} == {
        "SIGNAL_CHANNEL_SETUP_FAILED",
        "REMOTE_STREAM_NOT_EXIST",
    }
    assert {name for name, one in given.items() if one.exact} == {
        "INVALID_PARAMETER",
        "INVALID_OPERATION",
        "API_CALL_ABORTED",
        "UNKNOWN",
    }


def test_what_is_known_of_v5() -> None:
    assert [*v5_codes.CODES] == [5000, 5100, 5200, 5300, 5400, 5500, 5998, 5999]
    extra = v5_codes.EXTRA_CODES
    assert len(extra) == 59
    assert {value for value, code in extra.items() if not code.documented} == {
        5019, 5020, 5310, 5504,
    }  # fmt: skip
    assert {value for value, code in extra.items() if not code.in_core} == {
        5010, 5011, 5105, 5202, 5206, 5208, 5209, 5401, 5502, 5503,
    }  # fmt: skip
    assert {value: code.browser for value, code in extra.items() if code.browser} == {
        5301: "NotFoundError",
        5302: "NotAllowedError",
        5303: "NotReadableError",
        5304: "OverconstrainedError",
        5305: "InvalidStateError",
        5306: "SecurityError",
        5307: "AbortError",
    }
    # Each belongs to the code of its hundred, but for what is the server's.
    parents = {code.name: value for value, code in v5_codes.CODES.items()}
    assert {value - parents[code.parent] < 100 for value, code in extra.items()} == {True}
    assert [value for value in extra if value < 0] == [-100013]
    assert [*v5_codes.INTERNAL_CODES] == [*range(16462, 16468)]
    assert {
        value: (one.v5.code, one.v5.extra) for value, one in v5_codes.INTERNAL_CODES.items()
    } == {
        16462: ("OPERATION_FAILED", None),
        16463: ("OPERATION_FAILED", None),
        16464: ("SERVER_ERROR", None),
        16465: ("OPERATION_FAILED", 5506),
        16466: ("OPERATION_FAILED", 5506),
        16467: ("OPERATION_FAILED", None),
    }


def test_other_texts_are_phrases_in_both_languages() -> None:
    codes = [*v5_codes.CODES.values(), *liteav_codes.CODES.values()]
    extra = v5_codes.EXTRA_CODES.values()
    said = [code.summary for code in codes]
    said += [code.summary for code in extra]
    said += [code.summary for code in v5_codes.INTERNAL_CODES.values()]
    said += [code.note for code in codes if code.note]
    said += [code.note for code in extra if code.note]
    said += [item.v5.note for item in CONSTANTS.values() if item.v5.note]
    assert [text.en for text in said if not text.en.isascii()] == []
    assert [text.zh for text in said if re.search(r"[,;:!?]", text.zh)] == []
    assert [text.zh for text in said if not re.search(r"[\u4e00-\u9fff]", text.zh)] == []
    assert len(liteav_codes.CODES) == 17
    assert {key: len(names) for key, names in native_codes.NAMES.items()} == {
        "electron": 206,
        "room": 82,
        "call": 11,
        "chat": 100,
    }


def test_ambiguous_details() -> None:
    assert {value for value, detail in DETAILS.items() if detail.ambiguous} == {-8, 5001}


def test_aliases() -> None:
    aliases = {alias: item.name for item in CONSTANTS.values() for alias in item.aliases}
    assert aliases == {
        "SIGNAL_CAHNNEL_SETUP_FAILED": "SIGNAL_CHANNEL_SETUP_FAILED",
        "UNKOWN": "UNKNOWN",
    }
    assert {name: item.name for name, item in BY_NAME.items()} == {
        **{item.name: item.name for item in CONSTANTS.values()},
        **aliases,
    }


def test_english_is_ascii_and_summaries_are_phrases() -> None:
    constants: list[Constant] = list(CONSTANTS.values())
    all_texts = [text for _, text in texts()]
    all_texts += [text for item in constants for text in item.examples]
    all_texts += [item.replacement for item in constants if item.replacement is not None]
    assert [text.en for text in all_texts if not text.en.isascii()] == []
    summaries = [item.summary.en for item in constants]
    summaries += [detail.summary.en for detail in DETAILS.values()]
    assert [
        text for text in summaries if len(text) > 60 or text.endswith(".") or "\n" in text
    ] == []
    # A phrase goes on in a sentence: lower case, but for a name such as sdkAppId or SDP.
    assert [text for text in summaries if re.match(r"[A-Z][a-z]+ ", text)] == []


def test_english_and_chinese_have_the_same_paragraphs() -> None:
    uneven = [
        label
        for label, text in texts()
        if text.en.count("\n") != text.zh.count("\n") and label not in CAPTURE_ERRORS
    ]
    assert uneven == []
