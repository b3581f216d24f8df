"""The constants that a script has: an object, an enum or a class of its own, or an import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.codes import BY_NAME
from flake8_trtc.catalog.generations import DECLARED, declarable, values
from flake8_trtc.catalog.sdks import of_package
from flake8_trtc.config.options import JsConstants
from flake8_trtc.languages.javascript.bindings import Binding, Name, is_body, name_in
from flake8_trtc.languages.javascript.grammar import plain_string, signed_number, whole_number
from flake8_trtc.languages.javascript.imports import Imported, imported, untyped
from flake8_trtc.languages.tree import (
    Finder,
    ancestors,
    enclosing,
    field,
    kept,
    operands,
    parent_of,
    text_of,
    type_of,
)

OURS = DECLARED["v4"]
"""Names for the constants: the second where the first means something else."""

_MEMBER = regex(rb"(?<![\w$])(?:%s)(?![\w$])" % "|".join(declarable()).encode())
_SDK = regex(r"(?:^|/)(?:trtc-js-sdk|trtc-sdk-v5|rtc-detect)(?:/|$)")
_PROJECT = ("./", "../", "@/", "~/", "#")
_CODES = regex(r"code|err", re.IGNORECASE)
_ENTRIES = frozenset({"pair", "enum_assignment", "field_definition", "public_field_definition"})
_TABLES = frozenset({"object", "enum_body", "class_body"})
_WRITES = frozenset({"assignment_expression", "augmented_assignment_expression"})
_WRITTEN = {
    **dict.fromkeys((*_WRITES, "assignment_pattern", "object_assignment_pattern"), "left"),
    **dict.fromkeys(("update_expression", "array_pattern", "rest_pattern"), None),
    "for_in_statement": "left",
    "pair_pattern": "value",
}
"""What gives a name or a member a value, with the field that it is in; None: all that is in it."""
_CHANGING = frozenset(
    f"Object.{name}" for name in ("assign", "defineProperty", "defineProperties", "setPrototypeOf")
)
_READS = frozenset({"member_expression", "subscript_expression"})
_BLOCKS = frozenset({"program", "statement_block", "switch_body"})
_LOCALS = frozenset({"identifier", "type_identifier"})
_PASSING = frozenset(
    {"arguments", "as_expression", "satisfies_expression", "parenthesized_expression"}
)


class Constants(NamedTuple):
    """Constants that a script declares or imports.

    name: what they are called; binding: where; end: the offset from which they can be used;
    members: those it has, None where they can't be seen; table: the node that holds them, None
    for an import; fixed: nobody can change them, and in TypeScript their types are literal; own:
    the configuration names them; module: the specifier and the export of what is imported.
    """

    name: str
    binding: Binding
    end: int
    members: frozenset[str] | None = None
    table: Node | None = None
    fixed: bool = False
    own: bool = False
    module: tuple[str, str] | None = None

    @property
    def is_import(self) -> bool:
        """True if an import statement binds them: it is done before all the rest."""
        return self.table is None and self.end == 0


def constants_of(root: Node, text: bytes, own: JsConstants | None = None) -> list[Constants]:
    """The constants that a script has: the declared ones in their order, then the imports.

    own: the module that the project has its constants in.
    """
    key = root, own
    if key not in _CONSTANTS:
        _CONSTANTS[key] = [*_declared(root, text), *_imported(root, text, own)]
    return _CONSTANTS[key]


_CONSTANTS: dict[tuple[Node, JsConstants | None], list[Constants]] = kept()
_MEMBERS: dict[Node, frozenset[str]] = kept()


def names_constants(text: bytes) -> bool:
    """True if a text names a constant, as every script does that declares some."""
    return _MEMBER.search(text) is not None


def table_around(entry_name: Node) -> Node | None:
    """The object, enum or class that declares constants, and a name is a key of."""
    entry = parent_of(entry_name)
    if entry_name.type == "string_fragment" and entry is not None:
        entry = parent_of(entry)
    table = parent_of(entry) if entry is not None and entry.type in _ENTRIES else None
    return table if table is not None and table.type in _TABLES and members_of(table) else None


def members_of(table: Node) -> frozenset[str]:
    """The members of a table that holds constants with their values and nothing else."""
    if table not in _MEMBERS:
        _MEMBERS[table] = _members_of(table)
    return _MEMBERS[table]


def _members_of(table: Node) -> frozenset[str]:
    found = set()
    for entry in operands(table):
        key, value = _key(entry), field(entry, "value")
        constant = declarable().get(plain_string(key) or text_of(key))
        if constant is None or signed_number(value) != constant:
            return frozenset()
        if table.type == "class_body" and all(child.type != "static" for child in entry.children):
            return frozenset()
        found.add(plain_string(key) or text_of(key))
    return frozenset(found)


def constants_in(table: Node) -> frozenset[str]:
    """The constants among the members of an object, an enum or a class, with their values.

    A later member of the same name counts, and what may be one: a spread, a computed key.
    """
    found = set[str]()
    for entry in operands(table):
        key, value = _key(entry), field(entry, "value")
        if entry.type in _ANYTHING or type_of(key) == "computed_property_name":
            found.clear()
        name = plain_string(key) or text_of(key)
        static = table.type != "class_body" or any(item.type == "static" for item in entry.children)
        constant = declarable().get(name) if static and entry.type in _ENTRIES else None
        found.discard(name)
        if constant is not None and signed_number(value) == constant:
            found.add(name)
    return frozenset(found)


_ANYTHING = frozenset({"spread_element", "class_static_block"})
"""Entries that may set any member."""


def is_private(known: Constants, root: Node, text: bytes) -> bool:
    """True if nothing is ever read of constants but a member by its name: more can be added.

    Not if they are exported, enumerated, copied, or given to something else as a whole.
    """
    exported = (parent.type == "export_statement" for parent in ancestors(known.binding.name))
    name = name_in(root, text, known.name)
    return not any(exported) and all(map(_is_member, name.uses_of.get(known.binding, ())))


def _is_member(use: Node) -> bool:
    """True if a use of constants reads a member by its name, and does not call it."""
    reading = parent_of(use)
    if type_of(reading) != "member_expression" or field(reading, "object") != use:
        return False
    holder = parent_of(reading)
    return type_of(holder) != "call_expression" or field(holder, "function") != reading


def _key(entry: Node) -> Node | None:
    return field(entry, "key") or field(entry, "name") or field(entry, "property")


_LONGEST = max(map(len, BY_NAME))
"""Bytes of a name; a string may be as long as its file."""


def definition(key: Node) -> tuple[str, str] | None:
    """The table that a key gives a constant's number to, by its last name, and the constant.

    The name is "" for a variable of its own; None where nothing is defined.
    """
    if key.end_byte - key.start_byte > _LONGEST:
        return None
    name, entry = text_of(key), parent_of(key)
    if key.type == "string_fragment":
        entry = parent_of(entry)
    constant, value = BY_NAME.get(name), field(entry, "value")
    if entry is None or constant is None or value is None or whole_number(value) != constant.value:
        return None
    if entry.type == "variable_declarator":
        return "", name
    table = parent_of(entry) if entry.type in _ENTRIES else None
    target = _target(table) if table is not None else None
    return None if target is None else (text_of(target).rpartition(".")[2], name)


def declares_ours(number: Node, own: JsConstants | None) -> bool:
    """True if a number is what a constant is declared with, under the name of the project's own.

    The extra codes of v5 have no name of the SDK's: a table of them is a declaration of whatever
    name.
    """
    entry = parent_of(number)
    if type_of(entry) == "unary_expression":
        entry = parent_of(entry)
    key = _key(entry) if entry is not None and entry.type in _ENTRIES else None
    table = table_around(key) if key is not None else None
    if table is not None and members_of(table) <= values("v5-extra").keys():
        return True
    target = _target(table) if table is not None else None
    names = (*OURS, *(() if own is None else (own.name.rpartition(".")[2],)))
    return text_of(target).rpartition(".")[2] in names


def _target(table: Node) -> Node | None:
    """The table in a declaration: as it is, frozen or `as const`."""
    if table.type != "object":
        return field(parent_of(table), "name")
    holder = next((parent for parent in ancestors(table) if not _passes(parent)), None)
    if holder is None or holder.type not in {"variable_declarator", *_WRITES}:
        return None
    return field(holder, "name") or field(holder, "left")


def _declared(root: Node, text: bytes) -> Iterator[Constants]:
    seen: set[int] = set()
    finder = Finder(root)
    for match in _MEMBER.finditer(text):
        table = table_around(finder.at(*match.span()))
        if table is None or table.start_byte in seen:
            continue
        seen.add(table.start_byte)
        local = _target(table)
        holder = parent_of(local)
        if local is None or holder is None or _is_ambient(holder) or local.type not in _LOCALS:
            continue
        name = name_in(root, text, text_of(local))
        binding = name.binding(local)
        if binding is None or not is_sure(name, binding):
            continue
        fixed = table.type == "enum_body" or _is_fixed(table)
        yield Constants(name.name, binding, holder.end_byte, members_of(table), table, fixed)


def _is_ambient(holder: Node) -> bool:
    """True if a declaration is only there for types."""
    return type_of(parent_of(holder)) == "ambient_declaration"


def _is_fixed(table: Node) -> bool:
    """True if an object is frozen, or `as const`."""
    for parent in ancestors(table):
        if parent.type == "variable_declarator":
            break
        if parent.type == "call_expression" or text_of(parent).endswith("as const"):
            return True
    return False


def _passes(node: Node) -> bool:
    """True if an expression gives on the object in it as it is."""
    if node.type == "call_expression":
        return text_of(field(node, "function")) == "Object.freeze"
    return node.type in _PASSING


def is_sure(name: Name, binding: Binding) -> bool:
    """True if a name means the constants, and nothing else, all through its scope.

    A `var` in an inner block may not have run. A script that is broken may have no block at all.
    """
    block = enclosing(binding.name, _BLOCKS)
    own = block is not None and binding.scope == (parent_of(block) if is_body(block) else block)
    return name.is_alone(binding) and own and not is_changed(name, binding)


def is_changed(name: Name, binding: Binding) -> bool:
    """True if the script gives a name another value, or one of its members."""
    return any(map(is_written, name.uses_of.get(binding, ())))


def is_written(use: Node) -> bool:
    """True if a use of a name gives it another value, or one of its members."""
    target, parent = use, parent_of(use)
    while parent is not None and parent.type in _READS and field(parent, "object") == target:
        target, parent = parent, parent_of(parent)
    if parent is None or use.type == "shorthand_property_identifier_pattern":
        return parent is not None
    if parent.type in _WRITTEN:
        written = _WRITTEN[parent.type]
        return written is None or field(parent, written) == target
    if parent.type == "unary_expression":
        return text_of(field(parent, "operator")) == "delete"
    called = text_of(field(parent_of(parent), "function")) if parent.type == "arguments" else ""
    return called in _CHANGING and operands(parent)[0] == target


def _imported(root: Node, text: bytes, own: JsConstants | None) -> Iterator[Constants]:
    """ErrorCode of a module that speaks of TRTC, and what the configuration names.

    The SDK's own ErrorCode is a type, which is not there at run time.
    """
    return _bound(root, text, (item for item in imported(root) if _is_ours(item, own)), own)


def usable_constants(root: Node, text: bytes, own: JsConstants | None) -> Iterator[Constants]:
    """The constants that a script has, and those it may have from other files of its project.

    The latter are imported under a name for codes. Whether they are TRTC's is for the modules to
    say: only the members that those are seen to give their values are.
    """
    yield from constants_of(root, text, own)
    found = (
        item
        for item in imported(root)
        if item.specifier.startswith(_PROJECT)
        and not _is_ours(item, None)
        and _CODES.search(text_of(item.name))
    )
    yield from _bound(root, text, found, None)


def _bound(
    root: Node, text: bytes, found: Iterable[Imported], own: JsConstants | None
) -> Iterator[Constants]:
    for item in found:
        if item.typed:
            continue
        name = name_in(root, text, text_of(item.name))
        binding = name.binding(item.name)
        types = [use.type == "type_identifier" for use, _ in name.uses()]
        if binding is not None and (not types or not all(types)):
            module = item.specifier, item.export
            yield Constants(name.name, binding, item.end, own=_is_own(item, own), module=module)


def types_of_sdk(root: Node, text: bytes) -> Iterator[Constants]:
    """ErrorCode of v4's SDK, which is a type: nothing that the fix can use."""
    for item in imported(root):
        product = of_package(item.specifier) if item.export == "ErrorCode" else None
        binding = name_in(root, text, text_of(item.name)).binding(item.name) if product else None
        if binding is not None and product is not None and product.key == "v4":
            yield Constants(text_of(item.name), binding, item.end, own=True)


def _is_own(item: Imported, own: JsConstants | None) -> bool:
    if own is None or own.specifier is None or own.name != item.export:
        return False
    return untyped(own.specifier) == untyped(item.specifier)


def _is_ours(item: Imported, own: JsConstants | None) -> bool:
    if _is_own(item, own):
        return True
    speaks = "trtc" in item.specifier.lower() and _SDK.search(item.specifier) is None
    return speaks and item.export in OURS
