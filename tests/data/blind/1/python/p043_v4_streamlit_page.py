import streamlit.components.v1 as components

components.html(
    """
    <div id="log"></div>
    <script src="https://cdn.jsdelivr.net/npm/trtc-js-sdk@4.15.22/trtc.js"></script>
    <script>
      const log = document.getElementById('log');
      const client = TRTC.createClient({ mode: 'live', sdkAppId: 1400000000, userId: 'st', userSig: '' });
      client.on('error', (error) => {
        const c = error.getCode();
        if (c === 16390) log.textContent = 'signalling lost';
        if (c === 16391) log.textContent = 'uplink lost';
      });
      client.join({ roomId: 5000 }).catch((error) => {
        if (error.getCode() === '4099') log.textContent = 'no device';
      });
    </script>
    """,
    height=400,
)
