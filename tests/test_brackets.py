"""Lines in brackets may be indented as one likes: nothing of a valid module is lost for it."""

from __future__ import annotations

import pytest

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.document import Document
from flake8_trtc.languages.python.brackets import joined
from flake8_trtc.languages.python.grammar import parse_python
from flake8_trtc.source import Source

ENDS = [
    "code ==",
    "code !=",
    "1 +",
    "1 //",
    "code and",
    "code or",
    "not",
    "code in",
    "-",
    "code if",
    "1 if code else",
    "lambda:",
    "name :=",
    "code.",
    "f(*",
    "f(**",
    "f(key=",
]
"""What may end a line in brackets so that the next one has to go on."""


def found(text: str, path: str = "calls.py") -> list[tuple[str, int, int]]:
    findings = shown(
        Document(Source.from_bytes(path, text.encode())), Options(extend_select=("TRT9",))
    )
    return [(item.code, item.line, item.column) for item in findings]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("comment", ["", "  # why", "  # why (\n # or not ["])
@pytest.mark.parametrize("end", ENDS)
def test_what_is_outdented_in_brackets_is_read(end: str, comment: str, newline: str) -> None:
    close = ")" * end.count("(")
    rest = "b" if end not in {"code if"} else "b else c"
    text = (
        "import trtc\n\n\ndef first(code):\n    if code:\n"
        f"        x = ({end}{comment}\n  {rest}{close})\n        return code == 16388\n"
    )
    compile(text, "calls.py", "exec")
    at = text[: text.index("return")].count("\n") + 1
    text = text.replace("\n", newline)
    assert not parse_python(text.encode()).root_node.has_error
    assert found(text) == [("TRT001", at, 24)]


@pytest.mark.parametrize("text", ["[1,  # why\n  2]", "(code  # why\n  == 2)", "('a'  # b\n  'c')"])
def test_what_the_grammar_reads_by_itself(text: str) -> None:
    whole = f"def f(code):\n    if code:\n        x = {text}\n".encode()
    assert not parse_python(whole).root_node.has_error


def test_the_code_itself_is_outdented() -> None:
    text = (
        "import trtc\n\n\ndef first(code):\n    try:\n"
        "        trtc.report((code ==  # the room could not be entered\n  16388))\n"
        "    finally:\n        trtc.report(code == 16392)\n\n\nerror_code = 16451\n"
    )
    assert found(text) == [("TRT001", 7, 3), ("TRT001", 9, 29), ("TRT001", 12, 14)]
    outcome = fix_source(Source.from_bytes("calls.py", text.encode()), Options())
    assert outcome.new == (
        text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED")
        .replace("16392", "ErrorCode.DOWNLINK_RECONNECTION_FAILED")
        .replace("16451", "ErrorCode.PLAY_NOT_ALLOWED")
        .replace("import trtc\n", "import trtc\n\nfrom flake8_trtc import ErrorCode\n")
        .encode()
    )


def test_a_comment_that_is_left_out_silences() -> None:
    text = (
        "import trtc\n\n\ndef first(code):\n    if code:\n"
        "        return (code ==  # '#' # trtc: ignore-next-line[TRT001]\n  16388)\n"
    )
    assert found(text) == []
    assert found(text.replace("TRT001]", "TRT002]")) == [("TRT904", 6, 32), ("TRT001", 7, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "x = (1 +\n     2)\n",  # not outdented
        "if x:\n    y = '''\n(\n'''\n",  # a string
        "if x:\n    y = 1  # (\nz = 2\n",  # a comment
        "if x:\n    y = ')' + \"(\" + '\\'('\nz = 2\n",
    ],
)
def test_what_stays_as_it_is(text: str) -> None:
    assert joined(text.encode()) == text.encode()


def test_broken_code_is_read_as_far_as_before() -> None:
    text = "import trtc\n\n\ndef f(code):\n    x = (\n\n\ndef g(code):\n    return code == 16388\n"
    assert found(text) == [("TRT001", 9, 20)]
