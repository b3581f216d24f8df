"""Configuration: which places it comes from, which wins, and one clear line for each mistake."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from difflib import get_close_matches
from pathlib import Path

import pytest

from flake8_trtc.api import load_options
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli import main
from flake8_trtc.config.files import load
from flake8_trtc.config.options import OptionsError, build
from flake8_trtc.workspace.walk import NEVER, VENDORED

TRTC = "import trtc\nx = code == 16386\n"


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, *lines: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    return code, *capsys.readouterr()


def flake8(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "flake8", "--jobs=1", *arguments],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "table", "right"),
    [
        ("pyproject.toml", "tool.flake8_trtc", "tool.flake8-trtc"),
        ("pyproject.toml", "flake8-trtc", "tool.flake8-trtc"),
        ("pyproject.toml", "flake8_trtc", "tool.flake8-trtc"),
        ("setup.cfg", "flake8-trtc", "flake8"),
        ("tox.ini", "flake8_trtc", "flake8"),
        (".flake8", "tool.flake8-trtc", "flake8"),
    ],
)
def test_a_table_that_nobody_reads(
    name: str, table: str, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(name, f"[{table}]", 'trtc-allow = "16386"')
    write("a.py", TRTC)
    said = f"{name}: nothing reads [{table}]; write [{right}]"
    for command in ("check", "fix"):
        line = f"flake8-trtc {command}: error: {said}\n"
        assert run(capsys, command, "a.py") == (2, "", line)
        assert run(capsys, command, "--config", name, "a.py") == (2, "", line)
    assert run(capsys, "check", "--trtc-language=zh", "a.py") == (
        2, "", f"flake8-trtc check：错误：{name}：[{table}] 不会被读取；请写 [{right}]\n"
    )  # fmt: skip
    assert run(capsys, "check", "--isolated", "-q", "a.py")[::2] == (1, "")
    write("sub/setup.cfg", "[flake8]")
    assert run(capsys, "check", "--config", "sub/setup.cfg", "-q", "a.py")[::2] == (1, "")


@pytest.mark.parametrize(
    "text",
    [
        '[project]\ndependencies = ["flake8-trtc"]\n[tool.mypy]\npackages = "flake8_trtc"\n',
        "[tool.flake8-trtc]\n[tool.flake8-trtc_x]\n[tool.other.flake8_trtc]\n",
        'tool = "flake8_trtc"\n',
        "# [tool.flake8_trtc]\n",
    ],
)
def test_tables_that_are_not_ours(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("pyproject.toml", text)
    write("setup.cfg", "[options.extras_require]", "lint = flake8-trtc", "[flake8_trtc.x]")
    write("a.py", TRTC)
    assert run(capsys, "check", "-q", "a.py")[::2] == (1, "")


def test_own_table_overrides_flake8s_configuration(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        "setup.cfg",
        "[flake8]",
        "trtc-language = zh",
        "trtc-sdk-version = 4.5.0",
        "select = E",
        "exclude = build",
        "extend-exclude = gen/a.py",
        "extend-ignore = TRT1",
    )
    write(
        "web/pyproject.toml",
        "[tool.flake8-trtc]",
        "sdk-version = '4.6.0'",
        "trtc_allow = [16388, 'PLAY_NOT_ALLOWED']",
        "select = ['TRT']",
        "extend-exclude = ['gen/b.py']",
        "extend-ignore = 'TRT203'",
        "per-file-ignores = { 'tests/*' = 'TRT001', 'b.py' = ['TRT2', 'TRT1'] }",
        "disable-noqa = true",
    )
    Path("web/src").mkdir()
    monkeypatch.chdir("web/src")
    options = load({"extend-ignore": "TRT202"})
    assert options.sdk_version == (4, 6, 0)
    assert options.language == "zh"
    assert options.allow == {16388, 16451}
    assert options.select == ("TRT",)
    assert options.extend_ignore == ("TRT1", "TRT203", "TRT202")
    assert options.exclude == (
        "build",
        str(directory / "gen" / "a.py"),
        str(directory / "web" / "gen" / "b.py"),
    )
    assert options.per_file_ignores == (
        (str(directory / "web" / "tests" / "*"), ("TRT001",)),
        ("b.py", ("TRT2", "TRT1")),
    )
    assert options.disable_noqa
    assert load({"trtc-sdk-version": "4.7"}).sdk_version == (4, 7, 0)
    assert load({}, isolated=True).sdk_version is None
    assert load({}, config="../../setup.cfg").sdk_version == (4, 5, 0)
    assert load({}, config="../pyproject.toml").language == "en"


def test_flake8_does_not_read_the_own_table() -> None:
    write("a.py", TRTC)
    write("pyproject.toml", "[tool.flake8-trtc]", 'language = "zh"', "x = 1")
    assert "is no longer thrown" in flake8("--select=TRT", "a.py")[1]


@pytest.mark.parametrize("command", ["check", "fix"])
def test_settings_are_shown(capsys: pytest.CaptureFixture[str], command: str) -> None:
    write(
        "tox.ini",
        "[tox]",
        "trtc-language = zz",
        "[flake8]",
        "# trtc-language = en",
        "select = E,F,TRT",
        "extend-exclude = build,",
        "    gen/*",
        "trtc_sdk_version: 4.5.0",
        "per-file-ignores =",
        "    a.py: TRT001",
        "    b.py:TRT",
        "enable-extensions = TRT9",
        "Trtc-Language=en",
    )
    write(
        "pyproject.toml",
        "[tool.flake8-trtc]",
        'sdk-version = "4.6"',
        'allow = [16388, "0x4043"]',
        'extend-exclude = "x"',
    )
    code, out, err = run(capsys, command, "--show-settings", "--trtc-language", "zh")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "# 已读取：tox.ini、pyproject.toml [tool.flake8-trtc]",
        "# flake8 自身不读取 [tool.flake8-trtc]",
        "trtc-sdk-version = 4.6  # pyproject.toml [tool.flake8-trtc]，而非 tox.ini:8",
        "trtc-error-code = flake8_trtc:ErrorCode  # 默认",
        "trtc-js-error-code =  # 默认",
        "trtc-allow = 16388, 0x4043  # pyproject.toml [tool.flake8-trtc]",
        "trtc-assume =  # 默认",
        "trtc-language = zh  # 命令行，而非 tox.ini:13",
        "select = E, F, TRT  # tox.ini:5",
        "extend-select =  # 默认",
        "enable-extensions = TRT9  # tox.ini:12",
        "ignore =  # 默认",
        "extend-ignore =  # 默认",
        "exclude = .svn, CVS, .bzr, .hg, .git, __pycache__, .tox, .nox, .eggs, *.egg  # 默认",
        "extend-exclude = build, gen/*, x  # tox.ini:6 + pyproject.toml [tool.flake8-trtc]",
        "per-file-ignores = a.py: TRT001 b.py:TRT  # tox.ini:9",
        "disable-noqa = false  # 默认",
        f"# 已启用的规则：{', '.join(code for code in RULES if code != 'TRT401')}",
        "# 未启用的规则：TRT401",
        f"# 默认跳过，需明确指定：{', '.join(sorted(NEVER))}；被 git 忽略的文件；"
        f"经过压缩的脚本与 SDK 自身的构建产物；{', '.join(sorted(VENDORED))} 中的脚本",
    ]
    out = run(capsys, command, "--show-settings", "--isolated")[1]
    assert out.startswith("# read: no configuration\ntrtc-sdk-version =  # default\n")
    assert out.splitlines()[-3:] == [
        f"# rules that are on: {', '.join(code for code, rule in RULES.items() if rule.default)}",
        f"# rules that are off: {', '.join(code for code, rule in RULES.items() if not rule.default)}",
        f"# left out unless named: {', '.join(sorted(NEVER))}; what git ignores; minified scripts "
        f"and the SDK's own builds; scripts below {', '.join(sorted(VENDORED))}",
    ]
    out = run(capsys, command, "--show-settings", "--isolated", "--select", "TRT9")[1]
    asked = ", ".join(code for code in RULES if code.startswith("TRT9"))
    assert out.splitlines()[-3] == f"# rules that are on: {asked}"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["per-file-ignores = ['a.py:TRT001', 'b.py:TRT']"], "a.py:TRT001 b.py:TRT"),
        (
            ["per-file-ignores = { 'a.py' = 'TRT001', 'b*' = ['TRT', 'TRT9'] }"],
            "a.py:TRT001 b*:TRT,TRT9",
        ),
    ],
)
def test_settings_of_toml_are_shown(
    capsys: pytest.CaptureFixture[str], lines: list[str], shown: str
) -> None:
    write("pyproject.toml", "[tool.flake8-trtc]", "disable-noqa = true", *lines)
    code, out, err = run(capsys, "check", "--show-settings")
    assert (code, err) == (0, "")
    place = "  # pyproject.toml [tool.flake8-trtc]"
    assert f"disable-noqa = true{place}" in out.splitlines()
    assert f"per-file-ignores = {shown}{place}" in out.splitlines()


def test_a_setting_whose_line_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """What configparser takes, and nobody would look for."""
    write("tox.ini", "[DEFAULT]", "trtc-language = zh", "[flake8]", "  select = TRT")
    shown = run(capsys, "check", "--show-settings")[1].splitlines()
    assert "trtc-language = zh  # tox.ini" in shown
    assert "select = TRT  # tox.ini" in shown


def test_a_configuration_on_another_drive(
    directory: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", fail)
    path = directory / "pyproject.toml"
    for line, message in (
        ("language = 'fr'", " [tool.flake8-trtc]: trtc-language 'fr' is not known; write en or zh"),
        (
            "language = 'zh'\ntrtc-language = 'zh'",
            " [tool.flake8-trtc]: trtc-language is given twice; keep one",
        ),
        ("language = [[[", ": "),
    ):
        write("pyproject.toml", "[tool.flake8-trtc]", line)
        code, out, err = run(capsys, "check", "--config", str(path), ".")
        assert (code, out) == (2, "")
        assert err.startswith(f"flake8-trtc check: error: {path}{message}")


def test_a_table_of_flake8_in_pyproject(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts where Flake8-pyproject is installed, and then before all other files."""
    write("pyproject.toml", "[tool.flake8]", "trtc_language = 'zh'", "exclude = ['gen/*']")
    write("setup.cfg", "[flake8]", "trtc-sdk-version = 4.5")
    monkeypatch.setitem(sys.modules, "flake8p", None)
    assert (load({}).language, load({}).sdk_version) == ("en", (4, 5, 0))
    with pytest.raises(OptionsError) as caught:
        load({}, config="pyproject.toml")
    assert str(caught.value) == (
        "pyproject.toml: has no [tool.flake8-trtc], and [tool.flake8] needs Flake8-pyproject "
        "installed"
    )
    monkeypatch.delitem(sys.modules, "flake8p")
    write("site/flake8p.py")
    monkeypatch.syspath_prepend(directory / "site")
    for config in (None, "pyproject.toml"):
        options = load({}, config=config)
        assert (options.language, options.sdk_version) == ("zh", None)
        assert options.exclude == (str(directory / "gen" / "*"),)


