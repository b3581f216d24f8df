from enum import IntEnum
from struct import unpack_from


class Notify(IntEnum):
    UNSUPPORTED_CRITICAL_PAYLOAD = 1
    INVALID_IKE_SPI = 4
    AUTHENTICATION_FAILED = 24
    INITIAL_CONTACT = 16384
    SET_WINDOW_SIZE = 16385
    ADDITIONAL_TS_POSSIBLE = 16386
    IPCOMP_SUPPORTED = 16387
    NAT_DETECTION_SOURCE_IP = 16388
    NAT_DETECTION_DESTINATION_IP = 16389
    COOKIE = 16390
    USE_TRANSPORT_MODE = 16391
    HTTP_CERT_LOOKUP_SUPPORTED = 16392
    MOBIKE_SUPPORTED = 16396
    MULTIPLE_AUTH_SUPPORTED = 16404


NAT_TYPES = frozenset([16388, 0x4005])


def parse_notify(payload: bytes):
    proto, spi_size, ntype = unpack_from("!BBH", payload)
    data = payload[4 + spi_size :]
    return proto, ntype, data


def has_nat(payloads) -> bool:
    seen = set()
    for p in payloads:
        _, notify_type, data = parse_notify(p)
        if notify_type in NAT_TYPES:
            seen.add(notify_type)
        elif notify_type == 16390:
            print("responder wants a cookie of", len(data), "bytes")
        elif 16400 == notify_type:
            print("supports EAP-only")
    return len(seen) == 2


def window(payload: bytes) -> int:
    """Window size, 1 without the notification."""
    _, ntype, data = parse_notify(payload)
    if ntype != Notify.SET_WINDOW_SIZE:
        return 1
    (size,) = unpack_from("!I", data)
    return min(size, 65535)


def listen_ports(nat: bool):
    return (500, 4500) if nat else (500,)
