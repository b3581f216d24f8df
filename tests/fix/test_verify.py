"""The proof refuses whatever a writer could do wrong."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import pytest

from flake8_trtc.api import fix_text
from flake8_trtc.config.options import Options
from flake8_trtc.fix.edits import Edit, ProofError, RewriteError, splice
from flake8_trtc.fix.python import proof
from flake8_trtc.fix.python.binding import Binding, Bindings
from flake8_trtc.fix.python.import_position import NewImport
from flake8_trtc.fix.python.proof import _blocks
from flake8_trtc.fix.python.syntax import Lines, ParseError
from flake8_trtc.fix.python.writer import write_python
from flake8_trtc.languages.document import Document
from flake8_trtc.model import Fix
from flake8_trtc.source import Source
from flake8_trtc.spans import Span

_OLD = b'"""Doc."""\nfrom __future__ import annotations\nx = code == 16388\ny = a.b, 1\n'
_IMPORT = b"from flake8_trtc import ErrorCode\n"
_AT = _OLD.index(b"x =")
_FIX = Fix(Span(_OLD.index(b"16388"), _OLD.index(b"16388") + 5), "JOIN_ROOM_FAILED")
_BINDING = Binding(
    "ErrorCode", Edit(_AT, _AT, _IMPORT), NewImport("flake8_trtc", "ErrorCode", None)
)
_NEW = _OLD[:_AT] + _IMPORT + _OLD[_AT:].replace(b"16388", b"ErrorCode.JOIN_ROOM_FAILED")


def _named(binding: Binding | None) -> Bindings:
    return {} if binding is None else {"v4": binding}


def check_bytes(
    old: bytes,
    new: bytes,
    fixes: Sequence[Fix],
    binding: Binding | None,
    strings: Sequence[Edit] = (),
) -> tuple[Edit, ...]:
    return proof.check_bytes(old, new, fixes, _named(binding), strings)


def check_trees(
    old: bytes,
    edits: Sequence[Edit],
    tree: ast.Module,
    fixes: Sequence[Fix],
    binding: Binding | None,
    *,
    strings: bool = False,
) -> None:
    proof.check_trees(old, edits, tree, fixes, _named(binding), strings=strings)


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


_BYTES = "bytes outside the edits changed"
_NODES = "the syntax tree has other nodes"
_STATEMENTS = "the syntax tree has other statements"
_VALUES = "the syntax tree has other values"
_NO_IMPORT = "the import is not among the module's statements"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"y = a", b"y =  a", _BYTES),
        (b'"""Doc."""', b'"""Doc. """', _BYTES),
        (b"code ==", b"code  ==", _BYTES),
        (b"JOIN_ROOM_FAILED", b"JOIN_ROOM_FAILEDX", _BYTES),
        (b"ErrorCode.JOIN", b"Other.JOIN", "ErrorCode.JOIN_ROOM_FAILED is not where it should be"),
        (_IMPORT, b"", _IMPORT.decode() + " is not where it should be"),
        (_IMPORT, _IMPORT * 2, _BYTES),
        (b", 1\n", b", 1", _BYTES),
        (b", 1\n", b", 1\n\n", _BYTES),
    ],
)
def test_other_bytes(old: bytes, new: bytes, message: str) -> None:
    with pytest.raises(ProofError) as told:
        check_bytes(_OLD, _NEW.replace(old, new, 1), [_FIX], _BINDING)
    assert str(told.value) == message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            b"JOIN_ROOM_FAILED",
            b"SERVER_TIMEOUT",
            "ErrorCode.SERVER_TIMEOUT stands for another number",
        ),
        (
            b"JOIN_ROOM_FAILED",
            b"NO_SUCH_NAME",
            "ErrorCode.NO_SUCH_NAME stands for another number",
        ),
        (b"ErrorCode.JOIN", b"Other.JOIN", "Other.JOIN_ROOM_FAILED stands for another number"),
        (
            b"ErrorCode.JOIN",
            b"a.ErrorCode.JOIN",
            "a.ErrorCode.JOIN_ROOM_FAILED stands for another number",
        ),
        (b"code ==", b"code !=", _NODES),
        (b"code ==", b"kode ==", _VALUES),
        (b"code ==", b"ErrorCode.JOIN_ROOM_FAILED == code ==", _NODES),
        (b"a.b, 1", b"a.b, 2", _VALUES),
        (b"a.b, 1", b"a.b, 1.0", _VALUES),
        (b"a.b, 1", b"a.b, True", _VALUES),
        (b"a.b, 1", b"a.b, 1, 1", _NODES),
        (
            b"a.b, 1",
            b"a.JOIN_ROOM_FAILED, 1",
            "the syntax tree has other constants than were to be written",
        ),
        (b"a.b, 1", b"a.c, 1", "the syntax tree has another attribute"),
        (b"Doc.", b"Dog.", _VALUES),
        (_IMPORT, b"", _NO_IMPORT),
        (_IMPORT, _IMPORT * 2, _STATEMENTS),
        (_IMPORT, b"from flake8_trtc import ErrorCode, x\n", _STATEMENTS),
        (_IMPORT, b"from .flake8_trtc import ErrorCode\n", _NO_IMPORT),
        (_IMPORT, b"from flake8_trtc import x as ErrorCode\n", _NO_IMPORT),
        (_IMPORT, b"if x:\n    from flake8_trtc import ErrorCode\n", _NO_IMPORT),
        (b"y =", b"pass\ny =", _STATEMENTS),
    ],
)
def test_other_trees(old: bytes, new: bytes, message: str) -> None:
    with pytest.raises(ProofError) as told:
        _trees(_NEW.replace(old, new, 1))
    assert str(told.value) == message


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
    with pytest.raises(ProofError, match=r"^the syntax tree has other constants than were to be"):
        _trees(_OLD[:_AT] + _IMPORT + _OLD[_AT:])


def test_blocks_of_the_top_level() -> None:
    """Only the statements with edits are parsed again, with what shares their lines."""
    parts = (b"x = 1\n", b"y = 2; z = 3; \\\nv = 4\n", b"@a\ndef f():\n    pass\n", b"\x0cw = 5\n")
    old = b"".join(parts)
    lines = Lines(old)
    starts = [block.start for block in _blocks(ast.parse(old), lines)]
    assert starts == [0, 6, 6 + len(parts[1])]  # a form feed keeps the last one in its block


@pytest.mark.parametrize(
    ("new", "error"),
    [(b"", ProofError), (b" ", ProofError), (b"\\\n", ParseError), (b"; \\\n", ParseError)],
)
def test_a_statement_ends_its_line(new: bytes, error: type[Exception]) -> None:
    """An edit that takes the end of a line would join it to the next statement."""
    old = b"x = 1\ny = 2\n"
    with pytest.raises(error):
        check_trees(old, [Edit(5, 6, new)], ast.parse(old), [], None)


def test_an_edit_over_two_statements() -> None:
    old = b"x = 1\ny = 1\n"
    with pytest.raises(ProofError, match="a statement runs into the next"):
        check_trees(old, [Edit(4, 10, b"1\ny = ")], ast.parse(old), [], None)


def test_the_line_of_a_mistake() -> None:
    old = b"a = 1\n\nb = 2\nc = 3\n"
    at = old.index(b"2")
    with pytest.raises(ParseError, match=r"\(line 3\)$"):
        check_trees(old, [Edit(at, at + 1, b"(")], ast.parse(old), [], None)


def test_strings_may_differ_only_where_it_is_said() -> None:
    old = b"x = f('a', 1)\n"
    edits = [Edit(7, 8, b"b")]
    check_trees(old, edits, ast.parse(old), [], None, strings=True)
    for strings in (True, False):
        with pytest.raises(ProofError):
            check_trees(old, [Edit(11, 12, b"2")], ast.parse(old), [], None, strings=strings)
    with pytest.raises(ProofError, match="other values"):
        check_trees(old, edits, ast.parse(old), [], None)


def test_edits_of_strings_are_taken_as_they_are() -> None:
    old = b"x = 'a'\n"
    edit = Edit(5, 6, b"b")
    assert check_bytes(old, b"x = 'b'\n", [], None, [edit]) == (edit,)
    for new in (b"x = '(b)'\n", old, b"x = 'b' \n"):
        with pytest.raises(ProofError):
            check_bytes(old, new, [], None, [edit])
    with pytest.raises(ProofError, match="bytes outside the edits changed"):
        check_bytes(old, b"x = 'bb'\n", [], None, [edit, Edit(5, 6, b"b")])


def test_an_edit_outside_the_strings() -> None:
    module = Document(Source.from_bytes("a.py", b"x = 'a'\n")).root
    with pytest.raises(RewriteError) as told:
        write_python(module, [], Options(), [Edit(0, 1, b"y")])
    assert str(told.value) == (
        "the rewrite failed its own proof: an edit stands outside the strings"
    )


def test_an_edit_outside_the_statements() -> None:
    binding = _BINDING._replace(added=None)
    with pytest.raises(ProofError, match=r"^the import is not described$"):
        _trees(_NEW, binding=binding)
    late = _BINDING._replace(edit=Edit(len(_OLD), len(_OLD), _IMPORT))
    at = _FIX.span.start
    edits = [Edit(at, at + 5, b"ErrorCode.JOIN_ROOM_FAILED")]
    with pytest.raises(ProofError, match=r"^an edit stands outside the module's statements$"):
        check_trees(_OLD, edits, ast.parse(_OLD), [_FIX], late)


def test_a_new_name_in_an_import_that_is_there() -> None:
    old = b"from flake8_trtc import Catalog\nx = code == 16388\n"
    at = old.index(b"\n")
    edit = Edit(at, at, b", ErrorCode")
    start = old.index(b"16388")
    written = Edit(start, start + 5, b"ErrorCode.JOIN_ROOM_FAILED")
    fix = Fix(Span(start, start + 5), "JOIN_ROOM_FAILED")
    binding = _BINDING._replace(edit=edit)
    check_trees(old, [edit, written], ast.parse(old), [fix], binding)
    for other in (b", ErrorCode, x", b", ErrorCode as E", b", E", b" as E, ErrorCode"):
        wrong = edit._replace(new=other)
        with pytest.raises(ProofError):
            check_trees(old, [wrong, written], ast.parse(old), [fix], binding._replace(edit=wrong))


@pytest.mark.parametrize(
    "deep",
    ["if (a" + "\n.b()" * 10_000 + ".c) x();\n", "(() => {" * 8_000 + "})" * 8_000 + ";\n"],
    ids=["calls", "functions"],
)
def test_a_deep_script_is_proved_without_its_parser_recursing(deep: str) -> None:
    """What the parser tells of a node's shape recurses to its depth: a process died of it."""
    script = f"import TRTC from 'trtc-js-sdk';\n{deep}if (e.getCode() === 16388) y();\n"
    outcome = fix_text("deep.js", script, Options())
    new = (outcome.new or b"").decode()
    assert new.endswith(f"{deep}if (e.getCode() === ErrorCode.JOIN_ROOM_FAILED) y();\n")
