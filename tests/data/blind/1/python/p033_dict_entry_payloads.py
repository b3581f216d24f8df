"""Sample payloads for the load test of the TRTC report collector."""
import random

from locust import FastHttpUser, between, task

SAMPLES = [
    {"code": 16388, "room": 5000, "msg": "join"},
    {"code": 16451, "room": 4096, "msg": "autoplay"},
    {"code": 4100, "room": 65535, "msg": "NotReadableError"},
]


class Client(FastHttpUser):
    wait_time = between(0.5, 2)

    @task
    def report(self):
        self.client.post("/report", json=random.choice(SAMPLES), headers={"X-Trace": "5300"})
