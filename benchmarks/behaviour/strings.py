"""Python modules with strings that are code, by what takes them and by how they are written."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.behaviour.case import Case, Maker
from benchmarks.behaviour.programs import expression, indented, statements


class _Consumer(NamedTuple):
    """What a program does with a text.

    name: for the table; form: of the text, a key of `_FORMS`; call: the statements, with TEXT where
    the text is. `page`, `driver` and the like are what `consumers` gives the module, and
    `run(how, text)` is what the program at last does with a text that it has made.
    """

    name: str
    form: str
    call: str


CONSUMERS = tuple(
    _Consumer(*row)
    for row in (
        ("page.evaluate", "value", "page.evaluate(TEXT)"),
        ("page.evaluate a function", "function", "page.evaluate(TEXT)"),
        ("page.evaluate statements", "script", "page.evaluate(TEXT)"),
        ("page.evaluate a statement", "statement", "page.evaluate(TEXT)"),
        ("page.evaluate twice", "statement", "for _ in range(2):\n    page.evaluate(TEXT)"),
        ("page.evaluate by parts", "statement",
         "page.evaluate('log(1);' + TEXT)\npage.evaluate(TEXT + ' log(2);')"),
        ("page.evaluate with an else", "condition",
         "tail = ' else log(2);'\npage.evaluate(TEXT + tail)"),
        ("a name with an else", "condition",
         "text = TEXT\npage.evaluate(text.strip() + ' else log(2);')"),
        ("an own evaluate", "value",
         "class Tab:\n    def evaluate(self, text):\n        driver.execute_script('return ' + text)\n\n"
         "tab = Tab()\ntab.evaluate(TEXT)"),
        ("an own evaluate of an arrow", "value",
         "class Tab:\n    def evaluate(self, text):\n        page.evaluate('() => ' + text)\n\n"
         "tab = Tab()\ntab.evaluate(TEXT)"),
        ("an own evaluate of a function", "function",
         "class Tab:\n    def evaluate(self, text):\n"
         "        driver.execute_script(f'return ({text})(arguments[0])')\n\n"
         "tab = Tab()\ntab.evaluate(TEXT)"),
        ("an own evaluate of a body", "statement",
         "class Tab:\n    def evaluate(self, text):\n        page.evaluate('() => {' + text + '}')\n\n"
         "tab = Tab()\ntab.evaluate(TEXT)"),
        ("frame.evaluate", "value", "page.main_frame.evaluate(TEXT)"),
        ("page.evaluate_handle", "function", "page.evaluate_handle(TEXT)"),
        ("page.wait_for_function", "function", "page.wait_for_function(TEXT)"),
        ("page.eval_on_selector", "function", "page.eval_on_selector('p', TEXT)"),
        ("page.add_init_script", "script", "page.add_init_script(TEXT)"),
        ("page.add_init_script named", "script", "page.add_init_script(script=TEXT)"),
        ("page.add_script_tag", "script", "page.add_script_tag(content=TEXT)"),
        ("page.set_content", "page", "page.set_content(TEXT)"),
        ("execute_script", "body", "driver.execute_script(TEXT)"),
        ("execute_async_script", "body", "driver.execute_async_script(TEXT)"),
        ("execute_cdp_cmd", "script",
         "driver.execute_cdp_cmd('Page.addScriptToEvaluateOnNewDocument', {'source': TEXT})"),
        ("QWebEnginePage", "script", "view.runJavaScript(TEXT)"),
        ("pywebview", "value", "view.evaluate_js(TEXT)"),
        ("js2py", "script", "engine.eval_js(TEXT)"),
        ("QuickJS", "value", "engine.eval(TEXT)"),
        ("execjs", "script", "engine.compile(TEXT)"),
        ("dukpy", "value", "engine.evaljs(TEXT)"),
        ("node -e", "script", "subprocess.run(['node', '-e', TEXT])"),
        ("notebook Javascript", "script", "display(Javascript(TEXT))"),
        ("notebook HTML", "page", "display(HTML(TEXT))"),
        ("HTMLResponse", "page", "run('page', HTMLResponse(TEXT).body)"),
        ("HttpResponse", "page", "run('page', HttpResponse(content=TEXT).body)"),
        ("mark_safe", "page", "run('page', mark_safe(TEXT))"),
        ("render_template_string", "page", "run('page', render_template_string(TEXT))"),
        ("string.Template", "page", "run('page', Template(TEXT).substitute())"),
        ("write_text", "script", "run('script', written(TEXT))"),
        ("print", "page", "print(TEXT)"),
        ("returned", "statement", "def build():\n    return TEXT\n\nrun('script', build())"),
        ("returned expression", "expression",
         "def build():\n    return TEXT\n\nrun('evaluate', f'() => {build()}')"),
        ("joined", "statement", "run('script', '\\n'.join(['log(1);', TEXT, 'log(2);']))"),
        ("joined expression", "expression", "run('evaluate', ' || '.join(['false', TEXT]))"),
        ("joined lines of a function", "function",
         "run('evaluate', '\\n'.join(['(', TEXT, ')(error)']))"),
        ("concatenated", "expression", "run('body', 'return ' + TEXT)"),
        ("concatenated statement", "statement", "run('script', 'if (1) { ' + TEXT + ' }')"),
        ("f-string", "expression", "text = TEXT\nrun('evaluate', f'(error) => {text}')"),
        ("f-string of statements", "statement",
         "text = TEXT\nrun('script', f'function a() {{ {text} }} a();')"),
        ("f-string filter", "function", "text = TEXT\nrun('evaluate', f'[error].filter({text}).length')"),
        ("format of another", "statement", "run('page', '<script>{}</script>'.format(TEXT))"),
        ("percent of another", "expression", "run('evaluate', '() => %s' % TEXT)"),
        ("format elsewhere", "doubled", "def fill(text, **kw):\n    return text.format(**kw)\n\nrun('page', fill(TEXT, t='x'))"),
        ("format in a table", "doubled", "pages = {'a': TEXT}\nrun('page', pages['a'].format(t='x'))"),
        ("format_map", "doubled", "run('page', TEXT.format_map({'t': 'x'}))"),
        ("format", "doubled", "run('page', TEXT.format(t='x'))"),
        ("dict", "expression", "tests = {'a': TEXT}\nrun('evaluate', '() => ' + tests['a'])"),
        ("dict of scripts", "statement", "tests = {'a': TEXT}\nrun('script', tests['a'])"),
        ("list", "function", "tests = [TEXT]\nfor test in tests:\n    page.evaluate(test)"),
        ("keyword", "function", "def check(test=TEXT):\n    page.evaluate(test)\n\ncheck()"),
        ("attribute", "expression",
         "class Check:\n    test = TEXT\n\nrun('evaluate', f'(error) => ({Check.test})')"),
        ("dataclass", "statement",
         "from dataclasses import dataclass\n\n@dataclass\nclass Check:\n    test: str = TEXT\n\n"
         "run('script', Check().test)"),
        ("parameter", "expression",
         "def wait(test):\n    page.wait_for_function('() => ' + test)\n\nwait(TEXT)"),
        ("json.dumps", "script", "run('evaluate', 'eval(' + json.dumps(TEXT) + ')')"),
        ("data URL", "script", "run('script', unquote(quote(TEXT)))"),
        ("hash", "statement", "run('text', str(len({TEXT, 'a'})))"),
        ("yielded", "statement", "def parts():\n    yield TEXT\n\nrun('script', ''.join(parts()))"),
        ("replaced", "page", "run('page', TEXT.replace('@x@', 'y'))"),
        ("split", "statement", "run('text', str(len(TEXT.split(';')) > 0))\nrun('script', TEXT)"),
        ("name, then evaluated", "function", "TEST = TEXT\npage.evaluate(TEST)"),
        ("name, then wrapped", "function", "TEST = TEXT\npage.evaluate(f'({TEST})(error)')"),
        ("name, then a body", "body", "TEST = TEXT\ndriver.execute_script(TEST)"),
    )
)  # fmt: skip


def _body(make: Maker) -> str:
    return f"var error = lastTrtcError;\n{statements(make, count=1)}\nreturn error.getCode() === {make.code()};"


def _page(make: Maker) -> str:
    name = make.name("onError")
    return (
        f"<p>TRTC</p>\n<script>\nfunction {name}(error) {{\n{indented(statements(make))}\n}}\n"
        f"{name}(lastTrtcError);\n</script>"
    )


def _function(make: Maker) -> str:
    return make.pick(
        f"(error) => {expression(make)}",
        f"error => error.getCode() === {make.code()}",
        f"function (error) {{ return error.getCode() === {make.code()}; }}",
        f"(error) => {{ return error.getCode() === {make.code()}; }}",
    ).replace("(error)", "(error = window.lastTrtcError)", 1).replace(
        "error =>", "(error = window.lastTrtcError) =>", 1
    )  # fmt: skip


def _text(make: Maker, form: str) -> str:
    if form == "script":
        return make.pick(statements(make), f"(function () {{\n{indented(statements(make))}\n}})();")
    if form == "statement":
        return make.pick(
            f"if (lastTrtcError.getCode() === {make.code()}) log('hit');",
            f"log(lastTrtcError.getCode() === {make.code()});",
            f"var failed = lastTrtcError.getCode() === {make.code()}; log(failed);",
        )
    if form == "condition":
        return f"if (lastTrtcError.getCode() === {make.code()}) {{ log('hit'); }}"
    if form == "value" and make.chance(0.4):
        return make.pick(
            f"(() => {expression(make, 'lastTrtcError')})()",
            f"[1, 2].some((item) => item === 2 && lastTrtcError.getCode() === {make.code()})",
            f"(function () {{ return lastTrtcError.getCode() === {make.code()}; }})()",
            f"((e) => (f) => f.getCode() === {make.code()})(1)(lastTrtcError)",
        )
    if form in {"expression", "value"}:
        return expression(make, make.pick("lastTrtcError", "window.lastTrtcError"))
    if form == "body":
        return make.pick(_body(make), f"return lastTrtcError.getCode() === {make.code()};")
    if form == "function":
        return _function(make)
    page = _page(make)
    return (
        page.replace("{", "{{").replace("}", "}}").replace("TRTC", "TRTC {t}", 1)
        if form == "doubled"
        else page
    )


def string(make: Maker) -> Case:
    """A module with a string of code, and what it does with it."""
    consumer = make.pick(*CONSUMERS)
    text = _text(make, consumer.form)
    style, written = _written(make, text, doubled=consumer.form == "doubled")
    call = consumer.call
    if make.chance(0.3) and not call.startswith(("text =", "TEST =")) and "    " not in call:
        call = f"text = TEXT\n{call.replace('TEXT', 'text')}"
        style += ", by a name"
    module = f'"""TRTC."""\n\n{call.replace("TEXT", written)}\n'
    if make.chance(0.2):
        module += f"run('text', str({make.code()} == 16388))\n"
    shape = f"{consumer.name}, {style}"
    return make.case("string in Python", shape, {"page.py": module}, "page.py", "strings")


def _written(make: Maker, text: str, *, doubled: bool) -> tuple[str, str]:
    """How a text is written as a Python expression, and the expression."""
    plain = "\\" not in text and '"""' not in text
    ways = ["plain", "plain", "parts"]
    if plain:
        ways += ["triple", "triple", "raw"]
    if not doubled and plain:
        ways += ["f-string", "dedent"]
        if "%" not in text:
            ways += ["percent"]
        ways += ["format"]
    match make.pick(*ways):
        case "triple":
            return "triple-quoted", f'"""{text}"""' if "\n" in text else f'"""{text} """.strip()'
        case "raw":
            return "raw", f'r"""{text}\n"""'
        case "f-string":
            braced = text.replace("{", "{{").replace("}", "}}")
            return "f-string", f'f"""{braced}{{""}}\n"""'
        case "dedent":
            inner = indented(text, "    ")
            return "dedent", f'textwrap.dedent("""\\\n{inner}\n    """)'
        case "percent":
            return "percent", f'"""{text}%s\n""" % ""'
        case "format":
            braced = text.replace("{", "{{").replace("}", "}}")
            return "format", f'"""{braced}{{}}\n""".format("")'
        case "parts":
            lines = text.splitlines(keepends=True)
            return "parts", "(" + " ".join(map(repr, lines)) + ")"
        case _:
            return "plain", repr(text)
