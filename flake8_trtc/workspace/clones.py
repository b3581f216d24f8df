"""Files of repositories as git has them committed: of working copies and of bare clones.

Nothing of a repository is run, and nothing of its working tree is read.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from flake8_trtc._lean import NamedTuple
from flake8_trtc.workspace.git import GIT, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BARE = ("HEAD", "objects", "refs")
_FILE = b"100"
"""The beginning of the mode of a plain file; links and submodules have others."""


class Clone(NamedTuple):
    """A repository: its name, which is its path below the directory of all, and git's directory."""

    name: str
    directory: str


class CloneError(Exception):
    """A repository can't be read; the message is git's first line."""


def clones(directory: str) -> Iterator[Clone]:
    """The repositories at any depth below a directory, by name; none within another one.

    A link to a directory is not followed.
    """
    pending = [""]
    while pending:
        name = pending.pop()
        path = os.path.join(directory, name) if name else directory
        found = next(filter(None, map(_git_directory, (os.path.join(path, ".git"), path))), None)
        if found is not None:
            yield Clone(name.replace(os.sep, "/").removesuffix(".git"), found)
            continue
        with os.scandir(path) as entries:
            below = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        pending += (os.path.join(name, inner) for inner in sorted(below, reverse=True))


def _git_directory(path: str) -> str | None:
    """Git's directory at a path: the path itself, or where a file of a linked work tree leads."""
    if os.path.isfile(path):
        with open(path, encoding="utf-8", errors="surrogateescape") as stream:
            mark, _, target = stream.read(1 << 12).strip().partition(" ")
        if mark != "gitdir:":
            return None
        return os.path.join(os.path.dirname(path), target)
    return path if all(os.path.exists(os.path.join(path, name)) for name in _BARE) else None


def portions(
    clone: Clone, wanted: Callable[[str], bool], size: int
) -> Iterator[list[tuple[str | None, bytes | None]]]:
    """The wanted files of a repository in lists of about so many bytes.

    One without a path and a content stands for a repository that git can't read.
    """
    files: list[tuple[str | None, bytes | None]] = []
    held = 0
    try:
        for path, data in committed(clone, wanted):
            files.append((path, data))
            held += len(data or b"")
            if held > size:
                yield files
                files, held = [], 0
    except CloneError:
        files.append((None, None))
    if files:
        yield files


def committed(clone: Clone, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes | None]]:
    """The path and content of each wanted file at a repository's HEAD, in git's order.

    The content is None where git can't read it. A repository without a commit has no files.

    wanted: is asked for each path, which is relative to the repository and has slashes; a path that
    is not UTF-8 has surrogates in it.

    Raises:
        CloneError: for what git can't read.
    """
    git = (*GIT, f"--git-dir={clone.directory}")
    listing = (*git, "ls-tree", "-r", "-z", "--full-tree", "HEAD")
    try:
        listed = subprocess.run(listing, capture_output=True, check=True, env=environment()).stdout
    except subprocess.CalledProcessError as error:
        head = (*git, "rev-parse", "--quiet", "--verify", "HEAD")
        if (
            subprocess.run(head, capture_output=True, check=False, env=environment()).returncode
            == 1
        ):
            return
        raise CloneError(error.stderr.decode("utf-8", "replace").split("\n")[0]) from None
    except OSError as error:
        raise CloneError(f"git: {error.strerror}") from None
    command = (*git, "cat-file", "--batch")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for row in filter(None, listed.split(b"\0")):
            facts, _, name = row.partition(b"\t")
            mode, _, blob = facts.split(b" ")
            path = os.fsdecode(name)
            if not mode.startswith(_FILE) or not wanted(path):
                continue
            process.stdin.write(blob + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline().split()
            if len(answer) != 3:
                yield path, None
                continue
            yield path, process.stdout.read(int(answer[2]))
            process.stdout.read(1)
        process.stdin.close()
