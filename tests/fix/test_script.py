"""Where the fix of a script puts its constants, to the byte; and where it refuses to.

A case is one text: «added», ‹16388› becomes `ErrorCode.JOIN_ROOM_FAILED`, ‹16388→text› that text.
"""

from __future__ import annotations

import re

import pytest
from fixing import fixed, outcome, script

from flake8_trtc.config.options import Options, build
from flake8_trtc.fix.edits import Edit, ProofError, splice
from flake8_trtc.fix.javascript.plan import plan
from flake8_trtc.fix.javascript.proof import verify
from flake8_trtc.model import Fix, Role
from flake8_trtc.spans import Span

_SHORT = {
    "@E": "e.getCode() ===",
    "@JOIN": "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });",
    "@BARE": "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 })",
    "@OTHER": "const TrtcErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });",
    "@CONST": "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;",
    "@CLASS": "class ErrorCode {\n  static readonly JOIN_ROOM_FAILED = 0x4004;\n}",
    "@T": "TrtcErrorCode.JOIN_ROOM_FAILED",
    "@P": "ErrorCode.PLAY_NOT_ALLOWED",
}


def versions(marked: str) -> tuple[str, str]:
    """The text before the fix and after it."""
    for short, long in _SHORT.items():
        marked = marked.replace(short, long)
    before = re.sub(r"«[^«»]*»", "", marked)
    before = re.sub(r"‹([^‹›→]*)(?:→[^‹›]*)?›", r"\1", before)
    after = re.sub(r"‹[^‹›→]*→([^‹›]*)›", r"\1", marked)
    after = re.sub(r"‹[^‹›]*›", "ErrorCode.JOIN_ROOM_FAILED", after)
    return before, re.sub(r"[«»]", "", after)


def check(marked: str, path: str, options: Options | None = None) -> None:
    before, after = versions(marked)
    for newline in ("\n", "\r\n"):
        old, new = (text.replace("\n", newline).encode() for text in (before, after))
        assert fixed(old, path, options or Options()).decode() == new.decode()


