"""Pages, components, Markdown and notebooks: what is found, exactly where, and what stays silent."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from marked import found, unmarked

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.templates import neutral
from flake8_trtc.source import Source, SourceError

SDK = '<script src="js/trtc.js"></script>\n'
HTML = {
    "classic": "<script>if (e.getCode() === ‹16388›) f()</script>\n",
    "module": "<script type=module>import x from 'y';\nx(e => e.getCode() === ‹0x4043›)</script>\n",
    "type": "<SCRIPT TYPE='text/javascript; charset=utf-8'>if (code === ‹4099›) {}</SCRIPT>\n",
    "TypeScript": '<script lang="ts">if ((e as RtcError).getCode() === ‹4099›) {}</script>\n',
    "JSX": '<script type="text/babel">const a = <A code={‹4099›} />;</script>\n',
    "two scripts": "<script>let a = 1;</script><p>错误</p><script>a = code === ‹4099›;</script>\n",
    "handler": "<body onload=\"if (code === ‹4099›) f(&quot;x&quot;)\" onunload='code == ‹16388›'>\n",
    "behind an entity": '<a onclick="f(&quot;错&amp;&quot;) || code === ‹4099› &amp;&amp; g()">x</a>\n',
    "unquoted": "<a onclick=f({code:‹4099›})>x</a>\n",
    "link": '<a href="javascript: f(code === ‹4099›)">x</a>\n',
    "bound": '<div :class="{ bad: code === ‹4099›, x: 1 }" @click="code === ‹4099› && f()"></div>\n',
    "Jinja": (
        '<div {% if x %}class="a"{% endif %}><script>\nconst a = {{ a|tojson }};\n'
        "{% if x %}f('{{ 错 }}');{# 16388 #}{% endif %}\nif (code === ‹4099›) {}\n</script></div>\n"
    ),
    "Jinja value before": "<script>if ({{ a }} || code === ‹4099›) { f({{ {'a': 1}['a'] }}) }</script>\n",
    "raw": "<script>{% raw %}if (code === ‹4099›) { f(`{{ a }}`) }{% endraw %}</script>\n",
    "EJS": "<script><% if (x) { %>\nconst a = <%= a %>;\n<% } %>if (code === ‹4099›) {}</script>\n",
    "PHP": "<?php $code == ‹16388› ?><script>if (code === ‹4099› && <?= $x ?>) {}</script>\n",
    "braces that are no hole": "<script>const s = {{a: 1}};</script>\n<script>if (code === ‹4099›) {{f()}}</script>\n",
}
HTML_SILENT = {
    "a script that never ends and so never runs": "<script>if (code === 4099) {}\n",
    "prose": "<p>code === 16388, error 16451</p><pre>if (code === 16388) {}</pre>\n",
    "data": '<script type="application/json">{"code": 16388}</script>\n',
    "other types": (
        '<script type="importmap">{"code": 16388}</script>'
        '<script type="text/x-template"><a code="16388"></a></script>\n'
    ),
    "source": '<script src="x.js">if (code === 16388) {}</script>\n',
    "comment": "<!-- <script>if (code === 16388) {}</script> -->\n",
    "text fields": (
        "<textarea><script>if (code === 16388) {}</script></textarea>"
        "<title><script>if (code === 16388) {}</script></title>\n"
    ),
    "style": "<style>a { width: 16388px; code: 16388 }</style>\n",
    "attributes": '<input code="16388" value="code === 16388" data-code="16388" href="?code=16388">\n',
    "Jinja's own": "{% if room == 16388 %}{{ size == 16388 }}{# code == 16388 #}{% endif %}\n",
    "size": "<script>const size = 4096; new ArrayBuffer(65535)</script>\n",
}
VUE = {
    "script": "<script>\nexport default { a() { return code === ‹4099›; } };\n</script>\n",
    "setup": '<script setup lang="ts">\nconst a = (e as RtcError).getCode() === ‹4099›;\n</script>\n',
    "template": (
        "<template>\n  <p v-if=\"code === ‹4099›\" :title=\"code === ‹16388› ? '错' : 'b'\">\n"
        "    {{ code === ‹0x4043› ? 'a' : 'b' }} 错误 {{ x }}{{ { a: code === ‹4098› } }}\n  </p>\n"
        '  <p @click="code = ‹4099›; f()" v-else-if="code<‹TRT002:\'16388\'›" />\n</template>\n'
    ).replace("code<‹TRT002:'16388'›", "x"),
    "beside what is shown as it is": (
        "<template><p v-pre>{{ a }}</p><p>{{ code === ‹4099› }}</p><p a='v-pre'>{{ code === ‹4099› }}</p></template>\n"
    ),
    "bound values": (
        '<template><Failure :code="‹4099›" v-bind:error-code="‹16388›" :size="4099" :x="16388" /></template>\n'
    ),
    "what is looped over": (
        '<template><p v-for="c in [‹16388›, ‹4099›]" :key="c" /><p v-for="(n, i) of [16388, 80]" /></template>\n'
    ),
    "pug": (
        '<template lang="pug">\np(v-if="code === ‹4099›" :code="‹16388›" :size="4099") {{ code === ‹4099› }}\n'
        '  button(@click="f(e.getCode() === ‹16388›)") 16388\n</template>\n<script>\nexport default {};\n</script>\n'
    ),
    "template in TypeScript": (
        '<template><p v-show="(e as RtcError).getCode() === ‹4099›" /></template>\n'
        '<script lang="ts">export default {};</script>\n'
    ),
}
VUE_SILENT = {
    "other blocks": '<i18n>{"code": 16388}</i18n>\n<docs>code === 16388</docs>\n<style>a{b:16388}</style>\n',
    "prose": '<template><p title="code === 16388">code === 16388</p></template>\n',
    "other templates": '<template lang="haml">%p{"v-if" => "code === 16388"}</template>\n',
    "comment": "<template><!-- {{ code === 16388 }} --></template>\n",
    "shown as it is": (
        '<template><p v-pre :title="code === 16388">{{ code === 16388 }}<b v-if="code === 16388" /></p>'
        "<br v-pre /></template>\n"
    ),
    "other languages": '<script lang="coffee">\nf() if code === 16388\n</script>\n',
}
MARKDOWN = {
    "js": "```js\nif (code === ‹4099›) {}\n```\n",
    "attributes": '```js {1,3} title="x"\nif (code === ‹4099›) {}\n```\n',
    "braces": "``` {.JavaScript .x}\nif (code === ‹4099›) {}\n```\n",
    "tildes": "~~~~ts\n~~~\n```\nconst a = code as number === ‹4099›;\n~~~~\n",
    "no end": "```js\nif (code === ‹4099›) {}",
    "in a list": "1. 错误\n\n   ```python\n   if code == ‹4099›:\n       pass\n   ```\n- ```js\n  if (code === ‹4099›) {}\n  ```\n",
    "quoted": "> ```tsx\n> const a = <A code={‹4099›} />;\n>\n> f(code === ‹4099›);\n> ```\n",
    "html": "```html\n<script>\n  if (code === ‹4099›) {}\n</script>\n```\n",
    "vue": '> ```vue\n> <template><p v-if="code === ‹4099›" /></template>\n> ```\n',
    "JavaScript in Python": "```py\npage.evaluate('''() => {\n  if (code === ‹4099›) f(); }''')\n```\n",
    "after a longer fence": "````md\n```js\ncode === 16388\n```\n````\n```js\nif (code === ‹4099›) {}\n```\n",
}
MARKDOWN_OF_TWO = (
    "```js\nclient.join().catch((e) => e.getCode() === ‹0x4004›);\n```\n"
    "```js\nimport TRTC from 'trtc-sdk-v5';\n"
    "TRTC.create().enterRoom({}).catch((e) => e.code === ‹5400› || e.port === 16388);\n```\n"
)
"""What is moved from v4 to v5, before and after."""
MARKDOWN_SILENT = {
    "prose": "if (code === 16388) `code === 16388`\n\n    if (code === 16388) {}\n",
    "other languages": '```\ncode === 16388\n```\n```json\n{"code": 16388}\n```\n```bash\n[ code == 16388 ]\n```\n',
    "inline": "``` js code === 16388 ```\n",
    "quotation ends": "> ```js\ncode === 16388\n",
}


def check(text: str, path: str, before: str) -> None:
    plain, expected = unmarked(before + text)
    assert found(plain, path) == expected


@pytest.mark.parametrize("suffix", ["html", "htm", "j2", "html.jinja2", "jinja"])
@pytest.mark.parametrize("case", [*HTML, *HTML_SILENT])
def test_html(case: str, suffix: str) -> None:
    assert ("‹" in HTML.get(case, "")) is (case in HTML)
    check({**HTML, **HTML_SILENT}[case], f"page.{suffix}", SDK)


@pytest.mark.parametrize("case", [*VUE, *VUE_SILENT])
def test_vue(case: str) -> None:
    check({**VUE, **VUE_SILENT}[case], "app.vue", "<!-- TRTC -->\n")


@pytest.mark.parametrize("case", [*MARKDOWN, *MARKDOWN_SILENT])
def test_markdown(case: str) -> None:
    check({**MARKDOWN, **MARKDOWN_SILENT}[case], "README.md", "# TRTC\n\n")


def test_a_document_shows_both_generations() -> None:
    check(MARKDOWN_OF_TWO, "README.md", "# `trtc-js-sdk` to `trtc-sdk-v5`\n\n")


def test_a_page_without_the_sdk() -> None:
    assert found("<script>if (code === 4099) {}</script>", "page.html") == []


PLAIN = {
    name: text
    for name, text in {**HTML, **HTML_SILENT}.items()
    if not any(mark in text for mark in ("{%", "<%", "<?", "{{"))
}


@pytest.mark.parametrize("case", PLAIN)
def test_page_in_a_string(case: str) -> None:
    text = PLAIN[case]
    page = text.replace("\\", "\\\\").replace('"', '\\"')
    check(f'render_template_string("""<body>\n{page}</body>""")\n', "app.py", "import trtc\n")


def cells(*sources: str | list[str], kind: str = "code", kernel: str = "python") -> str:
    """A notebook, its Chinese as it is."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": kind, "metadata": {"source": "code == 16388"}, "source": source,
                 "outputs": [{"text": ["code == 16388"]}]}
                for source in sources
            ],
            "metadata": {"kernelspec": {"language": kernel}, "trtc": 1},
        },
        ensure_ascii=False, indent=1,
    )  # fmt: skip


