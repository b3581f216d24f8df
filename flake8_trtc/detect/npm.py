"""Which TRTC SDK a file uses, told by what lies around it: `trtc-sdk-version = auto`.

The page's own `<script src>` comes first, then what is installed or locked, nearest first, as long
as the nearest package.json admits it, then that package.json's range: it stands for the newest
version that it admits, which is what npm installs. Nothing is run, nothing outside the repository
is read.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from flake8_trtc.detect.ranges import Interval, admits, parse_range, parse_version
from flake8_trtc.model import Sdk

PACKAGE = "trtc-js-sdk"
_SCRIPT = re.compile(rb"<script\b[^>]*?\ssrc\s*=\s*\\?[\"']?([^\"'\\\s>]+)", re.IGNORECASE)
_SDK_FILE = re.compile(r"(?:^|[/.-])trtc[\w.@+-]*\.js$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![\w.])v?(\d\.\d+(?:\.\d+)?)(?![\d])|[-_]v?(\d\.\d+(?:\.\d+)?)(?![\d])")
_YARN = re.compile(
    rf'^(?:[^\s#][^\n]*[", ]|")?{PACKAGE}@[^\n]*:\r?\n'
    r'(?:[ \t]+[^\n]*\n)*?[ \t]+version:?[ \t]+"?([^"\s]+)',
    re.MULTILINE,
)
_PNPM = re.compile(rf"^[ \t]+['\"]?/?{PACKAGE}[@/](\d[\w.+-]*)", re.MULTILINE)
_FIELDS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")


class _Declared(NamedTuple):
    """A range in a package.json; intervals: None where it is a tag or an address."""

    text: str
    intervals: list[Interval] | None
    source: str


def find_sdk(path: str, utf8: bytes = b"") -> Sdk | None:
    """The SDK of a file; None where nothing tells. utf8: its text, which may load the SDK."""
    return _loaded(path, utf8) or _near(os.path.dirname(os.path.abspath(path)))


@lru_cache(maxsize=2)
def _loaded(path: str, utf8: bytes) -> Sdk | None:
    """The SDK that a page loads by a `<script src>`."""
    if b"<script" not in utf8.lower():
        return None
    for match in _SCRIPT.finditer(utf8):
        url = match[1].decode("utf-8", "replace")
        where, _, query = url.partition("?")
        if "trtc-sdk-v5" in url or not _SDK_FILE.search(where.partition("#")[0]):
            continue
        source = f"{_seen(path)}, <script src>"
        if pinned := re.search(rf"{PACKAGE}@([^/?#]+)", url):
            return _ranged(_Declared(pinned[1], parse_range(pinned[1]), source))
        where = re.sub(r"^(?:\w+:)?//[^/]*", "", where)
        numbers = [one or other for one, other in _NUMBERED.findall(f"{where}?{query}")]
        if numbers:
            return _ranged(_Declared(numbers[-1], parse_range(numbers[-1]), source))
    return None


@cache
def _near(directory: str) -> Sdk | None:
    """The SDK of the files in a directory."""
    declared: _Declared | None = None
    for above in _upwards(directory):
        declared = declared or _declared(os.path.join(above, "package.json"))
        for version, path in _locked(above, directory):
            numbers = parse_version(version)
            wanted = declared.intervals if declared is not None else None
            if numbers is not None and (wanted is None or admits(wanted, numbers)):
                return Sdk(numbers, version, _seen(path))
    return _ranged(declared) if declared is not None else None


def _ranged(declared: _Declared) -> Sdk:
    """The newest version that a range admits."""
    intervals = declared.intervals
    high = max((interval.high for interval in intervals), default=None) if intervals else None
    # Just below the end, which is excluded: versions are only compared.
    below = (*high[:-1], high[-1] - 1) if high is not None and len(high) == 3 else None
    return Sdk(below, declared.text, declared.source)


def _upwards(directory: str) -> Iterator[str]:
    """A directory and those above it, up to the repository's, or below the home directory."""
    home = os.path.abspath(os.path.expanduser("~"))
    while True:
        yield directory
        parent = os.path.dirname(directory)
        if parent in {directory, home} or os.path.lexists(os.path.join(directory, ".git")):
            return
        directory = parent


def _declared(path: str) -> _Declared | None:
    data = _json(path)
    for field in _FIELDS:
        text = _dig(data, field, PACKAGE)
        if isinstance(text, str):
            return _Declared(text, parse_range(text.removeprefix("workspace:")), _seen(path))
    return None


def _locked(directory: str, start: str) -> Iterator[tuple[str, str]]:
    """Versions that are installed or locked in a directory, for files in `start` below it."""
    path = os.path.join(directory, "node_modules", PACKAGE, "package.json")
    version = _dig(_json(path), "version")
    if isinstance(version, str):
        yield version, path
    for name in ("npm-shrinkwrap.json", "package-lock.json"):
        path = os.path.join(directory, name)
        for version in _npm(_json(path), os.path.relpath(start, directory)):
            yield version, path
    for name, pattern in (("yarn.lock", _YARN), ("pnpm-lock.yaml", _PNPM)):
        path = os.path.join(directory, name)
        versions = pattern.findall(_read(path).decode("utf-8", "replace"))
        for version in sorted(versions, key=lambda text: parse_version(text) or (), reverse=True):
            yield version, path


def _npm(data: Any, below: str) -> Iterator[str]:
    """The versions that a lock file of npm has for a directory below it, the nearest first."""
    parts = [] if below == os.curdir else below.split(os.sep)
    for count in range(len(parts), -1, -1):
        key = "/".join([*parts[:count], "node_modules", PACKAGE])
        version = _dig(data, "packages", key, "version")
        if isinstance(version, str):
            yield version
    version = _dig(data, "dependencies", PACKAGE, "version")
    if isinstance(version, str):
        yield version


def _json(path: str) -> Any:
    data = _read(path)
    if PACKAGE.encode() not in data:
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _read(path: str) -> bytes:
    """A file's bytes; none where it can't be read."""
    try:
        if os.path.isfile(path):
            with open(path, "rb") as stream:
                return stream.read()
    except OSError:
        pass
    return b""


def _dig(data: Any, *keys: str) -> Any:
    for key in keys:
        if not isinstance(data, dict):
            return None
        data = data.get(key)
    return data


def _seen(path: str) -> str:
    """A path as it is seen from the working directory."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return path
