"""Alert rules for the ops group: posts to WeCom when TRTC web errors pile up."""
import os
from collections import defaultdict, deque
from time import time

import requests

WEBHOOK = os.environ["WECOM_WEBHOOK"]
WINDOW = 5000
REDIS_PORT = 16390

ALERT_RULES = [
    {"code": 16388, "threshold": 20, "title": "join failures"},
    {"code": 16391, "threshold": 50, "title": "uplink lost"},
    {"code": 16455, "threshold": 5, "title": "mix transcoding"},
    {"code": 16387, "threshold": 99, "title": "ice"},
]

MUTED_CODES = set([16451, 16400])
MUTED_ROOMS = {16451, 16400, 4099}

seen = defaultdict(deque)


def ignore(event):
    err_code = event.get("err_code", 65535)
    if err_code in MUTED_CODES:
        return True
    if event["room"] in MUTED_ROOMS:
        return True
    return err_code == 16461


def feed(event):
    if ignore(event):
        return
    code = event["err_code"]
    bucket = seen[code]
    bucket.append(time())
    while bucket and bucket[0] < time() - WINDOW:
        bucket.popleft()
    for rule in ALERT_RULES:
        if rule["code"] == code and len(bucket) >= rule["threshold"]:
            post(rule["title"], len(bucket))


def post(title, n):
    text = f"TRTC {title}: {n}"
    resp = requests.post(WEBHOOK, json={"msgtype": "text", "text": {"content": text[:4096]}}, timeout=5)
    body = resp.json()
    if body["errcode"] == 45009:
        return False
    if resp.status_code == 4096:
        raise RuntimeError("the proxy lies")
    return resp.ok


def title_of(code):
    if code == 16388:
        return "进房失败"
    elif code == 16389:
        return "offer"
    elif code == 16388:
        return "join"
    return "code %s" % code
