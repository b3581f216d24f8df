"""Files are replaced whole or not at all, and stay what they were: mode, links, names."""

from __future__ import annotations

import errno
import os
import signal
import stat
from pathlib import Path
from zlib import crc32

import pytest

from flake8_trtc.cli.commands._fix_path import Job, fix_path
from flake8_trtc.config.options import Options
from flake8_trtc.workspace import files
from flake8_trtc.workspace.files import FileError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    return path


def _replace(path: Path, data: bytes = b"new bytes") -> None:
    files.replace(str(path), data, files.read(str(path)).stamp)


def _names(path: Path) -> list[str]:
    return sorted(item.name for item in path.parent.iterdir())


def test_replace(path: Path) -> None:
    _replace(path)
    assert path.read_bytes() == b"new bytes"
    assert _names(path) == ["a.py"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o4755])
def test_mode_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    _replace(path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_where_files_have_no_owner(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fchown", raising=False)
    path.chmod(0o640)
    _replace(path)
    assert path.read_bytes() == b"new bytes"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_symbolic_link_is_followed(path: Path) -> None:
    link, second = path.parent / "link.py", path.parent / "second.py"
    link.symlink_to("a.py")
    second.symlink_to(link)
    _replace(second)
    assert os.readlink(link) == "a.py"
    assert os.readlink(second) == str(link)
    assert path.read_bytes() == b"new bytes"


def test_hard_links_stay_one_file(path: Path) -> None:
    other = path.parent / "other.py"
    os.link(path, other)
    _replace(path, b"n")
    assert other.read_bytes() == path.read_bytes() == b"n"
    assert other.stat().st_ino == path.stat().st_ino
    assert _names(path) == ["a.py", "other.py"]


def test_changed_meanwhile(path: Path) -> None:
    stamp = files.read(str(path)).stamp
    path.write_bytes(b"other")
    with pytest.raises(FileError, match=r"^changed on disk while it was being fixed"):
        files.replace(str(path), b"new", stamp)
    assert path.read_bytes() == b"other"
    assert _names(path) == ["a.py"]


def test_a_linked_file_changed_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.link(path, path.parent / "b.py")

    def change(_path: str, _mode: int) -> bool:
        path.write_bytes(b"other")
        return True

    monkeypatch.setattr(os, "access", change)
    with pytest.raises(FileError, match=r"^changed on disk while it was being fixed"):
        _replace(path)
    assert path.read_bytes() == b"other"
    assert _names(path) == ["a.py", "b.py"]


@pytest.mark.parametrize("refused", [0, 2, 5, 6])
def test_windows_is_asked_again(path: Path, monkeypatch: pytest.MonkeyPatch, refused: int) -> None:
    """A scanner that has a file open for a moment is waited for; nothing is left either way."""
    slept: list[float] = []
    asked: list[str] = []
    real = os.replace

    def replace(old: str, new: str) -> None:
        asked.append(new)
        if len(asked) <= refused:
            raise PermissionError(errno.EACCES, "in use")
        real(old, new)

    monkeypatch.setattr(files, "_PAUSES", tuple(range(5)))
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(os, "replace", replace)
    if refused == 6:
        with pytest.raises(FileError):
            _replace(path)
    else:
        _replace(path)
    assert path.read_bytes() == (b"old" if refused == 6 else b"new bytes")
    assert slept == [*range(min(refused, 5))]
    assert _names(path) == ["a.py"]


def test_changed_while_writing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def change(descriptor: int) -> None:
        fsync(descriptor)
        path.write_bytes(b"other")

    monkeypatch.setattr(os, "fsync", change)
    with pytest.raises(FileError, match=r"^changed on disk while it was being fixed"):
        _replace(path)
    assert path.read_bytes() == b"other"
    assert _names(path) == ["a.py"]


def test_vanished_meanwhile(path: Path) -> None:
    stamp = files.read(str(path)).stamp
    path.unlink()
    with pytest.raises(FileError, match=r"^no such file or directory$"):
        files.replace(str(path), b"new", stamp)
    assert _names(path) == []


def test_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(FileError, match=r"^is read-only$"):
        _replace(path)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device")])
def test_no_space(
    path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool, error: OSError
) -> None:
    if linked:
        os.link(path, path.parent / "b.py")

    def fail(_descriptor: int, _data: object) -> int:
        raise error

    names = _names(path)
    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(FileError, match=r"^no space left on device$"):
        _replace(path)
    assert path.read_bytes() == b"old"
    assert _names(path) == names


@pytest.mark.parametrize("error", [OSError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
def test_replace_fails(path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_source: str, _target: str) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((FileError, KeyboardInterrupt)):
        _replace(path)
    assert path.read_bytes() == b"old"
    assert _names(path) == ["a.py"]


def test_writing_in_place_fails_half_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A linked file gets its old bytes back."""
    os.link(path, path.parent / "b.py")
    write, calls = os.write, iter(range(9))

    def fail_second(descriptor: int, data: bytes) -> int:
        if next(calls) == 1:  # the first saves the old bytes
            write(descriptor, b"ne")
            raise OSError(errno.EIO, "Input/output error")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", fail_second)
    with pytest.raises(FileError, match=r"^input/output error$"):
        _replace(path)
    assert path.read_bytes() == b"old"
    assert _names(path) == ["a.py", "b.py"]


def test_writing_in_place_fails_for_good(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the old bytes can't be put back, the message says where they are."""
    os.link(path, path.parent / "b.py")
    write, calls = os.write, iter(range(9))

    def fail_later(descriptor: int, data: bytes) -> int:
        if next(calls):
            raise OSError(errno.EIO, "Input/output error")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", fail_later)
    with pytest.raises(FileError, match=r"its old content is in (\.a\.py\..*\.tmp)$") as caught:
        _replace(path)
    saved = path.parent / str(caught.value).rpartition(" ")[2]
    assert saved.read_bytes() == b"old"


def test_not_a_regular_file(tmp_path: Path) -> None:
    fifo = tmp_path / "a.py"
    os.mkfifo(fifo)
    with pytest.raises(FileError, match=r"^not a regular file$"):
        files.read(str(fifo))


def test_what_is_read_of_a_long_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than is asked for, whatever its size; of a module all or nothing."""
    asked = []

    def counted(descriptor: int, most: int) -> bytes:
        asked.append(most)
        return os_read(descriptor, most)

    os_read = os.read
    monkeypatch.setattr(files, "MODULE", 8)
    monkeypatch.setattr(os, "read", counted)
    for data, head, module in (
        (b"12345678", b"1234", b"12345678"),
        (b"123456789" * 1000, b"1234", None),
        (b"", b"", b""),
    ):
        path.write_bytes(data)
        assert files.read(str(path), 4).data == head
        assert files.read_module(str(path)) == module
    assert asked == [4, 9] * 3


def test_a_pipe_gets_what_is_written(tmp_path: Path) -> None:
    fifo = tmp_path / "out"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        files.write(str(fifo), b"data")
        assert os.read(reader, 9) == b"data"
    finally:
        os.close(reader)
    assert _names(fifo) == ["out"]
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"^no such file or directory$"):
        files.read(str(tmp_path / "a.py"))


def test_create(tmp_path: Path) -> None:
    path = tmp_path / "new.py"
    files.create(str(path), b"data")
    assert path.read_bytes() == b"data"
    assert path.stat().st_nlink == 1
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    with pytest.raises(FileError, match=r"^file exists$"):
        files.create(str(path), b"other")
    (tmp_path / "link.py").symlink_to("gone.py")
    with pytest.raises(FileError, match=r"^file exists$"):
        files.create(str(tmp_path / "link.py"), b"other")
    with pytest.raises(FileError, match=r"^no such file or directory$"):
        files.create(str(tmp_path / "none" / "a.py"), b"other")
    assert path.read_bytes() == b"data"
    assert _names(path) == ["link.py", "new.py"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_file_that_changes_is_fixed_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """An editor saves it meanwhile; three times is too often."""
    path.write_bytes(b"import trtc\nif code == 16388: pass\n")
    left = times

    def replace(name: str, data: bytes, stamp: files.Stamp) -> None:
        nonlocal left
        if left:
            left -= 1
            path.write_bytes(path.read_bytes() + b"# saved\n")
        real(name, data, stamp)

    real = files.replace
    monkeypatch.setattr(files, "replace", replace)
    result = fix_path(str(path), Job(Options(), write=True, diff=False))
    saved = b"# saved\n" * times
    if times == 3:
        assert result.error == "changed on disk while it was being fixed; not overwritten"
        assert path.read_bytes() == b"import trtc\nif code == 16388: pass\n" + saved
    else:
        assert (result.error, result.fixed) == (None, 1)
        assert path.read_bytes() == (
            b"import trtc\nfrom flake8_trtc import ErrorCode\n"
            b"if code == ErrorCode.JOIN_ROOM_FAILED: pass\n" + saved
        )


@pytest.mark.parametrize(
    "name", ["a" * 252 + ".py", "漏" * 84 + ".py", "\N{GRINNING FACE}" * 63 + ".ts"]
)
def test_names_as_long_as_a_file_system_takes_them(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    assert len(os.fsencode(name)) == 255
    path.write_bytes(b"old")
    _replace(path)
    assert path.read_bytes() == b"new bytes"
    assert _names(path) == [name]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="there are no extended attributes here")
def test_extended_attributes_are_kept(path: Path) -> None:
    try:
        os.setxattr(path, "user.origin", b"\0kept")
    except OSError:
        pytest.skip("this file system has none")
    _replace(path)
    assert os.getxattr(path, "user.origin") == b"\0kept"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 1234, 4321)
    _replace(path)
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


needs_kill = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def _kill_before_the_name(path: Path) -> None:
    """What a run leaves that is killed when all is written and nothing is named yet."""
    process = os.fork()
    if not process:
        os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        _replace(path)
    os.waitpid(process, 0)


@needs_kill
def test_what_a_killed_run_has_left_is_removed_by_the_next(path: Path) -> None:
    _kill_before_the_name(path)
    assert len(_names(path)) == 2
    _kill_before_the_name(path)
    assert len(_names(path)) == 2
    _replace(path)
    assert _names(path) == ["a.py"]
    assert path.read_bytes() == b"new bytes"


@needs_kill
def test_what_another_run_writes_is_not_removed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def and_another(temporary: str, target: str) -> None:
        process = os.fork()
        if not process:
            os.replace = replace
            try:
                _replace(path, b"of another run")
            finally:
                os._exit(0)
        os.waitpid(process, 0)
        replace(temporary, target)

    monkeypatch.setattr(os, "replace", and_another)
    _replace(path)
    assert path.read_bytes() == b"new bytes"
    assert _names(path) == ["a.py"]


def test_what_only_looks_like_a_temporary_file_is_no_obstacle(path: Path) -> None:
    for number in range(3):
        name = f".a.py.{crc32(b'a.py'):08x}.{number}.tmp"
        (path.parent / name).mkdir() if number else (path.parent / name).symlink_to("a.py")
    before = len(_names(path))
    _replace(path)
    assert path.read_bytes() == b"new bytes"
    assert len(_names(path)) == before


def test_an_interrupt_waits_until_no_temporary_file_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes when the file is there and its name is known to nobody yet."""

    def interrupted(temporary: str, descriptor: int) -> bool:
        signal.raise_signal(signal.SIGINT)
        return is_there(temporary, descriptor)

    is_there = files._is_there
    monkeypatch.setattr(files, "_is_there", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _replace(path, b"new\n")
    assert path.read_bytes() == b"new\n"
    assert _names(path) == ["a.py"]
    other = path.with_name("other.py")
    with pytest.raises(KeyboardInterrupt):
        files.create(str(other), b"made\n")
    assert other.read_bytes() == b"made\n"
    assert _names(path) == ["a.py", "other.py"]
    os.link(path, path.with_name("second.py"))
    with pytest.raises(KeyboardInterrupt):
        _replace(path, b"newer\n")
    assert path.read_bytes() == path.with_name("second.py").read_bytes() == b"newer\n"
    assert _names(path) == ["a.py", "other.py", "second.py"]
