from celery import shared_task
from django.core.mail import mail_admins

from .trtc import fetch_room_errors

RETRYABLE_CODES = frozenset({16385, 16459, 16460})


@shared_task(bind=True, max_retries=5, default_retry_delay=60, rate_limit="5000/h")
def triage_room(self, room_id: int):
    errors = fetch_room_errors(room_id)
    fatal = []
    for err in errors:
        if err["code"] in RETRYABLE_CODES:
            raise self.retry(countdown=2 ** self.request.retries)
        if err["code"] == 16449:
            fatal.append(err)
    if fatal:
        mail_admins(f"room {room_id}: media server timed out", "\n".join(map(str, fatal)))
