"""`trtc: ignore` comments: what they silence, in every language, and when they are of no use."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from marked import found, messages, unmarked

from flake8_trtc.cli.commands.check import check_path
from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source

PYTHON = {
    "its own line": "a = code == 16388  # trtc: ignore\nb = code == ‹16389›\n",
    "one code": "a = code == ‹TRT102:16386›  # trtc: ignore[TRT001]\n",
    "two codes": "a = code == 16386  # trtc: ignore[TRT001, TRT102]\n",
    "a prefix": "a = code == ‹16386›  # trtc: ignore[TRT1]\n",
    "another code": "a = code == ‹16388›  # trtc: ignore[TRT004]\n",
    "after another comment": "a = code == 16388  # why  # trtc: ignore[TRT001] because\n",
    "tight": "a = code == 16388  #trtc:ignore[TRT001]\n",
    "the line above": "# trtc: ignore\na = code == ‹16388›\n",
    "next line": "# trtc: ignore-next-line\na = code == 16388\nb = code == ‹16389›\n",
    "from start to end": (
        "a = code == ‹16388›\n# trtc: ignore-start[TRT001]\nb = code == 16388\n\n"
        "c = code == 16389\n# trtc: ignore-end\nd = code == ‹16388›\n"
    ),
    "start without end": "# trtc: ignore-start\na = code == 16388\n\nb = code == 16389\n",
    "two ranges": (
        "# trtc: ignore-start\na = code == 16388\n# trtc: ignore-end\nb = code == ‹16388›\n"
        "# trtc: ignore-start\nc = code == 16388\n# trtc: ignore-end\n"
    ),
    "the file": "a = code == 16388\n# trtc: ignore-file\nb = code == 16389\n",
    "the file, one code": "a = code == ‹TRT102:16386›\n# trtc: ignore-file[TRT001]\n",
    "the number's line": "a = code in (\n    16388,  # trtc: ignore\n    ‹16389›,\n)\n",
    "a bracket's end": "a = code in (\n    ‹16388›,\n)  # trtc: ignore\n",
    "other words": "a = code == ‹16388›  # trtc: ignored\nb = code == ‹16389›  # trtc: ignore-all\n",
    "written about": "a = code == ‹16388›  # see `# trtc: ignore-file`\n",
    "in a string": "a = code == ‹16388›, '# trtc: ignore-file'\n",
    "around a snippet": 'page.evaluate("() => { if (e.getCode() === 16388) f() }")  # trtc: ignore\n',
    "in a snippet": (
        'page.evaluate("""() => {\n  if (e.getCode() === 16388) f(); // trtc: ignore\n'
        "  // trtc: ignore-next-line[TRT001]\n  if (e.getCode() === 16389) f();\n"
        '  if (e.getCode() === ‹16390›) f();\n}""")\n'
    ),
    "in a snippet on one line": (
        'page.evaluate("() => {\\n// trtc: ignore-next-line\\nif (e.getCode() === 16388) f();\\n'
        'if (e.getCode() === ‹16389›) f() }")\n'
    ),
    "in small letters": "a = code == 16388  # TRTC: Ignore[trt001]\n",
    "several on a line": "a = code == 16386  # trtc: ignore[TRT001]  # trtc: ignore[TRT102]\n",
    "an open bracket": "a = code == ‹16388›  # trtc: ignore[TRT001\n",
    "empty brackets": "a = code == ‹16388›  # trtc: ignore[]\n",
    "no brackets": "a = code == ‹16388›  # trtc: ignore TRT001\n",
    "a colon": "a = code == ‹16388›  # trtc: ignore: TRT001\n",
    "misspelt": "a = code == ‹16388›  # trtc: ingore\n",
    "in the middle of a string": "a = code == ‹16388›, 'see # trtc: ignore-file'\n",
    "in a docstring": '"""\n\n    # trtc: ignore-file\n"""\na = code == ‹16388›\n',
    "on lines of a string": "a = code == ‹16388›, '''\n# trtc: ignore-file\n'''\n",
    "in an f-string's hole": 'a = f"""{\n    code == 16388  # trtc: ignore\n}"""\n',
    "below a comment": (
        "# trtc: ignore-next-line\n# because\n#\na = code == 16388\nb = code == ‹16388›\n"
    ),
    "below an empty line": "# trtc: ignore-next-line\n\na = code == ‹16388›\n",
    "two for the next line": (
        "# trtc: ignore-next-line[TRT001]\n# trtc: ignore-next-line[TRT102]\na = code == 16386\n"
    ),
    "next line at the end": "a = code == ‹16388›\n# trtc: ignore-next-line",
    "an end without a start": "# trtc: ignore-end\na = code == ‹16388›\n",
    "starts in one another": (
        "# trtc: ignore-start[TRT001]\n# trtc: ignore-start[TRT102]\na = code == 16386\n"
        "# trtc: ignore-end\nb = code == ‹TRT001,TRT102:16386›\n"
    ),
    "a page in a string": (
        'page = """<html>\n<!-- trtc: ignore-next-line -->\n'
        "<script>if (e.getCode() === 16388) f();</script>\n"
        '<script>if (e.getCode() === ‹16388›) f();</script>\n"""\n'
    ),
    "a page in a string on one line": (
        'html = Markup(\'<!-- trtc: ignore-next-line -->\\n<b onclick="e.getCode() === 16388"></b>\\n'
        '<b onclick="e.getCode() === ‹16388›"></b>\')\n'
    ),
    "a template in a string": (
        'render_template_string("""<script>\n{# trtc: ignore-next-line #}\n'
        'if (e.getCode() === 16388) f({{ a }});\nif (e.getCode() === ‹16388›) f();\n</script>""")\n'
    ),
    "a string in pieces": (
        'page.evaluate("() => {"\n  "if (e.getCode() === 16388) f() // trtc: ignore\\n"\n'
        '  "if (e.getCode() === ‹16389›) f() }")\n'
    ),
    "the same string twice": (
        'page.evaluate("() => e.getCode() === 16388 // trtc: ignore\\n")\n'
        'page.evaluate("() => e.getCode() === 16388 // trtc: ignore\\n")\n'
        'page.evaluate("() => e.getCode() === ‹16388›")\n'
    ),
    "a snippet's comment about its Python": (
        'page.evaluate("() => e.getCode() === ‹16388› // # trtc-ignore\\n")\n'
    ),
    "a snippet's own file": (
        'page.evaluate("""() => {\n  // trtc: ignore-file\n  if (e.getCode() === 16388) f() }""")\n'
        "a = code == ‹16388›\n"
    ),
}
SCRIPT = {
    "its own line": "const a = e.getCode() === 16388; // trtc: ignore\n",
    "block comment": "const a = e.getCode() === 16388 /* trtc: ignore[TRT001] */ || b;\n",
    "next line": "// trtc: ignore-next-line\nconst a = e.getCode() === 16388;\n",
    "the file": "/* trtc: ignore-file */\nconst a = e.getCode() === 16388;\n",
    "in a string": "const a = e.getCode() === ‹16388› || ' // trtc: ignore';\n",
    "in a template": "const a = e.getCode() === ‹16388› || ` // trtc: ignore`;\n",
    "in a regular expression": "const a = e.getCode() === ‹16388› || / \\/\\/ trtc: ignore/.test(b);\n",
    "documentation": "/** trtc: ignore-next-line */\nconst a = e.getCode() === 16388;\n",
    "a comment of two lines": (
        "/* trtc: ignore-next-line\n   because */\nconst a = e.getCode() === 16388;\n"
    ),
    "above another tool's": (
        "// trtc: ignore-next-line\n// eslint-disable-next-line\nconst a = e.getCode() === 16388;\n"
    ),
    "start and end": (
        "/* trtc: ignore-start */\nconst a = e.getCode() === 16388;\n/* trtc: ignore-end */\n"
        "const b = e.getCode() === ‹16388›;\n"
    ),
    "Python's comment": "const a = e.getCode() === ‹16388›; # trtc: ignore\n",
}
JSX = {
    "an element's comment": (
        "{/* trtc: ignore-next-line */}\n  <b>{e.getCode() === 16388}</b>\n"
        "  <b>{e.getCode() === ‹16388›}</b>"
    ),
    "a comment on the line": "<b>{e.getCode() === 16388 /* trtc: ignore */}</b>",
    "text": "<b>{e.getCode() === ‹16388›} // trtc: ignore</b>",
}
PAGE = {
    "a page's comment": (
        '<!-- trtc: ignore-next-line -->\n<b onclick="f(e.getCode() === 16388)"></b>\n'
        '<b onclick="f(e.getCode() === ‹16388›)"></b>\n'
    ),
    "a script's comment": (
        "<script>\nf(e.getCode() === 16388); // trtc: ignore\nf(e.getCode() === ‹16388›);\n</script>\n"
    ),
    "one script's file": (
        "<script>\n// trtc: ignore-file\nf(e.getCode() === 16388);\n</script>\n"
        "<script>\nf(e.getCode() === ‹16388›);\n</script>\n"
    ),
    "the page's file": (
        "<!-- trtc: ignore-file -->\n<script>\nf(e.getCode() === 16388);\n</script>\n"
        '<b onclick="f(e.getCode() === 16388)"></b>\n'
    ),
    "a page's comment in a script's string": (
        "<script>\nconst s = ' <!-- trtc: ignore-file -->';\nf(e.getCode() === ‹16388›);\n</script>\n"
    ),
    "a page's comment in an attribute": (
        "<b title=' <!-- trtc: ignore-file -->' onclick=\"f(e.getCode() === ‹16388›)\"></b>\n"
    ),
    "the template's": (
        '{# trtc: ignore-next-line[TRT001] #}\n<b onclick="f(e.getCode() === 16388)">{{ a }}</b>\n'
        "<script>\n{#- trtc: ignore-start -#}\nf(e.getCode() === 16388);\n{# trtc: ignore-end #}\n"
        "f(e.getCode() === ‹16388›);\n</script>\n"
    ),
    "the template's, kept": (
        "{% raw %}{# trtc: ignore-file #}{% endraw %}\n"
        '<b onclick="f(e.getCode() === ‹16388›)"></b>\n'
    ),
}
VUE = {
    "the template's comment": (
        '<!-- trtc: ignore-next-line -->\n<b :key="e.getCode() === 16388">'
        "{{ e.getCode() === 16388 }}</b>\n<b>{{ e.getCode() === ‹16388› }}</b>"
    ),
    "an expression's": "<b>{{ e.getCode() === 16388 /* trtc: ignore */ }}</b>",
    "Jinja's": "{# trtc: ignore-file #}<b>{{ e.getCode() === ‹16388› }}</b>",
}
MARKDOWN = {
    "around a fence": (
        "<!-- trtc: ignore-start -->\n```js\ne.getCode() === 16388\n```\n<!-- trtc: ignore-end -->\n"
        "```js\ne.getCode() === ‹16388›\n```\n"
    ),
    "in a fence": (
        "> ```js\n> e.getCode() === 16388 // trtc: ignore\n> e.getCode() === ‹16388›\n> ```\n"
    ),
    "a fence's file": (
        "```js\n// trtc: ignore-file\ne.getCode() === 16388\n```\n"
        "```js\ne.getCode() === ‹16388›\n```\n"
    ),
    "a page in a fence": (
        "```html\n<!-- trtc: ignore-file -->\n<script>f(e.getCode() === 16388)</script>\n```\n"
        "```html\n<script>f(e.getCode() === ‹16388›)</script>\n```\n"
    ),
    "shown": (
        "Write `x <!-- trtc: ignore-file -->` or\n```\n<!-- trtc: ignore-file -->\n```\n"
        "```js\ne.getCode() === ‹16388›\n```\n"
    ),
    "Python in a fence": (
        "```python\na = code == 16388  # trtc: ignore\n"
        'page.evaluate("() => e.getCode() === 16388")  # trtc: ignore\n'
        'page.evaluate("() => e.getCode() === ‹16388›")\n```\n'
    ),
}
CELLS = {
    "a comment": "a = code == 16388  # trtc: ignore\nb = code == ‹16388›\n",
    "around a snippet": "page.evaluate('() => e.getCode() === 16388')  # trtc: ignore\n",
    "in a snippet": "page.evaluate('() => e.getCode() === 16388 /* trtc: ignore */')\n",
    "a page": "%%html\n<!-- trtc: ignore-next-line -->\n<b onclick='f(e.getCode() === 16388)'></b>\n",
    "a script": "%%js\n// trtc: ignore-next-line\nf(e.getCode() === 16388)\nf(e.getCode() === ‹16388›)\n",
}


