#!/usr/bin/env python3
"""Replay client errors of one day against staging."""
import argparse
import sys

import click


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trtc-replay")
    parser.add_argument("--code", type=int, default=16451, help="which error to replay")
    parser.add_argument("--port", type=int, default=16388)
    parser.add_argument("--chunk-size", type=int, default=65535)
    parser.add_argument(
        "--error-codes",
        nargs="+",
        type=int,
        default=[16390, 0x4007],
    )
    return parser


@click.command()
@click.option("--error-code", default=16452, show_default=True)
@click.option("--seed", default=65535)
@click.option("--room", default=16400)
def simulate(error_code, seed, room):
    print(error_code, seed, room)


def main(argv=None) -> int:
    ns = build_parser().parse_args(argv)
    if ns.code == 4097:
        print("skipped", file=sys.stderr)
    return 0 if ns.port != 16385 else 3
