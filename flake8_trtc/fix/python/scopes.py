"""The meaning of a name where the fixes go, asked of Python's own symbol table.

Each number is replaced by a probe, a name used nowhere else; the scopes in which the symbol table
then lists the probes are, exactly, the ones whose names the rewritten file will see.
"""

from __future__ import annotations

import symtable
import warnings
from collections.abc import Iterator
from enum import Enum

from flake8_trtc._lean import regex
from flake8_trtc.fix.edits import Edit, splice
from flake8_trtc.fix.python.stack import deeply
from flake8_trtc.fix.python.statements import Target
from flake8_trtc.fix.python.syntax import ParseError, parse_module
from flake8_trtc.messages import failures

_AWAIT = regex(r"\bawait\b")
_ASYNC = regex(r"\basync([ \t]+)(for|with)\b")

_PROBE = "trtc_probe"


class Global(Enum):
    """The meaning of a name in a module's own scope."""

    FREE = "free"  # neither bound nor used
    USED = "used"  # used but bound nowhere: a star import or a builtin may bind it
    IMPORTED = "imported"  # bound by imports only
    TAKEN = "taken"  # bound by something else, perhaps besides imports


class Scopes:
    """The scopes of a module, and those that enclose the fixes."""

    def __init__(self, module: symtable.SymbolTable, probe: str) -> None:
        self._module = module
        self._all = list(_descendants(module))
        self._around = list(self._enclosing(probe))

    def _enclosing(self, probe: str) -> Iterator[symtable.SymbolTable]:
        """The scopes with a probe, or with a scope that has one; from the inside out."""
        inside: set[int] = set()
        for table in reversed(self._all):  # each comes before those in it
            held = any(child.get_id() in inside for child in table.get_children())
            if held or any(name.startswith(probe) for name in table.get_identifiers()):
                inside.add(table.get_id())
                yield table

    def hidden(self, name: str) -> bool:
        """True if a scope between the module's and a fix gives the name a meaning of its own."""
        for table in self._around:
            if name in table.get_identifiers():
                symbol = table.lookup(name)
                if not symbol.is_global():
                    return True
        return False

    def private(self, name: str) -> bool:
        """True if a class around a fix would mangle the name."""
        mangled = name.startswith("__") and not name.endswith("__")
        return mangled and any(table.get_type() == "class" for table in self._around)

    def of_module(self, name: str) -> Global:
        """The binding of the name at module level."""
        used = False
        for table in self._all:
            if name not in table.get_identifiers():
                continue
            symbol = table.lookup(name)
            if symbol.is_declared_global() and (symbol.is_assigned() or symbol.is_imported()):
                return Global.TAKEN
            used = used or symbol.is_global()
        if name in self._module.get_identifiers():
            symbol = self._module.lookup(name)
            if symbol.is_assigned() or symbol.is_namespace():
                return Global.TAKEN
            if symbol.is_imported():
                return Global.IMPORTED
            return Global.USED
        return Global.USED if used else Global.FREE


def _descendants(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    pending = list(table.get_children())
    while pending:
        child = pending.pop()
        yield child
        pending += child.get_children()


def read_scopes(utf8: bytes, targets: list[Target]) -> Scopes:
    """Look up the scopes of a text, around the targets that need a binding.

    Raises ParseError where the text does not parse, or breaks a rule that only the symbol table
    knows.
    """
    probe = _PROBE
    while probe.encode() in utf8:
        probe += "_"
    edits = [_probe(target, f"{probe}{index}") for index, target in enumerate(targets)]
    text = splice(utf8, edits).decode("utf-8")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Scopes(_table(text), probe)
    except (SyntaxError, RecursionError) as error:
        parse_module(utf8.decode("utf-8"))  # what it says of the text itself comes first
        if isinstance(error, RecursionError):
            raise ParseError(failures.TOO_DEEP()) from None
        raise ParseError(failures.NOT_COMPILED(error=error.msg, line=error.lineno)) from None


def _table(text: str) -> symtable.SymbolTable:
    """The symbol table of a module, or of a notebook's cells, which may await by themselves.

    From Python 3.14 on the table refuses that: then it is made of a text that awaits nothing.
    """
    try:
        return deeply(symtable.symtable, text, "<fix>", "exec")
    except SyntaxError as error:
        alike = _ASYNC.sub(r"\2\1", _AWAIT.sub("~", text))
        if alike == text or "outside" not in (error.msg or ""):
            raise
        return deeply(symtable.symtable, alike, "<fix>", "exec")


def _probe(target: Target, name: str) -> Edit:
    # Dotted, since a bare name in a `case` would be a capture and bind what it only should read.
    expression = f"({name}._)" if target.glued else f"{name}._"
    return Edit(*target.fix.span, expression.encode())
