from aiohttp import web

PAGE = """<!doctype html>
<html>
<head><title>房间</title>
<script src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js"></script>
</head>
<body>
<div id="local"></div>
<script>
const trtc = TRTC.create();
async function enter(options) {
  try {
    await trtc.enterRoom(options);
  } catch (error) {
    if (error.code === 5400) {
      alert('server');
    } else if (error.code === TRTC.ERROR_CODE.DEVICE_ERROR) {
      alert('device');
    } else if (error.code === TRTC.ERROR_CODE.OPERATION_ABORTED) {
      return;
    } else if (error.name === 'RtcError') {
      alert('never');
    }
  }
}
setTimeout(enter, 5000, { roomId: 5100 });
</script>
</body>
</html>
"""


async def index(request: web.Request) -> web.Response:
    return web.Response(text=PAGE, content_type="text/html")


app = web.Application(client_max_size=4096)
app.router.add_get("/", index)
