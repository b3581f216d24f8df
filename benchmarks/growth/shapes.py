"""Files that grow in one way each: with `n` twice as big, nothing but that is twice as much.

Each is a way in which real files get long or deep: generated tables, minified scripts, chains of
tests, pages full of handlers. Most of what grows holds a code, so that there is work to do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

DEEP = 2500
"""Half of the depth up to which files are to be read and written."""


class Shape(NamedTuple):
    """A kind of file.

    name: what grows; path: its name, which tells its language; n: the smaller of the two sizes
    that are measured; small: one for the tests, which count steps; make: the text for a size and
    what comes behind each line that has room for a comment; note: that comment.
    """

    name: str
    path: str
    n: int
    small: int
    make: Callable[[int, str], str]
    note: str

    def text(self, n: int, *, noted: bool = False) -> str:
        """The text of a size; noted: with a comment that silences wherever there is room."""
        return self.make(n, self.note if noted else "")


def _code(i: int) -> int:
    return 16385 + i % 8


def _lines(n: int, line: Callable[[int], str]) -> str:
    return "".join(line(i) + "\n" for i in range(n))


SHAPES: list[Shape] = []


def _shape(
    name: str, path: str, n: int, note: str, small: int = 24
) -> Callable[[Callable[[int, str], str]], Callable[[int, str], str]]:
    def add(make: Callable[[int, str], str]) -> Callable[[int, str], str]:
        SHAPES.append(Shape(name, path, n, small, make, note))
        return make

    return add


_PY = "  # trtc: ignore[TRT001]"
_JS = " // trtc: ignore[TRT001]"
_TAG = " <!-- trtc: ignore[TRT001] -->"


def _python(name: str, n: int, small: int = 24) -> Callable[..., Callable[[int, str], str]]:
    return _shape(name, "trtc_errors.py", n, _PY, small)


def _script(
    name: str, n: int, small: int = 24, path: str = "trtc_errors.js"
) -> Callable[..., Callable[[int, str], str]]:
    return _shape(name, path, n, _JS, small)


def _page(
    name: str, n: int, path: str = "trtc_page.html", note: str = _TAG, small: int = 24
) -> Callable[..., Callable[[int, str], str]]:
    return _shape(name, path, n, note, small)


# Python: chains and tables


@_python("elif", DEEP)
def _(n: int, note: str) -> str:
    chain = _lines(n, lambda i: f"    elif code == {_code(i)}: pass{note}")
    return f"import trtc\n\n\ndef f(code):\n    if code == 1: pass\n{chain}"


@_python("case", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\ndef f(code):\n    match code:\n" + _lines(
        n, lambda i: f"        case {_code(i)}: pass{note}"
    )


@_python("if one after the other", 2000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\ndef f(code):\n" + _lines(
        n, lambda i: f"    if code == {_code(i)}: pass{note}"
    )


@_python("list of codes", 3000)
def _(n: int, note: str) -> str:
    return "import trtc\n\nerror_codes = [\n" + _lines(n, lambda i: f"    16388,{note}") + "]\n"


@_python("list of numbers", 3000)
def _(n: int, note: str) -> str:
    return "import trtc\n\nsamples = [\n" + _lines(n, lambda i: f"    16388,{note}") + "]\n"


@_python("set that is searched", 3000)
def _(n: int, note: str) -> str:
    return "import trtc\n\nfailed = code in {\n" + _lines(n, lambda i: f"    16388,{note}") + "}\n"


@_python("table with codes for keys", 1000)
def _(n: int, note: str) -> str:
    return (
        "import trtc\n\nERRORS = {\n" + _lines(n, lambda i: f"    {_code(i)}: {i},{note}") + "}\n"
    )


@_python("table with codes for values", 1000)
def _(n: int, note: str) -> str:
    entries = _lines(n, lambda i: f'    "error_{i}_code": {_code(i)},{note}')
    return "import trtc\n\nERRORS = {\n" + entries + "}\n"


@_python("rows of parametrize", 1000)
def _(n: int, note: str) -> str:
    rows = _lines(n, lambda i: f'    ({_code(i)}, "x{i}"),{note}')
    return (
        'import pytest\nimport trtc\n\n\n@pytest.mark.parametrize("code,name", [\n'
        + rows
        + "])\ndef test_it(code, name):\n    pass\n"
    )


@_python("members of an enum", 1000)
def _(n: int, note: str) -> str:
    members = _lines(n, lambda i: f"    CODE_{i} = {_code(i)}{note}")
    return "import trtc\nfrom enum import IntEnum\n\n\nclass Code(IntEnum):\n" + members


@_python("keyword arguments", 1000)
def _(n: int, note: str) -> str:
    given = _lines(n, lambda i: f"    a{i}_error_code={_code(i)},{note}")
    return "import trtc\n\ncall(\n" + given + ")\n"


# Python: many of a kind


@_python("assignments", 5000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(n, lambda i: f"x{i} = [16388]{note}")


@_python("assignments to one name", 2500)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(n, lambda i: f"code = f({i}); g(code == {_code(i)}){note}")


@_python("functions", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\n" + _lines(
        n, lambda i: f"def f{i}(error):\n    return error.code == {_code(i)}{note}\n\n"
    )


@_python("methods", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\nclass A:\n" + _lines(
        n, lambda i: f"    def f{i}(self, error):\n        return error.code == {_code(i)}{note}\n"
    )


@_python("imports", 1000)
def _(n: int, note: str) -> str:
    listed = _lines(n, lambda i: f"import module{i}")
    return listed + _lines(n, lambda i: f"module{i}.f(error_code == {_code(i)}){note}")


@_python("names of constants", 1000)
def _(n: int, note: str) -> str:
    return "from flake8_trtc import ErrorCode\n\n" + _lines(
        n, lambda i: f"f(code == ErrorCode.CLIENT_BANNED){note}"
    )


@_python("lines with noqa", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(n, lambda i: f"f(code == {_code(i)})  # noqa: TRT001")


@_python("regions that are silenced", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(
        n, lambda i: f"# trtc: ignore-start\nf(code == {_code(i)})\n# trtc: ignore-end"
    )


@_python("regions without an end", 5000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(n, lambda i: "# trtc: ignore-start") + "f(code == 16388)\n"


@_python("comments above a line", 5000)
def _(n: int, note: str) -> str:
    mark = "# trtc: ignore-next-line\n" if note else ""
    return "import trtc\n\n" + mark + _lines(n, lambda i: f"# {i}") + "f(code == 16388)\n"


@_python("suppressions of one line", 1000)
def _(n: int, note: str) -> str:
    return (
        "import trtc\n\n" + _lines(n, lambda i: "# trtc: ignore-next-line") + "f(code == 16388)\n"
    )


@_python("one long line", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + "; ".join(f"f(code == {_code(i)})" for i in range(n)) + note + "\n"


@_python("backslashes", 5000)
def _(n: int, note: str) -> str:
    return "import trtc\n\nf(code == 16388) " + "\\\n" * n + f"{note}\n"


# Python: deep


@_python("or", 1000, small=80)
def _(n: int, note: str) -> str:
    terms = " or ".join(f"code == {_code(i)}" for i in range(n))
    return f"import trtc\n\nfailed = {terms}{note}\n"


@_python("chained calls", 1000)
def _(n: int, note: str) -> str:
    return f"import trtc\n\nfailed = q{''.join(f'.a{i}(1)' for i in range(n))} == 16388{note}\n"


@_python("codes in chained calls", 500, small=80)
def _(n: int, note: str) -> str:
    chain = "".join(f".a(code == {_code(i)})" for i in range(n))
    return f"import trtc\n\nfailed = q{chain}{note}\n"


@_python("chained subscripts", 1000)
def _(n: int, note: str) -> str:
    return f"import trtc\n\nfailed = q{'[1]' * n}['code'] == 16388{note}\n"


@_python("conditional expressions", 1000, small=80)
def _(n: int, note: str) -> str:
    tests = " else ".join(f"{i} if code == {_code(i)}" for i in range(n))
    return f"import trtc\n\nx = {tests} else 0{note}\n"


@_python("sums", 1000, small=80)
def _(n: int, note: str) -> str:
    return f"import trtc\n\nx = {' + '.join(f'(code == {_code(i)})' for i in range(n))}{note}\n"


@_python("nested functions", 25, small=12)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\n" + _lines(
        n, lambda i: f"{' ' * i}def f(code):\n{' ' * i} x = code == {_code(i)}{note}"
    )


# Where values come from


@_python("chain of assignments", 1000)
def _(n: int, note: str) -> str:
    chain = _lines(n, lambda i: f"x{i + 1} = x{i}; f(x{i + 1} == {_code(i)}){note}")
    return "import trtc\n\nx0 = e.get_code()\n" + chain


@_python("assignments in branches", 1000)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\ndef f(e):\n    code = 0\n" + _lines(
        n, lambda i: f"    if e: code = e.get_code()\n    g(code == {_code(i)}){note}"
    )


@_python("assignments in closures", 500)
def _(n: int, note: str) -> str:
    return "import trtc\n\ncode = 0\n" + _lines(
        n,
        lambda i: (
            f"def f{i}(e):\n    global code\n    code = e.get_code()\ng(code == {_code(i)}){note}\n"
        ),
    )


@_python("members of self", 500)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\nclass A:\n" + _lines(
        n,
        lambda i: (
            f"    def f{i}(self, e):\n        self.last = e.get_code()\n"
            f"        return self.last == {_code(i)}{note}\n"
        ),
    )


@_python("methods that are called", 500)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\nclass A:\n    def code(self, e): return e.get_code()\n" + _lines(
        n, lambda i: f"    def f{i}(self, e): return self.code(e) == {_code(i)}{note}\n"
    )


@_python("functions that call the next", 500)
def _(n: int, note: str) -> str:
    return f"import trtc\n\n\ndef f{n}(x): pass\n\n\nf0(e.get_code())\n" + _lines(
        n, lambda i: f"def f{i}(x):\n    f{i + 1}(x)\n    return x == {_code(i)}{note}\n\n"
    )


@_python("classes with the same methods", 500)
def _(n: int, note: str) -> str:
    return "import trtc\n\n\n" + _lines(
        n,
        lambda i: (
            f"class A{i}:\n    def a(self, e): self.b(e.get_code())\n"
            f"    def b(self, x): return x == {_code(i)}{note}\n\n"
        ),
    )


# Python: places


@_python("sets that are joined", 500)
def _(n: int, note: str) -> str:
    return "x = (\n    codes\n" + _lines(n, lambda i: f"    | {{{_code(i)}}}{note}") + ")\n"


@_python("options and their defaults", 500)
def _(n: int, note: str) -> str:
    return _lines(n, lambda i: f'p.add_argument("--code", default={_code(i)}){note}')


@_python("lists under keys under keys", 200, small=60)
def _(n: int, note: str) -> str:
    keys = "".join(f'{{"a": [{_code(i)}], "b": ' for i in range(n))
    return f"X = {keys}1{'}' * n}{note}\n"


@_python("elements that are compared", 500)
def _(n: int, note: str) -> str:
    codes = _lines(n, lambda i: f"        {_code(i)},{note}")
    return f"x = any(\n    code == c\n    for c in (\n{codes}    )\n)\n"


@_script("chain of declarations", 1000)
def _(n: int, note: str) -> str:
    chain = _lines(n, lambda i: f"const x{i + 1} = x{i}; f(x{i + 1} === {_code(i)});{note}")
    return "import 'trtc-js-sdk';\nconst x0 = e.getCode();\n" + chain


@_script("assignments in callbacks", 500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\nlet code = 0;\n" + _lines(
        n,
        lambda i: f"on(e => {{ code = e.getCode(); }});\nif (code === {_code(i)}) f({i});{note}",
    )


@_script("members of this", 500)
def _(n: int, note: str) -> str:
    methods = _lines(
        n,
        lambda i: (
            f"  f{i}(e) {{ this.last = e.getCode(); return this.last === {_code(i)}; }}{note}"
        ),
    )
    return "import 'trtc-js-sdk';\nclass A {\n" + methods + "}\n"


@_script("members of one name", 500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: f"const s{i} = {{ c: e.getCode() }}; if (s{i}.c === {_code(i)}) f();{note}",
    )


@_script("calls of one function", 500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\nconst of = (e) => e.getCode();\n" + _lines(
        n, lambda i: f"if (of(e{i}) === {_code(i)}) f({i});{note}"
    )


@_script("then after then", 250)
def _(n: int, note: str) -> str:
    return "import TRTC from 'trtc-js-sdk';\nTRTC.createClient().join()\n" + _lines(
        n, lambda i: f"  .then((x) => x === {_code(i)}){note}"
    )


@_script("try in try", 50, small=12)
def _(n: int, note: str) -> str:
    return (
        "import 'trtc-js-sdk';\n"
        + _lines(n, lambda i: "try { await f();")
        + _lines(n, lambda i: f"}} catch (e) {{ g(e.code === {_code(i)}); }}{note}")
    )


# Code in strings of Python


@_python("strings with +", 500)
def _(n: int, note: str) -> str:
    parts = " + ".join(['"f(err.getCode() === 16388);"'] * n)
    return f"import trtc\n\npage.evaluate({parts}){note}\n"


@_python("adjacent strings", 500)
def _(n: int, note: str) -> str:
    parts = _lines(n, lambda i: '    "f(err.getCode() === 16388);"')
    return f"import trtc\n\npage.evaluate(\n{parts}){note}\n"


@_python("statements of a script in a string", 200, small=12)
def _(n: int, note: str) -> str:
    inner = " // trtc: ignore" if note else ""
    return (
        'import trtc\n\nT = """<script>\n'
        + _lines(n, lambda i: f"if (err.getCode() === {_code(i)}) x({i});{inner}")
        + '</script>"""\n'
    )


