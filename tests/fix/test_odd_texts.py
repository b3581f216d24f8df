"""Odd and broken texts: what is rewritten reads as it was planned, and what is not is said."""

from __future__ import annotations

import pytest
from fixing import fixed, outcome

from flake8_trtc.config.options import Options, build
from flake8_trtc.detect.scan import scan
from flake8_trtc.source import Source

OBJECT = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"
BROKEN = "the code around it does not parse"
TOP = "its constants would have to be global here; set trtc-js-error-code to a global of yours"
FENCES = {
    "lines further out than the fence": (" ", "", "  ", "   "),
    "lines as far in as the fence": ("  ", "  ", "  ", "    "),
    "an item of a list": ("- ", "  ", "  ", "    "),
    "an item of a list, lines further out": ("- ", "", "    ", "    "),
    "a quotation": ("> ", "> ", "  ", "    "),
    "a quotation without blanks": (">", ">", "  ", "   "),
    "an item of a list in a quotation": ("> - ", ">   ", "  ", "    "),
    "an item of a list in a quotation, lines further out": (">- ", ">", "     ", "     "),
}
"""What is before a fence, before its lines, before new lines further in, and before one twice."""


@pytest.mark.parametrize(("fence", "margin", "step", "twice"), FENCES.values(), ids=FENCES)
def test_a_fence_further_in_than_its_lines(fence: str, margin: str, step: str, twice: str) -> None:
    """What is put before a line of its own is not taken for the fence's blanks."""
    old = ["<script>", "if (e.getCode() === 0x4004) {", "  f();", "}", "</script>"]
    new = [
        "<script>",
        "{",
        f"{step}{OBJECT}",
        f"{step}if (e.getCode() === ErrorCode.JOIN_ROOM_FAILED) {{",
        f"{twice}f();",
        f"{step}}}",
        "}",
        "</script>",
    ]
    before, after = (
        "".join(
            f"{start}{line}\n" for start, line in zip([fence, *[margin] * 9], lines, strict=False)
        )
        for lines in (["```html", *old, "```"], ["```html", *new, "```"])
    )
    assert fixed(f"TRTC\n\n{before}".encode(), "/somewhere/a.md").decode() == f"TRTC\n\n{after}"


def test_a_quotation_without_blanks() -> None:
    before = b">```js\n>f(); // TRTC\n>if (error.getCode() === 0x4004) {\n>\tf();\n>}\n>```\n"
    after = f">```js\n>{OBJECT}\n".encode() + before[7:].replace(
        b"0x4004", b"ErrorCode.JOIN_ROOM_FAILED"
    )
    assert fixed(before, "/somewhere/a.md") == after


@pytest.mark.parametrize("suffix", ["js", "ts"])
def test_a_comment_of_pages_after_a_brace(suffix: str) -> None:
    """`<!--` begins a comment to the end of the line, as `//` does."""
    before = b"function f() { <!-- x\n  send(16388 == code);\n}\n"
    new = fixed(before, f"/somewhere/trtc_a.{suffix}")
    line = OBJECT if suffix == "js" else "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;"
    after = before.replace(b"  send(16388", f"  {line}\n  send(ErrorCode.JOIN_ROOM_FAILED".encode())
    assert new == after


def test_a_comment_of_pages_around_a_script() -> None:
    before = b"<script>\n<!--\nif (error.getCode() === 0x4004) f(); // TRTC\n//-->\n</script>\n"
    after = before.replace(
        b"if (error.getCode() === 0x4004) f();",
        f"{{\n  {OBJECT}\n  if (error.getCode() === ErrorCode.JOIN_ROOM_FAILED) f();\n}}".encode(),
    )
    assert fixed(before, "/somewhere/a.html") == after


RESTS = {
    "what was lost would be read": (
        "md",
        b"~~~js\n({e({JOIN_ROOM_FAILED:0x4004})-e.getCode()==16388",
        build({"trtc-js-error-code": "TRTC_CODES", "extend-select": ["TRT9"]}),
    ),
    "another object would be meant": (
        "js",
        b"const getCode=(ErrorCode._ROOM_FAILD=>16388",
        Options(),
    ),
}


@pytest.mark.parametrize(("suffix", "text", "options"), RESTS.values(), ids=RESTS)
def test_a_broken_script_whose_rest_would_read_differently(
    suffix: str, text: bytes, options: Options
) -> None:
    result = outcome(text, f"/somewhere/trtc_page.{suffix}", options)
    assert (result.new, result.error) == (None, None)
    assert [str(refused.reason) for refused in result.refusals] == [BROKEN]


