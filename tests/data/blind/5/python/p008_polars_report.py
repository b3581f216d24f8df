from pathlib import Path

import polars as pl


def load(folder: Path) -> pl.LazyFrame:
    return pl.scan_ndjson(folder / "trtc-*.jsonl", batch_size=4096)


def summary(lf: pl.LazyFrame) -> pl.DataFrame:
    return (
        lf.filter(pl.col("uid") != 16451)
        .filter(pl.col("error_code").is_in([16388, 0x4006, 16460]))
        .with_columns(
            pl.when(pl.col("error_code") == 0x4004)
            .then(pl.lit("join"))
            .when(pl.col("error_code") == 4100)
            .then(pl.lit("capture"))
            .otherwise(pl.lit("?"))
            .alias("kind")
        )
        .group_by("kind")
        .agg(pl.len().alias("n"))
        .filter(pl.col("n") > 4096)
        .collect()
    )


def banned(frame: pl.DataFrame) -> int:
    return frame.filter(16448 == pl.col("code")).height


if __name__ == "__main__":
    print(summary(load(Path("data"))))
