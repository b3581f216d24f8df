"""Directories that stand for repositories whose files are rows of a table."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from flake8_trtc.workspace.walk import barrier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flake8_trtc.config.options import Options


class Places:
    """Directories of this process that stand for the repositories; a context, left at its end.

    The working directory is that of the file that was entered last. Only the file's neighbours are
    there, so that nothing else on this machine's disk takes part in the judgement.
    """

    def __init__(
        self, options: Options, base: str, neighbours: Mapping[str, Mapping[str, bytes]]
    ) -> None:
        """Options: those of each repository; neighbours: by repository, files by their paths.

        base: the directory below which absolute patterns of the options mean the repository's.
        """
        self._options = options
        self._base = base
        self._neighbours = neighbours
        self._known: dict[str, tuple[str, Options, Callable[[str], object]]] = {}
        self._before = os.getcwd()

    def __enter__(self) -> Places:
        self._all = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        return self

    def __exit__(self, *_: object) -> None:
        os.chdir(self._before)
        self._all.cleanup()

    def enter(self, repo: str, path: str) -> Options | None:
        """Go to a repository's directory; the options there, None if a walk leaves the path out."""
        if repo not in self._known:
            self._known[repo] = self._made(repo)
        directory, options, barred = self._known[repo]
        os.chdir(directory)
        return None if barred(path) else options

    def _made(self, repo: str) -> tuple[str, Options, Callable[[str], object]]:
        directory = os.path.join(os.path.realpath(self._all.name), str(len(self._known)))
        os.makedirs(os.path.join(directory, ".git"))  # nobody looks for anything above it
        for path, data in self._neighbours.get(repo, {}).items():
            if is_inside(path):
                target = os.path.join(directory, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "wb") as stream:
                    stream.write(data)
        options = _moved(self._options, self._base, directory)
        return directory, options, barrier(options.exclude)


def is_inside(path: str) -> bool:
    """True if a path with slashes leads to something in its repository."""
    parts = path.split("/")
    return not (os.path.isabs(path) or "\0" in path or {"..", "", ".git"} & set(parts))


def _moved(options: Options, base: str, directory: str) -> Options:
    """The options with their absolute patterns below another directory."""

    def move(pattern: str) -> str:
        inside = pattern == base or pattern.startswith(os.path.join(base, ""))
        return directory + pattern[len(base) :] if inside else pattern

    return options._replace(
        exclude=tuple(map(move, options.exclude)),
        assume=tuple(map(move, options.assume)),
        per_file_ignores=tuple((move(glob), codes) for glob, codes in options.per_file_ignores),
    )
