"""Codes in strings: each is rewritten or refused with its reason, in every kind of string."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter

import libcst
import pytest
from fixing import fixed, outcome
from marked import unmarked
from test_embedded import KINDS
from test_javascript import FOUND

from flake8_trtc.config.options import JsConstants, Options
from flake8_trtc.fix.edits import ProofError
from flake8_trtc.messages import refusals as reasons

HEAD = "import trtc\nfrom string import Template\n# language=js\n"
TOP = "its constants would have to be global here; set trtc-js-error-code to a global of yours"
ESCAPES = "what declares the constants would stand between escapes"
REFUSED = {TOP: 30}
"""How many codes of the corpus are refused, by reason, in a string of one kind."""


def quoted(match: re.Match[str]) -> str:
    return f'"{match[1]}"'


def module(name: str, kind: str, use: str = "page.add_init_script({})") -> bytes:
    text = KINDS[kind](unmarked(FOUND[name])[0])
    return f"{HEAD}{use.replace('{}', text)}\n".encode()


@pytest.mark.parametrize("kind", KINDS)
def test_every_code_is_rewritten_or_refused(kind: str) -> None:
    reasons: Counter[str] = Counter()
    rewritten = 0
    for name in FOUND:
        before = module(name, kind)
        result = outcome(before)
        assert result.error is None, name
        reasons.update(refused.reason for refused in result.refusals)
        rewritten += len(result.fixed)
        if result.new is not None:
            ast.parse(result.new)
            again = outcome(result.new)
            assert (again.new, again.error) == (None, None), name
            assert [item.reason for item in again.refusals] == [
                item.reason for item in result.refusals
            ]
    assert reasons == {**REFUSED, **({ESCAPES: 1} if kind == "escapes before" else {})}
    assert rewritten == 77 - (kind == "escapes before")


@pytest.mark.parametrize(
    ("use", "rewritten"),
    [("text = {}", 18), ("run(page, {})", 18), ("driver.execute_script({})", 107)],
)
def test_only_what_is_known_to_be_run_gets_a_declaration_at_its_top(
    use: str, rewritten: int
) -> None:
    results = [outcome(module(name, "triple-quoted", use)) for name in FOUND]
    assert sum(len(result.fixed) for result in results) == rewritten
    refusals = [item.reason for result in results for item in result.refusals]
    assert refusals == [reasons.NO_ROOM()] * (107 - rewritten)


@pytest.mark.parametrize("kind", KINDS)
def test_a_global_of_the_project_serves_every_code(kind: str) -> None:
    options = Options(js_error_code=JsConstants("TRTC_CODES"))
    for name in FOUND:
        result = outcome(module(name, kind), options=options)
        assert (result.error, result.refusals) == (None, ()), name


STRINGS = {
    "a page": (
        b'PAGE = """<html>\n<script>\nfunction f(e) {\n  if (e.getCode() === 0x4043) play();\n}\n</script>"""\n',
        b'PAGE = """<html>\n<script>\nfunction f(e) {\n'
        b"  const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n"
        b'  if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) play();\n}\n</script>"""\n',
    ),
    "a template": (
        b"render_template_string('''<script>function f(e) {\n  {% if x %}\n  e.getCode() === 0x4043;"
        b"\n  {% endif %}\n}</script>''', x=1)\n",
        b"render_template_string('''<script>function f(e) {\n"
        b"  const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n"
        b"  {% if x %}\n  e.getCode() === ErrorCode.PLAY_NOT_ALLOWED;\n  {% endif %}\n}</script>''', x=1)\n",
    ),
    "an f-string": (
        b'page.evaluate(f"e => {{ if (e.getCode() === 0x4043) play({name}); }}")\n',
        b'page.evaluate(f"e => {{ const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 }}); '
        b'if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) play({name}); }}")\n',
    ),
    "format": (
        b"page.evaluate('''e => {{\n  if (e.getCode() === 0x4043) play({});\n}}'''.format(name))\n",
        b"page.evaluate('''e => {{\n  const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 }});\n"
        b"  if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) play({});\n}}'''.format(name))\n",
    ),
    "a line a literal": (
        b'page.evaluate("e => {\\n"\n              "  if (e.getCode() === 0x4043) play();\\n"\n              "}")\n',
        b'page.evaluate("e => {\\n"\n'
        b'              "  const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\\n'
        b'  if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) play();\\n"\n              "}")\n',
    ),
    "tabs as escapes": (
        b'page.evaluate("e => {\\n\\tif (e.getCode() === 0x4043) play();\\n}")\n',
        b'page.evaluate("e => {\\n\\tconst ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });'
        b'\\n\\tif (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) play();\\n}")\n',
    ),
    "raw on one line": (
        b"driver.execute_script(r'return e.getCode() === 0x4043')\n",
        b"driver.execute_script(r'const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); "
        b"return e.getCode() === ErrorCode.PLAY_NOT_ALLOWED')\n",
    ),
    "bytes": (
        b'x = b"""function f(e) {\n  return e.getCode() === 0x4043;\n}"""\n',
        b'x = b"""function f(e) {\n  const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n'
        b'  return e.getCode() === ErrorCode.PLAY_NOT_ALLOWED;\n}"""\n',
    ),
    "beside Python's own codes": (
        b"import trtc\n\nok = code == 16388\npage.evaluate(f'() => {{ if (e.getCode() === 0x4043) f({code == 16389}); }}')\n",
        b"import trtc\nfrom flake8_trtc import ErrorCode\n\nok = code == ErrorCode.JOIN_ROOM_FAILED\n"
        b"page.evaluate(f'() => {{ const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 }}); "
        b"if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) f({code == ErrorCode.CREATE_OFFER_FAILED}); }}')\n",
    ),
    "in brackets, twice the same": (
        b"a = ('function f(e) { return e.getCode() === 0x4043 }')\n"
        b"b = [('function f(e) { return e.getCode() === 0x4043 }'), 'function f(e) { return e.getCode() === 0x4043 }']\n",
        b"a = ('function f(e) { const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); return e.getCode() === ErrorCode.PLAY_NOT_ALLOWED }')\n"
        b"b = [('function f(e) { const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); return e.getCode() === ErrorCode.PLAY_NOT_ALLOWED }'), "
        b"'function f(e) { const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); return e.getCode() === ErrorCode.PLAY_NOT_ALLOWED }']\n",
    ),
}


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("case", STRINGS)
def test_whole_bytes(case: str, ending: bytes) -> None:
    before, after = (text.replace(b"\n", ending) for text in STRINGS[case])
    assert fixed(before) == after


