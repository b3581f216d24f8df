"""The statements that edits stand in: the only parts of a file that LibCST has to read.

LibCST takes 160 ms for 100 kB, tree-sitter 13. A piece is a simple statement, or the header of a
compound one, cut out of the file and put in a frame that makes it a module of its own. Of a
statement that is nested deeper than LibCST can go, it is an expression.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tree_sitter import Node, Tree

from flake8_trtc._lean import NamedTuple
from flake8_trtc.languages.tree import Finder, kept, parent_of, resolved, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Fix
from flake8_trtc.spans import Span

_SIMPLE = frozenset(
    {
        "assert_statement",
        "break_statement",
        "continue_statement",
        "delete_statement",
        "exec_statement",
        "expression_statement",
        "global_statement",
        "nonlocal_statement",
        "pass_statement",
        "print_statement",
        "raise_statement",
        "return_statement",
        "type_alias_statement",
    }
)
# What goes before and after a header (up to its colon) to make it a module.
_HEADERS = {
    "if_statement": ("", ": pass\n"),
    "while_statement": ("", ": pass\n"),
    "for_statement": ("", ": pass\n"),
    "with_statement": ("", ": pass\n"),
    "function_definition": ("", ": pass\n"),
    "class_definition": ("", ": pass\n"),
    "elif_clause": ("if _: pass\n", ": pass\n"),
    "except_clause": ("try: pass\n", ": pass\n"),
    "except_group_clause": ("try: pass\n", ": pass\n"),
    "match_statement": ("", ":\n case _: pass\n"),
    "case_clause": ("match _:\n ", ": pass\n"),
}
_EXPRESSIONS = frozenset(
    {
        "attribute",
        "binary_operator",
        "boolean_operator",
        "call",
        "comparison_operator",
        "concatenated_string",
        "conditional_expression",
        "dictionary",
        "dictionary_comprehension",
        "generator_expression",
        "identifier",
        "integer",
        "lambda",
        "list",
        "list_comprehension",
        "not_operator",
        "parenthesized_expression",
        "set",
        "set_comprehension",
        "string",
        "subscript",
        "tuple",
        "unary_operator",
    }
)
"""Nodes that can be read by themselves in brackets."""
_DEEPEST = 60
"""Levels of a tree that LibCST can go through with the stack that there is."""
_DECORATOR = ("", "\ndef _(): pass\n")


class Target(NamedTuple):
    """One literal or name of a piece, by what it says and how many like it stand before.

    kind: "integer", "negative" (with its sign), "identifier" or "string"; text: as written;
    ordinal: from 0; fix: what becomes of it; glued: a keyword touches it, so that only brackets
    keep the two apart.
    """

    kind: str
    text: str
    ordinal: int
    fix: Fix
    glued: bool


class Piece(NamedTuple):
    """Part of a file that LibCST can read by itself.

    start, end: its byte offsets in the file; before, after: the frame around it.
    """

    start: int
    end: int
    before: str
    after: str
    targets: tuple[Target, ...]


class Misfit(NamedTuple):
    """A fix that can't be made, and why, for the user."""

    fix: Fix
    reason: Message


class _Frame(NamedTuple):
    """A statement with fixes, or an expression in one: what of it is a piece, and its frame."""

    node: Node
    end: int
    before: str
    after: str


def cut(utf8: bytes, tree: Tree, fixes: list[Fix]) -> tuple[list[Piece], list[Misfit]]:
    """Find the pieces that hold the fixes, in the order of the text.

    tree: of the same text. A fix whose place has no piece, or is not what it should be, comes
    back as a Misfit.
    """
    frames: dict[int, _Frame] = {}
    held: dict[int, list[Fix]] = {}
    misfits: list[Misfit] = []
    find = Finder(tree.root_node).at
    around: dict[Node, _Frame | Message] = {}
    for fix in sorted(fixes):
        frame = resolved(find(*fix.span), around, _outwards)
        if isinstance(frame, Message):
            misfits.append(Misfit(fix, frame))
        else:
            start = frame.node.start_byte
            frames[start] = frame
            held.setdefault(start, []).append(fix)
    pieces: list[Piece] = []
    for start, whole in sorted(frames.items()):
        for frame, inside in _shallow(whole, held[start], find):
            targets, missing = _targets(utf8, frame.node, frame.end, inside)
            misfits += (Misfit(fix, refusals.NOT_FOUND()) for fix in missing)
            if targets:
                begin = frame.node.start_byte
                pieces.append(Piece(begin, frame.end, frame.before, frame.after, targets))
    return pieces, misfits


def _outwards(node: Node) -> tuple[Node | None, _Frame | Message]:
    """The frame of the statement whose node is around another, or the node to go on from.

    A reason instead of a frame where there is none.
    """
    parent = parent_of(node)
    if parent is None:
        return None, refusals.NO_STATEMENT()
    if parent.type in _SIMPLE:
        return None, _Frame(parent, parent.end_byte, "", "\n")
    if parent.type == "decorator":
        return None, _Frame(parent, parent.children[1].end_byte, *_DECORATOR)
    if parent.type == "ERROR":
        return None, refusals.BROKEN_STATEMENT()
    if prints_itself(parent):
        return None, refusals.PRINTED()
    colon = _colon(parent) if parent.type in _HEADERS else 0
    if node.end_byte <= colon:
        return None, _Frame(parent, colon, *_HEADERS[parent.type])
    return parent, refusals.NO_STATEMENT()


