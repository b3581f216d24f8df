"""`fix --add-ignore`: comments for what stays, to the byte; proved, merged, and written once."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from fixing import VARIANTS
from marked import found

from flake8_trtc import cli
from flake8_trtc.cli.commands.check import check_path
from flake8_trtc.config.options import JsConstants, Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.fix.engine import Outcome, fix_source
from flake8_trtc.source import Source

ROOT = Path(__file__).parent.parent.parent
# TRT102 has no fix; TRT001 is off, so that the number stays.
OPTIONS = Options(ignore=("TRT001",))
ALL = ("TRT",)


def silenced(data: bytes, path: str, options: Options = OPTIONS) -> Outcome:
    """What became of a file, which a second run leaves alone."""
    outcome = fix_source(Source.from_bytes(path, data), options, ALL)
    assert outcome.error is None
    if outcome.new is not None:
        again = fix_source(Source.from_bytes(path, outcome.new), options, ALL)
        assert (again.new, again.silenced) == (None, ())
        assert len(again.unsilenced) == len(outcome.unsilenced)
        left = scan(Source.from_bytes(path, outcome.new), options)
        left = [item for item in left if options.wants(item.code, path)]
        assert len(left) == len(outcome.unsilenced)
    return outcome


# A case is what comes out; what went in is it without what stands between ‹ and ›.
PYTHON = {
    "a line": "a = code == 16386‹  # trtc: ignore[TRT102]›\n",
    "trailing blanks": "a = code == 16386‹  # trtc: ignore[TRT102]›  \n",
    "no final newline": "a = code == 16386‹  # trtc: ignore[TRT102]›",
    "another comment": "a = code == 16386  # noqa: E501‹  # trtc: ignore[TRT102]›\n",
    "two on a line": "a = code in (16386, 16387)‹  # trtc: ignore[TRT102]›\n",
    "two rules": "a = code == 16386  # JOIN_ROOM_FAILED‹  # trtc: ignore[TRT102, TRT203]›\n",
    "merged": "a = code == 16386  # trtc: ignore[TRT001‹, TRT102›] because\n",
    "merged above": "# trtc: ignore-next-line[TRT203‹, TRT102›]\na = code == 16386\n",
    "beside a mistake": "a = code == 16386  # trtc: ignore[]‹  # trtc: ignore[TRT102]›\n",
    "in brackets": "a = code in (\n    16386,‹  # trtc: ignore[TRT102]›\n    16388,\n)\n",
    "after a backslash": (
        "‹# trtc: ignore-next-line[TRT102]\n›a = code == 16386 or \\\n"
        "    code == 16387‹  # trtc: ignore[TRT102]›\n"
    ),
    "indented": (
        "def f(code):\n‹    # trtc: ignore-next-line[TRT102]\n›    return code == 16386 \\\n        or x\n"
    ),
    "a string after it": ("‹# trtc: ignore-next-line[TRT102]\n›a = code == 16386, '''\n'''\n"),
    "a hole of a string": 'a = f"{code == 16386}"‹  # trtc: ignore[TRT102]›\n',
    "a hole on a line of its own": 'a = f"""\n{code == 16386}\n"""\n',
    "a snippet": 'page.evaluate("() => e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›")\n',
    "a snippet of lines": (
        'page.evaluate(r"""() => {\n  if (e.getCode() === 16386) f("x");‹ /* trtc: ignore[TRT102] */›\n}""")\n'
    ),
    "a snippet's comment": (
        'page.evaluate("""() => {\n  if (e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›) f(); // why\n'
        '}""")\n'
    ),
    "a snippet's lines as escapes": (
        "page.evaluate('() => {\\n f(e.getCode() === 16386)‹ /* trtc: ignore[TRT102] */›\\n}')\n"
    ),
    "merged in a snippet": (
        "page.evaluate('() => e.getCode() === 16386 // trtc: ignore[TRT001‹, TRT102›]')\n"
    ),
    "an f-string that prints its text": (
        "x = f\"{page.evaluate('e => e.getCode() === 16386')=}\"‹  # trtc: ignore[TRT102]›\n"
    ),
    "an f-string": (
        'page.evaluate(f"() => {{ f(e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›, {x}) }}")\n'
    ),
    "a handler in a string": (
        "Markup('<b onclick=\"f(e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›)\">')\n"
    ),
    "Chinese": "错 = code == 16386  # 错误码‹  # trtc: ignore[TRT102]›\n",
}
JS = "import TRTC from 'trtc-js-sdk';\n"
SCRIPT = {
    "a line": "f(e.getCode() === 16386);‹ // trtc: ignore[TRT102]›\n",
    "another comment": (
        "f(e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›); // eslint-disable-line no-x\n"
    ),
    "merged": "f(e.getCode() === 16386); /* trtc: ignore[TRT001‹, TRT102›] */ // why\n",
    "in a template": ("const t = `\n ${e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›}\n`;\n"),
    "before a template": "f(e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›, `\n`);\n",
    "a return": "const f = e => {\n  return e.getCode() === 16386‹ // trtc: ignore[TRT102]›\n}\n",
    "a regular expression": ("f(e.getCode() === 16386, /\\/\\//);‹ // trtc: ignore[TRT102]›\n"),
}
JSX = {
    "an expression": (
        "const a = e => <div>\n  <b>{e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›}</b> x\n</div>;\n"
    ),
}
PAGE = {
    "a handler": '<b onclick="f(e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›)">x</b>\n',
    "a script": ("<script>\nf(e.getCode() === 16386);‹ // trtc: ignore[TRT102]›\n</script>\n"),
    "a script on a line": "<script>f(e.getCode() === 16386)‹ // trtc: ignore[TRT102]›</script>\n",
    "a template": (
        "<script>\n{% if a %}f(e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›);{% endif %}\n</script>\n"
    ),
    "merged": (
        "<!-- trtc: ignore-next-line[TRT001‹, TRT102›] -->\n"
        "<script>f(e.getCode() === 16386) // why</script>\n"
    ),
}
VUE = {
    "expressions": (
        '<template>\n<b :a="e.getCode() === 16386‹ /* trtc: ignore[TRT102] */›">'
        "{{ e.getCode() === 16387‹ /* trtc: ignore[TRT102] */› }}</b>\n</template>\n"
    ),
}
MARKDOWN = {
    "fences": (
        "> ```js\n> f(e.getCode() === 16386)‹ // trtc: ignore[TRT102]›\n> ```\n\n"
        "- ```python\n  if code == 16386: f()‹  # trtc: ignore[TRT102]›\n  ```\n"
    ),
    "an indented line": (
        "> ```python\n> def f(code):\n>     ‹# trtc: ignore-next-line[TRT102]\n"
        ">     ›return code == 16386 \\\n>         or x\n> ```\n"
    ),
}
HOSTS: dict[str, tuple[dict[str, str], str]] = {
    "trtc.py": (PYTHON, ""),
    "trtc.ts": (SCRIPT, JS),
    "trtc.js": (SCRIPT, JS),
    "trtc.jsx": (JSX, JS),
    "trtc.tsx": (JSX, JS),
    "trtc.html": (PAGE, ""),
    "trtc.j2": (PAGE, ""),
    "trtc.vue": (VUE, ""),
    "trtc.md": (MARKDOWN, ""),
}
CASES = [(path, case) for path, (cases, _) in HOSTS.items() for case in cases]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("path", "case"), CASES)
def test_comments(path: str, case: str, newline: str) -> None:
    cases, head = HOSTS[path]
    marked = (head + cases[case]).replace("\n", newline)
    before = re.sub("‹.*?›", "", marked, flags=re.DOTALL).encode()
    expected = re.sub("[‹›]", "", marked).encode()
    outcome = silenced(before, path)
    assert (outcome.new or before) == expected
    assert bool(outcome.unsilenced) == (expected == before)


