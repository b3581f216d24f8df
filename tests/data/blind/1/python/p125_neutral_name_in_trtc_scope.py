def trtc_bucket(v):
    """Coarse bucket of one TRTC code, for the dashboard."""
    if v == 16388 or v == 16385:
        return "join"
    if v == 4099:
        return "device?"
    if v in (16390, 16391, 16392):
        return "network"
    return "rest"


def page_of(n, size=5000):
    return n // size
