"""What git ignores, by the `.gitignore` files above and below the paths of a run."""

from __future__ import annotations

import os

from flake8_trtc.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class Ignores(NamedTuple):
    """The `.gitignore` files that hold in one directory of a walk.

    specs: the nearest first, each with the path from its directory to this one, which ends with a
    slash unless it is empty.
    """

    specs: tuple[tuple[GitIgnoreSpec, str], ...] = ()

    def entered(self, directory: str) -> Ignores:
        """With the file that lies in the directory; one that can't be read holds for nothing."""
        from pathspec import GitIgnoreSpec

        try:
            with open(os.path.join(directory, NAME), encoding="utf-8", errors="replace") as file:
                return Ignores(((GitIgnoreSpec.from_lines(file), ""), *self.specs))
        except (OSError, ValueError):  # ValueError: a pattern that is none
            return self

    def below(self, name: str) -> Ignores:
        """Those that hold in a directory in this one."""
        return Ignores(tuple((spec, f"{path}{name}/") for spec, path in self.specs))

    def hold(self, name: str, *, directory: bool) -> bool:
        """Whether an entry is ignored; the file nearest to it that names it decides."""
        for spec, path in self.specs:
            found = spec.check_file(f"{path}{name}/" if directory else path + name).include
            if found is not None:
                return found
        return False


def above(directory: str) -> Ignores:
    """What holds in a directory where a walk begins: in a repository, the files above it."""
    top = os.path.abspath(directory)
    names: list[str] = []
    while not os.path.exists(os.path.join(top, ".git")):
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
