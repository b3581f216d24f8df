"""Fixit's rule: `fixit --rules error_code_rule:UseErrorCode lint PATH`.

It names numbers; unlike `fix` it imports and declares nothing, since a rule of Fixit replaces
single nodes.
"""

from __future__ import annotations

import libcst as cst
from error_codes import Found, bound, constant, in_comparison, in_match, in_script
from fixit import LintRule


class UseErrorCode(LintRule):
    """A TRTC error code is a number."""

    MESSAGE = "use the constant of ErrorCode"
    AUTOFIX = True

    def visit_Module(self, node: cst.Module) -> None:
        self._module = node
        self._code: str | None = None

    def visit_Comparison(self, node: cst.Comparison) -> None:
        self._name(in_comparison(node, self._text))

    def visit_Match(self, node: cst.Match) -> None:
        self._name(in_match(node, self._text))

    def visit_Assign(self, node: cst.Assign) -> None:
        self._name(bound(node.targets[0].target, node.value, self._text))

    def visit_Arg(self, node: cst.Arg) -> None:
        self._name(bound(node.keyword, node.value, self._text))

    def visit_Param(self, node: cst.Param) -> None:
        self._name(bound(node.name, node.default, self._text))

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        if (replacement := in_script(node)) is not None:
            self.report(node, replacement=replacement)

    def _name(self, found: Found) -> None:
        for node, name in found:
            self.report(node, replacement=constant(name))

    def _text(self) -> str:
        if self._code is None:
            self._code = self._module.code
        return self._code
