"""Writing Python: LibCST puts the constants' names into the pieces that hold them.

This module imports LibCST (230 ms), so it is itself imported only when there is something to write.
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.python.binding import Bindings
from flake8_trtc.fix.python.statements import Misfit, Piece, Target
from flake8_trtc.messages import refusals
from flake8_trtc.model import Fix


class UseConstants(cst.CSTTransformer):
    """Replace the targets of one piece.

    bindings: what the file calls the constants. Afterwards `done` holds the fixes made.
    """

    def __init__(self, targets: Sequence[Target], bindings: Bindings) -> None:
        super().__init__()
        self._targets = {
            (target.kind, _unix(target.text), target.ordinal): target for target in targets
        }
        self._bindings = bindings
        self._negative = any(target.kind == "negative" for target in targets)
        self._strings = any(target.kind == "string" for target in targets)
        self._seen: dict[tuple[str, str], int] = {}
        self.done: set[Fix] = set()

    def leave_Integer(
        self, original_node: cst.Integer, updated_node: cst.Integer
    ) -> cst.BaseExpression:
        """A number: the binding, a dot and the constant, in the number's own brackets if any."""
        target = self._take("integer", original_node.value)
        return updated_node if target is None else self._constant(target, updated_node)

    def leave_UnaryOperation(
        self, original_node: cst.UnaryOperation, updated_node: cst.UnaryOperation
    ) -> cst.BaseExpression:
        """A number below zero, with its sign."""
        if not self._negative:
            return updated_node
        bare = original_node.with_changes(lpar=(), rpar=())
        target = self._take("negative", cst.Module([]).code_for_node(bare))
        return updated_node if target is None else self._constant(target, updated_node)

    def _constant(
        self, target: Target, node: cst.Integer | cst.UnaryOperation
    ) -> cst.BaseExpression:
        lpar, rpar = node.lpar, node.rpar
        if target.glued:
            lpar, rpar = [*lpar, cst.LeftParen()], [cst.RightParen(), *rpar]
        name = cst.Name(target.fix.constant)
        owner = _dotted(self._bindings[target.fix.codes].expression)
        return cst.Attribute(owner, name, lpar=lpar, rpar=rpar)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        """A member that ErrorCode does not have: the one that was meant."""
        target = self._take("identifier", original_node.value)
        if target is None:
            return updated_node
        return updated_node.with_changes(value=target.fix.constant)

    def leave_SimpleString(
        self, original_node: cst.SimpleString, updated_node: cst.SimpleString
    ) -> cst.BaseExpression:
        """A string that holds code: the string with the code rewritten."""
        return self._string(original_node, updated_node)

    def leave_FormattedString(
        self, original_node: cst.FormattedString, updated_node: cst.FormattedString
    ) -> cst.BaseExpression:
        """An f-string that holds code."""
        return self._string(original_node, updated_node)

    def leave_TemplatedString(
        self, original_node: cst.TemplatedString, updated_node: cst.TemplatedString
    ) -> cst.BaseExpression:
        """A t-string that holds code."""
        return self._string(original_node, updated_node)

    def _string(
        self,
        original_node: cst.SimpleString | cst.FormattedString | cst.TemplatedString,
        updated_node: cst.SimpleString | cst.FormattedString | cst.TemplatedString,
    ) -> cst.BaseExpression:
        if not self._strings:
            return updated_node
        bare = original_node.with_changes(lpar=(), rpar=())
        target = self._take("string", cst.Module([]).code_for_node(bare))
        if target is None:
            return updated_node
        new = cst.parse_expression(_unix(target.fix.constant))
        return new.with_changes(lpar=updated_node.lpar, rpar=updated_node.rpar)

    def _take(self, kind: str, text: str) -> Target | None:
        """Count one token; the target it is, if any."""
        key = (kind, text)
        ordinal = self._seen[key] = self._seen.get(key, -1) + 1
        target = self._targets.get((kind, _unix(text), ordinal))
        if target is not None:
            self.done.add(target.fix)
        return target


def _dotted(binding: str) -> cst.Name | cst.Attribute:
    """`a.b.C` as an expression."""
    first, *rest = binding.split(".")
    node: cst.Name | cst.Attribute = cst.Name(first)
    for name in rest:
        node = cst.Attribute(node, cst.Name(name))
    return node


def _unix(text: str) -> str:
    """A text with the newlines of Unix instead of those of the old Macintosh.

    LibCST does not know the latter; only a text without any other can come back.
    """
    return text.replace("\r", "\n") if "\n" not in text else text


_REFUSES = (
    cst.ParserSyntaxError,
    cst.CSTValidationError,
    getattr(cst, "CSTLogicError", cst.CSTValidationError),  # of 1.8.1 and later
)
"""What LibCST raises where it can't read or write a text."""


def rewrite(utf8: bytes, piece: Piece, bindings: Bindings) -> Edit | list[Misfit]:
    """Write one piece anew. Nothing of it is written when LibCST can't read or change it."""
    text = utf8[piece.start : piece.end].decode("utf-8")
    written = _unix(text)
    try:
        module = cst.parse_module(piece.before + written + piece.after)
        transformer = UseConstants(piece.targets, bindings)
        code = module.visit(transformer).code
    except _REFUSES as error:
        reason = str(error).partition("\n")[0].rstrip(".:!")
        return [Misfit(target.fix, refusals.LIBCST(error=reason)) for target in piece.targets]
    except RecursionError:
        reason = refusals.TOO_DEEP()
        return [Misfit(target.fix, reason) for target in piece.targets]
    framed = code.startswith(piece.before) and code.endswith(piece.after)
    missing = [target.fix for target in piece.targets if target.fix not in transformer.done]
    if missing or not framed:
        reason = refusals.LIBCST_DIFFERS()
        return [Misfit(target.fix, reason) for target in piece.targets]
    new = code[len(piece.before) : len(code) - len(piece.after)]
    if written != text:
        new = new.replace("\n", "\r")
    return Edit(piece.start, piece.end, new.encode("utf-8"))
