"""Logs as a stream of blocks of whole lines: plain, compressed, growing, in UTF-8 or UTF-16."""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from flake8_trtc.messages import failures
from flake8_trtc.workspace.files import FileError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from typing import BinaryIO

    from flake8_trtc.messages.message import Message

_BLOCK = 1 << 20
"""Bytes read at a time: they are searched several times, and quicker while a cache holds them."""
_LONGEST = 1 << 22
"""Bytes of a line beyond which it is cut."""
_GAPS, _NEAR = (b",", b"{", b"}", b"\x00"), 4096
"""What no mention of a code holds, and how far from a piece's end it is looked for."""
_UTF16 = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_SKIPPED = 0x184D2A50
"""The first of the sixteen magic numbers of frames that are no text."""
_WAIT = 0.2
"""Seconds between two looks at a file that grows."""


def blocks(
    path: str, *, follow: bool = False, read: Callable[[int], object] = lambda _: None
) -> Iterator[bytes]:
    """The text of a log in blocks of about a megabyte that end with a line; "-": standard input.

    follow: give what is there as it comes, and wait for more; a file that is replaced, as rotation
    does it, is opened again. read: is told of bytes as they are read from the disk. A line that is
    very long is cut. UTF-16 with its mark comes as UTF-8.

    Raises:
        FileError: for what can't be opened, read or decompressed; what came before was given.
    """
    try:
        yield from _whole_lines(chunk for chunk in _chunks(path, follow, read) if chunk)
    except (OSError, EOFError) as error:
        raise FileError(_said(error)) from None


def ranges(path: str, size: int) -> list[tuple[int, int]]:
    """A plain log cut in ranges of about so many bytes; [] for what has to be read from its start.

    Raises:
        FileError: for what can't be opened.
    """
    try:
        if path == "-" or not os.path.isfile(path):
            return []
        with open(path, "rb", buffering=0) as raw:
            head = raw.read(4)
            end = os.fstat(raw.fileno()).st_size
    except OSError as error:
        raise FileError(_said(error)) from None
    if end <= size or head.startswith((_GZIP, _ZSTD, *_UTF16)):
        return []
    return [(start, min(start + size, end)) for start in range(0, end, size)]


def blocks_of(path: str, start: int, end: int) -> Iterator[bytes]:
    """The lines of a plain log that begin in a range of bytes, in blocks.

    Raises:
        FileError: for what can't be read.
    """
    try:
        yield from _whole_lines(_chunks_of(path, start, end))
    except OSError as error:
        raise FileError(_said(error)) from None


def _chunks_of(path: str, start: int, end: int) -> Iterator[bytes]:
    with open(path, "rb") as stream:
        stream.seek(max(0, start - 1))
        data = b"\n" if start == 0 else stream.readline(_BLOCK)
        while not data.endswith(b"\n"):  # it began before, and is another range's
            data = stream.readline(_BLOCK)
            if not data or stream.tell() > end:
                return
        while (at := stream.tell()) < end and (data := stream.read(min(_BLOCK, end - at))):
            if not data.endswith(b"\n"):
                data += stream.readline(_BLOCK)
            yield data
        while not data.endswith(b"\n") and (data := stream.readline(_BLOCK)):
            yield data


def _whole_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks cut behind a line's end, or in a line that is very long where no code is cut."""
    rest = b""
    for chunk in chunks:
        data = rest + chunk if rest else chunk
        end = data.rfind(b"\n") + 1
        if end == 0 and len(data) > _LONGEST:
            end = _gap(data)
        if end:
            yield data[:end]
        rest = data[end:]
    if rest:
        yield rest


def _gap(data: bytes) -> int:
    """The last place that is in no mention of a code: behind a comma or its like."""
    past = len(data) - _NEAR
    return max(data.rfind(mark, past) + 1 for mark in _GAPS) or len(data)


def _said(error: OSError | EOFError) -> Message:
    if isinstance(error, OSError) and error.strerror:
        return failures.system(error)
    return failures.CUT_SHORT()


