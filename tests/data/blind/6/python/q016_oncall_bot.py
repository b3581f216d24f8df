"""Posts TRTC incidents to the on-call channel."""
import os
import time

import requests

HOOK = os.environ["ONCALL_HOOK"]
WINDOW = 4096  # seconds


def text_for(event):
    if (trtc_code := event.get("trtc_code")) is None:
        return None
    if trtc_code == 16390:
        return "signalling lost"
    elif trtc_code == 16392:  # UPLINK_RECONNECTION_FAILED
        return "media lost"
    elif trtc_code == 0x4006:
        return "signalling lost again"
    elif trtc_code == 16448:
        return "kicked out"
    elif trtc_code == 16459:  # noqa: TRT001
        return "timeout"
    elif trtc_code == 16400:  # nobody need be woken for this one
        return None
    return f"code {trtc_code}"


def post(text):
    answer = requests.post(HOOK, json={"text": text}, timeout=4)
    if answer.status_code == 429:
        time.sleep(int(answer.headers.get("Retry-After", 1)))
        answer = requests.post(HOOK, json={"text": text}, timeout=4)
    return answer.ok


def run(events):
    sent = 0
    for event in events:
        if event["room_id"] == 16391 or event["age"] > WINDOW:
            continue
        text = text_for(event)
        if text and post(text):
            sent += 1
        if sent == 4097:
            break
    return sent
