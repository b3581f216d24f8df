"""ESLint's comments about magic numbers stay, and are named where a fix has made them useless."""

from __future__ import annotations

import pytest
from fixing import outcome

from flake8_trtc.cli.commands._fix_path import Job, describe
from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import Note
from flake8_trtc.messages.message import verbatim

SCRIPT = """\
import x from 'y';
// eslint-disable-next-line no-magic-numbers -- TRTC
const a = e => e.getCode() === 16388;
const b = e => e.getCode() === 16388; /* eslint-disable-line @typescript-eslint/no-magic-numbers */
const c = e => e.getCode() === 16388 && x > 5; // eslint-disable-line no-magic-numbers
// eslint-disable-next-line no-console -- no-magic-numbers
const d = e => e.getCode() === 16388;
// eslint-disable-next-line no-magic-numbers
const e = 'no number at all';
/* eslint-disable no-magic-numbers */
const f = e => e.getCode() === 16388;
"""
SAID = verbatim("no-magic-numbers has nothing to silence here any more")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_script(newline: str) -> None:
    data = SCRIPT.replace("\n", newline).encode()
    result = outcome(data, "/somewhere/trtc_page.ts")
    assert result.new is not None
    assert result.new.count(b"eslint-disable") == 6
    assert result.notes == (Note(5, 1, SAID, (2, 1)), Note(7, 60, SAID, (4, 39)))
    lines = describe("page.ts", data, result, Job(Options(), write=True, diff=False)).notes
    assert lines == (f"page.ts:5:1: note: {SAID}", f"page.ts:7:60: note: {SAID}")
    lines = describe("page.ts", data, result, Job(Options(), write=False, diff=False)).notes
    assert lines == (f"page.ts:2:1: note: {SAID}", f"page.ts:4:39: note: {SAID}")


def test_page() -> None:
    before, after = "<p>错误</p>\n<script type=module>", "</script>\n"
    result = outcome(f"{before}{SCRIPT}{after}".encode(), "/somewhere/trtc_page.html")
    assert result.notes == (Note(6, 1, SAID, (3, 1)), Note(8, 60, SAID, (5, 39)))


def test_string_of_python() -> None:
    text = f"import trtc\n\n# language=js\ntext = '''{SCRIPT}'''\n"
    result = outcome(text.encode())
    assert result.notes == (Note(8, 1, SAID, (5, 1)), Note(10, 60, SAID, (7, 39)))


def test_nothing_is_said_of_a_number_that_stays() -> None:
    text = "const a = 5 || e.getCode(); // eslint-disable-line no-magic-numbers\nif (e.getCode() === 16388) {}\n"
    assert outcome(text.encode(), "/somewhere/trtc_page.js").notes == ()
