"""Codes in logs: which mentions count, when, and what is shown of them."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from datetime import datetime, tzinfo
from pathlib import Path

import outage
import pytest
import zstandard
from rich.cells import cell_len

from flake8_trtc.catalog import (
    codes,
    explain,
    liteav_codes,
    v5_codes,
)
from flake8_trtc.catalog.mentions import mentions
from flake8_trtc.cli import main
from flake8_trtc.cli.reports import logs as reports
from flake8_trtc.workspace import log_tally, logfiles
from flake8_trtc.workspace.log_tally import Tally
from flake8_trtc.workspace.logfiles import blocks, blocks_of, ranges

JOIN = "ErrorCode.JOIN_ROOM_FAILED = 16388 (0x4004)"
PLAY = "ErrorCode.PLAY_NOT_ALLOWED = 16451 (0x4043)"
DEVICE = "TRTC.ERROR_CODE.DEVICE_ERROR = 5300"


def _titles(line: str) -> list[str]:
    return [explain.title(item.entry, "en") for item in mentions(line.encode())]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RtcError: no room <JOIN_ROOM_FAILED 0x4004>", [JOIN]),
        ("<SIGNAL_CAHNNEL_SETUP_FAILED 0x4001>", ["ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED = 16385 (0x4001)"]),
        ('{"errorCode":16451}', [PLAY]),
        ("errorCode=0x4043", [PLAY]),
        ("ERROR_CODE: 0X4004", [JOIN]),
        ("err.code = 16388", [JOIN]),
        ("getCode() 16388", [JOIN]),
        ("error code is 16388.", [JOIN]),
        ("err_code: '16388'", [JOIN]),
        ("trtc_code=65535", ["ErrorCode.UNKNOWN = 65535 (0xffff)"]),
        ("[trtc] code=4099", ["ErrorCode.DEVICE_NOT_FOUND = 4099 (0x1003)"]),
        ('[TRTC] {"code":5300,"extraCode":5302}', [DEVICE, f"DEVICE_NOT_ALLOWED_ERROR = 5302, an extra code of {DEVICE}"]),
        ("extraCode: 5302", [f"DEVICE_NOT_ALLOWED_ERROR = 5302, an extra code of {DEVICE}"]),
        ("<JOIN_ROOM_FAILED 0x4004> extraCode=-100013", [JOIN, f"-100013, a detail of {JOIN}"]),
        ("ErrorCode.CLIENT_BANNED", ["ErrorCode.CLIENT_BANNED = 16448 (0x4040)"]),
        ("TRTC.ERROR_CODE.DEVICE_ERROR", [DEVICE]),
        ("liteav: OnError ERR_FAILED(-1)", ["liteav.Error.ERR_FAILED = -1"]),
        ("liteav error: -3301", ["liteav.Error.ERR_ENTER_ROOM_FAILED = -3301"]),
        ("onError ERR_ROOM_ENTER_FAIL(-3301)", ["ERR_ROOM_ENTER_FAIL = -3301, in the TRTC Electron SDK"]),
        ("实时音视频 code=4096", ["ErrorCode.INVALID_PARAMETER = 4096 (0x1000)"]),
        (r'{"msg":"{\"errorCode\":16388}"}', [JOIN]),
        (r'{"msg":"{\\\"errorCode\\\":\\\"0x4004\\\"}"}', [JOIN]),
        (r'{"msg":"failed\nerrorCode: 16388\tcode: 16451"}', [JOIN, PLAY]),
        ("\x1b[31merrorCode=16388\x1b[0m", [JOIN]),
        ("\x1b[1;38;5;196mcode\x1b[0m: \x1b[33m16388\x1b[39m,", [JOIN]),
        (r"\u001b[31merrorCode\u003d \u001b[31merrorCode=16388\u001b[0m", [JOIN]),
        ("错误码：16388，请重试", [JOIN]),
        ("错误代码为：0x4004", [JOIN]),
        ("进房失败（错误码 16388）", [JOIN]),
        ("错误码（16388）", [JOIN]),
        ("errorCode：16388", [JOIN]),
        ("error code is: 16388", [JOIN]),
        ("实时音视频 错误码是4096", ["ErrorCode.INVALID_PARAMETER = 4096 (0x1000)"]),
    ],
)  # fmt: skip
def test_mentions(line: str, expected: list[str]) -> None:
    assert _titles(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "16388",
        "0x4004",
        "port 4096 code=4096",
        '{"statusCode":16388}',
        "zip_code=16388",
        "exitCode: 16388",
        "close code 16388",
        "closed with code 16388",
        "TRTC: process exited with code 4096",
        "trtc HTTP status code 4096",
        "errorCode 163880",
        "errorCode=16388.5",
        "errorCode=16388ms",
        "code=5300",
        "code=-3301",
        "net::ERR_FAILED",
        "error: -3301",
        "JOIN_ROOM_FAILED",
        "<OTHER_NAME 0x9999>",
        "decode: 16388",
        "trtc code=200",
        "错误码：4096",
        "错误码：163880",
        "状态码：16388",
        "码 16388",
        r'{"msg":"{\"exitCode\":16388}"}',
        "\x1b[31mexitCode=16388",
        "\x1b[31mclosed with code\x1b[0m 16388",
        r"closed with\ncode 4096",
    ],
)
def test_what_is_no_mention(line: str) -> None:
    assert _titles(line) == []


def test_every_value_has_a_shape_that_is_looked_for() -> None:
    """What no pattern matches is never even looked at."""
    values = {
        *codes.CONSTANTS, *codes.DETAILS, *v5_codes.CODES, *v5_codes.EXTRA_CODES, *liteav_codes.CODES,
    }  # fmt: skip
    unseen = [
        value
        for value in values
        if not list(mentions(f"trtc liteav errorCode={value} extraCode={value}".encode()))
    ]
    assert sorted(unseen) == [0]


LOG = """\
2026-11-29T10:00:00.500Z INFO start
2026-11-29T10:00:01Z ERROR user=ann <JOIN_ROOM_FAILED 0x4004> errorCode=16388
  at room.js errorCode=16451
