"""t-strings are read, fixed and proved like f-strings; a string that is refused stops no other."""

from __future__ import annotations

import sys

import pytest
from fixing import fixed, outcome

from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.python import transformer
from flake8_trtc.fix.python.binding import Bindings
from flake8_trtc.fix.python.statements import Misfit, Piece
from flake8_trtc.messages import refusals

needs_tstrings = pytest.mark.skipif(sys.version_info < (3, 14), reason="t-strings")
HEAD = '"""TRTC."""\n\nfrom flake8_trtc import ErrorCode\n\n\ndef page(error, name):\n'
OLD = HEAD.replace("from flake8_trtc import ErrorCode\n\n\n", "\n")


@needs_tstrings
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            't"<b>{error.get_code() == 16451}</b>"',
            't"<b>{error.get_code() == ErrorCode.PLAY_NOT_ALLOWED}</b>"',
        ),
        (
            "t\"<b>{f'{error.get_code() == 16451}'}</b>\"",
            "t\"<b>{f'{error.get_code() == ErrorCode.PLAY_NOT_ALLOWED}'}</b>\"",
        ),
        (
            "rt'{error.get_code() == 16388!r:>{name}}'",
            "rt'{error.get_code() == ErrorCode.JOIN_ROOM_FAILED!r:>{name}}'",
        ),
    ],
)
def test_a_hole(old: str, new: str) -> None:
    body = "    if error.get_code() == {}:\n        return {}\n"
    text = OLD + body.format("16388", old)
    expected = HEAD + body.format("ErrorCode.JOIN_ROOM_FAILED", new)
    assert fixed(text.encode()).decode() == expected


@needs_tstrings
def test_concatenated_ones() -> None:
    """LibCST up to 1.9 can't write them: they are refused alone, with its own word."""
    old = "rt'{error.get_code() == 16388}' T'{error.get_code() == 16388}'"
    body = "    if error.get_code() == {}:\n        return {}\n"
    result = outcome((OLD + body.format("16388", old)).encode())
    assert result.error is None
    assert result.new is not None
    if result.refusals:
        reason = refusals.LIBCST(error="Logic error")
        assert [item.reason for item in result.refusals] == [reason] * 2
    else:
        old = old.replace("16388", "ErrorCode.JOIN_ROOM_FAILED")
    assert result.new.decode() == HEAD + body.format("ErrorCode.JOIN_ROOM_FAILED", old)


SCRIPT = '''"""TRTC."""


def page(name):
    return {}"""<script>
client.join().catch(error => {{{{ {}if (error.getCode() === {}) retry({{name}}); }}}});
</script>"""
'''
DECLARED = "const ErrorCode = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }}); "


@pytest.mark.parametrize("prefix", ["f", pytest.param("t", marks=needs_tstrings)])
def test_a_script(prefix: str) -> None:
    text = SCRIPT.format(prefix, "", "0x4004")
    expected = SCRIPT.format(prefix, DECLARED, "ErrorCode.JOIN_ROOM_FAILED")
    assert fixed(text.encode()).decode() == expected


@needs_tstrings
def test_a_hole_that_shows_its_text() -> None:
    text = f'{OLD}    return error.get_code() == 16388, t"{{error.get_code() == 16451=}}"\n'
    result = outcome(text.encode())
    assert (
        result.new
        == (
            f"{HEAD}    return error.get_code() == ErrorCode.JOIN_ROOM_FAILED, "
            't"{error.get_code() == 16451=}"\n'
        ).encode()
    )
    assert [item.reason for item in result.refusals] == [refusals.PRINTED()]


def test_a_string_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibCST that is older than the file's Python refuses it alone."""
    write = transformer.rewrite

    def refusing(utf8: bytes, piece: Piece, bindings: Bindings) -> Edit | list[Misfit]:
        if b"first" in utf8[piece.start : piece.end]:
            return [Misfit(target.fix, refusals.LIBCST_DIFFERS()) for target in piece.targets]
        return write(utf8, piece, bindings)

    monkeypatch.setattr(transformer, "rewrite", refusing)
    page = "page.evaluate('{}(e) => {{ {}return e.getCode() === {}; }}')\n"
    declared = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 }); "
    head = "import trtc\n\ncode = trtc.get_code() == {}\n"
    old = head.format("16388") + page.format("/* first */ ", "", "0x4004")
    result = outcome((old + page.format("", "", "0x4004")).encode())
    assert result.error is None
    assert result.new is not None
    assert result.new.decode() == (
        "import trtc\nfrom flake8_trtc import ErrorCode\n\n"
        + head.format("ErrorCode.JOIN_ROOM_FAILED").partition("\n\n")[2]
        + page.format("/* first */ ", "", "0x4004")
        + page.format("", declared, "ErrorCode.JOIN_ROOM_FAILED")
    )
    assert [item.reason for item in result.refusals] == [refusals.LIBCST_DIFFERS()]
