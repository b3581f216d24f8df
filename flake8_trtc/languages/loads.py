"""Which SDKs a text imports or loads, of TRTC's and of other vendors.

v5, the SDKs of Electron and of mini programs, and liteav share v4's words, and partly its numbers,
but not its codes; other vendors share its calls. What counts is what is loaded, in whatever way; a
mention in a comment or in prose is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.catalog.sdks import (
    LIBRARIES,
    PRODUCTS,
    of_module,
    of_package,
    of_script,
    of_specifier,
)
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.tree import Finder, ancestors, field, parent_of, text_of, type_of
from flake8_trtc.model import SCRIPTS, Dialect, Role, Site

_V4, _WEB = "v4", "web"
_OWN, _OWN_V5 = "own", "own v5"
_GENERATIONS = {_OWN: "v4", _OWN_V5: "v5"}
"""The constants of this package or of the project, which are no evidence by themselves."""
_PAGES: frozenset[Dialect] = frozenset({"html", "vue"})
_LOADING: frozenset[Role] = frozenset({"module", "setup", "script", "sealed", "bare", "value"})
"""The roles of what of a page may load an SDK."""
# The SDK's own file, which has the same name in v4 and v5: the version is in it or above it.
_FILE = regex(
    r"(?:^|/)trtc(?:[._@-]?v?(?P<version>\d)[\d._]*)?(?:[.-](?:min|umd|esm))*\.m?js(?:$|[?#])", re.I
)
_FIFTH = regex(r"/v?5(?:\.[\d.x]+)?/|[?&](?:v|ver|version)=v?5\b", re.IGNORECASE)
# A script's, not a page's about it: of what has no ending only what a network delivers.
_ADDRESS = regex(
    r"\.m?js(?:$|[?#])|^(?:https?:)?//[^/]*(?:cdn|esm|unpkg|jspm|skypack)[^/]*/", re.IGNORECASE
)
_MODULE = regex(r"(?<![A-Za-z])esm(?![A-Za-z])|\.mjs(?:$|[?#])", re.IGNORECASE)
"""An address of a module, which leaves no global."""
_TOKEN = regex(r"[^\s\"'`<>(){}=,;\\?]+(?:\?[^\s\"'`<>(){},;\\]*)?")
_LOADED = regex(
    r"(?:\b(?:from|import|require\w*|importScripts|define|mock)\s*\(?\s*\[?\s*)\\?[\"'`]([^\"'`\s\\]+)"
)
_LOADER = regex(r"import(?:Actual|Original|Module)?|require\w*|define|mock|doMock")
_SOURCES = frozenset({"import_statement", "export_statement", "import_require_clause", "module"})
_PASSING = frozenset(
    {"array", "arguments", "parenthesized_expression", "as_expression", "await_expression"}
)
_STEPS = 4
"""How far a string is from what imports it: `define([(name)], …)`."""
_GIVEN = regex(rb"\b(?:import|require)\s*\(\s*([\w$]+)\s*\)")
_WORD = regex(r"(?<![A-Za-z])[tT][rR][tT][cC](?![a-z])|Trtc")
"""A part of a name of the project's own that says TRTC: `./trtc-client`, `app.trtc_errors`."""


def _distinctive() -> tuple[bytes, ...]:
    """A part of each name of an SDK, the longest first; none for those with trtc in them."""
    names = {
        name
        for product in PRODUCTS
        for name in (
            *(package.rstrip("*").removesuffix("/") for package in product.packages),
            *(module.partition(".")[0] for module in product.modules),
            *(script.strip("/") for script in product.scripts),
        )
        if "trtc" not in name.lower()
    }
    return tuple(name.encode() for name in sorted(names, key=lambda name: (-len(name), name)))


_DISTINCTIVE = _distinctive()


def _mentions(utf8: bytes, names: Iterable[bytes]) -> list[tuple[int, int]]:
    """Where trtc stands in a text, in whatever case, or one of the distinctive names.

    Spans in bytes, in order; they may overlap. Searched for one by one: a pattern of all takes ten
    times as long.
    """
    found = [(utf8.lower(), b"trtc"), *((utf8, name) for name in names)]
    return sorted((at, at + len(name)) for text, name in found for at in _all_of(text, name))


def _all_of(text: bytes, name: bytes) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


