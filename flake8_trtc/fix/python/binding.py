"""What a file calls ErrorCode after the fix: a name it has, a new import, or a refusal."""

from __future__ import annotations

import ast
from typing import NamedTuple

from flake8_trtc.config.options import OWN_CONSTANTS
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.python.cycles import comes_back
from flake8_trtc.fix.python.import_position import NewImport, place
from flake8_trtc.fix.python.imports import bound_by_imports, homes, reusable
from flake8_trtc.fix.python.package import ModuleName
from flake8_trtc.fix.python.scopes import Global, Scopes, read
from flake8_trtc.fix.python.stars import exports_all
from flake8_trtc.fix.python.statements import Target
from flake8_trtc.fix.python.syntax import Lines
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message


class Binding(NamedTuple):
    """How ErrorCode is written in a file.

    expression: the name, dots included; edit: the import to add, None where there is no need;
    added: that import as the proof expects to find it.
    """

    expression: str
    edit: Edit | None = None
    added: NewImport | None = None


def defines_constants(path: str, error_code: tuple[str, str]) -> bool:
    """Whether a file is the module that ErrorCode is imported from."""
    module = ModuleName(path)
    return any(module.is_module(home) for home, _ in homes(error_code))


def resolve(
    path: str, tree: ast.Module, lines: Lines, targets: list[Target], error_code: tuple[str, str]
) -> Binding | Message:
    """Decide how the targets of a file are to name ErrorCode; a reason where they can't.

    path: the file's; tree, lines: of its text; targets: at least one, all of them qualified.
    Raises ParseError.
    """
    if defines_constants(path, error_code):
        return refusals.DEFINES(module=error_code[0], name=error_code[1])
    scopes = read(lines.utf8, targets)
    module = ModuleName(path)
    bound = bound_by_imports(tree, module)
    first = min(target.fix.span.start for target in targets)
    line = lines.number(first)
    known = reusable(bound, scopes, error_code, (line, first - lines.offset(line)))
    if known is not None:
        return Binding(known)
    if error_code != OWN_CONSTANTS and comes_back(path, error_code[0]):
        return refusals.CIRCULAR(module=error_code[0])
    starred = any(item.name == "*" for item in bound)
    private = exports_all(path, tree) and _free(f"_{error_code[1]}", scopes)
    name = f"_{error_code[1]}" if private else _free_name(error_code[1], scopes, starred)
    if name is None:
        return refusals.TAKEN_IN_FILE(name=error_code[1], alias=_alias(error_code[1]))
    new = NewImport(error_code[0], error_code[1], None if name == error_code[1] else name)
    return Binding(name, place(new, tree, lines, module, first), new)


def _free_name(name: str, scopes: Scopes, starred: bool) -> str | None:
    """The name itself, or else its alias; None when both are taken.

    starred: the module has a star import, which may bind the name and may not.
    """
    if not starred and _free(name, scopes):
        return name
    return _alias(name) if _free(_alias(name), scopes) else None


def _free(name: str, scopes: Scopes) -> bool:
    taken = scopes.hidden(name) or scopes.private(name)
    return not taken and scopes.of_module(name) is Global.FREE


def _alias(name: str) -> str:
    return f"Trtc{name.lstrip('_')}"