UNKNOWN = {
    "bound": "CONDITION = ‹e.getCode() === 16388›\n",
    "bound, a member": "self.condition = ‹e.getCode() === 16388›\n",
    "an arrow function": "CONDITION = ‹(e) => e.getCode() === 16388›\n",
    "statements": "TEXT = ‹if (e.getCode() === 16388) { play(); }›\n",
    "ended": "TEXT = ‹play(e.getCode() === 16388);›\n",
    "the body of a function": "TEXT = ‹return e.getCode() === 16388;›\n",
    "marked": "# language=js\nTEXT = ‹e.getCode() === 16388›\n",
    "returned": "def condition():\n    return ‹e.getCode() === 16388›\n",
    "an item": "page.evaluate(' || '.join([‹e.getCode() === 16388›]))\n",
    "a value": "SCRIPTS = {'condition': ‹e.getCode() === 16388›}\n",
    "a default": "def f(condition=‹e.getCode() === 16388›): pass\n",
    "given to a helper": "run(page, ‹e.getCode() === 16388›)\n",
    "given to a helper alone": "driver.execute_script(ready(‹e.getCode() === 16388›))\n",
    "put in by %": "driver.execute_script('return %s' % ‹e.getCode() === 16388›)\n",
    "put in by % from a tuple": "driver.execute_script('return %s' % (‹e.getCode() === 16388›,))\n",
    "put in by format": "driver.execute_script('return {}'.format(‹e.getCode() === 16388›))\n",
    "put in by format, named": "driver.execute_script('return {x}'.format(x=‹e.getCode() === 16388›))\n",
    "put in by Template": (
        "driver.execute_script(Template('return $x').substitute(x=‹e.getCode() === 16388›))\n"
    ),
    "put in by replace": "driver.execute_script('return X'.replace('X', ‹e.getCode() === 16388›))\n",
    "put in by Jinja": "render_template_string('<p>{{ x }}</p>', x=‹e.getCode() === 16388›)\n",
    "in a hole": "driver.execute_script(f'return {‹e.getCode() === 16388›}')\n",
    "between others": "driver.execute_script(‹e.getCode() === 16388›.join(texts))\n",
    "an argument of the script": "driver.execute_script('return f(arguments[0])', ‹() => e.getCode() === 16388›)\n",
    "named, put in by +": "X = ‹e.getCode() === 16388›\ndriver.execute_script('return ' + X)\n",
    "named, put in by f": "X = ‹e.getCode() === 16388›\ndriver.execute_script(f'return {X}')\n",
    "named, put in by format": (
        "X = ‹e.getCode() === 16388›\ndriver.execute_script('return {}'.format(X))\n"
    ),
    "named, run and put in": (
        "X = ‹e.getCode() === 16388›\ndriver.execute_script(X)\ndriver.execute_script('return ' + X)\n"
    ),
    "named, exported": "__all__ = ['X']\nX = ‹e.getCode() === 16388›\ndriver.execute_script(X)\n",
    "named, run and evaluated": (
        "X = ‹e.getCode() === 16388›\ndriver.execute_script(X)\npage.evaluate(X)\n"
    ),
    "named, with something behind it": (
        "X = ‹if (e.getCode() === 16388) f();›\npage.add_init_script(X + tail)\n"
    ),
    "with something behind it": (
        "page.add_init_script(‹if (e.getCode() === 16388) f();› + tail)\n"
    ),
    "added to": "X = ‹if (e.getCode() === 16388) f();›\nX += tail\npage.add_init_script(X)\n",
    "an expression that is run": "ui.execute_js(‹e.getCode() === 16388›)\n",
    "an expression with a comment": "ui.execute_js(‹/* ready */ e.getCode() === 16388 // yes›)\n",
}


