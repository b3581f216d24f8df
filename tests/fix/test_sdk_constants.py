"""v5's codes are written by the script's own binding of the SDK, where that is in reach."""

from __future__ import annotations

import pytest
from fixing import PAGE, fixed, outcome

from flake8_trtc.config.files import load
from flake8_trtc.config.options import Options

HANDLER = "TRTC.create().enterRoom().catch((error) => { if (error.code === ‹›) retry(); });\n"
UNBOUND = "nothing here is bound to the SDK; add `import TRTC from 'trtc-sdk-v5'`"
REQUIRE = "const TRTC = require('trtc-sdk-v5')"

BOUND = {
    "import TRTC from 'trtc-sdk-v5';\n" + HANDLER: "TRTC.ERROR_CODE",
    "import T from 'trtc-sdk-v5';\n" + HANDLER.replace("TRTC", "T"): "T.ERROR_CODE",
    "import { default as T } from 'trtc-sdk-v5';\n" + HANDLER.replace("TRTC", "T"): "T.ERROR_CODE",
    "import * as ns from 'trtc-sdk-v5';\n"
    + HANDLER.replace("TRTC", "ns.default"): "ns.default.ERROR_CODE",
    "import T, { type RtcError } from 'trtc-sdk-v5';\n"
    + HANDLER.replace("TRTC", "T"): "T.ERROR_CODE",
    "import TRTC, { RtcError } from 'trtc-sdk-v5';\nexport { RtcError };\n"
    + HANDLER.replace("TRTC", "t"): "TRTC.ERROR_CODE",
    "import TRTC from 'https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.esm.js';\n"
    + HANDLER: "TRTC.ERROR_CODE",
    "import TRTC from 'npm:trtc-sdk-v5@5.8.0';\n" + HANDLER: "TRTC.ERROR_CODE",
    "const TRTC = require('trtc-sdk-v5');\n" + HANDLER: "TRTC.ERROR_CODE",
    "const { ERROR_CODE } = require('trtc-sdk-v5');\n"
    "exports.f = (error) => error.code === ‹›;\n": "ERROR_CODE",
    "const TRTC = require('trtc-sdk-v5').default;\n" + HANDLER: "TRTC.ERROR_CODE",
    "const sdk = require('trtc-sdk-v5');\n"
    + HANDLER.replace("TRTC", "sdk.default"): "sdk.default.ERROR_CODE",
    "const { default: T } = await import('trtc-sdk-v5');\n"
    + HANDLER.replace("TRTC", "T"): "T.ERROR_CODE",
    "const T = (await import('trtc-sdk-v5')).default;\n"
    + HANDLER.replace("TRTC", "T"): "T.ERROR_CODE",
    "const T = await import('trtc-sdk-v5').then((m) => m.default);\n"
    + HANDLER.replace("TRTC", "T"): "T.ERROR_CODE",
    "import('trtc-sdk-v5').then(({ default: T }) => { "
    + HANDLER.strip().replace("TRTC", "T")
    + " });\n": "T.ERROR_CODE",
    "import('trtc-sdk-v5').then((m) => { "
    + HANDLER.strip().replace("TRTC", "m.default")
    + " });\n": "m.default.ERROR_CODE",
    "define(['jquery', 'trtc-sdk-v5'], function ($, T) { "
    + HANDLER.strip().replace("TRTC", "T")
    + " });\n": "T.ERROR_CODE",
    "import TRTC from 'trtc-sdk-v5';\nconst { ERROR_CODE } = TRTC;\n" + HANDLER: "ERROR_CODE",
    "import TRTC from 'trtc-sdk-v5';\nconst { ERROR_CODE: Codes } = TRTC;\n" + HANDLER: "Codes",
    "import TRTC from 'trtc-sdk-v5';\nconst Codes = TRTC.ERROR_CODE;\n" + HANDLER: "Codes",
    "import TRTC from 'trtc-sdk-v5';\nconst SDK = TRTC;\n"
    "export const f = (error, TRTC) => error.code === ‹›;\n": "SDK.ERROR_CODE",
    HANDLER: "TRTC.ERROR_CODE",
    "import { TRTC } from './sdk';\ntrtc.on(TRTC.EVENT.ERROR, log);\n" + HANDLER: "TRTC.ERROR_CODE",
    "import TRTC from '@/vendor/trtc';\nconst { ERROR_CODE } = TRTC;\nlog(TRTC.EVENT);\n"
    + HANDLER: "ERROR_CODE",
    "importScripts('https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js');\n"
    "self.onmessage = ({ data: { error } }) => { if (error.code === ‹›) log(); };\n": "TRTC.ERROR_CODE",
    "/* global TRTC */\n" + HANDLER: "TRTC.ERROR_CODE",
    HANDLER.replace("TRTC", "window.TRTC"): "window.TRTC.ERROR_CODE",
    "const { ERROR_CODE, EVENT } = window.TRTC;\n"
    "trtc.on(EVENT.ERROR, (error) => { if (error.code === ‹›) retry(); });\n"
    + HANDLER: "ERROR_CODE",
}

