"""The import of the project's own constants, where the configuration names a module."""

from __future__ import annotations

import re

from tree_sitter import Node

from flake8_trtc.config.options import JsConstants
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.javascript import declaration as place
from flake8_trtc.fix.javascript.files import has_suffixes
from flake8_trtc.fix.layout import Layout
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.imports import specifier_of, untyped
from flake8_trtc.languages.tree import field


def as_imported(own: JsConstants | None, script: Text) -> JsConstants | None:
    """The project's own constants with the name that a script is to import their module by.

    TypeScript takes none with a suffix of its own, unless the script or the configuration of the
    project shows that they are written.
    """
    specifier = own.specifier if own is not None else None
    if own is None or specifier is None or script.dialect not in {"ts", "tsx"}:
        return own
    short = untyped(specifier)
    if short == specifier or has_suffixes(script.document.source.path):
        return own
    for statement in script.tree.root_node.named_children:
        if statement.type in {"import_statement", "export_statement"}:
            module = plain_string(field(statement, "source"))
            if module is not None and untyped(module) != module:
                return own
    return own._replace(specifier=short)


def added_import(
    root: Node,
    text: bytes,
    own: JsConstants,
    name: str,
    newline: str,
    layout: Layout,
    *,
    esm: bool,
    limit: int,
) -> Edit:
    """The edit that imports a module's export under a name, in the script's own style.

    It goes into an import of the module that is there, or on a line of its own before the offset
    `limit`. esm: by `import`, else by `require`.
    """
    specifier, export = own.specifier or "", own.name
    renamed = "" if name == export else f"{' as' if esm else ':'} {name}"
    part = f"{export}{renamed}"
    if esm and export != "default":
        for statement in root.named_children:
            edit = _into(statement, specifier, part)
            if edit is not None:
                return edit
    quote, bare = _style(root, newline, layout)
    source = f"{quote}{specifier}{quote}"
    if esm:
        line = f"import {name if export == 'default' else f'{{ {part} }}'} from {source};"
    elif export == "default":
        line = f"const {name} = require({source}).default;"
    else:
        line = f"const {{ {part} }} = require({source});"

    def put(line: str) -> list[Edit]:
        return [place.top(root, text, line, newline, limit, None)]

    return (place.unended(line, text, put) if bare else put(line))[0]


def _into(statement: Node, specifier: str, part: str) -> Edit | None:
    """The edit that adds an export to an import statement; None for one with no room for it."""
    if statement.type != "import_statement" or (
        untyped(specifier_of(statement)) != untyped(specifier)
    ):
        return None
    if any(child.type == "type" for child in statement.children):
        return None
    for clause in statement.named_children:
        for item in clause.named_children if clause.type == "import_clause" else ():
            if item.type == "named_imports" and item.named_children:
                end = item.named_children[-1].end_byte
                if item.named_children[-1].type == "import_specifier":
                    return Edit(end, end, f", {part}".encode())
    return None


def _style(root: Node, newline: str, layout: Layout) -> tuple[str, bool]:
    """The quotes of a script's imports, and whether no semicolon ends them."""
    for statement in root.named_children:
        source = re.search(rb"(?:from\s*|require\s*\(\s*|^import\s*)(['\"])", statement.text or b"")
        if source is not None:
            bare = newline != " " and not (statement.text or b"").endswith(b";")
            return source[1].decode(), bare
    return layout.quote, not layout.semicolons and newline != " "
