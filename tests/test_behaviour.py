"""The behaviour bench sees a fix that breaks what runs, and the fix breaks none of 300 files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from runjs import needs_node
from sizes import every

ROOT = Path(__file__).parent.parent
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.behaviour import __main__ as bench  # noqa: E402
from benchmarks.behaviour import fixed as fixing  # noqa: E402
from benchmarks.behaviour.case import Case  # noqa: E402
from benchmarks.behaviour.fixed import Fixed  # noqa: E402
from benchmarks.behaviour.kinds import KINDS, cases  # noqa: E402
from benchmarks.behaviour.rendered import parts, renderings  # noqa: E402
from benchmarks.behaviour.table import rows  # noqa: E402


def test_a_seed_makes_the_same_files() -> None:
    assert list(cases(60, 3, npm=True)) == list(cases(60, 3, npm=True))
    assert list(cases(60, 3, npm=True)) != list(cases(60, 4, npm=True))


def test_every_kind_has_its_share() -> None:
    assert sum(kind.share for kind in KINDS) == 100
    made = list(cases(2000, 1, npm=True))
    assert len(made) == pytest.approx(2000, abs=5)
    assert all(case.codes and case.main in case.files for case in made)


def test_a_page_is_taken_apart_as_browsers_do_it() -> None:
    page = '<p onclick="a()"><script>b()</script><script type="module">c()</script><script type="text/html">d()</script><script src="e.js"></script>'
    assert parts(page, {"e.js": "e()"}) == [
        {"how": "handler", "text": "a()"},
        {"how": "classic", "text": "b()"},
        {"how": "module", "text": "c()"},
        {"how": "classic", "text": "e()"},
    ]


@pytest.mark.parametrize("engine", ["jinja", "django"])
def test_a_template_is_rendered_on_every_branch(engine: str) -> None:
    if engine == "django":
        pytest.importorskip("django")
    files = {"a.html": "{% if a %}1{% endif %}{% for x in xs %}x{% endfor %}"}
    assert set(renderings(engine, files, "a.html")) == {"", "x", "xx", "1", "1x", "1xx"}


BROKEN = {
    "module": "export const handle = (error) => error.getCode() === 1;",
    "commonjs": "exports.handle = (error) => error.getCode() === 1;",
    "page": "<script>log(error.getCode() === 1)</script>",
    "jinja": "{% if b %}<script>log(error.getCode() === 1)</script>{% endif %}",
    "python": "def handle(error_code):\n    return error_code == 1\n",
    "strings": "page.evaluate('(error) => error.getCode() === 1')\n",
    "jest": "jest.mock('x', () => error.getCode() === 1); log(require('x'));",
    "vitest": "import { vi } from 'vitest';\nvi.mock('x', () => ({ default: error.getCode() === 1 }));\nconst x = await import('x');\nlog(x.default);",
}


@needs_node
@pytest.mark.parametrize("runner", BROKEN)
def test_a_fix_that_breaks_a_file_is_seen(runner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("kind", "shape", {"a": BROKEN[runner]}, "a", runner, (16388, 1))

    def broken(cases: Sequence[Case], directory: Path) -> list[Fixed]:
        files = {"a": BROKEN[runner].replace("1", "2")}
        (directory / "0" / "a").write_text(files["a"], encoding="utf-8")
        return [Fixed(files, 1, ())]

    monkeypatch.setattr(fixing, "fix", broken)
    (outcome,) = bench.behaviour([case], None, real=False)
    assert outcome.ran
    assert outcome.different is not None
    assert rows([outcome])[-1]["different"] == "1"
    assert "--- does" in bench.shown(outcome)


@needs_node
def test_what_is_left_alone_is_not_run() -> None:
    case = Case("kind", "shape", {"a.js": "const a = 1;\n"}, "a.js", "commonjs", (16388,))
    (outcome,) = bench.behaviour([case], None, real=False)
    assert outcome.ran is None
    assert outcome.different is None


@needs_node
def test_the_fix_breaks_no_file() -> None:
    """Of 300, in short of 100."""
    count = 300 // every(3)
    outcomes = bench.behaviour(list(cases(count, 1, npm=False)), None, real=False)
    broken = [item for item in outcomes if item.different is not None or item.fixed.error]
    assert not broken, bench.shown(broken[0])
    changed = [item for item in outcomes if item.ran is not None]
    assert len(changed) > count * 2 / 3
    assert sum(item.ran is True for item in changed) > 0.9 * len(changed)
