"""What a gate lets pass: a baseline of old findings, and lines that git has unchanged."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from flake8_trtc import cli
from flake8_trtc.cli import main

IF = "if code == 16388: pass\n"
PY = f"import trtc\n\n{IF}"
LINE = (
    "TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
)
PROGRAM = "flake8-trtc check: error: "
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, in which git reads no configuration but its repository's."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, list[str]]:
    """The exit code, standard output, and the lines on standard error but the summary."""
    code = main(["check", "-j1", "--isolated", *arguments])
    out, err = capsys.readouterr()
    return (
        code,
        out,
        [line for line in err.splitlines() if not re.match(r"checked \d+ files?: ", line)],
    )


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def committed() -> None:
    git("add", "--all")
    git("commit", "-qm", "x")


# The ratchet as a whole

OLD = {
    "py": "import trtc\n\n\ndef seen(code):\n{}",
    "js": "import TRTC from 'trtc-js-sdk';\n{}",
    "vue": "<script>\nimport TRTC from 'trtc-js-sdk';\n{}</script>\n",
    "md": "Join:\n\n```js\nimport TRTC from 'trtc-js-sdk';\n{}```\n",
    "html": "<script src='trtc.js'></script>\n<script>\n{}</script>\n",
}
CODES = (16388, 16451, 16449, 16450, 16400)


def old_findings() -> int:
    """A project of 30 files with 10 findings each, half of them on lines of the same content."""
    for number in range(30):
        suffix = list(OLD)[number % len(OLD)]
        if suffix == "py":
            lines = [f"    if code == {code}:\n        return\n" for code in CODES * 2]
        else:
            lines = [f"if (e.getCode() === {code}) f();\n" for code in CODES * 2]
        write(f"src/{number % 3}/m{number}.{suffix}", OLD[suffix].format("".join(lines)))
    return 300


@needs_git
def test_ratchet(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    count = old_findings()
    committed()
    assert len(run(capsys, ".")[1].splitlines()) == count
    gate = ("--baseline", "known.json", ".")

    assert run(capsys, "--write-baseline", "known.json", ".") == (
        0, "", [f"baseline known.json: wrote {count} entries"],
    )  # fmt: skip
    assert run(capsys, *gate) == (0, "", [])
    committed()

    old = Path("src/0/m0.py").read_text(encoding="utf-8")
    write("src/0/m0.py", f"# All lines move.\n{old}\n\nnew_code = seen(code=16389)\n")
    expected = (
        "./src/0/m0.py:28:22: TRT001 16389 is ErrorCode.CREATE_OFFER_FAILED "
        "(the SDP offer could not be created); use the constant\n"
    )
    assert run(capsys, *gate) == (1, expected, [])
    assert run(capsys, "--since", "HEAD", ".")[:2] == run(capsys, *gate)[:2]

    assert cli.main(["fix", "-q", "."]) == 0
    capsys.readouterr()
    *stale, remedy = run(capsys, *gate)[2]
    assert len(stale) == len(set(entries("known.json")))
    assert remedy == f"baseline known.json: --prune-baseline removes the {count} stale entries"
    assert run(capsys, "--prune-baseline", *gate) == (
        0, "", [f"baseline known.json: removed {count} stale entries"],
    )  # fmt: skip
    assert json.loads(Path("known.json").read_bytes()) == {"version": 1, "findings": {}}
    assert run(capsys, *gate) == (0, "", [])


def entries(name: str) -> list[tuple[str, str, str]]:
    findings = json.loads(Path(name).read_bytes())["findings"]
    return [
        (path, code, line)
        for path, codes in findings.items()
        for code, lines in codes.items()
        for line in lines
    ]


# The baseline


def test_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    """No line numbers, paths relative to the file itself, the same bytes for the same findings."""
    write("src/错.py", PY + "\t" + "if  code ==  16388:  pass\n" + IF)
    write("b.js", "/* trtc */ e.getCode() === 16386; e.getCode() === 16386\n")
    write("ci/known.json", "old")
    assert run(capsys, "--write-baseline", "ci/known.json", "src", ".")[0] == 0
    text = Path("ci/known.json").read_text(encoding="utf-8")
    assert json.loads(text) == {
        "version": 1,
        "findings": {
            "../b.js": {
                "TRT001": {"/* trtc */ e.getCode() === 16386; e.getCode() === 16386": 2},
                "TRT102": {"/* trtc */ e.getCode() === 16386; e.getCode() === 16386": 2},
            },
            "../src/错.py": {"TRT001": {"if code == 16388: pass": 3}},
        },
    }
    assert run(capsys, "-q", "--write-baseline", "ci/known.json", "src", ".") == (0, "", [])
    assert Path("ci/known.json").read_text(encoding="utf-8") == text
    os.chdir("src")
    assert run(capsys, "--baseline", "../ci/known.json", "..") == (0, "", [])
    assert run(capsys, "--write-baseline", "../ci/known.json", "..")[0] == 0
    assert Path("../ci/known.json").read_text(encoding="utf-8") == text


def other_drive(_path: str, _start: object = None) -> str:
    """What os.path.relpath does where two paths have nothing in common."""
    raise ValueError("path is on mount 'D:', start on mount 'C:'")


def test_on_another_drive(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", PY)
    monkeypatch.setattr("os.path.relpath", other_drive)
    assert run(capsys, "--write-baseline", "known.json", "a.py")[0] == 0
    path = (work / "a.py").as_posix()
    assert entries("known.json") == [(path, "TRT001", "if code == 16388: pass")]
    assert run(capsys, "--baseline", "known.json", "a.py") == (0, "", [])
    (issue,) = json.loads(run(capsys, "--output-format=gitlab", "a.py")[1])
    assert issue["location"]["path"] == path


def test_new_and_moved(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.py", PY + "if code == 16389: pass\n")
    run(capsys, "--write-baseline", "known.json", ".")
    gate = ("--baseline", "known.json", ".")
    for passing in (
        f"# moved\n\nimport trtc\nif code == 16389: pass\n{IF}",  # in another order, too
        "import trtc\nif x:\n    if code == 16389: pass\n\tif  code == 16388:  pass\r\n",
    ):
        write("a.py", passing)
        assert run(capsys, *gate) == (0, "", [])
    write("a.py", PY + IF)  # once more than listed: the last of them is the new one
    assert run(capsys, *gate) == (
        1,
        f"./a.py:4:12: {LINE}\n",
        [
            "baseline known.json: stale entry: a.py: TRT001: if code == 16389: pass",
            "baseline known.json: --prune-baseline removes the stale entry",
        ],
    )
    write("a.py", PY.replace("pass", "stop()"))  # the line was touched, so it is looked at again
    assert run(capsys, *gate)[:2] == (1, f"./a.py:3:12: {LINE}\n")
    write("a.py", "import trtc\nif code == 16389: pass\n" + IF.replace("16388", "16386"))
    code, out, _ = run(capsys, *gate)
    assert (code, [line.split()[1] for line in out.splitlines()]) == (1, ["TRT001", "TRT102"])
    os.rename("a.py", "b.py")
    assert len(run(capsys, *gate)[1].splitlines()) == 3


def test_what_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    """Only what the run could have found: of files it has not read nothing is known."""
    write("a.py", PY + IF)
    write("sub/b.py", PY)
    write("sub/c.py", PY)
    run(capsys, "--write-baseline", "known.json", ".")
    before = Path("known.json").read_bytes()
    write("a.py", PY)
    write("sub/b.py", "")
    Path("sub/c.py").unlink()
    gate = ("--baseline", "known.json")
    a = "baseline known.json: stale entry: a.py: TRT001: if code == 16388: pass"
    b, c = (a.replace("a.py", f"sub/{name}.py") for name in "bc")
    one, two, three = (
        f"baseline known.json: --prune-baseline removes the {what}"
        for what in ("stale entry", "2 stale entries", "3 stale entries")
    )
    assert run(capsys, *gate, ".") == (0, "", [a, b, c, three])
    assert run(capsys, *gate, "a.py") == (0, "", [a, c, two])
    assert run(capsys, *gate, "--select=TRT1", ".") == (0, "", [c, one])
    assert run(capsys, *gate, "--exclude=a.py,b.py", ".") == (0, "", [c, one])
    assert run(capsys, *gate, "--trtc-language=zh", "--select=TRT1", ".")[2][:2] == [
        "基线 known.json：过期条目（1 处）：sub/c.py: TRT001: if code == 16388: pass",
        "基线 known.json：可用 --prune-baseline 移除这 1 条过期条目",
    ]
    assert run(capsys, *gate, "-q", ".") == (0, "", [])
    assert Path("known.json").read_bytes() == before
    dropped = "baseline known.json: removed"
    assert run(capsys, *gate, "--prune-baseline", "a.py") == (0, "", [f"{dropped} 2 stale entries"])
    assert entries("known.json") == [
        ("a.py", "TRT001", "if code == 16388: pass"), ("sub/b.py", "TRT001", "if code == 16388: pass")
    ]  # fmt: skip
    assert run(capsys, *gate, "--prune-baseline", ".") == (0, "", [f"{dropped} 1 stale entry"])
    after = Path("known.json").stat()
    assert run(capsys, *gate, "--prune-baseline", ".") == (0, "", [f"{dropped} 0 stale entries"])
    assert Path("known.json").stat().st_mtime_ns == after.st_mtime_ns
    assert run(capsys, *gate, ".") == (0, "", [])


def test_a_file_that_fails_keeps_its_entries(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.py", PY)
    run(capsys, "--write-baseline", "known.json", ".")
    before = Path("known.json").read_bytes()
    Path("a.py").write_bytes(PY.encode() + b"# \xff\n")
    code, out, err = run(capsys, "--baseline", "known.json", "--prune-baseline", ".")
    assert (code, out) == (3, "")
    assert err[0].startswith("./a.py: byte ")
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize("quiet", [[], ["-q"]])
@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("srcc", "no such file or directory"),
        ("b.py", "byte 21 is not utf-8; save it as UTF-8 or declare its encoding"),
    ],
)
def test_a_file_that_fails_keeps_the_old_baseline(
    path: str, problem: str, quiet: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write("a.py", PY)
    run(capsys, "--write-baseline", "known.json", ".")
    before = Path("known.json").read_bytes()
    write("a.py", PY + IF)
    Path("b.py").write_bytes(f"import trtc\nx = 1  # 错误\n{IF}".encode("gbk"))
    remedy = "since 1 file failed; mend it, or leave it out with --exclude"
    assert run(capsys, *quiet, "--write-baseline", "known.json", "a.py", path) == (
        3, "", [f"{path}: {problem}", f"baseline known.json: not written, {remedy}"],
    )  # fmt: skip
    assert Path("known.json").read_bytes() == before
    words = ("--write-baseline", "known.json", "--exclude=b.py", ".")
    assert run(capsys, *words) == (0, "", ["baseline known.json: wrote 2 entries"])


def test_nor_is_a_new_baseline_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.py", PY)
    for language, said in (
        (
            "en",
            "baseline known.json: not written, since 2 files failed; mend them, or leave them out "
            "with --exclude",
        ),
        (
            "zh",
            "基线 known.json：未写入，因为有 2 个文件出错；请先处理这些文件，或用 --exclude 排除",
        ),
    ):
        words = ("--trtc-language", language, "--write-baseline", "known.json", ".", "b", "c")
        code, out, err = run(capsys, *words)
        assert (code, out, err[2]) == (3, "", said)
        assert not Path("known.json").exists()


def test_what_does_not_parse_keeps_its_entries(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.py", PY)
    run(capsys, "--write-baseline", "known.json", ".")
    before = Path("known.json").read_bytes()
    write("a.py", PY.replace("if code", "x = (code").replace(": pass", "\n\ndef f(:"))
    code, out, err = run(capsys, "--baseline", "known.json", "--prune-baseline", ".")
    assert (code, out, err[0]) == (0, "", "baseline known.json: removed 0 stale entries")
    assert "the code around it does not parse" in err[1]
    assert Path("known.json").read_bytes() == before


def test_where_nobody_may_look_nothing_is_stale(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", PY)
    write("sub/b.py", PY)
    run(capsys, "--write-baseline", "known.json", ".")
    before = Path("known.json").read_bytes()
    found = os.lstat

    def lstat(path: str) -> os.stat_result:
        if path.endswith("b.py"):
            raise PermissionError(13, "Permission denied")
        return found(path)

    monkeypatch.setattr("os.lstat", lstat)
    assert run(capsys, "--baseline", "known.json", "--prune-baseline", "a.py") == (
        0, "", ["baseline known.json: removed 0 stale entries"],
    )  # fmt: skip
    assert Path("known.json").read_bytes() == before


def test_long_lines_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    start = f"import trtc\nx = '{'错' * 300}'; "
    write("a.py", f"{start}code == 16388\n")
    run(capsys, "--write-baseline", "known.json", ".")
    ((_, _, line),) = entries("known.json")
    assert len(line) < 150
    assert run(capsys, "--baseline", "known.json", ".")[0] == 0
    write("a.py", f"{start}code != 16388\n")
    assert run(capsys, "--baseline", "known.json", ".")[0] == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "no such file or directory"),
        ("{", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("[" * 100_000, None),
        ("\udcff", None),
        ("[]", ""),
        ('{"version": 2, "findings": {}}', ""),
        ('{"version": 1, "findings": {"a.py": {"TRT001": {"x": 0}}}}', ""),
        ('{"version": 1, "findings": {"a.py": {"TRT001": {"x": true}}}}', ""),
        ('{"version": 1, "findings": {"a.py": ["TRT001"]}}', ""),
        ('{"version": 1}', ""),
    ],
)  # fmt: skip
def test_a_broken_file(
    text: str | None, problem: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    write("a.py", PY)
    if text is not None:
        Path("known.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    code, out, err = run(capsys, "--baseline", "known.json", "--prune-baseline", ".")
    assert (code, out, len(err)) == (2, "", 1)
    if problem == "":
        problem = "not a baseline of this version; write it with --write-baseline"
    assert err[0].startswith(f"{PROGRAM}baseline known.json: {problem or 'not JSON: '}")
    if text is not None:
        assert Path("known.json").read_bytes() == text.encode("utf-8", "surrogateescape")


def test_a_file_that_can_not_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.py", PY)
    assert run(capsys, "--write-baseline", "none/known.json", ".") == (
        3, "", [f"{PROGRAM}baseline none/known.json: no such file or directory"],
    )  # fmt: skip


def test_options_that_do_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    both = f"{PROGRAM}--write-baseline lists all findings: not with --baseline or --since"
    for more in (("--baseline", "y"), ("--since", "HEAD")):
        assert run(capsys, "--write-baseline", "x", *more, ".") == (2, "", [both])
    assert run(capsys, "--prune-baseline", ".") == (
        2, "", [f"{PROGRAM}--prune-baseline needs --baseline F"],
    )  # fmt: skip
    assert not Path("x").exists()


# Changed lines


@pytest.fixture
def repository() -> None:
    git("init", "-qb", "main")
    write("a.py", PY)
    write("sub/ü b.js", "// trtc\r\nif (e.getCode() === 16388) f();\r\n")
    committed()


@needs_git
@pytest.mark.usefixtures("repository")
def test_since(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--since", "HEAD", ".") == (0, "", [])
    write("a.py", "# moved\n" + PY + IF)
    write("sub/ü b.js", "// trtc\r\n\r\nif (e.getCode() === 16388) f();\r\n")
    write("ü new.py", PY)
    expected: tuple[int, str, list[str]] = (
        1,
        f"./a.py:5:12: {LINE}\n./ü new.py:3:12: {LINE}\n",
        [],
    )
    assert run(capsys, "--since", "HEAD", ".") == expected
    git("add", "a.py")  # staged or not makes no difference, nor does what the user has configured
    for key, value in (
        ("diff.noprefix", "true"), ("diff.relative", "true"), ("diff.external", "false"),
        ("color.ui", "always"), ("diff.context", "9"), ("diff.interHunkContext", "99"),
        ("core.quotePath", "false"), ("diff.renames", "copies"), ("diff.mnemonicPrefix", "true"),
    ):  # fmt: skip
        git("config", key, value)
    assert run(capsys, "--since", "HEAD", ".") == expected
    os.chdir("sub")
    assert run(capsys, "--since", "main", "../a.py", "ü b.js") == (
        1, f"../a.py:5:12: {LINE}\n", [],
    )  # fmt: skip


@needs_git
@pytest.mark.usefixtures("repository")
def test_since_the_branch_left(capsys: pytest.CaptureFixture[str]) -> None:
    """What others have done to main meanwhile is not the branch's."""
    git("switch", "-qc", "branch")
    write("a.py", PY + IF)
    committed()
    git("switch", "-q", "main")
    write("a.py", IF + PY)
    write("c.py", PY)
    committed()
    git("switch", "-q", "branch")
    assert run(capsys, "--since", "main", ".") == (1, f"./a.py:4:12: {LINE}\n", [])