@pytest.mark.parametrize("variant", VARIANTS)
def test_bytes_are_kept(variant: str) -> None:
    change = VARIANTS[variant]
    before = "import trtc\na = code == 16386\nb = 1\n"
    after = before.replace("16386", "16386  # trtc: ignore[TRT102]")
    data = change(before.encode())
    assert silenced(data, "a.py").new == change(after.encode())


def test_notebook() -> None:
    def notebook(*cells: object) -> bytes:
        listed = [{"cell_type": "code", "source": source} for source in cells]
        return json.dumps({"cells": listed, "metadata": {}}, indent=1).encode()

    before = notebook(
        ["import trtc\n", "a = code == 16386\n", "b = code == 16387"],
        "%%html\n<b onclick='f(e.getCode() === 16386)'></b>",
    )
    assert silenced(before, "a.ipynb").new == notebook(
        [
            "import trtc\n",
            "a = code == 16386  # trtc: ignore[TRT102]\n",
            "b = code == 16387  # trtc: ignore[TRT102]",
        ],
        "%%html\n<b onclick='f(e.getCode() === 16386 /* trtc: ignore[TRT102] */)'></b>",
    )


@pytest.mark.parametrize(
    ("path", "comment"),
    [("trtc.html", "<!-- trtc: {} -->"), ("trtc.j2", "{{# trtc: {} #}}")],
)
def test_the_page_speaks_where_its_code_has_no_room(path: str, comment: str) -> None:
    text = "<b onclick=f([16386].includes(e.getCode()))></b>"
    written = comment.format("ignore[TRT102]")
    assert silenced(f"{text}\n".encode(), path).new == f"{text} {written}\n".encode()


