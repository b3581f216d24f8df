"""JavaScript and TypeScript: what is found, exactly where, and what stays silent."""

from __future__ import annotations

import re

import pytest
from marked import found, messages, unmarked

from flake8_trtc.config.options import Options, build
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source

# After `const client = TRTC.createClient();`, in .js, .ts and .tsx alike.
FOUND = {
    "getter": "if (error.getCode() === ‹16388›) {}\n",
    "vendor": "if (error.getCode() === ‹4099›) { retry(); }\n",
    "getter on the right": "if (‹0x4043› == err.getCode()) {}\n",
    "optional chain": "if (err?.getCode?.() !== ‹0x4043›) {}\n",
    "one hop": "const errorCode = e.getCode();\nif (errorCode === ‹0x1001›) {}\n",
    "one hop, any name": "function f(e) { const n = e.getCode(); return n === ‹4097›; }\n",
    "one hop, assigned": "let n; n = await e.getCode();\nif (n === ‹4097›) {}\n",
    "assigned in the test": "let n;\nif ((n = e.getCode()) === ‹4099›) {}\n",
    "destructured": "const { code: n } = e;\nif (n === ‹4097›) {}\n",
    "destructured code": "const { code } = wrapped;\nif (code === ‹4097›) {}\n",
    "switch": "switch (e.getCode()) {\n  case ‹16388›: break;\n  case ‹4099›:\n    again();\n}\n",
    "switch on a name": "const c = e.getCode();\nswitch (c) { case ‹0x404b›: break; }\n",
    "includes": "if ([‹16388›, ‹0x4043›].includes(code)) {}\n",
    "indexOf": "if ([‹16388›].indexOf(e.getCode()) >= 0) {}\n",
    "set": "if (new Set([‹16388›, ‹4099›]).has(code)) {}\n",
    "keys searched": "if (code in { ‹16388›: 1 }) {}\n",
    "by a constant": "if (row[Column.CODE] === ‹16388› || errors[0] === ‹16388›) {}\n",
    "map asked": "const text = new Map([[‹16388›, 'join'], [‹4099›, 'device']]).get(code);\n",
    "table": "const ERRORS = { ‹16388›: 'join', ‹0x1003›: 'device' };\n",
    "table asked": "const text = { ‹16388›: 'join', [‹4099›]: 'device' }[e.getCode()];\n",
    "table of any name": "const advice = { ‹16388›: 'join', ‹16451›: 'play' };\n",
    "table of tables": (
        "const ERRORS = { en: { ‹16388›: 'join', ‹TRT001,TRT205:0x4004›: 1 }, zh: { ‹16388›: 2 } };\n"
    ),
    "table by number": "const ERROR_CODES = { 1: ‹16388›, [a + b]: ‹16451› };\n",
    "frozen table": "export const codes = Object.freeze({ ‹16388›: 'join' });\n",
    "map": "const errors = new Map([[‹16388›, 'join']]);\n",
    "collection": "const retryable = [‹16388›, ‹16451›];\nconst RETRY_CODES = new Set([‹16388›]);\n",
    "asked of a table": "errorText.get(‹16388›); errorText[‹16388›]; codes.includes(‹16388›);\n",
    "entry": "report({ code: ‹16388›, size: 4096 });\n",
    "entry by a constant": "report({ [Key.code]: ‹16388›, [size]: 4096 });\n",
    "value of two": "const code = a ? ‹16388› : 0;\nlet errorCode = x || ‹65535›;\n",
    "default": "function f(code = ‹4099›, size = 4096) {}\nconst g = ({ code = ‹4099› }) => code;\n",
    "assignment": "this.errorCode = ‹16388›; let code = ‹4099›;\n",
    "field": "class A { code = ‹16388›; }\n",
    "return": "function getCode() { return ‹16388›; }\nconst errorCode = () => ‹16388›;\n",
    "function of errors": "showError(‹16388›, 4096); isErrCode(e, ‹0x4043›);\n",
    "collection as argument": "setRetryCodes([‹16388›, ‹4099›]);\n",
    "Vue's ref": "if (errorCode.value === ‹16388› || code.value === ‹4099›) {}\n",
    "React's ref": "if (codeRef.current === ‹16388›) {}\n",
    "bare": "const banned = c => c === ‹16449›;\n",
    "error class": "throw new RtcError(‹16388›, 'join');\n",
    "error class by key": "throw new RtcError({ code: ‹0x4004›, message: 'x' });\n",
    "expect": "expect(err.getCode()).toBe(‹16388›);\nexpect(code).not.toEqual(‹4099›);\n",
    "chai": "expect(code).to.equal(‹16388›);\n",
    "assert": "assert.strictEqual(err.getCode(), ‹16388›);\n",
    "ternary": "const text = code === ‹16388› ? 'a' : code === ‹4099› ? 'b' : 'c';\n",
    "or": "if (code === ‹16388› || code === ‹4099›) {}\n",
    "spellings": (
        "if (code === ‹0X404B› || code === ‹0o40004› || code === ‹0b100000000000101› ||\n"
        "    code === ‹16_390›) {}\n"
    ),
    "Number()": "if (Number(report.code) === ‹16388› || +e.code === ‹4099›) {}\n",
    "converted": "if ((code ?? 0) === ‹16388› || code.toString() === ‹TRT002:'16389'›) {}\n",
    "get of params": "if (params.get('code') === ‹TRT002:'16388'›) {}\n",
    "template": "const s = `${code === ‹16388›}`;\n",
    "after Chinese": "/* 错误🙂 */ if (code === ‹16388›) {}\n",
    "optional catch": "client.join().catch(e => e.getCode() === ‹16388› && again());\n",
    "string": "if (code == ‹TRT002:'16388'› || code == ‹TRT002:\"0x4005\"›) {}\n",
    "bigint": "if (code === ‹TRT002:16388n›) {}\n",
    "detail": "if (err.getExtraCode() === ‹TRT004:-100013›) {}\n",
    "retired": "if (code === ‹TRT001,TRT102:0x4002›) {}\nif (code === ‹TRT001,TRT101:16448›) {}\n",
    "retired by name": "if (code === TRTC.ErrorCode.‹TRT102:ICE_TRANSPORT_ERROR›) {}\n",
    "unknown member": "if (code === TRTC.ErrorCode.‹TRT201:NOPE›) {}\n",
    "comment": (
        "switch (e.getCode()) {\n"
        "  case ‹TRT001,TRT203:4096›: // ErrorCode = 0x1001 INVALID_OPERATION\n}\n"
    ),
    "twice": "if (code === ‹16388›) {} else if (code === ‹TRT001,TRT205:0x4004›) {}\n",
    "twice in a switch": "switch (code) { case ‹16388›: case ‹TRT001,TRT205:0x4004›: }\n",
    "twice in a table": "const ERRORS = { ‹16388›: 1, ‹TRT001,TRT205:0x4004›: 2 };\n",
    "a string is never a number": "if (e.getCode() === ‹TRT204:'16388'›) {}\n",
    "a number that is made a string": "const s = e.getCode().toString();\nif (s === ‹TRT002:'16388'›) {}\nswitch (String(e.getCode())) { case ‹TRT002:'0x4004'›: }\n[‹TRT002:'16388'›].includes(s);\n",
    "a string in a switch": "switch (e.getCode()) { case ‹TRT204:'0x4004'›: }\n",
    "strings in an array": "if (['x', ‹TRT204:'16388'›].includes(e.getCode())) {}\n",
    "a big integer is never a number": "if (e.getCode() !== ‹TRT204:16388n›) {}\n",
    "a string that is converted": "if (e.getCode() == ‹TRT002:'16388'›) {}\n",
    "a key that is converted": "const x = { ‹TRT002:'16388'›: 1 }[e.getCode()];\n",
    "no .code in a catch": (
        "async function f() {\n  try { await client.join({}); log(1); } catch (e) {\n"
        "    if (e.code === ‹TRT204:16388›) {}\n"
        "    setTimeout(() => e.code !== ‹TRT204:16388›);\n  }\n}\n"
    ),
    "no .code in callbacks": (
        "const stream = TRTC.createStream({}); let localStream;\nlocalStream = TRTC.createStream({});\n"
        "client.on('error', err => { if (err.code == ‹TRT204:16388›) {} });\n"
        "stream.play(id).catch(function (e) { switch (e.code) { case ‹TRT204:0x4043›: } });\n"
        "localStream.initialize().then(f, e => e.code === TRTC.ErrorCode.‹TRT204:NOT_SUPPORTED›);\n"
    ),
    "a .code of somebody else": (
        "async function f() {\n  try { await client.join({}); await save(); } catch (e) {\n"
        "    if (e.code === ‹16388›) {}\n  }\n"
        "  try { await client.join({}); throw { code: ‹16388› }; } catch (e) {\n"
        "    if (e.code === ‹16388›) {}\n  }\n"
        "  try { join(); } catch (e) { if (e.code === ‹16388›) {} }\n"
        "  try { await client.join({}); } catch (e) { { let e = g(); f(e.code === ‹16388›); } }\n"
        "  try { await client.join({}); } catch (e) { e = wrap(e); f(e.code === ‹16388›); }\n"
        "  try { await client.join({}); } catch (e) { g(e => e.code === ‹16388›); }\n"
        "  try { await client.join({}); } catch (e) { g(err.code === ‹16388›); }\n"
        "}\n"
        "client.on('peer-join', e => { if (e.code === ‹16388›) {} });\n"
        "client.on('error', (_, e) => { if (e.code === ‹16388›) {} });\n"
        "client.join().then(e => e.code === ‹16388›); load(u).catch(e => e.code === ‹16388›);\n"
    ),
    "member of its own constants": (
        "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "f(ErrorCode.‹TRT201:JOIN_ROM_FAILED›, ErrorCode?.‹TRT201:NOPE›, ErrorCode[‹TRT201:'NO'›]);\n"
        "function g(ErrorCode) { return ErrorCode.NOPE; }\n"
        "f(ErrorCode.hasOwnProperty(x), ErrorCode.JOIN_ROOM_FAILED, other.ErrorCode.NOPE);\n"
    ),
    "member of a var": (
        "var codes = { 'JOIN_ROOM_FAILED': 16388 }, c = code === codes.‹TRT201:NOPE›;\n"
    ),
    "member of a class": "class Codes { static JOIN_ROOM_FAILED = 16388; }\nf(Codes.‹TRT201:NOPE›);\n",
    "member as a default": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
        "const { a = ErrorCode } = x; function g(b = ErrorCode.‹TRT201:NOPE›) {}\n"
    ),
    "member beside loops": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
        "for (const a of [ErrorCode]) {} for (x of ErrorCode) {} f(ErrorCode.‹TRT201:NOPE›);\n"
    ),
    "member beside its namesakes": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
        "function g() { function ErrorCode() {} return ErrorCode.NOPE; }\n"
        "(function ErrorCode() { ErrorCode.NOPE; });\n{ class ErrorCode {} ErrorCode.NOPE; }\n"
        "f(ErrorCode.‹TRT201:NOPE›);\n"
    ),
    "member of an import": (
        "import { /* all */ ErrorCode as E } from './trtc-codes';\n"
        "f(E.‹TRT201:JOIN_ROM_FAILED›, E.MINE, E.‹TRT102:ICE_TRANSPORT_ERROR›);\n"
    ),
    "member of what is required": (
        "const { TrtcErrorCode } = require('@/trtc/codes'), C = require('trtc').ErrorCode;\n"
        "f(TrtcErrorCode.‹TRT201:PLAY_NOT_ALOWED›, C.‹TRT201:PLAY_NOT_ALOWED›);\n"
    ),
    "retired member of its own constants": (
        "const Codes = { CLIENT_BANNED: 16448, MINE: 1 }, Reason = { CLIENT_BANNED: 'client-banned' };\n"
        "const ICE_TRANSPORT_ERROR = 0x4003; Old.SIGNAL_CHANNEL_ERROR = 16386;\n"
        "if (code === Codes.‹TRT101:CLIENT_BANNED› || code === Reason.CLIENT_BANNED) {}\n"
        "if (code === ‹TRT102:ICE_TRANSPORT_ERROR› || code === Old.SIGNAL_CHANNEL_ERROR) {}\n"
    ),
    "retired by what it is compared with": (
        "if (e.getCode() === Codes.‹TRT101:CLIENT_BANNED› || e.code === Codes.CLIENT_BANNED) {}\n"
        "switch (e.getCode()) { case kinds.‹TRT102:ICE_TRANSPORT_ERROR›: f(); }\n"
    ),
    "type of the SDK": (
        "import TRTC, { ErrorCode as E } from 'trtc-js-sdk';\n"
        "f(E.‹TRT101:CLIENT_BANNED›, E.‹TRT201:JOIN_ROM_FAILED›, E.UNKOWN, E.MINE);\n"
    ),
    "older spelling that its own constants lack": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\nf(ErrorCode.‹TRT201:UNKOWN›);\n"
    ),
    "name and value": "const JOIN_ROOM_FAILED = ‹TRT202:16389›;\n",
    "name and value in an object": "const C = { JOIN_ROOM_FAILED: ‹TRT202:16389› };\n",
}
TYPESCRIPT = {
    "casts": "if (((e as RtcError).getCode() as unknown as number) === ‹16388›) {}\n",
    "cast hop": "const n = (e as RtcError).getCode() as unknown as number;\nif (n === ‹4099›) {}\n",
    "non-null": "if (e!.getCode()! === ‹16388›) {}\n",
    "satisfies": "const codes = [‹16388›, ‹16451›] satisfies number[];\n",
    "parameter": "function f(code: number = ‹4099›) {}\n",
    "field": "class A { private code: number = ‹16388›; }\n",
    "enum": "enum Codes { JOIN_ROOM_FAILED = ‹TRT202:16389› }\n",
    "record": "const ERRORS: Record<number, string> = { ‹16388›: 'join' };\n",
    "literal types": "type Code = 16388 | 4099;\nlet code: 16388 | 4099;\n",
    "own enum": "enum Codes { JOIN_ROOM_FAILED = 16388 }\nf(Codes.‹TRT201:NOPE›);\n",
    "own class": "class C { static readonly PLAY_NOT_ALLOWED = 0x4043 }\nf(C.‹TRT201:NOPE›);\n",
    "as const": "const C = { PLAY_NOT_ALLOWED: 0x4043 } as const;\nf(C.‹TRT201:NOPE›);\n",
    "ambient": "declare enum Codes { JOIN_ROOM_FAILED = 16388 }\nf(Codes.NOPE);\n",
}
SILENT = {
    "sizes": "const size = 4096; new ArrayBuffer(65535); if (n === 4096) {}\n",
    "a ref of something else": "if (size.value === 16388 || width.current === 16388) {}\n",
    "bare, common": "const f = c => c === 4099;\n",
    "by a variable": "if (row[i] === 16388 || row.get(key) === 16388) {}\n",
    "unpacked": "const [code, size] = [1, 16388]; const { code: c } = 16388;\n",
    "table of sizes": "const SIZES = { 1: 16388 };\n",
    "collection as argument": "setSizes([16388]); (() => 1)([16388]);\n",
    "method that looks nothing up": "[16388].length; [16388].map(f); (16388).toFixed();\n",
    "expected of nobody": "foo.toBe(16388); equal(16388); cy.wrap(code).eq(16388);\n",
    "function of something else": "console.error(16388); joinRoom(16388); setErrorTimeout(4096);\n",
    "ordering": "if (code > 16388 || code <= 4099) {}\n",
    "arithmetic": "const x = code + 16388 - 4096; const y = code & 0xffff;\n",
    "keys": "if (event.keyCode === 4099 || e.charCode === 16388 || s.charCodeAt(0) === 4096) {}\n",
    "http": "if (response.statusCode === 4096 || res.status === 4097) {}\n",
    "plain argument": "setTimeout(f, 4096); handle(16388);\n",
    "string": "const s = 'if (code === 16388) {}'; const t = \"4099\";\n",
    "regular expression": "const r = /code === 16388/;\n",
    "comment": "// if (code === 16388) {}\n/* e.getCode() === 4099 */\n",
    "float": "if (code === 16388.5) {}\n",
    "own constants": "const JOIN_ROOM_FAILED = 16388; const E = { PLAY_NOT_ALLOWED: 0x4043 };\n",
    "member": "if (code === ErrorCode.JOIN_ROOM_FAILED) {}\n",
    "members that can't be told": (
        "class C { JOIN_ROOM_FAILED = 0x4004; }\n"
        "f(C.NOPE, { JOIN_ROOM_FAILED: 0x4004 }, TRTC.ErrorCode[x], TRTC.ErrorCode);\n"
        "function g() { return { JOIN_ROOM_FAILED: 0x4004 }; }\n"
    ),
    "slices": "data.slice(16388, 16451); data[16388]; codes[[16388]];\n",
    "country": "if (country.code === 16388 || countryCode === 4096) {}\n",
    "older spelling of its own constants": (
        "const codes = { JOIN_ROOM_FAILED: 16388, UNKOWN: 65535 };\nf(codes.UNKOWN);\n"
        "import { ErrorCode } from './trtc-codes'; f(ErrorCode.SIGNAL_CAHNNEL_SETUP_FAILED);\n"
    ),
    "events, actions and states of a retired name": (
        "import { RTCEvent } from './trtc'; const Kind = { CLIENT_BANNED: 'client-banned' };\n"
        "const handlers = { [RTCEvent.CLIENT_BANNED]: f, [RTCEvent.ICE_TRANSPORT_ERROR]: g };\n"
        "switch (action.type) { case ActionTypes.CLIENT_BANNED: f(); }\n"
        "if (code === Kind.CLIENT_BANNED || errorCode === RoomState.CLIENT_BANNED) f();\n"
    ),
    "members of another's constants": (
        "import { ErrorCode } from './http'; import { ErrorCode as T } from 'trtc-js-sdk';\n"
        "const Codes = { UNKNOWN: 65535 }; const Mine = { JOIN_ROOM_FAILED: 16388, OWN: 1 };\n"
        "let Changed = { JOIN_ROOM_FAILED: 16388 }; Changed.OWN = 2;\n"
        "f(ErrorCode.JOIN_ROM_FAILED, T.NOPE, Codes.NOPE, Mine.OWN, Changed.OWN);\n"
    ),
    "bound to something else since": (
        "let n = e.getCode(); n = all.length; if (n === 4096) {}\n"
        "async function f() { let n = 0; try { await g(); } catch (e) { n = e.getCode(); }\n"
        "n = all.length; if (n === 4096) {} }\n"
    ),
    "bound to something else": "const code = s.charCodeAt(0); if (code === 16388) {}\n",
}
ALONE_FOUND = {
    "rare getter": "if (e.getCode() === ‹16388›) {}\n",
    "rare code": "if (errorCode === ‹0x4043› || e.errCode === ‹16388›) {}\n",
    "rare code as a string": "if (errorCode === ‹TRT002:'0x4043'›) {}\n",
    "company": "const c = e.getCode(); if (c === ‹16388›) {} else if (c === ‹4099›) {}\n",
}
ALONE_SILENT = {
    "common getter": "if (e.getCode() === 4099 || err.code === 4096) {}\n",
    "rare entry": "const x = { code: 16388 };\n",
    "bare": "const f = c => c === 16388;\n",
    "function of errors": "showError(16388);\n",
    "rare, of anybody's": "if (error.code === 0x4043 || code === '16390') {}\n",
    "calls that several have": "client.join().catch(e => { if (e.getCode() === 4099) {} });\n",
    "other": "if (size === 16388 || x === 16388) {}\n",
}


