"""A file as the running Python's own parser sees it: syntax tree and the lines it counts.

The tree decides about names and proves a rewrite; it never finds a code (`scan` does that).
"""

from __future__ import annotations

import ast
import sys
import warnings
from bisect import bisect_right
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.fix.python.stack import deeply
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.tree import field, operands
from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Failure
from flake8_trtc.source import line_starts
from flake8_trtc.spans import Span

_BLANK = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))
_HOLDING = frozenset(
    "module block decorated_definition if_statement elif_clause else_clause for_statement "
    "while_statement try_statement except_clause except_group_clause finally_clause with_statement "
    "match_statement case_clause".split()
)
"""Nodes that hold statements of their own scope."""


class ParseError(Failure):
    """The running Python can't parse a text; says why, in one line."""


def parse_module(text: str, above: int = 0) -> ast.Module:
    """Parse a module's text. Raises ParseError.

    above: how many lines of the file stand above it, for what an error says.
    """
    try:
        return _parsed(text)
    except SyntaxError as error:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        where = f" (line {error.lineno + above})" if error.lineno else ""
        said = failures.NOT_THIS_PYTHON(version=version, error=f"{error.msg}{where}")
        raise ParseError(said) from None
    except (ValueError, RecursionError, MemoryError) as error:
        said = failures.NOT_PARSED(error=str(error) or type(error).__name__)
        raise ParseError(said) from None


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return deeply(ast.parse, text)


def parse_whole(text: Text) -> ast.Module:
    """Parse a text of a document. Raises ParseError."""
    return parse_module(text.utf8.decode("utf-8", "surrogatepass"))


def parse_outline(text: Text) -> ast.Module:
    """Parse a module's text without what its functions and classes hold, an empty tuple there.

    All else has its place; making the rest is most of what parsing takes. Raises ParseError; the
    rules that what is left out may break are for the symbol table to find.
    """
    root = text.tree.root_node
    if not root.has_error:
        outline = bytearray(text.utf8)
        for start, end in _bodies(root):
            outline[start:end] = outline[start:end].translate(_BLANK)
            outline[start], outline[end - 1] = b"()"
        try:
            return _parsed(outline.decode("utf-8", "surrogatepass"))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            pass  # of the whole text, the error that comes first is said
    return parse_whole(text)


def _bodies(root: Node) -> Iterator[Span]:
    """The bodies of a module's own functions and classes; one of a single byte is left as it is."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type in {"function_definition", "class_definition"}:
            body = operands(field(node, "body") or node)
            if body and body[-1].end_byte - body[0].start_byte > 1:
                yield Span(body[0].start_byte, body[-1].end_byte)
        elif node.type in _HOLDING:
            pending += node.named_children


class Lines:
    """The lines of a UTF-8 text as Python counts them (a form feed ends none)."""

    def __init__(self, utf8: bytes) -> None:
        self.utf8 = utf8
        self._starts = line_starts(utf8)

    def number(self, offset: int) -> int:
        """The 1-based line that holds a byte offset."""
        return bisect_right(self._starts, offset)

    def offset(self, line: int, column: int = 0) -> int:
        """The byte offset of a 1-based line and a 0-based column in bytes, as `ast` has them.

        The line after the last one begins at the end of the text.
        """
        if line > len(self._starts):
            return len(self.utf8)
        return self._starts[line - 1] + column

    def text(self, line: int) -> bytes:
        """A 1-based line without its newline; b"" past the end."""
        return self.utf8[self.offset(line) : self.offset(line + 1)].rstrip(b"\r\n")

    def start(self, node: ast.stmt) -> int:
        """The byte offset where a statement begins, its decorators included."""
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        # A decorator's own offset lies behind its `@`, and so do the blanks between the two.
        lines = [node.lineno, *(decorator.lineno for decorator in decorators)]
        first = min(lines)
        return self.offset(first, node.col_offset if first == node.lineno else 0)

    def end(self, node: ast.stmt) -> int:
        """The byte offset where a statement ends."""
        return self.offset(node.end_lineno or node.lineno, node.end_col_offset or 0)
