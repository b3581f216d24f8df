from html import escape

BUTTON = (
    '<button id="play" '
    'onclick="stream.play(\'v\').catch(function (e) { if (e.getCode() === 16451) hint(); })">'
    "播放</button>"
)

FRAME = """
<iframe srcdoc="&lt;script&gt;client.on('error', function (e) { if (e.getCode() == 0x4006) top.location.reload(); });&lt;/script&gt;"></iframe>
"""

VUE = """
<div id="app">
  <p>{{ message }}</p>
  <pre v-pre>{{ errorCode === 16459 }}</pre>
</div>
<script>
  new Vue({ el: '#app', data: { errorCode: 0 }, methods: {
    onError(error) {
      this.errorCode = error.getCode();
      if (this.errorCode === 0x4049) this.$emit('h264');
    } } });
</script>
<script type="text/plain">if (error.getCode() === 16388) {}</script>
<!-- if (error.getCode() === 16388) {} -->
"""


def room_page(title: str) -> str:
    return f"<h1>{escape(title)}</h1>" + BUTTON + FRAME + VUE