SCRIPTS = {
    "one line": "function f(e) { «@JOIN »return @E ‹16388›; }\n",
    "lines": "function f(e) {\n  «@JOIN\n  »// why\n  return @E ‹16388›;\n}\n",
    "tabs": "function f(e) {\n\t«@JOIN\n\t»return @E ‹16388›;\n}\n",
    "a comment on the brace's line": "function f(e) { // it\n  «@JOIN\n  »return @E ‹16388›;\n}\n",
    "a block comment": "function f(e) { /* it */ «@JOIN »return @E ‹16388›; }\n",
    "a comment about the next line": (
        "function f(e) { «@JOIN »// eslint-disable-next-line no-undef\n  return @E ‹16388›;\n}\n"
    ),
    "strict": "function f(e) {\n  'use strict';\n  «@JOIN\n  »return @E ‹16388›;\n}\n",
    "strict with a comment": "function f(e) {\n  'use strict' // yes\n  «@BARE\n  »return @E ‹16388›\n}\n",
    "each function": (
        "function f(e) {\n  «@JOIN\n  »return @E ‹16388›;\n}\n"
        "const g = e => {\n  «@JOIN\n  »return @E ‹16388›;\n};\n"
    ),
    "the function around both": (
        "(function () {\n  «@JOIN\n  »const f = e => @E ‹16388›;\n"
        "  return function (e) { return @E ‹16388›; };\n})();\n"
    ),
    "the inner of two functions": (
        "(function () {\n  'use strict';\n  return function (e) {\n    «@JOIN\n    »return @E ‹16388›;\n"
        "  };\n})();\n"
    ),
    "a method": "class A {\n  static async f(e) {\n    «@JOIN\n    »return @E ‹16388›;\n  }\n}\n",
    "a class's own block": "class A { static { «@JOIN »f(@E ‹16388›); } }\n",
    "a callback in a field": "class A { f = e => { «@JOIN »return @E ‹16388›; } }\n",
    "a statement": "«{\n  @JOIN\n  »log(@E ‹16388›);«\n}»\n",
    "a statement without a semicolon": (
        "a()\n«{\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 })\n  »"
        "log(@E ‹16388›)«\n}» // it\nb()\n"
    ),
    "statement of lines": (
        "«{\n  @JOIN\n  »if (@E ‹16388›) {\n«  »  log(`\n  it`);\n«  »} else {\n"
        "«  »  log();\n«  »}«\n}»\n"
    ),
    "a statement, and a function in it": (
        "«{\n  @JOIN\n  »get(@E ‹16388›).then(e => { return @E ‹16388›; });«\n}»\n"
    ),
    "under a comment about the next line": (
        "a();\n«{\n  @JOIN\n  »// @ts-ignore\n«  »if (@E ‹16388›) {\n«  »  b();\n«  »}«\n}»\n"
    ),
    "many": (
        "function f(e) {\n  «const ErrorCode = Object.freeze({\n    JOIN_ROOM_FAILED: 0x4004,\n"
        "    CREATE_OFFER_FAILED: 0x4005,\n    PLAY_NOT_ALLOWED: 0x4043,\n  });\n  »"
        "return [‹16451→@P›, ‹16388›, ‹16389→ErrorCode.CREATE_OFFER_FAILED›].includes(e.getCode());\n}\n"
    ),
    "a parameter of that name": "function f(e, ErrorCode) { «@OTHER »return @E ‹16388→@T›; }\n",
    "a parameter's part": "const f = ({ e, a: [ErrorCode = 1] }) => { «@OTHER »return @E ‹16388→@T›; };\n",
    "a variable": "function f(e) { «@OTHER »if (x) { var ErrorCode; } return @E ‹16388→@T›; }\n",
    "a variable between": (
        "function f(e) { «@OTHER »for (const ErrorCode of x) { g(@E ‹16388→@T›); } }\n"
    ),
    "a name of another function": (
        "function g(ErrorCode) { return ErrorCode; }\nfunction f(e) { «@JOIN »return @E ‹16388›; }\n"
    ),
    "a global of the page": "function f(e) { «@OTHER »return @E ‹16388→@T› || ErrorCode.MINE; }\n",
    "a property": "function f(e) { «@JOIN »return @E ‹16388› || app.ErrorCode.MINE; }\n",
    "an object of its own": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 16388«, PLAY_NOT_ALLOWED: 16451» };\n"
        "const f = e => @E ‹16388› || @E ‹16451→@P›;\n"
    ),
    "an object under another name": (
        "var Codes = { 'JOIN_ROOM_FAILED': 16388 };\nconst f = e => @E ‹16388→Codes.JOIN_ROOM_FAILED›;\n"
    ),
    "a frozen object under another name": (
        "const Codes = Object.freeze({ 'JOIN_ROOM_FAILED': 16388«, 'PLAY_NOT_ALLOWED': 16451» });\n"
        "const f = e => @E ‹16451→Codes.PLAY_NOT_ALLOWED›;\n"
    ),
    "an object that changes": (
        "let Codes = { JOIN_ROOM_FAILED: 16388 };\nCodes.JOIN_ROOM_FAILED++;\n"
        "function f(e) { «@JOIN »return @E ‹16388›; }\n"
    ),
    "an object with something else": (
        "const Codes = { JOIN_ROOM_FAILED: 16388, x: 1 };\nfunction f(e) { «@JOIN »return @E ‹16388›; }\n"
    ),
    "an object of lines": (
        "const ErrorCode = {\n  JOIN_ROOM_FAILED: 0x4004, // join\n«  PLAY_NOT_ALLOWED: 0x4043,\n»};\n"
        "const f = e => @E ‹16451→@P›;\n"
    ),
    "an object of lines, not closed": (
        "const ErrorCode = {\n  CREATE_OFFER_FAILED: 0x4005, // offer\n"
        "«  PLAY_NOT_ALLOWED: 0x4043,\n»  JOIN_ROOM_FAILED: 0x4004 // join\n};\n"
        "const f = e => @E ‹16451→@P›;\n"
    ),
    "an object of lines, without comments": (
        "const ErrorCode = {\n  JOIN_ROOM_FAILED: 0x4004«,\n  PLAY_NOT_ALLOWED: 0x4043»\n};\n"
        "const f = e => @E ‹16451→@P›;\n"
    ),
    "an object closed on its line": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004,« PLAY_NOT_ALLOWED: 0x4043,» };\n"
        "const f = e => @E ‹16451→@P›;\n"
    ),
    "a member that is put right": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004, PLAY_NOT_ALLOWED: 0x4043 };\n"
        "const f = e => @E ErrorCode.‹PLAY_NOT_ALOWED→PLAY_NOT_ALLOWED›;\n"
    ),
    "its own constants in two functions": (
        "function f(e) {\n  @JOIN\n  return @E ErrorCode.JOIN_ROOM_FAILED || @E ‹16388›;\n}\n"
        "function g(e) {\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004"
        "«, PLAY_NOT_ALLOWED: 0x4043» });\n  return @E ‹16451→@P›;\n}\n"
    ),
    "a class": (
        "class ErrorCode { static JOIN_ROOM_FAILED = 0x4004«; static PLAY_NOT_ALLOWED = 0x4043;» }\n"
        "const f = e => @E ‹16388› || @E ‹16451→@P›;\n"
    ),
    "constants in another case": (
        "«{\n  @OTHER\n  »switch (x) {\n«  »  case 1: const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
        "«  »  case 2: f(@E ‹16388→@T›);\n«  »}«\n}»\n"
    ),
    "constants in this case": (
        "switch (x) {\n  case 1: const ErrorCode = { JOIN_ROOM_FAILED: 16388 }; f(@E ‹16388›);\n}\n"
    ),
    "a key": "function f(e) { «@JOIN »const ERRORS = { ‹16388→[ErrorCode.JOIN_ROOM_FAILED]›: 1 }; }\n",
    "next to a word": "function f(e) { «@JOIN »return ‹16388›===code?1:2; }\n",
    "a CommonJS module": (
        "#!/usr/bin/env node\n'use strict';\nconst { join } = require('path');\n«\n@JOIN\n»\n"
        "const f = e => @E ‹16388›;\nmodule.exports = f;\n"
    ),
    "exports alone": "«@JOIN\n»exports.f = e => @E ‹16388›;\n",
    "a require with a use in it": "«@JOIN\n»const a = require('a'), f = e => @E ‹16388›;\n",
}
MODULES = {
    "after imports": (
        "import a from 'a';\nimport {\n  b\n} from 'b'; // it\n«\n@JOIN\n»\nexport const f = e => @E ‹16388›;\n"
    ),
    "after a directive": "'use client'\n«\n@BARE\n»\nexport const f = e => @E ‹16388›\n",
    "after what is of the whole file": (
        "/** @jest-environment jsdom */\n«\n@JOIN\n»const f = e => @E ‹16388›;\n"
    ),
    "after a pragma of JSX": "/** @jsx h */\n«\n@JOIN\n»const f = e => @E ‹16388›;\n",
    "after a reference": (
        '/// <reference lib="dom" />\n// @flow\n«\n@JOIN\n»const f = e => @E ‹16388›;\n'
    ),
    "after a licence": "/* Copyright the authors */\n«\n@JOIN\n»\n// it\nexport const f = e => @E ‹16388›;\n",
    "first": "«@JOIN\n»// it\nexport const f = e => @E ‹16388›;\n",
    "before what calls it": "«@JOIN\n»f();\nfunction f(e) { return @E ‹16388›; }\n",
    "constants that come too late": (
        "«@OTHER\n»f();\nconst ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
        "function f(e) { return @E ‹16388→@T›; }\n"
    ),
    "constants below": (
        "«@OTHER\n»f(@E ‹16388→@T›);\nexport const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
    ),
    "an import on the same line": "import a from 'a'; «@JOIN »export const f = e => @E ‹16388›;\n",
    "constants in time": (
        "const client = TRTC.createClient({});\nconst ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n"
        "export function f(e) { return @E ‹16388›; }\n"
    ),
    "an inner name": "«@JOIN\n»export const f = e => @E ‹16388›;\nconst g = ErrorCode => ErrorCode;\n",
    "an import of that name": (
        "import { ErrorCode } from './http';\n«\n@OTHER\n\n»export const f = e => @E ‹16388→@T›;\n"
    ),
    "the SDK's type": (
        "import TRTC, { ErrorCode } from 'trtc-js-sdk';\n«\n@OTHER\n\n»export const f = e => @E ‹16388→@T›;\n"
    ),
    "a function sent to a page": (
        "«@JOIN\n»export const f = e => @E ‹16388›;\n"
        "page.evaluate(e => { «@JOIN »return @E ‹16388›; });\n"
    ),
}
TYPESCRIPT = {
    "compared": "export const a = 1;\n".replace("export", "«@CONST\n»export")
    + "export const f = (e: RtcError) => @E ‹16388›;\n",
    "asked of a collection": "«@CLASS\n»export const f = (e: RtcError) => [‹16388›].includes(e.getCode());\n",
    "constants with types of their own": (
        "«class TrtcErrorCode {\n  static readonly JOIN_ROOM_FAILED = 0x4004;\n}\n»"
        "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n"
        "export const f = (e: RtcError) => @E ‹16388› || [‹16388→@T›].includes(e.getCode());\n"
    ),
    "an enum": (
        "enum Codes { JOIN_ROOM_FAILED = 0x4004 }\n"
        "export const f = (e: RtcError) => @E ‹16388→Codes.JOIN_ROOM_FAILED›;\n"
    ),
    "an enum that is not there": (
        "«@CONST\n»declare enum Codes { JOIN_ROOM_FAILED = 0x4004 }\n"
        "export const f = (e: RtcError) => @E ‹16388›;\n"
    ),
    "a type of that name": (
        "import type { ErrorCode } from '@/trtc/types';\n«\n"
        "const TrtcErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n\n»"
        "export const f = (e: RtcError): ErrorCode => @E ‹16388→@T›;\n"
    ),
    "an import that is a type": (
        "import { ErrorCode } from '@/trtc/types';\n«\n"
        "const TrtcErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n\n»"
        "export const f = (e: RtcError): ErrorCode => @E ‹16388→@T›;\n"
    ),
    "a class of lines": (
        "class ErrorCode {\n  static readonly JOIN_ROOM_FAILED = 0x4004;\n"
        "«  static readonly PLAY_NOT_ALLOWED = 0x4043;\n»}\n"
        "export const f = (e: RtcError) => [‹16388›, ‹16451→@P›].includes(e.getCode());\n"
    ),
    "a namespace": (
        "namespace N {\n  «@CONST\n  »export const f = (e: RtcError) => @E ‹16388›;\n"
        "  function g(e: RtcError) { return @E ‹16388›; }\n}\n"
    ),
    "a namespace by its older word": (
        "module N {\n  «@CONST\n  »export const f = (e: RtcError) => @E ‹16388›;\n}\n"
    ),
    "a namespace in another": (
        "namespace A.B { «@CONST »export namespace C { export let f = (e: RtcError) => @E ‹16388›; } }\n"
    ),
    "a namespace's name": (
        "namespace N { «const TrtcErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const; »"
        "let ErrorCode = 1; export const f = (e: RtcError) => @E ‹16388→@T›; }\n"
    ),
    "a function of a namespace": (
        "namespace N {\n  export function f(e: RtcError) {\n    «@CONST\n    »return @E ‹16388›;\n"
        "  }\n}\n"
    ),
    "a namespace of a module": (
        "«@CONST\n»export namespace N {\n  export const f = (e: RtcError) => @E ‹16388›;\n}\n"
    ),
}
CONFIGURED = {
    ("TRTC_CODES", "js"): "const f = e => @E ‹16388→TRTC_CODES.JOIN_ROOM_FAILED›;\n",
    ("window.TRTC.Codes", "mjs"): "f(@E ‹16388→window.TRTC.Codes.JOIN_ROOM_FAILED›);\n",
    ("CODES", "js"): "var CODES = window.x;\nf(@E ‹16388→CODES.JOIN_ROOM_FAILED›);\n",
    ("@/codes#ErrorCode", "mjs"): (
        "#!/usr/bin/env node\n«import { ErrorCode } from '@/codes';\n»f(@E ‹16388›);\n"
    ),
    ("@/codes#Codes", "js"): (
        'import a from "a"\n«import { Codes } from "@/codes"\n»f(@E ‹16388→Codes.JOIN_ROOM_FAILED›)\n'
    ),
    ("@/codes#Codes", "ts"): (
        "import { a«, Codes» } from '@/codes';\nf(@E ‹16388→Codes.JOIN_ROOM_FAILED›);\n"
    ),
    ("@/codes#Codes", "mts"): (
        "import type { A } from '@/codes';\n«import { Codes } from '@/codes';\n»"
        "f(@E ‹16388→Codes.JOIN_ROOM_FAILED›);\n"
    ),
    ("@/codes#Codes", "mjs"): (
        "import '@/codes';\n«import { Codes } from '@/codes';\n»"
        "f(@E ‹16388→Codes.JOIN_ROOM_FAILED›);\n"
    ),
    ("@/codes#Codes", "jsx"): (
        "import a, * as b from '@/codes';\n«import { Codes } from '@/codes';\n»"
        "f(@E ‹16388→Codes.JOIN_ROOM_FAILED›);\n"
    ),
    ("@/codes#Codes", "tsx"): (
        "import { a /* it */ } from '@/codes';\n«import { Codes } from '@/codes';\n»"
        "f(@E ‹16388→Codes.JOIN_ROOM_FAILED›);\n"
    ),
    ("@/codes#default", "js"): (
        "import a from 'a';\n«import ErrorCode from '@/codes';\n»f(@E ‹16388›);\n"
    ),
    ("@/codes#ErrorCode", "js"): (
        "const a = require('a');\n«const { ErrorCode } = require('@/codes');\n»f(@E ‹16388›);\n"
    ),
    ("@/codes#ErrorCode", "cjs"): (
        "'use strict';\n«const { ErrorCode } = require('@/codes');\n»exports.f = e => @E ‹16388›;\n"
    ),
    ("@/codes#default", "cjs"): (
        "«const ErrorCode = require('@/codes').default;\n»exports.f = e => @E ‹16388›;\n"
    ),
    ("@/codes#ErrorCode", "jsx"): (
        "import { a } from 'a';\n«import { ErrorCode as TrtcErrorCode } from '@/codes';\n»"
        "f(@E ‹16388→@T›, ErrorCode);\n"
    ),
    (
        "@/codes#ErrorCode",
        "html",
    ): "<script>function f(e) { «@JOIN »return @E ‹16388›; }</script>\n",
    ("@/codes#ErrorCode", "mts"): (
        "import { ErrorCode } from '@/codes';\nf(@E ‹16388›, (e) => page.evaluate((e) => {\n"
        "  «@CONST\n  »return @E ‹16388›;\n}));\n"
    ),
}
PAGES = {
    "two scripts": (
        "html",
        "<script>\n  function f(e) {\n    «@JOIN\n    »return @E ‹16388›;\n  }\n</script>\n"
        "<script type=module>\n  «@JOIN\n  »f(@E ‹16388›);\n</script>\n",
    ),
    "an earlier script": (
        "html",
        '<script>@JOIN</script>\n<p onclick="f(@E ‹16388›)">\n<script>f(@E ‹16388›);\n'
        "function g(ErrorCode) { «@OTHER »return @E ‹16388→@T›; }</script>\n",
    ),
    "an earlier script without a second one": (
        "html",
        "<script>@JOIN</script>\n<script>function f(e) { «const TrtcErrorCode = "
        "Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); »return @E ‹16388› || "
        "@E ‹16451→TrtcErrorCode.PLAY_NOT_ALLOWED›; }</script>\n",
    ),
    "an earlier script with constants of a function": (
        "html",
        "<script>function g() { @JOIN }</script>\n"
        "<script>function f(e) { «@JOIN »return @E ‹16388›; }</script>\n",
    ),
    "a later script": (
        "html",
        "<script>«{ @JOIN »f(@E ‹16388›);« }»</script>\n<script>@JOIN</script>\n",
    ),
    "a component": (
        "vue",
        "<script setup lang='ts'>\nimport { ref } from 'vue'\n«\n"
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const\n»\n"
        "const f = (e: any) => @E ‹16388›\n</script>\n",
    ),
    "a setup and its template": (
        "vue",
        "<script setup>\nimport { a } from 'a'\n«\n"
        "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 })\n»\nconst e = a()\n</script>\n"
        '<template><p v-if="a &amp;&amp; @E ‹16388›" @click="@E ‹16388› && f(); g()" '
        ":class=\"{ bad: @E ‹16388› }\">{{ @E ‹16388› ? 'a' : 1 }}</p></template>\n",
    ),
    "a template before its setup": (
        "vue",
        "<template>{{ @E ‹16388› }}<p v-for='e in errors'/></template>\n"
        "<script setup lang='ts'>\n«const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const\n»"
        "const f = (e: any) => @E ‹16388›\n</script>\n",
    ),
    "a setup that has the constants": (
        "vue",
        "<script setup>\nconst ErrorCode = { PLAY_NOT_ALLOWED: 0x4043«, JOIN_ROOM_FAILED: 0x4004» };\n"
        "</script>\n<template>{{ @E ‹16388› }}</template>\n",
    ),
}
SETUP = "<script setup>\nconst a = 1\n</script>\n"
UNSEEN = "a template sees only what its component gives it; compare in the script instead"


