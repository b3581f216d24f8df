"""Fixes in Python: LibCST writes the statements they stand in, and the whole is proved."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from tree_sitter import Node, Tree

from flake8_trtc._lean import NamedTuple
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
from flake8_trtc.fix.python.apart import apart
from flake8_trtc.fix.python.dumped import dumped
from flake8_trtc.fix.python.liteav import takes_member
from flake8_trtc.fix.python.statements import Piece, cut
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.python.strings import is_text, literal_at
from flake8_trtc.languages.tree import Finder, kept, parent_of, resolved
from flake8_trtc.messages import failures, refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Codes, Fix
from flake8_trtc.spans import Span


class _Plan(NamedTuple):
    """The plan for a text of Python.

    module: as the running Python reads it, or its outline; literals: its strings with edits, each
    as a fix of the whole; pieces: what is to be written, with what constants are called there;
    refused: the rest.
    """

    module: ast.Module
    literals: frozenset[Fix]
    pieces: list[Piece]
    bindings: imports.Bindings
    refused: list[tuple[Fix, Message]]


def write_python(
    text: Text, fixes: Sequence[Fix], options: Options, strings: Sequence[Edit] = ()
) -> Written:
    """Write fixes into a text of Python, and prove it. Raises RewriteError.

    strings: edits of what string literals say, none of which holds one of the fixes; raises
    StringsError where some of those can't be written.
    """
    from flake8_trtc.fix.python.transformer import rewrite

    try:
        module = syntax.parse_whole(text)
        plan = _planned(text, module, fixes, options, strings)
        edits: list[Edit] = []
        written: list[Fix] = []
        for piece in plan.pieces:
            result = rewrite(text.utf8, piece, plan.bindings)
            if isinstance(result, Edit):
                edits.append(result)
                written += (target.fix for target in piece.targets)
            else:
                plan.refused.extend((misfit.fix, misfit.reason) for misfit in result)
        _check_literals(plan)
        done, bindings = _used(plan, written)
        edits += _added(bindings)
        new = splice(text.utf8, edits)
        made: tuple[Edit, ...] = ()
        if written:
            made = verify.check_bytes(text.utf8, new, done, bindings, strings)
            verify.check_trees(text.utf8, made, plan.module, done, bindings, strings=bool(strings))
    except syntax.ParseError as error:
        raise UnparsedError(error.message) from None
    except ProofError as error:
        raise RewriteError(failures.NOT_PROVED(error=error)) from None
    return Written(new, tuple(done), tuple(plan.refused), made)


def draft_python(
    text: Text, fixes: Sequence[Fix], options: Options, strings: Sequence[Edit] = ()
) -> Written:
    """The result of `write_python` where LibCST can read everything; its text is the old one.

    LibCST, whose import takes longer than most runs of `check`, is not loaded. Raises as that.
    """
    try:
        plan = _planned(text, syntax.parse_outline(text), fixes, options, strings)
        if not plan.bindings:  # nobody has asked the symbol table, which reads all
            syntax.parse_whole(text)
        _check_literals(plan)
    except syntax.ParseError as error:
        raise UnparsedError(error.message) from None
    except ProofError as error:
        raise RewriteError(failures.NOT_PROVED(error=error)) from None
    done, bindings = _used(plan, [item.fix for piece in plan.pieces for item in piece.targets])
    edits = [Edit(*fix.span, verify.expression(fix, bindings).encode()) for fix in done]
    edits += _added(bindings)
    return Written(text.utf8, tuple(done), tuple(plan.refused), tuple(edits))


def _planned(
    text: Text,
    module: ast.Module,
    fixes: Sequence[Fix],
    options: Options,
    strings: Sequence[Edit],
) -> _Plan:
    """Plan fixes and edits of strings. Raises ParseError and ProofError.

    module: what the plan is kept with, and names are looked up in: its outline will do.
    """
    utf8, path = text.utf8, text.document.source.path
    literals = frozenset(_literals(utf8, text.tree, strings))
    pieces, misfits = cut(utf8, text.tree, [*fixes, *literals])
    refused = [(misfit.fix, misfit.reason) for misfit in misfits]
    unfit = list(_unfit(text, pieces))
    pieces = [*_without(pieces, {fix for fix, _ in unfit})]
    bindings, unbound = _bindings(path, module, utf8, pieces, options)
    gone = {fix for fix, _ in unbound}
    refused += unfit
    return _Plan(module, literals, [*_without(pieces, gone)], bindings, [*refused, *unbound])


def _unfit(text: Text, pieces: Iterable[Piece]) -> Iterator[tuple[Fix, Message]]:
    """The fixes of numbers where members are not what the numbers are."""
    root = text.tree.root_node
    find = Finder(root).at
    fixes = [target.fix for piece in pieces for target in piece.targets]
    numbers = [fix for fix in fixes if fix.qualified]
    stays = dict(apart(text, numbers))
    stays |= dumped(root, text.utf8, (fix for fix in numbers if fix.codes != "liteav"))
    for fix in (fix for fix in fixes if fix.codes == "liteav"):
        if not takes_member(find(*fix.span), root, text.utf8):
            stays[fix] = refusals.LITEAV_VALUE()
    yield from stays.items()


def _bindings(
    path: str, module: ast.Module, utf8: bytes, pieces: list[Piece], options: Options
) -> tuple[imports.Bindings, list[tuple[Fix, Message]]]:
    """Names for the constants of the pieces, and the fixes that have none for theirs."""
    targets = [target for piece in pieces for target in piece.targets if target.fix.qualified]
    if not targets:
        return {}, []
    lines = syntax.Lines(utf8)
    resolver = imports.Resolver(path, module, lines, targets, options.error_code)
    bindings: dict[Codes, imports.Binding] = {}
    refused: list[tuple[Fix, Message]] = []
    for codes in dict.fromkeys(target.fix.codes for target in targets):
        found = resolver.of(codes)
        own = [target.fix for target in targets if target.fix.codes == codes]
        if isinstance(found, Message):
            refused += ((fix, found) for fix in own)
        else:
            bindings[codes] = found
            refused += resolver.lacking(own)
    return bindings, refused


def _check_literals(plan: _Plan) -> None:
    """Raise StringsError where a string that is to be written is not."""
    unwritten = [(fix.span, reason) for fix, reason in plan.refused if fix in plan.literals]
    if unwritten:
        raise StringsError(unwritten)


def _used(plan: _Plan, written: Sequence[Fix]) -> tuple[list[Fix], imports.Bindings]:
    """The fixes that are written, and the bindings that they need."""
    done = [fix for fix in written if fix not in plan.literals]
    used = {fix.codes for fix in done if fix.qualified}
    return done, {codes: item for codes, item in plan.bindings.items() if codes in used}


def _added(bindings: imports.Bindings) -> list[Edit]:
    """The imports that bindings bring, each once."""
    return list(dict.fromkeys(item.edit for item in bindings.values() if item.edit is not None))


def stands_in_string(module: Text, fix: Fix) -> bool:
    """True if a fix stands in a string expression: in a hole, or among what is put together."""
    node = module.tree.root_node.descendant_for_byte_range(*fix.span)
    return node is not None and resolved(node, _IN_STRINGS, _towards_string)


_IN_STRINGS: dict[Node, bool] = kept()


def _towards_string(node: Node) -> tuple[Node | None, bool]:
    parent = parent_of(node)
    if parent is None or is_text(parent):
        return None, parent is not None
    return parent, False


def _without(pieces: Iterable[Piece], gone: set[Fix]) -> Iterable[Piece]:
    """The pieces without the targets of some fixes."""
    for piece in pieces:
        targets = tuple(target for target in piece.targets if target.fix not in gone)
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
