"""The configured module of the constants: found, named with what writes it, or written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
from runjs import NODE, needs_node

from flake8_trtc import cli
from flake8_trtc.catalog.constants.forms import Form, render
from flake8_trtc.cli.commands import fix as command
from flake8_trtc.cli.commands._fix_path import Job
from flake8_trtc.cli.console import Run
from flake8_trtc.config.options import JsConstants, Options
from flake8_trtc.fix.constants_module import Missing, missing

PYTHON = "TRTC = 1\n\n\ndef f(code):\n    return code == 16388\n"
ESM = "import TRTC from 'trtc-js-sdk';\n\nexport const f = e => e.getCode() === 0x4004;\n"
CJS = "'use strict';\nexports.trtc = 1;\nexports.f = e => e.getCode() === 0x4004;\n"


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def run(
    capfd: pytest.CaptureFixture[str], *arguments: str, isolated: bool = True
) -> tuple[int, list[str]]:
    """The exit code and what is said, without the summary."""
    code = cli.main(["fix", "-j1", *["--isolated"] * isolated, *arguments])
    out, err = capfd.readouterr()
    assert out == ""
    *lines, summary = err.splitlines()
    assert summary.startswith("checked ")
    return code, lines


def said(module: str, arguments: str) -> str:
    command = f"flake8-trtc constants {arguments}"
    return f"note: {module} is missing; write it with --write-constants, or: {command}"


LAYOUTS = {
    "in a package": (["app/__init__.py", "app/a.py"], "app.trtc", "app/trtc.py"),
    "in a package under src": (["src/app/__init__.py", "src/app/a.py"], "app.x", "src/app/x.py"),
    "in a package elsewhere": (["back/app/__init__.py", "back/app/a.py"], "app.x", "back/app/x.py"),
    "in a package without __init__": (["app/a.py"], "app.x", "app/x.py"),
    "in another package": (["a.py", "src/lib/__init__.py"], "lib.x", "src/lib/x.py"),
    "a subpackage": (
        ["app/__init__.py", "app/sub/__init__.py", "app/a.py"],
        "app.sub.x",
        "app/sub/x.py",
    ),
    "a module of its own": (["a.py"], "trtc_codes", "trtc_codes.py"),
    "a module of its own, seen from below": (["sub/a.py"], "trtc_codes", "trtc_codes.py"),
    "a module of its own under src": (["src/a.py"], "trtc_codes", "src/trtc_codes.py"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_python(layout: str, capfd: pytest.CaptureFixture[str]) -> None:
    files, module, path = LAYOUTS[layout]
    write({name: PYTHON if name.endswith("a.py") else "" for name in files})
    (page,) = (name for name in files if name.endswith("a.py"))
    option = ("--trtc-error-code", f"{module}:Codes", page)
    note = said(module, f"--lang py --name Codes -o {path}")
    assert run(capfd, "--check", *option) == (
        1, [f"would fix {page} (1 finding)", note]
    )  # fmt: skip
    assert run(capfd, "--check", "--write-constants", *option) == (
        1, [f"would fix {page} (1 finding)", f"would write {path}"]
    )  # fmt: skip
    assert not Path(path).exists()
    assert run(capfd, *option) == (0, [f"fixed {page} (1 finding)", note])
    assert run(capfd, *option) == (0, [note])
    assert run(capfd, "--check", "--write-constants", *option) == (
        1, [f"would write {path}"]
    )  # fmt: skip
    assert run(capfd, "--write-constants", *option) == (0, [f"wrote {path}"])
    assert Path(path).read_text(encoding="utf-8") == render(Form("py", name="Codes"))
    assert run(capfd, "--write-constants", *option) == (0, [])
    assert run(capfd, *option, path) == (0, [])
    if layout.startswith("in a package under"):
        script = "import sys; sys.path.insert(0, 'src'); from app.a import f; print(f(16388))"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
        assert done.stdout.split() == [b"True"]


def test_what_is_there_is_not_missing() -> None:
    text = b"from app.trtc import ErrorCode\n"
    options = Options(error_code=("app.trtc", "ErrorCode"))
    write({"app/__init__.py": "", "a.py": ""})
    assert missing("a.py", text, options) is not None
    for name in ("app/trtc.py", "app/trtc.pyi", "app/trtc.cpython-311-x86_64-linux-gnu.so"):
        write({name: ""})
        assert missing("a.py", text, options) is None
        Path(name).unlink()
    write({"app/trtc/__init__.py": ""})
    assert missing("a.py", text, options) is None
    for error_code in (("flake8_trtc", "ErrorCode"), ("json", "E"), ("json.codes", "E")):
        written = f"from {error_code[0]} import E\n".encode()
        assert missing("a.py", written, Options(error_code=error_code)) is None
    assert missing("a.py", b"app.trtc\n", options) is None


def test_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    write({"a.py": PYTHON})
    option = ("-j1", "--isolated", "-q", "--write-constants", "--trtc-error-code=codes:ErrorCode")
    assert cli.main(["fix", *option, "a.py"]) == 0
    assert capfd.readouterr() == ("", "")
    assert Path("codes.py").read_text(encoding="utf-8") == render(Form("py"))


def test_a_module_that_python_has_no_place_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that somebody has put together at run time."""
    monkeypatch.setitem(sys.modules, "codes", ModuleType("codes"))
    text = b"from codes import ErrorCode\n"
    found = missing("a.py", text, Options(error_code=("codes", "ErrorCode")))
    assert found == ("codes", "codes.py", Form("py"))


