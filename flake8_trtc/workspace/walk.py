"""Which files a run looks at: the paths of the command line, walked in one fixed order.

Shared by `check` and `fix`. Excludes work as flake8's do: they hold for files named one by one too,
a pattern is compared with the path itself and not with the directories above it. Besides what is
excluded, a walk leaves out the directories of `NEVER` (environments, dependencies, caches), what
git ignores, and scripts that are vendored: nobody wants those rewritten. Naming one takes it,
unless that is forbidden: a hook is given names that nobody has chosen.
"""

from __future__ import annotations

import os
from itertools import pairwise

from flake8_trtc._lean import NamedTuple
from flake8_trtc.messages import failures
from flake8_trtc.source import DIALECTS, PYTHON, SUFFIXES
from flake8_trtc.workspace.gitignore import GIT, NAME, Ignores, above

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from flake8_trtc.messages.message import Message

    Note = Callable[[str, Message | None], object]
    """Is told of a path: why it is left out, or with None that it is read."""
    Node: TypeAlias = "str | Missing | Directory"
    """A file, what can't be looked at, or a directory that has not been looked into yet."""

NEVER = frozenset(
    {
        ".direnv",
        ".git",
        ".hg",
        ".ipynb_checkpoints",
        ".mypy_cache",
        ".nox",
        ".pytest_cache",
        ".ruff_cache",
        ".svn",
        ".tox",
        ".venv",
        "__pycache__",
        "__pypackages__",
        "node_modules",
        "site-packages",
        "venv",
    }
)
VENDORED = frozenset(
    {"bower_components", "jspm_packages", "third-party", "third_party", "vendor", "vendors"}
)
"""Directories whose scripts are copies; their Python is looked at, as flake8 does."""


UNREAD = failures.UNREAD()
EXCLUDED = failures.EXCLUDED()
_IGNORED = failures.IGNORED()
_NOWHERE = failures.LEADS_NOWHERE()
_NOT_REGULAR = failures.NOT_REGULAR()
_VENDORED = failures.VENDORED()
_UNNAMED = failures.BY_DEFAULT()


def excluded(path: str, exclude: Sequence[str], *, forced: bool = False) -> bool:
    """True if a path is left alone; the arguments are those of `Walk`."""
    excludes = _Excludes(exclude)
    if excludes.hold(path, os.path.basename(path)):
        return True
    return forced and _Way(excludes).bars(path) is not None


def left_out(path: str, exclude: Sequence[str], top: str) -> Message | None:
    """Why a walk of a directory would not come by a file in it, or None; it need not exist."""
    return barrier(exclude, top)(path)


def barrier(exclude: Sequence[str], top: str = "") -> Callable[[str], Message | None]:
    """The answers of `left_out` for many paths of a directory; "": the working one."""
    return _Way(_Excludes(exclude), top).bars


class Missing(NamedTuple):
    """A path of the command line that can't be looked at, and why."""

    path: str
    reason: Message


class _Excludes:
    """Patterns of flake8's `exclude`: a base name, or a whole absolute path."""

    def __init__(self, patterns: Sequence[str]) -> None:
        # Most patterns are plain names, or *.egg: those need no regular expression.
        normal = [os.path.normcase(pattern) for pattern in patterns]
        self._plain = frozenset(filter(_plain, normal))
        self._ends = tuple(text[1:] for text in normal if text[:1] == "*" and _plain(text[1:]))
        globs = [text for text in normal if not _plain(text.removeprefix("*"))]
        self._match = None
        self._absolute = any("/" in text or os.sep in text for text in normal)
        if globs:
            import fnmatch
            import re

            self._match = re.compile("|".join(map(fnmatch.translate, globs))).match

    def hold(self, path: str, name: str) -> bool:
        """True if a path is excluded, by its base name or as a whole."""
        if name not in {".", ".."} and self._fit(name):
            return True
        return self._absolute and self._fit(os.path.abspath(path))

    def _fit(self, text: str) -> bool:
        text = os.path.normcase(text)
        return (
            text in self._plain
            or text.endswith(self._ends)
            or (self._match is not None and self._match(text) is not None)
        )


def _plain(pattern: str) -> bool:
    return not any(sign in pattern for sign in "*?[")


class Directory(NamedTuple):
    """A directory that a walk has not looked into yet.

    wanted: suffixes of the files that it takes there; ignores: what git ignores there.
    """

    path: str
    wanted: tuple[str, ...]
    ignores: Ignores


