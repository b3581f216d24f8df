"""`trtc: ignore` comments: what they silence, in every language, and when they are of no use."""

from __future__ import annotations

import pytest
from marked import found, messages, unmarked

from flake8_trtc.options import Options

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
    "Python's comment": "const a = e.getCode() === ‹16388›; # trtc: ignore\n",
}
USELESS = {
    "a = code == 16388  # trtc: ignore\n": [],
    "a = 1  # trtc: ignore\n": ["1:8: TRT904 this comment is of no use: it silences nothing"],
    "x = 1\n# trtc: ignore-start[TRT001]\n": [
        "2:1: TRT904 this comment is of no use: it silences nothing"
    ],
    "错 = code == 16388  # trtc: ignore[TRT01]\n": [
        "1:13: TRT001 ",
        "1:20: TRT904 this comment is of no use: there is no rule TRT01",
    ],
    "a = code == 16388  # trtc: ignore[TRT001,E501]\n": [
        "1:20: TRT904 this comment is of no use: there is no rule E501"
    ],
    "a = code == 16388  # trtc: ignore[TRT904]\n": [
        "1:13: TRT001 ",
        "1:20: TRT904 this comment is of no use: it silences nothing",
    ],
}


@pytest.mark.parametrize("case", PYTHON)
def test_python(case: str) -> None:
    plain, expected = unmarked("import trtc\n" + PYTHON[case])
    assert found(plain) == expected


@pytest.mark.parametrize("case", SCRIPT)
def test_script(case: str) -> None:
    plain, expected = unmarked("import TRTC from 'trtc-js-sdk';\n" + SCRIPT[case])
    assert found(plain, "app.ts") == expected


@pytest.mark.parametrize("text", USELESS)
def test_useless(text: str) -> None:
    said = messages(text, options=Options(extend_select=("TRT904",)))
    expected = USELESS[text]
    assert len(said) == len(expected)
    assert all(line.startswith(start) for line, start in zip(said, expected, strict=True))


def test_useless_is_asked_for() -> None:
    assert messages("a = 1  # trtc: ignore\n") == []


def test_useless_in_chinese() -> None:
    options = Options(extend_select=("TRT9",), language="zh")
    assert messages("a = 1  # trtc: ignore\n", options=options) == [
        "1:8: TRT904 此注释不起作用:没有可抑制的提示"
    ]
