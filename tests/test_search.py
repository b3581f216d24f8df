"""The files of a run, walked and searched by one process or several: the same results, in order."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from flake8_trtc.config.options import Options
from flake8_trtc.workspace import pool, search
from flake8_trtc.workspace.search import run_all
from flake8_trtc.workspace.walk import UNREAD

CODE = "def f(trtc):\n    if trtc.code == 16388:\n        return 1\n"
needs_fork = pytest.mark.skipif(not pool.FORKS, reason="processes are not forked here")
Noted = list[tuple[str, str | None]]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """90 directories and 400 files, every seventh with a code."""
    monkeypatch.chdir(tmp_path)
    for number in range(400):
        directory = Path(f"d{number % 9}", f"e{number % 10}")
        directory.mkdir(parents=True, exist_ok=True)
        text = CODE if number % 7 == 0 else "x = 1\n"
        (directory / f"f{number}.py").write_text(text, encoding="utf-8")
    for name in ("gone.py", "d3/gone.py"):
        Path(name).symlink_to("nothing")
    return tmp_path


def size(path: str) -> tuple[str, int | str]:
    return path, os.path.getsize(path)


def failed(path: str, reason: str) -> tuple[str, int | str]:
    return path, reason


def looked(*paths: str, jobs: int) -> tuple[list[tuple[str, int | str]], Noted]:
    """The results of a run, and what was noted."""
    notes: Noted = []
    results = run_all(paths, Options(), size, failed, lambda *note: notes.append(note), jobs=jobs)
    return list(results), notes


def test_the_results_are_those_of_one_process(tree: Path) -> None:
    results, notes = looked(".", jobs=1)
    # The files of a directory come before those of the directories in it.
    assert [path for path, _ in results] == sorted(
        f"./{path.relative_to(tree)}"
        for path in tree.rglob("*.py")
        if path.exists() and path.stat().st_size == len(CODE)
    )
    assert {size for _, size in results} == {len(CODE)}
    assert len(notes) == 402
    for jobs in (2, 3, 20):
        again, noted = looked(".", jobs=jobs)
        assert again == results
        assert sorted(noted, key=str) == sorted(notes, key=str)


@pytest.mark.parametrize("paths", [("d1", "d1/e1/f1.py"), (".", "d2/e0"), ("d3", "d3")])
def test_a_file_that_is_named_twice_is_looked_at_once(tree: Path, paths: tuple[str, ...]) -> None:
    results, notes = looked(*paths, jobs=2)
    assert (results, notes) == looked(*paths, jobs=1)
    read = [path for path, reason in notes if reason is None]
    assert len(read) == len(set(map(os.path.normpath, read)))


def test_paths_that_only_begin_alike(tree: Path) -> None:
    Path("d1/e1x").mkdir()
    Path("d1/e1x/a.py").write_text(CODE, encoding="utf-8")
    results, _ = looked("d1/e1", "d1/e1x", "gone", jobs=2)
    assert results[-2:] == [("d1/e1x/a.py", len(CODE)), ("gone", "no such file or directory")]


def test_more_files_than_parts(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PARTS", 7)
    assert looked(".", jobs=2)[0] == looked(".", jobs=1)[0]


@needs_fork
def test_a_process_that_is_killed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had taken is done all the same."""
    here = os.getpid()

    def work(path: str) -> tuple[str, int | str]:
        if os.getpid() != here and path.endswith("0.py"):
            os.kill(os.getpid(), signal.SIGKILL)
        return size(path)

    results = list(run_all(["."], Options(), work, failed, lambda *_: None, jobs=2))
    assert results == looked(".", jobs=1)[0]


@needs_fork
def test_the_processes_answer_for_all_of_their_parts() -> None:
    """None ends before its time, whatever is noted: this process would do its work alone."""
    here = os.getpid()

    def work(number: int) -> pool.Answer[tuple[int, int]]:
        notes: pool.Notes = [("a", None), ("b", UNREAD)][: number % 3]
        return notes, [(number, os.getpid())] * (number % 2)

    answers = list(pool.forked(range(40), work, 2))
    assert [notes for notes, _ in answers] == [work(number)[0] for number in range(40)]
    assert [number for _, found in answers for number, _ in found] == list(range(1, 40, 2))
    assert here not in {process for _, found in answers for _, process in found}