@pytest.mark.parametrize("case", UNKNOWN)
@pytest.mark.parametrize("prefix", ["", "r", "f"])
def test_a_declaration_would_take_the_value_away(prefix: str, case: str) -> None:
    """What runs a text is not seen, or it is one expression: it stays as it is, with the reason."""
    text = UNKNOWN[case]
    doubled = text.replace("{ play(); }", "{{ play(); }}") if prefix == "f" else text
    result = outcome(
        f"import trtc\n{re.sub('‹(.*?)›', lambda match: prefix + quoted(match), doubled)}".encode()
    )
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [reasons.NO_ROOM()]


RUN = {
    "run": 'driver.execute_script(r"«@ »return e.getCode() === ‹16388›")\n',
    "run by name": 'driver.execute_script(script=r"«@ »return e.getCode() === ‹16388›")\n',
    "filled in": 'driver.execute_script(r"«@@ »return e.getCode() === ‹16388› && {}".format(x))\n',
    "filled in by %": 'driver.execute_script(r"«@ »return e.getCode() === ‹16388› && %s" % x)\n',
    "dedented": 'driver.execute_script(dedent(r"«@ »return e.getCode() === ‹16388›").strip())\n',
    "bound": 'X = r"«@ »return e.getCode() === ‹16388›"\ndriver.execute_script(X)\n',
    "bound and filled in": (
        'X: str = r"«@@ »return e.getCode() === ‹16388› && {}"\nexecute_script(X.format(1))\n'
    ),
    "statements": 'page.add_init_script("«{ @ »if (e.getCode() === ‹16388›) f();« }»")\n',
    "a statement": 'page.add_init_script("«{ @ »f(e.getCode() === ‹16388›);« }»")\n',
    "bound, with an argument": (
        'X = r"«@ »return e.getCode() === ‹16388›"\ndriver.execute_script( X , 1)\n'
    ),
    "bound and stripped": (
        'X = r"«@ »return e.getCode() === ‹16388›"\ndriver.execute_script(X.strip())\n'
    ),
    "bound twice": (
        'X = r"«@ »return e.getCode() === ‹16388›"\ndriver.execute_script(script=X)\n'
        'X = "return 1"\ndriver.execute_script(X)\n'
    ),
    "bound statements": (
        'X = "«{ @ »if (e.getCode() === ‹16388›) f();« }»"\npage.add_init_script(script=X)\n'
    ),
    "a block of its own": 'X = "(e) => { «@ »return e.getCode() === ‹16388›; }"\n',
    "an argument of format": (
        'X = "<script>{}</script>".format("function f(e) { «@ »return e.getCode() === ‹16388›; }")\n'
    ),
    "an argument of Template": (
        'X = Template("$x").substitute(x="function f(e) { «@ »return e.getCode() === ‹16388›; }")\n'
    ),
    "a template for format_html": (
        'format_html("<script>function f(e) {{ «@@ »return e.getCode() === ‹16388›; }}</script>")\n'
    ),
    "an argument of format_html": (
        'format_html("<p>{}</p>", "function f(e) { «@ »return e.getCode() === ‹16388›; }")\n'
    ),
    "a page of Jinja's": (
        'render_template_string("<script>{{ x }}; f(() => { «@ »g(e.getCode() === ‹16388›) })</script>")\n'
    ),
    "a page with doubled and single braces": (
        'X = "<p>{{ x }}</p><script>function f(e) { «@ »return e.getCode() === ‹16388›; }</script>"\n'
    ),
    "a module": (
        "X = \"\"\"import TRTC from 'trtc-js-sdk';\n«\n@\n\n»f(e.getCode() === ‹16388›);\n\"\"\"\n"
    ),
}  # fmt: skip
DECLARED = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"


