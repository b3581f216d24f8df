"""Scripts in files of their own: modules, CommonJS, classic scripts, and objects that are there."""

from __future__ import annotations

from benchmarks.behaviour.case import Case, Maker
from benchmarks.behaviour.programs import expression, indented, statements

NAMES = {
    16385: "ICE_TRANSPORT_ERROR", 16388: "JOIN_ROOM_FAILED", 16390: "CREATE_OFFER_FAILED",
    16391: "UPLINK_RECONNECTION_FAILED", 16392: "DOWNLINK_RECONNECTION_FAILED",
    16451: "PLAY_NOT_ALLOWED",
}  # fmt: skip


def module(make: Maker) -> Case:
    """An ES module of functions and statements at its top."""
    body = [_function(make) for _ in range(make.pick(1, 2, 3))]
    if make.chance(0.4):
        body.append(statements(make))
    if make.chance(0.3):
        body.insert(0, f"const fatal = [{make.code()}, {make.code()}];\nexport {{ fatal }};")
    if make.chance(0.2):
        body.insert(
            0, f"log(early(error));\nfunction early(e) {{ return {expression(make, 'e')}; }}"
        )
    head = "import TRTC from 'trtc-js-sdk';\n" if make.chance(0.8) else "// TRTC\n"
    text = head + "\n" + "\n\n".join(body) + "\n"
    return make.case("ES module", "functions", {"room.mjs": text}, "room.mjs", "module")


def typescript(make: Maker) -> Case:
    """A module in TypeScript."""
    body = [_function(make, typed=True) for _ in range(make.pick(1, 2))]
    code = make.code()
    body.append(
        make.pick(
            f"export let last = {code};\nlast = 3;",
            f"export const name = (code: number = {code}): number => code;",
            f"class Room {{\n  errorCode = {code};\n}}\nexport const room = new Room().errorCode;",
            f"export const table: Record<number, string> = {{ {code}: 'x' }};",
        )
    )
    text = "import TRTC, { RtcError } from 'trtc-js-sdk';\n\n" + "\n\n".join(body) + "\n"
    return make.case("TypeScript", "functions", {"room.ts": text}, "room.ts", "typescript")


def commonjs(make: Maker) -> Case:
    """A CommonJS module."""
    body = [_function(make, exported=False) for _ in range(make.pick(1, 2))]
    names = [f"handle{number}" for number in range(1, len(body) + 1)]
    body = [text.replace("handle0", name) for text, name in zip(body, names, strict=True)]
    strict = "'use strict';\n\n" if make.chance(0.4) else ""
    text = f"{strict}const TRTC = require('trtc-js-sdk');\n\n" + "\n\n".join(body)
    text += f"\n\nmodule.exports = {{ {', '.join(names)} }};\n"
    return make.case("CommonJS", "functions", {"room.cjs": text}, "room.cjs", "commonjs")


def classic(make: Maker) -> Case:
    """A script that a page loads, beside others: what it declares at its top is the page's."""
    first = _classic(make)
    second = _classic(make)
    page = '<script src="one.js"></script>\n<script src="two.js"></script>\n'
    files = {"index.html": page, "one.js": first, "two.js": second}
    return make.case("classic script", "two files", files, "index.html", "page")


def _classic(make: Maker) -> str:
    wrapped = make.chance(0.4)
    body = statements(make)
    text = "// TRTC\n"
    if make.chance(0.2):
        text += "var module = module || {};\n"
    if wrapped:
        return text + f"(function () {{\n{indented(body)}\n}})();\n"
    name = make.name("onError")
    return text + (
        f"function {name}(error) {{\n{indented(body)}\n}}\n{name}(lastTrtcError);\n"
        + (f"log({expression(make)});\n" if make.chance(0.4) else "")
    )


def _function(make: Maker, *, exported: bool = True, typed: bool = False) -> str:
    name = make.name("handle") if exported else "handle0"
    word = "export " if exported else ""
    kind = ": RtcError" if typed else ""
    error = f"(error{kind})"
    body = statements(make)
    match make.pick("function", "arrow", "expression", "async", "method"):
        case "function":
            return f"{word}function {name}{error} {{\n{indented(body)}\n}}"
        case "arrow":
            return f"{word}const {name} = {error} => {{\n{indented(body)}\n}};"
        case "expression":
            return f"{word}const {name} = {error} => {expression(make)};"
        case "async":
            return f"{word}async function {name}{error} {{\n{indented(body)}\n}}"
        case _:
            inner = indented(indented(body))
            return (
                f"const {name}Of = {{\n  run{error} {{\n{inner}\n  }},\n}};\n"
                f"{word}const {name} = (e{kind}) => {name}Of.run(e);"
            )


def existing(make: Maker) -> Case:
    """A module with an object of constants that lacks some, used in a way of its own."""
    has, lacks = make.random.sample(sorted(NAMES), 2)
    make.codes += [has, lacks]
    shape, text = make.pick(*_EXISTING)
    name, value = NAMES[has], f"0x{has:04x}"
    table = f"{{ {name}: {value} }}"
    if make.chance(0.4):
        table = f"{{\n  {name}: {value},\n}}"
    elif make.chance(0.2):
        table = f"Object.freeze({table})"
    filled = text.replace("TABLE", table).replace("NAME", name).replace("LACKS", f"0x{lacks:04x}")
    filled = filled.replace("HAS", value)
    return make.case("existing object", shape, {"codes.mjs": filled}, "codes.mjs", "module")


