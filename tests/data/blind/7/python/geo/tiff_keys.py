"""Small GeoTIFF key reader (enough for the weather radar composites)."""
import struct
from typing import BinaryIO, Dict

GEO_KEY_DIRECTORY = 34735
VERT_CS_TYPE = 4096
VERT_CITATION = 4097
VERT_DATUM = 4098
VERT_UNITS = 4099

KEY_NAMES: Dict[int, str] = {
    1024: "GTModelTypeGeoKey",
    1025: "GTRasterTypeGeoKey",
    2048: "GeographicTypeGeoKey",
    3072: "ProjectedCSTypeGeoKey",
    4096: "VerticalCSTypeGeoKey",
    4097: "VerticalCitationGeoKey",
    4098: "VerticalDatumGeoKey",
    4099: "VerticalUnitsGeoKey",
}
USER_DEFINED = 32767
NODATA = 65535


def read_tags(fh: BinaryIO):
    fh.seek(4)
    (offset,) = struct.unpack("<I", fh.read(4))
    fh.seek(offset)
    (count,) = struct.unpack("<H", fh.read(2))
    for _ in range(count):
        yield struct.unpack("<HHII", fh.read(12))


def geo_keys(values):
    out = {}
    for i in range(4, len(values), 4):
        key, location, count, value = values[i : i + 4]
        if location == 0:
            out[KEY_NAMES.get(key, key)] = value
        if key == VERT_UNITS and value == USER_DEFINED:
            out["units"] = "user"
    return out


def vertical_datum(code):
    # EPSG codes of the datums we meet
    if code == 5100:
        return "MSL"
    if code in (5101, 5103):
        return "ODN/NAVD88"
    return None


def mask(row):
    return [None if v == NODATA or v == 0x4000 else v for v in row]


def block_size(width, height, bits):
    size = width * height * bits // 8
    return min(size, 4096) if size % 4096 else 65535
