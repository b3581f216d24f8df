"""One frozen set of options, checked once, for the plugin, `check` and `fix` alike."""

from __future__ import annotations

import os
import re

from flake8_trtc._lean import NamedTuple
from flake8_trtc.config.settings import CODES, FILENAME, LISTED, NAMES, SETTINGS, close
from flake8_trtc.messages import options as said
from flake8_trtc.messages.message import Failure, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from flake8_trtc.messages.message import Message

    _Value = TypeVar("_Value")

LANGUAGES = ("en", "zh")
OWN_CONSTANTS = ("flake8_trtc", "ErrorCode")
_TRUE, _FALSE = frozenset(["1", "true", "yes", "on"]), frozenset(["0", "false", "no", "off"])
# Names that may be slips of ours: ttrc-language, trt-allow.
_SLIP = r"trtc|[trc]{3,5}-"
_CODE = "[A-Z]{1,3}[0-9]{0,3}"
"""The form of a code, or a prefix, in flake8's configuration file."""


class OptionsError(Failure):
    """An option is wrong; the message is one line that names it and the remedy.

    option: its name as it is written, None where there is no one option to blame.
    """

    def __init__(self, message: Message, option: str | None = None) -> None:
        super().__init__(message)
        self.option = option


class JsConstants(NamedTuple):
    """The project's own constants in JavaScript.

    name: of a global, dots allowed; or, with the specifier of a module, of its export. directory:
    what a relative specifier is relative to; "" for the file that imports it.
    """

    name: str
    specifier: str | None = None
    directory: str = ""

    def seen_from(self, path: str) -> JsConstants:
        """The same as a file imports it."""
        specifier = self.specifier or ""
        if not self.directory or not specifier.startswith(("./", "../")):
            return self
        place = os.path.realpath(os.path.join(self.directory, specifier))
        try:
            near = os.path.relpath(place, os.path.dirname(os.path.realpath(path)))
        except ValueError:  # on another drive
            return self
        near = near.replace(os.sep, "/")
        return JsConstants(self.name, near if near.startswith("../") else f"./{near}")


class Options(NamedTuple):
    """The options of a run.

    sdk_version: the TRTC SDK in use, (4, 15, 22); None: unknown, every version's rules speak.
    sdk_auto: find it out from what lies around a file.
    error_code: the module that holds the constants, and their name in it.
    js_error_code: the same in JavaScript, None where the fix is to declare what it uses.
    allow: values never reported. assume: path globs of files that are TRTC code.
    language: "en" or "zh". exclude: path globs of files left alone.
    select, ignore: explicit choices of code prefixes, None where the user made none;
    extend_select, extend_ignore: added to them; extensions: the opt-in families that are on.
    per_file_ignores: pairs of a path glob and prefixes ignored there. disable_noqa: report in
    spite of noqa comments. modules: globs of the modules of Python that a walk takes, none where
    their suffixes tell.
    """

    sdk_version: tuple[int, ...] | None = None
    sdk_auto: bool = False
    error_code: tuple[str, str] = OWN_CONSTANTS
    js_error_code: JsConstants | None = None
    allow: frozenset[int] = frozenset()
    assume: tuple[str, ...] = ()
    language: str = "en"
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    disable_noqa: bool = False
    modules: tuple[str, ...] = ()

    @property
    def constants(self) -> tuple[str, ...]:
        """The names that ErrorCode may have in this project."""
        own = self.js_error_code
        script = "ErrorCode" if own is None or own.name == "default" else own.name
        return tuple(sorted({"ErrorCode", self.error_code[1], script.rpartition(".")[2]}))

    def own_words(self, path: str) -> tuple[str, ...]:
        """Names of the project's own that the fix may write into a file: constants and modules."""
        own = self.script_constants(path)
        module = () if own is None or own.specifier is None else (own.specifier,)
        name = () if own is None else (own.name,)
        return (*self.constants, *self.error_code, *name, *module)

    def script_constants(self, path: str) -> JsConstants | None:
        """The project's own constants in JavaScript, as a file imports them."""
        own = self.js_error_code
        return None if own is None else own.seen_from(path)

    @property
    def fifth(self) -> bool:
        """True if the SDK in use is said to be v5 or later."""
        return self.sdk_version is not None and self.sdk_version >= (5,)

    def assumes(self, path: str) -> bool:
        """True if the user says that the file is TRTC code."""
        return matches(path, self.assume)

    def is_module(self, path: str) -> bool:
        """Whether the globs of modules hold for a path as a walk comes by it, as flake8 does it."""
        from fnmatch import fnmatch

        return any(fnmatch(path, pattern) for pattern in self.modules)

    def wants(self, code: str, path: str) -> bool:
        """True if findings of a code are wanted in a file, decided as flake8 decides it.

        An opt-in rule is wanted only where its family is on, or that or a longer prefix of its code
        is named.
        """
        from flake8_trtc.catalog.rules import RULES

        select = _longest(code, (*(self.select or ()), *self.extend_select))
        ignore = _longest(code, (*(self.ignore or ()), *self.extend_ignore, *self._here(path)))
        rule = RULES[code]
        named = rule.default or rule.family in self.extensions or len(select) >= len(rule.family)
        if not named:
            return False
        if select and ignore:
            return len(select) > len(ignore)
        return not ignore and (bool(select) or self.select is None)

    def _here(self, path: str) -> tuple[str, ...]:
        found = [item for item in self.per_file_ignores if matches(path, (item[0],))]
        return max(found, key=lambda item: len(item[0]))[1] if found else ()


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """True if a path's base name or its absolute form fits one of the globs, as flake8 does it."""
    if not patterns:
        return False
    from fnmatch import fnmatch

    base, absolute = os.path.basename(path), os.path.abspath(path)
    return any(fnmatch(base, pattern) or fnmatch(absolute, pattern) for pattern in patterns)


