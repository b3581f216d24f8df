"""One file in memory: what is fixed, refused, left to a person, or in error."""

from __future__ import annotations

import ast
import symtable
import sys

import libcst
import pytest
from fixing import PAGE, fixed, outcome

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.fix import engine
from flake8_trtc.fix.edits import Edit, Written, moved
from flake8_trtc.fix.python import statements as pieces
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.python.grammar import parse_python
from flake8_trtc.messages import refusals as reasons
from flake8_trtc.messages.message import verbatim
from flake8_trtc.model import Finding, Fix
from flake8_trtc.spans import Span

_IMPORT = b"from flake8_trtc import ErrorCode\n"


def test_misspelt_member() -> None:
    before = _IMPORT + b"x = code == ErrorCode.JOIN_ROOM_FAILD\n"
    assert fixed(before) == before.replace(b"FAILD", b"FAILED")


def test_member_in_another_style() -> None:
    before = _IMPORT + b"x = code == ErrorCode.joinRoomFailed\n"
    assert fixed(before) == before.replace(b"joinRoomFailed", b"JOIN_ROOM_FAILED")


def test_misspelt_member_among_names_like_it() -> None:
    before = (
        _IMPORT + b"x = f(JOIN_ROOM_FAILD, JOIN_ROOM_FAILD=code == ErrorCode.JOIN_ROOM_FAILD)\n"
    )
    assert fixed(before) == before.replace(b".JOIN_ROOM_FAILD", b".JOIN_ROOM_FAILED")


def test_misspelt_member_beside_a_number() -> None:
    before = b"from flake8_trtc import ErrorCode as E\nx = code in (E.JOIN_ROOM_FAILD, 0x4005)\n"
    after = b"from flake8_trtc import ErrorCode as E\nx = code in (E.JOIN_ROOM_FAILED, "
    assert fixed(before).startswith(after)


def test_misspelt_member_where_no_import_is_possible() -> None:
    """The refusal of the numbers does not keep the names from being corrected."""
    before = (
        b"import flake8_trtc as t\nErrorCode = TrtcErrorCode = 1\n"
        b"def f(t, code): return code == 16388\nx = code == t.ErrorCode.JOIN_ROOM_FAILD\n"
    )
    result = outcome(before)
    assert result.new == before.replace(b"FAILD", b"FAILED")
    assert [refused.finding.line for refused in result.refusals] == [3]


def test_refusals_come_in_the_order_of_the_text() -> None:
    """Those that were found while it was read, and those that the plan met."""
    result = outcome(
        b"ErrorCode = TrtcErrorCode = 1\n"
        b"x = code == 16388\n"
        b'f(page.evaluate("e.getCode() === 16388 || e.getCode() === 163\\x388"), code == 16388)\n'
    )
    taken = "ErrorCode and TrtcErrorCode both mean something else in this file"
    assert [(item.finding.line, item.finding.column, item.reason) for item in result.refusals] == [
        (2, 13, taken),
        (3, 34, reasons.NO_ROOM()),
        (3, 59, "it is written with escapes"),
        (3, 79, taken),
    ]
    assert result.new is None


def test_own_constants_are_fixed_when_asked_for() -> None:
    before = b"import trtc\nJOIN_ROOM_FAILED = 16388\n"
    after = b"import trtc\n" + _IMPORT + b"JOIN_ROOM_FAILED = ErrorCode.JOIN_ROOM_FAILED\n"
    assert fixed(before, options=Options(extend_select=("TRT901",))) == after
    assert outcome(before) == engine.Outcome()


def test_retired_codes_keep_their_finding() -> None:
    result = outcome(b"import trtc\nx = code in (16386, 16387, 16448)\n")
    assert [finding.code for finding in result.fixed] == ["TRT001"] * 3
    assert [finding.code for finding in result.remaining] == ["TRT102", "TRT102", "TRT101"]


