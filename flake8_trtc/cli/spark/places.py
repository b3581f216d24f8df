"""Directories that stand for repositories whose files are rows of a table."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from flake8_trtc.cli.spark.beside import Beside
from flake8_trtc.config.files import load
from flake8_trtc.config.options import OWN_CONSTANTS, OptionsError
from flake8_trtc.detect.npm import forget
from flake8_trtc.source import PYTHON, SUFFIXES
from flake8_trtc.workspace.walk import barrier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flake8_trtc.config.options import Options

    Choice: TypeAlias = "Options | Mapping[str, object]"
    """The options of every repository, or values that override what each has configured itself."""

_NOTHING = {"setup.cfg": "[flake8]\n", "pyproject.toml": "[tool.flake8-trtc]\n"}
"""Configuration that ends the search for it upwards."""


class Places:
    """Directories of this process that stand for the repositories, until they are closed.

    The working directory is that of the file that was entered last. Only what files there are
    judged by is in them, so that nothing else on this machine's disk takes part in the judgement.
    """

    def __init__(
        self,
        choice: Choice,
        base: str,
        neighbours: Mapping[object, Mapping[str, bytes]],
        parent: str | None = None,
    ) -> None:
        """Neighbours: by repository, files by their paths.

        base: the directory below which absolute patterns of the options mean the repository's.
        parent: where the directories are made; None for where temporary files are.
        """
        self._choice = choice
        self._base = base
        self._neighbours = neighbours
        self._known: dict[object, _Place] = {}
        self._all = tempfile.TemporaryDirectory(dir=parent, ignore_cleanup_errors=True)
        for name, text in _NOTHING.items():
            with open(os.path.join(self._all.name, name), "w", encoding="utf-8") as stream:
                stream.write(text)

    def __len__(self) -> int:
        """How many repositories have a directory."""
        return len(self._known)

    def close(self) -> None:
        """Remove the directories; none of them may be the working directory."""
        self._all.cleanup()
        forget()  # no other directory will have these names

    def enter(self, repo: object, path: str) -> Options | None:
        """Go to a repository's directory; the options there, None if a walk leaves the path out.

        Raises:
            OptionsError: for what is wrong with the repository's own configuration.
        """
        place = self._place(repo)
        os.chdir(place.directory)
        if isinstance(place.options, OptionsError):
            raise place.options
        return None if place.leaves_out(path) else place.options

    def surround(self, repo: object, path: str, data: bytes) -> None:
        """Write the modules that a file may look at; its repository has been entered."""
        place = self._place(repo)
        assert not isinstance(place.options, OptionsError)
        _write(place.directory, place.beside.modules(path, data, every=has_own(place.options)))

    def options(self, repo: object) -> Options:
        """The options of a repository. Raises OptionsError, as `enter`."""
        options = self._place(repo).options
        if isinstance(options, OptionsError):
            raise options
        return options

    def _place(self, repo: object) -> _Place:
        if repo not in self._known:
            self._known[repo] = self._made(repo)
        return self._known[repo]

    def _made(self, repo: object) -> _Place:
        directory = os.path.join(os.path.realpath(self._all.name), str(len(self._known)))
        os.makedirs(os.path.join(directory, ".git"))  # nobody looks for anything above it
        beside = Beside(self._neighbours.get(repo, {}))
        _write(directory, beside.settings())
        os.chdir(directory)
        return _Place(directory, beside, _options(self._choice, self._base, directory))


def _write(directory: str, files: Iterable[tuple[str, bytes]]) -> None:
    for path, data in files:
        target = os.path.join(directory, path)
        with suppress(OSError):  # a name too long for this machine, or a file's and directory's
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as stream:
                stream.write(data)


class _Place:
    """A repository's directory, what is not there yet, and its options, or why it has none."""

    def __init__(self, directory: str, beside: Beside, options: Options | OptionsError) -> None:
        self.directory = directory
        self.beside = beside
        self.options = options
        self._barred = None if isinstance(options, OptionsError) else barrier(options.exclude)

    def leaves_out(self, path: str) -> bool:
        """True if a walk does not come by a file."""
        assert not isinstance(self.options, OptionsError)
        assert self._barred is not None
        return not takes(self.options, path) or self._barred(path) is not None


def has_own(options: Options) -> bool:
    """True if there are constants of the project's own.

    Whether their module may be imported depends on all that it imports.
    """
    return (options.error_code, options.js_error_code) != (OWN_CONSTANTS, None)


def takes(options: Options, path: str) -> bool:
    """True if a walk of the repository takes a file of this kind."""
    by_suffix = path.endswith(SUFFIXES)
    if not options.modules or (by_suffix and not path.endswith(PYTHON)):
        return by_suffix
    return options.is_module(f"./{path}")


def is_inside(path: str) -> bool:
    """True if a path with slashes leads to something in its repository."""
    parts = path.split("/")
    return not (os.path.isabs(path) or "\0" in path or {"..", "", ".git"} & set(parts))


def _options(choice: Choice, base: str, directory: str) -> Options | OptionsError:
    """The options in a repository's directory, which is the working directory."""
    if isinstance(choice, tuple):
        return _moved(choice, base, directory)
    try:
        return load(choice)
    except OptionsError as error:
        return error


def _moved(options: Options, base: str, directory: str) -> Options:
    """The options with their absolute patterns below another directory."""

    def move(pattern: str) -> str:
        inside = pattern == base or pattern.startswith(os.path.join(base, ""))
        return directory + pattern[len(base) :] if inside else pattern

    own = options.js_error_code
    if own is not None and own.directory:
        own = own._replace(directory=move(own.directory))
    return options._replace(
        exclude=tuple(map(move, options.exclude)),
        assume=tuple(map(move, options.assume)),
        per_file_ignores=tuple((move(glob), codes) for glob, codes in options.per_file_ignores),
        js_error_code=own,
    )