@_python("functions of a script in a string", 200, small=12)
def _(n: int, note: str) -> str:
    inner = " // trtc: ignore" if note else ""
    return (
        'import trtc\n\nT = """<script>\n'
        + _lines(n, lambda i: f"function f{i}(e) {{ return e.getCode() === {_code(i)}; }}{inner}")
        + '</script>"""\n'
    )


@_python("strings with a script each", 300, small=12)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(
        n, lambda i: f'page.evaluate("err.getCode() === {_code(i)}"){note}'
    )


@_python("escapes in a script", 1000)
def _(n: int, note: str) -> str:
    escaped = "".join(f"if (e.getCode() === {_code(i)}) f();\\n" for i in range(n))
    return f'import trtc\n\npage.evaluate("{escaped}"){note}\n'


@_python("holes of an f-string", 500)
def _(n: int, note: str) -> str:
    holes = "".join(f"f({{x{i}}}, e.getCode() === 16388);" for i in range(n))
    return f'import trtc\n\npage.evaluate(f"{holes}"){note}\n'


@_python("holes of format", 500)
def _(n: int, note: str) -> str:
    holes = "".join(f"f({{x{i}}}, e.getCode() === 16388);" for i in range(n))
    return f'import trtc\n\npage.evaluate("{holes}".format(**x)){note}\n'


