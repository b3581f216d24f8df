"""The outline of a Python module: all statements of its own in their places, and its errors."""

from __future__ import annotations

import ast

import pytest

from flake8_trtc.api import check_text, fix_text
from flake8_trtc.config.options import Options
from flake8_trtc.fix.python import syntax
from flake8_trtc.languages.document import Document
from flake8_trtc.source import Source

MODULE = '''\
"""What it is."""
from __future__ import annotations
import os; import sys

@os.fsencode
async def first(a: int = 0x4000) -> None:
    """A text
    of two lines."""
    return 1; pass

class Second(object): x = {
    "é": 1,
}

if os:
    import a.b as c
    def third(): return (
        0)
    try:
        def fourth(): 0
    except* OSError:
        from d import e
    else:
        class Fifth:
            import f
else:
    for i in ():
        def sixth(): "é"
match sys:
    case 1:
        def seventh():
            return {}
'''


def _outline(text: str) -> ast.Module:
    document = Document(Source.from_bytes("module.py", text.encode()))
    return syntax.parse_outline(document.root)


def _statements(module: ast.Module) -> list[tuple[object, ...]]:
    """The statements of a module's own scope: their kinds and places."""
    found: list[tuple[object, ...]] = []
    pending: list[ast.AST] = [module]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.stmt):
            place = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
            found.append((type(node), getattr(node, "name", None), *place))
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            pending += ast.iter_child_nodes(node)
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_statements_stand_where_they_do_in_the_whole(newline: str) -> None:
    """Only what functions and classes hold is left out."""
    text = MODULE.replace("\n", newline)
    whole, outline = syntax.parse_module(text), _outline(text)
    assert _statements(outline) == _statements(whole)
    assert len(_statements(outline)) == 17
    returns = [node for node in ast.walk(outline) if isinstance(node, ast.Return)]
    assert returns == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("    print 1\n", "Missing parentheses in call to 'print'"),
        ("    x = 1\n    nonlocal x\n", "name 'x' is assigned to before nonlocal declaration"),
    ],
)
def test_errors_in_what_is_left_out_are_told_as_the_fix_tells_them(body: str, said: str) -> None:
    """check says of a number in such a file what fix says of the file."""
    text = f"def f(trtc_error):\n{body}    return trtc_error.getCode() == 0x4043\n"
    checked = check_text("module.py", text, Options())
    fixed = fix_text("module.py", text, Options())
    assert [item.code for item in checked] == ["TRT001"]
    assert fixed.new is None
    error = fixed.error or next(item.reason for item in fixed.refusals)
    assert said in str(error)
    assert str(checked[0].refusal) == str(error)
