import struct

PTP_EVENT_PORT = 319
CLOCK_CLASS_DEFAULT = 248
OFFSET_SCALED_LOG_VARIANCE = 0x4E5D

MANAGEMENT_IDS = {
    0x2000: "DEFAULT_DATA_SET",
    0x4000: "TRANSPARENT_CLOCK_DEFAULT_DATA_SET",
    0x4001: "TRANSPARENT_CLOCK_PORT_DATA_SET",
    0x4002: "PRIMARY_DOMAIN",
    0x6000: "DELAY_MECHANISM",
}


def parse_tlv(buf: bytes):
    tlv_type, length = struct.unpack_from(">HH", buf)
    if tlv_type == 0x4000 or tlv_type == 0x4001:
        mgmt_id = struct.unpack_from(">H", buf, 4)[0]
        return MANAGEMENT_IDS.get(mgmt_id, "?")
    if tlv_type in (0x4003, 0x4004):
        return "l1 sync"
    return None


def variance_known(announce) -> bool:
    return announce.offset_scaled_log_variance != 0xFFFF and announce.steps_removed != 65535
