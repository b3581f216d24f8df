"""What is wrong with the name, the type or the code that someone has written in a configuration."""

from __future__ import annotations

import re

from flake8_trtc.config.settings import LISTED, NAMES, SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Names that may be slips of ours: ttrc-language, trt-allow.
_SLIP = r"trtc|[trc]{3,5}-"


class OptionsError(Exception):
    """An option is wrong; the text is one line that names it and the remedy.

    option: its name as it is written, None where there is no one option to blame.
    """

    def __init__(self, text: str, option: str | None = None) -> None:
        super().__init__(text)
        self.option = option


def check_name(name: str, *, strict: bool) -> None:
    """Refuse a name that is meant for us and not known."""
    if name in NAMES or not (strict or re.match(_SLIP, name)):
        return
    known = NAMES if strict else [setting.name for setting in SETTINGS]
    near = close(name, known, 0.75)
    if near is None and strict:
        near = close(f"trtc-{name}", known, 0.75)
    if near is None and not (strict or name.startswith("trtc-")):
        return  # another plugin's, whose name is like ours
    hint = f"did you mean {near}?" if near else f"known: {', '.join(sorted(known))}"
    raise OptionsError(f"unknown option {name}; {hint}", name)


def check_type(name: str, value: object) -> None:
    """Refuse what a TOML file may hold where a string or a list is wanted."""
    if isinstance(value, str) or value is None or (name == "disable-noqa" and value in (0, 1)):
        return
    if name in LISTED or name == "per-file-ignores":
        wanted: tuple[type, ...] = (str, int) if name == "trtc-allow" else (str,)
        table = value if name == "per-file-ignores" and isinstance(value, dict) else None
        for part in [value] if table is None else table.values():
            listed = isinstance(part, (list, tuple)) and all(type(item) in wanted for item in part)
            if not (listed or (table is not None and isinstance(part, str))):
                raise OptionsError(f"{name} = {value} is not a list of strings", name)
        return
    if name == "disable-noqa":
        raise OptionsError(f"{name} = {value} is neither true nor false", name)
    example = ', e.g. "4.15.22"' if name == "trtc-sdk-version" else ""
    raise OptionsError(f"{name} = {value} is not a string; write it in quotes{example}", name)


def check_code(name: str, code: str, *, strict: bool) -> None:
    """Refuse a prefix that no rule of ours has though it looks as if."""
    if "TRT".startswith(code) or not (strict or code.upper().startswith("TRT")):
        return
    from flake8_trtc.catalog.rules import RULES

    if not any(rule.startswith(code) for rule in RULES):
        near = close(code.upper(), RULES, 0.7)
        hint = f"did you mean {near}?" if near else "the rules: TRT001 to TRT904, or prefixes"
        raise OptionsError(f"{name}: no rule of ours begins with {code!r}; {hint}", name)


def close(name: str, known: Iterable[str], cutoff: float) -> str | None:
    from difflib import get_close_matches  # only a mistake needs it

    return next(iter(get_close_matches(name, known, n=1, cutoff=cutoff)), None)
