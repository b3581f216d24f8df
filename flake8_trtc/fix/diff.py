"""A unified diff of two files' bytes, such as `patch` and `git apply` take."""

from __future__ import annotations

import difflib
import os

_SIGNS = {ord('"'): b'\\"', ord("\\"): b"\\\\", 9: b"\\t", 10: b"\\n", 13: b"\\r"}
_COLOURS = (
    *((b"--- ", b"1"), (b"+++ ", b"1"), (b"@@", b"36")),
    *((b"-", b"31"), (b"+", b"32")),
)
"""What a line of a diff begins with, and its colour; the longer first."""
_NO_NEWLINE = b"\n\\ No newline at end of file\n"


def unified(path: str, old: bytes, new: bytes) -> bytes:
    """The diff, in the bytes of the file itself whatever their encoding; b"" for equal ones."""
    name = _header(os.fsencode(path))
    lines = difflib.diff_bytes(
        difflib.unified_diff, _lines(old), _lines(new), name, name, lineterm=b"\n"
    )
    return b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in lines)


def painted(diff: bytes) -> bytes:
    """A diff in the colours of a terminal, as git has them; its lines are else as they were."""
    return b"".join(map(_painted, _lines(diff)))


def _painted(line: bytes) -> bytes:
    colour = next((colour for start, colour in _COLOURS if line.startswith(start)), b"")
    text = line.rstrip(b"\r\n")
    return b"\x1b[%sm%s\x1b[m%s" % (colour, text, line[len(text) :]) if colour else line


def _header(name: bytes) -> bytes:
    """A name as git writes it: quoted as in C where it is odd, a tab behind one with blanks."""
    if any(byte < 32 or byte > 126 or byte in b'"\\' for byte in name):
        return b'"' + b"".join(map(_sign, name)) + b'"'
    return name + b"\t" if b" " in name else name


def _sign(byte: int) -> bytes:
    plain = b"%c" % byte if 31 < byte < 127 else b"\\%03o" % byte
    return _SIGNS.get(byte, plain)


def _lines(data: bytes) -> list[bytes]:
    """Lines as diff tools count them: only a line feed ends one."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
