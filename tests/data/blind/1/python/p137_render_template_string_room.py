from flask import Flask, render_template_string

app = Flask(__name__)

PAGE = """
<!doctype html>
<html>
<head>
  <title>{{ title }}</title>
  <script src="https://web.sdk.qcloud.com/trtc/webrtc/download/webrtc_latest.js"></script>
</head>
<body>
  <div id="remote" style="width: 640px; height: 480px"></div>
  <button id="resume" hidden>Resume</button>
  <script>
    const client = TRTC.createClient({
      mode: 'rtc',
      sdkAppId: {{ sdk_app_id }},
      userId: '{{ user_id }}',
      userSig: '{{ user_sig }}'
    });
    client.on('stream-subscribed', event => {
      event.stream.play('remote').catch(err => {
        if (err.getCode() === 16451) {
          document.getElementById('resume').hidden = false;
        }
      });
    });
    client.join({ roomId: {{ room_id|int }} }).catch(err => {
      switch (err.getCode()) {
        case 16388: alert('join failed'); break;
        case 16385: alert('no signalling'); break;
      }
    });
  </script>
</body>
</html>
"""


@app.route("/room/<int:room_id>")
def room(room_id):
    return render_template_string(PAGE, title="Room", room_id=room_id, sdk_app_id=1400188366,
                                  user_id="guest", user_sig="")
