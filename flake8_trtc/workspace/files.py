"""Reading and replacing files: a reader sees the old bytes or the new, never a part of either."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from flake8_trtc._namedtuple import NamedTuple
from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Failure


class FileError(Failure):
    """A file can't be read or written; says why, without the path."""


class Changed(FileError):
    """A file is not the one that was read any more."""

    def __init__(self) -> None:
        super().__init__(failures.CHANGED())


class Stamp(NamedTuple):
    """What tells whether a file is still the one that was read."""

    device: int
    inode: int
    size: int
    modified: int  # nanoseconds


class Read(NamedTuple):
    """A file's bytes and the stamp it had when they were read."""

    data: bytes
    stamp: Stamp


# Not to hang on a FIFO, whose opening waits for a writer; where there is no such flag, there are
# no FIFOs either.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read(path: str) -> Read:
    """Read a regular file whole. Raises FileError."""
    try:
        descriptor = os.open(path, _READ)  # a third of what open() and its buffer take
        try:
            state = os.fstat(descriptor)
            if not stat.S_ISREG(state.st_mode):
                raise FileError(failures.NOT_REGULAR())
            data = os.read(descriptor, state.st_size + 1)
            if len(data) != state.st_size:  # it grows or shrinks, or is too big for one call
                data += b"".join(iter(lambda: os.read(descriptor, 1 << 20), b""))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileError(failures.system(error)) from None
    return Read(data, _stamp(state))


def replace(path: str, data: bytes, stamp: Stamp) -> None:
    """Put new bytes in a file that has not changed since it was read.

    The bytes are complete on the disk before the file's name points to them. Mode, owner (where
    permitted) and symbolic links are kept. A file with several hard links is written in place
    instead, so that all its names see the new bytes; a copy of the old ones lies beside it until
    that is done. Raises FileError (Changed where it is not the one read); the file then holds its
    old bytes, or the message says where they are.
    """
    target = os.path.realpath(path)
    try:
        state = os.stat(target)
        if _stamp(state) != stamp:
            raise Changed
        if not os.access(target, os.W_OK):
            raise FileError(failures.READ_ONLY())
        if state.st_nlink > 1:
            _overwrite(target, data, stamp)
        else:
            _swap(target, data, state)
    except OSError as error:
        raise FileError(failures.system(error)) from None


def write(path: str, data: bytes) -> None:
    """Make a file hold these bytes, whether or not it is there yet. Raises FileError.

    It is complete on the disk before its name points to it. What is no regular file (a pipe, a
    terminal) just gets the bytes.
    """
    target = os.path.realpath(path)
    try:
        try:
            state = os.stat(target)
        except FileNotFoundError:
            os.replace(_beside(target, data, None), target)
            return
        if not stat.S_ISREG(state.st_mode):
            with open(target, "wb") as stream:
                stream.write(data)
            return
    except OSError as error:
        raise FileError(failures.system(error)) from None
    replace(target, data, _stamp(state))


def create(path: str, data: bytes) -> None:
    """Write a file that must not be there yet. Raises FileError; then there is none of ours.

    It is complete on the disk before it has its name.
    """
    try:
        temporary = _beside(os.path.abspath(path), data, None)
        try:
            os.link(temporary, path)  # unlike a rename, never over another file
        finally:
            os.unlink(temporary)
    except OSError as error:
        raise FileError(failures.system(error)) from None


def _swap(target: str, data: bytes, state: os.stat_result) -> None:
    temporary = _beside(target, data, state)
    try:
        if _stamp(os.stat(target)) != _stamp(state):
            raise Changed
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _overwrite(target: str, data: bytes, stamp: Stamp) -> None:
    """Write in place; the old bytes are saved first and put back when the write fails."""
    with open(target, "r+b") as stream:
        old = stream.read()
        state = os.fstat(stream.fileno())
        if _stamp(state) != stamp:
            raise Changed
        saved = _beside(target, old, state)
        try:
            _fill(stream.fileno(), data)
        except BaseException:
            try:
                _fill(stream.fileno(), old)
            except OSError as error:
                name = os.path.basename(saved)
                said = failures.OLD_CONTENT(reason=failures.system(error), name=name)
                raise FileError(said) from None
            os.unlink(saved)
            raise
        os.unlink(saved)


def _fill(descriptor: int, data: bytes) -> None:
    """Make an open file hold these bytes, on the disk."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _beside(target: str, data: bytes, state: os.stat_result | None) -> str:
    """Write bytes to a new file in the target's directory, with its mode and owner; its path.

    state: the target's, None where there is no target yet.
    """
    directory, name = os.path.split(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        temporary = os.path.join(directory, f".{name[:100]}.{os.urandom(6).hex()}.tmp")
        with suppress(FileExistsError):
            descriptor = os.open(temporary, flags, 0o666 if state is None else 0o600)
            break
    try:
        try:
            _write(descriptor, data)
            if state is not None:
                if hasattr(os, "fchown"):
                    with suppress(OSError):  # only root gives files away; the mode still holds
                        os.fchown(descriptor, state.st_uid, state.st_gid)
                os.chmod(temporary, stat.S_IMODE(state.st_mode))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return temporary


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _stamp(state: os.stat_result) -> Stamp:
    return Stamp(state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns)
