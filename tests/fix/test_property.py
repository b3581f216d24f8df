"""Codes injected anywhere into real modules are all fixed, and nothing else changes."""

from __future__ import annotations

import ast
import os
import sysconfig
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from fixing import outcome
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from flake8_trtc.error_code import ErrorCode

_PATH = "/somewhere/trtc_page.py"
_LIBRARY = Path(sysconfig.get_path("stdlib"))
_MODULES = (
    "abc argparse ast asyncio/queues bisect calendar cmd codecs colorsys contextlib copy csv "
    "dataclasses email/message enum fnmatch functools glob heapq html/parser json/decoder "
    "keyword linecache mailbox netrc numbers operator os pprint queue random sched selectors "
    "shelve shlex socketserver stat tempfile textwrap this token types uuid weakref"
).split()
_CODES = tuple(code for code in ErrorCode if code > 5000 and code != 65535)
_SPELLINGS = ("{}", "{:#x}", "{:#X}", "{:#o}", "{:#b}", "{:_}")
_TEMPLATES = (
    "if code == @: pass",
    "if @ != error_code: pass",
    "x = [code for code in y if code in (@, 1, @)]",
    "assert err.get_code() not in {@, @}, '@'",
    "while code == @ or (code == @): break",
    "lambda code: code == @",
    "f'{code == @} {{@}}'",
    'x = {\'a\': f"""{code == @:>{code == @}}"""}',
    "match code: # \n{indent} case @ | @: pass\n{indent} case [1, x] if code == @: pass",
    "def f(a, b=code == @): return code == @",
    "@d(code == @)\n{indent}class A(B, c=code == @): x = code == @",
    "x = code == @ ; y = code == @",
    "x = (code ==\n{indent} @)",
)


class Injected(NamedTuple):
    """A module's text with codes in it; the same with constants; how many; what was put where."""

    before: str
    after: str
    numbers: int
    story: str

    def __repr__(self) -> str:
        return self.story


class Module(NamedTuple):
    """A real module: its text, and where a statement can be put before one of its lines."""

    text: str
    places: tuple[tuple[int, str], ...]  # 0-based line, indentation


@cache
def _module(name: str) -> Module:
    text = (_LIBRARY / f"{name}.py").read_text("ascii", "replace").replace("\ufffd", "?")
    lines = text.split("\n")
    places: set[tuple[int, str]] = set()
    tree = ast.parse(text)
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            body = getattr(node, field, None)
            if not isinstance(body, list):
                continue
            for index, child in enumerate(body):
                first = min(
                    [child.lineno, *(item.lineno for item in getattr(child, "decorator_list", ()))]
                )
                indent = lines[first - 1][: child.col_offset]
                docstring = index == 0 and isinstance(child, ast.Expr)
                future = isinstance(child, ast.ImportFrom) and child.module == "__future__"
                # An elif is an `if` in the tree, but no statement can stand before it.
                elif_ = lines[first - 1].lstrip().startswith("elif")
                if not indent.strip() and not docstring and not future and not elif_:
                    places.add((first - 1, indent))
    last = max((first for first, _ in places if _is_future_after(lines, first)), default=-1)
    return Module(text, tuple(sorted(place for place in places if place[0] > last)))


def _is_future_after(lines: list[str], line: int) -> bool:
    return any(text.startswith("from __future__") for text in lines[line:])


@st.composite
def _injected(draw: st.DrawFn) -> Injected:
    """Put codes into a module."""
    name = draw(st.sampled_from(_MODULES))
    module = _module(name)
    story = name
    lines = module.text.split("\n")
    after = list(lines)
    count = 0
    chosen = draw(st.lists(st.sampled_from(module.places), min_size=1, max_size=4, unique=True))
    for line, indent in sorted(chosen, reverse=True):
        template = draw(st.sampled_from(_TEMPLATES)).replace("{indent}", indent)
        old, new = indent, indent
        pieces = template.replace("@d", "\0d").split("@")
        for index, piece in enumerate(pieces):
            piece = piece.replace("\0d", "@d")
            old, new = old + piece, new + piece
            if index + 1 == len(pieces):
                break
            code = draw(st.sampled_from(_CODES))
            number = draw(st.sampled_from(_SPELLINGS)).format(int(code))
            text = piece.endswith(("'", "{{"))
            old += number
            new += number if text else f"@.{code.name}"
            count += not text
        story += f"; {line + 1}: {old!r}"
        lines.insert(line, old)
        after.insert(line, new)
    return Injected("\n".join(lines), "\n".join(after), count, story)


def _tabs(text: str) -> str:
    out = []
    for line in text.split("\n"):
        body = line.lstrip(" ")
        depth, rest = divmod(len(line) - len(body), 4)
        out.append("\t" * depth + " " * rest + body)
    return "\n".join(out)


_VARIANTS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "tabs": lambda text: _tabs(text).encode(),
    "latin-1": lambda text: ("# coding: latin-1\n# \xe9\n" + text).encode("latin-1"),
    "gbk": lambda text: ("# coding: gbk\n# 错误码\n" + text).encode("gbk"),
}
_ENCODINGS = {"latin-1": "latin-1", "gbk": "gbk", "BOM": "utf-8-sig"}


class _Fold(ast.NodeTransformer):
    """Puts the numbers back for the constants of one binding."""

    def __init__(self, binding: str) -> None:
        self.binding = binding

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id == self.binding:
            return ast.Constant(int(ErrorCode[node.attr]))
        return self.generic_visit(node)


@pytest.mark.parametrize("variant", _VARIANTS)
@settings(max_examples=int(os.environ.get("FIX_EXAMPLES", "25")), deadline=None)
@given(injected=_injected())
def test_injected_codes_are_fixed(variant: str, injected: Injected) -> None:
    before, after, count, _ = injected
    assume("coding" not in before[:200] or variant not in {"latin-1", "gbk"})
    encoding = _ENCODINGS.get(variant, "utf-8")
    data = _VARIANTS[variant](before)
    try:
        old_tree = ast.parse(data.decode(encoding))
    except SyntaxError:
        assume(False)
    result = outcome(data, _PATH)
    assert result.error is None
    assert not result.refusals
    assert len(result.fixed) == count
    assert result.new is not None

    new_text = result.new.decode(encoding)
    binding = "TrtcErrorCode" if "TrtcErrorCode" in new_text else "ErrorCode"
    added = "from flake8_trtc import ErrorCode"
    added += f" as {binding}" if binding != "ErrorCode" else ""

    # Bytes: the constants, one inserted line with its blank lines, and nothing else.
    expected = _VARIANTS[variant](after.replace("@.", f"{binding}.")).decode(encoding)
    extra = len(new_text) - len(expected)
    start = new_text.index(added)
    while start and new_text[start - 1] in "\r\n" and new_text[:start] != expected[:start]:
        start -= 1
    rest = expected[start:]
    assert new_text[:start] == expected[:start]
    assert new_text[start : start + extra].strip() == added
    assert new_text[start + extra :] == rest

    # Trees: with the constants folded back, the original and one import.
    new_tree = _Fold(binding).visit(ast.parse(new_text))
    imports = [node for node in new_tree.body if ast.unparse(node) == added]
    assert len(imports) == 1
    new_tree.body.remove(imports[0])
    assert ast.dump(new_tree) == ast.dump(old_tree)

    assert outcome(result.new, _PATH).new is None