@pytest.mark.parametrize("case", RUN)
def test_a_text_that_is_known_to_be_run_is_declared_in(case: str) -> None:
    text = RUN[case]
    doubled = DECLARED.replace("{", "{{").replace("}", "}}")
    new = text.replace("@@", doubled).replace("@", DECLARED)
    before = re.sub("«[^«»]*»|[‹›]", "", text)
    after = re.sub("‹16388›", "ErrorCode.JOIN_ROOM_FAILED", re.sub("[«»]", "", new))
    assert fixed(f"import trtc\n{before}".encode()).decode() == f"import trtc\n{after}"


DOUBLED = {
    "filled in elsewhere": (
        "PAGE = \"<script>function f(e) {{ if (e.getCode() === 16388) {{ log('{t}'); }} }}</script>\"\n"
    ),
    "without a hole": 'PAGE = "<script>function f(e) {{ g(e.getCode() === 16388); }}</script>"\n',
    "filled in by a helper": (
        'page = fill("<script>function f(e) {{ g(e.getCode() === 16388); }}</script>", t=1)\n'
    ),
    "a script": 'SCRIPT = "function f(e) {{ return e.getCode() === 16388 || {other[0].x!r:>{w}}; }}"\n',
    "a script, returned": 'def f():\n    return "(e) => {{ return e.getCode() === 16388; }}"\n',
    "a script that is run": 'page.evaluate("() => {{ return e.getCode() === 16388; }}")\n',
    "a member": 'class A:\n    page = "<script>function f(e) {{ g(e.getCode() === 16388); }}</script>"\n',
    "an argument of format": 'x = "{}".format("function f(e) {{ return e.getCode() === 16388; }}")\n',
    "made by an f-string": 'x = f"function f(e) {{{{ return e.getCode() === 16388; }}}}"\n',
    "a module": 'x = """import TRTC from \'trtc-js-sdk\';\nf(() => {{ e.getCode() === 16388 }});"""\n',
    "an attribute": "x = \"<div onclick='f(() => {{ return e.getCode() === 16388 }})'>{t}</div>\"\n",
}


@pytest.mark.parametrize("case", DOUBLED)
def test_a_text_whose_braces_are_doubled_is_a_template(case: str) -> None:
    """Whoever fills it in: a declaration with single braces would be a hole of it."""
    text = f"import trtc\n{DOUBLED[case]}".encode()
    result = outcome(text)
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [reasons.SEALED()]
    options = Options(js_error_code=JsConstants("window.CODES"))
    after = text.replace(b"16388", b"window.CODES.JOIN_ROOM_FAILED")
    assert fixed(text, options=options) == after
    result = outcome(text, options=Options(js_error_code=JsConstants("CODES", "./codes.js")))
    assert [item.reason for item in result.refusals] == [reasons.SEALED()]


def test_nothing_is_put_between_two_braces() -> None:
    """Not even where others are single, so that `format` can't be what fills the text in."""
    text = b"X = 'function f(e) {{ return e.getCode() === 16388; }} function g() { return 1; }'\n"
    result = outcome(text)
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [ESCAPES]


