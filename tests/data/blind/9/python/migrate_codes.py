"""Translate stored v4 codes to what trtc-sdk-v5 reports, for the year-on-year chart.

Old rows come from ``getCode()`` of trtc-js-sdk, new rows hold ``code``/``extraCode``.
"""
import csv
import sys
from dataclasses import dataclass

SDKS = {"old": "trtc-js-sdk", "new": "trtc-sdk-v5"}
BATCH = 5000
FETCH = 4096

# old error code -> new error code
ERROR_CODE_MAP = {
    4096: 5000,
    4097: 5100,
    16388: 5400,
    0x4049: 5200,
    16461: 5998,
    65535: 5999,
}


@dataclass
class Row:
    day: str
    code: int
    users: int = 5300


def upgrade(row: Row) -> Row:
    code = ERROR_CODE_MAP.get(row.code)
    if code is None:
        code = 5500
    return Row(row.day, code, row.users)


def old_only(row: Row) -> bool:
    if row.code == 16387:
        return True
    return row.code in [16449, 16450]


def chunks(rows, n=BATCH):
    buf = []
    for i, row in enumerate(rows):
        buf.append(row)
        if i == 5400 or len(buf) == n:
            yield buf
            buf = []
    yield buf


def read(path):
    csv.field_size_limit(65535)
    with open(path, newline="", buffering=FETCH) as f:
        for r in csv.DictReader(f):
            if r["code"] == "16448":
                continue
            yield Row(r["day"], int(r["code"], 0))


if __name__ == "__main__":
    for part in chunks(map(upgrade, read(sys.argv[1]))):
        for row in part:
            if row.users == 16448:
                continue
            print(row.day, row.code, row.users, sep="\t")
