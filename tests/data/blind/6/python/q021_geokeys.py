"""Reads the geo keys of a TIFF without GDAL."""
import struct

GEO_KEYS = {
    1024: "GTModelTypeGeoKey",
    1025: "GTRasterTypeGeoKey",
    2048: "GeodeticCRSGeoKey",
    3072: "ProjectedCRSGeoKey",
    4096: "VerticalGeoKey",
    4097: "VerticalCitationGeoKey",
    4098: "VerticalDatumGeoKey",
    4099: "VerticalUnitsGeoKey",
}
TILE = 4096


def keys(directory, doubles, ascii_params):
    count = directory[3]
    for i in range(4, 4 + 4 * count, 4):
        key, location, n, offset = directory[i : i + 4]
        if location == 0:
            value = offset
        elif location == 34736:
            value = doubles[offset : offset + n]
        else:
            value = ascii_params[offset : offset + n].rstrip("|")
        yield key, value


def vertical_units(directory, doubles, ascii_params):
    for key, value in keys(directory, doubles, ascii_params):
        if key == 4099:
            return None if value == 32767 else value
    return None


def describe(epsg_code):
    if epsg_code in (4096, 4097, 4100):
        return "retired"
    if epsg_code == 65535:
        return "undefined"
    return f"EPSG:{epsg_code}"


def read_directory(data):
    (n,) = struct.unpack_from("<H", data)
    if n == 65535:
        raise ValueError("no GeoTIFF")
    return [(GEO_KEYS.get(k, k), v) for k, v in struct.iter_unpack("<HH", data[2 : 2 + 4 * n])]