2026-11-29T12:30:00+02:00 ERROR user=bob errorCode=16388
[29/Nov/2026:23:59:59 +0000] user=ann errorCode=16388
{"ts":1795996800123,"errorCode":16451}
"""


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["logs", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "app.log"
    path.write_text(LOG, encoding="utf-8")
    return path


def test_the_sum(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text, en, zh in (
        ("x", "no TRTC codes", "没有 TRTC 错误码"),
        ("errorCode=16388", "1 mention of 1 code", "1 个错误码共 1 次"),
        ("errorCode=16388\nerrorCode=16388", "2 mentions of 1 code", "1 个错误码共 2 次"),
        ("errorCode=16388 errorCode=16451", "2 mentions of 2 codes", "2 个错误码共 2 次"),
    ):
        log.write_text(f"{text}\n", encoding="utf-8")
        n = text.count("\n") + 1
        assert _run(capsys, "app.log")[2] == f"read {n} line{'s' * (n > 1)}: {en}\n"
        assert _run(capsys, "app.log", "--trtc-language=zh")[2] == f"读取了 {n} 行：{zh}\n"


def test_the_table(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(capsys, "app.log", "--by", r"user=(\w+)") == (
        0,
        "count  code                              first                last                 meaning\n"
        "3      ErrorCode.JOIN_ROOM_FAILED 16388  2026-11-29 10:00:01  2026-11-29 23:59:59"
        "  the room could not be entered\n"
        "    2  ann\n"
        "    1  bob\n"
        "2      ErrorCode.PLAY_NOT_ALLOWED 16451  2026-11-29 10:00:01  2026-11-30 00:00:00"
        "  autoplay was blocked by the browser\n",
        "read 6 lines: 5 mentions of 2 codes\n",
    )


def test_in_chinese(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, "app.log", "--trtc-language=zh", "--since=2026-11-30")
    assert (code, out, err) == (
        0,
        "次数  错误码                            首次                 末次                 含义\n"
        "1     ErrorCode.PLAY_NOT_ALLOWED 16451  2026-11-30 00:00:00  2026-11-30 00:00:00"
        "  自动播放被禁止错误\n",
        "读取了 6 行：1 个错误码共 1 次\n",
    )


def test_between_two_times(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("app.log", "--json", "--since=2026-11-29T10:00:01", "--until=2026-11-29T12:30+02:00")
    _, out, _ = _run(capsys, *words)
    assert [(row["code"], row["count"]) for row in json.loads(out)["codes"]] == [
        ("ErrorCode.JOIN_ROOM_FAILED", 2),
        ("ErrorCode.PLAY_NOT_ALLOWED", 1),
    ]


class _Today(datetime):
    """A clock that stands on the last day of a year."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> _Today:
        return cls(2026, 12, 31, 20, tzinfo=tz)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026/11/29 12:00:00 [error] 31#31: *1 x", "2026-11-29 12:00:00"),
        ("[2026/11/29 12:00:00] x", "2026-11-29 12:00:00"),
        ("2026/11/29 12:00:00.250000 main.go:7: x", "2026-11-29 12:00:00.250000"),
        ("[2026/11/29 12:00:00,250] x", "2026-11-29 12:00:00.250000"),
        ("[GIN] 2026/11/29 - 12:00:00 | 200 |", "2026-11-29 12:00:00"),
        ("[2026-11-29 12:00:00 +0800] [7] [INFO] x", "2026-11-29 04:00:00"),
        ("2026-11-29 12:00:00 -03:30 x", "2026-11-29 15:30:00"),
        ("2026-11-29 12:00:00 -3301 x", "2026-11-29 12:00:00"),
        ("[Sun Nov 29 12:00:00.250000 2020] [error] x", "2020-11-29 12:00:00.250000"),
        ("Sun Nov 29 12:00:00 2020", "2020-11-29 12:00:00"),
        ("<34>Nov 29 12:00:00 host app: x", "2026-11-29 12:00:00"),
        ("Nov  9 12:00:00 host app: x", "2026-11-09 12:00:00"),
        ("Dec 31 20:00:00 3000-host app: x", "2026-12-31 20:00:00"),
        ("Jan  1 19:59:59 where it is later", "2027-01-01 19:59:59"),
        ("Jan  1 20:00:01 host app: x", "2026-01-01 20:00:01"),
        ("Feb 29 12:00:00 host app: x", "2024-02-29 12:00:00"),
        ('{"took":"00:00:05","at":"2026-11-29T12:00:00Z"}', "2026-11-29 12:00:00"),
    ],
)
def test_times(text: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_tally, "datetime", _Today)
    log_tally._in_last_year.cache_clear()
    assert _first(text) == datetime.fromisoformat(f"{expected}+00:00").timestamp()
    log_tally._in_last_year.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        "11/29/2026 12:00:00 x",
        "11/29/2026 12:00:00 since 2020-01-01T00:00:00Z",
        "29.11.2026, 12:00:00 x",
        "29-Nov-2026 12:00:00.250 x",
        "Sun, 29 Nov 2026 12:00:00 GMT x",
        "Sun Nov 29 12:00:00 CST 2026 x",
        "Sun Nov 29 12:00:00.250 CST 2026 x",
        "I1129 12:00:00.250000 7 main.go:7] x",
        "11-29 12:00:00.250 x",
        "2026年11月29日 12:00:00 x",
        "2026-06-31 12:00:00 x",
        "Nov 31 12:00:00 x",
        "Foo 29 12:00:00 x",
        "12:00:00 x",
        "[12:00:00.250] x",
    ],
)
def test_a_time_in_another_form_is_none(text: str) -> None:
    """Not that of the line above; and what goes on below it has none, either."""
    assert _first(text) is None
    assert _first(f"{text}\n  at room.js") is None


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "  at room.js:12:30:10",
        "\tfailed after 00:00:05",
        '  "at": "11/29/2026 12:00:00"',
        '{"took":"00:00:05"}',
        "00:11:22:33:44:55 x",
        "fe80:0:12:34:56:7 x",
        "main.py:12:30:10 x",
        "2026-11-29 23:59:60 x",
    ],
)
def test_what_goes_on_has_the_time_above(text: str) -> None:
    assert _first(text) == 0.0


