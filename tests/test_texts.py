"""Code inside other text: which texts are taken for code, each number at its own place."""

from __future__ import annotations

import json

import pytest
from fixing import fixed, outcome
from marked import found, unmarked
from runjs import needs_node, outcomes

from flake8_trtc.languages.javascript.grammar import parse_script
from flake8_trtc.languages.javascript.strings import joined

SDK = '<script src="js/trtc.js"></script>\n'
STRINGS = {
    "a handler of any tag": """x = '<video onerror="if (e.getCode() === ‹16388›) f()"></video>'\n""",
    "behind an attribute": """x = '<a href="#" onclick="if (e.getCode() === ‹16451›) f()">x</a>'\n""",
    "an angle in an attribute": """x = '<el-x title="a > b" onfail="e.getCode() === ‹16388›">'\n""",
    "without quotes": "x = '<img onerror=f(e.getCode()===‹16388›)>'\n",
    "bound": "x = '<p v-if=\"e.getCode() === ‹16388›\">x</p>'\n",
    "text before": "x = 'It failed. <a onclick=\"if (e.getCode() === ‹16388›) f()\">x</a>'\n",
    "a child template": (
        'render_template_string("""\n{% extends "base.html" %}\n{% block scripts %}\n<script>\n'
        "client.join({ roomId: {{ room }} }).catch((e) => { if (e.getCode() === ‹16388›) f(); });\n"
        '</script>\n{% endblock %}""")\n'
    ),
    "a template that goes nowhere": (
        'x = """{% load static %}\n<script>if (e.getCode() === ‹16388›) f({{ a }});</script>"""\n'
    ),
    "a value before": 'x = head + "<script>a(e => { if (e.getCode() === ‹16388›) f(); });</script>"\n',
    "a hole before": (
        'x = f"{head}<script>a(e => {{ if (e.getCode() === ‹16388›) f(); }});</script>"\n'
    ),
    "a template's values": (
        'x = Template("const a = {{ a|tojson }}; if (e.getCode() === ‹16388›) { f(`${a}`); }")\n'
    ),
    "a template's commands": (
        "x = Template(\"var a = '{{ a }}'; {% if b %}if (e.getCode() === ‹16388›) { f(); }{% endif %}\")\n"
    ),
    "values of a template unseen": (
        'x = "var a = {{ a }}; b().catch((e) => { if (e.getCode() === ‹16388›) f(); });"\nrender(x)\n'
    ),
    "TypeScript": 'x = "const f = (e: RtcError): void => { if (e.getCode() === ‹16388›) g(); };"\n',
    "TSX": 'x = "const f = (e: E) => <p>{e.getCode() === ‹16388›}</p>;"\n',
    "a script with a page in it": (
        "x = \"a.innerHTML = '<div id=1>'; if (e.getCode() === ‹16388›) f();\"\n"
    ),
}
STRINGS_SILENT = {
    "prose with a tag": "x = \"see <a title='getCode() === 16388'>here</a> if code === 16388\"\n",
    "a script that never ends": 'x = "The <script> tag: use e.getCode() === 16388 there"\n',
    "prose with an attribute": "x = 'Call <b>failed</b>: code === 16388, onclick=16388'\n",
    "a template's comment": (
        'x = "{% comment %}<script>if (e.getCode() === 16388) f()</script>{% endcomment %}<div></div>"\n'
    ),
    "a page's comment": (
        "x = \"<div></div><!-- <a onclick='if (e.getCode() === 16388) f()'> -->\"\n"
    ),
    "a query": 'x = "select a where a <b and code = 16388 /* function */"\n',
}
PAGES = {
    "handlers without quotes": (
        '<img onerror=fail(e.getCode()===‹16388›)>\n<a onclick=f("x",e.getCode()==‹16451›)>x</a>\n'
    ),
    "old types": "".join(
        f"<script type='{kind}'>if (e.getCode() === ‹16388›) f();</script>\n"
        for kind in ("text/livescript", "application/x-javascript", " TEXT/JavaScript1.5 ")
    ),
    "a language": '<script language="JavaScript">if (e.getCode() === ‹16388›) f();</script>\n',
    "a type made by a template": (
        '<script type="{{ kind }}">if (e.getCode() === ‹16388›) f();</script>\n'
    ),
    "a template of Vue's": (
        '<script type="text/x-template">\n<p v-if="code === ‹16388›" v-else-if=code==‹16390›\n'
        '@click="if (code === ‹16388›) f()">{{ code === ‹16451› ? 1 : 2 }}</p>\n'
        '<pre v-pre :title="code === 16388">{{ code === 16388 }}</pre></script>\n'
    ),
    "srcdoc": (
        '<iframe srcdoc="<script>function f(e) { return e.getCode() === ‹16388› &amp;&amp; g(e); }</script>'
        '&lt;a onclick=&quot;f(e.getCode() === ‹16451›)&quot;&gt;"></iframe>\n'
    ),
    "links": (
        '<form action="javascript: f(code === ‹4099›)"><a xlink:href="javascript:f(code === ‹4099›)">\n'
    ),
}
PAGES_SILENT = {
    "no handlers": '<x only="code === 16388" once="code === 16388">\n',
    "other types": "".join(
        f"<script {kind}>if (e.getCode() === 16388) f();</script>\n"
        for kind in (
            "type=text/plain",
            "type=text/x-handlebars",
            "type=text/javascript2",
            "language=vbscript",
        )
    ),
    "data made by a template": '<script type="text/{{ kind }}">{"code": 16388}</script>\n',
    "text of a frame": (
        '<iframe srcdoc="code === 16388 <b>16388</b>" title=code===16388></iframe>\n'
    ),
}

