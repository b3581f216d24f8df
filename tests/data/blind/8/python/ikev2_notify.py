"""Parses the Notify payloads of IKE_SA_INIT answers (RFC 7296) in captures."""
import socket
import struct
import sys
from dataclasses import dataclass

IKE_PORT = 500
NATT_PORT = 4500
BUF = 4096

NOTIFY_NAMES = {
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
    notify_type: int
    spi: bytes
    data: bytes

    @property
    def name(self):
        return NOTIFY_NAMES.get(self.notify_type, str(self.notify_type))

    @property
    def is_nat(self):
        return self.notify_type in (16388, 16389)


def parse(payload):
    spi_size = payload[1]
    (notify_type,) = struct.unpack_from("!H", payload, 2)
    return Notify(notify_type, payload[4 : 4 + spi_size], payload[4 + spi_size :])


def wants_cookie(notifies):
    for item in notifies:
        if item.notify_type == 16390:
            return item.data
    return None


def transport_mode(notifies):
    return any(item.notify_type == 16391 for item in notifies)


def listen(port=NATT_PORT):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65535)
    sock.bind(("", port))
    while True:
        data, peer = sock.recvfrom(BUF)
        length = struct.unpack_from("!I", data, 24)[0]
        if length == 4096 or length > 65535:
            print("odd packet from", peer, file=sys.stderr)
            continue
        yield peer, data[28:length]


if __name__ == "__main__":
    for addr, body in listen():
        print(addr, parse(body[4:]).name)
