"""flake8's own output in other formats: the formatters that others keep, with our plugin."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
from environments import environment
from test_reports import sarif_schema

TEXT = "16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def current(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The formatters that work with flake8 as it is today; the directory of the commands."""
    directory = tmp_path_factory.mktemp("current")
    packages = ("flake8-sarif-formatter", "flake8-gl-codeclimate", "flake8-github-annotations")
    commands = environment(directory, *packages)
    # The first fetches descriptions of flake8's own rules, and where it can't it reads a file
    # that its wheel lacks.
    (module,) = directory.glob("[Ll]ib/**/site-packages/flake8_sarif_formatter")
    (module / "data").mkdir()
    (module / "data" / "rules.json").write_text("[]", encoding="utf-8")
    return commands


def formatted(commands: Path, form: str, work: Path) -> str:
    """What flake8 prints in a format about one file."""
    (work / "a.py").write_text("import trtc\n\nif code == 16388: pass\n", encoding="utf-8")
    done = subprocess.run(
        [commands / "python", "-m", "flake8", "--isolated", "--select=TRT", f"--format={form}", "a.py"],
        cwd=work,
        env={"PATH": str(commands), "HTTPS_PROXY": "http://127.0.0.1:9", "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def test_sarif(current: Path, tmp_path: Path) -> None:
    sarif = json.loads(formatted(current, "sarif", tmp_path))
    jsonschema.Draft4Validator(sarif_schema()).validate(sarif)
    (result,) = sarif["runs"][0]["results"]
    assert (result["ruleId"], result["message"]["text"]) == ("flake8/TRT001", TEXT)
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 12)


def test_gitlab(current: Path, tmp_path: Path) -> None:
    (issue,) = json.loads(formatted(current, "gl-codeclimate", tmp_path))
    assert issue["description"] == f"{TEXT} [TRT001]"
    assert issue["location"] == {"path": "a.py", "lines": {"begin": 3, "end": 3}}


GITHUB = f"::error file=a.py,line=3,col=12,title=TRT001::{TEXT}"


def test_github(current: Path, tmp_path: Path) -> None:
    assert formatted(current, "github", tmp_path).splitlines() == [GITHUB]


def test_github_with_flake8_6(tmp_path: Path) -> None:
    """flake8-github wants a flake8 below 7."""
    commands = environment(tmp_path / "venv", "flake8-github")
    assert formatted(commands, "github", tmp_path).splitlines() == [GITHUB]