LINES = {
    "join": """JS = "\\n".join([
    "client.on('error', (e) => {",
    "  const n = e.getCode();",
    "  if (n === ‹4099›) retry();",
    "});",
])
page.evaluate(JS)
""",
    "join tuple f": """def js(a):
    return "".join((f"client.on('error', (e) => {{", "\\n  if (e.getCode() === ‹16388›) {\\n", " f(%d);" % a, "}\\n", header, "});"))
""",
    "list named": """LINES = [
    "function f(e) {",
    "  if (e.getCode() === ‹16388›) {",
    "    g();",
    "  }",
    "}",
]
write("\\n".join(LINES))
""",
    "write": """def build(f, n):
    f.write("<script>\\n")
    f.write("const room = %d;\\n" % n)
    f.write("function bad(e) {\\n")
    f.write(f"  if (e.getCode() === ‹16388›) {{\\n")
    log(1)
    f.write("    retry();\\n")
    f.write("  }\\n}\\n")
    f.write("</script>\\n")
""",
    "append": """lines = []
lines.append("function bad(e) {")
lines.append("  if (e.getCode() === {}) {{ return {}; }}".format(1, 2))
lines.append("  if (e.getCode() === ‹16388›) {")
lines.append("    return 1;")
lines.append("  }")
lines.append("}")
""",
    "plus": """s = "function bad(e) {\\n"
s += "  if (e.getCode() === ‹16388›) {\\n"
s += "    return 1;\\n"
s += "  }\\n}\\n"
""",
    "print": """print("<script>", file=f)
print("function bad(e) { if (e.getCode() ===", file=f)
print("  ‹16388›) g();", file=f)
print("}</script>", file=f)
""",
    "alone": """CASES = ["e => e.getCode() === ‹16388›", "not ( code", "<b onclick='f(e.getCode() === ‹16451›)'>x</b>"]
""",
    "mixed": """CASES = ["<b onclick='f(e.getCode() === ‹16451›)'>x</b>", "e => e.getCode() === ‹16388›"]
""",
}
LINES_SILENT = {
    "prose": 'lines = ["the function of the code is", "code = 16388;", "means => join"]\n',
    "printed prose": 'print("The function")\nprint("of code 16388")\nprint("is => join")\n',
    "comments": """f.write("/* function f(e) {")\nf.write("if (e.getCode() === 16388) {} ")\nf.write("*/")\n""",
    "two files": """a.write("function f(e) {")\nb.write("if (e.getCode() === 16388) {")\na.write("}")\nb.write("oops")\n""",
}

