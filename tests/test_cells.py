"""What is silenced in a notebook: noqa in its cells, and the whole of it from one of them."""

from __future__ import annotations

import json

import pytest

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.detect.suppressions.noqa import unsuppressed
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.document import Document
from flake8_trtc.source import Source

CODE = "if e.getCode() == 16388: pass"
JS = "if (e.getCode() === 16388) f();"


def notebook(*cells: str) -> Source:
    made = [{"cell_type": "code", "source": cell.splitlines(keepends=True)} for cell in cells]
    text = json.dumps({"cells": made, "metadata": {}, "nbformat": 4}, indent=1)
    return Source.from_bytes("calls.ipynb", text.encode())


def cells_of(*cells: str, options: Options | None = None) -> list[tuple[int, str]]:
    """The number of the cell that each finding is in, from 1, and its code."""
    source = notebook("import trtc", *cells)
    at = [source.text.index('"cell_type"')]
    while len(at) <= len(cells):
        at.append(source.text.index('"cell_type"', at[-1] + 1))
    found = shown(Document(source), options or Options(extend_select=("TRT904",)))
    return [(sum(start < item.span.start for start in at[1:]), item.code) for item in found]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((f"{CODE}  # noqa", CODE), [(2, "TRT001")]),
        ((f"{CODE}  # noqa: TRT0,E501", f"{CODE}  # NOQA:TRT001"), []),
        ((f"{CODE}  # noqa: E501",), [(1, "TRT001")]),
        ((f"x = 1  # noqa\n{CODE}\n{CODE}  # noqa",), [(1, "TRT001")]),
        (("if (e.getCode() ==\n  16388): pass  # noqa",), []),
        ((f"%%time\n!ls  # noqa\n{CODE}  # noqa",), []),
        (("x = 1  # noqa", CODE), [(2, "TRT001")]),
        ((f'page.evaluate("""\n{JS}\n""")  # noqa',), []),
        ((f"if (\n{CODE}  # noqa", f"{CODE}  # noqa"), []),
        ((f"%%javascript\n{JS} // # noqa",), [(1, "TRT001")]),
    ],
)
def test_noqa_in_cells(cells: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    assert cells_of(*cells) == expected
    assert cells_of(*cells, options=Options(disable_noqa=True)) != []


@pytest.mark.parametrize("comment", ["# flake8: noqa", "# trtc: ignore-file"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_cell_silences_its_notebook(comment: str, order: int) -> None:
    cells = (CODE, f"{comment}\n{CODE}", f"%%javascript\n{JS}", f"%%html\n<a onclick='{JS}'>")
    assert cells_of(*cells[::order]) == []
    assert fix_source(notebook("import trtc", *cells[::order]), Options()).new is None


def test_a_cell_silences_codes_of_its_notebook() -> None:
    cells = (f"{CODE}\nif e.getCode() == '16389': pass", "# trtc: ignore-file[TRT001]")
    assert cells_of(*cells) == [(1, "TRT002")]


def test_a_cell_of_javascript_silences_its_notebook() -> None:
    assert cells_of(CODE, f"%%js\n// trtc: ignore-file\n{JS}") == []


def test_what_silences_nothing_is_said() -> None:
    assert cells_of("x = 1", "# trtc: ignore-file") == [(2, "TRT904")]


def test_other_comments_hold_for_their_cell() -> None:
    cells = ("# trtc: ignore-start", CODE, f"# trtc: ignore-next-line\n{CODE}", CODE)
    assert cells_of(*cells) == [(1, "TRT904"), (2, "TRT001"), (4, "TRT001")]


def test_what_is_silenced_is_not_rewritten() -> None:
    outcome = fix_source(notebook("import trtc", f"{CODE}  # noqa", CODE), Options())
    assert outcome.new is not None
    assert outcome.new.count(b"16388") == 1
    assert b"16388: pass  # noqa" in outcome.new


def test_a_notebook_that_is_none_has_nothing_to_silence() -> None:
    broken = Source.from_bytes("calls.ipynb", b'{""noqa')
    assert unsuppressed(Document(broken), []) == []