@_python("handlers of a page in a string", 200, small=12)
def _(n: int, note: str) -> str:
    tags = _lines(n, lambda i: f'<a onclick="f(e.getCode() === {_code(i)})">{i}</a>')
    return f'import trtc\n\nT = """<div>\n{tags}</div>"""{note}\n'


@_python("snippets in a list", 300, small=12)
def _(n: int, note: str) -> str:
    items = _lines(n, lambda i: f'    "not ( code", "e => e.getCode() === {_code(i)}",{note}')
    return f"import trtc\n\nT = [\n{items}]\n"


@_python("lines of a script in a list", 300, small=12)
def _(n: int, note: str) -> str:
    items = _lines(n, lambda i: f'    "  if (e.getCode() === {_code(i)}) f({i});",{note}')
    return f'import trtc\n\nT = "\\n".join([\n    "function g(e) {{",\n{items}    "}}",\n])\n'


@_python("lines that are written", 300, small=12)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f'f.write("  if (e.getCode() === {_code(i)}) f({i});\\n"){note}')
    return f'import trtc\n\nf.write("function g(e) {{\\n")\n{lines}f.write("}}")\n'


@_python("handlers in strings", 300, small=12)
def _(n: int, note: str) -> str:
    return "import trtc\n\n" + _lines(
        n, lambda i: f'T{i} = x + "<p onclick=f(e.getCode()==={_code(i)})>"{note}'
    )


# Scripts