SCRIPTS = {
    "innerHTML": """el.innerHTML = '<button onclick="if (lastError.getCode() === ‹16388›) rejoin()">x</button>';\n""",
    "template": """el.innerHTML = `<div>${name}</div><script>client.on('error', (e) => { if (e.getCode() === ‹16388›) f(${x}); });<\\/script>`;\n""",
    "write": """document.write("<script>");\ndocument.write("client.on('error', function (e) { if (e.getCode() ===");\ndocument.write(" ‹16388›) f(); });");\ndocument.write("</scr" + "ipt>");\n""",
    "Function": """const f = new Function("e", "return e.getCode() === ‹16388›");\n""",
    "timeout": """setTimeout("if (lastError.getCode() === ‹16388›) f()", 10);\n""",
    "worker": """const source = `
self.onmessage = (event) => {
  if (event.data.getCode() === ‹16388›) self.postMessage("join");
};`;
const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));\n""",
    "blob": """new Blob(["onmessage = function (e) {", "if (e.getCode() === ‹16388›) {", "f(); } }"]);\n""",
    "join": """const s = ["function f(e) {", "  return e.getCode() === ‹16388›;", "}"].join("\\n");\n""",
    "push": """lines.push("function f(e) {");\nlines.push("  return e.getCode() === ‹16388›;");\nlines.push("}");\n""",
    "plus": """let html = "<ul>";\nhtml += '<li onclick="if (e.getCode() === ‹16388›) f()">' + name + "</li>";\nhtml += "</ul>";\n""",
    "evaluate": """await page.evaluate("window.lastError.getCode() === ‹16388›");\n""",
    "vue": """export default { template: `<p v-if="errorCode === ‹16388›">{{ errorCode === ‹16451› ? 1 : 2 }}</p>` };\n""",
    "vue2": """app.component("x", { template: '<p>{{ errorCode === ‹16451› ? 1 : 2 }}</p><b @click="f(errorCode === ‹16388›)">' });\n""",
    "marked": """const q = /* js */ `lastError.getCode() === ‹16388›`; const r = html`<p onclick="f(e.getCode() === ‹16388›)">`;\n""",
    "escapes": """const f = new Function("e", "const 错 = '\\x41\\u9519\\u{1F642}'; return e.getCode() === ‹16388›");\n""",
    "nested": """eval("new Function('e', 'return e.getCode() === ‹16388›')");\n""",
    "res": """res.send(`<!doctype html><body onload="start(${id}, e.getCode() === ‹16388›)">`);\n""",
}
SCRIPTS_SILENT = {
    "string": """const s = 'if (code === 16388) {}'; const t = "4099";\n""",
    "prose": """console.log("getCode() === 16388 means join", `code === 16388: ${x}`);\n""",
    "test": """it("retries if code === 16388 => join", () => {});\n""",
    "markup": """const s = "<b>code === 16388</b>" + `<p title="code === 16388">16388</p>`;\n""",
    "json": """const s = '{"code": 16388}'; f("?code=16388&x=function");\n""",
    "regexp": """new RegExp("code === (16388|4099)");\n""",
    "label": """el.textContent = "code === 16388";\n""",
    "import": """import x from "./16388/function.js";\n"use function () { return code === 16388 }";\n""",
    "generic": """const list = ["the function", "code === 16388", "=> join"];\n""",
}

