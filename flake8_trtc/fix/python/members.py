"""The constants that a class of the project's own has, where its module is one of its files."""

from __future__ import annotations

import ast

from flake8_trtc.catalog.generations import values
from flake8_trtc.fix.python.cycles import file_of, parsed
from flake8_trtc.fix.python.package import ModuleName

_DEEPEST = 8
"""How many modules that only pass a name on are gone through."""
_BASES = frozenset(
    "Enum IntEnum IntFlag Flag ReprEnum int object Protocol Final NamedTuple".split()
)
"""Bases that bring no constants."""
_PLAIN, _NUMBERS = frozenset({"Enum", "Flag"}), frozenset({"int", "IntEnum", "IntFlag"})
_FULL = frozenset({"exec", "eval", "globals", "setattr", "vars"})
"""What may bind names that are not seen."""


def members(path: str, module: str, name: str) -> frozenset[str] | None:
    """The constants of v4's that a module's class has, none where it has no class; None: not known.

    path: of the file that is to import it.
    """
    return _members(path, module, name, _DEEPEST)


def _members(path: str, module: str, name: str, depth: int) -> frozenset[str] | None:
    found = file_of(path, module)
    tree = None if found is None or depth == 0 else parsed(found)
    if found is None or tree is None or _is_full(tree):
        return None
    bound = [item for item in tree.body if name in _bound(item)]
    if not bound:
        return frozenset() if all(map(_is_plain, tree.body)) else None
    last = bound[-1]
    if isinstance(last, ast.ClassDef):
        return _of_class(last)
    if isinstance(last, ast.ImportFrom) and len(bound) == 1:
        origin = ModuleName(found).resolve(last.module, last.level)
        real = next(alias.name for alias in last.names if (alias.asname or alias.name) == name)
        return None if origin is None else _members(found, origin, real, depth - 1)
    return None


def _is_full(tree: ast.Module) -> bool:
    """True if a module may bind what is not seen: by a star, a call or its `__getattr__`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.alias) and node.name == "*":
            return True
        name = getattr(node, "id", getattr(node, "name", None))
        if name in _FULL or name == "__getattr__":
            return True
    return False


def _bound(statement: ast.stmt) -> set[str]:
    """The names that a statement of a module binds by itself."""
    if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.partition(".")[0] for alias in statement.names}
    return {
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def _is_plain(statement: ast.stmt) -> bool:
    """True if all that a statement binds is told by itself."""
    return not isinstance(
        statement, ast.If | ast.Try | ast.TryStar | ast.With | ast.For | ast.While
    )


def _of_class(statement: ast.ClassDef) -> frozenset[str] | None:
    """The constants of a class with their values; None where more may come from elsewhere.

    None of a plain enumeration, whose members equal no number.
    """
    bases = {ast.unparse(base).rpartition(".")[2] for base in statement.bases}
    if not bases <= _BASES or statement.decorator_list or statement.keywords:
        return None
    if bases & _PLAIN and not bases & _NUMBERS:
        return frozenset()
    found = set()
    for item in statement.body:
        value = item.value if isinstance(item, ast.Assign | ast.AnnAssign) else None
        for name in _bound(item) if value is not None else ():
            number = value.value if isinstance(value, ast.Constant) else None
            constant = values("v4").get(name)
            told = isinstance(value, ast.Constant) or _is_counted(value)
            if constant is not None and (number == constant or not told):
                found.add(name)
        if value is None and not isinstance(
            item, ast.Expr | ast.Pass | ast.FunctionDef | ast.AnnAssign
        ):
            return None
    return frozenset(found)


def _is_counted(value: ast.expr | None) -> bool:
    """True if a member's number is the next one: `enum.auto()`."""
    return isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2] == "auto"
