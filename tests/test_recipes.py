"""The recipes of the README: valid where there is a schema, and run where they can run here."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from environments import ROOT, environment, wheel
from ruamel.yaml import YAML
from sitegen.tables import whole
from test_readme import blocks

from flake8_trtc import __version__, cli

RECIPES = {block.file: block.text for block in blocks("README.md") if block.file}
PY = "import trtc\n\nif code == 16388: pass\n"
LINE = (
    "TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
)
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def loaded(text: str) -> Any:
    return YAML(typ="safe").load(text)


ACTION = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))
WORKFLOW = ".github/workflows/trtc.yml"


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (WORKFLOW, "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
        ("action.yml", "vendor.github-actions"),
    ],
)
def test_schema(name: str, schema: str, tmp_path: Path) -> None:
    file = tmp_path / "recipe.yml"
    file.write_text(RECIPES.get(name) or (ROOT / name).read_text(encoding="utf-8"), "utf-8")
    checked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")
    file.write_text("jobs: 1\nscript: {}\n", encoding="utf-8")
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 1


# The action


def expanded(text: str, context: dict[str, str]) -> str:
    """A text of the action or a workflow with the values of its expressions."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: context[match[1]], text)


def step(
    name: str, context: dict[str, str], work: Path, **environment: str
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run a step of the action as a runner does; what it said, and its outputs."""
    (one,) = (step for step in ACTION["runs"]["steps"] if step["id"] == name)
    assert one["shell"] == "bash"
    output = work.parent / "output"
    output.write_text("", encoding="utf-8")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", one["run"]],
        cwd=work,
        env={
            **os.environ,
            "GITHUB_OUTPUT": str(output),
            "RUNNER_TEMP": str(work.parent),
            **{key: expanded(value, context) for key, value in one["env"].items()},
            **environment,
        },
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    lines = output.read_text(encoding="utf-8").splitlines()
    outputs = [line.partition("=")[::2] for line in lines]
    return done, {f"steps.{name}.outputs.{key}": value for key, value in outputs}


DEFAULTS = {f"inputs.{name}": value["default"] for name, value in ACTION["inputs"].items()}


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory in which pip finds flake8-trtc as it will find its releases."""
    return wheel(tmp_path_factory.mktemp("wheel") / "links").parent


@pytest.fixture(scope="module")
def action(links: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The context of the action's second step, once the first is done."""
    work = tmp_path_factory.mktemp("runner") / "work"
    work.mkdir()
    context = {**DEFAULTS, "github.action_path": str(ROOT)}
    done, outputs = step("install", context, work)
    assert done.returncode == 0, done.stderr
    return {**context, **outputs}


def checked(
    action: dict[str, str], work: Path, **inputs: str
) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the action's check with inputs; what it said, and its output `report`."""
    given = {f"inputs.{name}": value for name, value in inputs.items()}
    assert given.keys() <= DEFAULTS.keys()
    done, outputs = step("check", {**action, **given}, work)
    report = ACTION["outputs"]["report"]["value"]
    return done, expanded(report, outputs)


@needs_bash
def test_action_without_python(tmp_path: Path) -> None:
    work, tools = tmp_path / "work", tmp_path / "tools"
    work.mkdir()
    tools.mkdir()
    for name in ("bash", "mktemp"):
        (tools / name).symlink_to(str(shutil.which(name)))
    done, outputs = step("install", {**DEFAULTS, "github.action_path": "."}, work, PATH=str(tools))
    assert (done.returncode, done.stderr, outputs) == (1, "", {})
    assert done.stdout == (
        "::error::flake8-trtc needs Python 3.11 or later: run actions/setup-python before it\n"
    )


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A project with a finding in each of two places."""
    directory = tmp_path / "work"
    for name in ("src/a.py", "web pages/b.py"):
        (directory / name).parent.mkdir(parents=True)
        (directory / name).write_text(PY, encoding="utf-8")
    return directory


@needs_bash
@pytest.mark.network
def test_action(action: dict[str, str], work: Path) -> None:
    said = "::warning file={},line=3,col=12,endLine=3,endColumn=17,title=TRT001::" + LINE
    here, there = said.format("src/a.py"), said.format("web pages/b.py")
    done, report = checked(action, work)
    assert (done.returncode, done.stdout.splitlines(), report) == (1, [here, there], "")
    done, _ = checked(action, work, paths="web pages\nsrc/a.py\n", args="--extend-exclude *.js")
    assert (done.returncode, done.stdout.splitlines()) == (1, [there, here])
    done, _ = checked(action, work, paths="src", args="--exit-zero  --statistics", format="text")
    assert (done.returncode, done.stdout) == (0, f"src/a.py:3:12: {LINE}\n")
    assert "1     TRT001 magic number" in done.stderr
    assert checked(action, work, args="--none")[0].returncode == 2
    assert checked(action, work, paths="none")[0].returncode == 3


@needs_bash
@pytest.mark.network
def test_action_sarif(action: dict[str, str], work: Path) -> None:
    done, report = checked(action, work, format="sarif")
    assert (done.returncode, done.stdout) == (1, "")
    (one,) = json.loads(Path(report).read_bytes())["runs"]
    assert [result["ruleId"] for result in one["results"]] == ["TRT001", "TRT001"]


@needs_bash
@pytest.mark.network
def test_action_of_a_release(links: Path, work: Path) -> None:
    context = {**DEFAULTS, "github.action_path": os.devnull, "inputs.version": __version__}
    alone = {"PIP_FIND_LINKS": str(links), "PIP_NO_DEPS": "1", "PYTHONSAFEPATH": "1"}
    done, outputs = step("install", context, work, **alone)
    assert done.returncode == 0, done.stderr
    shown = [outputs["steps.install.outputs.python"], "-m", "flake8_trtc", "--version"]
    assert subprocess.check_output(shown, text=True) == f"flake8-trtc {__version__}\n"
    context["inputs.version"] = "99.0"
    assert step("install", context, work, **alone)[0].returncode == 1


def test_workflow_uses_the_action() -> None:
    (job,) = loaded(RECIPES[WORKFLOW])["jobs"].values()
    checkout, use = job["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert use["uses"] == f"OWNER/flake8-trtc@v{__version__}"
    assert use["with"].keys() <= ACTION["inputs"].keys()


# The others


@needs_bash
@pytest.mark.network
def test_gitlab(links: Path, work: Path, tmp_path: Path) -> None:
    (job,) = loaded(RECIPES[".gitlab-ci.yml"]).values()
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "image")], check=True)
    path = f"{tmp_path / 'image' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(job["script"])],
        cwd=work, env={**os.environ, "PATH": path, "PIP_FIND_LINKS": str(links)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    issues = json.loads((work / job["artifacts"]["reports"]["codequality"]).read_bytes())
    places = [(issue["check_name"], issue["location"]["path"]) for issue in issues]
    assert places == [("TRT001", "src/a.py"), ("TRT001", "web pages/b.py")]
    assert job["artifacts"]["when"] == "always"


@pytest.fixture(scope="module")
def runners(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the commands `tox` and `nox`."""
    return environment(tmp_path_factory.mktemp("runners"), "tox>=4", "nox")


@pytest.mark.network
@pytest.mark.parametrize(
    ("file", "command"),
    [("tox.ini", ["tox", "run", "-q", "-e", "trtc"]), ("noxfile.py", ["nox", "-R", "-s", "trtc"])],
)
def test_tox_and_nox(file: str, command: list[str], runners: Path, links: Path, work: Path) -> None:
    (work / file).write_text(RECIPES[file], encoding="utf-8")

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [runners / command[0], *command[1:], *more],
            cwd=work, env={**os.environ, "PIP_FIND_LINKS": str(links)},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip

    found = f"src/a.py:3:12: {LINE}"
    done = run()
    assert done.returncode == 1, done.stdout
    assert [line for line in done.stdout.splitlines() if LINE in line] == [found]
    assert f"web pages/b.py:3:12: {LINE}" in run("--", "web pages").stdout
    (work / "src" / "a.py").write_text("", encoding="utf-8")
    assert run().returncode == 0


def test_ruff_leaves_our_noqa_alone(tmp_path: Path) -> None:
    """Without the recipe it takes them for useless, and removes them."""
    settings = RECIPES["ruff.toml"]
    text = "def dead(code):\n    return code == 16386  # noqa: TRT001,TRT102\n"

    def fixed(settings: str) -> tuple[str, str]:
        (tmp_path / "ruff.toml").write_text(settings, encoding="utf-8")
        (tmp_path / "a.py").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "ruff", "check", "--no-cache", "--fix", "a.py"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout, (tmp_path / "a.py").read_text(encoding="utf-8")

    assert fixed(settings) == ("All checks passed!\n", text)
    without = settings.replace('external = ["TRT"]\n', "")
    assert without != settings
    assert fixed(without)[1] == "def dead(code):\n    return code == 16386\n"


def test_vs_code() -> None:
    assert json.loads(RECIPES[".vscode/settings.json"]) == {
        "flake8.importStrategy": "fromEnvironment"
    }


@pytest.mark.parametrize("name", ["docs/guide/recipes.md", "docs/guide/zh/recipes.md"])
def test_the_formatters_that_are_named_are_tested(name: str) -> None:
    table = re.findall(
        r"^\| `([a-z-]+)` \| (.*`flake8-.+`) \|", (ROOT / name).read_text("utf-8"), re.MULTILINE
    )
    named = {(form, package) for form, cell in table for package in re.findall(r"`(.+?)`", cell)}
    tested = (ROOT / "tests" / "test_formatters.py").read_text(encoding="utf-8")
    assert {form for form, _ in named} == {"sarif", "gl-codeclimate", "github"}
    for form, package in named:
        assert f'"{package}"' in tested
        assert f'"{form}"' in tested


def test_a_hook_with_a_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the hook runs lets pass what the baseline has, of the files that are named."""
    (recipe,) = (block.text for block in blocks("README.md") if "--baseline, " in block.text)
    (repository,) = loaded(recipe)["repos"]
    (hook,) = repository["hooks"]
    entries = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (entry,) = (item["entry"] for item in entries if item["id"] == hook["id"])
    command = [*entry.removeprefix("flake8-trtc ").split(), *hook["args"]]
    monkeypatch.chdir(tmp_path)
    for name in ("a.py", "-b.py"):
        Path(name).write_text(PY, encoding="utf-8")
    assert cli.main(["check", "--write-baseline", "trtc-baseline.json", "."]) == 0
    capsys.readouterr()
    for names, count in ((["a.py"], 1), (["-b.py", "a.py"], 2)):
        assert cli.main([*command, *names]) == 0
        assert capsys.readouterr() == (
            "",
            f"checked {count} file{'s' * (count > 1)}: no findings; "
            f"{count} suppressed by the baseline\n",
        )
    Path("a.py").write_text(PY + "if code == 16385: pass\n", encoding="utf-8")
    assert cli.main([*command, "a.py"]) == 1
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["a.py:4:12:"]


def test_a_gate_of_flake8_takes_its_own_errors(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("x = (\n", encoding="utf-8")
    said = []
    for rules in ("TRT", "TRT,E9"):
        line = [sys.executable, "-m", "flake8", "--isolated", "-j1", f"--select={rules}"]
        done = subprocess.run(
            [*line, "gone.py", "broken.py"], cwd=tmp_path, capture_output=True, encoding="utf-8"
        )
        found = re.findall(r"^([a-z.]+):\d+:\d+: (\w+) ", done.stdout, re.MULTILINE)
        said.append((done.returncode, found))
    assert said == [(0, []), (1, [("broken.py", "E999"), ("gone.py", "E902")])]
    assert all("`flake8 --select TRT,E9`" in whole(language) for language in ("en", "zh"))
