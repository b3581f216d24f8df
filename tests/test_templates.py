"""Templates of each engine that is read: three pages an engine, with the holes real ones have."""

from __future__ import annotations

import pytest
from fixing import fixed
from marked import found, unmarked

from flake8_trtc.languages.templates import holes, neutral

PAGES = {
    "locals.ejs": """\
<%- include('partials/head', { title }) %>
<script src="/js/trtc.js"></script>
<script>
  window.ROOM = { id: <%= room.id %>, names: <%- JSON.stringify(names.map((n) => { return n; })) %> };
  <% if (locals.debug) { %>console.log("<%= user.name %>");<% } %>
  client.on('error', (e) => { if (e.getCode() === ‹16388›) location.reload(); });
</script>
<%# e.getCode() === 16388 %>
<%- include('partials/foot') -%>
""",
    "slurp.ejs": """\
<%_ for (const room of rooms) { _%>
<button onclick="if (last.getCode() === ‹16388›) join('<%= room.id %>')"><%= room.name %></button>
<%_ } _%>
<script>var trtc = <%- data %>;</script>
""",
    "room.js.ejs": """\
import TRTC from 'trtc-js-sdk';
<% if (typed) { -%>
export const codes = <%- JSON.stringify(codes) %>;
<% } -%>
export const gone = (e) => e.getCode() === ‹16390›;
""",
    "index.html.erb": """\
<% content_for :javascript do %>
  <script src="<%= asset_path('trtc.js') %>"></script>
  <script>
    <%- if @room.present? -%>
    var room = <%= raw @room.to_json %>;
    <%- end -%>
    client.on('error', function (e) { if (e.getCode() === ‹16388›) { alert("<%= t('.gone') %>"); } });
  </script>
<% end %>
""",
    "_calls.html.erb": """\
<%# e.getCode() === 16388 %>
<% @calls.each do |call| %>
  <li onclick="if (trtcError.getCode() === ‹16451›) play(<%= call.id %>)"><%= call.name %></li>
<% end %>
""",
    "join.js.erb": """\
// TRTC
<%- unless @error.nil? -%>
$('#error').html("<%= j render('error') %>");
<%- end -%>
client.join().catch(function (e) { if (e.getCode() === ‹16388›) { location.reload(); } });
""",
    "room.hbs": """\
{{> header title="TRTC"}}
{{!-- {{x}} e.getCode() === 16388 --}}
<script>
  const room = {{{json room}}};
  {{#if debug}}console.log('{{user.name}}');{{else}}const quiet = true;{{/if}}
  {{#each codes}}names[{{this}}] = '{{@key}}';{{/each}}
  client.on('error', (e) => { if (e.getCode() === ‹16388›) location.reload(); });
</script>
""",
    "list.hbs": """\
{{#each calls as |call|}}
<li class="{{#if call.active}}active{{/if}}" onclick="if (trtcError.getCode() === ‹16451›) f('{{call.id}}')">
{{/each}}
""",
    "calls.js.handlebars": """\
// TRTC
{{~#unless quiet}}
console.log({{{json calls}}});
{{~/unless}}
{{^calls}}empty();{{/calls}}
if (e.getCode() === ‹16388›) { retry(); }
""",
    "room.html.twig": """\
{% extends 'base.html.twig' %}
{% block javascripts %}
  {{ parent() }}
  <script>
    const route = "{{ path('room', {'id': room.id})|escape('js') }}";
    const names = {{ names|json_encode|raw }};
    client.on('error', (e) => { if (e.getCode() === ‹16388›) location.href = route; });
  </script>
{% endblock %}
{# e.getCode() === 16388, TRTC #}
""",
    "form.twig": """\
{% for call in calls if call.open %}
<a onclick="if (trtcError.getCode() === ‹16451›) play({{ call.id }})">{{ call.name|e }}</a>
{% else %}<p>{{ 'none'|trans }}</p>{% endfor %}
""",
    "room.js.twig": """\
export default {{ room|json_encode|raw }};
{% verbatim %}
export const gone = (trtcError) => trtcError.getCode() === ‹16388›;
{% endverbatim %}
""",
    "base.njk": """\
{%- import "macros.njk" as m -%}
{% block scripts %}
<script>
  const site = {{ site | dump | safe }};
  {% if site.debug %}debug({{ page.url | dump }});{% elif site.test %}test();{% endif %}
  trtc.on('error', (e) => { if (e.getCode() === ‹16388›) reload(site); });
</script>
{% endblock %}
""",
    "list.njk": """\
{%- for call in calls -%}
<b onclick="if (trtcError.getCode() === ‹16451›) f({{ loop.index }})">{{ m.name(call) }}</b>
{%- endfor -%}
{# e.getCode() === 16388 #}
""",
    "data.js.njk": """\
---
permalink: /data.js
---
const trtc = {{ data | dump | safe }};
if (e.getCode() === ‹16388›) { retry(); }
""",
    "theme.liquid": """\
<!doctype html>
<html lang="{{ request.locale.iso_code }}">
<head>
  {{ content_for_header }}
  {{ 'trtc.js' | asset_url | script_tag }}
  {%- if template contains 'live' -%}{%- render 'live-head', room: page.metafields.live.room -%}{%- endif -%}
  <script>
    window.live = { room: {{ page.metafields.live.room | json }}, name: "{{ customer.name | escape }}" };
    {% unless customer %}window.live.guest = true;{% endunless %}
    client.on('error', function (e) { if (e.getCode() === ‹16388›) location.reload(); });
  </script>
</head>
<body>{{ content_for_layout }}</body>
</html>
""",
    "live-room.liquid": """\
{% comment %} e.getCode() === 16388 {% endcomment %}
{%- liquid
  assign tap = false
  if section.settings.code == blank
    assign tap = true
  endif
-%}
{% for call in section.blocks %}
  <a {{ call.shopify_attributes }} onclick="if (trtcError.getCode() === ‹16451›) play('{{ call.id }}')">{{ call.settings.title }}</a>
  {% case call.settings.errorCode %}{% when ‹16388› %}x{% when ‹16390›, ‹4099› %}y{% else %}z{% endcase %}
{% endfor %}
{% schema %}
{ "name": "TRTC room", "settings": [{ "type": "range", "id": "code", "default": 16388 }] }
{% endschema %}
""",
    "post.liquid": """\
---
layout: default
title: TRTC errors, 16388 first
---
{% raw %}{{ code == 16388 }}{% endraw %}
{% assign errorCode = page.error_code | default: ‹65535› %}
{% if errorCode == ‹16388› or errorCode == ‹4099› %}<p>{{ site.data.errors[errorCode] }}</p>{% endif %}
<script src="{{ '/js/trtc.js' | relative_url }}"></script>
<script>const gone = (e) => e.getCode() === ‹16390›; f({{ page.calls | jsonify }});</script>
""",
    "room.mustache": """\
{{> header}}
{{! e.getCode() === 16388 }}
<script src="{{base}}/trtc.js"></script>
<script>
  var room = {{{roomJson}}}, title = "{{title}}";
  {{#debug}}console.log("{{user.name}}");{{/debug}}{{^debug}}var quiet = true;{{/debug}}
  client.on('error', function (e) { if (e.getCode() === ‹16388›) location.reload(); });
</script>
{{> footer}}
""",
    "calls.mustache": """\
<ul>
{{#calls}}
  <li class="{{#active}}active{{/active}}" onclick="if (trtcError.getCode() === ‹16451›) play('{{id}}')">{{&name}}</li>
{{/calls}}
{{^calls}}<li>{{#i18n}}none{{/i18n}}</li>{{/calls}}
</ul>
""",
    "boot.js.mustache": """\
// TRTC
(function () {
  var calls = {{{calls}}};
  {{#codes}}
  names[{{code}}] = '{{{text}}}';
  {{/codes}}
  if (lastError.getCode() === ‹16388› || errorCode === ‹4099›) { retry({{delay}}); }
})();
""",
    "room.js.j2": """\
// TRTC
{% for name, value in settings.items() %}
const {{ name }} = {{ value | tojson }};
{% endfor %}
client.on('error', (e) => { if (e.getCode() === ‹16388›) retry({{ delay }}); });
{# e.getCode() === 16388 #}
""",
    "room.ts.jinja": """\
import TRTC from 'trtc-js-sdk';
export const gone = (e: RtcError): boolean => e.getCode() === ‹16388›;
""",
    "room.html.j2": """\
<script>trtc.on('error', (e) => { if (e.getCode() === ‹16388›) retry({{ delay }}); });</script>
""",
}


