"""catalog/build.py: the generated modules are fresh, and a wrong catalog is one clear line."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from ruamel.yaml import YAML

import flake8_trtc
from flake8_trtc.catalog import rules
from flake8_trtc.config import settings

CATALOG = Path(__file__).parent.parent / "catalog"
PACKAGE = Path(flake8_trtc.__file__).parent
GENERATED = (
    "error_code.py", "v5.py", "catalog/_codes.py", "catalog/_data.py", "catalog/v5_codes.py",
    "catalog/liteav_codes.py", "catalog/native_codes.py", "catalog/_sdks.py",
)  # fmt: skip


def _build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalog_build", CATALOG / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = _build()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A catalog to spoil, and beside it a package directory with the generated modules."""
    shutil.copytree(CATALOG, tmp_path / "catalog", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "flake8_trtc" / "catalog").mkdir(parents=True)
    for name in GENERATED:
        shutil.copy(PACKAGE / name, tmp_path / "flake8_trtc" / name)
    return tmp_path


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "catalog" / "build.py"), *arguments]
    # As a developer runs it: the modules beside a script are found.
    own = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=own)


def spoil(root: Path, name: str, old: str, new: str) -> None:
    path = root / "catalog" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_installed_modules_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--check"], catalog=CATALOG, package=PACKAGE) == 0
    assert capsys.readouterr() == ("", "")


def test_it_is_runnable_and_deterministic(copy: Path) -> None:
    for name in GENERATED:
        (copy / "flake8_trtc" / name).unlink()
    result = run(copy)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    for name in GENERATED:
        assert (copy / "flake8_trtc" / name).read_bytes() == (PACKAGE / name).read_bytes()
    assert run(copy, "--check").returncode == 0


@pytest.mark.parametrize("name", GENERATED)
def test_check_names_what_is_stale_and_writes_nothing(copy: Path, name: str) -> None:
    path = copy / "flake8_trtc" / name
    path.write_bytes(path.read_bytes() + b"# edited\n")
    before = path.read_bytes()
    result = run(copy, "--check")
    assert result.returncode == 1
    assert result.stderr == f"stale: flake8_trtc/{name}; run python catalog/build.py\n"
    assert path.read_bytes() == before