class Walk:
    """Finds files, a directory at a time.

    exclude: patterns as flake8 normalises them: base names, or absolute paths, with wildcards.
    note: is told of the files and directories that are left out, but not of other languages' files.
    forced: what a walk of the working directory would not come by is left out though it is named.
    is_module: tells which files are modules of Python, where their suffixes do not.
    """

    def __init__(
        self,
        exclude: Sequence[str],
        note: Note,
        *,
        forced: bool = False,
        is_module: Callable[[str], bool] | None = None,
    ) -> None:
        self.note = note
        self._excludes = _Excludes(exclude)
        self._forced = forced
        self._is_module = is_module

    def start(self, paths: Iterable[str]) -> list[Node]:
        """The files that the paths of a command line name. Files are taken whatever their kind."""
        paths = _Way(self._excludes).open(paths, self.note) if self._forced else paths
        nodes: list[Node] = []
        for path in paths:
            if self._excludes.hold(path, os.path.basename(path)):
                self.note(path, EXCLUDED)
            elif os.path.isdir(path):
                nodes.append(Directory(path, SUFFIXES, above(path)))
            elif os.path.lexists(path):
                nodes.append(path)
            else:
                nodes.append(Missing(path, failures.MISSING()))
        return nodes

    def files(self, nodes: Sequence[Node]) -> Iterator[str | Missing]:
        """The files, each once, a directory's in the order of their names, at any depth."""
        found = self.below(nodes)
        return found if apart(nodes) else _once(found)

    def below(self, nodes: Sequence[Node]) -> Iterator[str | Missing]:
        """The files as a walk comes by them; twice where the nodes are not apart."""
        pending = [*nodes[::-1]]
        while pending:
            node = pending.pop()
            if isinstance(node, Directory):
                pending += reversed(self.entries(node))
            else:
                yield node

    def _takes(self, directory: str, name: str, wanted: tuple[str, ...]) -> bool:
        """Whether a file is of a kind that is taken there."""
        by_suffix = name.endswith(wanted)
        if self._is_module is None or (by_suffix and not name.endswith(PYTHON)):
            return by_suffix
        return self._is_module(os.path.join(directory, name))

    def entries(self, directory: Directory) -> list[Node]:
        """A directory's files, then the directories in it.

        Links to directories are not followed, so that no file is seen twice and no loop entered.
        """
        current, wanted, ignores = directory
        found: list[tuple[str, os.DirEntry[str], bool]] = []
        here = set()
        try:
            with os.scandir(current) as entries:
                for entry in entries:
                    name = entry.name
                    if entry.is_dir(follow_symlinks=False):
                        found.append((name, entry, True))
                    elif self._takes(current, name, wanted):
                        found.append((name, entry, False))
                    if name in {NAME, GIT}:
                        here.add(name)
        except OSError as error:
            return [Missing(current, failures.system(error))]
        if here:  # most have neither
            ignores = ignores.at(current, top=GIT in here, own=NAME in here)
        found.sort()
        start = os.path.join(current, "")
        files: list[Node] = []
        below: list[Node] = []
        for name, entry, is_directory in found:
            path = start + name
            link = not is_directory and entry.is_symlink()
            if link and not os.path.exists(path):
                self.note(path, _NOWHERE)
            elif link and os.path.isdir(path):
                continue
            elif not is_directory and not entry.is_file():  # a FIFO, a socket, a device
                self.note(path, _NOT_REGULAR)
            elif self._excludes.hold(path, name):
                self.note(path, EXCLUDED)
            elif is_directory and name in NEVER:
                self.note(path, _UNNAMED)
            elif ignores.specs and ignores.hold(name, directory=is_directory):
                self.note(path, _IGNORED)
            elif not is_directory:
                files.append(path)
            elif name in VENDORED:
                self.note(path, _VENDORED)
                below.append(Directory(path, PYTHON, ignores.below(name)))
            else:
                below.append(Directory(path, wanted, ignores.below(name)))
        return files + below


def within(path: str, directories: Iterable[str]) -> bool:
    """True if a path leads to something in one of these directories, links followed."""
    target = os.path.realpath(path)
    tops = (os.path.join(os.path.realpath(directory), "") for directory in directories)
    return any(target.startswith(top) for top in tops)


def apart(nodes: Sequence[Node]) -> bool:
    """True if no file can be come by twice."""
    names = sorted(
        os.path.normpath(node if isinstance(node, str) else node.path) + os.sep for node in nodes
    )
    if os.curdir + os.sep in names:
        return len(names) == 1
    return not any(after.startswith(before) for before, after in pairwise(names))


def _once(found: Iterable[str | Missing]) -> Iterator[str | Missing]:
    seen: set[str] = set()
    for item in found:
        key = item.path if isinstance(item, Missing) else os.path.normpath(item)
        if key not in seen:
            seen.add(key)
            yield item


class _Way:
    """Tells whether a walk of a directory, the working one by default, would come by a path."""

    def __init__(self, excludes: _Excludes, top: str = "") -> None:
        self._excludes = excludes
        self._top = top
        # By directory: why its files are left out, and what git ignores in it.
        start = above(top or os.curdir).entered(top or os.curdir)
        self._known: dict[str, tuple[Message | None, Ignores]] = {"": (None, start)}

    def open(self, paths: Iterable[str], note: Note) -> Iterator[str]:
        """The paths that it would come by; `note` is told of the others."""
        for path in paths:
            barred = self.bars(path)
            if barred is None:
                yield path
            else:
                note(path, barred)

    def bars(self, path: str) -> Message | None:
        """Why it would not, or None; of what is outside of the directory nothing is known."""
        try:
            near = os.path.relpath(path, self._top or os.curdir)
        except ValueError:  # on another drive
            return None
        if near == os.curdir or near.split(os.sep)[0] == os.pardir:
            return None
        if os.path.isdir(path):
            return self._enter(near)[0]
        directory, name = os.path.split(near)
        barred, ignores = self._enter(directory)
        if barred == _VENDORED and not name.endswith(tuple(DIALECTS)):
            barred = None
        return barred or self._leaves_out(near, name, ignores, directory=False)

    def _enter(self, near: str) -> tuple[Message | None, Ignores]:
        if near not in self._known:
            directory, name = os.path.split(near)
            barred, ignores = self._enter(directory)
            if barred in {None, _VENDORED}:
                barred = (
                    self._leaves_out(near, name, ignores, directory=True)
                    or (_UNNAMED if name in NEVER else barred)
                    or (_VENDORED if name in VENDORED else None)
                )
            there = os.path.join(self._top, near)
            top = os.path.lexists(os.path.join(there, GIT))
            self._known[near] = barred, ignores.below(name).at(there, top=top)
        return self._known[near]

    def _leaves_out(
        self, near: str, name: str, ignores: Ignores, *, directory: bool
    ) -> Message | None:
        if self._excludes.hold(os.path.join(self._top, near), name):
            return EXCLUDED
        return _IGNORED if ignores.hold(name, directory=directory) else None