@pytest.mark.parametrize("path", PAGES)
def test_found_in_a_template(path: str) -> None:
    plain, expected = unmarked(PAGES[path])
    assert expected
    assert found(plain, path) == expected


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("locals.ejs", "(e) => {"),
        ("index.html.erb", "function (e) {"),
        ("room.hbs", "(e) => {"),
        ("room.html.twig", "(e) => {"),
        ("base.njk", "(e) => {"),
        ("room.js.j2", "(e) => {"),
    ],
)
def test_fixed_in_a_template(path: str, place: str) -> None:
    plain, _ = unmarked(PAGES[path])
    declared = f"{place} const ErrorCode = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }});"
    head, tail = (
        plain.split("getCode() === 16388)", 1)
        if path != "room.hbs"
        else plain.rsplit("getCode() === 16388)", 1)
    )
    new = fixed(plain.encode(), f"/somewhere/{path}").decode()
    before, at, after = head.rpartition(place)
    assert new == f"{before}{declared}{after}getCode() === ErrorCode.JOIN_ROOM_FAILED){tail}"
    assert at


def test_what_handlebars_puts_in() -> None:
    text = (
        b"{{#if a}}f({{b}});{{else}}{{{c}}}{{/if}}{{!-- }} --}}{{! d }}{{> e}}{{^f}}{{/f}}{{!-- g"
    )
    assert [(text[hole.start : hole.end], hole.value) for hole in holes(text)] == [
        (b"{{#if a}}", False),
        (b"{{b}}", True),
        (b"{{else}}", False),
        (b"{{{c}}}", True),
        (b"{{/if}}", False),
        (b"{{!-- }} --}}", False),
        (b"{{! d }}", False),
        (b"{{> e}}", False),
        (b"{{^f}}", False),
        (b"{{/f}}", False),
    ]
    assert neutral(b"{{#each a}}f();{{/each}}", script=True) == b"/*%+     */f();/*%-   */"


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("a.hbs", "{{!-- trtc: ignore[TRT001] --}}"),
        ("a.hbs", "{{! trtc: ignore }}"),
        ("a.ejs", "<%# trtc: ignore[TRT001] %>"),
        ("a.html.erb", "<%-# trtc: ignore -%>"),
        ("a.twig", "{# trtc: ignore #}"),
        ("a.js.j2", "{#- trtc: ignore[TRT001] -#}"),
    ],
)
def test_a_template_s_comment_silences(path: str, comment: str) -> None:
    line = "trtc.on('error', (e) => { if (e.getCode() === 16388) f(); });"
    text = f"{line} {{}}\n" if path == "a.js.j2" else f"<script>{line}</script> {{}}\n"
    assert len(found(text.replace("{}", "").replace("{{", "{"), path)) == 1
    assert found(text.replace("{}", comment), path) == []


def test_endless_blocks_are_looked_for_once() -> None:
    text = b"{% comment %}{% raw %}{{!-- <%# <? {#" * 20_000
    assert sum(1 for _ in holes(text)) == 40_000
