"""The checks of the project, in three tiers.

`nox` runs the tests on one Python; with CI set it runs every check that CI does; `nox -s full` runs
what takes hours. `nox -s lint` runs one of them, `nox --list` names them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
"""The Python that nox runs on."""
CI = "CI" in os.environ
WHOLE = {"FLAKE8_TRTC_FULL": "1"}
"""What has the tests take all of what they take a sample of: see tests/sizes.py."""

SAFE = {"PYTHONSAFEPATH": "1", "PYTHONPATH": "tests"}
"""For a script beside the tests: it finds them, but never the checkout's own flake8_trtc/."""

if not CI:
    nox.options.sessions = [f"tests-{HERE}"]
# A fresh machine rarely has every Python: what it has is tested, the rest is named in the summary.
# The workflow installs them all, so there a missing one is an error.
nox.options.error_on_missing_interpreters = "GITHUB_ACTIONS" in os.environ


# pyenv's shims start only the versions that are switched on: switch on those that are tested, too.
# Where nox itself was started by a shim, that has set the variable to its own version.
if shutil.which("pyenv"):
    _versions = subprocess.run(["pyenv", "versions", "--bare"], capture_output=True, text=True)
    _tested = re.findall(r"^3\.1[1-9]\.\d+$", _versions.stdout, re.MULTILINE)
    _on = [name for name in os.environ.get("PYENV_VERSION", "").split(":") if name]
    if _tested:
        os.environ["PYENV_VERSION"] = ":".join(dict.fromkeys([*_on, *_tested]))


@nox.session(python=[*PYTHONS, *({HERE} - {*PYTHONS})])
def tests(session: nox.Session) -> None:
    """Run the tests against the built wheel, as a user installs it.

    They need no network, and take a sample of the longest; on CI the Python that nox runs on takes
    all.
    """
    session.install(wheel(session), *group("test"))
    if CI and session.python == HERE:
        run_tests(session, whole=True)
    else:
        session.log("left out: what needs PyPI or npm, most cases of the longest tests (-s whole)")
        run_tests(session, "-m", "not network")


@nox.session(default=False)
def whole(session: nox.Session) -> None:
    """Run all tests in full, on one Python: those that need PyPI or npm, too."""
    session.install(wheel(session), *group("test"))
    run_tests(session, whole=True)


@nox.session(default=False)
def quick(session: nox.Session) -> None:
    """Run the tests of the checkout that take little time, and one in eight of many cases."""
    session.install("--editable", ".", *group("test"))
    session.run("python", "-m", "pytest", "--numprocesses=auto", "--quick", *session.posargs)


