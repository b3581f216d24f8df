"""What the tests of the fix share: one file fixed in memory, as bytes."""

from __future__ import annotations

import re
from collections.abc import Callable

from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import Outcome, fix_source
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.parts import Part
from flake8_trtc.model import Dialect, Role
from flake8_trtc.source import Source
from flake8_trtc.spans import SpanMap

DEFAULT = Options()
# Not in the project's own directory, where flake8_trtc is first-party.
PAGE = "/somewhere/page.py"


def outcome(data: bytes, path: str = PAGE, options: Options = DEFAULT) -> Outcome:
    """Fix a file's bytes."""
    return fix_source(Source.from_bytes(path, data), options)


def fixed(data: bytes, path: str = PAGE, options: Options = DEFAULT) -> bytes:
    """The new bytes of a file that is fixed whole, and that a second fix leaves alone."""
    result = outcome(data, path, options)
    assert result.error is None, result.error
    assert not result.refusals, result.refusals
    assert result.new is not None
    again = outcome(result.new, path, options)
    assert again.new is None
    assert again.error is None
    assert not again.refusals
    return result.new


def script(text: bytes, dialect: Dialect = "js", role: Role = "script") -> Text:
    """A script as a text of a document."""
    whole = SpanMap.shifted(0, len(text))
    return Document(Source("a.js", text)).add(Part(dialect, text, whole, role), None)


_MARK = re.compile(rb"(<<?)(0[xX]4004|0o40004|0b100000000000100|16_?388)>>?")
_NAME = b"ErrorCode.JOIN_ROOM_FAILED"


def expand(head: bytes, marked: bytes, *, new: bool = False) -> bytes:
    """A file from a text in which `<16388>` marks what is rewritten, `<<16388>>` with brackets."""

    def word(match: re.Match[bytes]) -> bytes:
        if not new:
            return match[2]
        return b"(" + _NAME + b")" if match[1] == b"<<" else _NAME

    return head + _MARK.sub(word, marked)


Variant = Callable[[bytes], bytes]


VARIANTS: dict[str, Variant] = {
    "plain": lambda data: data,
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "CR": lambda data: data.replace(b"\n", b"\r"),
    "BOM": lambda data: b"\xef\xbb\xbf" + data,
    "Chinese comment": lambda data: "# 错误码\n".encode() + data,
    "gbk": lambda data: ("# -*- coding: gbk -*-\n# 错误码\n" + data.decode()).encode(
        "gbk", "xmlcharrefreplace"
    ),
    "latin-1": lambda data: ("# coding: latin-1\n# \xe9\n" + data.decode()).encode(
        "latin-1", "xmlcharrefreplace"
    ),
}
