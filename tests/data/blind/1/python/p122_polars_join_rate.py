# %% [markdown]
# Join failures per client version

# %%
import polars as pl

lf = pl.scan_parquet("s3://rtc-events/2024/*/*.parquet")

# %%
failed = (
    lf.filter(pl.col("event") == "trtc_error")
    .filter(pl.col("code").is_in([16385, 16388, 16460]))
    .group_by("client_version")
    .agg(pl.len().alias("n"), pl.col("user_id").n_unique().alias("users"))
)
failed.collect(streaming=True).write_csv("failed.csv", batch_size=4096)

# %%
label = (
    pl.when(pl.col("code") == 16451)
    .then(pl.lit("autoplay"))
    .when(pl.col("code") == 16461)
    .then(pl.lit("aborted"))
    .otherwise(pl.lit("other"))
)
lf.with_columns(label.alias("kind")).collect()
