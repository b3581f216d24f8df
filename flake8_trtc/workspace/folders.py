"""The folders of an editor's workspace, each with its own configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping

from flake8_trtc._lean import NamedTuple
from flake8_trtc.config.files import load
from flake8_trtc.config.options import Options, OptionsError
from flake8_trtc.messages.message import Message
from flake8_trtc.workspace.generated import not_ours
from flake8_trtc.workspace.walk import left_out


class Given(NamedTuple):
    """Settings of an editor for all folders.

    values: options by their names in configuration files, which win; config: a file to read
    instead of those that are found; defaults: what holds where no file says otherwise.
    """

    values: Mapping[str, object] = {}
    config: str | None = None
    defaults: Mapping[str, object] = {}


class Folder:
    """A directory with its options. options: None where they are wrong, and error says why."""

    def __init__(self, directory: str, given: Given) -> None:
        self.directory = directory
        self._given = given
        self.options: Options | None = None
        self.error: Message | None = None
        config = given.config and os.path.join(directory, given.config)
        try:
            self.options = load(
                given.values, config=config, start=directory, defaults=given.defaults
            )
        except OptionsError as error:
            self.error = error.message

    @property
    def language(self) -> str:
        """The user's, as far as it is known."""
        if self.options is None:
            return str(self._given.defaults.get("trtc-language", "en"))
        return self.options.language

    def skips(self, path: str, data: bytes) -> Message | None:
        """Why `check` of the directory would not look at a file of it, or None."""
        exclude = () if self.options is None else self.options.exclude
        return left_out(path, exclude, self.directory) or not_ours(path, data)


class Folders:
    """The folders of a workspace. Files outside of them are of the folder that they lie in."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self._directories: list[str] = []
        self._known: dict[str, Folder] = {}

    def add(self, directory: str) -> None:
        """Take a folder into the workspace."""
        if directory not in self._directories:
            self._directories.append(directory)

    def remove(self, directory: str) -> None:
        """Take a folder out of the workspace."""
        if directory in self._directories:
            self._directories.remove(directory)

    def reload(self) -> None:
        """Read all configuration anew when it is next asked for."""
        self._known.clear()

    def of(self, path: str) -> Folder:
        """The innermost folder that a file is in."""
        around = [item for item in self._directories if _holds(item, path)]
        directory = max(around, key=len, default=os.path.dirname(path))
        folder = self._known.get(directory)
        if folder is None:
            folder = self._known[directory] = Folder(directory, self.given)
        return folder


def _holds(directory: str, path: str) -> bool:
    return path.startswith(os.path.join(directory, ""))
