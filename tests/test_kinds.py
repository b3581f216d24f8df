"""Kinds of files that hold a component or a document of another sort."""

from __future__ import annotations

import pytest

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
            "sdk';\n\n  const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n",
        )
        .replace("=== 0x4004", "=== ErrorCode.JOIN_ROOM_FAILED")
        .encode()
    )


def test_what_is_none_of_them() -> None:
    assert check_text("errors.mdx", MDX.format("text").encode(), PLAIN) == ()