def _first(text: str) -> float | None:
    """The time of a code in the last of some lines, below one of 1970."""
    tally = Tally()
    tally.add(f"1970-01-01T00:00:00Z\n{text} errorCode=16388\n".encode())
    (count,) = tally.counts.values()
    assert count.lines == 1
    return count.first


def test_first_last_and_since_of_lines_in_another_form(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a log that nginx and another program write, no line has the time of another one."""
    log.write_text(
        "2026-11-01T10:00:00Z errorCode=16388\n"
        "2026/11/29 12:00:00 [error] errorCode=16388\n"
        "29.11.2026 13:00:00 errorCode=16388\n",
        encoding="utf-8",
    )
    rows = {
        words: json.loads(_run(capsys, "app.log", "--json", *words)[1])["codes"][0]
        for words in ((), ("--since=2026-11-15",))
    }
    assert [(row["count"], row["first"], row["last"]) for row in rows.values()] == [
        (3, "2026-11-01T10:00:00Z", "2026-11-29T12:00:00Z"),
        (1, "2026-11-29T12:00:00Z", "2026-11-29T12:00:00Z"),
    ]


def test_csv_and_a_version(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.write_text("errorCode=16386 user=a,b\n", encoding="utf-8")
    words = ("app.log", "--csv", "--trtc-sdk-version=4.15.22", "--by=user=(.*)")
    _, out, _ = _run(capsys, *words)
    assert out == (
        "code,value,count,first,last,meaning,what_to_do,status,by,by_count\n"
        "ErrorCode.SIGNAL_CHANNEL_ERROR,16386,1,,,error on the signaling channel,,"
        'not thrown in 4.15.22,"a,b",1\n'
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "yesterday"], "'yesterday' is no time; write 2026-11-30 or 2026-11-30T08:00"),
        (["--by", "("], "'(' is no regular expression: missing ), unterminated subpattern at position 0"),
        (["--trtc-sdk-version", "four"], "'four' is no version; write 4.15.22"),
        (["--plot", "a.pdf"], "--plot writes .svg or .png, not a.pdf"),
    ],
)  # fmt: skip
def test_wrong_options(
    words: list[str], said: str, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(capsys, "app.log", *words) == (2, "", f"flake8-trtc logs: error: {said}\n")


@pytest.mark.parametrize("kind", ["gzip", "two members", "zstd", "utf-16", "no last newline"])
def test_kinds(kind: str, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = log.read_bytes()
    half = len(data) // 2
    log.write_bytes(
        {
            "gzip": gzip.compress(data),
            "two members": gzip.compress(data[:half]) + gzip.compress(data[half:]),
            "zstd": zstandard.compress(data[:half]) + zstandard.compress(data[half:]),
            "utf-16": data.decode().encode("utf-16"),
            "no last newline": data.rstrip(b"\n"),
        }[kind]
    )
    code, _, err = _run(capsys, "app.log")
    assert (code, err) == (0, "read 6 lines: 5 mentions of 2 codes\n")


def test_what_can_not_be_read(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("cut.gz").write_bytes(gzip.compress(LOG.encode() * 9)[:-20])
    Path("odd.log").write_bytes(b"errorCode=16388 \xff\n")
    code, out, err = _run(capsys, "none.log", "cut.gz", "odd.log", ".", "app.log", "--json")
    assert code == 3
    assert json.loads(out)["not_utf8"] == 1
    assert err.splitlines()[:3] == [
        "none.log: no such file or directory",
        "cut.gz: ends in the middle, or is damaged; what could be read is counted",
        ".: is a directory",
    ]
    assert err.endswith(", 1 of them not valid UTF-8, 3 logs failed\n")


@pytest.mark.parametrize("kind", ["cut", "cut in its head", "damaged", "not zstd behind it"])
def test_zstd_that_is_damaged(kind: str, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = zstandard.ZstdCompressor(write_checksum=True).compress(LOG.encode())
    data = {
        "cut": whole + whole[:-1],
        "cut in its head": whole + whole[:5],
        "damaged": whole + whole[:-1] + bytes([whole[-1] ^ 0xFF]),
        "not zstd behind it": whole + b"errorCode",
    }[kind]
    Path("bad.zst").write_bytes(data)
    code, out, err = _run(capsys, "bad.zst", "app.log", "--json")
    assert code == 3
    counted = sum(row["count"] for row in json.loads(out)["codes"])
    assert counted == (15 if kind in {"cut", "damaged"} else 10)
    failed, summary = err.splitlines()
    assert failed == "bad.zst: ends in the middle, or is damaged; what could be read is counted"
    assert summary.endswith(", 1 log failed")


def test_zstd_of_many_blocks(tmp_path: Path) -> None:
    """Blocks that are stored, that repeat a byte and that are compressed; frames to be skipped."""
    skipped = b"\x5a\x2a\x4d\x18" + (3).to_bytes(4, "little") + b"abc"
    parts = [b"x" * 400_000, random.Random(1).randbytes(400_000), LOG.encode() * 4000, b""]
    path = tmp_path / "log.zst"
    for checksum in (False, True):
        pack = zstandard.ZstdCompressor(write_checksum=checksum).compress
        path.write_bytes(skipped.join(map(pack, parts)) + skipped)
        path.write_bytes(pack(b"") + path.read_bytes())
        assert b"".join(blocks(str(path))) == b"".join(parts)


def test_a_line_without_an_end(tmp_path: Path) -> None:
    """Its codes are found wherever they are, and it is never held whole."""
    path = tmp_path / "one.log"
    path.write_bytes(b"x" * 9_000_000 + b" errorCode=16388 " + b"y" * 9_000_000)
    tally = Tally()
    sizes = []
    for block in blocks(str(path)):
        sizes.append(len(block))
        tally.add(block)
    assert [count.lines for count in tally.counts.values()] == [1]
    assert max(sizes) < 9_000_000


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("shift", range(40))
def test_a_code_where_a_long_line_is_cut(
    shift: int, processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is cut behind a comma, so that no code and no character is lost or found twice."""
    monkeypatch.setattr(logfiles, "_BLOCK", 1000)
    monkeypatch.setattr(logfiles, "_LONGEST", 3000)
    unit = b'{"u":"\xe5\xae\x9e\xe6\x97\xb6","errorCode":16388,"s":"<PLAY_NOT_ALLOWED 0x4043>"},'
    path = tmp_path / "one.log"
    path.write_bytes(b"x" * shift + b"," + unit * 200 + b"\nerrorCode=16391\n")
    size = path.stat().st_size
    parts = [(0, size)] if processes == 1 else [(0, 5000), (5000, size)]
    tally, text = Tally(), b""
    for part in parts:
        alone = tally.empty()
        for block in blocks_of(str(path), *part):
            assert block.endswith((b",", b"{", b"}", b"\n"))
            text += block
            alone.add(block)
        tally.merge(alone)
    assert text == path.read_bytes() == b"".join(blocks(str(path)))
    assert (tally.lines, tally.broken) == (2, 0)
    assert {key[2] for key in tally.counts} == {16388, 16451, 16391}


@pytest.mark.parametrize("shift", range(12))
def test_what_decides_in_a_long_line_is_around_the_code(shift: int) -> None:
    """4096 bytes on both sides of each code, whole characters: none is broken that was not."""
    line = "实" * 3000 + "x" * shift + " errorCode=16388 code=4099 <PLAY_NOT_ALLOWED 0x4043>"
    tally = Tally()
    tally.add(f"trtc {line}{'时' * 3000} trtc code=4097\n".encode())
    assert tally.broken == 0
    assert sorted(key[2] for key in tally.counts) == [4097, 16388, 16451]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("block", range(1, 90))
def test_a_block_ends_anywhere(
    block: int, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a code, in a line's end, in a character: each counts once, with its line's time."""
    text = ending.join(
        (
            "2026-11-29T10:00:01Z 实时音视频 code=4099",
            "2026-11-29T10:00:02Z <JOIN_ROOM_FAILED 0x4004>",
            "2026-11-29T10:00:03Z ERR_ROOM_ENTER_FAIL(-3301)",
            "",
        )
    )
    path = tmp_path / "a.log"
    path.write_bytes(text.encode())
    monkeypatch.setattr(logfiles, "_BLOCK", block)
    size = path.stat().st_size
    for read in (blocks(str(path)), blocks_of(str(path), 0, size)):
        tally = Tally()
        for part in read:
            tally.add(part)
        assert (tally.lines, tally.bytes, tally.broken) == (3, size, 0)
        assert [(key[2], count.lines, count.first) for key, count in tally.counts.items()] == [
            (4099, 1, 1795946401.0),
            (16388, 1, 1795946402.0),
            (-3301, 1, 1795946403.0),
        ]


def test_a_log_that_becomes_shorter(tmp_path: Path) -> None:
    """Rotation may empty a log between the look at its size and the reading."""
    path = tmp_path / "a.log"
    path.write_text(LOG, encoding="utf-8")
    assert b"".join(blocks_of(str(path), 0, 10**6)) == LOG.encode()
    assert b"".join(blocks_of(str(path), 5000, 10**6)) == b""


@pytest.mark.parametrize("byte", [b"<", b"_", b"D", b"."])
def test_a_byte_that_is_frequent(byte: bytes) -> None:
    """Patterns are looked for by a rare byte of theirs, and found where it is not rare."""
    codes_ = b"<JOIN_ROOM_FAILED 0x4004> ERROR_CODE=16451 ERR_ROOM_ENTER_FAIL(-3301)"
    text = codes_ + byte * 3000 + b" " + codes_ + b" " * 9000 + codes_
    assert [(item.entry.value, item.start) for item in mentions(text)] == [
        (value, start + text.index(code))
        for value, code in ((16388, b"<J"), (16451, b"ODE"), (-3301, b"ERR_R"))
        for start in (0, len(codes_) + 3001, 2 * len(codes_) + 12001)
    ]


def test_each_log_has_its_own_lines_and_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line of a log may have no end; what has no time has none from another log."""
    monkeypatch.chdir(tmp_path)
    Path("a.log").write_text("2026-11-29T10:00:01Z errorCode=16388", encoding="utf-8")
    Path("b.log").write_text("errorCode=16451", encoding="utf-8")
    code, out, err = _run(capsys, "a.log", "b.log", "--csv")
    assert (code, err) == (0, "read 2 lines: 2 mentions of 2 codes\n")
    assert [row.split(",")[:4] for row in out.splitlines()[1:]] == [
        ["ErrorCode.JOIN_ROOM_FAILED", "16388", "1", "2026-11-29T10:00:01Z"],
        ["ErrorCode.PLAY_NOT_ALLOWED", "16451", "1", ""],
    ]


def test_ranges_count_each_line_once(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text(LOG * 5, encoding="utf-8")
    whole = Tally()
    for block in blocks(str(path)):
        whole.add(block)
    for size in (1, 7, 100, 1000):
        merged = Tally()
        parts = ranges(str(path), size)
        assert parts[-1][1] == path.stat().st_size
        for part in parts[:: max(1, len(parts) // 4000)] if size > 1 else parts:
            alone = merged.empty()
            for block in blocks_of(str(path), *part):
                alone.add(block)
            merged.merge(alone)
        assert merged.lines == whole.lines
        assert {key: count.lines for key, count in merged.counts.items()} == {
            key: count.lines for key, count in whole.counts.items()
        }


def test_processes_give_what_one_gives(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log.write_text(LOG * 200, encoding="utf-8")
    alone = _run(capsys, "app.log", "--json", "-j1")
    monkeypatch.setattr("flake8_trtc.cli.commands.logs._RANGE", 5000)
    assert _run(capsys, "app.log", "--json", "-j3") == alone


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_following(tmp_path: Path) -> None:
    """What is appended is counted, a rotated file is opened again, and Ctrl-C ends it with the table."""
    path = tmp_path / "app.log"
    path.write_text("errorCode=16388\n", encoding="utf-8")
    command = [sys.executable, "-m", "flake8_trtc", "logs", "--follow", "--csv", "app.log"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        time.sleep(1.5)
        with path.open("a", encoding="utf-8") as stream:
            stream.write("errorCode=16388\n")
        time.sleep(1)
        os.rename(path, tmp_path / "app.log.1")
        path.write_text("errorCode=16451\n", encoding="utf-8")
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert [line.split(",")[:3] for line in out.splitlines()[1:]] == [
        ["ErrorCode.JOIN_ROOM_FAILED", "16388", "2"],
        ["ErrorCode.PLAY_NOT_ALLOWED", "16451", "1"],
    ]
    assert (process.returncode, err) == (0, "read 3 lines: 3 mentions of 2 codes\n")


def test_a_picture(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, head in (("a.svg", b"<?xml"), ("a.png", b"\x89PNG")):
        assert _run(capsys, "app.log", "--plot", name)[0] == 0
        assert Path(name).read_bytes().startswith(head)
    assert (
        b"ErrorCode.JOIN_ROOM_FAILED" in Path("a.svg").read_bytes()
        or b"JOIN" in Path("a.svg").read_bytes()
    )
    code, _, err = _run(capsys, "app.log", "--plot", "none/a.png")
    assert (code, err.splitlines()[0]) == (3, "none/a.png: no such file or directory")


def test_the_picture_of_an_outage(tmp_path: Path) -> None:
    """What the guide shows is what `logs --plot` draws: if not, run docs/outage.py."""
    outage.draw(tmp_path / "outage.svg")
    shown, drawn = (
        re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8"))
        for path in (outage.PICTURE, tmp_path / "outage.svg")
    )
    assert shown == drawn
    assert {"time (UTC)", "lines a minute", "ErrorCode.JOIN_ROOM_FAILED"} <= set(drawn)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [40, 60])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("count  code", "the room could not be entered", "first ", "last ")),
        ("zh", ("次数  错误码", "进房失败", "首次 ", "末次 ")),
    ],
)
def test_a_narrow_terminal(
    columns: int,
    language: str,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No word is broken, no line is too long; without colours there are no control codes."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    tally = Tally()
    tally.add(LOG.encode())
    out = _Terminal()
    reports.show(reports.records(tally, language, None), language, None, out)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    head, meaning, first, last = words
    bar = "█" * min(24, columns // 2)
    indent = " " * (len("count  ") if language == "en" else len("次数  ") + 2)
    assert lines[:6] == [
        head,
        f"{'3':>{len(indent) - 2}}  JOIN_ROOM_FAILED 16388",
        f"{indent}{bar}",
        f"{indent}{meaning}",
        f"{indent}{first}2026-11-29 10:00:01",
        f"{indent}{last}2026-11-29 23:59:59",
    ]
    assert max(map(cell_len, lines)) <= columns


@pytest.mark.parametrize("name", ["NO_COLOR", "TERM"])
def test_no_colour_no_control_codes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    tally = Tally()
    tally.add(LOG.encode())
    rows = reports.records(tally, "en", None)
    coloured, plain = _Terminal(), _Terminal()
    reports.show(rows, "en", None, coloured)
    monkeypatch.setenv(name, "dumb")
    reports.show(rows, "en", None, plain)
    assert "\x1b[" in coloured.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured.getvalue()) == plain.getvalue()
