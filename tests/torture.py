"""Trees that a run must survive, and ways to end a run; what became of every file is counted.

`python tests/torture.py` puts all of it to the fix and prints the figures; the tests take a smaller
helping. A file is lost when it is gone, when its bytes are neither those before the fix nor those
after it, or when its mode is another.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

FIX = (sys.executable, "-m", "flake8_trtc.fix", "--isolated", "-j2")
CHECK = (sys.executable, "-m", "flake8_trtc", "check", "--isolated", "-j2")
PYTHON = "import trtc\n\n\ndef f(code):\n    return code == 16388\n"
SCRIPT = "import 'trtc-js-sdk';\n\nexport const f = e => {\n  return e.getCode() === 0x4043;\n};\n"


class Kept(NamedTuple):
    """A file's bytes and its permissions."""

    data: bytes
    mode: int


def state(tree: Path) -> dict[Path, Kept]:
    """Every file of a tree by its path in it, links left out."""
    return {
        path.relative_to(tree): Kept(path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
        for path in tree.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


class Count(NamedTuple):
    """How many files are as they were, as the fix makes them, lost, or left over."""

    old: int
    new: int
    lost: int
    left_over: int


def count(before: dict[Path, Kept], after: dict[Path, Kept], now: dict[Path, Kept]) -> Count:
    """Compare a tree's files now with those before the fix and those after it."""
    old = sum(now.get(path) == kept for path, kept in before.items())
    new = sum(now.get(path) == kept != before[path] for path, kept in after.items())
    return Count(old, new, len(before) - old - new, len(now.keys() - before.keys()))


def grow(tree: Path, files: int) -> None:
    """Write files with codes: Python and JavaScript of many sizes and modes, some linked twice."""
    chance = random.Random(4)
    for number in range(files):
        suffix, text, comment = (("py", PYTHON, "#"), ("js", SCRIPT, "//"))[number % 2]
        path = tree / f"d{number % 7}" / f"f{number:03}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + f"{comment} more\n" * chance.randrange(4000), encoding="utf-8")
        path.chmod((0o644, 0o600, 0o755)[number % 3])
        if number % 9 == 0:
            os.link(path, path.with_name(f"linked{number:03}.{suffix}"))


def killed(root: Path, runs: int, files: int = 60) -> tuple[Count, int]:
    """Kill the fix when some of the files are fixed, again and again.

    The result is the files in sum, and how many runs were cut.
    """
    pristine, done, tree = root / "pristine", root / "done", root / "tree"
    grow(pristine, files)
    _copy(pristine, done)
    subprocess.run([*FIX, str(done)], check=True, capture_output=True)
    before, after = state(pristine), state(done)
    paths = sorted(tree / path for path in before)
    chance = random.Random(5)
    cut, total = 0, Count(0, 0, 0, 0)
    for _ in range(runs):
        _copy(pristine, tree)
        unfixed = {path: path.stat().st_mtime_ns for path in paths}
        enough = chance.randrange(files)
        process = subprocess.Popen(
            [*FIX, str(tree)],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while process.poll() is None:
            if sum(path.stat().st_mtime_ns != unfixed[path] for path in paths) >= enough:
                time.sleep(chance.uniform(0, 0.01))
                os.killpg(process.pid, signal.SIGKILL)
                break
        cut += process.wait() == -signal.SIGKILL
        found = count(before, after, state(tree))
        total = Count(*map(sum, zip(total, found, strict=True)))
    return total, cut


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


class Ended(NamedTuple):
    """How a run ended: its exit code, what it said on standard error, a line each, and its files."""

    code: int
    said: list[str]
    files: Count


def limited(root: Path) -> Ended:
    """The fix where no file may grow beyond a few bytes, which is how a full disk looks."""
    tree, done = root / "limited", root / "limited-done"
    grow(tree, 12)
    _copy(tree, done)
    subprocess.run([*FIX, str(done)], check=True, capture_output=True)
    before = state(tree)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))

    run = subprocess.run([*FIX, str(tree)], preexec_fn=limit, capture_output=True, check=False)
    files = count(before, state(done), state(tree))
    return Ended(run.returncode, run.stderr.decode().splitlines(), files)


def full(root: Path) -> Ended | None:
    """The fix on a disk that has no room left; None where none can be mounted."""
    tree, done = root / "full", root / "full-done"
    tree.mkdir()
    size = ["-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tree)]
    if subprocess.run(["mount", *size], capture_output=True, check=False).returncode:
        return None
    try:
        grow(tree, 8)
        _copy(tree, done)
        subprocess.run([*FIX, str(done)], check=True, capture_output=True)
        filler = tree / "filler"
        with filler.open("wb", buffering=0) as stream:
            try:
                while True:
                    stream.write(b"\0" * 4096)
            except OSError:
                pass
        before = state(tree)
        after = {**state(done), filler.relative_to(tree): before[filler.relative_to(tree)]}
        run = subprocess.run([*FIX, str(tree)], capture_output=True, check=False)
        files = count(before, after, state(tree))
        return Ended(run.returncode, run.stderr.decode().splitlines(), files)
    finally:
        subprocess.run(["umount", str(tree)], check=True)


def odd(tree: Path, *, depth: int = 10_000, huge: bool = False) -> None:
    """Write what no fix should stumble over; a file's name tells what is odd.

    depth: how deeply what is nested is; huge: files of 100 MB and of a million lines, too.
    """
    code = PYTHON.encode()
    script = SCRIPT.encode()
    texts = {
        "ok.py": code,
        "empty.py": b"",
        "nul.py": code + b"\0",
        "binary.py": random.Random(6).randbytes(5000) + b"trtc 16388\0",
        "latin.py": b"# caf\xe9\n" + code,
        "cookie.py": b"# coding: nope\n" + code,
        "bom_and_cookie.py": b"\xef\xbb\xbf# coding: latin-1\n" + code,
        "utf16.py": PYTHON.encode("utf-16"),
        "lone_cr.py": code.replace(b"\n", b"\r"),
        "crlf.py": code.replace(b"\n", b"\r\n"),
        "broken.py": code + b"if code == 16388:\n",
        "deep.py": code + b"x = " + b"(" * depth + b"1" + b")" * depth + b"\n",
        "deep.js": script + b"{\n" * depth + b"e.getCode() === 16388;\n" + b"}\n" * depth,
        "surrogate.js": b"// \xed\xa0\x80\n" + script,
        "cut.ipynb": b'{"cells": [{"source": "trtc.code == 16388"',
        "long_line.py": code + b"x = [" + b"1, " * 200_000 + b"]\n",
    }
    if huge:
        texts["million.py"] = code + b"x = 1\n" * 1_000_000 + b"f(code=16388)\n"
        texts["hundred.py"] = code + (b"# " + b"x" * 98 + b"\n") * 1_000_000
    tree.mkdir(parents=True)
    for name, data in texts.items():
        (tree / name).write_bytes(data)
    (tree / os.fsdecode(b"not_utf8_\xff.py")).write_bytes(code)
    (tree / "directory.py").mkdir()
    (tree / "loop").symlink_to(".", target_is_directory=True)
    (tree / "nowhere.py").symlink_to("missing.py")
    (tree / "itself.py").symlink_to("itself.py")
    os.mkfifo(tree / "fifo.py")


def vanishing(root: Path, runs: int) -> Iterator[Ended]:
    """Check a tree while its directories are removed."""
    tree = root / "vanishing"
    for _ in range(runs):
        grow(tree, 40)
        before = state(tree)
        process = subprocess.Popen(
            [*CHECK, str(tree)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for directory in sorted(tree.iterdir()):
            time.sleep(0.02)
            shutil.rmtree(directory)
        _, said = process.communicate()
        yield Ended(process.returncode, said.decode().splitlines(), count(before, {}, state(tree)))


def unprivileged(command: Sequence[str]) -> list[str] | None:
    """A command as a user whom permissions hold for, as they do not for root; None if it can't be."""
    if os.geteuid() != 0:
        return [*command]
    drop = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")
    if shutil.which(drop[0]) is None:
        return None
    may = subprocess.run([*drop, "true"], capture_output=True, check=False).returncode == 0
    return [*drop, *command] if may else None


def main() -> None:
    """Print what became of the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200, help="how often the fix is killed")
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    runs, lost = given.runs, 0
    table: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)
        total, cut = killed(root, runs)
        lost += total.lost
        print(f"killed: {cut} of {runs} runs cut; files: {_told(total)}")
        table.append(_row(f"killed in the middle ({cut} of the runs)", runs, total, {-9}))
        for name, ended in (("file size limited", limited(root)), ("disk full", full(root))):
            if ended is None:
                print(f"{name}: not run, nothing can be mounted here")
                continue
            lost += ended.files.lost
            table.append(_row(name, 1, ended.files, {ended.code}))
            print(f"{name}: exit code {ended.code}; files: {_told(ended.files)}")
        again = max(runs // 10, 1)
        codes = {ended.code for ended in vanishing(root, again)}
        table.append(_row("directories vanish under a check", again, None, codes))
        print(f"directories that vanish: exit codes {sorted(codes)}")
        tree = root / "odd"
        odd(tree, huge=True)
        before = state(tree)
        start = time.monotonic()
        run = subprocess.run([*FIX, str(tree)], capture_output=True, check=False)
        taken = time.monotonic() - start
        changed = [path for path, kept in state(tree).items() if kept != before.get(path)]
        print(
            f"odd files: exit code {run.returncode}; {len(changed)} of {len(before)} fixed;",
            end=" ",
        )
        print(f"{taken:.0f} s; it says:")
        print(run.stderr.decode("utf-8", "replace"))
        after = {path: kept for path, kept in state(tree).items() if path in changed}
        found = count(before, {**before, **after}, state(tree))
        table.append(_row("odd files", 1, found, {run.returncode}))
    print(f"{lost} files lost")
    if given.write:
        from benchmarks.endurance import keep

        keep("killed", table)
    sys.exit(lost > 0)


def _row(what: str, times: int, files: Count | None, codes: set[int]) -> dict[str, str]:
    """A row of the table; files: None where a run writes none."""
    counts = ("as they were", "fixed", "lost", "left over")
    cells = map(str, files) if files is not None else ["-"] * len(counts)
    told = ", ".join(str(code) for code in sorted(codes))
    named = dict(zip(counts, cells, strict=True))
    return {"what": what, "runs": str(times), **named, "exit codes": told}


def _told(files: Count) -> str:
    return (
        f"{files.old} as they were, {files.new} fixed, {files.lost} lost, "
        f"{files.left_over} temporary ones left over"
    )


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parent.parent))  # behind an installed wheel
    main()
