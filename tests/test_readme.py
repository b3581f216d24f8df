"""The READMEs are run: every console block is typed in, and its output compared.

```console blocks are commands after `$ ` and what they print; a block of another language with a
file name after it (```ini setup.cfg) is written to that file first. All blocks of a README share
one directory, which begins with a copy of examples/.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from sitegen.tables import READMES as READMES_OF
from sitegen.tables import whole

from flake8_trtc import cli

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its language, the file name after it, its text."""

    language: str
    file: str
    text: str


def blocks(name: str) -> list[Block]:
    return [Block(*match.groups("")) for match in _BLOCK.finditer(text(name))]


def text(name: str) -> str:
    """A README and the guide that goes on from it."""
    language = next(key for key, readme in READMES_OF.items() if readme == name)
    return whole(language)


@pytest.mark.parametrize("name", READMES)
def test_console_blocks_print_what_they_say(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    typed = 0
    for block in blocks(name):
        if block.file:
            write(tmp_path / block.file, block.text)
        elif block.language == "console":
            assert transcript(block, tmp_path) == block.text
            typed += 1
    assert typed >= 5


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def transcript(block: Block, directory: Path) -> str:
    """What a terminal shows when the block's commands are typed."""
    shown = ""
    for command in re.findall(r"^\$ (.*)$", block.text, re.MULTILINE):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=directory,
            env={
                **os.environ,
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONUTF8": "1",
                "COLUMNS": "80",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        shown += f"$ {command}\n{done.stdout}"
    return shown


def test_the_translation_shows_the_same_commands() -> None:
    ours, theirs = map(_without_language, READMES)
    assert [(block.language, block.file) for block in ours] == [
        (block.language, block.file) for block in theirs
    ]
    assert [block for block in ours if block.language != "console"] == [
        block for block in theirs if block.language != "console"
    ]


def _without_language(name: str) -> list[Block]:
    """The blocks but for texts, and for the option that makes the output Chinese."""
    found = [
        block for block in blocks(name) if block.language != "text" and block.file != ".flake8"
    ]
    return [block._replace(text=block.text.replace("trtc-language = zh\n", "")) for block in found]


def test_the_chinese_readme_shows_chinese_output() -> None:
    """What our own commands and flake8 print there is Chinese, but for what they write to files."""
    english = re.compile(r"^(?:checked|fixed|would fix|baseline|read) |: TRT\d+ [ -~]+$", re.M)
    shown = [block.text for block in blocks("README.zh-CN.md") if block.language == "console"]
    assert [line for text in shown for line in english.findall(text)] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    setup = [block.text.splitlines() for block in blocks("README.md") if block.language == "sh"]
    commands = [line for lines in setup for line in lines if line.endswith("bin/nox")]
    assert len(commands) == 1
    shown = subprocess.run(
        ["bash", ".ci/run", "--show"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert shown.stdout.splitlines() == commands
    assert commands == [line for line in text("README.zh-CN.md").splitlines() if "bin/nox" in line]


@pytest.mark.parametrize("name", READMES)
def test_both_shells_check_the_same_examples(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that are wrong on purpose, and not what they become."""
    shells = [block.text for block in blocks(name) if block.language in {"sh", "powershell"}]
    (words,) = {
        match for text in shells for match in re.findall("flake8-trtc (check --exit.*)", text)
    }
    assert sum(text.count(words) for text in shells) == 2
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    said = []
    for line in (
        words.split(),
        ["check", "--exit-zero", *map(str, Path("examples").glob("*/before"))],
    ):
        assert cli.main(line) == 0
        out, err = capsys.readouterr()
        said.append((sorted(out.splitlines()), err.splitlines()[-1]))
    assert said[0] == said[1]
    assert len(said[0][0]) > 100
