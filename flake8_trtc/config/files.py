"""Where the options stand: finds and reads the configuration, and puts its parts together.

flake8's own configuration comes first; `[tool.flake8-trtc]` in the nearest pyproject.toml that has
it overrides that, an option at a time; the command line overrides both. flake8 itself does not read
`[tool.flake8-trtc]`. `fix` and `check` read all of it without importing flake8, whose start-up
costs more than most runs.
"""

from __future__ import annotations

import os
import re

from flake8_trtc._lean import NamedTuple
from flake8_trtc.config.options import (
    LANGUAGES,
    Options,
    OptionsError,
    build,
    globs,
    items,
    refuse_codes,
)
from flake8_trtc.config.settings import ADDED, GLOBS, NAMES
from flake8_trtc.messages import failures
from flake8_trtc.messages import options as said
from flake8_trtc.messages.message import verbatim
from flake8_trtc.source import searchable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from configparser import RawConfigParser
    from typing import Any

OWN = "flake8-trtc"
_FILES = ("setup.cfg", "tox.ini", ".flake8")
_TOML = "pyproject.toml"
CONFIGURATION = (*_FILES, _TOML)
"""The files in which a directory may have its configuration."""
EXCLUDE = (
    ".svn", "CVS", ".bzr", ".hg", ".git", "__pycache__", ".tox", ".nox", ".eggs", "*.egg",
)  # fmt: skip
"""Paths that flake8 leaves alone by default."""


class Layer(NamedTuple):
    """The options that one place gives.

    values: as they are written, by the one spelling of their names; directory: what their relative
    paths are relative to; path: of the file, "" for the command line; table: of a TOML file;
    running: what the globs of per-file-ignores are relative to, where not to the directory.
    """

    values: Mapping[str, object]
    directory: str
    path: str = ""
    table: str = ""
    running: str = ""

    def place(self, name: str | None = None) -> str:
        """The file, with the table or the line of an option in it."""
        if not self.path:
            from flake8_trtc.messages.settings import COMMAND_LINE

            return COMMAND_LINE()
        path = near(self.path)
        if self.table:
            return f"{path} [tool.{self.table}]"
        line = None if name is None else _line(self.path, name)
        return path if line is None else f"{path}:{line}"

    def check(self) -> None:
        """Raise OptionsError for anything that is wrong, with the place it stands in."""
        try:
            build(self.values, self.directory, strict=not self.path or self.table == OWN)
            if self.path and not self.table:
                refuse_codes(self.values)
        except OptionsError as error:
            if not self.path:
                raise
            place = failures.OF_FILE(path=self.place(error.option), reason=error.message)
            raise OptionsError(place, error.option) from None


