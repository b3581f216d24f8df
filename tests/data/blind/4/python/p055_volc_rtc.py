"""Smoke page for the other provider."""
from string import Template

PAGE = Template("""
<!doctype html>
<script type="module">
import VERTC from '@volcengine/rtc';
const engine = VERTC.createEngine('$app_id');
engine.on(VERTC.events.onError, (e) => {
  if (e.errorCode === 4096 || e.errorCode === 65535) location.reload();
});
engine.on('close', (code) => {
  if (code === 16388) console.log('closed');
});
try {
  await engine.joinRoom('$token', '$room_id', { userId: '16451' });
} catch (error) {
  if (error.code === 4100) alert('$message');
}
</script>
""")


def page(app_id: str, token: str, room_id: int = 16385) -> str:
    return PAGE.substitute(app_id=app_id, token=token, room_id=room_id, message="Fehler")


def too_many(rooms: list) -> bool:
    return len(rooms) == 4096 or rooms[-1] == 16392