@_script("else if", DEEP)
def _(n: int, note: str) -> str:
    chain = _lines(n, lambda i: f" else if (c === {_code(i)}) {{ f(); }}{note}")
    return (
        "import TRTC from 'trtc-js-sdk';\nconst c = e.getCode();\nif (c === 0) { f(); }\n" + chain
    )


@_script("cases", 1000)
def _(n: int, note: str) -> str:
    cases = _lines(n, lambda i: f"  case {_code(i)}: f({i}); break;{note}")
    return f"import TRTC from 'trtc-js-sdk';\nswitch (e.getCode()) {{\n{cases}}}\n"


@_script("array of codes", 3000)
def _(n: int, note: str) -> str:
    items = _lines(n, lambda i: f"  16388,{note}")
    return f"import 'trtc-js-sdk';\nconst errorCodes = [\n{items}];\n"


@_script("array of numbers", 3000)
def _(n: int, note: str) -> str:
    items = _lines(n, lambda i: f"  16388,{note}")
    return f"import 'trtc-js-sdk';\nconst samples = [\n{items}];\n"


@_script("object with codes for keys", 1000)
def _(n: int, note: str) -> str:
    entries = _lines(n, lambda i: f"  {_code(i)}: {i},{note}")
    return f"import 'trtc-js-sdk';\nconst ERRORS = {{\n{entries}}};\n"


@_script("object with codes for values", 1000)
def _(n: int, note: str) -> str:
    entries = _lines(n, lambda i: f"  error{i}Code: {_code(i)},{note}")
    return f"import 'trtc-js-sdk';\nconst ERRORS = {{\n{entries}}};\n"


@_script("exported functions", 500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: f"export function f{i}(e) {{ return e.getCode() === {_code(i)}; }}{note}",
    )


@_script("statements of a classic script", 500)
def _(n: int, note: str) -> str:
    return "var client = TRTC.createClient();\n" + _lines(
        n, lambda i: f"if (e.getCode() === {_code(i)}) f({i});{note}"
    )


@_script("functions of a classic script", 500)
def _(n: int, note: str) -> str:
    return "var client = TRTC.createClient();\n" + _lines(
        n, lambda i: f"function f{i}(e) {{ return e.getCode() === {_code(i)}; }}{note}"
    )


@_script("functions sent by name", 500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: (
            f"const o{i} = {{ run(e) {{ return e.getCode() === {_code(i)}; }} }};{note}\n"
            f"page.evaluate(o{i}.run);"
        ),
    )


@_script("looked-up members of one name", 300)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: f"const o{i} = {{ run: e => e.getCode() === {_code(i)} }}; f(o{i}.run);{note}",
    )


@_script("functions that a mock calls", 300)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\njest.mock('a', () => f0());\n" + _lines(
        n,
        lambda i: f"function f{i}(e) {{ f{i + 1}(); return e.getCode() === {_code(i)}; }}{note}",
    )


@_script("handlers of events", 500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: f"client.on('error', e => {{ if (e.code === {_code(i)}) f(e); }});{note}",
    )


@_script("assignments in a script", 2500)
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(n, lambda i: f"const x{i} = [16388];{note}")


@_script("names of an own table", 1000)
def _(n: int, note: str) -> str:
    table = "const ErrorCode = { JOIN_ROOM_FAILED: 16388, CLIENT_BANNED: 16389 };\n"
    return (
        "import 'trtc-js-sdk';\n"
        + table
        + _lines(n, lambda i: f"f(e.getCode() === ErrorCode.CLIENT_BANNED);{note}")
    )


@_script("own tables", 300, small=12)
def _(n: int, note: str) -> str:
    return (
        "import 'trtc-js-sdk';\n"
        + _lines(n, lambda i: f"const Codes{i} = {{ JOIN_ROOM_FAILED: 16388 }};{note}")
        + _lines(n, lambda i: f"f(e.getCode() === {_code(i)});{note}")
    )


@_script("methods of a class", 500)
def _(n: int, note: str) -> str:
    methods = _lines(n, lambda i: f"  f{i}(e) {{ return e.getCode() === {_code(i)}; }}{note}")
    return f"import 'trtc-js-sdk';\nclass A {{\n{methods}}}\n"


@_script("imports of a script", 500)
def _(n: int, note: str) -> str:
    return (
        _lines(n, lambda i: f"import x{i} from './x{i}.js';")
        + "import 'trtc-js-sdk';\n"
        + _lines(n, lambda i: f"x{i}(e.getCode() === {_code(i)});{note}")
    )


@_script("one long line of a script", 1000)
def _(n: int, note: str) -> str:
    calls = "".join(f"f(e.getCode()==={_code(i)});" for i in range(n))
    return f"import 'trtc-js-sdk';{calls}{note}\n"


@_script("chained calls of a script", 1000)
def _(n: int, note: str) -> str:
    chain = "".join(f".a{i}(1)" for i in range(n))
    return f"import 'trtc-js-sdk';\nconst failed = q{chain}.getCode() === 16388;{note}\n"


@_script("codes in callbacks of a chain", 250, small=12)
def _(n: int, note: str) -> str:
    chain = "".join(f".on('error', e => f(e.getCode() === {_code(i)}))" for i in range(n))
    return f"import 'trtc-js-sdk';\nclient{chain};{note}\n"


@_script("|| in a script", 1000)
def _(n: int, note: str) -> str:
    terms = " || ".join(f"code === {_code(i)}" for i in range(n))
    return f"import 'trtc-js-sdk';\nconst failed = {terms};{note}\n"


