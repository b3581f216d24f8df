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


@pytest.mark.parametrize(
    "other",
    [
        '<p v-for="ErrorCode in all" v-if="trtcError.getCode() === 16388" />',
        '<ErrorCode v-if="trtcError.getCode() === 16388" />',
        '<p v-if="trtcError.getCode() === 16388"><error-code/></p>',
        '<List #item="{ ErrorCode }"><p v-if="trtcError.getCode() === 16388" /></List>',
    ],
)
def test_a_name_that_means_something_else_in_the_template_is_not_declared(other: str) -> None:
    """A variable of a loop or slot; a component, which the script's constant would take away."""
    script = "<script setup>\nconst f = (e) => e.getCode() === 0x4004;\n</script>\n"
    text = f"{script}<template>{other}</template>\n"
    result = fix_text("trtc.vue", text.encode(), Options())
    fixed = text.replace("const f", DECLARED.replace("ErrorCode", "TrtcErrorCode") + "const f")
    for number in ("=== 0x4004", "=== 16388"):
        fixed = fixed.replace(number, "=== TrtcErrorCode.JOIN_ROOM_FAILED")
    assert result.new == fixed.encode()
    assert result.refusals == ()


def test_a_component_of_the_name_keeps_it_where_only_the_script_is_fixed() -> None:
    plain = "<script>\nexport default { components: { ErrorCode } };\n</script>\n"
    script = "<script setup>\nconst f = (e) => e.getCode() === 0x4004;\n</script>\n"
    text = f"{plain}{script}<template><ErrorCode /></template>\n"
    result = fix_text("trtc.vue", text.encode(), Options())
    assert b"const TrtcErrorCode = " in (result.new or b"")
    assert b"=== TrtcErrorCode.JOIN_ROOM_FAILED" in (result.new or b"")
