"""Constants that a script imports, and the import of the project's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.script import place
from flake8_trtc.fix.script.tree import is_common, is_esm, is_free
from flake8_trtc.languages.climb import field, text_of

OURS = ("ErrorCode", "TrtcErrorCode")
"""What the fix calls the constants: the second where the first means something else."""

_SDK = re.compile(r"(?:^|/)(?:trtc-js-sdk|trtc-sdk-v5|rtc-detect)(?:/|$)")


def imported_constants(root: Node) -> Iterator[tuple[str, int]]:
    """ErrorCode imported from a module that speaks of TRTC: its local name, where the import ends.

    The SDK's own ErrorCode is a type, which is not there at run time.
    """
    for statement in _imports(root):
        specifier = _specifier(statement)
        if "trtc" in specifier.lower() and not _SDK.search(specifier):
            for local in _imported_as(statement, "ErrorCode"):
                yield local, statement.end_byte


def imported(
    root: Node, text: bytes, specifier: str, export: str, newline: str
) -> tuple[str, Edit | None] | None:
    """The local name of a module's export, and the import to add where there is none yet.

    None where every name for it means something else.
    """
    for statement in _imports(root):
        if _specifier(statement) == specifier:
            for local in _imported_as(statement, export):
                return local, None
    names = ("ErrorCode" if export == "default" else export, OURS[1])
    name = next((item for item in names if is_free(root, text, item)), None)
    if name is None:
        return None
    common = is_common(root) and not is_esm(root)
    renamed = "" if name == export else f"{':' if common else ' as'} {name}"
    clause = name if export == "default" else f"{{ {export}{renamed} }}"
    quote, end = _style(root, newline)
    source = f"{quote}{specifier}{quote}"
    line = f"import {clause} from {source}{end}"
    if common:
        default = ".default" if export == "default" else ""
        line = f"const {clause} = require({source}){default}{end}"
    return name, place.top(root, text, line, newline)


def _imports(root: Node) -> Iterator[Node]:
    """The import statements that bring in values."""
    for statement in root.named_children:
        typed = (statement.text or b"").startswith(b"import type")
        if statement.type == "import_statement" and not typed:
            yield statement


def _specifier(statement: Node) -> str:
    return text_of(field(statement, "source"))[1:-1]


def _imported_as(statement: Node, export: str) -> Iterator[str]:
    """The local names of an export that an import statement brings in."""
    clause = next((item for item in statement.named_children if item.type == "import_clause"), None)
    for item in clause.named_children if clause is not None else ():
        if item.type == "identifier" and export == "default":
            yield text_of(item)
        for specifier in item.named_children if item.type == "named_imports" else ():
            typed = (specifier.text or b"").startswith(b"type ")
            if text_of(field(specifier, "name")) == export and not typed:
                yield text_of(field(specifier, "alias") or field(specifier, "name"))


def _style(root: Node, newline: str) -> tuple[str, str]:
    """The quotes of a script's imports, and what ends them."""
    for statement in _imports(root):
        text = statement.text or b""
        return ('"' if b'"' in text else "'"), (
            ";" if text.endswith(b";") or newline == " " else ""
        )
    return "'", ";"