@_script("nested callbacks", 250, small=12)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: f"f(e => {{ if (e.getCode() === {_code(i)}) g();{note}")
    return "import 'trtc-js-sdk';\n" + opened + "}); " * n + "\n"


@_script("nested functions of a script", 500, small=12)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: f"function f{i}(e) {{ if (e.getCode() === {_code(i)}) g();{note}")
    return f"{opened}{'}' * n}\n"


@_script("functions with tables of their own", 300, small=12)
def _(n: int, note: str) -> str:
    return _lines(
        n,
        lambda i: (
            f"function f{i}(e) {{ const ErrorCode = {{ JOIN_ROOM_FAILED: 16388 }};"
            f" return e.getCode() === 16388; }}{note}\n"
            f"function g{i}(e) {{ return e.getCode() === 16389; }}{note}"
        ),
    )


@_script("nested blocks", 1000)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: f"if (e.getCode() === {_code(i)}) {{{note}")
    return "import 'trtc-js-sdk';\n" + opened + "} " * n + "\n"


@_script("nested arrays", 1000)
def _(n: int, note: str) -> str:
    return f"import 'trtc-js-sdk';\nconst errorCodes = {'[16388, ' * n}0{']' * n};{note}\n"


@_script("nested objects", 1000, small=80)
def _(n: int, note: str) -> str:
    opened = "".join(f"{{ code: {_code(i)}, next: " for i in range(n))
    return f"import 'trtc-js-sdk';\nconst error = {opened}null{' }' * n};{note}\n"


@_script("nested parentheses", 1000)
def _(n: int, note: str) -> str:
    return f"import 'trtc-js-sdk';\nf({'(' * n}code === 16388{')' * n});{note}\n"


@_script("ternaries", 1000)
def _(n: int, note: str) -> str:
    tests = "".join(f"code === {_code(i)} ? {i} : " for i in range(n))
    return f"import 'trtc-js-sdk';\nconst x = {tests}0;{note}\n"


@_script("scripts in strings of a script", 300, small=12)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"F{i} = Function('return e.getCode() === {_code(i)}');{note}")
    return f"import 'trtc-js-sdk';\n{lines}"


@_script("lines that a script writes", 300, small=12)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"s += 'if (e.getCode() === {_code(i)}) f({i});';{note}")
    return f"import 'trtc-js-sdk';\nlet s = 'function g(e) {{';\n{lines}s += '}}';\n"


@_script("templates in templates", 100, small=12)
def _(n: int, note: str) -> str:
    opened = "".join(f'<p onclick="f(e.getCode() === {_code(i)})">${{`' for i in range(n))
    return f"import 'trtc-js-sdk';\ns = `{opened}x{'`}' * n}`;{note}\n"


@_script("template strings", 500)
def _(n: int, note: str) -> str:
    holes = "".join(f"a${{e.getCode() === {_code(i)}}}" for i in range(n))
    return f"import 'trtc-js-sdk';\nconst x = `{holes}`;{note}\n"


@_script("catch clauses", 250, small=12)
def _(n: int, note: str) -> str:
    return (
        "import 'trtc-js-sdk';\nasync function f(client) {\n"
        + _lines(
            n,
            lambda i: (
                f"  try {{ await client.join(); }} catch (e) {{ g(e.code === {_code(i)}); }}{note}"
            ),
        )
        + "}\n"
    )


@_script("fakes that give one after the other", 500)
def _(n: int, note: str) -> str:
    given = _lines(n, lambda i: f"  .mockReturnValueOnce({_code(i)}){note}")
    return f"err.getCode = jest.fn()\n{given};\n"


@_script("codes added in a chain", 500)
def _(n: int, note: str) -> str:
    return "const codes = new Set()\n" + _lines(n, lambda i: f"  .add({_code(i)}){note}") + ";\n"


@_script("collections joined in a chain", 500)
def _(n: int, note: str) -> str:
    return "const codes = base\n" + _lines(n, lambda i: f"  .concat([{_code(i)}]){note}") + ";\n"


@_script("elements that a callback compares", 500)
def _(n: int, note: str) -> str:
    codes = _lines(n, lambda i: f"  {_code(i)},{note}")
    return f"const x = [\n{codes}].some((c) => c === code);\n"


@_script("methods named by numbers", 500)
def _(n: int, note: str) -> str:
    return "const errors = {\n" + _lines(n, lambda i: f"  {_code(i)}() {{}},{note}") + "};\n"


@_script("members of a TypeScript enum", 1000, path="trtc_errors.ts")
def _(n: int, note: str) -> str:
    members = _lines(n, lambda i: f"  Code{i} = {_code(i)},{note}")
    return f"import 'trtc-js-sdk';\nenum ErrorCodes {{\n{members}}}\n"


@_script("functions in TypeScript", 500, path="trtc_errors.ts")
def _(n: int, note: str) -> str:
    return "import 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: (
            f"export const f{i} = (e: RtcError): boolean => e.getCode() === {_code(i)};{note}"
        ),
    )


@_script("nested JSX", 500, path="trtc_errors.tsx")
def _(n: int, note: str) -> str:
    opened = "".join(f"<div title={{code === {_code(i)}}}>" for i in range(n))
    return f"import 'trtc-js-sdk';\nconst x = {opened}{'</div>' * n};{note}\n"


# Objects of the SDKs that are used as what they are not

_V5 = "import TRTC from 'trtc-sdk-v5';\nconst trtc = TRTC.create();\n"


@_script("getters of v5's errors", 500)
def _(n: int, note: str) -> str:
    return _V5 + _lines(n, lambda i: f"trtc.on('error', e => e.getCode() === {_code(i)});{note}")


