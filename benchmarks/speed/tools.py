"""Every command that is measured, by name, and the versions of what they come from."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

from benchmarks.speed.clock import Run, run, search_path
from benchmarks.speed.peers import ast_grep
from benchmarks.speed.trees import Tree
from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.source import SUFFIXES

PACKAGES = (
    "ahocorasick-rs",
    "ast-grep-cli",
    "fixit",
    "flake8",
    "flake8-bugbear",
    "libcst",
    "pyflakes",
    "ruff",
)
RG = "rg"
PLAIN = "check without [fast]"
EARLIER = "earlier "
"""Before the name of a command: that of an earlier version."""
_PLAIN = """\
import sys
sys.modules["ahocorasick_rs"] = None
from flake8_trtc.cli import main
sys.exit(main())
"""
_PEERS = Path(__file__).parent / "peers"
_PASSES = 8
# Fixit has found something, and some files are beyond it: tests of syntax, none with codes.
_UNREAD = 3
_NAMED = re.compile(rb"ErrorCode\.[A-Z]")


class Tool(NamedTuple):
    """A command.

    writes: it changes the tree. converges: it runs until a pass changes nothing. reported: what it
    prints once a site; what a command that writes has done is counted in the files. finds: which
    sites it has to have on the mixed tree: all of them, those in Python files, more, or some.
    worst: the highest status that is not a failure.
    """

    command: Callable[[Path], list[str]]
    writes: bool = False
    converges: bool = False
    reported: str = ""
    finds: Literal["all", "Python", "more", "some"] = "all"
    environment: dict[str, str] | None = None
    worst: int = 1


def tools(work: Path, earlier: str = "") -> dict[str, Tool]:
    """The tools by name. work: a directory for their configuration.

    earlier: the Python of an environment with an earlier version of ours, where there is one.
    """
    config = str(ast_grep.write(work / "ast-grep"))
    python = sys.executable
    libcst = {"PYTHONPATH": str(_PEERS)}
    fixit = ["fixit", "--quiet", "--rules", "error_code_rule:UseErrorCode"]
    globs = [f"--glob=*{suffix}" for suffix in SUFFIXES]

    def flake8(*plugins: str) -> Callable[[Path], list[str]]:
        script = str(_PEERS / "flake8_with.py")
        return lambda tree: [python, script, *plugins, "--", "--isolated", str(tree)]

    def ours(run_by: str, finds: Literal["all", "some"] = "all") -> dict[str, Tool]:
        check = [run_by, "-m", "flake8_trtc", "check", "--isolated"]
        fix = [run_by, "-m", "flake8_trtc.fix", "--isolated"]
        return {
            "check": Tool(lambda tree: [*check, str(tree)], reported=r": TRT001 ", finds=finds),
            "fix": Tool(lambda tree: [*fix, str(tree)], writes=True, finds=finds),
        }

    before = ours(earlier, "some") if earlier else {}
    return {
        **ours(python),
        **{f"{EARLIER}{name}": tool for name, tool in before.items()},
        PLAIN: Tool(
            lambda tree: [python, "-c", _PLAIN, "check", "--isolated", str(tree)],
            reported=r": TRT001 ",
        ),
        RG: Tool(
            lambda tree: [RG, "--no-config", "-no", *globs, "-e", _numbers(), str(tree)],
            reported=r"(?m)^.+$",
            finds="more",
        ),
        "ruff PLR2004": Tool(
            lambda tree: [
                *("ruff", "check", "--select=PLR2004", "--no-cache", "--isolated", "--quiet"),
                *("--output-format=concise", str(tree)),
            ],
            reported=r": PLR2004 ",
            finds="some",
        ),
        "ast-grep scan": Tool(
            lambda tree: ["ast-grep", "scan", "-c", config, "--report-style=short", str(tree)],
            reported=": use ErrorCode",
        ),
        "ast-grep, one pass": Tool(
            lambda tree: ["ast-grep", "scan", "-c", config, "--update-all", str(tree)],
            writes=True,
            finds="some",
        ),
        "ast-grep until it converges": Tool(
            lambda tree: ["ast-grep", "scan", "-c", config, "--update-all", str(tree)],
            writes=True,
            converges=True,
        ),
        "Fixit lint": Tool(
            lambda tree: [*fixit, "lint", str(tree)],
            worst=_UNREAD,
            reported=r" UseErrorCode: ",
            finds="Python",
            environment=libcst,
        ),
        "Fixit fix": Tool(
            lambda tree: [*fixit, "fix", "--automatic", str(tree)],
            worst=_UNREAD,
            writes=True,
            finds="Python",
            environment=libcst,
        ),
        "libcst.tool codemod": Tool(
            lambda tree: [
                *(python, "-m", "libcst.tool", "codemod", "--no-format", "--hide-progress"),
                *("-x", "error_code_codemod.UseErrorCode", str(tree)),
            ],
            writes=True,
            finds="Python",
            environment=libcst,
        ),
        "flake8": Tool(flake8()),
        "flake8 + flake8-trtc": Tool(flake8("flake8-trtc")),
        "flake8 + bugbear": Tool(flake8("flake8-bugbear")),
        "bare Python": Tool(lambda tree: [python, str(_PEERS / "bare.py"), str(tree)]),
        "python -c pass": Tool(lambda _tree: [python, "-c", "pass"]),
    }


def measure(tool: Tool, tree: Tree, work: Path) -> Run:
    """Run a tool once; one that writes gets a copy of the tree, which is not part of the time."""
    if not tool.writes:
        return run(tool.command(tree.path), work, tool.environment, worst=tool.worst)
    with copied(tree, work) as path:
        taken = 0.0
        peak = 0.0
        for _ in range(_PASSES):
            before = _state(path)
            done = run(tool.command(path), work, tool.environment, worst=tool.worst)
            taken += done.seconds
            peak = max(peak, done.peak)
            if not tool.converges or _state(path) == before:
                return Run(taken, peak, str(_named(path)))
        raise SystemExit(f"{tool.command(path)[0]} does not converge in {_PASSES} passes")


class copied:
    """A copy of a tree, as a context; files are on the disk before it begins."""

    def __init__(self, tree: Tree, work: Path) -> None:
        self._tree = tree.path
        self._copy = work / "copy"

    def __enter__(self) -> Path:
        if self._tree.is_dir():
            shutil.copytree(self._tree, self._copy)
            path = self._copy
        else:
            self._copy.mkdir()
            path = Path(shutil.copy(self._tree, self._copy))
        os.sync()
        return path

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._copy)


def sites(tool: Tool, done: Run) -> int:
    """How many sites a run reported, or wrote."""
    return int(done.out) if tool.writes else len(re.findall(tool.reported, done.out))


def versions() -> dict[str, str]:
    """The version of everything that is measured, by its name."""
    found = {name: metadata.version(name) for name in ("flake8-trtc", *PACKAGES)}
    if commit := _said(["git", "describe", "--always", "--dirty"]):
        found["flake8-trtc"] += f" ({commit})"
    if has_rg():
        found["ripgrep"] = _said([RG, "--version"]).split()[1]
    return {**found, "Python": platform.python_version()}


def version_of(python: str) -> str:
    """The version of ours that a Python has, and the commit of the checkout that it is in."""
    version = "import importlib.metadata as m; print(m.version('flake8-trtc'))"
    said = _said([python, "-c", version])
    commit = _said(["git", "-C", str(Path(python).parent), "describe", "--always"])
    return f"flake8-trtc {said} ({commit})" if commit else f"flake8-trtc {said}"


def has_rg() -> bool:
    """Whether ripgrep is there: its package has no wheel for some machines."""
    return shutil.which(RG, path=search_path()) is not None


def machine() -> str:
    """The processor, how many of its cores we may use, and the system."""
    name = platform.processor() or platform.machine()
    try:
        found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        found = None
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return f"{found[1] if found else name}, {cores} cores, {platform.system()}"


def _said(command: list[str]) -> str:
    path = shutil.which(command[0], path=search_path())
    if path is None:
        return ""
    done = subprocess.run(
        [path, *command[1:]], cwd=_PEERS, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()[0] if done.returncode == 0 and done.stdout else ""


def _numbers() -> str:
    spelled = [f"{value}|0[xX]{value:x}" for value in CONSTANTS]
    return rf"\b({'|'.join(spelled)})\b"


def _state(tree: Path) -> dict[Path, tuple[int, int]]:
    """Which files were written: their times and sizes."""
    found = [tree] if tree.is_file() else [path for path in tree.rglob("*") if path.is_file()]
    stats = {path: path.stat() for path in found}
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats.items()}


def _named(tree: Path) -> int:
    """The constants in a tree's files."""
    found = [tree] if tree.is_file() else [path for path in tree.rglob("*") if path.is_file()]
    return sum(len(_NAMED.findall(path.read_bytes())) for path in found)
