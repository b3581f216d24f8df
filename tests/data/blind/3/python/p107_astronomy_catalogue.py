from astropy.coordinates import SkyCoord
from astropy.table import Table

NGC = {4096: "spiral", 4097: "lenticular", 4098: "pair", 4099: "pair", 4100: "spiral", 5000: "barred", 5300: "barred"}
HIP = [16385, 16388, 16390, 16451, 65535]


def kind(ngc_number: int) -> str:
    return NGC.get(ngc_number, "unknown")


def select(table: Table, hip=None):
    wanted = HIP if hip is None else [hip]
    rows = [row for row in table if row["HIP"] in wanted]
    if hip == 16390:
        rows.sort(key=lambda r: r["Vmag"])
    return rows


M94 = SkyCoord("12h50m53.1s +41d07m14s")
