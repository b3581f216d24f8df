"""A function of a module that is loaded in a circle may be called before the module has run."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from fixing import outcome
from runjs import NODE, needs_node

from flake8_trtc.cli.spark.beside import kept
from flake8_trtc.config.options import build

DECLARED = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
HOISTED = "export function f(e) {\n  return e.getCode() === 0x4004;\n}\n"
INSIDE = f"export function f(e) {{\n  {DECLARED}\n  return e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n}}\n"
ABOVE = f"{DECLARED}\n\n{HOISTED}".replace("0x4004;", "ErrorCode.JOIN_ROOM_FAILED;")
BACK = "import { f } from './page.js';\n"
CIRCLES = {
    "import './b.js';\n": {"b.js": BACK},
    "import b from './b';\n": {"b.js": "import './c.vue';", "c.vue": f"<script>\n{BACK}</script>"},
    "export * from './b';\n": {"b/index.ts": "export {\n  f,\n} from '../page';"},
    "const b = require('./b');\n": {"b.js": "var f = require('./page').f;"},
    "import b from '@/b';\n": {"src/b.js": "import { f } from '../page.js';"},
}
NONE = {
    "import './b.js';\n": {
        "b.js": "import type { F } from './page.js';\nimport './c.js';",
        "c.js": "",
    },
    "import './c.js';\n": {"c.js": f"// {BACK}const f = () => import('./page.js');"},
    "import b from 'b';\n": {"b.js": BACK},
}


def fixed(directory: Path, text: str, files: dict[str, str], module: str | None = None) -> str:
    """A file of a project, fixed."""
    for path, content in {"package.json": "{}", "page.js": text, **files}.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(content)
    options = build({"trtc-js-error-code": module}) if module else build({})
    result = outcome(text.encode(), str(directory / "page.js"), options)
    assert (result.error, result.refusals) == (None, ())
    return (result.new or b"").decode()


@pytest.mark.parametrize("head", CIRCLES)
def test_a_function_of_a_circle_has_its_own_constants(tmp_path: Path, head: str) -> None:
    assert fixed(tmp_path, head + HOISTED, CIRCLES[head]) == head + INSIDE


@pytest.mark.parametrize("head", NONE)
def test_modules_that_are_in_no_circle(tmp_path: Path, head: str) -> None:
    assert fixed(tmp_path, head + HOISTED, NONE[head]) == f"{head}\n{ABOVE}"


def test_the_rest_of_a_circle_has_those_of_the_module(tmp_path: Path) -> None:
    head, value = f"{next(iter(CIRCLES))}", "export const g = (e) => e.getCode() === 0x4004;\n"
    new = value.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    files = CIRCLES[head]
    assert (
        fixed(tmp_path, f"{head}{HOISTED}{value}", files) == f"{head}\n{DECLARED}\n\n{INSIDE}{new}"
    )


@pytest.mark.parametrize("module", [None, "./codes.js#ErrorCode"])
def test_constants_that_are_loaded_before_the_circle(tmp_path: Path, module: str | None) -> None:
    codes = {"codes.js": "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };", "b.js": BACK}
    first, second = "import { ErrorCode } from './codes.js';\n", "import './b.js';\n"
    used = HOISTED.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    if module:
        module = f"{tmp_path}/codes.js#ErrorCode"
    assert fixed(tmp_path, first + second + HOISTED, codes) == first + second + used
    assert fixed(tmp_path, second + first + HOISTED, codes) == second + first + INSIDE


def test_constants_of_the_module_itself(tmp_path: Path) -> None:
    table = "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\n"
    head = next(iter(CIRCLES))
    for text in (head + table, table + head):
        assert fixed(tmp_path, text + HOISTED, CIRCLES[head]) == text + INSIDE
    common, files = "const b = require('./b');\n", {"b.js": "const { f } = require('./page');"}
    use = HOISTED.replace("export ", "")
    used = use.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    assert fixed(tmp_path, table + common + use, files) == table + common + used


def test_the_sdk_that_is_loaded_before_the_circle(tmp_path: Path) -> None:
    sdk, circle = "import TRTC from 'trtc-sdk-v5';\n", "import './b.js';\n"
    use = "export function f(e) {\n  return e.extraCode && e.code === 5300;\n}\n"
    new = use.replace("5300", "TRTC.ERROR_CODE.DEVICE_ERROR")
    assert fixed(tmp_path, sdk + circle + use, {"b.js": BACK}) == sdk + circle + new
    (tmp_path / "page.js").write_text(circle + sdk + use)
    result = outcome((circle + sdk + use).encode(), str(tmp_path / "page.js"))
    assert result.new is None
    assert [str(item.reason) for item in result.refusals] == [
        "a module that this one loads loads it in turn, and may call this function before the "
        "constants are there; give it a block, or load them before that module"
    ]


@needs_node
def test_what_a_circle_prints(tmp_path: Path) -> None:
    page = "import { b } from './b.mjs';\n" + HOISTED + "console.log(b, f({ getCode: () => 1 }));\n"
    (tmp_path / "b.mjs").write_text(
        "import { f } from './page.mjs';\nexport const b = f({ getCode: () => 0x4004 });\n"
    )
    (tmp_path / "page.mjs").write_text(page)
    new = outcome(page.encode(), str(tmp_path / "page.mjs")).new or b""
    assert new.decode().count("ErrorCode.JOIN_ROOM_FAILED") == 1
    for text in (page.encode(), new):
        (tmp_path / "page.mjs").write_bytes(text)
        done = subprocess.run([str(NODE), str(tmp_path / "page.mjs")], capture_output=True, text=True, check=True)  # fmt: skip
        assert done.stdout == "true false\n"


def test_of_a_table_what_scripts_load_is_kept() -> None:
    text = b"import a from './a';\nexport const b = 1;\nconst c = require('c');\n"
    assert kept("src/b.js", text) == b"import './a';\nimport 'c';\n"
    assert kept("src/b.js", b"export const b = 1;\n") == b""