def useless(text: str, path: str = "app.py", language: str = "en") -> list[str]:
    """Line, column and message of each TRT904 of a file."""
    options = Options(extend_select=("TRT9",), language=language)
    said = messages(text, path, options=options)
    return [
        line.replace("TRT904 this suppression is wrong: ", "") for line in said if "TRT904" in line
    ]


A = "a = code == 16388"
RETIRED = "a = code == 16386"
JS = "f(e.getCode() === 16388)"
USELESS = {
    A + "  # trtc: ignore\n": [],
    "错 = code == 16388  # trtc: ignore[TRT1]\n": ["1:20: it silences nothing"],
    "a = 1  # trtc: ignore\n": ["1:8: it silences nothing"],
    "a = 1  # why  # TRTC: IGNORE\n": ["1:15: it silences nothing"],
    "a = 1  # trtc: ignore-next-line\n": ["1:8: it silences nothing"],
    "a = 1  # trtc: ignore-file[TRT0]\n": ["1:8: it silences nothing"],
    "x = 1\n# trtc: ignore-start[TRT001]\n": ["2:1: it silences nothing"],
    A + "  # trtc: ignore[TRT904]\n": ["1:20: it silences nothing"],
    A + "  # trtc: ignore[TRT01]\n": ["1:20: there is no rule TRT01"],
    A + "  # trtc: ignore[TRT999]\n": ["1:20: there is no rule TRT999"],
    A + "  # trtc: ignore[TRT001,E501]\n": ["1:20: there is no rule E501"],
    A + "  # trtc: ignore[TRT001 TRT01 TRT12]\n": ["1:20: there is no rule TRT01, TRT12"],
    A + "  # trtc: ignore[TRT001, TRT102]\n": ["1:20: it silences nothing of TRT102"],
    RETIRED + "  # trtc: ignore[TRT001, TRT102]\n": [],
    RETIRED + "  # trtc: ignore[trt]\n": [],
    A + "  # trtc: ignore[]\n": ["1:20: its brackets name no rule"],
    A + "  # trtc: ignore[ , ]\n": ["1:20: its brackets name no rule"],
    A + "  # trtc: ignore[TRT001\n": ["1:20: its bracket is not closed"],
    A + "  # trtc: ignore TRT001\n": [
        "1:20: its codes stand outside brackets; write ignore[TRT001]"
    ],
    A + "  # trtc: ignore-next-line: trt102, TRT1\n": [
        "1:20: its codes stand outside brackets; write ignore-next-line[TRT102]"
    ],
    A + "  # trtc: ingore\n": ["1:20: ingore is not known; did you mean ignore?"],
    A + "  # trtc: ignore-nextline[TRT001]\n": [
        "1:20: ignore-nextline is not known; did you mean ignore-next-line?"
    ],
    A + "  # trtc: ignore-stop\n": ["1:20: ignore-stop is not known; did you mean ignore-start?"],
    A + "  # trtc: ignored by the back end\n": [],
    A + "  # trtc: the room is full\n": [],
    A + "  # trtc: error codes\n": [],
    "# trtc: ignore-end\n" + A + "\n": ["1:1: there is no ignore-start before it"],
    "# trtc: ignore-start\n" + A + "\n": [
        "1:1: there is no ignore-end after it, so it silences all the rest"
    ],
    "# trtc: ignore-start\n" + A + "\n# trtc: ignore-end\n# trtc: ignore-end\n": [
        "4:1: there is no ignore-start before it"
    ],
    "# trtc: ignore-start[TRT001]\n# trtc: ignore-start[TRT102]\n"
    + RETIRED
    + "\n# trtc: ignore-end": [],
    "'# trtc: ignore'\n'''\n# trtc: ignore\n<!-- trtc: ignore -->\n'''\n": [],
    f"page.evaluate('() => {JS} /* trtc: ignore */')\n": [],
    f'page.evaluate("""() => {{\n  // trtc: ignore-file[TRT001, TRT102]\n  {JS} }}""")\n': [
        "2:3: it silences nothing of TRT102"
    ],
    "page.evaluate('() => f() // trtc: ignore')\n": ["1:26: it silences nothing"],
    "HTMLResponse('<b>错</b> <!-- trtc: ignore --><b onclick=\"f()\"></b>')\n": [
        "1:24: it silences nothing"
    ],
}
USELESS_ELSEWHERE = {
    ("trtc.js", "// trtc: ignore\nf('// trtc: ignore');\n"): ["1:1: it silences nothing"],
    ("trtc.html", "<script>\nf(1); // trtc: ignore[TRT001]\n</script>\n<!-- trtc: ingore -->"): [
        "2:7: it silences nothing",
        "4:1: ingore is not known; did you mean ignore?",
    ],
    ("trtc.vue", "<template>\n<!-- trtc: ignore-end -->\n</template>\n"): [
        "2:1: there is no ignore-start before it"
    ],
    (
        "trtc.md",
        "`x <!-- trtc: ignore -->`\n<!-- trtc: ignore -->\n```js\nf() // trtc: ignore\n```\n",
    ): [
        "2:1: it silences nothing",
        "4:5: it silences nothing",
    ],
}
IN_CHINESE = {
    "a = 1  # trtc: ignore\n": "没有可屏蔽的问题",
    A + "  # trtc: ignore[TRT001,TRT102]\n": "没有可屏蔽的 TRT102 问题",
    A + "  # trtc: ignore[E501]\n": "没有规则 E501",
    A + "  # trtc: ignore[TRT01]\n": "没有规则 TRT01",
    A + "  # trtc: ignore[]\n": "方括号中没有规则",
    A + "  # trtc: ignore[TRT001\n": "方括号未闭合",
    A + "  # trtc: ignore TRT001\n": "规则应写在方括号中；请写成 ignore[TRT001]",
    A + "  # trtc: ingore\n": "无法识别 ingore；是否想写 ignore？",
    "a = 1  # trtc: ignore-end\n": "前面没有 ignore-start",
    "# trtc: ignore-start\n" + A + "\n": "后面没有 ignore-end，会屏蔽其后的全部问题",
}


NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
TRTC = "import TRTC from 'trtc-js-sdk';\n"
HOSTS = {
    "app.ts": (SCRIPT, TRTC, ""),
    "app.js": (SCRIPT, TRTC, ""),
    "app.jsx": (JSX, TRTC + "const a = e => <div>\n  ", "\n</div>;\n"),
    "app.tsx": (JSX, TRTC + "const a = e => <div>\n  ", "\n</div>;\n"),
    "trtc.html": (PAGE, "", ""),
    "trtc.j2": (PAGE, "", ""),
    "trtc.vue": (VUE, "<template>\n<div>\n", "\n</div>\n</template>\n"),
    "trtc.md": (MARKDOWN, "# trtc\n", ""),
}


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize("case", PYTHON)
def test_python(case: str, newline: str) -> None:
    plain, expected = unmarked("import trtc\n" + PYTHON[case])
    assert found(plain.replace("\n", NEWLINES[newline])) == expected


@pytest.mark.parametrize("newline", ["lf", "crlf"])
@pytest.mark.parametrize(
    ("path", "case"), [(path, case) for path in HOSTS for case in HOSTS[path][0]]
)
def test_hosts(path: str, case: str, newline: str) -> None:
    cases, before, after = HOSTS[path]
    plain, expected = unmarked(before + cases[case] + after)
    assert found(plain.replace("\n", NEWLINES[newline]), path) == expected


