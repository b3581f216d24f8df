"""Which SDK a text loads: where it is another than v4's, its numbers are none of v4's codes."""

from __future__ import annotations

import json

import pytest
from fixing import outcome
from marked import found, unmarked

from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import Outcome
from flake8_trtc.languages.document import Document
from flake8_trtc.languages.loads import Loads
from flake8_trtc.source import Source

USE = """
client.on('error', e => {
  if (e.getCode() === ‹16388› || errorCode === ‹TRT002:'16451'›) retry();
  if (e.getExtraCode() === ‹TRT004:-100013›) pay();
});
"""
PLAIN = unmarked(USE)[0]
CDN = "https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js"

OTHERS = {
    "import": "import TRTC from 'trtc-sdk-v5';",
    "import of a plugin": 'import { Beauty } from "trtc-sdk-v5/plugins/video-effect/basic-beauty";',
    "import for the effect": "import 'trtc-sdk-v5';",
    "import of everything": "import * as T from 'npm:trtc-sdk-v5@5.1';",
    "export": "export { default } from 'trtc-sdk-v5';",
    "require": "const TRTC = require('trtc-sdk-v5').default;",
    "dynamic import": "const { default: T } = await import(/* lazy: 'trtc' */ 'trtc-sdk-v5');",
    "dynamic import of a template": "const load = () => import(`trtc-sdk-v5`);",
    "import by a name": "const SDK = 'trtc-sdk-v5';\nimport(SDK).then(start);",
    "AMD": "define(['jquery', 'trtc-sdk-v5'], function ($, TRTC) {});",
    "a mock": "jest.mock('trtc-sdk-v5', () => ({}));",
    "an address": f"loadScript('{CDN}');",
    "an address without a protocol": "s.src = '//cdn.example.org/npm/trtc-sdk-v5@5.2.0/trtc.js';",
    "an address with a version": "s.setAttribute('src', '/js/trtc.min.js?v=5.8.0');",
    "a file with a version": "importScripts('/js/trtc-5.8.0.js');",
    "an address in a tag": "document.write('<script src=\"/trtc-sdk-v5/trtc.js\"></script>');",
    "an address in JSX": "const s = <Script src='https://esm.sh/trtc-sdk-v5' />;",
    "Electron": "import TRTCCloud from 'trtc-electron-sdk';",
    "a part of Electron's": "const d = require('trtc-electron-sdk/liteav/trtc_define');",
    "mini programs": "import TRTC from 'trtc-wx-sdk';",
    "a mini program's copy": "import TRTC from '../../static/trtc-wx';",
    "a mini program's component": "import T from '@tencentcloud/trtc-component-wx';",
    "types of a mini program's": '/// <reference path="../types/trtc-wx-sdk.d.ts" />',
}
TYPES = {
    "import of a type": "import type { RtcError } from 'trtc-sdk-v5';",
    "import by require": "import TRTC = require('trtc-sdk-v5');",
    "type of an import": "type T = typeof import('trtc-sdk-v5');",
    "member of an import": "type E = import('trtc-sdk-v5').RtcError;",
    "declared module": "declare module 'trtc-sdk-v5' {}",
}
NOT_LOADED = {
    "nothing": "// TRTC",
    "a comment": "// import TRTC from 'trtc-sdk-v5';\n/* require('trtc-wx-sdk') */",
    "a text": "console.log('for v5 import trtc-sdk-v5');",
    "a comparison": "if (name === 'trtc-sdk-v5' || deps['trtc-sdk-v5']) install();",
    "a name for something else": "const label = 'trtc-sdk-v5';",
    "a package of a like name": "import x from 'my-trtc-sdk-v5';\nimport y from 'trtc-sdk-v5-mock';",
    "the vendor's pages": "help('https://web.sdk.qcloud.com/trtc/webrtc/v5/doc/en/index.html');",
    "a package's page": "const LINK = 'https://example.org/package/trtc-sdk-v5';",
    "a link": "const HELP = 'https://example.org/docs?for=trtc-sdk-v5-and-others';",
    "v4": "import TRTC from 'trtc-js-sdk';",
    "v4's address": "loadScript('https://web.sdk.qcloud.com/trtc/webrtc/v4/trtc.js');",
    "v4 and v5": "import TRTC from 'trtc-js-sdk';\nimport T5 from 'trtc-sdk-v5';",
    "v5 and v4's address": "import T5 from 'trtc-sdk-v5';\nloadScript('/js/trtc_4.11.8.js');",
    "a module of its own": "import { rtc } from './trtc.js';",
}


