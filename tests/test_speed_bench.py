"""The speed bench does what its table says: same trees, equal rules, honest medians. Nothing is timed."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.catalog.codes import CONSTANTS

ROOT = Path(__file__).parent.parent
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.speed import readme, scale  # noqa: E402
from benchmarks.speed.clock import Pairs, Run, pair, run  # noqa: E402
from benchmarks.speed.comparisons import AGAINST, COMPARISONS, MIXED, prove  # noqa: E402
from benchmarks.speed.peers import ast_grep  # noqa: E402
from benchmarks.speed.table import Row, as_csv, from_csv, markdown  # noqa: E402
from benchmarks.speed.tools import EARLIER, measure, sites, tools  # noqa: E402
from benchmarks.speed.trees import grow  # noqa: E402

PEERS = ROOT / "benchmarks" / "speed" / "peers"
RESULTS = ROOT / "benchmarks" / "results"
ROWS = [
    Row("peer", "check", "Django", 0.25, "s", "rg", 0.1, 2.5, 2.4, 2.75, 5.0, 7, 24.5, 10.0, True),
    Row("peer", "fix", "mixed", 2.0, "s", "Fixit fix", 125.0, 0.016, 0.015, 0.017, 1 / 60, 3),
    Row("inside", "plugin's import", "–", 12.5, "ms", low=11.5, high=14.0, target=10.0, pairs=7),
    Row("scale", "check", "100 files, 1.8 MB", 0.5, "s", low=0.4, high=0.6, pairs=3, peak=20.0),
]


def hashes(root: Path) -> dict[str, str]:
    """Each file below a directory and the hash of its bytes."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_tree_grows_to_the_same_bytes_twice(tmp_path: Path) -> None:
    first, second = (grow(tmp_path / name, 60, 16) for name in "ab")
    found = hashes(first.path)
    assert len(found) == first.files == 76
    assert hashes(second.path) == found
    assert first.size == sum(path.stat().st_size for path in first.path.rglob("*.*"))
    # Three Python files of 60 with four codes each, and the first of each kind of web file.
    assert (first.python_sites, first.web_sites) == (12, 12)


def test_check_and_fix_have_every_site_of_the_tree(tmp_path: Path) -> None:
    tree = grow(tmp_path / "tree", 60, 16)
    known = tools(tmp_path)
    found = {
        name: sites(known[name], measure(known[name], tree, tmp_path)) for name in ("check", "fix")
    }
    assert found == {"check": 24, "fix": 24}
    assert hashes(tree.path) == hashes(grow(tmp_path / "again", 60, 16).path)


def test_a_peer_that_finds_less_fails_the_run(tmp_path: Path) -> None:
    tree = grow(tmp_path / "tree", 20, 4)
    known = tools(tmp_path)
    blind = {"check": known["check"]._replace(command=known["python -c pass"].command)}
    assert [tuple(done) for done in prove(known, tree, tmp_path, {"check"})] == [("check", 16, 16)]
    with pytest.raises(SystemExit, match=r"^check has 0 sites of 16: that is not an equal rule$"):
        prove(blind, tree, tmp_path, {"check"})


def test_every_comparison_is_of_two_tools_on_a_tree(tmp_path: Path) -> None:
    known = tools(tmp_path)
    names = [str(each) for each in COMPARISONS]
    assert len(set(names)) == len(names) >= 20
    assert {name for each in COMPARISONS for name in (each.ours, each.beside)} == set(known)
    # What writes is only run where there is something to write, or nothing at all.
    writing = {each.tree for each in COMPARISONS if known[each.beside].writes}
    assert writing == {MIXED}


def test_both_run_by_turns_and_the_first_run_does_not_count() -> None:
    order = ""

    def runner(name: str) -> Run:
        nonlocal order
        order += name
        return Run(len(order), 1.0)

    pairs = pair(lambda: runner("a"), lambda: runner("b"), 3)
    assert order == "ab" + "ab" + "ba" + "ab"
    assert [run.seconds for run in pairs.first] == [3, 6, 7]
    assert [run.seconds for run in pairs.second] == [4, 5, 8]
    order = ""
    assert pair(lambda: runner("a"), lambda: runner("b"), 1, warm=True).first[0].seconds == 1
    assert order == "ab"


