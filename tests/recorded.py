"""What the tools say of the examples and the labelled cases, as it was recorded last.

Where findings, fixes, exit codes or reports are to change:

python tests/recorded.py

and read the difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path += [str(ROOT), str(ROOT / "docs"), str(ROOT / "tests")]  # behind an installed wheel

from marked import unmarked  # noqa: E402
from sitegen.examples import DIRECTORY, examples  # noqa: E402

from benchmarks.accuracy.labelled import cases  # noqa: E402
from flake8_trtc import __version__  # noqa: E402
from flake8_trtc.api import check_text, fix_text, is_read  # noqa: E402
from flake8_trtc.config.options import Options, build  # noqa: E402
from flake8_trtc.fix.engine import Outcome  # noqa: E402

RECORDED = ROOT / "tests" / "data" / "recorded"
_EVERY = ("TRT4", "TRT9")
_TWICE = frozenset({".ts", ".tsx"})
"""Kinds of labelled cases that repeat those of another; so do those in strings."""
_SHOWN = "TRT001 TRT201 TRT903".split()
"""The rules whose first example is shown in every format."""
_RUNS = (
    "check --enable-extensions=TRT9 --show-evidence .",
    "check --enable-extensions=TRT9 --show-evidence --trtc-language=zh .",
    *(
        f"check --enable-extensions=TRT9 --output-format={name} {' '.join(_SHOWN)}"
        for name in ("json", "sarif", "github", "gitlab")
    ),
    "check --select=TRT104 -q .",
    "check nowhere",
    "check --select=TRT7 .",
    "fix --diff .",
    "fix --check -v --trtc-language=zh .",
    "fix --add-ignore=TRT2 --diff TRT204",
)
"""Command lines in a directory that holds the first example of each rule."""


def recorded() -> dict[str, str]:
    """The files of `tests/data/recorded`, as they would be written now."""
    return {
        "findings.txt": "".join(_findings()),
        "fixes.txt": "".join(_fixes()),
        "runs.txt": "".join(_outputs()),
    }


def _findings() -> Iterator[str]:
    """A line a finding: where, the rule, how sure, the fix; the reasons where they are others."""
    every = Options(extensions=_EVERY)
    for file in sorted((ROOT / "examples").glob("*/before/**/*")):
        if file.is_file() and is_read(file.name, b""):
            name = file.relative_to(ROOT).as_posix()
            yield from _lines(name, str(file), file.read_bytes(), every)
    for name, path, text in _labelled():
        yield from _lines(name, path, text.encode(), every)


def _labelled() -> Iterator[tuple[str, str, str]]:
    """The labelled cases: name, path and text."""
    for case in cases():
        if case.kind not in _TWICE and not case.kind.startswith("Python string"):
            yield f"{case.kind}: {case.name}", case.path, unmarked(case.text)[0]


def _lines(name: str, path: str, data: bytes, options: Options) -> Iterator[str]:
    found = [item for item in check_text(path, data, options) if item.code != "TRT401"]
    if found:
        yield f"{name}\n"
    before: tuple[str, ...] = ()
    for item in found:
        where = f"{item.line}:{item.column}-{item.end_line}:{item.end_column}"
        fix = "" if item.fix is None else f" fix={item.fix}"
        refusal = "" if item.refusal is None else f" refused: {item.refusal}"
        reasons = "" if item.reasons == before else f" [{'; '.join(item.reasons)}]"
        yield f"  {where} {item.code} {item.level}{fix}{refusal}{reasons}\n"
        before = item.reasons


def _fixes() -> Iterator[str]:
    """What the fix makes of each example of a rule, and what it says of the rest."""
    for rule in sorted(path.stem for path in DIRECTORY.glob("TRT*.toml")):
        for example in (*examples(rule).found, *examples(rule).silent):
            outcome = fix_text(example.file, example.text.encode(), build(example.settings))
            yield f"== {rule} {example.file}: {len(outcome.fixed)} fixed, error: {outcome.error}\n"
            yield from _refused(outcome)
            if outcome.new is not None:
                yield outcome.new.decode()
    for name, path, text in _labelled():
        outcome = fix_text(path, text.encode(), Options())
        yield f"== {name}: {len(outcome.fixed)} fixed, error: {outcome.error}\n"
        yield from _refused(outcome)
        if outcome.new is not None:
            yield from _changed(text, outcome.new.decode())


def _refused(outcome: Outcome) -> Iterator[str]:
    for item in outcome.refusals:
        yield f"-- {item.finding.line}:{item.finding.column}: {item.reason}\n"


def _changed(old: str, new: str) -> Iterator[str]:
    """The lines that are others, with their numbers."""
    lines = (old.splitlines(), new.splitlines())
    for line in list(unified_diff(*lines, n=0, lineterm=""))[2:]:
        yield f"{line}\n"


def _outputs() -> Iterator[str]:
    """What each run prints, and its exit code."""
    with tempfile.TemporaryDirectory() as directory:
        for path in DIRECTORY.glob("TRT*.toml"):
            for example in examples(path.stem).found[:1]:
                Path(directory, path.stem).mkdir()
                Path(directory, path.stem, example.file).write_text(example.text, encoding="utf-8")
        for line in _RUNS:
            done = _run(line, directory)
            yield f"$ flake8-trtc {line}\n{done.stdout}{done.stderr}# exit {done.returncode}\n\n"


def _run(line: str, directory: str) -> subprocess.CompletedProcess[str]:
    environment = {key: text for key, text in os.environ.items() if not key.startswith("GITHUB")}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "flake8_trtc", *line.split(), "--isolated", "-j1"],
        cwd=directory,
        env={**environment, "PYTHONUTF8": "1", "HOME": directory, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    done.stdout = done.stdout.replace(f'"{__version__}"', '"VERSION"')
    done.stderr = done.stderr.replace("python -m flake8_trtc", "flake8-trtc")  # as the script says
    return done


def record() -> None:
    """Write the files of `tests/data/recorded`."""
    for name, text in recorded().items():
        (RECORDED / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    record()
