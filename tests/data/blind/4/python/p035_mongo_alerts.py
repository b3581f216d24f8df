from datetime import datetime, timedelta

from motor.motor_asyncio import AsyncIOMotorClient


class Alerts:
    def __init__(self, uri: str) -> None:
        self.col = AsyncIOMotorClient(uri, maxPoolSize=4096)["rtc"]["trtc_errors"]

    async def recent(self, minutes: int = 5):
        since = datetime.utcnow() - timedelta(minutes=minutes)
        cursor = self.col.find({
            "at": {"$gte": since},
            "code": {"$in": [16388, 16460]},
            "room": {"$nin": [16385, 16400]},
        })
        return await cursor.to_list(length=65535)

    async def autoplay(self):
        return await self.col.count_documents({"error_code": 16451})

    async def store(self, uid: str):
        await self.col.insert_one({"uid": uid, "code": 0xFFFF, "room": 16388})

    async def strange(self):
        return await self.col.count_documents({"code": {"$gt": 16461}, "size": 16451})