_USE = """
export const handle1 = (error) => error.getCode() === LACKS;
export const handle2 = (error) => error.getCode() === HAS;
"""
_EXISTING = tuple(
    (shape, "// TRTC\n" + text + _USE)
    for shape, text in {
        "by name": "const ErrorCode = TABLE;\nexport const is = (e) => e.getCode() === ErrorCode.NAME;",
        "values": "const ErrorCode = TABLE;\nexport const all = Object.values(ErrorCode);",
        "keys": "const ErrorCode = TABLE;\nexport const all = () => Object.keys(ErrorCode).length;",
        "entries": "const ErrorCode = TABLE;\nexport const all = () => Object.entries(ErrorCode);",
        "for in": "const ErrorCode = TABLE;\nfor (const key in ErrorCode) log(key);",
        "in": "const ErrorCode = TABLE;\nexport const has = Object.keys({ ...ErrorCode }).join();",
        "spread": "const ErrorCode = TABLE;\nexport const all = { ...ErrorCode, mine: 1 };",
        "JSON": "const ErrorCode = TABLE;\nexport const text = JSON.stringify(ErrorCode);",
        "export": "export const ErrorCode = TABLE;",
        "export later": "const ErrorCode = TABLE;\nexport { ErrorCode };",
        "export default": "const ErrorCode = TABLE;\nexport default ErrorCode;",
        "alias": "const ErrorCode = TABLE;\nconst codes = ErrorCode;\nexport const all = () => codes;",
        "argument": "const ErrorCode = TABLE;\nlog(ErrorCode);",
        "argument frozen": "const ErrorCode = Object.freeze(TABLE);\nlog(Object.keys(ErrorCode));",
        "destructured": "const ErrorCode = TABLE;\nconst { NAME, ...rest } = ErrorCode;\nlog(NAME, rest);",
        "computed": "const ErrorCode = TABLE;\nlog(Object.getOwnPropertyNames(ErrorCode));",
        "assigned": "const ErrorCode = TABLE;\nglobalThis.codes = ErrorCode;\nlog(globalThis.codes);",
        "returned": "const ErrorCode = TABLE;\nexport function codes() {\n  return ErrorCode;\n}",
        "property": "const ErrorCode = TABLE;\nexport const api = { ErrorCode, version: 1 };",
        "element": "const ErrorCode = TABLE;\nexport const all = [ErrorCode];",
        "changed": "let ErrorCode = TABLE;\nexport const drop = () => { ErrorCode = {}; };",
        "in a branch": "if (error.getCode() > 0) {\n  const ErrorCode = TABLE;\n  log(ErrorCode);\n}",
        "another object": "const Codes = TABLE;\nlog(Codes);",
        "class": "class ErrorCode {\n  static NAME = HAS;\n}\nlog(Object.keys(ErrorCode));",
        "later": "log(early(error));\nfunction early(e) {\n  return e.getCode() === HAS;\n}\n"
        "const ErrorCode = TABLE;\nlog(Object.keys(ErrorCode).length);",
        "null prototype": "const ErrorCode = TABLE;\nexport const n = Reflect.ownKeys(ErrorCode).length;",
    }.items()
)


def imported(make: Maker) -> Case:
    """A module that imports an object of constants, which has more or fewer than it needs."""
    has, other = make.random.sample(sorted(NAMES), 2)
    make.codes += [has, other]
    both = make.chance(0.3)
    entries = f"{NAMES[has]}: 0x{has:04x}, GONE: 410"
    if both:
        entries += f", {NAMES[other]}: 0x{other:04x}"
    shape, imports, theirs = make.pick(*_IMPORTED)
    path = make.pick("./trtc/http.js", "./trtc-codes.js", "./codes.js", "./lib/trtc/errors.js")
    theirs = theirs.replace("TABLE", f"{{ {entries} }}")
    files = {
        "main.js": "import TRTC from 'trtc-js-sdk';\n"
        + imports.replace("PATH", path)
        + f"\nexport const handle1 = (error) => error.getCode() === 0x{other:04x};\n"
        + f"export const handle2 = (error) => error.getCode() === 0x{has:04x};\n",
        path[2:]: theirs,
    }
    return make.case("imported constants", shape, files, "main.js", "module")


_IMPORTED = (
    ("named", "import { ErrorCode } from 'PATH';\nlog(ErrorCode.GONE);", "export const ErrorCode = TABLE;"),
    ("default", "import ErrorCode from 'PATH';\nlog(ErrorCode.GONE);", "export default TABLE;"),
    ("renamed", "import { codes as ErrorCode } from 'PATH';\nlog(ErrorCode.GONE);", "export const codes = TABLE;"),
    ("re-exported", "export { ErrorCode } from 'PATH';", "export const ErrorCode = TABLE;"),
    ("enumerated", "import { ErrorCode } from 'PATH';\nlog(Object.keys(ErrorCode));", "export const ErrorCode = TABLE;"),
    ("exported list", "import { ErrorCode } from 'PATH';\nlog(ErrorCode.GONE);", "const ErrorCode = TABLE;\nexport { ErrorCode };"),
    ("namespace", "import * as ErrorCode from 'PATH';\nlog(ErrorCode.GONE);", "export const GONE = 410;"),
    ("a function", "import { ErrorCode } from 'PATH';\nlog(typeof ErrorCode);", "export function ErrorCode() {}\n"),
)  # fmt: skip
