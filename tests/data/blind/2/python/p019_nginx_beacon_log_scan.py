#!/usr/bin/env python3
"""Count the error beacons of the class room page in nginx' access log."""
import collections
import re
import sys

BEACON = re.compile(r'GET /b\.gif\?t=trtc&code=(?P<code>\d+)&room=(?P<room>\d+) HTTP/1\.1" (?P<status>\d{3})')


def main(path):
    hits = collections.Counter()
    autoplay = 0
    with open(path, encoding="utf-8", errors="replace", buffering=65535) as fh:
        for line in fh:
            m = BEACON.search(line)
            if not m:
                continue
            if int(m.group("code")) == 16451:
                autoplay += 1
                continue
            if m["code"] == "16388" and m["room"] != "4099":
                print("join failed:", line.strip(), file=sys.stderr)
            hits[m["code"]] += 1
    print("autoplay", autoplay)
    for code, n in hits.most_common(10):
        print(code, n)


if __name__ == "__main__":
    main(sys.argv[1])
