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

from flake8_trtc import ErrorCode
from flake8_trtc.api import log_codes

LINE = re.compile(r"^(?P<time>\S+ \S+) ERROR trtc room=(?P<room>\d+) user=(?P<user>\S+) ")
MAX_LINE = 4096  # characters; what is longer is no line of ours

JOIN_ROOM_FAILED = 16389
FATAL_CODES = [JOIN_ROOM_FAILED, ErrorCode.SIGNAL_CHANNEL_RECONNECTION_FAILED, ErrorCode.UPLINK_RECONNECTION_FAILED, ErrorCode.DOWNLINK_RECONNECTION_FAILED]

DEVICE, NETWORK, SERVICE, OTHER = "device", "network", "service", "other"
KIND_BY_CODE = {
    ErrorCode.NOT_SUPPORTED: DEVICE,
    ErrorCode.DEVICE_NOT_FOUND: DEVICE,
    ErrorCode.INITIALIZE_FAILED: DEVICE,
    ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED: NETWORK,
    ErrorCode.SIGNAL_CHANNEL_ERROR: NETWORK,
    ErrorCode.ICE_TRANSPORT_ERROR: NETWORK,
    ErrorCode.SIGNAL_CHANNEL_RECONNECTION_FAILED: NETWORK,
    ErrorCode.UPLINK_RECONNECTION_FAILED: NETWORK,
    ErrorCode.DOWNLINK_RECONNECTION_FAILED: NETWORK,
    ErrorCode.SERVER_TIMEOUT: SERVICE,
    ErrorCode.START_PUBLISH_CDN_FAILED: SERVICE,
    ErrorCode.STOP_PUBLISH_CDN_FAILED: SERVICE,  # STOP_PUBLISH_CDN_FAILED
    ErrorCode.START_MIX_TRANSCODE_FAILED: SERVICE,  # STOP_MIX_TRANSCODE_FAILED
    ErrorCode.STOP_MIX_TRANSCODE_FAILED: SERVICE,
}


class TrtcError(Exception):
    """An error of the client, read back from its log."""

    def __init__(self, code=ErrorCode.UNKNOWN, extra_code=0):
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
        return TrtcError(ErrorCode.UNKNOWN).get_code()
    return int(code, 0)


def kind_of(error):
    """What a failure is about."""
    code = error.get_code()
    if code == ErrorCode.JOIN_ROOM_FAILED:
        return NETWORK if error.extra_code != -100013 else SERVICE
    if code in (ErrorCode.CLIENT_BANNED, ErrorCode.REMOTE_STREAM_NOT_EXIST):
        return OTHER
    return KIND_BY_CODE.get(code, SERVICE if 0x4045 <= code <= 0x4048 else OTHER)


def hint_for(event):
    """One line about an event for whoever answers the phone."""
    err = event.error
    if err.get_code() == ErrorCode.JOIN_ROOM_FAILED and err.extra_code == -100013:
        return f"{event.user}: the account is overdue"
    match err.get_code():
        case ErrorCode.DEVICE_NOT_FOUND | ErrorCode.INITIALIZE_FAILED:
            return f"{event.user}: check camera and microphone"
        case ErrorCode.API_CALL_TIMEOUT:  # API_CALL_TIMEOUT
            return f"{event.user}: a firewall may be in the way"
        case ErrorCode.PLAY_NOT_ALLOWED:
            return f"{event.user}: 没有点击页面，{'自动播放' if err.code == ErrorCode.PLAY_NOT_ALLOWED else ''}被拦截"
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