def test_a_package_that_is_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    write({"a.py": PYTHON})
    expected = [
        "fixed a.py (1 finding)",
        "note: nowhere_at_all.trtc is neither in this project nor installed here",
    ]
    option = ("--trtc-error-code", "nowhere_at_all.trtc:ErrorCode", "--write-constants")
    assert run(capfd, *option, "a.py") == (0, expected)
    assert sorted(path.name for path in Path().iterdir()) == ["a.py"]


SCRIPTS = {
    "a.mjs, ./codes.mjs": (ESM, "./codes.mjs#ErrorCode", "codes.mjs", "mjs"),
    "a.js, ./codes.js": (ESM, "./codes.js#ErrorCode", "codes.js", "mjs"),
    "a.js, ./codes.js, required": (CJS, "./codes.js#ErrorCode", "codes.js", "cjs"),
    "a.cjs, ./codes.cjs": (CJS, "./codes.cjs#ErrorCode", "codes.cjs", "cjs"),
    "a.js, no suffix": (ESM, "./codes#ErrorCode", "codes.js", "mjs"),
    "a.js, default": (ESM, "./codes.js#default", "codes.js", "mjs --name default"),
    "a.js, another name": (ESM, "./codes.js#CODES", "codes.js", "mjs --name CODES"),
    "a.ts, ./codes": (ESM, "./codes#ErrorCode", "codes.ts", "ts"),
    "a.ts, ./codes.js": (ESM, "./codes.js#ErrorCode", "codes.ts", "ts"),
    "a.mts, ./codes.mjs": (ESM, "./codes.mjs#ErrorCode", "codes.mts", "ts"),
    "a.tsx, ./codes.ts": (ESM, "./codes.ts#ErrorCode", "codes.ts", "ts"),
    "a.vue, ./codes.js": (f"<script>\n{ESM}</script>\n", "./codes.js#ErrorCode", "codes.js", "mjs"),
    "b.vue, ./codes": (
        f'<script setup lang="ts">\n{ESM.replace("export ", "")}</script>\n',
        "./codes#ErrorCode", "codes.ts", "ts",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SCRIPTS)
def test_script(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    text, option, path, arguments = SCRIPTS[case]
    page = case.partition(",")[0]
    write({page: text})
    chosen = ("--trtc-js-error-code", option, "--trtc-language", "en", page)
    note = said(option.partition("#")[0], f"--lang {arguments} -o {path}")
    assert run(capfd, *chosen) == (
        0, [f"fixed {page} (1 finding)", note]
    )  # fmt: skip
    assert run(capfd, "--write-constants", *chosen) == (0, [f"wrote {path}"])
    lang, _, name = arguments.partition(" --name ")
    assert Path(path).read_text(encoding="utf-8") == render(Form(lang, name=name or "ErrorCode"))
    assert run(capfd, *chosen) == (0, [])
    assert run(capfd, *chosen[:2], "--extend-select", "TRT9", path) == (0, [])


def test_a_relative_module_is_one_for_all_files(capfd: pytest.CaptureFixture[str]) -> None:
    """Relative to the configuration, and written relative to each file."""
    write({
        "pyproject.toml": '[tool.flake8-trtc]\njs-error-code = "./src/codes.js#ErrorCode"\n',
        "src/a.js": ESM, "src/web/b.js": ESM, "c.js": ESM,
    })  # fmt: skip
    lines = [
        *(f"fixed ./{path} (1 finding)" for path in ("c.js", "src/a.js", "src/web/b.js")),
        "wrote src/codes.js",
    ]
    status, said_ = run(capfd, "--write-constants", ".", isolated=False)
    assert (status, sorted(said_)) == (0, sorted(lines))
    for path, module in (("c.js", "./src"), ("src/a.js", "."), ("src/web/b.js", "..")):
        text = Path(path).read_text(encoding="utf-8")
        assert f"\nimport {{ ErrorCode }} from '{module}/codes.js';\n" in text
    assert run(capfd, ".", isolated=False) == (0, [])


@needs_node
@pytest.mark.parametrize("case", ["a.js, ./codes.js, required", "a.mjs, ./codes.mjs"])
def test_what_is_written_runs(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert NODE is not None
    text, option, _, _ = SCRIPTS[case]
    page = case.partition(",")[0]
    write({page: text.replace("import TRTC from 'trtc-js-sdk'", "const TRTC = 1")})
    assert run(capfd, "--write-constants", "--trtc-js-error-code", option, page)[0] == 0
    script = (
        f"import('./{page}').then(({{ f }}) => "
        "console.log([0x4004, 0x4005].map(code => f({ getCode: () => code }))))"
    )
    done = subprocess.run([NODE, "-e", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[ true, false ]\n"


def test_scripts_that_a_bundler_finds() -> None:
    text = b"import { ErrorCode } from '@/codes';\n"
    assert missing("a.js", text, Options(js_error_code=JsConstants("ErrorCode", "@/codes"))) is None
    assert missing("a.js", text, Options(js_error_code=JsConstants("TRTC_CODES"))) is None
    own = Options(js_error_code=JsConstants("ErrorCode", "./codes"))
    text = b"import { ErrorCode } from './codes';\n"
    assert missing("a.js", text, own) is not None
    assert missing("a.html", text, own) is None
    data = Options(js_error_code=JsConstants("ErrorCode", "./codes.json"))
    assert missing("a.js", text.replace(b"codes'", b"codes.json'"), data) is None
    for name in ("codes.ts", "codes.jsx", "codes/index.js"):
        write({name: ""})
        assert missing("a.js", text, own) is None
        Path(name).unlink()


def test_no_file_is_overwritten(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that appears while the files are fixed."""
    write({"a.py": PYTHON, "b.py": PYTHON})
    real = command._supply

    def late(found: Iterable[Missing], job: Job, this: Run) -> int:
        write({"codes.py": "mine"})
        return real(found, job, this)

    monkeypatch.setattr(command, "_supply", late)
    option = ("--write-constants", "--trtc-error-code", "codes:ErrorCode")
    assert run(capfd, *option, "a.py", "b.py") == (
        3,
        [
            "fixed a.py (1 finding)",
            "fixed b.py (1 finding)",
            "codes.py: file exists",
        ],
    )
    assert Path("codes.py").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in Path().iterdir()) == ["a.py", "b.py", "codes.py"]


def test_in_chinese(capfd: pytest.CaptureFixture[str]) -> None:
    write({"a.py": PYTHON})
    option = ("--isolated", "--trtc-error-code", "codes:ErrorCode", "--trtc-language", "zh", "a.py")
    cli.main(["fix", *option])
    cli.main(("fix", "--check", "--write-constants", *option))
    cli.main(("fix", "--write-constants", *option))
    order = "flake8-trtc constants --lang py --language zh -o codes.py"
    assert capfd.readouterr().err.splitlines() == [
        "已改写 a.py（1 处）",
        f"注意：缺少 codes；可加 --write-constants 生成，或运行：{order}",
        "检查了 1 个文件：1 处问题，1 处已改写（共 1 个文件）",
        "将生成 codes.py",
        "检查了 1 个文件：没有问题",
        "已生成 codes.py",
        "检查了 1 个文件：没有问题",
    ]
    assert Path("codes.py").read_text(encoding="utf-8") == render(Form("py", "zh"))


@pytest.mark.parametrize(("count", "told"), [(2, False), (3, True)])
def test_how_to_share_one_module(count: int, told: bool, capfd: pytest.CaptureFixture[str]) -> None:
    names = [f"{letter}.mjs" for letter in "abc"[:count]]
    write({**dict.fromkeys(names, ESM), "page.html": "<script>trtc</script>"})
    note = (
        "note: 3 scripts declare the constants themselves; to share one module of them, set "
        "trtc-js-error-code = ./trtc-codes.js#ErrorCode and add --write-constants"
    )
    lines = [*(f"fixed {name} (1 finding)" for name in names), *[note] * told]
    assert run(capfd, *names) == (0, lines)


@pytest.mark.parametrize("module", ["src/codes.js", "@/codes"])
def test_what_is_no_file_of_the_project_is_not_written(
    module: str, capfd: pytest.CaptureFixture[str]
) -> None:
    write({"a.mjs": ESM})
    option = f"--trtc-js-error-code={module}#ErrorCode"
    assert run(capfd, "--write-constants", option, "a.mjs") == (
        0,
        [
            "fixed a.mjs (1 finding)",
            f"note: {module} is not written, since it does not begin with ./ and so names a "
            f"package or an alias; a file of this project is ./{module}",
        ],
    )
    assert [path.name for path in Path().rglob("*")] == ["a.mjs"]
    write({"a.mjs": ESM})
    assert run(capfd, option, "a.mjs") == (0, ["fixed a.mjs (1 finding)"])