def test_files_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that flake8 would pass over is passed over; of pyproject.toml nobody could know."""
    real = builtins.open

    def guarded(path: str, *arguments: str, **more: str) -> object:
        if str(path).endswith(("setup.cfg", "pyproject.toml")):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **more)  # type: ignore[call-overload]

    write("setup.cfg", "[flake8]", "trtc-language = zh")
    write("tox.ini", "[flake8]", "trtc-sdk-version = 4.5")
    monkeypatch.setattr("flake8_trtc.config.files.open", guarded, raising=False)
    assert (load({}).language, load({}).sdk_version) == ("en", (4, 5, 0))
    write("pyproject.toml")
    with pytest.raises(OptionsError) as caught:
        load({})
    assert str(caught.value) == (
        "pyproject.toml: can't be read as configuration: Permission denied"
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("sdk-verison = '4.6'", "unknown option sdk-verison; did you mean trtc-sdk-version?"),
        ("selct = ['TRT']", "unknown option selct; did you mean select?"),
        ("langage = 'zh'", "unknown option langage; did you mean trtc-language?"),
        (
            "sdk-version = 4.15",
            'trtc-sdk-version = 4.15 is not a string; write it in quotes, e.g. "4.15.22"',
        ),
        ("trtc-language = 1", "trtc-language = 1 is not a string; write it in quotes"),
        ("language = 'fr'", "trtc-language 'fr' is not known; write en or zh"),
        ("select = 1", "select = 1 is not a list of strings"),
        ("assume = [1]", "trtc-assume = [1] is not a list of strings"),
        ("per-file-ignores = 'tests/*'", "per-file-ignores is not a list of GLOB:CODES"),
        (
            "per-file-ignores = { 'a.py' = 'TRT999' }",
            "per-file-ignores: no rule of ours begins with 'TRT999'; "
            f"the rules: TRT000 to {max(RULES)}, or prefixes",
        ),
        (
            "per-file-ignores = { 'a.py' = 1 }",
            "per-file-ignores = {'a.py': 1} is not a list of strings",
        ),
        ("disable-noqa = 'maybe'", "disable-noqa = maybe is neither true nor false"),
        ("disable-noqa = 2", "disable-noqa = 2 is neither true nor false"),
        (
            "select = ['TRT', 'TRT201X']",
            "select: no rule of ours begins with 'TRT201X'; did you mean TRT201?",
        ),
        (
            "ignore = ['E501']",
            "ignore: no rule of ours begins with 'E501'; the rules: TRT000 to "
            f"{max(RULES)}, or prefixes",
        ),
        (
            "allow = ['JOIN_ROOM_FAILD']",
            "trtc-allow: 'JOIN_ROOM_FAILD' is not a TRTC code; did you mean JOIN_ROOM_FAILED?",
        ),
        ("language = 'en'\ntrtc-language = 'zh'", "trtc-language is given twice; keep one"),
    ],
)
def test_mistakes_in_the_own_table(
    capsys: pytest.CaptureFixture[str], line: str, message: str
) -> None:
    write("pyproject.toml", "[tool.flake8-trtc]", line)
    place = "pyproject.toml [tool.flake8-trtc]"
    for command in ("check", "fix"):
        said = f"flake8-trtc {command}: error: {place}: {message}\n"
        assert run(capsys, command, ".") == (2, "", said)
        assert run(capsys, command, "--show-settings") == (2, "", said)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("trt-language = zh", "unknown option trt-language; did you mean trtc-language?"),
        ("trtc-language = fr", "trtc-language 'fr' is not known; write en or zh"),
        ("select = E,trt001", "select: no rule of ours begins with 'trt001'; did you mean TRT001?"),
        (
            "extend-ignore = E501, TRT109",
            "extend-ignore: no rule of ours begins with 'TRT109'; did you mean "
            f"{get_close_matches('TRT109', RULES, 1)[0]}?",
        ),
    ],
)
def test_mistakes_in_flake8s_configuration(
    capsys: pytest.CaptureFixture[str], line: str, message: str
) -> None:
    """flake8 itself says the same, and ends with the same status."""
    write(".flake8", "[flake8]", "", line)
    write("a.py", "x = 1")
    said = f".flake8:3: {message}\n"
    assert run(capsys, "check", "a.py") == (2, "", f"flake8-trtc check: error: {said}")
    if "trt001" not in line:  # flake8 has its own words for that
        assert flake8("a.py") == (2, f"flake8-trtc: {said}")
    assert flake8("--isolated", "a.py") == (0, "")
    write("other.cfg", "[flake8]")
    assert flake8("--config", "other.cfg", "a.py") == (0, "")


def test_what_is_other_peoples() -> None:
    write("setup.cfg", "[flake8]", "max-line-length = 10", "select = E,X9", "tr-x = 1", "rtc-y = 1")
    assert load({}).select == ("E", "X9")
    write("pyproject.toml", "[tool.other]", "x = 1  # flake8-trtc")
    assert load({}).select == ("E", "X9")


@pytest.mark.parametrize("name", ["select", "ignore", "extend-select", "extend-ignore"])
def test_mistakes_on_the_command_line(capsys: pytest.CaptureFixture[str], name: str) -> None:
    message = f"{name}: no rule of ours begins with 'TRT3'; did you mean TRT903?"
    assert run(capsys, "check", f"--{name}=TRT3", ".") == (
        2,
        "",
        f"flake8-trtc check: error: {message}\n",
    )
    write("a.py", "x = 1")
    if name.startswith("extend"):
        assert flake8("--isolated", f"--{name}=TRT3", "a.py") == (2, f"flake8-trtc: {message}\n")


def test_files_that_are_not_configuration() -> None:
    write("pyproject.toml", "[tool.flake8-trtc")
    with pytest.raises(OptionsError, match=r"^pyproject\.toml: Expected '\]' at the end of "):
        load({})
    write("pyproject.toml", "[tool.flake8-trtc", "# in a project that does not use it")
    Path("pyproject.toml").unlink()
    write("setup.cfg", "[metadata]", "broken")
    assert load({}).language == "en"
    write("setup.cfg", "[flake8]", "trtc-language = zh", "trtc-language = en")
    with pytest.raises(OptionsError) as caught:
        load({})
    assert str(caught.value).endswith(
        "setup.cfg: can't be read as configuration: line 3: the option is given twice"
    )
    write("other.toml", "[tool.other]")
    for name, reason in (
        ("other.toml", "has neither [tool.flake8-trtc] nor [tool.flake8]"),
        ("none.toml", "can't be read as configuration: no such file"),
    ):
        with pytest.raises(OptionsError) as caught:
            load({}, config=name)
        assert str(caught.value) == f"{name}: {reason}"
        assert load({}, config=name, isolated=True) == load({}, isolated=True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[tool]\nflake8-trtc = 1\n", "tool.flake8-trtc is not a table"),
        (b"[tool.flake8-trtc]\n# \xff\n", "it is not UTF-8"),
        (b"[tool.flake8-trtc]\nallow = " + b"[" * 100_000, "it is nested too deeply"),
    ],
)
def test_a_table_that_can_not_be_read(data: bytes, reason: str) -> None:
    Path("pyproject.toml").write_bytes(data)
    with pytest.raises(OptionsError) as caught:
        load({})
    assert str(caught.value) == f"pyproject.toml: {reason}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-32-be", "gbk"])
@pytest.mark.parametrize("name", ["pyproject.toml", "setup.cfg", "tox.ini", ".flake8"])
def test_what_is_not_utf8_is_refused_where_it_is_meant_for_us(
    name: str, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As PowerShell's > writes it; of a project that does not use us it is nobody's business."""
    toml = name.endswith(".toml")
    section, problem = "[flake8]", f"{name}: can't be read as configuration: it is not UTF-8"
    if toml:
        section, problem = "[tool.flake8-trtc]", f"{name}: it is not UTF-8"
    mark = "\ufeff" if encoding.endswith("-be") else ""
    write("a.py", "x = 1")
    Path(name).write_bytes(f"{mark}{section}\n# 语言\n".encode(encoding))
    code, out, err = run(capsys, "check", "a.py")
    place = "" if toml else f"{os.path.realpath('.')}{os.sep}"
    assert (code, out, err) == (2, "", f"flake8-trtc check: error: {place}{problem}\n")
    Path(name).write_bytes(f"{mark}[metadata]\n# 语言\n".encode(encoding))
    assert run(capsys, "check", "a.py") == (0, "", "checked 1 file: no findings\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_pipe_is_no_configuration() -> None:
    for name in ("pyproject.toml", "setup.cfg"):
        os.mkfifo(name)
    assert load({}).language == "en"


def test_no_path_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "fix"):
        with pytest.raises(SystemExit) as caught:
            main([command])
        assert caught.value.code == 2
        assert capsys.readouterr().err.splitlines()[-1] == (
            f"flake8-trtc {command}: error: the following arguments are required: PATH"
        )