@pytest.mark.parametrize("case", CELLS)
def test_notebook(case: str) -> None:
    plain, expected = unmarked(CELLS[case])
    cell = {"cell_type": "code", "source": plain.splitlines(keepends=True)}
    trtc = {"cell_type": "code", "source": "import trtc  # trtc: nothing"}
    text = json.dumps({"cells": [trtc, cell], "metadata": {}, "nbformat": 4})
    assert len(found(text, "app.ipynb")) == len(expected)
    without = text.replace("trtc: ignore", "trtc: nothing")
    assert len(found(without, "app.ipynb")) > len(expected)


@pytest.mark.parametrize("text", USELESS)
def test_useless(text: str) -> None:
    assert useless("import trtc; " + text) == [
        line
        if not line.startswith("1:")
        else f"1:{int(line.split(':')[1]) + 13}:{line.split(':', 2)[2]}"
        for line in USELESS[text]
    ]


@pytest.mark.parametrize(("path", "text"), USELESS_ELSEWHERE)
def test_useless_elsewhere(path: str, text: str) -> None:
    assert useless(text, path) == USELESS_ELSEWHERE[path, text]


@pytest.mark.parametrize("text", IN_CHINESE)
def test_useless_in_chinese(text: str) -> None:
    (said,) = useless("import trtc\n" + text, language="zh")
    assert said.partition(": ")[2] == f"TRT904 此屏蔽注释有误：{IN_CHINESE[text]}"


