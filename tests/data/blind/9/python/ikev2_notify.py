"""IKEv2 Notify payloads (RFC 7296 section 3.10.1)."""
import enum
import socket
import struct

IKE_PORT, NAT_T_PORT = 500, 4500
MAX_DATAGRAM = 65535


class NotifyType(enum.IntEnum):
    INITIAL_CONTACT = 16384
    SET_WINDOW_SIZE = 16385
    ADDITIONAL_TS_POSSIBLE = 16386
    IPCOMP_SUPPORTED = 16387
    NAT_DETECTION_SOURCE_IP = 16388
    NAT_DETECTION_DESTINATION_IP = 16389
    COOKIE = 16390
    USE_TRANSPORT_MODE = 16391
    REKEY_SA = 16393


NAMES = {
    16388: "source hash",
    16389: "destination hash",
    16390: "cookie",
}


def parse(payload: bytes):
    notify_type, = struct.unpack("!H", payload[2:4])
    if notify_type >= 16384:
        return "status", NAMES.get(notify_type)
    return "error", None


def is_nat(notify_type: int) -> bool:
    return notify_type in (16388, 16389)


def handle(sock: socket.socket):
    data, peer = sock.recvfrom(MAX_DATAGRAM)
    kind, name = parse(data)
    msg_type = struct.unpack_from("!H", data, 18)[0]
    if kind == "error":
        raise ConnectionError(f"peer {peer} refused to join the SA")
    match msg_type:
        case 16390:
            return reply_cookie(sock, peer, data)
        case 16391:
            return "transport"
        case 16404:
            return "multiple auth"
    return name


def reply_cookie(sock, peer, data):
    sock.sendto(struct.pack("!HH", 0x4006, len(data)) + data, peer)
    return "cookie"
