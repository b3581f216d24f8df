"""One frozen set of options, checked once, for the plugin, `check` and `fix` alike."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from typing import NamedTuple

OWN_CONSTANTS = ("flake8_trtc", "ErrorCode")
_JS_NAME = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
OPT_IN = "TRT9"
"""Codes with this prefix speak only when they are asked for by this prefix or a longer one."""


class OptionsError(Exception):
    """An option is wrong; the text is one line that names it and the remedy."""


class JsConstants(NamedTuple):
    """The project's own constants in JavaScript.

    name: of a global, dots allowed; or, with the specifier of a module, of its export.
    """

    name: str
    specifier: str | None = None


class Options(NamedTuple):
    """What the user asked for.

    sdk_version: the TRTC SDK in use, (4, 15, 22); None: unknown, every version's rules speak.
    error_code: the module that holds the constants, and their name in it.
    js_error_code: the same in JavaScript, None where the fix is to declare what it uses.
    allow: values never reported. assume: path globs of files that are TRTC code.
    language: "en" or "zh". exclude: path globs of files left alone.
    select, ignore: explicit choices of code prefixes, None where the user made none;
    extend_select, extend_ignore: added to them; per_file_ignores: pairs of a path glob and
    prefixes ignored there. disable_noqa: report in spite of noqa comments.
    """

    sdk_version: tuple[int, ...] | None = None
    error_code: tuple[str, str] = OWN_CONSTANTS
    js_error_code: JsConstants | None = None
    allow: frozenset[int] = frozenset()
    assume: tuple[str, ...] = ()
    language: str = "en"
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    disable_noqa: bool = False

    @property
    def constants(self) -> tuple[str, ...]:
        """The names that ErrorCode may have in this project."""
        own = self.js_error_code
        script = "ErrorCode" if own is None or own.name == "default" else own.name
        return tuple(sorted({"ErrorCode", self.error_code[1], script.rpartition(".")[2]}))

    def assumes(self, path: str) -> bool:
        """Whether the user says that the file is TRTC code."""
        return matches(path, self.assume)

    def wants(self, code: str, path: str) -> bool:
        """Whether findings of a code are wanted in a file, decided as flake8 decides it."""
        select = _longest(code, (*(self.select or ()), *self.extend_select))
        ignore = _longest(code, (*(self.ignore or ()), *self.extend_ignore, *self._here(path)))
        if code.startswith(OPT_IN) and len(select) < len(OPT_IN):
            return False
        if select and ignore:
            return len(select) > len(ignore)
        return not ignore and (bool(select) or self.select is None)

    def _here(self, path: str) -> tuple[str, ...]:
        found = [item for item in self.per_file_ignores if matches(path, (item[0],))]
        return max(found, key=lambda item: len(item[0]))[1] if found else ()


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path's base name or its absolute form fits one of the globs, as flake8 does it."""
    if not patterns:
        return False
    base, absolute = os.path.basename(path), os.path.abspath(path)
    return any(fnmatch(base, pattern) or fnmatch(absolute, pattern) for pattern in patterns)


def _longest(code: str, prefixes: tuple[str, ...]) -> str:
    return max((prefix for prefix in prefixes if code.startswith(prefix)), key=len, default="")


class Setting(NamedTuple):
    """One option of ours: its name, metavar and what `--help` says. All are also config keys."""

    name: str
    metavar: str
    help: str
    listed: bool = False
    paths: bool = False


SETTINGS = (
    Setting(
        "trtc-sdk-version",
        "X.Y.Z",
        "version of the TRTC Web SDK in use, e.g. 4.15.22: retired codes are reported only where "
        "that version has retired them, and codes it does not have yet are reported too",
    ),
    Setting(
        "trtc-error-code",
        "MODULE:NAME",
        "where the constants are imported from (default: flake8_trtc:ErrorCode)",
    ),
    Setting(
        "trtc-js-error-code",
        "NAME|MODULE#NAME",
        "the constants in JavaScript: a global (TRTC_CODES), or a module and its export "
        "(./trtc-codes.js#ErrorCode); default: the fix declares the ones it uses",
    ),
    Setting(
        "trtc-allow", "CODE[,…]", "numbers or constant names that are never reported", listed=True
    ),
    Setting(
        "trtc-assume",
        "GLOB[,…]",
        "files that are TRTC code even where nothing in them says so",
        listed=True,
        paths=True,
    ),
    Setting("trtc-language", "en|zh", "language of the messages (default: en)"),
)


