"""Fixes in Python: LibCST writes the statements they stand in, and the whole is proved."""

from __future__ import annotations

from flake8_trtc.fix import imports, syntax, verify
from flake8_trtc.fix.edits import Edit, ProofError, RewriteError, Written, splice
from flake8_trtc.fix.pieces import cut
from flake8_trtc.languages.python.grammar import parse
from flake8_trtc.model import Fix
from flake8_trtc.options import Options
from flake8_trtc.source import Source


def write_python(source: Source, fixes: list[Fix], options: Options) -> Written:
    """Write a round of fixes into Python, and prove it. Raises RewriteError."""
    utf8 = source.utf8
    try:
        tree = syntax.parse(source.text)
        pieces, misfits = cut(utf8, parse(utf8), fixes)
        refused = [(misfit.fix, misfit.reason) for misfit in misfits]
        binding: imports.Binding | None = None
        targets = [target for piece in pieces for target in piece.targets if target.fix.qualified]
        if targets:
            found = imports.resolve(
                source.path, tree, syntax.Lines(utf8), targets, options.error_code
            )
            if isinstance(found, str):
                refused += ((target.fix, found) for target in targets)
                pieces = [
                    piece._replace(targets=left)
                    for piece in pieces
                    if (left := tuple(t for t in piece.targets if not t.fix.qualified))
                ]
            else:
                binding = found
        from flake8_trtc.fix.rewrite import rewrite

        edits: list[Edit] = []
        done: list[Fix] = []
        for piece in pieces:
            result = rewrite(utf8, piece, binding.expression if binding else "")
            if isinstance(result, Edit):
                edits.append(result)
                done += (target.fix for target in piece.targets)
            else:
                refused += ((misfit.fix, misfit.reason) for misfit in result)
        if not any(fix.qualified for fix in done):
            binding = None
        if binding is not None and binding.edit is not None:
            edits.append(binding.edit)
        new = splice(utf8, edits)
        made: tuple[Edit, ...] = ()
        if done:
            made = verify.check_bytes(utf8, new, done, binding)
            verify.check_trees(utf8, new, tree, done, binding)
    except syntax.ParseError as error:
        raise RewriteError(str(error)) from None
    except ProofError as error:
        raise RewriteError(f"the rewrite failed its own proof: {error}") from None
    return Written(new, tuple(done), tuple(refused), made)
