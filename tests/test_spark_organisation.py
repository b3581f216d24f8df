"""An organisation's repositories on the real Spark: what `check` and `fix` give in each of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from spark_tables import Row, checked, files, order, session

pytestmark = pytest.mark.filterwarnings("ignore")

from organisation import KINDS, git, organisation  # noqa: E402
from pyspark.sql import DataFrame, SparkSession  # noqa: E402
from sizes import FULL  # noqa: E402

from flake8_trtc import spark  # noqa: E402

__all__ = ["session"]

_WRONG = ".flake8:2: trtc-language 'de' is not known; write en or zh"
_COUNT = 200 if FULL else len(KINDS) + 1


def _rows(frame: DataFrame) -> list[Row]:
    return [row.asDict(recursive=True) for row in frame.collect()]


@pytest.mark.parametrize("version", [None, "auto"])
def test_each_as_check_finds_it_and_fix_fixes_it(
    version: str | None, session: SparkSession, tmp_path: Path
) -> None:
    everything, work = tmp_path / "all", tmp_path / "work"
    names = organisation(everything, work, _COUNT)
    values = {} if version is None else {"trtc-sdk-version": version}
    given = [f"--{name}={value}" for name, value in values.items()]
    frame = spark.table(session, str(everything)).persist()
    found = _rows(spark.check(frame, values))
    failed = [row for row in found if row["error"] is not None]
    assert [(row["repo"], row["path"], row["line"], row["error"]) for row in failed] == [
        (names[-1], "src/room.js", None, _WRONG)
    ]
    alone = [{"repo": name, **row} for name in names[:-1] for row in checked(work / name, *given)]
    assert checked(work / names[-1], *given, status={2}) == []
    assert len(alone) > 3 * _COUNT
    assert len({row["message"] for row in alone}) > 12
    found = [row for row in found if row.pop("error") is None]
    assert sorted(found, key=order) == sorted(alone, key=order)
    patches: dict[str, bytes] = {}
    for row in _rows(spark.fix(frame, values)):
        if row["diff"] is not None:
            patches[row["repo"]] = patches.get(row["repo"], b"") + bytes(row["diff"])
    assert len(patches) > _COUNT // 2
    for name in names[:-1]:
        fixed = tmp_path / "fixed" / name
        shutil.copytree(work / name, fixed)
        command = [sys.executable, "-m", "flake8_trtc", "fix", "-q", *given, "."]
        subprocess.run(command, cwd=fixed, check=False, capture_output=True)
        if name in patches:
            git(work / name, "apply", "-p0", given=patches[name])
        assert _tree(work / name) == _tree(fixed), name
        assert [row for row in checked(work / name, *given) if row["fix"] is not None] == []


def _tree(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(root) if not path.startswith(".git/")}


def test_what_git_can_not_read(session: SparkSession, tmp_path: Path) -> None:
    """An empty repository has no files; one that is damaged is a row with its error."""
    organisation(tmp_path / "all", tmp_path / "work", 2)
    empty, damaged = tmp_path / "all" / "empty", tmp_path / "all" / "damaged"
    empty.mkdir()
    git(empty, "init", "-q")
    shutil.copytree(tmp_path / "all" / "team0" / "v4-0", damaged)
    shutil.rmtree(damaged / ".git" / "objects")
    (damaged / ".git" / "objects").mkdir()
    frame = spark.table(session, str(tmp_path / "all"))
    assert sorted({row.repo for row in frame.collect()}) == [
        "damaged",
        "team0/v4-0",
        "team1/misconfigured-1",
    ]
    found = [
        (row.repo, row.path, row.error) for row in spark.check(frame, {}).collect() if row.error
    ]
    said = "the row has no path; if --repos made it, git can't read the repository"
    assert [item for item in found if item[0] == "damaged"] == [("damaged", None, said)]


def test_no_repository(session: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(spark.TableError, match=r": no repository of git at or below it$"):
        spark.table(session, str(tmp_path))
