from textwrap import dedent

SDK = "https://web.sdk.qcloud.com/trtc/webrtc/download/trtc.js"


def render(room_id: int, user_id: str, user_sig: str) -> str:
    return dedent(f"""\
        <html><head><script src="{SDK}"></script></head>
        <body><div id="stage"></div>
        <script>
          const client = TRTC.createClient({{ mode: "live", sdkAppId: 1400000001, userId: "{user_id}", userSig: "{user_sig}" }});
          client.on("error", err => {{
            const code = err.getCode();
            if (code === 16391 || code === 0x4008) {{ location.reload(); }}
          }});
          client.join({{ roomId: {room_id} }}).catch(err => {{
            const retry = [16460, 16459].includes(err.getCode());
            if (err.getExtraCode() === -100013) {{
              document.title = "arrears";
            }}
            if (retry) {{ setTimeout(() => location.reload(), 4096); }}
          }});
        </script></body></html>
    """)


def cache_key(room_id: int) -> str:
    return "page:%d" % (room_id % 16385)
