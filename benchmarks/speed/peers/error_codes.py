"""The rule that Fixit and LibCST's codemod share: which nodes of a LibCST tree are TRTC codes.

Loaded by those tools, from this directory. A number is a code where it is compared with something
named like one (rare values), or where the module speaks of TRTC besides (common values, and values
bound to a name like a code).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import libcst as cst

from flake8_trtc.catalog.codes import CONSTANTS

NAMES = {value: constant.name for value, constant in CONSTANTS.items()}
RARE = {value for value, constant in CONSTANTS.items() if constant.rare}
SPEAKS = re.compile(rb"TRTC|Trtc|trtc|RtcError|getCode|get_code|1_?6_?[34]|0[xX]0*40|0[oObB]")
"""What every module with a code holds one of: to look at, before anything is visited."""

_EVIDENCE = re.compile(r"(?<![A-Za-z])trtc|(?<![A-Z])TRTC|Trtc|\bRtcError\b")
_CODE = re.compile(r"(?:^|_)code$|^code$|[a-z]Code$|(?:err|error)_?code", re.IGNORECASE)
_SCRIPT = re.compile(r"(getCode\(\)\s*[!=]==?\s*|\bcase\s+)(0[xX][0-9a-fA-F]+|[0-9]+)\b")
_OPERATORS = (cst.Equal, cst.NotEqual, cst.In, cst.NotIn)

Found = Iterator[tuple[cst.Integer, str]]
"""The nodes of numbers, and the names of the constants they stand for."""


def constant(name: str) -> cst.Attribute:
    """`ErrorCode.NAME`."""
    return cst.Attribute(cst.Name("ErrorCode"), cst.Name(name))


def in_comparison(node: cst.Comparison, code_of: Callable[[], str]) -> Found:
    """The codes on either side. code_of: the module's text, asked for only where it matters."""
    sides = [node.left, *(target.comparator for target in node.comparisons)]
    if any(isinstance(target.operator, _OPERATORS) for target in node.comparisons):
        yield from _judged(sides, [n for side in sides for n in _integers(side)], code_of)


def in_match(node: cst.Match, code_of: Callable[[], str]) -> Found:
    """The codes among the patterns of the cases."""
    patterns = []
    for case in node.cases:
        alternatives = (
            [element.pattern for element in case.pattern.patterns]
            if isinstance(case.pattern, cst.MatchOr)
            else [case.pattern]
        )
        for pattern in alternatives:
            if isinstance(pattern, cst.MatchValue) and isinstance(pattern.value, cst.Integer):
                patterns.append(pattern.value)
    yield from _judged([node.subject], patterns, code_of)


def bound(
    target: cst.CSTNode | None, value: cst.CSTNode | None, code_of: Callable[[], str]
) -> Found:
    """The code that is bound to a name: an assignment, a keyword argument, a default."""
    if isinstance(value, cst.Integer) and target is not None and is_code(target):
        name = NAMES.get(value.evaluated_value)
        if name and _EVIDENCE.search(code_of()):
            yield value, name


def in_script(node: cst.SimpleString) -> cst.SimpleString | None:
    """The string with the codes of its JavaScript named; None where it holds none."""
    if "getCode" not in node.value:
        return None
    value = _SCRIPT.sub(_named, node.value)
    return node.with_changes(value=value) if value != node.value else None


def is_code(node: cst.CSTNode) -> bool:
    """Whether an expression is named like an error code."""
    if isinstance(node, cst.Call):
        node = node.func
    if isinstance(node, cst.Attribute):
        node = node.attr
    return isinstance(node, cst.Name) and _CODE.search(node.value) is not None


def _named(match: re.Match[str]) -> str:
    name = NAMES.get(int(match[2], 0))
    return f"{match[1]}ErrorCode.{name}" if name else match[0]


def _judged(
    sides: list[cst.BaseExpression], numbers: list[cst.Integer], code_of: Callable[[], str]
) -> Found:
    if not any(is_code(side) for side in sides):
        return
    for number in numbers:
        value = number.evaluated_value
        name = NAMES.get(value)
        if name and (value in RARE or _EVIDENCE.search(code_of())):
            yield number, name


def _integers(node: cst.BaseExpression) -> list[cst.Integer]:
    if isinstance(node, cst.Integer):
        return [node]
    if isinstance(node, cst.Tuple | cst.List | cst.Set):
        values = [element.value for element in node.elements]
        return [value for value in values if isinstance(value, cst.Integer)]
    return []
