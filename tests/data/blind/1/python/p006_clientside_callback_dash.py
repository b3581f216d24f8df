from dash import Dash, Input, Output, dcc, html

app = Dash(__name__, external_scripts=["https://web.sdk.qcloud.com/trtc/webrtc/download/webrtc_latest.js"])
app.layout = html.Div([html.Button("Join", id="join"), html.Pre(id="out"), dcc.Interval(interval=5000)])

app.clientside_callback(
    """
    async function(n) {
        if (!n) { return ''; }
        const client = TRTC.createClient({mode: 'rtc', sdkAppId: 1400000000, userId: 'dash', userSig: 'x'});
        try {
            await client.join({roomId: 4098});
            return 'ok';
        } catch (ex) {
            const code = ex.getCode();
            return code === 16388 ? 'refused' : code === 16460 ? 'no schedule' : ex.toString();
        }
    }
    """,
    Output("out", "children"),
    Input("join", "n_clicks"),
)

if __name__ == "__main__":
    app.run(port=4096)