def near(path: str) -> str:
    """A path as it is seen from the working directory."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return path


def upwards(directory: str) -> Iterator[str]:
    """An absolute directory and those above it, below the home directory."""
    home = os.path.expanduser("~")
    ends = {os.path.abspath(home), os.path.realpath(home)}
    while True:
        yield directory
        parent = os.path.dirname(directory)
        if parent == directory or parent in ends:
            return
        directory = parent


def load(
    overrides: Mapping[str, object],
    *,
    config: str | None = None,
    isolated: bool = False,
    start: str = "",
    defaults: Mapping[str, object] | None = None,
) -> Options:
    """Read the configuration, let the command line override it, and check the whole.

    overrides: values by their names in configuration files; those that are None are not given.
    config: a configuration file to read instead of those that are found. isolated: read none.
    start: the directory from which files are looked for, "" for the working directory.
    defaults: values that hold where no file says otherwise.
    Raises OptionsError.
    """
    found = layers(overrides, config=config, isolated=isolated, start=start)
    return combine([Layer(defaults or {}, os.getcwd()), *found])


def layers(
    overrides: Mapping[str, object],
    *,
    config: str | None = None,
    isolated: bool = False,
    start: str = "",
) -> list[Layer]:
    """The places that options come from, the weakest first; see `load`. Raises OptionsError."""
    given = {name: value for name, value in overrides.items() if value is not None}
    found = [] if isolated else [flake8_layer(config, start), own_layer(config, start)]
    if found and config is not None and config.endswith(".toml") and not any(found):
        lacks = said.NO_TABLE if _tool(config, "flake8") is None else said.NO_OWN_TABLE
        raise OptionsError(lacks(path=config))
    return [*(layer for layer in found if layer is not None), Layer(given, os.getcwd())]


def combine(parts: Sequence[Layer]) -> Options:
    """Check every part, and build the options that they come to. Raises OptionsError."""
    for part in parts:
        part.check()
    values: dict[str, object] = {"exclude": EXCLUDE}
    directory = importing = os.getcwd()
    for part in parts:
        for name, value in part.values.items():
            if name in GLOBS:
                value = globs(value, part.directory)
            if name in ADDED:
                value = (*items(values.get(name)), *items(value))
            if name == "per-file-ignores":
                directory = part.running or part.directory
            if name == "trtc-js-error-code":
                importing = part.directory
            values[name] = value
    values["exclude"] = (*items(values["exclude"]), *items(values.pop("extend-exclude", None)))
    options = build(values, directory)
    if options.js_error_code is None:
        return options
    return options._replace(js_error_code=options.js_error_code._replace(directory=importing))


def layers_near(
    path: str, overrides: Mapping[str, object], *, config: str | None = None, isolated: bool = False
) -> list[Layer]:
    """The places that options for a text of this name come from. Raises OptionsError.

    The file is a program's that may run anywhere: where it is not below the working directory, or
    nothing is configured there, files are looked for from its own directory upwards.
    """
    directory = os.path.dirname(os.path.abspath(path))
    if os.path.join(directory, "").startswith(os.path.join(os.getcwd(), "")):
        found = layers(overrides, config=config, isolated=isolated)
        if len(found) > 1 or isolated:
            return found
    return layers(overrides, config=config, isolated=isolated, start=directory)


def flake8_layer(config: str | None = None, start: str = "") -> Layer | None:
    """Options of flake8: the file that it finds, or the named one; None where there is none.

    start: the directory from which it is looked for, "" for the working directory.
    A `pyproject.toml` there with a `[tool.flake8]` table comes first where Flake8-pyproject is
    installed, as it does for flake8. Globs of per-file-ignores are relative to the working
    directory, wherever the file is, as they are for flake8; in another directory than that, to the
    file's. Raises OptionsError for a file that can't be read.
    """
    running = "" if start else os.getcwd()
    if config is None or config.endswith(".toml"):
        path = config or os.path.join(start, _TOML)
        table = _tool(path, "flake8")
        if table is not None and _has_flake8_pyproject():
            path = os.path.abspath(path)
            return Layer(_named(table), os.path.dirname(path), path, "flake8", running)
    if config is None:
        found = _find(start)
        if found is None:
            return None
        config, parser = found
    elif config.endswith(".toml"):
        return None
    else:
        parser = _parse(config)
        _refuse_others(parser.sections(), "flake8", config)
    section = dict(parser.items("flake8")) if parser.has_section("flake8") else {}
    path = os.path.abspath(config)
    return Layer(_named(section), os.path.dirname(path), path, running=running)


def own_layer(config: str | None = None, start: str = "") -> Layer | None:
    """The `[tool.flake8-trtc]` table of the nearest pyproject.toml that has one, or None.

    start: as for `flake8_layer`. Names may be written without their `trtc-` here.
    Raises OptionsError.
    """
    if config is not None:
        paths = iter([config] if config.endswith(".toml") else [])
    else:
        paths = (
            os.path.join(directory, _TOML)
            for directory in upwards(os.path.realpath(start or os.getcwd()))
        )
    for path in paths:
        table = _tool(path, OWN)
        if table is None:
            continue
        values: dict[str, object] = {}
        for name, value in _named(table).items():
            full = f"trtc-{name}" if f"trtc-{name}" in NAMES else name
            if full in values:
                place = f"{near(path)} [tool.{OWN}]"
                raise OptionsError(said.TWICE(place=place, name=full), full)
            values[full] = value
        path = os.path.abspath(path)
        return Layer(values, os.path.dirname(path), path, OWN)
    return None


def asked_language(
    overrides: Mapping[str, object], *, config: str | None = None, isolated: bool = False
) -> str:
    """The language to say in what is wrong with options: "zh" where what can be read asks for it.

    overrides, config, isolated: as for `load`.
    """
    readers = () if isolated else (own_layer, flake8_layer)
    for values in (overrides, *(_readable(read, config) for read in readers)):
        language = str(values.get("trtc-language")).strip()
        if language in LANGUAGES:
            return language
    return "en"


def _readable(
    read: Callable[[str | None], Layer | None], config: str | None
) -> Mapping[str, object]:
    """The options of a layer, none where it can't be read."""
    try:
        layer = read(config)
    except OptionsError:
        return {}
    return {} if layer is None else layer.values


