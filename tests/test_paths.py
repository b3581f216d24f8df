"""Every file and directory that CONTRIBUTING, the READMEs and the guide name is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/guide").rglob("*.md"))
DOCUMENTS = ["CONTRIBUTING.md", "README.md", "README.zh-CN.md", *GUIDE]
_LINK = re.compile(r"\]\((?![a-z]+:)([^()\s#]+)[^()]*\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
# A path of ours: below one of the directories at the top.
_BELOW = re.compile(
    r"\b(?:flake8_trtc|tests|docs|catalog|benchmarks|examples|editors)(?:/[\w.-]+)+/?"
)
_FILE = re.compile(r"[\w-]+\.(?:py|toml|md|mjs|csv|svg)")
# Python's own, and what is written where `nox -s full` is run.
ELSEWHERE = {"locale.py", "benchmarks/results/endurance.md"}


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return listed.stdout.split("\0")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    folder = (ROOT / name).parent
    gone = [link for link in _LINK.findall(text) if not (folder / link).exists()]
    assert gone == []


def test_the_paths_that_contributors_are_told_of_are_there() -> None:
    """In code spans and in blocks: whole paths, and files by their names alone."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = {path.rpartition("/")[2] for path in tracked()}
    shown = [*_CODE.findall(_FENCE.sub("", text)), *_FENCE.findall(text)]
    paths = {path for part in shown for path in _BELOW.findall(part)}
    assert len(paths) > 15
    # catalog/ is also a package of ours.
    gone = {
        path
        for path in paths
        if not any((top / path).exists() for top in (ROOT, ROOT / "flake8_trtc"))
    }
    assert gone - ELSEWHERE == set()
    files = {match[0] for part in shown for match in [_FILE.fullmatch(part)] if match}
    assert len(files) > 5
    assert sorted(files - names - ELSEWHERE) == []
