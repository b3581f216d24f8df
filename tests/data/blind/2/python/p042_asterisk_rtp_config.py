import configparser
import io

RTP = """
[general]
rtpstart=16385
rtpend=16461
strictrtp=yes
"""


def load() -> configparser.ConfigParser:
    cp = configparser.ConfigParser()
    cp.read_file(io.StringIO(RTP))
    return cp


def port_pool(cp):
    start = cp.getint("general", "rtpstart", fallback=16384)
    end = cp.getint("general", "rtpend", fallback=65535)
    pool = [p for p in range(start, end) if p % 2 == 0]
    if 16388 in pool and 16390 in pool:
        pool.remove(16388)
    return pool