def test_a_missing_module_and_an_edited_row_are_stale(copy: Path) -> None:
    (copy / "flake8_trtc" / "error_code.py").unlink()
    spoil(copy, "details.toml", "the server timed out", "the server was slow")
    result = run(copy, "--check")
    assert result.returncode == 1
    assert result.stderr == (
        "stale: flake8_trtc/error_code.py, flake8_trtc/catalog/_data.py; "
        "run python catalog/build.py\n"
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "constants.toml",
            'rarity = "common"',
            'rarity = "medium"',
            "catalog/constants.toml: constant 1 (INVALID_PARAMETER): rarity: "
            "'medium' is not one of ['rare', 'common']",
        ),
        (
            "constants.toml",
            'rarity = "common"\n',
            'rarity = "common"\ncolour = "red"\n',
            "catalog/constants.toml: constant 1 (INVALID_PARAMETER): "
            "Additional properties are not allowed ('colour' was unexpected)",
        ),
        (
            "constants.toml",
            'summary.en = "invalid parameter"\n',
            "",
            "catalog/constants.toml: constant 1 (INVALID_PARAMETER): summary: "
            "'en' is a required property",
        ),
        (
            "constants.toml",
            'since = "4.11.12"',
            "since = 4.11",
            "catalog/constants.toml: constant 5 (INITIALIZE_FAILED): since: "
            "4.11 is not of type 'string'",
        ),
        (
            "constants.toml",
            "value = 0x1001",
            "value = 0x1000",
            "catalog/constants.toml: 4096 stands twice in the catalog",
        ),
        (
            "constants.toml",
            '["UNKOWN"]',
            '["JOIN_ROOM_FAILED"]',
            "catalog/constants.toml: JOIN_ROOM_FAILED stands twice in the catalog",
        ),
        (
            "sdks.toml",
            'modules = ["liteav"]',
            'packages = ["trtc-js-sdk"]',
            "catalog/sdks.toml: liteav: packages: trtc-js-sdk stands twice",
        ),
        *(
            ("constants.toml", old, new, f"catalog/constants.toml: {name}: first_build, last_build")
            for old, new, name in (
                ('first_build = "4.3.3"', 'first_build = "4.3.4"', "NOT_SUPPORTED"),
                ('last_build = "4.6.4"', 'last_build = "4.15.22"', "SIGNAL_CHANNEL_ERROR"),
            )
        ),
        (
            "v5.toml",
            'name = "DEVICE_ERROR"',
            'name = "DEVICES_ERROR"',
            "catalog/v5.toml: DEVICE_NOT_FOUND_ERROR: parent: DEVICE_ERROR",
        ),
        (
            "v5.toml",
            "value = 5101",
            "value = 5102",
            "catalog/v5.toml: extra: 5102 stands twice",
        ),
        (
            "constants.toml",
            "v5.extra = 5204",
            "v5.extra = 5211",
            "catalog: NOT_SUPPORTED_H264: v5: no such code",
        ),
        (
            "constants.toml",
            'v5.code = "INVALID_OPERATION"',
            "",
            "catalog/constants.toml: constant 2 (INVALID_OPERATION): v5: "
            "'code' is a required property",
        ),
        (
            "native.toml",
            "[call]",
            "[calls]",
            "catalog/native.toml: calls is no key of sdks.toml",
        ),
        (
            "sdks.toml",
            'codes = "v5"',
            'codes = "v6"',
            "catalog/sdks.toml: sdk 3 (TRTC Web SDK v5): codes: "
            "'v6' is not one of ['v4', 'v5', 'liteav']",
        ),
        (
            "accounts.toml",
            "value = 70001",
            "value = 16388",
            "catalog/accounts.toml: 16388 stands twice in the catalog",
        ),
        (
            "accounts.toml",
            "value = 70001",
            'value = "70001"',
            "catalog/accounts.toml: account 2 (70001): value: '70001' is not of type 'integer'",
        ),
        (
            "details.toml",
            'parent = "JOIN_ROOM_FAILED"',
            'parent = "JOIN_FAILED"',
            "catalog/details.toml: parent: JOIN_FAILED is not a constant",
        ),
        (
            "details.toml",
            "ambiguous = true",
            "ambiguous = 1",
            "catalog/details.toml: detail 1 (5001): ambiguous: True was expected",
        ),
        (
            "capture.toml",
            'parent = "INITIALIZE_FAILED"',
            "",
            "catalog/capture.toml: 'parent' is a required property",
        ),
    ],
)
def test_a_wrong_row_is_one_line(copy: Path, name: str, old: str, new: str, message: str) -> None:
    spoil(copy, name, old, new)
    before = {item: (copy / "flake8_trtc" / item).read_bytes() for item in GENERATED}
    for arguments in ((), ("--check",)):
        result = run(copy, *arguments)
        assert (result.returncode, result.stdout, result.stderr) == (2, "", message + "\n")
    assert before == {item: (copy / "flake8_trtc" / item).read_bytes() for item in GENERATED}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('summary.en = "userSig has expired"', 'summary.en = "userSig has expired."'),
        ('summary.en = "userSig has expired"', 'summary.en = "userSig \u8fc7\u671f"'),
        ('summary.en = "userSig has expired"', f'summary.en = "{"x" * 61}"'),
        ('summary.en = "userSig has expired"', 'summary.en = " userSig has expired"'),
        ('summary.zh = "userSig \u8fc7\u671f"', 'summary.zh = ""'),
    ],
)
def test_the_schema_refuses_bad_text(copy: Path, old: str, new: str) -> None:
    spoil(copy, "accounts.toml", old, new)
    result = run(copy, "--check")
    assert result.returncode == 2
    assert result.stderr.startswith("catalog/accounts.toml: account 2 (70001): summary.")
    assert result.stderr.count("\n") == 1


def test_bad_toml_is_one_line(copy: Path) -> None:
    spoil(copy, "capture.toml", "[[capture]]", "[[capture")
    result = run(copy)
    assert result.returncode == 2
    assert result.stderr.startswith("catalog/capture.toml: Expected ']]' ")
    assert result.stderr.count("\n") == 1


def test_a_missing_file_is_one_line(copy: Path) -> None:
    (copy / "catalog" / "details.toml").unlink()
    result = run(copy)
    assert result.returncode == 2
    assert result.stderr == "catalog/details.toml: No such file or directory\n"


def test_every_definition_of_the_schema_is_strict() -> None:
    import json

    schema = json.loads((CATALOG / "schema.json").read_text(encoding="utf-8"))
    open_ = [
        name
        for name, definition in schema["$defs"].items()
        if definition.get("type") == "object"
        and definition.get("additionalProperties") is not False
    ]
    assert open_ == []


def test_the_hook_runs_where_something_is_stale() -> None:
    """The pattern of the project's own hook fits every file that can make a generated one stale."""
    config = YAML(typ="safe").load((CATALOG.parent / ".pre-commit-config.yaml").read_text())
    hooks = {hook["id"]: hook for repository in config["repos"] for hook in repository["hooks"]}
    pattern = re.compile(hooks["catalog"]["files"])
    sources = [path for path in CATALOG.rglob("*") if path.suffix in {".toml", ".json", ".py"}]
    watched = [*(path.relative_to(CATALOG.parent).as_posix() for path in sources)]
    watched += [f"flake8_trtc/{name}" for name in GENERATED]
    assert len(watched) > 15
    assert [name for name in watched if not pattern.search(name)] == []
    assert not pattern.search("flake8_trtc/catalog/codes.py")
    tables = re.compile(hooks["tables"]["files"])
    for name in ("README.md", "README.zh-CN.md", "docs/tables.py", "docs/sitegen/tables.py"):
        assert tables.search(name)
    for module in (rules, settings):
        inside = Path(str(module.__file__)).relative_to(PACKAGE).as_posix()
        assert tables.search(f"flake8_trtc/{inside}")
