"""Pages of several scripts, handlers and modules, and templates of pages with branches."""

from __future__ import annotations

from benchmarks.behaviour.case import Case, Maker
from benchmarks.behaviour.programs import expression, indented, statements


def page(make: Maker) -> Case:
    """A page of several scripts, which share their top level."""
    parts = [make.pick(*_SCRIPTS)(make) for _ in range(make.pick(1, 2, 2, 3))]
    if make.chance(0.4):
        parts.append(_handler(make))
    if make.chance(0.15):
        parts.append("<script>\nvar ErrorCode = { MINE: 1 };\nlog(ErrorCode.MINE);\n</script>")
    if make.chance(0.2):
        parts.append('<script type="text/template">if (error.getCode() === 1) {</script>')
    if not make.codes:
        parts.append(_top(make))
    make.random.shuffle(parts)
    body = "\n".join(parts)
    text = f"<!DOCTYPE html>\n<html>\n<body>\n<p>TRTC</p>\n{body}\n</body>\n</html>\n"
    return make.case("page of scripts", "page", {"index.html": text}, "index.html", "page")


def _wrapped(make: Maker) -> str:
    return f"<script>\n(function () {{\n{indented(statements(make))}\n}})();\n</script>"


def _top(make: Maker) -> str:
    return f"<script>\n{statements(make)}\n</script>"


def _function(make: Maker) -> str:
    name = make.name("onError")
    return (
        f"<script>\nfunction {name}(error) {{\n{indented(statements(make))}\n}}\n"
        f"{name}(lastTrtcError);\n</script>"
    )


def _declared(make: Maker) -> str:
    name = make.name("failed")
    word = make.pick("const", "var", "let")
    return (
        f"<script>\n{word} {name} = (error) => {expression(make)};\nlog({name}(error));\n</script>"
    )


def _required(make: Maker) -> str:
    """A script that mentions `require` or `module`, as scripts for two worlds do."""
    name = make.name("sdk")
    loaded = "typeof require === 'function' ? require('trtc-js-sdk') : TRTC"
    how = make.pick(
        f"const {name} = {loaded};",
        f"var {name} = window.require ? window.require('trtc-js-sdk') : TRTC;",
        f"if (typeof module === 'object') module.exports = {{}};\nvar {name} = TRTC;",
        f"var exports = exports || {{}};\nexports.{name} = TRTC;\nvar {name} = exports.{name};",
        f"var require = (name) => TRTC;\nvar {name} = require('trtc-js-sdk');",
    )
    test = make.name("failed")
    return (
        f"<script>\n{how}\nconst {test} = (error) => {expression(make)};\n"
        f"log(typeof {name}, {test}(error));\n</script>"
    )


def _module(make: Maker) -> str:
    return f'<script type="module">\n{statements(make)}\nexport {{}};\n</script>'


def _strict(make: Maker) -> str:
    return f"<script>\n'use strict';\n{statements(make)}\n</script>"


def _own(make: Maker) -> str:
    """A script that declares constants, for its successors too."""
    if not make.first("ErrorCode"):
        return _top(make)
    word = make.pick("const", "var")
    return (
        f"<script>\n// TRTC\n{word} ErrorCode = {{ JOIN_ROOM_FAILED: 0x4004 }};\n"
        f"log({make.pick('Object.keys(ErrorCode)', 'ErrorCode.JOIN_ROOM_FAILED')});\n</script>"
    )


def _handler(make: Maker) -> str:
    code = make.code()
    return f'<button onclick="log(this.error.getCode() === {code})">TRTC</button>'


_SCRIPTS = (_wrapped, _top, _function, _declared, _declared, _required, _module, _strict, _own)


def jinja(make: Maker) -> Case:
    """A Jinja2 template of a page, with branches, loops, blocks and a child."""
    return _template(make, "Jinja2 template", "jinja")


def django(make: Maker) -> Case:
    """A Django template of a page, with branches, loops, blocks and a child."""
    return _template(make, "Django template", "django")