def _check(text: str, path: str, before: str = "") -> None:
    plain, expected = unmarked(before + text)
    assert found(plain, path) == expected


BEFORE = "const client = TRTC.createClient();\n"


@pytest.mark.parametrize("suffix", ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"])
@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, suffix: str) -> None:
    assert "‹" in FOUND[case]
    _check(FOUND[case], f"app.{suffix}", BEFORE)


@pytest.mark.parametrize("suffix", ["js", "ts", "tsx"])
@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str, suffix: str) -> None:
    assert "‹" not in SILENT[case]
    _check(SILENT[case], f"app.{suffix}", BEFORE)


@pytest.mark.parametrize("suffix", ["ts", "tsx"])
@pytest.mark.parametrize("case", TYPESCRIPT)
def test_typescript(case: str, suffix: str) -> None:
    _check(TYPESCRIPT[case], f"app.{suffix}", BEFORE)


@pytest.mark.parametrize("case", ALONE_FOUND)
def test_found_without_trtc(case: str) -> None:
    assert "‹" in ALONE_FOUND[case]
    _check(ALONE_FOUND[case], "app.js")


@pytest.mark.parametrize("case", ALONE_SILENT)
def test_silent_without_trtc(case: str) -> None:
    assert "‹" not in ALONE_SILENT[case]
    _check(ALONE_SILENT[case], "app.js")


