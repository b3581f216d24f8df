"""Which SDK, which name: code that says TRTC and means another thing, and code of every generation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from marked import found, messages, unmarked

from flake8_trtc.config.options import Options

# By the file that each is.
PYTHON = {
    "keywords are judged by themselves": (
        "from trtc_media import TrtcClient, fetch_errors\n"
        "def start(room):\n"
        "    client = TrtcClient(port=65535, buffer_size=4096)\n"
        "    return client, fetch_errors(room, limit=4096, offset=16388, code=‹16388›)\n"
    ),
    "entries are, too": (
        "import trtc\n"
        'trtc_config = {"bitrate": 4096, "port": 65535, "error_code": ‹4096›}\n'
        'CODES = {"join": ‹16388›, "timeout": 16388}\n'
    ),
    "trtc is no error": (
        "TRTC_BITRATES = [1024, 2048, 4096]\n"
        "class Session:\n"
        "    trtc_room_id = 16388\n"
        "    def trtc_port(self):\n        return 65535\n"
        "    def open(self, trtc_timeout=4096):\n        return trtc_timeout\n"
    ),
    "arguments of other classes": (
        '"""Limits of our TRTC gateway."""\n'
        "def trtc_check(body, users):\n"
        '    raise ValueError("trtc body too long", 65535)\n'
        "    raise TooManyUsersError(4096)\n"
        "    raise IndexError(16388)\n"
        "    return QRCode(16388), RateLimitError('slow', 4100)\n"
    ),
    "arguments of error classes": (
        "import trtc\n"
        "raise RtcError(‹4099›)\n"
        "raise TrtcLimitError(4096)\nraise TrtcSizeError(‹16388›)\n"
        "raise JoinError('no', ‹16388›)\n"
        "raise JoinError(room, 16388)\n"
    ),
    "methods of a column": (
        "from db.tables import TrtcError\n"
        "a = TrtcError.code.in_([‹16390›, ‹16391›])\n"
        "b = TrtcError.code.not_in((‹4096›, ‹4097›))\n"
        "c = TrtcError.objects.filter(code__in=[‹16388›, ‹16460›], error_code=‹4099›)\n"
        "d = TrtcError.objects.exclude(error__code=‹16388›, code__gt=16388, room__in=[16388])\n"
        'e = df["code"].isin([‹16388›]) | df["room_id"].isin([16388])\n'
        'f = pl.col("code").is_in([‹4096›, ‹4097›]) & pl.col("size").is_in([4096])\n'
        'g = F.col("error_code").isin(‹16390›, ‹4099›)\n'
        "h = m.group('code') == ‹TRT002:\"16388\"› or int(r.hget(k, 'code')) == ‹4099›\n"
    ),
    "a plain word is no evidence for a vendor": (
        '"""Recebe os erros do TRTC."""\n'
        "def registrar(relatorio):\n"
        "    agora = time.time()  # see the cassandra guide\n"
        '    return relatorio["error_code"] == ‹16388›\n'
        'def failures(reports, timeframe="1h"):\n'
        '    return [r for r in reports if r["error_code"] == ‹16451›]\n'
    ),
    "an import of a vendor is": (
        "import MetaTrader5 as mt5\ndef code_of(code):\n    return code == 16388\n"
    ),
    "a library beside TRTC": (
        '"""Stores what TRTC reports."""\n'
        "from cassandra.cluster import Cluster\n"
        "x = error_code == ‹16388› or error_code == 0x1001\n"
    ),
    "a name keeps what it is": (
        "import trtc\n"
        "from types import MappingProxyType\n"
        "ERRORS = MappingProxyType({‹16388›: 'join', ‹16451›: 'play'})\n"
        "def from_line(line):\n    error_code = parse_line(line)\n    return error_code == ‹16390›\n"
        "def worst(codes):\n    code = min(codes)\n    return code == ‹16391›\n"
    ),
    "parameters in a tuple": (
        "from app.trtc_errors import advice\n"
        '@pytest.mark.parametrize(("code", "text"), [(‹16451›, "tap"), (‹4099›, "camera")])\n'
        "def test_advice(code, text): pass\n"
    ),
    "other things": (
        "import trtc\n"
        "if error_budget == 4096 or n_errors == 16388 or result == 65535 or ret == 16388: pass\n"
        "if join_code == 16388 or gift.code == 16388 or vendor_code == 4097: pass\n"
        "if close_code == 4099 or max_error == 4096 or error_image.height == 4096: pass\n"
    ),
    "tables of rooms and ids": (
        "import trtc\n"
        "ROOMS = {16388: 'a', 16390: 'b'}\nerrors_by_room = {16388: 1, 16451: 2}\n"
        "user_ids = [16388, 16391]\nIDS_BY_CODE = {‹16388›: 1, ‹16391›: 2}\n"
    ),
    "enumerations and classes named for codes": (
        "import trtc\nfrom enum import Enum, IntEnum\n"
        "class TrtcErrorCode(IntEnum):\n    ENTER = ‹0x4004›\n    Lost = ‹0x4006›\n    BAD = ‹4096›\n"
        "class TrtcErrors:\n    ENTER = ‹0x4004›\n    limit = 16390\n    BAD = 4096\n"
        "class Copies(Enum):\n    JOIN_ROOM_FAILED = 16388\n"
        "class Timeframe(IntEnum):\n    H1 = 16385\n    H4 = 16388\n"
        "class Room:\n    SIZE = 4096\n    MAGIC = 16388\n"
        "class RoomCode(IntEnum):\n    LOBBY = 16388\n"
        'TRTC_ERRORS = {"enter": ‹16388›, "count": 16390, "bad": 4096}\n'
    ),
    "a table with one wrong number": (
        '"""Codes of trtc-js-sdk."""\n'
        "INVALID_PARAMETER = 4096\nINVALID_OPERATION = 4097\nNOT_SUPPORTED = ‹TRT202:4099›\n"
        "PLAY_NOT_ALLOWED = ‹TRT202:16450›\nJOIN_ROOM_FAILED = 16388\nMAX_BODY = 65535\n"
        "class Http:\n    NOT_SUPPORTED = 4097\n    UNKNOWN = 4096\n"
    ),
    "what is called and gives a status": (
        "import subprocess\n"
        'retcode = subprocess.call(["signtool"])\nif retcode == 16388: pass\n'
        'code = subprocess.check_call(["signtool"])\nif code == 16388: pass\n'
    ),
    "the code of an API's reply": (
        '"""TRTC reports."""\nimport requests\n'
        "def f(url):\n    body = requests.get(url).json()\n"
        '    if body["code"] == 4096 or body.get("code") == 4097 or body["code"] == ‹16388›: pass\n'
        '    for row in body["reports"]:\n        if row["code"] == ‹4096›: pass\n'
        '    return body["error_code"] == ‹4099›\n'
        'def g(request):\n    return request.json()["code"] == ‹4099›\n'
    ),
    "its Chinese name": "# 实时音视频\nx = code == ‹4099›\n",
    "what is annotated with Literal": (
        "import typing as t\nimport trtc\nfrom typing import Final, Literal, Optional, TypeAlias\n"
        "JoinCode: TypeAlias = Literal[16388, 16390]\nPlay = t.Literal[16451]\n"
        "type Late = Play | Literal[16392]\n"
        "CODE: Final[Literal[16388]] = 16388\n"
        "ERROR_CODES: tuple[JoinCode, ...] = (16388, 16390)\n"
        "class Report:\n"
        "    code: Literal[16388, 16451] = 16388\n"
        '    error_code: "Literal[16388]" = field(default=16388)\n'
        "    last_code: Optional[Play] = 16451\n"
        "    any_code: int = ‹16388›\n"
        "def f(code: Literal[16388] = 16388, error_code: Late = 16392) -> JoinCode:\n"
        "    if code == 16388 or error_code in (16392, 16451):\n        return 16390\n"
        "    match code:\n        case 16388: pass\n"
        "def g(report: Report, error_code: int):\n"
        "    if error_code == ‹16388› or report.code == 16388:\n        report.code = 16451\n"
        "    f(code=16388)\n    h(code=‹16388›)\n    Report(code=16388)\n"
    ),
    "liteav": (
        "import liteav\n"
        "class Delegate(liteav.TRTCCloudDelegate):\n"
        "    def OnError(self, error):\n"
        "        if error == ‹-3301›: self.retry()\n"
        "        elif error in (‹-100013›, ‹-205›): self.stop()\n"
        "def enter(cloud, params):\n"
        "    code = cloud.EnterRoom(params)\n"
        "    if code == ‹-2› or count == -2 or code == 16388: pass\n"
    ),
}
SCRIPT = {
    "v5's codes": (
        "import TRTC from 'trtc-sdk-v5';\n"
        "if (error.code === ‹5300› && error.extraCode === 5302) f();\n"
        "switch (error.extraCode) { case 5301: case 5303: }\n"
        "if (error.code === ‹5998› || error.code === 16388 || status === 5000) f();\n"
    ),
    "v5 by the calls of its object": (
        "async function f(trtc) { try { await trtc.updateLocalVideo({}); } catch (error) {\n"
        "if (error.code === ‹5100›) g(); } }\n"
        "function h(error) { if (error.code === ‹5300›) g(); }\n"
    ),
    "v5 by its calls": "TRTC.create(); if (error.code === ‹5300› || error.code === 16388) f();\n",
    "v5's numbers need its own evidence": "/* TRTC */ if (error.code === 5300) f();\n",
    "both generations": (
        "import TRTC from 'trtc-sdk-v5';\nimport V4 from 'trtc-js-sdk';\n"
        "if (e.code === ‹5300› || e.code === ‹4099› || e.code === ‹16388›) f();\n"
    ),
    "the code of an API's reply": (
        "import axios from 'axios';\nimport TRTC from 'trtc-js-sdk';\n"
        "const http = axios.create({});\n"
        "async function a() {\n  const res = await fetch('/x');\n  const body = await res.json();\n"
        "  if (body.code === 4096 || body.code === ‹16388› || body.error_code === ‹4099›) f();\n"
        "  const { code } = await (await fetch('/y')).json();\n  if (code === 4096) f();\n"
        "  const r = await http.get('/z');\n  if (r.data.code === 65535) f();\n"
        "  fetch('/q').then(r => r.json()).then(b => {\n    if (b.code === 4097) f();\n"
        "    for (const x of b.reports) if (x.code === ‹4097›) f();\n  });\n}\n"
    ),
    "v5's in an API's reply": (
        "import axios from 'axios';\nimport TRTC from 'trtc-sdk-v5';\n"
        "async function a() {\n  const res = await axios.get('/x');\n"
        "  if (res.data.code === 5000) f();\n"
        "  try { await TRTC.create().enterRoom({}); } catch (e) { if (e.code === ‹5000›) f(); }\n}\n"
    ),
    "another vendor": (
        "import WebRTC2 from 'nertc-web-sdk';\nconst client = WebRTC2.createClient({});\n"
        "client.on('error', err => { if (err.getCode() === 4099) f(); });\n"
        "client.join({}).catch(err => err.code === 16388 && f());\n"
    ),
    "adapters of two vendors": (
        "class Agora { join() { AgoraRTC.createClient().join().catch(e => e.code === 4099); } }\n"
        "class Tencent { join() { TRTC.createClient().join().catch(e => e.code === ‹TRT204:4099›); } }\n"
    ),
    "results": (
        "export function trtcChecksum(bytes) {\n  let result = 0xffff;\n"
        "  return result === 0xffff ? 0 : result;\n}\n"
    ),
    "now": (
        "import TRTC from 'trtc-js-sdk';\n"
        "export async function entrar(client) {\n  try { await client.join({}); } catch (err) {\n"
        "    if (err.getCode() === ‹0x4004›) alert('Tente novamente agora');\n  }\n}\n"
    ),
    "items": (
        "import TRTC from 'trtc-js-sdk';\n"
        "a = errors.find((item) => item.code === ‹16388›);\n"
        "b = errors.filter((obj) => obj.code !== ‹0x4043›);\n"
        "c = errors.some((item) => item.errcode === ‹0x4004›);\n"
        "d = gifts.find((gift) => gift.code === 16388) || user.giftCode === 16388;\n"
    ),
    "nobody's calls": (
        "const client = createClient(); client.publish(x);\n"
        "client.on('error', e => { if (e.getCode() === 4099 || e.code === 16388) f(); });\n"
    ),
    "a call kit": (
        "import { TUICallKit } from '@trtc/calls-uikit-vue';\n"
        "if (error.code === 4099 || error.code === 16388) f();\n"
    ),
}


@pytest.mark.parametrize("case", PYTHON)
def test_python(case: str) -> None:
    text, expected = unmarked(PYTHON[case])
    assert found(text) == expected


@pytest.mark.parametrize("case", SCRIPT)
def test_script(case: str) -> None:
    text, expected = unmarked(SCRIPT[case])
    assert found(text, "call.js") == expected


def test_an_enum_named_for_codes() -> None:
    text, expected = unmarked(
        "/** TRTC */\n"
        "export enum TrtcErrorCode { EnterFailed = ‹0x4004›, Bad = ‹4096›, JOIN_ROOM_FAILED = 16388 }\n"
        "export const enum RtcError { EnterFailed = ‹0x4004›, Bad = 4096 }\n"
        "enum RoomSize { Small = 4096, Large = 0x4004 }\nenum Timeframe { H1 = 16385, H4 = 16388 }\n"
    )
    assert found(text, "codes.ts") == expected


@pytest.mark.parametrize("packages", [("trtc-sdk-v5",), ("trtc-js-sdk", "trtc-sdk-v5")])
def test_auto_tells_v5(tmp_path: Path, packages: tuple[str, ...]) -> None:
    versions = {name: "5.8.0" if name.endswith("v5") else "4.15.22" for name in packages}
    (tmp_path / "package.json").write_text(json.dumps({"dependencies": versions}))
    path = str(tmp_path / "call.js")
    options = Options(sdk_auto=True)
    assert bool(found("/* TRTC */ if (e.code === 16388) f();\n", path, options)) is (
        len(packages) == 2
    )
    if len(packages) == 1:
        assert found("/* TRTC */ if (e.code === 5300) f();\n", path, options)


UNPROVED = {
    "a wrapper of the application": "import { roomClient } from './room-client.js';",
    "a parameter": "function f(roomClient) {}",
    "another factory": "const roomClient = createClient();",
    "two of them": "let roomClient = TRTC.createClient({}); roomClient = wrap(roomClient);",
}


@pytest.mark.parametrize("case", UNPROVED)
def test_a_receiver_that_is_not_proved_to_be_the_sdks(case: str) -> None:
    text, expected = unmarked(
        f"import TRTC from 'trtc-js-sdk';\n{UNPROVED[case]}\n"
        "export async function enter() {\n  try { await roomClient.join(); } catch (err) {\n"
        "    if (err.code === ‹16388›) return 'join';\n  }\n}\n"
    )
    assert found(text, "call.js") == expected


PROVED = {
    "its factory": "const c = TRTC.createClient({});\nc.join().catch(USE);\n",
    "a member": "this.c = TRTC.createClient({});\nthis.c.on('error', USE);\n",
    "at once": "TRTC.createStream({}).initialize().catch(USE);\n",
    "what is taken out of it": "TRTC.createClient({}).join().catch(({ code }) => N);\n",
    "a name for it": (
        "const c = TRTC.createClient({});\n"
        "c.join().catch((err) => { const { code } = err; return N; });\n"
    ),
    "a key": "const c = TRTC.createClient({});\nc.join().catch(e => e['code'] === C);\n",
    "a switch": (
        "class Room {\n  async go() {\n    this.c = TRTC.createClient({});\n"
        "    try { await this.c.join({}); } catch (e) { const n = e.code; switch (n) { case C: } }\n  }\n}\n"
    ),
    "its type": (
        "import type { Client } from 'trtc-js-sdk';\n"
        "function f(c: Client) { c.leave().catch(USE); }\n"
    ),
}


@pytest.mark.parametrize("case", PROVED)
def test_a_receiver_that_is(case: str) -> None:
    use = "err => err.code === ‹TRT204:16388›"
    text = PROVED[case].replace("USE", use).replace("N", "code === C")
    text, expected = unmarked(re.sub(r"\bC\b", "‹TRT204:16388›", text))
    assert found(text, "call.ts") == expected


BOTH = {
    "or the getter": "c.join().catch(e => { const n = e.code || e.getCode(); return n === ‹16388›; });\n",
    "set by hand": "c.join().catch(e => { e.code = e.getCode(); return e.code === ‹16388›; });\n",
    "another event": "c.on('stream-added', (a, b) => a.code === ‹16388›);\n",
    "what else is tried": (
        "async function f() {\n  try { await c.join({}); await load(); }\n"
        "  catch (e) { const { code } = e; return code === ‹16388›; }\n}\n"
    ),
    "thrown by hand": (
        "async function f() {\n  try { await c.join({}); throw new Failure(); }\n"
        "  catch (e) { const { code } = e; return code === ‹16388›; }\n}\n"
    ),
}


@pytest.mark.parametrize("case", BOTH)
def test_a_code_that_may_be_there(case: str) -> None:
    text, expected = unmarked(f"const c = TRTC.createClient({{}});\n{BOTH[case]}")
    assert found(text, "call.js") == expected


def test_a_comment_that_labels_and_one_that_mentions() -> None:
    labels = ("CREATE_OFFER_FAILED", "0x4005: CREATE_OFFER_FAILED, no", "ErrorCode.UNKNOWN")
    mentions = ("unlike CREATE_OFFER_FAILED", "not a CREATE_OFFER_FAILED", "见 UNKNOWN 的处理")
    for comment in (*labels, *mentions):
        codes = [code for _, _, code in found(f"import trtc\nx = code == 16388  # {comment}\n")]
        assert codes == ["TRT001", *(["TRT203"] if comment in labels else [])]


@pytest.mark.parametrize("name", ["trtc.js", "not_a_trtc.js", "without_trtc.js", "no-trtc.js"])
def test_a_file_whose_name_says_that_it_is_not_of_trtc(name: str) -> None:
    text = "Avatar.start().catch((e) => { if (e.code === 0x4043) f(); });\n"
    assert bool(found(text, name)) is (name in {"trtc.js", "not_a_trtc.js"})


def test_a_bare_code_without_a_word_of_trtc() -> None:
    text = "Avatar.start().catch((e) => { if (e.stream && e.code === ‹TRT903:0x4043›) f(); });\n"
    plain, expected = unmarked(text)
    assert found(plain, "avatar.js") == []
    assert found(plain, "avatar.js", Options(extend_select=("TRT903",))) == expected


def test_extra_codes_of_v5_are_asked_for() -> None:
    text, expected = unmarked(
        "import TRTC from 'trtc-sdk-v5';\n"
        "if (error.extraCode === ‹TRT905:5302› || error.code === 5301 || size === 5303) f();\n"
        "switch (error.extraCode) { case ‹TRT905:5301›: case ‹TRT905:5303›: }\n"
    )
    assert found(text, "call.js") == []
    assert found(text, "call.js", Options(extend_select=("TRT905",))) == expected


@pytest.mark.parametrize(
    ("value", "version", "codes"),
    [
        (4099, (4, 6, 1), ["TRT103"]),
        (4099, (4, 6, 2), []),
        (16389, (4, 10, 2), ["TRT104"]),
        (16389, (4, 10, 1), []),
        (16449, (4, 15, 22), ["TRT104"]),
        (16450, (4, 12, 7), ["TRT104"]),
        (16386, (4, 15, 22), ["TRT102"]),
        (16448, (4, 15, 22), ["TRT101"]),
        (16388, (4, 15, 22), []),
    ],
)
def test_what_the_builds_have(value: int, version: tuple[int, ...], codes: list[str]) -> None:
    text = f"import trtc\nx = code == {value}\n"
    said = [code for _, _, code in found(text, options=Options(sdk_version=version))]
    assert said == ["TRT001", *codes]
    assert [code for _, _, code in found(text)][1:] == [code for code in codes if code < "TRT103"]


def test_the_version_says_v5() -> None:
    text, expected = unmarked("/* TRTC */ if (e.code === ‹5300› || e.code === 16388) f();\n")
    assert found(text, "call.js", Options(sdk_version=(5, 8, 0))) == expected


@pytest.mark.parametrize("vendor", ["声网", "声网(Agora)", "火山引擎", "网易云信", "即构（ZEGO）"])
def test_the_chinese_name_behind_another_vendor(vendor: str) -> None:
    text = f'"""{vendor}实时音视频。"""\n\n\ndef f(error_code):\n    return error_code == 4096\n'
    assert found(text, "a.py") == []
    text, expected = unmarked(text.replace(vendor, "腾讯云").replace("4096", "‹4096›"))
    assert found(text, "a.py") == expected


def test_a_table_says_the_same_of_itself_when_its_numbers_have_been_taken_from_error_code() -> None:
    """What takes another's name is no copy to be renamed, and stays misnamed beside what is fixed."""
    head = '"""Codes of trtc-js-sdk."""\n\nfrom flake8_trtc import ErrorCode\n\n'
    text = (
        "INVALID_PARAMETER = ErrorCode.INVALID_PARAMETER\n"
        "INVALID_OPERATION = ErrorCode.INVALID_OPERATION\nNOT_SUPPORTED = ‹TRT202:4099›\n"
    )
    plain, expected = unmarked(head + text)
    assert found(plain, "a.py") == expected
    alone = "class Http:\n    NOT_SUPPORTED = 4099\n"
    assert found(f"# trtc\n{alone}", "a.py", Options(extend_select=("TRT9",))) == []


