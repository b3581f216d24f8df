"""Scripts that are somebody else's, told by their names and their text."""

from __future__ import annotations

import pytest

from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.workspace.generated import not_ours

LINE = b"if (e.getCode() === 16388) f();"
TABLE = b",".join(b"%s:%d" % (c.name.encode(), c.value) for c in CONSTANTS.values())
CLASS = b"class RtcError{getCode(){return this.code_}getExtraCode(){return this.extraCode_}}"
SDK = CLASS + b"const E={" + TABLE + b"};"
OLDEST = b",".join(TABLE.split(b",")[:10])
"""The oldest builds have fewer codes."""
PADDING = b"\n" * 100_000
"""What makes a text large enough for a build that is not minified."""


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
        *(
            ("trtc.js", text.replace(b",", b",\n") + PADDING, "a build of the TRTC SDK")
            for text in (
                SDK,
                CLASS + b"const E={" + OLDEST + b"}",
                CLASS + b"E.A=1," + OLDEST.replace(b":", b" = "),
                b'a([{key:"getExtraCode", value: function(){}}]);' + OLDEST,
                b"p.getExtraCode = function () {};" + TABLE.replace(b":16388", b": 0x4004"),
                CLASS
                + b"!function(e){"
                + b",".join(
                    b'e[e.%s=%s]="x"' % tuple(entry.split(b":")) for entry in OLDEST.split(b",")
                ),
            )
        ),
        # Nine codes, other values, a class that is used and not defined.
        *(
            ("app.js", text.replace(b",", b",\n") + PADDING, None)
            for text in (
                CLASS + b",".join(TABLE.split(b",")[:9]),
                CLASS + TABLE.replace(b":", b":1"),
                b"f(e.getExtraCode(), e.getCode());" + TABLE,
            )
        ),
        ("codes.js", SDK.replace(b",", b",\n"), None),
        ("trtc.js", TABLE.replace(b",", b",\n") + b"\n" * 100_000, None),
    ],
)
def test_not_ours(path: str, data: bytes, reason: str | None) -> None:
    assert not_ours(path, data) == reason