TYPED = "the SDK is imported for its types alone; add `import TRTCv5 from 'trtc-sdk-v5'`"
REFUSED = {
    "import type TRTC from 'trtc-sdk-v5';\nexport const f = (error: RtcError) => error.code === ‹›;\n": (
        TYPED
    ),
    "import TRTC from 'trtc-sdk-v5';\nlet trtc: TRTC | undefined;\n"
    "export const load = async () => { trtc = (await import('trtc-sdk-v5')).default.create(); };\n"
    "export const f = (error: { code: number }) => error.code === ‹›;\n": TYPED,
    "import TRTC, { RtcError } from 'trtc-sdk-v5';\n"
    "export const f = (error: RtcError) => error.code === ‹›;\n": TYPED,
    "import * as sdk from 'trtc-sdk-v5';\n"
    "export const f = (error: sdk.RtcError) => error.code === ‹›;\n": TYPED,
    "import TRTC, { type RtcError as Lost } from 'trtc-sdk-v5';\nlet trtc: typeof TRTC.prototype;\n"
    "export const f = (error: Lost) => error.code === ‹›;\n": TYPED,
    "import TRTC from 'trtc-sdk-v5';\nexport const f = (error, TRTC) => error.code === ‹›;\n": (
        "TRTC means something else here, so the SDK is not in reach; "
        "add `import TRTCv5 from 'trtc-sdk-v5'`"
    ),
    HANDLER + "export const f = (error, TRTC) => error.code === ‹›;\n".replace("‹›", "5300"): (
        "TRTC means something else here, so the SDK is not in reach; "
        "add `import TRTCv5 from 'trtc-sdk-v5'`"
    ),
    "import { TRTC } from './sdk';\n" + HANDLER: UNBOUND.replace("TRTC from", "TRTCv5 from"),
    "import { start } from './sdk';\n// @see trtc-sdk-v5\n"
    "export const f = (error) => error.extraCode && error.code === ‹›;\n": UNBOUND,
    "let T;\nexport async function load() { T = (await import('trtc-sdk-v5')).default; }\n"
    "export const f = (error) => error.code === ‹›;\n": UNBOUND,
    "async function load() { const T = (await import('trtc-sdk-v5')).default; }\n"
    "export const f = (error) => error.code === ‹›;\n": UNBOUND,
    "async function load() { try { const { default: T } = await import('trtc-sdk-v5'); } "
    "catch (error) { return error.code === ‹›; } }\n": UNBOUND,
    "import chorus from 'trtc-sdk-v5/plugins/chorus';\n"
    "export const f = (error) => error.code === ‹›;\n": UNBOUND,
    "import TRTC from 'trtc-sdk-v5';\nTRTC.ERROR_CODE = {};\n" + HANDLER: UNBOUND.replace(
        "TRTC from", "TRTCv5 from"
    ),
    "import TRTC from 'trtc-sdk-v5';\npage.evaluate((error) => error.code === ‹›);\n": (
        "it runs where the SDK that the script imports is not in reach; "
        "add `const TRTC = (await import('trtc-sdk-v5')).default` to its function"
    ),
    "import TRTC from 'trtc-sdk-v5';\n"
    "jest.mock('./client', () => ({ isDevice: (error) => error.code === ‹› }));\n": (
        "it runs where the SDK that the script imports is not in reach; "
        "add `const TRTC = jest.requireActual('trtc-sdk-v5')` to its function"
    ),
    "import TRTC from 'trtc-sdk-v5';\n"
    "vi.mock('./client', () => ({ isDevice: (error) => error.code === ‹› }));\n": (
        "it runs where the SDK that the script imports is not in reach; "
        "add `const TRTC = (await vi.importActual('trtc-sdk-v5')).default` to its function"
    ),
    "import TRTC from 'trtc-sdk-v5';\njest.mock('trtc-sdk-v5', () => ({ create: jest.fn() }));\n"
    "it('x', () => { expect(error.code === ‹›).toBe(true); });\n": (
        "a mock stands for the SDK in this file; "
        "take the constants from `jest.requireActual('trtc-sdk-v5')`"
    ),
}