@pytest.mark.parametrize("name", SCRIPTS)
def test_script(name: str) -> None:
    check(SCRIPTS[name], "/somewhere/trtc_page.js")


@pytest.mark.parametrize("suffix", ["js", "mjs", "jsx"])
@pytest.mark.parametrize("name", MODULES)
def test_module(name: str, suffix: str) -> None:
    if suffix == "mjs" or re.search("^(?:im|ex)port", MODULES[name], re.M):
        check(MODULES[name], f"/somewhere/trtc_page.{suffix}")


@pytest.mark.parametrize("suffix", ["ts", "tsx"])
@pytest.mark.parametrize("name", TYPESCRIPT)
def test_typescript(name: str, suffix: str) -> None:
    check(TYPESCRIPT[name], f"/somewhere/trtc_page.{suffix}")


@pytest.mark.parametrize(("own", "suffix"), CONFIGURED)
def test_constants_of_the_project(own: str, suffix: str) -> None:
    options = build({"trtc-js-error-code": own})
    check(CONFIGURED[own, suffix], f"/somewhere/trtc_page.{suffix}", options)


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    suffix, marked = PAGES[name]
    check(marked, f"/somewhere/trtc_page.{suffix}")


TOP = "its constants would have to be global here; set trtc-js-error-code to a global of yours"
ROOM = "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
TAKEN = "ErrorCode and TrtcErrorCode both mean something else here"
SENT = "it is sent to a page as text, without the constants; give the function a block"
REFUSED = {
    ("js", "class A { f = @E 16388; }\n"): TOP,
    ("js", "function f(e, code = 16388) {}\n"): TOP,
    ("js", "let errorCode = 16388;\n"): TOP,
    ("js", "x: for (;;) if (@E 16388) break x;\n"): TOP,
    ("js", "function f(ErrorCode, TrtcErrorCode) { return @E 16388; }\n"): TAKEN,
    ("mjs", "const ErrorCode = 1, TrtcErrorCode = 2; f(@E 16388);\n"): TAKEN,
    ("mjs", "page.evaluate((e, code = 16388) => code);\n"): SENT,
    ("cjs", "chrome.scripting.executeScript({ func: (e, code = 16388) => { f(); } });\n"): SENT,
    ("js", "function f(e) { return @E 16388 || ]; }\n"): "the code around it does not parse",
    ("ts", "function f(e) { return @E 16388as c; }\n"): "the code around it does not parse",
    ("mjs", "const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\nf(ErrorCode.#JOIN_ROM_FAILED);\n"): (
        "the code around it does not parse"
    ),
    ("html", '<p onclick="f(@E 16388)">\n'): ROOM,
    ("vue", '<template><p v-if="@E 16388"/></template>\n'): UNSEEN,
    ("vue", '<script>let a</script><template><p v-if="@E 16388"/></template>\n'): UNSEEN,
    ("vue", '<script setup>\n</script><template><p v-if="@E 16388"/></template>\n'): UNSEEN,
    ("vue", SETUP + "<template>{{ @E 16388 && }}</template>\n"): UNSEEN,
}


