"""Files put together at random for tests/fuzz.py; each is made of its name alone."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import test_detection as detection
import test_javascript as javascript
import test_pages as pages
from marked import unmarked
from snippets import SNIPPETS
from test_embedded import CALLS, KINDS

ROOT = Path(__file__).parent.parent
SUFFIXES = ("py", "py", "py", "js", "ts", "tsx", "vue", "html", "jinja", "md", "ipynb")
_TOKEN = re.compile(r"\\.|\w+|\s+|\{\{|\}\}|===|=>|[^\w\s]", re.DOTALL)
_ODD = (
    *"{}()[];:,.=<>/*'\"`$%#\\\n\r\t\f 0n-@&|?!",
    *("{{", "}}", "${", "{%", "%}", "{#", "#}", "{{ x }}", "{x!r:>4}", "%(x)s", "<%", "%>", "$x"),
    *(
        "'''",
        '"""',
        'f"',
        "r'",
        "b'''",
        "//",
        "/*",
        "*/",
        "<!--",
        "-->",
        "#!",
        "=>",
        "\r\n",
        "\\\n",
    ),
    *(
        "\\n",
        "\\x34",
        "\\u0034",
        "\\N{BULLET}",
        "\\101",
        "\\",
        "\\u{1F600}",
        "\\0",
        "&quot;",
        "&#52;",
    ),
    *(
        "错误",
        "\N{GRINNING FACE}",
        "e\u0301",
        "\u2028",
        "\u200b",
        "\ufeff",
        "\x85",
        "\x0b",
        "\x0c",
        "\x1c",
    ),
    *("16388", "0x4043", "0X404B", "0o40004", "16_388", "16388n", "'16388'", "4099", "-100013"),
    *("16388.0", "016388", "65535", "16386", "1e4", "0x", "9" * 5000, "ErrorCode", "TrtcErrorCode"),
    *("ErrorCode.JOIN_ROOM_FAILED", "ErrorCode.JOIN_ROOM_FAILD", "const ErrorCode = {", "trtc"),
    *("Object.freeze({ JOIN_ROOM_FAILED: 0x4004 })", "import ", "export ", "'use strict'", "enum "),
    *(
        "from flake8_trtc import ErrorCode\n",
        "from __future__ import annotations\n",
        "import *",
        "if ",
    ),
    *("class A:\n", "def f(code=16388):", "lambda code: ", "async ", "await ", "yield ", "return "),
    *(
        "match code:\n case 16388: pass\n",
        "case 16388:",
        "switch (e.getCode()) {",
        "</script>",
        "<script>",
    ),
    *(
        "<script setup lang=ts>",
        "<template>",
        "</template>",
        '@click="code === 16388"',
        "```",
        "```js\n",
    ),
    *("e.getCode() === 16388", "code == 16388", "[16388].includes(code)", "code in (16388, 16451)"),
    *(
        "# noqa",
        "# noqa: TRT001",
        "// trtc: ignore",
        "# trtc: ignore[TRT001]",
        "// trtc: ignore-start",
    ),
    *("# coding: gbk\n", "%%javascript\n", "%matplotlib\n", "!ls\n", "/* js */", "<!-- html -->"),
    *(
        "// eslint-disable-next-line no-magic-numbers\n",
        "as const",
        " satisfies ",
        "declare ",
        "<A b={",
    ),
)
_BYTES = (
    b"\0",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xff",
    b"\xc3",
    b"\x1a",
    b"\r",
    b"\xe9",
    b"\x80",
)


class Example(NamedTuple):
    """A file that there could be; setting: which of fuzz.SETTINGS it is looked at with."""

    path: str
    data: bytes
    setting: int


@cache
def _scripts() -> tuple[str, ...]:
    found = (*javascript.FOUND.values(), *javascript.SILENT.values())
    return (*SNIPPETS.values(), *(unmarked(text)[0] for text in found))


@cache
def _modules() -> tuple[str, ...]:
    found = (*detection.FOUND.values(), *detection.SILENT.values())
    return tuple(unmarked(text)[0] for text in found)


@cache
def _pages(suffix: str) -> tuple[str, ...]:
    tables = {
        "vue": (pages.VUE, pages.VUE_SILENT),
        "md": (pages.MARKDOWN, pages.MARKDOWN_SILENT),
    }.get(suffix, (pages.HTML, pages.HTML_SILENT))
    return tuple(unmarked(text)[0] for table in tables for text in table.values())


@cache
def _real(suffix: str) -> tuple[str, ...]:
    """The files of examples/ and docs/examples/, and the READMEs."""
    suffixes = {"jinja": ("html",), "tsx": ("ts", "tsx")}.get(suffix, (suffix,))
    files = [
        path
        for folder in (ROOT / "examples", ROOT / "docs" / "examples")
        for path in sorted(folder.rglob("*"))
        if path.suffix[1:] in suffixes and path.stat().st_size
    ]
    if suffix == "md":
        files += sorted(ROOT.glob("*.md"))
    return tuple(path.read_text(encoding="utf-8") for path in files)


