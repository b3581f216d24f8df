"""Names that a script brings in from other modules, by `import` and by `require`."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.tree import call_arguments, field, operands, text_of

DECLARATIONS = frozenset({"lexical_declaration", "variable_declaration"})
ALIASES = ("@/", "~/")
"""Names that bundlers are set up to give the project's `src`, as their templates have it."""
_FILES = ("./", "../", *ALIASES)
"""How a specifier begins that is a path of the project's."""
_TYPED = regex(r"(?<!\.d)\.(?:tsx?|([mc])ts)$")
"""TypeScript's own suffixes; declarations have none of them."""


class Imported(NamedTuple):
    """A name that a script binds to what another module exports.

    specifier: of the module, as written; export: what the module calls it, "default" included;
    name: the node of the local name; end: the offset from which it can be used; typed: it is only
    there for types.
    """

    specifier: str
    export: str
    name: Node
    end: int
    typed: bool = False


def imported(root: Node) -> Iterator[Imported]:
    """Names that the statements at the top of a script bring in, in the order of the text."""
    for statement in root.named_children:
        if statement.type == "import_statement":
            yield from _by_import(statement)
        elif statement.type in DECLARATIONS:
            for declarator in statement.named_children:
                yield from _by_require(declarator)


def specifier_of(statement: Node) -> str:
    """The module that an import statement names."""
    return text_of(field(statement, "source"))[1:-1]


def untyped(specifier: str) -> str:
    """A module as TypeScript has it imported: without a suffix that only TypeScript knows.

    It refuses those (TS5097) where its configuration does not allow them.
    """
    if not specifier.startswith(_FILES):
        return specifier
    return _TYPED.sub(lambda match: f".{match[1]}js" if match[1] else "", specifier)


def required(value: Node | None) -> str | None:
    """The module that an expression requires, and reads a member of at most; None for others."""
    if value is not None and value.type == "member_expression":
        value = field(value, "object")
    if value is None or value.type != "call_expression":
        return None
    arguments = call_arguments(value)
    if text_of(field(value, "function")) != "require" or len(arguments) != 1:
        return None
    return plain_string(arguments[0])


def _by_import(statement: Node) -> Iterator[Imported]:
    specifier = specifier_of(statement)
    whole = any(child.type == "type" for child in statement.children)
    for clause in statement.named_children:
        for item in clause.named_children if clause.type == "import_clause" else ():
            if item.type == "identifier":
                yield Imported(specifier, "default", item, 0, whole)
            for part in item.named_children if item.type == "named_imports" else ():
                name = field(part, "name")
                if part.type == "import_specifier" and name is not None:
                    typed = whole or any(child.type == "type" for child in part.children)
                    local = field(part, "alias") or name
                    yield Imported(specifier, text_of(name), local, 0, typed)


def _by_require(declarator: Node) -> Iterator[Imported]:
    value, target = field(declarator, "value"), field(declarator, "name")
    specifier = required(value)
    if specifier is None or value is None or target is None:
        return
    end = declarator.end_byte
    member = text_of(field(value, "property"))
    if target.type == "identifier" and member:
        yield Imported(specifier, member, target, end)
    for item in operands(target) if target.type == "object_pattern" and not member else ():
        if item.type == "shorthand_property_identifier_pattern":
            yield Imported(specifier, text_of(item), item, end)
        local = field(item, "value")
        if item.type == "pair_pattern" and local is not None and local.type == "identifier":
            yield Imported(specifier, text_of(field(item, "key")), local, end)
