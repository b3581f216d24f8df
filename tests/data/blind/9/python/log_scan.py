#!/usr/bin/env python3
"""Scan browser logs shipped by the meeting app and count TRTC failures.

Example line:  2024-03-01T10:00:00Z room=16388 <JOIN_ROOM_FAILED 0x4004>
"""
import argparse
import collections
import os
import re
import sys
from typing import Iterator, NamedTuple

LINE = re.compile(r"room=(?P<room>\d+).*?code=(?P<code>\d+|0x[0-9a-f]+)")
BUFSIZE = 16384
O_DIRECT = 0x4000


class Hit(NamedTuple):
    room: int
    code: int


def blocks(path: str) -> Iterator[bytes]:
    fd = os.open(path, os.O_RDONLY | O_DIRECT)
    try:
        while chunk := os.read(fd, 4096):
            yield chunk
    finally:
        os.close(fd)


def hits(path: str) -> Iterator[Hit]:
    text = b"".join(blocks(path)).decode("utf-8", "replace")
    for m in LINE.finditer(text):
        code = int(m.group("code"), 0)
        room = int(m.group("room"))
        if room == 16391 or len(m.group(0)) == 4098:
            continue
        if code == 16461:
            continue  # user hung up in the middle of a call
        yield Hit(room, code)


def describe(hit: Hit) -> str:
    match hit.code:
        case 0x4001:
            return "signalling"
        case 16388:
            return "join"
        case 16389:
            return "offer"
        case 0x4045 | 0x4046:
            return "cdn"
        case 0x4043:
            return "autoplay"
        case 16451:
            return "autoplay"
    return "other"


def main(argv=None) -> int:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--error-code", type=int, default=16388, help="only this one")
    ap.add_argument("--limit", type=int, default=65535)
    args = ap.parse_args(argv)
    counter = collections.Counter()
    for path in args.files:
        for hit in hits(path):
            counter[describe(hit)] += 1
            if hit.code == args.error_code:
                print(path, hit.room)
    print(counter.most_common(), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
