"""The accuracy bench fails where it must: a short corpus, an unlisted finding, a missed one."""

from __future__ import annotations

import hashlib
import re
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.accuracy import __main__ as bench  # noqa: E402
from benchmarks.accuracy import corpus  # noqa: E402
from benchmarks.accuracy.archives import members  # noqa: E402
from benchmarks.accuracy.corpus import CorpusError, Package, listed, obtain  # noqa: E402
from benchmarks.accuracy.judgement import Right, expected, judge, name  # noqa: E402
from benchmarks.accuracy.labelled import cases  # noqa: E402
from benchmarks.accuracy.labelled import judge as judge_labelled  # noqa: E402
from benchmarks.accuracy.reading import Reading, read  # noqa: E402
from benchmarks.accuracy.readme import blocks  # noqa: E402
from benchmarks.accuracy.table import corpus_rows, markdown  # noqa: E402
from benchmarks.results import RESULTS, aligned, date, from_csv, replaced  # noqa: E402

PACKAGE = Package("tuning", "page==1.0", 3)
CODE = "if err.code == 16388:\n    pass\n"
FILES = {
    "page/a.py": CODE,
    "page/vendor/b.min.js": "if (err.getCode() === 0x4043) {}\n",
    "page/c.py": "UNKNOWN = 0xFFFF\nx = 16388\n",
    "page/d.txt": CODE,
}
RIGHT = {
    ("page", "page/a.py", "TRT001"): Right(1),
    ("page", "page/vendor/b.min.js", "TRT001"): Right(1, "minified"),
}


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "page-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in FILES.items():
            archive.writestr(member, text)
    return path


def judged(reading: Reading | None, right: dict[tuple[str, str, str], Right]) -> tuple[str, ...]:
    readings = {} if reading is None else {PACKAGE.spec: reading}
    return judge([PACKAGE], readings, right).problems


def test_a_package_is_read_as_it_is_packed(wheel: Path, tmp_path: Path) -> None:
    reading = read(PACKAGE.spec, wheel)
    assert reading._replace(hits=()) == Reading("page==1.0", 3, 5, 0, (), ())
    assert [(hit.path, hit.line, hit.rule, hit.level, hit.skipped) for hit in reading.hits] == [
        ("page/a.py", 1, "TRT001", "likely", ""),
        ("page/vendor/b.min.js", 1, "TRT001", "likely", "minified"),
        ("page/c.py", 2, "TRT903", "possible", ""),
    ]
    directory = tmp_path / "directory"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(directory)
    with tarfile.open(tmp_path / "page.tgz", "w:gz") as packed:
        packed.add(directory, "package")
    assert sorted(members(directory)) == sorted(members(wheel))
    assert sorted(data for _, data in members(tmp_path / "page.tgz")) == sorted(
        data for _, data in members(wheel)
    )


def test_what_is_listed_is_right(wheel: Path) -> None:
    judgement = judge([PACKAGE], {PACKAGE.spec: read(PACKAGE.spec, wheel)}, RIGHT)
    assert judgement.problems == ()
    assert judgement.false == ()
    assert [hit.path for hit in judgement.known] == ["page/a.py", "page/vendor/b.min.js"]


def test_an_unlisted_finding_fails(wheel: Path) -> None:
    reading = read(PACKAGE.spec, wheel)
    (problem,) = judged(reading, {key: RIGHT[key] for key in list(RIGHT)[1:]})
    assert problem.startswith("false alarm: page page/a.py:1: TRT001 16388 is ")
    twice = reading._replace(hits=(*reading.hits, reading.hits[0]))
    assert len(judged(twice, RIGHT)) == 2  # which of the two is right nobody knows


def test_a_listed_finding_that_is_not_found_fails(wheel: Path) -> None:
    reading = read(PACKAGE.spec, wheel)
    assert judged(reading, {**RIGHT, ("page", "page/c.py", "TRT004"): Right(2)}) == (
        "missed: page page/c.py TRT004: 0 of 2",
    )


def test_what_check_skips_is_listed_as_that(wheel: Path) -> None:
    right = {key: Right(1) for key in RIGHT}
    (problem,) = judged(read(PACKAGE.spec, wheel), right)
    assert problem.startswith("check skips it as 'minified', not '': page page/vendor/b.min.js:1: ")


def test_a_short_corpus_fails(wheel: Path) -> None:
    reading = read(PACKAGE.spec, wheel)
    assert judged(None, RIGHT) == ("page==1.0: not read",)
    short = reading._replace(files=2)
    assert judged(short, RIGHT) == ("page==1.0: 2 files, listed are 3",)
    assert judged(reading._replace(files=4), RIGHT) == ("page==1.0: 4 files, listed are 3",)
    assert judged(reading._replace(failures=("page: x",)), RIGHT) == ("page: x",)


