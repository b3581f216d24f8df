"""Pages made of the READMEs and the guide: a page a section, a page a recipe, a page a file.

The sections of the two READMEs are the same in the same order; a page is named after the English
one, so that it has the same address in both languages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sitegen import words
from sitegen.model import Page
from sitegen.tables import BLOCK, GUIDES, READMES, ROOT, documents, whole

_HOME, _SET_UP, _RECIPES = "What it does", "Set up", "Recipes"
# Not pages of their own: they open another page, or are of use in a checkout only.
_ELSEWHERE = {_HOME, _RECIPES, "Rules", "Options", "Documentation"}
# Files of the checkout that the site has, too, and where.
KEPT = {"docs/images": "images/", "benchmarks/results": "measured/"}
# A line's end between Chinese: a browser would show a space.
_BROKEN_LINE = re.compile(r"(?<=[\u2e80-\uffef])\n(?=[\u2e80-\uffef])")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(([^()\s]+)\)")
_FENCE = re.compile(r"^(```.*?^```)$\n?", re.MULTILINE | re.DOTALL)


class Section(NamedTuple):
    """A heading of a README, how deep it is (2 for ##), and the text up to the next one."""

    level: int
    title: str
    text: str


@cache
def sections(language: str) -> tuple[Section, ...]:
    """The sections of a README and its guide; the first is what stands before the first ##."""
    found = [Section(1, "", "")]
    for number, part in enumerate(_FENCE.split(whole(language))):
        pieces = [part] if number % 2 else re.split(r"^(#{2,3}) (.+)\n", part, flags=re.MULTILINE)
        found[-1] = found[-1]._replace(text=found[-1].text + pieces[0])
        for marks, title, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            found.append(Section(len(marks), title, text))
    levels = [section.level for section in found]
    if language != "en" and levels != [section.level for section in sections("en")]:
        raise ValueError(f"{READMES[language]} and its guide have other sections than the English")
    return tuple(found)


def home(language: str) -> Page:
    """The first page: what the README begins with."""
    intro = sections(language)[0].text.split("\n", 4)[4]  # after the title and the other language
    parts = ["# flake8-trtc\n", fitted(intro, "", language), _install(language)]
    text = "\n".join([*parts, prose(_HOME, language, "")])
    return Page("index.md", "flake8-trtc", text, hide="navigation")


def _install(language: str) -> str:
    """How to install it, up to the first block of commands, and where the rest and the code are."""
    text = prose(_SET_UP, language, "")
    first = _FENCE.search(text)
    if first is None:
        raise ValueError(f"{READMES[language]} shows no command that installs it")
    repository = re.search(r"git\+(https://\S+/flake8-trtc)", first[0])
    links = [f"[{words.SET_UP.of(language)}](guide/{_slug(_SET_UP)}.md)"]
    if repository is not None:
        links.append(f"[{words.REPOSITORY.of(language)}]({repository[1]})")
    return f"{text[: first.end()]}\n{' · '.join(links)}\n"


def prose(title: str, language: str, folder: str) -> str:
    """The text of a section by its English heading, without the generated table.

    folder: of the page that it is for. Raises ValueError where there is no such section.
    """
    for number, section in enumerate(sections("en")):
        if section.title == title:
            return fitted(BLOCK.sub("", sections(language)[number].text), folder, language)
    raise ValueError(f"{READMES['en']} has no section {title!r}, which docs/sitegen puts on a page")


def guide(language: str) -> tuple[Page, ...]:
    """A page for each section that has no other place."""
    return _pages(language, lambda top, here: here.level == 2 and top not in _ELSEWHERE, "guide")


def written(language: str) -> tuple[Page, ...]:
    """The files of the guide that are a page each."""
    pages = []
    for path in sorted((ROOT / GUIDES[language]).glob("*.md")):
        if f"{GUIDES[language]}/{path.name}" not in documents(language):
            text = path.read_text(encoding="utf-8")
            title = text.split("\n", 1)[0].removeprefix("# ")
            pages.append(Page(f"guide/{path.name}", title, fitted(text, "guide", language)))
    return tuple(pages)


def recipes(language: str) -> tuple[Page, ...]:
    """A page for each recipe."""
    return _pages(language, lambda top, here: here.level == 3 and top == _RECIPES, "recipes")


def _pages(language: str, wanted: Callable[[str, Section], bool], folder: str) -> tuple[Page, ...]:
    pages, top = list[Page](), ""
    for ours, theirs in zip(sections("en"), sections(language), strict=True):
        top = ours.title if ours.level == 2 else top
        if wanted(top, ours):
            text = f"# {theirs.title}\n{fitted(theirs.text, folder, language)}"
            pages.append(Page(f"{folder}/{_slug(ours.title)}.md", theirs.title, text))
        elif ours.level == 3 and top not in _ELSEWHERE and pages:
            more = f"\n## {theirs.title}\n{fitted(theirs.text, folder, language)}"
            pages[-1] = pages[-1]._replace(text=pages[-1].text + more)
    return tuple(pages)


def fitted(text: str, folder: str, language: str) -> str:
    """Text of a README for a page: the titles of its fences, and where its links lead."""
    parts = _FENCE.split(text)
    for number, part in enumerate(parts):
        if number % 2:
            parts[number] = (
                re.sub(r"\A```(\w+) (\S+)$", r'```\1 title="\2"', part, flags=re.M) + "\n"
            )
        else:
            part = _BROKEN_LINE.sub("", part)
            parts[number] = _LINK.sub(lambda match: _link(match, folder, language), part)
    return "".join(parts)


def _link(match: re.Match[str], folder: str, language: str) -> str:
    mark, shown, target = match.groups()
    if "://" in target:
        return match[0]
    target = re.sub(r"^(\.\./)+", "", target)  # the checkout's own folder, seen from the guide
    kept, name = posixpath.split(target)
    if kept in KEPT:
        return f"{mark}[{shown}]({posixpath.relpath(KEPT[kept] + name, folder or '.')})"
    place = _chapters(language).get(target)
    if target.startswith("#"):
        place = _places(language).get(target.removeprefix("#"))
    # What is in the checkout only is no link here.
    return shown if place is None else f"[{shown}]({posixpath.relpath(place, folder or '.')})"


@cache
def _chapters(language: str) -> dict[str, str]:
    """The page of each file of the guide: that of its first section, or of its first recipe."""
    chapters = {}
    for name in documents(language)[1:]:
        text = (ROOT / name).read_text(encoding="utf-8")
        titles = re.findall(r"^##+ (.+)$", text, flags=re.MULTILINE)
        places = _places(language)
        found = next((places[slug] for slug in map(_slug, titles) if slug in places), None)
        if found is not None:
            chapters[name] = found
    return chapters


@cache
def _places(language: str) -> dict[str, str]:
    """The page of each heading, by its anchor."""
    own = {"What it does": "index.md", "Rules": "rules/index.md", "Options": "options/index.md"}
    places, top = {}, ""
    for ours, theirs in zip(sections("en"), sections(language), strict=True):
        top = ours.title if ours.level == 2 else top
        folder = "recipes" if top == _RECIPES else "guide"
        of = ours.title if top == _RECIPES else top
        if of not in _ELSEWHERE or of in own:
            places[_slug(theirs.title)] = own.get(of, f"{folder}/{_slug(of)}.md")
    return places


def _slug(title: str) -> str:
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))