MORE_PY = {
    "upper": """X = '<A HREF="#" ONCLICK = "if (e.getCode() === ‹16388›) f()">'\n""",
    "percent": """X = "%s<script>client.on('error', e => { if (e.getCode() === ‹16388›) go(%d); });</script>" % (head, 1)\n""",
    "joinhead": """X = "".join([head(), "<script>client.on('error', e => { if (e.getCode() === ‹16388›) go(); });</script>"])\n""",
    "fmt+": """X = HEAD.format(a=1) + "<script>client.on('error', e => { if (e.getCode() === ‹16388›) go(); });</script>"\n""",
    "formatpage": """X = "{head}<script>client.on('error', e => {{ if (e.getCode() === ‹16388›) go(); }});</script>".format(head=1)\n""",
    "svg": '''X = """<svg><rect width=1 height=1
   onclick="
     if (e.getCode() === ‹16388›) f();
   "/></svg>"""\n''',
    "linesep": """X = os.linesep.join(["function f(e) {", " return e.getCode() === ‹16388›;", "}"])\n""",
    "NL": """NL = "\\n"\nX = NL.join(["function f(e) {", " return e.getCode() === ‹16388›;", "}"])\n""",
    "star": """X = "\\n".join(["function f(e) {", *head, " return e.getCode() === ‹16388›;", "}"])\n""",
    "dedent": """X = page.evaluate(textwrap.dedent("\\n".join(["function f(e) {", " return e.getCode() === ‹16388›;", "}"])))\n""",
    "extend": """lines.extend(["function f(e) {", " return e.getCode() === ‹16388›;", "}"])\n""",
    "pluslist": """lines += ["function f(e) {", " return e.getCode() === ‹16388›;", "}"]\n""",
    "printsep": """print("function f(e) {", " return e.getCode() === ‹16388›;", "}", sep="\\n")\n""",
    "writelines": """f.writelines(["function f(e) {\\n", " return e.getCode() === ‹16388›;\\n", "}\\n"])\n""",
    "yield": """def js():
    yield "function f(e) {"
    yield " return e.getCode() === ‹16388›;"
    yield "}"
""",
    "annotated": """LINES: list[str] = ["function f(e) {", " return e.getCode() === ‹16388›;", "}"]\n""",
    "cell": """CELL = {"source": ["function f(e) {\\n", " return e.getCode() === ‹16388›;\\n", "}"]}\n""",
    "s=s+": """s = "function f(e) {"\ns = s + " return e.getCode() === ‹16388›;"\ns = s + "}"\n""",
    "with": """with open("a.js", "w") as f:
    f.write("function f(e) {\\n")
    f.write(" return e.getCode() === ‹16388›;\\n")
    f.write("}\\n")
""",
    "ts": '''X = """
enum A { B = 1 }
export async function f(e: unknown): Promise<void> { if ((e as RtcError).getCode() === ‹16388›) { await g<string>(); } }
"""\n''',
    "super": '''X = """{% extends "a.html" %}{% block scripts %}{{ super() }}<script>
 client.join({ roomId: {{ room }}}).catch(e => { if (e.getCode() === ‹16388›) f({{ {'a': 1}|tojson }}); });
</script>{% endblock %}"""\n''',
    "jinja env": """from jinja2 import Environment\nT = Environment().from_string("<b>{{ x }}</b><script>if (e.getCode() === ‹16388›) { {{ call }}; }</script>")\n""",
    "django": """from django.template import Template\nT = Template("{% load static %}<script src='{% static \\"a.js\\" %}'></script><script>if (e.getCode() === ‹16388›) f('{{ x }}');</script>")\n""",
    "mako": """from mako.template import Template\nT = Template("<script>var a = ${room['id']}; if (e.getCode() === ‹16388›) f();</script>")\n""",
    "tornado": """T = tornado.template.Template("<script>var a = {{ room }}; {% if x %} if (e.getCode() === ‹16388›) f(); {% end %}</script>")\n""",
    "js obj": """opts = {"js": "(e) => e.getCode() === ‹16388›"}\n""",
    "jswithhtml": """page.evaluate("document.body.innerHTML = '<b onclick=\\"if (e.getCode() === ‹16388›) f()\\">'")\n""",
}
MORE_JS = {
    "insert": """el.insertAdjacentHTML("beforeend", "<button onclick='if (e.getCode() === ‹16388›) f()'>x</button>");\n""",
    "jq": """$("#x").html('<a href="#" onclick="if (e.getCode() === ‹16388›) f()">x</a>').append(`<img onerror="f(e.getCode() === ‹16451›)">`);\n""",
    "text": """script.textContent = "client.on('error', function (e) { if (e.getCode() === ‹16388›) f(); });";\n""",
    "srcdoc": """iframe.srcdoc = "<script>client.on('error', e => { if (e.getCode() === ‹16388›) f(); })<\\/script>";\n""",
    "srcdoc2": """el.innerHTML = '<iframe srcdoc="<script>g(e => { if (e.getCode() === ‹16388›) f(); })</scr' + 'ipt>"></iframe>';\n""",
    "setAttribute": """el.setAttribute("onclick", "if (lastError.getCode() === ‹16388›) f()");\n""",
    "jsurl": """location.href = "javascript:if (lastError.getCode() === ‹16388›) f()";\n""",
    "jsx": """const a = <div dangerouslySetInnerHTML={{ __html: "<b onclick='f(e.getCode() === ‹16388›)'>x</b>" }} />;\n""",
    "raw": """const s = String.raw`<script>g(e => { if (e.getCode() === ‹16388›) f("\\n"); })</script>`;\n""",
    "dataurl": """new Worker("data:text/javascript,onmessage = (e) => { if (e.getCode() === ‹16388›) f(); }");\n""",
    "vm": """vm.runInThisContext(`lastError.getCode() === ‹16388›`);\n""",
    "new vm": """new vm.Script("lastError.getCode() === ‹16388›");\n""",
    "content": """page.addScriptTag({ content: "if (lastError.getCode() === ‹16388›) f()" });\n""",
    "setContent": """page.setContent(`<body><script>if (lastError.getCode() === ‹16388›) f()</script></body>`);\n""",
    "concat": """document.body.innerHTML = "<p>" + name + "</p>" + "<script>" + "if (e.getCode() === ‹16388›) f()" + "</" + "script>";\n""",
    "createFn": """const w = new Worker(URL.createObjectURL(new Blob(["(" + main.toString() + ")(); self.onerror = (e) => { if (e.getCode() === ‹16388›) f(); };"])));\n""",
    "export": """export const template = `<div onclick="if (e.getCode() === ‹16388›) f()"></div>`;\n""",
    "class": """class A { html() { return `<div onclick="if (e.getCode() === ‹16388›) f(${this.id})"></div>`; } }\n""",
    "arrjoin": """el.innerHTML = ["<script>", "g(function (e) {", "  if (e.getCode() === ‹16388›) f();", "});", "<\\/script>"].join("");\n""",
}


