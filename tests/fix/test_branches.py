"""Templates: what declares constants is on every rendering that has a use of them, and once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fixing import outcome

from flake8_trtc.languages.templates import Branches, neutral

TABLE = "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };"
USE = "function h(e) { return e.getCode() === 0x4004; }"
BY_NAME = "function h(e) { return e.getCode() === ErrorCode.JOIN_ROOM_FAILED; }"
INSIDE = (
    "function h(e) { const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); "
    "return e.getCode() === ErrorCode.JOIN_ROOM_FAILED; }"
)
BRANCH = (
    "a branch, loop or block of the template may leave its declaration out, or repeat it; "
    "set trtc-js-error-code to a global of yours"
)


def script(text: str) -> str:
    return f"<script>\n// TRTC\n{text}\n</script>\n"


@pytest.mark.parametrize(
    ("template", "is_there"),
    [
        ("TABLE\nUSE", True),
        ("TABLE\n{% if a %}\nUSE\n{% endif %}", True),
        ("{% if a %}\nTABLE\nUSE\n{% endif %}", True),
        ("{% if a %}\nTABLE\n{% if b %}\nUSE\n{% endif %}\n{% endif %}", True),
        ("{% set a = 1 %}\nTABLE\n{% include 'b' %}\nUSE", True),
        ("{% if a %}\nTABLE\n{% endif %}\nUSE", False),
        ("{% if a %}\nTABLE\n{% else %}\nUSE\n{% endif %}", False),
        ("{% if a %}\nTABLE\n{% elif b %}\nUSE\n{% endif %}", False),
        ("{% for a in b %}\nTABLE\n{% endfor %}\nUSE", False),
        ("{% block a %}\nTABLE\n{% endblock %}\nUSE", False),
        ("{%- if a -%}\nTABLE\n{%- endif -%}\nUSE", False),
        ("<% if (a) { %>\nTABLE\n<% } %>\nUSE", False),
        ("<% if (a) { %>\nTABLE\n<% } else { %>\nUSE\n<% } %>", False),
        ("<% if (a) { %>\nTABLE\nUSE\n<%}%>", True),
        ("<% if a %>\nTABLE\n<% end %>\nUSE", False),
        ("<% a.each do |b| %>\nTABLE\n<% end %>\nUSE", False),
        ("<?php if ($a): ?>\nTABLE\n<?php endif; ?>\nUSE", False),
        ("<?php foreach ($a as $b) { ?>\nTABLE\n<?php } ?>\nUSE", False),
        ("{% comment %}\nTABLE\n{% endcomment %}\nUSE", False),
        ("{# TABLE #}\nUSE", False),
    ],
)
def test_an_object_is_used_where_it_is_rendered(template: str, is_there: bool) -> None:
    text = script(template.replace("TABLE", TABLE).replace("USE", USE))
    result = outcome(text.encode(), "/somewhere/trtc.html")
    assert (result.error, result.refusals) == (None, ())
    assert (result.new or b"").decode() == text.replace(USE, BY_NAME if is_there else INSIDE)


@pytest.mark.parametrize(
    ("page", "is_there"),
    [
        ("FIRST\nSECOND", True),
        ("{% if a %}FIRST{% endif %}\nSECOND", False),
        ("{% if a %}FIRST{% else %}SECOND{% endif %}", False),
        ("{% if a %}FIRST\nSECOND{% endif %}", True),
        ("FIRST\n{% block a %}SECOND{% endblock %}", True),
        ("{% extends 'a' %}\nFIRST\n{% block a %}SECOND{% endblock %}", False),
        ("{% extends 'a' %}\n{% block a %}FIRST\nSECOND{% endblock %}", True),
    ],
)
def test_an_object_of_another_script_is_used_where_it_is_rendered(
    page: str, is_there: bool
) -> None:
    text = page.replace("FIRST", script(TABLE)).replace("SECOND", script(USE))
    result = outcome(text.encode(), "/somewhere/trtc.html")
    assert (result.error, result.refusals) == (None, ())
    assert (result.new or b"").decode() == text.replace(USE, BY_NAME if is_there else INSIDE)


DECLARATION = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"


def test_a_declaration_stands_outside_of_a_block() -> None:
    text = script(
        "{% block a %}\nfunction h(e) {\n{% endblock %}\n  return e.getCode() === 0x4004;\n}"
    )
    assert (
        outcome(text.encode(), "/somewhere/trtc.html").new
        == (
            text.replace(
                "  return e.getCode() === 0x4004",
                f"  {DECLARATION}\n  return e.getCode() === ErrorCode.JOIN_ROOM_FAILED",
            )
        ).encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        "function h(e) {\n{% if a %}\n  log(1);\n{% endif %}\n  return e.getCode() === 0x4004;\n}",
        "function h(e) {\n{% for a in b %}\n  log(e.getCode() === 0x4004);\n{% endfor %}\n}",
        "function h(e) {\n  {% if a %}log(e.getCode() === 0x4004);{% else %}log(e.getCode() === 0x4043);{% endif %}\n}",
    ],
)
def test_a_declaration_stands_before_the_branches(text: str) -> None:
    new = (outcome(script(text).encode(), "/somewhere/trtc.html").new or b"").decode()
    assert new.startswith("<script>\n// TRTC\nfunction h(e) {\n")
    head = new.partition("{%")[0]
    assert "const ErrorCode = " in head


@pytest.mark.parametrize(
    "text",
    [
        "function h(e) {\n{% if a %}\n  log(1);\n  return e.getCode() === 0x4004;\n}\n{% endif %}\nfunction g(e) { return 1; }",
    ],
)
def test_a_function_of_a_branch_is_fixed_in_it(text: str) -> None:
    result = outcome(script(text).encode(), "/somewhere/trtc.html")
    assert (result.error, result.refusals) == (None, ())


def test_a_statement_that_ends_in_a_branch_is_refused() -> None:
    text = script("if (e.getCode() === 0x4004) {\n{% if a %}\n  log(1);\n}\n{% endif %}")
    result = outcome(text.encode(), "/somewhere/trtc.html")
    assert (result.new, [item.reason for item in result.refusals]) == (None, [BRANCH])


def opened(text: str, word: str) -> Callable[[str], bool]:
    branches = Branches(neutral(text.encode(), script=True))
    return lambda other: branches.covers(text.index(word), text.index(other))


def test_branches_of_a_text_that_closes_what_is_not_open() -> None:
    text = "{% endif %} one {% endif %} {% if a %} two {% endif %} three"
    assert opened(text, "one")("three")
    assert opened(text, "one")("two")
    assert not opened(text, "two")("three")


def test_an_object_in_use_is_not_hidden_by_a_new_one() -> None:
    text = script(
        f"{{% if a %}}\n{TABLE}\nlog(Object.keys(ErrorCode));\nfunction h(e) {{\n"
        "  return e.getCode() === 0x4004 || e.getCode() === 0x4043;\n}\n{% endif %}"
    )
    result = outcome(text.encode(), "/somewhere/trtc.html")
    assert (result.error, result.refusals) == (None, ())
    assert b"=== ErrorCode.JOIN_ROOM_FAILED || e.getCode() === TrtcErrorCode.PLAY" in (
        result.new or b""
    )


@pytest.mark.parametrize(
    "kind", ['type="{{ kind }}"', "type={{ kind }}", '{% if m %}type="module"{% endif %}']
)
def test_a_script_that_may_be_a_module_shares_nothing(kind: str) -> None:
    page = (
        f"<script {kind}>\n// TRTC\nvar ErrorCode = {{ JOIN_ROOM_FAILED: 0x4004 }};\n</script>\n"
        "<script>\nlog(trtcError.getCode() === 0x4004);\n</script>\n"
    )
    result = outcome(page.encode(), "/somewhere/page.html")
    assert result.error is None
    new = (result.new or b"").decode()
    assert "const TrtcErrorCode = Object.freeze" in new or "const ErrorCode = Object.freeze" in new
    plain = page.replace(f" {kind}", "")
    shared = (outcome(plain.encode(), "/somewhere/page.html").new or b"").decode()
    assert shared == plain.replace("=== 0x4004", "=== ErrorCode.JOIN_ROOM_FAILED")