def _longest(code: str, prefixes: tuple[str, ...]) -> str:
    return max((prefix for prefix in prefixes if code.startswith(prefix)), key=len, default="")


def build(values: Mapping[str, object], directory: str = ".", *, strict: bool = False) -> Options:
    """Check raw values by their names in configuration files, and freeze them.

    values: strings, or lists of strings. directory: what relative path globs are relative to.
    strict: all of it is meant for us; otherwise names and codes that are not ours are flake8's.
    Raises OptionsError.
    """
    for name, value in values.items():
        check_name(name, strict=strict)
        if name in NAMES:
            check_type(name, value)
        if name in CODES:
            for item in items(value):
                check_code(name, item, strict=strict)

    def made(name: str, make: Callable[[object], _Value]) -> _Value:
        try:
            return make(values.get(name))
        except OptionsError as error:
            raise OptionsError(error.message, name) from None

    select, ignore = values.get("select"), values.get("ignore")
    return Options(
        sdk_version=made("trtc-sdk-version", _sdk_version),
        sdk_auto=_is_auto(values.get("trtc-sdk-version")),
        error_code=made("trtc-error-code", _error_code),
        js_error_code=made("trtc-js-error-code", _js_error_code),
        allow=made("trtc-allow", lambda value: frozenset(_allowed(item) for item in items(value))),
        assume=globs(values.get("trtc-assume"), directory),
        language=made("trtc-language", _language),
        exclude=globs(values.get("exclude"), directory),
        select=None if select is None else items(select),
        extend_select=items(values.get("extend-select")),
        extensions=made("enable-extensions", _enabled),
        ignore=None if ignore is None else items(ignore),
        extend_ignore=items(values.get("extend-ignore")),
        per_file_ignores=made("per-file-ignores", lambda item: _per_file_ignores(item, directory)),
        disable_noqa=made("disable-noqa", _flag),
        modules=items(values.get(FILENAME)),
    )


def items(value: object) -> tuple[str, ...]:
    """Split a comma- or space-separated value, or take a list as it is."""
    if value is None:
        return ()
    listed = value if isinstance(value, (list, tuple)) else re.split(r"[,\s]+", str(value))
    return tuple(text for item in listed if (text := str(item).strip()))


def globs(value: object, directory: str) -> tuple[str, ...]:
    """Path globs, those with a separator made absolute, as flake8 does it."""
    marks = os.sep + (os.altsep or "")  # on Windows everybody writes slashes, too
    return tuple(
        os.path.abspath(os.path.join(directory, item)).rstrip(marks)
        if item == "." or any(mark in item for mark in marks)
        else item
        for item in items(value)
    )


def _enabled(value: object) -> tuple[str, ...]:
    """The opt-in families among the extensions of flake8 that are switched on."""
    given = items(value)
    if not given:
        return ()
    from flake8_trtc.catalog.rules import FAMILIES

    for item in given:
        if item.upper().startswith("TRT") and item not in {*FAMILIES, "TRT"}:
            known = listed(FAMILIES, " or ")
            raise OptionsError(said.NO_FAMILY(item=item, known=known))
    return tuple(item for item in given if item in FAMILIES)


def _flag(value: object) -> bool:
    text = str(value).strip().lower()
    if value is not None and text not in {*_TRUE, *_FALSE}:
        raise OptionsError(said.NOT_A_FLAG(name="disable-noqa", value=value))
    return text in _TRUE


def _is_auto(value: object) -> bool:
    return str(value).strip() == "auto"


def _sdk_version(value: object) -> tuple[int, ...] | None:
    if value is None or _is_auto(value):
        return None
    from flake8_trtc.catalog.versions import parse_release

    found = parse_release(str(value))
    if found is None:
        raise OptionsError(said.NOT_A_VERSION(value=str(value)))
    return found


