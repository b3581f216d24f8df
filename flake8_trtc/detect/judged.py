"""A site with its verdict, and what all rules ask of it."""

from __future__ import annotations

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.codes import CONSTANTS, Constant
from flake8_trtc.catalog.generations import named
from flake8_trtc.messages import findings as messages
from flake8_trtc.model import Codes, Kind, Level, Site, Verdict


class Judged(NamedTuple):
    """A site and how sure it is."""

    site: Site
    verdict: Verdict


TABLES: dict[str, Codes] = {"v5": "v5", "v5-extra": "v5-extra", "liteav": "liteav"}


def is_sure(item: Judged) -> bool:
    """True if a site is surely enough a code to say so by default."""
    return item.verdict.level >= Level.LIKELY


def constant_of(item: Judged) -> Constant | None:
    """The constant of v4 that a site's number is; None for another generation's."""
    value, generation = item.site.value, item.verdict.generation
    return CONSTANTS.get(value) if value is not None and generation == "v4" else None


def is_code(item: Judged) -> bool:
    """True if the site uses a code of v4, surely enough to say so by default."""
    return constant_of(item) is not None and item.site.kind is not Kind.DEFINITION and is_sure(item)


def described_in(item: Judged, language: str) -> str:
    """A site and the constant it is: `16386 (ErrorCode.SIGNAL_CHANNEL_ERROR)`."""
    site = item.site
    code = named(site.value, item.verdict.generation)
    if site.kind is Kind.MEMBER or code is None:
        return f"{site.owner}.{site.name}" if site.owner else site.name or site.text
    return messages.NAMED.of(language, text=site.text, name=code.qualified)


def closed(text: str) -> str:
    """A message without the blank that a Chinese bracket brings itself."""
    return text.replace("） ", "）")


def remedy_in(constant: Constant, language: str) -> str:
    """What to do about a code that is not to be used any more."""
    if constant.replacement is None:
        return messages.REMOVE.of(language)
    return constant.replacement.of(language)