CLASSIC = (
    "nothing here is bound to the SDK, and this script can't import it; load the SDK's script before "
    "it, and add `const { ERROR_CODE } = window.TRTC` in a scope around the number"
)
SHARED = (
    "(function (global) {\n‹here›  async function start(state) {\n    try {\n"
    "      const TRTC = global.TRTC;\n      state.trtc = TRTC.create();\n"
    "      await state.trtc.startLocalAudio();\n"
    "    } catch (e) {\n      if (e.code === ‹›) retry();\n    }\n  }\n"
    "  global.Call = { start };\n})(window);\n"
)
LOST = "// trtc-sdk-v5\nonLost((error) => error.extraCode && error.code === ‹›);\n"
CLASSICS = {
    "call.js": (SHARED, CLASSIC),
    "call.html": (f"<script>\n{SHARED}</script>\n", CLASSIC),
    "taken.js": (
        SHARED.replace("global)", "global, ERROR_CODE)"),
        CLASSIC.replace("{ ERROR_CODE }", "{ ERROR_CODE: TRTC_ERROR_CODE }"),
    ),
    "comment.js": (LOST, CLASSIC),
    "shadowed.js": (
        HANDLER + "const f = (error, TRTC) => error.code === ‹›;\n".replace("‹›", "5300"),
        "TRTC means something else here, so the SDK is not in reach; "
        "add `const { ERROR_CODE } = window.TRTC`",
    ),
    "module.html": (f'<script type="module">\n{LOST}</script>\n', UNBOUND),
    "call.vue": (f"<script>\n{LOST}</script>\n", UNBOUND),
    "call.ts": (LOST, UNBOUND),
    "call.mjs": (LOST, UNBOUND),
    "call.cjs": (LOST, UNBOUND.replace("import TRTC from 'trtc-sdk-v5'", REQUIRE)),
    "exporting.js": (f"{LOST}export {{}};\n", UNBOUND),
    "node.js": (
        f"{LOST}exports.f = () => 1;\n",
        UNBOUND.replace("import TRTC from 'trtc-sdk-v5'", REQUIRE),
    ),
    "built.js": (f"{LOST}const page = () => import('./page');\n", UNBOUND),
    "nested.js": (f"{LOST}function f() {{ return require('./page'); }}\n", UNBOUND),
}


@pytest.mark.parametrize("path", CLASSICS)
def test_what_helps_where_a_script_may_not_import(path: str) -> None:
    text, reason = CLASSICS[path]
    found = outcome(text.replace("‹here›", "").replace("‹›", "5300").encode(), path)
    assert found.error is None
    assert [str(item.reason) for item in found.refusals] == [reason]


@pytest.mark.parametrize("suffix", ["js", "html"])
def test_the_line_that_a_classic_script_is_told_helps(suffix: str) -> None:
    text = SHARED.replace("‹here›", "  const { ERROR_CODE } = window.TRTC;\n")
    text = f"<script>\n{text}</script>\n" if suffix == "html" else text
    new = text.replace("‹›", "ERROR_CODE.DEVICE_ERROR")
    assert fixed(text.replace("‹›", "5300").encode(), f"call.{suffix}").decode() == new


@pytest.mark.parametrize("suffix", ["js", "ts"])
@pytest.mark.parametrize("text", BOUND)
def test_by_a_binding_of_the_sdk(text: str, suffix: str) -> None:
    old, new = text.replace("‹›", "5300"), text.replace("‹›", f"{BOUND[text]}.DEVICE_ERROR")
    assert fixed(old.encode(), f"call.{suffix}").decode() == new


@pytest.mark.parametrize("text", REFUSED)
def test_out_of_reach(text: str) -> None:
    found = outcome(text.replace("‹›", "5300").encode(), "call.ts")
    assert found.error is None
    assert [str(item.reason) for item in found.refusals] == [REFUSED[text]]
    assert found.new is None or b"=== 5300" in found.new


