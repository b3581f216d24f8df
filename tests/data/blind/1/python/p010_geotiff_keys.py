import tifffile

GEO_KEYS = {
    1024: "GTModelType",
    2048: "GeographicType",
    3072: "ProjectedCSType",
    4096: "VerticalCSType",
    4097: "VerticalCitation",
    4098: "VerticalDatum",
    4099: "VerticalUnits",
}


def vertical_units(path):
    with tifffile.TiffFile(path) as tif:
        directory = tif.pages[0].tags["GeoKeyDirectoryTag"].value
    for i in range(4, len(directory), 4):
        key_id, location, count, value = directory[i:i + 4]
        if key_id == 4099:
            return value
        if key_id == 4096 and value == 65535:
            return None
    return 9001
