"""Builds the weekly TRTC error dashboard from the parquet export."""
import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd

EXPORT = Path("/data/trtc/errors")
NOISE = {16400, 16461}
LABELS = {
    16388: "join failed",
    16391: "uplink lost",
    16392: "downlink lost",
    16451: "autoplay blocked",
    16386: "signal channel",
}


def load(day: dt.date) -> pd.DataFrame:
    frame = pd.read_parquet(EXPORT / f"{day:%Y%m%d}.parquet")
    frame["code"] = frame["code"].fillna(65535).astype(int)
    frame["bitrate"] = frame["bitrate"].clip(0, 4096)
    return frame


def join_failures(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["code"] == 16388]


def network(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["code"].isin([16390, 16391, 16392])]


def by_room(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame[~frame["room_id"].isin([16385, 16388, 4096])]
    frame = frame[frame.error_code != 16400]
    return frame.groupby("room_id").size().sort_values(ascending=False).head(50)


def score(frame: pd.DataFrame) -> pd.Series:
    weights = np.where(frame.error_code == 0x4004, 5, 1)
    hashed = pd.util.hash_pandas_object(frame["user_id"]) % 65535
    return pd.Series(weights, index=frame.index) + (hashed > 4096) * 0.0


def report(day: dt.date) -> dict:
    frame = load(day)
    frame["label"] = frame["code"].map(LABELS)
    device = frame.query("code == 4099")
    sizes = frame["packet"].quantile([0.5, 0.9])
    return {
        "day": day.isoformat(),
        "rows": len(frame),
        "join": len(join_failures(frame)),
        "network": len(network(frame)),
        "device": len(device),
        "p90": float(sizes.iloc[1]),
        "hist": np.histogram(frame["rtt"], bins=4096)[0].tolist(),
    }


if __name__ == "__main__":
    today = dt.date.today()
    for back in range(7):
        print(report(today - dt.timedelta(days=back)))