def test_what_mocks_leave_alone() -> None:
    text = (
        "vi.mock('trtc-sdk-v5');\n"
        "const { default: T } = await vi.importActual('trtc-sdk-v5');\n"
        "it('x', async () => {\n"
        "  expect(error.code === ‹T›).toBe(true);\n"
        "  await page.evaluate(async () => {\n"
        "    const TRTC = (await import('trtc-sdk-v5')).default;\n"
        "    await TRTC.create().enterRoom().catch((error) => { window.lost = error.code === ‹TRTC›; });\n"
        "  });\n"
        "});\n"
    )
    old = text.replace("‹T›", "5998").replace("‹TRTC›", "5300")
    new = text.replace("‹T›", "T.ERROR_CODE.OPERATION_ABORT")
    new = new.replace("‹TRTC›", "TRTC.ERROR_CODE.DEVICE_ERROR")
    assert fixed(old.encode(), "call.test.js").decode() == new


COMPONENT = """\
<script setup>
import TRTC from 'trtc-sdk-v5'
import { ref } from 'vue'
const error = ref(null)
TRTC.create().on(TRTC.EVENT.ERROR, (lost) => { error.value = lost; retry(lost.code === ‹5300›) })
</script>

<template>
  <p v-if="error.code === ‹5300›">Allow the camera.</p>
  <p v-else-if="[‹5998›].includes(error.code)">Stopped.</p>
</template>
"""
PAGES = {
    "call.vue": COMPONENT,
    "both.vue": COMPONENT.replace(
        "<script setup>\nimport TRTC from 'trtc-sdk-v5'\n",
        "<script>\nimport TRTC from 'trtc-sdk-v5'\n</script>\n<script setup>\n",
    ),
    "call.html": (
        '<script src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js"></script>\n'
        '<button onclick="if (error.code === ‹5300›) retry()">Again</button>\n'
        "<script>\nclient.catch((error) => {\n  if (error.code === ‹5998›) stop();\n});\n</script>\n"
    ),
    "call.py": (
        'page.evaluate("""() => {\n'
        "  TRTC.create().on(TRTC.EVENT.ERROR, (error) => { window.lost = error.code === ‹5300›; });\n"
        '}""")\n'
    ),
    "call.md": (
        "# Call\n\n```js\nimport TRTC from 'trtc-sdk-v5';\n\n"
        "TRTC.create().on(TRTC.EVENT.ERROR, (error) => retry(error.code === ‹5300›));\n```\n"
    ),
    "keys.js": (
        "import TRTC from 'trtc-sdk-v5';\n"
        "const ADVICE_OF_ERROR_CODE = { ‹[5300]›: 'camera', ‹[5998]›: 'stopped' };\n"
        "export const advice = (error) => ADVICE_OF_ERROR_CODE[error.code];\n"
    ),
    "switch.ts": (
        "import TRTC from 'trtc-sdk-v5';\n"
        "export function advice(error: { code: number }): string {\n  switch (error.code) {\n"
        "    case ‹5300›: // camera\n      return 'camera';\n    case ‹5998›:\n      return '';\n"
        "    default:\n      return 'error';\n  }\n}\n"
    ),
}


@pytest.mark.parametrize("path", PAGES)
def test_in_pages_and_other_texts(path: str) -> None:
    old, new = PAGES[path], PAGES[path]
    for number, name in (("5300", "DEVICE_ERROR"), ("5998", "OPERATION_ABORT")):
        written = f"TRTC.ERROR_CODE.{name}"
        old = old.replace(f"‹{number}›", number).replace(f"‹[{number}]›", number)
        new = new.replace(f"‹{number}›", written).replace(f"‹[{number}]›", f"[{written}]")
    assert fixed(old.encode(), path).decode() == new


V5_SCRIPT = '<script src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js"></script>\n'
NO_GLOBAL = {
    "module": '<script type="module" src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.esm.js">'
    "</script>\n",
    "cdn": '<script type="module" src="https://esm.sh/trtc-sdk-v5"></script>\n',
    "imported": "<script type=\"module\">import TRTC from 'trtc-sdk-v5'; TRTC.create();</script>\n",
    "map": '<script type="importmap">{ "imports": { "trtc-sdk-v5": "/js/trtc.js" } }</script>\n',
    "branch": "{% if calls %}" + V5_SCRIPT + "{% endif %}",
    "v4 beside": V5_SCRIPT + "<script>TRTC.createClient({}).join();</script>\n",
}


