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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="pyspark is not installed (the extra spark)")
if shutil.which("java") is None:
    pytest.skip("Spark needs a Java, such as default-jre-headless", allow_module_level=True)
pytestmark = pytest.mark.filterwarnings("ignore")

import pyarrow as pa  # noqa: E402
from pyspark.sql import DataFrame, SparkSession  # noqa: E402

from flake8_trtc import spark  # noqa: E402
from flake8_trtc.api import load_options  # noqa: E402

_ROOT = Path(__file__).parents[1]
_EXAMPLES = _ROOT / "examples"
_JOIN = "import TRTC from 'trtc-js-sdk';\nexport const f = (e) => e.getCode() === 0x4004;\n"
_V5 = "import TRTC from 'trtc-sdk-v5';\ntry { f(); } catch (e) { if (e.code === 5300) g(); }\n"


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """Two workers; a task that fails is tried again, as on a cluster."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    made = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .getOrCreate()
    )
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()


def _files(root: Path) -> list[tuple[str, bytes]]:
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return [(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths]


def _frame(session: SparkSession, rows: list[dict[str, Any]]) -> DataFrame:
    return session.createDataFrame(pa.Table.from_pylist(rows))


def _tree(session: SparkSession, root: Path) -> DataFrame:
    rows = [{"path": path, "content": data} for path, data in _files(root)]
    return _frame(session, rows)


def _rows(frame: DataFrame) -> list[dict[str, Any]]:
    """Findings as `check` writes them, sorted."""
    rows = [row.asDict(recursive=True) for row in frame.collect()]
    assert [row.pop("error") for row in rows] == [None] * len(rows)
    return sorted(rows, key=_order)


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    return row.get("repo", ""), row["path"], row["line"], row["column"], row["code"]


def _checked(root: Path, *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "flake8_trtc", "check", "--isolated", "-q", *arguments]
    done = subprocess.run(
        [*command, "--output-format=json", "."], cwd=root, capture_output=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return sorted(json.loads(done.stdout), key=_order)


@pytest.mark.parametrize("parts", [1, 2, 7])
def test_the_examples(parts: int, session: SparkSession) -> None:
    frame = _tree(session, _EXAMPLES).repartition(parts)
    found = _rows(spark.check(frame, load_options(isolated=True)))
    assert len(found) > 200
    assert found == _checked(_EXAMPLES)


def test_the_version_is_that_of_the_repository(session: SparkSession, tmp_path: Path) -> None:
    text = _JOIN.replace("0x4004", "16386")
    versions = {"old": "4.11.0", "new": "4.15.22", "none": None}
    for name, version in versions.items():
        (tmp_path / name / "src").mkdir(parents=True)
        (tmp_path / name / "src" / "a.js").write_text(text, encoding="utf-8")
        if version is not None:
            manifest = json.dumps({"dependencies": {"trtc-js-sdk": version}})
            (tmp_path / name / "package.json").write_text(manifest, encoding="utf-8")
    rows = [
        {"repo": name, "path": path, "content": data, "stars": 3}
        for name in versions
        for path, data in _files(tmp_path / name)
    ]
    found = _rows(
        spark.check(_frame(session, rows), load_options(isolated=True, trtc_sdk_version="auto"))
    )
    alone = [
        {"repo": name, "stars": 3, **row}
        for name in sorted(versions)
        for row in _checked(tmp_path / name, "--trtc-sdk-version=auto")
    ]
    assert len({row["message"] for row in alone}) > 1
    assert found == alone


def _large(root: Path) -> int:
    """5,000 files of Python's own library, with the examples among them."""
    library = Path(os.__file__).parent
    files = [path for path in sorted(library.rglob("*.py")) if "site-packages" not in path.parts]
    count = 0
    while count < 5000:
        for path in files[: 5000 - count]:
            target = root / str(count // 1000) / f"{count}.py"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            count += 1
    shutil.copytree(_EXAMPLES, root / "examples")
    return count


def test_five_thousand_files_though_a_worker_is_killed(
    session: SparkSession, tmp_path: Path
) -> None:
    assert _large(tmp_path) == 5000
    frame = _tree(session, tmp_path).repartition(7)
    killed: list[int] = []
    stop = threading.Event()

    def kill() -> None:
        while not stop.is_set() and not killed:
            for worker in _workers():
                os.kill(worker, signal.SIGKILL)
                killed.append(worker)
            time.sleep(0.05)

    frame.persist().count()
    thread = threading.Thread(target=kill)
    made = spark.check(frame, load_options(isolated=True))
    thread.start()
    found = _rows(made)
    stop.set()
    thread.join()
    assert killed
    assert found == _checked(tmp_path)


def _workers() -> list[int]:
    """Python workers of Spark that have work: children of its daemon that have used the processor."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
            parent = (Path("/proc") / stat[1] / "cmdline").read_bytes().split(b"\0")
        except (OSError, IndexError):
            continue
        if b"pyspark.daemon" in words and b"pyspark.daemon" in parent and int(stat[11]) > 20:
            found.append(int(entry.name))
    return found


def test_what_can_not_be_read_is_a_row_with_its_error(session: SparkSession) -> None:
    rows: list[dict[str, Any]] = [
        {"path": "latin.js", "content": b"TRTC; e.getCode() === 16388; '\xff'"},
        {"path": "none.py", "content": None},
        {"path": "../out.py", "content": b"trtc_code == 16388\n"},
        {"path": "big.py", "content": b"#" * 3000},
        {"path": None, "content": b""},
        {"path": "good.py", "content": b"trtc_code == 16388\n"},
        {"path": "other.txt", "content": b"trtc_code == 16388\n"},
        {"path": "node_modules/a/index.js", "content": _JOIN.encode()},
        {"path": "not.ipynb", "content": b"trtc_code == 16388"},
    ]
    made = spark.check(
        _frame(session, rows), load_options(isolated=True), limits=spark.Limits(size=2000)
    )
    found = {row.path: (row.code, row.error) for row in made.collect()}
    inside = "its path leads out of the repository; paths are relative, with slashes"
    json_error = (
        "not a notebook: it is not JSON (Expecting value: line 1 column 1 (char 0)); save it again"
    )
    assert found == {
        "latin.js": (None, "byte 30 is not utf-8; save it as UTF-8 or declare its encoding"),
        "none.py": (None, "the row has no content"),
        "../out.py": (None, inside),
        "big.py": (None, "3000 bytes, more than the limit of 2000; raise it with --max-bytes"),
        None: (None, inside),
        "good.py": ("TRT001", None),
        "not.ipynb": (None, json_error),
    }


def test_a_file_that_takes_too_long_is_a_row(session: SparkSession) -> None:
    slow = "trtc_code == 16388\n" * 3000
    rows = [{"path": path, "content": slow} for path in ("a.py", "b.py")]
    made = spark.check(
        _frame(session, rows), load_options(isolated=True), limits=spark.Limits(seconds=0.05)
    )
    said = "took more than 0.05 s; raise the limit with --max-seconds"
    assert [(row.path, row.error) for row in made.collect()] == [("a.py", said), ("b.py", said)]


def test_columns_by_other_names_and_what_stands_in_the_way(session: SparkSession) -> None:
    rows = [{"project": "a", "file": "a.py", "source": "trtc_code == 16388\n", "lang": "Python"}]
    frame, options = _frame(session, rows), load_options(isolated=True)
    columns = spark.Columns("project", "file", "source")
    made = spark.check(frame, options, columns=columns)
    assert made.columns[:3] == ["project", "file", "lang"]
    assert [(row.project, row.lang, row.line, row.column) for row in made.collect()] == [
        ("a", "Python", 1, 14)
    ]
    with pytest.raises(ValueError, match=r"^the table has no column .path.: project, file"):
        spark.check(frame, options)
    taken = frame.withColumnRenamed("lang", "line")
    with pytest.raises(ValueError, match=r"^the result has a column 'line' of its own"):
        spark.check(taken, options, columns=columns)


@pytest.mark.parametrize("kind", ["binary", "string"])
def test_the_fix(kind: str, session: SparkSession, tmp_path: Path) -> None:
    fixed, patched = tmp_path / "fixed", tmp_path / "patched"
    for copy in (fixed, patched):
        shutil.copytree(_EXAMPLES, copy)
    command = [sys.executable, "-m", "flake8_trtc", "fix", "--isolated", "-q", "."]
    subprocess.run(command, cwd=fixed, check=False)
    rows = [
        {"path": path, "content": data.decode() if kind == "string" else data}
        for path, data in _files(_EXAMPLES)
        if kind == "binary" or _is_text(data)
    ]
    made = spark.fix(_frame(session, rows).repartition(3), load_options(isolated=True)).collect()
    changed = {row.path: row for row in made if row.content is not None}
    before = dict(_files(_EXAMPLES))
    new = {path: data for path, data in _files(fixed) if before[path] != data}
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
    files = {"src/trtc-codes.js": codes, "src/a.js": uses}
    rows = [
        {"repo": repo, "path": path, "content": text}
        for repo in ("with", "without")
        for path, text in files.items()
        if repo == "with" or path == "src/a.js"
    ]
    made = spark.fix(_frame(session, rows), load_options(isolated=True)).collect()
    found = {row.repo: row.content for row in made}
    assert found["with"] == uses.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    assert found["without"] != found["with"]


def _organisation(root: Path, count: int) -> None:
    kinds = {"v4": _JOIN, "v5": _V5, "none": "export const f = (e) => e.code === 16388;\n"}
    liteav = "import liteav\n\n\ndef on_error(error_code):\n    return error_code == -3317\n"
    for number in range(count):
        name, text = [*kinds.items(), ("liteav", liteav)][number % 4]
        repo = root / f"team{number % 3}" / f"{name}-{number}"
        repo.mkdir(parents=True)
        suffix = "py" if name == "liteav" else "js"
        (repo / "src").mkdir()
        (repo / "src" / f"a.{suffix}").write_text(text, encoding="utf-8")
        (repo / "README.md").write_text("# An application\n", encoding="utf-8")
        for arguments in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "first")):
            _git(repo, *arguments)
        if number % 5 == 0:
            _git(root, "clone", "-q", "--bare", str(repo), f"{repo}.git")
            shutil.rmtree(repo)


def _git(directory: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(["git", *who, *arguments], cwd=directory, check=True, capture_output=True)


def test_repositories(session: SparkSession, tmp_path: Path) -> None:
    """Working copies and bare clones; each as `check` finds it alone; patches, then clean."""
    organisation, work = tmp_path / "all", tmp_path / "work"
    _organisation(organisation, 40)
    options = load_options(isolated=True)
    frame = spark.table(session, str(organisation)).persist()
    found = _rows(spark.check(frame, options))
    alone = []
    for clone in sorted({row.repo for row in frame.select("repo").distinct().collect()}):
        place = organisation / clone
        source = place if place.exists() else organisation / f"{clone}.git"
        _git(tmp_path, "clone", "-q", str(source), str(work / clone))
        alone += [{"repo": clone, **row} for row in _checked(work / clone)]
    assert len({row["repo"] for row in alone}) == 30
    assert found == sorted(alone, key=_order)
    patches: dict[str, bytes] = {}
    for row in spark.fix(frame, options).collect():
        if row.diff is not None:
            patches[row.repo] = patches.get(row.repo, b"") + bytes(row.diff)
    assert len(patches) >= 10
    for clone, patch in patches.items():
        subprocess.run(["git", "apply", "-p0"], cwd=work / clone, input=patch, check=True)
        if clone.partition("/")[2].startswith("v4"):
            assert _checked(work / clone) == []


def _command(*words: str, cwd: Path) -> tuple[int, list[str]]:
    """The exit code, and our own lines on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "flake8_trtc.spark", *words],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"},
        check=False,
    )
    assert done.stdout == ""
    lines = done.stderr.replace("\r", "\n").splitlines()
    return done.returncode, [line for line in lines if line.startswith(("out", "python -m", "2 "))]


def test_the_command(tmp_path: Path) -> None:
    lines = [{"path": "a.js", "content": _JOIN * 2}, {"path": "b.py", "content": "x = 1\n"}]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "in.jsonl").write_text(text, encoding="utf-8")
    words = ("--master=local[1]", "--isolated")
    found = _command("check", "in.jsonl", "out", "--statistics", *words, cwd=tmp_path)
    assert found == (1, ["2     TRT001 magic number", "out: 2 findings"])
    code, (said,) = _command("fix", "in.jsonl", "out", *words, cwd=tmp_path)
    assert (code, said.startswith("python -m flake8_trtc.spark: error: [PATH_ALREADY_EXISTS]")) == (
        3,
        True,
    )
    found = _command("fix", "in.jsonl", "out", "--mode=overwrite", *words, cwd=tmp_path)
    assert found == (0, ["out: 2 would be fixed in 1 file, 0 not fixed"])


def test_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        spark.main(["check", "out"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith("error: one of IN and --repos is needed\n")
    assert spark.main(["check", "a", "out", "--isolated", "--trtc-sdk-version=four"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("python -m flake8_trtc.spark: error: ")
    assert said.count("\n") == 1