@pytest.mark.parametrize("name", ["JoinError", "PublishError", "SignalingError"])
def test_an_error_class_that_is_called_by_what_the_sdk_does_takes_common_codes(name: str) -> None:
    text, expected = unmarked(f"import trtc\n\nraise {name}(‹4097›)\n")
    assert found(text, "a.py") == expected
    assert found(f"raise {name}(4097)\n", "a.py") == []
    assert found(f"import trtc\n\nraise PoolError(4097)\nsome = {name}(size=4096)\n", "a.py") == []


V5_TABLE = "DEVICE_ERROR{0} 5300{1}SERVER_ERROR{0} ‹TRT202:5500›{1}OPERATION_ABORT{0} 5998"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("codes.js", f"{V5_TABLE.format(' =', ', ')};"),
        ("codes.js", f"const CODES = {{ {V5_TABLE.format(':', ', ')} }};"),
        ("codes.ts", f"enum Codes {{ {V5_TABLE.format(' =', ', ')} }}"),
        ("codes.ts", "enum C { DeviceError = 5300, kServerError = ‹TRT202:5500›, Abort = 5998, "
         "OperationAbort = 5998 }"),
        ("codes.js", f"const BIZ = {{ SERVER_ERROR: 5000 }}; const C = {{ {V5_TABLE.format(':', ', ')} }}"),
    ],
)  # fmt: skip
def test_a_code_of_v5_with_the_name_of_another(path: str, text: str) -> None:
    text = text if "{" in text else f"const {text}"
    source, expected = unmarked(f"import TRTC from 'trtc-sdk-v5';\n{text}\n")
    assert found(source, path) == expected
    assert [line.partition(": ")[2] for line in messages(source, path)] == [
        f"TRT202 {'kServerError' if 'kServerError' in text else 'SERVER_ERROR'} is 5400, but here "
        "it is 5500, which is TRTC.ERROR_CODE.OPERATION_FAILED"
    ]
    assert found(source.replace("trtc-sdk-v5", "axios"), path) == []
    assert found(source.replace("trtc-sdk-v5", "trtc-js-sdk"), path) == []