@needs_git
@pytest.mark.usefixtures("repository")
def test_since_renamed(capsys: pytest.CaptureFixture[str]) -> None:
    text = PY + "".join(f"x{number} = {number}\n" for number in range(20))
    write("a.py", text)
    committed()
    git("mv", "a.py", "sub/renamed\t\"'é.py")
    assert run(capsys, "--since", "HEAD", ".") == (0, "", [])
    write("sub/renamed\t\"'é.py", text + IF)
    code, out, _ = run(capsys, "--since", "HEAD", ".")
    assert (code, out) == (1, f"./sub/renamed\\t\"'é.py:24:12: {LINE}\n")
    git("rm", "-qf", "--cached", "sub/renamed\t\"'é.py")  # git does not know it any more
    assert len(run(capsys, "--since", "HEAD", ".")[1].splitlines()) == 2


@needs_git
@pytest.mark.usefixtures("repository")
def test_since_on_another_drive(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what is there git knows nothing."""
    assert run(capsys, "--since", "HEAD", "a.py") == (0, "", [])
    monkeypatch.setattr("os.path.relpath", other_drive)
    assert run(capsys, "--since", "HEAD", "a.py") == (1, f"a.py:3:12: {LINE}\n", [])


@needs_git
@pytest.mark.usefixtures("repository")
def test_since_with_a_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    write("c.py", PY)
    run(capsys, "--write-baseline", "known.json", "c.py")
    write("c.py", PY + IF)
    assert run(capsys, "--since", "HEAD", "--baseline", "known.json", ".") == (
        1, f"./c.py:4:12: {LINE}\n", [],
    )  # fmt: skip


@needs_git
@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["nowhere", "", "HEAD~7", "--help", "HEAD:a.py", "a b"])
def test_no_such_revision(revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, f"--since={revision}", ".") == (
        2, "", [f"{PROGRAM}--since: git knows no revision {revision!r}"],
    )  # fmt: skip


@needs_git
@pytest.mark.usefixtures("repository")
def test_shallow_clone(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fetch = "; the clone is shallow, run git fetch --unshallow (in CI: fetch-depth: 0)"
    write("a.py", PY + "\n")
    committed()
    git("switch", "-qc", "branch")
    write("a.py", PY + IF)
    committed()
    git("clone", "-q", "--depth=1", "--no-single-branch", f"file://{work}", "clone")
    os.chdir("clone")
    assert run(capsys, "--since", "HEAD", ".") == (0, "", [])
    assert run(capsys, "--since", "HEAD~1", ".") == (
        2, "", [f"{PROGRAM}--since: git knows no revision 'HEAD~1'{fetch}"],
    )  # fmt: skip
    assert run(capsys, "--since", "origin/main", ".") == (
        2, "", [f"{PROGRAM}--since: 'origin/main' and HEAD have no common ancestor{fetch}"],
    )  # fmt: skip
    git("fetch", "-q", "--unshallow")
    assert run(capsys, "--since", "origin/main", ".") == (1, f"./a.py:4:12: {LINE}\n", [])


@needs_git
def test_no_history(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.py", PY)
    code, out, err = run(capsys, "--since", "HEAD", ".")
    assert (code, out, len(err)) == (2, "", 1)
    assert err[0].startswith(f"{PROGRAM}--since: not in a git work tree (fatal: not a git repo")
    git("init", "-q")
    assert run(capsys, "--since", "HEAD", ".") == (
        2, "", [f"{PROGRAM}--since: git knows no revision 'HEAD'"],
    )  # fmt: skip
    committed()
    git("switch", "-q", "--orphan", "other")
    write("b.py", PY)
    committed()
    branch = subprocess.run(
        ["git", "branch", "--format=%(refname:short)"], capture_output=True, text=True, check=True
    ).stdout.split()
    (first,) = {*branch} - {"other"}
    assert run(capsys, "--since", first, ".") == (
        2, "", [f"{PROGRAM}--since: {first!r} and HEAD have no common ancestor"],
    )  # fmt: skip


def test_without_git(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.py", PY)
    monkeypatch.setenv("PATH", os.devnull)
    assert run(capsys, "--since", "HEAD", ".") == (
        2, "", [f"{PROGRAM}--since: git can't be run; is it installed?"],
    )  # fmt: skip


@needs_git
@pytest.mark.usefixtures("repository")
def test_since_in_submodules(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is compared with the commit that the repository had of it, and one in it as well."""
    for name in ("inner", "outer"):
        git("init", "-qb", "main", f"modules/{name}")
        os.chdir(f"modules/{name}")
        write("m.py", PY)
        if name == "outer":
            git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "../inner", "in")
        committed()
        os.chdir(work)
    clone = ("-c", "protocol.file.allow=always", "submodule")
    git(*clone, "add", "-q", "./modules/outer", "out")
    git(*clone, "update", "-q", "--init", "--recursive")
    write(".gitignore", "modules\n")
    committed()
    assert run(capsys, "--since", "HEAD", ".") == (0, "", [])
    write("out/m.py", PY + IF)
    write("out/in/m.py", IF + PY)
    write("out/new.py", PY)
    found: tuple[int, str, list[str]] = (
        1,
        f"./out/m.py:4:12: {LINE}\n./out/new.py:3:12: {LINE}\n./out/in/m.py:1:12: {LINE}\n",
        [],
    )
    assert run(capsys, "--since", "HEAD", ".") == found
    os.chdir("out")  # committed there or not makes no difference to the repository around it
    committed()
    assert run(capsys, "--since", "HEAD", "m.py") == (0, "", [])
    os.chdir(work)
    assert run(capsys, "--since", "HEAD", ".") == found
    git("add", "out")
    committed()
    assert run(capsys, "--since", "HEAD", "out/m.py") == (0, "", [])
    assert run(capsys, "--since", "HEAD~1", "out/m.py") == (1, f"out/m.py:4:12: {LINE}\n", [])


