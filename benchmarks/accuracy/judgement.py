"""What a run comes to: findings against those that are expected, and the list against what came."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpus import STDLIB, Package
from benchmarks.accuracy.reading import Hit, Reading

EXPECTED = Path(__file__).with_name("expected.toml")
OPT_IN = "TRT9"
"""Rules that are off until asked for: counted, but no alarm."""

Place = tuple[str, str, str]
"""A package without its version, a path in it, a rule."""


class Judgement(NamedTuple):
    """What a run comes to.

    false: the findings that nothing explains; known: those that expected.toml lists; problems: a
    line for each thing that fails the run.
    """

    false: tuple[Hit, ...]
    known: tuple[Hit, ...]
    problems: tuple[str, ...]


class Right(NamedTuple):
    """How many findings are right in a place, and why `check` does not look there, if so."""

    findings: int
    skipped: str = ""


def expected(path: Path = EXPECTED) -> dict[Place, Right]:
    """The findings that are right, by place. Raises ValueError for one without a reason."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[Place, Right] = {}
    for entry in table.get("expected", ()):
        if not entry["reason"].strip():
            raise ValueError(f"no reason for {entry['package']} {entry['path']}")
        right = Right(entry["count"], entry.get("skipped", ""))
        found[entry["package"], entry["path"], entry["rule"]] = right
    return found


def name(spec: str) -> str:
    """The name of a package without its version."""
    return spec.partition("==")[0] if "==" in spec else spec[: spec.rindex("@")]


def judge(
    packages: Iterable[Package], readings: Mapping[str, Reading], right: Mapping[Place, Right]
) -> Judgement:
    """Hold the readings of packages, by spec, against the list and against what is right."""
    false: list[Hit] = []
    known: list[Hit] = []
    problems: list[str] = []
    for package in packages:
        reading = readings.get(package.spec)
        if reading is None:
            problems.append(f"{package.spec}: not read")
            continue
        problems += reading.failures
        short = reading.files < package.files
        if short or (package.corpus != STDLIB and reading.files != package.files):
            problems.append(f"{package.spec}: {reading.files} files, listed are {package.files}")
        alarms = [hit for hit in reading.hits if not hit.rule.startswith(OPT_IN)]
        owner = package.spec if package.corpus == STDLIB else name(package.spec)
        seen = Counter((owner, hit.path, hit.rule) for hit in alarms)
        for place, listed in right.items():
            if place[0] == owner and seen[place] < listed.findings:
                problems.append(f"missed: {' '.join(place)}: {seen[place]} of {listed.findings}")
        for hit in alarms:
            place = owner, hit.path, hit.rule
            listed = right.get(place, Right(0))
            said = f"{owner} {hit.path}:{hit.line}: {hit.rule} {hit.message}"
            if seen[place] > listed.findings:
                false.append(hit)
                problems.append(f"false alarm: {said}")
                continue
            known.append(hit)
            if hit.skipped != listed.skipped:
                problems.append(
                    f"check skips it as {hit.skipped!r}, not {listed.skipped!r}: {said}"
                )
    return Judgement(tuple(false), tuple(known), tuple(problems))
