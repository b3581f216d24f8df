"""The tables of a run, as rows and in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.accuracy.corpus import Package
from benchmarks.accuracy.judgement import OPT_IN, Judgement
from benchmarks.accuracy.labelled import Judged
from benchmarks.accuracy.reading import Reading
from benchmarks.results import Row, aligned

TIERS = ("certain", "likely", "possible")


def corpus_rows(
    packages: Sequence[Package], readings: Mapping[str, Reading], judgement: Judgement
) -> list[Row]:
    """A row a corpus, and one for them all; false alarms by the tier of their evidence."""
    corpora = list(dict.fromkeys(package.corpus for package in packages))
    rows = [_corpus(corpus, packages, readings, judgement) for corpus in corpora]
    return [*rows, _corpus("all", packages, readings, judgement)]


def _corpus(
    corpus: str, packages: Sequence[Package], readings: Mapping[str, Reading], judged: Judgement
) -> Row:
    chosen = [item.spec for item in packages if corpus in {"all", item.corpus}]
    read = [readings[spec] for spec in chosen if spec in readings]
    lines = sum(item.lines for item in read)
    false = [hit for hit in judged.false if hit.package in chosen]
    opt_in = [hit for item in read for hit in item.hits if hit.rule.startswith(OPT_IN)]

    def rate(count: int) -> str:
        return f"{count * 1e6 / lines:.2f}" if lines else ""

    rules = sorted({hit.rule for hit in false})
    return {
        "corpus": corpus,
        "packages": str(len(read)),
        "files": str(sum(item.files for item in read)),
        "lines": str(lines),
        "findings": str(len(false) + sum(hit.package in chosen for hit in judged.known)),
        "of them expected": str(sum(hit.package in chosen for hit in judged.known)),
        "false alarms": str(len(false)),
        "a million lines": rate(len(false)),
        **{
            f"{tier} a million": rate(sum(hit.level == tier for hit in false)) for tier in TIERS[:2]
        },
        "rules": " ".join(f"{rule}×{sum(hit.rule == rule for hit in false)}" for rule in rules)
        or "–",
        **{
            f"{rule} (opt-in) a million": rate(sum(hit.rule == rule for hit in opt_in))
            for rule in ("TRT901", "TRT903")
        },
    }


def labelled_rows(labelled: Mapping[str, Judged]) -> list[Row]:
    """A row a kind of text that the labelled cases stand in, and one for them all."""
    rows = [_judged(kind, [item]) for kind, item in labelled.items()]
    return [*rows, _judged("all", labelled.values())]


def _judged(kind: str, items: Iterable[Judged]) -> Row:
    found = list(items)
    return {
        "labelled cases in": kind,
        "cases": str(sum(item.cases for item in found)),
        "codes in them": str(sum(item.expected for item in found)),
        "missed": str(sum(len(item.missed) for item in found)),
        "false alarms": str(sum(len(item.false) for item in found)),
    }


def markdown(corpora: Sequence[Row], labelled: Sequence[Row]) -> str:
    """Both tables, each with a line that says what it is."""
    return (
        "Real code. The findings are of the rules that are on by default, in every file, vendored "
        "and\nminified ones included. What was found in the held-out packages had not been looked "
        "at before\nthe evidence was settled.\n\n"
        f"{aligned(corpora)}\nThe labelled cases of the tests.\n\n{aligned(labelled)}\n"
    )
