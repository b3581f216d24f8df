"""The JSON Schema of `[tool.flake8-trtc]` takes what the program takes, and refuses what it refuses."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
import schema

from flake8_trtc.config.files import load
from flake8_trtc.config.options import OptionsError

GOOD = (
    "",
    'sdk-version = "4.15.22"',
    'trtc-sdk-version = "auto"',
    'trtc_language = "zh"',
    'language = "en"',
    'error-code = "myapp.trtc:ErrorCode"',
    'js-error-code = "./trtc-codes.js#ErrorCode"',
    'allow = ["0x4004", 16451, "PLAY_NOT_ALLOWED"]',
    'assume = ["web/*.js"]',
    'select = "TRT001,TRT2"',
    'select = ["TRT"]\nextend-select = ["TRT4"]\nenable-extensions = "TRT9"',
    'ignore = ["TRT203"]\nextend_ignore = "TRT1"\nexclude = ["dist"]\nextend-exclude = "a,b"',
    'per-file-ignores = "a.py:TRT001"',
    "disable-noqa = true",
    '[tool.flake8-trtc.per-file-ignores]\n"tests/*" = ["TRT001"]\n"a.py" = "TRT2"',
)
BAD = (
    "sdk-version = 4.15",
    'sdk-version = "latest"',
    'language = "fr"',
    'langage = "zh"',
    "select = 1",
    "select = [1]",
    'error-code = "myapp"',
    "exclude = true",
    'disable-noqa = "maybe"',
    "allow = [1.5]",
    "per-file-ignores = 7",
)


def table(text: str) -> object:
    return tomllib.loads(text)["tool"]["flake8-trtc"]


def test_it_is_fresh() -> None:
    """If not, run python docs/schema.py."""
    text = schema.PATH.read_text(encoding="utf-8")
    assert text == schema.written()
    jsonschema.Draft7Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("lines", GOOD)
def test_good(lines: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"[tool.flake8-trtc]\n{lines}\n"
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    load({})
    jsonschema.validate(table(text), schema.schema(), jsonschema.Draft7Validator)


@pytest.mark.parametrize("lines", BAD)
def test_bad(lines: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"[tool.flake8-trtc]\n{lines}\n"
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(OptionsError):
        load({})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table(text), schema.schema(), jsonschema.Draft7Validator)