NOTEBOOK = {
    "python": cells(["# 错\n", "if code == ‹4099›:\n", "    pass"]),
    "one string": cells('a = "错"\nb = code == ‹4099›\n'),
    "escapes": cells('a = "\\u9519 \U0001f642 \\" \t", code == ‹4099›\n'),
    "for the shell": cells(
        "%matplotlib inline\n!pip install x\nx = !ls 16388\nx?\nb = code == ‹4099›\n"
    ),
    "timed": cells("%%time\nb = code == ‹4099›\n"),
    "script": cells(
        ["%%js\n", "if (code === ‹4099›) {}"], ["%%javascript\n", "f(code === ‹4098›)"]
    ),
    "page": cells("%%html\n<script>\nif (code === ‹4099›) {}</script>"),
    "displayed": cells("HTML('<script>if (code === ‹4099›) {}</script>')"),
    "Deno": cells("const a: number = code === ‹4099› ? 1 : 2;", kernel="").replace(
        '"language": ""', '"name": "deno"'
    ),
    "IJavascript": cells("const a = code === ‹4099› ? 1 : 2;", kernel="").replace(
        '"language": ""', '"name": "jslab", "display_name": "JavaScript"'
    ),
    "a cell's own language": cells("const a = code === ‹4099› ? 1 : 2;").replace(
        '"source": "code == 16388"', '"vscode": {"languageId": "javascript"}'
    ),
    "a cell of several kernels": cells("#!javascript\nif (code === ‹4099›) {}", kernel="C#"),
    "another kernel": cells("const a: number = code === ‹4099› ? 1 : 2;", kernel="typescript"),
}
NOTEBOOK_SILENT = {
    "prose": cells("code == 16388\n\n```python\ncode == 16388\n```", kind="markdown"),
    "raw": cells("code == 16388", kind="raw"),
    "shell": cells("%%bash\n[ code == 16388 ]"),
    "R": cells("code == 16388", kernel="R"),
    "C#": cells("#!csharp\nif (code == 16388) {}", kernel="C#"),
    "a cell in SQL": cells("code == 16388").replace(
        '"source": "code == 16388"\n', '"dotnet_interactive": {"language": "sql"}\n'
    ),
    "empty": cells("", []),
}


