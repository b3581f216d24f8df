"""The plugins of all entry points, as flake8 runs them: on the same lines, with one scan."""

from __future__ import annotations

from pathlib import Path

import pytest
from flake8.main.cli import main

from flake8_trtc import plugin
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.model import Finding
from flake8_trtc.plugin import OptInPlugin, Plugin
from flake8_trtc.source import Source

CODE = "import trtc\nif code == 16388:  # trtc: ignore[TRT102]\n    JOIN_ROOM_FAILED = 16388\n"


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that have been scanned so far, in order."""
    done = []

    def counted(source: Source, options: Options) -> list[Finding]:
        done.append(source.path)
        return scan(source, options)

    monkeypatch.setattr(plugin, "scan", counted)
    monkeypatch.setattr(Plugin, "last", None)
    monkeypatch.setattr(Plugin, "loaded", ())
    return done


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["--select=TRT", "--enable-extensions=TRT9"],
            ["2:12: TRT001", "2:20: TRT904", "3:24: TRT901"],
        ),
        (["--select=TRT9", "--enable-extensions=TRT9"], ["2:20: TRT904", "3:24: TRT901"]),
        (["--select=TRT"], ["2:12: TRT001"]),
    ],
)
def test_one_scan_for_all_entry_points(
    arguments: list[str],
    expected: list[str],
    scans: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.py", "b.py"):
        Path(name).write_text(CODE)
    Path("c.py").write_text("x = 1  # trtc: ignore\n")
    assert main(["--isolated", "--jobs=1", *arguments, "a.py", "b.py", "c.py"]) == 1
    lines = [line.split(" ")[:2] for line in capsys.readouterr().out.splitlines()]
    said = [" ".join(parts) for parts in lines]
    of_comments = ["c.py:1:8: TRT904"] * ("--enable-extensions=TRT9" in arguments)
    assert said == [
        *(f"{name}:{place}" for name in ("a.py", "b.py") for place in expected),
        *of_comments,
    ]
    assert scans == ["a.py", "b.py", "c.py"]


def test_other_lines_are_scanned_anew(scans: list[str]) -> None:
    lines = CODE.splitlines(keepends=True)
    for given in (lines, lines, list(lines)):
        assert [text[:6] for *_, text, _ in Plugin(None, "a.py", given).run()] == ["TRT001"]  # type: ignore[arg-type]
    assert len(scans) == 2
    assert list(Plugin(None, "b.py", lines).run()) != []  # type: ignore[arg-type]
    assert len(scans) == 3


def test_an_entry_point_that_flake8_asks_first(scans: list[str]) -> None:
    """Its findings are its own whatever the other one scans for."""
    lines = CODE.splitlines(keepends=True)
    for made, expected in (
        (OptInPlugin, ["TRT904", "TRT901"]),
        (Plugin, ["TRT001"]),
    ):
        assert [text[:6] for *_, text, _ in made(None, "a.py", lines).run()] == expected  # type: ignore[arg-type]
    assert len(scans) == 2
