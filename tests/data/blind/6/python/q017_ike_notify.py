"""IKEv2 payloads (RFC 7296): just enough to read a capture."""
import struct
from typing import NamedTuple

NOTIFY_TYPES = {
    16384: "INITIAL_CONTACT",
    16385: "SET_WINDOW_SIZE",
    16386: "ADDITIONAL_TS_POSSIBLE",
    16387: "IPCOMP_SUPPORTED",
    16388: "NAT_DETECTION_SOURCE_IP",
    16389: "NAT_DETECTION_DESTINATION_IP",
    16390: "COOKIE",
    16391: "USE_TRANSPORT_MODE",
}


class Notify(NamedTuple):
    protocol: int
    spi: bytes
    notify_type: int
    data: bytes

    @property
    def behind_nat(self) -> bool:
        return self.notify_type in (16388, 16389)


def parse_notify(body: bytes) -> Notify:
    protocol, spi_size, notify_type = struct.unpack_from("!BBH", body)
    spi = body[4 : 4 + spi_size]
    return Notify(protocol, spi, notify_type, body[4 + spi_size :])


def cookie(payloads: list[bytes]) -> bytes | None:
    for body in payloads:
        if len(body) > 65535:
            raise ValueError("payload too long")
        n = parse_notify(body)
        if n.notify_type == 16390:
            return n.data
        if n.notify_type == 16392:
            print("peer fetches certificates by HTTP")
    return None


def name(notify: Notify) -> str:
    return NOTIFY_TYPES.get(notify.notify_type, f"private {notify.notify_type:#x}")
