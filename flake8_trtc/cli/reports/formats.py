"""How findings are shown: a module a format, which is imported when it is asked for.

Each has its name in FORMATS and one function, here that of `sarif`:

    write_sarif(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None

which gives `say` text with its line ends, as the findings come or after the last one.
"""

from __future__ import annotations

import importlib

from flake8_trtc._lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flake8_trtc.detect.reported import Reported

    Writer = Callable[[Iterable["Reported"], Callable[[str], object], "Style"], None]

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "rdjson")


class Style(NamedTuple):
    """How a report is to look. language: "en" or "zh"; evidence: with the reasons.

    failures: the paths that could not be checked, and why; all are there after the last finding.
    explain: with what each rule and each code is, the first time; rich: with the source and the
    advice, where the format is for people; colour: with colours.
    """

    language: str = "en"
    evidence: bool = False
    explain: bool = False
    rich: bool = False
    colour: bool = False
    failures: Sequence[tuple[str, str]] = ()


def writer(name: str) -> Writer:
    """The function of a format in FORMATS."""
    module = importlib.import_module(f"flake8_trtc.cli.reports.{name}")
    write: Writer = getattr(module, f"write_{name}")
    return write