def _template(make: Maker, kind: str, engine: str) -> Case:
    shape = make.pick("script in branches", "scripts in branches", "typed", "inherited", "included")
    scripts = [_script(make, engine) for _ in range(make.pick(1, 2))]
    if not make.codes:
        scripts.append(_top(make))
    if shape == "scripts in branches":
        scripts = [_branch(make, text, engine) for text in scripts]
    elif shape == "typed":
        scripts = [text.replace("<script>", '<script type="{{ kind }}">', 1) for text in scripts]
    body = "\n".join(scripts)
    files = {"page.html": f"<!DOCTYPE html>\n<p>TRTC</p>\n{body}\n"}
    main = "page.html"
    if shape == "included":
        files["part.html"] = _script(make, engine)
        files["page.html"] += '{% include "part.html" %}\n'
    elif shape == "inherited":
        block = make.name("block")
        files["page.html"] = (
            f"<!DOCTYPE html>\n<p>TRTC</p>\n{{% block {block} %}}{_script(make, engine)}"
            f"{{% endblock %}}\n{body}\n"
        )
        own = _script(make, engine) if make.chance(0.6) else ""
        files["child.html"] = (
            '{% extends "page.html" %}\n' + f"{{% block {block} %}}{own}{{% endblock %}}\n"
        )
        main = make.pick("child.html", "page.html")
    return make.case(kind, shape, files, main, engine)


def _script(make: Maker, engine: str) -> str:
    lines = ["// TRTC"]
    for _ in range(make.pick(1, 2, 3)):
        part = make.pick(*_PIECES)(make)
        lines.append(_branch(make, part, engine) if make.chance(0.5) else part)
    return "<script>\n" + "\n".join(lines) + "\n</script>"


def _piece_function(make: Maker) -> str:
    name = make.name("onError")
    body = indented(statements(make))
    return f"function {name}(error) {{\n{body}\n}}\n{name}(lastTrtcError);"


def _piece_object(make: Maker) -> str:
    if not make.first("ErrorCode"):
        return _piece_known(make)
    word = make.pick("const", "const", "var")
    return f"{word} ErrorCode = {{ JOIN_ROOM_FAILED: 0x4004 }};\nlog(ErrorCode.JOIN_ROOM_FAILED);"


def _piece_known(make: Maker) -> str:
    make.codes.append(0x4004)
    return "if (error.getCode() === 0x4004) log('join'); else log('not');"


def _piece_split(make: Maker) -> str:
    """A function whose beginning and end stand in blocks that a child can replace."""
    name, first, last = make.name("onError"), make.name("open"), make.name("close")
    return (
        f"{{% block {first} %}}\nfunction {name}(error) {{\n{{% endblock %}}\n"
        f"  if (error.getCode() === {make.code()}) log('split'); else log('no');\n"
        f"{{% block {last} %}}\n}}\n{name}(lastTrtcError);\n{{% endblock %}}"
    )


def _piece_hole(make: Maker) -> str:
    return f"log('{{{{ title }}}}', error.getCode() === {make.code()});"


def _piece_inner(make: Maker) -> str:
    """A function with a branch in it."""
    name = make.name("onError")
    return (
        f"function {name}(error) {{\n  {{% if b %}}\n"
        f"  const code = error.getCode();\n  log(code === {make.code()});\n  {{% else %}}\n"
        f"  log(error.getCode() === {make.code()});\n  {{% endif %}}\n}}\n{name}(lastTrtcError);"
    )


def _piece_statements(make: Maker) -> str:
    return statements(make, count=1)


_PIECES = (
    _piece_function, _piece_object, _piece_known, _piece_split, _piece_hole,
    _piece_inner, _piece_statements, _piece_known,
)  # fmt: skip


def _branch(make: Maker, text: str, engine: str) -> str:
    """A text in a branch, a loop, a block or a comment of a template."""
    other = statements(make, count=1) if "<script" not in text else "<p>none</p>"
    name = make.pick("a", "b", "c")
    block = make.name("block")
    comments = {
        "jinja": f"{{#\n{text}\n#}}",
        "django": f"{{% comment %}}\n{text}\n{{% endcomment %}}",
    }
    on = {"jinja": "true", "django": "on"}[engine]
    raw = {"jinja": ("raw", "endraw"), "django": ("verbatim", "endverbatim")}[engine]
    kept = "{%" in text or "{{" in text  # would be shown as it is
    return make.pick(
        f"{{% if {name} %}}\n{text}\n{{% endif %}}",
        f"{{% if {name} %}}\n{text}\n{{% else %}}\n{other}\n{{% endif %}}",
        f"{{% if {name} %}}\n{text}\n{{% elif c %}}\n{other}\n{{% endif %}}",
        f"{{% if not {name} %}}\n{other}\n{{% else %}}\n{text}\n{{% endif %}}",
        f"{{% for x in xs %}}\n{text}\n{{% endfor %}}",
        f"{{% block {block} %}}\n{text}\n{{% endblock %}}",
        text if "comment" in text or "{#" in text else comments[engine],
        text if kept else f"{{% {raw[0]} %}}\n{text}\n{{% {raw[1]} %}}",
        f"{{% autoescape {on} %}}\n{text}\n{{% endautoescape %}}",
    )