class Loads:
    """SDKs that a document's texts load, asked once a text."""

    def __init__(self, document: Document, own: Iterable[str] = ()) -> None:
        """Take a document. own: what the project calls its constants, and their modules."""
        self._document = document
        self._own = frozenset(own)
        utf8 = document.source.utf8
        self._names = [name for name in _DISTINCTIVE if name in utf8]
        self._silent = not self._names and b"trtc" not in utf8.lower()
        self._mentioned: dict[int, list[tuple[int, int]]] = {}
        self._said: dict[tuple[int, bool], frozenset[str]] = {}

    def near(self, site: Site) -> frozenset[str]:
        """The keys of the SDKs that the code around a site loads, none where it loads none.

        "web" is TRTC's of an unknown version. The nearest text that loads any decides: the code in
        a string or a fence, the page or the component it is a part of, the module around it, the
        file with everything in it.
        """
        if self._silent:
            return frozenset()
        for found in self._around(self._document.texts[site.text_number]):
            if found - _GENERATIONS.keys():
                return _meant(found)
        return frozenset()

    def _around(self, text: Text | None) -> Iterator[frozenset[str]]:
        """SDKs that the texts around a site load, the nearest first."""
        if text is not None and text.parent is not None and text.parent.dialect in _PAGES:
            text = text.parent  # its scripts load it, whichever of them
        while text is not None:
            if text.dialect == "python":
                yield self.of(text, imports=True)
            if text.dialect != "string":
                yield _beside(text, self.of(text))
            text = text.parent

    def of(self, text: Text, *, imports: bool = False) -> frozenset[str]:
        """The SDKs that a text loads, by their keys in the table of SDKs.

        imports: of a module, its imports alone count.
        """
        key = text.number, imports
        found = self._said.get(key)
        if found is None:
            found = self._said[key] = frozenset(self._loaded(text, imports=imports))
        return found

    def _loaded(self, text: Text, *, imports: bool) -> Iterator[str]:
        mentions = self._mentioned.get(text.number)
        if mentions is None:
            mentions = self._mentioned[text.number] = _mentions(text.utf8, self._names)
        if not mentions:
            return
        if text.dialect in SCRIPTS:
            yield from _by_script(text, mentions, self._own)
        elif text.dialect == "python":
            yield from _by_module(text, mentions, self._own, strings=not imports)
        else:
            if text.dialect in _PAGES:
                yield from _by_addresses(text)
            for part in text.parts:
                if text.dialect not in _PAGES or part.role in _LOADING:
                    yield from self.of(part)


def _beside(text: Text, found: frozenset[str]) -> frozenset[str]:
    """What a text loads; a document whose fences load v5 may show v4's code beside it."""
    return found | {"v4"} if text.dialect == "markdown" and "v5" in found else found


def _meant(found: frozenset[str]) -> frozenset[str]:
    """The SDKs that a text loads, own constants taken for the SDK's whose codes they are.

    Beside mere libraries they say nothing: they may be what the fix has written.
    """
    others = found - _GENERATIONS.keys()
    if others <= LIBRARIES:
        return others
    return others | {_GENERATIONS[key] for key in found - others}


def _named(specifier: str, own: frozenset[str] = frozenset()) -> Iterator[str]:
    """The SDK that a module's name, or a path to it, names. own: modules of the project's own."""
    npm = specifier.startswith("npm:")  # with a version
    product = of_script(specifier[4:]) if npm else of_specifier(specifier)
    if specifier in own:
        yield _OWN
    elif product is not None:
        yield product.key
    elif _WORD.search(specifier) is not None:
        yield _WEB


def _addressed(text: str) -> Iterator[str]:
    """The SDKs whose addresses stand in a text."""
    for token in _TOKEN.findall(text):
        if _ADDRESS.search(token) is not None:
            product, file = of_script(token), _FILE.search(token)
            key = product.key if product is not None else ""
            if key == _WEB or (file is not None and not key):
                fifth = (file is not None and file["version"] == "5") or _FIFTH.search(token)
                key = "v5" if fifth else _V4
            if key:
                yield key