@pytest.mark.parametrize("load", OTHERS.values(), ids=list(OTHERS))
def test_a_script_that_loads_another_sdk(load: str) -> None:
    text = f"{load}\n{PLAIN}"
    assert found(text, "call.js") == []
    assert outcome(text.encode(), "call.js") == Outcome()


@pytest.mark.parametrize("load", TYPES.values(), ids=list(TYPES))
def test_a_module_of_typescript_that_loads_another_sdk(load: str) -> None:
    assert found(f"{load}\n{PLAIN}", "call.ts") == []


@pytest.mark.parametrize("load", NOT_LOADED.values(), ids=list(NOT_LOADED))
def test_a_script_that_does_not(load: str) -> None:
    text, expected = unmarked(f"{load}\n{USE}")
    assert found(text, "call.js") == expected
    assert expected


def test_no_opt_in_rule_says_it_either() -> None:
    text = "import TRTC from 'trtc-sdk-v5';\nconst JOIN_ROOM_FAILED = 16388;\nf(x === 16389);\n"
    options = Options(extend_select=("TRT901", "TRT903"))
    assert found(text, "call.js", options) == []


PYTHON = {
    "import": "import liteav",
    "import among others": "import os, liteav as lv",
    "import of a part": "import liteav.engine",
    "import of names": "from liteav import Error, TRTCCloud",
    "import in a try": "try:\n    import liteav\nexcept ImportError:\n    liteav = None",
    "import by name": "sdk = importlib.import_module('liteav')",
    "import by a skip": "liteav = pytest.importorskip('liteav')",
    "a page with v5": f"PAGE = '<script src=\"{CDN}\"></script>'",
    "a script with Electron's": "JS = \"const T = require('trtc-electron-sdk');\"",
}
NO_PYTHON = {
    "nothing": "import trtc",
    "a comment": "import trtc  # import liteav",
    "a docstring": "'''import liteav, or trtc-sdk-v5: require('trtc-sdk-v5').'''",
    "modules of like names": "import trtc, liteav_tools\nfrom . import liteav\nfrom .liteav import x",
    "a name": "liteav = trtc.liteav",
    "v4's names as well": "import liteav\nfrom flake8_trtc import ErrorCode",
}
REPORT = "if report.error_code == ‹16388› or report.extra_code == ‹TRT004:-102023›:\n    pass\n"
STRING = "JS = '''/* js, trtc */ e => e.getCode() === ‹0x4043›'''\n"


@pytest.mark.parametrize("load", PYTHON.values(), ids=list(PYTHON))
def test_a_module_of_python_that_loads_another_sdk(load: str) -> None:
    assert found(f"{load}\n{unmarked(REPORT + STRING)[0]}") == []


@pytest.mark.parametrize("load", NO_PYTHON.values(), ids=list(NO_PYTHON))
def test_a_module_of_python_that_does_not(load: str) -> None:
    text, expected = unmarked(f"{load}\n# trtc\n{REPORT}{STRING}")
    assert found(text) == expected


def test_a_string_with_an_sdk_of_its_own() -> None:
    text, expected = unmarked(
        "import liteav\n"
        "if trtc_error.code == 16388: pass\n"
        "OLD = '''<script src=\"/js/trtc.js\"></script>\n"
        "<script>if (e.getCode() === ‹16388›) f();</script>'''\n"
        "NEW = '''<script src=\"/trtc-sdk-v5/trtc.js\"></script>\n"
        "<script>if (e.getCode() === 16388) f();</script>'''\n"
        "ANY = '''<p>TRTC</p><script>if (e.getCode() === 16388) f();</script>'''\n"
    )
    assert found(text) == expected


