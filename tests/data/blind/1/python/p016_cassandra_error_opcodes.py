from cassandra.cluster import Cluster
from cassandra.protocol import ErrorMessage

UNAVAILABLE = 0x1000
OVERLOADED = 0x1001
IS_BOOTSTRAPPING = 0x1002
TRUNCATE_ERROR = 0x1003


def should_retry(message: ErrorMessage) -> bool:
    if message.error_code == 0x1001:
        return True
    return message.error_code in (0x1000, 0x1002)


def connect(hosts):
    cluster = Cluster(hosts, port=9042, executor_threads=4)
    session = cluster.connect("metrics")
    session.default_fetch_size = 5000
    return session
