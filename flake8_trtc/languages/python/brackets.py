"""Lines in brackets that are indented less than their statement, joined to the lines before.

Python does not care how lines in brackets are indented. The grammar does, where an operator, a
colon or a keyword ends the line before: it takes the next line for the end of the block, and loses
the rest of it.
"""

from __future__ import annotations

import re

from flake8_trtc._lean import regex

_TOKEN = regex(
    rb"""(?P<space>[ \t\f\r]+|\\\r?\n)
    |(?P<newline>\n)
    |(?P<comment>\#[^\r\n]*)
    |(?:[A-Za-z]{1,2}(?=['"]))?+(?:
        \"{3}(?:[^"\\]|\\.|"(?!""))*+\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*+'{3}
        | "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+'
    )
    |(?P<open>[(\[{])
    |(?P<close>[)\]}])
    |[\w\x80-\xff]+
    |.""",
    re.VERBOSE | re.DOTALL,
)
_TAB = 8
"""Columns to which the grammar fills up a tab."""


def joined(text: bytes) -> bytes:
    """A module's text with blanks for the line ends and comments before lines that are outdented.

    Of the same length; lines end in a line feed.
    """
    made = bytearray(text)
    depth = indent = 0
    began = True  # a statement's line, or one in brackets, has just begun
    column = 0
    between: list[tuple[int, int]] = []  # the line ends and comments since the last token
    for match in _TOKEN.finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        if kind == "space":
            column += _width(match[0]) if began else 0
        elif kind == "newline":
            began, column = True, 0
            between.append((start, end))
        elif kind == "comment":
            between.append((start, end))
        else:
            if began and not depth:
                indent = column
            elif began and column < indent:
                for first, last in between:
                    made[first:last] = b" " * (last - first)
            began = False
            between.clear()
            depth = max(0, depth + (kind == "open") - (kind == "close"))
    return bytes(made)


def _width(blanks: bytes) -> int:
    return len(blanks) + blanks.count(b"\t") * (_TAB - 1)
