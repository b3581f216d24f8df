"""The modules that a script imports constants from, where they are files of the project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.fix.javascript.files import file_of, first_loading, loads, read_script
from flake8_trtc.fix.javascript.tree import is_esm
from flake8_trtc.languages.javascript.bindings import name_in
from flake8_trtc.languages.javascript.constants import constants_in, is_changed
from flake8_trtc.languages.javascript.grammar import parse_script, plain_string
from flake8_trtc.languages.javascript.imports import DECLARATIONS
from flake8_trtc.languages.tree import ancestors, field, operands, text_of, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import SCRIPTS
from flake8_trtc.source import dialect_of

_DEEPEST = 8
"""How many modules that only pass an export on are gone through."""


class Modules:
    """The modules as a file imports them. path: the file's, "" where none is known."""

    def __init__(self, path: str = "") -> None:
        self._path = path

    def constants(self, specifier: str, export: str) -> frozenset[str] | None:
        """The constants that an export of a module has, none if it has no such; None: not known."""
        return _constants(self._path, specifier, export, _DEEPEST) if self._path else None

    def circle(self, text: bytes) -> int | None:
        """Where the file's text loads a module that loads the file itself; None: nowhere."""
        return first_loading(self._path, text) if self._path else None

    def barred(self, specifier: str) -> Message | None:
        """Why the file must not import a module, or None."""
        if not self._path:
            return None
        own, first = os.path.realpath(self._path), file_of(self._path, specifier)
        if first is None:
            return None
        if os.path.realpath(first) == own:
            return refusals.IS_MODULE()
        circular = loads(os.path.realpath(first), own, set())
        return refusals.CIRCULAR(module=specifier) if circular else None


def _constants(path: str, specifier: str, export: str, depth: int) -> frozenset[str] | None:
    found = file_of(path, specifier)
    if found is None or depth == 0:
        return None
    root = _parsed(found)
    if root is None:
        return None
    unknown = not is_esm(root) or root.has_error or _says(root, export)
    if len(_REPLACED.findall(root.text or b"")) > 1:
        return None
    for value in _exported(root, export):
        if isinstance(value, tuple):
            members = _constants(found, *value, depth - 1)
            if members:
                return members
            unknown = unknown or members is None
        elif (table := _table(root, value)) is not None:
            return frozenset() if _is_changed(root, table) else constants_in(table)
        else:
            unknown = True  # it is there, whatever it is
    return None if unknown else frozenset()


def _parsed(path: str) -> Node | None:
    """The syntax tree of a script of the project; None for what is none, or can't be read."""
    dialect = dialect_of(path)
    text = read_script(path) if dialect in SCRIPTS else None
    return None if text is None else parse_script(text, dialect).root_node


def _exported(root: Node, export: str) -> Iterator[Node | tuple[str, str]]:
    """The export of a name: an expression, a declaration, or another module's export.

    What a module exports by name goes before all that it gives on of others.
    """
    for statement in sorted(root.named_children, key=_gives_all_on):
        if statement.type == "export_statement":
            yield from _by_export(statement, export)
        elif statement.type == "expression_statement":
            yield from _by_assignment(statement, export)


_REPLACED = regex(rb"(?<![\w$.])module\.exports\s*=(?!=)")
"""What a module of CommonJS exports; of several of them another may have run last."""


def _gives_all_on(statement: Node) -> bool:
    """`export * from …`."""
    star = any(child.type == "*" for child in statement.children)
    return star and statement.type == "export_statement"


def _says(root: Node, export: str) -> bool:
    """True if a module may export a name by what is not followed here."""
    named = re.compile(rf"(?<![\w$]){re.escape(export)}(?![\w$])".encode())
    for statement in root.named_children:
        exported = statement.named_children[0] if statement.named_children else statement
        if statement.type != "export_statement":
            continue
        unseen = [exported] if exported.type in _UNSEEN else []
        if exported.type in DECLARATIONS:
            names = (field(item, "name") for item in exported.named_children)
            unseen += (name for name in names if name is not None and name.type != "identifier")
        if any(named.search(item.text or b"") for item in unseen):
            return True
    return False


_UNSEEN = frozenset({"namespace_export", "ambient_declaration", "import_alias", "identifier"})
"""What is exported without a value that is seen: `export * as name`, `export = name`."""


def _by_export(statement: Node, export: str) -> Iterator[Node | tuple[str, str]]:
    source = plain_string(field(statement, "source"))
    value = field(statement, "value")
    if value is not None and export == "default":
        yield value
    declaration = field(statement, "declaration")
    if declaration is not None and any(child.type == "default" for child in statement.children):
        yield from (declaration,) if export == "default" else ()
    yield from _declarations(declaration, export)
    for clause in statement.named_children if value is None else ():
        for item in clause.named_children if clause.type == "export_clause" else ():
            name = field(item, "name")
            if name is not None and text_of(field(item, "alias") or name) == export:
                yield name if source is None else (source, text_of(name))
    if source is not None and not statement.named_children[:-1]:
        yield source, export


def _by_assignment(statement: Node, export: str) -> Iterator[Node]:
    """The exports of `module.exports = …` and `exports.NAME = …`."""
    inner = next(iter(operands(statement)), None)
    if type_of(inner) != "assignment_expression":
        return
    left, right = text_of(field(inner, "left")), field(inner, "right")
    if right is None:
        return
    if left in {f"exports.{export}", f"module.exports.{export}"}:
        yield right
    elif left == "module.exports":
        if export == "default":
            yield right
        for entry in operands(right) if right.type == "object" else ():
            value = field(entry, "value") or entry
            if text_of(field(entry, "key") or entry) == export:
                yield value


def _declarations(declaration: Node | None, name: str) -> Iterator[Node]:
    """The value that a declaration binds to a name."""
    if declaration is None:
        return
    if declaration.type not in DECLARATIONS:
        if text_of(field(declaration, "name")) == name:
            yield declaration
        return
    for declarator in declaration.named_children:
        value = field(declarator, "value")
        if text_of(field(declarator, "name")) == name and value is not None:
            yield value


def _table(root: Node, value: Node) -> Node | None:
    """The object, enum or class that an expression gives, or a name at the top of the module."""
    if value.type in {"identifier", "shorthand_property_identifier"}:
        name = text_of(value)
        found = (
            item for child in root.named_children for item in _declarations(_plain(child), name)
        )
        value = next(found, value)
    while value.type in {"as_expression", "satisfies_expression", "parenthesized_expression"}:
        value = operands(value)[0]
    if value.type == "call_expression" and text_of(field(value, "function")) == "Object.freeze":
        arguments = field(value, "arguments")
        value = next(iter(operands(arguments)), value) if arguments is not None else value
        return _table(root, value) if value.type != "call_expression" else None
    if value.type in {"enum_declaration", "class_declaration"}:
        return field(value, "body")
    return value if value.type == "object" else None


def _is_changed(root: Node, table: Node) -> bool:
    """True if a module gives the name of a table, or a member, another value."""
    holder = next((item for item in ancestors(table) if field(item, "name") is not None), None)
    local = field(holder, "name")
    if local is None or type_of(local) not in {"identifier", "type_identifier"}:
        return False
    name = name_in(root, root.text or b"", text_of(local))
    binding = name.binding(local)
    return binding is not None and is_changed(name, binding)


def _plain(statement: Node) -> Node:
    """A declaration without its `export`."""
    return field(statement, "declaration") or statement
