"""A file's text: bytes in, bytes out, and byte offsets turned into lines and columns."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from itertools import accumulate

from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_trtc.model import Dialect

# Compiled where they are first used: a walk needs only the suffixes.
_COOKIE = rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)"
_BLANK = rb"^[ \t\f]*(?:#.*)?$"

_RUNS_PYTHON = rb"#![^\r\n]*\b(?:python|pypy|uv\b)"

PYTHON = (".py", ".pyi", ".pyw")
TEMPLATES = (
    *(".j2", ".jinja", ".jinja2", ".njk", ".twig"),
    *(".ejs", ".erb"),
    *(".hbs", ".handlebars", ".mustache"),
    *(".liquid", ".djhtml"),
)
"""Suffixes of templates: of Jinja, EJS and ERB, Handlebars, Liquid and Django."""
COMPONENTS = (".svelte", ".astro", ".uvue", ".pug", ".jade")
"""Suffixes of pages and components that are read in a way of their own."""
_SCRIPTS: dict[str, Dialect] = {
    **dict.fromkeys((".js", ".mjs", ".cjs", ".jsx"), "js"),
    **dict.fromkeys((".ts", ".mts", ".cts"), "ts"),
    ".tsx": "tsx",
}
DIALECTS: dict[str, Dialect] = {
    **_SCRIPTS,
    ".wxs": "js",
    ".uts": "ts",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".astro", ".pug", ".jade", *TEMPLATES), "html"),
    **dict.fromkeys((".vue", ".nvue", ".uvue", ".svelte"), "vue"),
    **dict.fromkeys((".md", ".markdown", ".mdx"), "markdown"),
    ".ipynb": "notebook",
}
"""The dialect of a file by its suffix, Python's left out."""
SUFFIXES = (*PYTHON, *DIALECTS)
"""The kinds of files that are read."""


def dialect_of(path: str) -> Dialect:
    """The dialect of a file that is read, by its name; Python where the name does not say."""
    return DIALECTS.get(os.path.splitext(path)[1].lower(), "python")


def dialect_inside(path: str) -> Dialect | None:
    """The dialect of the script that a template makes, by its name: `room.js.j2`; else None."""
    base, suffix = os.path.splitext(path)
    inner = os.path.splitext(base)[1].lower() if suffix.lower() in TEMPLATES else ""
    return _SCRIPTS.get(inner)


def is_read(path: str, data: bytes) -> bool:
    """True if a file is of a kind that is read: by its suffix, or its first line runs Python."""
    if path.endswith(SUFFIXES) or path.lower().endswith(SUFFIXES):
        return True
    return data[:2] == b"#!" and re.match(_RUNS_PYTHON, data) is not None


