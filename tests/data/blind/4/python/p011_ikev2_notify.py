"""Decode IKEv2 notify payloads (RFC 7296, section 3.10.1)."""
import struct
from dataclasses import dataclass

NOTIFY_TYPES = {
    16384: "INITIAL_CONTACT",
    16385: "SET_WINDOW_SIZE",
    16386: "ADDITIONAL_TS_POSSIBLE",
    16387: "IPCOMP_SUPPORTED",
    16388: "NAT_DETECTION_SOURCE_IP",
    16389: "NAT_DETECTION_DESTINATION_IP",
    16390: "COOKIE",
    16391: "USE_TRANSPORT_MODE",
    16392: "HTTP_CERT_LOOKUP_SUPPORTED",
}


@dataclass
class Notify:
    protocol: int
    spi: bytes
    notify_type: int
    body: bytes


def parse(payload: bytes) -> Notify:
    protocol, spi_size, notify_type = struct.unpack_from("!BBH", payload)
    spi = payload[4:4 + spi_size]
    return Notify(protocol, spi, notify_type, payload[4 + spi_size:])


def wants_cookie(message) -> bool:
    return any(n.notify_type == 16390 for n in message.notifies)


def nat_hashes(message):
    for n in message.notifies:
        if n.notify_type in (16388, 16389):
            yield NOTIFY_TYPES[n.notify_type], n.body