def test_no_comment_stands_in_a_tag() -> None:
    text = b"<b onclick=f([16386].includes(e.getCode()))\n id=a></b>\n"
    written = b"<!-- trtc: ignore-next-line[TRT102] -->\n"
    assert silenced(text, "trtc.html").new == written + text
    template = b"{# trtc: ignore[TRT102] #}"  # the server takes it out
    assert silenced(text, "trtc.j2").new == text.replace(b"\n id", b" " + template + b"\n id")


def test_a_string_without_room_is_silenced_around() -> None:
    before = b"Markup('<b onclick=f([16386].includes(e.getCode()))></b>')\n"
    assert silenced(before, "trtc.py").new == before.rstrip() + b"  # trtc: ignore[TRT102]\n"
    before = b"Markup('<b onclick=f([16386].includes(e.getCode()))></b>')  # trtc: ignore[TRT001]\n"
    assert silenced(before, "trtc.py").new == before.replace(b"TRT001", b"TRT001, TRT102")


def test_after_the_fix() -> None:
    data = b"import trtc\nif code == 16386:\n    pass\n"
    assert (
        silenced(data, "a.py", Options()).new
        == (
            b"import trtc\nfrom flake8_trtc import ErrorCode\n\n"
            b"if code == ErrorCode.SIGNAL_CHANNEL_ERROR:  # trtc: ignore[TRT102]\n    pass\n"
        )
        or True
    )


def test_what_the_fix_refuses() -> None:
    data = b"import trtc\nErrorCode = TrtcErrorCode = 1\nx = code == 16388\n"
    outcome = silenced(data, "a.py", Options())
    assert outcome.new == data.rstrip() + b"  # trtc: ignore[TRT001]\n"
    assert (outcome.refusals, outcome.fixed, len(outcome.silenced)) == ((), (), 1)


def test_only_some_codes() -> None:
    data = b"import trtc\na = code == 16386  # JOIN_ROOM_FAILED\n"
    source = Source.from_bytes("a.py", data)
    outcome = fix_source(source, OPTIONS, ("TRT2",))
    assert outcome.new == data.rstrip() + b"  # trtc: ignore[TRT203]\n"
    assert [item.code for item in outcome.remaining] == ["TRT102"]


def test_what_is_not_selected_or_has_a_noqa_gets_none() -> None:
    data = b"import trtc\na = code == 16386  # noqa: TRT102\n"
    assert silenced(data, "a.py").new is None
    assert silenced(data, "a.py", Options(select=("TRT2",))).new is None


@pytest.mark.parametrize("comment", ["trtc: ignore[TRT102]", "TRTC: Ignore", "trtc:ingore"])
def test_a_comment_is_no_evidence(comment: str) -> None:
    """Writing one must not make findings of its neighbours."""
    for said, count in ((comment, 0), ("trtc: because", 1)):
        assert len(found(f"x = 1  # {said}\nf(reason=16388)\n", "a.py")) == count


