"""What is read: the files of wheels, npm tarballs and directories that `check` would read."""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from flake8_trtc.source import SUFFIXES


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every file in a language of ours, in an archive or a directory.

    Nothing is unpacked or left out: vendored and minified files are read, too.
    """
    if path.is_dir():
        for directory, below, names in os.walk(path):
            below[:] = sorted(set(below) - {"site-packages", "__pycache__"})
            for name in sorted(names):
                if name.endswith(SUFFIXES):
                    found = Path(directory, name)
                    yield found.relative_to(path).as_posix(), found.read_bytes()
    elif path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(SUFFIXES):
                    yield name, archive.read(name)
    else:
        with tarfile.open(path) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.name.endswith(SUFFIXES) else None
                if file is not None:
                    yield member.name, file.read()