@pytest.mark.parametrize(
    "text",
    [
        "export const SERVER_ERROR = 5000;",
        "const BIZ = { SERVER_ERROR: 5000, NOT_FOUND: 5100, DEVICE_ERROR: 5300 };",
        "const A = { SERVER_ERROR: 5400, DEVICE_ERROR: 5300 }, BIZ = { UNKNOWN_ERROR: 5000 };",
        "const A = { SERVER_ERROR: 5400, DEVICE_ERROR: 5300, SERVER: 5500, UNKNOWN_ERROR: 5001 };",
        "const { SERVER_ERROR = 5000 } = biz;",
    ],
)
def test_an_application_has_codes_of_its_own_in_the_same_range(text: str) -> None:
    assert found(f"import TRTC from 'trtc-sdk-v5';\n{text}\n", "codes.js") == []


def test_python_that_handles_v5_has_such_a_table_too() -> None:
    source, expected = unmarked(
        'SDK = "trtc-sdk-v5"\n'
        "class Codes(IntEnum):\n    DEVICE_ERROR = 5300\n"
        "    SERVER_ERROR = ‹TRT202:5500›\n    OPERATION_ABORT = 5998\n"
        "class Biz(IntEnum):\n    SERVER_ERROR = 5000\n    DEVICE_ERROR = 5300\n"
    )
    assert found(source) == expected


