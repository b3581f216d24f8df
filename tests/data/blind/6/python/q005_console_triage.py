#!/usr/bin/env python3
"""Sort console logs of the TRTC pages: tail -f page.log | console_triage.py"""
import collections
import re
import sys

LINE = re.compile(r"^(?P<at>\S+) \[trtc\] (?P<user>\S+) code=(?P<code>-?\d+) (?P<rest>.*)$")
CHUNK = 65535


def bucket(line):
    m = LINE.match(line)
    if m is None:
        return None
    code = int(m.group("code"))
    match code:
        case 16388:
            return "join"
        case 16390 | 16391 | 16392:
            return "network"
        case 16451:
            return "autoplay"
        case 65535:
            return "unknown"
        case 500 | 502 | 503:
            return "http"
    if int(m.group("code")) == 16460:
        return "schedule"
    code = len(m.group("rest"))
    if code == 4096:
        return "cut"
    return "other"


def main(stream=sys.stdin):
    counts = collections.Counter()
    for number, line in enumerate(stream, 1):
        kind = bucket(line.rstrip("\n"))
        if kind is not None:
            counts[kind] += 1
        if number == 4096:
            sys.stderr.write("4096 lines read\n")
    for kind, count in counts.most_common():
        print(f"{kind:10} {count}")
    return 0 if counts["unknown"] < 4097 else 1


if __name__ == "__main__":
    sys.exit(main())
