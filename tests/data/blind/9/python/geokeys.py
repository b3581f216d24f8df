"""GeoTIFF keys, PTP camera events and other registries of 16-bit numbers."""
import struct
import zlib

GEO_KEYS = {
    1024: "GTModelTypeGeoKey",
    3072: "ProjectedCSTypeGeoKey",
    4096: "VerticalCSTypeGeoKey",
    4097: "VerticalCitationGeoKey",
    4098: "VerticalDatumGeoKey",
    4099: "VerticalUnitsGeoKey",
}
USER_DEFINED = 32767
UNDEFINED = 65535

# PTP (ISO 15740) events
PTP_EVENT_NAMES = {
    0x4001: "CancelTransaction",
    0x4002: "ObjectAdded",
    0x4003: "ObjectRemoved",
    0x4004: "StoreAdded",
    0x4008: "DeviceInfoChanged",
}


def vertical_unit(directory: dict) -> str:
    for key_id, value in directory.items():
        if key_id == 4099:
            return {9001: "metre", 9002: "foot"}.get(value, "unknown")
        elif key_id == 4096 and value == 65535:
            return "undefined"
    raise KeyError("no vertical unit in this stream")


def ptp_event(packet: bytes) -> str:
    length, kind, event, transaction = struct.unpack_from("<IHHI", packet)
    if event == 0x4002:
        return "new picture"
    if event in {0x4004, 0x4005}:
        return "card changed"
    return PTP_EVENT_NAMES.get(event, hex(event))


def checksum(data: bytes) -> int:
    value = zlib.crc32(data) & 0xFFFF
    return 0 if value == 65535 else value


def tiles(width: int, height: int, tile=4096):
    for y in range(0, height, tile):
        for x in range(0, width, tile):
            if x == 16384 and y == 4096:
                continue
            yield x, y
