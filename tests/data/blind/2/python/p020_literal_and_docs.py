"""Typing of the legacy wire protocol.

Version 2 answers 16388 when the pipe is full and 16390 when it is gone.
"""
from typing import Literal, TypedDict, get_args

Verdict = Literal[16385, 16388, 16390]


class Frame(TypedDict):
    seq: int
    verdict: Verdict


def is_valid(number: int) -> bool:
    """True for one of 16385, 16388 or 16390 (see the module's text)."""
    # 16391 was planned, never shipped
    return number in get_args(Verdict)


def slot(table: list, number: Literal[16385, 16388] = 16388):
    return table[number - 16385]
