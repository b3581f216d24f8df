"""What the fix writes looks like the file: widths, indentation, semicolons, as Prettier has them."""

from __future__ import annotations

import json
import re
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
        ("const a = 1;\nconst b = f()\n", "0x4004 })\n"),
        ("const a = 1;\nconst b = f();\n", "0x4004 });\n"),
    ],
)
def test_what_the_file_is_like(script: str, expected: str) -> None:
    text = f"{script}log(lastTrtcError.getCode() === 0x4004)\n"
    assert expected in (outcome(text.encode(), "/somewhere/a.js").new or b"").decode()


USE = "exports.f = (e) => e.getCode() === 0x4043"
SEMICOLONS = {
    "in a comment": ("const a = f(TRTC)\n// const b = 1;\n/* c;\nd; */\n", False),
    "in a comment behind": ("const a = f(TRTC) // const b = 1;\nlog(a) /* b; */\n", False),
    "in a string": ("const a = f(TRTC, 'a;')\nconst b = `\na;\nb;\nc;\n`\n", False),
    "stray": ("const a = f(TRTC)\nlog(a);\nlog(a)\nlog(a)\n", False),
    "missing": ("const a = f(TRTC);\nlog(a)\nlog(a);\nlog(a);\n", True),
    "of loops": ("for (let i = 0; i < TRTC; i++) {\n  for (a = 0; a < 1; ) log(i)\n}\n", False),
    "before what would join": ("const a = f(TRTC)\n;[a].map(f)\n;(f)(a)\n", False),
    "left out in a block of a line": (
        "const a = () => { f(TRTC) };\nconst b = () => { f() };\n",
        True,
    ),
    "none after functions": ("function f() {\n}\nclass A {\n}\nif (TRTC) {\n}\nf();\n", True),
    "as many": ("f(TRTC);\n", True),
}


@pytest.mark.parametrize("kind", SEMICOLONS)
def test_most_statements_say_whether_one_ends_with_a_semicolon(kind: str) -> None:
    text, ended = SEMICOLONS[kind]
    new = outcome(f"{text}{USE}\n".encode(), "/somewhere/a.cjs").new
    declaration = f"const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 }}){';' * ended}\n"
    used = USE.replace("0x4043", "ErrorCode.PLAY_NOT_ALLOWED")
    assert (new or b"").decode() == f"{declaration}{text}{used}\n"


@pytest.mark.parametrize(
    ("other", "end"),
    [
        ("<script>\nconst a = 1\n</script>\n", ""),
        ("<script>\nconst a = 1;\n</script>\n", ";"),
        ("<style>\na { b: c; }\n</style>\n", ";"),
        ("<!-- a; -->\n", ";"),
    ],
)
def test_where_a_script_tells_nothing_the_rest_of_the_file_does(other: str, end: str) -> None:
    script = "<script setup>\n{}function f(trtcError) {{\n  if (trtcError.getCode() === {}) {{ g() }}\n}}\n</script>\n"
    declaration = f"const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 }}){end}\n"
    new = outcome((other + script.format("", "0x4043")).encode(), "/somewhere/a.vue").new
    expected = other + script.format(declaration, "ErrorCode.PLAY_NOT_ALLOWED")
    assert (new or b"").decode() == expected