@pytest.mark.parametrize("kind", NO_GLOBAL)
def test_pages_without_the_global(kind: str) -> None:
    text = (
        f"{NO_GLOBAL[kind]}<script>\nclient.catch((error) => {{\n"
        "  if (error.extraCode && error.code === 5998) stop();\n});\n</script>\n"
    )
    found = outcome(text.encode(), "call.html")
    assert found.error is None
    assert found.new is None


DOUBTS = (
    "if (!window.TRTC) return fail({{ code: {}, extraCode: 0 }});",
    "if (typeof TRTC === 'undefined') return fail({{ code: {}, extraCode: 0 }});",
    "if (!('TRTC' in window)) return fail({{ code: {}, extraCode: 0 }});",
    "if (window.TRTC) TRTC.create();\n  fail({{ code: {}, extraCode: 0 }});",
    "if (TRTC) return fail({{ code: {}, extraCode: 0 }});",
    "window.TRTC?.create().enterRoom().catch((e) => e.code === {});",
)


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_script_that_asks_whether_the_global_is_there(doubt: str) -> None:
    script = f"function start() {{\n  {doubt.format(5999)}\n  TRTC.create();\n}}\n"
    found = outcome(f"{V5_SCRIPT}<script>\n{script}</script>\n".encode(), "call.html")
    assert (found.new, found.error) == (None, None)
    assert [str(item.reason) for item in found.refusals] == [
        "the script asks whether the SDK is there, without which its constants are not; "
        "add `const { ERROR_CODE } = window.TRTC` where it is"
    ]


def test_a_script_that_asks_what_the_sdk_can_does_not_doubt_it() -> None:
    text = (
        f"{V5_SCRIPT}<script>\nfunction start() {{\n  if (!TRTC.isSupported() || f(TRTC)) return;\n"
        "  fail({ code: ‹5999›, extraCode: 0 });\n}\n</script>\n"
    )
    new = outcome(text.replace("‹", "").replace("›", "").encode(), "call.html").new
    assert (new or b"").decode() == text.replace("‹5999›", "TRTC.ERROR_CODE.UNKNOWN_ERROR")


TABLE = "const ERROR_CODES = { ‹[5300]›: 'device' };\n"
LATE = (
    "it runs while the page is loaded, before the SDK's own script may have run; "
    "move it into a function that is called later"
)
DEFER, ASYNC = V5_SCRIPT.replace(" src", " defer src"), V5_SCRIPT.replace(" src", " async src")
CREATED = (
    "const script = document.createElement('script');\n"
    "script.src = 'https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js';\n"
    "document.head.append(script);\n"
)
LOADED = {
    "call.html": V5_SCRIPT + f"<script>\n{TABLE}</script>\n",
    "module.html": DEFER + f'<script type="module">\n{TABLE}</script>\n',
    "behind.html": f'<script type="module">\n{TABLE}</script>\n' + V5_SCRIPT,
    "named.html": V5_SCRIPT.replace("trtc.js", "trtc.js?defer") + f"<script>\n{TABLE}</script>\n",
    "read.js": "const trtc = TRTC.create();\n" + TABLE,
    "worker.js": "importScripts('https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js');\n"
    + TABLE,
    "later.html": f"{ASYNC}<script>\naddEventListener('load', () => {{\n  {TABLE}}});\n</script>\n",
    "called.js": f"{CREATED}script.onload = start;\nfunction start() {{\n  TRTC.create();\n  {TABLE}}}\n",
    "method.js": f"class Call {{\n  start() {{\n    TRTC.create();\n    {TABLE}  }}\n}}\nnew Call();\n",
    "string.py": f'page = """{V5_SCRIPT}<script>\n{TABLE}</script>\n"""\n',
}
NOT_LOADED = {
    "defer.html": DEFER + f"<script>\n{TABLE}</script>\n",
    "async.html": ASYNC + f"<script>\n{TABLE}</script>\n",
    "async-module.html": ASYNC + f'<script type="module">\n{TABLE}</script>\n',
    "module.html": DEFER.replace(" defer ", " type=module ") + f"<script>\n{TABLE}</script>\n",
    "behind.html": f"<script>\n{TABLE}</script>\n" + V5_SCRIPT,
    "deferred-behind.html": f'<script type="module">\n{TABLE}</script>\n' + DEFER,
    "string.py": f'page = """{DEFER}<script>\n{TABLE}</script>\n"""\n',
    "created.js": f"{CREATED}{TABLE}script.onload = () => TRTC.create();\n",
    "invoked.js": f"(function () {{\n  {TABLE}}})();\naddEventListener('x', () => TRTC.create());\n",
    "called.js": f"start();\nfunction start() {{\n  {TABLE}}}\nlet trtc = () => TRTC.create();\n",
    "each.js": f"[1].forEach(() => {{\n  {TABLE}}});\nlet trtc = () => TRTC.create();\n",
    "read.js": f"{TABLE}TRTC.create();\n",
    "static.js": f"class A {{\n  static {{\n    {TABLE}  }}\n}}\nlet trtc = () => TRTC.create();\n",
}  # fmt: skip


