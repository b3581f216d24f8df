"""A run that is killed, a full disk, odd files: nothing is lost, and each problem is one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("it sends signals and makes pipes", allow_module_level=True)

import torture
from torture import CHECK, FIX, count, state


def test_killed(tmp_path: Path) -> None:
    total, cut = torture.killed(tmp_path, 6, files=14)
    assert total.lost == 0
    assert total.old + total.new == 6 * len(state(tmp_path / "pristine"))
    assert cut > 0


def test_what_is_counted(tmp_path: Path) -> None:
    for name, text in (("old", "a"), ("new", "b"), ("torn", "a"), ("mode", "a"), ("gone", "a")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    now = state(tmp_path)
    before = {path: kept._replace(data=b"a") for path, kept in now.items()}
    after = {path: kept._replace(data=b"b") for path, kept in now.items()}
    (tmp_path / "torn").write_text("", encoding="utf-8")
    (tmp_path / "mode").chmod(0o400)
    (tmp_path / "gone").unlink()
    (tmp_path / "more").touch()
    assert count(before, after, state(tmp_path)) == (1, 1, 3, 1)


def _failed(said: list[str], reason: str) -> list[str]:
    return [line.rpartition(": ")[0] for line in said if line.endswith(f": {reason}")]


def test_no_room_for_a_file(tmp_path: Path) -> None:
    ended = torture.limited(tmp_path)
    files = len(state(tmp_path / "limited"))
    assert ended.files == (files, 0, 0, 0)
    assert ended.code == 3
    assert len(_failed(ended.said, "file too large")) == len(ended.said) - 1 == files


def test_disk_full(tmp_path: Path) -> None:
    ended = torture.full(tmp_path)
    if ended is None:
        pytest.skip("nothing can be mounted here")
    assert ended.files == (ended.files.old, 0, 0, 0)
    assert ended.files.old > 8
    assert ended.code == 3
    assert len(_failed(ended.said, "no space left on device")) == len(ended.said) - 1 > 7


def test_directories_that_vanish(tmp_path: Path) -> None:
    for ended in torture.vanishing(tmp_path, 3):
        assert ended.code in {0, 1, 3}
        assert all(line.startswith(str(tmp_path)) for line in ended.said[:-1]), ended.said


ODD = """\
binary.py: it holds a NUL byte, so it is not text; save it as UTF-8
bom_and_cookie.py: a UTF-8 byte-order mark, but a coding cookie says iso8859-1
broken.py: does not parse as Python {version}: expected an indented block after 'if' statement on line 6 (line 6)
cookie.py: unknown encoding 'nope' in its coding cookie
fixed crlf.py (1 finding)
cut.ipynb: not a notebook: it is not JSON (Expecting ',' delimiter: line 1 column 43 (char 42)); save it again
fixed deep.js (2 findings)
deep.py: does not parse as Python {version}: too many nested parentheses (line 6)
latin.py: byte 5 is not utf-8; save it as UTF-8 or declare its encoding
fixed lone_cr.py (1 finding)
fixed long_line.py (1 finding)
fixed not_utf8_\\udcff.py (1 finding)
nul.py: it holds a NUL byte, so it is not text; save it as UTF-8
fixed ok.py (1 finding)
surrogate.js: byte 3 is not utf-8; save it as UTF-8
utf16.py: byte 0 is not utf-8; save it as UTF-8
note: 5 files now import flake8_trtc when they run: install it there, too, or set \
trtc-error-code = your.module:ErrorCode and add --write-constants
checked 7 files: 7 findings, 7 fixed in 6 files; 10 files failed
"""


def test_odd_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torture.odd(tmp_path / "odd", depth=1000)
    monkeypatch.chdir(tmp_path / "odd")
    before = state(Path())
    run = subprocess.run([*FIX, "."], capture_output=True, check=False)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert run.stderr.decode().replace("./", "") == ODD.format(version=version)
    assert (run.stdout, run.returncode) == (b"", 3)
    now = state(Path())
    assert now.keys() == before.keys()
    assert {path: kept.mode for path, kept in now.items()} == {
        path: kept.mode for path, kept in before.items()
    }
    changed = {os.fsencode(path) for path, kept in now.items() if kept != before[path]}
    assert changed == {
        *(b"crlf.py", b"deep.js", b"lone_cr.py", b"long_line.py", b"not_utf8_\xff.py", b"ok.py")
    }
    assert now[Path("crlf.py")].data.count(b"\n") == now[Path("crlf.py")].data.count(b"\r\n")
    assert b"\n" not in now[Path("lone_cr.py")].data
    run = subprocess.run([*CHECK, "."], capture_output=True, check=False)
    assert run.returncode == 3
    assert b"Traceback" not in run.stderr


def test_read_only(tmp_path: Path) -> None:
    torture.grow(tmp_path, 3)
    files = sorted(tmp_path.rglob("*.py"))
    for path in files:
        path.chmod(0o444)
    command = torture.unprivileged([*FIX, str(tmp_path)])
    if command is None:
        pytest.skip("root may write all, and can't give that up here")
    before = state(tmp_path)
    run = subprocess.run(command, capture_output=True, check=False)
    failed = _failed(run.stderr.decode().splitlines(), "is read-only")
    assert [Path(path) for path in sorted(failed)] == files
    assert run.returncode == 3
    now = state(tmp_path)
    assert all(now[path] == kept for path, kept in before.items() if path.suffix == ".py")
