"""Options: what they mean, and one clear line for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import found, messages

from flake8_trtc.config.files import load
from flake8_trtc.config.options import JsConstants, Options, OptionsError, build


def test_values() -> None:
    options = build(
        {
            "trtc-sdk-version": "v4.6",
            "trtc-error-code": "myapp.trtc:Codes",
            "trtc-allow": "16388, ErrorCode.UNKNOWN 0x4043,-100013",
            "trtc-assume": ["src/rtc/*", "*_errors.py"],
            "trtc-language": "zh",
        },
        "/project",
    )
    assert options == Options(
        sdk_version=(4, 6, 0),
        error_code=("myapp.trtc", "Codes"),
        allow=frozenset({16388, 65535, 16451, -100013}),
        assume=("/project/src/rtc/*", "*_errors.py"),
        language="zh",
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("TRTC_CODES", JsConstants("TRTC_CODES")),
        (" window.TRTC.ErrorCode ", JsConstants("window.TRTC.ErrorCode")),
        ("./trtc-codes.js#ErrorCode", JsConstants("ErrorCode", "./trtc-codes.js")),
        ("@/trtc#default", JsConstants("default", "@/trtc")),
        ("window.codes.default", JsConstants("window.codes.default")),
        ("window.codes.jsCodes", JsConstants("window.codes.jsCodes")),
        ("#/codes#$Codes", JsConstants("$Codes", "#/codes")),
    ],
)
def test_js_constants(value: str, expected: JsConstants) -> None:
    assert build({"trtc-js-error-code": value}).js_error_code == expected


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "trtc-sdk-version",
            4.15,
            'trtc-sdk-version = 4.15 is not a string; write it in quotes, e.g. "4.15.22"',
        ),
        (
            "trtc-sdk-version",
            "latest",
            "trtc-sdk-version 'latest' is not a version; write e.g. 4.15.22, or auto",
        ),
        (
            "trtc-sdk-version",
            "4",
            "trtc-sdk-version '4' is not a version; write e.g. 4.15.22, or auto",
        ),
        (
            "trtc-sdk-version",
            f"4.{'9' * 5000}",
            f"trtc-sdk-version '4.{'9' * 5000}' is not a version; write e.g. 4.15.22, or auto",
        ),
        (
            "trtc-js-error-code",
            "1CODES",
            "trtc-js-error-code '1CODES' is neither a global nor MODULE#NAME; "
            "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode",
        ),
        (
            "trtc-js-error-code",
            "a 'b#ErrorCode",
            'trtc-js-error-code "a \'b#ErrorCode" is neither a global nor MODULE#NAME; '
            "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode",
        ),
        *(
            (
                "trtc-js-error-code",
                value,
                f"trtc-js-error-code {value!r} is a file, not a global; write {module}#ErrorCode",
            )
            for value, module in (
                ("codes.js", "./codes.js"),
                ("src/trtc.codes.mjs", "./src/trtc.codes.mjs"),
                ("./codes.js", "./codes.js"),
                ("../codes.cjs", "../codes.cjs"),
                ("/srv/codes.jsx", "/srv/codes.jsx"),
                ("@/trtc/codes.ts", "@/trtc/codes.ts"),
                ("codes.mts", "./codes.mts"),
                ("codes.tsx", "./codes.tsx"),
            )
        ),
        (
            "trtc-js-error-code",
            "#ErrorCode",
            "trtc-js-error-code '#ErrorCode' names no module before the #",
        ),
        (
            "trtc-error-code",
            "myapp.trtc",
            "trtc-error-code 'myapp.trtc' is not MODULE:NAME; write e.g. myapp.trtc:ErrorCode",
        ),
        (
            "trtc-error-code",
            "my-app:X",
            "trtc-error-code 'my-app:X' is not MODULE:NAME; write e.g. myapp.trtc:ErrorCode",
        ),
        *(
            (
                "trtc-error-code",
                value,
                f"trtc-error-code {value!r}: {name} can't be imported by that name; "
                "write e.g. myapp.trtc:ErrorCode",
            )
            for value, name in (
                ("myapp.class:ErrorCode", "class"),
                ("lambda:ErrorCode", "lambda"),
                ("myapp:None", "None"),
                ("myapp.trtc:await", "await"),
                ("myapp.trtc:async", "async"),
                ("myapp.trtc:__debug__", "__debug__"),
                ("myapp.trtc:__all__", "__all__"),
                ("myapp.trtc:__ErrorCode", "__ErrorCode"),
                ("myapp.__codes:ErrorCode", "__codes"),
                ("__future__:annotations", "__future__"),
                ("__main__:ErrorCode", "__main__"),
                ("myapp.__init__:ErrorCode", "__init__"),
                ("myapp.trtc:\uff25rrorCode", "\uff25rrorCode"),
                ("my\ufb01le:ErrorCode", "my\ufb01le"),
            )
        ),
        *(
            (
                "trtc-js-error-code",
                value,
                f"trtc-js-error-code {value!r}: {name} is not a name that any script takes; "
                "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode",
            )
            for value, name in (
                ("class", "class"),
                ("await", "await"),
                ("let", "let"),
                ("yield.CODES", "yield.CODES"),
                ("this.CODES", "this.CODES"),
                ("window.enum", "window.enum"),
                ("undefined", "undefined"),
                ("./codes.js#await", "await"),
                ("./codes.js#static", "static"),
                ("./codes.js#arguments", "arguments"),
                ("./codes.js#null", "null"),
            )
        ),
        *(
            (
                "trtc-js-error-code",
                value,
                f"trtc-js-error-code {value!r} is neither a global nor MODULE#NAME; "
                "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode",
            )
            for value in (
                "TRTC.#codes",
                "./codes.js##codes",
                "my codes.js",
                "src\\codes.js",
                "./codes.js#a.b",
                "./codes.js#",
                "./</script>#ErrorCode",
                "./{{ x }}.js#ErrorCode",
                "./a\x00.js#ErrorCode",
                "\uff25rrorCode",
                "a..b",
            )
        ),
        ("trtc-allow", "16383", "trtc-allow: '16383' is not a TRTC code"),
        (
            "trtc-allow",
            "JOIN_ROOM_FAILD",
            "trtc-allow: 'JOIN_ROOM_FAILD' is not a TRTC code; did you mean JOIN_ROOM_FAILED?",
        ),
        ("trtc-language", "fr", "trtc-language 'fr' is not known; write en or zh"),
        (
            "trtc-sdk-verison",
            "4.1.2",
            "unknown option trtc-sdk-verison; did you mean trtc-sdk-version?",
        ),
        (
            "trtc-x",
            "1",
            "unknown option trtc-x; known: trtc-allow, trtc-assume, trtc-error-code, "
            "trtc-js-error-code, trtc-language, trtc-sdk-version",
        ),
    ],
)
def test_mistakes(name: str, value: object, message: str) -> None:
    with pytest.raises(OptionsError) as caught:
        build({name: value})
    assert str(caught.value) == message


RETIRED = "import trtc\nif code == 16386 or code == 16387: pass\nif code == 16448: pass\n"
NEW = "import trtc\nif code == 4100 or code == 16400: pass\n"


@pytest.mark.parametrize(
    ("version", "retired", "new"),
    [
        (None, ["TRT102", "TRT102", "TRT101"], []),
        ("4.6.4", [], ["TRT103", "TRT103"]),
        ("4.6.5", ["TRT102"], ["TRT103", "TRT103"]),
        ("4.6.6", ["TRT102", "TRT102"], ["TRT103", "TRT103"]),
        ("4.11.11", ["TRT102", "TRT102"], ["TRT103", "TRT103"]),
        ("4.11.12", ["TRT102", "TRT102"], []),
        ("4.13.9", ["TRT102", "TRT102"], []),
        ("4.14.0", ["TRT102", "TRT102", "TRT101"], []),
        ("4.15.22", ["TRT102", "TRT102", "TRT101"], []),
    ],
)
def test_sdk_version(version: str | None, retired: list[str], new: list[str]) -> None:
    options = build({} if version is None else {"trtc-sdk-version": version})
    seen = [code for _, _, code in found(RETIRED, options=options) if code != "TRT001"]
    assert seen == retired
    assert [code for _, _, code in found(NEW, options=options) if code != "TRT001"] == new


def test_new_code_message() -> None:
    options = build({"trtc-sdk-version": "4.11.3"})
    assert messages("import trtc\nif code == 16400: pass\n", options=options)[1] == (
        "2:12: TRT103 16400 (ErrorCode.REMOTE_STREAM_NOT_EXIST) came with v4.11.12, "
        "but trtc-sdk-version is 4.11.3"
    )


def test_allow() -> None:
    options = build({"trtc-allow": "JOIN_ROOM_FAILED"})
    text = "import trtc\nif code == 16388 or code == 4099: pass\n"
    assert found(text, options=options) == [(2, 29, "TRT001")]


def test_assume(tmp_path: Path) -> None:
    text = "if error_code == 4099: pass\n"
    options = build({"trtc-assume": "src/*.py, *_rtc.py"}, str(tmp_path))
    assert found(text, str(tmp_path / "src" / "a.py"), options) == [(1, 18, "TRT001")]
    assert found(text, str(tmp_path / "src" / "deep" / "a.py"), options) == [(1, 18, "TRT001")]
    assert found(text, "web_rtc.py", options) == [(1, 18, "TRT001")]
    assert found(text, str(tmp_path / "a.py"), options) == []


def test_a_file_name_speaks() -> None:
    text = "if error_code == 4099: pass\n"
    assert found(text, "trtc_errors.py") == [(1, 18, "TRT001")]
    assert found(text, "fastrtc.py") == []


def test_project_constants() -> None:
    options = build({"trtc-error-code": "myapp.rtc:Codes"})
    text = "from myapp.rtc import Codes as C\nx = C.CLIENT_BANNED, C.JOIN_ROOM_FAILD, C.MINE\n"
    assert found(text, options=options) == [(2, 7, "TRT101"), (2, 24, "TRT201")]
    relative = "from .rtc import Codes\nx = Codes.CLIENT_BANNED\n"
    assert found(relative, options=options) == [(2, 11, "TRT101")]


@pytest.mark.parametrize(
    ("values", "code", "path", "wanted"),
    [
        ({}, "TRT001", "a.py", True),
        ({}, "TRT901", "a.py", False),
        ({"select": "TRT"}, "TRT001", "a.py", True),
        ({"select": "TRT"}, "TRT901", "a.py", False),
        ({"select": "TRT9"}, "TRT901", "a.py", True),
        ({"select": "TRT9"}, "TRT001", "a.py", False),
        ({"select": "E,F"}, "TRT001", "a.py", False),
        ({"extend-select": "TRT901"}, "TRT901", "a.py", True),
        ({"extend-select": "TRT901"}, "TRT903", "a.py", False),
        ({"extend-select": "TRT901"}, "TRT001", "a.py", True),
        ({"enable-extensions": "TRT9"}, "TRT903", "a.py", True),
        ({"enable-extensions": "G,TRT9"}, "TRT401", "a.py", False),
        ({"enable-extensions": "TRT4"}, "TRT401", "a.py", True),
        ({"enable-extensions": "TRT4", "select": "TRT"}, "TRT401", "a.py", True),
        ({"enable-extensions": "TRT4", "select": "TRT0"}, "TRT401", "a.py", False),
        ({"enable-extensions": "TRT4", "ignore": "TRT401"}, "TRT401", "a.py", False),
        ({"select": "TRT", "extend-select": "TRT4"}, "TRT401", "a.py", True),
        ({"ignore": "TRT"}, "TRT001", "a.py", False),
        ({"extend-ignore": "TRT1"}, "TRT102", "a.py", False),
        ({"extend-ignore": "TRT1"}, "TRT001", "a.py", True),
        ({"select": "TRT102", "ignore": "TRT1"}, "TRT102", "a.py", True),
        ({"select": "TRT1", "ignore": "TRT102"}, "TRT102", "a.py", False),
        ({"select": "TRT", "ignore": "TRT"}, "TRT001", "a.py", False),
        ({"per-file-ignores": "tests/*:TRT001,E501 b.py:TRT"}, "TRT001", "tests/x/a.py", False),
        ({"per-file-ignores": "tests/*:TRT001,E501 b.py:TRT"}, "TRT102", "tests/a.py", True),
        ({"per-file-ignores": "tests/*:TRT001,E501 b.py:TRT"}, "TRT102", "src/b.py", False),
    ],
)
def test_wanted(values: dict[str, object], code: str, path: str, wanted: bool) -> None:
    assert build(values).wants(code, path) is wanted


def test_per_file_ignores_that_are_none() -> None:
    with pytest.raises(OptionsError) as caught:
        build({"per-file-ignores": "tests/*"})
    assert str(caught.value) == "per-file-ignores is not a list of GLOB:CODES"


def test_configuration_is_found_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "tox.ini").write_text(
        "[flake8]\ntrtc_language = zh\nextend-exclude = build, gen/x.py\n", encoding="utf-8"
    )
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "setup.cfg").write_text("[metadata]\nname = x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "a" / "b")
    options = load({})
    assert options.language == "zh"
    assert options.exclude[-2:] == ("build", str(tmp_path / "gen" / "x.py"))
    assert load({"trtc-language": "en"}).language == "en"
    assert load({}, isolated=True).language == "en"
    exclude = load({"exclude": "x", "extend-exclude": "y"}).exclude
    assert exclude == ("x", "build", str(tmp_path / "gen" / "x.py"), "y")


def test_named_configuration_must_be_readable(tmp_path: Path) -> None:
    with pytest.raises(OptionsError) as caught:
        load({}, config=str(tmp_path / "none.cfg"))
    assert str(caught.value) == (
        f"{tmp_path / 'none.cfg'}: can't be read as configuration: No such file or directory"
    )
    broken = tmp_path / "broken.cfg"
    for text, reason in (
        ("no section\n", "line 1: it stands before any [section]"),
        ("[flake8]\nselect = E\nselect = F\n", "line 3: the option is given twice"),
        ("[flake8]\n[flake8]\n", "line 2: the section is given twice"),
        ("[flake8]\ntrtc-language\n", "line 2: not NAME = VALUE"),
        ("[flake8]\n# \udcff\n", "it is not UTF-8"),
    ):
        broken.write_text(text, encoding="utf-8", errors="surrogateescape")
        with pytest.raises(OptionsError) as caught:
            load({}, config=str(broken))
        assert str(caught.value) == f"{broken}: can't be read as configuration: {reason}"
