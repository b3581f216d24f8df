"""The labelled corpus: the marked cases of the tests, in every string and file they stand in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).parents[2] / "tests"))

import test_detection as python
import test_embedded as embedded
import test_javascript as script
import test_pages as pages
from marked import found, unmarked


class Labelled(NamedTuple):
    """One case. kind: what it stands in; text: with its expected findings marked."""

    kind: str
    name: str
    path: str
    text: str


class Judged(NamedTuple):
    """What came of the cases of one kind: how many, what they hold, what was not as marked.

    missed, false: a line each, which names the case.
    """

    cases: int
    expected: int
    missed: tuple[str, ...]
    false: tuple[str, ...]


def cases() -> Iterator[Labelled]:
    """Every case. Raises nothing, and holds none twice."""
    trtc = "import trtc\n"
    for name, text in {**python.FOUND, **python.SILENT}.items():
        yield Labelled("Python", name, "app.py", trtc + text)
    for name, text in {**python.ALONE_FOUND, **python.ALONE_SILENT}.items():
        yield Labelled("Python without TRTC", name, "app.py", text)
    for suffix in ("js", "ts", "tsx"):
        both = {**script.FOUND, **script.SILENT, **(script.TYPESCRIPT if suffix != "js" else {})}
        for name, text in both.items():
            yield Labelled(f".{suffix}", name, f"app.{suffix}", script.BEFORE + text)
    for name, text in {**script.ALONE_FOUND, **script.ALONE_SILENT}.items():
        yield Labelled("JavaScript without TRTC", name, "app.js", text)
    for kind, write in embedded.KINDS.items():
        for name, text in embedded.SNIPPETS.items():
            call = embedded.CALLS["evaluate"].format(write(text))
            yield Labelled(f"Python string: {kind}", name, "app.py", f"{trtc}错 = 1; {call}")
    for kind, path, before, texts in (
        ("HTML", "page.html", pages.SDK, {**pages.HTML, **pages.HTML_SILENT}),
        ("Vue", "app.vue", "<!-- TRTC -->\n", {**pages.VUE, **pages.VUE_SILENT}),
        ("Markdown", "README.md", "# TRTC\n\n", {**pages.MARKDOWN, **pages.MARKDOWN_SILENT}),
    ):
        for name, text in texts.items():
            yield Labelled(kind, name, path, before + text)


def judge() -> dict[str, Judged]:
    """What the detector makes of every case, by kind."""
    result: dict[str, Judged] = {}
    for case in cases():
        plain, expected = unmarked(case.text)
        seen = found(plain, case.path)
        missed = [item for item in expected if item not in seen]
        false = [item for item in seen if item not in expected]
        before = result.get(case.kind, Judged(0, 0, (), ()))
        said = f"{case.kind}: {case.name}: "
        result[case.kind] = Judged(
            before.cases + 1,
            before.expected + len(expected),
            (*before.missed, *(said + str(item) for item in missed)),
            (*before.false, *(said + str(item) for item in false)),
        )
    return result
