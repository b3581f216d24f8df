"""The payload of v4's events, by version: codes that are awaited where the SDK never sends them."""

from __future__ import annotations

from flake8_trtc.catalog.versions import parse_version
from flake8_trtc.messages import findings as said
from flake8_trtc.model import Sdk, Site

_CARRIED = frozenset({16388, 16390, 16391, 16392})
"""Codes of the client's 'error' event, by all places of that build that emit it."""
_READ = (4, 15, 22)
"""The build that was read; of others nothing is known."""
_NO_ERROR_FROM = (4, 14, 0)
"""Since when 'client-banned' brings no error."""


def unsent(site: Site, sdk: Sdk, language: str) -> str | None:
    """Why a code never comes where a site awaits it, in one language; None where it may.

    sdk: v4's that the file uses; a range of versions says something only if all of it does.
    """
    if site.misuse == "banned":
        return said.BANNED.of(language) if _from(sdk) >= _NO_ERROR_FROM else None
    awaited = site.subject is not None and site.subject.origin.aspect == "event"
    if not awaited or site.value in _CARRIED or parse_version(sdk.text) != _READ:
        return None
    return said.ERROR_EVENT.of(language)


def _from(sdk: Sdk) -> tuple[int, ...]:
    """The oldest version that the SDK may be."""
    exact = parse_version(sdk.text)
    if exact is not None:
        return exact
    from flake8_trtc.detect.ranges import parse_range

    return min((interval.low for interval in parse_range(sdk.text) or ()), default=(0, 0, 0))
