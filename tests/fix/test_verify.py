"""The proof refuses whatever a writer could do wrong."""

from __future__ import annotations

import ast

import pytest

from flake8_trtc.fix.edits import Edit, ProofError, splice
from flake8_trtc.fix.imports import Binding
from flake8_trtc.fix.placement import NewImport
from flake8_trtc.fix.syntax import ParseError
from flake8_trtc.fix.verify import check_bytes, check_trees
from flake8_trtc.model import Fix, Span

_OLD = b'"""Doc."""\nfrom __future__ import annotations\nx = code == 16388\ny = a.b, 1\n'
_IMPORT = b"from flake8_trtc import ErrorCode\n"
_AT = _OLD.index(b"x =")
_FIX = Fix(Span(_OLD.index(b"16388"), _OLD.index(b"16388") + 5), "JOIN_ROOM_FAILED")
_BINDING = Binding(
    "ErrorCode", Edit(_AT, _AT, _IMPORT), NewImport("flake8_trtc", "ErrorCode", None)
)
_NEW = _OLD[:_AT] + _IMPORT + _OLD[_AT:].replace(b"16388", b"ErrorCode.JOIN_ROOM_FAILED")


def _trees(new: bytes, old: bytes = _OLD, binding: Binding | None = _BINDING) -> None:
    """Check a new text that has something in the place of the import."""
    edits: list[Edit] = []
    if binding is not None and binding.edit is not None:
        at = binding.edit.start
        found = new.rindex(old[at : at + 4])
        added = Edit(at, at, new[at:found])
        edits = [*_edits(old[:at], new[:at], 0), added, *_edits(old[at:], new[found:], at)]
        binding = binding._replace(edit=added)
    else:
        edits = _edits(old, new, 0)
    assert splice(old, edits) == new
    check_trees(old, edits, ast.parse(old), [_FIX], binding)


def _edits(old: bytes, new: bytes, at: int) -> list[Edit]:
    """An edit for each line that differs; lines too many belong to the last. at: where old is."""
    edits = []
    lines = old.splitlines(keepends=True)
    others = new.splitlines(keepends=True)
    for number, line in enumerate(lines, 1):
        other = others[number - 1] if number < len(lines) else b"".join(others[number - 1 :])
        if other != line:
            edits.append(Edit(at, at + len(line), other))
        at += len(line)
    return edits


def test_the_right_text() -> None:
    check_bytes(_OLD, _NEW, [_FIX], _BINDING)
    _trees(_NEW)
    brackets = _NEW.replace(b"ErrorCode.JOIN_ROOM_FAILED", b"(ErrorCode.JOIN_ROOM_FAILED)")
    check_bytes(_OLD, brackets, [_FIX], _BINDING)
    _trees(brackets)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"y = a", b"y =  a"),
        (b'"""Doc."""', b'"""Doc. """'),
        (b"code ==", b"code  =="),
        (b"JOIN_ROOM_FAILED", b"JOIN_ROOM_FAILEDX"),
        (b"ErrorCode.JOIN", b"Other.JOIN"),
        (_IMPORT, b""),
        (_IMPORT, _IMPORT * 2),
        (b", 1\n", b", 1"),
        (b", 1\n", b", 1\n\n"),
    ],
)
def test_other_bytes(old: bytes, new: bytes) -> None:
    with pytest.raises(ProofError):
        check_bytes(_OLD, _NEW.replace(old, new, 1), [_FIX], _BINDING)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"JOIN_ROOM_FAILED", b"SERVER_TIMEOUT"),
        (b"JOIN_ROOM_FAILED", b"NO_SUCH_NAME"),
        (b"ErrorCode.JOIN", b"Other.JOIN"),
        (b"ErrorCode.JOIN", b"a.ErrorCode.JOIN"),
        (b"code ==", b"code !="),
        (b"code ==", b"kode =="),
        (b"code ==", b"ErrorCode.JOIN_ROOM_FAILED == code =="),
        (b"a.b, 1", b"a.b, 2"),
        (b"a.b, 1", b"a.b, 1.0"),
        (b"a.b, 1", b"a.b, True"),
        (b"a.b, 1", b"a.b, 1, 1"),
        (b"a.b, 1", b"a.JOIN_ROOM_FAILED, 1"),
        (b"a.b, 1", b"a.c, 1"),
        (b"Doc.", b"Dog."),
        (_IMPORT, b""),
        (_IMPORT, _IMPORT * 2),
        (_IMPORT, b"from flake8_trtc import ErrorCode, x\n"),
        (_IMPORT, b"from .flake8_trtc import ErrorCode\n"),
        (_IMPORT, b"from flake8_trtc import x as ErrorCode\n"),
        (_IMPORT, b"if x:\n    from flake8_trtc import ErrorCode\n"),
        (b"y =", b"pass\ny ="),
    ],
)
def test_other_trees(old: bytes, new: bytes) -> None:
    with pytest.raises(ProofError):
        _trees(_NEW.replace(old, new, 1))


def test_import_above_future() -> None:
    at = _OLD.index(b"from __future__")
    binding = _BINDING._replace(edit=Edit(at, at, _IMPORT))
    new = _OLD[:at] + _IMPORT + _OLD[at:].replace(b"16388", b"ErrorCode.JOIN_ROOM_FAILED")
    check_bytes(_OLD, new, [_FIX], binding)
    with pytest.raises(ProofError, match="above one from __future__"):
        _trees(new, binding=binding)


def test_import_above_docstring() -> None:
    binding = _BINDING._replace(edit=Edit(0, 0, _IMPORT))
    old = _OLD.replace(b"from __future__ import annotations\n", b"")
    new = _IMPORT + old.replace(b"16388", b"ErrorCode.JOIN_ROOM_FAILED")
    with pytest.raises(ProofError, match="above the docstring"):
        _trees(new, old, binding)


def test_does_not_parse() -> None:
    with pytest.raises(ParseError, match=r"^does not parse as Python 3\.\d+: .* \(line \d+\)$"):
        _trees(_NEW + b"(")


def test_no_constant_without_a_binding() -> None:
    with pytest.raises(ProofError, match="a constant has no binding"):
        check_bytes(_OLD, _NEW, [_FIX], None)


def test_nothing_was_written() -> None:
    with pytest.raises(ProofError):
        _trees(_OLD[:_AT] + _IMPORT + _OLD[_AT:])
