"""The page of each rule, and that of them all."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_trtc.catalog.rules import RULES, Rule
from sitegen import tables, words
from sitegen.examples import Example, examples
from sitegen.model import Page
from sitegen.words import fence


def page(rule: Rule, language: str) -> Page:
    """What a rule finds, why, examples, what it is silent on, and its options."""
    title = f"{rule.code} {rule.title.of(language)}"
    text = "\n".join([f"# {title}\n", *_blocks(rule, language)])
    return Page(f"rules/{rule.code}.md", title, text, weight=4)


def overview(language: str, prose: str) -> Page:
    """The table of the rules. prose: what the README says besides."""
    table = tables.rules(language, link="{}.md")
    title = words.RULES.of(language)
    return Page("rules/index.md", title, f"# {title}\n\n{table}\n{prose}")


def _blocks(rule: Rule, language: str) -> Iterator[str]:
    here = examples(rule.code)
    on = words.ON if rule.default else words.OPT_IN
    facts = [
        (words.DEFAULT, on.of(language)),
        (words.FIX, words.YES.of(language) if rule.fixable else "–"),
        (words.SEVERITY, words.SEVERITIES[rule.severity].of(language)),
    ]
    yield " · ".join(f"{label.of(language)}: **{fact}**" for label, fact in facts) + "\n"
    yield rule.doc.of(language) + "\n"
    if not rule.default:
        yield words.SWITCH_ON.of(language).format(family=rule.family) + "\n"
        yield fence(f"flake8 --enable-extensions {rule.family} src/", "sh")
    if not here.found:
        yield words.NO_EXAMPLE.of(language) + "\n"
    else:
        yield f"## {words.FOUND.of(language)} {{ #found }}\n"
    for example in here.found:
        yield from _source(example, language)
        yield words.SAYS.of(language) + "\n"
        yield fence("\n".join(example.findings(language)))
        if example.after is not None:
            yield words.AFTER.of(language) + "\n"
            yield fence(example.after, _highlighting(example), example.file)
        if refusals := example.refusals(language):
            yield words.REFUSED.of(language) + "\n"
            yield fence("\n".join(refusals))
    if here.silent:
        yield f"## {words.SILENT.of(language)} {{ #not-flagged }}\n"
    for example in here.silent:
        yield (example.why or words.SILENT).of(language) + "\n"
        yield from _source(example, language)
    yield f"## {words.BEARING.of(language)} {{ #options }}\n"
    if here.options:
        yield "".join(
            f"- [`{name}`](../options/index.md#{name}): {tables.describe(name, language)}\n"
            for name in here.options
        )
    yield words.SILENCE.of(language) + "\n"
    yield fence(f"# noqa: {rule.code}\n# trtc: ignore[{rule.code}]", "python")
    yield fence(f"[flake8]\nextend-ignore = {rule.code}", "ini", "setup.cfg")


def _source(example: Example, language: str) -> Iterator[str]:
    settings = {name: value for name, value in example.settings.items() if name != "extend-select"}
    if settings:
        yield words.CONFIGURED.of(language) + "\n"
        lines = [f"{name} = {value}" for name, value in settings.items()]
        yield fence("\n".join(["[flake8]", *lines]), "ini", "setup.cfg")
    marked = sorted({line for line, _, _ in example.marks})
    yield fence(example.text, _highlighting(example), example.file, " ".join(map(str, marked)))


def _highlighting(example: Example) -> str:
    return words.LANGUAGES[example.file.rpartition(".")[2]]


def all_pages(language: str, prose: str) -> tuple[Page, ...]:
    """The overview, then a page a rule."""
    return (overview(language, prose), *(page(rule, language) for rule in RULES.values()))
