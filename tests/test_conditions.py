"""What a server's template decides and puts in: found where it stands, and never rewritten."""

from __future__ import annotations

import pytest
from marked import found, unmarked

from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source

# In a page that says TRTC.
FOUND = {
    "if": "{% if code == ‹16388› %}join{% elif error.code in [‹16451›, ‹4099›] %}play{% endif %}\n",
    "whitespace control": "{%- if code == ‹16388› -%}x{%- endif -%}\n{%+ if code == ‹4099› %}{% endif %}\n",
    "filters": "{% if code|int == ‹4099› %}a{% endif %}{% if code|default('a|b') == ‹4099› %}{% endif %}\n",
    "defaults": "{{ r.code|default(‹65535›) }}{{ r.size|default(65535) }}{{ r.code|default:‹65535› }}{{ r.code|default('x') }}\\n",
    "instead": "{{ code or ‹65535› }}{{ code ?? ‹4096› }}{{ error_code if error_code else ‹65535› }}{{ r.code || ‹65535› }}\\n",
    "tests": "{% if lastCode is same as(‹16388›) %}{% elif code is sameas(‹16388›) %}{% elif port is eq(16388) %}{% endif %}\\n",
    "macros": "{% macro badge(code=‹16388›, port=16388) %}{% call x(code=‹4099›) %}\\n",
    "Liquid's cases": "{% case code %}{% when ‹16388› %}{% when ‹4099›, ‹16451› or ‹16390› %}{% endcase %}{% case port %}{% when 4099 %}{% endcase %}{% when 16388 %}\\n",
    "what a helper is given": "{{badge code=‹4099› port=4099}}{{> part errorCode=‹16388›}}{{! code=4099 }}\\n",
    "Django's filters": '{% if code|add:"0"|default:x == ‹4099› %}a{% endif %}\n',
    "other engines": "{% elsif code == ‹4099› %}{% unless errorCode == ‹4099› %}{% elseif code === ‹4099› %}\n",
    "set": "{% set error_code = ‹16388› %}{% with code = ‹4099› %}{% assign code = ‹4099› %}\n",
    "for": "{% for code in [‹16388›, ‹4099›] %}x{% endfor %}\n",
    "inline if": '{{ "join" if code == ‹16388› else "other" }} {{- code == ‹4099› -}}\n',
    "tables": '{{ error_texts[‹16388›] }} {{ {‹16388›: "join", ‹4099›: "dev"}[code] }}\n',
    "strings": "{% if code == ‹TRT002:'16388'› %}c{% endif %}\n",
    "EJS": (
        "<% if (err.code === ‹16388›) { %>a<% } else if (code === ‹4099›) { %>b<% } %>\n"
        "<%= code === ‹4099› ? 'a' : 'b' %><%- [‹16388›, ‹4099›].includes(code) %>\n"
    ),
    "ERB": (
        "<% if code == ‹16388› %>a<% elsif @code == ‹4099› %>b<% end %>\n"
        "<% unless [‹16388›, ‹4099›].include?(error_code) -%><% end %><% code = ‹4099› %>\n"
    ),
    "PHP": (
        "<?php if ($code === ‹16388›): ?>a<?php elseif ($err->code == ‹4099›): ?>b<?php endif; ?>\n"
        "<?= $err['code'] === ‹4099› ? 'a' : 'b' ?><?php echo $errors[‹4099›]; ?>\n"
    ),
    "Handlebars": (
        "{{#if (eq code ‹16388›)}}a{{/if}}{{#if (or (eq err.code ‹4099›) (ne ‹16451› code))}}b{{/if}}\n"
        "{{#ifEquals code ‹4099›}}c{{/ifEquals}}{{#if_eq  this.code  ‹16388›}}d{{/if_eq}}\n"
    ),
    "twice": "{% if code == ‹16388› or code == ‹4099› %}{% endif %}\n",
    "of a page's script": "{{ code === ‹4099› ? 'a' : 'b' }}<p v-if=\"code === ‹16388›\"></p>\n",
    "in a script": "<script>{% if code == ‹16388› %}f();{% endif %}</script>\n",
    "in an attribute": '<p class="{% if code == ‹16388› %}a{% endif %}"></p>\n',
    "after Chinese": "<p>错误🙂 {% if code == ‹16388› %}a{% endif %}</p>\n",
}
SILENT = {
    "what stands instead of a size": "{{ size or 65535 }}{{ width ?? 4096 }}{{ 4096 if size else count }}\n",
    "another thing": "{% if port == 4099 or size == 16388 %}{% for page in [16388] %}{{ room == 16388 }}\n",
    "ordering": "{% if code > 16388 or code + 16388 %}{{ code - 4099 }}{% endif %}\n",
    "comments": "{# {% if code == 16388 %} #}{% comment %}{% if code == 16388 %}{% endcomment %}\n",
    "raw": "{% raw %}{% if code == 16388 %}{{ code == 16388 }}{% endraw %}\n",
    "text": "<p>if code == 16388</p>\n{% include 'x' %} {{ x }}\n",
    "v-pre": "<p v-pre>{{ code === 16388 }}</p>\n",
    "other commands": "{% include 16388 %}{% url 'code' 16388 %}{% cache 16388 code %}{% endcache %}\n",
    "other things in code": (
        "<% if (size === 4099 || port == 16388) { %><%# code == 16388 %><%-- code == 16388 --%><% } %>\n"
        "<?php if ($page === 16388): ?><?= $sizes[4099] ?><?php endif; ?><?xml version='16388'?>\n"
    ),
    "other things in helpers": (
        "{{#if (eq size 4099)}}{{/if}}{{#if (gt code 16388)}}{{/if}}{{!-- (eq code 16388) --}}\n"
        "{{#ifEquals room 16388}}{{/ifEquals}}{{> page 16388}}{{#each 16388}}{{/each}}\n"
    ),
    "unclosed": "{% if code == 16388\n",
}


