"""Values as Python expressions, laid out as ruff's formatter would."""

from __future__ import annotations

import json
import unicodedata
from typing import NamedTuple

WIDTH = 100
"""Columns of a line."""


class Call(NamedTuple):
    """A call to be written: the name of what is called, and its keywords."""

    name: str
    keywords: dict[str, object]


def literal(value: object, indent: str = "", lead: int = 0) -> str:
    """The value as an expression.

    lead: the columns that stand between the indent and the value.
    """
    if isinstance(value, str):
        # repr() escapes what json does, but likes the other quotes.
        return repr(value) if '"' in value else json.dumps(value, ensure_ascii=False)
    inner = f"{indent}    "
    if isinstance(value, Call):
        opening, comma = f"{value.name}(", ""
        items = [
            f"{key}={literal(item, inner, len(key) + 1)}" for key, item in value.keywords.items()
        ]
    elif isinstance(value, tuple):
        opening, comma = "(", "," * (len(value) == 1)
        items = [literal(item, inner) for item in value]
    else:
        return repr(value)
    flat = f"{opening}{', '.join(items)}{comma})"
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in flat)
    if "\n" not in flat and len(indent) + lead + len(flat) + wide < WIDTH:  # a comma follows
        return flat
    return opening + "\n" + "".join(f"{inner}{item},\n" for item in items) + f"{indent})"