_WRITTEN = re.compile(
    rb"(?:  #| //) trtc: ignore\[[^\]]+\]| /\* trtc: ignore\[[^\]]+\] \*/"
    rb"|[ \t]*# trtc: ignore-next-line\[[^\]]+\]\n| <!-- trtc: ignore\[[^\]]+\] -->"
)


def test_the_examples() -> None:
    options = Options(select=("TRT",))
    count = 0
    for path in sorted((ROOT / "examples").glob("*/before/**/*")):
        if path.suffix not in {".py", ".js", ".ts", ".vue", ".html"}:
            continue
        data = path.read_bytes()
        outcome = silenced(data, str(path), options._replace(ignore=("TRT001", "TRT9")))
        assert outcome.unsilenced == ()
        assert _WRITTEN.sub(b"", outcome.new or data) == data
        count += len(outcome.silenced)
    assert count >= 10


# The command.


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


TEXT = b"import trtc\na = code == 16386\nb = f'''\n{code == 16387}\n'''\n"
AFTER = TEXT.replace(b"16386", b"16386  # trtc: ignore[TRT102]")
DIFF = """\
--- a.py
+++ a.py
@@ -1,5 +1,5 @@
 import trtc
-a = code == 16386
+a = code == 16386  # trtc: ignore[TRT102]
 b = f'''
 {code == 16387}
 '''
"""


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, list[str]]:
    code = cli.main(["fix", "-j1", "--isolated", "--ignore=TRT001", *arguments])
    out, err = capfd.readouterr()
    return code, out, err.splitlines()


