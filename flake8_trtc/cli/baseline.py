"""A baseline: a file that lists the findings a project has come to live with.

An entry is a path, a rule and the content of a line, with how often it is found there; no line
numbers, so that a finding stays listed when its line moves and is new when its line changes. Paths
are relative to the file's own directory.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from hashlib import blake2b

from flake8_trtc._lean import NamedTuple
from flake8_trtc.cli.reports.common import dumped, normal
from flake8_trtc.config.options import OptionsError
from flake8_trtc.detect.reported import Reported
from flake8_trtc.messages import failures
from flake8_trtc.messages import options as said
from flake8_trtc.workspace import files

_VERSION = 1
_LONGEST = 120


class Entry(NamedTuple):
    """The key of a baseline entry: path (with slashes), rule, and the line's content."""

    path: str
    code: str
    line: str


class Baseline:
    """The findings that are listed, and those that a run has found."""

    def __init__(self, path: str, listed: Iterable[tuple[Entry, int]] = ()) -> None:
        self.path = path
        self.listed = Counter(dict(listed))
        self._directory = os.path.dirname(os.path.abspath(path))
        self._found: Counter[Entry] = Counter()

    @classmethod
    def read(cls, path: str) -> Baseline:
        """Read a file that `write` wrote. Raises OptionsError."""
        import json

        try:
            data = json.loads(files.read(path).data)
        except files.FileError as error:
            reason = failures.OF_BASELINE(path=path, reason=error.message)
            raise OptionsError(reason) from None
        except (ValueError, RecursionError) as error:  # not UTF-8 either
            raise OptionsError(said.NOT_JSON(path=path, error=error)) from None
        try:
            return cls(path, _entries(data))
        except (TypeError, ValueError, KeyError, AttributeError):
            raise OptionsError(said.OTHER_BASELINE(path=path)) from None

    def unlisted(self, findings: Iterable[Reported]) -> list[Reported]:
        """Count the findings of a file; those that are not listed, or more often than listed."""
        new = []
        for finding in findings:
            entry = Entry(self._key(finding.path), finding.code, _content(finding.text))
            self._found[entry] += 1
            if self._found[entry] > self.listed[entry]:
                new.append(finding)
        return new

    def stale(self, read: Set[str], wants: Callable[[str, str], bool]) -> Counter[Entry]:
        """Stale baseline entries: listed and found no more.

        read: the paths that the run has read; of others nothing is known, unless they are gone.
        wants: whether the run looked for a rule in a path.
        """
        paths = {self._key(path): path for path in read}
        return Counter(
            {
                entry: count - self._found[entry]
                for entry, count in self.listed.items()
                if count > self._found[entry]
                and (
                    wants(entry.code, paths[entry.path])
                    if entry.path in paths
                    else _is_gone(os.path.join(self._directory, entry.path))
                )
            }
        )

    def write(self) -> None:
        """List what was found. Raises FileError."""
        self._save(self._found)

    def prune(self, stale: Counter[Entry]) -> None:
        """List what was listed, but for what is stale. Raises FileError."""
        self._save(self.listed - stale)

    def _save(self, counts: Counter[Entry]) -> None:
        listed: dict[str, dict[str, dict[str, int]]] = {}
        for (path, code, line), count in sorted(counts.items()):
            listed.setdefault(path, {}).setdefault(code, {})[line] = count
        text = dumped({"version": _VERSION, "findings": listed})
        try:
            files.write(self.path, text.encode("utf-8", "backslashreplace"))
        except files.FileError as error:
            reason = failures.OF_BASELINE(path=self.path, reason=error.message)
            raise files.FileError(reason) from None

    def _key(self, path: str) -> str:
        try:
            near = os.path.relpath(path, self._directory)
        except ValueError:  # on another drive
            near = os.path.abspath(path)
        return near.replace(os.sep, "/")


def _is_gone(path: str) -> bool:
    """Whether there is no such file: of one in a directory that can't be looked into, who knows."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _content(text: str) -> str:
    """The content of a line; a long one is cut, and told from others by a digest."""
    line = normal(text)
    if len(line) <= _LONGEST:
        return line
    digest = blake2b(line.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return f"{line[:_LONGEST]}… {digest}"


def _entries(data: object) -> Iterator[tuple[Entry, int]]:
    """The entries of a baseline's JSON; whatever it raises, it is none."""
    if not isinstance(data, dict) or data["version"] != _VERSION:
        raise ValueError
    for path, codes in data["findings"].items():
        for code, lines in codes.items():
            for line, count in lines.items():
                if type(count) is not int or count < 1:
                    raise ValueError
                yield Entry(path, code, line), count
