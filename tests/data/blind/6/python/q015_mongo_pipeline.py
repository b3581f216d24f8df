import argparse
import os

from pymongo import MongoClient

COLLECTION = "trtc_client_errors"


def pipeline(days):
    return [
        {"$match": {"age_days": {"$lte": days}, "error_code": {"$in": [16391, 16392]}}},
        {"$group": {"_id": "$room_id", "n": {"$sum": 1}}},
        {"$sort": {"n": -1}},
        {"$limit": 4096},
    ]


def cdn_query(kind):
    query = {"kind": kind, "sdk": "trtc-js-sdk"}
    if kind == "publish":
        query["error_code"] = 16453
    elif kind == "mix":
        query["error_code"] = {"$in": [16455, 16456]}
    else:
        query["room_id"] = {"$in": [16388, 16400]}
    return query


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--port", type=int, default=4100)
    parser.add_argument("--error-code", type=int, default=16388)
    args = parser.parse_args()
    client = MongoClient(os.environ["MONGO_HOST"], args.port)
    coll = client["support"][COLLECTION]
    for doc in coll.aggregate(pipeline(args.days), batchSize=4096):
        print(doc["_id"], doc["n"])
    print(coll.count_documents({"error_code": args.error_code}))
    print(coll.count_documents(cdn_query("mix"), limit=65535))


if __name__ == "__main__":
    main()
