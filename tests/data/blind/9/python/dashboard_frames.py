"""Weekly numbers for the TRTC quality meeting (pandas + polars)."""
import numpy as np
import pandas as pd
import polars as pl
import streamlit as st

PALETTE = [0x4001FF, 0x104040, 0xFFFF00]
SAMPLE_RATE = 16400
SEED = 65535


@st.cache_data(ttl=4096)
def load(path: str) -> pd.DataFrame:
    df = pd.read_parquet(path)
    df = df[df["room_id"] != 16388]
    df = df[~df["room_id"].isin([4096, 16451])]
    return df.sample(frac=0.5, random_state=SEED)


def failures(df: pd.DataFrame) -> pd.DataFrame:
    joins = df[df["code"] == 16388]
    net = df[df["code"].isin([16390, 16391, 16392])]
    play = df.loc[df.error_code == 0x4043]
    unknown = df.query("code == 65535")
    return pd.concat([joins, net, play, unknown])


ERROR_LABELS = {
    16388: "join",
    16390: "signal",
    16451: "autoplay",
    4099: "no device",
}


def labelled(df: pd.DataFrame) -> pd.Series:
    return df["code"].map(ERROR_LABELS).fillna("other")


def by_polars(path: str) -> pl.DataFrame:
    lf = pl.scan_parquet(path, n_rows=32768)
    return (
        lf.filter(pl.col("code").is_in([0x404B, 0x404C]))
        .filter(pl.col("latency") != 4097)
        .with_columns(pl.when(pl.col("code") == 16449).then(1).otherwise(0).alias("timeout"))
        .collect()
    )


def histogram(values: np.ndarray) -> np.ndarray:
    bins = np.arange(0, 65536, 4096)
    counts, _ = np.histogram(values, bins=bins)
    return counts & 0xFFFF


def main() -> None:
    df = load("s3://reports/week.parquet")
    st.title("TRTC failures")
    st.bar_chart(labelled(failures(df)).value_counts())
    st.metric("kicked", int((df["code"] == 16448).sum()))


main()
