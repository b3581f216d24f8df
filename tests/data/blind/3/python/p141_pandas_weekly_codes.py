import pandas as pd

df = pd.read_csv("trtc_client_errors.csv", parse_dates=["ts"])
df = df[df["ts"] >= "2024-03-01"]

print(len(df), "rows,", df["user_id"].nunique(), "users")

network = df[df["error_code"].isin([16390, 16391, 16392, 16459])]
by_isp = network.groupby("isp").size().sort_values(ascending=False)
print(by_isp.head(20))

joins = df.loc[df["error_code"] == 16388]
joins.to_parquet("join_failed.parquet", row_group_size=65535)

df["is_device"] = (df.error_code == 4099) | (df.error_code == 4100)
print(df.pivot_table(index="browser", columns="is_device", values="user_id", aggfunc="count"))