OWN = {
    "TRTC_CODES": "f(TRTC_CODES.‹TRT201:JOIN_ROM_FAILED›, window.TRTC_CODES.NOPE, TRTC_CODES.OWN);\n",
    "app.Codes": "f(app.Codes.‹TRT201:JOIN_ROM_FAILED›, Codes.JOIN_ROM_FAILED);\n",
    "./codes#Codes": "import { Codes as C } from './codes'; f(C.‹TRT201:JOIN_ROM_FAILED›, C.OWN);\n",
    "./codes#default": "import C from './codes'; f(C.‹TRT201:JOIN_ROM_FAILED›, C.OWN); ErrorCode;\n",
}


@pytest.mark.parametrize("own", OWN)
def test_members_of_the_projects_own_constants(own: str) -> None:
    plain, expected = unmarked(OWN[own])
    assert found(plain, "app.ts", build({"trtc-js-error-code": own})) == expected


def test_constants_themselves_are_no_copies() -> None:
    text = (
        "TRTC; const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "window.TRTC_CODES = { JOIN_ROOM_FAILED: 0x4004 };\n"
        "class TrtcErrorCode { static readonly JOIN_ROOM_FAILED = 0x4004; }\n"
        "const Codes = { JOIN_ROOM_FAILED: ‹TRT901:0x4004› }, PLAY_NOT_ALLOWED = ‹TRT901:0x4043›;\n"
    )
    plain, expected = unmarked(text)
    options = build({"extend-select": "TRT901", "trtc-js-error-code": "window.TRTC_CODES"})
    assert found(plain, "app.ts", options) == expected


