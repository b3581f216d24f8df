"""What Spark's Python workers do between tasks, and with what stands around a file; no JVM."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest

pytest.importorskip("pyspark", reason="pyspark is not installed (the extra spark)")

import pyarrow as pa

import flake8_trtc
from flake8_trtc.api import load_options
from flake8_trtc.cli.reports.rows import FINDING, Columns, Limits, fix_type
from flake8_trtc.cli.spark import work
from flake8_trtc.cli.spark.beside import Beside, kept
from flake8_trtc.cli.spark.command import _line

_CODE = b"import trtc\nif error.getCode() == 16388:\n    pass\n"


@pytest.fixture(autouse=True)
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Spark keeps what its workers write."""
    directory = tmp_path / "local"
    directory.mkdir()
    monkeypatch.setenv("SPARK_LOCAL_DIRS", f"{directory},{tmp_path / 'other'}")
    return directory


def _job(neighbours: dict[object, dict[str, bytes]]) -> work.Job:
    options = load_options(isolated=True)
    columns = Columns()
    return work.Job(
        uuid4().hex, options, options, "/", columns, ["repo", "path"], FINDING, Limits(), neighbours
    )


def _batch(*rows: tuple[str, str, bytes]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(
        [{"repo": repo, "path": path, "content": data} for repo, path, data in rows]
    )


def _answers(job: work.Job, *rows: tuple[str, str, bytes]) -> list[tuple[object, ...]]:
    made = work.answers(job, work.FINDINGS, iter([_batch(*rows)]))
    names = ("repo", "path", "line", "column", "code", "error")
    return [tuple(row[name] for name in names) for batch in made for row in batch.to_pylist()]


def _below(directory: Path) -> list[str]:
    return sorted(
        path.relative_to(directory).as_posix().partition("/")[2]
        for path in directory.rglob("*")
        if path.is_file()
    )


def test_the_next_task_of_a_job_finds_the_directories_of_the_last(local: Path) -> None:
    """They are gone with the first task of another job, and the working directory stays."""
    here = os.getcwd()
    neighbours: dict[object, dict[str, bytes]] = {
        "a": {"package.json": b"{}", "call/__init__.py": b"", "far/off/__init__.py": b""},
        "b": {"package.json": b"{}"},
    }
    job = _job(neighbours)
    found = [("a", "call/room.py", 2, 23, "TRT001", None)]
    assert _answers(job, ("a", "call/room.py", _CODE)) == found
    (first,) = local.iterdir()
    assert _below(local) == ["0/call/__init__.py", "0/package.json", "pyproject.toml", "setup.cfg"]
    assert _answers(job, ("a", "call/room.py", _CODE)) == found
    assert [*local.iterdir()] == [first]
    assert _answers(job, ("b", "call/room.py", _CODE))[0][0] == "b"
    assert _below(local)[2] == "1/package.json"
    assert _answers(_job({}), ("a", "room.py", _CODE)) == [("a", "room.py", 2, 23, "TRT001", None)]
    assert first not in [*local.iterdir()]
    assert _below(local) == ["pyproject.toml", "setup.cfg"]
    assert os.getcwd() == here


def test_directories_of_many_repositories_are_not_kept(
    local: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_MANY", 2)
    job = _job({})
    for names in ("ab", "c"):
        _answers(job, *((name, "room.py", _CODE) for name in names))
    assert len([*local.glob("*/*/.git")]) == 3
    _answers(job, ("d", "room.py", _CODE))
    assert len([*local.glob("*/*/.git")]) == 1


def test_what_is_imported_is_kept_from_the_garbage_collector() -> None:
    _answers(_job({}), ("a", "room.py", _CODE))
    _answers(_job({}), ("a", "room.py", _CODE))
    frozen = gc.get_freeze_count()
    assert frozen > 10_000
    _answers(_job({}), ("a", "room.py", _CODE))
    assert gc.get_freeze_count() <= frozen
    gc.unfreeze()


def test_a_file_that_was_kept_is_not_searched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def search(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(work, "may_hold", search)
    assert _answers(_job({}), ("a", "room.py", _CODE)) == [("a", "room.py", 2, 23, "TRT001", None)]


_FILES = {
    "package.json": b"{}",
    "packages/far/package.json": b"{}",
    "app/room.js": b"",
    "app/views/index.js": b"export * from '../codes/all'\n",
    "app/codes/all.js": b"export * from './deep/v4'\n",
    "app/codes/deep/v4.js": b"",
    "app/codes/other/v5.js": b"",
    "call/__init__.py": b"",
    "call/rooms/__init__.py": b"",
    "call/users/__init__.py": b"",
    "flake8_trtc/__init__.py": b"",
    "src/rooms/codes/v4.py": b"",
    "\u901a\u8bdd/__init__.py": b"",
}


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("app/room.js", "", ["app/room.js", "flake8_trtc/__init__.py"]),
        (
            "app/room.js",
            "import { ErrorCode } from './views'",
            [
                "app/codes/all.js",
                "app/codes/deep/v4.js",
                "app/room.js",
                "app/views/index.js",
                "flake8_trtc/__init__.py",
            ],
        ),
        ("call/a.py", "", ["call/__init__.py", "flake8_trtc/__init__.py"]),
        (
            "call/a.py",
            "import os, \\\n  rooms # users\n",
            ["call/__init__.py", "call/rooms/__init__.py", "flake8_trtc/__init__.py"],
        ),
        (
            "call/a.py",
            "import pytest\n\nfrom rooms.codes import v4\n",
            [
                "call/__init__.py",
                "call/rooms/__init__.py",
                "flake8_trtc/__init__.py",
                "src/rooms/codes/v4.py",
            ],
        ),
        (
            "call/a.py",
            "if x: from 通话 import users",
            [
                "call/__init__.py",
                "call/users/__init__.py",
                "flake8_trtc/__init__.py",
                "通话/__init__.py",
            ],
        ),
    ],
)
def test_the_modules_that_a_file_may_look_at(path: str, text: str, found: list[str]) -> None:
    """Itself or by way of others; each is given out once."""
    beside = Beside(_FILES)
    settings = ["package.json", "packages/far/package.json"]
    assert [name for name, _ in beside.settings()] == settings
    given = [name for name, _ in beside.modules(path, text.encode(), every=False)]
    assert sorted(given) == found
    assert [*beside.modules(path, text.encode(), every=False)] == []
    rest = [name for name, _ in beside.modules(path, b"", every=True)]
    assert sorted([*settings, *given, *rest]) == sorted(_FILES)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("from a import *", True),
        ("from a import(\t*", True),
        ("from a import x\nf(*b)", False),
        ("# important *", False),
        ("simport *", True),
    ],
)
def test_which_modules_count_with_what_is_in_them(text: str, content: bool) -> None:
    assert kept("a.py", text.encode()) == (text.encode() if content else b"")


