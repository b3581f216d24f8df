"""The documentation site: its examples are true, it builds strictly, and its search finds codes.

The site is built where mkdocs is installed (the group docs), searched where there is Chromium, too.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pictures
import pytest
from browser import Browser, files, needs_chromium
from sitegen import guide, pages, tables
from sitegen.examples import DIRECTORY, Example, examples

from flake8_trtc.catalog import liteav_codes, v5_codes
from flake8_trtc.catalog.codes import CONSTANTS, DETAILS
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.pages import SITE, page, rule_page
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli import main
from flake8_trtc.config.settings import SETTINGS

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "zh")
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
# What made the plugin fail has been mended.
WITHOUT_EXAMPLES = {"TRT000"}
EXAMPLES = [
    pytest.param(code, example, id=f"{code}-{kind}-{number}")
    for code in RULES
    for kind in ("found", "silent")
    for number, example in enumerate(getattr(examples(code), kind))
]

needs_mkdocs = pytest.mark.skipif(
    importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("material") is None,
    reason="mkdocs is not installed (the group docs)",
)


def test_every_rule_has_examples() -> None:
    assert sorted(path.stem for path in DIRECTORY.iterdir()) == list(RULES)
    for code in RULES.keys() - WITHOUT_EXAMPLES:
        here = examples(code)
        assert here.found
        assert here.silent
        assert all(code in {rule for _, _, rule in item.marks} for item in here.found)
        assert all(item.marks == () and item.why is not None for item in here.silent)
        assert set(here.options) <= {setting.name for setting in SETTINGS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_example(
    code: str,
    example: Example,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What the page shows is what `check` prints and `fix` writes, and where the marks are."""
    monkeypatch.chdir(tmp_path)
    file = Path(example.file)
    file.write_text(example.text, encoding="utf-8")
    settings = {**example.settings, "trtc-language": language}
    arguments = ["--isolated", *(f"--{name}={value}" for name, value in settings.items())]

    assert main(["check", *arguments, example.file]) == (1 if example.marks else 0)
    said = capsys.readouterr().out.splitlines()
    assert said == example.findings(language)
    found = [re.fullmatch(r"[^:]+:(\d+):(\d+): (TRT\d+) .+", line) for line in said]
    assert tuple((int(m[1]), int(m[2]), m[3]) for m in found if m) == example.marks

    main(["fix", *arguments, example.file])
    refused = list(example.refusals(language))
    told = capsys.readouterr().err.splitlines()
    of_file = [line for line in told if line.startswith(f"{example.file}:")]
    assert [line for line in of_file if re.search("not fixed|未改写", line)] == refused
    after = file.read_text(encoding="utf-8")
    assert (None if after == example.text else after) == example.after
    fixable = any(RULES[rule].fixable for _, _, rule in example.marks)
    assert (example.after is not None or refused != []) == fixable

    shown = shown_pages(language)[f"rules/{code}.md"]
    for text in (example.text, "\n".join(said), example.after or "", "\n".join(refused)):
        assert text.rstrip() in shown


def shown_pages(language: str) -> dict[str, str]:
    return {page.path: page.text for group in pages.groups(language) for page in group.pages}


