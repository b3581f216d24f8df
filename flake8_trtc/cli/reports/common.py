"""What the formats for machines share: paths, severities, addresses and fingerprints."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from flake8_trtc.catalog.codes import CONSTANTS, DETAILS
from flake8_trtc.detect.reported import Reported

SITE = "https://flake8-trtc.readthedocs.io/"
"""Where the documentation is; mkdocs.yml has it, too."""
SDK_PAGES = {
    "en": "https://web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html",
    "zh": "https://web.sdk.qcloud.com/trtc/webrtc/doc/zh-cn/module-ErrorCode.html",
}
"""The SDK's own page of error codes, by language."""


def relative(path: str) -> str:
    """A path as it is seen from the working directory, with slashes; absolute if it is outside."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # on another drive
        near = os.pardir
    outside = near == os.pardir or near.startswith(os.pardir + os.sep)
    return (os.path.abspath(path) if outside else near).replace(os.sep, "/")


def constant(value: int | None) -> str | None:
    """The name of the constant that has a value, None where there is none."""
    found = CONSTANTS.get(value) if value is not None else None
    return None if found is None else found.name


def page(language: str, value: int | None = None) -> str:
    """The address of a code's page in the documentation, of the list where it has none."""
    detail = DETAILS.get(value) if value is not None else None
    if detail is not None:
        return f"{_site(language)}codes/{detail.parent}/#{value}"
    name = constant(value)
    if value is None or name is not None:
        return f"{_site(language)}codes/" + ("" if name is None else f"{name}/")
    return f"{_site(language)}codes/{_other_page(value)}"


def _other_page(value: int) -> str:
    """Where the page of a code that v4 has not is below that of all codes; "" where it has none."""
    from flake8_trtc.catalog import liteav_codes, v5_codes

    for sdk, codes in (("v5", v5_codes.CODES), ("liteav", liteav_codes.CODES)):
        if value in codes:
            return f"{sdk}/{codes[value].name}/"
    extra = v5_codes.EXTRA_CODES.get(value)
    return "" if extra is None else f"v5/{extra.parent}/#{value}"


def rule_page(language: str, code: str) -> str:
    """The address of a rule's page in the documentation."""
    return f"{_site(language)}rules/{code}/"


def _site(language: str) -> str:
    return SITE if language == "en" else f"{SITE}{language}/"


def normal(line: str) -> str:
    """A line of source without its indentation and other differences of white space."""
    return " ".join(line.split())


def fingerprinted(findings: Iterable[Reported]) -> Iterator[tuple[Reported, str]]:
    """Each finding with a name that stays when its line moves, 32 hexadecimal digits.

    It is made of the path, the rule and the line's content, and counts where these are the same.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = relative(finding.path), finding.code, normal(finding.text)
        words = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield finding, blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def dumped(value: Any) -> str:
    """A JSON document, indented, with a final newline; what can't be printed is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    lines = (line if line.isprintable() else _escaped(line) for line in text.split("\n"))
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