def test_nothing_here() -> None:
    assert outcome(b"x = 1\n") == engine.Outcome()
    assert outcome(b"") == engine.Outcome()


def test_does_not_parse() -> None:
    result = outcome(b"if code == 16388: pass\n)\n")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert result.error == f"does not parse as Python {version}: unmatched ')' (line 2)"
    assert result.new is None
    assert [finding.code for finding in result.remaining] == ["TRT001"]


def test_does_not_compile() -> None:
    """The symbol table knows rules that the parser does not."""
    result = outcome(b"def f(code, code): return code == 16388\n")
    assert result.error is not None
    assert result.error.startswith("does not compile: duplicate ")
    assert result.new is None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="Python 3.12 can parse it")
def test_newer_syntax_than_the_running_python() -> None:
    result = outcome(b"type X = int\nif code == 16388: pass\n")
    assert result.error is not None
    assert result.error.startswith("does not parse as Python 3.11: ")


def test_a_name_the_encoding_has_no_room_for() -> None:
    options = Options(error_code=("代码", "错误"))
    result = outcome(b"# coding: latin-1\nx = code == 16388\n", options=options)
    assert result == engine.Outcome(error=verbatim("iso8859-1 has no '代码'"))


def test_nested_too_deeply() -> None:
    depth = 5000
    result = outcome(b"x = " + b"(" * depth + b"code == 16388" + b")" * depth + b"\n")
    assert result.new is None


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RecursionError("too deep"), "too deep"),
        (MemoryError(), "MemoryError"),
        (ValueError("source code string cannot contain null bytes"), None),
    ],
)
def test_python_can_not_parse_it(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str | None
) -> None:
    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr(ast, "parse", fail)
    result = outcome(b"x = code == 16388\n")
    assert (result.new, result.error) == (None, f"can't be parsed: {said or error}")


def test_python_can_not_compile_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: str) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(symtable, "symtable", fail)
    result = outcome(b"x = code == 16388\n")
    assert (result.new, result.error) == (None, "can't be compiled: it is nested too deeply")


def test_a_name_that_looks_like_ours() -> None:
    assert fixed(b"import trtc\ntrtc_probe = trtc_probe_ = code == 16388\n") == (
        b"import trtc\n" + _IMPORT + b"trtc_probe = trtc_probe_ = code == "
        b"ErrorCode.JOIN_ROOM_FAILED\n"
    )


def test_a_fix_of_something_else() -> None:
    text = b"x = code == 16388\n"
    fixes = [Fix(Span(4, 8), "JOIN_ROOM_FAILED"), Fix(Span(12, 16), "JOIN_ROOM_FAILED")]
    reason = "the number was not found in its statement"
    assert pieces.cut(text, parse_python(text), fixes) == ([], [(fix, reason) for fix in fixes])


def test_libcst_can_not_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = libcst.parse_module

    def fail(text: str) -> libcst.Module:
        return parse(text.replace("==", "=="[:1] + "?"))

    monkeypatch.setattr(libcst, "parse_module", fail)
    result = outcome(b"x = code == 16388\n")
    assert result.new is None
    assert result.error is None
    (refused,) = result.refusals
    assert refused.reason.startswith("LibCST: ")


def test_libcst_reads_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = libcst.parse_module
    monkeypatch.setattr(libcst, "parse_module", lambda text: parse(text.replace("16388", "1")))
    (refused,) = outcome(b"x = code == 16388\n").refusals
    assert refused.reason == "LibCST reads this statement differently"