@needs_fork
def test_no_more_processes(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = looked(".", jobs=1)[0]
    fork = os.fork
    asked: list[int] = []

    def refuse() -> int:
        asked.append(1)
        if len(asked) > 1:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", refuse)
    assert looked(".", jobs=3)[0] == expected
    assert looked(".", jobs=3)[0] == expected
    assert len(asked) == 3


@needs_fork
def test_an_error_in_the_work_is_raised_here(tree: Path) -> None:
    def work(path: str) -> tuple[str, int | str]:
        raise ZeroDivisionError(path)

    with pytest.raises(ZeroDivisionError, match=r"d0/e0/f0\.py"):
        list(run_all(["."], Options(), work, failed, lambda *_: None, jobs=2))


@needs_fork
def test_whoever_stops_early_leaves_no_process_behind(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, begun = os.fork, []

    def forks() -> int:
        begun.append(fork())
        return begun[-1]

    def work(path: str) -> tuple[str, int | str]:
        if not path.endswith("/f0.py"):
            with open("begun", "a", encoding="utf-8") as file:
                file.write(f"{path}\n")
            time.sleep(0.5)
        return size(path)

    monkeypatch.setattr(os, "fork", forks)
    Path("begun").touch()  # the others may not have begun anything yet
    results = run_all(["."], Options(), work, failed, lambda *_: None, jobs=2)
    assert next(results)[0] == "./d0/e0/f0.py"
    del results
    assert len(Path("begun").read_text(encoding="utf-8").splitlines()) < 20
    assert len(begun) == 2
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


@needs_fork
def test_nobody_waits_for_a_process_that_nobody_reads(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, begun = os.fork, []

    def forks() -> int:
        begun.append(fork())
        return begun[-1]

    def work(path: str) -> str:
        return path * 100_000  # more than a pipe holds

    monkeypatch.setattr(os, "fork", forks)
    results = run_all(["."], Options(), work, lambda *_: "", lambda *_: None, jobs=3)
    next(results)
    results.close()
    assert len(begun) == 3
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


@needs_fork
def test_an_interrupt_while_the_last_process_goes_leaves_none_behind(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, wait, begun = os.fork, os.waitpid, []

    def forks() -> int:
        begun.append(fork())
        return begun[-1]

    def waits(process: int, options: int) -> tuple[int, int]:
        monkeypatch.setattr(os, "waitpid", wait)
        signal.raise_signal(signal.SIGINT)
        return wait(process, options)

    monkeypatch.setattr(os, "fork", forks)
    monkeypatch.setattr(os, "waitpid", waits)
    with pytest.raises(KeyboardInterrupt):
        list(run_all(["."], Options(), size, failed, lambda *_: None, jobs=2))
    assert len(begun) == 2
    for process in begun:
        with pytest.raises(ChildProcessError):
            wait(process, os.WNOHANG)


@needs_fork
def test_a_process_holds_no_pipe_but_its_own(tree: Path) -> None:
    """A writer who holds the end that others read is not told when they have gone."""

    def pipes() -> set[str]:
        links = [Path("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
        # The directory that is listed is closed again.
        told = (os.readlink(link) for link in links if link.is_symlink())
        return {text for text in told if text.startswith("pipe:")}

    before = pipes()

    def work(path: str) -> int:
        return len(pipes() - before)

    results = run_all(["."], Options(), work, lambda *_: 2, lambda *_: None, jobs=4)
    assert set(results) == {2}  # where the parts come from, and where the answers go to


@needs_fork
def test_open_files_are_closed(tree: Path) -> None:
    before = os.listdir("/proc/self/fd")
    looked(".", jobs=3)
    assert os.listdir("/proc/self/fd") == before


def test_where_processes_are_spawned(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = looked(".", jobs=1)
    monkeypatch.setattr(search, "FORKS", False)
    assert looked(".", jobs=2) == expected
