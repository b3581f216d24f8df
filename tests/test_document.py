"""The texts of a file: which there are, and that each is taken apart and parsed once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from flake8_trtc.api import check_text, fix_text
from flake8_trtc.config.options import Options
from flake8_trtc.languages import html, markdown, notebook
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.javascript import grammar as javascript
from flake8_trtc.languages.python import embedded
from flake8_trtc.languages.python import grammar as python
from flake8_trtc.model import Dialect
from flake8_trtc.source import Source

PAGE = """<!-- TRTC -->
<script src="trtc.js"></script>
<script>function f(e) { return e.getCode() === 16388; } // eslint-disable-line no-magic-numbers
</script>
<script type="module">import t from 'trtc-js-sdk';
t.on(e => e.getCode() === 0x4043 && {{ a }}); // trtc: ignore[TRT001]</script>
<script>g(e => { if (e.getCode() === '16451') e.code; }); // trtc: ignore[TRT999]</script>
<a onclick="if (code === 4099) {}">x</a>
"""
STRINGS = '''import trtc

def view(e, name):
    """Not 16388. trtc: ignore"""
    if e.get_code() == 16389:  # trtc: ignore[TRT001]
        return 16388, trtc  # noqa
    return f"""<html><body onload="start({name})"><script>
    // trtc: ignore-next-line[TRT001]
    if (e.getCode() === 16388) {{ start("code === 0x4043"); }}
    function g(e) {{ return e.getCode() === 16451 || e.getCode() === '16451'; }}
    </script></html>"""

page.evaluate('(e) => { return e.getCode() === 16400; }')
'''
NOTEBOOK = json.dumps(
    {
        "cells": [
            {
                "cell_type": "code",
                "source": [
                    "import trtc\n",
                    "x = error.get_code() == 16388  # trtc: ignore[TRT1]\n",
                    "page.evaluate('(e) => { return e.getCode() === 16451; }')\n",
                    "y = error.get_code() == '16388'\n",
                ],
            },
            {
                "cell_type": "code",
                "source": "%%js\nfunction f(e) { return e.getCode() === 16389; }",
            },
            {
                "cell_type": "code",
                "source": "%%html\n<script>function h(e) { return e.getCode() === 16391; }</script>\n"
                "<!-- trtc: ignore-next-line --><a onclick='f(code === 16388)'>",
            },
        ]
    }
)
VUE = """<script setup>
import TRTC from 'trtc-js-sdk';
const f = e => e.getCode() === 16388; // trtc: ignore[TRT001]
const g = e => e.getCode() === 0x4043 || e.getCode() === '16388';
</script>
<template>
  <!-- trtc: ignore-next-line[TRT001] -->
  <p v-if="error.getCode() === 16388">{{ error.getCode() === 16451 ? 1 : 2 }}</p>
  <p :title="error.getCode() === 16389 ? 'a' : 'b'" />
</template>
"""
MARKDOWN = f"""# TRTC

```js
function f(e) {{ return e.getCode() === 16388 || e.getCode() === '16388'; }}
```

<!-- trtc: ignore[TRT001] -->

```html
{PAGE}```

> ```vue
{"".join(f"> {line}" for line in VUE.splitlines(keepends=True))}> ```

```python
{STRINGS}```
"""
FILES = {
    "page.html": PAGE,
    "view.py": STRINGS,
    "note.ipynb": NOTEBOOK,
    "App.vue": VUE,
    "guide.md": MARKDOWN,
}
EVERY = Options(extend_select=("TRT9",))
RUNS: dict[str, tuple[Callable[[str, bytes], object], int]] = {
    "check": (lambda path, data: check_text(path, data, Options()), 1),
    "every rule": (lambda path, data: check_text(path, data, EVERY), 1),
    "check with the fixes": (
        lambda path, data: check_text(path, data, Options(), replacements=True),
        2,
    ),
    "fix": (lambda path, data: fix_text(path, data, Options()), 2),
    "fix with comments": (lambda path, data: fix_text(path, data, EVERY, ("TRT",)), 9),
}
"""What is done with a file, and how many versions of it there are at most.

