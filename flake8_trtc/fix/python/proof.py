"""The proof that a rewrite did what it was to do and nothing else, made before anything is written.

It shares nothing with the writer: it compares bytes with bytes, and Python's syntax tree before
with the one after, in which it folds `ErrorCode.NAME` back to its number.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.generations import values
from flake8_trtc.error_code import ErrorCode
from flake8_trtc.fix.edits import Edit, ProofError, splice
from flake8_trtc.fix.python.binding import Binding, Bindings
from flake8_trtc.fix.python.syntax import Lines, parse_module
from flake8_trtc.model import Codes, Fix

_MEMBERS = {name: int(member) for name, member in ErrorCode.__members__.items()}


_RENAMED: tuple[Codes, ...] = ("v4", "v5", "v5-extra")
"""Whose members may be put right."""


def _members(codes: Codes) -> Mapping[str, int]:
    """The values of some constants, as the module has them that they are imported from."""
    return values(codes) if codes == "liteav" else _MEMBERS if codes == "v4" else _of_v5(codes)


def _of_v5(codes: Codes) -> Mapping[str, int]:
    from flake8_trtc import v5

    table = v5.ErrorCode if codes == "v5" else v5.ExtraCode
    return {name: int(member) for name, member in table.__members__.items()}


def check_bytes(
    old: bytes,
    new: bytes,
    fixes: Sequence[Fix],
    bindings: Bindings,
    strings: Sequence[Edit] = (),
) -> tuple[Edit, ...]:
    """Every byte outside the fixes, the import and the edits in strings is as it was.

    Gives the edits, each as it was made: with them, the old text becomes the new one. Raises
    ProofError.
    """
    constants = [Edit(*fix.span, expression(fix, bindings).encode()) for fix in fixes]
    others = [*strings, *(item.edit for item in _added(bindings) if item.edit is not None)]
    # A constant may stand in brackets where a keyword touched the number.
    wanted = [(edit, [edit.new, b"(" + edit.new + b")"]) for edit in constants]
    wanted += ((edit, [edit.new]) for edit in others)
    made: list[Edit] = []
    done = at = 0
    for edit, texts in sorted(wanted):
        kept = old[done : edit.start]
        if done > edit.start or not new.startswith(kept, at):
            raise ProofError("bytes outside the edits changed")
        at += len(kept)
        text = next((text for text in texts if new.startswith(text, at)), None)
        if text is None:
            raise ProofError(f"{edit.new.decode()} is not where it should be")
        at += len(text)
        made.append(edit._replace(new=text))
        done = edit.end
    if new[at:] != old[done:]:
        raise ProofError("bytes outside the edits changed")
    return tuple(made)


def expression(fix: Fix, bindings: Bindings) -> str:
    """The text that is written for a fix. Raises ProofError."""
    if not fix.qualified:
        return fix.constant
    if fix.codes not in bindings:
        raise ProofError("a constant has no binding")
    return f"{bindings[fix.codes].expression}.{fix.constant}"


def _added(bindings: Bindings) -> list[Binding]:
    """The bindings that bring an import, each import once."""
    return list({item.edit: item for item in bindings.values() if item.edit is not None}.values())


class _Block(NamedTuple):
    """Whole lines of a module that hold whole statements of its top level.

    start, end: byte offsets; the first block begins at 0, the last ends with the text. first,
    last: which statements, as a range of indices.
    """

    start: int
    end: int
    first: int
    last: int


def _blocks(tree: ast.Module, lines: Lines) -> Iterator[_Block]:
    """The blocks of a module, as small as they can be."""
    start = first = 0
    for index, node in enumerate(tree.body[1:], 1):
        at = lines.start(node)
        line = lines.number(at)
        if at == lines.offset(line) and not lines.text(line - 1).endswith(b"\\"):
            yield _Block(start, at, first, index)
            start, first = at, index
    yield _Block(start, len(lines.utf8), first, len(tree.body))


def check_trees(
    old: bytes,
    edits: Sequence[Edit],
    tree: ast.Module,
    fixes: Sequence[Fix],
    bindings: Bindings,
    *,
    strings: bool = False,
) -> None:
    """The text after the edits parses, and is the old one with constants and the import.

    tree: of the old text. strings: what strings say may differ, too. Only the blocks with edits
    are parsed again: each is read from the beginning of a line, with nothing open, and has to be
    whole by itself; so the new module is what stands in its blocks one after the other, and those
    whose text has not changed are what they were. Raises ProofError, or ParseError where it does
    not parse.
    """
    lines = Lines(old)
    expressions = {codes: item.expression for codes, item in bindings.items()}
    added = _added(bindings)
    folded: list[tuple[bool, str]] = []
    done = 0
    for block in _blocks(tree, lines):
        last = len(edits)
        if block.end < len(old):
            last = bisect_left(edits, block.end, done, key=attrgetter("start"))
        inside = edits[done:last]
        if not inside:
            continue
        done = last
        text = _after(old, block, inside)
        comparison = _Comparison(lines, Lines(text), inside, expressions, strings=strings)
        body = parse_module(text.decode("utf-8"), above=lines.number(block.start) - 1).body
        for item in [item for item in added if item.edit in inside]:
            at = _start_of(item, inside) - block.start
            _take_import(body, item, comparison.new, at, tree.body[block.first :], block.first)
            added.remove(item)
        comparison.statements(tree.body[block.first : block.last], body)
        folded += comparison.folded
    if added or done != len(edits):
        raise ProofError("an edit stands outside the module's statements")
    expected = sorted((fix.qualified, fix.constant) for fix in fixes)
    if sorted(folded) != expected:
        raise ProofError("the syntax tree has other constants than were to be written")


def _start_of(binding: Binding, edits: Sequence[Edit]) -> int:
    """Where a binding's import is after the edits of a block, from where the block was."""
    added = next(edit for edit in edits if edit == binding.edit)
    before = edits[: edits.index(added)]
    return added.start + sum(len(edit.new) - (edit.end - edit.start) for edit in before)


