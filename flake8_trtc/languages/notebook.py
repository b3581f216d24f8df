"""Jupyter notebooks: the code of their cells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from flake8_trtc._lean import regex
from flake8_trtc.languages.parts import Part
from flake8_trtc.messages import failures
from flake8_trtc.model import Dialect
from flake8_trtc.source import SourceError
from flake8_trtc.spans import Piece, SpanMap

_TOKEN = regex(rb'"(?:[^"\\]|\\.)*"|[\[\]{},:]', re.DOTALL)
_ESCAPE = regex(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_MAGIC = regex(rb"\s*(?:%%|#!(?!/))(\w+)[^\n]*\n?")
_SCRIPTS = frozenset({b"js", b"javascript"})
_PAGES = frozenset({b"html", b"HTML", b"svg", b"SVG"})
_PYTHON = frozenset({b"time", b"timeit", b"capture", b"prun", b"python", b"python3", b"pypy"})
_SHELL = regex(
    rb"^[ \t]*(?P<line>[%!?](?:\\\n|[^\n])*|[\w.]+\?{1,2}[ \t]*$)"
    rb"|^[ \t]*[\w, ]+=[ \t]*(?P<value>[%!](?:\\\n|[^\n])*)",
    re.MULTILINE,
)
_SPACED = regex(rb"\\(?!\n)|[^\\\n]")
_KERNELS: dict[str, Dialect] = {
    **dict.fromkeys(("javascript", "jslab", "nodejs", "ijavascript", "node"), "js"),
    **dict.fromkeys(("typescript", "tslab", "deno", "itypescript"), "ts"),
}


def cells(text: bytes) -> Iterator[Part]:
    """The cells of a notebook that hold code or a page, in order.

    Raises SourceError for a text that is not a notebook.
    """
    try:
        notebook = json.loads(text)
        types = [cell["cell_type"] for cell in notebook["cells"]]
        own = [_named(cell.get("metadata"), _CELLS) for cell in notebook["cells"]]
    except ValueError as error:
        raise SourceError(failures.NOT_JSON(error=error)) from None
    except (AttributeError, KeyError, TypeError):
        raise SourceError(failures.NO_CELLS()) from None
    language = _named(notebook.get("metadata"), _NOTEBOOKS) or "python"
    for index, strings in _sources(text):
        if types[index] == "code":
            yield from _cell(*_joined(text, strings), _dialect(own[index] or language))


_NOTEBOOKS = (("kernelspec", "language"), ("language_info", "name"), ("kernelspec", "name"))
_CELLS = (
    ("vscode", "languageId"),
    ("polyglot_notebook", "kernelName"),
    ("dotnet_interactive", "language"),
)
"""Where the metadata of a notebook, and of a cell of another language, name it."""


def _named(metadata: object, places: Iterable[tuple[str, str]]) -> str:
    """The language that metadata name; "" for none."""
    for section, key in places:
        found = metadata.get(section) if isinstance(metadata, dict) else None
        name = found.get(key) if isinstance(found, dict) else None
        if name:
            return str(name).lower()
    return ""


def _dialect(language: str) -> Dialect | None:
    """The dialect of a language's cells; None for one that is not read."""
    return _KERNELS.get(language, "python" if "python" in language else None)


def _cell(text: bytes, pieces: SpanMap, dialect: Dialect | None) -> Iterator[Part]:
    magic = _MAGIC.match(text)
    if magic is not None:
        rest = text[magic.end() :]
        inside = SpanMap.shifted(magic.end(), len(rest)).within(pieces)
        if magic[1] in _SCRIPTS:
            yield Part("js", rest, inside, "script", "json")
            return
        if magic[1] in _PAGES:
            yield Part("html", rest, inside, "script", "json")
            return
        if magic[1] not in _PYTHON:
            return
        text, pieces = rest, inside  # the magic stays the first line, whatever is put before
    if dialect == "python":
        text = _SHELL.sub(_neutral, text)
    if dialect is not None:
        # Of JavaScript all cells share one top level, where nothing can be declared twice.
        yield Part(dialect, text, pieces, "module" if dialect == "python" else "script", "json")


def _neutral(match: re.Match[bytes]) -> bytes:
    """A line for IPython as a line of Python, of the same length."""
    group = "line" if match["line"] is not None else "value"
    start = match.start(group) - match.start()
    return match[0][:start] + b"0" + _SPACED.sub(b" ", match[group][1:])


def cell_number(text: bytes, offset: int) -> int:
    """Which cell of a notebook holds an offset, 1-based as they are seen."""
    held = (index for index, strings in _sources(text) if strings[-1][1] > offset)
    return next(held) + 1


def _sources(text: bytes) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The index of each cell with the offsets, quotes included, of the strings of its source."""
    path: list[str | int] = []  # the keys and indexes of the value that comes next
    key: str | None = None
    found: dict[int, list[tuple[int, int]]] = {}
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in {b"{", b"["}:
            path.append("" if token == b"{" else 0)
        elif token in {b"}", b"]"}:
            path.pop()
        elif token == b":":
            path[-1] = key or ""
            if path == ["cells"]:  # of two values JSON takes the last
                found.clear()
            elif path[0] == "cells" and path[2:] == ["source"] and isinstance(path[1], int):
                found.pop(path[1], None)
        elif token == b",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else ""
        elif path[-1] == "":
            key = json.loads(token)
        elif path[0] == "cells" and path[2:3] == ["source"] and len(path) <= 4:
            index = path[1]
            if isinstance(index, int):
                found.setdefault(index, []).append(match.span())
    yield from sorted(found.items())


def _joined(text: bytes, strings: list[tuple[int, int]]) -> tuple[bytes, SpanMap]:
    """JSON strings put together, and their map to the JSON text."""
    joined = bytearray()
    pieces = []
    for start, end in strings:
        at = start + 1
        for escape in _ESCAPE.finditer(text, at, end - 1):
            pieces.append(Piece(len(joined), at, escape.start() - at))
            value = json.loads(b'"' + escape[0] + b'"')
            joined += text[at : escape.start()] + value.encode("utf-8", "replace")
            at = escape.end()
        pieces.append(Piece(len(joined), at, end - 1 - at))
        joined += text[at : end - 1]
    return bytes(joined), SpanMap(pieces)
