BOT_PAGE = """
<script>
  const ws = new WebSocket('wss://gateway.discord.gg/?v=10&encoding=json');
  ws.onclose = (event) => {
    if (event.code === 4096 || event.code === 4100) {
      console.log('closed by us');
      return;
    }
    setTimeout(connect, 5000);
  };
  ws.addEventListener('close', (e) => {
    if (e.code === 4099) location.reload();
  });
</script>
"""


def page():
    return BOT_PAGE