@_script("getters that are asked for", 500)
def _(n: int, note: str) -> str:
    return _V5 + _lines(n, lambda i: f"trtc.on('error', e => e.getCode && e.getCode());{note}")


@_script("getters in handlers in handlers", 200, small=12)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: f"trtc.on('error', e => {{ e.getCode();{note}")
    return _V5 + opened + "});\n" * n


@_script("clients with handlers", 300)
def _(n: int, note: str) -> str:
    return "import TRTC from 'trtc-js-sdk';\n" + _lines(
        n,
        lambda i: (
            f"const c{i} = TRTC.createClient({{}});\n"
            f"c{i}.on('error', ({{ code }}) => code === {_code(i)});{note}"
        ),
    )


@_python("members of liteav's", 500)
def _(n: int, note: str) -> str:
    head = "import json\nimport liteav\n\n\nclass D(liteav.TRTCCloudDelegate):\n"
    return f"{head}    def OnError(self, error):\n" + _lines(
        n, lambda i: f"        if error < 0 or not error: json.dumps({{'e': error}}){note}"
    )


@_python("aliases of literal types", 300)
def _(n: int, note: str) -> str:
    head = "import trtc\nfrom typing import Literal\n\nA0 = Literal[16388]\n"
    chain = _lines(n, lambda i: f"A{i + 1} = A{i}\ncode{i}: A{i} = {_code(i)}{note}")
    return f"{head}{chain}code: A{n} = 16388\n"


# Pages and components


@_page("scripts", 200, note=_JS, small=12)
def _(n: int, note: str) -> str:
    return "<html>\n" + _lines(
        n,
        lambda i: (
            f"<script>function f{i}(e) {{ return e.getCode() === {_code(i)}; }}{note}\n</script>"
        ),
    )


@_page("statements of a page's script", 500, note=_JS)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"if (e.getCode() === {_code(i)}) f({i});{note}")
    return f"<html>\n<script>\n{lines}</script>\n"


@_page("handlers", 500)
def _(n: int, note: str) -> str:
    return "<html>\n" + _lines(
        n, lambda i: f'<a onclick="f(e.getCode() === {_code(i)})">{i}</a>{note}'
    )


@_page("nested tags", 250)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: f'<b onclick="f(e.getCode() === {_code(i)})">{note}')
    return f"<html>\n{opened}{'</b>' * n}\n"


@_page("nested odd tags", 500)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: f"<my-element a=b/ title=it's \"><3 & x<y a={i}></q>")
    return f"<html>\n{opened}<a onclick='f(e.getCode() === 16388)'></a>{note}\n"


@_page("marks that begin no tag", 2000)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"a < {i} & b > c <a b='")
    return f"<html>\n<a onclick='f(e.getCode() === 16388)'></a>{note}\n{lines}"


@_page("tags that nobody closes", 2000)
def _(n: int, note: str) -> str:
    opened = _lines(n, lambda i: "<li>")
    return f"<html>\n{opened}<a onclick='f(e.getCode() === 16388)'></a>{note}\n"


@_page("holes of a template", 500, path="trtc_page.html.j2")
def _(n: int, note: str) -> str:
    return "<html>\n" + _lines(
        n,
        lambda i: (
            f"{{% if x{i} %}}<a onclick=\"f('{{{{ x{i} }}}}', e.getCode() === {_code(i)})\"></a>"
            f"{{% endif %}}{note}"
        ),
    )


@_page("holes of a page's script", 500, note=_JS, path="trtc_page.html.j2")
def _(n: int, note: str) -> str:
    lines = _lines(
        n,
        lambda i: (
            f"{{% if x{i} %}}f({{{{ x{i} }}}}, e.getCode() === {_code(i)});{{% endif %}}{note}"
        ),
    )
    return f"<html>\n<script>\n{lines}</script>\n"


@_page("holes that do not end", 5000)
def _(n: int, note: str) -> str:
    return f"<html>\n<a onclick='f(e.getCode() === 16388)'></a>{note}\n{'{{ {% {# <% ' * n}\n"


@_page("mustaches that do not end", 5000, path="TrtcErrors.vue")
def _(n: int, note: str) -> str:
    shown = f"<p>{{{{ code === 16388 }}}}</p>{note}"
    return f"<template>\n<div>{shown}\n{'{{ ' * n}</div>\n</template>\n"


@_page("comments that do not end", 5000, path="trtc.md")
def _(n: int, note: str) -> str:
    return f"# TRTC{note}\n\n{'<!-- ' * n}\n\n```js\nf(e.getCode() === 16388);\n```\n"


@_page("attributes of a component", 500, path="TrtcErrors.vue")
def _(n: int, note: str) -> str:
    tags = _lines(n, lambda i: f'<a :class="{{ x: code === {_code(i)} }}" @click="f" />{note}')
    return (
        f"<template>\n<div>\n{tags}</div>\n</template>\n<script setup>\n"
        "const code = e.getCode();\n</script>\n"
    )


@_page("mustaches", 500, path="TrtcErrors.vue")
def _(n: int, note: str) -> str:
    tags = _lines(n, lambda i: f"<p>{{{{ code === {_code(i)} }}}}</p>{note}")
    return f"<template>\n<div>\n{tags}</div>\n</template>\n"


@_page("braces in attributes", 500, path="TrtcErrors.vue")
def _(n: int, note: str) -> str:
    tags = _lines(n, lambda i: f'<p title="{{{{">{{{{ code === {_code(i)} }}}}</p>{note}')
    return f"<template>\n<div>\n{tags}</div>\n</template>\n"