@pytest.mark.parametrize(
    ("path", "case"),
    [*(("a.py", case) for case in MORE_PY), *(("a.jsx", case) for case in MORE_JS)],
)
def test_other_ways_to_keep_code(path: str, case: str) -> None:
    text = (
        "import trtc\n" + MORE_PY[case]
        if path == "a.py"
        else ("import TRTC from 'trtc-js-sdk';\n" + MORE_JS[case])
    )
    plain, expected = unmarked(text)
    assert expected
    assert found(plain, path) == expected


@pytest.mark.parametrize("case", [*STRINGS, *STRINGS_SILENT])
def test_strings_of_python(case: str) -> None:
    assert ("‹" in STRINGS.get(case, "")) is (case in STRINGS)
    plain, expected = unmarked("import trtc\n" + {**STRINGS, **STRINGS_SILENT}[case])
    assert found(plain) == expected


@pytest.mark.parametrize("case", [*PAGES, *PAGES_SILENT])
def test_pages(case: str) -> None:
    assert ("‹" in PAGES.get(case, "")) is (case in PAGES)
    plain, expected = unmarked(SDK + {**PAGES, **PAGES_SILENT}[case])
    assert found(plain, "page.html") == expected


def test_a_type_made_by_a_template_is_no_module() -> None:
    text = '<script type="{{ kind }}">\nif (e.getCode() === 16388) trtc();\n</script>\n'
    assert fixed(text.encode(), "/somewhere/a.html").decode() == (
        '<script type="{{ kind }}">\n'
        "{\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "  if (e.getCode() === ErrorCode.JOIN_ROOM_FAILED) trtc();\n}\n</script>\n"
    )


def test_fix_of_a_page_in_an_attribute() -> None:
    plain, _ = unmarked(SDK + PAGES["srcdoc"])
    result = outcome(plain.encode(), "/somewhere/a.html")
    assert (
        result.new
        == plain.replace(
            "{ return e.getCode() === 16388",
            "{ const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
            " return e.getCode() === ErrorCode.JOIN_ROOM_FAILED",
        ).encode()
    )
    assert [str(item.reason) for item in result.refusals] == [
        "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
    ]