def test_useless_is_asked_for() -> None:
    assert messages("a = 1  # trtc: ignore\n") == []


def test_a_rule_that_is_off_is_not_missed() -> None:
    """Nobody can know whether it would find something."""
    text = "import trtc\nif code == 16388:  # trtc: ignore[TRT001, TRT902]\n    pass\n"
    assert messages(text, options=Options(extend_select=("TRT904",))) == []
    assert useless(text) == ["2:20: it silences nothing of TRT902"]


DIRECTIVES = (
    "trtc: ignore", "trtc: ignore[TRT001]", "trtc: ignore[TRT1]", "trtc: ignore-next-line",
    "trtc: ignore-next-line[TRT102]", "trtc: ignore-start", "trtc: ignore-end", "trtc: ignore-file",
    "trtc: ignore[TRT001", "trtc: ingore", "why",
)  # fmt: skip
SHAPES = {
    "py": "import trtc\n# {0}\nif code == 16386:  # {1}\n    f()\n# {2}\nif code == 16388: g()\n",
    "evaluate.py": (
        'page.evaluate("""e => {{\n  // {0}\n  if (e.getCode() === 16386) f(); // {1}\n  /* {2} */\n'
        '  if (e.getCode() === 16388) g();\n}}""")  # {0}\n'
    ),
    "page.py": (
        'Markup("<!-- {0} -->\\n<script>\\nif (e.getCode() === 16386) f(); // {1}\\n</script>\\n"\n'
        '  "<!-- {2} --><script>if (e.getCode() === 16388) g();</script>")\n'
    ),
    "js": (
        "import TRTC from 'trtc-js-sdk';\n// {0}\nif (e.getCode() === 16386) f(); // {1}\n/* {2} */\n"
        "if (e.getCode() === 16388) g();\n"
    ),
    "html": (
        "<!-- {0} -->\n<script>\nif (trtc.getCode() === 16386) f(); // {1}\n</script>\n"
        "<!-- {2} -->\n<script>if (trtc.getCode() === 16388) g();</script>\n"
    ),
}


