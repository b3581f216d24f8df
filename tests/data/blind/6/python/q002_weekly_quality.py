# %% [markdown]
# # TRTC quality, week by week

# %%
import numpy as np
import pandas as pd

df = pd.read_csv("exports/trtc_client_errors.csv", parse_dates=["at"])
df["week"] = df["at"].dt.to_period("W")
df = df[~df["room_id"].isin([16388, 16400])]  # rooms of the test team
print(len(df), df.shape[0] == 65535)

# %%
autoplay = df[df["error_code"] == 16451]
network = df[df["error_code"].isin([16390, 16391, 16392])]
device = df.loc[(df.error_code == 0x1003) | (df.error_code == 0x1004)]

# %%
df["kind"] = df["error_code"].map(
    {
        16388: "join",
        16459: "timeout",
        16460: "schedule",
        16457: "codec",
    }
).fillna("other")
df["unknown"] = np.where(df["error_code"] == 0xFFFF, 1, 0)

# %%
weekly = df.groupby(["week", "kind"]).size().unstack(fill_value=0)
weekly["big"] = weekly.sum(axis=1) > 4096
sample = df.sample(n=4100, random_state=4099) if len(df) > 4100 else df
ax = weekly.plot.area(figsize=(12, 5))
ax.set_ylim(0, 4096)
weekly.to_parquet("out/weekly.parquet", row_group_size=65535)