def test_fix_of_a_page_that_begins_with_text() -> None:
    text = "import trtc\nx = head + '<script>f(e => { return e.getCode() === 16388; })</script>'\n"
    assert fixed(text.encode()).decode() == text.replace(
        "{ return e.getCode() === 16388",
        "{ const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
        " return e.getCode() === ErrorCode.JOIN_ROOM_FAILED",
    )


@pytest.mark.parametrize("case", [*LINES, *LINES_SILENT])
def test_lines_of_python(case: str) -> None:
    assert ("‹" in LINES.get(case, "")) is (case in LINES)
    plain, expected = unmarked("import trtc\n" + {**LINES, **LINES_SILENT}[case])
    assert found(plain) == expected


DECLARED = "  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\\n"


@pytest.mark.parametrize("case", ["join tuple f", "list named", "write", "plus"])
def test_fix_of_lines(case: str) -> None:
    """What is declared stands in the line that uses it, or in one that is written before it."""
    plain, _ = unmarked("import trtc\n" + LINES[case])
    declared = DECLARED.replace("{", "{{").replace("}", "}}") if case == "write" else DECLARED
    new = plain.replace("  if (", declared + "  if (").replace(
        "16388", "ErrorCode.JOIN_ROOM_FAILED"
    )
    assert fixed(plain.encode()).decode() == new


@pytest.mark.parametrize("case", ["alone", "mixed"])
def test_refused_in_lines(case: str) -> None:
    result = outcome(unmarked("import trtc\n" + LINES[case])[0].encode())
    assert result.new is None
    assert {str(item.reason) for item in result.refusals} == {
        "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
    }


@pytest.mark.parametrize("path", ["a.js", "a.ts"])
@pytest.mark.parametrize("case", [*SCRIPTS, *SCRIPTS_SILENT])
def test_strings_of_scripts(case: str, path: str) -> None:
    assert ("‹" in SCRIPTS.get(case, "")) is (case in SCRIPTS)
    text = "import TRTC from 'trtc-js-sdk';\n" + {**SCRIPTS, **SCRIPTS_SILENT}[case]
    plain, expected = unmarked(text)
    assert found(plain, path) == expected


DECLARATION = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
USED = "e.getCode() === ErrorCode.JOIN_ROOM_FAILED"
HEAD = "import TRTC from 'trtc-js-sdk';\n"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "f = new Function('e', 'return e.getCode() === 16388');\n",
            f"f = new Function('e', '{DECLARATION}\\nreturn {USED}');\n",
        ),
        (
            "a.innerHTML = `<i>${b}</i><script>f(e => { if (e.getCode() === 16388) ${c}(); });<\\/script>`;\n",
            f"a.innerHTML = `<i>${{b}}</i><script>f(e => {{ {DECLARATION} if ({USED}) ${{c}}(); }});<\\/script>`;\n",
        ),
        (
            "new Blob([`\nonmessage = (e) => {\n  if (e.getCode() === 16388) f('a');\n};\n`]);\n",
            f"new Blob([`\nonmessage = (e) => {{\n  {DECLARATION}\n  if ({USED}) f('a');\n}};\n`]);\n",
        ),
        (
            "s = ['function f(e) {', '  return e.getCode() === 16388;', '}'].join('\\n');\n",
            f"s = ['function f(e) {{', '  {DECLARATION}\\n  return {USED};', '}}'].join('\\n');\n",
        ),
        (
            "document.write('<script>if (e.getCode() === 16388) f()' + '</scr' + 'ipt>');\n",
            f"document.write('<script>{{ {DECLARATION} if ({USED}) f() }}' + '</scr' + 'ipt>');\n",
        ),
        (
            "let s = 'function f(e) {';\ns += ' return e.getCode() === 16388;';\ns += '}';\n",
            f"let s = 'function f(e) {{';\ns += ' {DECLARATION} return {USED};';\ns += '}}';\n",
        ),
    ],
)
def test_fix_of_a_string_of_a_script(text: str, new: str) -> None:
    """What is declared is declared in the string, whose code runs somewhere else."""
    assert fixed((HEAD + text).encode(), "/somewhere/a.js").decode() == HEAD + new
    crlf = [part.replace("\n", "\r\n").encode() for part in (HEAD + text, HEAD + new)]
    assert fixed(crlf[0], "/somewhere/a.js") == crlf[1]
    page, new_page = (f"{SDK}<script>\n{part}</script>\n" for part in (text, new))
    if "<script>" not in text:
        assert fixed(page.encode(), "/somewhere/a.html").decode() == new_page


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.js", "expect(s).toBe('function f(e) { return e.getCode() === 16388; } // trtc');\n"),
        ("a.js", "eval(\"f = Function('e', 'return e.getCode() === 16388; // trtc')\");\n"),
        ("a.md", "> ```js\n> f = Function('return e.getCode() === 16388; // trtc');\n> ```\n"),
        ("a.py", "page.evaluate(\"f = Function('e', 'return e.getCode() === 16388; // trtc')\")\n"),
    ],
)
def test_strings_of_scripts_that_are_left_alone(path: str, text: str) -> None:
    result = outcome(text.encode(), f"/somewhere/{path}")
    assert (result.new, result.error) == (None, None)
    assert [str(item.reason) for item in result.refusals] == ["it stands in a string of a script"]


