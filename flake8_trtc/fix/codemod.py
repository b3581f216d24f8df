"""The same fix as an ordinary LibCST codemod.

    python -m libcst.tool codemod -x flake8_trtc.fix.codemod.UseErrorCode --no-format src/

(`--no-format`, or LibCST's tool would have black format the files that changed.) It goes through
`engine.fix_source`, so it finds, writes and proves what `flake8-trtc fix` does.
Only here is `libcst.codemod` imported; it takes longer than most runs of the command.
"""

from __future__ import annotations

import argparse

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext, SkipFile

from flake8_trtc.config.files import load
from flake8_trtc.config.options import OptionsError
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source, SourceError


class UseErrorCode(CodemodCommand):
    """Rewrite TRTC error codes to ErrorCode.NAME; options besides these come from flake8's files.

    trtc_error_code: where the constants are imported from, `MODULE:NAME`.
    """

    DESCRIPTION = "Rewrite TRTC error codes written as numbers to ErrorCode.NAME."

    def __init__(self, context: CodemodContext, trtc_error_code: str | None = None) -> None:
        super().__init__(context)
        self._error_code = trtc_error_code

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        """Add the options of this command."""
        arg_parser.add_argument(
            "--trtc-error-code",
            metavar="MODULE:NAME",
            help="where the constants are imported from (default: flake8_trtc:ErrorCode)",
        )

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        """Fix one module. What is not fixed is a warning; an unfixable file is skipped."""
        path = self.context.filename or "stdin"
        try:
            options = load({"trtc-error-code": self._error_code})
            outcome = fix_source(Source.from_bytes(path, tree.bytes), options)
        except (OptionsError, SourceError) as error:
            raise SkipFile(str(error)) from None
        if outcome.error is not None:
            raise SkipFile(outcome.error)
        for finding, reason in outcome.refusals:
            self.warn(f"{finding.line}:{finding.column}: not fixed: {reason}")
        return tree if outcome.new is None else cst.parse_module(outcome.new)
