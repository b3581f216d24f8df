"""TRT204: tests that can never hold, and calls that can only fail, of errors proved to be an SDK's."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import outcome
from marked import found, messages, unmarked

from flake8_trtc.config.options import Options

V5 = "import TRTC from 'trtc-sdk-v5';\nconst trtc = TRTC.create();\n"

FIFTH = {
    "the handler of an event": (
        "trtc.on(TRTC.EVENT.ERROR, (error) => {\n"
        "  if (error.‹TRT204:getCode›() === 0x4043) askForClick();\n"
        "  if (error.code === ‹TRT204:16388›) retry();\n"
        "  if (error.name === ‹TRT204:'RtcError'›) report(error);\n"
        "  if (error.code === ‹TRT204:-100013›) payBill();\n});\n"
    ),
    "what a call throws": (
        "async function go() {\n  try {\n    await trtc.enterRoom({});\n  } catch (err) {\n"
        "    const { code, name, extraCode } = err;\n"
        "    if (code === ‹TRT204:404› || err.code == ‹5300› || code !== ‹TRT204:-8›) retry();\n"
        "    switch (name) { case ‹TRT204:'RtcError'›: break; }\n"
        "    switch (err.code) { case ‹TRT204:5001›: case ‹5300›: case ‹TRT204:0x1001›: break; }\n"
        "    if ([‹5300›, ‹TRT204:16388›].includes(code)) retry();\n"
        "    if (['X', ‹TRT204:'RtcError'›].includes(err.name)) retry();\n"
        "    const c = err.‹TRT204:getCode›();\n    if (c === 16388) log(err.‹TRT204:getExtraCode›());\n"
        "    if (extraCode === 404 || err.length === 404) retry();\n  }\n}\n"
    ),
    "callbacks and methods": (
        "trtc.startLocalVideo().catch(e => e.‹TRT204:getCode›());\n"
        "class Room {\n  constructor() { this.trtc = TRTC.create(); this.trtc.on('error', this.onError); }\n"
        "  onError = (e) => { if (e.code === ‹TRT204:16451›) ask(); };\n}\n"
    ),
    "errors of both generations": (
        "function codeOf(e) {\n"
        "  return typeof e.getCode === 'function' ? e.getCode() : e.code;\n}\n"
        "trtc.on(TRTC.EVENT.ERROR, codeOf);\n"
        "trtc.on(TRTC.EVENT.ERROR, e => e.getCode?.() ?? e.code);\n"
        "trtc.on(TRTC.EVENT.ERROR, e => ('getCode' in e ? e.getCode() : e.code));\n"
    ),
    "errors of others": (
        "fetch('/x').catch(e => e.getCode() === 4099 || e.code === 404);\n"
        "export function handle(e) { return e.code === 404 || e.name === 'RtcError'; }\n"
        "async function both() {\n  try { await trtc.enterRoom({}); await fetch('/x'); }\n"
        "  catch (e) { if (e.code === 404) e.getCode(); }\n}\n"
    ),
}


TYPED = {
    "v5's class": (
        "import TRTC from 'trtc-sdk-v5';\n"
        "export function f(trtc: TRTC) { trtc.on('error', (e) => e.‹TRT204:getCode›()); }\n"
        "class A {\n  private trtc?: TRTC | null;\n"
        "  go() { this.trtc!.enterRoom({}).catch((err) => err.code === ‹TRT204:16388›); }\n}\n"
    ),
    "v4's types": (
        "import TRTC, { Client, RtcError as E } from 'trtc-js-sdk';\n"
        "export const a = (err: E) => err.code === ‹TRT204:16388›;\n"
        "export function b(client: Client | null) {\n"
        "  client!.join({}).catch(({ code }) => code === ‹TRT204:16388›);\n}\n"
        "export function c(client: TRTC.Client) {\n"
        "  client.join({}).catch((e) => { const { code } = e; return code === ‹TRT204:16388›; });\n}\n"
    ),
    "types of others": (
        "import type TRTC from 'trtc-js-sdk';\nimport { RtcError } from './errors';\n"
        "export const a = (err: RtcError) => err.code === ‹16388›;\n"
        "export const b = (err: TRTC) => err.code === ‹16388›;\n"
        "export const c = (err: RtcError | Error) => err.code === ‹16388›;\n"
    ),
}


@pytest.mark.parametrize("case", TYPED)
def test_what_is_typed(case: str) -> None:
    text, expected = unmarked(TYPED[case])
    assert found(text, "room.ts") == expected


@pytest.mark.parametrize("case", FIFTH)
def test_errors_of_v5(case: str) -> None:
    text, expected = unmarked(V5 + FIFTH[case])
    assert found(text, "room.js") == expected


def test_a_page_and_a_string_hold_such_code_too() -> None:
    script = "TRTC.create().on(TRTC.EVENT.ERROR, e => e.‹TRT204:getCode›());"
    page, marks = unmarked(
        f'<script src="/js/trtc-sdk-v5.min.js"></script>\n<script>\n{script}\n</script>\n'
    )
    assert found(page, "room.html") == marks
    python, marks = unmarked(f'PAGE = """<script>\n{script}\n</script>"""\n')
    assert found(python, "room.py") == marks


def test_members_that_the_tables_of_v5_and_liteav_do_not_have() -> None:
    script, expected = unmarked(
        "import TRTC from 'trtc-sdk-v5';\nconst { ERROR_CODE } = TRTC;\n"
        "f(TRTC.ERROR_CODE.DEVICE_ERROR, TRTC.ERROR_CODE.‹TRT201:DEVICE_EROR›, ERROR_CODE.toString());\n"
        "f(TRTC.ERROR_CODE[‹TRT201:'NOPE'›], ERROR_CODE.‹TRT201:PLAY_NOT_ALLOWED›, ERROR_CODE[name]);\n"
        "f(OTHER.ERROR_CODE.NOPE, TRTC.EVENT.NOPE, ERROR_CODE);\n"
    )
    assert found(script, "room.js") == expected
    python, expected = unmarked(
        "import liteav\nfrom flake8_trtc import v5\nfrom flake8_trtc.v5 import ErrorCode, ExtraCode as X\n"
        "a = v5.ErrorCode.OPERATION_ABORT, v5.ErrorCode.‹TRT201:ENV_NOT_SUPORTED›\n"
        "b = ErrorCode.‹TRT201:JOIN_ROOM_FAILED›, ErrorCode.__members__, ErrorCode.DEVICE_ERROR.value\n"
        "c = X.‹TRT201:NOPE›, X.INVALID_PARAMETER_REQUIRED, v5.ExtraCode[‹TRT201:'NOPE'›]\n"
        "d = liteav.Error.‹TRT201:ERR_OKK›, liteav.Error.ERR_FAILED, liteav.Error.ERR_QUITE_NEW\n"
    )
    assert found(python) == expected
    assert messages(python)[0] == (
        "4:48: TRT201 v5.ErrorCode has no member ENV_NOT_SUPORTED; did you mean ENV_NOT_SUPPORTED?"
    )


def test_members_of_the_table_by_names_of_its_own() -> None:
    script, expected = unmarked(
        "import TRTC from 'trtc-sdk-v5';\nconst C = TRTC.ERROR_CODE, D = C;\n"
        "const { ERROR_CODE: E } = TRTC;\nlet W = TRTC.ERROR_CODE;\nconst O = OTHER.ERROR_CODE;\n"
        "f(C.‹TRT201:DEVICE_EROR›, D.‹TRT201:NOPE›, E['DEVICE_ERROR'], E[‹TRT201:'NOPE'›]);\n"
        "f(C.DEVICE_ERROR, D.toString(), E[name], O.NOPE, TRTC.EVENT.NOPE);\n"
        "function g(C, { E }) { return C.NOPE || E.NOPE; }\n"
        "W.MINE = 1;\nf(W.MINE, { ...C }.NOPE, h(D).NOPE);\n"
    )
    assert found(script, "room.js") == expected
    assert messages(script, "room.js")[0] == (
        "6:5: TRT201 C has no member DEVICE_EROR; did you mean DEVICE_ERROR?"
    )


def test_a_member_with_one_that_is_close_is_put_right(tmp_path: Path) -> None:
    from flake8_trtc.cli import main

    script, python = tmp_path / "room.js", tmp_path / "room.py"
    alias = "const C = TRTC.ERROR_CODE;\n"
    script.write_text(
        V5 + f"f(TRTC.ERROR_CODE.DEVICE_EROR, TRTC.ERROR_CODE.NOPE);\n{alias}f(C.DEVICE_EROR);\n"
    )
    imports = "import liteav\nfrom flake8_trtc import v5\n"
    python.write_text(
        imports + "a = v5.ErrorCode.ENV_NOT_SUPORTED, liteav.Error.ERR_OKK, v5.ErrorCode.NO\n"
    )
    main(["fix", "-q", "--isolated", str(script), str(python)])
    assert script.read_text() == V5 + (
        f"f(TRTC.ERROR_CODE.DEVICE_ERROR, TRTC.ERROR_CODE.NOPE);\n{alias}f(C.DEVICE_ERROR);\n"
    )
    assert python.read_text() == (
        imports + "a = v5.ErrorCode.ENV_NOT_SUPPORTED, liteav.Error.ERR_OKK, v5.ErrorCode.NO\n"
    )


def test_it_says_what_to_write() -> None:
    text = V5 + (
        "trtc.on('error', (e) => {\n  e.getCode();\n  if (e.name == 'RtcError') f();\n"
        "  if (e.code === 0x1001 || e.code === 5001 || e.code === 404) f();\n});\n"
    )
    eight = "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE"
    assert messages(text, "room.js") == [
        "4:5: TRT204 e.getCode() is a TypeError: errors of v5 have no getCode(); read .code, or .extraCode",
        "5:17: TRT204 e.name is never 'RtcError': the name of an error of v5 is that of its code; "
        "compare .code with TRTC.ERROR_CODE",
        f"6:18: TRT204 e.code never equals 0x1001 (ErrorCode.INVALID_OPERATION): {eight}; in its place "
        "v5 gives TRTC.ERROR_CODE.INVALID_OPERATION",
        f"6:39: TRT204 e.code never equals 5001: {eight}; this one is in .extraCode",
        f"6:58: TRT204 e.code never equals 404: {eight}; a server's code is in .extraCode",
    ]
    assert messages(text, "room.js", Options(language="zh"))[0] == (
        "4:5: TRT204 e.getCode() 会抛出 TypeError：v5 的错误对象没有 getCode()；请读取 .code 或 .extraCode"
    )


def test_nothing_is_rewritten(tmp_path: Path) -> None:
    from flake8_trtc.cli import main

    path = tmp_path / "room.js"
    text = V5 + "trtc.on('error', e => e.getCode() === 0x4043 || e.code === 16388);\n"
    path.write_text(text)
    main(["fix", "--isolated", str(path)])
    assert path.read_text() == text


DEFAULTS = (
    "const { code = DEFAULT } = e;",
    "const code = e.code || DEFAULT;",
    "const code = e.code ?? DEFAULT;",
    "let code = DEFAULT; if (e.code) code = e.code;",
    "return (({ code = DEFAULT }) => code === ‹16388›)(e);",
)


@pytest.mark.parametrize("default", DEFAULTS)
def test_what_has_a_default_may_equal_a_code(default: str) -> None:
    text = (
        "import TRTC from 'trtc-js-sdk';\nconst client = TRTC.createClient({});\n"
        f"client.join({{}}).catch((e) => {{\n  {default}\n"
        "  return code === ‹0xffff› || code === ‹16388› || e.code === ‹TRT204:16388›;\n});\n"
    )
    script, expected = unmarked(text.replace("DEFAULT", "ErrorCode.UNKNOWN"))
    assert found(script, "room.js") == expected
    script, expected = unmarked(text.replace("DEFAULT", "‹0xffff›"))
    assert found(script, "room.js") == expected
    fixed = outcome(script.encode(), "/somewhere/room.js")
    assert fixed.error is None
    assert [item.code for item in fixed.remaining] == ["TRT204"]