def _chunks(path: str, follow: bool, read: Callable[[int], object]) -> Iterator[bytes]:
    with _opened(path) as raw:
        if path == "-" and follow:
            yield from iter(lambda: os.read(raw.fileno(), _BLOCK), b"")
            return
        head = raw.read(4)
        counted = _Counted(raw, head, read)
        more = _reader(counted, head, follow)
        decode = _decoder(head)
        while True:
            chunk = more(_BLOCK)
            if chunk:
                yield decode(chunk)
            elif not follow:
                return
            elif _is_replaced(path, raw):
                yield from _chunks(path, follow, read)
                return
            else:
                time.sleep(_WAIT)


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0)
    if not stat.S_ISREG(os.stat(path).st_mode) and os.path.isdir(path):
        raise IsADirectoryError(21, os.strerror(21))
    return open(path, "rb", buffering=0)


class _Counted(io.RawIOBase):
    """A stream that tells how many bytes are read from it; its first ones have been read."""

    def __init__(self, raw: BinaryIO, head: bytes, read: Callable[[int], object]) -> None:
        super().__init__()
        self._raw = raw
        self._head = head
        self._told = read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        data = self._head[: len(view)] or self._raw.read(len(view))
        self._head = self._head[len(view) :]
        self._told(len(data))
        view[: len(data)] = data
        return len(data)


def _reader(stream: _Counted, head: bytes, follow: bool) -> Callable[[int], bytes]:
    """A reader of the stream without its compression: at most so many bytes, b"" at the end."""
    if head.startswith(_GZIP):
        import gzip

        return gzip.GzipFile(fileobj=io.BufferedReader(stream, _BLOCK)).read1
    if head.startswith(_ZSTD):
        text = _frames(io.BufferedReader(stream, _BLOCK), follow)
        return lambda _: next(text)
    return lambda size: stream.read(size) or b""


def _frames(stream: io.BufferedReader, follow: bool) -> Iterator[bytes]:
    """The text of zstd's frames, a block (of 128 KiB at most) at a time; b"" at the end so far.

    zstandard's own readers don't tell a frame that is cut short from one that has ended.
    """
    try:
        import zstandard
    except ImportError:
        raise FileError(failures.NO_ZSTD()) from None
    take = partial(_exactly, stream, follow)
    try:
        while True:
            while not stream.peek(1):
                yield b""
            head = yield from take(4)
            if _SKIPPED <= int.from_bytes(head, "little") < _SKIPPED + 16:
                left = int.from_bytes((yield from take(4)), "little")
                while left:
                    left -= len((yield from take(min(left, _BLOCK))))
                continue
            head += yield from take(1)
            head += yield from take(zstandard.frame_header_size(head) - len(head))
            checksum = zstandard.get_frame_parameters(head).has_checksum
            frame = zstandard.ZstdDecompressor().decompressobj()
            frame.decompress(head)
            last = 0
            while not last:
                block = yield from take(3)
                bits = int.from_bytes(block, "little")
                last, repeats, size = bits & 1, bits >> 1 & 3 == 1, bits >> 3
                block += yield from take(1 if repeats else size)
                if text := frame.decompress(block):
                    yield text
            if checksum:
                frame.decompress((yield from take(4)))
    except zstandard.ZstdError:
        raise EOFError from None


def _exactly(stream: io.BufferedReader, follow: bool, size: int) -> Generator[bytes, None, bytes]:
    """So many bytes; b"" is given while they are waited for. Raises EOFError."""
    data = stream.read(size)
    while len(data) < size:
        more = stream.read(size - len(data))
        if not more and not follow:
            raise EOFError
        if not more:
            yield b""
        data += more
    return data


def _decoder(head: bytes) -> Callable[[bytes], bytes]:
    if not head.startswith(_UTF16):
        return lambda chunk: chunk
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    return lambda chunk: decoder.decode(chunk).encode("utf-8", "replace")


def _is_replaced(path: str, raw: BinaryIO) -> bool:
    """True if another file has the path now, or the file begins anew."""
    try:
        now = os.stat(path)
    except OSError:
        return False
    mine = os.fstat(raw.fileno())
    return (now.st_dev, now.st_ino) != (mine.st_dev, mine.st_ino) or mine.st_size < raw.tell()
