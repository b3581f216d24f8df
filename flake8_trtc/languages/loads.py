"""Which SDKs a text imports or loads: TRTC's v4, or one of TRTC's that has other codes.

v5, the SDKs of Electron and of mini programs, and liteav share v4's words, and partly its numbers,
but not its codes. What counts is what is loaded, in whatever way; a mention in a comment or in
prose is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.catalog.sdks import BY_KEY, of_module, of_script, of_specifier
from flake8_trtc.languages.climb import (
    Finder,
    ancestors,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.model import Site
from flake8_trtc.source import Source, language_of

_V4, _WEB = "v4", "web"
_OTHERS = frozenset({"v5", "liteav", "electron", "native", "mini"})
_SCRIPTS = frozenset({"js", "ts", "tsx"})
# The SDK's own file, which has the same name in v4 and v5: the version is in it or above it.
_FILE = re.compile(
    r"(?:^|/)trtc(?:[._@-]?v?(?P<version>\d)[\d._]*)?(?:[.-](?:min|umd|esm))*\.m?js(?:$|[?#])", re.I
)
_FIFTH = re.compile(r"/v?5(?:\.[\d.x]+)?/|[?&](?:v|ver|version)=v?5\b", re.IGNORECASE)
# A script's, not a page's about it: of what has no ending only what a network delivers.
_ADDRESS = re.compile(
    r"\.m?js(?:$|[?#])|^(?:https?:)?//[^/]*(?:cdn|esm|unpkg|jspm|skypack)[^/]*/", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\s\"'`<>(){}=,;\\?]+(?:\?[^\s\"'`<>(){},;\\]*)?")
_LOADED = re.compile(
    r"(?:\b(?:from|import|require\w*|importScripts|define|mock)\s*\(?\s*\[?\s*)\\?[\"'`]([^\"'`\s\\]+)"
)
_LOADER = re.compile(r"import(?:Actual|Original|Module)?|require\w*|define|mock|doMock")
_SOURCES = frozenset({"import_statement", "export_statement", "import_require_clause", "module"})
_PASSING = frozenset(
    {"array", "arguments", "parenthesized_expression", "as_expression", "await_expression"}
)
_STEPS = 4
"""How far a string is from what imports it: `define([(name)], …)`."""
_GIVEN = re.compile(rb"\b(?:import|require)\s*\(\s*([\w$]+)\s*\)")
_MENTION = re.compile(rb"trtc|liteav", re.IGNORECASE)
_OTHER = re.compile(
    rb"trtc-(?:sdk-v5|cloud|electron|react|wx|component)|liteav|trtc[^\s\"'`<>]*5", re.IGNORECASE
)


class Loads:
    """What one file and the texts in it load, asked once a text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._silent = _OTHER.search(source.utf8) is None
        self._said: dict[tuple[bytes, str], frozenset[str]] = {}

    def instead(self, site: Site) -> str:
        """The SDK that the code around a site has in v4's place; "" where none, or v4, is loaded.

        The nearest text that loads any decides: the code in a string or a fence, the page or the
        component it is a part of, the module around it, the file with everything in it.
        """
        if self._silent:
            return ""
        for text, language in self._around(site):
            found = self._said.get((text, language))
            if found is None:
                found = self._said[text, language] = frozenset(loaded(text, language))
            if found:
                return "" if _V4 in found else BY_KEY[min(found)].name
        return ""

    def _around(self, site: Site) -> Iterator[tuple[bytes, str]]:
        region = site.region
        if region is not None:
            text, language = (
                (region.page, "html") if region.page else (region.text, region.language)
            )
            if language == "python":
                yield text, "imports"
            yield text, language
        language = language_of(self._source.path)
        if language == "python":
            yield self._source.utf8, "imports"
        yield self._source.utf8, language


def loaded(text: bytes, language: str) -> Iterator[str]:
    """The SDKs of TRTC that a text loads, by their keys in the table of SDKs, in no order.

    Those are v4 and the ones with other codes.

    language: of a file or of a region, or "imports": the imports of a Python module alone.
    """
    if _MENTION.search(text) is None:
        return
    if language in _SCRIPTS:
        yield from _by_script(text, language)
    elif language in {"python", "imports"}:
        yield from _by_module(text, strings=language == "python")
    elif language in {"html", "vue"}:
        yield from _by_page(text)
    elif language in {"markdown", "notebook"}:
        for part, dialect in _parts(text, language):
            yield from loaded(part, dialect)


def _parts(text: bytes, language: str) -> Iterator[tuple[bytes, str]]:
    """The fences of a document, or the cells of a notebook, with their languages."""
    from flake8_trtc.languages import markdown, notebook

    parts = markdown.fences(text) if language == "markdown" else notebook.cells_of(text)
    for part in parts:
        if part.language:
            yield part.text, part.language


