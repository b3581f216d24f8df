"""Paths that git ignores, by the `.gitignore` files above and below the paths of a run."""

from __future__ import annotations

import os

from flake8_trtc._lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"
GIT = ".git"
"""The entry at the top of a repository, or of a submodule."""


class Ignores(NamedTuple):
    """The `.gitignore` files that hold in one directory of a walk.

    specs: the nearest first, each with the path from its directory to this one, which ends with a
    slash unless it is empty.
    """

    specs: tuple[tuple[GitIgnoreSpec, str], ...] = ()

    def entered(self, directory: str) -> Ignores:
        """With the file that lies in the directory; one that can't be read holds for nothing."""
        try:
            with open(os.path.join(directory, NAME), encoding="utf-8", errors="replace") as file:
                lines = file.readlines()
        except OSError:
            return self
        return Ignores(((_spec(lines), ""), *self.specs))

    def within(self, directory: str, name: str) -> Ignores:
        """Those that hold in a directory in this one: a repository of its own has its own alone."""
        inside = os.path.join(directory, name)
        return Ignores() if os.path.lexists(os.path.join(inside, GIT)) else self.below(name)

    def at(self, directory: str, *, top: bool, own: bool = True) -> Ignores:
        """Those that hold in the directory with the file that lies in it.

        top: it is the top of a repository, or of a submodule, in which no others hold; own: it
        may have such a file.
        """
        around = Ignores() if top else self
        return around.entered(directory) if own else around

    def below(self, name: str) -> Ignores:
        """Those that hold in a directory in this one."""
        if not self.specs:
            return self
        return Ignores(tuple((spec, f"{path}{name}/") for spec, path in self.specs))

    def hold(self, name: str, *, directory: bool) -> bool:
        """True if an entry is ignored; the file nearest to it that names it decides."""
        for spec, path in self.specs:
            found = spec.check_file(f"{path}{name}/" if directory else path + name).include
            if found is not None:
                return found
        return False


def _spec(lines: list[str]) -> GitIgnoreSpec:
    """The patterns of a file; lines that are none (`[z-a]`) say nothing, as in git."""
    from re import error

    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, error):
        if len(lines) == 1:
            return GitIgnoreSpec([])
    patterns = [pattern for line in lines for pattern in _spec([line]).patterns]
    return GitIgnoreSpec(patterns)


def above(directory: str) -> Ignores:
    """The rules of a directory where a walk begins: in a repository, the files above it."""
    top = os.path.abspath(directory)
    names: list[str] = []
    while not os.path.exists(os.path.join(top, GIT)):
        top, name = os.path.split(top)
        if not name:  # no repository
            return Ignores()
        names.append(name)
    found = Ignores()
    for name in reversed(names):
        if os.path.exists(os.path.join(top, NAME)):
            found = found.entered(top)
        if found.hold(name, directory=True):  # but the directory was named
            return Ignores()
        found = found.below(name)
        top = os.path.join(top, name)
    return found
