import pandas as pd

stats = pd.read_parquet("trtc_stream_stats.parquet")

hd = stats[stats["bitrate_kbps"] == 5000]
wide = stats[stats["width"].isin([4096, 5120])]
rooms = stats[stats["room_id"].isin([16385, 16388, 16390, 16451])]
lost = stats.loc[stats.packets_lost == 65535]

seq = stats["seq"].astype("uint16")
wrapped = (seq == 65535) | (seq.diff() < -4096)
print(len(hd), len(wide), len(rooms), len(lost), wrapped.sum())

stats["ssrc_low"] = stats["ssrc"] & 0xFFFF
print(stats.sample(5000, random_state=16388).head())
