"""TRT105: codes awaited on events that never bring them, by the version of the SDK."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from marked import found, messages, unmarked

from flake8_trtc.config.options import Options, build

V4 = "import TRTC from 'trtc-js-sdk';\nconst client = TRTC.createClient({});\n"
LAST = build({"trtc-sdk-version": "4.15.22", "ignore": "TRT0,TRT101"})

CASES = {
    "a client that the file makes": (
        "client.on('error', (error) => {\n"
        "  switch (error.getCode()) { case 0x4004: case ‹TRT105:0x4043›: case ‹TRT105:0x1003›: }\n"
        "  if ([16390, 16391, 16392, ‹TRT105:4100›].includes(error.getCode())) f();\n});\n"
    ),
    "a handler by its name": (
        "function onError(e) { const c = e.getCode(); if (c === ‹TRT105:0x4043›) f(); }\n"
        "client.on('error', onError);\n"
    ),
    "a client of a class": (
        "class Room {\n"
        "  start() {\n    this.client = TRTC.createClient({});\n"
        "    this.client.on('error', this.onError.bind(this));\n"
        "    this.client.on('client-banned', this.onBanned);\n  }\n"
        "  onError(e) { if (e.getCode() === ‹TRT105:16451›) f(); }\n"
        "  onBanned = (e) => log(e.‹TRT105:getCode›());\n}\n"
    ),
    "a stream's error": (
        "const stream = TRTC.createStream({});\n"
        "stream.on('error', e => e.getCode() === 0x4043);\n"
        "function both(e) { if (e.getCode() === 0x4043) f(); }\n"
        "client.on('error', both);\nstream.on('error', both);\n"
    ),
    "no client for sure": (
        "export function watch(c) { c.on('error', e => e.getCode() === 0x4043); }\n"
        "createClient().on('error', e => e.getCode() === 0x4043);\n"
        "client.join({}).catch(e => e.getCode() === 0x4043);\n"
        "client.on('network-quality', e => e.getCode() === 0x4043);\n"
    ),
    "what client-banned brings": (
        "export function watch(c) {\n"
        "  c.on('client-banned', (e) => { log(e.‹TRT105:getCode›(), e.‹TRT105:getExtraCode›(), e.reason); });\n"
        "  c.on('client-banned', (e) => { if (e.getCode) log(e.getCode()); });\n"
        "  c.on('client-banned', (e) => log(e?.getCode?.()));\n"
        "  c.on('client-banned', ({ reason }) => log(reason.getCode()));\n"
        "  c.on('peer-leave', e => e.getCode());\n}\n"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_of_the_last_version(case: str) -> None:
    text, expected = unmarked(V4 + CASES[case])
    seen = [item for item in found(text, "room.js", LAST) if item[2] == "TRT105"]
    assert seen == expected


BANNED = V4 + "client.on('client-banned', e => log(e.getCode()));\n"
ERROR = V4 + "client.on('error', e => e.getCode() === 0x4043);\n"


@pytest.mark.parametrize(
    ("wanted", "banned", "error"),
    [
        ("4.12.7", 0, 0),
        ("4.13.9", 0, 0),
        ("4.14.0", 1, 0),
        ("4.15.21", 1, 0),
        ("4.15.22", 1, 1),
        ("^4.14.0", 1, 0),
        ("~4.15.0", 1, 0),
        ("^4.15.22", 1, 0),
        ("^4.13.0", 0, 0),
        (">=4.12.0 <4.14.0", 0, 0),
        ("4.x", 0, 0),
        ("*", 0, 0),
        (None, 0, 0),
    ],
)
def test_by_version(wanted: str | None, banned: int, error: int, tmp_path: Path) -> None:
    """A range that reaches past the version says nothing."""
    options = Options()
    if wanted is not None:
        dependencies = {"dependencies": {"trtc-js-sdk": wanted}}
        (tmp_path / "package.json").write_text(json.dumps(dependencies))
        options = Options(sdk_auto=True)
    for text, count in ((BANNED, banned), (ERROR, error)):
        codes = [code for *_, code in found(text, str(tmp_path / "room.js"), options)]
        assert codes.count("TRT105") == count


def test_other_code_has_such_an_event_too() -> None:
    text = "bus.on('client-banned', e => log(e.getCode()));\n"
    assert found(text, "admin.js", LAST) == []
    assert found("import io from 'socket.io-client';\n" + text, "admin.js", LAST) == []


def test_messages() -> None:
    said = messages(BANNED + ERROR.splitlines()[-1], "room.js", LAST)
    assert [text for text in said if "TRT105" in text] == [
        "3:39: TRT105 e.getCode() never comes here: from v4.14.0 'client-banned' brings "
        "{reason, message}, which has no getters; read .reason",
        "4:41: TRT105 0x4043 (ErrorCode.PLAY_NOT_ALLOWED) never comes here: in v4.15.22 the "
        "client's 'error' event carries only 0x4004, 0x4006, 0x4007 and 0x4008",
    ]
    assert messages(BANNED, "room.js", LAST._replace(language="zh")) == [
        "3:39: TRT105 此处不会收到 e.getCode()：自 v4.14.0 起，'client-banned' "
        "给出的是 {reason, message}，没有这些方法；请读取 .reason",
    ]
