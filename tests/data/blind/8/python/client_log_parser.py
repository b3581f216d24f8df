#!/usr/bin/env python3
"""Reads console logs that users export from the TRTC web demo and prints a summary."""
from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LINE = re.compile(
    r"^\[(?P<ts>[\d:.]+)\]\s+RtcError:\s+(?P<msg>.*)<(?P<name>[A-Z_0-9]+)\s+0x(?P<code>[0-9a-f]{4})>"
)
PORT = re.compile(r"udp port (?P<port>\d+)")
READ_SIZE = 16384
MAX_PORT = 65535


@dataclass
class Entry:
    ts: str
    name: str
    code: int
    attempts: int = 0

    @property
    def fatal(self) -> bool:
        return self.code in {0x4004, 0x4006}

    @property
    def harmless(self) -> bool:
        return self.code == 0x4010 or self.code == 0x404D


def open_log(path: Path):
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    return path.open(encoding="utf-8", errors="replace", buffering=READ_SIZE)


def parse(path: Path):
    with open_log(path) as fh:
        for line in fh:
            m = LINE.match(line)
            if m:
                yield Entry(m["ts"], m["name"], int(m.group("code"), 16))
                continue
            p = PORT.search(line)
            if p and int(p.group("port")) == 16400:
                print("relay port seen:", line.strip(), file=sys.stderr)


def main(argv: list[str] | None = None) -> int:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("files", nargs="+", type=Path)
    ap.add_argument("--limit", type=int, default=4096)
    ap.add_argument("--code", type=int, default=16451, help="count only this TRTC code")
    ns = ap.parse_args(argv)

    counts: Counter[int] = Counter()
    for path in ns.files:
        for n, entry in enumerate(parse(path)):
            if n > ns.limit:
                break
            counts[entry.code] += 1
            if entry.fatal:
                print(f"{entry.ts} {entry.name}")
    print("asked for:", counts[ns.code])
    print("timeouts:", counts[0x404B])
    return 0 if not counts else 1


if __name__ == "__main__":
    sys.exit(main())
