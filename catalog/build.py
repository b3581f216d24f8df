"""Generate the catalog's modules from its TOML: python catalog/build.py [--check].

Reads catalog/*.toml, validates each file against schema.json, and writes the modules of
flake8_trtc that `generate` names. With --check it writes nothing and exits 1 where they are stale.
A catalog that is wrong is one line on stderr and exit code 2.
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
import tomllib
from pathlib import Path

import jsonschema
from emit.modules import generate
from emit.rows import FILES, TABLES, Row
from jsonschema.exceptions import best_match

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "flake8_trtc"


class CatalogError(Exception):
    """The catalog is wrong; the message is one line that says where."""


def load(directory: Path = HERE) -> dict[str, Row]:
    """The files by their stems, each valid against the schema and against the others.

    Raises:
        CatalogError: a file is missing, is not TOML, or holds a row that is not valid.
    """
    schema = json.loads((directory / "schema.json").read_text(encoding="utf-8"))
    catalog: dict[str, Row] = {}
    for stem in FILES:
        try:
            catalog[stem] = tomllib.loads((directory / f"{stem}.toml").read_text(encoding="utf-8"))
        except OSError as error:
            raise CatalogError(f"catalog/{stem}.toml: {error.strerror}") from error
        except ValueError as error:  # not UTF-8, or not TOML
            raise CatalogError(f"catalog/{stem}.toml: {error}") from error
        _validate(stem, catalog[stem], schema)
    _validate_together(catalog)
    _validate_builds(catalog["constants"])
    _validate_v5(catalog)
    _validate_sdks(catalog["sdks"]["sdk"])
    _validate_native(catalog)
    return catalog


def _validate(stem: str, document: Row, schema: Row) -> None:
    checker = jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{stem}"})
    error = best_match(checker.iter_errors(document))
    if error is None:
        return
    where = [f"catalog/{stem}.toml"]
    path = list(error.absolute_path)
    if len(path) >= 2 and isinstance(path[1], int):
        row = document[str(path[0])][path[1]]
        label = row.get("name", row.get("value", "?")) if isinstance(row, dict) else "?"
        where.append(f"{path[0]} {path[1] + 1} ({label})")
        path = path[2:]
    if path:
        where.append(".".join(map(str, path)))
    message = textwrap.shorten(error.message, 200, placeholder=" ...")
    raise CatalogError(": ".join([*where, message]))


def _validate_together(catalog: dict[str, Row]) -> None:
    """No value and no name stands twice, and every parent is a constant."""
    seen: set[int | str] = set()
    for stem in ("constants", "accounts", "details", "capture"):
        for row in catalog[stem][TABLES[stem]]:
            for key in (row.get("value"), row.get("name"), *row.get("aliases", ())):
                if key in seen:
                    raise CatalogError(f"catalog/{stem}.toml: {key} stands twice in the catalog")
                if key is not None:
                    seen.add(key)
        parent = catalog[stem].get("parent")
        if parent is not None and parent not in seen:
            raise CatalogError(f"catalog/{stem}.toml: parent: {parent} is not a constant")


def _validate_builds(constants: Row) -> None:
    """A code's first and last build are builds, in their order, and the last is not the newest."""
    builds = constants["builds"]
    for row in constants["constant"]:
        first, last = row["first_build"], row.get("last_build")
        known = first in builds and (last is None or last in builds[builds.index(first) : -1])
        if not known:
            raise CatalogError(f"catalog/constants.toml: {row['name']}: first_build, last_build")


def _validate_v5(catalog: dict[str, Row]) -> None:
    """No value and no name stands twice in a table, and what refers to a code of v5 names one."""
    tables = {
        **{f"v5.toml: {table}": rows for table, rows in catalog["v5"].items()},
        "liteav.toml: code": catalog["liteav"]["code"],
    }
    for where, rows in tables.items():
        keys = [key for row in rows for key in (row["value"], row["name"])]
        for key in keys:
            if keys.count(key) > 1:
                raise CatalogError(f"catalog/{where}: {key} stands twice")
    codes = {row["name"] for row in catalog["v5"]["code"]}
    extra = {row["value"] for row in catalog["v5"]["extra"]} | {_DEVICE}
    for row in catalog["v5"]["extra"]:
        if row["parent"] not in codes:
            raise CatalogError(f"catalog/v5.toml: {row['name']}: parent: {row['parent']}")
    for row in (*catalog["constants"]["constant"], *catalog["v5"]["internal"]):
        given = row["v5"]
        if given.get("code", "INVALID_PARAMETER") not in codes or (
            given.get("extra", _DEVICE) not in extra
        ):
            raise CatalogError(f"catalog: {row['name']}: v5: no such code")


_DEVICE = 5300  # DEVICE_ERROR is its own extra code where the browser's error is another


def _validate_native(catalog: dict[str, Row]) -> None:
    """Each table of names belongs to an SDK."""
    unknown = catalog["native"].keys() - {row["key"] for row in catalog["sdks"]["sdk"]}
    if unknown:
        raise CatalogError(f"catalog/native.toml: {min(unknown)} is no key of sdks.toml")


def _validate_sdks(rows: list[Row]) -> None:
    """What tells an SDK tells no other."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        marks = [("key", row["key"])]
        marks += [(field, mark) for field in _MARKS for mark in row.get(field, ())]
        for field, mark in marks:
            if (field, mark) in seen:
                raise CatalogError(f"catalog/sdks.toml: {row['key']}: {field}: {mark} stands twice")
            seen.add((field, mark))


_MARKS = ("packages", "modules", "scripts", "globals", "calls")


def main(argv: list[str] | None = None, catalog: Path = HERE, package: Path = PACKAGE) -> int:
    """Write the generated modules into `package`, or check those that are there.

    Returns the exit code: 0, or 1 where --check finds a stale module, or 2 for a wrong catalog.
    """
    parser = argparse.ArgumentParser(prog="build.py", description="Generate the catalog's modules.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check = parser.parse_args(argv).check
    try:
        modules = generate(load(catalog))
    except CatalogError as error:
        print(error, file=sys.stderr)
        return 2
    stale = []
    for name, text in modules.items():
        path = package / name
        data = text.encode()
        if path.is_file() and path.read_bytes() == data:
            continue
        stale.append(f"flake8_trtc/{name}")
        if not check:
            path.write_bytes(data)
    if check and stale:
        print(f"stale: {', '.join(stale)}; run python catalog/build.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
