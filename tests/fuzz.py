"""Odd files and odd commands at random: `python tests/fuzz.py --examples 100000`.

Each example is made of a seed and its number, so that a failure can be had again:
`--seed S --only N`. A failure is printed as short as it can be made.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import multiprocessing
import re
import signal
import sys
import time
import tokenize
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from commands_at_random import run_commands
from oddities import Example, example

from flake8_trtc.api import fix_text
from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.config.options import Options, build
from flake8_trtc.detect.scan import scan
from flake8_trtc.detect.suppressions.noqa import unsuppressed
from flake8_trtc.fix.engine import Outcome
from flake8_trtc.languages.document import Document
from flake8_trtc.model import SCRIPTS, Finding
from flake8_trtc.plugin import Plugin
from flake8_trtc.source import Source, SourceError, dialect_of

SETTINGS: tuple[tuple[Options, tuple[str, ...]], ...] = (
    (Options(), ()),
    (Options(), ("TRT",)),
    (build({"trtc-error-code": "app.trtc:Code", "trtc-js-error-code": "./codes.js#Code"}), ()),
    (
        build(
            {"trtc-js-error-code": "TRTC_CODES", "trtc-assume": ["*"], "extend-select": ["TRT9"]}
        ),
        (),
    ),
)
"""Options, and what comments are written for."""
_PATIENCE = 60  # seconds of CPU for an example
_PIECE = re.compile(
    r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)"
    r"|(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\d[\d_]*(?:[eE]\d+)?(?!\.\d))"
    r"|[^\W\d][\w$]*|\$[\w$]*|.",
    re.DOTALL,
)
_ADDED = frozenset(
    "ErrorCode TrtcErrorCode Code TrtcCode TRTC_CODES Object freeze const var let import from as "
    "flake8_trtc app trtc codes js enum function return if else class static readonly".split()
) | {constant.name for constant in CONSTANTS.values()}
_ADDED_SIGNS = frozenset("{}[]();,.=:'\"/ \t\n\r\\<>") | {
    "\\n",
    "\\r",
    "\\t",
    '\\"',
    "\\'",
    *("&", "#", "x27", "quot"),
}


class Wrong(Exception):
    """What an example shows to be wrong."""


def look(item: Example) -> bool:
    """Put everything to one file; whether there was something to fix. Raises Wrong."""
    path, data, setting = item
    options, silence = SETTINGS[setting]
    outcome = _fixed(item)
    try:
        source = Source.from_bytes(path, data)
    except SourceError as error:
        if outcome.error != str(error):
            raise Wrong(f"other errors: {outcome.error} and {error}") from None
        return False
    try:
        findings = [found for found in scan(source, options) if options.wants(found.code, path)]
    except SourceError as error:  # a notebook that is none
        if outcome.error != str(error):
            raise Wrong(f"other errors: {outcome.error} and {error}") from None
        return False
    _plugin_agrees(item, findings)
    shown = unsuppressed(Document(source), findings)
    if outcome.error is None and not silence:
        wanted = sum(found.fix is not None or found.refusal is not None for found in shown)
        if len(outcome.fixed) + len(outcome.refusals) + len(outcome.remaining) < wanted:
            raise Wrong("a finding was neither fixed nor refused")
    if outcome.new is None:
        return False
    new = Source.from_bytes(path, outcome.new)
    if not silence:
        _only_edits(source.text, new.text, outcome)
    _parses_as_before(source, new, options)
    again = _fixed(item._replace(data=outcome.new))
    if again.new is not None or again.fixed or again.silenced or again.error is not None:
        raise Wrong(f"a second fix would change it again: {again.error}")
    left = [found for found in scan(new, options) if options.wants(found.code, path)]
    left = [found for found in unsuppressed(Document(new), left) if found.fix is not None]
    if len(left) > len(outcome.refusals):
        raise Wrong("something to fix is left, and nothing says why")
    return True


def _fixed(item: Example) -> Outcome:
    options, silence = SETTINGS[item.setting]
    outcome = fix_text(item.path, item.data, options, silence)
    error = outcome.error or ""
    if error.startswith("internal error") or "proof" in error or "converge" in error:
        raise Wrong(error)
    if outcome.error is not None and outcome.new is not None:
        raise Wrong("an error, and new bytes")
    return outcome


def _plugin_agrees(item: Example, findings: list[Finding]) -> None:
    """What flake8 is told of a module is what the scan found."""
    if dialect_of(item.path) != "python" or _tree(item.data) is None:
        return
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(item.data).readline)
        lines = io.TextIOWrapper(io.BytesIO(item.data), encoding).readlines()
    except (SyntaxError, UnicodeDecodeError):
        return
    if lines and lines[0].startswith("\ufeff"):
        lines[0] = lines[0][1:]
    Plugin.options = SETTINGS[item.setting][0]
    told = [
        (line, column + 1, text)
        for line, column, text, _ in Plugin(ast.Module([], []), item.path, lines).run()
    ]
    if any("TRT000" in text for _, _, text in told):
        raise Wrong(f"the plugin failed: {told}")
    wanted = [
        (found.line, found.column, f"{found.code} {found.message}")
        for found in findings
        if found.code[:4] not in {"TRT4", "TRT9"}
    ]
    told = [entry for entry in told if SETTINGS[item.setting][0].wants(entry[2][:6], item.path)]
    if sorted(told) != sorted(wanted):
        raise Wrong(f"the plugin says {told}, check {wanted}")


def _only_edits(old: str, new: str, outcome: Outcome) -> None:
    """What is gone are numbers and members, what has come is what the fix may write."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    gone = Counter(before) - Counter(after)
    members = sum(found.code == "TRT201" for found in outcome.fixed)
    words = sum(count for piece, count in gone.items() if _value(piece) is None)
    if words > 2 * members:  # JavaScript's grammar takes odd signs for letters
        raise Wrong(f"gone: {dict(gone)}")
    come = Counter(after) - Counter(before)
    known = {*before, *_ADDED, *_ADDED_SIGNS}
    odd = [piece for piece in come if piece not in known and _value(piece) is None]
    if odd:
        raise Wrong(f"come: {odd}")
    rest = iter(after)
    for piece in before:
        if _value(piece) is None and not gone[piece] and piece not in rest:
            raise Wrong(f"moved: {piece!r}")


