"""Where it is injected: real files, and the places in them where a statement can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from tree_sitter import Node

from benchmarks.accuracy.archives import members
from flake8_trtc.catalog.sdks import PRODUCTS
from flake8_trtc.detect.uses import CHARACTERS, FOREIGN
from flake8_trtc.languages.javascript.grammar import parse_script
from flake8_trtc.languages.python.grammar import parse_python
from flake8_trtc.source import dialect_of
from flake8_trtc.workspace.generated import not_ours

_SIZES = range(2_000, 60_000)
_OF_ONE = 8
_BLOCKS = frozenset({"module", "block", "program", "statement_block"})
_NUMBERS = re.compile(rb"(?<!\w)(?:4096|65535|0x[fF]{4}|0x1000|409[789]|4100)(?!\w)")
_VENDORS = {
    name
    for product in PRODUCTS
    if product.family != "trtc"
    for name in (*product.packages, *product.modules)
}
_OTHERS = re.compile(
    rb"(?i:cassandra)|\b(?:import|from)\s*['\"]?(?:%s)"
    % "|".join(re.escape(name.rstrip("*")) for name in sorted(_VENDORS)).encode()
)
"""Another vendor's SDK, and a protocol whose errors have v4's common numbers."""
_MODULE = re.compile(rb"^(?:import|export)\b", re.MULTILINE)


class Host(NamedTuple):
    """A file: where it is from, its path for us, its text and where a statement can be put.

    places: byte offsets of the starts of lines, each with its indentation.
    """

    origin: str
    path: str
    text: bytes
    places: tuple[tuple[int, bytes], ...]


def chosen(archives: dict[str, Path], languages: set[str], count: int, pick: Random) -> list[Host]:
    """Files of archives, by their names, at random; up to half of them hold codes already.

    Those that speak of another system with the same numbers are left out: a code in them is no
    code by intention. Raises ValueError where there are fewer than `count`.
    """
    found: dict[bool, list[Host]] = {True: [], False: []}
    names = sorted(archives)
    pick.shuffle(names)
    for name in names:
        here = dict.fromkeys(found, 0)
        files = sorted(members(archives[name]))
        pick.shuffle(files)
        for path, data in files:
            numbers = _NUMBERS.search(data) is not None
            if here[numbers] < _OF_ONE and len(found[numbers]) < count:
                host = host_of(name, path, data, languages)
                if host is not None:
                    found[numbers].append(host)
                    here[numbers] += 1
    holding = found[True][: count // 2]
    hosts = [*holding, *found[False][: count - len(holding)]]
    if len(hosts) < count:
        raise ValueError(f"{len(hosts)} files to inject into, {count} there should be")
    return hosts


def host_of(name: str, path: str, data: bytes, languages: set[str]) -> Host | None:
    """A file of a package to inject into, or None for one that is not fit for it."""
    dialect = dialect_of(path)
    if dialect not in languages or len(data) not in _SIZES or path.endswith((".d.ts", ".pyi")):
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    odd = any(character in text for character in "\0\f\r\u2028\ufeff‹›")
    if (
        odd
        or FOREIGN.search(data)
        or CHARACTERS.search(data)
        or _OTHERS.search(data)
        or b"trtc" in data.lower()
        or b"coding" in data[:200]
    ):
        return None
    if not_ours(path, data):
        return None
    if dialect == "python":
        try:
            compile(text, path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
        root = parse_python(data).root_node
    else:
        root = parse_script(data, dialect).root_node
    if root.has_error:
        return None
    places = tuple(sorted(set(_places(root, data))))
    if not places:
        return None
    suffix = {"python": "py", "js": "mjs" if _MODULE.search(data) else "js"}.get(dialect, dialect)
    return Host(f"{name}: {path}", f"trtc_page.{suffix}", data, places)


def _places(root: Node, data: bytes) -> Iterator[tuple[int, bytes]]:
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type == "class_definition":
            continue  # an enum's members are constants, not codes in use
        pending += node.named_children
        if node.type not in _BLOCKS:
            continue
        apart = {"comment", "case_clause"}  # the block of a match holds cases, no statements
        statements = [child for child in node.named_children if child.type not in apart]
        head = [at for at, item in enumerate(statements) if _opens(item)]
        for child in statements[head[-1] + 1 if head else 0 :]:
            start = data.rfind(b"\n", 0, child.start_byte) + 1
            indent = data[start : child.start_byte]
            before = child.prev_sibling
            first = before is None or before.end_byte <= start
            if not indent.strip() and first and not _continued(data, start):
                yield start, indent


def _opens(statement: Node) -> bool:
    """Whether a statement is a docstring, a directive or an import of the future."""
    if statement.type == "future_import_statement":
        return True
    only = statement.named_children[:1]
    return statement.type == "expression_statement" and bool(only) and only[0].type == "string"


def _continued(data: bytes, start: int) -> bool:
    return data[:start].endswith(b"\\\n")
