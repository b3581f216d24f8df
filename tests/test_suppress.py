"""noqa silences here exactly what it silences in flake8: both are run on the same files."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.detect.suppressions.noqa import unsuppressed
from flake8_trtc.languages.document import Document
from flake8_trtc.model import Finding
from flake8_trtc.source import Source

COMMENTS = (
    "# noqa", "# NOQA", "#noqa", "#  noqa", "# noqa:TRT001", "# noqa: TRT001", "# noqa : TRT001",
    "# noqa: TRT", "# noqa:T", "# noqa: TRT102", "# noqa: E501,TRT001", "# noqa: E501 TRT102",
    "# noqa: E501", "# noqa: trt001", "# noqa:TRT001 because", "# noqa TRT001", "# noqa:",
    "# noqa: 001", "# why # noqa: TRT102", "# noqa: TRT001  # noqa: TRT102", "# flake8: noqa",
    "# flake8: noqa: TRT001", "# flake8:noqa", "# Flake8: NoQA", "# not a noqa",
)  # fmt: skip
TEMPLATES = {
    "same line": "if code == 16386: pass  {}\n",
    "line above": "{}\nif code == 16386: pass\n",
    "line below": "if code == 16386: pass\n{}\n",
    "end of a bracket": "ok = code in (\n    16386,\n)  {}\n",
    "inside a bracket": "ok = code in (\n    16386,  {}\n    16387,\n)\n",
    "after a continuation": "ok = code == \\\n    16386  {}\n",
    "in a triple-quoted string": 'x = f"""{{code == 16386}}\n{}\n"""\n',
    "after a triple-quoted string": 'x = f"""\n{{code == 16386}}\n"""  {}\n',
    "in a string": "ok = code == 16386, '{}'\n",
    "after a tab and Chinese": "ok = code == 16386\t{} 错误码\n",
    "no final newline": "ok = code == 16386  {}",
    "in an indented body": "def f(code):\n    if code == 16386:  {}\n        pass\n",
    "untokenizable": "ok = code == 16386  {}\nx = (\n",
}
NEWLINES = {"lf": "\n", "crlf": "\r\n"}


def _found(source: Source) -> list[Finding]:
    """The findings of the rules that flake8 loads by itself."""
    return [item for item in scan(source, Options()) if Options().wants(item.code, source.path)]


def test_silences_what_flake8_silences(tmp_path: Path) -> None:
    expected: dict[str, list[str]] = {}
    placements = itertools.product(TEMPLATES, enumerate(COMMENTS), NEWLINES)
    for template, (number, comment), newline in placements:
        name = f"{template.replace(' ', '_')}-{number}-{newline}.py"
        text = "import trtc\n" + TEMPLATES[template].format(comment)
        data = text.replace("\n", NEWLINES[newline]).encode()
        (tmp_path / name).write_bytes(data)
        source = Source.from_bytes(str(tmp_path / name), data)
        expected[name] = [
            f"{finding.line}:{finding.column}:{finding.code}"
            for finding in unsuppressed(Document(source), _found(source))
        ]
    run = subprocess.run(
        [sys.executable, "-m", "flake8", "--isolated", "--select", "TRT", "-j1",
         "--format", "%(path)s:%(row)d:%(col)d:%(code)s", "."],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.stderr == ""
    seen: dict[str, list[str]] = {name: [] for name in expected}
    for line in run.stdout.splitlines():
        path, finding = line.removeprefix("./").split(":", 1)
        seen[path].append(finding)
    # flake8 builds no tree for broken code and runs no plugin on it; the rest is compared whole.
    compared = [name for name in expected if not name.startswith("untokenizable")]
    assert {name: seen[name] for name in compared} == {name: expected[name] for name in compared}
    counts = [len(expected[name]) for name in compared]
    assert 0 in counts
    assert 1 in counts
    assert max(counts) >= 2


def test_without_a_noqa_nothing_is_dropped() -> None:
    source = Source.from_bytes("a.py", b"def f(code): return code == 16388\n")
    findings = _found(source)
    assert len(findings) == 1
    assert unsuppressed(Document(source), findings) is findings
