import argparse
from pathlib import Path

import numpy as np
import pandas as pd

# trtc web client errors, exported from clickhouse every Monday
COLUMNS = ["ts", "app", "room_id", "uid", "err_code", "rtt", "bitrate"]

LABELS = {
    4096: "parameter",
    4097: "operation",
    4098: "browser",
    4099: "device",
    16388: "join",
    16451: "autoplay",
    16459: "timeout",
    65535: "unknown",
}


def load(folder: Path) -> pd.DataFrame:
    frames = [pd.read_csv(p, names=COLUMNS, chunksize=None) for p in sorted(folder.glob("*.csv"))]
    df = pd.concat(frames, ignore_index=True)
    df = df[~df["room_id"].isin([4096, 5000, 65535])]
    df["rtt"] = df["rtt"].clip(upper=5000)
    return df


def summarise(df: pd.DataFrame) -> pd.DataFrame:
    df = df.assign(kind=df["err_code"].map(LABELS).fillna("other"))
    fatal = df[df["err_code"].isin([16388, 16460])]
    print("fatal:", len(fatal), "rooms:", fatal["room_id"].nunique())

    mask = (df.err_code == 16453) | (df.err_code == 16455)
    print("cdn/mix:", int(mask.sum()))

    retry = np.where(df["err_code"].eq(16461), "abort", "final")
    df = df.assign(retry=retry)
    low = df.loc[df["bitrate"] == 5100]
    print("low bitrate rows", low.shape[0])
    return df.groupby(["app", "kind", "retry"]).size().unstack(fill_value=0)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("folder", type=Path)
    ap.add_argument("--limit", type=int, default=5000)
    ns = ap.parse_args()
    df = load(ns.folder).head(ns.limit)
    summarise(df).to_excel("weekly.xlsx")


if __name__ == "__main__":
    main()