EVALUATED = {
    "a condition": 'page.evaluate("«{ @ »if (e.getCode() === ‹16388›) f();« }»")\n',
    "statements": 'page.evaluate("const c = e.getCode(); «{ @ »c === ‹16388›« }»")\n',
    "an arrow function": 'page.evaluate("e => «{ @ return »e.getCode() === ‹16388›«; }»")\n',
    "one of two lines": (
        'page.evaluate("""\n(e) =>« {\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 })»\n'
        '  «return »e.getCode() === ‹16388›«\n}»\n""")\n'
    ),
    "by its name": 'X = "e => «{ @ return »e.getCode() === ‹16388›«; }»"\npage.wait_for_function(X)\n',
    "an argument of its own": (
        'page.eval_on_selector("p", "e => «{ @ return »e.getCode() === ‹16388›«; }»")\n'
    ),
    "a function called at once": (
        'page.evaluate("(() => «{ @ return »e.getCode() === ‹16388›«; }»)()")\n'
    ),
    "a function in an expression": (
        'page.evaluate("codes.some((c) => «{ @ return »c === ‹16388› && trtc«; }»)")\n'
    ),
    "filled in": 'page.evaluate("e => «{{ @@ return »e.getCode() === ‹16388› && f({})«; }}»".format(x))\n',
    "bound and filled in": (
        'X = "«{ @ »if (e.getCode() === ‹16388›) f(%s);« }»"\npage.evaluate(X % x)\n'
    ),
}


@pytest.mark.parametrize("case", EVALUATED)
def test_a_text_that_is_evaluated_comes_to_the_same(case: str) -> None:
    """A block has the value of its last statement, an arrow function that of its `return`."""
    text = EVALUATED[case]
    doubled = DECLARED.replace("{", "{{").replace("}", "}}")
    new = text.replace("@@", doubled).replace("@", DECLARED)
    before = re.sub("«[^«»]*»|[‹›]", "", text)
    after = re.sub("‹16388›", "ErrorCode.JOIN_ROOM_FAILED", re.sub("[«»]", "", new))
    assert fixed(f"import trtc\n{before}".encode()).decode() == f"import trtc\n{after}"


@pytest.mark.parametrize(
    "text",
    [
        "page.evaluate('e.getCode() === 16388')\n",
        "page.evaluate('e.getCode() === 16388; f()')\n",
        "page.evaluate('const errorCode = 16388; f(errorCode);')\n",
        "page.evaluate('f((errorCode = 16388) => errorCode)')\n",
        "page.evaluate('if (e.getCode() === 16388) f();' + tail)\n",
        "page.evaluate('if (e.getCode() === 16388) f();'.strip() + tail)\n",
        "X = 'if (e.getCode() === 16388) f();'\npage.evaluate(X.strip() + tail)\n",
        "X = 'if (e.getCode() === 16388) f(%s);'\npage.evaluate(X % x + tail)\n",
        "page.eval_on_selector('e => e.getCode() === 16388', 'x')\n",
        "page.evaluate('f', 'e => e.getCode() === 16388')\n",
    ],
)
def test_what_is_evaluated_may_have_no_room(text: str) -> None:
    """`return` may stand before an expression, an `else` behind a statement."""
    result = outcome(f"import trtc\n{text}".encode())
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [reasons.NO_ROOM()]


def test_value_has_no_room() -> None:
    result = outcome(b"page.evaluate('e.getCode() === 0x4043')\n")
    assert result.new is None
    assert [item.reason for item in result.refusals] == [
        "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
    ]
    options = Options(js_error_code=JsConstants("window.CODES"))
    assert fixed(b"page.evaluate('e => e.getCode() === 0x4043')\n", options=options) == (
        b"page.evaluate('e => e.getCode() === window.CODES.PLAY_NOT_ALLOWED')\n"
    )


STRINGS_OF_A_SCRIPT = {
    "a condition": "page.evaluate('«{ @ »if (e.getCode() === ‹16388›) f();« }»');\n",
    "an arrow function": "page.evaluate('e => «{ @ return »e.getCode() === ‹16388›«; }»');\n",
    "a timer": "setTimeout('«{ @ »f(e.getCode() === ‹16388›)« }»', 1);\n",
    "a text that returns": "browser.executeScript('«@\\n»return e.getCode() === ‹16388›');\n",
    "with a hole": "page.evaluate(`«{ @ »if (e.getCode() === ‹16388›) f(${x});« }»`);\n",
}


