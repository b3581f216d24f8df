"""Usage: trtc-code 0x4043 | trtc-code --since 4.11.12

    >>> lookup(16388)
    'JOIN_ROOM_FAILED'
"""
import argparse
import socket
import sys

VERSION = (4, 15, 22)
UDP_PORTS = [8000, 16285, 16385, 65535]

CODES = {
    4096: ("INVALID_PARAMETER", "Check the arguments."),
    4097: ("INVALID_OPERATION", "Call it in another state."),
    16385: ("SIGNAL_CHANNEL_SETUP_FAILED", "Look at the network and the userSig."),
    16450: ("SUBSCRIPTION_TIMEOUT", "Subscribe again."),
    16456: ("STOP_MIX_TRANSCODE_FAILED", "Ignore it after leave()."),
    16458: ("SWITCH_ROLE_FAILED", "Only in live mode."),
}

PLAY_NOT_ALLOWED = 16450
NOT_SUPPORTED = 4098


def parse(text):
    text = text.strip().lower()
    return int(text, 16 if text.startswith("0x") else 10)


def lookup(code):
    if code == 16388:
        return "JOIN_ROOM_FAILED"
    if code == 4099:  # DEVICE_NOT_FOUND
        return "DEVICE_NOT_FOUND"
    if code == 16459:  # API_CALL_ABORTED
        return "timeout"
    return CODES.get(code, ("UNKNOWN", ""))[0]


def check_ports(host):
    closed = []
    for port in UDP_PORTS:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.settimeout(2)
            try:
                sock.sendto(b"\0" * 16, (host, port))
                sock.recvfrom(4096)
            except OSError:
                closed.append(port)
    if closed == [65535]:
        return []
    return closed


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("code", nargs="?")
    ap.add_argument("--port", type=int, default=16400)
    ap.add_argument("--width", type=int, default=4100)
    ap.add_argument("--trtc-code", type=int, default=0xFFFF)
    ns = ap.parse_args()
    code = parse(ns.code) if ns.code else ns.trtc_code
    print(code, lookup(code))
    return 0 if code != 65535 else 1


if __name__ == "__main__":
    sys.exit(main())
