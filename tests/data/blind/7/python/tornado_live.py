import json
import os

import tornado.ioloop
import tornado.template
import tornado.web
import tornado.websocket

LIVE = tornado.template.Template(
    """<html><head><script src="/static/trtc.js"></script></head>
<body onload="enter()">
<video id="v" width="100%"></video>
<button id="resume" hidden onclick="stream.resume()">播放</button>
<script>
var cfg = {% raw json_encode(cfg) %};
function enter() {
  var client = TRTC.createClient(cfg);
  client.on('stream-subscribed', function (ev) {
    window.stream = ev.stream;
    ev.stream.play('v').catch(function (err) {
      document.getElementById('resume').hidden = err.getCode() !== 16451;
    });
  });
  {% if debug %}
  client.on('error', function (err) { if (err.getCode() === {{ watch }}) { debugger; } });
  {% end %}
  client.join({ roomId: {{ room }} }).catch(function (e) {
    var known = { '16388': '进房失败', '16460': '调度失败' };
    alert(known[e.getCode()] || e);
  });
}
</script></body></html>"""
)


class LiveHandler(tornado.web.RequestHandler):
    def get(self, room):
        cfg = {"mode": "live", "sdkAppId": int(os.environ["SDKAPPID"]), "userId": "guest", "userSig": ""}
        watch = self.get_argument("watch", None) or 16392
        self.write(LIVE.generate(cfg=cfg, room=int(room), debug=self.settings["debug"], watch=int(watch)))


class Chat(tornado.websocket.WebSocketHandler):
    waiters = set()

    def open(self):
        if len(self.waiters) > 4096:
            self.close(4096, "full")
            return
        self.waiters.add(self)

    def on_close(self):
        self.waiters.discard(self)
        if self.close_code == 4097:
            print("logged out elsewhere")

    def on_message(self, message):
        for w in self.waiters:
            w.write_message(json.loads(message))


def make_app():
    return tornado.web.Application(
        [(r"/live/(\d+)", LiveHandler), (r"/chat", Chat)],
        debug=True,
        websocket_max_message_size=65535,
    )


if __name__ == "__main__":
    make_app().listen(5000)
    tornado.ioloop.IOLoop.current().start()