@pytest.mark.parametrize("case", STRINGS_OF_A_SCRIPT)
def test_a_string_of_a_script_is_evaluated_likewise(case: str) -> None:
    text = f"import TRTC from 'trtc-js-sdk';\n{STRINGS_OF_A_SCRIPT[case]}"
    before = re.sub("«[^«»]*»|[‹›]", "", text)
    after = re.sub("‹16388›", "ErrorCode.JOIN_ROOM_FAILED", re.sub("[«»]", "", text))
    assert fixed(before.encode(), "/somewhere/a.mjs").decode() == after.replace("@", DECLARED)


@pytest.mark.parametrize(
    "text",
    [
        "page.evaluate('e.getCode() === 16388');\n",
        "page.evaluate('if (e.getCode() === 16388) f();' + tail);\n",
        "page.evaluate(`${head}; if (e.getCode() === 16388) f();`);\n",
        "page.evaluate(['e => e.getCode() === 16388']);\n",
        "new Blob(['if (e.getCode() === 16388) (() => f())();']);\n",
        "const text = '() => e.getCode() === 16388';\npage.evaluate(text);\n",
    ],
)
def test_a_string_of_a_script_may_have_no_room(text: str) -> None:
    result = outcome(f"import TRTC from 'trtc-js-sdk';\n{text}".encode(), "/somewhere/a.mjs")
    assert (result.new, result.error) == (None, None)
    assert len(result.refusals) == 1


def test_noqa_silences_the_whole_string() -> None:
    text = b'page.evaluate("""() => {\n  if (e.getCode() === 0x4043) f();\n}""")  # noqa: TRT001\n'
    result = outcome(text)
    assert (result.new, result.refusals, result.error) == (None, (), None)


def test_comments_for_eslint_that_are_of_no_more_use() -> None:
    text = (
        b"import 'trtc-js-sdk';\n// eslint-disable-next-line no-magic-numbers\n"
        b"if (e.getCode() === 16388) f();\n// eslint-disable-next-line no-magic-numbers\n"
        b"if (e.getCode() === 16388) f(3);\n"
        b"f(e.getCode() === 16388); // eslint-disable-line @typescript-eslint/no-magic-numbers\n"
        b"f(3); // eslint-disable-line no-magic-numbers\n"
    )
    result = outcome(text, "/somewhere/page.js")
    assert [(note.line, note.column, note.text) for note in result.notes] == [
        (5, 1, "no-magic-numbers has nothing to silence here any more"),
        (9, 48, "no-magic-numbers has nothing to silence here any more"),
    ]


def test_one_statement_with_a_number_of_its_own_and_one_in_its_string() -> None:
    before = (
        b"import trtc\n"
        b"x = page.evaluate('e => { if (e.getCode() === 0x4043) play(); }', code == 16388)\n"
    )
    after = (
        b"import trtc\nfrom flake8_trtc import ErrorCode\n"
        b"x = page.evaluate('e => { const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); "
        b"if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) play(); }', "
        b"code == ErrorCode.JOIN_ROOM_FAILED)\n"
    )
    result = outcome(before)
    assert [(item.line, item.column) for item in result.fixed] == [(2, 47), (2, 75)]
    assert fixed(before) == after


def test_a_number_in_a_hole_of_code() -> None:
    """It changes the length of the hole, so the code around it is read again."""
    before = (
        b"import trtc\n"
        b"x = page.evaluate(f'e => {{ if (e.getCode() === 0x4043) play({code == 16388}); }}')\n"
    )
    after = (
        b"import trtc\nfrom flake8_trtc import ErrorCode\n"
        b"x = page.evaluate(f'e => {{ const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 "
        b"}}); if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) "
        b"play({code == ErrorCode.JOIN_ROOM_FAILED}); }}')\n"
    )
    assert fixed(before) == after


def test_a_refused_number_in_a_hole_does_not_stop_the_code_around_it() -> None:
    before = (
        b"import trtc\n"
        b"x = page.evaluate(f'e => {{ if (e.getCode() === 0x4043) play({code == 16388 =}); }}')\n"
    )
    result = outcome(before)
    reason = "the f-string prints the text of this expression (`=`)"
    assert [refused.reason for refused in result.refusals] == [reason]
    assert result.new is not None
    assert b"=== ErrorCode.PLAY_NOT_ALLOWED) play({code == 16388 =})" in result.new


