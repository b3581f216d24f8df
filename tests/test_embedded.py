"""JavaScript in Python strings: every kind of string, every snippet, each number at its own place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import test_javascript as javascript
from marked import found, unmarked


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _lines(text: str) -> list[str]:
    return [_quoted(line) for line in text.splitlines(keepends=True)]


def _ascii(text: str) -> str:
    """A text as bytes have to be written; marks are none of it."""
    return "".join(
        c if c.isascii() or c in "‹›" else "".join(f"\\x{byte:02x}" for byte in c.encode())
        for c in text
    )


def _triple(text: str) -> str:
    return text.replace("\\", "\\\\")


KINDS: dict[str, Callable[[str], str]] = {
    "triple-quoted": lambda text: f'"""{_triple(text)}"""',
    "apostrophes": lambda text: f"'''{_triple(text)}'''",
    "one line": _quoted,
    "raw": lambda text: f'r"""{text}"""',
    "unicode": lambda text: f'u"""{_triple(text)}"""',
    "f-string": lambda text: 'f"""' + _triple(text).replace("{", "{{").replace("}", "}}") + '"""',
    "f-string with a hole": lambda text: (
        'f"""let 错 = {x["a"]:>{w}};\n' + _triple(text).replace("{", "{{").replace("}", "}}") + '"""'
    ),
    "format": lambda text: (
        '"""let y = {x[0]!r:>4}; ' + _triple(text).replace("{", "{{").replace("}", "}}")
        + '""".format(x=x)'
    ),
    "percent": lambda text: (
        '"""let y = %(x)s; ' + _triple(text).replace("%", "%%") + '""" % {"x": x}'
    ),
    "Template": lambda text: (
        'Template("""let y = $x; ' + _triple(text).replace("$", "$$") + '""").substitute(x=1)'
    ),
    "joined": lambda text: "(" + "\n    ".join(_lines(text)) + ")",
    "added": lambda text: "(" + " +\n    ".join(_lines(text)) + ")",
    "added with a value": lambda text: f'"let y = " + x + ";" + {_quoted(text)}',
    "continued": lambda text: '"""\\\n' + _triple(text).replace(" ", " \\\n", 1) + '"""',
    "dedented": lambda text: f'textwrap.dedent("""{_triple(text)}""").strip()',
    "bytes": lambda text: 'b"""' + _ascii(_triple(text)) + '"""',
    "Jinja": lambda text: f"""'''{{% set x = 1 %}}let y = {{{{ x }}}};{{# 错 #}}\n{_triple(text)}'''""",
    "escapes before": lambda text: '"\\x41\\u9519\\N{BULLET}\\101 = 1;" ' + _quoted(text),
}  # fmt: skip
CALLS = {
    "evaluate": "page.evaluate({}, 16388)\n",
    "execute_script": "driver.execute_script({})\n",
    "a name": "SCRIPT = {}\npage.evaluate(SCRIPT)\n",
    "marked": "# language=js\nSCRIPT = {}\n",
}
SNIPPETS = {
    # Whose errors have no .code is told by what the client is bound to, in front of these.
    **{
        f"found: {name}": text
        for name, text in javascript.FOUND.items()
        if not name.startswith("no .code in")
    },
    **{f"silent: {name}": text for name, text in javascript.SILENT.items()},
}


def _check(text: str) -> None:
    plain, expected = unmarked(text)
    assert found(plain) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SNIPPETS)
def test_every_kind_of_string(name: str, kind: str) -> None:
    _check("import trtc\n错 = 1; " + CALLS["evaluate"].format(KINDS[kind](SNIPPETS[name])))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", SNIPPETS)
def test_every_way_to_say_it_is_code(name: str, call: str) -> None:
    text = KINDS["triple-quoted"](SNIPPETS[name])
    _check("import trtc\n" + CALLS[call].replace("{}", text))


def test_bytes() -> None:
    _check('x = b"""if (e.getCode() === ‹16388›) {}\n\\x41"""\n')


@pytest.mark.parametrize(
    "text",
    [
        'x = "if (e.getCode() === ‹16388›) { retry(); }"\n',
        'x = "/* js */ f(e.errCode == ‹16388›)"\n',
        "x = 'client.on(\"error\", (e) => { switch (e.getCode()) { case ‹0x4043›: } })'\n",
        'def f():\n    return "const c = e.getCode(); if (c === ‹16451›) {}"\n',
        'x = "if (e.getCode() === " "‹16388›" ") { retry(); }"\n',
        'x = "if (e.getCode() === " + "‹0x4004›" + ") { retry(); }"\n',
        'x = {"script": "e => e.getCode() === ‹16388›"}\n',
        'x.script = "e => e.getCode() === ‹16388›"\n',
        'x = "f(e.getCode() === ‹16388›);" * 2\n',
        'x = f"if (e.getCode() === {y} || e.getCode() === ‹16388›) {{}}"\n',
        "x = f\"{code == ‹16388›} {'e.getCode() === ‹16389›'}\"\n",
    ],
)
def test_known_by_its_idioms(text: str) -> None:
    _check(text)


