"""Where a function runs decides where its constants are declared: by whatever name it is sent."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from fixing import outcome
from runjs import NODE, needs_node

SENT = "it is sent to a page as text, without the constants; give the function a block"
EARLY = "it runs before what the script declares; give the function that makes the mock a block"
MACRO = "the compiler moves it out of the setup function; set trtc-js-error-code to a module"
BODY = "{ return e.getCode() === 0x4004; }"
INSIDE = "{ const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); return e.getCode() === ErrorCode.JOIN_ROOM_FAILED; }"
TOP = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
HERE = "{ return e.getCode() === ErrorCode.JOIN_ROOM_FAILED; }"

IN_THE_FUNCTION = [
    "export function f(e) BODY\npage.evaluate(f);\n",
    "page.evaluate(f);\nexport function f(e) BODY\n",
    "export const f = (e) => BODY;\nawait frame.waitForFunction(f, 1);\n",
    "export const f = function (e) BODY;\ndriver.executeScript(f);\n",
    "export const f = async (e) => BODY;\nbrowser.execute(f);\n",
    "export const all = { f(e) BODY };\npage.evaluate(all.f);\n",
    "export const all = { f: (e) => BODY };\npage.evaluate(all['f'] ?? all.f);\n",
    "export class A { static f = (e) => BODY; }\npage.evaluate(A.f);\n",
    "export class A { f = (e) => BODY; run() { return page.evaluate(this.f); } }\n",
    "function f(e) BODY\nexport const g = f;\npage.evaluate(g);\n",
    "function f(e) BODY\nlet g;\ng = f;\nexport { g };\npage.evaluate(g);\n",
    "function f(e) BODY\nexport const g = [f, 1];\npage.evaluate(g[0]);\n",
    "function f(e) BODY\nexport const g = { f };\npage.evaluate(g.f);\n",
    "function f(e) BODY\nconst { g } = { g: f };\nexport { g };\npage.evaluate(g);\n",
    "function f(e) BODY\nexport const x = page.evaluate(a ? f : g);\n",
    "function f(e) BODY\nexport const x = page.evaluate(memoized(f));\n",
    "function f(e) BODY\nexport const run = (page, what) => page.evaluate(what);\nrun(page, f);\n",
    "function f(e) BODY\nexport const run = what => page.evaluate(what);\nrun(f);\n",
    "function f(e) BODY\nexport function run(what = null) { return page.evaluate(what); }\nrun(f);\n",
    "function f(e) BODY\nexport class A { run(what) { return this.page.evaluate(what); } }\na.run(f);\n",
    "function f(e) BODY\nexport const a = { run: (n, what) => page.evaluate(what) };\na.run(1, f);\n",
    "export function make() { return (e) => BODY; }\npage.evaluate(make());\n",
    "function f(e) BODY\nexport const text = f.toString();\n",
    "function f(e) BODY\nexport const text = Function.prototype.toString.call(f);\n",
    "function f(e) BODY\nexport let text = 'return ';\ntext += f;\n",
    "function f(e) BODY\nexport const text = g => `${g}`;\ntext(f);\n",
    "function f(e) BODY\nexport const text = String(f);\n",
    "function f(e) BODY\nexport const text = `(${f})()`;\n",
    "function f(e) BODY\nexport const text = '(' + f + ')()';\n",
    "export const w = new Worker(URL.createObjectURL(new Blob(['(', (e) => BODY, ')()'])));\n",
    "export const is = ClientFunction((e) => BODY);\n",
    "export const one = Selector('p').filter((e) => BODY);\n",
    "export const x = t.eval((e) => BODY);\n",
    "cy.origin('https://a.example', (e) => BODY);\nexport {};\n",
    "chrome.scripting.executeScript({ target, func: f });\nexport function f(e) BODY\n",
    "export const found = users.find({ $where: function (e) BODY });\n",
    "jest.mock('a', () => { return { f: (e) => BODY }; });\nexport {};\n",
    "vi.mock('a', function () { return { f: (e) => BODY }; });\nexport {};\n",
    "export const a = vi.hoisted(() => { return (e) => BODY; });\n",
    "jest.mock('a', () => mockA());\nexport function mockA() { return { f: (e) => BODY }; }\n",
    "jest.mock('a', () => mockA());\nexport function mockA() { return mockB(); }\nfunction mockB(e) BODY\n",
]  # fmt: skip


@pytest.mark.parametrize("text", IN_THE_FUNCTION)
def test_declared_where_it_runs(text: str) -> None:
    result = outcome(text.replace("BODY", BODY).encode(), "/somewhere/trtc.mjs")
    assert (result.error, result.refusals) == (None, ())
    new = (result.new or b"").decode()
    assert not new.startswith("const ErrorCode")
    assert "ErrorCode.JOIN_ROOM_FAILED; }" in new
    assert new.replace("const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); ", "") == (
        text.replace("BODY", HERE)
    )


AT_THE_TOP = [
    "export function f(e) BODY\nlog(f(1));\n",
    "export function f(e) BODY\npage.on('pageerror', f);\n",
    "export function f(e) BODY\npage.exposeFunction('f', f);\n",
    "export const x = errors.filter((e) => BODY);\n",
    "export const x = 'n: ' + errors.filter((e) => BODY).length;\n",
    "export const x = `${errors.some((e) => BODY)}`;\n",
    "export const f = (e) => BODY;\nexport const x = String(f(e));\n",
    "test('a', async ({ page }) => { await page.evaluate(g); page.once('x', (e) => BODY); });\nexport {};\n",
    "jest.doMock('a', () => ({ f: (e) => BODY }));\nexport {};\n",
    "it('mocks', () => { jest.mock('a', () => 1); expect((e) => BODY).toBe(1); });\nexport {};\n",
    "setTimeout((e) => BODY, 0);\nexport {};\n",
]  # fmt: skip


@pytest.mark.parametrize("text", AT_THE_TOP)
def test_declared_at_the_top(text: str) -> None:
    result = outcome(text.replace("BODY", BODY).encode(), "/somewhere/trtc.mjs")
    assert (result.error, result.refusals) == (None, ())
    assert (result.new or b"").decode() == TOP + text.replace("BODY", HERE)


def test_an_arrow_function_gets_a_block() -> None:
    text = b"import a from 'trtc-js-sdk';\nfoo(\n  () => page.evaluate((e) => e.getCode() === 0x4004),\n);\n"
    assert outcome(text, "/somewhere/a.mjs").new == (
        b"import a from 'trtc-js-sdk';\nfoo(\n  () => page.evaluate((e) => {\n"
        b"    const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        b"    return e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n  }),\n);\n"
    )


def test_a_block_begins_on_the_line_of_the_arrow() -> None:
    text = (
        b"// TRTC\nconst failed = (e) =>\n  // why\n  e.getCode() === 0x4004 || e.getCode() === 0x4043"
        b" || e.getCode() === 0x4044; // so\nconst code = 1;\n"
    )
    assert outcome(text, "/somewhere/a.js").new == (
        b"// TRTC\nconst failed = (e) => {\n  const ErrorCode = Object.freeze({\n"
        b"    JOIN_ROOM_FAILED: 0x4004,\n    PLAY_NOT_ALLOWED: 0x4043,\n"
        b"    DEVICE_AUTO_RECOVER_FAILED: 0x4044,\n  });\n  // why\n"
        b"  return e.getCode() === ErrorCode.JOIN_ROOM_FAILED || e.getCode() === ErrorCode.PLAY_NOT_ALLOWED"
        b" || e.getCode() === ErrorCode.DEVICE_AUTO_RECOVER_FAILED;\n}; // so\nconst code = 1;\n"
    )


def test_the_function_that_makes_a_mock_gets_a_block() -> None:
    text = b"jest.mock('a', () => ({\n  f: () => ({ g: (e) => e.getCode() === 0x4004 }),\n}));\nexport {};\n"
    assert outcome(text, "/somewhere/trtc.mjs").new == (
        b"jest.mock('a', () => {\n"
        b"  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        b"  return ({\n    f: () => ({ g: (e) => e.getCode() === ErrorCode.JOIN_ROOM_FAILED }),\n  });\n}"
        b");\nexport {};\n"
    )


def test_no_blanks_are_put_into_an_element() -> None:
    text = (
        b"// trtc\nconst a = (e) => f(\n  <div>\n    <b>{e.getCode() === 0x4004}</b> x\n</div>,\n"
        b"  1,\n);\n"
    )
    assert outcome(text, "/somewhere/trtc.jsx").new == (
        b"// trtc\nconst a = (e) => {\n"
        b"  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        b"  return f(\n    <div>\n    <b>{e.getCode() === ErrorCode.JOIN_ROOM_FAILED}</b> x\n</div>,\n"
        b"    1,\n  );\n};\n"
    )


@pytest.mark.parametrize(
    "value",
    ["<div>\n  <b>{e.getCode() === 0x4004}</b> x\n</div>", "`a\n  ${e.getCode() === 0x4004}\n`"],
)
def test_a_value_that_is_a_text_itself_stays_where_it_is(value: str) -> None:
    text = f"// trtc\nconst a = (e) => {value};\n".encode()
    assert outcome(text, "/somewhere/trtc.jsx").new == (
        b"// trtc\nconst a = (e) => {\n"
        b"  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        + f"  return {value};\n}};\n".replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED").encode()
    )


def test_what_an_arrow_function_gives_stands_further_in_but_for_its_texts() -> None:
    text = (
        b"<script>\nconst failed = (e) => [\n  e.getCode() === 0x4004, // trtc\n\n  `\n  a`,\n];\n"
        b"</script>\n"
    )
    assert outcome(text, "/somewhere/trtc.html").new == (
        b"<script>\nconst failed = (e) => {\n"
        b"  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        b"  return [\n    e.getCode() === ErrorCode.JOIN_ROOM_FAILED, // trtc\n\n    `\n  a`,\n  ];\n"
        b"};\n</script>\n"
    )


def test_an_arrow_function_of_a_page_gets_a_block() -> None:
    text = b"// TRTC\nconst failed = e => ({ failed: e.getCode() === 0x4004 });\nconst code = 1;\n"
    assert outcome(text, "/somewhere/a.js").new == (
        b"// TRTC\nconst failed = e => {\n"
        b"  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        b"  return ({ failed: e.getCode() === ErrorCode.JOIN_ROOM_FAILED });\n};\nconst code = 1;\n"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("page.evaluate((e, code = 0x4004) => e.getCode() === code);\n", SENT),
        ("export function f(e, code = 0x4004) { return code; }\npage.evaluate(f);\n", SENT),
        ("jest.mock('a', () => 1, { errorCode: 0x4004 });\n", EARLY),
        ("jest.mock('a', (errorCode = 0x4004) => errorCode);\n", EARLY),
    ],
)
def test_a_function_without_room(text: str, reason: str) -> None:
    result = outcome(f"import TRTC from 'trtc-js-sdk';\n{text}".encode(), "/somewhere/a.mjs")
    assert (result.new, [item.reason for item in result.refusals]) == (None, [reason])


@pytest.mark.parametrize(
    "macro",
    [
        "defineEmits({ failed: (e, errorCode = 0x4004) => errorCode });",
        "const props = withDefaults(defineProps(), { code: 0x4004 });",
        "const { errorCode = 0x4004 } = defineProps(['errorCode']);",
        "definePageMeta({ errorCode: 0x4004 });",
    ],
)
def test_what_a_compiler_moves_out_of_the_setup_function(macro: str) -> None:
    text = f"<script setup>\nimport TRTC from 'trtc-js-sdk';\n{macro}\nconst f = (e) => e.getCode() === 0x4043;\n</script>\n"
    result = outcome(text.encode(), "/somewhere/A.vue")
    assert [item.reason for item in result.refusals] == [MACRO]
    assert macro.encode() in (result.new or b"")
    assert b"\nconst ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n" in (
        result.new or b""
    )


def test_a_macro_sees_what_is_imported(tmp_path: Path) -> None:
    (tmp_path / "trtc-codes.js").write_text(
        "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };"
    )
    text = b"<script setup>\nimport { ErrorCode } from './trtc-codes';\nwithDefaults(defineProps(), { code: 0x4004 });\n</script>\n"
    result = outcome(text, str(tmp_path / "A.vue"))
    assert result.new == text.replace(b"0x4004", b"ErrorCode.JOIN_ROOM_FAILED")


def test_a_script_of_a_page_is_no_module_of_its_own() -> None:
    text = (
        b"<script>\nconst TRTC = require('trtc-js-sdk');\nfunction f(e) "
        + BODY.encode()
        + b"\n</script>\n"
        b"<script>\nvar ErrorCode = { MINE: 1 };\n</script>\n"
    )
    result = outcome(text, "/somewhere/a.html")
    assert result.new == text.replace(BODY.encode(), INSIDE.encode())


def component(plain: str, setup: str, template: str = "", lang: str = "") -> str:
    return (
        f"<script{lang}>\n{plain}</script>\n<script setup{lang}>\n{setup}</script>\n"
        f"<template>{template}</template>\n"
    )


def test_two_scripts_of_a_component_declare_once() -> None:
    plain = "import TRTC from 'trtc-js-sdk';\nexport const f = (e) => e.getCode() === CODE;\n"
    setup = (
        "const g = (e) => e.getCode() === CODE;\nwithDefaults(defineProps(), { code: OTHER });\n"
    )
    text = component(plain, setup, "<p>{{ e.getCode() === CODE }}</p>")
    result = outcome(text.replace("CODE", "0x4004").replace("OTHER", "0x4043").encode(), "/s/A.vue")
    assert (result.error, result.refusals) == (None, ())
    declared = (
        "\nconst ErrorCode = Object.freeze({\n"
        "  JOIN_ROOM_FAILED: 0x4004,\n  PLAY_NOT_ALLOWED: 0x4043,\n});\n\n"
    )
    expected = text.replace("'trtc-js-sdk';\n", f"'trtc-js-sdk';\n{declared}")
    assert (result.new or b"").decode() == (
        expected.replace("CODE", "ErrorCode.JOIN_ROOM_FAILED")
        .replace("OTHER", "ErrorCode.PLAY_NOT_ALLOWED")
    )  # fmt: skip


def test_the_plain_script_of_a_component_has_the_constants() -> None:
    plain = "// TRTC\nconst ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\n"
    setup = "const g = (e) => e.getCode() === 0x4004;\ndefineEmits({ a: (e) => e.getCode() === 0x4004 });\n"
    text = component(plain, setup)
    assert (outcome(text.encode(), "/s/A.vue").new or b"").decode() == component(
        plain, setup.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    )


def test_a_page_of_nuxt_does_not_have_those_of_its_plain_script() -> None:
    plain = "// TRTC\nconst ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\n"
    text = component(plain, "definePageMeta({ errorCode: 0x4004 });\n")
    result = outcome(text.encode(), "/s/A.vue")
    assert (result.new, [item.reason for item in result.refusals]) == (None, [MACRO])


def test_two_scripts_in_typescript() -> None:
    plain = "export const f = (e: RtcError) => e.getCode() === 0x4004;\n"
    setup = "let errorCode = 0x4004;\nerrorCode = 3;\n"
    text = component(plain, setup, lang=' lang="ts"')
    new = (outcome(text.encode(), "/s/A.vue").new or b"").decode()
    assert (
        '<script lang="ts">\nclass ErrorCode {\n  static readonly JOIN_ROOM_FAILED = 0x4004;\n}\n'
        in new
    )
    assert '<script setup lang="ts">\nlet errorCode = ErrorCode.JOIN_ROOM_FAILED;\n' in new


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("const api = { f(e) { return e.getCode() === 0x4004; } };\nconst all = Object.values(api).map((f) => `${f}`);", "(0, eval)(`({ ${all} }).f`)"),
        ("const api = { f: (e) => e.getCode() === 0x4004 };\nlet text;\nfor (const [k, f] of Object.entries(api)) { text = k && f.toString(); }", "(0, eval)(text)"),
        ("const fs = [(e) => e.getCode() === 0x4004];\nlet text;\nfs.forEach(function (f) { text = String(f); });", "(0, eval)(text)"),
        ("const fs = new Map([['f', (e) => e.getCode() === 0x4004]]);", "(0, eval)(`(${fs.get('f')})`)"),
        ("class A { f(e) { return e.getCode() === 0x4004; } }", "new ((0, eval)(`(${A})`))().f"),
        ("const A = class { static f = (e) => e.getCode() === 0x4004; };", "(0, eval)('(' + A.toString() + ')').f"),
    ],
)  # fmt: skip
@needs_node
def test_text_of_classes_and_of_the_members_of_objects(text: str, calls: str) -> None:
    script = f"{text}\nconst g = {calls};\nconsole.log(g({{ getCode: () => 0x4004 }}), g({{ getCode: () => 1 }}));\nmodule.exports = 0;\n"
    new = outcome(script.encode(), "/somewhere/trtc.cjs").new
    assert new is not None
    assert new.count(b"=== ErrorCode.JOIN_ROOM_FAILED") == 1
    for code in (script, new.decode()):
        done = subprocess.run(
            [str(NODE), "-"], input=code, capture_output=True, text=True, check=True
        )
        assert done.stdout == "true false\n"


def test_classes_whose_text_is_not_taken() -> None:
    text = "class A { f(e) { return e.getCode() === 0x4004; } }\nlog(`${A.name}`, A.count + 1, new A());\nexport { A };\n"
    new = outcome(text.encode(), "/somewhere/trtc.mjs").new or b""
    assert new.startswith(b"const ErrorCode = ")


def test_names_that_are_hidden_from_some() -> None:
    text = (
        "export const f = (e) => e.getCode() === 0x4004;\n"
        "export const g = (e, ErrorCode, TrtcErrorCode) => e.getCode() === 0x4043;\n"
    )
    result = outcome(text.encode(), "/somewhere/trtc.mjs")
    assert result.new == (
        b"const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        + text.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED").encode()
    )
    assert [str(item.reason) for item in result.refusals] == [
        "ErrorCode and TrtcErrorCode both mean something else here"
    ]