Where one comment can't be proved, each is tried by itself.
"""


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[object, ...]]:
    """How often each text is parsed and taken apart, and how many documents there are."""
    counts: Counter[tuple[object, ...]] = Counter()

    def count(owner: object, name: str, key: Callable[..., tuple[object, ...]]) -> None:
        real = getattr(owner, name)

        def counting(*arguments: Any) -> object:
            counts[(name, *key(*arguments))] += 1
            return real(*arguments)

        monkeypatch.setattr(owner, name, counting)

    parse, version = Document.parse, b""

    def parsing(document: Document, utf8: bytes, dialect: Dialect) -> object:
        nonlocal version
        version = document.source.utf8
        return parse(document, utf8, dialect)

    monkeypatch.setattr(Document, "parse", parsing)
    for grammar, name, told in (
        (python, "parse_python", "python"),
        (javascript, "parse_script", "js"),
        (html, "parse_html", "html"),
    ):
        count(grammar, name, lambda utf8, *_, told=told: (version, told, utf8))
    for module, name in (
        (html, "html_parts"),
        (html, "vue_parts"),
        (markdown, "fences"),
        (notebook, "cells"),
    ):
        count(module, name, lambda utf8, *_: (utf8,))
    count(embedded, "string_parts", lambda whole, utf8, _: (whole.start_byte, utf8))
    count(Document, "__init__", lambda _, source: (source.utf8,))
    return counts


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("path", FILES)
def test_each_text_is_taken_apart_once_and_parsed_once(
    path: str, run: str, seen: Counter[tuple[object, ...]]
) -> None:
    work, versions = RUNS[run]
    work(f"/somewhere/{path}", FILES[path].encode())
    documents = {key: count for key, count in seen.items() if key[0] == "__init__"}
    assert 1 <= len(documents) <= versions
    assert set(documents.values()) == {1}
    parsed = {key: count for key, count in seen.items() if str(key[0]).startswith("parse_")}
    assert set(parsed.values()) == {1}
    if versions <= 2:  # what did not change is not parsed again
        assert set(Counter(key[2:] for key in parsed).values()) == {1}
    # A text that is the same in two versions of the file is taken apart in each.
    assert max(seen.values()) <= len(documents)


def test_nothing_is_parsed_that_holds_no_candidate(seen: Counter[tuple[object, ...]]) -> None:
    """A page of three scripts with one code parses two of the four texts: itself and that one."""
    text = (
        "<script>a()</script><script>b()</script><script>if (code === 16388) a()</script><p id=1>\n"
    )
    check_text("page.html", text.encode(), Options())
    assert [key[2:] for key in seen if str(key[0]).startswith("parse_")] == [
        ("html", text.encode()),
        ("js", b"if (code === 16388) a()"),
    ]
    seen.clear()
    fence = (
        "```html\n<script>a()</script>\n```\n```js\nb()\n```\n```py\nif code == 16388: pass\n```\n"
    )
    check_text("trtc.md", fence.encode(), Options())
    assert [key[2:] for key in seen if str(key[0]).startswith("parse_")] == [
        ("python", b"if code == 16388: pass\n")
    ]


def tree(text: Text, parts: Callable[[Text], tuple[Text, ...]]) -> list[object]:
    """A text's dialect, role and host, and the same of the texts in it."""
    return [(text.dialect, text.role, text.host), *(tree(part, parts) for part in parts(text))]


def test_texts_inside_texts_inside_texts() -> None:
    source = """```python
HTML('''<a onclick="g('&quot;')">''')
page.evaluate("(e) => e.getCode()")
```
> ```html
> <script type=module>a</script><a href="javascript:b">
> ```
"""
    document = Document(Source("a.md", source.encode()))

    def parts(text: Text) -> tuple[Text, ...]:
        if text.dialect != "python":
            return text.parts
        spans = [text.tree.root_node.descendant_for_byte_range(at, at) for at in (9, 53)]
        return tuple(text.strings(node for node in spans if node is not None))

    assert tree(document.root, parts) == [
        ("markdown", "module", ""),
        [
            ("python", "module", ""),
            [("html", "module", "string"), [("js", "handler", "string")]],
            [("string", "module", "string"), [("js", "evaluated", "string")]],
        ],
        [
            ("html", "module", ""),
            [("js", "module", "")],
            [("js", "handler", "html-attribute")],
        ],
    ]
    assert [text.number for text in document.texts] == list(range(len(document.texts)))
    for text in document.texts:
        for inner, outer, length in text.map.pieces:
            assert text.utf8[inner : inner + length] == document.root.utf8[outer : outer + length]


def test_a_revised_document_is_another_one() -> None:
    document = Document(Source("a.html", b"\n<script>a</script>", bom=True))
    (script,) = document.code()
    draft = script.revised(b"b")
    assert (draft.number, draft.role, draft.utf8) == (1, "script", b"b")
    tree = draft.tree
    new = document.revised(b"<script>b</script>")
    assert new.source.bom
    (script,) = new.code()
    assert script.tree is tree
    assert document.root.utf8 == b"\n<script>a</script>"


def test_the_module_around_a_string_counts_in_a_cell_as_in_a_file() -> None:
    module = (
        "import liteav\nPAGE = '''<p>TRTC</p><script>if (e.getCode() === 16388) f();</script>'''\n"
    )
    v4 = "import flake8_trtc\n"
    cells = [{"cell_type": "code", "source": source} for source in (v4, module)]
    notebook = json.dumps({"cells": cells}).encode()
    fences = "".join(f"```python\n{source}```\n" for source in (v4, module)).encode()
    for path, data in (("a.py", module.encode()), ("a.ipynb", notebook), ("a.md", fences)):
        assert check_text(path, data, Options()) == ()


def test_a_comment_in_a_page_of_a_cell_silences_between_braces() -> None:
    page = "%%html\n<p>TRTC</p><script>if (e.getCode() === 16388 /* trtc: ignore */) {{ f(); }}</script>"
    source = page.replace("if (", "{{ if (").replace("</script>", "}}</script>")
    notebook = json.dumps({"cells": [{"cell_type": "code", "source": source}]})
    plain = notebook.replace(" /* trtc: ignore */", "")
    assert len(check_text("a.ipynb", plain.encode(), Options())) == 1
    assert check_text("a.ipynb", notebook.encode(), Options()) == ()