def test_what_is_kept_of_a_configuration_of_a_sorter() -> None:
    """That it is there, and a file that may be another tool's whole."""
    assert kept("back/ruff.toml", b"line-length = 100\n") == b""
    assert kept("back/tox.ini", b"[isort]\n") == b"[isort]\n"
    assert kept("back/tox.ini", b"[testenv]\n") == b""


def test_what_is_kept_of_a_configuration_of_typescript() -> None:
    """Only what says how modules are imported; of any other, that it is there."""
    allows = b'{"compilerOptions": {"allowImportingTsExtensions": true}}'
    assert kept("web/tsconfig.json", allows) == allows
    assert kept("web/tsconfig.json", allows.replace(b"true", b"false")) == b""
    assert kept("web/jsconfig.json", allows) == b""


def test_each_repository_has_its_own_width_of_lines() -> None:
    """Though the files have the same path."""
    lines = b"[tool.black]\nline-length = %d\n"
    neighbours: dict[object, dict[str, bytes]] = {
        name: {"pyproject.toml": lines % width} for name, width in (("wide", 200), ("narrow", 40))
    }
    before = "from flake8_trtc import code_of, Other\nimport trtc\n"
    after = "\n\ndef f(error):\n    return error.getCode() == %s\n"
    text = (before + after % "16388").encode()
    job = _job(neighbours)._replace(made=fix_type(FINDING["message"].dataType))
    batch = _batch(("wide", "call.py", text), ("narrow", "call.py", text))
    made = work.answers(job, work.FIX[True], iter([batch]))
    rest = after % "ErrorCode.JOIN_ROOM_FAILED"
    assert {row["repo"]: row["content"] for found in made for row in found.to_pylist()} == {
        "wide": before.replace("code_of", "ErrorCode, code_of") + rest,
        "narrow": f"{before}from flake8_trtc import ErrorCode\n{rest}",
    }


def test_the_package_may_be_in_an_archive_with_a_relative_name(tmp_path: Path) -> None:
    """As --py-files brings it to a cluster's nodes."""
    package = Path(flake8_trtc.__file__).parent
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        for path in package.rglob("*.py"):
            archive.write(path, path.relative_to(package.parent))
    program = (
        "import sys; sys.path.insert(0, './package.zip'); sys.path.append(sys.argv[1])\n"
        "import flake8_trtc; assert flake8_trtc.__file__.startswith('./package.zip')\n"
        "import test_spark_work as t\n"
        "print(t._answers(t._job({}), ('a', 'room.py', t._CODE)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(Path(__file__).parent)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[('a', 'room.py', 2, 23, 'TRT001', None)]\n", "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[PATH_NOT_FOUND] There is no a.\nSQLSTATE: 1", "[PATH_NOT_FOUND] There is no a."),
        (
            "An exception was thrown from the Python worker:\nTraceback (most recent call last):\n"
            '  File "work.py", line 7, in <module>\n    import pyarrow\n'
            "ModuleNotFoundError: No module named 'pyarrow'\n\n",
            "ModuleNotFoundError: No module named 'pyarrow'",
        ),
        ("", "Py4JError"),
    ],
)
def test_what_spark_says_is_one_line(text: str, line: str) -> None:
    from py4j.protocol import Py4JError

    assert _line(Py4JError(text)) == line
