from pymongo import DESCENDING, MongoClient

client = MongoClient("mongodb://localhost:27017", maxPoolSize=100)
reports = client.rtc.trtc_reports

cursor = reports.find(
    {"code": {"$in": [16388, 16389]}, "room": {"$gt": 4096}},
    projection={"_id": 0, "user": 1, "code": 1},
).sort("ts", DESCENDING).batch_size(5000)

for doc in cursor:
    print(doc["user"], doc["code"])

print(reports.count_documents({"code": 16450}))
pipeline = [
    {"$match": {"code": {"$ne": 65535}}},
    {"$group": {"_id": "$code", "n": {"$sum": 1}}},
]
print(list(reports.aggregate(pipeline)))