def test_mistakes_are_told_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On the command line, or in what of the configuration can be read."""
    wrong = "trtc-allow：'4012' 不是 TRTC 错误码"
    for command in ("check", "fix"):
        said = f"flake8-trtc {command}：错误：{wrong}\n"
        given = (command, "--trtc-language", "zh", "--trtc-allow", "4012", ".")
        assert run(capsys, *given) == (2, "", said)
    write("pyproject.toml", "[tool.flake8-trtc]", "language = 'zh'", "allow = ['4012']", "lang = 1")
    place = "pyproject.toml [tool.flake8-trtc]"
    unknown = f"{place}：未知选项 lang；是否想写 trtc-language？"
    assert run(capsys, "check", ".") == (2, "", f"flake8-trtc check：错误：{unknown}\n")
    assert run(capsys, "check", ".", "--trtc-language=en") == (
        2,
        "",
        f"flake8-trtc check: error: {place}: unknown option lang; did you mean trtc-language?\n",
    )
    write("setup.cfg", "[flake8]", "trtc-language = zh", "trtc-allow = 4012")
    Path("pyproject.toml").unlink()
    assert run(capsys, "fix", ".")[2] == f"flake8-trtc fix：错误：setup.cfg:3：{wrong}\n"
    assert run(capsys, "fix", ".", "--isolated", "--trtc-allow=1")[2] == (
        "flake8-trtc fix: error: trtc-allow: '1' is not a TRTC code\n"
    )
    assert run(capsys, "fix", ".", "--trtc-language=fr", "--isolated")[2] == (
        "flake8-trtc fix: error: trtc-language 'fr' is not known; write en or zh\n"
    )
    write("a.py", "x = 1")
    assert flake8("a.py") == (2, f"flake8-trtc: setup.cfg:3：{wrong}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--prune-baseline"], "--prune-baseline 需要同时给出 --baseline F"),
        (["--baseline", "none.json"], "基线 none.json：没有该文件或目录"),
        (["--baseline", "a.json"], "基线 a.json：不是本版本的基线；请用 --write-baseline 重新写入"),
        (["--since", "HEAD"], "--since：不在 git 工作区中（"),
        (["--select=TRT7"], "select：没有以 'TRT7' 开头的规则；"),
        (["--explain", "--output-format=json"], "--explain 供人阅读：不能与 --output-format json 同时使用"),
        (["--config", "none.cfg"], "none.cfg：无法作为配置读取：没有该文件或目录"),
    ],
)  # fmt: skip
def test_what_check_refuses_in_chinese(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    write("a.json", "{}")
    code, out, err = run(capsys, "check", "--trtc-language=zh", *arguments, ".")
    assert (code, out) == (2, "")
    assert err.startswith(f"flake8-trtc check：错误：{message}")


def test_parts_of_a_message_have_their_own_marks() -> None:
    with pytest.raises(OptionsError) as caught:
        build({"trtc-x": "1"})
    assert caught.value.message.of("zh") == (
        "未知选项 trtc-x；可用的选项：trtc-allow、trtc-assume、trtc-error-code、"
        "trtc-js-error-code、trtc-language、trtc-sdk-version"
    )
    assert (caught.value.option, str(caught.value)) == ("trtc-x", str(caught.value.message))


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("16388", 16388),
        ("ErrorCode.JOIN_ROOM_FAILED", 16388),
        ("INVALID_PARAMETER", 4096),  # v5's is 5000
        ("70001", 70001),
        ("5302", 5302),
        ("TRTC.ERROR_CODE.DEVICE_ERROR", 5300),
        ("-3319", -3319),
        ("liteav.Error.ERR_INVALID_ROOM_ID", -3318),
    ],
)
def test_codes_of_every_sdk_can_be_allowed(given: str, value: int) -> None:
    assert load_options(isolated=True, trtc_allow=given).allow == {value}
