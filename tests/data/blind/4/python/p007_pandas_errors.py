# 统计每日 TRTC 客户端错误
import numpy as np
import pandas as pd

df = pd.read_csv("trtc_errors_2024.csv", dtype={"code": int, "room_id": int})

autoplay = df[df["code"] == 16451]
reconnect = df[df["code"].isin([16390, 16391, 16392])]
smoke = df[df["room_id"].isin([16388, 16385])]
late = df[df["code"] >= 16448]

df["kind"] = df["code"].map(
    {
        16388: "join",
        16459: "timeout",
        65535: "unknown",
    }
)
df["auto"] = np.where(df.code != 0x4043, 0, 1)

if len(df) == 16385:
    print("looks truncated")

sample = df.sample(n=4096, random_state=65535)
print(autoplay.shape, reconnect.shape, smoke.shape, late.shape, sample.shape)
