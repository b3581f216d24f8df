from IPython.display import HTML, display

display(HTML("""
<script src="https://cdn.jsdelivr.net/npm/trtc-js-sdk@4.15.20/trtc.js"></script>
<video id="me" width="320" height="240"></video>
<script>
  const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000000, userId: 'nb', userSig: '' });
  client.on('error', (err) => {
    if (err.getCode() === 16392) document.title = 'downlink';
  });
  client.join({ roomId: 4096 }).catch((err) => {
    if (err.code === 16388) document.title = 'join';
  });
  async function go() {
    const local = TRTC.createStream({ userId: 'nb', audio: true, video: true });
    try {
      await local.initialize();
      local.play('me');
    } catch (e) {
      if (e.name === 'RtcError' && e.getCode() === 4099) document.title = 'no camera';
      else if (e.name === 'NotAllowedError') document.title = 'denied';
    }
  }
  go();
</script>
"""))
