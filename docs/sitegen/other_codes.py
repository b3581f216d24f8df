"""The pages of v5's and of liteav's codes, and that of the way from v4 to v5."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from flake8_trtc.catalog import elsewhere, liteav_codes, v5_codes
from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.catalog.entries import Code, ExtraCode, InternalCode
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.sheet import Section
from flake8_trtc.messages import explain as said
from sitegen import words
from sitegen.model import Page
from sitegen.tables import ROOT
from sitegen.words import escape, fence, table


def all_pages(language: str) -> tuple[Page, ...]:
    """The way from v4 to v5, then the codes of v5 and of liteav, each with its overview."""
    return (
        from_v4(language),
        v5(language),
        *(page(code, language) for code in v5_codes.CODES.values()),
        liteav(language),
        *(page(code, language) for code in liteav_codes.CODES.values()),
    )


def page(code: Code, language: str) -> Page:
    """All that the catalog knows of a code of v5 or of liteav."""
    sdk = "liteav" if elsewhere.is_liteav(code) else "v5"
    head = [f"# {escape(code.name)} ({code.value}, {sdk})\n"]
    text = "\n".join([*head, *_blocks(code, sdk, language)])
    return Page(f"codes/{sdk}/{code.name}.md", f"{code.value} {code.name} ({sdk})", text, weight=2)


def _blocks(code: Code, sdk: str, language: str) -> Iterator[str]:
    shown = elsewhere.sheet(code, language)
    yield f"**{escape(shown.summary)}**\n"
    compared = f"{shown.title.partition(' = ')[0]} == {code.value}"
    yield fence(compared, "javascript" if sdk == "v5" else "python")
    for section in shown.sections:
        yield f"## {section.label}\n"
        if section.label == said.DETAILS.of(language):
            yield words.EXTRA_OF_V5.of(language) + "\n"
            yield from _extra_codes(code, language)
        elif section.label == said.V4.of(language):
            yield from _v4(section)
        else:
            bullet = "- " if section.kind == "list" else ""
            yield from (f"{bullet}{escape(line)}\n" for line in section.lines)
    others = {"en": "zh", "zh": "en"}[language]
    yield f"## {words.OTHER_LANGUAGE.of(language)} {{ #other-language }}\n"
    yield escape(code.summary.of(others)) + "\n"
    yield words.EXPLAIN.of(language) + "\n"
    query = shown.title.partition(" = ")[0]
    yield fence(f"python -m flake8_trtc explain {query} --language {language}", "sh")


def _v4(section: Section) -> Iterator[str]:
    names = (line.rpartition(".")[2] for line in section.lines)
    yield "".join(f"- [ErrorCode.{escape(name)}](../{name}.md)\n" for name in names)


def _extra_codes(code: Code, language: str) -> Iterator[str]:
    """A heading each, so that a search for the number leads there."""
    for extra in v5_codes.EXTRA_CODES.values():
        if extra.parent == code.name:
            yield f"### {extra.value} {escape(extra.name)} {{ #{extra.value} }}\n"
            yield from _extra(extra, language)


def _extra(extra: ExtraCode, language: str) -> Iterator[str]:
    yield escape(extra.summary.of(language)) + "\n"
    known = said.EXTRA_OF_V5.of(language)
    for section in elsewhere.sheet(extra, language).sections:
        label = f"{section.label}: " if section.kind != "list" else ""
        yield from (f"{label}{escape(line)}\n" for line in section.lines if line != known)


def v5(language: str) -> Page:
    """The tables of v5's codes, of its extra codes and of those inside it."""
    columns = (words.DECIMAL, words.NAME, words.MEANING)
    codes = [
        [f"`{code.value}`", f"[{escape(code.name)}]({code.name}.md)", _said(code, language)]
        for code in v5_codes.CODES.values()
    ]
    extra = [
        [
            f"[`{code.value}`]({code.parent}.md#{code.value})",
            escape(code.name),
            _said(code, language),
        ]
        for code in v5_codes.EXTRA_CODES.values()
    ]
    internal = [
        [
            f"`{code.value}`",
            escape(code.name),
            _said(code, language),
            escape(in_v5(code.v5, language)),
        ]
        for code in v5_codes.INTERNAL_CODES.values()
    ]
    given = (*columns, words.GIVEN)
    title = words.V5.of(language)
    text = "\n".join(
        [
            f"# {title}\n",
            words.ALL_V5.of(language) + "\n",
            table([label.of(language) for label in columns], codes),
            f"## {words.EXTRA_CODES.of(language)} {{ #extra-codes }}\n",
            words.EXTRA_OF_V5.of(language) + "\n",
            table([label.of(language) for label in columns], extra),
            f"## {words.INTERNAL.of(language)} {{ #internal }}\n",
            words.ALL_INTERNAL.of(language) + "\n",
            table([label.of(language) for label in given], internal),
        ]
    )
    return Page("codes/v5/index.md", title, text, hide="toc")


def liteav(language: str) -> Page:
    """The table of liteav's codes."""
    columns = (words.DECIMAL, words.NAME, words.MEANING)
    codes = [
        [f"`{code.value}`", f"[{escape(code.name)}]({code.name}.md)", _said(code, language)]
        for code in liteav_codes.CODES.values()
    ]
    title = words.LITEAV.of(language)
    text = "\n".join(
        [
            f"# {title}\n",
            words.ALL_LITEAV.of(language) + "\n",
            table([label.of(language) for label in columns], codes),
        ]
    )
    return Page("codes/liteav/index.md", title, text, hide="toc")


def from_v4(language: str) -> Page:
    """What v5 gives in place of each code of v4."""
    columns = (words.HEXADECIMAL, words.IN_V4, words.IN_V5, words.ONE_TO_ONE)
    rows = [
        [
            f"`{item.value:#x}`",
            f"[{escape(item.name)}]({item.name}.md)",
            escape(in_v5(item.v5, language)),
            words.IS_ONE.of(language) if item.v5.exact else "–",
        ]
        for item in CONSTANTS.values()
    ]
    title = words.FROM_V4.of(language)
    text = "\n".join(
        [
            f"# {title}\n",
            words.ABOUT_FROM_V4.of(language) + "\n",
            fence(words.HANDLER_V4, "javascript", title="v4"),
            fence(words.HANDLER_V5.of(language), "javascript", title="v5"),
            words.SOURCES_FROM_V4.of(language) + "\n",
            table([label.of(language) for label in columns], rows),
            *_calls(language),
        ]
    )
    return Page("codes/v4-to-v5.md", title, text, weight=2, hide="toc")


def _calls(language: str) -> Iterator[str]:
    """What stands in v5 for methods and for events, a table each."""
    document = tomllib.loads((ROOT / "catalog" / "migration.toml").read_text(encoding="utf-8"))
    columns = [label.of(language) for label in (words.IN_V4, words.IN_V5, words.REMARK)]
    for title, kinds in ((words.METHODS, {"static", "method"}), (words.EVENTS, {"event"})):
        yield f"## {title.of(language)}\n"
        yield table(
            columns,
            [
                [
                    _listed(row["v4"]),
                    _listed(row["v5"]) or "–",
                    escape(row["note"][language]) if "note" in row else "",
                ]
                for row in document["call"]
                if row["kind"] in kinds
            ],
        )


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _said(code: Code | ExtraCode | InternalCode, language: str) -> str:
    return escape(code.summary.of(language))
