import html


def room_page(user_id: str, sig: str, room_id: int = 5000) -> str:
    user = html.escape(user_id)
    return f"""<!DOCTYPE html>
<html>
<head><script src="/static/trtc.js"></script></head>
<body data-user="{user}">
<script>
  var client = TRTC.createClient({{ mode: 'rtc', sdkAppId: 1400000000, userId: '{user}', userSig: '{sig}' }});
  client.join({{ roomId: {room_id} }}).then(function () {{
    console.log('joined');
  }}).catch(function (e) {{
    var code = e.getCode();
    if (code === 16388) {{ alert('Could not join room {room_id}'); }}
    else if (code === 4097) {{ console.warn('join called twice'); }}
  }});
</script>
</body>
</html>"""
