"""The contract of the opt-in families, in flake8 from 6.0 on, in `check` and in `fix`."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from environments import environment

from flake8_trtc.cli import main

CODE = "import trtc\nif code == 16388:  # trtc: ignore[TRT102]\n    pass\n"
PLAIN, FOURTH, NINTH = "2:12: TRT001", "2:12: TRT401", "2:20: TRT904"
WARNING = (
    "flake8-trtc: rules of {0} are selected, but flake8 does not load them; add "
    "--enable-extensions {1} (in its configuration: enable-extensions = {1})\n"
)
# The arguments, what is found, and the families that are selected in vain.
RUNS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "nothing asked": ([], [PLAIN], []),
    "ours": (["--select=TRT"], [PLAIN], []),
    "a family": (["--enable-extensions=TRT4"], [PLAIN, FOURTH], []),
    "both": (["--select=TRT", "--enable-extensions=TRT4,TRT9"], [PLAIN, FOURTH, NINTH], []),
    "alone": (["--select=TRT9", "--enable-extensions=TRT9"], [NINTH], []),
    "selected in vain": (["--select=TRT9"], [], ["TRT9"]),
    "rules selected in vain": (["--extend-select=TRT401,TRT904"], [PLAIN], ["TRT4", "TRT9"]),
    "another in vain": (
        ["--extend-select=TRT4", "--enable-extensions=TRT9"],
        [PLAIN, NINTH],
        ["TRT4"],
    ),
}


@pytest.fixture(scope="module", params=["6.0.0", "6.1.0", "7.0.0", "7.3.0"])
def commands(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment with a release of flake8."""
    version: str = request.param
    directory = tmp_path_factory.mktemp("flake8")
    commands = environment(directory / "venv", f"flake8=={version}")
    said = subprocess.run([commands / "flake8", "--version"], capture_output=True, text=True)
    assert said.stdout.startswith(f"{version} ")
    return commands


@pytest.mark.network
def test_in_flake8(commands: Path, tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(CODE)
    for arguments, expected, missing in RUNS.values():
        done = subprocess.run(
            [commands / "flake8", "--isolated", "--jobs=2", *arguments, "a.py", "b.py"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        ours = re.findall(r"a\.py:(\d+:\d+: TRT\d+)", done.stdout)
        assert ours == expected, arguments
        said = WARNING.format(" and ".join(missing), ",".join(missing)) if missing else ""
        assert done.stderr == said, arguments


@pytest.mark.network
def test_in_its_configuration(commands: Path, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(CODE)
    for text, expected, said in (
        ("enable-extensions = TRT4\n", [PLAIN, FOURTH], ""),
        ("extend-select = TRT4\ntrtc-language = zh\n", [PLAIN], "选择了 TRT4 的规则"),
    ):
        (tmp_path / "setup.cfg").write_text(f"[flake8]\n{text}", encoding="utf-8")
        done = subprocess.run(
            [commands / "flake8", "a.py"],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert re.findall(r"a\.py:(\d+:\d+: TRT\d+)", done.stdout) == expected
        assert said in done.stderr
        assert done.stderr.count("\n") == bool(said)


@pytest.mark.parametrize(
    ("arguments", "configured", "expected"),
    [
        ([], "", [PLAIN]),
        (["--enable-extensions=TRT4"], "", [PLAIN, FOURTH]),
        (["--enable-extensions", "TRT4,TRT9"], "", [PLAIN, FOURTH, NINTH]),
        (["--enable-extensions=TRT4"], "enable-extensions = TRT9, G\n", [PLAIN, FOURTH, NINTH]),
        ([], "enable-extensions =\n  TRT9\n", [PLAIN, NINTH]),
        (["--extend-select=TRT401"], "", [PLAIN, FOURTH]),
        (["--select=TRT1,TRT9"], "", [NINTH]),
        (["--select=TRT0", "--enable-extensions=TRT4"], "", [PLAIN]),
    ],
)
def test_in_check(
    arguments: list[str],
    configured: str,
    expected: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text(CODE)
    Path("setup.cfg").write_text(f"[flake8]\n{configured}")
    assert main(["check", "-q", "-j1", *arguments, "a.py"]) == 1
    out, err = capsys.readouterr()
    assert re.findall(r"a\.py:(\d+:\d+: TRT\d+)", out) == expected
    assert err == ""


def test_in_fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "from flake8_trtc import ErrorCode\n\nJOIN_ROOM_FAILED = 16388\n"
    Path("a.py").write_text(text)
    main(["fix", "-q", "--isolated", "--select=TRT9", "a.py"])
    with_it = Path("a.py").read_text()
    Path("a.py").write_text(text)
    main(["fix", "-q", "--isolated", "--enable-extensions=TRT9", "--ignore=TRT0", "a.py"])
    assert Path("a.py").read_text() == with_it != text


def test_a_family_that_there_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.py"
    path.write_text(CODE)
    assert main(["check", "--isolated", "--enable-extensions=TRT901", str(path)]) == 2
    assert capsys.readouterr().err == (
        "flake8-trtc check: error: enable-extensions: there is no opt-in family 'TRT901'; write "
        "TRT4 or TRT9\n"
    )
