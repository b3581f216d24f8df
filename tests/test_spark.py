"""Tables of sources on the real Spark: row for row what `check` and `fix` give."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from spark_tables import (
    EXAMPLES,
    Row,
    checked,
    files,
    findings,
    order,
    session,
    table_of,
    table_of_tree,
)

pytestmark = pytest.mark.filterwarnings("ignore")
ROOT = Path(__file__).parent.parent
sys.path.append(
    str(ROOT)
)  # behind everything else, so that an installed wheel stays what is tested

from marked import unmarked  # noqa: E402
from pyspark.sql import DataFrame, SparkSession  # noqa: E402
from sizes import every  # noqa: E402

from benchmarks.accuracy.corpus import CorpusError  # noqa: E402
from benchmarks.accuracy.labelled import cases  # noqa: E402
from benchmarks.spark.corpus import plant  # noqa: E402
from flake8_trtc import spark  # noqa: E402
from flake8_trtc.api import load_options  # noqa: E402

__all__ = ["session"]

_JOIN = "import TRTC from 'trtc-js-sdk';\nexport const f = (e) => e.getCode() === 0x4004;\n"


@pytest.mark.parametrize("parts", [1, 2, 7])
def test_the_examples(parts: int, session: SparkSession) -> None:
    frame = table_of_tree(session, EXAMPLES).repartition(parts)
    found = findings(spark.check(frame, load_options(isolated=True)))
    assert len(found) > 200
    assert found == checked(EXAMPLES, "--isolated")


def test_the_labelled_cases(session: SparkSession, tmp_path: Path) -> None:
    """Each in a directory of its own, with what it is fixed to."""
    wanted = 0
    for number, case in enumerate([*cases()][:: every(4)]):
        text, expected = unmarked(case.text)
        wanted += len(expected)
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / case.path).write_bytes(text.encode())
    frame = table_of_tree(session, tmp_path).repartition(2).persist()
    options = load_options(isolated=True)
    found = findings(spark.check(frame, options))
    assert len(found) >= wanted > 400
    assert found == checked(tmp_path, "--isolated")
    assert _fixed(spark.fix(frame, options)) == _by_fix(tmp_path)


def _fixed(made: DataFrame) -> dict[str, bytes]:
    """New contents by the paths of the files that change; no file has an error."""
    rows = made.collect()
    assert [row.error for row in rows] == [None] * len(rows)
    return {row.path: _bytes(row.content) for row in rows if row.content is not None}


def _by_fix(tree: Path) -> dict[str, bytes]:
    """The same, as `fix` writes them in the tree."""
    before = dict(files(tree))
    command = [sys.executable, "-m", "flake8_trtc", "fix", "--isolated", "-q", "."]
    done = subprocess.run(command, cwd=tree, check=False, capture_output=True)
    assert done.returncode in {0, 1}, done.stderr
    return {path: data for path, data in files(tree) if before[path] != data}


@pytest.mark.network
def test_five_thousand_files_though_workers_are_killed(
    session: SparkSession, tmp_path: Path
) -> None:
    """With 1, 2 and 7 partitions; of the last run, a worker dies in each of its two passes."""
    try:
        wanted = plant(tmp_path, 5000, 80)
    except CorpusError as error:
        pytest.skip(f"the corpus is not to be had: {error}")
    expected = checked(tmp_path, "--isolated")
    assert len(expected) >= wanted > 400
    frame, options = table_of_tree(session, tmp_path).persist(), load_options(isolated=True)
    for parts in (1, 2):
        assert findings(spark.check(frame.repartition(parts), options)) == expected
    seven = frame.repartition(7).persist()
    seven.count()
    made, killed = _while_killing(lambda: spark.check(seven, options))
    found, again = _while_killing(lambda: findings(made))
    assert killed
    assert again
    assert found == expected
    assert _fixed(spark.fix(seven, options)) == _by_fix(tmp_path)


def test_a_worker_is_killed(session: SparkSession, tmp_path: Path) -> None:
    """In the middle of either pass; the task is tried again."""
    for number in range(20):
        shutil.copytree(EXAMPLES, tmp_path / f"{number}")
    frame = table_of_tree(session, tmp_path).repartition(7).persist()
    frame.count()
    options = load_options(isolated=True)
    made, killed = _while_killing(lambda: spark.check(frame, options))
    found, again = _while_killing(lambda: findings(made))
    assert killed
    assert again
    assert len(found) > 4000
    assert found == checked(tmp_path, "--isolated")


def _while_killing(work: Any) -> tuple[Any, list[int]]:
    """What some work gives while a Python worker is killed, and which."""
    killed: list[int] = []
    stop = threading.Event()
    before = dict(_workers())

    def kill() -> None:
        while not stop.is_set() and not killed:
            for worker, used in _workers():
                if used > before.get(worker, 0) + 3:
                    os.kill(worker, signal.SIGKILL)
                    killed.append(worker)
                    break
            time.sleep(0.01)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        return work(), killed
    finally:
        stop.set()
        thread.join()


def _workers() -> list[tuple[int, int]]:
    """Python workers of our Spark, children of its daemon, and the ticks they have used."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
            above = Path("/proc") / stat[1]
            parent = (above / "cmdline").read_bytes().split(b"\0")
            mine = Path("/proc") / (above / "stat").read_text().rpartition(")")[2].split()[1]
            java = int((mine / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue
        if b"pyspark.daemon" in words and b"pyspark.daemon" in parent and java == os.getpid():
            found.append((int(entry.name), int(stat[11]) + int(stat[12])))
    return found


def test_the_version_is_that_of_the_repository(session: SparkSession, tmp_path: Path) -> None:
    """A repository without a name is one, too; other columns are kept."""
    text = _JOIN.replace("0x4004", "16386")
    versions = {"old": "4.11.0", "new": "4.15.22", "none": None}
    for name, version in versions.items():
        (tmp_path / name / "src").mkdir(parents=True)
        (tmp_path / name / "src" / "a.js").write_text(text, encoding="utf-8")
        if version is not None:
            manifest = json.dumps({"dependencies": {"trtc-js-sdk": version}})
            (tmp_path / name / "package.json").write_text(manifest, encoding="utf-8")
    rows = [
        {"repo": None if name == "old" else name, "path": path, "content": data, "stars": 3}
        for name in versions
        for path, data in files(tmp_path / name)
    ]
    options = load_options(isolated=True, trtc_sdk_version="auto")
    found = findings(spark.check(table_of(session, rows), options))
    alone = [
        {"repo": None if name == "old" else name, "stars": 3, **row}
        for name in versions
        for row in checked(tmp_path / name, "--isolated", "--trtc-sdk-version=auto")
    ]
    assert len({row["message"] for row in alone}) > 1
    assert found == sorted(alone, key=order)


def test_what_can_not_be_read_is_a_row_with_its_error(session: SparkSession) -> None:
    rows: list[Row] = [
        {"path": "latin.js", "content": b"TRTC; e.getCode() === 16388; '\xff'"},
        {"path": "none.py", "content": None},
        {"path": "../out.py", "content": b"trtc_code == 16388\n"},
        {"path": "big.py", "content": b"#" * 3000},
        {"path": None, "content": b""},
        {"path": "good.py", "content": b"trtc_code == 16388\n"},
        {"path": "other.txt", "content": b"trtc_code == 16388\n"},
        {"path": "node_modules/a/index.js", "content": _JOIN.encode()},
        {"path": "not.ipynb", "content": b"trtc_code == 16388"},
        {"path": "deep.py", "content": b"trtc_code == " + b"(" * 1500 + b"16388"},
        {"path": "binary.py", "content": b"trtc\0\x7fELF 16388"},
        {"path": f"{'long' * 100}/package.json", "content": b'{"trtc-js-sdk": 1}'},
        {"path": "good.py/package.json", "content": b'{"trtc-js-sdk": 1}'},
    ]
    made = spark.check(table_of(session, rows), {}, limits=spark.Limits(size=2000))
    found = {row.path: (row.code, row.error) for row in made.collect()}
    inside = "its path leads out of the repository; paths are relative, with slashes"
    json_error = (
        "not a notebook: it is not JSON (Expecting value: line 1 column 1 (char 0)); save it again"
    )
    none = "the row has no content; if --repos made it, git can't read the file"
    assert found == {
        "latin.js": (None, "byte 30 is not utf-8; save it as UTF-8"),
        "none.py": (None, none),
        "../out.py": (None, inside),
        "big.py": (None, "3000 bytes, more than the limit of 2000; raise it with --max-bytes"),
        None: (None, "the row has no path; if --repos made it, git can't read the repository"),
        "good.py": ("TRT001", None),
        "not.ipynb": (None, json_error),
        "binary.py": (None, "it holds a NUL byte, so it is not text; save it as UTF-8"),
    }


def test_a_file_that_takes_too_long_is_a_row(session: SparkSession) -> None:
    slow = "trtc_code == 16388\n" * 3000
    rows = [{"path": path, "content": slow} for path in ("a.py", "b.py")]
    made = spark.check(
        table_of(session, rows), load_options(isolated=True), limits=spark.Limits(seconds=0.05)
    )
    said = "took more than 0.05 s of CPU; raise the limit with --max-seconds"
    assert [(row.path, row.error) for row in made.collect()] == [("a.py", said), ("b.py", said)]


def test_columns_by_other_names_and_what_stands_in_the_way(session: SparkSession) -> None:
    rows = [{"project": "a", "file": "a.py", "source": "trtc_code == 16388\n", "lang": "Python"}]
    frame, options = table_of(session, rows), load_options(isolated=True)
    columns = spark.Columns("project", "file", "source")
    made = spark.check(frame, options, columns=columns)
    assert made.columns[:3] == ["project", "file", "lang"]
    assert [(row.project, row.lang, row.line, row.column) for row in made.collect()] == [
        ("a", "Python", 1, 14)
    ]
    have = "it has project, file, source, lang"
    for wrong, name in ((None, "path"), (columns._replace(repo="projects"), "projects")):
        with pytest.raises(spark.TableError) as caught:
            spark.check(frame, options, columns=wrong)
        assert str(caught.value) == f"the table has no column {name!r}; {have}"
    taken = frame.withColumnRenamed("lang", "line")
    with pytest.raises(spark.TableError, match=r"^the result has a column 'line' of its own"):
        spark.check(taken, options, columns=columns)
    numbers = table_of(session, [{"path": "a.py", "content": 1}])
    with pytest.raises(spark.TableError) as caught:
        spark.fix(numbers, options)
    assert str(caught.value) == "column 'content' is bigint; it must be string, binary"


@pytest.mark.parametrize("kind", ["binary", "string"])
def test_the_fix(kind: str, session: SparkSession, tmp_path: Path) -> None:
    fixed, patched = tmp_path / "fixed", tmp_path / "patched"
    for copy in (fixed, patched):
        shutil.copytree(EXAMPLES, copy)
    rows = [
        {"path": path, "content": data.decode() if kind == "string" else data}
        for path, data in files(EXAMPLES)
        if kind == "binary" or _is_text(data)
    ]
    made = spark.fix(table_of(session, rows).repartition(3), load_options(isolated=True)).collect()
    changed = {row.path: row for row in made if row.content is not None}
    new = _by_fix(fixed)
    assert len(new) > 10
    assert {path: _bytes(row.content) for path, row in changed.items()} == new
    patch = b"".join(_bytes(row.diff) for row in changed.values())
    subprocess.run(["git", "init", "-q"], cwd=patched, check=True)
    subprocess.run(["git", "apply", "-p0"], cwd=patched, input=patch, check=True)
    assert {path: (patched / path).read_bytes() for path in new} == new


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _bytes(content: str | bytes | bytearray) -> bytes:
    return content.encode() if isinstance(content, str) else bytes(content)


def test_a_fix_knows_the_modules_of_its_repository(session: SparkSession) -> None:
    codes = "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\n"
    uses = "import { ErrorCode } from './trtc-codes';\n" + _JOIN
    tree = {"src/trtc-codes.js": codes, "src/a.js": uses}
    rows = [
        {"repo": repo, "path": path, "content": text}
        for repo in ("with", "without")
        for path, text in tree.items()
        if repo == "with" or path == "src/a.js"
    ]
    made = spark.fix(table_of(session, rows), load_options(isolated=True)).collect()
    found = {row.repo: row.content for row in made}
    assert found["with"] == uses.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    assert found["without"] != found["with"]
