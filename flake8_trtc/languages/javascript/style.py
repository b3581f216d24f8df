"""How a script is written where either way means the same: semicolons, commas, blank lines."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from tree_sitter import Node, Query, QueryCursor

from flake8_trtc._lean import regex
from flake8_trtc.languages.javascript.grammar import language
from flake8_trtc.languages.tree import COMMENTS, field, type_of
from flake8_trtc.model import Dialect

_STATEMENTS = """
[(expression_statement) (lexical_declaration) (variable_declaration) (return_statement)
 (throw_statement) (import_statement) (break_statement) (continue_statement)
 (export_statement !declaration)] @statement
(for_statement initializer: (_) @head)
(for_statement condition: (_) @head)
"""
_DECLARED = frozenset({"function_expression", "generator_function", "class"})
"""What `export default` gives that ends without a semicolon in any style."""
_ENDS = regex(rb"(;)[ \t]*(?:[\r\n]|\Z)|[\w)\]'\"`][ \t]*[\r\n]")
_LINE_ENDS = regex(rb"[ \t]*(?:[\r\n]|//|/\*)")


_LISTS = "[(object) (array)] @list"


@cache
def _query(dialect: Dialect, patterns: str) -> Query:
    return Query(language(dialect), patterns)


def semicolons(root: Node, text: bytes, dialect: Dialect) -> int:
    """How many more statements of a script end with a semicolon than end their line without.

    0 where nothing tells its style.
    """
    found = QueryCursor(_query(dialect, _STATEMENTS)).captures(root)
    heads = {node.start_byte for node in found.get("head", ())}
    nodes = found.get("statement", ())
    return sum(_tells(node, text) for node in nodes if node.start_byte not in heads)


def semicolons_by_line(text: bytes) -> int:
    """How many more lines of a script end with a semicolon than with a value; it is not parsed."""
    return sum(1 if match[1] else -1 for match in _ENDS.finditer(text))


def trailing_commas(root: Node, dialect: Dialect) -> int:
    """How many more lists of several lines end with a comma than without one."""
    told = 0
    for node in QueryCursor(_query(dialect, _LISTS)).captures(root).get("list", ()):
        last = [child for child in node.children[1:-1] if child.type not in COMMENTS][-1:]
        if last and last[0].end_point.row < node.end_point.row:
            told += 1 if last[0].type == "," else -1
    return told


def has_blank_lines(root: Node) -> bool:
    """True if a blank line stands somewhere between the statements of a script's top level."""
    return any(
        below.start_point.row - above.end_point.row > 1 and above.type not in COMMENTS
        for above, below in pairwise(root.named_children)
    )


def _tells(statement: Node, text: bytes) -> int:
    """1 for a statement with a semicolon, -1 for one without, 0 where either style has none.

    One that stands at the beginning of the next line belongs to what follows it. A block of one
    line may leave out its last.
    """
    children = statement.children
    if children[-1].type == ";":
        before = children[-2:-1]  # to ask for the sibling would take as long as the tree is deep
        own = all(child.end_point.row == children[-1].start_point.row for child in before)
        return 1 if own else -1
    if statement.has_error or type_of(field(statement, "value")) in _DECLARED:
        return 0
    return -1 if _LINE_ENDS.match(text, statement.end_byte) is not None else 0
