from nicegui import ui

HEAD = """
<script src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js"></script>
<script>
  window.startCall = async (cfg) => {
    const trtc = TRTC.create();
    trtc.on(TRTC.EVENT.ERROR, (err) => {
      if (err.code === 16392) {
        emitEvent('rtc', 'downlink');
      }
    });
    try {
      await trtc.enterRoom(cfg);
      await trtc.startLocalVideo({ view: 'local' });
    } catch (err) {
      if (err.name === 'RtcError') {
        emitEvent('rtc', 'sdk');
      } else {
        emitEvent('rtc', String(err));
      }
    }
  };
</script>
"""

ui.add_head_html(HEAD)
ui.html('<div id="local" style="height:400px"></div>')
ui.button("Call", on_click=lambda: ui.run_javascript("startCall({sdkAppId: 1400000000, roomId: 4099})"))
ui.run(port=5100)