@_page("statements of a component", 500, path="TrtcErrors.vue", note=_JS)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"if (e.getCode() === {_code(i)}) f({i});{note}")
    return f"<template>\n<p />\n</template>\n<script setup>\n{lines}</script>\n"


@_page("expressions of Svelte", 500, path="TrtcErrors.svelte")
def _(n: int, note: str) -> str:
    tags = _lines(
        n, lambda i: f"{{#if code === {_code(i)}}}<p on:click={{() => f()}} />{{/if}}{note}"
    )
    return f"<script>\nlet code;\n</script>\n{tags}"


@_page("braces that do not end", 5000, path="TrtcErrors.svelte")
def _(n: int, note: str) -> str:
    return f"<p title={{code === 16388}} />{note}\n{'{ ` ${ ' * n}\n"


@_page("expressions of Astro", 500, path="TrtcErrors.astro")
def _(n: int, note: str) -> str:
    tags = _lines(n, lambda i: f"<p>{{code === {_code(i)} && <b>x</b>}}</p>{note}")
    return f"---\nconst code = e.getCode();\n---\n{tags}"


@_page("expressions of MDX", 500, path="trtc.mdx", small=12)
def _(n: int, note: str) -> str:
    return "# TRTC\n\n" + _lines(n, lambda i: f"<Alert code={{{_code(i)}}} />{note}")


@_page("lines of Pug", 500, path="trtc.pug", note="")
def _(n: int, note: str) -> str:
    return "#trtc\n" + _lines(
        n, lambda i: f"  p(v-if='code === {_code(i)}', :a=(b), c) #{{code === {_code(i)}}} x"
    )


@_page("brackets of Pug that do not end", 5000, path="trtc.pug", note="")
def _(n: int, note: str) -> str:
    return "#trtc(v-if='code === 16388')\n" + _lines(n, lambda i: "  p(a='b', c=(d")


@_page("attributes of Pug", 500, path="trtc.pug", note="")
def _(n: int, note: str) -> str:
    held = _lines(n, lambda i: f"  :a='code === {_code(i)}' + 'b' + \"c\" + (d)")
    return f"#trtc(\n{held})\n"


# Documents and notebooks


@_page("fences", 300, path="trtc.md", note=_JS, small=12)
def _(n: int, note: str) -> str:
    return "# TRTC\n\n" + _lines(n, lambda i: f"```js\nf(e.getCode() === {_code(i)});{note}\n```\n")


@_page("lines of a fence", 500, path="trtc.md", note=_JS)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"f(e.getCode() === {_code(i)});{note}")
    return f"# TRTC\n\n```js\n{lines}```\n"


@_page("lines of a quoted fence", 500, path="trtc.md", note=_JS)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"> f(e.getCode() === {_code(i)});{note}")
    return f"# TRTC\n\n> ```js\n{lines}> ```\n"


@_page("nested quotes", 1000, path="trtc.md")
def _(n: int, note: str) -> str:
    mark = "> " * n
    return f"# TRTC{note}\n\n{mark}```js\n{mark}f(e.getCode() === 16388);\n{mark}```\n"


@_page("handlers without quotes", 300, small=12)
def _(n: int, note: str) -> str:
    return _lines(n, lambda i: f"<p onclick=f(e.getCode()==={_code(i)}) title='trtc'></p>{note}")


@_page("templates of Vue's", 200, small=12)
def _(n: int, note: str) -> str:
    held = _lines(n, lambda i: f'<p v-if="code === {_code(i)}">{{{{ code === {_code(i)} }}}}</p>')
    return f"<!-- trtc -->\n<script type=text/x-template>\n{held}</script>{note}\n"


@_page("scripts in a document", 300, path="trtc.md", small=12)
def _(n: int, note: str) -> str:
    blocks = _lines(n, lambda i: f"<script>f(e.getCode() === {_code(i)});</script>")
    return f"# TRTC\n\n{blocks}{note}\n"


@_page("scripts without an end in a document", 20_000, path="trtc.md")
def _(n: int, note: str) -> str:
    return f"# TRTC\n\n```js\nf(e.getCode() === 16388);{note}\n```\n" + "<script\n<script>\n" * n


@_page("comments without an end before a handler", 10_000)
def _(n: int, note: str) -> str:
    marks = "<!-- <a @b=c d='" * n
    return f"<p onclick=f(e.getCode()===16388) title='trtc'></p>{note}\n{marks}"


@_page("exports of a document", 300, path="trtc.mdx", note=_JS, small=12)
def _(n: int, note: str) -> str:
    return "# TRTC\n\n" + _lines(
        n, lambda i: f"export const f{i} = (e) => e.getCode() === {_code(i)};{note}\n"
    )


@_page("blocks of Handlebars", 300, path="trtc.hbs", small=12)
def _(n: int, note: str) -> str:
    blocks = _lines(n, lambda i: f"{{{{#if a}}}}f(e.getCode() === {_code(i)});{{{{/if}}}}{{{{!-- x")
    return f"<script>\n{blocks}</script>{note}\n"


@_page("quotes without a fence", 5000, path="trtc.md")
def _(n: int, note: str) -> str:
    return f"# TRTC{note}\n\n{'> ' * n}x\n{'- ' * n}x\n\n```js\nf(e.getCode() === 16388);\n```\n"


@_page("fences in a fence without an end", 2000, path="trtc.md")
def _(n: int, note: str) -> str:
    return f"# TRTC{note}\n\n````js\nf(e.getCode() === 16388);\n" + "```\n" * n


