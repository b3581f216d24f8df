"""The catalog of v4: its numbers and names, and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from emit.literals import Call, literal
from emit.rows import HEADER, TABLES, Row, code, conversion, keywords, value


def codes(catalog: dict[str, Row]) -> str:
    constants = catalog["constants"]["constant"]
    values = {
        "RARE": tuple(row["value"] for row in constants if row["rarity"] == "rare"),
        "COMMON": tuple(row["value"] for row in constants if row["rarity"] != "rare"),
        "DETAILS": tuple(
            row["value"] for stem in ("details", "accounts") for row in catalog[stem][TABLES[stem]]
        ),
        "V5": _values(catalog["v5"]["code"]),
        "V5_EXTRA": _values(catalog["v5"]["extra"]),
        "LITEAV": _values(catalog["liteav"]["code"]),
    }
    names = {
        "NAMES": _names(constants),
        "RARE_NAMES": _names(row for row in constants if row["name_rarity"] == "rare"),
        "V5_NAMES": _names(catalog["v5"]["code"]),
        "V5_EXTRA_NAMES": _names(catalog["v5"]["extra"]),
        "LITEAV_NAMES": _names(catalog["liteav"]["code"]),
        "V5_CALLS": next(
            tuple(row["calls"]) for row in catalog["sdks"]["sdk"] if row["key"] == "v5"
        ),
        "GETTERS": _in_both_cases(catalog["constants"]["getters"]),
    }
    title = "The catalog's numbers and names alone, which is all that a search needs"
    return "\n".join(
        [
            HEADER.format(title=title),
            "from __future__ import annotations",
            "",
            *(_assigned(name, "tuple[int, ...]", row) for name, row in values.items()),
            *(_assigned(name, "tuple[str, ...]", row) for name, row in names.items()),
            "",
        ]
    )


def _in_both_cases(names: list[str]) -> tuple[str, ...]:
    """JavaScript's names, and the same as Python's users write them."""
    return (*names, *(re.sub("(?=[A-Z])", "_", name).lower() for name in names))


def _assigned(name: str, kind: str, value: tuple[object, ...]) -> str:
    declared = f"{name}: {kind} = "
    return declared + literal(value, lead=len(declared))


def _values(rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(row["value"] for row in rows)


def _names(constants: Iterable[Row]) -> tuple[str, ...]:
    """The names and aliases of some rows."""
    return tuple(name for row in constants for name in (row["name"], *row.get("aliases", ())))


def data(catalog: dict[str, Row]) -> str:
    tables = {
        "CONSTANTS": tuple(_constant(row, catalog) for row in catalog["constants"]["constant"]),
        "DETAILS": tuple(
            _detail(row, catalog[stem]["parent"])
            for stem in ("details", "accounts")
            for row in catalog[stem][TABLES[stem]]
        ),
        "CAPTURE_ERRORS": tuple(
            _capture(row, catalog["capture"]["parent"]) for row in catalog["capture"]["capture"]
        ),
    }
    return "\n".join(
        [
            HEADER.format(title="The catalog's rows, which catalog.py looks up"),
            "from __future__ import annotations",
            "",
            "from flake8_trtc.catalog.entries import (",
            *(f"    {name}," for name in sorted(_ENTRIES)),
            ")",
            "",
            *(f"{name} = {literal(rows)}" for name, rows in tables.items()),
            "",
        ]
    )


_ENTRIES = ("CaptureError", "Constant", "Conversion", "Detail", "Provenance", "Bilingual")


def _constant(row: Row, catalog: dict[str, Row]) -> Call:
    told = {
        "value": row["value"],
        "name": row["name"],
        "rare": row["rarity"] == "rare",
        "name_rare": row["name_rarity"] == "rare",
        "first_build": row["first_build"],
        **_brackets(row, catalog["constants"]["builds"]),
        "v5": conversion(row, catalog["constants"]["constant"]),
    }
    gaps = {source: kind for source, kind in row["provenance"].items() if kind != "named"}
    rest = {
        key: code(item) if key == "examples" else value(item)
        for key, item in row.items()
        if key not in {*told, "rarity", "name_rarity", "provenance"}
    }
    if gaps:
        rest["provenance"] = Call("Provenance", gaps)
    return Call("Constant", {**told, **rest})


def _brackets(row: Row, builds: list[str]) -> dict[str, object]:
    """The builds on the other side of the first and of the last one, where there are any."""
    found: dict[str, object] = {}
    first = builds.index(row["first_build"])
    if first:
        found["last_without"] = builds[first - 1]
    if "last_build" in row:
        found["last_build"] = row["last_build"]
        found["first_not_constructing"] = builds[builds.index(row["last_build"]) + 1]
    return found


def _detail(row: Row, parent: str) -> Call:
    rest = keywords(row)
    return Call("Detail", {"value": rest.pop("value"), "parent": parent, **rest})


def _capture(row: Row, parent: str) -> Call:
    rest = keywords(row)
    return Call("CaptureError", {"name": rest.pop("name"), "parent": parent, **rest})
