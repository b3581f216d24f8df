from flask import Flask

app = Flask(__name__)

PAGE = """
<!doctype html>
<script src="https://download.agora.io/sdk/release/AgoraRTC_N-4.20.0.js"></script>
<div id="player"></div>
<script>
  const client = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' });
  async function start() {
    try {
      await client.join('app', 'room-4096', null, 5000);
    } catch (error) {
      if (error.code === 4096 || error.code === 4099) {
        document.body.textContent = 'channel name is wrong';
      }
    }
  }
  start();
</script>
"""


@app.get("/")
def index():
    return PAGE


app.run(port=4098)
