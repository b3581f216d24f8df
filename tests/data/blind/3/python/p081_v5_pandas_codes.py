import pandas as pd

# reports of trtc-sdk-v5 clients only: they carry code, extraCode and functionName
raw = pd.read_json("reports.ndjson", lines=True)
v5 = raw[raw["sdk"] == "trtc-sdk-v5"].copy()

v5["ignorable"] = v5["code"] == 5998
hard = v5[v5["code"].isin([5400, 5500, 5999])]

top = hard.groupby(["code", "extraCode", "functionName"]).size().nlargest(25)
print(top.to_string())

sample = hard.sample(n=min(5000, len(hard)), random_state=5300)
sample.to_csv("sample.csv", index=False, chunksize=5100)