def test_both_languages_have_the_same_pages() -> None:
    english, chinese = map(shown_pages, LANGUAGES)
    assert list(english) == list(chinese)
    own = {name for name in english if name.startswith(("rules/", "codes/"))}
    assert own == {
        "rules/index.md",
        "codes/index.md",
        *(f"rules/{code}.md" for code in RULES),
        *(f"codes/{constant.name}.md" for constant in CONSTANTS.values()),
        *(f"codes/v5/{code.name}.md" for code in v5_codes.CODES.values()),
        *(f"codes/liteav/{code.name}.md" for code in liteav_codes.CODES.values()),
        "codes/v4-to-v5.md",
        "codes/v5/index.md",
        "codes/liteav/index.md",
    }
    assert [name for name in own if english[name] == chinese[name]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_pages(language: str) -> None:
    texts = shown_pages(language)
    for constant in CONSTANTS.values():
        text = texts[f"codes/{constant.name}.md"]
        assert f"({constant.value:#x}, {constant.value})" in text.splitlines()[0]
        for phrase in (constant.summary, constant.advice, constant.replacement):
            if phrase is not None:
                assert unescaped(phrase.of(language)) in unescaped(text)
    for detail in DETAILS.values():
        text = texts[f"codes/{detail.parent}.md"]
        assert f"### {detail.value} {{ #{detail.value} }}\n" in text
        assert unescaped(detail.description.of(language)).rstrip(".。") in unescaped(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_other_codes(language: str) -> None:
    texts = shown_pages(language)
    for sdk, codes in (("v5", v5_codes.CODES), ("liteav", liteav_codes.CODES)):
        for code in codes.values():
            text = texts[f"codes/{sdk}/{code.name}.md"]
            assert f"({code.value}, {sdk})" in text.splitlines()[0]
            for phrase in (code.summary, code.advice, code.note):
                if phrase is not None:
                    assert unescaped(phrase.of(language)) in unescaped(text)
    for extra in v5_codes.EXTRA_CODES.values():
        text = texts[f"codes/v5/{extra.parent}.md"]
        assert f"{{ #{extra.value} }}\n" in text
        for phrase in (extra.summary, extra.note):
            if phrase is not None:
                assert unescaped(phrase.of(language)) in unescaped(text)
    for internal in v5_codes.INTERNAL_CODES.values():
        assert f"| `{internal.value}` |" in texts["codes/v5/index.md"]
    migration = texts["codes/v4-to-v5.md"]
    for constant in CONSTANTS.values():
        assert f"| `{constant.value:#x}` | [" in migration
        assert unescaped(in_v5(constant.v5, language)) in unescaped(migration)
    assert "| `client.join` | `trtc.enterRoom` | " in migration
    assert "| `stream-subscribed` | – |  |" in migration


def unescaped(text: str) -> str:
    """Markdown without what shields its characters, in one line."""
    plain = re.sub(r"\\(?=[\W_])", "", text.replace("&lt;", "<").replace("&amp;", "&"))
    return " ".join(plain.split()).casefold()


ROWS = {
    "en": (
        "| code | finds | default | fix |\n|---|---|---|---|\n| TRT000 | internal failure | on | – |",
        "| TRT901 | home-made copy of a constant | opt-in | yes |",
        "| option | value | what it does |\n|---|---|---|",
        "| `trtc-allow` | `CODE[,…]` | Numbers or constant names that are never reported. |",
    ),
    "zh": (
        "| 编号 | 检查内容 | 默认 | 自动修复 |\n|---|---|---|---|\n| TRT000 | 插件自身出错 | 默认开启 | – |",
        "| TRT901 | 自行定义的重复常量 | 需启用 | 可以 |",
        "| 选项 | 取值 | 作用 |\n|---|---|---|",
        "| `trtc-allow` | `CODE[,…]` | 从不报告的数字或常量名。 |",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_of_the_readme_are_fresh(language: str) -> None:
    text = tables.whole(language)
    assert tables.rewritten(text, language) == text
    for row in ROWS[language]:
        assert f"\n{row}\n" in text
    for code in RULES:
        assert len(re.findall(rf"^\| {code} \| .+ \|$", text, re.MULTILINE)) == 1
    for setting in SETTINGS:
        assert len(re.findall(rf"^\| `{setting.name}` \| .+ \|$", text, re.MULTILINE)) == 1


def test_a_stale_table_is_seen_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tables, "ROOT", tmp_path)
    names = [name for language in tables.READMES for name in tables.documents(language)]
    for name in names:
        text = (ROOT / name).read_text(encoding="utf-8")
        stale = text.replace("| TRT001 |", "| TRT999 |") if ".zh" in name else text
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(stale, encoding="utf-8")
    assert tables.main(["--check"]) == 1
    assert capsys.readouterr().err == "README.zh-CN.md: stale tables; run python docs/tables.py\n"
    assert tables.main([]) == 0
    assert tables.main(["--check"]) == 0
    for name in names:
        assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes()
    (tmp_path / "docs/guide/options.md").write_text("## Options\n", encoding="utf-8")
    assert tables.main([]) == 2
    assert capsys.readouterr().err == "en: no <!-- options --> … <!-- /options -->\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_an_index(language: str) -> None:
    """It is the first page below its heading in the menu, and leads to all of the others."""
    for group in pages.groups(language):
        first, *others = group.pages
        assert first.path.endswith("index.md"), group.title
        if first.path in {"guide/index.md", "recipes/index.md", "commands/index.md"}:
            for page in others:
                assert f"[{page.title}]({page.path.partition('/')[2]})" in first.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_says_how_to_install_it(language: str) -> None:
    text = shown_pages(language)["index.md"]
    assert "\nuvx --from git+https://github.com/OWNER/flake8-trtc flake8-trtc check .\n" in text
    assert "](https://github.com/OWNER/flake8-trtc)" in text
    assert "](guide/set-up.md)" in text
    assert "nox" not in text


def test_every_section_of_the_readme_is_on_a_page() -> None:
    shown = "\n".join(shown_pages("en").values())
    sections = guide.sections("en")
    assert len(sections) > 10
    for section in sections:
        paragraph = re.search(r"^[A-Z][^\n\[|`]{20,}$", section.text, re.MULTILINE)
        if paragraph and section.title not in {"Documentation", "Contributing"}:
            assert paragraph[0] in shown


def test_the_readme_is_fitted_to_the_site() -> None:
    text = (
        "[rows](benchmarks/results/speed.md) ![plot](benchmarks/results/speed.svg)\n"
        "![site](docs/images/site.png) [`examples/`](examples) [options](#options)\n"
        "[CI](#in-ci) [nowhere](#nowhere) [SDK](https://example.com/a.html#b)\n"
        "中文；\n中文\n\n- 中文\n- 中\nen\n"
        "```python a.py\nx = [1](2)\n```\n"
    )
    assert guide.fitted(text, "guide", "en") == (
        "[rows](../measured/speed.md) ![plot](../measured/speed.svg)\n"
        "![site](../images/site.png) `examples/` [options](../options/index.md)\n"
        "[CI](../recipes/in-ci.md) nowhere [SDK](https://example.com/a.html#b)\n"
        "中文；中文\n\n- 中文\n- 中\nen\n"
        '```python title="a.py"\nx = [1](2)\n```\n'
    )


def test_what_was_measured_has_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "RESULTS", tmp_path)
    (tmp_path / "speed.md").write_text("2026-11-24\n\n| a |\n|---|\n", encoding="utf-8")
    (tmp_path / "speed.csv").write_bytes(b"a\n")
    (group,) = (group for group in pages.groups.__wrapped__("zh") if group.title == "实测")
    index, shown = group.pages
    assert (index.path, index.text) == ("measured/index.md", "# 实测\n\n- [速度](speed.md)\n")
    assert (shown.path, shown.title) == ("measured/speed.md", "速度")
    assert shown.text == "# 速度\n\n2026-11-24\n\n| a |\n|---|\n"
    assert pages.results() == {"measured/speed.csv": tmp_path / "speed.csv"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures(language: str) -> None:
    """That of the terminal shows what `check` prints now: if not, run docs/pictures.py."""
    readme = (ROOT / tables.READMES[language]).read_text(encoding="utf-8")
    terminal, photograph = (
        pictures.picture(kind, language) for kind in ("terminal.svg", "site.png")
    )
    assert re.findall(r"!\[.+?\]\(docs/(.+?)\)", readme) == [
        path.relative_to(ROOT / "docs").as_posix() for path in (terminal, photograph)
    ]
    printed = re.sub(r"\x1b\[[\d;]*m", "", pictures.printed(language))
    svg = terminal.read_text(encoding="utf-8")
    assert pictures.shown(svg) == "".join(printed.split())
    assert "url(http" not in svg
    data = photograph.read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    assert len(data) < 150_000


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as it is for others. Chinese goes below English."""
    directory = tmp_path_factory.mktemp("site")
    for config, target in (("mkdocs.yml", directory), ("mkdocs.zh.yml", directory / "zh")):
        done = subprocess.run(
            [*MKDOCS, "--config-file", str(ROOT / config), "--site-dir", str(target)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return directory


@needs_mkdocs
@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_in_reports_are_pages(site: Path, language: str) -> None:
    addresses = [page(language)]
    addresses += [page(language, value) for value in (*CONSTANTS, *DETAILS)]
    addresses += [
        page(language, value)
        for value in (*v5_codes.CODES, *v5_codes.EXTRA_CODES, *liteav_codes.CODES)
    ]
    assert page(language, 12345) == page(language)
    addresses += [rule_page(language, code) for code in RULES]
    for address in addresses:
        assert address.startswith(SITE)
        path, _, anchor = address.removeprefix(SITE).partition("#")
        html = (site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html
        assert f'<link rel="canonical" href="{SITE}{path}">' in html


@needs_mkdocs
def test_the_site_asks_no_other_host_for_anything(site: Path) -> None:
    built = list(site.rglob("*.html"))
    assert len(built) > 2 * (len(RULES) + len(CONSTANTS))
    for path in built:
        html = path.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:script|img|iframe|source)\b[^>]*?\bsrc=\"?(https?:|//)", html)
        styles = re.findall(r"<link\b[^>]*\brel=\"?(?:stylesheet|preconnect|icon)[^>]*", html)
        assert loaded == []
        assert [link for link in styles if re.search(r"href=\"?(?:https?:|//)", link)] == []


WIDE = "--window-size=1280,900"  # on a small screen the search box is behind a button
SEARCHES = {
    "0x4043": "codes/PLAY_NOT_ALLOWED/",
    "16451": "codes/PLAY_NOT_ALLOWED/",
    "自动播放": "codes/PLAY_NOT_ALLOWED/",
    "4043": "codes/PLAY_NOT_ALLOWED/",
    "0X4043": "codes/PLAY_NOT_ALLOWED/",
    "eslint": "recipes/beside-eslint/",
    "PLAY_NOT_ALLOWED": "codes/PLAY_NOT_ALLOWED/",
    "autoplay": "codes/PLAY_NOT_ALLOWED/",
    "推流": "codes/START_PUBLISH_CDN_FAILED/",
    "4096": "codes/INVALID_PARAMETER/",
    "70001": "codes/SIGNAL_CHANNEL_SETUP_FAILED/#70001",
    "-100013": "codes/JOIN_ROOM_FAILED/#-100013",
    "5300": "codes/v5/DEVICE_ERROR/",
    "5302": "codes/v5/DEVICE_ERROR/#5302",
    "-3301": "codes/liteav/ERR_ENTER_ROOM_FAILED/",
    "TRT203": "rules/TRT203/",
    "trtc-assume": "options/#trtc-assume",
}


@needs_mkdocs
@needs_chromium
@pytest.mark.parametrize("root", ["", "zh/"])
def test_search_leads_to_the_page(site: Path, root: str) -> None:
    with files(site) as address, Browser(WIDE) as browser:
        for query, expected in SEARCHES.items():
            tab = browser.open(f"{address}/{root}")
            tab.click("input.md-search__input")
            tab.type(query)
            tab.waits("document.querySelector('.md-search-result__item')")
            tab.enter()  # opens what fits best
            tab.waits(f"location.href.split(/[?#]/)[0] !== '{address}/{root}'")
            place, _, anchor = str(tab.evaluate("location.href")).partition("#")
            wanted = expected.partition("#")
            assert place.partition("?")[0] == f"{address}/{root}{wanted[0]}", query
            assert not wanted[2] or anchor == wanted[2]
            assert tab.errors == []


@needs_mkdocs
@needs_chromium
def test_the_language_switch_leads_to_the_same_page(site: Path) -> None:
    with files(site) as address, Browser(WIDE) as browser:
        for path in ("", "rules/", "codes/PLAY_NOT_ALLOWED/"):
            for here, there, language in (("", "zh/", "zh"), ("zh/", "", "en")):
                tab = browser.open(f"{address}/{here}{path}")
                tab.evaluate(
                    f"document.querySelector('.md-select__link[hreflang={language}]').click()"
                )
                tab.waits(f"document.documentElement?.lang === '{language}'")
                assert tab.evaluate("location.href") == f"{address}/{there}{path}"
                assert tab.errors == []
