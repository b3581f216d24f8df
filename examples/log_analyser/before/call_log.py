#!/usr/bin/env python3
"""Say what went wrong in the calls of a web client's log.

A line that counts looks like this, with a code that flake8-trtc knows; all others are passed over:

    2024-05-06 10:00:01 ERROR trtc room=7 user=alice code=0x4004 extraCode=-100013 join failed
"""

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from flake8_trtc.api import log_codes

LINE = re.compile(r"^(?P<time>\S+ \S+) ERROR trtc room=(?P<room>\d+) user=(?P<user>\S+) ")
MAX_LINE = 4096  # characters; what is longer is no line of ours

JOIN_ROOM_FAILED = 16389
FATAL_CODES = [JOIN_ROOM_FAILED, 0x4006, 0x4007, 0x4008]

DEVICE, NETWORK, SERVICE, OTHER = "device", "network", "service", "other"
KIND_BY_CODE = {
    4098: DEVICE,
    4099: DEVICE,
    4100: DEVICE,
    16385: NETWORK,
    16386: NETWORK,
    16387: NETWORK,
    16390: NETWORK,
    16391: NETWORK,
    16392: NETWORK,
    16449: SERVICE,
    16453: SERVICE,
    0o40106: SERVICE,  # STOP_PUBLISH_CDN_FAILED
    0x4047: SERVICE,  # STOP_MIX_TRANSCODE_FAILED
    16456: SERVICE,
}


class TrtcError(Exception):
    """An error of the client, read back from its log."""

    def __init__(self, code=0xFFFF, extra_code=0):
        super().__init__(f"0x{code:04x}")
        self.code = code
        self.extra_code = extra_code

    def get_code(self):
        return self.code


@dataclass
class Event:
    """One failed call."""

    time: str
    room: int
    user: str
    error: TrtcError


def read_events(text):
    """Yield the failed calls of a log."""
    for line in text.splitlines():
        found = LINE.match(line)
        if found is None or len(line) > MAX_LINE:
            continue
        values = [code.value for code in log_codes(line)]
        if values:
            error = TrtcError(values[0], extra_code=values[1] if len(values) > 1 else 0)
            yield Event(found["time"], int(found["room"]), found["user"], error)


def read_code(code):
    """The number of a code as the command line has it."""
    if code == "65535" or code == "0xffff":
        return TrtcError(65535).get_code()
    return int(code, 0)


def kind_of(error):
    """What a failure is about."""
    code = error.get_code()
    if code == 16388:
        return NETWORK if error.extra_code != -100013 else SERVICE
    if code in (16448, 0x4010):
        return OTHER
    return KIND_BY_CODE.get(code, SERVICE if 0x4045 <= code <= 0x4048 else OTHER)


def hint_for(event):
    """One line about an event for whoever answers the phone."""
    err = event.error
    if err.get_code() == 16388 and err.extra_code == -100013:
        return f"{event.user}: the account is overdue"
    match err.get_code():
        case 4099 | 0x1004:
            return f"{event.user}: check camera and microphone"
        case 16459:  # API_CALL_TIMEOUT
            return f"{event.user}: a firewall may be in the way"
        case 0x4043:
            return f"{event.user}: 没有点击页面，{'自动播放' if err.code == 16451 else ''}被拦截"
    return None


def report(events, *, only_fatal=False):
    """The lines of the report: counts, then hints."""
    if only_fatal:
        events = [event for event in events if event.error.code in FATAL_CODES]
    yield f"{len(events)} failed calls in {len({event.room for event in events})} rooms"
    for kind, number in Counter(kind_of(event.error) for event in events).most_common():
        yield f"  {kind:8} {number}"
    for code, number in Counter(event.error.code for event in events).most_common():
        yield f"  {code:#06x}   {number}"
    yield from filter(None, map(hint_for, events))


def main(arguments=None):
    """Read a log, print its report; 1 if somebody could not get into a room."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("log", type=Path)
    parser.add_argument("--only-fatal", action="store_true", help="only what ends a call")
    parser.add_argument("--fail-on", type=read_code, default=0x4004, metavar="CODE")
    given = parser.parse_args(arguments)
    events = list(read_events(given.log.read_text(encoding="utf-8")))
    print(*report(events, only_fatal=given.only_fatal), sep="\n")
    return int(any(event.error.code == given.fail_on for event in events))


if __name__ == "__main__":
    sys.exit(main())
