"""Runs cases before and after the fix: from each the traces of its codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.behaviour.case import OTHER, Case
from benchmarks.behaviour.rendered import parts, renderings

WORLD = Path(__file__).with_name("world.mjs")
Job = dict[str, Any]


class Version(NamedTuple):
    """A case as it is before or after the fix: its files, which are in the directory, too."""

    case: Case
    files: Mapping[str, str]
    directory: Path


def traces(texts: Sequence[Version], packages: Path | None) -> list[list[str]]:
    """What each text does: one trace for each job that it is made of.

    packages: the directory of npm's, for what needs a compiler. Raises RuntimeError if a runner
    ends before its work.
    """
    python = [at for at, text in enumerate(texts) if text.case.runner in {"python", "strings"}]
    ran = dict(zip(python, _children([texts[at] for at in python]), strict=True))
    found: list[list[str]] = []
    jobs: list[Job] = []
    owners: list[int] = []
    for at, text in enumerate(texts):
        found.append(ran[at] if text.case.runner == "python" else [])
        if text.case.runner != "python":
            for job in _jobs(text, ran.get(at)):
                codes = [*text.case.codes[:4], OTHER]
                jobs.append({**job, "codes": codes})
                owners.append(at)
    for owner, told in zip(owners, _node(jobs, packages), strict=True):
        found[owner] += told
    return found


def _children(texts: Sequence[Version]) -> list[Any]:
    """The results of the Python modules among the texts."""
    jobs = [
        {
            "directory": str(text.directory), "main": text.case.main, "run": text.case.runner,
            "codes": [*text.case.codes, OTHER],
        }
        for text in texts
    ]  # fmt: skip
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.behaviour.child"],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, input=json.dumps(jobs),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"Python failed: {done.stderr[-2000:]}")
    return list(json.loads(done.stdout))


def _jobs(text: Version, sent: Iterable[dict[str, str]] | None) -> Iterator[Job]:
    """The jobs of Node that a text is made of."""
    case, files = text.case, text.files
    match case.runner:
        case "module" | "commonjs" | "typescript" | "vue" | "nuxt":
            yield {"world": case.runner, "main": case.main, "files": dict(files)}
        case "page":
            yield {"world": "page", "main": parts(files[case.main], files)}
        case "jinja" | "django":
            pages = dict.fromkeys(renderings(case.runner, files, case.main))
            yield from ({"world": "page", "main": _page(page)} for page in pages)
        case "jest" | "vitest":
            world = "commonjs" if case.runner == "jest" else "module"
            hoisted = {name: _hoisted(content) for name, content in files.items()}
            yield {"world": world, "main": case.main, "files": hoisted}
        case "strings":
            calls = [{**call, "parts": parts(call["text"])} for call in sent or ()]
            yield {"world": "calls", "main": calls}
        case other:
            raise ValueError(f"{other} is no runner")


def _page(page: str) -> list[dict[str, str]]:
    failed = [{"how": "classic", "text": f"log({page!r})"}] if page.startswith("threw") else []
    return failed or parts(page)


_MOCK = re.compile(r"^(?:const .+? = )?(?:jest\.mock|vi\.(?:mock|hoisted))\(", re.MULTILINE)
_IMPORT = re.compile(r"^import (\{.+?\}) from ('.+?');$", re.MULTILINE)


def _hoisted(text: str) -> str:
    """A test file as its runner runs it: with the mocks above all the rest, imports included."""
    moved = []
    while (found := _MOCK.search(text)) is not None:
        end = _closed(text, found.end())
        moved.append(text[found.start() : end])
        text = text[: found.start()] + text[end:]
    imports = [f"const {names} = await import({path});" for names, path in _IMPORT.findall(text)]
    first = [line.replace(" as ", ": ") for line in imports]
    tools = [line for line in first if "'vitest'" in line]
    others = [line for line in first if "'vitest'" not in line]
    return "\n".join((*tools, *moved, *others, _IMPORT.sub("", text)))


def _closed(text: str, at: int) -> int:
    """Where the statement ends whose bracket has just been opened."""
    depth = 1
    while depth:
        depth += (text[at] in "([{") - (text[at] in ")]}")
        at += 1
    return at + (text[at : at + 1] == ";")


def _node(jobs: Sequence[Job], packages: Path | None) -> list[list[str]]:
    """The traces of jobs, run by one process of Node."""
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Node is not installed")
    if not jobs:
        return []
    lines = "".join(f"{json.dumps({**job, 'id': at})}\n" for at, job in enumerate(jobs))
    done = subprocess.run(
        [node, "--no-warnings", "--experimental-vm-modules", str(WORLD), str(packages or "")],
        input=lines, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    results = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(results) != len(jobs):
        raise RuntimeError(f"Node ended after {len(results)} of {len(jobs)}: {done.stderr[-2000:]}")
    return [result["traces"] for result in results]


def flat(told: Iterable[Sequence[str]]) -> list[str]:
    """Traces one after the other."""
    return list(chain.from_iterable(told))


Runner = Callable[[Sequence[Version], Path | None], list[list[str]]]