def test_medians_ratios_and_peaks() -> None:
    first = [Run(seconds, peak) for seconds, peak in ((2.0, 10.0), (9.0, 30.0), (4.0, 20.0))]
    second = [Run(seconds, 5.0) for seconds in (8.0, 9.0, 2.0)]
    pairs = Pairs(first, second)
    assert pairs.medians == (4.0, 8.0)
    assert pairs.ratio == 0.5
    assert pairs.range == (0.25, 2.0)
    assert pairs.peaks == (30.0, 5.0)


def test_a_run_has_its_output_and_the_peak_of_its_largest_process(tmp_path: Path) -> None:
    child = "import os; held = b'x' * 80_000_000; print('held', len(held))"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    done = run([sys.executable, "-c", script], tmp_path)
    assert done.out == "held 80000000\n"
    assert done.seconds > 0
    assert 80 < done.peak < 160
    assert run([sys.executable, "-c", "pass"], tmp_path).peak < 40


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            [sys.executable, "-c", "raise SystemExit(2)"],
            "raise SystemExit(2) failed with status 2: ",
        ),
        ([sys.executable, "-c", "raise ValueError(3)"], "ValueError: 3"),
        (["no-such-tool"], "no-such-tool is missing: install the dependency group speed"),
    ],
)
def test_a_command_that_fails_ends_the_run(command: list[str], said: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=f"{re.escape(said)}$"):
        run(command, tmp_path)


def test_growth_in_proportion_has_the_exponent_1() -> None:
    assert scale.exponent([(7, 9.0), (10, 1.0), (100, 10.0)]) == pytest.approx(1)
    assert scale.exponent([(10, 1.0), (100, 100.0)]) == pytest.approx(2)


@pytest.mark.parametrize("language", ast_grep.LANGUAGES)
def test_ast_grep_has_a_rule_for_every_constant(language: str) -> None:
    found = re.findall(
        rf"^id: (\S+)\nlanguage: {language}$.*?^  regex: '([^\n]+)'$.*?^fix: ErrorCode\.(\w+)$",
        ast_grep.rules(language),
        re.MULTILINE | re.DOTALL,
    )
    assert [name for _, _, name in found] == [constant.name for constant in CONSTANTS.values()]
    assert len({rule for rule, _, _ in found}) == len(CONSTANTS)
    for (_, pattern, _), value in zip(found, CONSTANTS, strict=True):
        spellings = (str(value), hex(value), f"0X{value:04X}", oct(value), bin(value))
        assert [text for text in spellings if re.search(pattern, text)] == list(spellings)
        others = (str(value * 10), hex(value) + "0", f"-{value}", str(value + 7))
        assert [text for text in others if re.search(pattern, text)] == []