@needs_git
@pytest.mark.usefixtures("repository")
def test_nothing_of_a_repository_is_run(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Though its configuration names filters, hooks, a monitor, diffs and a transport."""
    ran = "touch RAN; cat"
    write(".gitattributes", "*.py filter=odd diff=odd\n*.js filter=o.d=d diff=odd\n")
    committed()
    for key in (
        *("filter.odd.clean", "filter.odd.smudge", "filter.odd.process", "filter.o.d=d.clean"),
        *("diff.odd.command", "diff.odd.textconv", "diff.external", "core.fsmonitor"),
        *("core.pager", "core.editor", "core.sshCommand", "core.askPass", "credential.helper"),
        *("core.alternateRefsCommand", "core.gitProxy", "uploadpack.packObjectsHook"),
        *("gpg.program", "pager.diff", "pager.ls-files", "alias.diff", "alias.ls-files"),
    ):
        git("config", key, f"!{ran}" if key.startswith("alias") else ran)
    for name in ("odd", "o.d=d"):
        git("config", f"filter.{name}.required", "true")
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.promisor", "true")
    git("config", "remote.origin.url", "ext::sh -c touch% RAN")
    git("config", "protocol.ext.allow", "always")
    hooks = work / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"):
        (hooks / hook).write_text("#!/bin/sh\ntouch RAN\n")
        (hooks / hook).chmod(0o755)
    git("config", "core.hooksPath", str(hooks))
    for name in ("a.py", "sub/ü b.js"):  # as it was, but for the time that it was written
        os.utime(name, (1, 1))
    assert run(capsys, "--since", "HEAD", ".") == (0, "", [])
    write("a.py", PY + IF)
    assert run(capsys, "--since", "HEAD", ".") == (1, f"./a.py:4:12: {LINE}\n", [])
    assert main(["fix", "-q", "--isolated", "."]) == 0
    assert not [*work.rglob("RAN")]


@needs_git
@pytest.mark.usefixtures("repository")
def test_nothing_is_fetched(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A blob that is not there is not asked for, whatever the repository says of where it is."""
    blob = subprocess.run(
        ["git", "rev-parse", "HEAD:a.py"], capture_output=True, text=True, check=True
    ).stdout.strip()
    (work / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"), ("remote.origin.url", "ext::sh -c touch% RAN"),
        ("protocol.ext.allow", "always"),
    ):  # fmt: skip
        git("config", key, value)
    write("a.py", PY + IF)
    code, out, (said,) = run(capsys, "--since", "HEAD", ".")
    assert (code, out) == (2, "")
    assert said.startswith(f"{PROGRAM}--since: git diff failed (")
    assert not [*work.rglob("RAN")]
