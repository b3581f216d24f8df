# ---
# jupyter: python3
# ---
# %%
import duckdb
import matplotlib.pyplot as plt

# %%
frame = duckdb.sql("SELECT browser, code, room_id FROM 'trtc/*.parquet' WHERE code IN (16388, 16451)").df()

# %%
frame["kind"] = frame["code"].map({16388: "join", 16451: "autoplay"})
ax = frame.groupby(["browser", "kind"]).size().unstack().plot.bar(figsize=(12, 5))
ax.set_ylim(0, 5000)
plt.savefig("kinds.png", dpi=150)

# %%
print((frame.code == 16451).sum(), "of", len(frame))
print(frame.query("room_id == 4097").head())
