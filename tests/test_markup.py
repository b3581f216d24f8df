"""Markup with expressions in braces, and Pug: what is code in it, at its own place."""

from __future__ import annotations

import pytest
from marked import found, unmarked

from flake8_trtc.api import check_text, fix_text, load_options
from flake8_trtc.fix.engine import Outcome

PLAIN = load_options(isolated=True)
SVELTE = """\
<script>
  let errorCode = 0;
  $: failed = errorCode === ‹16457›;
</script>
{#if errorCode === ‹16451›}
  <button on:click={() => f(e.getCode() === ‹16388›)}>Play</button>
{:else if [‹16391›, ‹16392›].includes(errorCode)}
  <p class={errorCode === ‹16388› ? 'a' : "}"} class:bad={errorCode === ‹16388›} title="x {errorCode === ‹16388›}">
    {errorCode === ‹16388› ? `x ${errorCode === ‹16388›}` : 'y' /* 16388 } */} 16388
  </p>
{/if}
{#each errorCodes.filter((code) => code === ‹16388›) as code, i (code)}<p>{code === ‹16388›}</p>{/each}
{#each [‹16388›, ‹4099›] as code}<p>{code}</p>{/each}{#each [16388, 4099] as size}<p>{size}</p>{/each}
{@const bad = errorCode === ‹16388›}
{#key errorCode}{@html errorCode === ‹16388› ? a : b}{/key}
{#await p then code}{code === ‹16388›}{:catch error}{error.code === ‹16388›}{/await}
<Failure code={‹16388›} {errorCode} {...{ code: ‹16388› }} data-code={‹4099›} size={4099} x={16388} title="code=" />
<!-- {errorCode === 16388} --><style>.a { width: 16388px }</style>
"""
ASTRO = """\
---
import X from './x';
const { code = ‹65535› } = Astro.props;
---
<html><body title="{code === 16388}">
{code === ‹16388› && <p class="}">don't {code === ‹16451›}</p>}
<X code={‹16388›} onClick={() => code === ‹16388›} data-code={‹4099›} size={4099} />
<p title=`x ${code === 16388}`>code === 16388</p><style>a { b: 16388 }</style></body></html>
<script>if (e.getCode() === ‹16388›) f();</script>
"""
MDX = """\
---
title: "{code === 16388}"
---
import X from './x'
export const codes = { ‹16388›: 'a', ‹16451›: 'b' };

# Title {errorCode === ‹16388› ? 'a' : 'b'}

<Alert code={‹16388›} size={16388} onClose={(e) => e.getCode() === ‹16451›} title="{code === 16388}" />

{errorCodes.map((code) => code === ‹16388› && <p>{code}</p>)} \\{code === 16388}

text code === 16388, `{code === 16388}`, {/* code === 16388 */}
"""
PUG = """\
doctype html
mixin failure(code)
  p= code
block content
  if code === ‹16388›
    p= code === ‹16451› ? 'a' : 'b'
  else if code === ‹16390›
    p 16388
  each code in [‹16388›, ‹16451›]
    li= code
  - if (code === ‹16388›) retry()
  -
    const codes = [‹16388›, ‹4099›]
    const sizes = [4096]
  .toast(data-code=‹4099›, data-size=4099, class=code === ‹16388› ? 'a' : ')', style="width: 4096px") x #{code === ‹16388›} 16388
  a#x.y(href='#', onclick='f(e.getCode() === ‹16388›)'): b(v-if="errorCode === ‹16451›" @click="f(16388)") code === 16388
  input(
    type="text"
    :value="code === ‹16388› ? 'x' : 'y'"
    :error-code="‹16388›" port=16388
  )
  p.
    code === 16388 #{code === ‹16388›}
    // code === 16388
  | code === 16388 {{ code === ‹16388› }}
  script(type="text/template").
    if (e.getCode() === 16388) f();
  script(src="trtc.js")
  script(type="module").
    client.on('error', (e) => {
      if (e.getCode() === ‹16388›) f();

      if (e.getCode() === ‹16451›) f();
    });
  //- if (e.getCode() === 16388)
    if code === 16388
  style.
    a { width: 16388px }
  p(class!=code === ‹16388›)&attributes({ code: ‹16388› })
  case code
    when ‹16388›: p x
    when 0
      p y
  unless code === ‹16388›
    p(a=(
"""
KINDS = {
    "trtc.svelte": SVELTE,
    "trtc.astro": ASTRO,
    "trtc.mdx": MDX,
    "trtc.pug": PUG,
    "trtc.jade": PUG,
}


@pytest.mark.parametrize("path", KINDS)
def test_found(path: str) -> None:
    plain, expected = unmarked(KINDS[path])
    assert found(plain, path) == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("path", KINDS)
