"""The page of each error code, and that of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_trtc.catalog.codes import CAPTURE_ERRORS, CONSTANTS, DETAILS, Bilingual, Constant
from flake8_trtc.catalog.explain import sheet, status
from flake8_trtc.catalog.guides import guides
from flake8_trtc.catalog.pages import SDK_PAGES
from flake8_trtc.catalog.sheet import Section
from flake8_trtc.messages import explain as said
from sitegen import words
from sitegen.model import Page
from sitegen.words import escape, fence, table


def page(constant: Constant, language: str) -> Page:
    """All that the catalog knows of a code."""
    numbers = f"{constant.value:#x}, {constant.value}"
    text = "\n".join([f"# {escape(constant.name)} ({numbers})\n", *_blocks(constant, language)])
    return Page(f"codes/{constant.name}.md", f"{constant.value:#x} {constant.name}", text, weight=8)


def overview(language: str) -> Page:
    """The tables of the codes and of the extra codes."""
    title = words.CODES.of(language)
    constants = [
        [
            f"`{item.value:#x}`",
            f"`{item.value}`",
            f"[{escape(item.name)}]({item.name}.md)",
            escape(item.summary.of(language)),
            ", ".join(status(item, language)),
        ]
        for item in CONSTANTS.values()
    ]
    details = [
        [
            f"[`{item.value}`]({item.parent}.md#{item.value})",
            escape(item.parent),
            escape(item.summary.of(language)),
        ]
        for item in DETAILS.values()
    ]
    columns = (words.HEXADECIMAL, words.DECIMAL, words.NAME, words.MEANING, words.STATUS)
    extra = (words.EXTRA_CODES, words.NAME, words.MEANING)
    text = "\n".join(
        [
            f"# {title}\n",
            words.ALL_CODES.of(language) + "\n",
            _see_also(language),
            table([label.of(language) for label in columns], constants),
            f"## {words.EXTRA_CODES.of(language)} {{ #extra-codes }}\n",
            words.ALL_EXTRA.of(language) + "\n",
            table([label.of(language) for label in extra], details),
        ]
    )
    return Page("codes/index.md", title, text, hide="toc")


def _see_also(language: str) -> str:
    pages = (
        (words.FROM_V4, "v4-to-v5.md"),
        (words.V5, "v5/index.md"),
        (words.LITEAV, "liteav/index.md"),
    )
    links = "".join(f"- [{title.of(language)}]({path})\n" for title, path in pages)
    return f"{words.SEE_ALSO.of(language)}\n\n{links}"


def _blocks(constant: Constant, language: str) -> Iterator[str]:
    shown, others = sheet(constant, language), {"en": "zh", "zh": "en"}[language]
    yield f"**{escape(shown.summary)}**\n"
    # Without 0x, as a log or a search may have it.
    yield words.NUMBERS.of(language).format(f"{constant.value:x}", constant.value) + "\n"
    yield fence(f"ErrorCode.{constant.name} == {constant.value:#x} == {constant.value}", "python")
    replaced = {label.of(language) for label in (said.DETAILS, said.CAPTURE_ERRORS)}
    for section in shown.sections:
        yield f"## {section.label}\n"
        if section.label not in replaced:
            yield from _section(section)
        elif section.label == said.DETAILS.of(language):
            yield words.DETAILS_OF.of(language) + "\n"
            yield from _details(constant, language)
        else:
            yield from _captures(constant, language)
    yield f"## {words.OTHER_LANGUAGE.of(language)} {{ #other-language }}\n"
    yield escape(constant.summary.of(others)) + "\n"
    anchor = f"{SDK_PAGES[language]}#.{constant.name}"
    yield f"[{words.SDK_PAGE.of(language)}]({anchor}) · {words.EXPLAIN.of(language)}\n"
    yield fence(f"flake8-trtc explain {constant.value:#x} --language {language}", "sh")


def _section(section: Section) -> Iterator[str]:
    if section.kind == "code":
        yield fence("\n".join(section.lines), "javascript")
    elif section.kind == "list":
        lines = (re.sub(r"https://\S+", r"<\g<0>>", escape(line)) for line in section.lines)
        yield "".join(f"- {line}\n" for line in lines)
    else:
        yield from (f"{escape(line)}\n" for line in section.lines)


def _details(constant: Constant, language: str) -> Iterator[str]:
    """A heading each, so that a search for the number leads there."""
    for detail in DETAILS.values():
        if detail.parent == constant.name:
            yield f"### {detail.value} {{ #{detail.value} }}\n"
            yield from _texts(language, detail.summary, detail.description)
            if detail.ambiguous:
                yield said.AMBIGUOUS.of(language) + "\n"
            for section in guides([detail.description], language):
                yield from _section(section)


def _captures(constant: Constant, language: str) -> Iterator[str]:
    for capture in CAPTURE_ERRORS.values():
        if capture.parent == constant.name:
            yield f"### {capture.name} {{ #{capture.name} }}\n"
            advice = [] if capture.advice is None else [capture.advice]
            yield from _texts(language, capture.description, *advice)


def _texts(language: str, *texts: Bilingual) -> Iterator[str]:
    """Paragraphs; one that says the same as that before it is left out."""
    said = ""
    for text in texts:
        for line in text.of(language).split("\n"):
            if line.rstrip(".。").casefold() != said.rstrip(".。").casefold():
                yield escape(line) + "\n"
            said = line


def all_pages(language: str) -> tuple[Page, ...]:
    """The overview, then a page a code."""
    return (overview(language), *(page(item, language) for item in CONSTANTS.values()))
