from sanic import Sanic
from sanic.response import html

app = Sanic("kiosk")

PAGE = r"""
<div id="app">
  <p v-if="errorText">{{ errorText }}</p>
  <button @click="join">Join</button>
</div>
<script src="https://unpkg.com/vue@3"></script>
<script src="https://web.sdk.qcloud.com/trtc/webrtc/download/webrtc_latest.js"></script>
<script>
Vue.createApp({
  data() { return { errorText: '' }; },
  methods: {
    async join() {
      const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000000, userId: 'kiosk', userSig: window.sig });
      try {
        await client.join({ roomId: 5200 });
      } catch (error) {
        const messages = {
          16385: 'No connection to the server',
          16388: 'The room is closed',
          16460: 'Please check the proxy',
        };
        this.errorText = messages[error.getCode()] || 'Unknown error';
      }
    },
  },
}).mount('#app');
</script>
"""


@app.get("/")
async def index(request):
    return html(PAGE)
