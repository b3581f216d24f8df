"""Fixes of a Vue component's template are declared in its setup script, and nowhere else."""

from __future__ import annotations

import pytest

from flake8_trtc.api import fix_text
from flake8_trtc.config.options import Options

TEMPLATE = '</script>\n<template>\n  <p v-if="trtcError.getCode() === {}">a</p>\n</template>\n'
DECLARED = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("import a from 'b'\n", "import a from 'b'\n\n{}"),
        ("import a from 'b';\n", "import a from 'b';\n\n{}"),
        ("import a from 'b' // why\n", "import a from 'b' // why\n\n{}"),
        ("import a from 'b'", "import a from 'b'\n\n{}"),
        ("const a = 1\n", "{}const a = 1\n"),
        ("const a = b\n  ? 1\n  : 2\n", "{}const a = b\n  ? 1\n  : 2\n"),
    ],
)
def test_a_declaration_stands_behind_the_last_import(script: str, wanted: str) -> None:
    """Whether or not the last import has a semicolon, as it then has, and whatever is behind it."""
    outcome = fix_text("Room.vue", f"<script setup>\n{script}{TEMPLATE.format(16388)}", Options())
    declared = DECLARED if script[-1:] != "\n" or ";" in script else DECLARED.replace(";", "")
    written = wanted.replace("{}", declared) + TEMPLATE.format("ErrorCode.JOIN_ROOM_FAILED")
    assert (outcome.new or b"").decode() == f"<script setup>\n{written}"


def test_a_component_without_a_script_to_declare_in_is_refused() -> None:
    """An empty setup script takes no declaration for its template."""
    outcome = fix_text("Room.vue", f"<script setup>\n{TEMPLATE.format(16388)}", Options())
    assert outcome.new is None
    assert [str(item.reason) for item in outcome.refusals] == [
        "a template sees only what its component gives it; compare in the script instead"
    ]


def test_a_name_that_the_template_binds_leaves_the_script_its_constants() -> None:
    script = "<script setup>\nconst f = (e) => e.getCode() === 0x4004;\n</script>\n"
    template = (
        '<template><p v-for="ErrorCode in all" v-if="trtcError.getCode() === 16388" /></template>\n'
    )
    result = fix_text("trtc.vue", (script + template).encode(), Options())
    fixed = script.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    fixed = fixed.replace("const f", f"{DECLARED}const f")
    assert result.new == (fixed + template).encode()
    assert [str(item.reason) for item in result.refusals] == [
        "a template sees only what its component gives it; compare in the script instead"
    ]