MIXED = """\
class Client {
\tconstructor() {
\t\tthis.client = TRTC.createClient({ mode: 'rtc' });
\t}
  publish(e) {
‹    const ErrorCode = Object.freeze({
      JOIN_ROOM_FAILED: 0x4004,
      PLAY_NOT_ALLOWED: 0x4043,
    });
›    return e.getCode() === [0x4004] || e.getCode() === [0x4043];
  }
  join(e) {
‹\t\tconst ErrorCode = Object.freeze({
\t\t\tJOIN_ROOM_FAILED: 0x4004,
\t\t\tPLAY_NOT_ALLOWED: 0x4043,
\t\t});
›\t\treturn e.getCode() === [0x4004] || e.getCode() === [0x4043];
  }
  leave(e) {
\t  ‹const ErrorCode = Object.freeze({
\t    JOIN_ROOM_FAILED: 0x4004,
\t    PLAY_NOT_ALLOWED: 0x4043,
\t  });
\t  ›return e.getCode() === [0x4004] || e.getCode() === [0x4043];
  }
}
"""
ALIGNED = """\
import TRTC from 'trtc-js-sdk';

‹const ErrorCode = Object.freeze({
    JOIN_ROOM_FAILED: 0x4004,
    PLAY_NOT_ALLOWED: 0x4043
});

›const client = TRTC.createClient({ mode: 'rtc' },
                                 { other: 1 });
/*
 * Joins: {
      as it may.
 */
export function join() {
    switch (client.state) {
    case 1:
        client.join({ a: {
                          b: 1
                      } }).catch((e) => { // and so on
            log(e.getCode() === [0x4004] || e.getCode() === [0x4043]);
        });
    }
}
"""


@pytest.mark.parametrize("text", [MIXED, ALIGNED], ids=["mixed", "aligned"])
def test_indentation_where_lines_differ(text: str) -> None:
    """What is written is as its neighbours are, and else as most blocks are."""
    new = text.replace("‹", "").replace("›", "")
    new = new.replace("[0x4004]", "ErrorCode.JOIN_ROOM_FAILED")
    new = new.replace("[0x4043]", "ErrorCode.PLAY_NOT_ALLOWED")
    old = re.sub("‹[^›]*›", "", text).replace("[0x", "0x").replace("]", "")
    assert (outcome(old.encode(), "/somewhere/a.js").new or b"").decode() == new


BLOCK = "if (lastTrtcError.getCode() === {}) {{\n   a(\n         b);\n\tif (c) {{\n\t\td();\n\t}}\n   e();\n}}\n"


@pytest.mark.parametrize(
    ("configuration", "step"),
    [
        ({}, "   "),
        ({".prettierrc": '{"tabWidth": 8}'}, " " * 8),
        ({".prettierrc": '{"semi": true}'}, "   "),
        ({".prettierrc": '{"useTabs": true}'}, "\t"),
        ({".editorconfig": "[*]\nindent_style = space\nindent_size = 5\n"}, " " * 5),
        ({".editorconfig": "[*]\nindent_style = tab\n"}, "\t"),
    ],
)
def test_a_line_gets_no_blanks_beside_tabs(
    tmp_path: Path, configuration: dict[str, str], step: str
) -> None:
    for path, text in {".git/HEAD": "", **configuration}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    new = (outcome(BLOCK.format("0x4004").encode(), str(tmp_path / "a.js")).new or b"").decode()
    blanks = step if step.isspace() and "\t" not in step else "   "
    assert new == (
        f"{{\n{step}const ErrorCode = Object.freeze({{ JOIN_ROOM_FAILED: 0x4004 }});\n"
        f"{step}if (lastTrtcError.getCode() === ErrorCode.JOIN_ROOM_FAILED) {{\n"
        f"{blanks}   a(\n{blanks}         b);\n\t\tif (c) {{\n\t\t\td();\n\t\t}}\n"
        f"{blanks}   e();\n{step}}}\n}}\n"
    )


