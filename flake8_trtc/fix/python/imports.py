"""The names that a module's imports bind, and which of them already is ErrorCode."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_trtc._lean import NamedTuple
from flake8_trtc.fix.python.package import ModuleName
from flake8_trtc.fix.python.scopes import Global, Scopes

# Where one object can be imported from by two names, this is the other one.
_HOME = ("flake8_trtc", "ErrorCode")
_SECOND_HOME = ("flake8_trtc.error_code", "ErrorCode")
_Import = ast.Import | ast.ImportFrom


class Bound(NamedTuple):
    """One name that an import at module level binds.

    name: what it binds; target: the dotted name of what that is ("" where it can't be known);
    loaded: the module that the import loads besides; line, column: where the import ends, as in
    `ast`; certain: it stands at the top level, so that it is always run.
    """

    name: str
    target: str
    loaded: str
    line: int
    column: int
    certain: bool


def homes(error_code: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Every (module, name) under which the configured ErrorCode is known."""
    return (_HOME, _SECOND_HOME) if error_code in {_HOME, _SECOND_HOME} else (error_code,)


def bound_by_imports(tree: ast.Module, module: ModuleName) -> list[Bound]:
    """Names that the imports of a module's own scope bind, in the order of the text.

    A star import binds the name "*".
    """
    return [
        bound
        for statement, certain in _module_scope(tree.body)
        for bound in _bound(statement, module, certain)
    ]


def _module_scope(body: list[ast.stmt]) -> Iterator[tuple[_Import, bool]]:
    """The imports that run with a module, and whether they always do; in the order of the text."""
    pending = [(statement, True) for statement in reversed(body)]
    while pending:
        statement, certain = pending.pop()
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement, certain
        elif not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            pending += ((inner, False) for inner in reversed(_blocks(statement)))


def _blocks(statement: ast.stmt) -> list[ast.stmt]:
    """The statements directly inside a compound statement."""
    inner: list[ast.stmt] = []
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.stmt):
            inner.append(child)
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            inner += child.body
    return inner


def _bound(statement: _Import, module: ModuleName, certain: bool) -> Iterator[Bound]:
    end = (statement.end_lineno or 0, statement.end_col_offset or 0)
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            name = alias.asname or alias.name.partition(".")[0]
            target = alias.name if alias.asname else name
            yield Bound(name, target, alias.name, *end, certain)
    else:
        origin = module.resolve(statement.module, statement.level)
        for alias in statement.names:
            target = f"{origin}.{alias.name}" if origin else ""
            yield Bound(alias.asname or alias.name, target, origin or "", *end, certain)


def reusable(
    bound: list[Bound],
    scopes: Scopes,
    error_code: tuple[str, str],
    first_use: tuple[int, int],
) -> str | None:
    """The expression by which the module already knows ErrorCode wherever it is to be used.

    first_use: line and column (as `ast` counts) of the first fix; what is bound only below it, or
    under a condition, or by anything besides imports of the same, is not known there for certain.
    """
    best: tuple[int, str] | None = None
    for item in bound:
        if not item.certain or (item.line, item.column) > first_use:
            continue
        expression = _expression(item, error_code)
        if expression is None or not _steady(item, bound, scopes):
            continue
        # The name itself reads better than a module's attribute.
        rank = expression.count(".")
        if best is None or rank < best[0]:
            best = rank, expression
    return best[1] if best else None


def _expression(item: Bound, error_code: tuple[str, str]) -> str | None:
    """How to write ErrorCode by one import, if it can be."""
    for home, name in homes(error_code):
        if item.target == f"{home}.{name}":
            return item.name
        if item.target == home:
            return f"{item.name}.{name}"
        if item.loaded == home and home.startswith(item.target + "."):
            return f"{home}.{name}"
    return None


def _steady(item: Bound, bound: list[Bound], scopes: Scopes) -> bool:
    """True if a name is the same thing in the whole module and in every scope around a fix."""
    if scopes.hidden(item.name) or scopes.of_module(item.name) is not Global.IMPORTED:
        return False
    end = (item.line, item.column)
    return all(
        other.target == item.target if other.name == item.name else (other.line, other.column) < end
        for other in bound
        if other.name in {item.name, "*"}
    )