def build(values: Mapping[str, object], directory: str = ".") -> Options:
    """Check raw values by their names in configuration files, and freeze them.

    values: strings, or lists of strings; names that are not ours or flake8's are left to flake8.
    directory: what relative path globs are relative to. Raises OptionsError.
    """
    known = {setting.name for setting in SETTINGS}
    for name in values:
        if name.startswith("trtc-") and name not in known:
            close = _close(name, known, 0.75)
            hint = f"did you mean {close}?" if close else f"known: {', '.join(sorted(known))}"
            raise OptionsError(f"unknown option {name}; {hint}")
    select, ignore = values.get("select"), values.get("ignore")
    return Options(
        sdk_version=_sdk_version(values.get("trtc-sdk-version")),
        error_code=_error_code(values.get("trtc-error-code")),
        js_error_code=_js_error_code(values.get("trtc-js-error-code")),
        allow=frozenset(_allowed(item) for item in items(values.get("trtc-allow"))),
        assume=globs(values.get("trtc-assume"), directory),
        language=_language(values.get("trtc-language")),
        exclude=globs(values.get("exclude"), directory),
        select=None if select is None else items(select),
        extend_select=(*items(values.get("extend-select")), *_enabled(values)),
        ignore=None if ignore is None else items(ignore),
        extend_ignore=items(values.get("extend-ignore")),
        per_file_ignores=_per_file_ignores(values.get("per-file-ignores"), directory),
        disable_noqa=str(values.get("disable-noqa") or "").lower() in {"1", "true", "yes", "on"},
    )


def _close(name: str, known: Iterable[str], cutoff: float) -> str | None:
    from difflib import get_close_matches  # only a mistake needs it

    return next(iter(get_close_matches(name, known, n=1, cutoff=cutoff)), None)


def items(value: object) -> tuple[str, ...]:
    """Split a comma- or space-separated value, or take a list as it is."""
    if value is None:
        return ()
    listed = value if isinstance(value, (list, tuple)) else re.split(r"[,\s]+", str(value))
    return tuple(text for item in listed if (text := str(item).strip()))


def globs(value: object, directory: str) -> tuple[str, ...]:
    """Path globs, those with a separator made absolute, as flake8 does it."""
    return tuple(
        os.path.abspath(os.path.join(directory, item)).rstrip(os.sep)
        if os.sep in item or item == "."
        else item
        for item in items(value)
    )


def _enabled(values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(item for item in items(values.get("enable-extensions")) if item == OPT_IN)


def _sdk_version(value: object) -> tuple[int, ...] | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise OptionsError(
            f'trtc-sdk-version = {value} is not a string; write it in quotes, e.g. "4.15.22"'
        )
    if not re.fullmatch(r"v?[1-9][0-9]*(\.[0-9]+){1,2}", value.strip(), re.ASCII):
        raise OptionsError(f"trtc-sdk-version {value!r} is not a version; write e.g. 4.15.22")
    numbers = tuple(int(part) for part in value.strip().lstrip("v").split("."))
    return numbers if len(numbers) == 3 else (*numbers, 0)


def _error_code(value: object) -> tuple[str, str]:
    if value is None:
        return OWN_CONSTANTS
    module, _, name = str(value).strip().partition(":")
    parts = [*module.split("."), name]
    if not all(part.isidentifier() for part in parts):
        raise OptionsError(
            f"trtc-error-code {str(value)!r} is not MODULE:NAME; write e.g. myapp.trtc:ErrorCode"
        )
    return module, name


def _js_error_code(value: object) -> JsConstants | None:
    if value is None:
        return None
    specifier, separator, name = str(value).strip().rpartition("#")
    names = name.split(".") if not separator else [name]
    if not all(_JS_NAME.fullmatch(item) for item in names) or re.search(r"[\s'\"\\]", specifier):
        raise OptionsError(
            f"trtc-js-error-code {str(value)!r} is neither a global nor MODULE#NAME; "
            "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode"
        )
    if separator and not specifier:
        raise OptionsError(f"trtc-js-error-code {str(value)!r} names no module before the #")
    return JsConstants(name, specifier or None)


def _allowed(item: str) -> int:
    from flake8_trtc.catalog import BY_NAME, CONSTANTS, DETAILS

    name = item.removeprefix("ErrorCode.")
    if name in BY_NAME:
        return BY_NAME[name].value
    try:
        value = int(item, 0)
    except ValueError:
        value = 0
    if value not in CONSTANTS and value not in DETAILS:
        close = _close(name.upper(), BY_NAME, 0.6)
        hint = f"; did you mean {close}?" if close else ""
        raise OptionsError(f"trtc-allow: {item!r} is not a TRTC code{hint}")
    return value


def _language(value: object) -> str:
    language = "en" if value is None else str(value).strip()
    if language not in {"en", "zh"}:
        raise OptionsError(f"trtc-language {language!r} is not known; write en or zh")
    return language


def _per_file_ignores(value: object, directory: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not value:
        return ()
    from flake8.exceptions import ExecutionError
    from flake8.utils import parse_files_to_codes_mapping

    text = "\n".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    try:
        pairs = parse_files_to_codes_mapping(text)
    except ExecutionError:
        raise OptionsError("per-file-ignores is not a list of GLOB:CODES") from None
    return tuple(
        (pattern, tuple(codes)) for glob, codes in pairs for pattern in globs([glob], directory)
    )
