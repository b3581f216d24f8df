"""The enums that applications import."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from emit.literals import WIDTH
from emit.rows import HEADER, Row


def error_code(catalog: dict[str, Row]) -> str:
    about = (
        "What `RtcError.getCode()` returns: an int, equal to its number.",
        "",
        "`str()`, `repr()` and `format()` give the digits: f\"{ErrorCode.UNKNOWN}\" is '65535'.",
        "A value that the SDK does not have raises ValueError.",
    )
    members = (
        (
            f"{row['name']} = 0x{row['value']:04X}",
            " ".join([row["description"]["en"].replace("\n", " "), *_status(row)]),
        )
        for row in catalog["constants"]["constant"]
    )
    return "\n".join(
        [
            HEADER.format(title="The error codes of Tencent's TRTC Web SDK v4, as an IntEnum"),
            "from enum import IntEnum",
            *_enum("ErrorCode", about, members),
            "",
        ]
    )


def v5(catalog: dict[str, Row]) -> str:
    about = (
        "What `error.code` is: an int, equal to its number. In JavaScript TRTC.ERROR_CODE.",
        "",
        '`str()`, `repr()` and `format()` give the digits: f"{ErrorCode.DEVICE_ERROR}" is '
        "'5300'.",
        "A value that the SDK does not have raises ValueError.",
    )
    extra = (
        "What `error.extraCode` is, where the SDK itself gave it, and not the server.",
        "",
        "The names are those inside the SDK, which does not export them. A value that is none of",
        "them raises ValueError: the server's own codes come as extra codes, too.",
    )
    document = catalog["v5"]
    return "\n".join(
        [
            HEADER.format(title="The error codes of Tencent's TRTC Web SDK v5, as IntEnums"),
            "from enum import IntEnum",
            *_enum("ErrorCode", about, map(_member, document["code"])),
            *_enum("ExtraCode", extra, map(_member, document["extra"])),
            "",
        ]
    )


def _member(row: Row) -> tuple[str, str]:
    """How a code of v5 is defined in an enum, and its documentation."""
    said = row["summary"]["en"]
    first = said[0].upper() if said.partition(" ")[0].islower() else said[0]
    parent = f" ({row['parent']})" if "parent" in row else ""
    return f"{row['name']} = {row['value']}", f"{first}{said[1:]}{parent}."


def _enum(name: str, about: Iterable[str], members: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of an enum whose repr is the digits, as its str and its format are."""
    first, *rest = (f"    {line}".rstrip() for line in about)
    yield from ("", "", f"class {name}(IntEnum):", f'    """{first.strip()}', *rest, '    """')
    for definition, text in members:
        yield from ("", f"    {definition}", *_docstring(text))
    yield from ("", "    __repr__ = int.__repr__")


def _status(row: Row) -> Iterator[str]:
    if "since" in row:
        yield f"Since v{row['since']}."
    if "deprecated" in row:
        yield f"Deprecated since v{row['deprecated']}."
    if "not_thrown_since" in row:
        yield f"No longer thrown since v{row['not_thrown_since']}."
    if "replacement" in row:
        phrase = row["replacement"]["en"]
        yield f"{phrase[0].upper()}{phrase[1:]}."


def _docstring(text: str) -> list[str]:
    """A member's docstring: one line where it fits, otherwise its first sentence and the rest."""
    if len(text) + 4 + 6 <= WIDTH:
        return [f'    """{text}"""']
    first, _, rest = text.partition(". ")
    indent = "    "
    body = textwrap.wrap(rest, WIDTH, initial_indent=indent, subsequent_indent=indent)
    return [f'    """{first}.', "", *body, '    """']
