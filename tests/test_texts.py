"""Code inside other text: which texts are taken for code, each number at its own place."""

from __future__ import annotations

import pytest
from fixing import fixed, outcome
from marked import found, unmarked

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
        "{ const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); "
        "if (e.getCode() === ErrorCode.JOIN_ROOM_FAILED) trtc(); }\n</script>\n"
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
