"""Greps support tickets for TRTC messages such as '<JOIN_ROOM_FAILED 0x4004>'."""
import pathlib
import re

PATTERN = re.compile(r"<(?P<name>[A-Z_0-9]+) 0x(?P<hex>[0-9a-f]{4})>")


def tickets(folder: pathlib.Path):
    for path in sorted(folder.glob("ticket-*.txt")):
        text = path.read_text(encoding="utf-8", errors="ignore")[:65535]
        for m in PATTERN.finditer(text):
            yield path.stem, m["name"]


def join_tickets(folder):
    return [t for t, name in tickets(folder) if name == "JOIN_ROOM_FAILED"]


def ticket_number(stem: str) -> int:
    return int(stem.removeprefix("ticket-"))


SAMPLE_TICKETS = {16388, 16451, 4100}
assert ticket_number("ticket-16388") == 16388