@pytest.mark.parametrize(("suffix", "text"), REFUSED)
def test_refused(suffix: str, text: str) -> None:
    result = outcome(versions(text)[0].encode(), f"/somewhere/trtc_page.{suffix}")
    assert (result.new, result.error) == (None, None)
    assert [refused.reason for refused in result.refusals] == [REFUSED[suffix, text]]


def test_an_import_that_has_no_name_left() -> None:
    options = build({"trtc-js-error-code": "@/codes#ErrorCode"})
    text = (
        b"const ErrorCode = 1, TrtcErrorCode = 2;\nexport const f = e => e.getCode() === 16388;\n"
    )
    result = outcome(text, "/somewhere/page.mjs", options)
    assert (result.new, [refused.reason for refused in result.refusals]) == (None, [TAKEN])


def test_a_global_that_is_shadowed() -> None:
    options = build({"trtc-js-error-code": "app.Codes"})
    result = outcome(
        b"function f(app) { return e.getCode() === 16388; }\n", options=options, path="a.js"
    )
    assert [refused.reason for refused in result.refusals] == [
        "app.Codes means something else here"
    ]


ROLES: dict[tuple[Role, str], str] = {
    ("value", "e => { return e.getCode() === 16388; }"): (
        "e => { const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); "
        "return e.getCode() === ErrorCode.JOIN_ROOM_FAILED; }"
    ),
    ("function", "return e.getCode() === 16388"): (
        "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); "
        "return e.getCode() === ErrorCode.JOIN_ROOM_FAILED"
    ),
    ("value", "e.getCode() === 16388"): ROOM,
    ("handler", "f(e => { return e.getCode() === 16388; })"): ROOM,
    ("module", "type Code = 16388;"): "a type has to be a plain number",
    ("module", "enum Code { JOIN = 16388 }"): "a member of an enum has to be a plain number",
    ("module", "const code = 16389;"): "it is not a number where it stands",
    ("module", "const code = `16388`;"): "it is not a number where it stands",
}


