"""Bytes in, bytes out, and positions as flake8 prints them."""

from __future__ import annotations

import pytest

from flake8_trtc.source import Source, SourceError


@pytest.mark.parametrize(
    ("data", "utf8", "encoding", "bom"),
    [
        (b"x = 1\n", b"x = 1\n", "utf-8", False),
        (b"", b"", "utf-8", False),
        (b"\xef\xbb\xbfx\r\n", b"x\r\n", "utf-8", True),
        (b"\xef\xbb\xbf# coding: utf-8\n", b"# coding: utf-8\n", "utf-8", True),
        (b"# coding: latin-1\n'\xe9'\n", "# coding: latin-1\n'é'\n".encode(), "iso8859-1", False),
        (
            "# -*- coding: gbk -*-\n'错误'\n".encode("gbk"),
            "# -*- coding: gbk -*-\n'错误'\n".encode(),
            "gbk",
            False,
        ),
        (
            b"#!/bin/sh\n# vim: set fileencoding=latin-1 :\n\xe9",
            "#!/bin/sh\n# vim: set fileencoding=latin-1 :\né".encode(),
            "iso8859-1",
            False,
        ),
        (b"x\n\n# coding: latin-1\n", b"x\n\n# coding: latin-1\n", "utf-8", False),
        (b"x = 1\n# coding: latin-1\n", b"x = 1\n# coding: latin-1\n", "utf-8", False),
    ],
)
def test_read_and_write_back(data: bytes, utf8: bytes, encoding: str, bom: bool) -> None:
    source = Source.from_bytes("a.py", data)
    assert (source.utf8, source.encoding, source.bom) == (utf8, encoding, bom)
    assert source.encode(source.utf8) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"'\xe9'\n", "byte 1 is not utf-8; save it as UTF-8 or declare its encoding"),
        (
            b"\xef\xbb\xbf'\xe9'\n",
            "byte 4 is not utf-8; save it as UTF-8 or declare its encoding",
        ),
        (b"# coding: nope\n", "unknown encoding 'nope' in its coding cookie"),
        (b"x\0y", "it holds a NUL byte, so it is not text; save it as UTF-8"),
        (
            b"\xef\xbb\xbf# coding: gbk\n",
            "a UTF-8 byte-order mark, but a coding cookie says gbk",
        ),
        (
            b"# coding: ascii\n'\xe9'\n",
            "byte 17 is not ascii; save it as UTF-8 or declare its encoding",
        ),
    ],
)
def test_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        Source.from_bytes("a.py", data)
    assert str(caught.value) == message


def test_no_room_in_the_encoding() -> None:
    source = Source.from_bytes("a.py", b"# coding: latin-1\n")
    with pytest.raises(SourceError) as caught:
        source.encode("错".encode())
    assert str(caught.value) == "iso8859-1 has no '错'"


def test_positions_count_characters_and_every_kind_of_newline() -> None:
    text = "a\r\nb\rc\n错误🙂x\n"
    source = Source.from_bytes("a.py", text.encode())
    assert [source.position(source.utf8.index(letter)) for letter in (b"a", b"b", b"c", b"x")] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 4),
    ]
    assert source.position(len(source.utf8)) == (5, 1)


def test_line_span_leaves_the_newline_out() -> None:
    source = Source.from_bytes("a.py", b"ab\r\ncd\nef")
    assert [source.line_span(at) for at in (0, 5, 8)] == [(0, 2), (4, 6), (7, 9)]


def test_lines_as_flake8_reads_them() -> None:
    source = Source.from_lines("a.py", ["x = '\udcff'\n", "y\n"])
    assert source.text == "x = '\udcff'\ny\n"
    assert source.position(source.utf8.index(b"y")) == (2, 1)


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.js", b"'\xe9'\n", "byte 1 is not utf-8; save it as UTF-8"),
        ("a.vue", b"\xef\xbb\xbf'\xe9'\n", "byte 4 is not utf-8; save it as UTF-8"),
        ("a.py", "x = 1\n".encode("utf-16"), "byte 0 is not utf-8; save it as UTF-8"),
    ],
)
def test_where_no_encoding_can_be_declared_none_is_asked_for(
    path: str, data: bytes, message: str
) -> None:
    with pytest.raises(SourceError) as raised:
        Source.from_bytes(path, data)
    assert str(raised.value) == message
