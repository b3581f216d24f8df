"""The mutants of a module: its text with one small mistake each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

_OPERATORS = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}
_CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}
_METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind",
    "rfind": "find",
    "search": "match",
    "fullmatch": "match",
    "lower": "upper",
}
_REMOVED = (ast.Expr, ast.Assign, ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)
_MARK = "XX"


class Mutant(NamedTuple):
    """One mistake.

    line: where, 1-based; old, new: the lines that it changes, without their indentation; text: the
    whole module with it.
    """

    line: int
    old: str
    new: str
    text: str


def mutants(text: str, within: str | None = None) -> list[Mutant]:
    """Every mutant of a module's text, in the order of the text.

    within: the one class whose mutants are wanted, or None. Annotations, docstrings, imports and
    the parts of f-strings are left as they are. Raises ValueError where there is no such class.
    """
    tree = ast.parse(text)
    top: list[ast.stmt] = tree.body
    if within is not None:
        top = [node for node in top if isinstance(node, ast.ClassDef) and node.name == within]
        if not top:
            raise ValueError(f"there is no class {within}")
    lines = text.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    source = text.encode()
    made: dict[tuple[int, int, bytes], None] = {}
    for node in (inner for item in top for inner in _code(item)):
        for start, end, new in _changes(node, source, starts):
            if source[start:end] != new:
                made[start, end, new] = None
    return [_mutant(source, *change) for change in sorted(made)]


def _mutant(source: bytes, start: int, end: int, new: bytes) -> Mutant:
    changed = source[:start] + new + source[end:]
    first = source.rfind(b"\n", 0, start) + 1
    last = source.find(b"\n", end) % (len(source) + 1)
    old = source[first:last].decode()
    after = changed[first : last + len(new) - (end - start)].decode()
    return Mutant(source.count(b"\n", 0, start) + 1, _flat(old), _flat(after), changed.decode())


def _flat(text: str) -> str:
    return " ".join(text.split())


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """A node and those below it that run: no annotations, docstrings, imports or f-string parts."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr):
        return
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child)


def _changes(node: ast.AST, source: bytes, starts: list[int]) -> Iterator[tuple[int, int, bytes]]:
    """The edits that make a mistake of one node: byte offsets, and what stands there then."""

    def span(child: ast.expr | ast.stmt) -> tuple[int, int]:
        return (
            starts[child.lineno - 1] + child.col_offset,
            starts[(child.end_lineno or 0) - 1] + (child.end_col_offset or 0),
        )

    def swapped(
        left: ast.expr, operator: ast.AST, right: ast.expr
    ) -> Iterator[tuple[int, int, bytes]]:
        if type(operator) not in _OPERATORS:
            return
        old, new = _OPERATORS[type(operator)]
        low, high = span(left)[1], span(right)[0]
        word = re.escape(old).replace(r"\ ", r"\s+")
        edge = r"\b" if old.isalpha() else ""
        found = re.search(f"{edge}{word}{edge}".encode(), source[low:high])
        if found is not None:
            yield low + found.start(), low + found.end(), new.encode()

    if isinstance(node, ast.Compare):
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, node.comparators, strict=False):
            yield from swapped(left, operator, right)
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from swapped(left, node.op, right)
    elif isinstance(node, ast.BinOp):
        yield from swapped(node.left, node.op, node.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield span(node)[0], span(node.operand)[0], b""
    elif isinstance(node, ast.Constant):
        start, end = span(node)
        if isinstance(node.value, bool):
            yield start, end, str(not node.value).encode()
        elif isinstance(node.value, int):
            yield start, end, str(node.value + 1).encode()
        elif isinstance(node.value, str | bytes):
            quote = source.find(b'"', start, end) + 1
            yield quote, quote, _MARK.encode()
    elif isinstance(node, ast.Name) and node.id in _CALLS:
        yield *span(node), _CALLS[node.id].encode()
    elif isinstance(node, ast.Attribute) and node.attr in _METHODS:
        end = span(node)[1]
        yield end - len(node.attr), end, _METHODS[node.attr].encode()
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        start, end = span(node.test)
        yield start, end, b"not (" + source[start:end] + b")"
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            start, end = span(test)
            yield start, end, b"not (" + source[start:end] + b")"
    elif isinstance(node, ast.Return) and node.value is not None:
        yield *span(node), b"return None"
    elif isinstance(node, ast.Continue):
        yield *span(node), b"break"
    if isinstance(node, _REMOVED) and node.col_offset:
        yield *span(node), b"pass"