_COLONS: dict[Node, int] = kept()


def _colon(statement: Node) -> int:
    """Where the header of a compound statement ends; 0 where it has none."""
    found = _COLONS.get(statement)
    if found is None:
        children = map(statement.child, range(statement.child_count))
        found = next((child.start_byte for child in children if type_of(child) == ":"), 0)
        _COLONS[statement] = found
    return found


def _shallow(
    whole: _Frame, fixes: list[Fix], find: Callable[[int, int], Node]
) -> Iterator[tuple[_Frame, list[Fix]]]:
    """The frames that LibCST, which recurses, is to read for the fixes of a statement.

    It is the statement itself, or, of one that is deep, the largest expressions that are not.
    """
    if whole.end - whole.node.start_byte <= _DEEPEST or not _is_deep(whole):
        yield whole, fixes
        return
    heights = _heights(whole)
    parts: dict[Node, list[Fix]] = {}
    for fix in fixes:
        largest = node = find(*fix.span)
        while (parent := parent_of(node)) is not None and heights.get(parent, _DEEPEST) < _DEEPEST:
            node = parent
            largest = node if node.type in _EXPRESSIONS else largest
        parts.setdefault(largest, []).append(fix)
    for node, inside in parts.items():
        yield _Frame(node, node.end_byte, "(", ")\n"), inside


def _is_deep(frame: _Frame) -> bool:
    return any(depth >= _DEEPEST for _, depth in _walk(frame))


def _heights(frame: _Frame) -> dict[Node, int]:
    """How many levels there are below each node of a frame."""
    heights: dict[Node, int] = {}
    above: list[Node] = []
    for node, depth in [*_walk(frame), (frame.node, 0)]:
        while len(above) > depth:  # what is below these is known
            height = heights.setdefault(above.pop(), 0)
            if above:
                heights[above[-1]] = max(heights.get(above[-1], 0), height + 1)
        above.append(node)
    return heights


def _walk(frame: _Frame) -> Iterator[tuple[Node, int]]:
    """The nodes of a frame with their depth in it, in the order of the text."""
    cursor, depth = frame.node.walk(), 0
    while (node := cursor.node) is not None and node.start_byte < frame.end:
        yield node, depth
        if cursor.goto_first_child():
            depth += 1
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
            depth -= 1


def prints_itself(node: Node) -> bool:
    """True if a node is a hole like that of `f"{code == 16388=}"`: a rewrite changes the output."""
    return node.type == "interpolation" and any(child.type == "=" for child in node.children)


_PRINTED: dict[Node, bool] = kept()


def is_printed(node: Node) -> bool:
    """True if a node stands in such a hole."""
    return resolved(node, _PRINTED, _towards_print)


def _towards_print(node: Node) -> tuple[Node | None, bool]:
    parent = parent_of(node)
    if parent is None or prints_itself(parent):
        return None, parent is not None
    return parent, False


def _targets(
    utf8: bytes, statement: Node, end: int, fixes: list[Fix]
) -> tuple[tuple[Target, ...], list[Fix]]:
    """The fixes of one piece as targets, and those that no token of it matches."""
    wanted = {fix.span: fix for fix in fixes}
    texts = {utf8[fix.span.start : fix.span.end] for fix in fixes}
    seen: dict[tuple[str, bytes], int] = {}
    targets: list[Target] = []
    for kind, span in _tokens(statement, end):
        text = utf8[span.start : span.end]
        if text not in texts:
            continue
        key = (kind, text)
        ordinal = seen[key] = seen.get(key, -1) + 1
        fix = wanted.get(span)
        if fix is not None and fix.qualified is (kind in {"integer", "negative"}):
            touched = utf8[max(0, span.start - 1) : span.start], utf8[span.end : span.end + 1]
            del wanted[span]
            glued = any(map(bytes.isalpha, touched))
            targets.append(Target(kind, text.decode(), ordinal, fix, glued))
    return tuple(targets), list(wanted.values())


def _tokens(statement: Node, end: int) -> Iterator[tuple[str, Span]]:
    """Possible targets in a piece, by the kind that it would be, in the order of the text."""
    sign: Node | None = None
    for node in _leaves(statement, end):
        if node.type == "integer" and sign is not None:
            yield "negative", Span(sign.start_byte, node.end_byte)
        signed = node.type == "-" and type_of(parent_of(node)) not in _SUBTRACTING
        sign = node if signed else None
        if node.type in {"integer", "identifier", "string"}:
            yield node.type, Span(node.start_byte, node.end_byte)


_SUBTRACTING = frozenset({"binary_operator", "complex_pattern"})


def _leaves(statement: Node, end: int) -> Iterator[Node]:
    """The tokens and the strings of a piece in the order of the text."""
    cursor = statement.walk()
    while True:
        node = cursor.node
        if node is None or node.start_byte >= end:
            return
        if node.type == "string":
            yield node
        if cursor.goto_first_child():
            continue
        yield node
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