AMBIENT = "it is declared for types alone, where no code may stand"
SDK = "import TRTC from 'trtc-js-sdk';\n"
AMBIENTS = {
    "a constant": ("a.ts", "declare const errorCode = 0x4004;\n"),
    "exported": ("a.ts", "export declare const errorCode = 0x4004;\n"),
    "a module": ("a.ts", "declare module 'y' {\n  export const errorCode = 0x4004;\n}\n"),
    "a namespace": ("a.ts", "declare namespace N { const errorCode = 0x4004; }\n"),
    "global": ("a.ts", "declare global { const errorCode = 0x4004; }\n"),
    "a class": ("a.ts", "declare class C { static readonly errorCode = 0x4004; }\n"),
    "a file": ("a.d.ts", "export const errorCode = 0x4004;\n"),
    "a file of a module": ("A.D.MTS", "export const errorCode = 0x4004;\n"),
    "a file about another": ("a.d.vue.ts", "export const errorCode = 0x4004;\n"),
}


@pytest.mark.parametrize("case", AMBIENTS)
@pytest.mark.parametrize("own", [None, "app.Codes", "./codes#ErrorCode"])
def test_declared_for_types_alone(case: str, own: str | None) -> None:
    path, text = AMBIENTS[case]
    options = build({"trtc-js-error-code": own} if own else {})
    result = outcome((SDK + text).encode(), path, options)
    assert [refused.reason for refused in result.refusals] == [AMBIENT]
    assert result.new is None


