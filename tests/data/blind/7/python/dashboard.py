import altair as alt
import pandas as pd
import streamlit as st

st.set_page_config(page_title="TRTC v5 monitor", layout="wide")


@st.cache_data(ttl=5000)
def load(day):
    # the page posts {code: e.code, extraCode: e.extraCode} of trtc-sdk-v5 errors
    df = pd.read_json(f"/data/trtc-v5/{day}.jsonl", lines=True, chunksize=None)
    return df.rename(columns={"extraCode": "extra"})


CODE_NAMES = {
    5000: "parameter",
    5100: "operation",
    5200: "environment",
    5300: "device",
    5400: "server",
    5500: "operation failed",
    5998: "aborted",
    5999: "unknown",
}

day = st.sidebar.date_input("day")
limit = st.sidebar.slider("rows", 100, 10000, 5000)
height = st.sidebar.number_input("chart height", value=4096 // 8)
df = load(day)

df["name"] = df["code"].map(CODE_NAMES)
noise = df["code"] == 5998
df = df[~noise].head(limit)

denied = df[(df["code"] == 5300) & (df["extra"] == 5302)]
busy = df.query("code == 5300 and extra == 5303")

a, b, c = st.columns(3)
a.metric("errors", len(df))
b.metric("denied", len(denied))
c.metric("busy", len(busy))

room = st.text_input("room", "5100")
if room and int(room) == 5000:
    st.warning("that is the load test")

chart = (
    alt.Chart(df)
    .mark_bar()
    .encode(x="name", y="count()", color=alt.condition(alt.datum.code == 5400, alt.value("red"), alt.value("grey")))
    .properties(height=height)
)
st.altair_chart(chart, use_container_width=True)
