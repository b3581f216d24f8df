"""Which lines changed since a git revision.

Compared is the working tree with the point where its branch left the revision (`git merge-base`),
so that `--since origin/main` shows what the branch did, not what others have done to main. Files
that git does not track count as changed from top to bottom, renamed ones where they are edited.
A submodule is compared with the commit of it that the repository had there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.config.options import OptionsError
from flake8_trtc.messages import options as said
from flake8_trtc.messages.message import Message
from flake8_trtc.workspace.git import ran, unfiltered

if TYPE_CHECKING:
    import subprocess

_MODULE = b"160000 "
"""The mode of a submodule."""
_HUNK = regex(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = regex(rb'\\([0-7]{3}|["\\abfnrtv])')
_ESCAPED = dict(zip(b'"\\abfnrtv', b'"\\\a\b\f\n\r\t\v', strict=True))
# As plain as diffs get, whatever the user's configuration says; also of files marked as binary.
_DIFF = (
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--text"),
    *("--find-renames", "--ignore-submodules", "--unified=0", "--inter-hunk-context=0"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)

# Nothing that a repository names is run: a monitor of files, hooks, a diff of its own.
GIT = (
    *("git", "--no-optional-locks", "-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}", "-c", "safe.bareRepository=explicit"),
)


class Changed(NamedTuple):
    """The changed lines of a work tree.

    top: its real path; tracked: the files that git knows, relative to it; rows: the 1-based lines
    that changed in each of them, as git counts lines, by line feeds.
    """

    top: bytes
    tracked: frozenset[bytes]
    rows: dict[bytes, list[range]]

    def holds(self, path: str, row: int) -> bool:
        """True if a line of a file changed, or is not known to git."""
        try:
            name = os.path.relpath(os.path.realpath(os.fsencode(path)), self.top)
        except ValueError:  # on another drive
            return True
        name = name.replace(os.fsencode(os.sep), b"/")
        return name not in self.tracked or any(row in rows for rows in self.rows.get(name, ()))


def changed_since(revision: str) -> Changed:
    """Ask git, in the working directory's repository and its submodules. Raises OptionsError."""
    place = _git(("rev-parse", "--show-toplevel", "--is-shallow-repository"), said.NO_WORK_TREE())
    top, shallow = place.rstrip().rsplit(b"\n", 1)
    fetch = said.SHALLOW() if shallow == b"true" else ""
    commit = _git(
        ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"),
        said.NO_REVISION(revision=revision, fetch=fetch),
    ).strip()
    base = _git(
        ("merge-base", os.fsdecode(commit), "HEAD"),
        said.NO_ANCESTOR(revision=revision, fetch=fetch),
    ).split()[0]
    tracked: set[bytes] = set()
    rows: dict[bytes, list[range]] = {}
    pending = [(b"", base)]
    while pending:
        prefix, before = pending.pop()
        directory = os.fsdecode(os.path.join(top, prefix))
        files, modules = _listed(directory)
        tracked.update(prefix + name for name in files)
        comparing = (*_DIFF, os.fsdecode(before), "--", ":/")
        patch = _git(comparing, said.GIT_FAILED(command="diff"), directory, unfiltered)
        for name, row in _rows(patch):
            rows.setdefault(prefix + name, []).append(row)
        for name, commit in _modules(directory, before, modules):
            pending.append((prefix + name + b"/", commit))
    return Changed(os.path.realpath(top), frozenset(tracked), rows)


def _listed(directory: str) -> tuple[list[bytes], list[bytes]]:
    """The files that git knows of a repository, and its submodules."""
    listing = ("ls-files", "--full-name", "--stage", "-z", "--", ":/")
    listed = _git(listing, said.GIT_FAILED(command="ls-files"), directory)
    files: list[bytes] = []
    modules: list[bytes] = []
    for entry in listed.split(b"\0")[:-1]:
        facts, _, name = entry.partition(b"\t")
        (modules if facts.startswith(_MODULE) else files).append(name)
    return files, modules


def _modules(directory: str, before: bytes, names: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Those of a repository's submodules that were in it at a commit, with their own commits there.

    One that is not checked out, or does not have its commit any more, is left out: its files count
    as not known to git.
    """
    if not names:
        return
    listing = ("ls-tree", "-z", "--full-tree", os.fsdecode(before), "--", *map(os.fsdecode, names))
    for entry in _git(listing, said.GIT_FAILED(command="ls-tree"), directory).split(b"\0")[:-1]:
        facts, _, name = entry.partition(b"\t")
        there = os.path.join(directory, os.fsdecode(name))
        if facts.startswith(_MODULE) and os.path.exists(os.path.join(there, ".git")):
            commit = facts.split(b" ")[2]
            if ran(("cat-file", "-e", f"{os.fsdecode(commit)}^{{commit}}"), there).returncode == 0:
                yield name, commit


def _git(
    arguments: tuple[str, ...],
    problem: Message,
    directory: str = os.curdir,
    run: Callable[[tuple[str, ...], str], subprocess.CompletedProcess[bytes]] = ran,
) -> bytes:
    """The output of git. Raises OptionsError with the problem, and what git says of it."""
    try:
        done = run(arguments, directory)
    except OSError:
        raise OptionsError(said.SINCE(problem=said.NO_GIT())) from None
    if done.returncode:
        line = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        sentence = said.SINCE_SAID if line else said.SINCE
        raise OptionsError(sentence(problem=problem, said=line))
    return done.stdout


def _rows(patch: bytes) -> Iterator[tuple[bytes, range]]:
    """The lines that a diff without context adds or changes, file by file."""
    name, content = b"", 0
    for line in patch.split(b"\n"):
        if content and line[:1] in {b"+", b"-"}:
            content -= 1
        elif line.startswith(b"+++ "):
            name = _name(line.removeprefix(b"+++ "))
        elif hunk := _HUNK.match(line):
            removed, first, added = (1 if item is None else int(item) for item in hunk.groups())
            content = removed + added
            if added:
                yield name, range(first, first + added)


def _name(written: bytes) -> bytes:
    """The path in a line `+++ b/…`: quoted as in C where it has odd characters."""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_character, written.strip()[1:-1])
    else:
        written = written.removesuffix(b"\t")  # which ends a name that has spaces
    return written.removeprefix(b"b/")


def _character(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) if len(code) == 3 else _ESCAPED[code[0]]])