@pytest.mark.parametrize("path", ["trtc.html", "trtc.html.j2", "trtc.jinja", "trtc.njk"])
@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, path: str) -> None:
    plain, expected = unmarked("<title>TRTC</title>\n" + FOUND[case])
    assert found(plain, path) == expected


@pytest.mark.parametrize("path", ["trtc.html", "trtc.html.j2"])
@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str, path: str) -> None:
    assert found("<title>TRTC</title>\n" + SILENT[case], path) == []


@pytest.mark.parametrize("case", [case for case in FOUND if "script" not in case])
def test_refused(case: str) -> None:
    plain, expected = unmarked("<title>TRTC</title>\n" + FOUND[case])
    outcome = fix_source(Source("trtc.html", plain.encode()), Options())
    assert outcome.new is None
    assert outcome.error is None
    assert len(outcome.refusals) == sum(code == "TRT001" for *_, code in expected)
    assert {refused.reason.of("en") for refused in outcome.refusals} <= {
        "a template sees only what it is given; decide in the code that renders it"
    }


def test_in_strings() -> None:
    text = (
        "import trtc\nfrom jinja2 import Template\n"
        'T = Template("TRTC: {% if code == ‹16388› %}join{% elif port == 16388 %}x{% endif %}")\n'
        'U = """<p>{% if error_code == ‹4099› %}<b>trtc</b>{% endif %}</p>"""\n'
        'V = "{{ code == 16388 }} {% if room == 16388 %} code == 16388"\n'
    )
    plain, expected = unmarked(text)
    assert found(plain) == expected
    script, expected = unmarked(
        'TRTC;\nconst t = nunjucks.renderString("{% if code == ‹16388› %}trtc{% endif %}");\n'
    )
    assert found(script, "a.js") == expected


def test_docstrings_are_no_templates() -> None:
    said = '"""TRTC: `{% if code == 16388 %}`, `{{ texts[code == 16388] }}`."""\n'
    assert found(said, "a.py") == []
    assert found(f"def f():\n    {said}    return trtc\n", "a.py") == []


def test_suppressed() -> None:
    page = "<title>TRTC</title>\n{% if code == 16388 %}{# trtc: ignore #}{% endif %}\n"
    assert found(page, "trtc.html") == []
    ignored = fix_source(
        Source("trtc.html", page.replace("{# trtc: ignore #}", "").encode()),
        Options(),
        silence=("TRT001",),
    )
    assert ignored.new is not None
    assert found(ignored.new.decode(), "trtc.html") == []
    text = 'import trtc\nT = Template("{% if code == 16388 %}join{% endif %}")  # trtc: ignore\n'
    assert found(text) == []


@pytest.mark.parametrize("path", ["page.html", "page.j2"])
def test_braces_that_a_script_has_for_its_own_are_no_hole(path: str) -> None:
    """A number in them is found once; where all are doubled, `format` may be to fill it in."""
    script = "// TRTC\nlet a = { b: 1 };\nfunction f(e) {{ return e.getCode() === 16388; }}\n"
    for code in (script, script.replace("let a = { b: 1 };\n", "")):
        text = f"<script>\n{code}</script>\n<p>{{{{ code == 16451 }}}}</p>\n"
        outcome = fix_source(Source.from_bytes(f"/somewhere/{path}", text.encode()), Options())
        fixed = "let a" in code
        assert [item.value for item in outcome.fixed] == [16388] * fixed
        assert [item.finding.value for item in outcome.refusals] == [16388, 16451][fixed:]
        new = text.replace(
            "{{ return e.getCode() === 16388",
            "{const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
            " { return e.getCode() === ErrorCode.JOIN_ROOM_FAILED",
        )
        assert outcome.new == (new.encode() if fixed else None)
