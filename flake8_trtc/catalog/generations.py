"""The codes of every generation by value, named as code names them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog import liteav_codes, v5_codes
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS
from flake8_trtc.catalog.entries import Bilingual, Code, Constant
from flake8_trtc.model import Codes, Generation

OWNERS: dict[Generation, str] = {
    "v4": "ErrorCode",
    "v5": "TRTC.ERROR_CODE",
    "liteav": "liteav.Error",
}
"""The object that has the codes of each generation as members, as messages name it."""


class Named(NamedTuple):
    """A code of some generation: its member's name, what holds it, and what it says."""

    name: str
    owner: str
    summary: Bilingual

    @property
    def qualified(self) -> str:
        """The member as code writes it: `TRTC.ERROR_CODE.DEVICE_ERROR`."""
        return f"{self.owner}.{self.name}"


def named(value: int | None, generation: Generation) -> Named | None:
    """The code that a number is in one generation; None for a number that it has no code for."""
    row = _TABLES[generation].get(value) if value is not None else None
    return None if row is None else Named(row.name, OWNERS[generation], row.summary)


_TABLES: dict[Generation, dict[int, Constant] | dict[int, Code]] = {
    "v4": CONSTANTS,
    "v5": v5_codes.CODES,
    "liteav": liteav_codes.CODES,
}


@cache
def values(codes: Codes) -> Mapping[str, int]:
    """The values of constants by their names, of v4 by older spellings, too; in their order.

    "v5-moved": the values that v4 has for the codes of v5 that stand for one of its own alone.
    """
    if codes == "v4":
        return {name: constant.value for name, constant in BY_NAME.items()}
    if codes == "v5-moved":
        moved = (constant for constant in CONSTANTS.values() if constant.v5.exact)
        return {constant.v5.code or "": constant.value for constant in moved}
    if codes == "v5-extra":
        return {code.name: code.value for code in v5_codes.EXTRA_CODES.values()}
    return {row.name: value for value, row in _TABLES[codes].items()}


@cache
def all_values() -> Mapping[str, int]:
    """The values of the codes of every SDK by their names; v4's where several have the name."""
    return {**values("liteav"), **values("v5"), **values("v5-extra"), **values("v4")}


def is_member(name: str, value: int | None, codes: Codes) -> bool:
    """True if a constant has a value, by the name that it has today."""
    return value is not None and values(codes).get(name) == value


DECLARED: dict[Codes, tuple[str, str]] = {
    "v4": ("ErrorCode", "TrtcErrorCode"),
    "v5-extra": ("TrtcExtraCode", "TrtcV5ExtraCode"),
}
"""Names for the constants that the fix declares: the second where the first is taken."""


@cache
def declarable() -> Mapping[str, int]:
    """The values of all constants that the fix declares, by their names, in their order."""
    return {name: value for codes in DECLARED for name, value in values(codes).items()}