def test_libcst_names_what_the_tree_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = grow(tmp_path / "tree", 1, 0)
    (path,) = tree.path.rglob("*.py")
    script = (
        "import sys; from pathlib import Path\n"
        "import libcst as cst; from libcst.codemod import CodemodContext\n"
        "from error_code_codemod import UseErrorCode\n"
        "path = Path(sys.argv[1])\n"
        "command = UseErrorCode(CodemodContext(filename=str(path)))\n"
        "print(command.transform_module(cst.parse_module(path.read_bytes())).code)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(PEERS))
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert len(re.findall(r"ErrorCode\.[A-Z]", done.stdout)) == tree.python_sites == 4
    assert done.stdout.count("from flake8_trtc import ErrorCode\n") == 1


def test_targets_are_for_the_ratio_or_else_for_the_value() -> None:
    assert [row.met for row in ROWS] == [True, True, False, None]
    # Behind: ahead of us is a peer, whatever the target says; or the target is missed.
    assert [row.behind for row in ROWS] == [True, False, True, False]


def test_the_table() -> None:
    assert markdown(ROWS).splitlines()[2:] == [
        "| check | Django | 0.250 s | rg | 0.100 s | 2.50, 2.40–2.75 (7) | ≤ 5.00 | yes |",
        "| fix | mixed | 2.0 s | Fixit fix | 125.0 s | 0.016, 0.015–0.017 (3) | ≤ 0.017 | yes |",
        "| plugin's import | – | 12.5 ms | – | – | 11.5–14 (7) | ≤ 10.00 | **no** |",
        "| check | 100 files, 1.8 MB | 0.500 s | – | – | 0.4–0.6 (3) | – | – |",
    ]
    alone = Row("linear", "fix, exponent", "–", 1.044, "", target=1.05)
    assert markdown([alone]).endswith("\n| fix, exponent | – | 1.04 | – | – | – | ≤ 1.05 | yes |\n")


def test_rows_come_back_from_csv() -> None:
    text = as_csv(ROWS)
    assert text.splitlines()[1] == (
        "peer,check,Django,0.25,s,rg,0.1,2.5,2.4,2.75,5,7,24.5,10,True,True"
    )
    rounded = ROWS[1]._replace(target=0.0166667)
    assert from_csv(text) == [ROWS[0], rounded, *ROWS[2:]]


def test_a_block_tells_the_rows_and_where_we_are_behind() -> None:
    facts = readme.Facts("2026-01-02", "a machine", 2500, 38.44, "ruff 1, Python 3")
    english, chinese = (readme.block(name, ROWS, facts) for name in readme.WORDS)
    line = "| check | Django | 0.250 s | rg | 0.100 s | 2.50 (2.40–2.75) | ≤ 5.00 | "
    assert f"|---|\n{line}yes |\n\n" in english
    assert f"|---|\n{line}是 |\n\n" in chinese
    behind = "Where we are behind: check (Django) / rg 2.50, plugin's import (–) 12.5 ms."
    assert f"\n{behind}\n" in english
    assert "\n落后之处：check (Django) / rg 2.50、插件的导入 (–) 12.5 ms。\n" in chinese
    for block in (english, chinese):
        assert all(fact in block for fact in ("2026-01-02", "a machine", "ruff 1, Python 3"))
    assert "has 2,500 files, 38.4 MB, one" in english
    assert "\n2,500 个文件、38.4 MB，每" in chinese
    ahead = readme.block("docs/guide/measured.md", ROWS[1:2], facts)
    assert "\nNo peer that was measured is ahead, and no target is missed.\n" in ahead


def test_only_the_block_is_replaced() -> None:
    text = "before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n"
    assert readme.replaced(text, "n\\1w\n") == text.replace("old", "n\\1w")
    for wrong in ("no block", text + text):
        with pytest.raises(ValueError, match="there is not one block"):
            readme.replaced(wrong, "new")


@pytest.mark.parametrize("name", readme.WORDS)
def test_a_readme_tells_what_was_measured(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    (block,) = re.findall(r"<!-- speed -->\n(.*?)<!-- /speed -->\n", text, re.DOTALL)
    results = RESULTS / "speed.csv"
    told = (
        readme.told(name, from_csv(results.read_text(encoding="utf-8"))) if results.exists() else []
    )
    assert [line for line in block.splitlines() if line.startswith("| ")][1:] == told
    assert bool(block) == results.exists()


def test_the_plot_is_the_same_twice_and_has_no_ground() -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is in the dependency group speed")
    from benchmarks.speed.plot import seconds, svg

    assert seconds(ROWS) == {"fix": 2.0, "Fixit fix": 125.0}
    drawn = svg(ROWS)
    assert drawn == svg(ROWS)
    assert ">Fixit fix</text>" in drawn
    assert "#ffffff" not in drawn
    assert "<dc:date>" not in drawn


def test_wrong_usage_is_one_line(tmp_path: Path) -> None:
    for arguments, said in (
        (
            ["--write", "--quick"],
            "--write needs a whole run: no --only, no --quick, 7 pairs, and rg",
        ),
        (["--pairs", "0"], "--pairs is a number above 0, --slow-pairs one from 0"),
        (["--only", "no such row"], "nothing to measure is named no such row"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.speed", *arguments],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode != 0
        assert done.stderr.splitlines()[-1].endswith(said)
        assert done.stdout == ""


def test_an_earlier_version_stands_beside_the_same_commands(tmp_path: Path) -> None:
    """What is run beside check and fix is the other Python's, with the same arguments."""
    known = tools(tmp_path, "/other/python")
    for each in AGAINST:
        ours, beside = (known[name].command(tmp_path) for name in (each.ours, each.beside))
        assert beside[1:] == ours[1:]
        assert beside[0] == ("/other/python" if each.beside.startswith(EARLIER) else ours[0])
        assert known[each.beside].writes == known[each.ours].writes
    assert f"{EARLIER}check" not in tools(tmp_path / "alone")