def test_beside_what_is_declared_for_types_alone() -> None:
    text = (
        "declare const errorCode = 0x4004;\nexport const f = (e: any) => e.getCode() === 0x4004;\n"
    )
    result = outcome((SDK + text).encode(), "d.ts")
    assert [refused.reason for refused in result.refusals] == [AMBIENT]
    assert result.new is not None
    assert result.new.decode() == (
        SDK + "\nconst ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n\n"
        "declare const errorCode = 0x4004;\n"
        "export const f = (e: any) => e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n"
    )


@pytest.mark.parametrize(("role", "text"), ROLES)
def test_role(role: Role, text: str) -> None:
    start = text.index("1638")
    fix = Fix(Span(start, start + 5), "JOIN_ROOM_FAILED")
    planned = plan(
        script(text.encode(), "ts" if role == "module" else "js", role), [fix], newline=" "
    )
    if planned.refused:
        assert planned == ((), (), ((fix, ROLES[role, text]),))
    else:
        assert splice(text.encode(), planned.edits).decode() == ROLES[role, text]


OLD = b"function f(ErrorCode) { return code === 16388; }"
DECLARED = "const C = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
WRONG = DECLARED.replace("0x4004", "0x4003") + " "
UNKNOWN = DECLARED.replace("JOIN_ROOM_FAILED", "JOIN") + " "
UNPROVED: dict[str, tuple[list[tuple[int, int, str]], str]] = {
    "another constant": ([(40, 45, "C.PLAY_NOT_ALLOWED")], "'C.PLAY_NOT_ALLOWED'"),
    "something else": (
        [(40, 45, "C.JOIN_ROOM_FAILED || x.JOIN_ROOM_FAILED")],
        "'C.JOIN_ROOM_FAILED || x.JOIN_ROOM_FAILED'",
    ),
    "not a number": ([(31, 35, "C.JOIN_ROOM_FAILED")], "'C.JOIN_ROOM_FAILED'"),
    "a part of a number": ([(40, 44, "C.JOIN_ROOM_FAILED")], "'C.JOIN_ROOM_FAILED'"),
    "code": ([(24, 24, "alert(1); ")], "'alert(1); '"),
    "a wrong value": ([(24, 24, WRONG)], f"'{WRONG}'"),
    "a wrong name": ([(24, 24, UNKNOWN)], f"'{UNKNOWN}'"),
    "a block that does not end": ([(24, 24, "{ " + DECLARED)], "the script no longer parses"),
    "a comma": ([(35, 35, ", JOIN_ROOM_FAILED: 0x4004")], "the script no longer parses"),
    "a word cut in two": (
        [(33, 33, f"\n{DECLARED}\n")],
        "the script has other tokens than it had",
    ),
    "a parameter": (
        [(40, 45, "ErrorCode.JOIN_ROOM_FAILED")],
        "ErrorCode is not what it should be where it is used",
    ),
    "declared twice": (
        [
            (24, 24, DECLARED.replace("C ", "ErrorCode ") + " "),
            (40, 45, "ErrorCode.JOIN_ROOM_FAILED"),
        ],
        "ErrorCode is not what it should be where it is used",
    ),
    "another member": (
        [
            (24, 24, "const C = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); "),
            (40, 45, "C.JOIN_ROOM_FAILED"),
        ],
        "C is not what it should be where it is used",
    ),
}


