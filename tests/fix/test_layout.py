"""What the fix writes looks like the file: widths, indentation, semicolons, as Prettier has them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from fixing import outcome
from runjs import NODE, needs_node

from flake8_trtc.config.options import build
from flake8_trtc.fix.layout import python_width

TWO = "export const f = (e) => e.getCode() === 0x4004;\nexport const g = (e) => e.getCode() === 0x4043;\n"
ONE_LINE = (
    "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004, PLAY_NOT_ALLOWED: 0x4043 });\n"
)
LINES = "const ErrorCode = Object.freeze({\n  JOIN_ROOM_FAILED: 0x4004,\n  PLAY_NOT_ALLOWED: 0x4043,\n});\n"


def declared(directory: Path, files: dict[str, str], name: str = "src/a.js") -> str:
    """What is declared in a file of a project, with the blank line after it."""
    for path, text in files.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text, encoding="utf-8")
    head = "import TRTC from 'trtc-js-sdk';\n\n"
    result = outcome((head + TWO).encode(), str(directory / name))
    assert result.error is None
    new = (result.new or b"").decode()
    assert new.startswith(head)
    text, blank, rest = new.removeprefix(head).partition("\n\n")
    assert (blank, rest.count("=> e.getCode() === ErrorCode.")) == ("\n\n", 2)
    return f"{text}\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, LINES),
        ({".prettierrc": '{"printWidth": 100}'}, ONE_LINE),
        ({".prettierrc": "printWidth: 100\n"}, ONE_LINE),
        ({".prettierrc.yaml": "# wide\nprintWidth: 100\n"}, ONE_LINE),
        ({".prettierrc.toml": "printWidth = 100\n"}, ONE_LINE),
        ({".prettierrc.json5": "{printWidth: 100,}\n"}, ONE_LINE),
        ({"prettier.config.mjs": "export default { printWidth: 100 };\n"}, ONE_LINE),
        ({"package.json": '{"prettier": {"printWidth": 100}}'}, ONE_LINE),
        ({"package.json": '{"printWidth": 100}'}, LINES),
        ({"src/.prettierrc": "{}", ".prettierrc": '{"printWidth": 100}'}, LINES),
        ({".prettierrc": '{"overrides": [{"files": "*.{js,ts}", "options": {"printWidth": 100}}]}'}, ONE_LINE),
        ({".prettierrc": '{"overrides": [{"files": ["*.ts"], "options": {"printWidth": 100}}]}'}, LINES),
        ({".editorconfig": "root = true\n[*.js]\nmax_line_length = 100\n"}, ONE_LINE),
        ({".editorconfig": "[*.{ts,js}]\nmax_line_length = 100\n"}, ONE_LINE),
        ({".editorconfig": "[*.py]\nmax_line_length = 100\n"}, LINES),
        ({".editorconfig": "[*]\nmax_line_length = 100\n", ".prettierrc": '{"printWidth": 70}'}, LINES),
        ({".editorconfig": "[*]\nindent_style = space\nindent_size = 4\n"}, LINES.replace("  ", "    ")),
        ({".editorconfig": "[*]\nindent_style = tab\n"}, LINES.replace("  ", "\t")),
        ({".prettierrc": '{"useTabs": true}'}, LINES.replace("  ", "\t")),
        ({".prettierrc": '{"tabWidth": 4}'}, LINES.replace("  ", "    ")),
        ({".prettierrc": '{"trailingComma": "none"}'}, LINES.replace("43,", "43")),
        ({".prettierrc": '{"semi": false}'}, LINES.replace("});", "})")),
        (
            {".prettierrc": '{"printWidth": 100, "bracketSpacing": false}'},
            ONE_LINE.replace("{ ", "{").replace(" }", "}"),
        ),
        ({".prettierrc": "[broken"}, LINES),
        ({".prettierrc": '{"printWidth": "wide"}'}, LINES),
    ],
)  # fmt: skip
def test_what_the_project_says(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert declared(tmp_path, {".git/HEAD": "", **files}) == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("if (x) {\n    y();\n}\n", "{\n    const ErrorCode = Object.freeze({"),
        ("if (x) {\n\ty();\n}\n", "{\n\tconst ErrorCode = Object.freeze({"),
        ("const a = 1\nconst b = f()\n", "0x4004 })\n"),
        ("const a = 1\nconst b = f()\n;(function () {})()\n", "0x4004 })\n"),
        ("const a = 1;\nconst b = f()\n", "0x4004 });\n"),
    ],
)
def test_what_the_file_is_like(script: str, expected: str) -> None:
    text = f"{script}log(lastTrtcError.getCode() === 0x4004)\n"
    assert expected in (outcome(text.encode(), "/somewhere/a.js").new or b"").decode()


def test_lines_that_a_string_goes_on_in() -> None:
    text = "if (e.getCode() === 0x4004) {\n  trtc(`\n a`, /* b\n c */ `d ${\n e}`);\n}\n"
    new = (outcome(text.encode(), "/somewhere/a.js").new or b"").decode()
    assert new == (
        "{\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "  if (e.getCode() === ErrorCode.JOIN_ROOM_FAILED) {\n"
        "    trtc(`\n a`, /* b\n c */ `d ${\n e}`);\n  }\n}\n"
    )


def test_lines_of_python(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 100\n", encoding="utf-8")
    assert python_width(str(tmp_path / "a.py")) == 100


CONFIGURATIONS: tuple[dict[str, object], ...] = (
    {},
    {"semi": False, "singleQuote": True},
    {"printWidth": 100, "tabWidth": 4},
    {"useTabs": True},
    {"bracketSpacing": False, "trailingComma": "none"},
)
SCRIPTS = {
    "a.mjs": "import TRTC from 'trtc-js-sdk';\n" + TWO,
    "b.cjs": "const TRTC = require('trtc-js-sdk');\nexports.f = (e) => e.getCode() === 0x4004;\n",
    "c.js": "if (lastTrtcError.getCode() === 0x4043) {\n  log(`a\n b`);\n} else {\n  log();\n}\n",
    "d.js": "const f = function (e) {\n  return e.getCode() === 0x4004;\n};\nf(TRTC);\n",
    "e.ts": "import TRTC from 'trtc-js-sdk';\nlet errorCode = 0x4004;\nlog(errorCode);\n",
    "f.html": "<script>\n  lastTrtcError.getCode() === 0x4004 && log();\n</script>\n",
    "g.html": '<script type="module">\n  import TRTC from "trtc-js-sdk";\n  log(e.getCode() === 0x4004);\n  f(e.getCode() === 0x4043);\n</script>\n',
    "h.vue": "<script setup>\nimport TRTC from 'trtc-js-sdk';\nconst f = (e) => e.getCode() === 0x4004;\n</script>\n\n<template>\n  <p>a</p>\n</template>\n",
}


@pytest.mark.network
@needs_node
def test_what_prettier_leaves_alone_stays_so(tmp_path: Path) -> None:
    install = ["npm", "install", "--no-audit", "--no-fund", "--silent", "prettier@3"]
    try:
        subprocess.run(install, cwd=tmp_path, check=True, timeout=120, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("npm brings no prettier")
    prettier = [str(NODE), str(tmp_path / "node_modules" / "prettier" / "bin" / "prettier.cjs")]
    for number, configuration in enumerate(CONFIGURATIONS):
        directory = tmp_path / f"project{number}"
        directory.mkdir()
        (directory / ".prettierrc").write_text(json.dumps(configuration), encoding="utf-8")
        for name, text in SCRIPTS.items():
            (directory / name).write_text(text, encoding="utf-8")
    every = [str(path) for path in sorted(tmp_path.glob("project*/[a-h].*"))]
    assert len(every) == len(CONFIGURATIONS) * len(SCRIPTS)
    subprocess.run([*prettier, "--write", *every], check=True, capture_output=True)
    for path in every:
        result = outcome(Path(path).read_bytes(), path)
        assert (result.error, result.refusals) == (None, ())
        Path(path).write_bytes(result.new or b"")
    done = subprocess.run([*prettier, "--list-different", *every], capture_output=True, text=True)
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("first", "end"),
    [
        ("(async () => {", ";"),
        ("[e].forEach((e) => {", ";"),
        ("/* all */ // of them\n  [e].forEach((e) => {", ";"),
        (";[e].forEach((e) => {", ""),
        ("all.forEach((e) => {", ""),
    ],
)
@pytest.mark.parametrize("last", ["module.exports = run", "export {}"])
def test_an_import_is_not_joined_by_what_follows(first: str, end: str, last: str) -> None:
    """In a file without semicolons the import has one where the next line would go on with it."""
    options = build({"trtc-js-error-code": "codes#Codes"})
    text = f"{first}\n  const a = 1\n  const b = 2\n  if (e.getCode() === 0x4004) run(a, b)\n}})\n{last}\n"
    added = (
        "import { Codes } from 'codes'"
        if "export {" in last
        else "const { Codes } = require('codes')"
    )
    assert outcome(text.encode(), "/somewhere/trtc.js", options).new == (
        f"{added}{end}\n{text}".replace("0x4004", "Codes.JOIN_ROOM_FAILED").encode()
    )
