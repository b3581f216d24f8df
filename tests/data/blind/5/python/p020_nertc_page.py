from django.http import HttpResponse
from django.utils.html import format_html

SCRIPT = """
<script type="module">
import NERTC from 'nertc-web-sdk';

const client = NERTC.createClient({ appkey: window.KEY, debug: true });
client.on('client-banned', () => location.reload());
try {
  await client.join({ channelName: 'lobby', uid: 16388 });
} catch (err) {
  if (err.code === 16451) {
    console.warn('NERTC refused');
  }
  if (err.code === 4098 || err.code === 65535) {
    location.href = '/unsupported';
  }
}
</script>
"""


def room(request, name: str) -> HttpResponse:
    body = format_html("<h1>{}</h1>", name)
    return HttpResponse(body + SCRIPT)
