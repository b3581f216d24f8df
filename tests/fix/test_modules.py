"""Imported constants are used for members that their module is seen to have, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import outcome

from flake8_trtc.config.options import build

USE = "export const f = (e) => e.getCode() === 0x4004;\n"
FIXED = "export const f = (e) => e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n"
NAMED = "import { ErrorCode } from './trtc-codes.js';\n"
OBJECT = "{ JOIN_ROOM_FAILED: 0x4004, GONE: 410 }"


def fixed(directory: Path, script: str, name: str = "src/page.js") -> str:
    """A script of a project, fixed."""
    path = directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    result = outcome(script.encode(), str(path))
    assert (result.error, result.refusals) == (None, ())
    return (result.new or b"").decode()


@pytest.mark.parametrize(
    ("head", "path", "module"),
    [
        (NAMED, "trtc-codes.js", f"export const ErrorCode = {OBJECT};"),
        (NAMED, "trtc-codes.js", f"export const ErrorCode = Object.freeze({OBJECT});"),
        (NAMED, "trtc-codes.js", f"const ErrorCode = {OBJECT};\nexport {{ ErrorCode }};"),
        (NAMED, "trtc-codes.js", f"const codes = {OBJECT};\nexport {{ codes as ErrorCode }};"),
        (NAMED, "trtc-codes.js", f"module.exports = {{ ErrorCode: {OBJECT} }};"),
        (NAMED, "trtc-codes.js", f"const ErrorCode = {OBJECT};\nmodule.exports = {{ ErrorCode }};"),
        (NAMED, "trtc-codes.js", f"exports.ErrorCode = {OBJECT};"),
        (NAMED, "trtc-codes.js", "export const ErrorCode = { ...own, JOIN_ROOM_FAILED: 0x4004 };"),
        (NAMED, "trtc-codes.ts", f"export const ErrorCode = {OBJECT} as const;"),
        (NAMED, "trtc-codes.ts", "export enum ErrorCode { JOIN_ROOM_FAILED = 0x4004 }"),
        (NAMED, "trtc-codes.js", "export class ErrorCode { static JOIN_ROOM_FAILED = 0x4004; }"),
        (NAMED, "trtc-codes.js", "export { ErrorCode } from './other.js';"),
        (NAMED, "trtc-codes.js", "export * from './other.js';"),
        (NAMED, "trtc-codes.js", f"export * from './wrong.js';\nexport {{ E as ErrorCode }};\nconst E = {OBJECT};"),
        ("import { ErrorCode } from './trtc';\n", "trtc/index.js", f"export const ErrorCode = {OBJECT};"),
        ("import { ErrorCode } from '@/trtc';\n", "trtc.ts", f"export const ErrorCode = {OBJECT};"),
        ("const { ErrorCode } = require('./trtc');\n", "trtc.js", f"exports.ErrorCode = {OBJECT};"),
    ],
)  # fmt: skip
def test_a_member_that_the_module_has(tmp_path: Path, head: str, path: str, module: str) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "src" / path).parent.mkdir(parents=True)
    (tmp_path / "src" / path).write_text(module)
    (tmp_path / "src" / "other.js").write_text(f"export const ErrorCode = {OBJECT};")
    (tmp_path / "src" / "wrong.js").write_text("export const ErrorCode = { GONE: 410 };")
    assert fixed(tmp_path, head + USE) == head + FIXED


@pytest.mark.parametrize(
    ("head", "name", "module"),
    [
        ("import { ErrorCode } from './codes';\n", "ErrorCode", f"export const ErrorCode = {OBJECT};"),
        ("import { ErrorCode as E_CODE } from './codes';\n", "E_CODE", f"export const ErrorCode = {OBJECT};"),
        ("import { RtcErrors } from '@/codes';\n", "RtcErrors", f"export const RtcErrors = {OBJECT};"),
        ("import codes from './codes.js';\n", "codes", f"export default {OBJECT};"),
        ("const { Codes } = require('./codes');\n", "Codes", f"exports.Codes = {OBJECT};"),
    ],
)  # fmt: skip
def test_a_module_by_any_name(tmp_path: Path, head: str, name: str, module: str) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "codes.js").write_text(module)
    head = f"import TRTC from 'trtc-js-sdk';\n{head}"
    assert fixed(tmp_path, head + USE) == head + FIXED.replace("ErrorCode", name)


@pytest.mark.parametrize(
    ("head", "module", "name"),
    [
        ("import { ErrorCode } from './codes';\n", "export const ErrorCode = { JOIN_ROOM_FAILED: 1 };", "TrtcErrorCode"),
        ("import { ErrorCode } from './codes';\n", None, "TrtcErrorCode"),
        ("import { ErrorCode } from 'codes';\n", f"export const ErrorCode = {OBJECT};", "TrtcErrorCode"),
        ("import { Codes } from './codes';\n", "export const Codes = { GONE: 410 };", "ErrorCode"),
        ("import { settings } from './codes';\n", f"export const settings = {OBJECT};", "ErrorCode"),
    ],
)  # fmt: skip
def test_a_module_that_gives_no_such_member(
    tmp_path: Path, head: str, module: str | None, name: str
) -> None:
    (tmp_path / "src").mkdir()
    if module is not None:
        (tmp_path / "src" / "codes.js").write_text(module)
    head = f"import TRTC from 'trtc-js-sdk';\n{head}"
    assert fixed(tmp_path, head + USE) == (
        f"{head}\nconst {name} = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }});\n\n"
        + FIXED.replace("ErrorCode", name)
    )


@pytest.mark.parametrize(
    "module",
    [
        "export const ErrorCode = { GONE: 410 };",
        "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004, ...own };",
        "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004, [key]: 1 };",
        "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004, JOIN_ROOM_FAILED: 1 };",
        "export class ErrorCode { static JOIN_ROOM_FAILED = 0x4004; static { set(this); } }",
        "export const ErrorCode = { JOIN_ROOM_FAILED: 1 };",
        "export const ErrorCode = make();",
        f"module.exports = {{ ErrorCode: {OBJECT} }};\nif (a) module.exports = {{ ErrorCode: {{}} }};",
        "export function ErrorCode() {}",
        "export class ErrorCode { JOIN_ROOM_FAILED = 0x4004; }",
        f"export const Other = {OBJECT};",
        f"const ErrorCode = {OBJECT};",
        "export { ErrorCode } from './trtc-codes.js';",
        None,
    ],
)
def test_a_member_that_the_module_lacks(tmp_path: Path, module: str | None) -> None:
    (tmp_path / "src").mkdir()
    if module is not None:
        (tmp_path / "src" / "trtc-codes.js").write_text(module)
    assert fixed(tmp_path, NAMED + USE) == (
        f"{NAMED}\nconst TrtcErrorCode = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }});\n\n"
        + FIXED.replace("ErrorCode", "TrtcErrorCode")
    )


def test_the_module_of_the_configuration_lacks_a_member(tmp_path: Path) -> None:
    (tmp_path / "trtc-codes.js").write_text("export const ErrorCode = { GONE: 410 };")
    options = build({"trtc-js-error-code": "./trtc-codes.js#ErrorCode"})
    for head in ("import TRTC from 'trtc-js-sdk';\n", NAMED):
        result = outcome(f"{head}{USE}".encode(), str(tmp_path / "page.js"), options)
        assert result.new is None
        assert [item.reason for item in result.refusals] == [
            "./trtc-codes.js has no ErrorCode.JOIN_ROOM_FAILED that equals the number; add it there"
        ]


@pytest.mark.parametrize(
    ("module", "export", "lacks"),
    [
        ("export const Other = { JOIN_ROOM_FAILED: 0x4004 };", "Code", "Code.JOIN_ROOM_FAILED"),
        ("export * from './more.js';\nexport {};", "Code", "Code.JOIN_ROOM_FAILED"),
        ("const Code = { JOIN_ROOM_FAILED: 0x4004 };\nexport { Code as default };", "Code", "Code.JOIN_ROOM_FAILED"),
        ("export function f(Code) {}\nexport class B { Code() {} }", "Code", "Code.JOIN_ROOM_FAILED"),
        ("export class Code { static GONE = 1; }", "Code", "Code.JOIN_ROOM_FAILED"),
        ("export default class Code { static GONE = 1; }", "default", "JOIN_ROOM_FAILED"),
        ("export const Code = { JOIN_ROOM_FAILED: 0x4004 };", "default", "JOIN_ROOM_FAILED"),
    ],
)  # fmt: skip
def test_the_module_of_the_configuration_lacks_the_export(
    tmp_path: Path, module: str, export: str, lacks: str
) -> None:
    (tmp_path / "codes.js").write_text(module)
    (tmp_path / "more.js").write_text("export const Codes = {};")
    options = build({"trtc-js-error-code": f"./codes.js#{export}"})
    result = outcome(USE.encode(), str(tmp_path / "page.js"), options)
    assert (result.new, result.error) == (None, None)
    assert [str(item.reason) for item in result.refusals] == [
        f"./codes.js has no {lacks} that equals the number; add it there"
    ]


@pytest.mark.parametrize(
    "module",
    [
        "export * as Code from './more.js';",
        "export const { Code } = make();",
        "export const { other: Code = 1 } = make();",
        "export const Code = make();",
        "export * from 'package';\nexport const a = 1;",
        "export * from './unwritten.js';\nexport const a = 1;",
        "module.exports = make();",
        "exports[name] = { JOIN_ROOM_FAILED: 0x4004 };",
        "export class Code { static JOIN_ROOM_FAILED = 0x4004; }",
        "export * from './more.js';\nexport * from './codes.ts';",
    ],
)
def test_the_module_of_the_configuration_may_have_the_export(tmp_path: Path, module: str) -> None:
    (tmp_path / "codes.js").write_text(module)
    (tmp_path / "more.js").write_text("export const Codes = {};")
    (tmp_path / "codes.ts").write_text("export enum Code { JOIN_ROOM_FAILED = 0x4004 }")
    options = build({"trtc-js-error-code": "./codes.js#Code"})
    result = outcome(USE.encode(), str(tmp_path / "page.js"), options)
    assert (
        result.new
        == ("import { Code } from './codes.js';\n" + FIXED.replace("ErrorCode", "Code")).encode()
    )


def test_the_module_of_the_configuration_is_trusted_unseen(tmp_path: Path) -> None:
    options = build({"trtc-js-error-code": "./trtc-codes.js#ErrorCode"})
    result = outcome((NAMED + USE).encode(), str(tmp_path / "page.js"), options)
    assert result.new == (NAMED + FIXED).encode()


@pytest.mark.parametrize(
    "use",
    [
        "export const all = Object.values(ErrorCode);",
        "for (const key in ErrorCode) log(key);",
        "export const all = { ...ErrorCode };",
        "export const text = JSON.stringify(ErrorCode);",
        "export { ErrorCode };",
        "export default ErrorCode;",
        "const alias = ErrorCode;",
        "log(ErrorCode.hasOwnProperty('A'));",
        "log('A' in ErrorCode, ErrorCode[name]);",
        "module.exports = { ErrorCode };",
    ],
)
def test_no_member_is_added_where_it_would_be_seen(use: str) -> None:
    text = f"const ErrorCode = {{ PLAY_NOT_ALLOWED: 0x4043 }};\n{use}\n{USE}"
    result = outcome(text.encode(), "/somewhere/trtc.mjs")
    assert (result.error, result.refusals) == (None, ())
    assert result.new is not None
    assert b"const ErrorCode = { PLAY_NOT_ALLOWED: 0x4043 };\n" in result.new
    assert b"=== TrtcErrorCode.JOIN_ROOM_FAILED" in result.new


def test_a_member_is_added_where_only_members_are_read() -> None:
    text = f"const ErrorCode = {{ PLAY_NOT_ALLOWED: 0x4043 }};\nlog(ErrorCode.PLAY_NOT_ALLOWED);\n{USE}"
    assert (
        outcome(text.encode(), "/somewhere/trtc.mjs").new
        == (
            "const ErrorCode = { PLAY_NOT_ALLOWED: 0x4043, JOIN_ROOM_FAILED: 0x4004 };\n"
            f"log(ErrorCode.PLAY_NOT_ALLOWED);\n{FIXED}"
        ).encode()
    )


def test_another_script_of_the_page_enumerates_the_object() -> None:
    table = "// TRTC\nconst ErrorCode = { PLAY_NOT_ALLOWED: 0x4043 };\n"
    use = "function f(e) { return e.getCode() === 0x4004; }\n"
    page = f"<script>\n{table}{use}</script>\n<script>\nlog(Object.keys(ErrorCode));\n</script>\n"
    new = outcome(page.encode(), "/somewhere/a.html").new
    assert (
        new
        == page.replace(
            "{ return e.getCode() === 0x4004",
            "{ const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); "
            "return e.getCode() === ErrorCode.JOIN_ROOM_FAILED",
        ).encode()
    )


def test_an_object_is_not_frozen_by_another_object() -> None:
    text = b"function f(Object) { return Object && lastTrtcError.getCode() === 0x4004; }\n"
    assert outcome(text, "/somewhere/trtc.js").new == (
        b"function f(Object) { const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 }; "
        b"return Object && lastTrtcError.getCode() === ErrorCode.JOIN_ROOM_FAILED; }\n"
    )


@pytest.mark.parametrize(
    "change",
    [
        "ErrorCode.JOIN_ROOM_FAILED = 1;",
        "delete ErrorCode.JOIN_ROOM_FAILED;",
        "({ code: ErrorCode.JOIN_ROOM_FAILED } = read());",
        "[ErrorCode.JOIN_ROOM_FAILED = 1] = read();",
        "for (ErrorCode.JOIN_ROOM_FAILED of read());",
        "Object.assign(ErrorCode, read());",
        "Object.defineProperty(ErrorCode, 'JOIN_ROOM_FAILED', { value: 1 });",
    ],
)
def test_an_object_that_is_changed_is_not_used(tmp_path: Path, change: str) -> None:
    table = "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\n"
    declared = "const TrtcErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
    used = FIXED.replace("ErrorCode", "TrtcErrorCode")
    text = f"{table}{change}\n"
    assert outcome(f"{text}{USE}".encode(), "/somewhere/trtc.mjs").new == (
        f"{declared}{text}{used}".encode()
    )
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "trtc-codes.js").write_text(f"export {text}")
    assert fixed(tmp_path, NAMED + USE) == f"{NAMED}\n{declared}\n{used}"


def test_an_import_of_a_module_that_loads_this_one(tmp_path: Path) -> None:
    """It may not be there while this one is loaded; later it is."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "trtc-codes.js").write_text(
        f"import './page.js';\nexport const ErrorCode = {OBJECT};\n"
    )
    (tmp_path / "src" / "page.js").write_text(NAMED)
    declared = "const TrtcErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
    now = "export const now = lastTrtcError.getCode() === 0x4004;\n"
    assert fixed(tmp_path, NAMED + USE + now) == (
        f"{NAMED}\n{declared}\n{FIXED}{now.replace('0x4004', 'TrtcErrorCode.JOIN_ROOM_FAILED')}"
    )