def example(name: str) -> Example:
    """The example of a name: always the same."""
    pick = random.Random(name)
    suffix = pick.choice(SUFFIXES)
    real = _real(suffix)
    if real and pick.random() < 0.15:
        lines = pick.choice(real).splitlines(keepends=True)
        start = pick.randrange(len(lines))
        text = "".join(
            lines[start : start + pick.randint(5, 60)] if pick.random() < 0.8 else lines[:200]
        )
    else:
        text = _FILES[suffix](pick)
    if pick.random() < 0.85:
        text = mutated(pick, text, pick.choice((1, 1, 1, 2, 3, 5, 8)))
    if (newline := pick.random()) < 0.2:
        text = text.replace("\n", "\r\n" if newline < 0.15 else "\r")
    data = text.encode("utf-8", "surrogatepass")
    if pick.random() < 0.05:
        at = pick.choice((0, 0, pick.randint(0, len(data))))
        data = data[:at] + pick.choice(_BYTES) + data[at:]
    stem = "page" if pick.random() < 0.3 else "trtc_page"
    return Example(f"/somewhere/{stem}.{suffix}", data, pick.choice((0, 0, 0, 1, 2, 3)))


def mutated(pick: random.Random, text: str, times: int) -> str:
    """A text with tokens or characters put in, taken out, doubled, swapped or moved."""
    tokens = _TOKEN.findall(text)
    for _ in range(times):
        at = pick.randint(0, len(tokens))
        match pick.randrange(8):
            case 0 | 1:
                tokens.insert(at, pick.choice(_ODD))
            case 2:
                del tokens[at : at + pick.choice((1, 1, 2, 6))]
            case 3:
                tokens[at:at] = tokens[at : at + pick.randint(1, 8)]
            case 4 if at < len(tokens):
                other = pick.randrange(len(tokens))
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 5 if at < len(tokens):
                tokens[at] = pick.choice(_ODD)
            case 6 if at < len(tokens):
                cut = pick.randint(0, len(tokens[at]))
                tokens[at] = tokens[at][:cut] + pick.choice((*_ODD, "")) + tokens[at][cut + 1 :]
            case _:
                start = pick.randint(0, len(tokens))
                tokens[at:at] = tokens[start : start + pick.randint(1, 20)]
    return "".join(tokens)


def _script(pick: random.Random) -> str:
    text = "".join(pick.choices(_scripts(), k=pick.choice((1, 1, 2))))
    if pick.random() < 0.5:
        text = mutated(pick, text, pick.randint(1, 4))
    elif pick.random() < 0.1:
        text = "".join(pick.choices(_ODD, k=pick.randint(1, 12)))
    if pick.random() < 0.2:
        text = "const client = TRTC.createClient();\n" + text
    return text


def _module(pick: random.Random) -> str:
    parts = ["import trtc\n"] if pick.random() < 0.7 else []
    for _ in range(pick.randint(1, 3)):
        if pick.random() < 0.4:
            parts.append(pick.choice(_modules()))
            continue
        inside = _page(pick, "html") if pick.random() < 0.15 else _script(pick)
        written = KINDS[pick.choice([*KINDS])](inside)
        call = pick.choice((*CALLS.values(), "x = {}\n", "def f(x):\n    return {}\n", "f(x={})\n"))
        parts.append(call.replace("{}", written))
    return "".join(parts)


def _page(pick: random.Random, suffix: str) -> str:
    if pick.random() < 0.5:
        return pick.choice(_pages(suffix))
    kind = pick.choice(
        ("", "", " type=module", " setup", " lang=ts", ' type="text/babel"', " setup lang=ts")
    )
    handler = _script(pick).replace('"', "&quot;") if pick.random() < 0.3 else "code === 16388"
    body = f'<button onclick="{handler}" @click="code === 0x4043">错 {{{{ code === 16388 }}}}</button>\n'
    text = f"<script{kind}>\n{_script(pick)}</script>\n"
    if pick.random() < 0.3:
        text += f"<script>{_script(pick)}</script>\n"
    if suffix == "vue":
        return text + f"<template>\n{body}</template>\n"
    if suffix == "jinja" and pick.random() < 0.5:
        text = "{% if trtc %}" + text + "{% endif %}{# 16388 #}"
    return '<script src="js/trtc.js"></script>\n' + body + text


def _document(pick: random.Random) -> str:
    if pick.random() < 0.3:
        return pick.choice(_pages("md"))
    text = "# TRTC\n\n"
    for _ in range(pick.randint(1, 3)):
        language = pick.choice(("js", "ts", "tsx", "vue", "html", "python", "text", "js {1,3}"))
        make = {"vue": _FILES["vue"], "html": _FILES["html"], "python": _module}.get(
            language, _script
        )
        indent = pick.choice(("", "", "", "  ", "> ", "- "))
        fence = pick.choice(("```", "~~~", "````"))
        lines = f"{fence}{language}\n{make(pick)}{fence}\n".splitlines(keepends=True)
        text += "".join(indent + line for line in lines) + "\n16388 错\n"
    return text


def _notebook(pick: random.Random) -> str:
    cells: list[dict[str, object]] = []
    for _ in range(pick.randint(1, 3)):
        code = pick.choice(("", "%%javascript\n", "%%html\n"))
        code += _page(pick, "html") if "html" in code else _script(pick) if code else _module(pick)
        source: object = code if pick.random() < 0.3 else code.splitlines(keepends=True)
        kind = pick.choice(("code", "code", "code", "markdown"))
        cells.append({"cell_type": kind, "metadata": {}, "outputs": [], "source": source})
    shown = {"cells": cells, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4}
    return json.dumps(shown, indent=pick.choice((None, 1)), ensure_ascii=pick.random() < 0.5)


_FILES: dict[str, Callable[[random.Random], str]] = {
    "py": _module,
    **dict.fromkeys(("js", "ts", "tsx"), _script),
    "vue": partial(_page, suffix="vue"),
    "html": partial(_page, suffix="html"),
    "jinja": partial(_page, suffix="jinja"),
    "md": _document,
    "ipynb": _notebook,
}