def _value(piece: str) -> int | None:
    """The code that a number is; None for anything else."""
    if not piece[0].isdigit() or len(piece) > 100:
        return None
    try:
        value = int(piece, 0)
    except ValueError:
        return None
    return value if value in CONSTANTS else None


def _parses_as_before(old: Source, new: Source, options: Options) -> None:
    """What parsed still parses."""
    if dialect_of(old.path) == "python":
        if _tree(old.utf8) is not None and _tree(new.utf8) is None:
            raise Wrong("it no longer compiles")
    elif dialect_of(old.path) == "notebook":
        json.loads(new.utf8)
    before, after = _broken(old, options), _broken(new, options)
    if after > before:
        raise Wrong(f"{after} broken scripts instead of {before}")


def _broken(source: Source, options: Options) -> int:
    return sum(
        text.tree.root_node.has_error
        for text in Document(source).code(options.constants)
        if text.dialect in SCRIPTS
    )


def _tree(data: bytes) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return compile(data, "", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return None


class Seen(NamedTuple):
    """What one example came to: was it fixed; what is wrong with it, "" for nothing."""

    number: int
    fixed: bool
    wrong: str


def wrong(item: Example) -> tuple[bool, str]:
    """Whether an example was fixed, and what is wrong with it."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
    try:
        return look(item), ""
    except Wrong as error:
        return False, str(error)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return False, f"{type(error).__name__}: {error} ({where.name}, line {where.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _seen(name: tuple[str, int]) -> Seen:
    seed, number = name
    return Seen(number, *wrong(example(f"{seed}:{number}")))


def smaller(item: Example, tries: int = 400) -> Example:
    """An example that fails in the same way, with what it does not need cut out."""
    kind = _kind(wrong(item)[1])
    size = len(item.data) // 2
    while size:
        at = 0
        while at < len(item.data) and tries:
            cut = item._replace(data=item.data[:at] + item.data[at + size :])
            tries -= 1
            if _kind(wrong(cut)[1]) == kind:
                item = cut
            else:
                at += size
        size //= 2
    return item


def _kind(text: str) -> str:
    return re.sub(r"\d+|\[.*|\{.*|'.*", "", text)[:60]


def fuzz(seed: str, numbers: Iterator[int] | range, seconds: float, jobs: int) -> Iterator[Seen]:
    """Look at examples until they or the seconds are at an end."""
    end = time.monotonic() + seconds
    names = ((seed, number) for number in numbers)
    if jobs == 1:
        for name in names:
            if time.monotonic() > end:
                return
            yield _seen(name)
        return
    with multiprocessing.Pool(jobs) as pool:
        for seen in pool.imap_unordered(_seen, names, chunksize=50):
            yield seen
            if time.monotonic() > end:
                return


def main() -> None:
    """Print what is wrong and how much was looked at."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--examples", type=int, default=1000, help="how many files")
    parser.add_argument("--command-line", type=int, default=0, help="how many commands")
    parser.add_argument("--seed", default="0", help="what the examples are made of")
    parser.add_argument("--first", type=int, default=0, help="number of the first example")
    parser.add_argument("--only", type=int, help="number of the only example")
    parser.add_argument("--seconds", type=float, default=1e9, help="when to stop")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results/")
    given = parser.parse_args()
    numbers = range(given.first, given.first + given.examples)
    jobs = given.jobs
    if given.only is not None:
        numbers, jobs = range(given.only, given.only + 1), 1
    start = time.monotonic()
    looked = fixed = failed = 0
    kinds: Counter[str] = Counter()
    for seen in fuzz(given.seed, numbers, given.seconds, jobs):
        looked += 1
        fixed += seen.fixed
        if seen.wrong:
            failed += 1
            kinds[_kind(seen.wrong)] += 1
            print(f"--seed {given.seed} --only {seen.number}: {seen.wrong}", flush=True)
            if kinds[_kind(seen.wrong)] <= 3 or given.only is not None:
                print(f"  {smaller(example(f'{given.seed}:{seen.number}'))}", flush=True)
        if looked % 5000 == 0:
            print(
                f"{looked} files, {fixed} fixed, {failed} wrong, {time.monotonic() - start:.0f} s",
                flush=True,
            )
    print(f"{looked} files, {fixed} fixed, {failed} wrong, {time.monotonic() - start:.0f} s")
    fallen = 0
    if given.command_line:
        start = time.monotonic()
        for story in run_commands(given.seed, given.command_line):
            fallen += 1
            print(story, flush=True)
        print(f"{given.command_line} commands, {fallen} wrong, {time.monotonic() - start:.0f} s")
    for kind, count in kinds.most_common():
        print(f"{count} times: {kind}")
    if given.write:
        from benchmarks.endurance import keep

        files = {"seed": given.seed, "files": f"{looked:,}", "fixed": f"{fixed:,}"}
        commands = {"commands": f"{given.command_line:,}", "commands wrong": str(fallen)}
        keep("fuzz", [{**files, "wrong": str(failed), **commands}])
    sys.exit(failed + fallen > 0 or not looked)


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parent.parent))  # behind an installed wheel
    main()