def test_a_string_in_a_hole_whose_text_is_printed() -> None:
    """It alone is refused, where it stands after the fix; the others are rewritten."""
    printed = b"x = f\"{page.evaluate('e => { return e.getCode() === 0x4043; }')=}\"\n"
    before = (
        b"import trtc\n"
        + printed
        + b"f('e => { return e.getCode() === 0x4043; }', code == 16388)\n"
    )
    result = outcome(before)
    reason = "the f-string prints the text of this expression (`=`)"
    assert result.error is None
    assert [(item.finding.line, item.reason) for item in result.refusals] == [(3, reason)]
    assert result.new == (
        b"import trtc\nfrom flake8_trtc import ErrorCode\n" + printed + b"f('e => { "
        b"const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); "
        b"return e.getCode() === ErrorCode.PLAY_NOT_ALLOWED; }', code == ErrorCode.JOIN_ROOM_FAILED)\n"
    )


def test_a_string_that_loses_its_number_keeps_its_place() -> None:
    """Numbers and names are searched for apart; the strings come in the order of the text."""
    before = (
        b"import trtc\npage.evaluate('e => { f(e.getCode() === 0x4043) }')\n"
        b"page.evaluate('16388')\n"
    )
    declared = b"const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); "
    after = before.replace(b"f(e", declared + b"f(e").replace(
        b"0x4043)", b"ErrorCode.PLAY_NOT_ALLOWED)"
    )
    assert fixed(before) == after


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("prefix", ["", "r", "b"])
def test_every_newline(prefix: str, newline: str) -> None:
    """Also that of the old Macintosh, which LibCST does not know."""
    lines = (
        "import trtc",
        "# language=js",
        f'text = {prefix}"""function f(e) {{',
        "  return e.getCode() === 16388;",
        '}""".strip()',
        "",
    )
    declared = "  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
    after = [line.replace("16388", "ErrorCode.JOIN_ROOM_FAILED") for line in lines]
    after.insert(3, declared)
    assert fixed(newline.join(lines).encode()) == newline.join(after).encode()


PROOF = "the rewrite failed its own proof: "
CALL = b"page.evaluate('''e => {{ return e.getCode() === 16388; }}'''.format(1))\n"