def test_with_may_give_any_name_another_meaning() -> None:
    text = "function f(e) { with (e) { return getCode() === 0x4004; } }\n"
    result = outcome(text.encode(), "/somewhere/trtc.js")
    assert result.new is None
    assert [str(item.reason) for item in result.refusals] == ["ErrorCode means something else here"]


@pytest.mark.parametrize(
    ("other", "used"),
    [
        ("<script>\nvar ErrorCode = { MINE: 1 };\n</script>\n", False),
        ("<script>\nfunction ErrorCode() {}\n</script>\n", False),
        ("<script>\nErrorCode.JOIN_ROOM_FAILED = 1;\n</script>\n", False),
        ("<button onclick='ErrorCode = null'></button>\n", False),
        ("<script>\nfunction f(ErrorCode) { ErrorCode = 1; }\n</script>\n", True),
        ("<script type=module>\nconst ErrorCode = { MINE: 1 };\n</script>\n", True),
        ("<script>\nlog(ErrorCode);\n</script>\n", True),
    ],
)
def test_a_name_that_two_scripts_of_a_page_bind(other: str, used: bool) -> None:
    table = "<script>\n// TRTC\nconst ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\n</script>\n"
    use = "<script>\nfunction g(e) { return e.getCode() === 0x4004; }\n</script>\n"
    inside = (
        "<script>\nfunction g(e) { const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
        " return e.getCode() === 0x4004; }\n</script>\n"
    )
    for page in (other + table, table + other):
        new = outcome((page + use).encode(), "/somewhere/a.html").new
        fixed = (use if used else inside).replace("=== 0x4004", "=== ErrorCode.JOIN_ROOM_FAILED")
        assert new == (page + fixed).encode()


def test_an_entry_that_a_constant_is_the_key_of_is_not_the_constant() -> None:
    text = "// TRTC\nconst m = {};\nfor (const errorCode in m) f(errorCode);\nm[16388] = 1;\nexport { m };\n"
    declared = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
    assert (
        outcome(text.encode(), "/somewhere/a.js").new
        == (declared + text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED")).encode()
    )