def test_jsx() -> None:
    text = (
        "const A = () => <Failure code={‹16388›} size={4096}>{code === ‹4099› && 'x'}</Failure>;\n"
    )
    _check(text, "app.jsx", BEFORE)
    _check(text, "app.tsx", BEFORE)


def test_a_cast_in_angle_brackets() -> None:
    _check("if (<number>code === ‹16388› || <number>size === 16388) {}\n", "app.ts", BEFORE)


def test_embedded_code_that_does_not_parse_is_asked_for() -> None:
    text = 'import trtc\npage.evaluate("""() => {\n  if (code === 16388 {}\n}""")\n'
    assert found(text) == [(3, 16, "TRT001")]
    assert found(text, options=Options(extend_select=("TRT902",))) == [
        (3, 16, "TRT001"),
        (3, 21, "TRT902"),
    ]
    assert found("page.evaluate('a b 16388')\n", options=Options(extend_select=("TRT902",))) == []


def test_a_script_too_broken_to_have_a_block() -> None:
    text = (
        "(y=>{const e=Object.freeze({DEVICE_NOT_FOUND:0x1003,INITIALIZE_FAILED:0x1004,"
        "DEVICE_AUTO_RECOVER_FAILED:0x4044);(D)"
    )
    assert found(text, "a.js") == []


