"""Which files a run looks at, in which order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from flake8_trtc.messages.message import verbatim
from flake8_trtc.workspace.walk import Missing, Walk, excluded


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.py",
        "a.py",
        "a.pyi",
        "script",
        "a.txt",
        "z/a.py",
        "m/n/a.py",
        "m/b.py",
        ".venv/x.py",
        "node_modules/x.py",
        "__pycache__/x.py",
        ".hidden/x.py",
        "x.egg/x.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def discover(
    paths: Iterable[str],
    exclude: Sequence[str],
    note: Callable[[str, str | None], object] = lambda _path, _reason: None,
    *,
    forced: bool = False,
) -> Iterator[str | Missing]:
    walk = Walk(exclude, note, forced=forced)
    return walk.files(walk.start(paths))


def _found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str | Missing]:
    return list(discover(paths, exclude))


def test_walk() -> None:
    expected = ["a.py", "a.pyi", "b.py", ".hidden/x.py", "m/b.py", "m/n/a.py", "z/a.py"]
    assert _found(".", exclude=("*.egg",)) == [f"./{name}" for name in expected]


def test_named() -> None:
    """A file is taken whatever its suffix and wherever it lies, and only once."""
    assert _found("script", ".venv/x.py", "./script", ".venv") == ["script", ".venv/x.py"]


@pytest.mark.parametrize("pattern", ["b.py", "b*", "[b].py", "{}/b.py", "{}/m/*", "m"])
def test_exclude(tree: Path, pattern: str) -> None:
    pattern = pattern.format(tree)
    found = [os.path.normpath(str(item)) for item in _found(".", exclude=(pattern, "*.egg"))]
    everything = [os.path.normpath(str(item)) for item in _found(".", exclude=("*.egg",))]
    gone = {
        "b.py": {"b.py", "m/b.py"},
        "b*": {"b.py", "m/b.py"},
        "[b].py": {"b.py", "m/b.py"},
        f"{tree}/b.py": {"b.py"},
        f"{tree}/m/*": {"m/b.py", "m/n/a.py"},
        "m": {"m/b.py", "m/n/a.py"},
    }[pattern]
    assert found == [name for name in everything if name not in gone]


def test_excludes_hold_for_files_named_one_by_one(tree: Path) -> None:
    assert _found("b.py", "m/b.py", "a.py", exclude=("b.py",)) == ["a.py"]
    assert _found("m/b.py", exclude=(f"{tree}/m/*",)) == []
    assert _found("m", exclude=("m",)) == []
    # As flake8 has it: the pattern is compared with the path, not with the directories above it.
    assert _found("m/b.py", exclude=("m",)) == ["m/b.py"]
    assert excluded("m/b.py", ("b.py",))
    assert not excluded("m/b.py", ())


def test_missing() -> None:
    assert _found("nothing.py", "a.py") == [
        Missing("nothing.py", verbatim("no such file or directory")),
        "a.py",
    ]


def test_links(tree: Path) -> None:
    """A link to a file is a file; one to a directory is not entered, so that no loop is.

    One that leads nowhere, as Emacs's locks do, is no file of a directory, but named it is missing.
    """
    (tree / "z" / "link.py").symlink_to("a.py")
    (tree / "z" / "loop").symlink_to(tree)
    (tree / "z" / "loop.py").symlink_to(tree / "m")
    (tree / "z" / "directory.py").mkdir()
    (tree / "z" / "broken.py").symlink_to("nothing")
    (tree / "z" / "itself.py").symlink_to("itself.py")
    noted: list[tuple[str, str | None]] = []
    found = list(discover(["z"], (), note=lambda *said: noted.append(said)))
    assert found == ["z/a.py", "z/link.py"]
    nowhere = "a link that leads nowhere"
    assert noted == [("z/broken.py", nowhere), ("z/itself.py", nowhere)]
    assert _found("z/broken.py") == ["z/broken.py"]


def test_unreadable(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("m"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert Missing("./m", verbatim("permission denied")) in _found(".")


Noted = list[tuple[str, str | None]]


def _notes(*paths: str) -> tuple[list[str | Missing], Noted]:
    notes: Noted = []
    found = list(discover(paths, (), note=lambda path, reason: notes.append((path, reason))))
    return found, notes


def _write(name: str, text: str = "") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_what_git_ignores() -> None:
    _write("r/.git/HEAD")
    _write("r/.gitignore", "*.gen.js\n/dist\nbuild/\n!keep.gen.js\n# x.js\n")
    _write("r/s/.gitignore", "a.js\n!b.gen.js\n")
    for name in ("a.js", "x.gen.js", "keep.gen.js", "x.js", "dist/a.js", "s/a.js", "s/b.gen.js",
                 "s/dist/b.js", "s/build/b.js", "s/t/a.js", "s/t/u/b.js"):  # fmt: skip
        _write(f"r/{name}")
    kept = ["a.js", "keep.gen.js", "x.js", "s/b.gen.js", "s/dist/b.js", "s/t/u/b.js"]
    ignored = ["dist", "x.gen.js", "s/a.js", "s/build", "s/t/a.js"]
    found, notes = _notes("r")
    assert found == [f"r/{name}" for name in kept]
    assert notes == [("r/.git", "by default; name it to check it")] + [
        (f"r/{name}", "ignored by git") for name in ignored
    ]
    assert _notes("r/s")[0] == ["r/s/b.gen.js", "r/s/dist/b.js", "r/s/t/u/b.js"]
    assert _notes("r/s/t/u")[0] == ["r/s/t/u/b.js"]
    assert _notes("r/s/a.js", "r/dist") == (["r/s/a.js", "r/dist/a.js"], [])


def test_a_gitignore_that_is_none() -> None:
    Path("r/.gitignore").parent.mkdir()
    Path("r/.gitignore").write_bytes(b"\xff\xfe[z-a\n*.ts\n")
    _write("r/a.js")
    assert _notes("r")[0] == ["r/a.js"]


@pytest.mark.parametrize("line", ["[z-a]", "**/[z-a]", "!", "\\", "/**/", "a\\"])
def test_a_line_of_a_gitignore_that_is_no_pattern_takes_no_other_with_it(line: str) -> None:
    _write("r/.gitignore", f"b.js\n{line}\n*.ts\n")
    _write("r/a.js")
    _write("r/b.js")
    _write("r/c.ts")
    assert _notes("r") == (
        ["r/a.js"],
        [("r/b.js", "ignored by git"), ("r/c.ts", "ignored by git")],
    )


def test_vendored_scripts() -> None:
    for name in ("vendor/a.js", "vendor/b/a.vue", "vendor/b/a.py", "src/third_party/a.ts"):
        _write(f"v/{name}")
    assert _notes("v") == (
        ["v/vendor/b/a.py"],
        [
            ("v/vendor", "its scripts are vendored"),
            ("v/src/third_party", "its scripts are vendored"),
        ],
    )
    assert _notes("v/vendor")[0] == ["v/vendor/a.js", "v/vendor/b/a.py", "v/vendor/b/a.vue"]


def test_forced() -> None:
    """What a walk would not come by is left out though it is named."""
    _write("r/.git/HEAD")
    _write("r/.gitignore", "*.gen.js\n/dist\n!keep.gen.js\n")
    _write("r/s/.gitignore", "a.js\n")
    kept = ["a.js", "keep.gen.js", "script", "s/b.js", "vendor/a.py", "vendor/script", "s/t/x.vue"]
    left = {
        "a.gen.js": "ignored by git",
        "dist/a.js": "ignored by git",
        "dist/b/a.py": "ignored by git",
        "s/a.js": "ignored by git",
        "s/t/a.js": "ignored by git",
        "vendor/a.js": "its scripts are vendored",
        "vendor/b/a.vue": "its scripts are vendored",
        "vendor/node_modules/a.js": "by default; name it to check it",
        "node_modules/x/a.py": "by default; name it to check it",
        "old/a.js": "excluded",
        "old/b/a.py": "excluded",
        "s/old.py": "excluded",
        "vendor/old/a.py": "excluded",
    }
    for name in (*kept, *left):
        _write(f"r/{name}")
    os.chdir("r")
    exclude = ("old*", f"{os.getcwd()}/none")
    notes: Noted = []
    outside = "../a.py"
    names = [*kept, *left, "s", "dist", "old", outside]
    found = [
        *discover(names, exclude, note=lambda path, why: notes.append((path, why)), forced=True)
    ]
    assert found == [*kept, outside]
    assert dict(notes) == left | {
        "dist": "ignored by git",
        "old": "excluded",
    }
    walked = {os.path.relpath(str(item)) for item in discover(".", exclude)}
    assert walked | {"script", "vendor/script", outside} == set(found)
    for name in (*kept, outside):
        assert not excluded(name, exclude, forced=True)
    for name in left:
        assert excluded(name, exclude, forced=True)
    assert not excluded("dist/a.js", exclude)


def test_of_another_drive_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(path: str, start: str = "") -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", elsewhere)
    assert list(discover(["a.py", "b.py"], ("b.py",), forced=True)) == ["a.py"]
    assert not excluded("a.py", ("b.py",), forced=True)


@pytest.mark.parametrize("forced", [False, True])
def test_a_submodule_has_its_own_ignores(forced: bool) -> None:
    _write("r/.git/HEAD", "")
    _write("r/.gitignore", "*.gen.js\ngone/\n")
    _write("r/gone/.git", "gitdir: ../.git/modules/gone\n")
    _write("r/sub/.git", "gitdir: ../.git/modules/sub\n")
    _write("r/sub/.gitignore", "*.own.js\n")
    names = ("a.gen.js", "a.own.js", "sub/b.gen.js", "sub/b.own.js", "sub/d/c.gen.js", "gone/a.js")
    for name in names:
        _write(f"r/{name}", "")
    os.chdir("r")
    expected = ["a.own.js", "sub/b.gen.js", "sub/d/c.gen.js"]
    paths = names if forced else (".",)
    walk = Walk((), lambda *_: None, forced=forced)
    found = walk.files(walk.start(paths))
    assert sorted(os.path.normpath(str(item)) for item in found) == expected
