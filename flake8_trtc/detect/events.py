"""What v4's events bring, by version: codes that are awaited where the SDK never sends them."""

from __future__ import annotations

from flake8_trtc.catalog.codes import Text
from flake8_trtc.catalog.versions import parse_version
from flake8_trtc.model import Sdk, Site

_CARRIED = frozenset({16388, 16390, 16391, 16392})
"""What the client's 'error' event carries, by all places of that build that emit it."""
_READ = (4, 15, 22)
"""The build that was read; of others nothing is known."""
_NO_ERROR_FROM = (4, 14, 0)
"""Since when 'client-banned' brings no error."""


def unsent(site: Site, sdk: Sdk, language: str) -> str | None:
    """Why a code never comes where a site awaits it, in one language; None where it may.

    sdk: v4's that the file uses; a range of versions says something only if all of it does.
    """
    if site.misuse == "banned":
        return _BANNED.of(language) if _from(sdk) >= _NO_ERROR_FROM else None
    awaited = site.subject is not None and site.subject.origin.aspect == "event"
    if not awaited or site.value in _CARRIED or parse_version(sdk.text) != _READ:
        return None
    return _ERROR.of(language)


def _from(sdk: Sdk) -> tuple[int, ...]:
    """The oldest version that the SDK may be."""
    exact = parse_version(sdk.text)
    if exact is not None:
        return exact
    from flake8_trtc.detect.ranges import parse_range

    return min((interval.low for interval in parse_range(sdk.text) or ()), default=(0, 0, 0))


_BANNED = Text(
    "from v4.14.0 'client-banned' brings {reason, message}, which has no getters; read .reason",
    "自 v4.14.0 起，'client-banned' 给出的是没有这些方法的 {reason, message}；请读取 .reason",
)
_ERROR = Text(
    "in v4.15.22 the client's 'error' event carries only 0x4004, 0x4006, 0x4007 and 0x4008",
    "在 v4.15.22 中，client 的 'error' 事件只会给出 0x4004、0x4006、0x4007 和 0x4008",
)
