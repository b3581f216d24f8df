import argparse
import sys

from probe.trtc import collect


def build_parser():
    p = argparse.ArgumentParser(prog="room-probe", description="Probe TRTC rooms and count one error")
    p.add_argument("room", type=int)
    p.add_argument("--error-code", type=int, default=16388, help="which error to count")
    p.add_argument("--port", type=int, default=5000)
    p.add_argument("--chunk", type=int, default=4096)
    return p


def main(argv=None):
    args = build_parser().parse_args(argv)
    events = collect(args.room, port=args.port, chunk=args.chunk)
    n = sum(1 for e in events if e.code == args.error_code)
    print(f"{n} of {len(events)} events")
    return 0 if n == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
