"""Each generated module, from the rows of the TOML files."""

from __future__ import annotations

from emit import enums, others, v4
from emit.rows import Row


def generate(catalog: dict[str, Row]) -> dict[str, str]:
    """The text of each generated module, by its file name."""
    return {
        "error_code.py": enums.error_code(catalog),
        "v5.py": enums.v5(catalog),
        "catalog/_codes.py": v4.codes(catalog),
        "catalog/_data.py": v4.data(catalog),
        "catalog/v5_codes.py": others.v5_codes(catalog),
        "catalog/liteav_codes.py": others.liteav_codes(catalog),
        "catalog/native_codes.py": others.native_codes(catalog),
        "catalog/_sdks.py": others.sdks(catalog),
    }
