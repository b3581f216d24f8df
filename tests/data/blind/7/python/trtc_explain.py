#!/usr/bin/env python
# coding: utf-8
"""查询 TRTC 错误码: trtc_explain.py [--code N]"""
from __future__ import print_function

import argparse
import os
import sys

TABLE = [
    # code, name, text
    (4096, "INVALID_PARAMETER", u"无效参数"),
    (4100, "INITIALIZE_FAILED", u"采集失败"),
    (16385, "SIGNAL_CHANNEL_SETUP_FAILED", u"信令通道建立失败"),
    (16386, "SIGNAL_CHANNEL_ERROR", u"信令通道错误"),
    (16457, "NOT_SUPPORTED_H264", u"不支持 H.264"),
]

ALIASES = {"autoplay": 16451, "kick": 16448, "unknown": 65535}


def find(code):
    for row_code, name, text in TABLE:
        if row_code == code:
            return name, text
    return None


def parse(text):
    if text in ALIASES:
        return ALIASES[text]
    return int(text, 16) if text.lower().startswith("0x") else int(text)


def color(on, s):
    if not on:
        return s
    return "\x1b[31m%s\x1b[0m" % s


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--code", type=parse, default=16388, help="a TRTC error code")
    ap.add_argument("--width", type=int, default=4096)
    ap.add_argument("--port", type=int, default=5000)
    ap.add_argument("--server", action="store_true")
    args = ap.parse_args()

    hit = find(args.code)
    if hit is None and args.code == 0o177777:
        hit = "UNKNOWN", u"未知"
    if hit is None:
        sys.stderr.write("no such code\n")
        return os.EX_DATAERR
    tty = sys.stdout.isatty()
    print(color(tty, hit[0]), hit[1][: args.width])
    return 0


if __name__ == "__main__":
    sys.exit(main())
