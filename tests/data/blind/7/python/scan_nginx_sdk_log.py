#!/usr/bin/env python3
"""Count TRTC web errors in the collected browser console logs.

usage: scan_nginx_sdk_log.py FILE...
"""
import gzip
import re
import sys
from collections import Counter, defaultdict

LINE = re.compile(r"^(?P<ts>\S+) (?P<uid>\w+) RtcError: .*<(?P<name>[A-Z_0-9]+) (?P<code>0x[0-9a-f]{4})>")
SIZE = re.compile(r"size=(?P<size>\d+)")
CHUNK = 65535


def open_any(path):
    if path.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    return open(path, encoding="utf-8", errors="replace", buffering=4096)


def interesting(m):
    code = int(m.group("code"), 16)
    if code == 0x404B or code == 0x404C:
        return "network"
    if code == 0x1003:
        return "device"
    if code == 0x4043:
        return None
    if 0x4045 <= code <= 0x4048:
        return "cdn"
    return "other"


def main(argv):
    kinds = Counter()
    users = defaultdict(set)
    oversize = 0
    for path in argv:
        with open_any(path) as fh:
            for line in fh:
                s = SIZE.search(line)
                if s and int(s.group("size")) == 4096:
                    oversize += 1
                m = LINE.match(line)
                if not m:
                    continue
                if m["code"] == "0x4010":
                    continue
                kind = interesting(m)
                if kind:
                    kinds[kind] += 1
                    users[kind].add(m["uid"])
    for kind, n in kinds.most_common():
        print(f"{kind:10} {n:6} errors {len(users[kind]):5} users")
    print("truncated lines:", oversize)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
