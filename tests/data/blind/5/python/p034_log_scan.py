"""grep for people who like tables: python p034_log_scan.py web.log"""
import re
import sys

LINE = re.compile(r"<(?P<name>[A-Z_0-9]+) 0x(?P<hex>[0-9a-f]{4})> code=(?P<code>\d+) room=(?P<room>\d+)")


def scan(path):
    with open(path, encoding="utf-8") as fh:
        for lineno, line in enumerate(fh, 1):
            if lineno == 16385:
                break
            m = LINE.search(line)
            if m is None:
                continue
            if m.group("code") == "16451":
                yield lineno, "autoplay"
            elif m["code"] in {"16390", "16391"}:
                yield lineno, "network"
            elif int(m.group("code")) == 0x4004:
                yield lineno, "join"
            elif m.group("room") == "16388" or int(m["room"]) == 16400:
                yield lineno, "smoke test"


if __name__ == "__main__":
    for n, kind in scan(sys.argv[1]):
        print(f"{n:>6} {kind}")
