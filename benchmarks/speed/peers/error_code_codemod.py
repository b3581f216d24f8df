"""LibCST's command: `python -m libcst.tool codemod -x error_code_codemod.UseErrorCode PATH`.

It names numbers and imports ErrorCode where a Python expression uses it. What its visitor can't
find is not visited: a search through the text comes first, as an author who minds time would write.
"""

from __future__ import annotations

from pathlib import Path

import libcst as cst
from error_codes import (
    SPEAKS,
    Found,
    bound,
    constant,
    in_comparison,
    in_match,
    in_script,
)
from libcst.codemod import VisitorBasedCodemodCommand
from libcst.codemod.visitors import AddImportsVisitor


class UseErrorCode(VisitorBasedCodemodCommand):
    """Rewrite TRTC error codes to constants."""

    DESCRIPTION = "Rewrite TRTC error codes to ErrorCode."

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        # From the file: making the text from the tree costs as much as parsing it.
        if not SPEAKS.search(Path(self.context.filename or "").read_bytes()):
            return tree
        self._text = tree.code
        self._names: dict[cst.Integer, str] = {}
        return super().transform_module_impl(tree)

    def visit_Comparison(self, node: cst.Comparison) -> None:
        self._note(in_comparison(node, self._code))

    def visit_Match(self, node: cst.Match) -> None:
        self._note(in_match(node, self._code))

    def visit_Assign(self, node: cst.Assign) -> None:
        self._note(bound(node.targets[0].target, node.value, self._code))

    def visit_Arg(self, node: cst.Arg) -> None:
        self._note(bound(node.keyword, node.value, self._code))

    def visit_Param(self, node: cst.Param) -> None:
        self._note(bound(node.name, node.default, self._code))

    def leave_Integer(
        self, original_node: cst.Integer, updated_node: cst.Integer
    ) -> cst.BaseExpression:
        name = self._names.get(original_node)
        if name is None:
            return updated_node
        AddImportsVisitor.add_needed_import(self.context, "flake8_trtc", "ErrorCode")
        return constant(name)

    def leave_SimpleString(
        self, original_node: cst.SimpleString, updated_node: cst.SimpleString
    ) -> cst.BaseExpression:
        return in_script(updated_node) or updated_node

    def _note(self, found: Found) -> None:
        self._names.update(found)

    def _code(self) -> str:
        return self._text
