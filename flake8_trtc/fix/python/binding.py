"""Names for the constants in a file after the fix: a name it has, a new import, or a refusal."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from flake8_trtc._lean import NamedTuple
from flake8_trtc.config.options import OWN_CONSTANTS
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.layout import python_width
from flake8_trtc.fix.python.cycles import comes_back
from flake8_trtc.fix.python.import_position import NewImport, place
from flake8_trtc.fix.python.imports import bound_by_imports, homes, reusable
from flake8_trtc.fix.python.members import members
from flake8_trtc.fix.python.package import ModuleName
from flake8_trtc.fix.python.scopes import Global, read_scopes
from flake8_trtc.fix.python.stars import exports_all
from flake8_trtc.fix.python.statements import Target
from flake8_trtc.fix.python.syntax import Lines
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Codes, Fix


class Binding(NamedTuple):
    """How constants are written in a file.

    expression: the name, dots included; edit: the import to add, None where there is no need;
    added: that import as the proof expects to find it.
    """

    expression: str
    edit: Edit | None = None
    added: NewImport | None = None


Bindings = Mapping[Codes, Binding]
"""Names for the constants in a file, by whose they are."""

_V5 = "flake8_trtc.v5"
_HOMES: dict[Codes, tuple[str, str]] = {
    "v5": (_V5, "ErrorCode"),
    "v5-extra": (_V5, "ExtraCode"),
    "liteav": ("liteav", "Error"),
}
"""The module and the name of the constants whose place is not configured, as v4's is."""


def defines_constants(path: str, error_code: tuple[str, str]) -> bool:
    """True if a file is the module that ErrorCode is imported from."""
    module = ModuleName(path)
    return any(module.is_module(home) for home, _ in homes(error_code))


def _is_optional(tree: ast.Module, module: str) -> bool:
    """True if a module tries to import another one at its top, and so goes on without it."""
    tried = (item for node in tree.body if isinstance(node, ast.Try) for item in node.body)
    return any(isinstance(item, ast.ImportFrom) and item.module == module for item in tried)


class Resolver:
    """Decides how the targets of one file are to name their constants.

    path: the file's; tree, lines: of its text; targets: at least one, all of them qualified;
    error_code: where v4's constants are. Raises ParseError.
    """

    def __init__(
        self,
        path: str,
        tree: ast.Module,
        lines: Lines,
        targets: list[Target],
        error_code: tuple[str, str],
    ) -> None:
        self._path = path
        self._tree = tree
        self._lines = lines
        self._error_code = error_code
        self._module = ModuleName(path)
        self._scopes = read_scopes(lines.utf8, targets)
        self._bound = bound_by_imports(tree, self._module)
        self._first = min(target.fix.span.start for target in targets)

    def of(self, codes: Codes) -> Binding | Message:
        """The name for the constants, one it has or a new import; or why there is none."""
        home = _HOMES.get(codes, self._error_code)
        if defines_constants(self._path, home):
            return refusals.DEFINES(module=home[0], name=home[1])
        line = self._lines.number(self._first)
        use = line, self._first - self._lines.offset(line)
        known = reusable(self._bound, self._scopes, home, use)
        if known is not None:
            return Binding(known)
        if codes == "liteav":
            return refusals.LITEAV_UNBOUND()
        if codes == "v4" and home != OWN_CONSTANTS and comes_back(self._path, home[0]):
            return refusals.CIRCULAR(module=home[0])
        if _is_optional(self._tree, home[0] if codes == "v4" else OWN_CONSTANTS[0]):
            return refusals.OPTIONAL(module=home[0])
        if codes == "v4":
            return self._imported(*home, f"Trtc{home[1].lstrip('_')}")
        if self._error_code not in homes(OWN_CONSTANTS):
            return refusals.V5_CONFIGURED(module=self._error_code[0])
        package, _, module = _V5.rpartition(".")
        found = self._imported(package, module, "trtc_v5")
        if isinstance(found, Message):
            return found
        return found._replace(expression=f"{found.expression}.{home[1]}")

    def lacking(self, fixes: Iterable[Fix]) -> Iterator[tuple[Fix, Message]]:
        """The fixes whose constants the project's own class is seen not to have."""
        module, name = home = self._error_code
        own = [fix for fix in fixes if fix.codes == "v4" and home not in homes(OWN_CONSTANTS)]
        has = members(self._path, module, name) if own else None
        for fix in own:
            if has is not None and fix.constant not in has:
                yield fix, refusals.LACKS(module=module, name=f"{name}.{fix.constant}")

    def _imported(self, module: str, name: str, alias: str) -> Binding | Message:
        """The binding by a new import; alias: what it is called where the name is taken."""
        starred = any(item.name == "*" for item in self._bound)
        private = exports_all(self._path, self._tree) and self._is_free(f"_{name}")
        names = [f"_{name}"] if private else [alias] if starred else [name, alias]
        local = next(filter(self._is_free, names), None)
        if local is None:
            return refusals.TAKEN_IN_FILE(name=name, alias=alias)
        new = NewImport(module, name, None if local == name else local)
        width = python_width(self._path)
        edit = place(new, self._tree, self._lines, self._module, self._first, width)
        return Binding(local, edit, new)

    def _is_free(self, name: str) -> bool:
        taken = self._scopes.hidden(name) or self._scopes.private(name)
        return not taken and self._scopes.of_module(name) is Global.FREE