def _named(values: Mapping[str, object]) -> dict[str, object]:
    """Values by the one spelling of their names."""
    return {name.replace("_", "-"): value for name, value in values.items()}


def _find(start: str) -> tuple[str, RawConfigParser] | None:
    """The nearest file from a directory upwards that configures flake8."""
    for directory in upwards(os.path.realpath(start or os.getcwd())):
        for name in _FILES:
            path = os.path.join(directory, name)
            if not os.path.isfile(path):
                continue
            try:
                parser = _parse(path)
            except OptionsError:
                if _mentions(path):
                    raise
                continue  # flake8 passes over it too
            _refuse_others(parser.sections(), "flake8", path)
            if parser.has_section("flake8") or parser.has_section("flake8:local-plugins"):
                return path, parser
    return None


def _mentions(path: str) -> bool:
    """True if a broken file was meant to configure flake8."""
    try:
        with open(path, "rb") as stream:
            return b"[flake8]" in searchable(stream.read())
    except OSError:
        return False


def _parse(path: str) -> RawConfigParser:
    from configparser import Error, RawConfigParser

    parser = RawConfigParser()
    try:
        with open(path, encoding="utf-8") as stream:
            parser.read_file(stream)
    except OSError as error:
        reason = failures.strerror(error)
    except UnicodeDecodeError:
        reason = said.NOT_UTF8()
    except Error as error:
        line = getattr(error, "lineno", None) or next(iter(getattr(error, "errors", ())), [None])[0]
        fault = _FAULTS.get(type(error).__name__, said.NOT_A_PAIR)
        reason = said.ON_LINE(line=line, reason=fault())
    else:
        return parser
    raise OptionsError(said.UNREADABLE(path=path, reason=reason)) from None


_FAULTS = {
    "DuplicateOptionError": said.OPTION_TWICE,
    "DuplicateSectionError": said.SECTION_TWICE,
    "MissingSectionHeaderError": said.NO_SECTION,
}


def _line(path: str, name: str) -> int | None:
    """The 1-based line on which an option of [flake8] stands."""
    section = ""
    with open(path, encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if header := re.match(r"\[([^]]+)\]", line):
                section = header[1]
            key = re.match(r"([^\s#;=:][^=:]*?)\s*[=:]", line)
            if key and section == "flake8" and key[1].lower().replace("_", "-") == name:
                return number
    return None


def _tool(path: str, name: str) -> dict[str, object] | None:
    """A table under [tool] of a TOML file, None where it has none. Raises OptionsError."""
    try:
        if not os.path.isfile(path):  # opening a FIFO would wait for who writes it
            raise FileNotFoundError
        with open(path, "rb") as stream:
            data = stream.read()
    except FileNotFoundError:
        if path == _TOML or os.path.isabs(path):
            return None
        raise OptionsError(said.UNREADABLE(path=path, reason=said.NO_FILE())) from None
    except OSError as error:
        reason = failures.strerror(error)
        raise OptionsError(said.UNREADABLE(path=path, reason=reason)) from None
    words = searchable(data)
    if not all(word in words for word in name.encode().split(b"-")):
        return None
    import tomllib

    try:
        whole: Any = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        reason = verbatim(str(error))
        if isinstance(error, UnicodeDecodeError):
            reason = said.NOT_UTF8()
        elif isinstance(error, RecursionError):
            reason = said.TOO_DEEP()
        raise OptionsError(failures.OF_FILE(path=near(path), reason=reason)) from None
    tool = whole.get("tool")
    tool = tool if isinstance(tool, dict) else {}
    _refuse_others([*whole, *(f"tool.{key}" for key in tool)], f"tool.{OWN}", path)
    table = tool.get(name)
    if table is not None and not isinstance(table, dict):
        reason = said.NOT_A_TABLE(name=name)
        raise OptionsError(failures.OF_FILE(path=near(path), reason=reason))
    return table


def _refuse_others(names: Iterable[str], right: str, path: str) -> None:
    """Raise OptionsError for a table or a section that is meant for us, and that nobody reads."""
    for name in names:
        if name != right and name.replace("_", "-").removeprefix("tool.") == OWN:
            reason = said.OTHER_TABLE(name=name, right=right)
            raise OptionsError(failures.OF_FILE(path=near(path), reason=reason))


def _has_flake8_pyproject() -> bool:
    from importlib.util import find_spec

    return find_spec("flake8p") is not None