def test_a_script_is_fixed_with_its_strings() -> None:
    text = "const f = new Function('e', 'return e.getCode() === 16388');\n"
    more = "const g = (e) => e.getCode() === 16388;\n"
    assert fixed((HEAD + text + more).encode(), "/somewhere/a.js").decode() == (
        f"{HEAD}\n{DECLARATION}\n\nconst f = new Function('e', '{DECLARATION}\\nreturn {USED}');\n"
        f"const g = (e) => {USED};\n"
    )


def test_a_comment_in_a_string_of_a_script() -> None:
    text = "const f = new Function('e', 'return e.getCode() === 16388; // {}trtc');\n"
    assert len(found(text.format(""), "trtc.js")) == 1
    assert found(text.format("trtc: ignore[TRT001] "), "trtc.js") == []


RUN = {
    "a function": "log(new Function('e', 'return e.getCode() === 16388 ? \"a\" : \\'b\\'')(e));",
    "lines": (
        "log(eval(['(function (e) {', '  if (e.getCode() === 16388) return 1;', '})'].join('\\n'))(e));"
    ),
    "added": (
        "let s = '(function (e) {';\ns += 'switch (e.getCode()) { case 16388: return 1; }';\n"
        "s += '})';\nlog(eval(s)(e));"
    ),
    "a template": "const x = 1;\nlog(eval(`((e) => {\n  if (e.getCode() === 16388) return ${x};\n})`)(e));",
}


@needs_node
def test_fixed_strings_run_as_before() -> None:
    programs: dict[str, str] = {}
    for name, text in RUN.items():
        new = fixed(f"// TRTC\n{text}".encode(), "/somewhere/a.js").decode()
        assert "=== 16388" not in new
        assert "case 16388" not in new
        programs |= {name: text, f"fixed {name}": new}
    seen = outcomes(programs)
    for name in RUN:
        assert seen[name] == seen[f"fixed {name}"]
        assert len(set(seen[name])) > 1