def test_a_number_too_long_to_count() -> None:
    long = "9" * 5000
    _check(f"if (code === ‹16388› || code === {long}) {{}}\n", "a.js", BEFORE)
    _check(
        f"const errors = {{ ‹16388›: 'join', {long}: 'x' }};\nf(code == '{long}');\n",
        "a.js",
        BEFORE,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "const C = { PLAY_NOT_ALLOWED: 0x4043, UNKNOWN: 65535 };\nf(C.UNKOWN);\n",
            "2:5: TRT201 ErrorCode has no member UNKOWN; did you mean UNKNOWN?",
        ),
        (
            "const C = { PLAY_NOT_ALLOWED: 0x4043 };\nf(C.UNKOWN);\n",
            "2:5: TRT201 ErrorCode has no member UNKOWN",
        ),
        (
            "const C = { UNKOWN: 65535, PLAY_NOT_ALLOWED: 0x4043 };\nf(C.UNKOWNN);\n",
            "2:5: TRT201 ErrorCode has no member UNKOWNN; did you mean UNKOWN?",
        ),
        (
            "import { ErrorCode } from './trtc-codes';\nf(ErrorCode.JOIN_ROM_FAILED);\n",
            "2:13: TRT201 ErrorCode has no member JOIN_ROM_FAILED",
        ),
        (
            "import { ErrorCode } from 'trtc-js-sdk';\nf(ErrorCode.JOIN_ROM_FAILED);\n",
            "2:13: TRT201 ErrorCode has no member JOIN_ROM_FAILED; did you mean JOIN_ROOM_FAILED?",
        ),
    ],
)
def test_only_a_member_that_the_table_has_is_suggested(text: str, said: str) -> None:
    assert messages(text, "a.js") == [said]
    meant = re.search(r"(\w+); did you mean (\w+)\?", said)
    new = None
    if meant is not None:
        start, end = text.rsplit(meant[1], 1)
        new = f"{start}{meant[2]}{end}".encode()
    assert fix_source(Source("a.js", text.encode()), Options()).new == new


def test_a_state_of_a_retired_name_in_a_component() -> None:
    text = (
        '<template><p v-if="state === RoomState.CLIENT_BANNED">TRTC</p></template>\n'
        "<script>import TRTC from 'trtc-js-sdk';</script>\n"
    )
    assert found(text, "Call.vue") == []