def test_a_name_that_ends_like_others_is_taken_whole() -> None:
    source, expected = unmarked(
        "# trtc-js-sdk\nSIGNAL_CHANNEL_ERROR = ‹TRT202:16388›\nICE_TRANSPORT_ERROR_CODE = 16387\n"
        "SERVER_ERROR = 16385\n"
    )
    assert found(source) == expected


REPLIES = {
    "in its class": (
        "class T(TestCase):\n    def a(self): self.assertEqual(reply['code'], ‹4096›)\n"
        "    def b(self): self.assertEqual(reply['code'], ‹16388›)\n"
    ),
    "in its function": "def f():\n    if msg.code == ‹16388›: pass\n    if msg.code == ‹4099›: pass\n",
    "of another function": "def f(): return msg.code == ‹16388›\ndef g(): return msg.code == 4099\n",
    "of another name": "def f():\n    if msg.code == ‹16388›: pass\n    if reply.code == 4099: pass\n",
    "by itself": "def f():\n    if reply['code'] == 4096: pass\n",
    "of a socket": (
        "def f():\n    if msg.code == ‹16388›: pass\n"
        "async def g(ws):\n    try: msg = 1\n"
        "    except ConnectionClosed as msg: return msg.code == 4100\n"
    ),
    "a name for anything": "def f(v):\n    if v == ‹16388›: pass\n    if v == 4099: pass\n",
}