def addressed_by(page: Text) -> Iterator[tuple[str, str]]:
    """The SDKs whose scripts a page loads by their addresses, by their keys; modules left out."""
    from flake8_trtc.languages import html

    for address in html.addresses(page.utf8, page.tree.root_node, maps=False):
        if _MODULE.search(address) is None:
            yield from ((key, address) for key in (*_addressed(address), *_named(address)))


def _by_script(
    text: Text, mentions: Iterable[tuple[int, int]], own: frozenset[str]
) -> Iterator[str]:
    finder = Finder(text.tree.root_node)
    given = {match[1].decode("utf-8", "replace") for match in _GIVEN.finditer(text.utf8)}
    seen: set[int] = set()
    for span in mentions:
        node: Node | None = finder.at(*span)
        if type_of(node) in {"string_fragment", "escape_sequence"}:
            node = parent_of(node)
        if node is None or node.start_byte in seen:
            continue
        seen.add(node.start_byte)
        if node.type in {"string", "template_string"}:
            written = text_of(node)
            loaded = _is_loaded(node, given)
            yield from _named(written[1:-1], own) if loaded else _addressed(written)
        elif node.type == "comment" and (node.text or b"").startswith(b"///"):
            yield from (name for token in _TOKEN.findall(text_of(node)) for name in _named(token))


def _is_loaded(literal: Node, given: set[str]) -> bool:
    """True if a string is the name of a module that is imported, by a statement or a call.

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


def _by_module(
    text: Text, mentions: Iterable[tuple[int, int]], own: frozenset[str], *, strings: bool
) -> Iterator[str]:
    """SDKs that a Python module imports, or that code and addresses in its strings load."""
    finder = Finder(text.tree.root_node)
    seen: set[int] = set()
    for span in mentions:
        node = finder.at(*span)
        if node.type == "identifier":
            yield from _imported(node, own)
            continue
        literal = parent_of(node) if node.type == "string_content" else node
        if literal is None or literal.type != "string" or literal.start_byte in seen:
            continue
        seen.add(literal.start_byte)
        yield from _in_string(literal, strings=strings)


def _imported(name: Node, own: frozenset[str]) -> Iterator[str]:
    """The SDK that an import of a Python module brings in, by a name in it."""
    dotted = parent_of(name)
    if dotted is None or dotted.type != "dotted_name":
        return
    statement = parent_of(dotted)
    if statement is not None and statement.type == "relative_import":
        ours = any(module.endswith(f".{text_of(dotted)}") for module in own)
        yield from (_OWN if ours else _WEB for _ in _WORD.findall(text_of(dotted)))
        return
    if statement is not None and statement.type == "aliased_import":
        statement = parent_of(statement)
    if statement is None:
        return
    by_from = statement.type == "import_from_statement"
    if statement.type == "import_statement" or (
        by_from and field(statement, "module_name") == dotted
    ):
        names = statement.children_by_field_name("name") if by_from else []
        fifth = [text_of(item).partition(" ")[0] == "v5" for item in names]
        if text_of(dotted) == "flake8_trtc" and any(fifth):
            yield _OWN_V5
        if not fifth or not all(fifth) or text_of(dotted) != "flake8_trtc":
            yield from _module(text_of(dotted), own)


def _module(name: str, own: frozenset[str] = frozenset()) -> Iterator[str]:
    """The SDK of a Python module; the constants of this package are v4's."""
    product = of_module(name)
    if name == "flake8_trtc.v5":
        yield _OWN_V5
    elif name.partition(".")[0] == "flake8_trtc" or name in own:
        yield _OWN
    elif product is not None:
        yield product.key
    elif _WORD.search(name) is not None:
        yield _WEB


def _in_string(literal: Node, *, strings: bool) -> Iterator[str]:
    """SDKs of a Python string: as the argument of an importing call, or by the code in it."""
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
        product = of_package(written.strip("\"'"))
        if product is not None and product.codes is not None and "/" not in written:
            yield product.key  # what reports are told apart by: `sdk == "trtc-sdk-v5"`
        yield from (name for found in _LOADED.findall(written) for name in _named(found))
        yield from _addressed(written)


def _by_addresses(page: Text) -> Iterator[str]:
    """SDKs by the addresses that a page's scripts are loaded from."""
    from flake8_trtc.languages import html

    for address in html.addresses(page.utf8, page.tree.root_node):
        yield from _addressed(address)
        yield from _named(address)
