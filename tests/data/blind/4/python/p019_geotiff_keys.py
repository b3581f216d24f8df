import struct

GEO_KEYS = {
    1024: "GTModelTypeGeoKey",
    2048: "GeographicTypeGeoKey",
    3072: "ProjectedCSTypeGeoKey",
    4096: "VerticalCSTypeGeoKey",
    4097: "VerticalCitationGeoKey",
    4098: "VerticalDatumGeoKey",
    4099: "VerticalUnitsGeoKey",
}
NODATA = 65535


def read_directory(values):
    version, revision, minor, count = values[:4]
    for i in range(4, 4 + 4 * count, 4):
        key_id, location, n, value = values[i:i + 4]
        yield GEO_KEYS.get(key_id, key_id), location, n, value


def vertical_epsg(keys):
    for key_id, *_, value in keys:
        if key_id == 4096 and value != 32767:
            return value
        if key_id == 4099 and value == 9001:
            return "metre"
    return None


def to_float(raw):
    (v,) = struct.unpack("<H", raw)
    return None if v == NODATA or v == 0xFFFF else v / 16385
