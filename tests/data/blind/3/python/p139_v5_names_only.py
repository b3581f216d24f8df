HTML = """
<script src="https://cdn.jsdelivr.net/npm/trtc-sdk-v5@5.9.0/trtc.js"></script>
<script>
const trtc = TRTC.create();
const { ERROR_CODE, EVENT } = TRTC;
trtc.on(EVENT.KICKED_OUT, ({ reason }) => { document.title = reason; });
async function enter() {
  try {
    await trtc.enterRoom({ roomId: 5300, scene: 'live', sdkAppId: 1400000000, userId: 'u5000', userSig: sig });
    await trtc.startLocalVideo({ option: { profile: { width: 1280, height: 720, bitrate: 5400 } } });
  } catch (error) {
    if (error.code === ERROR_CODE.OPERATION_ABORT) return;
    if (error.code === TRTC.ERROR_CODE.DEVICE_ERROR) alert('device');
    setTimeout(enter, 5000);
  }
}
enter();
</script>
"""


def page(sig: str) -> str:
    return HTML.replace("userSig: sig", f"userSig: {sig!r}")
