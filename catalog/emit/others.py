"""The codes of the other SDKs, and the table of SDKs."""

from __future__ import annotations

from collections.abc import Iterable

from emit.literals import Call, literal
from emit.rows import HEADER, Row, conversion, keywords


def v5_codes(catalog: dict[str, Row]) -> str:
    document = catalog["v5"]
    internal = [
        Call("InternalCode", {**keywords(row), "v5": conversion(row, [])})
        for row in document["internal"]
    ]
    return _tables(
        "The codes of v5, by value",
        {
            "CODES": _rows("Code", document["code"]),
            "EXTRA_CODES": _rows("ExtraCode", document["extra"]),
            "INTERNAL_CODES": ("InternalCode", tuple(internal)),
        },
        ("Code", "Conversion", "ExtraCode", "InternalCode", "Bilingual"),
    )


def liteav_codes(catalog: dict[str, Row]) -> str:
    tables = {"CODES": _rows("Code", catalog["liteav"]["code"])}
    return _tables("The codes of liteav, by value", tables, ("Code", "Bilingual"))


def _rows(name: str, rows: Iterable[Row]) -> tuple[str, tuple[Call, ...]]:
    """The name of a kind of entry, and the rows of that kind."""
    return name, tuple(Call(name, keywords(row)) for row in rows)


def _tables(
    title: str, tables: dict[str, tuple[str, tuple[Call, ...]]], entries: Iterable[str]
) -> str:
    """A module of entries by their values."""
    return "\n".join(
        [
            HEADER.format(title=title),
            "from __future__ import annotations",
            "",
            f"from flake8_trtc.catalog.entries import {', '.join(sorted(entries))}",
            *(
                line
                for name, (kind, rows) in tables.items()
                for line in (f"\n{name}: dict[int, {kind}] = {{", *map(_keyed, rows), "}")
            ),
            "",
        ]
    )


def _keyed(row: Call) -> str:
    """An item of a dictionary: the entry under its value."""
    key = f"    {row.keywords['value']}: "
    return f"{key}{literal(row, '    ', len(key) - 4)},"


def native_codes(catalog: dict[str, Row]) -> str:
    return "\n".join(
        [
            HEADER.format(title="The names of other TRTC SDKs' codes, by the SDK's key"),
            "from __future__ import annotations",
            "",
            "NAMES: dict[str, dict[str, int]] = {",
            *(
                line
                for key, names in catalog["native"].items()
                for line in (
                    f'    "{key}": {{',
                    *(f'        "{name}": {value},' for name, value in names.items()),
                    "    },",
                )
            ),
            "}",
            "",
        ]
    )


def sdks(catalog: dict[str, Row]) -> str:
    rows = tuple(Call("Product", keywords(row)) for row in catalog["sdks"]["sdk"])
    return "\n".join(
        [
            HEADER.format(title="The SDKs that a text may use, which sdks.py looks up"),
            "from __future__ import annotations",
            "",
            "from flake8_trtc.catalog.entries import Product",
            "",
            f"PRODUCTS: tuple[Product, ...] = {literal(rows)}",
            "",
        ]
    )
