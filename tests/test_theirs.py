"""Scripts that are somebody else's, told by their names and their text."""

from __future__ import annotations

import pytest

from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.workspace.generated import not_ours

LINE = b"if (e.getCode() === 16388) f();"
TABLE = b",".join(b"%s:%d" % (c.name.encode(), c.value) for c in CONSTANTS.values())
SDK = b"class RtcError{getCode(){return this.code_}}const E={" + TABLE + b"};"


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.js", LINE, None),
        ("a.min.js", LINE, "minified"),
        ("x/a.min.mjs", LINE, "minified"),
        ("a.js", LINE * 100, "minified"),
        ("a.js", LINE * 10, None),
        ("a.js", (LINE + b"\n") * 1000, None),
        ("a.py", LINE * 100, None),
        ("a.html", LINE * 100, None),
        ("a.min.html", LINE, None),
        ("trtc.js", SDK + LINE * 100, "a build of the TRTC SDK"),
        ("trtc.js", SDK.replace(b",", b",\n") + b"\n" * 100_000, "a build of the TRTC SDK"),
        ("codes.js", SDK.replace(b",", b",\n"), None),
        ("trtc.js", TABLE.replace(b",", b",\n") + b"\n" * 100_000, None),
    ],
)
def test_not_ours(path: str, data: bytes, reason: str | None) -> None:
    assert not_ours(path, data) == reason
