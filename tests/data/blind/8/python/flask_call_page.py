"""Tiny Flask app that serves the support call page."""
import os
import time

from flask import Flask, render_template_string, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 4096
app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 65535

PAGE = """<!doctype html>
<html>
<head><meta charset="utf-8"><title>Support</title>
<script src="https://web.sdk.qcloud.com/trtc/webrtc/v4/dist/trtc.js"></script></head>
<body>
<video id="remote" width="640" height="360"></video>
<button id="resume" onclick="remoteStream.resume()" hidden>Play</button>
<script>
var ROOM = {{ room }};
var client = TRTC.createClient({ mode: 'rtc', sdkAppId: {{ app_id }}, userId: '{{ user }}', userSig: '{{ sig }}' });
client.on('stream-subscribed', function (event) {
  window.remoteStream = event.stream;
  event.stream.play('remote').catch(function (error) {
    if (error.getCode() === 0x4043) {
      document.getElementById('resume').hidden = false;
    }
  });
});
client.on('error', function (err) {
  switch (err.getCode()) {
    case 16390:
    case 16391:
      location.reload();
      break;
    case 0x4008:
      setTimeout(rejoin, 4096);
      break;
  }
});
function rejoin() {
  client.join({ roomId: ROOM || 16391 }).catch(function (e) {
    if (e.getCode() == 16388 && e.getExtraCode() == 70001) alert('The ticket has expired');
  });
}
rejoin();
</script>
</body>
</html>
"""

LANDING = """
<p>Room 16388 is the test room. Server port 4096.</p>
<script>var size = 65535; setInterval(tick, 5000);</script>
"""


@app.get("/")
def landing():
    return LANDING


@app.get("/call/<int:room>")
def call(room):
    if room == 16388:
        return "test room", 403
    return render_template_string(
        PAGE, room=room, app_id=os.environ["APP_ID"], user=request.args["u"], sig=sign(request.args["u"])
    )


def sign(user, expire=65535):
    return "%s-%d" % (user, time.time() + expire)


if __name__ == "__main__":
    app.run(port=4100)