@pytest.mark.parametrize("case", REPLIES)
def test_a_rare_code_speaks_for_common_ones_of_the_same_reply(case: str) -> None:
    text, expected = unmarked(f"import trtc\n{REPLIES[case]}")
    assert found(text) == expected


TABLES_BESIDE_V5 = {
    "a map to v5's": (
        "const m = new Map([[‹4096›, TRTC.ERROR_CODE.INVALID_PARAMETER], "
        "[‹16388›, TRTC.ERROR_CODE.SERVER_ERROR]]);\n"
    ),
    "called v4's": "const v4Codes = { ‹4096›: 'a', ‹4099›: 'b' };\nconst fromV4Code = { ‹4099›: 1 };\n",
    "of common numbers": "const texts = { 4096: 'a', 4099: 'b' };\nconst codes = new Set([65535]);\n",
    "of other numbers": "const codes = [16388, 1, 2, 3, 4, 5];\n",
    "called otherwise": "const uv4Codes = { 4099: 1 };\nconst v40Codes = { 4099: 1 };\n",
    "no table": "if (code === 16388) f();\n",
}


@pytest.mark.parametrize("case", TABLES_BESIDE_V5)
def test_v4_codes_beside_v5(case: str) -> None:
    text, expected = unmarked(f"import TRTC from 'trtc-sdk-v5';\n{TABLES_BESIDE_V5[case]}")
    assert found(text, "map.js") == expected


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "app.py",
            "SDK = 'trtc-sdk-v5'\nif str(report['code']) == ‹TRT002:\"5999\"›: pass\nd = '5000'\n",
        ),
        (
            "app.py",
            "# trtc\nif code == '5999': pass\nif groups['code'] == ‹TRT002:'16388'›: pass\n",
        ),
        ("app.js", "TRTC.create(); if (code == ‹TRT002:'5300'› || wait == '5300') f();\n"),
        ("app.js", "TRTC.create(); if (m.groups.code === ‹TRT002:'5300'›) f();\n"),
    ],
)
def test_codes_of_v5_as_strings(path: str, text: str) -> None:
    plain, expected = unmarked(text)
    assert found(plain, path) == expected


def test_a_string_is_named_as_the_sdk_does() -> None:
    assert messages("TRTC.create(); if (code == '5300') f();\n", "app.js") == [
        "1:28: TRT002 '5300' spells TRTC.ERROR_CODE.DEVICE_ERROR as a string; "
        "compare the number with the constant"
    ]
