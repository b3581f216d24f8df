"""The proof that a rewrite did what it was to do and nothing else, made before anything is written.

It shares nothing with the writer: it compares bytes with bytes, and Python's syntax tree before
with the one after, in which it folds `ErrorCode.NAME` back to its number.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_trtc.error_code import ErrorCode
from flake8_trtc.fix.edits import Edit, ProofError
from flake8_trtc.fix.imports import Binding
from flake8_trtc.fix.syntax import Lines, parse
from flake8_trtc.model import Fix

_MEMBERS = {name: int(member) for name, member in ErrorCode.__members__.items()}


def check_bytes(
    old: bytes, new: bytes, fixes: Sequence[Fix], binding: Binding | None
) -> tuple[Edit, ...]:
    """Every byte outside the fixes and the import is as it was; the edits, each as it was made.

    Raises ProofError.
    """
    edits = [Edit(*fix.span, _expression(fix, binding).encode()) for fix in fixes]
    if binding is not None and binding.edit is not None:
        edits.append(binding.edit)
    made: list[Edit] = []
    done = at = 0
    for edit in sorted(edits):
        kept = old[done : edit.start]
        if not new.startswith(kept, at):
            raise ProofError("bytes outside the edits changed")
        at += len(kept)
        # A constant may stand in brackets where a keyword touched the number.
        for text in (edit.new, b"(" + edit.new + b")"):
            if new.startswith(text, at):
                at += len(text)
                made.append(edit._replace(new=text))
                break
        else:
            raise ProofError(f"{edit.new.decode()} is not where it should be")
        done = edit.end
    if new[at:] != old[done:]:
        raise ProofError("bytes outside the edits changed")
    return tuple(made)


def _expression(fix: Fix, binding: Binding | None) -> str:
    if not fix.qualified:
        return fix.constant
    if binding is None:
        raise ProofError("a constant has no binding")
    return f"{binding.expression}.{fix.constant}"


def check_trees(
    old: bytes,
    new: bytes,
    old_tree: ast.Module,
    fixes: Sequence[Fix],
    binding: Binding | None,
) -> None:
    """The new text parses, and is the old one with constants for numbers and the import.

    Raises ProofError, or ParseError where it does not parse.
    """
    new_tree = parse(new.decode("utf-8"))
    old_lines, new_lines = Lines(old), Lines(new)
    body = list(new_tree.body)
    if binding is not None and binding.edit is not None:
        _take_import(body, binding, new_lines)
    comparison = _Comparison(old_lines, new_lines, binding.expression if binding else "")
    comparison.statements(old_tree.body, body)
    expected = sorted((fix.qualified, fix.constant) for fix in fixes)
    if sorted(comparison.folded) != expected:
        raise ProofError("the syntax tree has other constants than were to be written")


def check_strings(old: bytes, new: bytes, old_tree: ast.Module) -> None:
    """The new text parses, and is the old one but for what its strings say.

    Raises ProofError, or ParseError where it does not parse.
    """
    comparison = _Comparison(Lines(old), Lines(new), "", strings=True)
    comparison.statements(old_tree.body, parse(new.decode("utf-8")).body)
    if comparison.folded:
        raise ProofError("the syntax tree has other constants than were to be written")


def _take_import(body: list[ast.stmt], binding: Binding, lines: Lines) -> None:
    """Take the import out of a new module's statements, where it has to be."""
    new, edit = binding.added, binding.edit
    if new is None or edit is None:
        raise ProofError("the import is not described")
    inside = lines.number(edit.start)
    last = lines.number(edit.start + len(edit.new))
    for index, node in enumerate(body):
        if not isinstance(node, ast.ImportFrom) or not inside <= node.lineno <= last:
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
        if index == 0 and body and _is_string(body[0]):
            raise ProofError("the import stands above the docstring")
        if any(
            isinstance(later, ast.ImportFrom) and later.module == "__future__"
            for later in body[index:]
        ):
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

    strings: what strings say may differ.
    """

    def __init__(self, old: Lines, new: Lines, binding: str, *, strings: bool = False) -> None:
        self._old = old
        self._new = new
        self._binding = binding
        self._strings = strings
        self.folded: list[tuple[bool, str]] = []

    def statements(self, old: Sequence[ast.stmt], new: Sequence[ast.stmt]) -> None:
        """Compare two bodies."""
        if len(old) != len(new):
            raise ProofError("the syntax tree has other statements")
        for before, after in zip(old, new, strict=True):
            # The same text, on lines of its own, parses to the same tree.
            if self._text(self._old, before) != self._text(self._new, after):
                self._node(before, after)

    @staticmethod
    def _text(lines: Lines, node: ast.stmt) -> tuple[bytes, int]:
        start = lines.offset(lines.number(lines.start(node)))  # its decorators' first line
        return lines.utf8[start : lines.end(node)], node.col_offset

    def _node(self, old: ast.AST, new: ast.AST) -> None:
        if isinstance(old, ast.Constant) and isinstance(new, ast.Attribute):
            self._fold(old, new)
            return
        if type(old) is not type(new):
            raise ProofError("the syntax tree has other nodes")
        for field in old._fields:
            before, after = getattr(old, field, None), getattr(new, field, None)
            if field == "attr" and before != after:
                self._rename(before, after)
            else:
                self._value(before, after)

    def _value(self, old: object, new: object) -> None:
        if isinstance(old, ast.AST) and isinstance(new, ast.AST):
            self._node(old, new)
        elif isinstance(old, list) and isinstance(new, list):
            if old and isinstance(old[0], ast.stmt):
                self.statements(old, new)
                return
            if len(old) != len(new):
                raise ProofError("the syntax tree has other nodes")
            for before, after in zip(old, new, strict=True):
                self._value(before, after)
        elif type(old) is not type(new) or (old != new and old == old and not self._free(old)):
            raise ProofError("the syntax tree has other values")

    def _free(self, value: object) -> bool:
        return self._strings and isinstance(value, (str, bytes))

    def _fold(self, old: ast.Constant, new: ast.Attribute) -> None:
        name = new.attr
        if ast.unparse(new.value) != self._binding or _MEMBERS.get(name) != old.value:
            raise ProofError(f"{ast.unparse(new)} stands for another number")
        self.folded.append((True, name))

    def _rename(self, old: object, new: object) -> None:
        if not isinstance(new, str) or new not in _MEMBERS or old in _MEMBERS:
            raise ProofError("the syntax tree has another attribute")
        self.folded.append((False, new))