@pytest.mark.parametrize("path", LOADED)
def test_the_global_where_it_is_there(path: str) -> None:
    old = LOADED[path].replace("‹[5300]›", "5300")
    new = LOADED[path].replace("‹[5300]›", "[TRTC.ERROR_CODE.DEVICE_ERROR]")
    assert fixed(old.encode(), path).decode() == new


@pytest.mark.parametrize("path", NOT_LOADED)
def test_the_global_where_it_may_not_be_there_yet(path: str) -> None:
    found = outcome(NOT_LOADED[path].replace("‹[5300]›", "5300").encode(), path)
    assert (found.error, found.new) == (None, None)
    assert [str(item.reason) for item in found.refusals] == [LATE]


def test_a_component_without_setup_gives_its_template_nothing() -> None:
    text = (
        "<script>\nimport TRTC from 'trtc-sdk-v5'\nTRTC.create()\nexport default { props: ['error'] }\n"
        '</script>\n<template>\n  <p v-if="error.code === 5300">x</p>\n</template>\n'
    )
    found = outcome(text.encode(), "call.vue")
    assert [str(item.reason) for item in found.refusals] == [
        "a template sees only what its component gives it; compare in the script instead"
    ]
    assert found.new is None


WANTED = "a type wants the plain number here, and those of the SDK's codes are number"
TYPES = """\
import TRTC from 'trtc-sdk-v5';
type Device = 5300;
export function isDevice(error: { code: number }): boolean {
  return error.code === 5300;
}
export const ADVICE_OF_ERROR_CODE: Record<5998 | 5999, string> = { 5998: 'stopped', 5999: 'unknown' };
export function code(): number {
  return error.code === 5100 ? 5400 : 5500;
}
"""


def test_what_typescript_wants_as_a_number() -> None:
    found = outcome(TYPES.encode(), "call.ts")
    assert [(item.finding.line, str(item.reason)) for item in found.refusals] == [
        (4, WANTED),
        (6, WANTED),
        (6, WANTED),
    ]
    assert found.new is not None
    assert b"error.code === TRTC.ERROR_CODE.INVALID_OPERATION" in found.new
    assert b"return error.code === 5300;" in found.new


def test_what_has_moved_from_v4_by_another_name_of_the_codes() -> None:
    text = (
        "import TRTC from 'trtc-sdk-v5';\nconst { ERROR_CODE: Codes } = TRTC;\n"
        "TRTC.create().enterRoom({}).catch((error) => error.code === 4096 || error.code === 5300);\n"
    )
    found = outcome(text.encode(), "call.js", load({"enable-extensions": "TRT4"}, isolated=True))
    assert found.error is None
    assert found.new is not None
    assert found.new.decode() == text.replace("4096", "Codes.INVALID_PARAMETER").replace(
        "5300", "Codes.DEVICE_ERROR"
    )


def test_each_number_by_its_receiver() -> None:
    text = (
        "import TRTC from 'trtc-sdk-v5';\nimport V4 from 'trtc-js-sdk';\n"
        "import AgoraRTC from 'agora-rtc-sdk-ng';\n\n"
        "‹›TRTC.create().enterRoom().catch((error) => retry(error.code === ‹5300›));\n"
        "V4.createClient({}).join().catch((error) => retry(error.getCode() === ‹16388›));\n"
        "AgoraRTC.createClient({}).join().catch((error) => retry(error.code === 5300));\n"
        "export class Four {\n  client = V4.createClient({});\n  async join() {\n"
        "    try { await this.client.join(); } catch (error) { retry(error.code === 5300); }\n  }\n}\n"
    )
    old = text.replace("‹›", "").replace("‹5300›", "5300").replace("‹16388›", "16388")
    new = text.replace("‹›", "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n\n")
    new = new.replace("‹5300›", "TRTC.ERROR_CODE.DEVICE_ERROR")
    new = new.replace("‹16388›", "ErrorCode.JOIN_ROOM_FAILED")
    assert fixed(old.encode(), "call.js").decode() == new