def test_the_plugin_check_and_the_fix_agree(tmp_path: Path) -> None:
    options = Options(select=("TRT0", "TRT1", "TRT2", "TRT9"))
    expected: dict[str, list[str]] = {}
    for shape, *placed in itertools.product(SHAPES, DIRECTIVES, DIRECTIVES[:6], DIRECTIVES[3:9:2]):
        name = f"trtc{len(expected)}.{shape}"
        path = str(tmp_path / name)
        data = SHAPES[shape].format(*placed).encode()
        Path(path).write_bytes(data)
        result = check_path(path, options)
        assert result.error is None
        expected[name] = [f"{item.row}:{item.column}:{item.code}" for item in result.findings]
        outcome = fix_source(Source.from_bytes(path, data), options)
        assert outcome.error is None
        left = (*outcome.refusals, *outcome.fixed)
        assert len(left) == sum(line.endswith("TRT001") for line in expected[name])
        if outcome.new is not None:
            again = fix_source(Source.from_bytes(path, outcome.new), options)
            assert again.new is None
    assert {len(lines) for lines in expected.values()} >= {0, 1, 2, 3, 4, 5, 6}
    run = subprocess.run(
        [sys.executable, "-m", "flake8", "--isolated", "--select=TRT", "--enable-extensions=TRT9",
         "--format=%(path)s:%(row)d:%(col)d:%(code)s", "."],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.stderr == ""
    seen: dict[str, list[str]] = {name: [] for name in expected if name.endswith(".py")}
    for line in run.stdout.splitlines():
        name, finding = line.removeprefix("./").split(":", 1)
        seen[name].append(finding)
    assert len(seen) == 3 * len(DIRECTIVES) * 6 * 3
    assert seen == {name: expected[name] for name in seen}


def test_an_empty_script_in_a_string() -> None:
    text = (
        "import trtc\nx = '''<script></script>\n"
        "<script>if (code === 16388) {}  // trtc: ignore\nif (code === ‹16388›) {}</script>'''\n"
    )
    plain, expected = unmarked(text)
    assert found(plain) == expected
