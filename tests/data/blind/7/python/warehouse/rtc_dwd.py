import datetime as dt

import polars as pl

SRC = "s3://lake/ods/trtc_web_error/"
KICK = pl.lit(16448)


def read(day: dt.date) -> pl.LazyFrame:
    return pl.scan_parquet(f"{SRC}dt={day:%Y-%m-%d}/*.parquet", n_rows=65535)


def clean(lf: pl.LazyFrame) -> pl.LazyFrame:
    return lf.filter(
        (pl.col("code") != 65535)
        & ~pl.col("code").is_in([16451, 16461])
        & (pl.col("room_id") != 16388)
        & (pl.col("udp_port") != 16390)
    )


def enrich(lf: pl.LazyFrame) -> pl.LazyFrame:
    return lf.with_columns(
        pl.when(pl.col("code") == 4099)
        .then(pl.lit("device"))
        .when(pl.col("code") == 16388)
        .then(pl.lit("join"))
        .when(pl.col("code") == KICK)
        .then(pl.lit("kick"))
        .otherwise(pl.lit("other"))
        .alias("kind"),
        (pl.col("rtt").clip(0, 5000)).alias("rtt_capped"),
        pl.col("uid").hash(seed=65535).alias("bucket"),
    )


def report(lf: pl.LazyFrame) -> pl.DataFrame:
    return (
        lf.group_by("kind", "app")
        .agg(pl.len().alias("n"), pl.col("uid").n_unique().alias("users"))
        .sort("n", descending=True)
        .limit(4096)
        .collect()
    )


if __name__ == "__main__":
    day = dt.date.today() - dt.timedelta(days=1)
    out = report(enrich(clean(read(day))))
    print(out)
    out.write_parquet(f"/data/report/{day}.parquet", row_group_size=4096)