@_page("backquotes in a line", 2000, path="trtc.md")
def _(n: int, note: str) -> str:
    return f"# TRTC\n\n{'`a` <!-- b --> ' * n}{note}\n\n```js\nf(e.getCode() === 16388);\n```\n"


def _notebook(cells: Iterator[str]) -> str:
    made: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": cell.splitlines(keepends=True),
        }
        for cell in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


@_page("cells", 300, path="trtc.ipynb", note=_PY, small=12)
def _(n: int, note: str) -> str:
    return _notebook(f"f(code == {_code(i)}){note}\n" for i in range(n))


@_page("lines of a cell", 500, path="trtc.ipynb", note=_PY)
def _(n: int, note: str) -> str:
    return _notebook(iter([_lines(n, lambda i: f"f(code == {_code(i)}){note}")]))


@_page("statements of a script in a cell", 200, path="trtc.ipynb", note=_JS, small=12)
def _(n: int, note: str) -> str:
    lines = _lines(n, lambda i: f"if (e.getCode() === {_code(i)}) f({i});{note}")
    return _notebook(iter([f"%%html\n<script>\n{lines}</script>\n"]))


@_script("functions that handle v5", 800)
def _(n: int, note: str) -> str:
    return "import TRTC from 'trtc-sdk-v5';\n" + _lines(
        n, lambda i: f"export const f{i} = (error) => error.code === 5{i % 4 + 1}00;{note}"
    )


@_script("values of one name", 400)
def _(n: int, note: str) -> str:
    return "import TRTC from 'trtc-js-sdk';\nlet code;\n" + _lines(
        n, lambda i: f"code = e{i}.getCode();\nif (code === {_code(i)}) f({i});{note}"
    )


@_script("functions that load v5", 400)
def _(n: int, note: str) -> str:
    load = "const { default: T } = await import('trtc-sdk-v5');"
    body = "try { T.create() } catch (error) { return error.code === 5300; }"
    return _lines(n, lambda i: f"export async function f{i}() {{ {load} {body} }}{note}")


@_page("scripts that share v5's global", 150)
def _(n: int, note: str) -> str:
    head = '<script src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js"></script>\n'
    return head + _lines(
        n,
        lambda i: (
            f"<script>TRTC.create().enterRoom().catch((error) => error.code === 5300 && f{i}())"
            f'</script>{note}\n<button onclick="if (error.code === 5998) f{i}()">x</button>'
        ),
    )


@_python("tables of liteav's codes", 400)
def _(n: int, note: str) -> str:
    uses = _lines(n, lambda i: f"print(ERROR_CODES.get(x{i}))")
    table = _lines(n, lambda i: f"    -{(205, 3301, 3319)[i % 3]}: 'x{i}',{note}")
    return f"import liteav\n\nERROR_CODES = {{\n{table}}}\n{uses}"


@_python("look-ups in a table that codes fill", 300)
def _(n: int, note: str) -> str:
    fills = _lines(n, lambda i: f"seen[e{i}.error_code] = {i}")
    asks = _lines(n, lambda i: f"f(seen[{_code(i)}], seen.get({_code(i + 1)})){note}")
    return f"# trtc\nseen = {{}}\n{fills}{asks}"


@_script("look-ups in a member that codes fill", 300)
def _(n: int, note: str) -> str:
    fills = _lines(n, lambda i: f"  add{i}(e) {{ this.seen.set(e{i}.getCode(), {i}); }}")
    asks = _lines(n, lambda i: f"  ask{i}() {{ return this.seen.get({_code(i)}); }}{note}")
    return f"// trtc\nclass Stats {{\n{fills}{asks}}}\n"


@_python("classes of errors, one derived from the other", 200)
def _(n: int, note: str) -> str:
    head = "# trtc\nclass Fault0(Exception):\n    def __init__(self, code): pass\n"
    return head + _lines(
        n,
        lambda i: (
            f"class Fault{i + 1}(Fault{i}): pass\ndef f{i}(): raise Fault{i + 1}({_code(i)}){note}"
        ),
    )


@_script("classes of errors, one derived from the other, in a script", 200)
def _(n: int, note: str) -> str:
    head = "// trtc\nclass Fault0 extends Error { constructor(code) { super(); } }\n"
    return head + _lines(
        n,
        lambda i: (
            f"class Fault{i + 1} extends Fault{i} {{}}\n"
            f"function f{i}() {{ throw new Fault{i + 1}({_code(i)}); }}{note}"
        ),
    )


@_script("watchers", 300)
def _(n: int, note: str) -> str:
    return "// trtc\n" + _lines(
        n, lambda i: f"watch(() => s{i}.code, (now) => {{ if (now === {_code(i)}) f(); }});{note}"
    )


@_python("numbers instead of a code, in one expression", 300)
def _(n: int, note: str) -> str:
    return f"# trtc\nshow(code{''.join(f' or {_code(i)}' for i in range(n))}){note}\n"


@_python("annotated parameters", 200)
def _(n: int, note: str) -> str:
    return "import liteav\n" + _lines(
        n,
        lambda i: (
            f'def f{i}(cloud: "liteav.TRTCCloud"):\n    return cloud.EnterRoom({i}) == -3301{note}'
        ),
    )


@_python("functions that give on what source is taken of", 1000)
def _(n: int, note: str) -> str:
    given_on = "".join(f"def f{i}(x):\n    return f{i - 1}(x)\n\n" for i in range(1, n))
    return (
        "import inspect\nimport trtc\n\n\ndef f0(x):\n    return inspect.getsource(x)\n\n"
        f"{given_on}def g(code):\n    return code == 16388{note}\n\nf{n - 1}(g)\n"
    )
