"""The bench of Spark: its trees and tables, its sums, and the guides' blocks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))

from benchmarks.results import RESULTS, date, from_csv, replaced  # noqa: E402
from benchmarks.spark import readme  # noqa: E402

ROW = {
    "table": "10,000 files, even",
    "executors": "1",
    "MB": "160",
    "Python workers": "6.0 s",
    "ratio": "1.20",
    "their start": "4.1 s",
    "Java": "30.0 s",
    "start of Java": "44.6 s",
}


def test_what_larger_tables_cost() -> None:
    """Of the largest even table on one executor."""
    others = [
        {**ROW, "executors": "2", "Python workers": "9.0 s"},
        {**ROW, "table": "10,000 files, skewed", "Python workers": "9.0 s"},
        {**ROW, "table": "1,000 files, even", "Python workers": "9.0 s"},
    ]
    assert readme.told([*others, ROW]) == {
        "files": "10,000",
        "ratio": "1.20",
        "start": "4.1",
        "begin": "45",
        "gigabytes": "16",
        "million": "10",
        "java": "50",
        "stack": "67",
        "wall": "0.7",
    }
    assert readme.costs([ROW]) == (
        "Worked out from the 10,000 files on one executor: a million such files, 16 GB, take 10 "
        "minutes of a core in Python and 50 in Java; as much text as The Stack has, 6.4 TB in all "
        "of its languages, takes 67 hours of a core in Python if every file of it were of ours.\n"
    )


@pytest.mark.parametrize("document", readme.GUIDES)
def test_the_guides_have_what_was_measured(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    rows = from_csv(RESULTS / "spark.csv")
    assert replaced(text, "spark", readme.block(rows, date("spark"), document)) == text


@pytest.mark.parametrize("skewed", [False, True])
def test_a_table_has_every_file_once(skewed: bool, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from benchmarks.spark.corpus import table

    for number in range(41):
        (tmp_path / "tree" / f"{number % 3}").mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / f"{number % 3}" / f"{number}.py").write_bytes(b"%d" % number)
    table(tmp_path / "tree", tmp_path / "made", 4, skewed=skewed)
    parts = [parquet.read_table(path).to_pylist() for path in sorted((tmp_path / "made").iterdir())]
    assert [len(part) for part in parts] == ([20, 7, 7, 7] if skewed else [10, 11, 11, 9])
    found = {row["path"]: row["content"] for part in parts for row in part}
    assert found == {f"{number % 3}/{number}.py": b"%d" % number for number in range(41)}