def test_code_that_reads_differently(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof refuses what a carrier could do wrong: here braces that are not doubled."""
    monkeypatch.setattr(
        "flake8_trtc.languages.python.strings.encoded", lambda text, _literal, _style: text
    )
    result = outcome(CALL)
    reads = "the code that was rewritten reads differently where it stands"
    assert (result.new, result.error) == (None, PROOF + reads)


def test_a_script_that_can_not_be_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours, but where the script is broken nobody can tell."""

    def fail(*_: object) -> None:
        raise ProofError("the script has other tokens than it had")

    monkeypatch.setattr("flake8_trtc.fix.javascript.proof.verify", fail)
    script = b"import 'trtc-js-sdk';\nfunction f(e) { return e.getCode() === 16388; }\n"
    result = outcome(script, "/somewhere/page.js")
    assert result.error == PROOF + "the script has other tokens than it had"
    broken = outcome(b"function g(e) { return e.getCode() === 16388; }\nlet = ] + ;\n", "/trtc.js")
    assert (broken.new, broken.error) == (None, None)
    assert [item.reason for item in broken.refusals] == [reasons.BROKEN()]


def test_a_string_that_libcst_can_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = libcst.parse_module
    monkeypatch.setattr(libcst, "parse_module", lambda text: parse(text.replace("(", "((", 1)))
    result = outcome(CALL)
    assert (result.new, result.error) == (None, None)
    (refused,) = result.refusals
    assert refused.reason.startswith("LibCST: ")


def test_a_string_in_a_string() -> None:
    text = b"```python\npage.evaluate('e => { return e.getCode() === 16388; }')\n```\n"
    result = outcome(text, "/somewhere/page.md")
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [
        "it stands in a string of code that itself stands in another text"
    ]


def test_a_cell_that_begins_with_an_escape() -> None:
    """There is no place for the import in front of it."""
    code = "import trtc\nif code == 16388: pass\n"
    cells = [{"cell_type": "code", "source": code}]
    plain = json.dumps({"cells": cells, "metadata": {}}).encode()
    assert fixed(plain, "/somewhere/a.ipynb").count(b"ErrorCode") == 2
    escaped = plain.replace(b"import trtc\\nif", b"\\u0069f trtc: pass\\nif")
    result = outcome(escaped, "/somewhere/a.ipynb")
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [ESCAPES]


PAGES = """```html
<script>
const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });
</script>
<script>
start(e => { if (e.getCode() === 16388) stop(); });
</script>
```

```html
<script>
start(e => { if (e.getCode() === 16388) stop(); });
</script>
```
"""
COMPONENTS = """```vue
<script setup>
const f = e => e.getCode() === 16388;
</script>
<template><p v-if="e.getCode() === 16388" /></template>
```

```vue
<script setup>
const g = e => e.getCode() === 16388;
</script>
<template><p v-if="e.getCode() === 16388" /></template>
```
"""
DECLARED = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"


def test_pages_of_one_document_share_nothing() -> None:
    """What a fence's page declares is not there when the page of another fence runs."""
    before, new = f"TRTC\n\n{PAGES}", "ErrorCode.JOIN_ROOM_FAILED"
    first, second = before.replace("16388", new).split("```\n\n```html\n")
    second = second.replace("{ if", f"{{ {DECLARED} if")
    after = f"{first}```\n\n```html\n{second}"
    assert fixed(before.encode(), "/somewhere/a.md").decode() == after


def test_components_of_one_document_share_nothing() -> None:
    """A template sees the setup script of its own fence."""
    before = f"TRTC\n\n{COMPONENTS}"
    after = before.replace("16388", "ErrorCode.JOIN_ROOM_FAILED")
    after = after.replace("<script setup>\n", f"<script setup>\n{DECLARED}\n")
    assert fixed(before.encode(), "/somewhere/a.md").decode() == after


def test_a_string_of_code_in_a_hole_of_a_string_of_code() -> None:
    text = (
        b'def page(extra):\n    return f"""<script>\nfunction h(error) {{ if (error.getCode() === 0x4004) log(1); }}\n'
        b'{"function k(error) { if (error.getCode() === 0x4043) log(1); }" if extra else ""}\n</script>"""\n'
        b"\n\ndef other(error):\n    return error.get_code() == 0x4001\n"
    )
    result = outcome(text)
    assert result.error is None
    assert [item.reason for item in result.refusals] == [
        "it stands in a string of code that itself stands in another text"
    ]
    assert result.new is not None
    assert (
        b"{{ const ErrorCode = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }}); if (error.getCode() === ErrorCode.JOIN_ROOM_FAILED) log(1); }}"
        in result.new
    )
    assert b"return error.get_code() == ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED\n" in result.new
    assert b"=== 0x4043" in result.new


def test_a_string_of_code_in_a_hole_of_plain_text() -> None:
    text = b"import trtc\nx = f\"<p>{page.add_init_script('if (error.getCode() === 0x4043) log(1)')}</p>\"\n"
    result = outcome(text)
    assert (result.error, result.refusals) == (None, ())
    assert b"ErrorCode.PLAY_NOT_ALLOWED" in (result.new or b"")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.mjs", "export const TPL = 'function NAME(e) {{ return e.getCode() === 16388; }}';\n"),
        ("a.mjs", "import { fill } from './fill';\nconst code = `(e) => {{ if (e.getCode() === 16388) f(); }}`;\neval(fill(code));\n"),
        ("a.mjs", "const page = '<script>function f(e) {{ return e.getCode() === 16388; }}</script>';\n"),
        ("trtc.html", "<script>\nfunction f(e) {{\n  return e.getCode() === 16388 && '{name}';\n}}\n</script>\n"),
    ],
)  # fmt: skip
def test_doubled_braces_are_a_format_s_in_every_host(path: str, text: str) -> None:
    result = outcome(b"// TRTC\n" * (path == "a.mjs") + text.encode(), f"/somewhere/{path}")
    assert (result.new, result.error) == (None, None)
    assert [str(item.reason) for item in result.refusals] == [
        "its braces are doubled for a format() that is not seen; "
        "set trtc-js-error-code to a global of yours"
    ]
