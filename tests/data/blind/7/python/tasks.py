import random

import requests
from celery import Celery, shared_task
from celery.utils.log import get_task_logger

app = Celery("rtc", broker="amqp://rabbit:4096//")
app.conf.update(worker_max_tasks_per_child=5000, task_time_limit=65535)
log = get_task_logger(__name__)


class TrtcClientError(Exception):
    def __init__(self, error_code, detail=None):
        super().__init__(f"trtc error {error_code}")
        self.error_code = error_code
        self.detail = detail


def check(report):
    """Raise for the reports that somebody has to look at."""
    if report["stage"] == "join" and report.get("timeout"):
        raise TrtcClientError(16459)
    if report["stage"] == "mix":
        raise TrtcClientError(error_code=16455, detail=report)
    if not report.get("code"):
        raise ValueError(4096)


@shared_task(bind=True, max_retries=5)
def handle(self, report):
    try:
        check(report)
    except TrtcClientError as exc:
        if exc.error_code == 16459:
            raise self.retry(countdown=random.randint(1, 5))
        notify.delay(exc.error_code)
    except requests.HTTPError as exc:
        if exc.response.status_code == 5400:
            log.error("the proxy is down")
    return report["id"]


@shared_task
def notify(code):
    text = {16455: "混流失败", 16453: "推 CDN 失败"}.get(code) or str(code)
    resp = requests.post("http://oa.internal/notify", json={"text": text}, timeout=5)
    if resp.json().get("errcode") == 4097:
        log.warning("oa says no")


@shared_task
def replay(path, block=4096):
    with open(path, "rb") as fh:
        while fh.read(block):
            pass