def searchable(data: bytes) -> bytes:
    """The bytes of a file as its words can be searched for: UTF-16 as UTF-8, and without a NUL.

    No such file is read: it is named where it may hold a code.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.replace(b"\0", b"")


class SourceError(Failure):
    """A file's bytes can't be read as text, or its text not written as bytes; says which."""


class LineIndex:
    """The lines of a text. utf8: the text, newlines as they are in it."""

    __slots__ = ("_counted", "_starts", "utf8")

    def __init__(self, utf8: bytes) -> None:
        self.utf8 = utf8
        self._starts: list[int] | None = None
        self._counted = 0, 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a byte offset, both 1-based, the column in characters."""
        line = bisect_right(self._line_starts(), offset)
        start = self._line_starts()[line - 1]
        counted, column = self._counted
        if not start <= counted <= offset:  # a long line is counted on from what was asked last
            counted, column = start, 1
        column += _length(self.utf8[counted:offset])
        self._counted = offset, column
        return line, column

    def offset_of(self, line: int) -> int:
        """The byte offset of the start of a 1-based line that there is."""
        return self._line_starts()[line - 1]

    def line_span(self, offset: int) -> tuple[int, int]:
        """Byte offsets of the start and end of the line that holds an offset, newline excluded."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        end = starts[line] if line < len(starts) else len(self.utf8)
        while end > starts[line - 1] and self.utf8[end - 1] in b"\r\n":
            end -= 1
        return starts[line - 1], end

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = line_starts(self.utf8)
        return self._starts


class Source(LineIndex):
    """One file.

    path: as the user named it; utf8: its text in UTF-8, without a byte-order mark; encoding: the
    name of the file's own encoding; bom: whether it began with a UTF-8 byte-order mark.
    """

    __slots__ = ("bom", "encoding", "path")

    def __init__(self, path: str, utf8: bytes, encoding: str = "utf-8", bom: bool = False) -> None:
        super().__init__(utf8)
        self.path = path
        self.encoding = encoding
        self.bom = bom

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Source:
        """Read a file's bytes: UTF-8, or in Python what the coding cookie says (PEP 263).

        Raises SourceError for an unknown encoding, bytes that are not of it, or a NUL.
        """
        bom = data.startswith(BOM_UTF8)
        body = data[len(BOM_UTF8) :] if bom else data
        declares = dialect_of(path) == "python"
        encoding = _declared_encoding(body) if declares else "utf-8"
        if bom and encoding != "utf-8":
            raise SourceError(failures.BOM_AND_COOKIE(encoding=encoding))
        if body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            raise SourceError(failures.NOT_UTF8(offset=0))  # what Python does not read, either
        if b"\0" in body:
            raise SourceError(failures.NUL())
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError as error:
            offset = error.start + (len(BOM_UTF8) if bom else 0)
            if not declares:
                raise SourceError(failures.NOT_UTF8(offset=offset)) from None
            raise SourceError(failures.NOT_ENCODED(offset=offset, encoding=encoding)) from None
        except UnicodeError:  # a codec that says no more: idna, punycode
            raise SourceError(failures.UNKNOWN_ENCODING(name=encoding)) from None
        utf8 = body if encoding == "utf-8" else text.encode("utf-8")
        return cls(path, utf8, encoding, bom)

    @classmethod
    def from_text(cls, path: str, text: str) -> Source:
        """Take a text that another program has decoded, as an editor has.

        Raises SourceError for a NUL, or where the coding cookie names no encoding of text.
        """
        utf8 = text.encode("utf-8", "replace")  # half a surrogate pair is no character
        if b"\0" in utf8:
            raise SourceError(failures.NUL())
        encoding = _declared_encoding(utf8) if dialect_of(path) == "python" else "utf-8"
        return cls(path, utf8, encoding)

    @classmethod
    def from_lines(cls, path: str, lines: list[str]) -> Source:
        """Take the lines of a file as flake8 read them."""
        return cls(path, "".join(lines).encode("utf-8", "surrogatepass"))

    @property
    def text(self) -> str:
        """The text, newlines as they are in the file."""
        return self.utf8.decode("utf-8", "surrogatepass")

    def encode(self, utf8: bytes) -> bytes:
        """Turn a new text, in UTF-8, into the bytes of this file: its encoding, its mark.

        Raises SourceError when the file's encoding has no room for a character.
        """
        mark = BOM_UTF8 if self.bom else b""
        if self.encoding == "utf-8":
            return mark + utf8
        try:
            return mark + utf8.decode("utf-8").encode(self.encoding)
        except UnicodeEncodeError as error:
            missing = error.object[error.start : error.end]
            said = failures.NO_CHARACTER(encoding=self.encoding, missing=missing)
            raise SourceError(said) from None


def _length(utf8: bytes) -> int:
    """How many characters there are in part of a text."""
    return len(utf8) if utf8.isascii() else len(utf8.decode("utf-8", "replace"))


def line_starts(utf8: bytes) -> list[int]:
    """The byte offset of each line; after a final newline there is an empty last one."""
    lines = utf8.splitlines(keepends=True)
    if not lines or lines[-1].endswith((b"\n", b"\r")):
        lines.append(b"")
    return list(accumulate(map(len, lines[:-1]), initial=0))


def line_start(utf8: bytes, offset: int) -> int:
    """Where the line that holds a byte offset begins."""
    return max(utf8.rfind(b"\n", 0, offset), utf8.rfind(b"\r", 0, offset)) + 1


def between(
    text: bytes, opening: bytes, closing: bytes, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The spans of what two marks enclose in part of a text, marks included, in order.

    An opening mark without a closing one is none; a text is looked through once, whatever it holds.
    """
    while (first := text.find(opening, start, end)) >= 0:
        last = text.find(closing, first + len(opening), end)
        if last < 0:
            return
        start = last + len(closing)
        yield first, start


def _declared_encoding(body: bytes) -> str:
    """Name of the encoding that the first two lines declare, normalised; "utf-8" by default."""
    for line in body.split(b"\n", 2)[:2]:
        if found := re.match(_COOKIE, line):
            name = found[1].decode("ascii", "replace")
            try:
                codec = lookup(name)
            except LookupError:
                raise SourceError(failures.UNKNOWN_ENCODING(name=name)) from None
            if not getattr(codec, "_is_text_encoding", True):  # rot13, hex
                raise SourceError(failures.UNKNOWN_ENCODING(name=name))
            return codec.name
        if not re.match(_BLANK, line.rstrip(b"\r")):
            break
    return "utf-8"