def _after(old: bytes, block: _Block, edits: Sequence[Edit]) -> bytes:
    """A block's text after its edits."""
    moved = [Edit(edit.start - block.start, edit.end - block.start, edit.new) for edit in edits]
    text = splice(old[block.start : block.end], moved)
    ends = block.end == len(old) or text.endswith((b"\n", b"\r"))
    if not ends or any(edit.end > block.end for edit in edits):
        raise ProofError("a statement runs into the next")
    return text


def _take_import(
    body: list[ast.stmt],
    binding: Binding,
    lines: Lines,
    at: int,
    below: Sequence[ast.stmt],
    above: int,
) -> None:
    """Take the import out of the statements of a new block, where it has to be.

    lines: of the block; at: the offset of the edit in it; below: the old module's statements from
    the block on; above: how many are above it.
    """
    new, edit = binding.added, binding.edit
    if new is None or edit is None:
        raise ProofError("the import is not described")
    first, last = lines.number(at), lines.number(at + len(edit.new))
    for index, node in enumerate(body):
        if not isinstance(node, ast.ImportFrom) or not first <= node.lineno <= last:
            continue
        if node.module != new.module or node.level:
            continue
        names = [(alias.name, alias.asname) for alias in node.names]
        if (new.name, new.alias) not in names:
            continue
        if len(names) > 1:
            del node.names[names.index((new.name, new.alias))]
            return
        del body[index]
        rest = below[index:]
        if above == index == 0 and rest and _is_string(rest[0]):
            raise ProofError("the import stands above the docstring")
        if any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in rest):
            raise ProofError("the import stands above one from __future__")
        return
    raise ProofError("the import is not among the module's statements")