@pytest.mark.parametrize(
    "text",
    [
        '"""if (e.getCode() === 16388) {}"""\n',
        'def f():\n    """e.getCode() === 16388"""\n',
        'print("code === 16388 happened, see 16451")\n',
        'x = "SELECT * FROM errors WHERE code = 16388"\n',
        'x = "err.code == 16388"\n',
        'x = "if err.code == 16388: pass"\n',
        'x = \'{"code": 16388, "error_code": 16451}\'\n',
        'x = "curl -d code=16388 localhost"\n',
        'x = "JOIN_ROOM_FAILED (16388)"\n',
        'x = "<b>e.getCode() === 16388</b>"\n',
        'x = "16388"\n',
        'x = r"code\\s*===\\s*(16388|4099)"\n',
        "x = \"var s = 'e.getCode() === 16388'; var r = /getCode() === 16388/;\"\n",
        'x = "f(); // e.getCode() === 16388"\n',
        'x = "e.getCode() === " + "16" + "388"\n',
        "x = 'e.getCode() === 1638%d' % 8\n",
        "x = f'e.getCode() === 1638{8}'\n",
        'page.evaluate("not ( parseable === 16388")\n',
        'page.evaluate("")\npage.evaluate(16388)\npage.evaluate()\n',
    ],
)
def test_text_that_only_talks_of_codes(text: str) -> None:
    assert "‹" not in text
    _check("import trtc\n" + text)


def test_what_stands_around_a_string_speaks_for_it() -> None:
    common = "page.evaluate('e.getCode() === 4099')\n"
    _check(common)
    _check("def trtc_page(page):\n    " + common.replace("4099", "‹4099›"))
    _check("import agora\n" + common)


def test_an_escape_that_is_none_is_no_noise(recwarn: pytest.WarningsRecorder) -> None:
    _check(r"""page.evaluate("x = '\8\777'; e.getCode() === ‹16388›")""" + "\n")
    assert not recwarn.list


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_comment_that_names_the_language_is_on_the_line_above(newline: str) -> None:
    for lines in (
        ("import trtc", "# language=js", "x = 'f(code == ‹16388›)'", ""),
        ("import trtc", "x = 'f(code == ‹16388›)'  # language=js", ""),
        ("import trtc", "# language=js", "", "x = 'f(code == 16388)'", ""),
        ("import trtc", "x = 'f(code == 16388)'", "# language=js", ""),
    ):
        plain, expected = unmarked("\n".join(lines))
        assert found(plain.replace("\n", newline)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("js", "const x = e.code == ‹16388›;"),
        ("javascript", "const x = e.code == ‹16388›;"),
        ("JavaScript", "const x = e.code == ‹16388›;"),
        ("jsx", "const x = <b>{e.code == ‹16388›}</b>;"),
        ("ts", "const x: boolean = <boolean>(e.code == ‹16388›);"),
        ("typescript", "const x: boolean = <boolean>(e.code == ‹16388›);"),
        ("tsx", "const x: Node = <b>{e.code == ‹16388›}</b>;"),
        ("html", "<p>16388</p><script>e.code == ‹16388›</script>"),
    ],
)
def test_every_language_that_a_comment_names(language: str, text: str) -> None:
    _check(f"import trtc\n# language={language}\nx = '{text}'\n")


@pytest.mark.parametrize(
    "text",
    [
        "page.evaluate(Template('$x').substitute(x='e.code == ‹16388›'))\n",
        "page.evaluate(Template('$x').safe_substitute(x='e.code == ‹16388›'))\n",
        "page.evaluate('{}'.format('e.code == ‹16388›'))\n",
        "page.evaluate('{x}'.format_map({'x': 1}), other('e.code == 16388'))\n",
        "page.evaluate(expression='e.code == ‹16388›')\n",
        "page.evaluate(['e.code == 16388'])\npage.evaluate({'a': 'e.code == 16388'})\n",
        "x = 'let y = ${x}; e.getCode() === ‹16388›'\ny = Template(x)\n",
        "x = 'let y = %d; e.getCode() === ‹16388›'\ny = x % 1\n",
        "x = 'let y = {0!r}; e.getCode() === ‹16388›'\ny = x.format(1)\n",
    ],
)
def test_what_fills_in_a_text_goes_where_that_goes(text: str) -> None:
    _check("import trtc\n" + text)
