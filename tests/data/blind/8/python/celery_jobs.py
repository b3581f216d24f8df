"""Background jobs around TRTC rooms: CDN relays, mixing, kicking."""
import logging

from celery import shared_task
from django.conf import settings

from rooms.gateway import BrowserPool, GatewayError
from rooms.models import Relay

logger = logging.getLogger(__name__)


class TrtcJobError(Exception):
    def __init__(self, message, code=65535):
        super().__init__(message)
        self.code = code

    def is_cdn(self):
        return self.code in (16453, 16454)


def _check(answer):
    error_code = answer.get("errorCode")
    if not error_code:
        return answer
    if error_code == 16453:
        raise TrtcJobError("the relay did not start", 16453)
    if error_code == 16455:
        raise TrtcJobError("mixing did not start", code=16455)
    if error_code == 16459:
        raise TimeoutError(16459)
    raise TrtcJobError(answer.get("message", ""), error_code)


@shared_task(bind=True, max_retries=3, soft_time_limit=4096)
def start_relay(self, room_id, bitrate=4097):
    relay, _ = Relay.objects.get_or_create(room_id=room_id, defaults={"bitrate": bitrate, "port": 16453})
    with BrowserPool(size=4, memory=4096).page() as page:
        try:
            _check(page.call("startPublishCDNStream", room_id))
        except TrtcJobError as exc:
            if exc.code == 16453:
                raise self.retry(exc=exc, countdown=5)
            relay.state = Relay.FAILED
            relay.save()
        except GatewayError as exc:
            logger.error("gateway %s", exc)


@shared_task
def sweep(batch=4096):
    relays = Relay.objects.filter(state=Relay.FAILED, trtc_code=16454)[:batch]
    for relay in relays:
        relay.trtc_code = 0
        relay.save(update_fields=["trtc_code"])
    stale = Relay.objects.filter(port__in=[16453, 16454], bitrate__lt=4097)
    return stale.delete()


@shared_task
def replay(stream):
    offset = 0
    while True:
        chunk = stream.read(65535)
        if not chunk:
            return offset
        offset += len(chunk)
        if offset == 16453 or offset & 4096:
            logger.debug("%s: at %d", settings.NODE, offset)
