"""True if an import would be circular: the module that is imported imports the file itself."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator

from flake8_trtc.fix.python.package import ModuleName
from flake8_trtc.fix.python.syntax import ParseError, parse_module
from flake8_trtc.source import Source, SourceError
from flake8_trtc.workspace.files import FileError, read_module

_MOST = 200
"""Modules that are read."""


def roots_of(path: str) -> list[str]:
    """The directories that the modules of a file's project may be in, the likeliest first."""
    in_src = os.path.abspath(path).startswith(os.path.abspath("src") + os.sep)
    return [ModuleName(path).root, *(("src", "") if in_src else ("", "src"))]


def comes_back(path: str, module: str) -> bool:
    """True if importing a module imports a file of the same project.

    path: the file's. What stands in functions, or for type checkers alone, is not imported then.
    """
    own = os.path.realpath(path)
    roots = roots_of(path)
    above = {os.path.realpath(item) for item in _packages_above(path)}
    pending = list(_files_of(module, roots, own))
    seen = {*above}  # they have begun before the file does
    while pending and len(seen) < _MOST + len(above):
        found = pending.pop()
        if found == own:
            return True
        if found not in seen:
            seen.add(found)
            pending += _imported_by(found, roots, own)
    return False


def _packages_above(path: str) -> Iterator[str]:
    directory = os.path.dirname(os.path.abspath(path))
    while os.path.isfile(init := os.path.join(directory, "__init__.py")):
        if os.path.abspath(path) != init:
            yield init
        directory = os.path.dirname(directory)


def _files_of(module: str, roots: list[str], own: str) -> Iterator[str]:
    """The files that importing a module runs, those of its packages first.

    own: the file that has begun to run, and as a package of the module need not have ended.
    """
    parts = module.split(".")
    for root in roots:
        place = os.path.join(root, *parts)
        last = next(filter(os.path.isfile, (f"{place}.py", f"{place}/__init__.py")), None)
        if last is not None:
            above = (os.path.join(root, *parts[:count]) for count in range(1, len(parts)))
            packages = (os.path.realpath(f"{package}/__init__.py") for package in above)
            yield from (item for item in packages if item != own and os.path.isfile(item))
            yield os.path.realpath(last)
            return


def file_of(path: str, module: str) -> str | None:
    """The file of a module of the same project. path: that of the file that imports it."""
    return next(reversed([*_files_of(module, roots_of(path), os.path.realpath(path))]), None)


def parsed(path: str) -> ast.Module | None:
    """The tree of a file beside the one to be fixed; None of one that can't be read."""
    try:
        data = read_module(path)
        return None if data is None else parse_module(Source.from_bytes(path, data).text)
    except (FileError, SourceError, ParseError):
        return None


def _imported_by(path: str, roots: list[str], own: str) -> Iterator[str]:
    """The files that a module of the project imports."""
    tree = parsed(path)
    if tree is None:
        return
    module = ModuleName(path)
    for statement in _run_by(tree.body):
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                yield from _files_of(alias.name, roots, own)
        elif origin := module.resolve(statement.module, statement.level):
            for alias in statement.names:
                submodule = [*_files_of(f"{origin}.{alias.name}", roots, own)]
                yield from submodule or _files_of(origin, roots, own)


def _run_by(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports that run when a module does."""
    pending: list[ast.AST] = [*body]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            pending += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.expr):
            pending += ast.iter_child_nodes(node)
