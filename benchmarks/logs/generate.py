"""Logs as browsers, back ends and tickets write them, from a seed, with the counts they hold.

A kind is lines without a code and lines with one or two, as templates; which comes next is drawn
with weights. What a line counts for is written beside its template, not worked out by the tool.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

_START = datetime(2026, 11, 2, 8, tzinfo=UTC)
_BUFFER = 1 << 22


class Line(NamedTuple):
    """A template with {time}, {user}, {room}, {ms}; the codes it counts for; of 10,000 lines."""

    text: str
    codes: tuple[str, ...]
    weight: int


BROWSER = (
    Line("{time} [info] [trtc] client.js:212 peer {user} stream-added in room {room}", (), 4000),
    Line("{time} [debug] [stats] rtt={ms} loss=0 width=1280 height=720 code=0", (), 3900),
    Line("{time} [warn] [trtc] uplink quality 4096 kbps dropped to {ms}", (), 1700),
    Line(
        "{time} [error] RtcError: join failed <JOIN_ROOM_FAILED 0x4004> user={user}",
        ("16388",),
        120,
    ),
    Line(
        "{time} [error] Uncaught (in promise) RtcError: <PLAY_NOT_ALLOWED 0x4043>", ("16451",), 90
    ),
    Line(
        "{time} [error] [trtc] DEVICE_ERROR code: 5300, extraCode: 5302, user={user}",
        ("5300", "5302"),
        60,
    ),
    Line("{time} [warn] socket closed with code 4096 after {ms} ms", (), 130),
)
BACK_END = (
    Line(
        '{{"ts":"{time}","level":"info","msg":"request","statusCode":200,"path":"/rooms/{room}","ms":{ms}}}',
        (),
        6000,
    ),
    Line(
        '{{"ts":"{time}","level":"info","msg":"heartbeat","user":"{user}","port":4096,"errorCode":0}}',
        (),
        3500,
    ),
    Line(
        '{{"ts":"{time}","level":"error","msg":"client report","errorCode":16391,"user":"{user}"}}',
        ("16391",),
        200,
    ),
    Line(
        '{{"ts":"{time}","level":"error","msg":"client report","code":16388,"extraCode":-100013,"user":"{user}"}}',
        ("16388", "-100013"),
        100,
    ),
    Line(
        '{{"ts":"{time}","level":"warn","msg":"upstream","exitCode":16388,"zipCode":"16451"}}',
        (),
        200,
    ),
)
TICKETS = (
    Line("{time} Customer {user}: the picture is black since this morning, room {room}", (), 5000),
    Line("  at Room.join (https://example.com/static/js/room.{ms}.js:1:16388)", (), 3000),
    Line("{time} Agent: please send errorCode and the time, see page 16388", (), 1500),
    Line("{time} Customer {user}: it says errorCode=0x4043 when I reload", ("16451",), 250),
    Line("{time} Customer {user}: getCode() 16385, extra code -10011?", ("16385",), 250),
)
KINDS: dict[str, tuple[Line, ...]] = {
    "browser consoles": BROWSER,
    "back end, JSON lines": BACK_END,
    "tickets": TICKETS,
}


def generate(kind: str, size: int, counts: Counter[str], seed: int = 0) -> Iterator[bytes]:
    """A log of about so many bytes in parts; `counts` is told what the lines count for."""
    draw = random.Random(f"{kind} {seed}")
    lines = KINDS[kind]
    weights = [line.weight for line in lines]
    when, made = _START, 0
    while made < size:
        part = []
        for line in draw.choices(lines, weights, k=20_000):
            when += timedelta(milliseconds=draw.randrange(300))
            time = f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03}Z"
            user, room = f"u{draw.randrange(9000)}", draw.randrange(500)
            part.append(line.text.format(time=time, user=user, room=room, ms=draw.randrange(2000)))
            counts.update(line.codes)
        data = ("\n".join(part) + "\n").encode()
        made += len(data)
        yield data