@nox.session(default=False)
def full(session: nox.Session) -> None:
    """Run all that takes hours, one after the other; results go to benchmarks/results."""
    for name in ("whole", "spark_whole", "editors"):
        session.notify(name, [])
    session.notify("behaviour", ["full"])
    session.notify("fuzz", ["--examples", "100000", "--command-line", "300", "--write"])
    endurance = ("torture", "leaving", "smuggled", "growth")
    for name in (*endurance, "speed", "editor", "logs", "spark_bench", "accuracy", "mutation"):
        session.notify(name, ["--write"])


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest releases of the dependencies that pyproject.toml allows."""
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["fast"], *extras["lsp"]]
    oldest = [line.replace(">=", "==") for line in needed]
    session.install(wheel(session), *oldest, *group("test"))
    run_tests(session, "-m", "not network")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, the project's own codes, and that generated files are fresh."""
    session.install("--editable", ".", *group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports", silent=True)
    session.run("flake8", "--select", "TRT", "flake8_trtc", "catalog", "docs", "noxfile.py")
    session.run("python", "catalog/build.py", "--check")
    session.run("python", "docs/tables.py", "--check")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation in build/site, with all links sound, and search it in Chromium."""
    session.install(wheel(session), *group("docs"), *group("test"))
    for config in ("mkdocs.yml", "mkdocs.zh.yml"):  # the second goes into the first
        session.run("mkdocs", "build", "--strict", "--quiet", "--config-file", config)
    run_tests(session, "tests/test_site.py")


@nox.session(python=PYTHONS[0])
def spark(session: nox.Session) -> None:
    """Run the tests of tables on the real Spark, where there is a Java."""
    _spark(session, "-m", "not network")


@nox.session(default=False)
def spark_whole(session: nox.Session) -> None:
    """Run the same in full: an organisation of 200 repositories, 5,000 files of PyPI's packages."""
    _spark(session, whole=True)


def _spark(session: nox.Session, *arguments: str, whole: bool = False) -> None:
    if shutil.which("java") is None:
        session.skip("Spark needs a Java, such as default-jre-headless")
    session.install(f"{wheel(session)}[fast,spark]", *group("test"))
    tests = map(str, sorted(Path("tests").glob("test_spark*.py")))
    run_tests(session, *arguments, *tests, whole=whole)


@nox.session(default=False)
def spark_bench(session: nox.Session) -> None:
    """Measure Spark's Python workers beside `check`; arguments after `--` go to it."""
    session.install(f"{wheel(session)}[fast,spark]", *group("test"))
    session.run("python", "-m", "benchmarks.spark", *session.posargs)


@nox.session(default=False)
def editors(session: nox.Session) -> None:
    """Type-check, lint, test and package the extension for VS Code; needs npm.

    The package goes to build/flake8-trtc.vsix.
    """
    if shutil.which("npm") is None:
        session.skip("npm is not installed")
    directory = Path(session.create_tmp(), "vscode")
    left_out = shutil.ignore_patterns("node_modules", "dist", "out", "*.vsix")
    shutil.copytree("editors/vscode", directory, dirs_exist_ok=True, ignore=left_out)
    built = Path("build", "flake8-trtc.vsix").absolute()
    built.parent.mkdir(exist_ok=True)
    with session.chdir(directory):
        session.run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", external=True)
        for script in ("check", "lint", "test", "package"):
            session.run("npm", "run", "--silent", script, external=True)
        shutil.copy("flake8-trtc.vsix", built)
    session.log(f"packaged {built}")


@nox.session(default=False)
def torture(session: nox.Session) -> None:
    """Kill the fix 200 times, fill its disk and feed it odd files; print what became of them."""
    session.install(wheel(session), *group("test"))
    session.run("python", "tests/torture.py", *session.posargs, env=SAFE)


@nox.session(default=False)
def leaving(session: nox.Session) -> None:
    """Close the reader of every command's output and interrupt it; print what went wrong."""
    session.install(wheel(session), *group("test"))
    session.run("python", "tests/leaving.py", *session.posargs, env=SAFE)


@nox.session(default=False)
def smuggled(session: nox.Session) -> None:
    """Try again what SECURITY.md says was tried; arguments after `--` go to it."""
    session.install(wheel(session), *group("test"))
    session.run("python", "tests/smuggled.py", *session.posargs, env=SAFE)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Put odd files and odd commands at random to everything; arguments after `--` go to it."""
    session.install(wheel(session), *group("test"))
    arguments = session.posargs or ("--examples", "100000", "--command-line", "300")
    session.run("python", "tests/fuzz.py", *arguments, env=SAFE)


@nox.session(default=False)
def speed(session: nox.Session) -> None:
    """Measure `check`, `fix` and the plugin beside their peers; arguments after `--` go to it."""
    session.install(f"{wheel(session)}[fast]", *group("speed"))
    # Where it has no wheel it would be built with Rust: then the rg on the PATH will do.
    session.run("pip", "install", "--quiet", "--only-binary=:all:", "ripgrep", success_codes=[0, 1])
    session.run("python", "-m", "benchmarks.speed", *session.posargs)


@nox.session(default=False)
def growth(session: nox.Session) -> None:
    """Measure how time grows with a file, shape by shape; arguments after `--` go to it."""
    session.install(wheel(session), *group("test"))
    session.run("python", "-m", "benchmarks.growth", *session.posargs)


@nox.session(default=False)
def logs(session: nox.Session) -> None:
    """Count codes in logs of a gigabyte, beside ripgrep; arguments after `--` go to it."""
    session.install(wheel(session))
    session.run("python", "-m", "benchmarks.logs", *session.posargs)


@nox.session(default=False)
def editor(session: nox.Session) -> None:
    """Measure the language server: changes, starts, memory; arguments after `--` go to it."""
    session.install(f"{wheel(session)}[lsp]")
    session.run("python", "-m", "benchmarks.editor", *session.posargs)


@nox.session(default=False)
def accuracy(session: nox.Session) -> None:
    """Look for false alarms in real code, then put codes into it, find and fix them; needs npm.

    Arguments after `--` go to both benches.
    """
    session.install(wheel(session), *group("test"))
    session.run("python", "-m", "benchmarks.accuracy", *session.posargs)
    session.run("python", "-m", "benchmarks.injection", *session.posargs)


@nox.session(default=False)
def behaviour(session: nox.Session) -> None:
    """Fix generated files and run them before and after; needs Node, better npm and Chromium, too.

    Arguments after `--` go to it: `full` for 20,000 files.
    """
    session.install(wheel(session), *group("test"))
    session.run("python", "-m", "benchmarks.behaviour", *session.posargs)


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Measure which lines and branches of flake8_trtc the tests run; fail below `fail_under`.

    Processes that the tests start count, too: flake8, `python -m flake8_trtc`, the pool's workers.
    Left out are the tests that look at what a process loads or writes itself, which coverage adds
    to.
    """
    watched = [
        "tests/fix/test_command.py::test_clean_tree_loads_nothing",
        "tests/test_project.py::test_the_constants_load_nothing_heavy",
        "tests/test_torture.py::test_no_room_for_a_file",
    ]
    session.install("--editable", ".", *group("coverage"))
    session.run("coverage", "erase")
    left_out = [f"--deselect={test}" for test in watched]
    session.run("coverage", "run", "-m", "pytest", *left_out, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Make small mistakes in the modules that matter most; fail where no test notices one.

    Arguments after `--` go to it.
    """
    session.install("--editable", ".", *group("test"))
    session.run("python", "-m", "benchmarks.mutation", *session.posargs)


def run_tests(session: nox.Session, *arguments: str, whole: bool = False) -> None:
    """Run pytest where the checkout's own flake8_trtc/ can't be imported by accident.

    whole: what takes a sample otherwise takes all.
    """
    # PYTHONSAFEPATH keeps the working directory off sys.path, in pytest and in what it starts.
    session.run(
        "python",
        "-m",
        "pytest",
        "--numprocesses=auto",
        *arguments,
        *session.posargs,
        env={"PYTHONSAFEPATH": "1", "FLAKE8_TRTC_INSTALLED": "1"} | (WHOLE if whole else {}),
    )


def group(name: str) -> tuple[str, ...]:
    """The requirements of a dependency group in pyproject.toml."""
    return nox.project.dependency_groups(PROJECT, name)


def wheel(session: nox.Session) -> str:
    """The wheel of this checkout, made from its sdist by the first session that asks for it."""
    directory = _emptied()
    if not directory.exists():
        session.install("build>=1.0")
        session.run("python", "-m", "build", "--outdir", str(directory), silent=True)
    (built,) = directory.glob("*.whl")
    return str(built)


@cache
def _emptied() -> Path:
    """Where the wheel goes; what an earlier run built there is removed, once."""
    directory = Path(".nox", "wheel").absolute()
    shutil.rmtree(directory, ignore_errors=True)
    return directory