def _is_string(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


class _Comparison:
    """Walks two trees together. Positions are left out; `folded` collects what was folded back.

    edits: between the two texts, in order; strings: what strings say may differ.
    """

    def __init__(
        self,
        old: Lines,
        new: Lines,
        edits: Sequence[Edit],
        bindings: Mapping[Codes, str],
        *,
        strings: bool,
    ) -> None:
        self._old = old
        self.new = new
        self._starts = [edit.start for edit in edits]
        self._bindings = bindings
        self._strings = strings
        self._pending: list[tuple[object, object]] = []
        self.folded: list[tuple[bool, str]] = []

    def statements(self, old: Sequence[ast.stmt], new: Sequence[ast.stmt]) -> None:
        """Compare two bodies."""
        self._bodies(old, new)
        while self._pending:
            before, after = self._pending.pop()
            if isinstance(before, ast.AST) and isinstance(after, ast.AST):
                self._node(before, after)
            else:
                self._value(before, after)

    def _bodies(self, old: Sequence[ast.stmt], new: Sequence[ast.stmt]) -> None:
        if len(old) != len(new):
            raise ProofError("the syntax tree has other statements")
        for before, after in zip(old, new, strict=True):
            # The same text, on lines of its own, parses to the same tree.
            edited = self._is_edited(before)
            if edited or self._text(self._old, before) != self._text(self.new, after):
                self._pending.append((before, after))

    def _is_edited(self, node: ast.stmt) -> bool:
        """True if an edit begins in a statement, so that its text can't be the same."""
        at = bisect_left(self._starts, self._old.start(node))
        return at < len(self._starts) and self._starts[at] < self._old.end(node)

    @staticmethod
    def _text(lines: Lines, node: ast.stmt) -> tuple[bytes, int]:
        start = lines.offset(lines.number(lines.start(node)))  # its decorators' first line
        return lines.utf8[start : lines.end(node)], node.col_offset

    def _node(self, old: ast.AST, new: ast.AST) -> None:
        if isinstance(old, ast.Constant | ast.UnaryOp) and isinstance(new, ast.Attribute):
            self._fold(old, new)
            return
        if type(old) is not type(new):
            raise ProofError("the syntax tree has other nodes")
        for field in old._fields:
            if field == "str":  # of a t-string's hole: its source, of which the value is made
                continue
            before, after = getattr(old, field, None), getattr(new, field, None)
            if field == "attr" and before != after:
                self._rename(before, after)
            else:
                self._pending.append((before, after))

    def _value(self, old: object, new: object) -> None:
        if isinstance(old, list) and isinstance(new, list):
            if old and isinstance(old[0], ast.stmt):
                self._bodies(old, new)
                return
            if len(old) != len(new):
                raise ProofError("the syntax tree has other nodes")
            self._pending += zip(old, new, strict=True)
        elif type(old) is not type(new) or (old != new and old == old and not self._free(old)):
            raise ProofError("the syntax tree has other values")

    def _free(self, value: object) -> bool:
        return self._strings and isinstance(value, (str, bytes))

    def _fold(self, old: ast.Constant | ast.UnaryOp, new: ast.Attribute) -> None:
        name, owner = new.attr, ast.unparse(new.value)
        number = _number(old)
        own = (codes for codes, binding in self._bindings.items() if binding == owner)
        if number is None or not any(_members(codes).get(name) == number for codes in own):
            raise ProofError(f"{ast.unparse(new)} stands for another number")
        self.folded.append((True, name))

    def _rename(self, old: object, new: object) -> None:
        tables = map(_members, _RENAMED)
        if not any(new in table and old not in table for table in tables):
            raise ProofError("the syntax tree has another attribute")
        self.folded.append((False, str(new)))


def _number(node: ast.Constant | ast.UnaryOp) -> object:
    """The value of a constant, or of a whole number with a minus before it."""
    if isinstance(node, ast.Constant):
        return node.value
    inner = node.operand.value if isinstance(node.operand, ast.Constant) else None
    return -inner if isinstance(node.op, ast.USub) and type(inner) is int else None