def _named(specifier: str) -> Iterator[str]:
    """The SDK that a module's name, or a path to it, names."""
    npm = specifier.startswith("npm:")  # with a version
    product = of_script(specifier[4:]) if npm else of_specifier(specifier)
    if product is not None and (product.key in _OTHERS or product.key == _V4):
        yield product.key


def _addressed(text: str) -> Iterator[str]:
    """The SDKs whose addresses stand in a text."""
    for token in _TOKEN.findall(text):
        if _ADDRESS.search(token) is not None:
            product, file = of_script(token), _FILE.search(token)
            key = product.key if product is not None else ""
            if key == _WEB or (file is not None and not key):
                fifth = (file is not None and file["version"] == "5") or _FIFTH.search(token)
                key = "v5" if fifth else _V4
            if key in _OTHERS or key == _V4:
                yield key


def _by_script(text: bytes, dialect: str) -> Iterator[str]:
    from flake8_trtc.languages.javascript.grammar import parse

    finder = Finder(parse(text, dialect).root_node)
    given = {match[1].decode("utf-8", "replace") for match in _GIVEN.finditer(text)}
    seen: set[int] = set()
    for match in _MENTION.finditer(text):
        node: Node | None = finder.at(*match.span())
        if type_of(node) in {"string_fragment", "escape_sequence"}:
            node = parent_of(node)
        if node is None or node.start_byte in seen:
            continue
        seen.add(node.start_byte)
        if node.type in {"string", "template_string"}:
            written = text_of(node)
            yield from _named(written[1:-1]) if _is_loaded(node, given) else _addressed(written)
        elif node.type == "comment" and (node.text or b"").startswith(b"///"):
            yield from (name for token in _TOKEN.findall(text_of(node)) for name in _named(token))


def _is_loaded(literal: Node, given: set[str]) -> bool:
    """Whether a string is the name of a module that is imported, by a statement or a call.

    given: the names of what the script imports or requires by its name.
    """
    around = (parent for parent, _ in zip(ancestors(literal), range(_STEPS), strict=False))
    parent = next((parent for parent in around if parent.type not in _PASSING), None)
    if parent is None or parent.type in _SOURCES:
        return parent is not None
    if parent.type == "call_expression":
        callee = text_of(field(parent, "function")).rpartition(".")[2]
        return _LOADER.fullmatch(callee) is not None
    return parent.type == "variable_declarator" and text_of(field(parent, "name")) in given


def _by_module(text: bytes, *, strings: bool) -> Iterator[str]:
    """What a Python module imports, and what the code and the addresses in its strings load."""
    from flake8_trtc.languages.python.grammar import parse

    finder = Finder(parse(text).root_node)
    seen: set[int] = set()
    for match in _MENTION.finditer(text):
        node = finder.at(*match.span())
        if node.type == "identifier":
            yield from _imported(node)
            continue
        literal = parent_of(node) if node.type == "string_content" else node
        if literal is None or literal.type != "string" or literal.start_byte in seen:
            continue
        seen.add(literal.start_byte)
        yield from _in_string(literal, strings=strings)


def _imported(name: Node) -> Iterator[str]:
    """The SDK that an import of a Python module brings in, by a name in it."""
    dotted = parent_of(name)
    if dotted is None or dotted.type != "dotted_name" or operands(dotted)[0] != name:
        return
    statement = parent_of(dotted)
    if statement is not None and statement.type == "aliased_import":
        statement = parent_of(statement)
    if statement is None:
        return
    by_from = statement.type == "import_from_statement"
    if statement.type == "import_statement" or (
        by_from and field(statement, "module_name") == dotted
    ):
        yield from _module(text_of(dotted))


def _module(name: str) -> Iterator[str]:
    """The SDK of a Python module; the constants of this package are v4's."""
    product = of_module(name)
    if name.partition(".")[0] == "flake8_trtc":
        yield _V4
    elif product is not None and product.key in _OTHERS:
        yield product.key


def _in_string(literal: Node, *, strings: bool) -> Iterator[str]:
    """What a Python string loads: as the argument of an importing call, or by the code in it."""
    holder = parent_of(literal)
    call = parent_of(holder) if type_of(holder) == "argument_list" else None
    if call is not None:
        callee = text_of(field(call, "function")).rpartition(".")[2]
        if callee in {"import_module", "__import__", "importorskip"}:
            yield from _module(text_of(literal).strip("\"'"))
            return
    docstring = type_of(holder) == "expression_statement"
    if strings and not docstring:
        written = text_of(literal)
        yield from (name for found in _LOADED.findall(written) for name in _named(found))
        yield from _addressed(written)


def _by_page(text: bytes) -> Iterator[str]:
    from flake8_trtc.languages import html

    for address in html.sources(text):
        yield from _addressed(address)
        yield from _named(address)
    for region in html.regions(text, template=True):
        if region.role in {"module", "script"}:
            yield from loaded(region.text, region.language)
