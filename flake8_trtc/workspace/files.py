"""Reading and replacing files: a reader sees the old bytes or the new, never a part of either."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import contextmanager, suppress

from flake8_trtc._lean import NamedTuple
from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOM = 32
"""Characters of a name in that of a temporary file: up to 128 bytes, of 255 or fewer."""

_PAUSES = (0.01, 0.04, 0.1, 0.25, 0.6)
"""Seconds between attempts to replace a file that is open."""


class FileError(Failure):
    """A file can't be read or written; says why, without the path."""


class Changed(FileError):
    """A file is not the one that was read any more."""

    def __init__(self) -> None:
        super().__init__(failures.CHANGED())


class Stamp(NamedTuple):
    """The identity of a file, to tell whether it is still the one that was read."""

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


MODULE = 1 << 20
"""Bytes of a module beside the one to be fixed that are read: no hand-written one is longer."""


def read(path: str, most: int | None = None) -> Read:
    """Read a regular file whole, or its first `most` bytes. Raises FileError."""
    try:
        descriptor = os.open(path, _READ)  # a third of what open() and its buffer take
        try:
            state = os.fstat(descriptor)
            if not stat.S_ISREG(state.st_mode):
                raise FileError(failures.NOT_REGULAR())
            data = os.read(descriptor, state.st_size + 1 if most is None else most)
            if most is None and len(data) != state.st_size:
                # It grows or shrinks, or is too big for one call.
                data += b"".join(iter(lambda: os.read(descriptor, 1 << 20), b""))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileError(failures.system(error)) from None
    return Read(data, _stamp(state))


def read_module(path: str) -> bytes | None:
    """Read a module beside the one to be fixed; None of a longer one. Raises FileError."""
    data = read(path, MODULE + 1).data
    return data if len(data) <= MODULE else None


def replace(path: str, data: bytes, stamp: Stamp) -> None:
    """Put new bytes in a file that has not changed since it was read.

    The bytes are complete on the disk before the file's name points to them. Mode, symbolic links
    and, where permitted, owner and extended attributes are kept. A file with several hard links is
    written in place instead, so that all its names see the new bytes; a copy of the old ones lies
    beside it until that is done. Raises FileError (Changed where it is not the one read); the file
    then holds its old bytes, or the message says where they are.
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
            with _beside(target, data, None) as temporary:
                _rename(temporary, target)
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
        with _beside(os.path.abspath(path), data, None) as temporary:
            os.link(temporary, path)  # unlike a rename, never over another file
            os.unlink(temporary)
    except OSError as error:
        raise FileError(failures.system(error)) from None


def _swap(target: str, data: bytes, state: os.stat_result) -> None:
    with _beside(target, data, state) as temporary:
        if _stamp(os.stat(target)) != _stamp(state):
            raise Changed
        _rename(temporary, target)


def _rename(temporary: str, target: str) -> None:
    """Give a file the name of another, or of none.

    Windows refuses while a virus scanner, an indexer or an editor has the other one open, mostly
    for a moment: it is asked again for about a second. Raises OSError.
    """
    for seconds in _PAUSES if sys.platform == "win32" else ():
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    os.replace(temporary, target)


def _overwrite(target: str, data: bytes, stamp: Stamp) -> None:
    """Write in place; the old bytes are saved first and put back when the write fails."""
    from flake8_trtc.workspace.interrupts import held_back

    with held_back(), open(target, "r+b") as stream:
        old = stream.read()
        state = os.fstat(stream.fileno())
        if _stamp(state) != stamp:
            raise Changed
        descriptor, saved = _complete(target, old, state, kept=True)
        os.close(descriptor)
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


@contextmanager
def _beside(target: str, data: bytes, state: os.stat_result | None) -> Iterator[str]:
    """Have these bytes in a new file in the target's directory, with what the target has; its path.

    state: the target's, None where there is no target yet. It is locked as long as it is in use,
    so that no other run takes it for one that was left, and removed if anything goes wrong. An
    interrupt waits until that is over.
    """
    from flake8_trtc.workspace.interrupts import held_back

    with held_back():  # else one may come when the file is there and nobody knows its name
        descriptor, temporary = _complete(target, data, state)
        held = os.name == "posix"  # elsewhere what is open can't be given another name
        if not held:
            os.close(descriptor)
        try:
            yield temporary
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
        finally:
            if held:
                os.close(descriptor)


def _complete(
    target: str, data: bytes, state: os.stat_result | None, *, kept: bool = False
) -> tuple[int, str]:
    """Write bytes to a new file beside the target; it is still open, its path.

    kept: nobody is to remove it who finds it later.
    """
    descriptor, temporary = _opened(target, 0o666 if state is None else 0o600, kept=kept)
    try:
        _write(descriptor, data)
        if state is not None:
            _dress(descriptor, target, temporary, state)
        os.fsync(descriptor)
    except BaseException:
        os.close(descriptor)
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return descriptor, temporary


def _opened(target: str, mode: int, *, kept: bool) -> tuple[int, str]:
    """Create a file beside the target and lock it; its path.

    Its name is told by the target's, so that the next run comes by what a killed one has left, and
    removes it.
    """
    from zlib import crc32

    directory, name = os.path.split(target)
    # Of a long name only the beginning has room; with its sum it is no other file's.
    stem = f".{name[:_ROOM]}.{crc32(os.fsencode(name)):08x}"
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = 0
    while True:
        own = os.urandom(6).hex() if kept else number
        temporary = os.path.join(directory, f"{stem}.{own}.tmp")
        try:
            descriptor = os.open(temporary, flags, mode)
        except FileExistsError:
            number += not _remove_left(temporary)
            continue
        _lock(descriptor, wait=True)
        if _is_there(temporary, descriptor):
            return descriptor, temporary
        os.close(descriptor)  # another run has taken it for one that was left


def _remove_left(temporary: str) -> bool:
    """Remove a file that a killed run has left; whether nothing is there now."""
    try:
        descriptor = os.open(temporary, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        if not _lock(descriptor, wait=False):
            return False  # it is being written
        if os.name == "posix":
            os.unlink(temporary)
    finally:
        os.close(descriptor)
    if os.name != "posix":  # what is open can't be removed there, by whoever has it open
        with suppress(OSError):
            os.unlink(temporary)
    return not os.path.lexists(temporary)


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Lock a file for as long as it is open; whether that could be done."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # who has a file open there has it for himself
        return True
    try:
        flock(descriptor, LOCK_EX if wait else LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(path: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _dress(descriptor: int, target: str, temporary: str, state: os.stat_result) -> None:
    """Give a new file the owner, the mode and the extended attributes of the target."""
    if hasattr(os, "fchown"):
        # Only root gives files away; a group may be any that this user is in.
        for owner in (state.st_uid, -1):
            with suppress(OSError):
                os.fchown(descriptor, owner, state.st_gid)
                break
    os.chmod(temporary, stat.S_IMODE(state.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # there are none in this file system
            for name in os.listxattr(target):
                with suppress(OSError):  # this one is the system's own
                    os.setxattr(descriptor, name, os.getxattr(target, name))


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _stamp(state: os.stat_result) -> Stamp:
    return Stamp(state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns)