def test_what_only_the_rewritten_text_makes_a_finding_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The plan is made once, of the findings of the file as it was."""

    def shy(document: Document, options: Options) -> list[Finding]:
        source = document.source
        findings = [item for item in scan(source, options, document) if item.code == "TRT001"]
        return findings if b"import ErrorCode" in source.utf8 else findings[:1]

    monkeypatch.setattr(engine, "shown", shy)
    result = outcome(b"x = code == 16388\ny = code == 0x4004\n")
    assert result.new == _IMPORT + b"\nx = code == ErrorCode.JOIN_ROOM_FAILED\ny = code == 0x4004\n"
    assert [(item.line, item.column) for item in result.fixed] == [(1, 13)]
    assert (result.refusals, result.remaining, result.error) == ((), (), None)


def test_the_names_that_are_written_are_no_evidence() -> None:
    """Beside ErrorCode.JOIN_ROOM_FAILED a length stays a length."""
    before = (
        b"import TRTC from 'trtc-js-sdk';\n\nexport function frame(e, buffer) {\n"
        b"  let result = 4096;\n  if (e.getCode() === 0x4004) result = 65535;\n"
        b"  return buffer.slice(0, result);\n}\n"
    )
    after = before.replace(b"0x4004", b"ErrorCode.JOIN_ROOM_FAILED").replace(
        b"\n\n", b"\n\nconst ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n\n"
    )
    assert fixed(before, "/somewhere/frame.js") == after
    result = outcome(before, "/somewhere/frame.js")
    assert [(item.line, item.column) for item in result.fixed] == [(5, 23)]


def test_a_fix_that_does_not_converge(monkeypatch: pytest.MonkeyPatch) -> None:
    def restore(module: Text, fixes: list[Fix], _: Options) -> Written:
        return Written(module.utf8, tuple(fixes), (), ())

    monkeypatch.setattr("flake8_trtc.fix.python.writer.write_python", restore)
    result = outcome(b"x = code == 16388\n", PAGE)
    assert result.error == "the fix did not converge: what it rewrote is found again"
    assert result.new is None


def test_spans_move_with_the_text() -> None:
    edits = [Edit(2, 2, b"++"), Edit(2, 5, b"name"), Edit(5, 5, b"}"), Edit(8, 10, b"")]
    spans = [Span(0, 2), Span(2, 5), Span(5, 8), Span(8, 10), Span(12, 12), Span(5, 5)]
    moves = [Span(0, 2), Span(4, 8), Span(9, 12), Span(12, 12), Span(14, 14), Span(9, 9)]
    assert moved(spans, edits) == moves
    assert moved(spans, ()) == spans


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "a.js",
            "function trtc(code) {\n  while (code === 16449) code++;\n  return code;\n}\n"
            "console.log(trtc(16449));\n",
        ),
        ("a.mjs", "export function trtc(code) {\n  for (; code === 16449; code++);\n}\ntrtc(16449);\n"),
        (
            "a.py",
            "def trtc(code):\n    while code == 16449: code += 1\n    return code\ntrtc(16449)\n",
        ),
        (
            "b.py",
            '"""trtc"""\ndef f(code):\n    if code == 16388: return 2\n'
            "    if code == 65535: code -= 65536\n    if code == 4096: code *= 2\n"
            "f(65535)\nf(4096)\n",
        ),
    ],
)  # fmt: skip
def test_a_constant_that_is_given_is_no_more_evidence_than_its_number(path: str, text: str) -> None:
    first = outcome(text.encode(), path)
    assert first.error is None
    assert first.new is not None
    assert outcome(first.new, path).new is None


def test_two_generations_in_one_table_are_both_written() -> None:
    """The second is written when the keys are constants already: the values are found as before."""
    text = (
        '"""Of trtc-js-sdk, of trtc-sdk-v5."""\n'
        'SDKS = {"old": "trtc-js-sdk", "new": "trtc-sdk-v5"}\n'
        "ERROR_CODE_MAP = {4096: 5000, 16388: 5400}\n"
    )
    new = fixed(text.encode()).decode()
    assert new.endswith(
        "ERROR_CODE_MAP = {ErrorCode.INVALID_PARAMETER: v5.ErrorCode.INVALID_PARAMETER, "
        "ErrorCode.JOIN_ROOM_FAILED: v5.ErrorCode.SERVER_ERROR}\n"
    )
