"""Where a script names the SDK v5: its module, its global, and what is read of that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.catalog.sdks import of_specifier
from flake8_trtc.languages.tree import field, operands, parent_of, text_of, type_of

_BUILD = regex(r"/trtc(?:[.-](?:esm|umd|min))+\.m?js(?:[?#]|$)")
"""A file of the SDK's whose version its name does not tell: what is read of it does."""


def is_sdk(specifier: str) -> bool:
    """True if a module's name is that of the SDK itself, and not of a plugin of it."""
    bare = re.sub(r"^npm:(.+?)(?:@[^/]*)?$", r"\1", specifier)
    product = of_specifier(bare)
    key = "" if product is None or "/plugins/" in bare else product.key
    return key == "v5" or (key == "web" and _BUILD.search(bare) is not None)


def import_of(literal: Node) -> Iterator[Node]:
    """The import statement that a string is the module's name of."""
    statement = parent_of(literal)
    if type_of(statement) == "import_statement" and statement is not None:
        yield statement


def is_typed(statement: Node) -> bool:
    """True if an import statement is there for types alone."""
    return any(child.type in {"type", "typeof"} for child in statement.children)


def imported_by(statement: Node) -> Iterator[Node]:
    """The names that an import statement binds."""
    for clause in statement.named_children:
        for item in clause.named_children if clause.type == "import_clause" else ():
            if item.type == "named_imports":
                parts = (part for part in item.named_children if part.type == "import_specifier")
                yield from (field(part, "alias") or field(part, "name") or part for part in parts)
            else:
                yield next(iter(operands(item)), item)


def is_type(use: Node) -> bool:
    """True if a use of a name is one in a type, which TypeScript drops."""
    holder = parent_of(use)
    while type_of(holder) == "member_expression":
        holder = parent_of(holder)
    types = {"type_query", "nested_type_identifier"}
    return use.type == "type_identifier" or type_of(holder) in types


def is_ambient(name: Node) -> bool:
    """True if a name is only declared for types: `declare const TRTC: any`."""
    return type_of(parent_of(parent_of(parent_of(name)))) == "ambient_declaration"


def read_of(node: Node) -> Iterator[str]:
    """Members read of the global, as the table of SDKs has them: "TRTC.create"."""
    yield from members_of(node)
    holder = parent_of(node)
    if type_of(holder) == "variable_declarator" and field(holder, "value") == node:
        pattern = field(holder, "name")
        for entry in operands(pattern) if pattern is not None else ():
            yield f"TRTC.{text_of(field(entry, 'key') or entry)}"


def members_of(node: Node) -> Iterator[str]:
    """The member that is read of an expression, as one of the global."""
    reading = parent_of(node)
    if type_of(reading) == "member_expression" and field(reading, "object") == node:
        yield f"TRTC.{text_of(field(reading, 'property'))}"