PAGES = {
    "an address": '<script src="https://cdn.example.org/trtc-sdk-v5/trtc.js"></script>',
    "an address unquoted": "<SCRIPT SRC=/js/trtc-sdk-v5.js></SCRIPT>",
    "a template's address": "<script src=\"{% static 'trtc-sdk-v5/trtc.js' %}\"></script>",
    "a version in the query": '<script src="js/trtc.js?v=5.2.1"></script>',
    "preloaded": '<link rel="modulepreload" href="/npm/trtc-sdk-v5/trtc.esm.js">',
    "a module": "<script type=module>import TRTC from 'trtc-sdk-v5';</script>",
    "an import map": (
        '<script type="importmap">{"imports": {"trtc": "https://esm.sh/trtc-sdk-v5"}}</script>'
    ),
}
OTHER_PAGES = {
    "nothing": "",
    "a comment": '<!-- <script src="trtc-sdk-v5/trtc.js"></script> -->',
    "a link": '<a href="https://example.org/package/trtc-sdk-v5">TRTC</a>',
    "prose": "<p>import TRTC from 'trtc-sdk-v5';</p>",
    "v4": '<script src="js/trtc.js"></script>',
    "v4 and v5": '<script src="js/trtc.js"></script><script>import("trtc-sdk-v5");</script>',
}
SCRIPTS = f"""
<button onclick="if (e.getCode() === ‹0x4004›) trtc.leave()">x</button>
<script>{USE}</script>
<script type=module>{USE}</script>
"""


@pytest.mark.parametrize("load", PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize("path", ["call.html", "call.j2"])
def test_a_page_that_loads_another_sdk(load: str, path: str) -> None:
    plain = unmarked(SCRIPTS)[0]
    assert found(f"{load}\n{plain}", path) == []
    assert found(f"{plain}\n{load}", path) == []


@pytest.mark.parametrize("load", OTHER_PAGES.values(), ids=list(OTHER_PAGES))
def test_a_page_that_does_not(load: str) -> None:
    text, expected = unmarked(f"{load}\n{SCRIPTS}")
    assert found(text, "call.html") == expected


@pytest.mark.parametrize("sdk", ["trtc-sdk-v5", "trtc-js-sdk"])
def test_the_scripts_and_the_template_of_a_component_are_one(sdk: str) -> None:
    text, expected = unmarked(
        f'<template><p v-if="e.getCode() === ‹16388›">TRTC</p></template>\n'
        f"<script lang=\"ts\">\nimport TRTC from '{sdk}';\n</script>\n"
        f'<script setup lang="ts">{USE}</script>\n'
    )
    assert found(text, "Call.vue") == (expected if sdk == "trtc-js-sdk" else [])


def test_a_fence_is_a_text_of_its_own() -> None:
    fences = (
        f"import TRTC from 'trtc-sdk-v5';\n{PLAIN}",
        f"import TRTC from 'trtc-js-sdk';\n{USE}",
    )
    shared = "```js\n{}\n```\n"
    text, expected = unmarked("From trtc-js-sdk:\n" + "\n".join(map(shared.format, fences)))
    assert found(text, "guide.md") == expected
    first, last = map(shared.format, (fences[0], USE))
    text, expected = unmarked(f"TRTC, trtc-js-sdk\n{first}\n{last}")  # v4's before, v5's after
    assert found(text, "guide.md") == expected
    page = f"```html\n<script src='/js/trtc.js'></script>\n<script>{USE}</script>\n```\n"
    text, expected = unmarked(f"{first}\n{page}")
    assert found(text, "guide.md") == expected
    module = f"```python\nimport liteav\n{unmarked(REPORT)[0]}```\n"
    assert found(module + shared.format("import 'trtc-js-sdk';"), "guide.md") == []


def test_the_cells_of_a_notebook_are_one() -> None:
    def notebook(*cells: str) -> str:
        made = [{"cell_type": "code", "source": cell.splitlines(True)} for cell in cells]
        return json.dumps({"cells": made, "metadata": {}, "nbformat": 4})

    use = unmarked(REPORT)[0]
    assert found(notebook("import liteav", use), "call.ipynb") == []
    assert len(found(notebook("import trtc", use), "call.ipynb")) == 2
    page = f"%%html\n<script>{PLAIN}</script>"
    assert found(notebook('%%js\nimport("trtc-sdk-v5")', page), "call.ipynb") == []


def loaded(path: str, text: bytes, *, imports: bool = False) -> frozenset[str]:
    document = Document(Source(path, text))
    return Loads(document).of(document.root, imports=imports)


def test_the_names_of_what_is_loaded() -> None:
    text = b"import 'trtc-sdk-v5'; import 'trtc-js-sdk'; import './trtc-wx'; require('trtc')"
    assert loaded("a.js", text) == {"mini", "v4", "v5", "web"}
    assert loaded("a.js", b"TRTC") == set()
    module = b"import liteav\nP = '/trtc-sdk-v5/trtc.js'"
    assert loaded("a.py", module) == {"liteav", "v5"}
    assert loaded("a.py", module, imports=True) == {"liteav"}