def _error_code(value: object) -> tuple[str, str]:
    if value is None:
        return OWN_CONSTANTS
    from flake8_trtc.config import names

    module, _, name = str(value).strip().partition(":")
    parts = module.split(".")
    if not all(part.isidentifier() for part in (*parts, name)):
        raise OptionsError(said.NOT_MODULE_NAME(value=str(value)))
    wrong = [part for part in parts if not names.is_module_part(part)]
    wrong += [name] * (not names.is_member_name(name))
    if wrong:
        raise OptionsError(said.NO_PYTHON_NAME(value=str(value), name=wrong[0]))
    return module, name


def _js_error_code(value: object) -> JsConstants | None:
    if value is None:
        return None
    from flake8_trtc.config import names

    specifier, separator, name = str(value).strip().rpartition("#")
    if separator and not specifier:
        raise OptionsError(said.NO_MODULE(value=str(value)))
    if not separator and (module := names.module_of(name)):
        raise OptionsError(said.NOT_A_GLOBAL(value=str(value), module=module))
    parts = [name] if separator else name.split(".")
    if not names.is_written(parts) or (separator and not names.is_specifier(specifier)):
        raise OptionsError(said.NOT_JAVASCRIPT(value=str(value)))
    whole = bool(separator) and name == "default"
    if not (whole or names.is_member_path(parts)):
        raise OptionsError(said.NO_JAVASCRIPT_NAME(value=str(value), name=name))
    return JsConstants(name, specifier or None)


def _allowed(item: str) -> int:
    from flake8_trtc.catalog.codes import DETAILS
    from flake8_trtc.catalog.generations import all_values

    names, name = all_values(), item.rpartition(".")[2]
    try:
        value = names[name] if name in names else int(item, 0)
    except ValueError:
        value = None
    if value is None or value not in {*names.values(), *DETAILS}:
        near = close(name.upper(), names, 0.6)
        sentence = said.NOT_A_CODE_BUT_CLOSE if near else said.NOT_A_CODE
        raise OptionsError(sentence(item=item, near=near))
    return value


def _language(value: object) -> str:
    language = "en" if value is None else str(value).strip()
    if language not in LANGUAGES:
        raise OptionsError(said.NOT_A_LANGUAGE(language=language))
    return language


def _per_file_ignores(value: object, directory: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not value:
        return ()
    if isinstance(value, dict):
        pairs = [(glob, list(items(codes))) for glob, codes in value.items()]
    else:
        from flake8.exceptions import ExecutionError
        from flake8.utils import parse_files_to_codes_mapping

        text = "\n".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
        try:
            pairs = parse_files_to_codes_mapping(text)
        except ExecutionError:
            raise OptionsError(said.NOT_GLOBS()) from None
    for _, codes in pairs:
        for code in codes:
            check_code("per-file-ignores", code, strict=False)
    return tuple(
        (pattern, tuple(codes)) for glob, codes in pairs for pattern in globs([glob], directory)
    )


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
    hint = said.DID_YOU_MEAN(near=near) if near else said.KNOWN(names=listed(sorted(known)))
    raise OptionsError(said.UNKNOWN(name=name, hint=hint), name)


def check_type(name: str, value: object) -> None:
    """Refuse what a TOML file may hold where a string or a list is wanted."""
    if isinstance(value, str) or value is None or (name == "disable-noqa" and value in (0, 1)):
        return
    if name in LISTED or name == "per-file-ignores":
        wanted: tuple[type, ...] = (str, int) if name == "trtc-allow" else (str,)
        table = value if name == "per-file-ignores" and isinstance(value, dict) else None
        for part in [value] if table is None else table.values():
            fits = isinstance(part, (list, tuple)) and all(type(item) in wanted for item in part)
            if not (fits or (table is not None and isinstance(part, str))):
                raise OptionsError(said.NOT_A_LIST(name=name, value=value), name)
        return
    if name == "disable-noqa":
        raise OptionsError(said.NOT_A_FLAG(name=name, value=value), name)
    version = name == "trtc-sdk-version"
    sentence = said.NOT_A_STRING_BUT_A_VERSION if version else said.NOT_A_STRING
    raise OptionsError(sentence(name=name, value=value), name)


def check_code(name: str, code: str, *, strict: bool) -> None:
    """Refuse a prefix that no rule of ours has though it looks as if."""
    if "TRT".startswith(code) or not (strict or code.upper().startswith("TRT")):
        return
    from flake8_trtc.catalog.rules import RULES

    if not any(rule.startswith(code) for rule in RULES):
        near = close(code.upper(), RULES, 0.7)
        every = said.THE_RULES(first=min(RULES), last=max(RULES))
        hint = said.DID_YOU_MEAN(near=near) if near else every
        raise OptionsError(said.NO_RULE(name=name, code=code, hint=hint), name)


def refuse_codes(values: Mapping[str, object]) -> None:
    """Refuse what flake8 takes for no code where its own configuration ignores it, and ends."""
    for name in ("ignore", "extend-ignore"):
        for code in items(values.get(name)):
            if not re.fullmatch(_CODE, code):
                raise OptionsError(said.NOT_FLAKE8_S(name=name, code=code), name)
