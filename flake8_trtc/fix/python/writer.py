"""Fixes in Python: LibCST writes the statements they stand in, and the whole is proved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tree_sitter import Node, Tree

from flake8_trtc.config.options import Options
from flake8_trtc.fix.edits import (
    Edit,
    ProofError,
    RewriteError,
    StringsError,
    UnparsedError,
    Written,
    splice,
)
from flake8_trtc.fix.python import binding as imports
from flake8_trtc.fix.python import proof as verify
from flake8_trtc.fix.python import syntax
from flake8_trtc.fix.python.statements import Piece, cut
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.python.strings import is_text, literal_at
from flake8_trtc.languages.tree import kept, parent_of, resolved
from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Fix
from flake8_trtc.spans import Span


def write_python(
    text: Text, fixes: Sequence[Fix], options: Options, strings: Sequence[Edit] = ()
) -> Written:
    """Write fixes into a text of Python, and prove it. Raises RewriteError.

    strings: edits of what string literals say, none of which holds one of the fixes; raises
    StringsError where some of those can't be written.
    """
    utf8, path = text.utf8, text.document.source.path
    try:
        module = syntax.parse(utf8.decode("utf-8", "surrogatepass"))
        tree = text.tree
        literals = set(_literals(utf8, tree, strings))
        pieces, misfits = cut(utf8, tree, [*fixes, *literals])
        refused = [(misfit.fix, misfit.reason) for misfit in misfits]
        binding: imports.Binding | None = None
        targets = [target for piece in pieces for target in piece.targets if target.fix.qualified]
        if targets:
            lines = syntax.Lines(utf8)
            found = imports.resolve(path, module, lines, targets, options.error_code)
            if isinstance(found, Message):
                refused += ((target.fix, found) for target in targets)
                pieces = list(_unqualified(pieces))
            else:
                binding = found
        from flake8_trtc.fix.python.transformer import rewrite

        edits: list[Edit] = []
        written: list[Fix] = []
        for piece in pieces:
            result = rewrite(utf8, piece, binding.expression if binding else "")
            if isinstance(result, Edit):
                edits.append(result)
                written += (target.fix for target in piece.targets)
            else:
                refused += ((misfit.fix, misfit.reason) for misfit in result)
        unwritten = [(fix.span, reason) for fix, reason in refused if fix in literals]
        if unwritten:
            raise StringsError(unwritten)
        done = [fix for fix in written if fix not in literals]
        if not any(fix.qualified for fix in done):
            binding = None
        if binding is not None and binding.edit is not None:
            edits.append(binding.edit)
        new = splice(utf8, edits)
        made: tuple[Edit, ...] = ()
        if written:
            made = verify.check_bytes(utf8, new, done, binding, strings)
            verify.check_trees(utf8, made, module, done, binding, strings=bool(strings))
    except syntax.ParseError as error:
        raise UnparsedError(error.message) from None
    except ProofError as error:
        raise RewriteError(failures.NOT_PROVED(error=error)) from None
    return Written(new, tuple(done), tuple(refused), made)


def stands_in_string(module: Text, fix: Fix) -> bool:
    """Whether a fix stands in a string expression: in a hole, or among what is put together."""
    node = module.tree.root_node.descendant_for_byte_range(*fix.span)
    return node is not None and resolved(node, _IN_STRINGS, _towards_string)


_IN_STRINGS: dict[Node, bool] = kept()


def _towards_string(node: Node) -> tuple[Node | None, bool]:
    parent = parent_of(node)
    if parent is None or is_text(parent):
        return None, parent is not None
    return parent, False


def _unqualified(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """The pieces without the targets that need a binding."""
    for piece in pieces:
        targets = tuple(target for target in piece.targets if not target.fix.qualified)
        if targets:
            yield piece._replace(targets=targets)


def _literals(utf8: bytes, tree: Tree, edits: Iterable[Edit]) -> list[Fix]:
    """Edits of what strings say, as replacements of the whole literals. Raises ProofError."""
    held: dict[Span, list[Edit]] = {}
    for edit in edits:
        literal = literal_at(tree, edit.start)
        if literal is None:
            raise ProofError("an edit stands outside the strings")
        span = Span(literal.start_byte, literal.end_byte)
        moved = edit._replace(start=edit.start - span.start, end=edit.end - span.start)
        held.setdefault(span, []).append(moved)
    return [
        Fix(span, splice(utf8[span.start : span.end], inside).decode(), qualified=False)
        for span, inside in held.items()
    ]
