"""How TypeScript imports the project's own constants: without a suffix of its own (TS5097)."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import outcome

from flake8_trtc import cli
from flake8_trtc.config.options import build

HEAD = "import TRTC from 'trtc-js-sdk';\n"
USE = "export const f = (e) => e.getCode() === 0x4004;\n"
FIXED = "export const f = (e) => e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n"


def fixed(path: Path, text: str, module: str) -> str:
    """The text of a file after its fix, which another changes no more."""
    path.parent.mkdir(parents=True, exist_ok=True)
    options = build({"trtc-js-error-code": f"{module}#ErrorCode"})
    result = outcome(text.encode(), str(path), options)
    assert (result.error, result.refusals) == (None, ())
    new = result.new or b""
    again = outcome(new, str(path), options)
    assert (again.new, again.error, again.refusals) == (None, None, ())
    return new.decode()


@pytest.mark.parametrize(
    ("name", "module", "written"),
    [
        ("page.ts", "./trtc-codes.ts", "./trtc-codes"),
        ("page.tsx", "../lib/trtc-codes.tsx", "../lib/trtc-codes"),
        ("page.mts", "./trtc-codes.mts", "./trtc-codes.mjs"),
        ("page.cts", "./trtc-codes.cts", "./trtc-codes.cjs"),
        ("page.ts", "@/trtc-codes.ts", "@/trtc-codes"),
        ("page.ts", "./trtc-codes.js", "./trtc-codes.js"),
        ("page.ts", "./trtc-codes", "./trtc-codes"),
        ("page.ts", "./trtc-codes.d.ts", "./trtc-codes.d.ts"),
        ("page.ts", "trtc-codes.ts", "trtc-codes.ts"),
        ("page.ts", "#codes.ts", "#codes.ts"),
        ("page.js", "./trtc-codes.ts", "./trtc-codes.ts"),
        ("page.mjs", "./trtc-codes.mts", "./trtc-codes.mts"),
        ("page.jsx", "./trtc-codes.tsx", "./trtc-codes.tsx"),
    ],
)
def test_what_is_written(tmp_path: Path, name: str, module: str, written: str) -> None:
    new = fixed(tmp_path / name, HEAD + USE, module)
    assert new == f"{HEAD}import {{ ErrorCode }} from '{written}';\n{FIXED}"


@pytest.mark.parametrize("lang", ["ts", "tsx", "js"])
@pytest.mark.parametrize("suffix", [".vue", ".svelte"])
def test_components(tmp_path: Path, suffix: str, lang: str) -> None:
    head = f"<script lang='{lang}'>\n{HEAD}"
    written = "./trtc-codes.ts" if lang == "js" else "./trtc-codes"
    new = fixed(tmp_path / f"page{suffix}", f"{head}{USE}</script>\n", "./trtc-codes.ts")
    assert new == f"{head}import {{ ErrorCode }} from '{written}';\n{FIXED}</script>\n"


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("import { other } from './other.ts';\n", "./trtc-codes.ts"),
        ("import type { Other } from '@/other.tsx';\n", "./trtc-codes.ts"),
        ("export * from '../other.mts';\n", "./trtc-codes.ts"),
        ("import { other } from './other';\n", "./trtc-codes"),
        ("import type { Other } from './other.d.ts';\n", "./trtc-codes"),
        ("import { other } from 'other.ts';\n", "./trtc-codes"),
        ("import { other } from './other.mjs';\n", "./trtc-codes"),
        ("export const other = './other.ts';\n", "./trtc-codes"),
    ],
)
def test_a_script_that_writes_suffixes(tmp_path: Path, line: str, written: str) -> None:
    added = f"import {{ ErrorCode }} from '{written}';\n"
    new = fixed(tmp_path / "page.ts", HEAD + line + USE, "./trtc-codes.ts")
    begin = HEAD + line + added if line.startswith("import") else HEAD + added + line
    assert new == begin + FIXED


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        ('{ "compilerOptions": { "allowImportingTsExtensions": true } }', True),
        ('{\n  // "strict": true,\n  "rewriteRelativeImportExtensions": true\n}\n', True),
        ('{ "compilerOptions": { "allowImportingTsExtensions": false } }', False),
        ('{\n  // "allowImportingTsExtensions": true,\n}\n', False),
        ('{ /* "allowImportingTsExtensions": true */ }', False),
        ('{ "compilerOptions": { "strict": true } }', False),
        ("", False),
    ],
)
def test_a_project_that_writes_suffixes(tmp_path: Path, settings: str, kept: bool) -> None:
    (tmp_path / "tsconfig.json").write_text(settings, encoding="utf-8")
    new = fixed(tmp_path / "src" / "page.ts", HEAD + USE, "./trtc-codes.ts")
    written = "./trtc-codes.ts" if kept else "./trtc-codes"
    assert new == f"{HEAD}import {{ ErrorCode }} from '{written}';\n{FIXED}"
    (tmp_path / "src" / "package.json").write_text("{}", encoding="utf-8")
    new = fixed(tmp_path / "src" / "page.ts", HEAD + USE, "./trtc-codes.ts")
    assert new == f"{HEAD}import {{ ErrorCode }} from './trtc-codes';\n{FIXED}"


@pytest.mark.parametrize("there", ["./trtc-codes", "./trtc-codes.ts"])
def test_an_import_that_is_there(tmp_path: Path, there: str) -> None:
    """By either name it is the module of the configuration."""
    line = f"import {{ ErrorCode }} from '{there}';\n"
    assert fixed(tmp_path / "page.ts", line + USE, "./trtc-codes.ts") == line + FIXED
    other = f"import {{ other }} from '{there}';\n"
    into = f"import {{ other, ErrorCode }} from '{there}';\n"
    assert fixed(tmp_path / "page.ts", HEAD + other + USE, "./trtc-codes.ts") == HEAD + into + FIXED
    (tmp_path / "tsconfig.json").write_text('{"allowImportingTsExtensions": true}', "utf-8")
    assert fixed(tmp_path / "page.ts", HEAD + other + USE, "./trtc-codes.ts") == HEAD + into + FIXED


def test_the_module_is_written_and_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("web").mkdir()
    for name in ("web/page.ts", "web/page.mts"):
        Path(name).write_text(HEAD + USE, encoding="utf-8")
    Path("web/call.vue").write_text(f'<script lang="ts">\n{HEAD}{USE}</script>\n', encoding="utf-8")
    options = ("--isolated", "-j1", "--trtc-js-error-code", "./trtc-codes.ts#ErrorCode")
    assert cli.main(["fix", "--write-constants", *options, "."]) == 0
    assert sorted(capfd.readouterr().err.splitlines()[:-1]) == [
        "fixed ./web/call.vue (1 finding)",
        "fixed ./web/page.mts (1 finding)",
        "fixed ./web/page.ts (1 finding)",
        "wrote trtc-codes.ts",
    ]
    line = "import { ErrorCode } from '../trtc-codes';\n"
    assert Path("web/page.ts").read_text(encoding="utf-8") == HEAD + line + FIXED
    assert line in Path("web/call.vue").read_text(encoding="utf-8")
    assert cli.main(["check", *options, "."]) == 0
    assert capfd.readouterr().out == ""
    assert cli.main(["fix", "--write-constants", *options, "."]) == 0
    assert sorted(path.name for path in Path().rglob("*.*ts")) == [
        "page.mts",
        "page.ts",
        "trtc-codes.ts",
    ]


def test_typescript_and_javascript_have_a_module_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.ts", "b.js"):
        Path(name).write_text(HEAD + USE, encoding="utf-8")
    for option, modules in (("./codes.ts", ["codes.ts"]), ("./codes.js", ["codes.js", "codes.ts"])):
        chosen = ("--isolated", "-j1", "--trtc-js-error-code", f"{option}#ErrorCode")
        assert cli.main(["fix", "--check", "--write-constants", *chosen, "."]) == 1
        assert sorted(capfd.readouterr().err.splitlines()[:-1]) == [
            "would fix ./a.ts (1 finding)",
            "would fix ./b.js (1 finding)",
            *(f"would write {module}" for module in modules),
        ]