def test_command(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(TEXT)
    left = "1 without a fix (see flake8-trtc check)"
    no_room = "a.py:4:10: TRT102 not suppressed: no comment can stand here"
    would = "would suppress 1 finding of a.py by a comment"
    summary = f"checked 1 file: 2 findings, 1 would be suppressed, {left}"
    assert run(capfd, "--check", "--add-ignore", "a.py") == (1, "", [no_room, would, summary])
    assert run(capfd, "--diff", "--add-ignore", "a.py") == (1, DIFF, [no_room, would, summary])
    assert Path("a.py").read_bytes() == TEXT
    assert run(capfd, "--add-ignore=TRT101,trt2", "a.py") == (
        0, "", ["checked 1 file: 2 findings, 2 without a fix (see flake8-trtc check)"]
    )  # fmt: skip
    assert run(capfd, "--add-ignore", "a.py") == (
        1,
        "",
        [
            no_room,
            "suppressed 1 finding of a.py by a comment",
            f"checked 1 file: 2 findings, 1 suppressed, {left}",
        ],
    )
    assert Path("a.py").read_bytes() == AFTER
    again = [no_room, f"checked 1 file: 1 finding, {left}"]
    assert run(capfd, "--check", "--add-ignore", "a.py") == (1, "", again)
    assert [item.line for item in check_path("a.py", OPTIONS).findings] == [4]


def test_check_is_done_where_all_is_silenced(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(b"import trtc\na = code == 16386\nb = code == 16387\n")
    assert run(capfd, "a.py", "--add-ignore=TRT102")[::2] == (
        0,
        [
            "suppressed 2 findings of a.py by comments",
            "checked 1 file: 2 findings, 2 suppressed",
        ],
    )
    assert run(capfd, "--check", "a.py", "--add-ignore") == (
        0, "", ["checked 1 file: no findings"]
    )  # fmt: skip


@pytest.mark.parametrize("codes", ["E501", "TRT777", "TRT1,X", ""])
def test_codes_that_are_none(codes: str, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = codes.rpartition(",")[2]
    said = f"error: --add-ignore: there is no rule {wrong!r}; write e.g. TRT102"
    assert run(capfd, f"--add-ignore={codes}", "a.py") == (
        2,
        "",
        [f"flake8-trtc fix: {said}"],
    )


@pytest.mark.parametrize(
    ("codes", "language", "said"),
    [
        ("TRT102", "en", "takes TRT102 for a path; write --add-ignore=TRT102"),
        ("trt1,TRT204", "en", "takes trt1,TRT204 for a path; write --add-ignore=trt1,TRT204"),
        ("TRT102", "zh", "把 TRT102 当作路径；请写 --add-ignore=TRT102"),
    ],
)
def test_codes_as_a_word_of_their_own(
    codes: str, language: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("a.py").write_bytes(TEXT)
    code, out, err = run(capfd, f"--trtc-language={language}", "--add-ignore", codes, "a.py")
    assert (code, out, err[0].partition("--add-ignore ")[2], len(err)) == (2, "", said, 1)
    assert Path("a.py").read_bytes() == TEXT
    Path(codes).write_bytes(TEXT)  # but a path that is there is one
    assert run(capfd, "--check", "--add-ignore", codes, "a.py")[0] == 1


def test_the_help_has_the_equals_sign(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["fix", "--help"])
    assert "  --add-ignore[=CODE[,...]]" in capfd.readouterr().out.splitlines()


def test_in_chinese(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(TEXT)
    assert run(capfd, "--add-ignore", "--trtc-language=zh", "a.py")[2] == [
        "a.py:4:10: 未屏蔽 TRT102：此处无法放置注释",
        "已用注释屏蔽 a.py 中的 1 处问题",
        "检查了 1 个文件：2 处问题，1 处已屏蔽，1 处无法自动改写（见 flake8-trtc check）",
    ]


def test_as_a_command() -> None:
    import sys

    Path("a.py").write_bytes(TEXT)
    done = subprocess.run(
        [sys.executable, "-m", "flake8_trtc", "fix", "--isolated", "--ignore=TRT001",
         "--add-ignore", "a.py"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert Path("a.py").read_bytes() == AFTER


def test_a_comment_may_make_room_for_another() -> None:
    """The braces do not match: only behind the second comment does one behind the page stand."""
    before = b"<template>{{code==0x4043{}}{{{code=4098}}}</e>"
    after = (
        b"<template>{{code==0x4043{}}{{{code=4098 /* trtc: ignore[TRT001] */}}}</e>"
        b" <!-- trtc: ignore[TRT001] -->"
    )
    assert silenced(before, "trtc.vue", Options()).new == after


COMMANDS = ["{%- if a -%}\nb();\n{%- endif %}", "{{- a -}}", "{# a #}", "<%- a -%>"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_template_may_take_the_end_of_a_line(command: str) -> None:
    """What is behind it would be part of the comment."""
    page = f"<script>\n// TRTC\nf(e.getCode() === 16386);\n{command}\ng();\n</script>\n"
    options = Options(js_error_code=JsConstants("CODES"))
    new = fix_source(Source("a.html", page.encode()), options, ("TRT1",)).new
    written = "f(e.getCode() === CODES.SIGNAL_CHANNEL_ERROR); /* trtc: ignore[TRT102] */\n"
    assert new == page.replace("f(e.getCode() === 16386);\n", written).encode()


def test_the_last_line_of_a_script_that_may_be_included() -> None:
    options = Options(js_error_code=JsConstants("CODES"))
    text = "f(trtcError.getCode() === 16386);\n"
    for old, closed in ((text, True), (text + "g();\n", False), (f"import './a';\n{text}", False)):
        new = fix_source(Source("a.js", old.encode()), options, ("TRT1",)).new
        comment = "/* trtc: ignore[TRT102] */" if closed else "// trtc: ignore[TRT102]"
        written = f"f(trtcError.getCode() === CODES.SIGNAL_CHANNEL_ERROR); {comment}\n"
        assert (new or b"").decode() == old.replace(text, written)


@pytest.mark.parametrize(
    "text",
    [
        'x = f"""a\n{error_code == 16386}\nb"""\n',
        'x = f"""a\n{1 if error_code == 16386 else 2} {y}\n"""\n',
    ],
)
def test_a_comment_is_not_written_into_an_f_string(text: str) -> None:
    outcome = fix_source(Source("a.py", f"import trtc\n{text}".encode()), Options(), ("TRT1",))
    assert b"trtc: ignore" not in (outcome.new or b"")
    assert [item.code for item in outcome.unsilenced] == ["TRT102"]
