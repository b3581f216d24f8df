"""Pages and components of any depth are read and written; nothing of one is lost behind its tags."""

from __future__ import annotations

import pytest

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.nesting import flat
from flake8_trtc.source import Source


def found(path: str, text: str) -> list[tuple[str, int]]:
    findings = shown(Source.from_bytes(path, text.encode()), Options())
    return [(item.code, item.line) for item in findings]


def page(tag: str, depth: int, rest: str = "") -> str:
    return (
        "<!DOCTYPE html>\n<title>TRTC</title>\n"
        + f"<{tag}{rest}>" * depth
        + '\n<a onclick="retry(e.getCode() === 16388)">again</a>\n'
        + "<script>function f(e) { return e.getCode() === 16389; }</script>\n"
        + f"</{tag}>" * depth
        + "\n<script>function g(e) { return e.getCode() === 16390; }</script>\n"
    )


@pytest.mark.parametrize("depth", [10, 100, 1100, 5000])
@pytest.mark.parametrize(
    ("tag", "rest"),
    [
        ("div", ""),
        ("div", ' class="a>b"'),
        ("DIV", " hidden"),
        ("b", ""),
        ("el-form-item-of-mine", ""),
        ("el-form-item-of-mine", " :label='x'"),
    ],
)
def test_deep_pages(tag: str, rest: str, depth: int) -> None:
    text = page(tag, depth, rest)
    assert found("trtc.html", text) == [("TRT001", 4), ("TRT001", 5), ("TRT001", 7)]


def test_a_deep_page_is_fixed() -> None:
    text = page("el-form-item-of-mine", 200)
    outcome = fix_source(Source.from_bytes("trtc.html", text.encode()), Options())
    assert outcome.error is None
    assert outcome.new is not None
    new = outcome.new.decode()
    assert new.count("const ErrorCode = Object.freeze({ ") == len(outcome.fixed) == 2
    assert "e.getCode() === ErrorCode." in new
    assert new.count("el-form-item-of-mine") == text.count("el-form-item-of-mine")
    assert [line for line in new.splitlines() if "el-form" in line] == [
        line for line in text.splitlines() if "el-form" in line
    ]


def test_a_deep_component() -> None:
    tag = "el-form-item-of-mine"
    text = (
        "<template>\n"
        + f"<{tag}>" * 200
        + '\n<p v-if="code === 16388">{{ code === 16390 }}</p>\n'
        + f"</{tag}>" * 200
        + "\n</template>\n<script setup>\n// TRTC\nconst code = e.getCode();\n"
        + "f(code === 16391);\n</script>\n"
    )
    assert found("Call.vue", text) == [("TRT001", 3), ("TRT001", 3), ("TRT001", 9)]


@pytest.mark.parametrize(
    "text",
    [
        page("div", 20),
        "<p>" * 20 + "<br>" * 2000,  # which stay open for nobody
        "<script>" + "<div>" * 2000 + "</script>",
        "<!-- " + "<div>" * 2000 + " -->",
        "<a/>" * 2000,
        "</div>" * 2000,
        "<div></div>" * 2000,
    ],
)
def test_what_is_not_deep_stays(text: str) -> None:
    assert flat(text.encode()) == text.encode()


def test_what_is_made_flat() -> None:
    text = "<div>" * 180 + "<div><DIV id=a><b c></b></DIV></div>x" + "</div>" * 180
    made = flat(text.encode()).decode()
    assert made == (
        "<div>" * 180 + "     " + "<br  id=a><b c></b>" + " " * 12 + "x" + "</div>" * 180
    )
