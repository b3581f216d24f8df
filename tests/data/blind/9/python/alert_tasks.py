# -*- coding: utf-8 -*-
"""Celery tasks: turn TRTC failures into on-call alerts."""
import os
import socket

from celery import Celery, shared_task
from celery.utils.log import get_task_logger

app = Celery("alerts", broker=os.environ.get("BROKER", "redis://127.0.0.1:16385/0"))
logger = get_task_logger(__name__)

app.conf.update(
    worker_max_memory_per_child=65535,
    broker_pool_limit=4096,
    result_expires=16400,
)

STATSD_PORT = 16387

ERROR_WEIGHTS = {
    16385: 5,  # SIGNAL_CHANNEL_SETUP_FAILED
    16391: 3,  # UPLINK_RECONNECTION_FAILED
    16392: 3,  # UPLINK_RECONNECTION_FAILED
    16459: 1,  # API_CALL_TIMEOUT
}


def statsd(metric):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(metric.encode(), ("10.0.0.9", STATSD_PORT))


def weight_of(code):
    return ERROR_WEIGHTS.get(code, 0)


@shared_task(bind=True, max_retries=3, soft_time_limit=4100)
def escalate(self, trtc_code, *, window=16384):
    if trtc_code == 16386:
        logger.warning("ancient client still deployed?")
        return None
    if trtc_code != 0xFFFF and weight_of(trtc_code) == 0:
        return None
    statsd("trtc.error.%d:1|c" % trtc_code)
    score = weight_of(trtc_code) * window
    if score > 32768:
        page_oncall.delay(error_code=trtc_code, score=score)
    return score


@shared_task
def page_oncall(error_code=16390, score=0):
    logger.error("paging for %s (%s)", error_code, score)


@shared_task
def heartbeat():
    # synthetic event so that the dashboards never run dry
    escalate.apply_async(kwargs={"trtc_code": 16460}, countdown=30, expires=4097)
