"""On every file of the corpora the fix rewrites what is found fixable, or refuses it, and no more.

The corpora: the labelled cases, the marked sources of all tests as files of several kinds, the
tests' data, and the examples.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixing import outcome
from marked import unmarked
from parsed import SUFFIXES, broken
from runjs import needs_node
from sizes import every

from flake8_trtc.config.options import JsConstants, Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.engine import Outcome
from flake8_trtc.languages.document import Document
from flake8_trtc.source import Source, SourceError
from flake8_trtc.spans import Span

ROOT = Path(__file__).parents[2]
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.accuracy.labelled import cases  # noqa: E402

KINDS = {
    "default": Options(),
    "every rule": Options(extend_select=("TRT9",)),
    "a global of the project": Options(js_error_code=JsConstants("TRTC_CODES")),
    "modules of the project": Options(
        error_code=("shop.trtc.codes", "TrtcCodes"),
        js_error_code=JsConstants("TrtcCodes", "./trtc/codes.js"),
    ),
}
PATHS = ("app.py", "trtc.py", "app.js", "trtc.ts", "page.html", "app.vue", "README.md")


# Python in a page: its doubled braces are read as a script's block before the fix, and as a hole of a
# template after it. Known, and left.
def texts() -> Iterator[tuple[str, str]]:
    """A name and a text each."""
    for case in cases():
        yield case.path, unmarked(case.text)[0]
    for text in sorted(set(marked())):
        for path in PATHS:
            yield path, text
    for file in sorted({*ROOT.glob("tests/**/data/**/*"), *ROOT.glob("examples/**/*")}):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.name, file.read_bytes().decode("utf-8", "replace")
    for file in sorted(ROOT.glob("docs/examples/*.toml")):
        examples = tomllib.loads(file.read_text("utf-8"))
        for example in (*examples.get("found", ()), *examples.get("silent", ())):
            yield example.get("file", "app.py"), unmarked(example.get("text", ""))[0]


def marked() -> Iterator[str]:
    """The marked sources of the tests, as they are before a fix."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "‹" in node.value:
                before = re.sub(r"«[^«»]*»|→[^‹›]*(?=›)", "", node.value)
                yield unmarked(before.replace("@E", "e.getCode() ==="))[0]


def fixable(source: Source, options: Options) -> set[Span]:
    return {item.span for item in shown(Document(source), options) if item.fix or item.refusal}


def problem(path: str, text: str, options: Options) -> str | None:
    """What is wrong with the fix of a text, or None."""
    try:
        source = Source.from_bytes(f"/somewhere/{path}", text.encode())
        planned = fixable(source, options)
    except (SourceError, ValueError):
        return None
    first = outcome(source.utf8, source.path, options)
    if first.error is not None:
        return first.error if "proof" in first.error or "converge" in first.error else None
    done, refused = {item.span for item in first.fixed}, refusals(first)
    if not done <= planned or len(done) + len(refused) != len(planned):
        return f"planned {planned}, rewrote {done}, refused {refused}"
    if first.new is None:
        return None
    again = outcome(first.new, source.path, options)
    if (again.new, again.error, refusals(again)) != (None, None, refused):
        return f"again: {again}"
    return None if said(again) == said(first) else f"left {said(first)}, then {said(again)}"


def refusals(result: Outcome) -> set[Span]:
    return {item.finding.span for item in result.refusals}


def said(result: Outcome) -> list[tuple[str, int, int]]:
    return [(item.code, item.line, item.column) for item in result.remaining]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planned_is_rewritten_or_refused(kind: str) -> None:
    """With the default options every text, with others every fifth; in short one of four of these."""
    at = list(KINDS).index(kind)
    chosen = list(dict.fromkeys(texts()))[at :: (5 if at else 1) * every(4)]
    problems = ((path, text, problem(path, text, KINDS[kind])) for path, text in chosen)
    assert [item for item in problems if item[2] is not None] == []


@needs_node
def test_a_script_that_node_parses_is_parsed_after_the_fix() -> None:
    kinds = {f".{suffix}": kind for kind, suffix in SUFFIXES.items()}
    chosen = [(text, kinds.get(Path(path).suffix)) for path, text in dict.fromkeys(texts())]
    scripts = [(text, kind) for text, kind in chosen if kind is not None]
    count, found = broken(scripts[:: every(4)])
    assert found == []
    assert count > 40