DECLARATION = "const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n"
TOPS = {
    "blank lines": ("", "", "let client = f(TRTC);\n\n", "\n"),
    "none": ("", "", "let client = f(TRTC);\n", ""),
    "one behind a comment": ("", "", "// all\n\nlet client = f(TRTC);\n", ""),
    "a blank line in a function": ("", "", "function f() {\n  TRTC;\n\n  g();\n}\n", ""),
    "a directive": ("'use strict';\n", "\n", "let client = f(TRTC);\n\n", "\n"),
    "a directive, no blank lines": ("'use strict';\n", "", "let client = f(TRTC);\n", ""),
    "a directive and a blank line": ("'use strict';\n", "\n", "\nlet client = f(TRTC);\n\n", ""),
    "a header": ("/* global TRTC */\n", "\n", "let client = f(TRTC);\n\n", "\n"),
    "a comment of what follows": ("", "", "// The client.\nlet client = f(TRTC);\n\n", "\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("kind", TOPS)
def test_blank_lines_around_where_the_script_has_them(kind: str, newline: str) -> None:
    head, above, rest, below = TOPS[kind]
    old = f"{head}{rest}{USE};\n"
    use = USE.replace("0x4043", "ErrorCode.PLAY_NOT_ALLOWED")
    new = f"{head}{above}{DECLARATION}{below}{rest}{use};\n"
    old, new = old.replace("\n", newline), new.replace("\n", newline)
    assert (outcome(old.encode(), "/somewhere/a.cjs").new or b"").decode() == new


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_blank_line_below_in_a_component(gap: str) -> None:
    rest = (
        f"let client = null\n{gap}export default {{\n  methods: {{\n    lost (trtcError) {{\n"
        "      return trtcError.getCode() === ‹›\n    }\n  }\n}\n</script>\n"
    )
    old = f"<script>\n{rest.replace('‹›', '0x4043')}"
    rest = rest.replace("‹›", "ErrorCode.PLAY_NOT_ALLOWED")
    new = f"<script>\n{DECLARATION.replace(';', '')}{gap}{rest}"
    assert (outcome(old.encode(), "/somewhere/a.vue").new or b"").decode() == new


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


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("trtc.ts", "<T>f(e.getCode() === 16388)"),
        ("trtc.tsx", "<T>{e.getCode() === 16388}</T>"),
    ],
)
def test_what_begins_with_an_angle_does_not_go_on_with_a_declaration(path: str, last: str) -> None:
    """A type assertion, or an element: behind a value it would be compared."""
    text = f"{last}\nexport const a = 1\n"
    new = outcome(text.encode(), f"/somewhere/{path}").new
    assert (new or b"").decode() == (
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n"
        + text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED")
    )


@pytest.mark.parametrize(
    ("seen", "comma"),
    [
        ("const a = {\n  b: 1\n};\n", ""),
        ("const a = [\n  1 // one\n];\n", ""),
        ("const a = {\n  b: 1,\n};\n", ","),
        ("const a = {\n  b: [\n    1,\n  ],\n};\nconst c = {\n  d: 1\n};\n", ","),
        ("const a = { b: 1 };\nfunction f() {\n  g();\n}\n", ","),
    ],
)
def test_most_lists_say_whether_one_ends_with_a_comma(seen: str, comma: str) -> None:
    new = outcome(f"{seen}{TWO}".encode(), "/somewhere/a.js").new
    declaration = LINES.replace("0x4043,", f"0x4043{comma}") + "\n" * ("\n\n" in seen)
    fixed = TWO.replace("0x4004", "ErrorCode.JOIN_ROOM_FAILED")
    fixed = fixed.replace("0x4043", "ErrorCode.PLAY_NOT_ALLOWED")
    assert (new or b"").decode() == f"{declaration}{seen}{fixed}"


@pytest.mark.parametrize(
    ("use", "frozen"),
    [
        ("let code = {};\ncode = 5;\n", False),
        ("export const f = (e) => [{}].includes(e.getCode());\n", False),
        ("export const f = (e) => e.getCode() === {};\n", True),
    ],
)
def test_what_tsc_checks_is_as_wide_as_the_number_was(use: str, frozen: bool) -> None:
    """In a script with `// @ts-check`: the members of a frozen object have types of their own."""
    before, after = ("Object.freeze({", "})") if frozen else ("{", "}")
    declared = f"const ErrorCode = {before} JOIN_ROOM_FAILED: 0x4004 {after};\n"
    head = "// @ts-check\nimport TRTC from 'trtc-js-sdk';\n"
    new = outcome((head + use.format("16388")).encode(), "/somewhere/a.js").new
    fixed = use.format("ErrorCode.JOIN_ROOM_FAILED")
    assert (new or b"").decode() == f"{head}\n{declared}\n{fixed}"