@pytest.mark.parametrize("name", UNPROVED)
def test_proof_fails(name: str) -> None:
    edits, message = UNPROVED[name]
    with pytest.raises(ProofError) as told:
        verify(script(OLD), [Edit(start, end, text.encode()) for start, end, text in edits])
    said = f"{message} is not what a fix may write" if message[0] == "'" else message
    assert str(told.value) == said


def test_proof_holds() -> None:
    declared = Edit(24, 24, DECLARED.encode() + b" ")
    verify(script(OLD), [declared, Edit(40, 45, b"C.JOIN_ROOM_FAILED")])
    verify(script(OLD), [Edit(40, 45, b"CODES.JOIN_ROOM_FAILED")])


def test_a_copy_of_the_constants_is_rewritten_and_so_not_used() -> None:
    options = build({"trtc-js-error-code": "TRTC_CODES", "extend-select": "TRT901"})
    before = (
        "import 'trtc-js-sdk';\nconst codes = { JOIN_ROOM_FAILED: 0x4004 };\n"
        "export const f = e => e.getCode() === 16388 || e.getCode() === codes.JOIN_ROOM_FAILED;\n"
    )
    after = re.sub("0x4004|16388", "TRTC_CODES.JOIN_ROOM_FAILED", before)
    assert fixed(before.encode(), "/somewhere/a.js", options) == after.encode()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newline(newline: str) -> None:
    lines = ("import TRTC from 'trtc-js-sdk'; // it", "f(e => e.getCode() === 16388);", "")
    declared = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
    after = [line.replace("16388", "ErrorCode.JOIN_ROOM_FAILED") for line in lines]
    after[1:1] = ["", declared, ""]
    assert fixed(newline.join(lines).encode(), "/a.mjs") == newline.join(after).encode()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newline_in_a_quotation(newline: str) -> None:
    lines = (
        "> ```js",
        "> import TRTC from 'trtc-js-sdk';",
        "> f(e.getCode() === 16388);",
        "> ```",
        "",
    )
    declared = "> const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
    after = [line.replace("16388", "ErrorCode.JOIN_ROOM_FAILED") for line in lines]
    after[2:2] = [">", declared, ">"]
    assert fixed(newline.join(lines).encode(), "/a.md") == newline.join(after).encode()


def test_a_script_in_the_middle_of_a_quoted_line() -> None:
    before = b"> ```html\n> <script type=module>f(e.getCode() === 16388);</script>\n> ```\n"
    declared = b"const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n> "
    after = before.replace(b"f(e", declared + b"f(e").replace(
        b"16388", b"ErrorCode.JOIN_ROOM_FAILED"
    )
    assert fixed(before, "/trtc_page.md") == after
