"""Where the options stand: finds and reads the configuration that flake8 reads.

`fix` and `check` read it without importing flake8, whose start-up costs more than most runs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from flake8_trtc.options import Options, OptionsError, build, globs

if TYPE_CHECKING:
    from configparser import RawConfigParser

_FILES = ("setup.cfg", "tox.ini", ".flake8")
EXCLUDE = (
    ".svn", "CVS", ".bzr", ".hg", ".git", "__pycache__", ".tox", ".nox", ".eggs", "*.egg",
)  # fmt: skip
"""What flake8 leaves alone by default."""


def load(
    overrides: Mapping[str, object], *, config: str | None = None, isolated: bool = False
) -> Options:
    """Read the configuration, let the command line override it, and check the whole.

    overrides: values by their names in configuration files; those that are None are not given.
    config: a configuration file to read instead of the one that is found. isolated: read none.
    Raises OptionsError.
    """
    values, directory = ({}, os.getcwd()) if isolated else read(config)
    given = {name: value for name, value in overrides.items() if value is not None}
    exclude = globs(values.get("exclude", EXCLUDE), directory)
    exclude += globs(values.get("extend-exclude"), directory)
    if "exclude" in given:
        exclude = globs(given.pop("exclude"), ".")
    exclude += globs(given.pop("extend-exclude", None), ".")
    return build({**values, **given, "exclude": exclude}, directory)


def read(config: str | None = None) -> tuple[dict[str, object], str]:
    """Read flake8's configuration: its values as they are written, and its directory.

    A `pyproject.toml` here with a `[tool.flake8]` table comes first where Flake8-pyproject is
    installed, as it does for flake8. Raises OptionsError for a file that can't be read.
    """
    if config is None:
        table = _pyproject()
        if table is not None:
            return _named(table), os.getcwd()
        found = _find()
        if found is None:
            return {}, os.getcwd()
        config, parser = found
    else:
        parser = _parse(config)
    section = dict(parser.items("flake8")) if parser.has_section("flake8") else {}
    return _named(section), os.path.dirname(os.path.abspath(config))


def _named(values: Mapping[str, object]) -> dict[str, object]:
    """Values by the one spelling of their names; comments after list items dropped."""
    return {name.replace("_", "-"): value for name, value in values.items()}


def _find() -> tuple[str, RawConfigParser] | None:
    """The nearest file from here upwards, below the home directory, that configures flake8."""
    home = os.path.realpath(os.path.expanduser("~"))
    directory = os.path.realpath(os.getcwd())
    while True:
        for name in _FILES:
            path = os.path.join(directory, name)
            if not os.path.isfile(path):
                continue
            try:
                parser = _parse(path)
            except OptionsError:
                continue  # flake8 passes over it too
            if parser.has_section("flake8") or parser.has_section("flake8:local-plugins"):
                return path, parser
        parent = os.path.dirname(directory)
        if parent in {directory, home}:
            return None
        directory = parent


def _parse(path: str) -> RawConfigParser:
    from configparser import Error, RawConfigParser

    parser = RawConfigParser()
    try:
        with open(path, encoding="utf-8") as stream:
            parser.read_file(stream)
    except (OSError, UnicodeDecodeError, Error) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not an INI file"
        raise OptionsError(f"{path}: can't be read as configuration: {reason}") from None
    return parser


def _pyproject() -> dict[str, object] | None:
    """The `[tool.flake8]` table of a pyproject.toml here, where Flake8-pyproject is installed."""
    if not os.path.isfile("pyproject.toml"):
        return None
    with open("pyproject.toml", "rb") as stream:
        data = stream.read()
    if b"flake8" not in data:
        return None
    from importlib.util import find_spec

    if find_spec("flake8p") is None:
        return None
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8")).get("tool", {}).get("flake8")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionsError(f"pyproject.toml: {error}") from None
    return table if isinstance(table, dict) else None