@pytest.mark.parametrize("name", ["this.", "e.", "this.#"])
def test_a_member_without_a_name(name: str) -> None:
    """The parser makes a member of it, called nothing: that is found nowhere, and soon."""
    text = f"// TRTC\nclass A {{ f() {{ return {name} === 16388 }} }}\n".encode()
    assert outcome(text, "/somewhere/a.js").error is None


def test_a_broken_script_whose_rest_reads_as_before() -> None:
    before = b"function f(e) {\n  if (e.getCode() === 16388) {}\n}\nlet b = f(1 2);\n"
    after = before.replace(b"  if", f"  {OBJECT}\n  if".encode())
    after = after.replace(b"16388", b"ErrorCode.JOIN_ROOM_FAILED")
    assert fixed(before, "/somewhere/trtc_a.js") == after


def test_a_refusal_of_what_was_found_by_what_is_rewritten() -> None:
    """4099 is a code since 16388 is one: it is named, though that is none any more."""
    before = b"function f()yield e.getCode()==16388;{e.getCode()=4099}"
    result = outcome(before, "/somewhere/page.tsx")
    assert [(item.line, item.column) for item in result.fixed] == [(1, 32)]
    at = result.new.index(b"4099") if result.new is not None else 0
    (refused,) = result.refusals
    assert (refused.finding.span, refused.finding.line) == ((at, at + 4), 1)
    assert (refused.finding.column, str(refused.reason)) == (at + 1, TOP)


def test_scripts_of_a_page_that_import() -> None:
    """No classic script that imports runs: what it declares is there for no other."""
    before = (
        b"<script>t\nif (getCode() == 16388) { f() } import C from 'trtc-js-sdk';</script>\n"
        b"<script>f(); code = 0x4004</script>\n"
    )
    after = (
        f"<script>{OBJECT}\nt\nif (getCode() == ErrorCode.JOIN_ROOM_FAILED) {{ f() }} "
        f"import C from 'trtc-js-sdk';</script>\n"
        f"<script>f(); {{ {OBJECT} code = ErrorCode.JOIN_ROOM_FAILED }}</script>\n"
    )
    assert fixed(before, "/somewhere/trtc_page.html").decode() == after


def test_a_script_of_a_page_that_imports_and_one_that_has_no_room() -> None:
    """That one is refused, and is so by a second fix."""
    before = (
        b"<script>t\nif(getCode()==16388){(``)}import C,{}from'';(E)</script>\n"
        b"<script>f code=0x4004 o</script>\n"
    )
    result = outcome(before, "/somewhere/trtc_page.html")
    assert result.new is not None
    again = outcome(result.new, "/somewhere/trtc_page.html")
    assert again.new is None
    assert [str(item.reason) for item in (*result.refusals, *again.refusals)] == [TOP, TOP]


MUSTACHES = {
    "a tag in a mustache": ('{{ <f @c="code = 0x4043">x }}', []),
    "a mustache that begins in a tag": ('<f{{}\n@c="code = 0x4043">x }}', [(3, 12)]),
    "a mustache behind braces of an attribute": (
        '<f title="{{" @c="code = 0x4043">{{ code === 0x4043 }}</f>',
        [(2, 36), (2, 56)],
    ),
}


@pytest.mark.parametrize(("body", "found"), MUSTACHES.values(), ids=MUSTACHES)
def test_no_code_is_read_twice(body: str, found: list[tuple[int, int]]) -> None:
    text = f"<script setup>import 'trtc-js-sdk';</script>\n<template>{body}</template>\n".encode()
    findings = scan(Source.from_bytes("/somewhere/a.vue", text), Options())
    assert sorted({(item.line, item.column) for item in findings if item.value}) == found


LATE = "from __future__ imports must occur at the beginning of the file"


def test_an_import_from_the_future_that_stands_too_low() -> None:
    result = outcome(b"import trtc\nx = code == 16388\nfrom __future__ import annotations\n")
    assert result.new is None
    assert str(result.error) == f"does not compile: {LATE} (line 3)"


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("ts", "s([16388, 4099]);<!--"),  # a brace before the comment would not parse
        ("html", "<script>8nt=x|Code=65535</script>"),  # 8n would be parted from t
        (
            "vue",
            "<script>const ErrorCode={DEVICE_NOT_FOUND:4099;f(ErrorCode.X)errorCode=x||65535</script>",
        ),
    ],
)
def test_nothing_is_put_beside_what_does_not_parse(suffix: str, text: str) -> None:
    result = outcome(text.encode(), f"/somewhere/trtc_page.{suffix}")
    assert (result.new, result.error) == (None, None)
    assert {refused.reason for refused in result.refusals} == {BROKEN}