REPORT = '''\
"""Reports of the clients."""
import json

SDKS = ("trtc-sdk-v5", "trtc-js-sdk")


def advice(error_code, old_error):
    if error_code == ‹5300› or old_error.get_code() == ‹16388›:
        return "device"
    return "abort" if error_code in (‹5998›, ‹5999›) else ""
'''


def test_reports_in_python() -> None:
    old, new = (
        REPORT,
        REPORT.replace("import json\n", "import json\n\nfrom flake8_trtc import ErrorCode, v5\n"),
    )
    for number, name in {
        "5300": "v5.ErrorCode.DEVICE_ERROR",
        "5998": "v5.ErrorCode.OPERATION_ABORT",
        "5999": "v5.ErrorCode.UNKNOWN_ERROR",
        "16388": "ErrorCode.JOIN_ROOM_FAILED",
    }.items():
        old, new = old.replace(f"‹{number}›", number), new.replace(f"‹{number}›", name)
    assert fixed(old.encode()).decode() == new


@pytest.mark.parametrize(
    ("imported", "name"),
    [
        ("from flake8_trtc import v5\n", "v5.ErrorCode"),
        ("from flake8_trtc import v5 as sdk\n", "sdk.ErrorCode"),
        ("import flake8_trtc.v5\n", "flake8_trtc.v5.ErrorCode"),
        ("import flake8_trtc.v5 as sdk\n", "sdk.ErrorCode"),
        ("from flake8_trtc.v5 import ErrorCode\n", "ErrorCode"),
        ("from flake8_trtc.v5 import ErrorCode as Code\n", "Code"),
    ],
)
def test_python_by_the_import_that_there_is(imported: str, name: str) -> None:
    text = (
        f'{imported}\nSDK = "trtc-sdk-v5"\n\n\ndef lost(error_code):\n    return error_code == ‹›\n'
    )
    old, new = text.replace("‹›", "5300"), text.replace("‹›", f"{name}.DEVICE_ERROR")
    assert fixed(old.encode()).decode() == new


def test_python_where_the_name_is_taken() -> None:
    old = b'SDK = "trtc-sdk-v5"\n\n\ndef lost(error_code, v5):\n    return error_code == 5300\n'
    assert fixed(old) == (
        b'from flake8_trtc import v5 as trtc_v5\n\nSDK = "trtc-sdk-v5"\n\n\n'
        b"def lost(error_code, v5):\n    return error_code == trtc_v5.ErrorCode.DEVICE_ERROR\n"
    )


def test_python_with_constants_of_its_own() -> None:
    options = load({"trtc-error-code": "app.codes:ErrorCode"}, isolated=True)
    old = b'SDK = "trtc-sdk-v5"\n\n\ndef lost(error_code):\n    return error_code == 5300\n'
    found = outcome(old, options=options)
    assert [str(item.reason) for item in found.refusals] == [
        "trtc-error-code names app.codes, which has the codes of v4; "
        "add `from flake8_trtc import v5`"
    ]
    assert found.new is None
    new = fixed(b"from flake8_trtc import v5\n" + old, options=options)
    assert new == (b"from flake8_trtc import v5\n" + old).replace(
        b"5300", b"v5.ErrorCode.DEVICE_ERROR"
    )


LITEAV = """\
IMPORT


class Delegate(BASE):
    def OnError(self, error):
        if error == ‹-3301›or error!=-205:
            self.retry()
        elif error in (‹-100013›, ‹- 3320›):
            self.stop()
        match error:
            case‹-3317›|‹-3318›:
                self.ask()
        return {‹-3301›: "room"}.get(error)
"""
"""With what touches its number."""