def test_fixed_or_refused(path: str, newline: str) -> None:
    plain, expected = unmarked(KINDS[path])
    outcome = fix_text(path, plain.replace("\n", newline).encode(), PLAIN)
    assert outcome.error is None
    assert len(outcome.fixed) + len(outcome.refusals) == len(expected)
    if outcome.new is not None:
        again = fix_text(path, outcome.new, PLAIN)
        assert again.new is None
        assert len(again.refusals) == len(outcome.refusals)


def fixed(path: str, text: str) -> Outcome:
    return fix_text(path, text.encode(), PLAIN)


def test_svelte_declares_in_its_script() -> None:
    text = (
        "<script module>\n  export const a = 1;\n</script>\n<script>\n  let trtcCode;\n</script>\n"
    )
    markup = "{#if trtcCode === 16451}<A code={16388} />{/if}\n"
    declared = (
        "  const ErrorCode = Object.freeze({\n    JOIN_ROOM_FAILED: 0x4004,\n"
        "    PLAY_NOT_ALLOWED: 0x4043,\n  });\n"
    )
    new = fixed("A.svelte", text + markup).new
    assert new is not None
    assert new.decode() == text.replace("  let", f"{declared}  let") + (
        "{#if trtcCode === ErrorCode.PLAY_NOT_ALLOWED}<A code={ErrorCode.JOIN_ROOM_FAILED} />{/if}\n"
    )


def test_astro_declares_in_its_front() -> None:
    text = (
        "---\nconst { trtcCode } = Astro.props;\n---\n<p title={trtcCode === 16388 ? 'a' : ''} />\n"
    )
    new = fixed("A.astro", text).new
    assert new is not None
    assert new.decode() == (
        "---\nconst ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n"
        "const { trtcCode } = Astro.props;\n---\n"
        "<p title={trtcCode === ErrorCode.JOIN_ROOM_FAILED ? 'a' : ''} />\n"
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("A.svelte", "<p>{trtcCode === 16388}</p>\n"),
        ("A.astro", "<p>{trtcCode === 16388}</p>\n"),
        ("A.astro", "---\nlet a;\n---\n{trtcCode === 16388 && <p />}\n"),
        ("a.mdx", "export const trtc = 1;\n\n{trtcCode === 16388}\n"),
        ("a.pug", "if trtcCode === 16388\n  p x\n"),
        ("a.pug", "script.\n  if (trtcCode === 16388) f();\n"),
        ("a.pug", "a(onclick='if (trtcCode === 16388) f()')\n"),
    ],
)
def test_refused_where_nothing_can_be_declared(path: str, text: str) -> None:
    outcome = fixed(path, text)
    assert (outcome.new, len(outcome.refusals)) == (None, 1)


def test_a_constant_that_is_there_is_used() -> None:
    text = "script.\n  const ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n  if (trtcCode === 16388) f();\n"
    new = fixed("a.pug", text).new
    assert new is not None
    assert new.decode() == text.replace("=== 16388", "=== ErrorCode.JOIN_ROOM_FAILED")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.pug", "#trtc\n  //- trtc: ignore-next-line\n  p(v-if='code === 16388')\n"),
        ("a.pug", "// trtc: ignore-file\np(v-if='code === 16388')\n"),
        ("a.svelte", "<!-- trtc: ignore-next-line -->\n{#if trtcCode === 16388}<p />{/if}\n"),
        ("a.astro", "<!-- trtc: ignore-next-line -->\n<p>{trtcCode === 16388}</p>\n"),
        ("a.mdx", "{trtcCode === 16388 /* trtc: ignore */}\n"),
    ],
)
def test_comments_silence(path: str, text: str) -> None:
    assert check_text(path, text.encode(), PLAIN) == ()


BLOCKS = """\
{% extends "base.html" %}
{% block title %}TRTC: code === 16388{% endblock %}
{% block js %}
client.on('error', (e) => { if (e.getCode() === ‹16388›) f({{ room }}); });
{% endblock %}
{% block content %}<script>{% block inner %}if (e.getCode() === ‹16451›) f();{% endblock %}</script>{% endblock %}
{% block text %}If (e.getCode() === 16388) the room failed.{% endblock %}
{% block tags %}<p>if (e.getCode() === 16388) f();</p>{% endblock %}
"""


def test_blocks_of_a_child_template_that_are_scripts() -> None:
    plain, expected = unmarked(BLOCKS)
    assert found(plain, "room.html") == expected
    alone = plain.replace('{% extends "base.html" %}', "")
    assert found(alone, "room.html") == expected[1:]


