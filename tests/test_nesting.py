"""Pages and components of any depth are read and written; nothing of one is lost behind its tags."""

from __future__ import annotations

import pytest

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.document import Document
from flake8_trtc.languages.nesting import code_alone, plain, scripts
from flake8_trtc.source import Source


def found(path: str, text: str) -> list[tuple[str, int]]:
    findings = shown(Document(Source.from_bytes(path, text.encode())), Options())
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


ODD = ["a=b/", "href=/x/", "title=it's", '"', "'", "a= 'x>y'", "a=='b'", "<b", "a=`x`", "é=1"]
"""What stands in tags, and the grammar or HTML has no place for."""


@pytest.mark.parametrize("between", ["<3", "</q><svg/>"])
@pytest.mark.parametrize("rest", ODD)
@pytest.mark.parametrize("tag", ["x", "my-own-element"])
def test_deep_pages_with_odd_tags(tag: str, rest: str, between: str) -> None:
    text = page(tag, 400, f" {rest}>{between}<{tag} b='1'")
    assert found("trtc.html", text) == [("TRT001", 4), ("TRT001", 5), ("TRT001", 7)]


def test_the_code_of_a_page_alone() -> None:
    text = (
        "<div a = '1' b c=2/>x<p d=\"<i>\"><template e><template f=3></template><br></template >"
        "</template><textarea><a g=4></textarea><!-- <a h=5> --><SCRIPT i>j</SCRIPT><k"
    )
    assert code_alone(text.encode()).decode() == (
        "<br    a='1' b c=2/> <p d=\"<i>\"><template e><br       f=3>           <br></template >"
        + " " * 55
        + "<SCRIPT i>j</SCRIPT>  "
    )


def test_what_a_comment_hides() -> None:
    whole = "<!-- <script>1</script> --><script>2</script>"
    assert scripts(whole.encode()) == 1
    assert scripts(f"{whole}<!-- <script>3</script>".encode()) == 2


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
        "<div></div>" * 2000,
    ],
)
def test_what_is_not_deep_stays(text: str) -> None:
    assert plain(text.encode()) == text.encode()


def test_what_is_made_flat() -> None:
    text = "<div>" * 180 + "<div><DIV id=a><b c></b></DIV></div>x" + "</div>" * 180
    made = plain(text.encode()).decode()
    assert made == ("<div>" * 180 + "<br ><br  id=a><p c>" + " " * 16 + "x" + "</div>" * 180)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<div></p></div></div>", "<div>    </div>      "),
        ("a < b & c > d &amp; &#1; &#x1; <3 </>", "a   b   c   d &amp; &#1; &#x1;  3  / "),
        ("<a b = 'c' d e=f'g h/>", "<a   b='c' d     g h/>"),
        ("<a b='c'\n=d \"e\" f<g>", "<a b='c'           >"),
        ("<a b=c/ d=/e/ f>", "<a b=c/ d=/e/ f>"),
        ("<A.b c='d'></A.b>", "<A   c='d'></A.b>"),
        ("<textarea a='>'><b>&</textarea><title><b>", "<textarea a='>'> b  </textarea><title> b "),
        ("<!DOCTYPE html><?php a > b ?>", "<!DOCTYPE html> ?php a   b ? "),
        ("<!-- <a> & -->b<!-- &", "<!-- <a> & -->b<!--  "),
        ("<a b='c", "       "),
    ],
)
def test_what_is_odd_is_left_out(text: str, made: str) -> None:
    assert plain(text.encode()).decode() == made