@pytest.mark.parametrize(
    ("imported", "base", "name"),
    [
        ("import liteav", "liteav.TRTCCloudDelegate", "liteav.Error"),
        ("import liteav as la", "la.TRTCCloudDelegate", "la.Error"),
        ("from liteav import Error, TRTCCloudDelegate", "TRTCCloudDelegate", "Error"),
        ("from liteav import Error as E, TRTCCloudDelegate as D", "D", "E"),
    ],
)
def test_liteav_by_its_binding(imported: str, base: str, name: str) -> None:
    text = LITEAV.replace("IMPORT", imported).replace("BASE", base)
    old = text.replace("‹", "").replace("›", "")
    new = text.replace("‹-3301›or", f"({name}.ERR_ENTER_ROOM_FAILED)or")
    new = new.replace("!=-205", f"!={name}.ERR_BANNED_BY_SERVER")
    new = new.replace("‹-100013›", f"{name}.ERR_SERVICE_SUSPENDED")
    new = new.replace("‹- 3320›", f"{name}.ERR_INVALID_USER_SIG")
    new = new.replace("case‹-3317›", f"case({name}.ERR_INVALID_SDK_APP_ID)")
    new = new.replace("‹-3318›", f"{name}.ERR_INVALID_ROOM_ID")
    new = new.replace("‹-3301›", f"{name}.ERR_ENTER_ROOM_FAILED")
    assert fixed(old.encode()).decode() == new


UNBOUND_LITEAV = "no import binds liteav in the whole module; add `import liteav` at its top"
NO_NUMBER = (
    "liteav's members equal the plain numbers, but are none: JSON and databases fail on them"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def f(p):\n    import liteav\n    code = liteav.C().EnterRoom(p)\n    return code == -3301\n", UNBOUND_LITEAV),
        ("try:\n    import liteav\nexcept ImportError:\n    liteav = None\n\n\ndef f(c, p):\n    code = liteav.C().EnterRoom(p)\n    return code == -3301\n", UNBOUND_LITEAV),
        ("from liteav import *\n\n\ndef f(error_code):\n    return error_code == -3301\n", UNBOUND_LITEAV),
        ("import liteav\n\n\ndef f(liteav, error_code):\n    return error_code == -3301\n", UNBOUND_LITEAV),
        ("import liteav\n\nerror_code = -3301\n", NO_NUMBER),
        ("import liteav\n\n\ndef f(report):\n    report(error_code=-3301)\n", NO_NUMBER),
        ("import liteav\n\nFATAL_ERROR_CODES = [-3301, -205]\n", NO_NUMBER),
    ],
)  # fmt: skip
def test_liteav_left_alone(text: str, reason: str) -> None:
    found = outcome(text.encode())
    assert found.error is None
    assert {str(item.reason) for item in found.refusals} == {reason}
    assert found.new is None


LITEAV_PLACES = """\
import json
import liteav

ERROR_CODES = {‹-3301›: "room"}
SENT_ERROR_CODES = {-3301: "room"}


class Delegate(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        if error == ‹0› or error == ‹-1›:
            return
        if error in {‹-3301›, ‹-205›} or error in frozenset([‹-2›]):
            self.retry()
        if (‹-205›) != error:
            self.assertEqual(error, ‹-3301›)
        if -3301 < error == ‹-2›:
            self.stop()
        question = Log.filter(Log.error_code == -3301, Log.error_code.in_([-205]))
        json.dumps([{-3301: question}, SENT_ERROR_CODES])
        match error:
            case ‹0› | ‹-1›:
                return {‹-3301›: "room"}[error]
        error_code = cloud.EnterRoom()
        return error_code == 0 or error_code == -1
"""
LITEAV_NAMES = {
    "0": "ERR_OK", "-1": "ERR_FAILED", "-2": "ERR_INVALID_PARAMETER",
    "-205": "ERR_BANNED_BY_SERVER", "-3301": "ERR_ENTER_ROOM_FAILED",
}  # fmt: skip


def test_liteav_where_its_members_do_what_numbers_do() -> None:
    old, new = LITEAV_PLACES, LITEAV_PLACES
    for number, name in LITEAV_NAMES.items():
        old = old.replace(f"‹{number}›", number)
        new = new.replace(f"‹{number}›", f"liteav.Error.{name}")
    found = outcome(old.encode())
    assert found.error is None
    assert found.new is not None
    assert found.new.decode() == new
    assert {str(item.reason) for item in found.refusals} == {NO_NUMBER}


def test_liteav_in_a_script() -> None:
    text = 'import liteav\n\nPAGE = """<script>\nif (error_code === -3301) retry();\n</script>"""\n'
    found = outcome(text.encode(), PAGE, Options())
    assert {str(item.reason) for item in found.refusals} <= {
        "liteav is a module of Python, which no script can reach"
    }
    assert found.new is None
