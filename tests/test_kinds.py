"""Kinds of files that hold a component or a document of another sort."""

from __future__ import annotations

import pytest
from marked import found, unmarked

from flake8_trtc.api import check_text, fix_text, load_options

PLAIN = load_options(isolated=True)
SVELTE = """\
<script lang="ts">
  import TRTC from 'trtc-js-sdk';
  export let client: any;
  client.join({}).catch((error: any) => {
    if (error.getCode() === 0x4004) leave();
  });
</script>

{#if client}<p>{client.name}</p>{/if}
"""
NVUE = """\
<template><text>{{ text }}</text></template>
<script>
import TRTC from 'trtc-js-sdk';
export default { methods: { gone(error) { return error.getCode() === 0x4043; } } };
</script>
"""
MDX = """\
import Tabs from '@theme/Tabs';

<Tabs>

```{}
client.on('error', (error) => {{ if (error.getCode() === 0x4043) retry(); }});
```

</Tabs>
"""


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("Call.svelte", SVELTE, (5, 29)),
        ("Call.nvue", NVUE, (4, 70)),
        *(
            ("errors.mdx", MDX.format(fence), (6, 57))
            for fence in ("js", "javascriptreact", "typescriptreact")
        ),
    ],
)
def test_found_and_fixed(path: str, text: str, place: tuple[int, int]) -> None:
    (found,) = check_text(path, text.encode(), PLAIN)
    assert (found.code, found.line, found.column) == ("TRT001", *place)
    outcome = fix_text(path, text.encode(), PLAIN)
    assert outcome.new is not None
    assert check_text(path, outcome.new, PLAIN) == ()
    assert outcome.new.count(b"ErrorCode.") == 1


def test_a_component_of_svelte() -> None:
    assert fix_text("Call.svelte", SVELTE.encode(), PLAIN).new == (
        SVELTE.replace(
            "sdk';\n",
            "sdk';\n\n  const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n\n",
        )
        .replace("=== 0x4004", "=== ErrorCode.JOIN_ROOM_FAILED")
        .encode()
    )


def test_what_is_none_of_them() -> None:
    assert check_text("errors.mdx", MDX.format("text").encode(), PLAIN) == ()


UVUE = NVUE.replace("<script>", '<script lang="uts">')
WXS = """\
var codes = { JOIN_ROOM_FAILED: 16388 };
function gone(trtcError) { return trtcError.getCode() === 16388; }
module.exports = { gone: gone };
"""
ASTRO = """\
---
import TRTC from 'trtc-js-sdk';
const gone: boolean = error.getCode() === ‹16388›;
---
<html><body onload="if (last.getCode() === ‹16451›) f()">
<p>{gone && <b>{`16388`}</b>}</p>
<script>
  import { client } from './client';
  client.on('error', (e: any) => { if (e.getCode() === ‹16388›) retry(); });
</script>
<script is:inline>if (last.getCode() === ‹16390›) f();</script>
</body></html>
"""
XHTML = """\
<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body>
<script src="trtc.js"></script>
<script type="application/javascript"><![CDATA[
if (e.getCode() === ‹16388› && 1 < 2) f();
]]></script>
</body></html>
"""
MARKDOWN = {
    "a.md": """\
# TRTC

```{code-block} js
:linenos:
:caption: x: 16388

if (e.getCode() === ‹16388›) f();
```

``` {code-block} python
---
lineno-start: 16388
---
if code == ‹16388›: pass
```

:::{code-block} js
f(e => e.getCode() === ‹16390›);
:::

:::{note} js
f(e => e.getCode() === 16390);
:::

<script setup>
import TRTC from 'trtc-js-sdk';
const gone = (e) => e.getCode() === ‹16388›;
</script>

    <script>if (e.getCode() === 16388) f();</script>

`<script>if (e.getCode() === 16388) f();</script>`

```text
<script>if (e.getCode() === 16388) f();</script>
```

<script>if (e.getCode() === ‹16451›) f();</script>
""",
    "b.mdx": """\
import TRTC from 'trtc-js-sdk';
export const gone = (e) => {

  return e.getCode() === ‹16388›;
};

export const Tip = ({ error }) => <b>{error.getCode() === ‹16451›}</b>;

exported: e.getCode() === 16388

export is a word: e.getCode() === 16388

import is one: e.getCode() === 16388

text export e.getCode() === 16388

<script>{`
  if (e.getCode() === ‹16390›) f();
`}</script>

```js
f(e => e.getCode() === ‹16390›);
```
""",
}


@pytest.mark.parametrize(
    ("path", "text"), [("a.astro", ASTRO), ("a.xhtml", XHTML), *MARKDOWN.items()]
)
def test_scripts_in_documents(path: str, text: str) -> None:
    plain, expected = unmarked(text)
    assert found(plain, path) == expected


def test_what_can_freeze_nothing_is_left_alone() -> None:
    why = (
        "what the fix would declare does not run here; "
        "declare the constants yourself, and they are used"
    )
    for path, text in (
        ("Call.uvue", UVUE),
        ("Call.uvue", NVUE),
        ("a.vue", UVUE),
        ("a.uts", "const a = (trtc: any) => trtc.getCode() === 16388;\n"),
    ):
        result = fix_text(f"/somewhere/{path}", text.encode(), PLAIN)
        assert (result.new, [str(item.reason) for item in result.refusals]) == (None, [why]), path
    result = fix_text("/somewhere/trtc.wxs", WXS.replace("var codes", "// var").encode(), PLAIN)
    assert (result.new, [str(item.reason) for item in result.refusals]) == (None, [why])


def test_what_can_freeze_nothing_takes_its_own_constants() -> None:
    text = WXS.replace("codes =", "ErrorCode =")
    assert (
        fix_text("/somewhere/trtc.wxs", text.encode(), PLAIN).new
        == text.replace("=== 16388", "=== ErrorCode.JOIN_ROOM_FAILED").encode()
    )


def test_fix_of_scripts_in_documents() -> None:
    """A declaration of a module's in MDX would be prose."""
    plain, _ = unmarked(MARKDOWN["b.mdx"])
    result = fix_text("/somewhere/b.mdx", plain.encode(), PLAIN)
    number, name = "16390", "ErrorCode.SIGNAL_CHANNEL_RECONNECTION_FAILED"
    declared = "const ErrorCode = Object.freeze({ SIGNAL_CHANNEL_RECONNECTION_FAILED: 0x4006 });"
    new = plain.replace("```js\n", f"```js\n{declared}\n").replace(number, name)
    new = new.replace(
        f"  if (e.getCode() === {name}) f();",
        "  {\n    const ErrorCode = Object.freeze({\n      SIGNAL_CHANNEL_RECONNECTION_FAILED: 0x4006,\n"
        f"    }});\n    if (e.getCode() === {name}) f();\n  }}",
    )
    assert result.new == new.encode()
    assert len(result.refusals) == 2
    text = plain.replace(
        "gone = (e", "ErrorCode = { JOIN_ROOM_FAILED: 16388 };\n\nexport const gone = (e"
    )
    result = fix_text("/somewhere/b.mdx", text.encode(), PLAIN)
    assert result.new is not None
    assert b"  return e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n" in result.new
    plain, _ = unmarked(MARKDOWN["a.md"])
    result = fix_text("/somewhere/a.md", plain.encode(), PLAIN)
    assert result.new is not None
    for part in (
        "x: 16388\n\nconst ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\nif (e.getCode()",
        "sdk';\n\nconst ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n\nconst gone",
        "<script>{ const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 }); if (e.getCode()",
    ):
        assert part in result.new.decode()
