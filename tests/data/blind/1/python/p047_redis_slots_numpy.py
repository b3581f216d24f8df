import numpy as np
import redis
from redis.crc import key_slot

r = redis.RedisCluster(host="localhost", port=5000)
slots = np.array([key_slot(k.encode()) for k in map(str, range(65535))])

counts = np.bincount(slots, minlength=16385)
print(counts.argmax(), counts[4096], counts[16383])
print((slots == 4097).sum(), np.isin(slots, [4096, 4098, 5000]).sum())
hot = np.flatnonzero(counts == 16388)
r.set("hot", ",".join(map(str, hot)), ex=5000)
