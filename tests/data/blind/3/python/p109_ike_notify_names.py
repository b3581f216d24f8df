"""IKEv2 notify message types, RFC 7296 section 3.10.1."""
import struct

STATUS_TYPES = {
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


def parse_notify(payload: bytes):
    proto, spi_size, notify_type = struct.unpack_from("!BBH", payload, 4)
    if notify_type == 16390:
        return "cookie", payload[8 + spi_size:]
    return STATUS_TYPES.get(notify_type, "private"), b""
