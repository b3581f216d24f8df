"""The catalog as a module of the user's own: to the byte, and run in each language."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from runjs import NODE, needs_node

from flake8_trtc import ErrorCode
from flake8_trtc.catalog import liteav_codes, v5_codes
from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.catalog.constants.forms import LANGS, SDKS, Form, form_of, render
from flake8_trtc.cli import main
from flake8_trtc.config.options import JsConstants, Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source
from flake8_trtc.workspace.files import read

DATA = Path(__file__).parent / "data" / "constants"
VALUES = {constant.name: constant.value for constant in CONSTANTS.values()}
OTHERS = {
    "v5": {code.name: code.value for code in v5_codes.CODES.values()},
    "v5-extra": {code.name: code.value for code in v5_codes.EXTRA_CODES.values()},
    "liteav": {code.name: code.value for code in liteav_codes.CODES.values()},
}
"""The same of each SDK beside v4."""
NAMES = {"dts": "codes.d.mts", "global": "codes.d.ts"}
FORMS = {lang: Form(lang) for lang in LANGS} | {"global": Form("dts", ambient=True)}
CASES = {
    f"{language}/{NAMES.get(kind, f'codes.{kind}')}": form._replace(language=language)
    for language in ("en", "zh")
    for kind, form in FORMS.items()
}
CASES |= {
    f"{language}/{sdk}/{NAMES.get(kind, f'codes.{kind}')}": form._replace(
        language=language, name=SDKS[sdk], sdk=sdk
    )
    for language in ("en", "zh")
    for sdk in OTHERS
    for kind, form in FORMS.items()
}


def goldens() -> dict[Path, bytes]:
    """What each file under data/constants is to hold."""
    return {DATA / name: render(form).encode() for name, form in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str) -> None:
    text = render(CASES[name])
    assert (DATA / name).read_bytes() == text.encode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    assert all(member in text for member in OTHERS.get(CASES[name].sdk, VALUES))
    assert form_of(text) == (None if name.endswith(".json") else CASES[name])


def test_no_golden_is_left_over() -> None:
    assert {path for path in DATA.rglob("*") if path.is_file()} == set(goldens())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_python(language: str, tmp_path: Path) -> None:
    (tmp_path / "codes.py").write_bytes((DATA / language / "codes.py").read_bytes())
    script = (
        "import sys; sys.path.insert(0, '.'); import json; from codes import ErrorCode as E; "
        "print(json.dumps({item.name: item for item in E}), 'flake8_trtc' in sys.modules, E(16388))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    values, loaded, one = done.stdout.strip().rsplit(maxsplit=2)
    assert json.loads(values) == VALUES
    assert list(json.loads(values)) == [item.name for item in ErrorCode]
    assert (loaded, one) == ("False", "16388")


@pytest.mark.parametrize("sdk", OTHERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_python_of_other_sdks(language: str, sdk: str) -> None:
    module: dict[str, Any] = {}
    exec((DATA / language / sdk / "codes.py").read_text(encoding="utf-8"), module)
    codes = module[SDKS[sdk]]
    assert {code.name: int(code) for code in codes} == OTHERS[sdk]
    assert len(codes.__members__) == len(OTHERS[sdk])


@needs_node
@pytest.mark.parametrize("sdk", OTHERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_javascript_of_other_sdks(language: str, sdk: str) -> None:
    assert NODE is not None
    name, here = SDKS[sdk], DATA / language / sdk
    script = (
        "require(process.argv[1]); const own = require(process.argv[2]); (async () => { "
        "const other = await import(process.argv[3]); const name = process.argv[4]; "
        "console.log(JSON.stringify([globalThis[name], own[name], other[name]])); })();"
    )
    files = (str(here / f"codes.{suffix}") for suffix in ("js", "cjs", "mjs"))
    done = subprocess.run(
        [NODE, "-e", script, *files, name], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [OTHERS[sdk]] * 3


@pytest.mark.parametrize("sdk", OTHERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_json_of_other_sdks(language: str, sdk: str) -> None:
    rows = json.loads((DATA / language / sdk / "codes.json").read_bytes())
    assert {row["name"]: row["value"] for row in rows} == OTHERS[sdk]
    assert all(row["summary"] for row in rows)
    assert {len(row) for row in rows} == {7 if sdk == "v5-extra" else 5}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_stub_declares_what_the_module_defines(language: str) -> None:
    module, stub = (
        ast.parse((DATA / language / name).read_bytes()) for name in ("codes.py", "codes.pyi")
    )
    assert ast.dump(module.body.pop(-1)) == ast.dump(stub.body.pop(-1))
    assert [ast.unparse(node) for node in stub.body] == ["from enum import IntEnum"]


def test_what_is_said_of_a_retired_constant() -> None:
    said = {name: render(CASES[name]) for name in ("en/codes.py", "zh/codes.py", "en/codes.mjs")}
    assert (
        "    # @deprecated no longer thrown since v4.6.5\n    SIGNAL_CHANNEL_ERROR = 0x4002\n"
    ) in said["en/codes.py"]
    assert "    # @deprecated 自 v4.6.5 起不再抛出\n" in said["zh/codes.py"]
    assert (
        "   * @deprecated no longer thrown since v4.6.5\n   */\n  SIGNAL_CHANNEL_ERROR: 0x4002,\n"
    ) in said["en/codes.mjs"]
    retired = [item for item in CONSTANTS.values() if item.deprecated or item.not_thrown_since]
    assert {text.count("@deprecated ") for text in said.values()} == {len(retired)} == {3}


_RUN = """
const vm = require('vm'), fs = require('fs');
const seen = {};
const note = (name, codes) => { seen[name] = { ...codes, frozen: Object.isFrozen(codes) }; };
const classic = fs.readFileSync('codes.js', 'utf8');
for (const [name, before] of Object.entries({
  alone: '', twice: classic, lexical: 'const ErrorCode = 1;', taken: 'var ErrorCode = { A: 1 };',
})) {
  const page = vm.createContext({});
  vm.runInContext(before, page);
  try { vm.runInContext(classic, page); } catch (error) { seen[name] = error.message; continue; }
  note(name, vm.runInContext('globalThis.ErrorCode', page));
}
note('cjs', require('./codes.cjs').ErrorCode);
(async () => {
  note('mjs', (await import('./codes.mjs')).ErrorCode);
  note('cjs by import', (await import('./codes.cjs')).ErrorCode);
  note('default mjs', (await import('./default.mjs')).default);
  note('default cjs', require('./default.cjs').default);
  process.stdout.write(JSON.stringify(seen));
})();
"""


@needs_node
@pytest.mark.parametrize("language", ["en", "zh"])
def test_javascript(language: str, tmp_path: Path) -> None:
    assert NODE is not None
    for suffix in ("js", "mjs", "cjs"):
        (tmp_path / f"codes.{suffix}").write_bytes(
            (DATA / language / f"codes.{suffix}").read_bytes()
        )
    for lang in ("mjs", "cjs"):
        text = render(Form(lang, language, "default"))
        (tmp_path / f"default.{lang}").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [NODE, "-e", _RUN], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    seen = json.loads(done.stdout)
    assert seen.pop("taken") == "ErrorCode already means something else on this page"
    ways = "alone", "twice", "lexical", "cjs", "mjs", "cjs by import", "default mjs", "default cjs"
    assert seen == {way: {**VALUES, "frozen": True} for way in ways}


_USES = """\
import {{ ErrorCode }} from './{module}';
const one: 0x4004 = ErrorCode.JOIN_ROOM_FAILED;
const any: ErrorCode = ErrorCode.UNKNOWN;
export const f = (code: number): boolean => code === ErrorCode.PLAY_NOT_ALLOWED || one > any;
export const all: Record<ErrorCode, string>[] = [];
// @ts-expect-error not a member
ErrorCode.PLAY_FAILED;
// @ts-expect-error not to be changed
ErrorCode.UNKNOWN = 1;
"""
_EACH = """
// @ts-expect-error not a code
export const wrong: ErrorCode = 16384;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const same: Same<{members}, keyof typeof ErrorCode> = true;
"""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_typescript(language: str, typescript: Path) -> None:
    directory = typescript / f"constants-{language}"
    directory.mkdir()
    (directory / "package.json").write_text('{"type": "module"}')
    for name in ("codes.ts", "codes.mjs", "codes.d.mts", "codes.js"):
        target = "trtc.ts" if name == "codes.ts" else name
        (directory / target).write_bytes((DATA / language / name).read_bytes())
    (directory / "page.d.ts").write_bytes((DATA / language / "codes.d.ts").read_bytes())
    (directory / "trtc-default.ts").write_text(render(Form("ts", language, "default")))
    text = _USES + _EACH.format(members=" | ".join(f'"{name}"' for name in VALUES))
    uses = {
        "ts.ts": text.format(module="trtc.js"),
        "mjs.ts": text.format(module="codes.mjs"),
        "global.ts": text.replace("import {{ ErrorCode }} from './{module}';\n", ""),
        "default.ts": text.replace("{{ ErrorCode }}", "ErrorCode").format(module="trtc-default.js"),
    }
    for name, body in uses.items():
        (directory / name).write_text(body, encoding="utf-8")
    (directory / "checked.mjs").write_bytes((DATA / language / "codes.mjs").read_bytes())
    settings = {
        "compilerOptions": {
            "strict": True, "noEmit": True, "target": "es2022", "module": "nodenext",
            "types": [], "allowJs": True, "checkJs": True,
        },
        "files": [*uses, "trtc.ts", "codes.d.mts", "page.d.ts", "checked.mjs"],
    }  # fmt: skip
    (directory / "tsconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [str(typescript / "node_modules" / ".bin" / "tsc"), "-p", "."],
        cwd=directory, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == ""
    assert done.returncode == 0


_TEXT = {"type": "string", "minLength": 1}
_OPTIONAL = {"type": ["string", "null"], "minLength": 1}
_VERSION = {"type": ["string", "null"], "pattern": r"^4\.\d+\.\d+$"}
_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "name": {"enum": list(VALUES)},
            "value": {"enum": list(VALUES.values())},
            "hex": {"pattern": "^0x[0-9a-f]{4}$"},
            "summary": _TEXT,
            "description": _TEXT,
            "advice": _OPTIONAL,
            "since": _VERSION,
            "deprecated": _VERSION,
            "not_thrown_since": _VERSION,
            "replacement": _OPTIONAL,
        },
        "additionalProperties": False,
    },
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_json(language: str) -> None:
    rows = json.loads((DATA / language / "codes.json").read_bytes())
    schema = {**_SCHEMA, "items": {**_SCHEMA["items"], "required": list(rows[0])}}  # type: ignore[dict-item]
    jsonschema.Draft202012Validator(schema).validate(rows)
    assert len(rows[0]) == 10
    assert {row["name"]: row["value"] for row in rows} == VALUES
    assert all(int(row["hex"], 16) == row["value"] for row in rows)


@pytest.mark.parametrize("name", [name for name in CASES if not name.endswith(".json")])
@pytest.mark.parametrize("called", ["ErrorCode", "TRTC_CODES", "default"])
def test_nothing_is_found_in_a_copy(name: str, called: str) -> None:
    form = CASES[name]._replace(name=called)
    if called == "default" and form.lang == "js":
        return  # no global can be called so
    path = f"/somewhere/trtc/{Path(name).name}"
    source = Source.from_bytes(path, render(form).encode())
    js = JsConstants(called, None if form.lang == "js" else "./codes.js")
    chosen = [Options(), Options(error_code=("trtc.codes", called), js_error_code=js)]
    for options in chosen:
        options = options._replace(extend_select=("TRT9",))
        assert scan(source, options) == []
        assert fix_source(source, options).new is None


def test_a_home_made_copy_is_still_found() -> None:
    text = "\n".join(render(Form("py")).splitlines()[2:]) + "\n"
    source = Source.from_bytes("/somewhere/trtc/codes.py", text.encode())
    assert [item.code for item in scan(source, Options())] == ["TRT901"] * 29


# The command.


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["constants", *arguments])
    return (code, *capfd.readouterr())


@pytest.mark.parametrize("name", CASES)
def test_command(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    form = CASES[name]
    expected = (DATA / name).read_text(encoding="utf-8")
    assert run(capfd, *form.arguments) == (0, expected, "")
    file = Path(name).name
    assert run(capfd, *form.arguments, "-o", file) == (0, "", "")
    assert Path(file).read_text(encoding="utf-8") == expected
    assert run(capfd, "--check", file) == (0, "", "")


def test_the_suffix_says_the_language(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("a.py", "a.pyi", "a.js", "a.mjs", "a.cjs", "a.ts", "a.d.ts", "a.json", "A.D.MTS"):
        assert run(capfd, "-o", name) == (0, "", "")
        lang = {".ts": "ts"}.get(Path(name).suffix, Path(name).suffix[1:])
        lang = "dts" if ".d." in name.lower() else lang
        assert Path(name).read_text(encoding="utf-8") == render(Form(lang))
    assert run(capfd, "--lang", "mjs", "-o", "b.js") == (0, "", "")
    assert run(capfd, "--check", "b.js", "a.py", "A.D.MTS") == (0, "", "")
    assert form_of(Path("b.js").read_text(encoding="utf-8")) == Form("mjs")


def test_stale(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "--lang", "mjs", "--language", "zh", "--name", "Codes", "-o", "my codes.js")
    run(capfd, "-o", "a.json")
    run(capfd, "-o", "b.json", "--language", "zh")
    copy = Path("my codes.js")
    fresh = copy.read_bytes()
    newer = fresh.replace(b"flake8-trtc 0.1.0", b"flake8-trtc 12.0.0rc1").replace(b"\n", b"\r\n")
    newer = newer.replace(b"// flake8-trtc con", b"// python -m flake8_trtc con")  # as 0.1.0 said
    assert newer.count(b"python") == 1
    copy.write_bytes(b"\xef\xbb\xbf" + newer)
    assert newer != fresh
    assert run(capfd, "--check", "my codes.js", "a.json", "b.json") == (0, "", "")
    copy.write_bytes(fresh.replace(b"0x1000", b"0x1001"))
    Path("a.json").write_text("[]")
    renew = "flake8-trtc constants --lang"
    assert run(capfd, "--check", "b.json", "my codes.js", "a.json") == (
        1,
        "",
        f"my codes.js: stale; renew it with: {renew} mjs --language zh --name Codes "
        "-o 'my codes.js'\n"
        f"a.json: stale; renew it with: {renew} json -o a.json\n",
    )
    run(capfd, "--lang", "mjs", "--language", "zh", "--name", "Codes", "-o", "my codes.js")
    assert copy.read_bytes() == fresh


def test_a_copy_of_records_says_not_whose_they_are(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "-o", "a.json", "--sdk", "v5", "--language", "zh")
    run(capfd, "-o", "b.mjs", "--sdk", "v5-extra")
    assert run(capfd, "--check", "a.json", "b.mjs") == (0, "", "")
    code, _, said = run(capfd, "--check", "a.json", "--sdk", "liteav")
    assert (code, said) == (
        1,
        "a.json: stale; renew it with: flake8-trtc constants --lang json --sdk liteav -o a.json\n",
    )
    Path("b.mjs").write_bytes(Path("b.mjs").read_bytes().replace(b"5501", b"5502"))
    assert run(capfd, "--check", "b.mjs")[2] == (
        "b.mjs: stale; renew it with: flake8-trtc constants --lang mjs --sdk v5-extra -o b.mjs\n"
    )
    assert run(capfd, "-o", "a.json", "--sdk", "liteav") == (0, "", "")


@pytest.mark.parametrize("lang", ["mjs", "cjs", "ts", "dts"])
def test_a_module_with_a_default(lang: str, capfd: pytest.CaptureFixture[str]) -> None:
    expected = render(Form(lang, name="default"))
    assert run(capfd, "--lang", lang, "--name", "default") == (0, expected, "")


def test_a_fresh_copy_is_left_alone(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(render(Form("py")).replace("0.1.0", "0.0.9").encode())
    before = read("a.py").stamp
    assert run(capfd, "-o", "a.py") == (0, "", "")
    assert read("a.py").stamp == before


def test_other_files_are_never_overwritten(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("a.py", "b.json"):
        Path(name).write_bytes(b'{"a": 1}\n')
        said = f"{name}: not written by this command; move it away first\n"
        assert run(capfd, "-o", name) == (3, "", said)
        assert Path(name).read_bytes() == b'{"a": 1}\n'
    Path("c.py").touch()
    assert run(capfd, "-o", "c.py") == (0, "", "")


SUFFIXES = ".py, .pyi, .js, .mjs, .cjs, .ts, .d.ts, .json"
WRONG = {
    (): "--lang or -o is missing",
    ("-o", "a.txt"): f"a.txt: no language has this suffix; choose from {SUFFIXES}",
    ("--lang", "py", "-o", "a"): f"a: no language has this suffix; choose from {SUFFIXES}",
    ("--lang", "py", "-o", "a.js"): "a.js: --lang py does not go into a file with this suffix",
    ("--check", "a.py", "-o", "b.py"): "--check writes nothing: not with -o",
    ("--lang", "js", "--global"): "--global is for --lang dts",
    ("--lang", "py", "--name", "class"): "--name 'class' is not a name in Python",
    ("--lang", "py", "--name", "a$"): "--name 'a$' is not a name in Python",
    ("--lang", "js", "--name", "default"): "--name 'default' is not a name in JavaScript",
    ("--lang", "mjs", "--name", "a.b"): "--name 'a.b' is not a name in JavaScript",
    ("--lang", "ts", "--name", "class"): "--name 'class' is not a name in JavaScript",
    ("--lang", "dts", "--global", "--name", "default"): (
        "--name 'default' is not a name in JavaScript"
    ),
    ("--lang", "json", "--name", "A"): "--name: an array of records has no name",
}


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong(arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    said = f"flake8-trtc constants: error: {WRONG[arguments]}\n"
    assert run(capfd, *arguments) == (2, "", said)
    assert list(Path().iterdir()) == []


def test_files_that_fail(capfd: pytest.CaptureFixture[str]) -> None:
    said = "none/a.py: no such file or directory\n"
    assert run(capfd, "-o", "none/a.py") == (3, "", said)
    assert run(capfd, "-o", "b.py") == (0, "", "")
    assert run(capfd, "--check", "none/a.py", "b.py") == (3, "", said)
    Path("dir.py").mkdir()
    assert run(capfd, "-o", "dir.py")[0] == 3