@pytest.mark.parametrize("case", [*NOTEBOOK, *NOTEBOOK_SILENT])
def test_notebook(case: str) -> None:
    assert ("‹" in NOTEBOOK.get(case, "")) is (case in NOTEBOOK)
    check({**NOTEBOOK, **NOTEBOOK_SILENT}[case], "calls.ipynb", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "TRTC 16388 {",
            "not a notebook: it is not JSON (Expecting value: line 1 column 1 (char 0)); save it again",
        ),
        ('{"a": "TRTC 16388"}', "not a notebook of format 4: it has no cells; convert it"),
        ('["TRTC 16388"]', "not a notebook of format 4: it has no cells; convert it"),
        (
            '{"cells": [16388], "a": "TRTC"}',
            "not a notebook of format 4: it has no cells; convert it",
        ),
    ],
)
def test_not_a_notebook(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        scan(Source("a.ipynb", text.encode()), Options())
    assert str(caught.value) == message


@pytest.mark.parametrize("first", ['[1, {"source": "code == 16388"}]', '{"a": {"source": "b"}}'])
def test_of_two_lists_of_cells_the_last_is_read(first: str) -> None:
    text = cells("b = code == ‹4099›\n").replace("{", f'{{"cells": {first},', 1)
    check(text, "a.ipynb", "")


SAMPLES = [
    text.encode()
    for table in (HTML, HTML_SILENT, VUE, VUE_SILENT, MARKDOWN, MARKDOWN_SILENT, NOTEBOOK)
    for text in table.values()
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sample, or two, with something cut out or put in."""
    text = draw(st.sampled_from(SAMPLES)) + draw(st.sampled_from([b"", *SAMPLES]))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 9)))
        new = draw(st.sampled_from([b"", b"<", b">", b'"', b"'", b"{{", b"}}", b"{%", b"%}", b"`",
                                    b"<!--", b"</script>", b"\r", b"&amp;", b"\xc3\x28", b"\\"]))  # fmt: skip
        text = text[:start] + new + text[end:]
    return text


def read(text: bytes) -> list[Text]:
    """The code of a text, read as each kind of document."""
    code = []
    for path in ("a.html", "a.vue", "a.md", "a.ipynb"):
        with contextlib.suppress(SourceError):
            code += Document(Source(path, text)).code()
    return code


@settings(deadline=None, max_examples=300)
@given(mutated())
def test_every_map_leads_to_the_same_bytes(text: bytes) -> None:
    # A block of raw text that is cut through ends elsewhere for a script than for its page.
    assume(text.count(b"{% raw %}") == text.count(b"{% endraw %}"))
    for code in read(text):
        for piece in code.map.pieces:
            inner = code.utf8[piece.inner : piece.inner + piece.length]
            outer = text[piece.outer : piece.outer + piece.length]
            filled = neutral(text, script=True)[piece.outer : piece.outer + piece.length]
            assert len(inner) == len(outer)
            shell = code.host == "json" and code.dialect == "python"
            assert shell or all(
                own in {there, without} or without in b" /*%"
                for own, there, without in zip(inner, outer, filled, strict=True)
            )


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60).map(lambda data: b"<script>" + data + b"{{ x }}{% y %}</script>"))
def test_neutral_text_is_as_long(text: bytes) -> None:
    for script in (False, True):
        made = neutral(text, script=script)
        assert len(made) == len(text)
        assert [at for at, byte in enumerate(made) if byte == 10] == [
            at for at, byte in enumerate(text) if byte == 10
        ]
