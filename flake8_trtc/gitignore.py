"""What git ignores, by the `.gitignore` files above and below the paths of a run."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class Ignores:
    """The `.gitignore` files that hold for a walk; it tells of those it meets."""

    def __init__(self, directory: str) -> None:
        """Begin at a directory; in a repository the files above it hold, too."""
        self._specs: dict[str, GitIgnoreSpec] = {}
        above = os.path.abspath(directory)
        parents: list[str] = []
        while not os.path.exists(os.path.join(above, ".git")):
            above = os.path.dirname(above)
            parents.append(above)
            if above == os.path.dirname(above):  # no repository
                return
        for parent in parents:
            if os.path.exists(os.path.join(parent, NAME)):
                self.add(parent)
        if self.hold(directory, directory=True):  # but it was named
            self._specs.clear()

    def add(self, directory: str) -> None:
        """Read the file of a directory; one that can't be read holds for nothing."""
        from pathspec import GitIgnoreSpec

        try:
            with open(os.path.join(directory, NAME), encoding="utf-8", errors="replace") as file:
                self._specs[os.path.abspath(directory)] = GitIgnoreSpec.from_lines(file)
        except (OSError, ValueError):  # ValueError: a pattern that is none
            return

    def hold(self, path: str, *, directory: bool) -> bool:
        """Whether a path is ignored; the file nearest to it that names it decides."""
        if not self._specs:
            return False
        whole = os.path.abspath(path)
        above = os.path.dirname(whole)
        while True:
            spec = self._specs.get(above)
            if spec is not None:
                relative = os.path.relpath(whole, above).replace(os.sep, "/")
                found = spec.check_file(relative + "/" * directory).include
                if found is not None:
                    return found
            if above == os.path.dirname(above):
                return False
            above = os.path.dirname(above)