def test_a_package_that_is_not_to_be_had_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(corpus, "_PIP", (sys.executable, "-c", "raise SystemExit('no such thing')"))
    with pytest.raises(CorpusError, match=r"^page==1\.0: no such thing$"):
        obtain([PACKAGE], tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CorpusError, match="npm is not installed"):
        obtain([Package("npm", "react@1", 1)], tmp_path)
    monkeypatch.setattr(bench, "listed", lambda: [PACKAGE])
    monkeypatch.setattr(sys, "argv", ["accuracy", "--cache", str(tmp_path)])
    assert bench.main() == 1
    assert "page==1.0: no such thing" in capsys.readouterr().err


def test_what_is_in_the_cache_is_not_fetched_again(wheel: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "page==1.0"
    kept.mkdir(parents=True)
    wheel.rename(kept / wheel.name)
    assert obtain([PACKAGE], tmp_path / "cache") == {PACKAGE: kept / wheel.name}


def test_the_table_counts_what_is_false_and_what_is_right(wheel: Path) -> None:
    readings = {PACKAGE.spec: read(PACKAGE.spec, wheel)}
    right = {key: RIGHT[key] for key in list(RIGHT)[1:]}
    row, total = corpus_rows([PACKAGE], readings, judge([PACKAGE], readings, right))
    assert row == {
        "corpus": "tuning",
        "packages": "1",
        "files": "3",
        "lines": "5",
        "findings": "2",
        "of them expected": "1",
        "false alarms": "1",
        "a million lines": "200000.00",
        "certain a million": "0.00",
        "likely a million": "200000.00",
        "rules": "TRT001×1",
        "TRT901 (opt-in) a million": "0.00",
        "TRT903 (opt-in) a million": "200000.00",
    }
    assert total == {**row, "corpus": "all"}
    assert aligned([row]) in markdown([row], [{"labelled cases in": "x"}])


def test_the_corpus_is_what_is_promised() -> None:
    packages = listed()
    pypi = {name(item.spec) for item in packages if item.corpus in {"tuning", "held out"}}
    npm = [item for item in packages if item.corpus == "npm"]
    assert len(pypi) >= 120
    assert len(npm) >= 30
    assert all(item.files > 0 for item in packages)
    special = (
        "metatrader5 vici cassandra-driver extract-msg fonttools imagecodecs apscheduler aiortc"
    )
    assert set(special.split()) <= pypi
    assert packages[0].corpus == "standard library"


def test_a_third_is_held_out_by_name() -> None:
    named = set(
        "django numpy scapy impacket fonttools botocore liteav vision-agents-plugins-tencent "
        "metatrader5".split()
    )
    for item in listed():
        if item.corpus in {"tuning", "held out"}:
            package = name(item.spec)
            chosen = hashlib.sha256(package.encode()).digest()[0] < 96
            known = package in named or "trtc" in package
            assert (item.corpus == "held out") is (chosen and not known), package
    count = [item.corpus for item in listed()].count
    assert count("held out") * 3 >= count("tuning") + count("held out")


def test_every_expected_finding_has_a_reason(tmp_path: Path) -> None:
    packages = {name(item.spec) for item in listed() if item.corpus != "standard library"}
    assert {place[0] for place in expected()} <= packages
    assert all(right.findings > 0 for right in expected().values())
    path = tmp_path / "expected.toml"
    text = '[[expected]]\npackage = "a"\npath = "b"\nrule = "TRT001"\ncount = 1\nreason = "{}"\n'
    path.write_text(text.format(" "))
    with pytest.raises(ValueError, match="no reason for a b"):
        expected(path)
    path.write_text(text.format("it is"))
    assert expected(path) == {("a", "b", "TRT001"): Right(1)}


def test_readmes_say_what_was_measured() -> None:
    paths = [RESULTS / f"{bench}.csv" for bench in ("accuracy", "injection")]
    assert all(path.exists() for path in paths)
    accuracy, injection = map(from_csv, paths)
    for readme, block in blocks(date("accuracy"), accuracy, injection).items():
        text = (ROOT / readme).read_text("utf-8")
        assert replaced(text, "accuracy", block) == text
    with pytest.raises(ValueError, match="there is not one block"):
        replaced("<!-- accuracy -->", "accuracy", "")
    total = next(row for row in accuracy if row["corpus"] == "all")
    packages = listed()
    assert int(total["packages"]) == len(packages)
    # The standard library's is a lower bound, the others' numbers are exact.
    assert int(total["files"]) >= sum(item.files for item in packages)
    assert total["false alarms"] == "0"


def test_a_case_that_is_missed_or_false_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(list(cases())) >= bench._LEAST_CASES
    script = sys.modules["test_javascript"]
    monkeypatch.setattr(script, "ALONE_FOUND", {"no code": "f(‹7›);\n"})
    monkeypatch.setattr(script, "ALONE_SILENT", {"a code": "if (e.getCode() === 16388) {}\n"})
    seen = judge_labelled()
    kind = seen["JavaScript without TRTC"]
    assert kind.cases == 2
    assert kind.expected == 1
    assert [re.sub(r"\(.*", "", line) for line in (*kind.missed, *kind.false)] == [
        "JavaScript without TRTC: no code: ",
        "JavaScript without TRTC: a code: ",
    ]
    assert not seen["Python"].missed