LOOK_ALIKES = [
    (
        "a.js",
        "import TRTC from 'trtc-js-sdk';\nthrow new Error(`expected getCode() => 16388, got ${x}`);\n",
    ),
    ("a.js", "import TRTC from 'trtc-js-sdk';\nconst msg = 'function join() failed with 16388';\n"),
    (
        "a.js",
        "import TRTC from 'trtc-js-sdk';\nconst sql = 'select * from t where code === 16388 => x';\n",
    ),
    ("a.js", "import TRTC from 'trtc-js-sdk';\nconst re = new RegExp('=> (16388|4099)');\n"),
    ("a.js", "import TRTC from 'trtc-js-sdk';\nconst css = '<style>a{width:16388px}</style>';\n"),
    (
        "a.js",
        'import TRTC from \'trtc-js-sdk\';\nconst t = `<a href="/rooms/16388" onclick="go(16388)">x</a>`;\n',
    ),
    (
        "a.js",
        "import TRTC from 'trtc-js-sdk';\nconst t = `<input onchange=\"setSize(4096)\" value=16388>`;\n",
    ),
    (
        "a.js",
        "import TRTC from 'trtc-js-sdk';\nconsole.log('code', 'function', '16388', '=> 16388');\n",
    ),
    (
        "a.js",
        'import TRTC from \'trtc-js-sdk\';\nconst s = ["=> 16388", "function 16388", "code === 16388"].join(", ");\n',
    ),
    (
        "a.js",
        "import TRTC from 'trtc-js-sdk';\nit('handles e => e.getCode() === 16388', () => {});\n",
    ),
    ("a.py", "import trtc\nlog.write('code 16388\\n')\nlog.write('function => 16388\\n')\n"),
    ("a.py", "import trtc\nx = ['code', '16388', 'function => 16388']\n"),
    ("a.py", "import trtc\nx = \"<a href='/16388' onclick='go(16388)'>x</a>\"\n"),
    ("a.py", "import trtc\nx = '<p>If code === 16388 then <b onclick=\"retry()\">retry</b></p>'\n"),
    ("a.py", "import trtc\nx = 'Usage: <script> [16388] => function'\n"),
    ("a.py", "import trtc\nprint('a')\nprint('if (code === 16388) is JavaScript')\nprint('b')\n"),
    ("a.py", "import trtc\nraise ValueError('{{ code }} === 16388 is <b onclick>')\n"),
    (
        "a.html",
        "<script src=trtc.js></script><script type=text/x-template><p title='code === 16388'>16388 {{ room }}</p></script>",
    ),
    (
        "a.html",
        "<script src=trtc.js></script><iframe srcdoc='<p>code === 16388</p><script type=application/json>{\"code\": 16388}</script>'></iframe>",
    ),
    ("a.html", "<script src=trtc.js></script><div onclick=go(16388) data-x=code===16388>"),
    (
        "a.md",
        "# TRTC\n\nUse `<script>if (e.getCode() === 16388)</script>` and:\n\n    <script>f(e.getCode() === 16388)</script>\n\n<p onclick='x'>code === 16388</p>\n",
    ),
    ("a.mdx", "# TRTC\n\nexport is a word: e.getCode() === 16388\n\n- import x: code === 16388\n"),
    (
        "a.hbs",
        "<script src=trtc.js></script>{{#if (eq size 16388)}}x{{/if}}{{!-- e.getCode() === 16388 --}}",
    ),
    ("a.ejs", "<script src=trtc.js></script><%# e.getCode() === 16388 %><p>code === 16388</p>"),
    (
        "a.astro",
        '---\n// TRTC e.getCode() === 16388\n---\n<p>code === 16388</p><Comp x={16388} code="16388" />',
    ),
    ("a.wxs", "// TRTC code === 16388\nvar size = 16388 * 2;\n"),
]
"""Texts in files about TRTC that hold no code, or none that knows of codes."""


@pytest.mark.parametrize(("path", "text"), LOOK_ALIKES)
def test_what_only_looks_like_code(path: str, text: str) -> None:
    assert found(text, path) == []


LITERALS = (
    r"'a\x41\u9519\u{1F642}\\\'\"\q\0 b'",
    r'"\n\t\v\b\r\f\`${a}{}"',
    "'a\\\nb'",
    "`a\n\\`\\${b}\\\\ \\\nc$ {`",
    "'错' + \"误\" + `\\u9519`",
    "['a', \"\\n\", `b`].join('\\t, ')",
    "('a' + ('b')) + 'c'",
)


@needs_node
def test_what_a_string_of_a_script_says_is_what_node_says() -> None:
    programs = {literal: f"return {literal};" for literal in LITERALS}
    for literal, said in outcomes(programs, [0]).items():
        root = parse_script(f"x = {literal};".encode(), "js").root_node
        (expression,) = (node for node in root.named_children[0].named_children)
        text, pieces = joined([expression.child_by_field_name("right")], b"")
        assert json.loads(said[0]) == [["returned", text.decode()]]
        source = f"x = {literal};".encode()
        for piece in pieces.pieces:
            inner = text[piece.inner : piece.inner + piece.length]
            assert source[piece.outer : piece.outer + piece.length] == inner
