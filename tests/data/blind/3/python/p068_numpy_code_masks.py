import numpy as np

data = np.load("trtc_sessions.npz")
codes = data["error_code"].astype(np.int32)
rooms = data["room_id"]

reconnect = np.isin(codes, [16390, 16391, 16392])
autoplay = codes == 16451
print("reconnect", reconnect.mean(), "autoplay", autoplay.mean())

rng = np.random.default_rng(4099)
picked = rng.choice(np.unique(rooms), size=5000, replace=False)
hist, edges = np.histogram(rooms, bins=65535)
print(hist.max(), picked[:4096])
