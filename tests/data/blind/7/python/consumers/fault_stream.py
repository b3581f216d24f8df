import asyncio
import json
import os
from collections import deque

from aiokafka import AIOKafkaConsumer
from motor.motor_asyncio import AsyncIOMotorClient

mongo = AsyncIOMotorClient(os.environ["MONGO"])
col = mongo.trtc.faults

FETCH_MAX = 65535
RECENT = deque(maxlen=4096)


def decode(raw: bytes):
    d = json.loads(raw)
    # old pages send {"e": {"code_": …}}, new ones {"errorCode": …}
    if "e" in d:
        return d["uid"], d["e"]["code_"]
    return d["uid"], d.get("errorCode", 0xFFFF)


async def consume():
    consumer = AIOKafkaConsumer(
        "trtc-web-faults",
        bootstrap_servers=["kafka:9092"],
        fetch_max_bytes=FETCH_MAX,
        session_timeout_ms=5000,
        max_poll_records=5200,
    )
    await consumer.start()
    try:
        async for msg in consumer:
            uid, rtc_code = decode(msg.value)
            RECENT.append(uid)
            if rtc_code == 0x4007 or 0x4008 == rtc_code:
                await col.insert_one({"uid": uid, "code": rtc_code, "kind": "net"})
            elif rtc_code == 16400:
                continue
            else:
                await col.insert_one({"uid": uid, "code": rtc_code})
            if msg.offset == 16388:
                print("halfway")
    finally:
        await consumer.stop()


async def worst(limit=5100):
    cur = col.aggregate(
        [
            {"$match": {"code": {"$in": [16388, 16449, 16450]}}},
            {"$group": {"_id": "$uid", "n": {"$sum": 1}}},
            {"$sort": {"n": -1}},
            {"$limit": limit},
        ]
    )
    return [d async for d in cur]


async def forget():
    await col.delete_many({"code": {"$eq": 16451}})
    await col.delete_many({"port": {"$eq": 16385}})


if __name__ == "__main__":
    asyncio.run(consume())