def test_a_block_of_a_child_template_declares_in_its_functions() -> None:
    outer = BLOCKS.replace(
        "{% block js %}\n", "{% block js %}\nif (e.getCode() === ‹16390›) f();\n"
    )
    text = unmarked(outer)[0]
    outcome = fixed("room.html", text)
    assert outcome.error is None
    assert [str(item.reason) for item in outcome.refusals] == [
        "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
    ]
    declared = "const ErrorCode = Object.freeze({ %s });"
    inside = declared % "JOIN_ROOM_FAILED: 0x4004"
    around = declared % "PLAY_NOT_ALLOWED: 0x4043"
    assert (
        outcome.new
        == (
            text.replace("(e) => { if", f"(e) => {{ {inside} if")
            .replace("=== 16388) f({{", "=== ErrorCode.JOIN_ROOM_FAILED) f({{")
            .replace(
                "if (e.getCode() === 16451) f();",
                f"{{ {around} if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) f(); }}",
            )
        ).encode()
    )


ATTRIBUTES = """\
<title>TRTC</title>
<p *ngIf="errorCode === ‹16388›" [class.bad]="errorCode === ‹4099›" (click)="errorCode === ‹4099› && f()"
  [code]="‹4099›" [size]="4099"></p>
<p v-scope="{ code: ‹16388›, size: 16388 }" v-effect="f(code === ‹16388›)" x-data="{ code: ‹4099›, size: 4099 }"></p>
<p hx-on:click="if (e.getCode() === ‹4099›) f()" hx-vals='{"code": 16388}' data-code="16388" value="16388"></p>
"""


def test_attributes_of_other_frameworks() -> None:
    plain, expected = unmarked(ATTRIBUTES)
    assert found(plain, "room.html") == expected


_BESIDE = {
    "a.vue": """\
<template>
  <p v-if="errorCode === ErrorCode.‹TRT101:CLIENT_BANNED›" @click="f(ErrorCode.‹TRT201:JOIN_ROM_FAILED›)">a</p>
  <p v-for="ErrorCode in codes" v-if="(ErrorCode => ErrorCode.NOPE)(1)">{{ ErrorCode.‹TRT101:CLIENT_BANNED› }}</p>
</template>
<script setup>
import { ErrorCode } from './trtc-codes'
</script>
""",
    "b.vue": """\
<script lang="ts">
export const ErrorCode = { CLIENT_BANNED: 0x4040, JOIN_ROOM_FAILED: 0x4004 } as const
</script>
<script setup lang="ts">
if (trtc.errorCode === ErrorCode.‹TRT101:CLIENT_BANNED› || trtc.errorCode === ErrorCode.‹TRT201:NOPE›) f()
</script>
<template><p v-if="trtc.errorCode === ErrorCode.‹TRT201:NOPE›">{{ TrtcErrorCode.NOPE }}</p></template>
""",
    "a.svelte": """\
<script>
  import { ErrorCode as Codes } from './trtc-codes';
</script>
{#if errorCode === Codes.‹TRT101:CLIENT_BANNED›}<p>{Other.NOPE}</p>{/if}
""",
    "a.astro": """\
---
const ErrorCode = { CLIENT_BANNED: 0x4040 } as const
---
<p>{trtc.errorCode === ErrorCode.‹TRT101:CLIENT_BANNED› ? 'banned' : ''}</p>
""",
    "a.html": """\
<script>const ErrorCode = Object.freeze({ CLIENT_BANNED: 0x4040 });</script>
<button onclick="f(error.getCode() === ErrorCode.‹TRT101:CLIENT_BANNED›, ErrorCode.‹TRT201:NOPE›)">a</button>
<script>f(trtc.errorCode === ErrorCode.‹TRT201:NOPE›); { const ErrorCode = {}; ErrorCode.NOPE }</script>
""",
}


@pytest.mark.parametrize("path", _BESIDE)
def test_constants_of_a_script_are_known_to_the_texts_beside_it(path: str) -> None:
    plain, expected = unmarked(_BESIDE[path])
    assert found(plain, path) == expected


@pytest.mark.parametrize("binding", ["{#each a as ErrorCode}|{/each}", "<A let:ErrorCode>|</A>"])
def test_a_name_that_markup_binds_is_not_declared(binding: str) -> None:
    before, after = binding.split("|")
    text = "<script>\nlet a;\n</script>\n" + before + "{trtcCode === %s}" + after + "\n"
    result = fix_text("A.svelte", text % "16388", PLAIN)
    declared = "<script>\nconst TrtcErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
    fixed = text.replace("<script>\n", declared) % "TrtcErrorCode.JOIN_ROOM_FAILED"
    assert result.new == fixed.encode()
