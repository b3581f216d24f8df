"""Writes the static demo pages which sales people take along."""
from pathlib import Path
from string import Template

PAGE = Template("""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>$title</title></head>
<body>
<div id="remote" data-room="16388"></div>
<button id="go" style="z-index: 4096">Go</button>
<script src="https://web.sdk.qcloud.com/trtc/webrtc/demo/latest/dist/trtc.js"></script>
<script>
  const client = TRTC.createClient({ mode: 'rtc', sdkAppId: $app_id, userId: '$user', userSig: '$sig' });
  client.on('error', err => {
    if (err.getCode() === 16390) {
      location.reload();
    }
  });
  client.on('stream-subscribed', ({ stream }) => {
    stream.play('remote').catch(error => {
      const errorCode = error.getCode();
      switch (errorCode) {
        case 0x4043:
          document.getElementById('go').onclick = () => stream.resume();
          break;
        case 4096: // 0x1001 INVALID_OPERATION
          console.error(error);
          break;
      }
    });
  });
</script>
</body>
</html>
""")


def write(target: Path, title: str, app_id: int, user: str, sig: str) -> int:
    text = PAGE.substitute(title=title, app_id=app_id, user=user, sig=sig)
    with target.open("w", buffering=4096, encoding="utf-8") as out:
        return out.write(text)
