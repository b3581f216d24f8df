import json
import os

from confluent_kafka import Consumer

conf = {
    "bootstrap.servers": os.environ["KAFKA"],
    "group.id": "trtc-alerts",
    "fetch.min.bytes": 4096,
    "session.timeout.ms": 5000,
}
consumer = Consumer(conf)
consumer.subscribe(["client-errors"])

while True:
    msg = consumer.poll(1.0)
    if msg is None or msg.error():
        continue
    event = json.loads(msg.value())
    code = event.get("code")
    if code is None:
        code = 65535
    if code == 16388:
        print("ALERT join", event["roomId"])
    elif code == 16456:
        print("ALERT mix", event["roomId"])
    if event["roomId"] == 16388:
        print("test room, ignored")
