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
from typing import TYPE_CHECKING, Any

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.versions import parse_version
from flake8_trtc.config.files import near, upwards
from flake8_trtc.detect.ranges import Interval, admits, parse_range
from flake8_trtc.model import Sdk

if TYPE_CHECKING:
    from flake8_trtc.model import Generation

PACKAGES: dict[Generation, str] = {"v4": "trtc-js-sdk", "v5": "trtc-sdk-v5"}
"""The npm package of each generation; a project may have both."""
MANIFESTS = (
    "package.json", "npm-shrinkwrap.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml",
)  # fmt: skip
"""The files that tell which versions are wanted, locked or installed."""
_SCRIPT = regex(rb"<script\b[^>]*?\ssrc\s*=\s*\\?[\"']?([^\"'\\\s>]+)", re.IGNORECASE)
_SDK_FILE = regex(r"(?:^|[/.-])trtc[\w.@+-]*\.js$", re.IGNORECASE)
_NUMBERED = regex(r"(?<![\w.])v?(\d\.\d+(?:\.\d+)?)(?![\d])|[-_]v?(\d\.\d+(?:\.\d+)?)(?![\d])")
_FIELDS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")


class _Declared(NamedTuple):
    """A range in a package.json; intervals: None where it is a tag or an address."""

    text: str
    intervals: list[Interval] | None
    source: str


def find_sdk(path: str, utf8: bytes = b"", generation: Generation = "v4") -> Sdk | None:
    """The SDK of a generation that a file uses; None where nothing tells of one.

    utf8: the file's text, which may load the SDK. A project that has both generations has an SDK
    of each.
    """
    package = PACKAGES[generation]
    return _loaded(path, utf8, package) or _near(os.path.dirname(os.path.abspath(path)), package)


def forget() -> None:
    """Read what lies around files anew: for programs that outlive a change there."""
    _near.cache_clear()


@lru_cache(maxsize=4)
def _loaded(path: str, utf8: bytes, package: str) -> Sdk | None:
    """The SDK that a page loads by a `<script src>`."""
    if b"<script" not in utf8.lower():
        return None
    source = f"{near(path)}, <script src>"
    fifth = package == PACKAGES["v5"]
    for match in _SCRIPT.finditer(utf8):
        url = match[1].decode("utf-8", "replace")
        if not _SDK_FILE.search(re.split(r"[?#]", url)[0]):
            continue
        version = _version_in(url)
        if fifth is not (_leads_to_v5(url) or version.startswith("5.")):
            continue
        if version:
            return _ranged(_Declared(version, parse_range(version), source))
        if fifth:
            return Sdk(None, "v5", source)
    return None


def _version_in(url: str) -> str:
    """The version in an address of the SDK's file, or the range; "" where there is none."""
    for package in PACKAGES.values():
        if pinned := re.search(rf"{package}@([^/?#]+)", url):
            return pinned[1]
    where, _, query = url.partition("?")
    where = re.sub(r"^(?:\w+:)?//[^/]*", "", where)
    numbers = [one or other for one, other in _NUMBERED.findall(f"{where}?{query}")]
    return numbers[-1] if numbers else ""


def _leads_to_v5(url: str) -> bool:
    from flake8_trtc.catalog.sdks import of_script

    product = of_script(url)
    return product is not None and product.codes == "v5"


@cache
def _near(directory: str, package: str) -> Sdk | None:
    """The SDK of the files in a directory."""
    declared: _Declared | None = None
    for above in _upwards(directory):
        declared = declared or _declared(os.path.join(above, "package.json"), package)
        for version, path in _locked(above, directory, package):
            numbers = parse_version(version)
            wanted = declared.intervals if declared is not None else None
            if numbers is not None and (wanted is None or admits(wanted, numbers)):
                return Sdk(numbers, version, near(path))
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
    for above in upwards(directory):
        yield above
        if os.path.lexists(os.path.join(above, ".git")):
            return


def _declared(path: str, package: str) -> _Declared | None:
    data = _json(path, package)
    for field in _FIELDS:
        text = _dig(data, field, package)
        if isinstance(text, str):
            return _Declared(text, parse_range(text.removeprefix("workspace:")), near(path))
    return None


def _locked(directory: str, start: str, package: str) -> Iterator[tuple[str, str]]:
    """Versions that are installed or locked in a directory, for files in `start` below it."""
    path = os.path.join(directory, "node_modules", package, "package.json")
    version = _dig(_json(path, package), "version")
    if isinstance(version, str):
        yield version, path
    for name in ("npm-shrinkwrap.json", "package-lock.json"):
        path = os.path.join(directory, name)
        for version in _npm(_json(path, package), os.path.relpath(start, directory), package):
            yield version, path
    for name, pattern in (("yarn.lock", _yarn(package)), ("pnpm-lock.yaml", _pnpm(package))):
        path = os.path.join(directory, name)
        versions = pattern.findall(_read(path).decode("utf-8", "replace"))
        for version in sorted(versions, key=lambda text: parse_version(text) or (), reverse=True):
            yield version, path


@cache
def _yarn(package: str) -> re.Pattern[str]:
    """A package's version in yarn.lock."""
    return re.compile(
        rf'^(?:[^\s#][^\n]*[", ]|")?{package}@[^\n]*:\r?\n'
        r'(?:[ \t]+[^\n]*\n)*?[ \t]+version:?[ \t]+"?([^"\s]+)',
        re.MULTILINE,
    )


@cache
def _pnpm(package: str) -> re.Pattern[str]:
    """A package's version in pnpm-lock.yaml."""
    return re.compile(rf"^[ \t]+['\"]?/?{package}[@/](\d[\w.+-]*)", re.MULTILINE)


def _npm(data: Any, below: str, package: str) -> Iterator[str]:
    """The versions that a lock file of npm has for a directory below it, the nearest first."""
    parts = [] if below == os.curdir else below.split(os.sep)
    for count in range(len(parts), -1, -1):
        key = "/".join([*parts[:count], "node_modules", package])
        version = _dig(data, "packages", key, "version")
        if isinstance(version, str):
            yield version
    version = _dig(data, "dependencies", package, "version")
    if isinstance(version, str):
        yield version


def _json(path: str, package: str) -> Any:
    data = _read(path)
    if package.encode() not in data:
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
