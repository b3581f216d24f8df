"""All pages of the site in one language, and its menu."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sitegen import codes, commands, guide, messages, other_codes, rules, words
from sitegen.model import Group, Page
from sitegen.tables import ROOT

RESULTS = ROOT / "benchmarks" / "results"


@cache
def groups(language: str) -> tuple[Group, ...]:
    """The menu with its pages, in "en" or "zh"."""
    found = (
        Group(words.HOME.of(language), (guide.home(language),)),
        Group(words.GUIDE.of(language), (*guide.guide(language), *guide.written(language))),
        Group(words.RECIPES.of(language), guide.recipes(language)),
        Group(
            words.RULES.of(language),
            rules.all_pages(language, guide.prose("Rules", language, "rules")),
        ),
        Group(
            words.CODES.of(language),
            (*codes.all_pages(language), *other_codes.all_pages(language)),
        ),
        Group(
            words.OPTIONS.of(language),
            (commands.options(language, guide.prose("Options", language, "options")),),
        ),
        Group(words.COMMANDS.of(language), (*commands.commands(language), messages.page(language))),
        Group(
            words.MEASURED.of(language),
            tuple(_measured(path, language) for path in sorted(RESULTS.glob("*.md"))),
        ),
    )
    return tuple(_with_index(group) for group in found if group.pages)


def _with_index(group: Group) -> Group:
    """A group whose first page leads to the others, where it has none of its own."""
    folder = group.pages[0].path.partition("/")[0]
    if any(page.path in {"index.md", f"{folder}/index.md"} for page in group.pages):
        return group
    links = (f"- [{page.title}]({page.path.partition('/')[2]})\n" for page in group.pages)
    text = f"# {group.title}\n\n{''.join(links)}"
    return Group(group.title, (Page(f"{folder}/index.md", group.title, text), *group.pages))


def _measured(path: Path, language: str) -> Page:
    """The tables that a benchmark has written, below a title where they have none."""
    text = path.read_text(encoding="utf-8")
    title = words.TABLES[path.stem].of(language) if path.stem in words.TABLES else path.stem
    heading = "" if re.search(r"^# ", text, re.MULTILINE) else f"# {title}\n\n"
    return Page(f"measured/{path.name}", title, heading + text)


def results() -> dict[str, Path]:
    """The other files of the benchmarks, which pages show or lead to, by their places."""
    return {f"measured/{path.name}": path for path in RESULTS.glob("*") if path.suffix != ".md"}
